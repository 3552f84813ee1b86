/// A term that is looked up, and how much it counts.
struct Needle {
    let term: String
    /// How much a full impact counts, in 1/256 of a full impact's unit.
    let weight: Int
    /// The most that it can add to a document.
    let bound: Int
}

/// Makes needles of the words of a query.
struct NeedleFinder {
    /// The most words of a query that are guessed at when no document has them.
    private static let maximumGuesses = 4
    /// A query of so many words names something: its last word may be the beginning of one.
    private static let nameWords = 4
    /// How much two words in a row count beside each of them.
    private static let pairFactor = 0.25
    /// How much a word that begins with one of the query counts.
    private static let prefixFactor = 0.5
    /// How much a word counts that is spelled otherwise, by the number of edits.
    private static let spellingFactors = [1, 0.7, 0.5]
    /// Into how many words of the index one of the query may turn.
    private static let maximumForms = 3

    private let index: any IndexReader
    private let documents: Int
    private var needles: [String: Needle] = [:]
    /// How many documents have each term of the query.
    private var counts: [String: Int] = [:]

    private init(index: any IndexReader, documents: Int) {
        self.index = index
        self.documents = documents
    }

    /// The needles for the terms of a text, the one that can add most first, and how many documents have each
    /// of those terms.
    static func needles(
        for placed: ArraySlice<(place: Int, term: String)>,
        in index: any IndexReader,
        documents: Int
    ) throws -> (all: [Needle], counts: [String: Int]) {
        guard documents > 0 else { return ([], [:]) }
        var finder = NeedleFinder(index: index, documents: documents)
        var seen: Set<String> = []
        var guesses = 0
        let isName = placed.count <= nameWords
        for (position, (_, term)) in placed.enumerated() where seen.insert(term).inserted {
            let count = try finder.add(term, factor: 1)
            finder.counts[term] = count
            let isThere = count > 0
            let isLast = isName && position == placed.count - 1
            guard isLast || !isThere && guesses < maximumGuesses else { continue }
            if !isThere { guesses += 1 }
            if index.isUnlike(term) { continue }
            let found = try finder.addWords(beginningWith: term, minimum: isName ? 2 : 3)
            if !isThere, !found, try !finder.addWords(spelledLike: term) {
                index.rememberUnlike(term)
            }
        }
        for pair in Set(SpokenLanguage.pairs(of: placed, where: { finder.counts[$0] ?? 0 > 0 })) {
            try finder.add(pair, factor: pairFactor)
        }
        // The order among equals decides nothing but the work, yet it should be the same each time.
        let sorted = finder.needles.values.sorted { ($1.bound, $0.term) < ($0.bound, $1.term) }
        return (sorted, finder.counts)
    }

    /// Adds a term; returns how many documents have it.
    @discardableResult
    private mutating func add(_ term: String, factor: Double) throws -> Int {
        guard term.utf8.count <= 2 * SpokenLanguage.maximumTermBytes + 2,
            let list = try index.list(of: term, { try PostingList($0) })
        else { return 0 }
        let rarity = TextIndex.rarity(of: list.count, among: documents)
        let weight = max(1, Int((rarity * factor * TextIndex.weightUnit).rounded()))
        guard weight > needles[term]?.weight ?? 0 else { return list.count }
        needles[term] = Needle(term: term, weight: weight, bound: weight * Int(list.maximum))
        return list.count
    }

    /// Adds the words that begin with a term; returns whether there are any.
    private mutating func addWords(beginningWith term: String, minimum: Int) throws -> Bool {
        let start = Array(term.utf8)
        guard start.count >= minimum else { return false }
        var words: [String] = []
        try index.walk(from: start + [1]) { word in
            guard word.starts(with: start), words.count < Spelling.maximumWords else {
                return .end
            }
            words.append(String(decoding: word.array, as: UTF8.self))
            return .next
        }
        return try addCommonest(words, factor: Self.prefixFactor)
    }

    /// Adds the words that are spelled nearly like a term; returns whether there are any.
    private mutating func addWords(spelledLike term: String) throws -> Bool {
        let near = try Spelling.near(term, in: index)
        return try addCommonest(near.words, factor: Self.spellingFactors[near.edits])
    }

    /// Adds the words that most documents have: those are the likeliest that were meant.
    private mutating func addCommonest(_ words: [String], factor: Double) throws -> Bool {
        let counted = try words.map { (word: $0, count: try index.count(of: $0)) }
        for (word, _) in counted.sorted(by: { ($1.count, $0.word) < ($0.count, $1.word) })
            .prefix(Self.maximumForms)
        {
            try add(word, factor: factor)
        }
        return !words.isEmpty
    }
}
