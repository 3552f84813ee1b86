public import Messages

/// What customers said who called about a tree, and which of its answers they had thereby given.
///
/// An opening as a whole tells more than its clauses do: a model trained on the openings of a tree, when it is published,
/// tells where another one is likest to take the call. ops/training/README.md says how much they help.
public struct OpeningExamples: Sendable {
    private let model: PhraseModel
    /// For each question the place of each answer among the model's groups; nil for one that no opening gave.
    private let groups: [[Int?]]
    /// The place of what answers none.
    private let rootGroup: Int?

    /// The fewest openings of a tree that tell something.
    public static let fewest = 50
    /// The group of openings that answer nothing.
    private static let rootName = ""

    /// Whether a tree has enough openings for a model, of complaints alone and of half of the answers among them: where others
    /// are unknown, each opening would be like those that are known.
    public static func areEnough(of tree: Tree) -> Bool {
        guard tree.skipsAhead else { return false }
        let openings = openings(of: tree)
        let answers = AnswerExamples.asking(tree).reduce(0) { $0 + tree.nodes[$1].branches.count }
        return openings.reduce(0) { $0 + $1.texts.count } >= fewest
            && openings.contains { $0.name == rootName }
            && 2 * (openings.count - 1) >= answers
    }

    /// Whether the models of two trees' openings are the same.
    public static func areSame(_ tree: Tree, _ other: Tree) -> Bool {
        tree.language == other.language && areEnough(of: tree) == areEnough(of: other)
            && openings(of: tree).elementsEqual(openings(of: other), by: ==)
    }

    /// Trains the model of where an opening of a tree takes the call.
    ///
    /// The same tree always gives the same model.
    ///
    /// - Returns: nil when there are too few openings.
    public static func model(of tree: Tree) -> PhraseModel? {
        guard areEnough(of: tree) else { return nil }
        let language = SpokenLanguage.of(tree.language)
        let openings = openings(of: tree)
        let trainer = PhraseTrainer(
            groups: openings.map(\.name),
            hasUnrelated: false,
            depth: .parts,
            maximumBytes: PhraseTrainer.bytesOfTree
        )
        return trainer.model(
            openings.enumerated().flatMap { group, opening in
                opening.texts.map { text in
                    PhraseTrainer.Phrase(
                        features: PhraseFeatures(text, language: language),
                        group: group
                    )
                }
            }
        )
    }

    /// Reads the openings of a tree; nil where they have no model.
    ///
    /// - Parameter model: What ``model(of:)`` made of the tree.
    public init?(of tree: Tree, model: PhraseModel?) {
        guard let model, Self.areEnough(of: tree) else { return nil }
        self.model = model
        let places = Dictionary(
            zip(model.groups, model.groups.indices),
            uniquingKeysWith: { first, _ in first }
        )
        rootGroup = places[Self.rootName]
        groups = AnswerExamples.asking(tree).map { index in
            let node = tree.nodes[index]
            return node.branches.map { places[AnswerExamples.name(node, $0)] }
        }
    }

    /// How likely an opening answers nothing, and how likely each answer to each question is the last that it gives; an answer
    /// that no known opening gave is as likely as any.
    func likelihoods(of opening: SpokenOpening) -> (root: Float, answers: [[Float]]) {
        let all = model.probabilities(of: opening.features)
        let unknown = 1 / Float(model.groups.count)
        func likelihood(_ group: Int?) -> Float {
            group.flatMap { all.isEmpty ? nil : all[$0] } ?? unknown
        }
        return (likelihood(rootGroup), groups.map { $0.map(likelihood) })
    }

    /// The openings of a tree by what they answer, each once; what stands under several answers tells none of them.
    static func openings(of tree: Tree) -> [(name: String, texts: [String])] {
        let answering = AnswerExamples.asking(tree).flatMap { index in
            let node = tree.nodes[index]
            return node.branches.map { branch in
                let option = node.options.first { $0.id == branch.value }
                return (name: AnswerExamples.name(node, branch), texts: option?.openings ?? [])
            }
        }
        let all = [(name: rootName, texts: tree.openings)] + answering
        var places: [String: Int] = [:]
        for opening in all {
            for text in Set(opening.texts) { places[text, default: 0] += 1 }
        }
        return all.map { opening in
            var seen: Set<String> = []
            let texts = opening.texts.filter { places[$0] == 1 && seen.insert($0).inserted }
            return (opening.name, texts)
        }.filter { !$0.texts.isEmpty }
    }
}
