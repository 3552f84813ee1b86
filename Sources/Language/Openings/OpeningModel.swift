/// Weighs what speaks for a place in a tree to which an opening may take a call.
///
/// A linear model of few features, trained as a choice among all places of a tree; ops/training/README.md says from
/// what, and how it does.
package enum OpeningModel {
    /// The weight of each feature: the last answer's score, its question's match, whether the clause agrees with the
    /// answer, the answers on the way, whether clauses agree with those before the last, that there is a last one, what
    /// was said that no question on the way is about, and the best score of an answer that is not on the way.
    package static let weights: [Float] = [
        3.418, 5.431, 1.784, -0.389, 0.387, -4.273, -1.888, -1.774,
    ]

    /// The weights for a tree with examples of answers: of the same features; then how much a clause is like examples of
    /// the last question beyond a bound, whether it is like those of the answer, and of answers before it; how likely a
    /// clause gives the answer by the model of the examples, how likely it answers the question, and whether it gives
    /// that answer by the answer model; how likely clauses answer the questions before, and one that is not on the way.
    package static let weightsWithExamples: [Float] = [
        0.746, 1.404, 1.262, -0.488, 0.577, -6.892, -1.125, -0.704, 0.628, 0.757, 0.141, 1.481,
        0.025, 0.113, 0.296, -3.389,
    ]

    /// The weights for a tree that has openings, too: of the same features, and how likely the opening gives the last answer
    /// by the model of these.
    package static let weightsWithOpenings: [Float] = [
        -0.153, 0.184, 0.552, -0.387, 0.349, -1.631, -0.045, 0.055, 0.267, 0.638, 0.082, 0.938,
        0.169, -0.08, 1.758, -1.358, 1.296,
    ]

    /// How likely each of some places is, from 0 to 1, together 1.
    package static func likelihoods(of places: [[Float]], weights: [Float]) -> [Float] {
        let scores = places.map { features in
            zip(weights, features).reduce(Float(0)) { $0 + $1.0 * $1.1 }
        }
        let best = scores.max() ?? 0
        let odds = scores.map { Logarithm.exponential($0 - best) }
        let whole = odds.reduce(0, +)
        return odds.map { $0 / whole }
    }
}
