import CMessages
import CProtobufC
import TestSupport

@testable import Messages

/// Writes random messages of any type straight from its descriptor, in the form that protobuf calls
/// canonical: fields by number, defaults left out, numbers packed.
///
/// It shares no code with the encoder that it is compared with.
struct RandomMessage {
    var generator: SeededGenerator

    mutating func bytes(of descriptor: UnsafePointer<ProtobufCMessageDescriptor>) -> [UInt8] {
        var output: [UInt8] = []
        let chosen = unsafe chosenMembers(of: descriptor)
        for index in 0..<Int(unsafe descriptor.pointee.n_fields) {
            let field = unsafe descriptor.pointee.fields + index
            let isMember =
                unsafe field.pointee.flags & UInt32(PROTOBUF_C_FIELD_FLAG_ONEOF.rawValue) != 0
            if isMember {
                guard unsafe chosen[field.pointee.quantifier_offset] == index else { continue }
                output += unsafe tag(field) + value(of: field, defaultIsLikely: true)
            } else if unsafe field.pointee.label == PROTOBUF_C_LABEL_REPEATED {
                output += unsafe repeated(field)
            } else if Bool.random(using: &generator) {
                let value = unsafe value(of: field, defaultIsLikely: false)
                let isAbsent =
                    unsafe field.pointee.type != PROTOBUF_C_TYPE_MESSAGE
                    && value.allSatisfy { $0 == 0 }
                if !isAbsent { output += unsafe tag(field) + value }
            }
        }
        return output
    }

    /// For each oneof, by its place in the struct, the index of the member that is set.
    private mutating func chosenMembers(
        of descriptor: UnsafePointer<ProtobufCMessageDescriptor>
    ) -> [UInt32: Int] {
        var members: [UInt32: [Int]] = [:]
        for index in 0..<Int(unsafe descriptor.pointee.n_fields) {
            let field = unsafe descriptor.pointee.fields[index]
            if unsafe field.flags & UInt32(PROTOBUF_C_FIELD_FLAG_ONEOF.rawValue) != 0 {
                unsafe members[field.quantifier_offset, default: []].append(index)
            }
        }
        var chosen: [UInt32: Int] = [:]
        for oneof in members.keys.sorted() where Int.random(in: 0..<4, using: &generator) > 0 {
            chosen[oneof] = members[oneof]?.randomElement(using: &generator)
        }
        return chosen
    }

    private mutating func repeated(_ field: UnsafePointer<ProtobufCFieldDescriptor>) -> [UInt8] {
        let count = Int.random(in: 0...3, using: &generator)
        if count == 0 { return [] }
        let isPacked = unsafe wireType(field) != 2
        var output: [UInt8] = []
        for _ in 0..<count {
            let value = unsafe value(of: field, defaultIsLikely: true)
            output += isPacked ? value : unsafe tag(field) + value
        }
        guard isPacked else { return output }
        return unsafe varint(UInt64(field.pointee.id) << 3 | 2) + varint(UInt64(output.count))
            + output
    }

    private mutating func value(
        of field: UnsafePointer<ProtobufCFieldDescriptor>,
        defaultIsLikely: Bool
    ) -> [UInt8] {
        if defaultIsLikely, Int.random(in: 0..<4, using: &generator) == 0 {
            return unsafe [
                [0], Array(repeating: 0, count: 8), [0], [], [], Array(repeating: 0, count: 4),
            ][
                wireType(field)
            ]
        }
        let bits =
            UInt64.random(in: .min ... .max, using: &generator)
            >> UInt64.random(in: 0..<64, using: &generator)
        switch unsafe field.pointee.type {
        case PROTOBUF_C_TYPE_STRING: return prefixed(Array(text().utf8))
        case PROTOBUF_C_TYPE_BYTES:
            let count = Int.random(in: 0...200, using: &generator)
            return prefixed((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
        case PROTOBUF_C_TYPE_MESSAGE:
            let inner = unsafe field.pointee.descriptor.assumingMemoryBound(
                to: ProtobufCMessageDescriptor.self
            )
            return prefixed(unsafe bytes(of: inner))
        case PROTOBUF_C_TYPE_BOOL: return [UInt8(bits & 1)]
        case PROTOBUF_C_TYPE_INT32:
            return varint(UInt64(bitPattern: Int64(Int32(truncatingIfNeeded: bits))))
        case PROTOBUF_C_TYPE_UINT32: return varint(UInt64(UInt32(truncatingIfNeeded: bits)))
        case PROTOBUF_C_TYPE_INT64, PROTOBUF_C_TYPE_UINT64: return varint(bits)
        case PROTOBUF_C_TYPE_ENUM:
            let values = unsafe field.pointee.descriptor.assumingMemoryBound(
                to: ProtobufCEnumDescriptor.self
            ).pointee
            let index = unsafe Int.random(in: 0..<Int(values.n_values), using: &generator)
            return unsafe varint(UInt64(values.values[index].value))
        case PROTOBUF_C_TYPE_FLOAT:
            let number = Float(Int32(truncatingIfNeeded: bits)) / 256
            return unsafe withUnsafeBytes(of: number.bitPattern.littleEndian) { unsafe Array($0) }
        default:
            let number = Double(Int64(truncatingIfNeeded: bits)) / 256
            return unsafe withUnsafeBytes(of: number.bitPattern.littleEndian) { unsafe Array($0) }
        }
    }

    private mutating func text() -> String {
        let alphabet: [Character] = ["a", "Z", "9", " ", "é", "ß", "→", "✓", "界", "𝄞", "👩‍🔧"]
        let count = Int.random(in: 0...40, using: &generator)
        return String((0..<count).map { _ in alphabet[Int.random(in: 0..<11, using: &generator)] })
    }
}

/// A number in protobuf's variable length.
func varint(_ number: UInt64) -> [UInt8] {
    var output: [UInt8] = []
    var rest = number
    while rest > 127 {
        output.append(UInt8(rest % 128 + 128))
        rest /= 128
    }
    return output + [UInt8(rest)]
}

/// Bytes with their length before them.
func prefixed(_ bytes: [UInt8]) -> [UInt8] { varint(UInt64(bytes.count)) + bytes }

private func tag(_ field: UnsafePointer<ProtobufCFieldDescriptor>) -> [UInt8] {
    unsafe varint(UInt64(field.pointee.id) << 3 | UInt64(wireType(field)))
}

private func wireType(_ field: UnsafePointer<ProtobufCFieldDescriptor>) -> Int {
    switch unsafe field.pointee.type {
    case PROTOBUF_C_TYPE_STRING, PROTOBUF_C_TYPE_BYTES, PROTOBUF_C_TYPE_MESSAGE: 2
    case PROTOBUF_C_TYPE_DOUBLE: 1
    case PROTOBUF_C_TYPE_FLOAT: 5
    default: 0
    }
}
