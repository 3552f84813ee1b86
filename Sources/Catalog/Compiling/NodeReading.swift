internal import Messages

/// Where a node says that it leads, by name.
struct NodeLinks {
    struct Way {
        var branch: Branch
        var target: Located<String>
        var value: Located<String>?
    }

    var ways: [Way] = []
    var next: Located<String>?
    var otherwise: Located<String>?
    var unknown: Located<String>?
    /// Settings of options: option index, fact, value.
    var settings: [(option: Int, fact: Located<String>, value: Located<String>)] = []
}

extension TreeCompiler {
    /// Remembers which nodes say how their facts are obtained; others on the same fact only branch.
    mutating func gatherSources(_ nodes: [YAMLValue]) {
        for value in nodes {
            guard let (kind, fact) = Self.determined(value), sources[fact.value] == nil else {
                continue
            }
            if value[kind == .lookup ? "source" : "say"] != nil { sources[fact.value] = value }
        }
    }

    mutating func readNode(_ value: YAMLValue) {
        if let id = value["diagnose"]?.located { return readLeaf(value, id) }
        if let target = value["goto"]?.located {
            var node = Node(id: value["id"]?.text ?? target.value, kind: .goto)
            node.gotoTree = target.value
            places.note(target.place, "tree", node: tree.nodes.count)
            return append(node, at: value.place, links: NodeLinks(), id: value["id"]?.located)
        }
        guard let (kind, fact) = Self.determined(value) else { return }
        let obtains = value[kind == .lookup ? "source" : "say"] != nil
        guard let source = obtains ? value : sources[fact.value] else {
            return problems.add(
                .missingKey,
                at: value.place,
                "no node says how '\(fact.value)' is obtained",
                suggestion: kind == .lookup ? "add 'source'" : "add 'say'"
            )
        }
        switch Self.determined(source)?.kind {
        case .lookup: readLookup(value, fact, source)
        case .check: readAsking(value, fact, .check, source)
        case .guide: readAsking(value, fact, .guide, source)
        default: readAsking(value, fact, .ask, source)
        }
    }

    private static func determined(_ value: YAMLValue) -> (kind: NodeKind, fact: Located<String>)? {
        if let fact = value["ask"]?.located { return (.ask, fact) }
        if let fact = value["check"]?.located { return (.check, fact) }
        if let fact = value["guide"]?.located { return (.guide, fact) }
        return value["lookup"]?.located.map { (.lookup, $0) }
    }

    private func askKind(_ value: YAMLValue) -> ValueKind {
        if let kind = value["kind"]?.text { return ValueForms.kinds[kind] ?? .text }
        if value["options"] != nil { return .choice }
        return value["of"] == nil ? .text : .entity
    }

    /// Reads a node that asks; `source` is that node, or the one that says how its fact is asked.
    private mutating func readAsking(
        _ value: YAMLValue,
        _ fact: Located<String>,
        _ kind: NodeKind,
        _ source: YAMLValue
    ) {
        var links = NodeLinks()
        var node = Node(id: value["id"]?.text ?? fact.value, kind: kind)
        node.fact = fact.value
        node.valueKind =
            switch kind {
            case .check: .check
            case .guide: .fix
            default: askKind(source)
            }
        node.say = source["say"]?.text ?? ""
        node.again = source["again"]?.text ?? ""
        node.details = (source["details"]?.elements ?? []).map(readDetail)
        let options = source[kind == .ask ? "options" : "results"]
        node.options = readOptions(options, node.valueKind, place: value.place, &links)
        if node.valueKind == .choice, value["say"] != nil { reportUnheard(node.options, options) }
        node.onlyWhenRequired = value["only-when-required"]?.text == "true"
        readHearing(source, &node)
        checkVocabulary(source, &node)
        finish(&node, value, source, &links)
    }

    private func readHearing(_ value: YAMLValue, _ node: inout Node) {
        let cues = value["cues"]?.elements.compactMap(\.located) ?? []
        node.cues = cues.map(\.value)
        node.cuePatterns = patterns(of: cues)
        node.volunteered = value["volunteered"].map { $0.text == "true" } ?? isVolunteered(node)
    }

    /// Facts that customers name by saying their value may come at any time; "yes" or "it works"
    /// means the question that was asked and no other.
    private func isVolunteered(_ node: Node) -> Bool {
        guard node.kind != .lookup else { return false }
        return switch node.valueKind {
        case .choice: node.options.contains { !$0.patterns.isEmpty }
        case .entity, .date: true
        case .version: !node.cuePatterns.isEmpty
        case .number, .duration, .frequency: !node.cuePatterns.isEmpty
        default: false
        }
    }

