public import Messages

/// Tells which tree an opening is meant for, trained on what customers said who called about each tree.
///
/// One for all trees of a language that have enough openings; ops/training/README.md says how much it helps.
public struct OpeningRouting: Sendable {
    private let model: PhraseModel
    /// The place of each tree among the model's groups.
    private let places: [String: Int]

    /// The most bytes of weights: a catalog has one such model for each language.
    private static let maximumBytes = 16 << 20

    /// What a tree is known by.
    public struct Examples: Sendable {
        let tree: String
        let features: [PhraseFeatures]

        /// Reads the openings of a tree; nil where there are too few.
        public init?(_ tree: Tree) {
            guard OpeningExamples.areEnough(of: tree) else { return nil }
            self.tree = tree.id
            let language = SpokenLanguage.of(tree.language)
            features = OpeningExamples.openings(of: tree).flatMap(\.texts).map { text in
                PhraseFeatures(text, language: language)
            }
        }
    }

    /// Trains a model; nil where there are no two trees to tell apart.
    ///
    /// The same trees in the same order always give the same model.
    ///
    /// - Parameter trees: Trees of one language.
    public static func train(_ trees: [Examples]) -> PhraseModel? {
        guard trees.count > 1 else { return nil }
        let trainer = PhraseTrainer(
            groups: trees.map(\.tree),
            hasUnrelated: false,
            depth: .parts,
            maximumBytes: maximumBytes
        )
        return trainer.model(
            trees.enumerated().flatMap { group, tree in
                tree.features.map { PhraseTrainer.Phrase(features: $0, group: group) }
            }
        )
    }

    /// Reads what ``train(_:)`` made.
    public init(_ model: PhraseModel) {
        self.model = model
        places = Dictionary(
            zip(model.groups, model.groups.indices),
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// How likely an opening is meant for each of some trees, as a logarithm; nil for a tree without openings, and for all where
    /// the opening has nothing that others have.
    func likelihoods(of opening: SpokenOpening, for trees: [String]) -> [Float?] {
        let all = model.probabilities(of: opening.features)
        guard !all.isEmpty else { return trees.map { _ in nil } }
        return trees.map { tree in
            places[tree].map { Float(Logarithm.natural(Double(max(all[$0], 1e-9)))) }
        }
    }
}
