internal import CModel

/// Trains models on phrases.
///
/// Stochastic gradient descent with a step for each weight (AdaGrad), and a penalty for large weights that
/// is smaller the more phrases have a feature. How it was chosen is told in ops/training/README.md.
struct PhraseTrainer {
    /// A phrase, ready to be learnt.
    struct Phrase {
        let features: PhraseFeatures
        /// The place of its group; the number of groups for one that belongs to none.
        let group: Int
    }

    private enum Setting {
        static let step: Float = 0.3
        static let penalty: Float = 0.02
        /// How often each phrase is learnt: the fewer there are the more often, within this.
        static let epochs = 4...12
        static let phrasesLearnt = 12_000
        /// A class whose probability is off by less learns nothing.
        static let leastError: Float = 0.003
    }

    /// The most bytes of weights of a model of one tree: a server keeps many of them.
    static let bytesOfTree = 2 << 20

    /// The groups' names.
    let groups: [String]
    /// Whether some phrases belong to no group.
    let hasUnrelated: Bool
    /// How close the models look at texts.
    let depth: PhraseFeatures.Depth
    /// The most bytes of weights: features that few phrases have are left out of more.
    let maximumBytes: Int

    /// Trains a model; the same phrases in the same order always give the same.
    func model(_ phrases: [Phrase]) -> PhraseModel {
        let classes = groups.count + (hasUnrelated ? 1 : 0)
        let blocks = PhraseModel.blocks(classes: classes)
        let lanes = blocks * PhraseModel.Block.scalarCount
        let features = FeatureTable(
            phrases.map(\.features),
            maximum: maximumBytes / lanes,
            depth: depth
        )
        let weighing = Self.weights(of: phrases, classes: classes)
        let rows = phrases.map { phrase in
            (
                vector: features.vector(of: phrase.features), group: phrase.group,
                weight: weighing[phrase.group]
            )
        }
        var descent = Descent(features: features, classes: classes, phrases: rows.map(\.vector))
        let wanted = Setting.phrasesLearnt / max(1, rows.count)
        let epochs = min(max(wanted, Setting.epochs.lowerBound), Setting.epochs.upperBound)
        var order = Array(rows.indices)
        var random = ShuffleOrder()
        for _ in 0..<epochs {
            order.shuffle(using: &random)
            for index in order {
                descent.learn(rows[index].vector, rows[index].group, rows[index].weight)
            }
        }
        return descent.model(groups: groups, depth: depth, features: features)
    }

    /// A group with few phrases counts for more than its phrases, though not for as much as one with many.
    private static func weights(of phrases: [Phrase], classes: Int) -> [Float] {
        var counts = [Int](repeating: 0, count: classes)
        for phrase in phrases { counts[phrase.group] += 1 }
        let mean = Float(phrases.count) / Float(max(1, counts.count { $0 > 0 }))
        return counts.map { (mean / Float(max(1, $0))).squareRoot() }
    }

    /// The state of a descent: weights, and how much each has been moved.
    private struct Descent {
        typealias Block = PhraseModel.Block

        private let classes: Int
        private let blocks: Int
        private var biases: [Block]
        private var biasesMoved: [Block]
        private var weights: [Block]
        private var moved: [Block]
        private let penalties: [Float]
        private var active: [Int] = []

        init(features: FeatureTable, classes: Int, phrases: [[(row: Int, value: Float)]]) {
            self.classes = classes
            blocks = PhraseModel.blocks(classes: classes)
            biases = Array(repeating: Block(), count: blocks)
            // A number that is never 0 stands below the root.
            let least = Block(repeating: 1e-12)
            biasesMoved = Array(repeating: least, count: blocks)
            weights = Array(repeating: Block(), count: features.rows * blocks)
            moved = Array(repeating: least, count: features.rows * blocks)
            var counts = [Float](repeating: 0, count: features.rows)
            for phrase in phrases {
                for entry in phrase { counts[entry.row] += 1 }
            }
            penalties = counts.map { Setting.penalty / max(1, $0) }
        }

        mutating func learn(_ vector: [(row: Int, value: Float)], _ group: Int, _ weight: Float) {
            var errors = biases
            for (row, value) in vector {
                let start = row * blocks
                for block in 0..<blocks { errors[block] += weights[start + block] * value }
            }
            PhraseModel.softmax(&errors, classes: classes)
            errors[group / Block.scalarCount][group % Block.scalarCount] -= 1
            active.removeAll(keepingCapacity: true)
            for block in 0..<blocks {
                errors[block] *= weight
                let isOff = errors[block].max() > Setting.leastError
                if isOff || errors[block].min() < -Setting.leastError { active.append(block) }
            }
            for block in active {
                let change = errors[block]
                biasesMoved[block] += change * change
                biases[block] -= Setting.step * change / baton_square_roots(biasesMoved[block])
            }
            for (row, value) in vector {
                let start = row * blocks
                let penalty = penalties[row]
                for block in active {
                    let index = start + block
                    let change = errors[block] * value + weights[index] * penalty
                    moved[index] += change * change
                    weights[index] -= Setting.step * change / baton_square_roots(moved[index])
                }
            }
        }

        /// The model, with weights rounded to 1/127 of the largest of their row.
        func model(
            groups: [String],
            depth: PhraseFeatures.Depth,
            features: FeatureTable
        ) -> PhraseModel {
            var scales: [Float] = []
            var rounded: [SIMD16<Int8>] = []
            rounded.reserveCapacity(weights.count)
            for row in 0..<features.rows {
                let own = weights[(row * blocks)..<((row + 1) * blocks)]
                let largest = own.reduce(0) { max($0, $1.max(), -$1.min()) }
                let scale = largest > 0 ? largest / 127 : 1
                scales.append(scale)
                for block in own {
                    rounded.append(
                        SIMD16<Int8>(
                            truncatingIfNeeded: SIMD16<Int32>(
                                block / scale,
                                rounding: .toNearestOrEven
                            )
                        )
                    )
                }
            }
            return PhraseModel(
                groups: groups,
                classes: classes,
                depth: depth,
                features: features,
                biases: biases,
                scales: scales,
                weights: rounded
            )
        }
    }
}

/// An order that is mixed up, and the same each time.
private struct ShuffleOrder: RandomNumberGenerator {
    private var state: UInt64 = 0x9e37_79b9_7f4a_7c15

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
