/// A document that has a term, and how much the term says of it.
struct Posting: Equatable {
    /// The document's number.
    var document: UInt32
    /// From 1 to ``PostingList/fullImpact``.
    var impact: UInt8
}

/// Something of an index that can't be what was written.
public struct DamagedPostings: Error {}

/// The documents of a term as bytes, read where they lie.
///
/// First how many there are (a varint) and the highest impact among them (a byte). Where there is more than
/// one block of 128, a directory follows: of each block its last document and the end of its bytes (four bytes
/// each, little-endian) and its highest impact. Then of each document the distance to the one before (a
/// varint) and the impact (a byte). So a block in which nothing of interest can stand is passed over unread.
struct PostingList {
    /// An impact that counts as 1.
    static let fullImpact = 255
    /// Documents of a block: at two bytes each they fill four cache lines.
    static let blockCount = 128
    private static let entryBytes = 9

    /// How many documents there are.
    let count: Int
    /// The highest impact.
    let maximum: UInt8
    private let directory: Int
    private let data: Int

    /// A block of the list.
    struct Block {
        /// The last document of the block before.
        let previous: UInt32
        let last: UInt32
        let maximum: UInt8
        let bytes: Range<Int>
        let count: Int
    }

    /// Reads the head of a list.
    init(_ bytes: Span<UInt8>) throws(DamagedPostings) {
        var offset = 0
        count = Int(try Self.number(bytes, &offset))
        guard count > 0, offset < bytes.count else { throw DamagedPostings() }
        maximum = bytes[offset]
        directory = offset + 1
        data = directory + (count > Self.blockCount ? Self.blocks(count) * Self.entryBytes : 0)
        guard data <= bytes.count else { throw DamagedPostings() }
    }

    /// How many blocks there are.
    var blocks: Int { Self.blocks(count) }

    private static func blocks(_ count: Int) -> Int { (count + blockCount - 1) / blockCount }

    /// A block by its number.
    func block(_ number: Int, _ bytes: Span<UInt8>) throws(DamagedPostings) -> Block {
        guard count > Self.blockCount else {
            return Block(
                previous: 0,
                last: .max,
                maximum: maximum,
                bytes: data..<bytes.count,
                count: count
            )
        }
        let entry = directory + number * Self.entryBytes
        let start = number == 0 ? 0 : Int(Self.fixed(bytes, entry - Self.entryBytes + 4))
        let end = Int(Self.fixed(bytes, entry + 4))
        guard start <= end, end <= bytes.count - data else { throw DamagedPostings() }
        return Block(
            previous: number == 0 ? 0 : Self.fixed(bytes, entry - Self.entryBytes),
            last: Self.fixed(bytes, entry),
            maximum: bytes[entry + 8],
            bytes: data + start..<data + end,
            count: min(Self.blockCount, count - number * Self.blockCount)
        )
    }

    /// Calls `body` with each document of a block.
    @inline(__always)
    static func forEach(
        in block: Block,
        _ bytes: Span<UInt8>,
        _ body: (UInt32, UInt8) -> Void
    ) throws(DamagedPostings) {
        var offset = block.bytes.lowerBound
        var document = block.previous
        for _ in 0..<block.count {
            let (next, overflow) = document.addingReportingOverflow(try number(bytes, &offset))
            guard !overflow, offset < bytes.count else { throw DamagedPostings() }
            document = next
            body(document, bytes[offset])
            offset += 1
        }
    }

    /// All documents of a list.
    static func all(_ bytes: Span<UInt8>) throws(DamagedPostings) -> [Posting] {
        let list = try PostingList(bytes)
        var postings: [Posting] = []
        for number in 0..<list.blocks {
            try forEach(in: list.block(number, bytes), bytes) {
                postings.append(Posting(document: $0, impact: $1))
            }
        }
        return postings
    }

    /// The bytes of a list; `postings` are in the order of their documents, and not empty.
    static func encoded(_ postings: [Posting]) -> [UInt8] {
        var head: [UInt8] = []
        append(UInt32(postings.count), to: &head)
        head.append(postings.lazy.map(\.impact).max() ?? 0)
        var data: [UInt8] = []
        data.reserveCapacity(postings.count * 3)
        var last: UInt32 = 0
        var highest: UInt8 = 0
        for (index, posting) in postings.enumerated() {
            append(posting.document - last, to: &data)
            data.append(posting.impact)
            last = posting.document
            highest = max(highest, posting.impact)
            guard postings.count > blockCount,
                (index + 1) % blockCount == 0 || index + 1 == postings.count
            else { continue }
            for number in [last, UInt32(data.count)] {
                for shift in [0, 8, 16, 24] {
                    head.append(UInt8(truncatingIfNeeded: number >> UInt32(shift)))
                }
            }
            head.append(highest)
            highest = 0
        }
        return head + data
    }

    private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    @inline(__always)
    private static func number(
        _ bytes: Span<UInt8>,
        _ offset: inout Int
    ) throws(DamagedPostings) -> UInt32 {
        var result: UInt32 = 0
        var shift: UInt32 = 0
        while offset < bytes.count, shift < 32 {
            let byte = bytes[offset]
            offset += 1
            result |= UInt32(byte & 0x7f) << shift
            if byte < 0x80 { return result }
            shift += 7
        }
        throw DamagedPostings()
    }

    private static func fixed(_ bytes: Span<UInt8>, _ offset: Int) -> UInt32 {
        UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8
            | UInt32(bytes[offset + 2]) << 16 | UInt32(bytes[offset + 3]) << 24
    }
}
