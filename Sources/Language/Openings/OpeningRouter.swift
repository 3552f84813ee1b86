public import Messages

/// Finds the tree of an opening by all that the trees' questions are about.
///
/// For trees that let openings skip ahead: such an opening may name nothing of the tree's symptoms.
public enum OpeningRouter {
    /// The most trees that are scored.
    public static let maximumTrees = 16
    /// What a word takes from a tree that lacks it, where other trees are headed by it.
    private static let missingHeading: Float = 0.5

    /// The trees for an opening, best first, with scores from 0 to 1.
    ///
    /// - Parameter meaning: What a tree is about; nil for one that does not let openings skip ahead.
    /// - Throws: what the index and `meaning` throw.
    public static func route(
        _ opening: String,
        language: SpokenLanguage,
        in index: any IndexReader,
        meaning: (String) throws -> TreeMeaning?
    ) throws -> [RoutingScore] {
        let hits = try TextIndex.search(
            opening,
            language: language,
            in: index,
            maximum: maximumTrees
        )
        let candidates = try hits.compactMap { hit in
            try meaning(hit.document.id).map { (id: hit.document.id, meaning: $0) }
        }
        guard !candidates.isEmpty else { return [] }
        let documents = Double(try index.sums().documents)
        var sums = Array(repeating: Float(0), count: candidates.count)
        var seen: Set<String> = []
        for term in language.indexTerms(of: opening).prefix(TextIndex.maximumTerms)
        where seen.insert(term).inserted {
            guard let postings = try index.postings(of: term) else { continue }
            let rarity = rarity(of: postings.documents.count, among: documents)
            let stem = Hashing.of(term.utf8)
            let isHeading = candidates.contains { $0.meaning.heads(stem) }
            for (place, candidate) in candidates.enumerated() {
                let presence = candidate.meaning.presence(of: stem)
                sums[place] += presence > 0 ? presence * rarity : isHeading ? -missingHeading : 0
            }
        }
        return zip(candidates, sums).map { candidate, sum in
            RoutingScore(tree: candidate.id, score: max(0, sum) / (1 + max(0, sum)))
        }.sorted { $0.score > $1.score }
    }

    /// How much a word tells that stands in some of the trees: nothing when it stands in all.
    private static func rarity(of count: Int, among documents: Double) -> Float {
        let most = Logarithm.natural(documents + 0.5)
        guard most > 0 else { return 1 }
        let told = Logarithm.natural((documents + 0.5) / (Double(count) + 0.5)) / most
        return Float(max(0, told))
    }
}
