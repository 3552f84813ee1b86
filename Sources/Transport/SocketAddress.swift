internal import CShims
internal import Glibc

extension Address.InternetHost: CustomStringConvertible {
    init?(fourBytesOf text: String) {
        self.init(text, family: AF_INET, byteCount: 4)
    }

    init?(sixteenBytesOf text: String) {
        self.init(text, family: AF_INET6, byteCount: 16)
    }

    private init?(_ text: String, family: Int32, byteCount: Int) {
        var parsed = [UInt8](repeating: 0, count: byteCount)
        let code = unsafe parsed.withUnsafeMutableBytes { buffer in
            unsafe inet_pton(family, text, buffer.baseAddress)
        }
        guard code == 1 else { return nil }
        bytes = parsed
    }

    /// The usual text form of the IP address.
    public var description: String {
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
            unsafe bytes.withUnsafeBytes { host in
                guard unsafe inet_ntop(family, host.baseAddress, text.baseAddress, 64) != nil,
                    let start = text.baseAddress
                else { return "?" }
                return unsafe String(cString: start)
            }
        }
    }
}

extension Address {
    var family: Int32 {
        switch self {
        case .ipv4: AF_INET
        case .ipv6: AF_INET6
        case .unix: AF_UNIX
        }
    }

    /// Calls `body` with the address in the kernel's form.
    func withSocketAddress<Result>(
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        var storage = sockaddr_storage()
        return unsafe withUnsafeMutableBytes(of: &storage) { raw in
            let length = unsafe write(to: raw)
            return unsafe raw.withMemoryRebound(to: sockaddr.self) { address in
                guard let start = address.baseAddress else {
                    fatalError("sockaddr_storage has no bytes")
                }
                return unsafe body(UnsafePointer(start), socklen_t(length))
            }
        }
    }

    /// Fills in one of the three sockaddr layouts; returns its length in bytes.
    private func write(to raw: UnsafeMutableRawBufferPointer) -> Int {
        switch self {
        case .ipv4(let host, let port):
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            unsafe withUnsafeMutableBytes(of: &address.sin_addr) {
                unsafe $0.copyBytes(from: host.bytes)
            }
            unsafe raw.storeBytes(of: address, as: sockaddr_in.self)
            return MemoryLayout<sockaddr_in>.size
        case .ipv6(let host, let port):
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            unsafe withUnsafeMutableBytes(of: &address.sin6_addr) {
                unsafe $0.copyBytes(from: host.bytes)
            }
            unsafe raw.storeBytes(of: address, as: sockaddr_in6.self)
            return MemoryLayout<sockaddr_in6>.size
        case .unix(let path):
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            unsafe withUnsafeMutableBytes(of: &address.sun_path) {
                unsafe $0.copyBytes(from: path.utf8)
            }
            unsafe raw.storeBytes(of: address, as: sockaddr_un.self)
            return MemoryLayout<sockaddr_un>.size
        }
    }

    /// The address in the kernel's form; nil for a family that is not served here.
    init?(_ storage: sockaddr_storage, length: socklen_t) {
        let family = Int32(storage.ss_family)
        var storage = storage
        let parsed: Address? = unsafe withUnsafeMutableBytes(of: &storage) { raw in
            switch family {
            case AF_INET:
                let address = unsafe raw.load(as: sockaddr_in.self)
                let bytes = unsafe withUnsafeBytes(of: address.sin_addr) { unsafe [UInt8]($0) }
                return .ipv4(InternetHost(bytes: bytes), port: UInt16(bigEndian: address.sin_port))
            case AF_INET6:
                let address = unsafe raw.load(as: sockaddr_in6.self)
                let bytes = unsafe withUnsafeBytes(of: address.sin6_addr) { unsafe [UInt8]($0) }
                let port = UInt16(bigEndian: address.sin6_port)
                return .ipv6(InternetHost(bytes: bytes), port: port)
            case AF_UNIX:
                let header = MemoryLayout<sa_family_t>.size
                let path = unsafe raw[header..<max(header, Int(length))].prefix { $0 != 0 }
                return unsafe .unix(path: String(decoding: path, as: UTF8.self))
            default:
                return nil
            }
        }
        guard let parsed else { return nil }
        self = parsed
    }

    /// The address that a bound socket has, with the port that the system chose.
    static func local(of descriptor: Int32, or fallback: Address) throws(TransportError) -> Address
    {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        try systemCall("getsockname", on: fallback.description) {
            unsafe withUnsafeMutableBytes(of: &storage) { raw in
                unsafe raw.withMemoryRebound(to: sockaddr.self) { address in
                    unsafe getsockname(descriptor, address.baseAddress, &length)
                }
            }
        }
        return Address(storage, length: length) ?? fallback
    }
}
