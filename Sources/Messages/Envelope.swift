// Requests and replies without copies of their payloads, which make up most of a frame.

/// A request as it stands in the bytes of a frame: only metadata is copied.
///
/// Ranges are offsets in the bytes that were read. The range of an absent field is empty.
public struct RPCRequestView: Sendable, Equatable {
    /// The service's full name, in UTF-8.
    public private(set) var service = 0..<0

    /// The method's name, in UTF-8.
    public private(set) var method = 0..<0

    /// The method's own request message, not checked yet.
    public private(set) var payload = 0..<0

    /// Time the caller waits for the reply, in nanoseconds.
    ///
    /// 0 means without a limit.
    public private(set) var timeoutNano: Int64 = 0

    /// What belongs to the call but not to the method, such as the caller's token.
    public private(set) var metadata: [RPCKeyValue] = []

    /// Reads an ``RPCRequest``, with the same checks as decoding it.
    ///
    /// - Throws: ``DecodeError``, which names the message, the field and, if one was passed, the limit.
    public init(_ bytes: Span<UInt8>, limits: DecodeLimits) throws(DecodeError) {
        var entries: [Range<Int>] = []
        try unsafe bytes.withUnsafeBufferPointer { buffer throws(DecodeError) in
            try unsafe Scan.check(buffer, RPCRequest.descriptor, limits)
            do throws(DecodeError.Problem) {
                var cursor = unsafe Cursor(buffer)
                while cursor.offset < buffer.count {
                    try takeField(at: &cursor, before: buffer.count, &entries)
                }
            } catch {
                throw unsafe DecodeError(RPCRequest.descriptor, nil, error)
            }
        }
        for entry in entries {
            metadata.append(try RPCKeyValue.decode(bytes.extracting(entry), limits: limits))
        }
    }

    /// Takes one field that the scan has passed; of metadata only the place.
    private mutating func takeField(
        at cursor: inout Cursor,
        before end: Int,
        _ entries: inout [Range<Int>]
    ) throws(DecodeError.Problem) {
        let (number, wireType) = try cursor.tag(before: end)
        guard (1...5).contains(number) else { return try cursor.skip(wireType, before: end) }
        guard wireType == .lengthDelimited else {
            timeoutNano = try Int64(bitPattern: cursor.varint(before: end))
            return
        }
        let length = try cursor.length(before: end)
        let range = cursor.offset..<cursor.offset + length
        try cursor.skip(length, before: end)
        switch number {
        case 1: service = range
        case 2: method = range
        case 3: payload = range
        default: entries.append(range)
        }
    }
}

extension RPCRequest {
    /// Appends the request with `payload` in place of its own.
    public func append(payload: some Message, to output: inout [UInt8]) {
        RPCRequest(service: service, method: method).append(to: &output)
        payload.append(asField: 3, to: &output)
        RPCRequest(timeoutNano: timeoutNano, metadata: metadata).append(to: &output)
    }
}

extension RPCResponse {
    /// Appends the response to a call that succeeded with `payload`.
    public static func append(payload: some Message, to output: inout [UInt8]) {
        payload.append(asField: 2, to: &output)
    }
}

extension Message {
    /// Appends the message as a field of type `bytes`, which is left out when it is empty.
    fileprivate func append(asField number: UInt8, to output: inout [UInt8]) {
        let start = output.count
        output.append(number << 3 | WireType.lengthDelimited.rawValue)
        append(to: &output)
        var length = output.count - start - 1
        if length == 0 {
            output.removeLast()
            return
        }
        var place = start + 1
        while length >= 0x80 {
            output.insert(UInt8(truncatingIfNeeded: length) | 0x80, at: place)
            length >>= 7
            place += 1
        }
        output.insert(UInt8(length), at: place)
    }
}
