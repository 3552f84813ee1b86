internal import CProtobufC

/// Why bytes were refused.
public struct DecodeError: Error, Sendable, Equatable {
    /// The message in which it happened, such as `TurnRequest`.
    public let message: String

    /// The field, such as `call_id`; nil when it is about the message as a whole.
    public let field: String?

    /// What is wrong.
    public let problem: Problem

    /// Something that makes bytes unacceptable.
    public enum Problem: Error, Equatable {
        /// The message is larger than the limit, in bytes.
        case tooLong(bytes: Int, limit: Int)
        /// There are more fields and elements than the limit.
        case tooManyElements(limit: Int)
        /// Messages stand inside one another deeper than the limit.
        case tooDeep(limit: Int)
        /// Unpacking would take more memory than the limit, in bytes.
        case tooMuchMemory(limit: Int)
        /// A field that holds one message came twice.
        case repeatedSubmessage
        /// The field came with a wire type that its type does not have.
        case wrongWireType(UInt8)
        /// The wire type is not one of proto3's: groups are among these.
        case unsupportedWireType(UInt8)
        /// The field number is 0 or above 536,870,911.
        case fieldNumberOutOfRange
        /// A number has more than 64 bits, or a tag or length more than 32.
        case numberTooLong
        /// The bytes end in the middle of a field.
        case truncated
        /// A packed field's length is not a multiple of its elements'.
        case brokenPackedField
        /// The text is not UTF-8.
        case invalidUTF8
        /// The text contains a NUL character.
        case containsNUL
        /// The enumeration has no value of this number.
        case unknownEnumerationValue(Int64)
        /// protobuf-c refused bytes that passed the scan.
        case unreadable
    }

    /// Names the message and the field as the proto file does.
    public init(message: String, field: String?, _ problem: Problem) {
        self.message = message
        self.field = field
        self.problem = problem
    }

    init(
        _ message: UnsafePointer<ProtobufCMessageDescriptor>,
        _ field: UnsafePointer<ProtobufCFieldDescriptor>?,
        _ problem: Problem
    ) {
        self.message = unsafe String(cString: message.pointee.short_name)
        self.field = unsafe field.map { unsafe String(cString: $0.pointee.name) }
        self.problem = problem
    }
}

extension DecodeError: CustomStringConvertible {
    /// The place, what is wrong there, and the limit if one was passed.
    public var description: String {
        let place = field.map { "\(message).\($0)" } ?? message
        return "\(place): \(problem)"
    }
}

extension DecodeError.Problem: CustomStringConvertible {
    /// What is wrong, and the limit if one was passed.
    public var description: String {
        switch self {
        case .tooLong(let bytes, let limit): "\(bytes) bytes, the limit is \(limit)"
        case .tooManyElements(let limit): "too many fields and elements, the limit is \(limit)"
        case .tooDeep(let limit): "messages nested too deep, the limit is \(limit)"
        case .tooMuchMemory(let limit):
            "unpacking takes too much memory, the limit is \(limit) bytes"
        case .repeatedSubmessage: "comes twice, but holds one message"
        case .wrongWireType(let type): "wire type \(type) is not that of the field"
        case .unsupportedWireType(let type): "wire type \(type) is not used in proto3"
        case .fieldNumberOutOfRange: "a field number is not between 1 and 536870911"
        case .numberTooLong: "a number has too many bits"
        case .truncated: "ends too early"
        case .brokenPackedField: "its length is not a multiple of its elements' length"
        case .invalidUTF8: "is not valid UTF-8"
        case .containsNUL: "contains a NUL character"
        case .unknownEnumerationValue(let value): "\(value) is not a value of the enumeration"
        case .unreadable: "is not a protobuf message"
        }
    }
}