    private mutating func readLookup(
        _ value: YAMLValue,
        _ fact: Located<String>,
        _ source: YAMLValue
    ) {
        var links = NodeLinks()
        var node = Node(id: value["id"]?.text ?? fact.value, kind: .lookup)
        node.fact = fact.value
        if let kind = source["kind"]?.text {
            node.valueKind = ValueForms.kinds[kind] ?? .text
        } else {
            node.valueKind = source["values"] == nil ? .text : .choice
        }
        node.options = readOptions(source["values"], node.valueKind, place: value.place, &links)
        node.lookupSource = source["source"]?.text ?? ""
        node.lookupKey = source["key"]?.text ?? fact.value
        let seconds = source["seconds"]?.text.flatMap(Int.init) ?? 5
        node.lookupLimitMs = UInt32(clamping: seconds * 1_000)
        for fact in source["with"]?.elements.compactMap(\.located) ?? [] {
            places.note(fact.place, "with:\(fact.value)", node: tree.nodes.count)
            node.lookupWith.append(fact.value)
        }
        readHearing(source, &node)
        checkVocabulary(source, &node)
        finish(&node, value, source, &links)
    }

    private mutating func readLeaf(_ value: YAMLValue, _ id: Located<String>) {
        var node = Node(id: id.value, kind: .diagnose)
        node.say = value["say"]?.text ?? ""
        node.diagnosis = value["diagnosis"]?.text ?? ""
        node.recommendation = value["recommendation"]?.text ?? ""
        node.minutes = value["minutes"]?.text.flatMap(UInt32.init) ?? 0
        node.queue = value["queue"]?.text ?? ""
        node.priority = value["priority"]?.text.flatMap(UInt32.init) ?? 3
        node.confidence = value["confidence"]?.text.flatMap(Float.init) ?? 0.8
        node.resolved = value["resolved"]?.text == "true"
        for article in value["articles"]?.elements.compactMap(\.located) ?? [] {
            places.note(article.place, "article:\(article.value)", node: tree.nodes.count)
            node.articles.append(article.value)
        }
        for key in ["say", "diagnosis", "recommendation"] {
            if let place = value[key]?.place { places.note(place, key, node: tree.nodes.count) }
        }
        append(node, at: value.place, links: NodeLinks(), id: id)
    }

    private func readDetail(_ value: YAMLValue) -> Detail {
        let phrases = value["phrases"]?.elements.compactMap(\.located) ?? []
        var detail = Detail(label: value["label"]?.text ?? "", phrases: phrases.map(\.value))
        detail.patterns = patterns(of: phrases)
        if let captures = value["captures"]?.text {
            detail.captures = ValueForms.kinds[captures] ?? .unspecified
        }
        if detail.captures == .unspecified, detail.patterns.isEmpty {
            problems.add(
                .missingKey,
                at: value.place,
                "a detail needs 'phrases' or 'captures'",
                suggestion: "say what customers say for it, or what value it takes"
            )
        }
        return detail
    }

    private mutating func readOptions(
        _ value: YAMLValue?,
        _ kind: ValueKind,
        place: Place,
        _ links: inout NodeLinks
    ) -> [Choice] {
        let fixed = ValueForms.fixedValues(of: kind)
        var written: [String: Choice] = [:]
        var order: [String] = []
        for field in value?.fields ?? [] {
            guard fixed.isEmpty || fixed.contains(field.key) else {
                problems.add(
                    .unknownValue,
                    at: field.place,
                    "'\(field.key)' is no value here",
                    suggestion: Suggestion.all(of: fixed)
                )
                continue
            }
            written[field.key] = readOption(field, kind)
            order.append(field.key)
        }
        let ids = fixed.isEmpty ? order : fixed
        if kind == .choice, ids.isEmpty {
            problems.add(
                .missingKey,
                at: place,
                "a choice needs options",
                suggestion: "add 'options'"
            )
        } else if kind != .choice, fixed.isEmpty, !ids.isEmpty {
            let at = value?.place ?? place
            problems.add(.badValue, at: at, "only choice and yes-no have options")
        }
        for (index, id) in ids.enumerated() {
            let field = value?.fields.first { $0.key == id }
            for setting in field?.value["sets"]?.fields ?? [] {
                guard let text = setting.value.located else { continue }
                let fact = Located(value: setting.key, place: setting.place)
                links.settings.append((index, fact, text))
            }
        }
        let options = ids.map { written[$0] ?? Choice(id: $0, label: Self.words(ofValue: $0)) }
        reportAmbiguous(options, value)
        return options
    }

