/// The words of an utterance that are matched: its tokens without fillers.
///
/// A class, since every part of the reading refers to the same words.
final class Words {
    let tokens: Tokens
    /// The tokens that are no fillers.
    let items: [Token]
    /// Their stems, beside them for fast comparison.
    let stems: [WordHash]
    /// Where they stand among the tokens.
    private let places: [Int]
    /// The stems as bits, so that a word that was not said is known by one test.
    let bits: WordBits
    /// What each word means in an expression of time.
    let meanings: [TimeWord?]
    /// The classes of all words together, so that a class of which none was said is known by one test.
    let classes: WordClasses

    init(_ tokens: Tokens) {
        self.tokens = tokens
        var items: [Token] = []
        items.reserveCapacity(tokens.count)
        var places: [Int] = []
        places.reserveCapacity(tokens.count)
        var isRestricted = false
        var classes: WordClasses = []
        for (place, token) in tokens.items.enumerated() {
            guard token.classes.contains(.filler) else {
                items.append(token)
                classes.formUnion(token.classes)
                places.append(place)
                if isRestricted { items[items.count - 1].isRestricted = true }
                isRestricted = token.classes.contains(.restriction)
                continue
            }
            if token.classes.contains(.restriction) { isRestricted = true }
            // "what does that look like?" asks, without its last word, too.
            if token.endsQuestion, let last = items.indices.last { items[last].endsQuestion = true }
        }
        self.items = items
        self.classes = classes
        self.places = places
        stems = items.map(\.stem)
        bits = WordBits(stems)
        meanings = tokens.language.times.meanings(of: stems)
    }

    /// The number of the sentence in which each word stands; worked out once, when it is first asked for.
    private(set) lazy var sentences: [Int] = {
        let sentences = tokens.sentences
        return places.map { sentences[$0] }
    }()

    /// Whether a filler stands between a word and the one before it.
    func hasFiller(_ filler: WordHash, before index: Int) -> Bool {
        let first = index > 0 ? places[index - 1] + 1 : 0
        let end = index < count ? places[index] : tokens.count
        return tokens.items[first..<end].contains { $0.word == filler }
    }

    /// Whether a word that denies by itself denies nothing after it: "it came out and no it is blank", "there it is no
    /// same page", "yes uh no".
    func isInterjected(_ index: Int) -> Bool {
        guard items[index].classes.contains(.negation), index + 1 < count,
            sentences[index] == sentences[index + 1]
        else { return true }
        return items[index + 1].classes.contains(.common) || stems[index + 1] == stems[index]
    }

    /// Whether an ending was cut off a word.
    func isInflected(_ index: Int) -> Bool { items[index].word != stems[index] }

    var language: SpokenLanguage { tokens.language }
    var count: Int { items.count }
    var all: Range<Int> { 0..<items.count }

    /// The normal form of a word.
    func text(of index: Int) -> String {
        String(decoding: tokens.bytes[items[index].text], as: UTF8.self)
    }

    /// What the words that one was made of mean in numbers: those of "two hundred" for 200.
    func numberWords(of index: Int) -> [NumberWord?] {
        let source = items[index].source
        return tokens.original.utf8.dropFirst(source.lowerBound).prefix(source.count)
            .split { $0 < 0x30 }.map { word in
                let lowered = word.lazy.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
                return language.info(of: Hashing.of(lowered)).number
            }
    }

    /// Whether a word is restricted, or one before it that only carries grammar: "only on my phone".
    func isRestricted(_ index: Int) -> Bool {
        if items[index].isRestricted { return true }
        for before in (0..<index).suffix(2).reversed() {
            guard items[before].classes.contains(.common) else { return false }
            if items[before].isRestricted { return true }
        }
        return false
    }

    /// The bytes between a word and the one before it; none between parts of one word.
    func between(_ index: Int) -> Substring.UTF8View {
        let start = items[index - 1].source.upperBound
        let count = max(0, items[index].source.lowerBound - start)
        return tokens.original.utf8.dropFirst(start).prefix(count)
    }

    /// Whether nothing but a space stands between a word and the next one.
    func areJoined(_ index: Int) -> Bool {
        items[index].source.upperBound + 1 == items[index + 1].source.lowerBound
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

/// A set of words in 256 bits: it may hold a word that was not put in, but never misses one that was.
struct WordBits {
    private var parts: InlineArray<4, UInt64> = [0, 0, 0, 0]

    init(_ words: [WordHash]) {
        for word in words { parts[Self.part(of: word)] |= Self.bit(of: word) }
    }

    /// Whether a word may be in both sets; false is certain.
    func mayShare(_ other: WordBits) -> Bool {
        parts.indices.contains { parts[$0] & other.parts[$0] != 0 }
    }

    /// Whether a word may be in the set; false is certain.
    @inline(__always)
    func mayContain(_ word: WordHash) -> Bool {
        parts[Self.part(of: word)] & Self.bit(of: word) != 0
    }

    @inline(__always)
    private static func part(of word: WordHash) -> Int { Int(truncatingIfNeeded: word >> 6 & 3) }

    @inline(__always)
    private static func bit(of word: WordHash) -> UInt64 { 1 << (word & 63) }
}
