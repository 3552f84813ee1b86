public import Messages

/// Goes through the documents of a term.
struct PostingsCursor {
    private let postings: Postings
    private var index = 0
    private(set) var document: UInt32?

    init(_ postings: Postings) {
        self.postings = postings
        document = postings.documents.first
    }

    var frequency: UInt32 {
        index < postings.frequencies.count ? postings.frequencies[index] : 0
    }

    var count: Int { postings.documents.count }

    mutating func advance() {
        index += 1
        guard let last = document, index < postings.documents.count else {
            document = nil
            return
        }
        let (sum, overflow) = last.addingReportingOverflow(postings.documents[index])
        document = overflow ? nil : sum
    }
}

/// A document that a search found.
public struct IndexHit: Sendable {
    /// Its number.
    public let number: UInt32
    /// The document.
    public let document: IndexedDocument
    /// Its score; only the order has a meaning.
    public let score: Double
}

/// Searches an index by BM25 over weighted fields.
public enum TextIndex {
    private static let saturation = 1.2
    private static let lengthShare = 0.75

    /// The most terms of a query that are looked up.
    public static let maximumTerms = 64

    /// The best documents for a text, best first.
    ///
    /// Terms that stand in the query only are ignored. Of the documents, only those are read whose score
    /// could still be among the best.
    ///
    /// - Parameters:
    ///   - text: What is sought, in words.
    ///   - language: The language of those words.
    ///   - index: The index.
    ///   - maximum: How many documents are wanted.
    ///   - isWanted: Whether a document may be among them.
    /// - Throws: what the reader throws.
    public static func search(
        _ text: String,
        language: SpokenLanguage,
        in index: any IndexReader,
        maximum: Int,
        where isWanted: (IndexedDocument) -> Bool = { _ in true }
    ) throws -> [IndexHit] {
        let sums = try index.sums()
        guard sums.documents > 0, maximum > 0 else { return [] }
        var cursors: [(cursor: PostingsCursor, weight: Double)] = []
        var seen: Set<String> = []
        for term in language.indexTerms(of: text) where seen.count < maximumTerms {
            guard seen.insert(term).inserted, let postings = try index.postings(of: term) else {
                continue
            }
            let weight = rarity(of: postings.documents.count, among: Int(sums.documents))
            cursors.append((PostingsCursor(postings), weight))
        }
        let meanLength = max(1, Double(sums.length) / Double(sums.documents))
        var best = BestHits(maximum: maximum)
        while let number = cursors.lazy.compactMap(\.cursor.document).min() {
            var bound = 0.0
            var matches: [(frequency: Double, weight: Double)] = []
            for position in cursors.indices where cursors[position].cursor.document == number {
                let frequency =
                    Double(cursors[position].cursor.frequency) / Double(indexUnit)
                let weight = cursors[position].weight
                matches.append((frequency, weight))
                bound += weight * part(of: frequency, relativeLength: 0)
                cursors[position].cursor.advance()
            }
            guard best.admits(bound), let document = try index.document(number),
                isWanted(document)
            else { continue }
            let relativeLength = Double(document.length) / meanLength
            let score = matches.reduce(0) {
                $0 + $1.weight * part(of: $1.frequency, relativeLength: relativeLength)
            }
            best.insert(IndexHit(number: number, document: document, score: score))
        }
        return best.hits
    }

    /// How much a term tells: the less documents have it, the more.
    static func rarity(of count: Int, among documents: Int) -> Double {
        let count = Double(min(count, documents))
        return Logarithm.natural(1 + (Double(documents) - count + 0.5) / (count + 0.5))
    }

    private static func part(of frequency: Double, relativeLength: Double) -> Double {
        let norm = saturation * (1 - lengthShare + lengthShare * relativeLength)
        return frequency * (saturation + 1) / (frequency + norm)
    }
}

/// The best hits so far, best first; of equal ones the lower document number stands first.
private struct BestHits {
    let maximum: Int
    private(set) var hits: [IndexHit] = []

    init(maximum: Int) {
        self.maximum = maximum
    }

    func admits(_ score: Double) -> Bool {
        hits.count < maximum || score > hits[hits.count - 1].score
    }

    mutating func insert(_ hit: IndexHit) {
        guard admits(hit.score) else { return }
        let place = hits.firstIndex { $0.score < hit.score } ?? hits.count
        hits.insert(hit, at: place)
        if hits.count > maximum { hits.removeLast() }
    }
}
