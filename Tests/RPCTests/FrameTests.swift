import Messages
import RPC
import Testing
import Transport

@Suite struct FrameTests {
    /// Frames as bytes, worked out by hand from the protocol's page.
    @Test(arguments: [
        (
            "a Ping without a payload",
            "00000017 00000001 01 00"
                + "0a0f 6261746f6e2e76312e536572766572 1204 50696e67",
            "00000000 00000001 02 00"
        ),
        (
            "a Ping that is given back, on the highest stream",
            "0000001d ffffffff 01 00"
                + "0a0f 6261746f6e2e76312e536572766572 1204 50696e67 1a04 0a02 6869",
            "00000006 ffffffff 02 00 1204 0a02 6869"
        ),
        (
            "fields in another order, an unknown field, and the flag that says this is all",
            "00000020 00000007 01 01"
                + "3a01ff 1a04 0a02 6869 1204 50696e67 0a0f 6261746f6e2e76312e536572766572",
            "00000006 00000007 02 00 1204 0a02 6869"
        ),
        (
            "a method that does not exist",
            "00000008 00000003 01 00 0a01 61 1203 622f63",
            "0000001e 00000003 02 00 0a1c 080c 1218"
                + "7468657265206973206e6f206d6574686f6420 612f622f63"
        ),
    ])
    func `a client in another language cannot talk to the server`(
        name: String,
        request: String,
        response: String
    ) throws {
        try withServer { _, address in
            var client = try RawClient(address)
            try client.send(hex(request))
            #expect(try client.receiveFrame() == hex(response), "\(name)")
        }
    }
}
