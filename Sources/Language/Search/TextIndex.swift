public import Messages

/// A document that a search found.
public struct IndexHit: Sendable {
    /// Its number.
    public let number: UInt32
    /// The document.
    public let document: IndexedDocument
    /// Its score; only the order has a meaning.
    public let score: Double
}

/// Which documents a search may find.
public struct IndexFilter: Sendable {
    /// BCP 47 tag of their language, whatever its region; empty for all.
    public var language: String
    /// Only those about one of these; empty for all.
    public var products: [String]

    /// Creates a filter; without arguments it lets all documents pass.
    public init(language: String = "", products: [String] = []) {
        self.language = language
        self.products = products
    }
}

/// Searches an index by BM25F.
///
/// Term by term, the one that can add most first. As soon as what the remaining terms can add is less than
/// the score of the last document that is wanted, no document comes in that was not seen; from there on, only
/// those blocks of the lists are read in which a candidate stands, and candidates that can't catch up are
/// left out. The result is that of scoring every document.
public enum TextIndex {
    /// The most terms of a query that are looked up.
    public static let maximumTerms = 64
    /// A term's weight of 1, so that scores are sums of whole numbers, the same in any order.
    static let weightUnit = 256.0

    /// The best documents for a text, best first; of equal ones the one that was added first.
    ///
    /// A word that no document has stands for the words that begin with it, or else for those that are spelled
    /// nearly like it.
    ///
    /// - Parameters:
    ///   - text: What is sought, in words.
    ///   - language: The language of those words.
    ///   - index: The index.
    ///   - maximum: How many documents are wanted.
    ///   - filter: Which documents may be among them.
    /// - Throws: what the reader throws.
    public static func search(
        _ text: String,
        language: SpokenLanguage,
        in index: any IndexReader,
        maximum: Int,
        filter: IndexFilter = IndexFilter()
    ) throws -> [IndexHit] {
        try find(text, language: language, in: index, maximum: maximum, filter: filter).map {
            found in
            let unit = weightUnit * Double(PostingList.fullImpact)
            return IndexHit(
                number: found.document,
                document: try index.document(found.document),
                score: Double(found.score) / unit * (1 + IndexEntry.saturation)
            )
        }
    }

    /// The numbers of those documents, for who has read the documents before.
    public static func numbers(
        of text: String,
        language: SpokenLanguage,
        in index: any IndexReader,
        maximum: Int,
        filter: IndexFilter
    ) throws -> [UInt32] {
        try find(text, language: language, in: index, maximum: maximum, filter: filter)
            .map(\.document)
    }

    private static func find(
        _ text: String,
        language: SpokenLanguage,
        in index: any IndexReader,
        maximum: Int,
        filter: IndexFilter
    ) throws -> [Candidate] {
        let documents = Int(try index.sums().documents)
        let placed = language.placedTerms(of: text).prefix(maximumTerms)
        return try find(
            NeedleFinder.needles(for: placed, in: index, documents: documents).all,
            in: index,
            documents: documents,
            maximum: maximum,
            filter: filter
        )
    }

    /// A document that is among the best, or may be.
    struct Candidate {
        var document: UInt32
        var score: Int
    }

    /// The best documents for the needles of a text.
    static func find(
        _ needles: [Needle],
        in index: any IndexReader,
        documents: Int,
        maximum: Int,
        filter: IndexFilter
    ) throws -> [Candidate] {
        guard !needles.isEmpty, maximum > 0 else { return [] }
        let wanted = try allowed(by: filter, in: index, documents: documents)
        var remaining = needles.reduce(0) { $0 + $1.bound }
        var candidates = Candidates(maximum: maximum, allowed: wanted)
        for needle in needles {
            remaining -= needle.bound
            try index.list(of: needle.term) { bytes in
                try candidates.add(bytes, weight: needle.weight, remaining: remaining)
            }
        }
        return Array(candidates.best())
    }

