public import Messages

extension AnswerExamples {
    /// What the examples of a tree's options tell; nil when there are too few.
    ///
    /// - Parameter model: What ``model(of:)`` made of the tree.
    public init?(of tree: Tree, model: PhraseModel?) {
        self.init(Self.sides(of: tree), model: model, language: .of(tree.language))
    }

    /// Trains the model of which answer of a tree a clause gives, on the examples of its options, its title and symptoms.
    ///
    /// The same tree always gives the same model.
    ///
    /// - Returns: nil when there are too few examples.
    public static func model(of tree: Tree) -> PhraseModel? {
        let sides = sides(of: tree)
        guard tree.skipsAhead || tellAnswers(sides) else { return nil }
        return model(of: sides, headings: headings(of: tree), language: .of(tree.language))
    }

    /// Whether a tree has enough examples to tell the answers to one of its questions and, where openings skip ahead, what
    /// they say.
    public static func areEnough(of tree: Tree) -> Bool {
        tree.skipsAhead ? tellOpenings(sides(of: tree)) : tellAnswers(sides(of: tree))
    }

    /// Whether the models of two trees' answers are the same.
    public static func areSame(_ tree: Tree, _ other: Tree) -> Bool {
        tree.language == other.language && sides(of: tree) == sides(of: other)
            && headings(of: tree) == headings(of: other)
    }

    /// What the tree is about, which everyone says who needs it.
    private static func headings(of tree: Tree) -> [String] { [tree.title] + tree.symptoms }

    /// The questions' answers with their examples.
    private static func sides(of tree: Tree) -> [[Side]] {
        asking(tree).map { index in
            let node = tree.nodes[index]
            return node.branches.map { branch in
                Side(
                    name: name(node, branch),
                    examples: node.options.first { $0.id == branch.value }?.examples ?? []
                )
            }
        }
    }

    /// What an answer is called in a tree's models.
    static func name(_ node: Node, _ branch: Branch) -> String { "\(node.id)/\(branch.value)" }

    /// The indices of the nodes whose answers customers may give unasked.
    static func asking(_ tree: Tree) -> [Int] {
        tree.nodes.indices.filter { isAsked(tree.nodes[$0]) }
    }

    /// 1 for an answer that affirms its question, -1 for one that denies it, 0 for any other.
    static func sign(of side: String) -> Float {
        switch side {
        case "yes", "pass": 1
        case "no", "fail": -1
        default: 0
        }
    }

    private static func isAsked(_ node: Node) -> Bool {
        switch node.kind {
        case .ask, .check:
            [.yesNo, .choice, .check].contains(node.valueKind)
                && node.branches.allSatisfy { $0.comparison == .equal }
        default: false
        }
    }
}
