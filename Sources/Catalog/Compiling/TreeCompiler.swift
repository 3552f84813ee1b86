internal import Language
internal import Messages

/// What compiling a file needs to know of the rest of the catalog.
struct CompileContext {
    /// The catalog's first language.
    let language: String
    /// All of them, in order of preference.
    let languages: [String]
    /// Looks an entity up.
    let entity: (String) throws -> Entity?
}

extension CompileContext {
    /// Reports a language that no call is held in.
    func check(_ language: Located<String>?, _ problems: Problems) {
        func main(_ tag: String) -> Substring { tag.prefix { $0 != "-" } }
        guard let language, !languages.isEmpty,
            !languages.contains(where: { main($0) == main(language.value) })
        else { return }
        problems.add(
            .badValue,
            at: language.place,
            "catalog.yaml has no language '\(language.value)', so no call is held in it",
            suggestion:
                "write \(languages.joined(separator: " or ")), or give catalog.yaml the texts "
                + "of this language under 'languages'"
        )
    }
}

/// Where the parts of a compiled tree were written.
struct TreePlaces: Sendable {
    /// The tree as a whole.
    var tree = Place.none
    /// The nodes, by index.
    var nodes: [Place] = []
    /// References by what they are and name, such as `article:port-forwarding` at a node.
    private var references: [String: Place] = [:]

    mutating func note(_ place: Place, _ what: String, node: Int) {
        references["\(node) \(what)"] = place
    }

    func place(of what: String, node: Int) -> Place {
        references["\(node) \(what)"] ?? (nodes.indices.contains(node) ? nodes[node] : tree)
    }
}

/// Makes a ``Tree`` of what an editor wrote, once its shape is known to be right.
struct TreeCompiler {
    let problems: Problems
    let context: CompileContext
    var tree = Tree()
    var places = TreePlaces()
    var definitions = FactDefinitions()
    /// What is left to resolve once all nodes are known: who leads where.
    var links: [NodeLinks] = []
    var indexes: [String: Int] = [:]
    /// The nodes that say how their facts are obtained, by fact.
    var sources: [String: YAMLValue] = [:]
    /// Facts in templates that only another tree can bring, by a goto.
    var foreignFacts: [Located<String>] = []

    init(problems: Problems, context: CompileContext) {
        self.problems = problems
        self.context = context
    }

    /// Compiles a file of `trees/`.
    mutating func compile(_ root: YAMLValue, id: String) throws -> Tree {
        let written = root["id"]?.located
        if let written, written.value != id {
            problems.add(
                .badValue,
                at: written.place,
                "the tree's id is '\(written.value)' and its file is called \(id).yaml",
                suggestion: "give both the same name"
            )
        }
        places.tree = written?.place ?? root.place
        tree.id = id
        tree.title = root["title"]?.text ?? ""
        tree.language = root["language"]?.text ?? context.language
        context.check(root["language"]?.located, problems)
        tree.symptoms = root["symptoms"]?.elements.compactMap(\.text) ?? []
        tree.skipsAhead = root["skips-ahead"]?.text == "true"
        tree.openings = root["openings"]?.elements.compactMap(\.text) ?? []
        return try finish(root)
    }

    /// Compiles an intake of `catalog.yaml`, whose leaf is added here.
    mutating func compileIntake(
        _ root: YAMLValue,
        id: String,
        language: String,
        leaf: Node
    ) throws -> Tree {
        places.tree = root.place
        tree.id = id
        tree.title = id
        tree.language = language
        tree.symptoms = root["unrelated"]?.elements.compactMap(\.text) ?? []
        return try finish(root, leaf: leaf)
    }

    private mutating func finish(_ root: YAMLValue, leaf: Node? = nil) throws -> Tree {
        tree.issue = root["issue"]?.text ?? ""
        tree.requires = root["requires"]?.elements.compactMap(\.text) ?? []
        readFacts(root["facts"])
        let nodes = root["nodes"]?.elements ?? []
        gatherSources(nodes)
        for value in nodes { readNode(value) }
        if let leaf {
            append(leaf, at: root.place, links: NodeLinks(), id: nil)
            let told = tree.nodes.first { !$0.fact.isEmpty }?.fact
            if tree.issue.isEmpty, let told { tree.issue = "{\(told)}" }
        }
        if tree.nodes.isEmpty {
            let place = root["nodes"]?.place ?? root.place
            problems.add(.missingKey, at: place, "the tree has no nodes", suggestion: "add one")
        }
        resolveLinks()
        tree.facts = definitions.list
        try resolveSettings()
        checkFacts(root)
        checkTemplates(root)
        checkExamples(root)
        return tree
    }