    /// How much a term tells: the less documents have it, the more.
    static func rarity(of count: Int, among documents: Int) -> Double {
        let count = Double(min(count, documents))
        return Logarithm.natural(1 + (Double(documents) - count + 0.5) / (count + 0.5))
    }

    /// The documents that a filter lets pass, in order; nil for all.
    private static func allowed(
        by filter: IndexFilter,
        in index: any IndexReader,
        documents: Int
    ) throws -> [UInt32]? {
        var allowed: [UInt32]?
        if !filter.products.isEmpty {
            var numbers: Set<UInt32> = []
            for product in Set(filter.products) {
                numbers.formUnion(
                    try index.postings(of: IndexTerm.product(product)).lazy.map(\.document)
                )
            }
            allowed = numbers.sorted()
        }
        guard !filter.language.isEmpty else { return allowed }
        let term = IndexTerm.language(filter.language)
        // In most catalogs all documents are of one language.
        guard try index.count(of: term) < documents else { return allowed }
        let spoken = try index.postings(of: term).map(\.document)
        return allowed.map { Set(spoken).intersection($0).sorted() } ?? spoken
    }
}

/// Documents that may be among the best, in the order of their numbers.
private struct Candidates {
    typealias Candidate = TextIndex.Candidate

    private let maximum: Int
    private let allowed: [UInt32]?
    private var found: [Candidate] = []
    private var previous: [Candidate] = []
    /// What the last of the best has for sure; nothing that ends below it is wanted.
    private var threshold = 0

    init(maximum: Int, allowed: [UInt32]?) {
        self.maximum = maximum
        self.allowed = allowed
    }

    /// Adds a term's list.
    ///
    /// - Parameter remaining: The most that all later terms together can add to a document.
    mutating func add(_ bytes: Span<UInt8>, weight: Int, remaining: Int) throws {
        let list = try PostingList(bytes)
        swap(&found, &previous)
        found.removeAll(keepingCapacity: true)
        var old = 0
        var place = 0
        for number in 0..<list.blocks {
            let block = try list.block(number, bytes)
            // Not more than so much has a document that was not seen before.
            let admits = weight * Int(block.maximum) + remaining >= threshold
            guard admits || old < previous.count && previous[old].document <= block.last else {
                continue
            }
            try PostingList.forEach(in: block, bytes) { document, impact in
                while old < previous.count, previous[old].document < document {
                    keep(previous[old], remaining)
                    old += 1
                }
                let added = weight * Int(impact)
                if old < previous.count, previous[old].document == document {
                    let score = previous[old].score + added
                    keep(Candidate(document: document, score: score), remaining)
                    old += 1
                } else if admits, allows(document, from: &place) {
                    keep(Candidate(document: document, score: added), remaining)
                }
            }
        }
        while old < previous.count {
            keep(previous[old], remaining)
            old += 1
        }
        raiseThreshold()
    }

    /// The best, best first.
    func best() -> ArraySlice<Candidate> {
        found.filter { $0.score >= threshold }
            .sorted { ($1.score, $0.document) < ($0.score, $1.document) }.prefix(maximum)
    }

    @inline(__always)
    private mutating func keep(_ candidate: Candidate, _ remaining: Int) {
        if candidate.score + remaining >= threshold { found.append(candidate) }
    }

    private func allows(_ document: UInt32, from place: inout Int) -> Bool {
        guard let allowed else { return true }
        while place < allowed.count, allowed[place] < document { place += 1 }
        return place < allowed.count && allowed[place] == document
    }

    /// Scores only grow, so the lowest of the best scores so far is a bound from below.
    private mutating func raiseThreshold() {
        guard found.count >= maximum else { return }
        var best: [Int] = []
        best.reserveCapacity(maximum + 1)
        for candidate in found {
            if best.count == maximum {
                guard candidate.score > best[maximum - 1] else { continue }
                best.removeLast()
            }
            var index = best.count
            while index > 0, best[index - 1] < candidate.score { index -= 1 }
            best.insert(candidate.score, at: index)
        }
        threshold = max(threshold, best[maximum - 1])
    }
}
