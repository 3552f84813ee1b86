internal import Messages

// Whether every fact that a tree speaks of is one that it can have.
extension TreeCompiler {
    /// Facts that every call may have, whatever its tree.
    static let universalFacts = [
        "product.name", "product.version", "product.platform", "customer.availability",
    ]

    func isKnown(_ fact: String) -> Bool {
        definitions[fact] != nil || Self.universalFacts.contains(fact)
    }

    func checkFacts(_ root: YAMLValue) {
        for fact in root["requires"]?.elements.compactMap(\.located) ?? [] {
            if !isKnown(fact.value) { reportUnknownFact(fact) }
        }
        for (index, node) in tree.nodes.enumerated() {
            for fact in node.lookupWith where !isKnown(fact) {
                let place = places.place(of: "with:\(fact)", node: index)
                reportUnknownFact(Located(value: fact, place: place))
            }
        }
        for definition in definitions.list where definition.kind == .choice {
            guard definition.values.isEmpty else { continue }
            problems.add(
                .missingKey,
                at: definitions.place(of: definition.key),
                "the choice '\(definition.key)' has no values",
                suggestion: "add 'values'"
            )
        }
    }

    mutating func checkTemplates(_ root: YAMLValue) {
        checkTemplate(tree.issue, at: root["issue"]?.place ?? root.place, "issue")
        for (index, node) in tree.nodes.enumerated() {
            for (key, text) in [
                ("say", node.say), ("again", node.again), ("diagnosis", node.diagnosis),
                ("recommendation", node.recommendation),
            ] {
                checkTemplate(text, at: places.place(of: key, node: index), key)
            }
            for detail in node.details where detail.captures != .unspecified {
                if detail.label.contains("{}") { continue }
                problems.add(
                    .badTemplate,
                    at: places.nodes[index],
                    "a detail that captures needs {} in its label, for what was captured",
                    suggestion: "write, for example, \"after {}\"",
                    severity: .warning
                )
            }
        }
        for definition in definitions.list where !definition.line.isEmpty {
            checkLine(definition)
        }
    }

    private func checkLine(_ definition: FactDefinition) {
        let node = tree.nodes.firstIndex { $0.fact == definition.key }
        var place = definitions.place(of: definition.key)
        if let node, places.nodes[node] == place { place = places.place(of: "line", node: node) }
        guard let template = read(definition.line, at: place, "line") else { return }
        for name in template.placeholders where !FactLine.placeholders.contains(name) {
            problems.add(
                .badTemplate,
                at: place,
                "'line' has no '{\(name)}'",
                suggestion: Suggestion.nearestOrAll(to: name, among: FactLine.placeholders)
            )
        }
    }

    private mutating func checkTemplate(_ text: String, at place: Place, _ key: String) {
        guard !text.isEmpty, let template = read(text, at: place, key) else { return }
        for name in template.placeholders where !isKnown(name) {
            if name.hasSuffix(".detail"), isKnown(String(name.dropLast(7))) { continue }
            guard Names.isFact(name) else {
                problems.add(
                    .badTemplate,
                    at: place,
                    "'{\(name)}' in '\(key)' is neither a fact's key nor a key with .detail",
                    suggestion: Suggestion.fact(name, among: definitions.list.map(\.key))
                )
                continue
            }
            foreignFacts.append(Located(value: name, place: place))
        }
    }

    private func read(_ text: String, at place: Place, _ key: String) -> Template? {
        do {
            return try Template(text)
        } catch {
            problems.add(
                .badTemplate,
                at: place,
                "'\(key)' can't be read at its character \(error.column): \(error)"
            )
            return nil
        }
    }
}
