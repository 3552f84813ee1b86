internal import CModel

/// A tree as its author describes it in the customers' words.
public struct RoutingExamples: Sendable, Equatable {
    /// The tree.
    public let tree: String
    /// The language of its phrases.
    public let language: String
    /// A few words that name it.
    public let title: String
    /// What customers say who have the issue.
    public let phrases: [String]

    /// Describes a tree.
    public init(tree: String, language: String, title: String, phrases: [String]) {
        self.tree = tree
        self.language = language
        self.title = title
        self.phrases = phrases
    }
}

extension RoutingModel {
    /// From so many trees on there are enough for a model.
    public static let fewestTrees = 8
    /// From so many phrases a tree on there are enough for a model.
    public static let fewestPhrases = 6

    /// Trains a model; nil where trees or phrases are too few for it to know more than their words.
    ///
    /// The same trees always give the same model.
    ///
    /// - Parameters:
    ///   - trees: The trees, in any order.
    ///   - unrelated: Phrases that belong to no tree, in the language of the first tree.
    public static func train(
        _ trees: [RoutingExamples],
        unrelated: [String] = []
    ) -> RoutingModel? {
        let described = trees.filter { !$0.phrases.isEmpty }.sorted { $0.tree < $1.tree }
        let phrases = described.reduce(0) { $0 + $1.phrases.count }
        guard described.count >= fewestTrees, phrases >= described.count * fewestPhrases else {
            return nil
        }
        let trainer = RoutingTrainer(described, unrelated: unrelated)
        return trainer.model(trainer.all, threshold: trainer.threshold())
    }
}

/// Trains routing models on phrases.
///
/// Stochastic gradient descent with a step for each weight (AdaGrad), and a penalty for large weights that
/// is smaller the more phrases have a feature. How it was chosen is told in ops/training/README.md.
struct RoutingTrainer {
    /// A phrase, ready to be learnt.
    struct Phrase {
        let features: PhraseFeatures
        let group: Int
        /// The third of its tree's phrases in which it stands; nil for what is never held out.
        let third: Int?
    }

    private enum Setting {
        static let step: Float = 0.3
        static let penalty: Float = 0.02
        /// How often each phrase is learnt: the fewer there are the more often, within this.
        static let epochs = 4...12
        static let phrasesLearnt = 12_000
        /// A class whose probability is off by less learns nothing.
        static let leastError: Float = 0.003
        /// The most bytes of weights.
        static let weights = 16 << 20
        /// Up to so many phrases, the threshold is chosen in three rounds and not in one.
        static let phrasesTriedThrice = 3_000
        /// From so many phrases on that belong to no tree, they show where the map ends.
        static let unrelatedNeeded = 20
        /// The part of the best threshold that is taken.
        static let thresholdPart: Float = 0.45
        static let thresholdPartShown: Float = 0.25
    }

    private static let parts = 3

    let trees: [String]
    let all: [Phrase]
    private let hasUnrelated: Bool
    private let unrelatedCount: Int

    init(_ examples: [RoutingExamples], unrelated: [String]) {
        trees = examples.map(\.tree)
        hasUnrelated = !unrelated.isEmpty
        unrelatedCount = unrelated.count
        var all: [Phrase] = []
        func add(_ texts: [String], _ language: SpokenLanguage, _ group: Int) {
            for (index, text) in texts.enumerated() {
                // Authors write phrases that are alike one after another.
                let third = texts.count < Self.parts ? nil : index * Self.parts / texts.count
                let features = PhraseFeatures(text, language: language)
                all.append(Phrase(features: features, group: group, third: third))
            }
        }
        for (group, tree) in examples.enumerated() {
            let language = SpokenLanguage.of(tree.language)
            add([tree.title], language, group)
            add(tree.phrases, language, group)
        }
        add(unrelated, SpokenLanguage.of(examples.first?.language ?? ""), examples.count)
        self.all = all
    }

    /// The probability from which a tree is taken.
    ///
    /// Models are trained without a third of the trees and without a third of the other trees' phrases,
    /// and asked for both: the threshold at which most of the one are refused and most of the other
    /// routed. A part of that is taken: customers say things less alike the phrases than those are alike
    /// each other, and what belongs to no tree is less alike them than trees are alike each other. The
    /// part is smaller where phrases that belong to no tree are learnt: the model then refuses most
    /// by itself.
    func threshold() -> Float {
        var right: [Float] = []
        var unrelated: [Float] = []
        var asked = 0
        let rounds = all.count <= Setting.phrasesTriedThrice ? Self.parts : 1
        let areShown = unrelatedCount >= Setting.unrelatedNeeded
        for round in 0..<rounds {
            func isLeftOut(_ phrase: Phrase) -> Bool {
                areShown ? false : phrase.group < trees.count && phrase.group % Self.parts == round
            }
            let learnt = all.filter { !isLeftOut($0) && $0.third != round }
            let model = model(learnt, threshold: 0.5)
            for phrase in all where isLeftOut(phrase) || phrase.third == round {
                let (best, probability) = model.best(of: phrase.features)
                if isLeftOut(phrase) || phrase.group == trees.count {
                    unrelated.append(probability)
                } else {
                    asked += 1
                    if best == phrase.group { right.append(probability) }
                }
            }
        }
        guard asked > 0, !unrelated.isEmpty else { return Router.defaultThreshold }
        var best: (sum: Float, percents: [Int]) = (0, [])
        for percent in 2..<95 {
            let threshold = Float(percent) / 100
            let routed = Float(right.count { $0 >= threshold }) / Float(asked)
            let refused = Float(unrelated.count { $0 < threshold }) / Float(unrelated.count)
            if routed + refused > best.sum { best = (routed + refused, []) }
            if routed + refused == best.sum { best.percents.append(percent) }
        }
        // Where many are as good as each other, the middle is the farthest from both.
        let middle = Float(best.percents[best.percents.count / 2]) / 100
        return middle * (areShown ? Setting.thresholdPartShown : Setting.thresholdPart)
    }

    /// Trains a model on some of the phrases.
    func model(_ phrases: [Phrase], threshold: Float) -> RoutingModel {
        let classes = trees.count + (hasUnrelated ? 1 : 0)
        let blocks = RoutingModel.blocks(classes: classes)
        let lanes = blocks * RoutingModel.Block.scalarCount
        let features = FeatureTable(phrases.map(\.features), maximum: Setting.weights / lanes)
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
        return descent.model(trees: trees, features: features, threshold: threshold)
    }

    /// A tree with few phrases counts for more than its phrases, though not for as much as one with many.
    private static func weights(of phrases: [Phrase], classes: Int) -> [Float] {
        var counts = [Int](repeating: 0, count: classes)
        for phrase in phrases { counts[phrase.group] += 1 }
        let mean = Float(phrases.count) / Float(max(1, counts.count { $0 > 0 }))
        return counts.map { (mean / Float(max(1, $0))).squareRoot() }
    }

    /// The state of a descent: weights, and how much each has been moved.
    private struct Descent {
        typealias Block = RoutingModel.Block

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
            blocks = RoutingModel.blocks(classes: classes)
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
            RoutingModel.softmax(&errors, classes: classes)
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
        func model(trees: [String], features: FeatureTable, threshold: Float) -> RoutingModel {
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
            return RoutingModel(
                trees: trees,
                classes: classes,
                features: features,
                biases: biases,
                scales: scales,
                weights: rounded,
                threshold: threshold
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
