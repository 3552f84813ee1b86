internal import Glibc

/// The rules for `string` fields.
enum Text {
    /// Throws unless `bytes` are UTF-8 without a NUL character.
    static func check(_ bytes: UnsafeBufferPointer<UInt8>) throws(DecodeError.Problem) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
        if unsafe memchr(base, 0, bytes.count) != nil { throw .containsNUL }
        do {
            _ = try unsafe UTF8Span(validating: Span(_unsafeElements: bytes))
        } catch {
            throw .invalidUTF8
        }
    }
}
