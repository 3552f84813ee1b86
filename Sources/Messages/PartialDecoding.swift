extension Message {
    /// Reads a message as if it had been written without some of its fields.
    ///
    /// What is left out costs next to nothing: who folds a million records need not unpack what was said
    /// in each of them.
    ///
    /// - Throws: ``DecodeError``, as reading the whole message does.
    public static func decode(
        _ bytes: Span<UInt8>,
        omitting fields: Set<UInt32>,
        limits: DecodeLimits
    ) throws(DecodeError) -> Self {
        guard let kept = kept(bytes, omitting: fields) else {
            // What can't be told apart is refused, with the reason.
            return try decode(bytes, limits: limits)
        }
        return try decode(kept.span, limits: limits)
    }

    /// The bytes of the other fields; nil where the bytes are no message.
    private static func kept(_ bytes: Span<UInt8>, omitting fields: Set<UInt32>) -> [UInt8]? {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            var cursor = unsafe Cursor(buffer)
            var kept: [UInt8] = []
            kept.reserveCapacity(buffer.count)
            do {
                while cursor.offset < buffer.count {
                    let start = cursor.offset
                    let (number, wireType) = try cursor.tag(before: buffer.count)
                    try cursor.skip(wireType, before: buffer.count)
                    guard !fields.contains(number) else { continue }
                    unsafe kept.append(contentsOf: buffer[start..<cursor.offset])
                }
            } catch {
                return nil
            }
            return kept
        }
    }
}
