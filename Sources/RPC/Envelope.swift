internal import Messages
internal import Transport

/// Where the parts of a ttrpc Request lie in its frame.
///
/// Of fields that come more than once the last one counts, as everywhere in protobuf.
struct RequestEnvelope {
    struct Entry {
        let key: Range<Int>
        let value: Range<Int>
    }

    private(set) var service = 0..<0
    private(set) var method = 0..<0
    private(set) var payload = 0..<0
    /// 0 when the caller set no time-out.
    private(set) var timeoutNanoseconds: Int64 = 0
    private(set) var metadata: [Entry] = []

    /// Reads the bytes of a Request; throws INVALID_ARGUMENT or RESOURCE_EXHAUSTED.
    init(_ bytes: Span<UInt8>, limits: Limits) throws(Status) {
        var reader = FieldReader(0..<bytes.count)
        while let field = try reader.field(in: bytes, of: "Request") {
            switch (field.number, field.value) {
            case (1, .bytes(let range)): service = range
            case (2, .bytes(let range)): method = range
            case (3, .bytes(let range)): payload = range
            case (4, .number(let value)): timeoutNanoseconds = Int64(bitPattern: value)
            case (5, .bytes(let range)):
                guard metadata.count < limits.metadataEntries else {
                    throw Status(
                        .resourceExhausted,
                        "Request.metadata has more than \(limits.metadataEntries) entries"
                    )
                }
                metadata.append(try Self.readEntry(range, in: bytes, limits))
            case (1...5, _): throw Status.wrongWireType(field.number, of: "Request")
            default: break
            }
        }
    }

    private static func readEntry(
        _ range: Range<Int>,
        in bytes: Span<UInt8>,
        _ limits: Limits
    ) throws(Status) -> Entry {
        var key = 0..<0
        var value = 0..<0
        var reader = FieldReader(range)
        while let field = try reader.field(in: bytes, of: "Request.metadata") {
            switch (field.number, field.value) {
            case (1, .bytes(let range)): key = range
            case (2, .bytes(let range)): value = range
            case (1...2, _): throw Status.wrongWireType(field.number, of: "Request.metadata")
            default: break
            }
        }
        try check("key", key.count, limit: limits.metadataKeyBytes)
        try check("value", value.count, limit: limits.metadataValueBytes)
        return Entry(key: key, value: value)
    }

    private static func check(_ part: String, _ count: Int, limit: Int) throws(Status) {
        guard count <= limit else {
            throw Status(
                .resourceExhausted,
                "a \(part) of Request.metadata has \(count) bytes, the limit is \(limit)"
            )
        }
    }
}

extension RequestEnvelope {
    /// When the caller stops waiting, nil when it did not say; throws when it already has.
    func deadline(
        takenUpAt start: MonotonicTime,
        now: MonotonicTime,
        limits: Limits
    ) throws(Status) -> MonotonicTime? {
        guard timeoutNanoseconds != 0 else { return nil }
        let deadline = start.advanced(by: min(.nanoseconds(timeoutNanoseconds), limits.timeout))
        guard now < deadline else {
            throw Status(.deadlineExceeded, "the deadline had passed before the call began")
        }
        return deadline
    }

    /// What the caller sent beside the request, without its token.
    func metadataForMethod(_ frame: Span<UInt8>) -> [RPCKeyValue] {
        // Most requests have none or a token alone: then nothing is allocated.
        var result: [RPCKeyValue] = []
        for entry in metadata where !frame.equals(entry.key, Authorizer.key) {
            result.append(RPCKeyValue(key: frame.text(entry.key), value: frame.text(entry.value)))
        }
        return result
    }
}

/// Where the parts of a ttrpc Response lie in its frame.
struct ResponseEnvelope {
    private(set) var payload = 0..<0
    /// What the peer says went wrong; nil when the call succeeded.
    private(set) var failure: Status?

    /// Reads the bytes of a Response; throws INTERNAL, as the peer is at fault.
    init(_ bytes: Span<UInt8>) throws(Status) {
        var status: Range<Int>?
        var reader = FieldReader(0..<bytes.count)
        while let field = try reader.field(in: bytes, of: "Response") {
            switch (field.number, field.value) {
            case (1, .bytes(let range)): status = range
            case (2, .bytes(let range)): payload = range
            case (1...2, _): throw Status.wrongWireType(field.number, of: "Response")
            default: break
            }
        }
        if let status { failure = try Self.readStatus(status, in: bytes) }
    }

    private static func readStatus(
        _ range: Range<Int>,
        in bytes: Span<UInt8>
    ) throws(Status) -> Status? {
        var code: UInt64 = 0
        var message = 0..<0
        var reader = FieldReader(range)
        while let field = try reader.field(in: bytes, of: "Status") {
            switch (field.number, field.value) {
            case (1, .number(let value)): code = value
            case (2, .bytes(let range)): message = range
            case (1...2, _): throw Status.wrongWireType(field.number, of: "Status")
            default: break
            }
        }
        // An enum's value is its lower 32 bits, whatever else a peer sends.
        let value = Int32(truncatingIfNeeded: code)
        guard value != 0 else { return nil }
        return Status(Status.Code(rawValue: value) ?? .unknown, bytes.text(message))
    }
}

extension Status {
    fileprivate static func wrongWireType(_ number: UInt64, of message: String) -> Status {
        Status(.invalidArgument, "\(message): field \(number) has another wire type than declared")
    }
}

extension FieldReader {
    fileprivate mutating func field(
        in bytes: Span<UInt8>,
        of message: String
    ) throws(Status) -> (number: UInt64, value: Value)? {
        do throws(Malformed) {
            return try next(in: bytes)
        } catch {
            throw Status(.invalidArgument, "this is not a \(message): \(error.problem)")
        }
    }
}

extension Span<UInt8> {
    /// The text in a range; what is not UTF-8 is shown as the replacement character.
    func text(_ range: Range<Int>) -> String {
        String(decoding: range.map { self[$0] }, as: UTF8.self)
    }

    /// Whether the range holds exactly these bytes.
    func equals(_ range: Range<Int>, _ other: [UInt8]) -> Bool {
        guard range.count == other.count else { return false }
        for index in other.indices where self[range.lowerBound + index] != other[index] {
            return false
        }
        return true
    }
}
