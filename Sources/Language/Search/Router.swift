public import Messages

/// Finds the trees that an opening may belong to.
///
/// A tree's score is from 0 to 1. It is high when one of the tree's symptoms was said nearly in full, and
/// when the telling words of the opening are words of the tree. From 0.5 a tree may be taken.
public enum Router {
    /// The score from which a tree may be taken when a catalog says nothing else.
    public static let defaultThreshold: Float = 0.5
    /// The most trees that are scored, and returned.
    public static let maximumTrees = 8

    /// The trees for an opening, best first; those with no word in common are left out.
    ///
    /// - Throws: what the reader throws.
    public static func route(
        _ query: RoutingQuery,
        in index: any RoutingReader
    ) throws -> [RoutingScore] {
        guard !query.trees.isEmpty else { return [] }
        let said = SaidTerms(query)
        var scores: [RoutingScore] = []
        for document in query.trees.prefix(maximumTrees) {
            guard let symptoms = try index.symptoms(ofTree: document.id) else { continue }
            scores.append(
                RoutingScore(tree: document.id, score: Float(said.score(of: symptoms)))
            )
        }
        // Sorting is stable, so trees of one score stay in the order of the search.
        return scores.sorted { $0.score > $1.score }
    }
}

/// The terms of an opening in their order, and how much each tells.
///
/// Sums are taken in that order, so that the same opening always gets the same scores.
private struct SaidTerms {
    private var terms: [(term: WordHash, weight: Double)] = []
    private let bits: WordBits
    /// Those that tell which issue there is, and what they weigh together.
    private let telling: [(term: WordHash, weight: Double)]
    private let whole: Double
    /// What a word weighs that says only that there is an issue: "my printer is not working" is no internet that is not.
    private static let vagueWeight = 0.25
    /// What a word of a symptom weighs that was not said, beside one that was and that no other tree has.
    private static let unsaidWeight = 0.8

    init(_ query: RoutingQuery) {
        let most = TextIndex.rarity(of: 1, among: query.documents)
        terms = query.terms.map { term in
            // A word that no tree has tells of something else as much as a rare word tells of a tree.
            let count = max(1, term.count)
            let rarity = TextIndex.rarity(of: count, among: query.documents) / most
            return (term.hash, term.isVague ? Self.vagueWeight : max(0.2, rarity))
        }
        bits = WordBits(terms.map(\.term))
        telling = zip(terms, query.terms).filter { !$1.isVague }.map(\.0)
        whole = telling.reduce(0) { $0 + $1.weight }
    }

    private func weight(of term: WordHash) -> Double? {
        guard bits.mayContain(term) else { return nil }
        return terms.first { $0.term == term }?.weight
    }

    func score(of tree: SymptomTerms) -> Double {
        guard whole > 0 else { return 0 }
        let told =
            telling.reduce(0) { $0 + (tree.vocabulary.contains($1.term) ? $1.weight : 0) } / whole
        var best = 0.0
        for symptom in tree.symptoms where !symptom.isEmpty {
            var matched = 0.0
            var all = 0.0
            for term in symptom {
                let weight = weight(of: term.hash)
                matched += weight ?? 0
                all += weight ?? (term.isVague ? Self.vagueWeight : Self.unsaidWeight)
            }
            best = max(best, matched / all)
        }
        return best * (0.65 + 0.35 * told)
    }
}
