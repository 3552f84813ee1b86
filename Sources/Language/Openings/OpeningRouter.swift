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
    /// - Parameters:
    ///   - filter: Which trees may be among them.
    ///   - meaning: What a tree is about; nil for one that does not let openings skip ahead.
    /// - Returns: The scores, and whether no other trees have words of the opening.
    /// - Throws: what the index and `meaning` throw.
    public static func route(
        _ opening: String,
        language: SpokenLanguage,
        in index: any IndexReader,
        filter: IndexFilter = IndexFilter(),
        meaning: (String) throws -> TreeMeaning?
    ) throws -> (scores: [RoutingScore], isWhole: Bool) {
        let hits = try TextIndex.search(
            opening,
            language: language,
            in: index,
            maximum: maximumTrees,
            filter: filter
        )
        let candidates = try hits.compactMap { hit in
            try meaning(hit.document.id).map { (id: hit.document.id, meaning: $0) }
        }
        let isWhole = !hits.isEmpty && candidates.count == hits.count
        guard !candidates.isEmpty else { return ([], isWhole) }
        let documents = Double(try index.sums().documents)
        var sums = Array(repeating: Float(0), count: candidates.count)
        var seen: Set<String> = []
        for term in language.indexTerms(of: opening).prefix(TextIndex.maximumTerms)
        where seen.insert(term).inserted {
            let count = try index.count(of: term)
            guard count > 0 else { continue }
            let rarity = rarity(of: count, among: documents)
            let stem = Hashing.of(term.utf8)
            let isHeading = candidates.contains { $0.meaning.heads(stem) }
            for (place, candidate) in candidates.enumerated() {
                let presence = candidate.meaning.presence(of: stem)
                sums[place] += presence > 0 ? presence * rarity : isHeading ? -missingHeading : 0
            }
        }
        let scores = zip(candidates, sums).map { candidate, sum in
            RoutingScore(tree: candidate.id, score: max(0, sum) / (1 + max(0, sum)))
        }
        return (scores.sorted { $0.score > $1.score }, isWhole)
    }

    /// How much a word tells that stands in some of the trees: nothing when it stands in all.
    private static func rarity(of count: Int, among documents: Double) -> Float {
        let most = Logarithm.natural(documents + 0.5)
        guard most > 0 else { return 1 }
        let told = Logarithm.natural((documents + 0.5) / (Double(count) + 0.5)) / most
        return Float(max(0, told))
    }
}
