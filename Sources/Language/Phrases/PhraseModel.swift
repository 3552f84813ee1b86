/// Tells which of some groups a phrase belongs to, trained on phrases of each.
///
/// A softmax regression over what ``PhraseFeatures`` finds in them (``PhraseTrainer``).
public struct PhraseModel: Sendable {
    /// The numbers of sixteen classes: the unit in which weights are kept.
    typealias Block = SIMD16<Float>

    /// The groups' names, in the order in which they were given to the training.
    let groups: [String]
    /// How many classes there are: the groups, and one for what belongs to none where phrases tell of it.
    let classes: Int
    /// Whether it was also trained on what belongs to no group.
    public var knowsUnrelated: Bool { classes > groups.count }
    /// How close it looks at a text.
    let depth: PhraseFeatures.Depth
    let features: FeatureTable
    /// What each class has without any feature.
    let biases: [Block]
    /// What a unit of a row's weights is.
    let scales: [Float]
    /// A row's weights for all classes, row after row.
    let weights: [SIMD16<Int8>]

    /// The group that a text fits best, by its place among the groups, and its probability.
    func best(of text: PhraseFeatures) -> (group: Int, probability: Float) {
        var best: (group: Int, probability: Float) = (0, 0)
        for (group, probability) in zip(groups.indices, probabilities(of: text))
        where probability > best.probability {
            best = (group, probability)
        }
        return best
    }

    /// The probability of each class for some words, the groups first; none where they have nothing that any phrase has.
    func probabilities(of tokens: Tokens, in range: Range<Int>) -> [Float] {
        probabilities(of: PhraseFeatures(tokens, in: range, depth))
    }

    /// The probability of each class, the groups first; none where the text has nothing that any phrase has.
    func probabilities(of text: PhraseFeatures) -> [Float] {
        let vector = features.vector(of: text)
        guard !vector.isEmpty else { return [] }
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
