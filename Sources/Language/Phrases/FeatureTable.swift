/// The features that the phrases of a catalog have, and how rare each is.
struct FeatureTable: Sendable {
    /// How much meaning counts beside the words themselves.
    private static let meaningWeight: Float = 0.35

    /// Keys, ascending.
    let keys: [UInt32]
    /// How rare each is.
    let rarities: [Float]
    /// How many phrases were counted.
    let phrases: UInt32
    /// The sum of rows that stand for meaning: one for each number of a word's vector, after the features.
    private let meaningRows: Int

    /// Rows of features and of meaning.
    var rows: Int { keys.count + meaningRows }

    init(keys: [UInt32], rarities: [Float], phrases: UInt32, depth: PhraseFeatures.Depth) {
        meaningRows = Self.meaningRows(depth)
        self.keys = keys
        self.rarities = rarities
        self.phrases = phrases
    }

    /// Counts the features of phrases; where there are more than `maximum`, those of few phrases are left
    /// out.
    init(_ phrases: [PhraseFeatures], maximum: Int, depth: PhraseFeatures.Depth) {
        meaningRows = Self.meaningRows(depth)
        var counts: [UInt32: UInt32] = [:]
        for phrase in phrases {
            for said in phrase.said { counts[said.key, default: 0] += 1 }
        }
        var least: UInt32 = 1
        var keys = counts.keys.sorted()
        while keys.count > maximum {
            least += 1
            keys.removeAll { counts[$0, default: 0] < least }
        }
        let total = UInt32(clamping: phrases.count)
        self.keys = keys
        self.phrases = total
        rarities = keys.map { Self.rarity(Float(counts[$0, default: 0]) + 0.5, of: total) }
    }

    /// A text as rows and their values, in the order of rows.
    ///
    /// The vector of its words has the length 1, counting also the features that no phrase has: the more of
    /// a text is unknown, the less the rest of it tells.
    func vector(of text: PhraseFeatures) -> [(row: Int, value: Float)] {
        var entries: [(row: Int, value: Float)] = []
        entries.reserveCapacity(text.said.count + meaningRows)
        let unknown = Self.rarity(0.5, of: phrases)
        var squares: Float = 0
        for said in text.said {
            let row = row(of: said.key)
            let value = said.weight * (row.map { rarities[$0] } ?? unknown)
            squares += value * value
            if let row { entries.append((row, value)) }
        }
        guard squares > 0 else { return [] }
        let scale = 1 / squares.squareRoot()
        for index in entries.indices { entries[index].value *= scale }
        appendMeaning(of: text, to: &entries)
        return entries
    }

    private func appendMeaning(
        of text: PhraseFeatures,
        to entries: inout [(row: Int, value: Float)]
    ) {
        guard !text.meant.isEmpty else { return }
        let unknown = Self.rarity(1.5, of: phrases)
        var sum = [Float](repeating: 0, count: meaningRows)
        for meant in text.meant {
            let weight = row(of: meant.key).map { rarities[$0] } ?? unknown
            for dimension in sum.indices {
                sum[dimension] += weight * WordVectors.component(meant.row, dimension)
            }
        }
        let squares = sum.reduce(0) { $0 + $1 * $1 }
        guard squares > 0 else { return }
        let scale = Self.meaningWeight / squares.squareRoot()
        for dimension in sum.indices {
            entries.append((keys.count + dimension, sum[dimension] * scale))
        }
    }

    private static func meaningRows(_ depth: PhraseFeatures.Depth) -> Int {
        depth == .parts ? WordVectors.dimensions : 0
    }

    private func row(of key: UInt32) -> Int? {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = low + (high - low) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? low : nil
    }

    /// How much a feature of so many phrases tells: less than the logarithm, since phrases are short.
    private static func rarity(_ count: Float, of phrases: UInt32) -> Float {
        let logarithm = Logarithm.natural(Double(phrases + 1) / Double(count))
        guard logarithm > 0 else { return 0 }
        return Float(Logarithm.exponential(0.6 * Logarithm.natural(logarithm)))
    }
}
