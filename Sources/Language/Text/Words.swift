/// The words of an utterance that are matched: its tokens without fillers.
struct Words {
    let tokens: Tokens
    /// The tokens that are no fillers.
    let items: [Token]
    /// Their stems, beside them for fast comparison.
    let stems: [WordHash]
    /// The stems as bits, so that a word that was not said is known by one test.
    private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init(_ tokens: Tokens) {
        self.tokens = tokens
        items = tokens.items.filter { !$0.classes.contains(.filler) }
        stems = items.map(\.stem)
        for stem in stems {
            let bit: UInt64 = 1 << (stem & 63)
            switch (stem >> 6) & 3 {
            case 0: bits.0 |= bit
            case 1: bits.1 |= bit
            case 2: bits.2 |= bit
            default: bits.3 |= bit
            }
        }
    }

    var language: SpokenLanguage { tokens.language }
    var count: Int { items.count }
    var all: Range<Int> { 0..<items.count }

    /// Whether a stem may be among the words; false is certain.
    @inline(__always)
    func mayContain(_ stem: WordHash) -> Bool {
        let bit: UInt64 = 1 << (stem & 63)
        switch (stem >> 6) & 3 {
        case 0: return bits.0 & bit != 0
        case 1: return bits.1 & bit != 0
        case 2: return bits.2 & bit != 0
        default: return bits.3 & bit != 0
        }
    }

    /// The normal form of a word.
    func text(of index: Int) -> String {
        String(decoding: tokens.bytes[items[index].text], as: UTF8.self)
    }

    /// The customer's words from the first to the last word of a range.
    func quote(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        let utf8 = tokens.original.utf8
        let start = items[range.lowerBound].source.lowerBound
        let end = items[range.upperBound - 1].source.upperBound
        return String(
            tokens.original[
                utf8.index(
                    utf8.startIndex,
                    offsetBy: start
                )..<utf8.index(utf8.startIndex, offsetBy: end)
            ]
        )
    }
}