    private func checkExamples(_ root: YAMLValue) {
        let options = tree.nodes.filter { $0.valueKind != .fix }.flatMap(\.options)
        let examples = options.reduce(0) { $0 + $1.examples.count }
        let openings = options.reduce(tree.openings.count) { $0 + $1.openings.count }
        for (count, what) in [(examples, "examples"), (openings, "openings")]
        where count > CatalogLimits.examplesOfTree {
            problems.add(
                .tooLarge,
                at: root.place,
                "the tree has \(count) \(what); at most \(CatalogLimits.examplesOfTree) are learnt",
                suggestion: "leave out those that say the same as others"
            )
        }
        let areEnough = AnswerExamples.areEnough(of: tree)
        if examples > 0, !areEnough {
            problems.add(
                .badValue,
                at: root.place,
                "the tree's examples don't count yet: \(tree.skipsAhead ? "half of the answers" : "two answers to one question") need five each, of `ask` and `check`",
                suggestion: "add examples to more answers",
                severity: .warning
            )
        }
        if openings > 0, !areEnough || !OpeningExamples.areEnough(of: tree) {
            problems.add(
                .badValue,
                at: root.place,
                "the tree's openings don't count yet: there must be \(OpeningExamples.fewest), of half of the answers and of the tree itself, beside examples of half of the answers, and skips-ahead: true",
                suggestion: "add openings to the tree and to more answers",
                severity: .warning
            )
        }
    }

    private mutating func readFacts(_ value: YAMLValue?) {
        for field in value?.fields ?? [] {
            var definition = FactDefinition(key: field.key)
            definition.label = field.value["label"]?.text ?? ""
            definition.line = field.value["line"]?.text ?? ""
            if let kind = field.value["kind"]?.text {
                definition.kind = ValueForms.kinds[kind] ?? .text
            }
            definition.values = (field.value["values"]?.fields ?? []).map { value in
                Choice(id: value.key, label: value.value.text ?? value.key)
            }
            definitions.declare(definition, at: field.place)
        }
    }

    /// Adds a node, and refuses an id that is there already.
    mutating func append(_ node: Node, at place: Place, links: NodeLinks, id: Located<String>?) {
        if let first = indexes[node.id] {
            problems.add(
                .duplicateID,
                at: id?.place ?? place,
                "the node '\(node.id)' is there already, on line \(places.nodes[first].line)",
                suggestion: "give this one another id: without 'id' it has its fact's key"
            )
        } else {
            indexes[node.id] = tree.nodes.count
        }
        tree.nodes.append(node)
        places.nodes.append(place)
        self.links.append(links)
    }

    func patterns(of phrases: [Located<String>]) -> [String] {
        var patterns: [String] = []
        for phrase in phrases {
            let pattern = Phrases.pattern(of: phrase.value, language: tree.language)
            if pattern.isEmpty {
                problems.add(
                    .badValue,
                    at: phrase.place,
                    "the phrase '\(phrase.value)' has no words",
                    suggestion: "write what a customer says"
                )
            } else if !patterns.contains(pattern) {
                patterns.append(pattern)
            }
        }
        return patterns
    }
}

/// How a tree's facts read: gathered from `facts:` and from the nodes, in that order.
struct FactDefinitions {
    private(set) var list: [FactDefinition] = []
    private var places: [String: Place] = [:]
    private var indexes: [String: Int] = [:]
    /// Facts whose kind was written down or follows from a node.
    private var determined: Set<String> = []

    subscript(_ key: String) -> FactDefinition? { indexes[key].map { list[$0] } }

    func place(of key: String) -> Place { places[key] ?? .none }

    mutating func declare(_ definition: FactDefinition, at place: Place) {
        indexes[definition.key] = list.count
        places[definition.key] = place
        var definition = definition
        if definition.kind != .unspecified { determined.insert(definition.key) }
        if definition.kind == .unspecified {
            definition.kind = definition.values.isEmpty ? .text : .choice
        }
        if !definition.values.isEmpty { determined.insert(definition.key) }
        list.append(definition)
        fillLabel(of: list.count - 1)
    }

    /// Adds what a node says of its fact; false where it contradicts what is known.
    mutating func add(_ node: Node, label: String, line: String, at place: Place) -> Bool {
        guard let index = indexes[node.fact] else {
            indexes[node.fact] = list.count
            places[node.fact] = place
            determined.insert(node.fact)
            list.append(
                FactDefinition(
                    key: node.fact,
                    label: label,
                    kind: node.valueKind,
                    line: line,
                    values: node.options.map { Choice(id: $0.id, label: $0.label) }
                )
            )
            fillLabel(of: list.count - 1)
            return true
        }
        let isFirst = determined.insert(node.fact).inserted
        if !isFirst, list[index].kind != node.valueKind { return false }
        list[index].kind = node.valueKind
        if !label.isEmpty, list[index].label == Names.words(of: node.fact) {
            list[index].label = label
        }
        if list[index].line.isEmpty { list[index].line = line }
        for option in node.options where !list[index].values.contains(where: { $0.id == option.id })
        {
            list[index].values.append(Choice(id: option.id, label: option.label))
        }
        return true
    }

    private mutating func fillLabel(of index: Int) {
        if list[index].label.isEmpty { list[index].label = Names.words(of: list[index].key) }
    }
}
