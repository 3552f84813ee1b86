public import Messages

/// Finds the tree of an opening by all that the trees' questions are about.
///
/// For trees that let openings skip ahead: such an opening may name nothing of the tree's symptoms.
public enum OpeningRouter {
    /// What a word adds to a tree that is headed by it, where no other is.
    private static let shareOfHeading: Float = 1
    /// What a word adds to a tree that is headed by words that are like it, times how alike they are.
    private static let shareOfLikeHeading: Float = 2
    /// What a word adds to a tree by how much of it the word makes up, times the square of its rarity.
    private static let shareOfWord: Float = 5.4
    /// Added to a rarity of 0 to 1: a word that all trees have tells something, too, of a tree that speaks of little
    /// else.
    private static let commonRarity: Float = 0.5
    /// What a clause adds to a tree that is wholly about one of its questions.
    private static let shareOfMatch: Float = 0.75

    /// What a word adds to a tree whose examples have it more often than those of others, times the logarithm of how much.
    private static let shareOfExamples: Float = 0.15
    /// Words of examples that a tree is supposed to have, as they are in all, before its own are counted.
    private static let supposedWords: Float = 20
    /// In fewer examples of all trees a word tells nothing.
    private static let fewestExamples: Float = 5
    /// What one word tells, at least and at most.
    private static let least: Float = -2
    private static let most: Float = 4

    /// What the openings of a tree tell against it, at least, as a logarithm.
    private static let leastLikelihood: Float = -6
    /// How near to the best tree one without openings is that may be meant as well.
    private static let nearOfUnknown: Float = 0.5

    /// How much a difference of 1 in what speaks for two trees tells, as a logarithm; ops/training/README.md says of what.
    private static let certainty: Float = 3.25

    /// The trees for an opening, best first, with scores from 0 to 1.
    ///
    /// - Parameters:
    ///   - model: What openings of trees tell together.
    ///   - meaning: What a tree is about; nil for one that does not let openings skip ahead.
    /// - Returns: The scores, and whether no other trees have words of the opening.
    /// - Throws: what `meaning` throws.
    public static func route(
        _ query: RoutingQuery,
        model: OpeningRouting?,
        meaning: (String) throws -> TreeMeaning?
    ) throws -> (scores: [RoutingScore], isWhole: Bool) {
        let candidates = try query.trees.compactMap { tree in
            try meaning(tree.id).map { (id: tree.id, meaning: $0) }
        }
        let isWhole = !query.trees.isEmpty && candidates.count == query.trees.count
        guard !candidates.isEmpty else { return ([], isWhole) }
        let documents = Double(query.documents)
        var sums = Array(repeating: Float(0), count: candidates.count)
        var heads: [Int] = []
        var others: Float = 0
        var likenesses: [Float] = []
        // Words that are compared with no heading any more.
        var compared: Set<WordHash> = []
        for term in query.terms where term.count > 0 {
            let rarity = rarity(of: term.count, among: documents)
            let told = (rarity + commonRarity) * (rarity + commonRarity)
            heads.removeAll(keepingCapacity: true)
            for (place, candidate) in candidates.enumerated() {
                guard let part = candidate.meaning.part(of: term.hash) else { continue }
                sums[place] += shareOfWord * part.share * told
                if part.isHeading { heads.append(place) }
            }
            guard !heads.isEmpty else {
                // What heads other trees alone speaks for those.
                if !isWhole { others += shareOfHeading * rarity }
                continue
            }
            compared.insert(term.hash)
            let heading = Self.rarity(of: heads.count, among: documents)
            for place in heads { sums[place] += shareOfHeading * heading }
        }
        // Customers say what a tree is headed by in other words, too: "screen" for "display".
        for word in query.opening.clauses.lazy.flatMap(\.words)
        where word.share == 1 && compared.insert(word.stem).inserted {
            likenesses.removeAll(keepingCapacity: true)
            for candidate in candidates {
                likenesses.append(candidate.meaning.likenessToHeading(of: word))
            }
            let count = likenesses.count { $0 > 0 }
            guard count > 0 else { continue }
            let told = shareOfLikeHeading * Self.rarity(of: count, among: documents)
            for (place, likeness) in likenesses.enumerated() { sums[place] += told * likeness }
        }
        addExamples(of: candidates.map(\.meaning), query.opening, to: &sums)
        if let model { addOpenings(of: candidates.map(\.id), query.opening, model, to: &sums) }
        // Trees that their words hardly tell apart are told apart by what they ask.
        let best = sums.max() ?? 0
        let near = sums.indices.filter { sums[$0] > best - shareOfMatch }
        if near.count > 1 {
            for place in near {
                sums[place] += shareOfMatch * candidates[place].meaning.bestMatch(of: query.opening)
            }
        }
        let scores = zip(candidates, sums).map { candidate, sum in
            let sum = max(0, sum - others)
            return RoutingScore(tree: candidate.id, score: sum / (1 + sum))
        }
        return (scores.sorted { $0.score > $1.score }, isWhole)
    }

