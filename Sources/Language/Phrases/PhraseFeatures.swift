/// What a model of phrases knows a text by: stems and pairs of stems, and where it looks closer also parts of words
/// and the meaning of its words.
///
/// Parts of words carry over typing errors and endings, vectors carry over to words of like meaning. Digits
/// count as one, so that one postal code is like another.
struct PhraseFeatures {
    /// How close a model looks at a text.
    enum Depth: UInt32 {
        /// At its words.
        case words
        /// At parts and meanings of its words, too.
        case parts
    }

    /// A feature that was said.
    struct Said {
        /// The feature's key.
        let key: UInt32
        /// How much it counts beside others, before its rarity: the weight of its kind, less in words that tell little
        /// anywhere, more when it is said again.
        let weight: Float
    }

    /// A word that has a vector.
    struct Meant {
        /// The key of its stem.
        let key: UInt32
        /// Its vector.
        let row: WordVectors.Row
    }

    /// How much each kind counts.
    private enum Weight {
        static let stem: Float = 1
        static let pair: Float = 0.4
        static let part: Float = 0.6
    }

    /// The most words that are read: an opening that is longer has told its issue by then.
    private static let maximumWords = 64
    /// The lengths of parts of words.
    private static let partLengths = 3...5

    /// What was said, in the order of the keys, each once.
    private(set) var said: [Said] = []
    /// The words that have a vector, in their order.
    private(set) var meant: [Meant] = []

    /// Looks at a text as openings are looked at.
    init(_ text: String, language: SpokenLanguage) {
        let tokens = Tokens(text, language: language)
        self.init(tokens, in: 0..<tokens.count, .parts)
    }

    init(_ tokens: Tokens, in range: Range<Int>, _ depth: Depth) {
        var counted: [(key: UInt32, weight: Float)] = []
        var last: (stem: [UInt8], telling: Float)?
        for index in range.prefix(Self.maximumWords) {
            let token = tokens.items[index]
            let stem = tokens.stem(of: index).utf8.map(Self.shape)
            let key = Self.key(1, stem)
            let row = depth == .parts ? tokens.language.row(of: token.word) : nil
            let telling = row.map(WordVectors.telling) ?? 1
            counted.append((key, Weight.stem * telling))
            if let last {
                let pair = Self.key(2, last.stem + [0x20] + stem)
                counted.append((pair, Weight.pair * max(telling, last.telling)))
            }
            last = (stem, telling)
            guard depth == .parts else { continue }
            if let row { meant.append(Meant(key: key, row: row)) }
            let word = tokens.bytes[token.text].map(Self.shape)
            let framed = [0x3c] + word + [0x3e]
            for length in Self.partLengths where length <= framed.count {
                for start in 0...(framed.count - length) {
                    counted.append(
                        (Self.key(3, framed[start..<(start + length)]), Weight.part * telling)
                    )
                }
            }
        }
        // What stands in words that tell more and in words that tell less counts as in the former.
        counted.sort { ($0.key, $1.weight) < ($1.key, $0.weight) }
        var start = 0
        while start < counted.count {
            let end = counted[start...].firstIndex { $0.key != counted[start].key } ?? counted.count
            let times = Float(1 + Logarithm.natural(Double(end - start)))
            said.append(Said(key: counted[start].key, weight: counted[start].weight * times))
            start = end
        }
    }

    private static func shape(_ byte: UInt8) -> UInt8 {
        (0x30...0x39).contains(byte) ? 0x30 : byte
    }

    /// 32 bits of a hash: among the features of a large catalog hardly two meet.
    private static func key(_ kind: UInt8, _ bytes: some Sequence<UInt8>) -> UInt32 {
        var hash = Hashing.adding(kind, to: Hashing.seed)
        for byte in bytes { hash = Hashing.adding(byte, to: hash) }
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}
