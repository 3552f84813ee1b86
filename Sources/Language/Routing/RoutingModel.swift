public import Messages

/// Tells which tree an opening belongs to, trained on the phrases of a catalog's trees.
///
/// A softmax regression over stems, parts of words and meaning. It is made when a catalog is published
/// that has many trees with many phrases each (``train(_:unrelated:)``), and stored in the release.
public struct RoutingModel: Sendable {
    /// The numbers of sixteen classes: the unit in which weights are kept.
    typealias Block = SIMD16<Float>

    /// The classes: trees, in the order of their ids.
    let trees: [String]
    /// How many classes there are: the trees, and one for what belongs to none where phrases tell of it.
    let classes: Int
    let features: FeatureTable
    /// What each class has without any feature.
    let biases: [Block]
    /// What a unit of a row's weights is.
    let scales: [Float]
    /// A row's weights for all classes, row after row.
    let weights: [SIMD16<Int8>]

    /// The probability from which a tree is taken: chosen from the phrases, see ``RoutingTrainer``.
    public let threshold: Float

    /// The trees that an opening may belong to, best first, at most `maximum`.
    ///
    /// A score is a probability, drawn out so that the model's own threshold is at 0.5
    /// (``Router/defaultThreshold``): a catalog's author can ask for more or less without knowing it.
    public func scores(
        of opening: String,
        language: SpokenLanguage,
        maximum: Int = Router.maximumTrees
    ) -> [RoutingScore] {
        let text = PhraseFeatures(opening, language: language)
        let vector = features.vector(of: text)
        guard !vector.isEmpty else { return [] }
        let probabilities = probabilities(of: vector)
        let stretch = Logarithm.natural(0.5) / Logarithm.natural(Double(threshold))
        let best = trees.indices.sorted { first, second in
            (-probabilities[first], first) < (-probabilities[second], second)
        }
        return best.prefix(maximum).map { index in
            let probability = max(1e-9, Double(probabilities[index]))
            let score = Logarithm.exponential(stretch * Logarithm.natural(probability))
            return RoutingScore(tree: trees[index], score: Float(score))
        }
    }

    /// The tree that fits some words best, by its place among the trees, and its probability.
    func best(of text: PhraseFeatures) -> (tree: Int, probability: Float) {
        let probabilities = probabilities(of: features.vector(of: text))
        var best = 0
        for index in trees.indices where probabilities[index] > probabilities[best] { best = index }
        return (best, probabilities[best])
    }

    /// The probability of each class.
    private func probabilities(of vector: [(row: Int, value: Float)]) -> [Float] {
        var sums = biases
        for (row, value) in vector {
            let factor = value * scales[row]
            let start = row * sums.count
            for block in sums.indices {
                sums[block] += Block(weights[start + block]) * factor
            }
        }
        Self.softmax(&sums, classes: classes)
        return (0..<classes).map { sums[$0 / Block.scalarCount][$0 % Block.scalarCount] }
    }

    /// How many blocks hold a number for each class.
    static func blocks(classes: Int) -> Int {
        (classes + Block.scalarCount - 1) / Block.scalarCount
    }

    /// Turns sums to probabilities; those beyond the last class become 0.
    static func softmax(_ sums: inout [Block], classes: Int) {
        let width = Block.scalarCount
        var greatest = -Float.infinity
        for index in 0..<classes { greatest = max(greatest, sums[index / width][index % width]) }
        var total: Float = 0
        for index in 0..<(sums.count * width) {
            let (block, lane) = index.quotientAndRemainder(dividingBy: width)
            let difference = sums[block][lane] - greatest
            // Less than a millionth counts as none, and costs nothing.
            let share: Float =
                index < classes && difference > -14
                ? Logarithm.exponential(difference) : 0
            sums[block][lane] = share
            total += share
        }
        for block in sums.indices { sums[block] /= total }
    }
}
