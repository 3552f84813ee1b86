/// Weighs what speaks for a place in a tree to which an opening may take a call.
///
/// A linear model of few features, trained as a choice among all places of a tree; ops/training/README.md says from
/// what, and how it does.
package enum OpeningModel {
    /// The weight of each feature: the last answer's score, its question's match, whether the clause agrees with the
    /// answer, the answers on the way, whether clauses agree with those before the last, that there is a last one, what
    /// was said that no question on the way is about, and the best score of an answer that is not on the way.
    package static let weights: [Float] = [
        3.253, 5.341, 1.937, -0.387, 0.374, -4.271, -1.893, -1.751,
    ]

    /// The weights for a tree with examples of answers: of the same features; then how much a clause is like examples of
    /// the last question beyond a bound, whether it is like those of the answer, and of answers before it; how likely a
    /// clause gives the answer by the model of the examples, how likely it answers the question, and whether it gives
    /// that answer by the answer model; how likely clauses answer the questions before, and one that is not on the way.
    package static let weightsWithExamples: [Float] = [
        0.702, 1.223, 1.277, -0.505, 0.556, -6.928, -1.157, -0.673, 0.612, 0.752, 0.16, 1.601,
        -0.099, 0.126, 0.203, -3.274,
    ]

    /// The weights for a tree that has openings, too: of the same features, and how likely the opening gives the last answer
    /// by the model of these.
    package static let weightsWithOpenings: [Float] = [
        -0.01, 0.124, 0.471, -0.392, 0.332, -1.699, -0.068, 0.139, 0.278, 0.646, 0.093, 0.972,
        0.123, -0.026, 1.71, -1.024, 1.28,
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
