extension PhraseModel {
    /// The bytes of a model can't be read.
    public struct Damaged: Error {}

    /// What the bytes begin with: a name, and the version of how the rest is laid out.
    private static let mark: UInt32 = 0x314d_5042

    /// The bytes in which a release keeps the model: numbers of 32 bits, the least first, then the groups'
    /// names, then the weights, a byte each.
    public func encoded() -> [UInt8] {
        var writer = NumberWriter()
        for number in [
            Self.mark, UInt32(groups.count), UInt32(classes), depth.rawValue,
            UInt32(features.keys.count), features.phrases,
        ] {
            writer.append(number)
        }
        for key in features.keys { writer.append(key) }
        for rarity in features.rarities { writer.append(rarity.bitPattern) }
        for scale in scales { writer.append(scale.bitPattern) }
        for block in biases {
            for lane in block.indices { writer.append(block[lane].bitPattern) }
        }
        for group in groups {
            writer.append(UInt32(group.utf8.count))
            writer.bytes.append(contentsOf: group.utf8)
        }
        writer.bytes.reserveCapacity(writer.bytes.count + weights.count * Block.scalarCount)
        for block in weights {
            for lane in block.indices { writer.bytes.append(UInt8(bitPattern: block[lane])) }
        }
        return writer.bytes
    }

    /// Reads a model.
    ///
    /// - Throws: ``Damaged`` where the bytes are not those of a model.
    public init(decoding bytes: Span<UInt8>) throws(Damaged) {
        var reader = NumberReader32(count: bytes.count)
        guard try reader.number(bytes) == Self.mark else { throw Damaged() }
        let groupCount = Int(try reader.number(bytes))
        classes = Int(try reader.number(bytes))
        let depth = PhraseFeatures.Depth(rawValue: try reader.number(bytes))
        let keyCount = Int(try reader.number(bytes))
        let phrases = try reader.number(bytes)
        // Before memory is taken: a group has four bytes at least, and so has a key.
        guard let depth, groupCount > 0, groupCount * 4 <= bytes.count,
            keyCount * 4 <= bytes.count, classes == groupCount || classes == groupCount + 1
        else { throw Damaged() }
        self.depth = depth
        let keys = try reader.numbers(keyCount, bytes)
        let rarities = try reader.numbers(keyCount, bytes).map(Float.init(bitPattern:))
        features = FeatureTable(keys: keys, rarities: rarities, phrases: phrases, depth: depth)
        scales = try reader.numbers(features.rows, bytes).map(Float.init(bitPattern:))
        let blocks = Self.blocks(classes: classes)
        let lanes = try reader.numbers(blocks * Block.scalarCount, bytes)
        biases = (0..<blocks).map { block in
            var values = Block()
            for lane in values.indices {
                values[lane] = Float(bitPattern: lanes[block * Block.scalarCount + lane])
            }
            return values
        }
        var groups: [String] = []
        for _ in 0..<groupCount { groups.append(try reader.text(bytes)) }
        self.groups = groups
        let count = features.rows * blocks
        guard bytes.count - reader.offset == count * Block.scalarCount else { throw Damaged() }
        var weights: [SIMD16<Int8>] = []
        weights.reserveCapacity(count)
        for index in 0..<count {
            let start = reader.offset + index * Block.scalarCount
            var block = SIMD16<Int8>()
            for lane in block.indices { block[lane] = Int8(bitPattern: bytes[start + lane]) }
            weights.append(block)
        }
        self.weights = weights
    }

    private struct NumberWriter {
        var bytes: [UInt8] = []

        mutating func append(_ number: UInt32) {
            for shift: UInt32 in [0, 8, 16, 24] {
                bytes.append(UInt8(truncatingIfNeeded: number >> shift))
            }
        }
    }

    private struct NumberReader32 {
        private(set) var offset = 0
        let count: Int

        init(count: Int) {
            self.count = count
        }

        mutating func number(_ bytes: Span<UInt8>) throws(Damaged) -> UInt32 {
            guard count - offset >= 4 else { throw Damaged() }
            var number: UInt32 = 0
            for index in 0..<4 { number |= UInt32(bytes[offset + index]) << UInt32(8 * index) }
            offset += 4
            return number
        }

        mutating func numbers(_ length: Int, _ bytes: Span<UInt8>) throws(Damaged) -> [UInt32] {
            guard (count - offset) / 4 >= length else { throw Damaged() }
            var numbers: [UInt32] = []
            numbers.reserveCapacity(length)
            for _ in 0..<length { numbers.append(try number(bytes)) }
            return numbers
        }

        mutating func text(_ bytes: Span<UInt8>) throws(Damaged) -> String {
            let length = Int(try number(bytes))
            guard count - offset >= length else { throw Damaged() }
            var text: [UInt8] = []
            for index in 0..<length { text.append(bytes[offset + index]) }
            offset += length
            return String(decoding: text, as: UTF8.self)
        }
    }
}
