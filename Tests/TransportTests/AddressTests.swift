import Testing
import Transport

@Suite struct AddressTests {
    @Test(arguments: [
        ("127.0.0.1:7070", "127.0.0.1:7070", true),
        ("localhost:1", "127.0.0.1:1", true),
        ("0.0.0.0:0", "0.0.0.0:0", false),
        ("192.168.1.20:65535", "192.168.1.20:65535", false),
        ("127.9.9.9:5", "127.9.9.9:5", true),
        ("[::1]:7070", "[::1]:7070", true),
        ("[::]:7070", "[::]:7070", false),
        ("[0:0:0:0:0:0:0:1]:9", "[::1]:9", true),
        ("[2001:db8::7]:443", "[2001:db8::7]:443", false),
        ("[::ffff:127.0.0.1]:9", "[::ffff:127.0.0.1]:9", false),
        ("unix:/run/baton.sock", "unix:/run/baton.sock", true),
        ("unix:relative", "unix:relative", true),
    ])
    func `an address is read wrongly, or taken for a local one`(
        text: String,
        printed: String,
        isLocal: Bool
    ) throws {
        let address = try Address(text)
        #expect(address.description == printed)
        #expect(address.isLocal == isLocal)
        #expect(try Address(address.description) == address)
    }

    @Test(arguments: [
        ("", "it has no port"),
        ("127.0.0.1", "it has no port"),
        ("127.0.0.1:", "the port is not a number from 0 to 65535"),
        ("127.0.0.1:65536", "the port is not a number from 0 to 65535"),
        ("127.0.0.1:-1", "the port is not a number from 0 to 65535"),
        ("127.0.0.1:+7", "the port is not a number from 0 to 65535"),
        ("127.0.0.1:7x", "the port is not a number from 0 to 65535"),
        ("::1:7070", "an IPv6 address must stand in [ ]"),
        ("[::1:7070", "an IPv6 address must stand in [ ]"),
        ("[127.0.0.1]:1", "what is in [ ] is not an IPv6 address"),
        ("[]:1", "what is in [ ] is not an IPv6 address"),
        (":7070", "the host is not an IP address (names are not resolved)"),
        ("example.org:80", "the host is not an IP address (names are not resolved)"),
        ("127.0.0:80", "the host is not an IP address (names are not resolved)"),
        ("unix:", "the path is missing"),
        ("unix:/a\0b", "the path holds a NUL byte"),
    ])
    func `a mistyped address is taken, or refused without saying why`(
        text: String,
        problem: String
    ) {
        let refusal = AddressError(text: text, problem: problem)
        #expect(throws: refusal) { try Address(text) }
        #expect(refusal.description.contains("unix:/path/to.sock"))
    }

    @Test func `a Unix path is cut short by the kernel`() throws {
        let longest = "unix:" + String(repeating: "p", count: 107)
        #expect(try Address(longest).description == longest)
        #expect(throws: AddressError.self) { try Address(longest + "p") }
    }
}
