internal import CProtobufC

/// What a tag says about the value after it.
enum WireType: UInt8 {
    case varint = 0
    case fixed64 = 1
    case lengthDelimited = 2
    case fixed32 = 5

    /// The wire type of a field's elements when they are not packed.
    init(ofElementsOf field: UnsafePointer<ProtobufCFieldDescriptor>) {
        switch unsafe field.pointee.type {
        case PROTOBUF_C_TYPE_STRING, PROTOBUF_C_TYPE_BYTES, PROTOBUF_C_TYPE_MESSAGE:
            self = .lengthDelimited
        case PROTOBUF_C_TYPE_DOUBLE, PROTOBUF_C_TYPE_FIXED64, PROTOBUF_C_TYPE_SFIXED64:
            self = .fixed64
        case PROTOBUF_C_TYPE_FLOAT, PROTOBUF_C_TYPE_FIXED32, PROTOBUF_C_TYPE_SFIXED32:
            self = .fixed32
        default: self = .varint
        }
    }
}

/// A place in the bytes of a message, going forward; every step is checked against an end.
///
/// No `end` that is passed lies beyond the bytes.
@safe
struct Cursor {
    typealias Problem = DecodeError.Problem

    private let base: UnsafePointer<UInt8>?

    /// Bytes before this place.
    private(set) var offset = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe base = bytes.baseAddress
    }

    /// The next bytes: `length` is what ``length(before:)`` returned.
    func bytes(_ length: Int) -> UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(start: base.map { unsafe $0 + offset }, count: length)
    }

    mutating func skip(_ length: Int, before end: Int) throws(Problem) {
        guard length <= end - offset else { throw .truncated }
        offset += length
    }

    /// Passes a value of any field.
    mutating func skip(_ wireType: WireType, before end: Int) throws(Problem) {
        switch wireType {
        case .varint: _ = try varint(before: end)
        case .fixed64: try skip(8, before: end)
        case .fixed32: try skip(4, before: end)
        case .lengthDelimited: try skip(length(before: end), before: end)
        }
    }

    @inline(__always)
    mutating func tag(before end: Int) throws(Problem) -> (number: UInt32, WireType) {
        let tag = try shortVarint(before: end)
        let bits = UInt8(tag & 7)
        guard let wireType = WireType(rawValue: bits) else { throw .unsupportedWireType(bits) }
        guard tag >> 3 > 0 else { throw .fieldNumberOutOfRange }
        return (tag >> 3, wireType)
    }

    /// The length of what follows, which is there in full.
    @inline(__always)
    mutating func length(before end: Int) throws(Problem) -> Int {
        let length = try Int(shortVarint(before: end))
        guard length <= end - offset else { throw .truncated }
        return length
    }

    /// A number of at most 32 bits in at most 5 bytes: protobuf-c reads no longer tags and lengths.
    @inline(__always)
    private mutating func shortVarint(before end: Int) throws(Problem) -> UInt32 {
        if offset < end, let base = unsafe base, unsafe base[offset] < 0x80 {
            offset += 1
            return unsafe UInt32(base[offset - 1])
        }
        let start = offset
        let number = try varint(before: end)
        guard number <= UInt64(UInt32.max), offset - start <= 5 else { throw .numberTooLong }
        return UInt32(number)
    }

    /// A number of at most 64 bits.
    mutating func varint(before end: Int) throws(Problem) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while offset < end, let base = unsafe base {
            let byte = unsafe base[offset]
            offset += 1
            guard shift < 63 || byte <= 1 else { throw .numberTooLong }
            number |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        throw .truncated
    }
}
