import CMessages
import CProtobufC
import Testing

@testable import Messages

/// The scan against descriptors that no message here has, so that it does not rely on them.
@Suite struct ScanTests {
    @Test func `a recursive message type overflows the stack`() {
        let attack = (0..<1000).reduce([UInt8]()) { inner, _ in [0x0a] + prefixed(inner) }
        let problem = problem(in: attack, type: PROTOBUF_C_TYPE_MESSAGE)
        #expect(problem == .tooDeep(limit: 8))
    }

    @Test func `packed numbers of a fixed length are not counted or end in the middle`() {
        let doubles = [UInt8](repeating: 0, count: 16)
        for (length, expected): (Int, DecodeError.Problem?) in [
            (0, nil), (8, nil), (16, nil), (7, .brokenPackedField), (12, .brokenPackedField),
        ] {
            let bytes = [0x0a, UInt8(length)] + doubles.prefix(length)
            #expect(
                problem(in: bytes, type: PROTOBUF_C_TYPE_DOUBLE) == expected,
                "\(length)"
            )
        }
        let three = [0x0a, 12] + doubles.prefix(12)
        #expect(
            problem(in: three, type: PROTOBUF_C_TYPE_FLOAT, maximumElements: 3)
                == .tooManyElements(limit: 3)
        )
    }

    /// What the scan says of `bytes` for a message with one repeated field, `items`, of number 1; for
    /// the type message it holds messages of the same kind.
    private func problem(
        in bytes: [UInt8],
        type: ProtobufCType,
        maximumElements: Int = 10_000
    ) -> DecodeError.Problem? {
        unsafe "items".withCString { name in
            let message = UnsafeMutablePointer<ProtobufCMessageDescriptor>.allocate(capacity: 1)
            let field = UnsafeMutablePointer<ProtobufCFieldDescriptor>.allocate(capacity: 1)
            defer {
                unsafe message.deallocate()
                unsafe field.deallocate()
            }
            unsafe field.initialize(to: ProtobufCFieldDescriptor())
            unsafe field.pointee.name = name
            unsafe field.pointee.id = 1
            unsafe field.pointee.label = PROTOBUF_C_LABEL_REPEATED
            unsafe field.pointee.type = type
            unsafe field.pointee.descriptor = UnsafeRawPointer(message)
            unsafe message.initialize(to: ProtobufCMessageDescriptor())
            unsafe message.pointee.short_name = name
            unsafe message.pointee.n_fields = 1
            unsafe message.pointee.fields = UnsafePointer(field)
            let limits = DecodeLimits(maximumBytes: 1 << 20, maximumElements: maximumElements)
            do throws(DecodeError) {
                try unsafe bytes.withUnsafeBufferPointer { buffer throws(DecodeError) in
                    try unsafe Scan.check(buffer, message, limits)
                }
                return nil
            } catch {
                return error.problem
            }
        }
    }
}
