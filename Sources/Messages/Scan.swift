internal import CProtobufC

/// One pass over untrusted bytes before protobuf-c sees them, without allocation.
///
/// protobuf-c accepts bytes that are not UTF-8, cuts text at a NUL, keeps numbers that an enumeration
/// does not have, recurses without a limit, and takes quadratic time over one submessage field that is
/// repeated. All of it is refused here. Fields that the descriptor does not have are stepped over, so
/// that a newer peer is understood, but they count.
@safe
struct Scan {
    typealias Descriptor = UnsafePointer<ProtobufCMessageDescriptor>
    typealias Field = UnsafePointer<ProtobufCFieldDescriptor>
    typealias Problem = DecodeError.Problem

    private let limits: DecodeLimits
    private var cursor: Cursor
    private var elementsLeft: Int

    /// The message and the field that the cursor is in, for errors.
    private var descriptor: Descriptor
    private var field: Field?

    /// Throws unless protobuf-c can be trusted to unpack `bytes`.
    static func check(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ descriptor: Descriptor,
        _ limits: DecodeLimits
    ) throws(DecodeError) {
        var scan = unsafe Scan(
            limits: limits,
            cursor: Cursor(bytes),
            elementsLeft: limits.maximumElements,
            descriptor: descriptor
        )
        do throws(Problem) {
            guard bytes.count <= limits.maximumBytes else {
                throw .tooLong(bytes: bytes.count, limit: limits.maximumBytes)
            }
            try unsafe scan.message(descriptor, end: bytes.count, depth: 1)
        } catch {
            throw unsafe DecodeError(scan.descriptor, scan.field, error)
        }
    }

    /// Scans the fields of one message up to the offset `end`.
    private mutating func message(
        _ descriptor: Descriptor,
        end: Int,
        depth: Int
    ) throws(Problem) {
        unsafe self.descriptor = descriptor
        unsafe field = nil
        guard depth <= limits.maximumDepth else { throw .tooDeep(limit: limits.maximumDepth) }
        var seen: UInt64 = 0  // one bit a field: the generator refuses messages with more than 64
        var index = 0
        while cursor.offset < end {
            unsafe field = nil
            let (number, wireType) = try cursor.tag(before: end)
            try count(1)
            guard unsafe Self.find(number, in: descriptor, &index) else {
                try cursor.skip(wireType, before: end)
                continue
            }
            let found = unsafe descriptor.pointee.fields + index
            unsafe field = found
            guard
                unsafe wireType == .lengthDelimited && found.pointee.type == PROTOBUF_C_TYPE_MESSAGE
            else {
                try unsafe scalar(found, wireType, end)
                continue
            }
            if unsafe found.pointee.label != PROTOBUF_C_LABEL_REPEATED {
                guard seen & (1 << UInt64(index)) == 0 else { throw .repeatedSubmessage }
                seen |= 1 << UInt64(index)
            }
            let length = try cursor.length(before: end)
            let inner = unsafe found.pointee.descriptor.assumingMemoryBound(
                to: ProtobufCMessageDescriptor.self
            )
            try unsafe message(inner, end: cursor.offset + length, depth: depth + 1)
            unsafe self.descriptor = descriptor
        }
    }

    /// Finds the field with this number: `index` is where the one before was found, and fields come
    /// in order as a rule.
    private static func find(
        _ number: UInt32,
        in descriptor: Descriptor,
        _ index: inout Int
    ) -> Bool {
        let count = unsafe Int(descriptor.pointee.n_fields)
        guard count > 0, let fields = unsafe descriptor.pointee.fields else { return false }
        if unsafe fields[index].id == number { return true }
        if index + 1 < count, unsafe fields[index + 1].id == number {
            index += 1
            return true
        }
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if unsafe fields[middle].id < number { low = middle + 1 } else { high = middle }
        }
        guard low < count, unsafe fields[low].id == number else { return false }
        index = low
        return true
    }

    /// Scans a value that is not a message, or a packed field.
    private mutating func scalar(
        _ field: Field,
        _ wireType: WireType,
        _ end: Int
    ) throws(Problem) {
        let expected = unsafe WireType(ofElementsOf: field)
        guard wireType == expected else {
            guard
                unsafe wireType == .lengthDelimited
                    && field.pointee.label == PROTOBUF_C_LABEL_REPEATED
            else { throw .wrongWireType(wireType.rawValue) }
            return try unsafe packed(field, expected, end)
        }
        switch wireType {
        case .varint: try unsafe varint(field, end)
        case .fixed64, .fixed32: try cursor.skip(wireType, before: end)
        case .lengthDelimited:
            let length = try cursor.length(before: end)
            if unsafe field.pointee.type == PROTOBUF_C_TYPE_STRING {
                try unsafe Text.check(cursor.bytes(length))
            }
            try cursor.skip(length, before: end)
        }
    }

    /// Scans one number and, for an enumeration, whether it has it.
    private mutating func varint(_ field: Field, _ end: Int) throws(Problem) {
        let number = try cursor.varint(before: end)
        guard unsafe field.pointee.type == PROTOBUF_C_TYPE_ENUM else { return }
        let enumeration = unsafe field.pointee.descriptor.assumingMemoryBound(
            to: ProtobufCEnumDescriptor.self
        )
        guard number <= UInt64(Int32.max),
            unsafe protobuf_c_enum_descriptor_get_value(enumeration, Int32(number)) != nil
        else { throw .unknownEnumerationValue(Int64(bitPattern: number)) }
    }

    private mutating func packed(
        _ field: Field,
        _ elementType: WireType,
        _ end: Int
    ) throws(Problem) {
        let length = try cursor.length(before: end)
        switch elementType {
        case .fixed64, .fixed32:
            let size = elementType == .fixed64 ? 8 : 4
            guard length.isMultiple(of: size) else { throw .brokenPackedField }
            try count(length / size)
            try cursor.skip(length, before: end)
        case .varint:
            let packedEnd = cursor.offset + length
            while cursor.offset < packedEnd {
                try count(1)
                try unsafe varint(field, packedEnd)
            }
        case .lengthDelimited:
            preconditionFailure("what has a length is not packed")
        }
    }

    private mutating func count(_ elements: Int) throws(Problem) {
        elementsLeft -= elements
        guard elementsLeft >= 0 else { throw .tooManyElements(limit: limits.maximumElements) }
    }
}
