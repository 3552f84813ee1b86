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
        return RoutingModel(trainer.model(of: { _ in true }), threshold: trainer.threshold())
    }
}

/// Trains routing models, and finds from which probability on they are right.
private struct RoutingTrainer {
    /// A phrase of a tree.
    struct Sample {
        let phrase: PhraseTrainer.Phrase
        /// The third of its tree's phrases in which it stands; nil for what is never held out.
        let third: Int?
    }

    private enum Setting {
        /// Up to so many phrases, the threshold is chosen in three rounds and not in one.
        static let phrasesTriedThrice = 3_000
        /// From so many phrases on that belong to no tree, they show where the map ends.
        static let unrelatedNeeded = 20
        /// The part of the best threshold that is taken.
        static let thresholdPart: Float = 0.45
        static let thresholdPartShown: Float = 0.25
    }

    private static let parts = 3

    private let trainer: PhraseTrainer
    private let all: [Sample]
    private let unrelatedCount: Int

    init(_ examples: [RoutingExamples], unrelated: [String]) {
        trainer = PhraseTrainer(
            groups: examples.map(\.tree),
            hasUnrelated: !unrelated.isEmpty,
            depth: .parts,
            // A catalog has one such model.
            maximumBytes: 16 << 20
        )
        unrelatedCount = unrelated.count
        var all: [Sample] = []
        func add(_ texts: [String], _ language: SpokenLanguage, _ group: Int) {
            for (index, text) in texts.enumerated() {
                let features = PhraseFeatures(text, language: language)
                all.append(
                    Sample(
                        phrase: PhraseTrainer.Phrase(features: features, group: group),
                        // Authors write phrases that are alike one after another.
                        third: texts.count < Self.parts ? nil : index * Self.parts / texts.count
                    )
                )
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

    /// A model of some of the phrases.
    func model(of isLearnt: (Sample) -> Bool) -> PhraseModel {
        trainer.model(all.filter(isLearnt).map(\.phrase))
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
        let trees = trainer.groups.count
        for round in 0..<rounds {
            func isLeftOut(_ sample: Sample) -> Bool {
                let group = sample.phrase.group
                return !areShown && group < trees && group % Self.parts == round
            }
            let model = model { !isLeftOut($0) && $0.third != round }
            for sample in all where isLeftOut(sample) || sample.third == round {
                let (best, probability) = model.best(of: sample.phrase.features)
                if isLeftOut(sample) || sample.phrase.group == trees {
                    unrelated.append(probability)
                } else {
                    asked += 1
                    if best == sample.phrase.group { right.append(probability) }
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
}
