/// An entity of the vocabulary that stands in an utterance.
struct FoundEntity {
    /// Where.
    var range: Range<Int>
    /// What it may be: one or more of the classes that were sought.
    var references: [EntityReference]
}

/// Finds the names of a vocabulary among the words of an utterance: the longest at each place.
///
/// A name is looked up by its words joined, so "t p link a x seventy three" meets "TP-Link AX73". Windows begin
/// and end with words that can begin or end a name, which keeps the lookups few.
struct EntityFinder {
    private let words: Words
    private let lexicon: any Lexicon
    private let classes: [String]
    private var lookups = 0

    /// The most words of a name.
    private static let maximumWords = 7
    /// The most bytes of a name.
    static let maximumBytes = 64
    /// The most lookups an utterance costs.
    private static let maximumLookups = 64

    init(_ words: Words, lexicon: any Lexicon, classes: [String]) {
        self.words = words
        self.lexicon = lexicon
        self.classes = classes
    }

    /// The entities of the sought classes, in the order of the utterance.
    mutating func find(in area: Range<Int>) throws -> [FoundEntity] {
        var found: [FoundEntity] = []
        var start = area.lowerBound
        while start < area.upperBound, lookups < Self.maximumLookups {
            if mayBegin(start, in: area), let entity = try longest(from: start, in: area) {
                found.append(entity)
                start = entity.range.upperBound
            } else {
                start += 1
            }
        }
        return found
    }

    private mutating func longest(from start: Int, in area: Range<Int>) throws -> FoundEntity? {
        // Most words begin no name of the vocabulary.
        let first = words.tokens.bytes[words.items[start].text]
        guard try lexicon.mayHaveAlias(beginningWith: first) else { return nil }
        var key: [UInt8] = []
        var ends: [(end: Int, bytes: Int)] = []
        for index in start..<min(start + Self.maximumWords, area.upperBound) {
            key += words.tokens.bytes[words.items[index].text]
            if key.count > Self.maximumBytes { break }
            if mayEnd(index), key.count > 1 || WordScanner.isDigit(key[0]) {
                ends.append((index + 1, key.count))
            }
        }
        for (end, bytes) in ends.reversed() {
            guard lookups < Self.maximumLookups else { return nil }
            lookups += 1
            let alias = String(decoding: key[..<bytes], as: UTF8.self)
            let references = try lexicon.entities(alias: alias)
                .filter { classes.contains($0.className) }
            if !references.isEmpty {
                return FoundEntity(range: start..<end, references: references)
            }
        }
        return nil
    }

    /// A common word begins a name only as a letter of it, "a x seventy three", or before one: "AT and T".
    private func mayBegin(_ index: Int, in area: Range<Int>) -> Bool {
        let token = words.items[index]
        guard token.classes.contains(.common) else { return true }
        guard index + 1 < area.upperBound else { return false }
        let next = words.items[index + 1]
        guard token.text.count > 1 else {
            return next.text.count == 1 || next.kind == .number || next.kind == .letters
        }
        return words.items[(index + 1)..<min(index + 3, area.upperBound)].contains { word in
            word.text.count == 1 && !word.classes.contains(.common)
        }
    }

    private func mayEnd(_ index: Int) -> Bool {
        let token = words.items[index]
        return !token.classes.contains(.common) || token.text.count == 1
    }
}