    /// Adds to the sums of trees how likely an opening is meant for each of them, by what customers said who called about
    /// them.
    private static func addOpenings(
        of trees: [String],
        _ opening: SpokenOpening,
        _ model: OpeningRouting,
        to sums: inout [Float]
    ) {
        let likelihoods = model.likelihoods(of: opening, for: trees)
        let best = sums.max() ?? 0
        // The model knows nothing of a tree without openings, and would speak for another one.
        let isUnknownNear = zip(sums, likelihoods).contains { sum, likelihood in
            likelihood == nil && sum > best - nearOfUnknown
        }
        guard !isUnknownNear else { return }
        let known = likelihoods.indices.filter { likelihoods[$0] != nil }
        for place in known { sums[place] += max(likelihoods[place] ?? 0, leastLikelihood) }
        // It tells these trees apart. Whether any is meant its words tell alone: the best has what the best had.
        let lost = best - (known.map { sums[$0] }.max() ?? best)
        for place in known { sums[place] += lost }
    }

    /// Adds to the sums of trees with examples how much likelier words are in those of one than in those of all.
    private static func addExamples(
        of trees: [TreeMeaning],
        _ opening: SpokenOpening,
        to sums: inout [Float]
    ) {
        let known = trees.enumerated().compactMap { place, tree in
            tree.examples.map { (place: place, examples: $0) }
        }
        guard known.count > 1 else { return }
        let whole = known.reduce(0) { $0 + $1.examples.words }
        var compared: Set<WordHash> = []
        var counts: [Float] = []
        var odds: [Float] = []
        for word in opening.clauses.lazy.flatMap(\.words)
        where compared.insert(word.stem).inserted {
            counts.removeAll(keepingCapacity: true)
            for tree in known {
                counts.append(tree.examples.count(of: word.stem))
            }
            let count = counts.reduce(0, +)
            guard count >= fewestExamples else { continue }
            let share = count / whole
            odds.removeAll(keepingCapacity: true)
            for (count, tree) in zip(counts, known) {
                let here = (count + supposedWords * share) / (tree.examples.words + supposedWords)
                let told = Float(Logarithm.natural(Double(here / share)))
                odds.append(min(max(told, least), most))
            }
            let mean = odds.reduce(0, +) / Float(odds.count)
            let telling = word.row.map(WordVectors.telling) ?? 1
            let told = shareOfExamples * telling * telling * telling * telling
            for (odds, tree) in zip(odds, known) { sums[tree.place] += told * (odds - mean) }
        }
    }

    /// How likely each of some trees is meant, from 0 to 1, together 1.
    ///
    /// - Parameter scores: Those of ``route(_:model:meaning:)``.
    public static func likelihoods(of scores: [RoutingScore]) -> [Float] {
        let sums = scores.map { $0.score / max(1 - $0.score, 1e-6) }
        let best = sums.max() ?? 0
        let odds = sums.map { Logarithm.exponential(certainty * ($0 - best)) }
        let whole = odds.reduce(0, +)
        return odds.map { $0 / whole }
    }

    /// How much a word tells that stands in some of the trees: nothing when it stands in all.
    private static func rarity(of count: Int, among documents: Double) -> Float {
        let most = Logarithm.natural(documents + 0.5)
        guard most > 0 else { return 1 }
        let told = Logarithm.natural((documents + 0.5) / (Double(count) + 0.5)) / most
        return Float(max(0, told))
    }
}
