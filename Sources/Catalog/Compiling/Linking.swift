internal import Language
internal import Messages

// Turning the names of nodes, values and facts into what the engine walks on.
extension TreeCompiler {
    func readWays(_ value: YAMLValue?, _ node: Node) -> [NodeLinks.Way] {
        var ways: [NodeLinks.Way] = []
        for field in value?.fields ?? [] {
            guard let target = field.value.located else { continue }
            let key = Located(value: field.key, place: field.place)
            ways.append(
                NodeLinks.Way(branch: equalBranch(key, node), target: target, value: key)
            )
        }
        for element in value?.elements ?? [] {
            guard let target = element["next"]?.located else { continue }
            let written = ["below", "at-least", "version-below", "version-at-least", "is"]
                .compactMap { key in element[key]?.located.map { (key, $0) } }
            guard written.count == 1, let (key, bound) = written.first else {
                problems.add(
                    .badValue,
                    at: element.place,
                    "a branch with a bound needs exactly one of below, at-least, version-below, "
                        + "version-at-least, is"
                )
                continue
            }
            if let way = boundWay(key, bound, target, node) { ways.append(way) }
        }
        return ways
    }

    private func boundWay(
        _ key: String,
        _ bound: Located<String>,
        _ target: Located<String>,
        _ node: Node
    ) -> NodeLinks.Way? {
        var branch = Branch()
        switch key {
        case "below", "at-least":
            guard [.number, .duration, .frequency].contains(node.valueKind) else {
                problems.add(.badValue, at: bound.place, "'\(key)' compares numbers only")
                return nil
            }
            branch.comparison = key == "below" ? .below : .atLeast
            guard let number = quantity(bound, node.valueKind) else {
                problems.add(
                    .badValue,
                    at: bound.place,
                    "'\(node.fact)' has no duration: '\(key)' needs a number"
                )
                return nil
            }
            branch.bound = number
        case "version-below", "version-at-least":
            guard node.valueKind == .version, Version.isWellFormed(bound.value) else {
                problems.add(
                    .badValue,
                    at: bound.place,
                    "'\(key)' compares versions, which are numbers between dots, such as \"4.2\""
                )
                return nil
            }
            branch.comparison = key == "version-below" ? .versionBelow : .versionAtLeast
            branch.value = bound.value
        default:
            return NodeLinks.Way(branch: equalBranch(bound, node), target: target, value: bound)
        }
        return NodeLinks.Way(branch: branch, target: target, value: nil)
    }

    /// The number that a value of a branch is: of a duration, its seconds.
    private func quantity(_ written: Located<String>, _ kind: ValueKind) -> Double? {
        guard kind == .duration else { return ValueForms.number(written.value) }
        if let seconds = WrittenDuration.seconds(written.value) { return seconds }
        guard let number = ValueForms.number(written.value) else { return nil }
        problems.add(
            .badValue,
            at: written.place,
            "'\(written.value)' is read as seconds",
            suggestion: "write the unit: \(written.value) seconds, \(written.value) hours or "
                + "\(written.value) days",
            severity: .warning
        )
        return number
    }

    private func equalBranch(_ value: Located<String>, _ node: Node) -> Branch {
        var branch = Branch(value: value.value)
        switch node.valueKind {
        case .choice, .yesNo, .check, .fix:
            let known = node.options.map(\.id)
            guard !known.contains(value.value) else { break }
            problems.add(
                .unknownValue,
                at: value.place,
                "'\(node.id)' has no value '\(value.value)'",
                suggestion: node.valueKind == .choice
                    ? Suggestion.nearestOrAll(to: value.value, among: known)
                    : Suggestion.all(of: known)
            )
        case .number, .duration, .frequency:
            guard let number = quantity(value, node.valueKind) else {
                problems.add(
                    .badValue,
                    at: value.place,
                    "'\(value.value)' is not a number",
                    suggestion: node.valueKind == .duration ? "write, for example, 90 days" : ""
                )
                break
            }
            branch.value = number.shortest
        default: break
        }
        return branch
    }

    mutating func resolveLinks() {
        for index in tree.nodes.indices {
            let node = tree.nodes[index]
            guard node.kind != .diagnose, node.kind != .goto else { continue }
            let links = links[index]
            let following = tree.nodes.indices.dropFirst(index + 1)
                .first { !tree.nodes[$0].onlyWhenRequired }
            let next = links.next.flatMap { resolve($0) } ?? following
            tree.nodes[index].branches = links.ways.compactMap { way in
                guard let target = resolve(way.target) else { return nil }
                if let value = way.value {
                    places.note(value.place, "value:\(way.branch.value)", node: index)
                }
                var branch = way.branch
                branch.next = UInt32(target)
                return branch
            }
            let otherwise = links.otherwise.flatMap { resolve($0) } ?? next
            let unknown = links.unknown.flatMap { resolve($0) } ?? next
            tree.nodes[index].otherwise = UInt32(otherwise ?? index)
            tree.nodes[index].unknown = UInt32(unknown ?? index)
            guard !node.onlyWhenRequired else { continue }
            if otherwise == nil, !coversAllValues(tree.nodes[index]) {
                reportNoDefault(index, "a value without a branch", "'next' or 'otherwise'")
                continue
            }
            if otherwise == nil, let first = tree.nodes[index].branches.first {
                // Never taken, but it must not lead back to the node itself.
                tree.nodes[index].otherwise = first.next
            }
            if unknown == nil {
                reportNoDefault(index, "a fact that is not obtained", "'unknown'")
            }
        }
    }

