internal import Messages

/// What differs between two versions of a tree: questions, branches, phrases, not lines.
struct TreeDiff {
    private let old: Tree
    private let new: Tree
    /// Nodes of the old tree by index in the new one: those of the same id, else of the same fact.
    private var partners: [Int?]
    private var list: ChangeList

    /// The changes from one version to another.
    static func changes(from old: Tree, to new: Tree, path: String) -> [CatalogChange] {
        var diff = TreeDiff(old, new, path)
        diff.compareTree()
        diff.compareNodes()
        return diff.list.changes
    }

    private init(_ old: Tree, _ new: Tree, _ path: String) {
        self.old = old
        self.new = new
        list = ChangeList(path: path)
        let ids = Dictionary(
            zip(old.nodes.map(\.id), old.nodes.indices),
            uniquingKeysWith: { first, _ in first }
        )
        partners = new.nodes.map { ids[$0.id] }
        var free = Set(old.nodes.indices).subtracting(partners.compactMap(\.self))
        for index in new.nodes.indices where partners[index] == nil {
            let node = new.nodes[index]
            let partner = free.sorted().first { other in
                !node.fact.isEmpty && old.nodes[other].fact == node.fact
                    && old.nodes[other].onlyWhenRequired == node.onlyWhenRequired
            }
            guard let partner else { continue }
            partners[index] = partner
            free.remove(partner)
        }
    }

    // MARK: The tree as a whole

    private mutating func compareTree() {
        list.compare(.titleChanged, "", old.title, new.title, "title")
        list.compare(.issueChanged, "", old.issue, new.issue, "issue line")
        list.compare(.languageChanged, "", old.language, new.language, "language")
        let skips = (was: old.skipsAhead ? "yes" : "no", now: new.skipsAhead ? "yes" : "no")
        list.compare(.settingChanged, "skips-ahead", skips.was, skips.now, "skips-ahead")
        list.compare(
            old.symptoms,
            new.symptoms,
            added: .symptomAdded,
            removed: .symptomRemoved,
            "symptom"
        )
        list.compare(
            old.openings,
            new.openings,
            added: .phraseAdded,
            removed: .phraseRemoved,
            "opening"
        )
        list.compare(
            old.requires,
            new.requires,
            added: .requiredAdded,
            removed: .requiredRemoved,
            "required fact"
        )
        for fact in new.facts {
            guard let before = old.facts.first(where: { $0.key == fact.key }) else { continue }
            list.compare(.lineChanged, fact.key, before.label, fact.label, "name of \(fact.key)")
            list.compare(.lineChanged, fact.key, before.line, fact.line, "line of \(fact.key)")
            // Where a node determines the fact, its form and its options are compared.
            if new.nodes.contains(where: { $0.fact == fact.key }) { continue }
            let kinds = (was: "\(before.kind)", now: "\(fact.kind)")
            list.compare(.lineChanged, fact.key, kinds.was, kinds.now, "kind of \(fact.key)")
            list.compare(
                .lineChanged,
                fact.key,
                Self.values(before),
                Self.values(fact),
                "values of \(fact.key)"
            )
        }
        guard let first = new.nodes.first, let before = old.nodes.first,
            partners[0] != 0
        else { return }
        list.add(
            .firstNodeChanged,
            first.id,
            before.id,
            first.id,
            "~ begins with \(first.id), before with \(before.id)"
        )
    }

    // MARK: Nodes

    private mutating func compareNodes() {
        for index in new.nodes.indices {
            if let partner = partners[index] {
                compare(old.nodes[partner], new.nodes[index])
            } else {
                addAppeared(index)
            }
        }
        let kept = Set(partners.compactMap(\.self))
        for index in old.nodes.indices where !kept.contains(index) {
            let node = old.nodes[index]
            list.add(
                Self.kinds(of: node).removed,
                node.id,
                Self.said(node),
                "",
                "- \(Self.noun(node)) \(Self.name(node)) \(ChangeList.quoted(Self.said(node)))"
            )
        }
    }

    private mutating func addAppeared(_ index: Int) {
        let node = new.nodes[index]
        let before = new.nodes.indices.filter { other in
            other != index && Self.targets(new.nodes[other]).contains(UInt32(index))
        }.map { new.nodes[$0].id }
        let place =
            node.onlyWhenRequired
            ? ", asked only when required"
            : before.isEmpty ? "" : ", after \(before.prefix(3).joined(separator: ", "))"
        list.add(
            Self.kinds(of: node).added,
            node.id,
            "",
            Self.said(node),
            "+ \(Self.noun(node)) \(Self.name(node)) \(ChangeList.quoted(Self.said(node)))\(place)"
        )
    }

