public import Messages

/// Finds the trees that an opening may belong to.
///
/// A tree's score is from 0 to 1. It is high when one of the tree's symptoms was said nearly in full, and
/// when the telling words of the opening are words of the tree. From 0.5 a tree may be taken; when
/// the second stands less than 0.1 below the first, one question should tell the two apart.
public enum Router {
    /// The score from which a tree may be taken when a catalog says nothing else.
    public static let defaultThreshold: Float = 0.5
    /// The distance to the second within which the customer should be asked which is meant.
    public static let margin: Float = 0.1
    /// The most trees that are scored, and returned.
    public static let maximumTrees = 8

    /// The trees for an opening, best first; those with no word in common are left out.
    ///
    /// - Throws: what the reader throws.
    public static func route(
        _ opening: String,
        language: SpokenLanguage,
        in index: any RoutingReader
    ) throws -> [RoutingScore] {
        let candidates = try TextIndex.search(
            opening,
            language: language,
            in: index,
            maximum: maximumTrees
        )
        guard !candidates.isEmpty else { return [] }
        let said = try SaidTerms(opening, language: language, index: index)
        var scores: [RoutingScore] = []
        for candidate in candidates {
            let tree = candidate.document.id
            let treeLanguage = SpokenLanguage.of(candidate.document.language)
            let symptoms = try index.symptoms(ofTree: tree).map { treeLanguage.indexTerms(of: $0) }
            scores.append(RoutingScore(tree: tree, score: Float(said.score(of: symptoms))))
        }
        // Sorting is stable, so trees of one score stay in the order of the search.
        return scores.sorted { $0.score > $1.score }
    }
}

/// The terms of an opening in their order, and how much each tells.
///
/// Sums are taken in that order, so that the same opening always gets the same scores.
private struct SaidTerms {
    private var terms: [(term: String, weight: Double)] = []
    private var weights: [String: Double] = [:]

    init(_ opening: String, language: SpokenLanguage, index: any IndexReader) throws {
        let documents = Int(try index.sums().documents)
        let most = TextIndex.rarity(of: 1, among: documents)
        for term in language.indexTerms(of: opening).prefix(TextIndex.maximumTerms)
        where weights[term] == nil {
            // A word that no tree has tells of something else as much as a rare word tells of a tree.
            let count = max(1, try index.count(of: term))
            let weight = max(0.2, TextIndex.rarity(of: count, among: documents) / most)
            weights[term] = weight
            terms.append((term, weight))
        }
    }

    func score(of symptoms: [[String]]) -> Double {
        let vocabulary = Set(symptoms.joined())
        let all = terms.reduce(0) { $0 + $1.weight }
        guard all > 0 else { return 0 }
        let told = terms.reduce(0) { $0 + (vocabulary.contains($1.term) ? $1.weight : 0) } / all
        var best = 0.0
        for symptom in symptoms where !symptom.isEmpty {
            var matched = 0.0
            var whole = 0.0
            for term in symptom {
                let weight = weights[term]
                matched += weight ?? 0
                whole += weight ?? 1
            }
            best = max(best, matched / whole)
        }
        return best * (0.65 + 0.35 * told)
    }
}
