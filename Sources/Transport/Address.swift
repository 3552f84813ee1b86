/// Where a service listens or a client connects: an IP address with a port, or a Unix socket.
///
/// Written as `127.0.0.1:7070`, `[::1]:7070` or `unix:/run/baton.sock`. Names are not resolved, so
/// that starting never waits for a name server; `localhost` alone stands for 127.0.0.1.
public enum Address: Hashable, Sendable {
    /// Four bytes in network order, and a port; port 0 lets the system choose.
    case ipv4(InternetHost, port: UInt16)
    /// Sixteen bytes in network order, and a port; port 0 lets the system choose.
    case ipv6(InternetHost, port: UInt16)
    /// The path of a Unix socket.
    case unix(path: String)

    /// The bytes of an IP address in network order.
    public struct InternetHost: Hashable, Sendable {
        /// Four or sixteen bytes.
        public let bytes: [UInt8]
    }

    /// The longest path that the kernel takes for a Unix socket, in bytes.
    public static let maximumPathBytes = 107

    /// Reads an address as people write it.
    public init(_ text: String) throws(AddressError) {
        if text.hasPrefix("unix:") {
            self = try Self.parseUnix(path: String(text.dropFirst("unix:".count)), in: text)
            return
        }
        guard let colon = text.lastIndex(of: ":") else {
            throw AddressError(text: text, problem: "it has no port")
        }
        let portText = text[text.index(after: colon)...]
        let isDigits = portText.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isDigits, let port = UInt16(portText) else {
            throw AddressError(text: text, problem: "the port is not a number from 0 to 65535")
        }
        let host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            guard let bytes = InternetHost(sixteenBytesOf: String(host.dropFirst().dropLast()))
            else {
                throw AddressError(text: text, problem: "what is in [ ] is not an IPv6 address")
            }
            self = .ipv6(bytes, port: port)
            return
        }
        guard !host.contains(":") else {
            throw AddressError(text: text, problem: "an IPv6 address must stand in [ ]")
        }
        guard
            let bytes = InternetHost(fourBytesOf: host == "localhost" ? "127.0.0.1" : String(host))
        else {
            throw AddressError(
                text: text,
                problem: "the host is not an IP address (names are not resolved)"
            )
        }
        self = .ipv4(bytes, port: port)
    }

    private static func parseUnix(path: String, in text: String) throws(AddressError) -> Address {
        guard !path.isEmpty else {
            throw AddressError(text: text, problem: "the path is missing")
        }
        guard path.utf8.count <= maximumPathBytes else {
            throw AddressError(
                text: text,
                problem:
                    "the path is \(path.utf8.count) bytes long; at most \(maximumPathBytes) fit"
            )
        }
        guard !path.utf8.contains(0) else {
            throw AddressError(text: text, problem: "the path holds a NUL byte")
        }
        return .unix(path: path)
    }

    /// Whether only processes of this machine can connect.
    public var isLocal: Bool {
        switch self {
        case .ipv4(let host, _): host.bytes.first == 127
        case .ipv6(let host, _):
            host.bytes.last == 1 && host.bytes.dropLast().allSatisfy { $0 == 0 }
        case .unix: true
        }
    }
}

extension Address: CustomStringConvertible {
    /// The address in the form that ``init(_:)`` reads.
    public var description: String {
        switch self {
        case .ipv4(let host, let port): "\(host):\(port)"
        case .ipv6(let host, let port): "[\(host)]:\(port)"
        case .unix(let path): "unix:\(path)"
        }
    }
}

/// A text that is not an address.
public struct AddressError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text that was given.
    public let text: String
    /// What is wrong with it.
    public let problem: String

    /// The refusal of `text` with the given reason.
    public init(text: String, problem: String) {
        self.text = text
        self.problem = problem
    }

    /// Says what is wrong and which forms there are.
    public var description: String {
        "\"\(text)\" is not an address: \(problem); "
            + "write 127.0.0.1:7070, [::1]:7070 or unix:/path/to.sock"
    }
}