    private func readOption(_ field: YAMLField, _ kind: ValueKind) -> Choice {
        var option = Choice(id: field.key)
        option.label =
            field.value.text ?? field.value["label"]?.text ?? Self.words(ofValue: field.key)
        let phrases = field.value["phrases"]?.elements.compactMap(\.located) ?? []
        option.phrases = phrases.map(\.value)
        option.patterns = patterns(of: phrases)
        option.examples = learnt("examples", of: field.value, kind)
        option.openings = learnt("openings", of: field.value, kind)
        option.confirm = field.value["confirm"]?.text ?? ""
        return option
    }

    /// What is learnt of an option, with a warning where nothing is.
    private func learnt(_ key: String, of option: YAMLValue, _ kind: ValueKind) -> [String] {
        guard let texts = option[key] else { return [] }
        let instead = key == "examples" ? "write them as phrases" : "leave them out"
        // No opening skips a guide.
        if !tree.skipsAhead || kind == .fix {
            problems.add(
                .badValue,
                at: texts.place,
                "\(key) tell where an opening skips ahead, and none skips this",
                suggestion: kind == .fix
                    ? instead : "add skips-ahead: true to the tree, or \(instead)",
                severity: .warning
            )
        }
        return texts.elements.compactMap(\.text)
    }

    static func words(ofValue id: String) -> String {
        String(id.map { $0 == "-" ? " " : $0 })
    }

    /// Warns of options that no words stand for: only a label of a word or two is heard as it stands.
    private func reportUnheard(_ options: [Choice], _ value: YAMLValue?) {
        for option in options where option.patterns.isEmpty && option.examples.isEmpty {
            guard option.label.split(separator: " ").count > 2 else { continue }
            let field = value?.fields.first { $0.key == option.id }
            problems.add(
                .missingKey,
                at: field?.place ?? value?.place ?? .none,
                "'\(option.id)' has no phrases, and nobody says '\(option.label)' as it stands",
                suggestion: "write \(option.id): {label: …, phrases: [one, another]}",
                severity: .warning
            )
        }
    }

    private func reportAmbiguous(_ options: [Choice], _ value: YAMLValue?) {
        var owners: [String: String] = [:]
        for option in options {
            let phrases = value?[option.id]?["phrases"]?.elements.compactMap(\.located) ?? []
            for phrase in phrases {
                let pattern = Phrases.pattern(of: phrase.value, language: tree.language)
                guard let owner = owners[pattern] else {
                    owners[pattern] = option.id
                    continue
                }
                guard owner != option.id else { continue }
                problems.add(
                    .ambiguousPhrase,
                    at: phrase.place,
                    "'\(phrase.value)' stands for '\(option.id)' and for '\(owner)'",
                    suggestion: "remove it from one of them"
                )
            }
        }
    }

    private mutating func checkVocabulary(_ value: YAMLValue, _ node: inout Node) {
        switch value["form"]?.text {
        case "email": node.textForm = .email
        case "serial": node.textForm = .serial
        default: node.textForm = .unspecified
        }
        if let form = value["form"], node.valueKind != .text {
            problems.add(
                .badValue,
                at: form.place,
                "only a text has a form",
                suggestion: "remove 'form', or write kind: text"
            )
        }
        node.unit = value["unit"]?.text ?? ""
        if let unit = value["unit"], node.valueKind != .number {
            problems.add(.badValue, at: unit.place, "only a number has a unit")
        }
        let isEntity = node.valueKind == .entity
        if let of = value["of"]?.located {
            node.entityClass = of.value
            places.note(of.place, "class", node: tree.nodes.count)
            if !isEntity {
                problems.add(.badValue, at: of.place, "only kind: entity has a class ('of')")
            }
        } else if isEntity {
            problems.add(
                .missingKey,
                at: value.place,
                "an entity needs 'of', the vocabulary class",
                suggestion: "add 'of: router', for example"
            )
        }
    }

    private mutating func finish(
        _ node: inout Node,
        _ value: YAMLValue,
        _ source: YAMLValue,
        _ links: inout NodeLinks
    ) {
        links.next = value["next"]?.located
        links.otherwise = value["otherwise"]?.located
        links.unknown = value["unknown"]?.located
        links.ways = readWays(value["branches"], node)
        for key in ["say", "again", "line"] {
            let place = value[key]?.place ?? source[key]?.place
            if let place { places.note(place, key, node: tree.nodes.count) }
        }
        let label = value["label"]?.text ?? source["label"]?.text ?? ""
        let line = value["line"]?.text ?? source["line"]?.text ?? ""
        if !definitions.add(node, label: label, line: line, at: value.place) {
            problems.add(
                .badValue,
                at: value.place,
                "'\(node.fact)' has another kind here than before",
                suggestion: "a fact has one kind in a tree: use another key, or the same kind"
            )
        }
        append(node, at: value.place, links: links, id: value["id"]?.located)
    }
}
