internal import Messages

/// An opening as it is looked up among the trees of a catalog: read once for all that judge what it finds.
public struct RoutingQuery {
    /// A term that was said.
    struct Term {
        let hash: WordHash
        /// How many trees have it.
        let count: Int
        /// Whether it tells no issue from another: "working", "home".
        let isVague: Bool
    }

    /// The most trees that are looked at.
    public static let maximumTrees = 16

    let opening: SpokenOpening
    /// The terms of the opening, each once, in their order: sums that are taken in it are always the same.
    let terms: [Term]
    /// How many trees there are.
    let documents: Int
    /// The trees that the opening may belong to, best first.
    let trees: [IndexedDocument]

    /// Looks up an opening.
    ///
    /// - Parameter filter: Which trees may be among those found.
    /// - Throws: what the reader throws.
    public init(
        _ opening: SpokenOpening,
        in index: any RoutingReader,
        filter: IndexFilter = IndexFilter()
    ) throws {
        self.opening = opening
        let placed = opening.tokens.placedTerms.prefix(TextIndex.maximumTerms)
        documents = Int(try index.sums().documents)
        let needles = try NeedleFinder.needles(for: placed, in: index, documents: documents)
        trees = try TextIndex.find(
            needles.all,
            in: index,
            documents: documents,
            maximum: Self.maximumTrees,
            filter: filter
        ).map { try index.document($0.document) }
        var seen: Set<WordHash> = []
        terms = placed.compactMap { place, term in
            let hash = Hashing.of(term.utf8)
            guard !opening.tokens.beginsOther(at: place), seen.insert(hash).inserted else {
                return nil
            }
            return Term(
                hash: hash,
                count: needles.counts[term] ?? 0,
                isVague: opening.tokens.items[place].isVague
            )
        }
    }
}

/// The terms of a tree's symptoms, read once for a tree.
public final class SymptomTerms: Sendable {
    struct Term {
        let hash: WordHash
        let isVague: Bool
    }

    let symptoms: [[Term]]
    let vocabulary: Set<WordHash>

    /// Reads symptoms as their author wrote them.
    public init(_ symptoms: [String], language: SpokenLanguage) {
        self.symptoms = symptoms.map { symptom in
            let tokens = language.tokens(of: symptom)
            return tokens.placedTerms.map { place, term in
                Term(
                    hash: Hashing.of(term.utf8),
                    isVague: tokens.items[place].isVague
                )
            }
        }
        vocabulary = Set(self.symptoms.joined().map(\.hash))
    }
}

extension Token {
    /// Whether it says that there is an issue, and not which, or is said in talk about anything.
    fileprivate var isVague: Bool { !classes.isDisjoint(with: [.vague, .everyday]) }
}
