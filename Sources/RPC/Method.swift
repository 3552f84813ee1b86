internal import Messages

/// One method of a service and how it is answered.
struct Method: Sendable {
    /// Reads the request's bytes and appends the reply's, on the connection's loop.
    typealias Immediate =
        @Sendable (Span<UInt8>, CallContext, inout [UInt8]) throws(Status) -> Void
    /// Reads the request's bytes and sees to it that the reply is completed.
    typealias Deferred =
        @Sendable (Span<UInt8>, CallContext, PendingReply) throws(Status) -> Void

    enum Handler: Sendable {
        case immediate(Immediate)
        case deferred(Deferred)
    }

    let service: [UInt8]
    let name: [UInt8]
    let roles: Roles
    let maximumRequestBytes: Int
    let handler: Handler

    var path: String {
        String(decoding: service, as: UTF8.self) + "/" + String(decoding: name, as: UTF8.self)
    }
}

/// Methods found by the bytes of their names, without making strings of them.
struct MethodTable: Sendable {
    let methods: [Method]
    private var buckets: [Int32]

    init(_ methods: [Method]) {
        self.methods = methods
        var size = 8
        while size < 4 * methods.count { size *= 2 }
        buckets = Array(repeating: -1, count: size)
        for (index, method) in methods.enumerated() {
            let service = method.service.span
            let name = method.name.span
            var bucket = Self.hash(service, 0..<service.count, name, 0..<name.count)
            while buckets[bucket & (size - 1)] >= 0 { bucket += 1 }
            buckets[bucket & (size - 1)] = Int32(index)
        }
    }

    /// The index of the method whose names lie in the given ranges.
    func index(_ bytes: Span<UInt8>, service: Range<Int>, method: Range<Int>) -> Int? {
        var bucket = Self.hash(bytes, service, bytes, method)
        while true {
            let index = Int(buckets[bucket & (buckets.count - 1)])
            guard index >= 0 else { return nil }
            if bytes.equals(method, methods[index].name),
                bytes.equals(service, methods[index].service)
            {
                return index
            }
            bucket += 1
        }
    }

    /// FNV-1a over both names.
    private static func hash(
        _ first: Span<UInt8>,
        _ service: Range<Int>,
        _ second: Span<UInt8>,
        _ method: Range<Int>
    ) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in service { hash = (hash ^ UInt64(first[index])) &* 0x100_0000_01b3 }
        hash = (hash ^ 0x2f) &* 0x100_0000_01b3
        for index in method { hash = (hash ^ UInt64(second[index])) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF)
    }
}
