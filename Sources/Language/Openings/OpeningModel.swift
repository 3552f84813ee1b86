/// Weighs what speaks for a place in a tree to which an opening may take a call.
///
/// A linear model of few features, trained as a choice among all places of a tree; ops/training/README.md says from
/// what, and how it does.
package enum OpeningModel {
    /// The weight of each feature: the last answer's score, its question's match, whether the clause agrees with the
    /// answer, the answers on the way, whether clauses agree with those before the last, that there is a last one, what
    /// was said that no question on the way is about, and the best score of an answer that is not on the way.
    package static let weights: [Float] = [
        3.965, 2.94, 1.909, -0.943, 1.178, -2.921, -2.872, -2.224,
    ]

    /// The weights for a tree with examples of answers: of the same features, then how much a clause is like examples of
    /// the last question beyond a bound, whether it is like those of the answer, both of the answers on the way, and how
    /// likely a clause gives the answer by the model of the examples.
    package static let weightsWithExamples: [Float] = [
        0.726, 0.182, 1.652, -1.357, 1.961, -8.319, -1.345, -1.926, 1.122, 0.766, 0.484, 0.61,
        2.402,
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