    private mutating func compare(_ before: Node, _ node: Node) {
        if before.id != node.id {
            let text = "~ \(Self.noun(node)) \(before.id) is called \(node.id)"
            list.add(.nodeRenamed, node.id, before.id, node.id, text)
        }
        switch node.kind {
        case .diagnose: compareDiagnosis(before, node)
        case .goto:
            let what = "\(node.id) goes on in"
            list.compare(.gotoChanged, node.id, before.gotoTree, node.gotoTree, what)
        case .lookup:
            let (was, now) = (Self.lookup(before), Self.lookup(node))
            list.compare(.lookupChanged, node.id, was, now, "lookup \(node.id)")
        case .ask, .check, .guide, .unspecified:
            list.compare(.questionReworded, node.id, before.say, node.say, "question \(node.id)")
            let what = "question \(node.id) asked again"
            list.compare(.questionReworded, node.id, before.again, node.again, what)
        }
        compareAnswers(before, node)
        compareWays(before, node)
    }

    private mutating func compareDiagnosis(_ before: Node, _ node: Node) {
        func compare(_ before: String, _ after: String, _ what: String) {
            list.compare(.diagnosisChanged, node.id, before, after, "\(what) of \(node.id)")
        }
        compare(before.diagnosis, node.diagnosis, "diagnosis")
        compare(before.recommendation, node.recommendation, "recommendation")
        compare(before.say, node.say, "last words")
        compare(before.queue, node.queue, "queue")
        compare("\(before.priority)", "\(node.priority)", "priority")
        compare("\(before.minutes)", "\(node.minutes)", "minutes")
        compare("\(before.confidence)", "\(node.confidence)", "confidence")
        compare(
            before.articles.joined(separator: ", "),
            node.articles.joined(separator: ", "),
            "articles"
        )
        compare(before.resolved ? "yes" : "no", node.resolved ? "yes" : "no", "resolved")
    }

    private mutating func compareAnswers(_ before: Node, _ node: Node) {
        let kinds = (was: Self.form(before), now: Self.form(node))
        list.compare(
            .questionChanged,
            node.id,
            kinds.was,
            kinds.now,
            "\(Self.noun(node)) \(node.id)"
        )
        let cues = CatalogChange.Kind.questionChanged
        list.compare(
            before.cues,
            node.cues,
            subject: node.id,
            added: cues,
            removed: cues,
            "cue of \(node.id)"
        )
        for option in node.options {
            let name = "\(node.id)/\(option.id)"
            guard let was = before.options.first(where: { $0.id == option.id }) else {
                let text = "+ answer \(name) \(ChangeList.quoted(option.label))"
                list.add(.optionAdded, name, "", option.label, text)
                continue
            }
            list.compare(.optionChanged, name, was.label, option.label, "label of \(name)")
            list.compare(
                .optionChanged,
                name,
                was.confirm,
                option.confirm,
                "confirmation of \(name)"
            )
            list.compare(
                .optionChanged,
                name,
                Self.sets(was),
                Self.sets(option),
                "facts set by \(name)"
            )
            comparePhrases(was.phrases, option.phrases, name)
            comparePhrases(was.examples, option.examples, name, called: "example")
            comparePhrases(was.openings, option.openings, name, called: "opening")
        }
        for option in before.options where !node.options.contains(where: { $0.id == option.id }) {
            let name = "\(node.id)/\(option.id)"
            let text = "- answer \(name) \(ChangeList.quoted(option.label))"
            list.add(.optionRemoved, name, option.label, "", text)
        }
        list.compare(
            .questionChanged,
            node.id,
            Self.details(before),
            Self.details(node),
            "details of \(node.id)"
        )
        let details = (before.details.flatMap(\.phrases), node.details.flatMap(\.phrases))
        comparePhrases(details.0, details.1, "\(node.id), details")
    }

    private mutating func comparePhrases(
        _ before: [String],
        _ after: [String],
        _ name: String,
        called what: String = "phrase"
    ) {
        list.compare(
            before,
            after,
            subject: name,
            added: .phraseAdded,
            removed: .phraseRemoved,
            "\(what) for \(name):"
        )
    }

    // MARK: Branches