    private func coversAllValues(_ node: Node) -> Bool {
        let values = Set(node.branches.map(\.value))
        return !node.options.isEmpty && node.options.allSatisfy { values.contains($0.id) }
    }

    private func reportNoDefault(_ index: Int, _ what: String, _ keys: String) {
        problems.add(
            .missingDefault,
            at: places.nodes[index],
            "'\(tree.nodes[index].id)' leads nowhere for \(what)",
            suggestion: "add \(keys), or a node after it"
        )
    }

    private func resolve(_ target: Located<String>) -> Int? {
        guard let index = indexes[target.value] else {
            problems.add(
                .unknownNode,
                at: target.place,
                "there is no node '\(target.value)' in this tree",
                suggestion: Suggestion.nearestOrAll(to: target.value, among: tree.nodes.map(\.id))
            )
            return nil
        }
        if tree.nodes[index].onlyWhenRequired {
            problems.add(
                .deadEnd,
                at: target.place,
                "'\(target.value)' is asked only when required and is never on a path",
                suggestion: "remove 'only-when-required' from it, or lead somewhere else"
            )
        }
        return index
    }

    /// Turns the values of `sets` into values of the facts they set.
    mutating func resolveSettings() throws {
        for index in tree.nodes.indices {
            for setting in links[index].settings {
                guard let definition = definitions[setting.fact.value] else {
                    reportUnknownFact(setting.fact)
                    continue
                }
                if setting.fact.value == tree.nodes[index].fact {
                    problems.add(
                        .badValue,
                        at: setting.fact.place,
                        "an answer can't set its own fact",
                        suggestion: "remove it"
                    )
                    continue
                }
                let value = try value(setting.value, of: definition, node: index)
                guard let value else { continue }
                tree.nodes[index].options[setting.option].sets.append(
                    Setting(fact: setting.fact.value, value: value)
                )
            }
        }
    }

    private mutating func value(
        _ written: Located<String>,
        of definition: FactDefinition,
        node: Int
    ) throws -> FactValue? {
        let text = written.value
        var value = FactValue(kind: definition.kind, key: text, text: text)
        var isRight = true
        switch definition.kind {
        case .choice, .yesNo, .check, .fix:
            let fixed = ValueForms.fixedValues(of: definition.kind)
            let label = definition.values.first { $0.id == text }?.label
            guard label != nil || fixed.contains(text) else {
                let known = definition.values.isEmpty ? fixed : definition.values.map(\.id)
                let isChoice = definition.kind == .choice
                problems.add(
                    .unknownValue,
                    at: written.place,
                    "'\(definition.key)' has no value '\(text)'",
                    suggestion: isChoice
                        ? Suggestion.nearestOrAll(to: text, among: known)
                        : Suggestion.all(of: known)
                )
                return nil
            }
            value.text = label ?? Self.words(ofValue: text)
        case .number, .duration, .frequency:
            let seconds = definition.kind == .duration ? WrittenDuration.seconds(text) : nil
            let number = seconds ?? ValueForms.number(text)
            isRight = number != nil
            value.number = number ?? 0
            value.key = value.number.shortest
        case .version: isRight = Version.isWellFormed(text)
        case .date: isRight = ValueForms.isDate(text)
        case .entity:
            guard let entity = try context.entity(text) else {
                problems.add(
                    .unknownEntity,
                    at: written.place,
                    "the vocabulary has no entity '\(text)'",
                    suggestion: "add it to a file of vocabulary/, or use the id of another"
                )
                return nil
            }
            value.text = entity.name
        default: break
        }
        guard isRight else {
            problems.add(
                .badValue,
                at: written.place,
                "'\(text)' is no value of '\(definition.key)'",
                suggestion: "a date is written 2026-11-18, a version 4.2.1, a number 2.5"
            )
            return nil
        }
        return value
    }

    func reportUnknownFact(_ fact: Located<String>) {
        problems.add(
            .unknownFact,
            at: fact.place,
            "no node determines '\(fact.value)', and 'facts' does not describe it",
            suggestion: Suggestion.nearestOrAll(
                to: fact.value,
                among: definitions.list.map(\.key)
            )
        )
    }
}
