internal import Catalog
internal import Language
internal import Messages

/// The catalog as proposals look at it.
final class ProposalCatalog {
    /// A fact of some trees with the words that name it.
    struct NamedFact {
        let key: String
        var trees: Set<String>
        let words: String
        let label: String
    }

    let view: CatalogView
    let settings: Settings
    let language: SpokenLanguage
    /// The trees by id, the intake among them.
    let trees: [String: CompiledTree]
    /// The facts of all trees, each once, in order of their keys.
    let facts: [NamedFact]
    private let keys: Set<String>

    init(_ view: CatalogView) throws {
        self.view = view
        settings = try view.settings
        language = SpokenLanguage.of(settings.phrasebooks.first?.language ?? "")
        var trees: [String: CompiledTree] = [:]
        var facts: [String: NamedFact] = [:]
        for id in try view.treeIDs(maximum: CatalogLimits.trees) {
            guard let tree = try view.compiledTree(id) else { continue }
            trees[id] = tree
            for definition in tree.tree.facts {
                var fact =
                    facts[definition.key]
                    ?? NamedFact(
                        key: definition.key,
                        trees: [],
                        words: "\(definition.label) \(Names.words(of: definition.key))",
                        label: definition.label
                    )
                fact.trees.insert(id)
                facts[definition.key] = fact
            }
        }
        self.trees = trees
        self.facts = facts.values.sorted { $0.key < $1.key }
        keys = Set(facts.keys)
    }

    /// The texts in which a word is rare or not: how facts are named, and what is asked for them.
    var factTexts: [String] {
        facts.map { fact in
            let said = fact.trees.sorted().lazy.compactMap { self.trees[$0] }.compactMap { tree in
                tree.node(determining: fact.key).map { tree.tree.nodes[$0].say }
            }
            return "\(fact.words) \(said.first ?? "")"
        }
    }

    /// Names of the vocabulary, each as often as it stands there, and not all of a very large one.
    func names() throws -> [String] {
        try view.entityIDs(maximum: CatalogLimits.entities).compactMap { id in
            try view.entity(id).map { ([$0.name] + $0.aliases).joined(separator: " ") }
        }
    }

    func tree(_ id: String) throws -> CompiledTree? { trees[id] }

    /// Whether a text is the key of a fact, rather than words.
    func isFact(_ text: String) -> Bool {
        keys.contains(text) || Names.isFact(text)
    }

    /// Whether words are a name of the vocabulary.
    func isName(_ words: String) -> Bool {
        ((try? view.entities(named: words, language: language.tag))?.isEmpty ?? true) == false
    }

    // MARK: Questions

    /// A question of a tree for a fact: as another tree of its language asks for it or for its like, else in
    /// general words.
    func question(for fact: String, like other: String, in tree: String) -> QuestionDraft {
        let tag = trees[tree]?.tree.language
        let asked = trees.keys.sorted().lazy.compactMap { self.trees[$0] }
            .filter { $0.tree.language == tag }
            .compactMap { tree in
                tree.node(determining: other).map { (tree, tree.tree.nodes[$0]) }
            }
        let named = facts.first { $0.key == other }
        let label = named?.label ?? Names.words(of: fact)
        var draft = QuestionDraft(fact: fact, label: label, kind: .text)
        if let (_, node) = asked.first(where: { $0.1.kind == .ask && !$0.1.say.isEmpty }) {
            draft.say = node.say
            draft.kind = node.valueKind
            draft.entityClass = node.entityClass
            draft.unit = node.unit
            draft.options = node.options.map {
                QuestionOption(id: $0.id, label: $0.label, phrases: $0.phrases)
            }
        } else {
            let kind = asked.first?.1.valueKind ?? .text
            draft.kind = [.version, .date, .duration, .frequency].contains(kind) ? kind : .text
            draft.say = wording(of: draft.label, draft.kind, in: tree)
        }
        return draft
    }

    /// A question in general words and the language of a tree.
    func wording(of label: String, _ kind: ValueKind, in tree: String) -> String {
        SpokenLanguage.of(trees[tree]?.tree.language ?? language.tag).question(for: label, kind)
    }
}
