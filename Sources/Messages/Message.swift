internal import CProtobufC

/// A protobuf message as a plain Swift value.
///
/// Every message of `proto/` has such a type. Bytes are read by protobuf-c, after a scan that refuses
/// what it would misread or what would cost too much, and in an arena of bounded size. They are
/// written as protobuf-c writes them.
///
/// A `string` field must hold no NUL character: decoding refuses it.
public protocol Message: Sendable, Equatable {
    /// Reads a message of this type.
    ///
    /// - Throws: ``DecodeError``, which names the message, the field and, if one was passed, the limit.
    static func decode(_ bytes: Span<UInt8>, limits: DecodeLimits) throws(DecodeError) -> Self

    /// Appends the message's bytes to `output`.
    func append(to output: inout [UInt8])
}

extension Message {
    /// Reads a message of this type.
    ///
    /// - Throws: ``DecodeError``, which names the message, the field and, if one was passed, the limit.
    public static func decode(
        _ bytes: [UInt8],
        limits: DecodeLimits
    ) throws(DecodeError) -> Self {
        try decode(bytes.span, limits: limits)
    }

    /// The message's bytes.
    public func encoded() -> [UInt8] {
        var output: [UInt8] = []
        append(to: &output)
        return output
    }
}

/// What the generated code says about a message: the C struct that protobuf-c fills, and how it is
/// read and written.
protocol WireMessage: Message {
    /// protobuf-c's description of the message and its fields.
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> { get }

    /// Copies the fields of the struct that protoc-c made of the message, scanned and unpacked.
    init(_ structure: UnsafeRawPointer)

    /// Writes the fields, the last one first.
    func write(to writer: inout ReverseWriter)
}

extension WireMessage {
    /// Scans, unpacks in the thread's arena, and copies.
    public static func decode(
        _ bytes: Span<UInt8>,
        limits: DecodeLimits
    ) throws(DecodeError) -> Self {
        try unsafe bytes.withUnsafeBufferPointer { buffer throws(DecodeError) in
            let descriptor = unsafe Self.descriptor
            try unsafe Scan.check(buffer, descriptor, limits)
            let capacity = limits.memoryBytes(forMessageOf: buffer.count)
            return try unsafe Arena.withArena(capacity: capacity) { arena throws(DecodeError) in
                let unpacked = unsafe protobuf_c_message_unpack(
                    descriptor,
                    arena.pointee.allocator,
                    buffer.count,
                    buffer.baseAddress
                )
                guard let unpacked = unsafe unpacked else {
                    let isExhausted = unsafe arena.pointee.isExhausted
                    throw unsafe DecodeError(
                        descriptor,
                        nil,
                        isExhausted ? .tooMuchMemory(limit: capacity) : .unreadable
                    )
                }
                return unsafe Self(UnsafeRawPointer(unpacked))
            }
        }
    }

    /// Writes in the thread's block, and copies.
    public func append(to output: inout [UInt8]) {
        ReverseWriter.append(to: &output) { writer in write(to: &writer) }
    }
}