    private mutating func compareWays(_ before: Node, _ node: Node) {
        let was = Self.ways(before, in: old)
        let now = Self.ways(node, in: new)
        // The ids of nodes that were renamed are those of the new tree.
        var renamed: [String: String] = [:]
        for (index, partner) in partners.enumerated() {
            if let partner { renamed[old.nodes[partner].id] = new.nodes[index].id }
        }
        var values = now.order
        for value in was.order where !values.contains(value) { values.append(value) }
        var groups: [(before: String, after: String, values: [String])] = []
        for value in values {
            let target = was.targets[value] ?? was.targets[Self.otherwise] ?? ""
            let before = renamed[target] ?? target
            let after = now.targets[value] ?? now.targets[Self.otherwise] ?? ""
            guard before != after else { continue }
            if let index = groups.firstIndex(where: { $0.before == before && $0.after == after }) {
                groups[index].values.append(value)
            } else {
                groups.append((before, after, [value]))
            }
        }
        for group in groups {
            let names = group.values.joined(separator: ", ")
            list.add(
                .branchChanged,
                "\(node.id)/\(names)",
                group.before,
                group.after,
                "~ \(node.id): \(names) → \(Self.place(group.after)), before \(Self.place(group.before))"
            )
        }
    }

    private static let otherwise = "anything else"

    private static func place(_ node: String) -> String { node.isEmpty ? "nowhere" : node }

    private static func ways(
        _ node: Node,
        in tree: Tree
    ) -> (order: [String], targets: [String: String]) {
        guard ![.diagnose, .goto].contains(node.kind), !node.onlyWhenRequired else {
            return ([], [:])
        }
        func id(_ index: UInt32) -> String {
            tree.nodes.indices.contains(Int(index)) ? tree.nodes[Int(index)].id : ""
        }
        var order: [String] = []
        var targets: [String: String] = [:]
        let branches = node.branches.map { (TreeGraph.label(of: $0, node.valueKind), $0.next) }
        for (value, next) in branches + [(otherwise, node.otherwise), ("not known", node.unknown)]
        where targets[value] == nil {
            order.append(value)
            targets[value] = id(next)
        }
        return (order, targets)
    }

    private static func targets(_ node: Node) -> [UInt32] {
        guard ![.diagnose, .goto].contains(node.kind), !node.onlyWhenRequired else { return [] }
        return node.branches.map(\.next) + [node.otherwise, node.unknown]
    }

    // MARK: Words

    private static func noun(_ node: Node) -> String {
        switch node.kind {
        case .diagnose: "diagnosis"
        case .goto: "goto"
        case .lookup: "lookup"
        case .check: "check"
        case .guide: "fix"
        case .ask, .unspecified: "question"
        }
    }

    private static func name(_ node: Node) -> String {
        node.fact.isEmpty || node.fact == node.id ? node.id : "\(node.id) (\(node.fact))"
    }

    private static func said(_ node: Node) -> String {
        switch node.kind {
        case .diagnose: node.diagnosis
        case .goto: node.gotoTree
        case .lookup: "\(node.lookupSource): \(node.lookupKey)"
        case .ask, .check, .guide, .unspecified: node.say
        }
    }

    private static func lookup(_ node: Node) -> String {
        let with = node.lookupWith.isEmpty ? "" : " with \(node.lookupWith.joined(separator: ", "))"
        return "\(node.lookupSource): \(node.lookupKey)\(with), \(node.lookupLimitMs) ms"
    }

    /// What kind of answer a node takes, and when.
    private static func form(_ node: Node) -> String {
        var parts = [noun(node)]
        if !node.fact.isEmpty { parts.append(node.fact) }
        if node.valueKind != .unspecified { parts.append("\(node.valueKind)") }
        if !node.entityClass.isEmpty { parts.append(node.entityClass) }
        if !node.unit.isEmpty { parts.append("in \(node.unit)") }
        if node.textForm != .unspecified { parts.append("as \(node.textForm)") }
        if node.volunteered { parts.append("may be volunteered") }
        if node.onlyWhenRequired { parts.append("only when required") }
        return parts.joined(separator: ", ")
    }

    private static func values(_ fact: FactDefinition) -> String {
        fact.values.map { "\($0.id) \($0.label)" }.joined(separator: ", ")
    }

    private static func details(_ node: Node) -> String {
        node.details.map { detail in
            detail.captures == .unspecified ? detail.label : "\(detail.label) (\(detail.captures))"
        }.joined(separator: ", ")
    }

    private static func sets(_ option: Choice) -> String {
        option.sets.map { "\($0.fact) = \($0.value?.key ?? "")" }.joined(separator: ", ")
    }

    private static func kinds(
        of node: Node
    ) -> (added: CatalogChange.Kind, removed: CatalogChange.Kind) {
        switch node.kind {
        case .diagnose: (.diagnosisAdded, .diagnosisRemoved)
        case .goto: (.gotoAdded, .gotoRemoved)
        case .lookup: (.lookupAdded, .lookupRemoved)
        case .ask, .check, .guide, .unspecified: (.questionAdded, .questionRemoved)
        }
    }
}
