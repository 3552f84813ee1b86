/// Walks over the fields of a protobuf message without copying or allocating.
///
/// The envelope of each call is read with it: a server reads the payload where it lies in the
/// frame.
struct FieldReader {
    enum Value {
        case number(UInt64)
        case bytes(Range<Int>)
        /// A fixed-width number; no field of the envelope is one.
        case fixed
    }

    struct Malformed: Error {
        let problem: String
    }

    private var offset: Int
    private let end: Int

    init(_ range: Range<Int>) {
        offset = range.lowerBound
        end = range.upperBound
    }

    /// The next field's number and value; nil at the end.
    mutating func next(
        in bytes: Span<UInt8>
    ) throws(Malformed) -> (number: UInt64, value: Value)? {
        guard offset < end else { return nil }
        let tag = try readVarint(bytes)
        let number = tag >> 3
        guard (1...0x1FFF_FFFF).contains(number) else {
            throw Malformed(problem: "a field number is not between 1 and 536870911")
        }
        switch tag & 7 {
        case 0: return (number, .number(try readVarint(bytes)))
        case 1: return (number, try skipFixed(8))
        case 2:
            let length = try readVarint(bytes)
            guard length <= UInt64(end - offset) else {
                throw Malformed(problem: "a field is longer than the message")
            }
            let start = offset
            offset += Int(length)
            return (number, .bytes(start..<offset))
        case 5: return (number, try skipFixed(4))
        default: throw Malformed(problem: "a field has wire type \(tag & 7), which proto3 has not")
        }
    }

    private mutating func skipFixed(_ count: Int) throws(Malformed) -> Value {
        guard end - offset >= count else { throw Malformed(problem: "it ends within a number") }
        offset += count
        return .fixed
    }

    private mutating func readVarint(_ bytes: Span<UInt8>) throws(Malformed) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            guard offset < end else { throw Malformed(problem: "it ends within a number") }
            let byte = bytes[offset]
            offset += 1
            // The tenth byte has room for one bit more.
            guard shift < 63 || byte < 2 else { break }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        throw Malformed(problem: "a number has more than 64 bits")
    }
}
