public import Messages

/// A tree for calls that were marked as a new issue: what they said first routes to it, it asks what the
/// universal intake asks, and hands the call over under the new issue's name.
public struct PatternDraft: Sendable {
    /// The tree's id.
    public var name: String
    /// Its name for people.
    public var title: String
    /// The calls that it is made of.
    public var calls: [String]
    /// What their customers said first.
    public var openings: [String]
    /// BCP 47 tag.
    public var language: String

    /// A draft with the given parts.
    public init(
        name: String,
        title: String,
        calls: [String],
        openings: [String],
        language: String
    ) {
        self.name = name
        self.title = title
        self.calls = calls
        self.openings = openings
        self.language = language
    }

    /// The source file of the tree.
    ///
    /// - Parameter intake: The tree of the universal intake.
    public func file(intake: Tree) -> SourceFile {
        var lines = [
            "# Drafted from \(calls.count == 1 ? "a call that was" : "\(calls.count) calls that were") marked as one issue. When "
                + "the cause is known, write",
            "# it into 'diagnosis', and add the questions and checks that tell it from others.",
            "id: \(name)",
            "title: \(YAMLWriting.scalar(title))",
            "language: \(language)",
            "issue: \(YAMLWriting.scalar(issue(intake)))",
            "symptoms:",
        ]
        lines += symptoms.map { "  - \(YAMLWriting.scalar($0))" }
        let asked = intake.nodes.filter {
            $0.kind != .diagnose && $0.kind != .goto && !$0.say.isEmpty
        }
        let required = intake.requires.filter { fact in asked.contains { $0.fact == fact } }
        if !required.isEmpty { lines.append("requires: [\(required.joined(separator: ", "))]") }
        lines += ["", "nodes:"]
        for node in asked { lines += question(node, intake) + [""] }
        lines += leaf(intake)
        return SourceFile(
            path: CatalogEdit.path(ofTree: name),
            content: Array((lines.joined(separator: "\n") + "\n").utf8)
        )
    }

    /// What customers said first, each once, short enough to be a symptom.
    private var symptoms: [String] {
        var symptoms: [String] = []
        var patterns: Set<String> = []
        for opening in openings where symptoms.count < CatalogLimits.symptoms {
            var words = Substring(opening.filter { !$0.isNewline })
            if words.count > CatalogLimits.phraseCharacters {
                words = words.prefix(CatalogLimits.phraseCharacters)
                if let space = words.lastIndex(of: " ") { words = words[..<space] }
            }
            let pattern = Phrases.pattern(of: String(words), language: language)
            guard !pattern.isEmpty, patterns.insert(pattern).inserted else { continue }
            symptoms.append(String(words))
        }
        return symptoms.isEmpty ? [title] : symptoms
    }

    private func issue(_ intake: Tree) -> String {
        let plain = String(title.map { "[]{}".contains($0) ? " " : $0 })
        let told = intake.nodes.first {
            $0.kind == .ask && $0.valueKind == .text && !$0.say.isEmpty
        }
        return told.map { "\(plain)[: {\($0.fact)}]" } ?? plain
    }

    private func question(_ node: Node, _ intake: Tree) -> [String] {
        let definition = intake.facts.first { $0.key == node.fact }
        let draft = QuestionDraft(
            fact: node.fact,
            label: definition?.label ?? "",
            say: node.say,
            kind: node.valueKind,
            entityClass: node.entityClass,
            unit: node.unit,
            options: node.options.map {
                QuestionOption(id: $0.id, label: $0.label, phrases: $0.phrases)
            }
        )
        let content = TreeSource.content(of: draft, id: node.id, onlyWhenRequired: false)
        guard case .map(var entries) = content else { return [] }
        // Checks and guides are asked the same way, under their own keys.
        if node.kind == .check || node.kind == .guide {
            entries.removeAll { $0.key == "kind" }
            entries = entries.map { entry in
                switch entry.key {
                case "ask": .init(node.kind == .check ? "check" : "guide", entry.value)
                case "options": .init("results", entry.value)
                default: entry
                }
            }
        }
        if let line = definition?.line, !line.isEmpty { entries.append(.init("line", .text(line))) }
        entries.append(.init("volunteered", .text(node.volunteered ? "true" : "false")))
        if node.onlyWhenRequired { entries.append(.init("only-when-required", .text("true"))) }
        return YAMLContent.map(entries).element(indentation: 2)
    }

    private func leaf(_ intake: Tree) -> [String] {
        let end = intake.nodes.first { $0.kind == .diagnose }
        let plain = String(title.map { "[]{}".contains($0) ? " " : $0 })
        var entries: [YAMLContent.Entry] = [
            .init("diagnose", .text("new-issue")),
            .init(
                "diagnosis",
                .text(
                    "\(plain): a new issue that \(calls.count) earlier "
                        + "\(calls.count == 1 ? "call was" : "calls were") marked as"
                )
            ),
            .init(
                "recommendation",
                .text(
                    "compare with \(calls.count == 1 ? "call" : "calls") "
                        + calls.prefix(3).joined(separator: ", ")
                )
            ),
        ]
        if let queue = end?.queue, !queue.isEmpty { entries.append(.init("queue", .text(queue))) }
        if let priority = end?.priority { entries.append(.init("priority", .text("\(priority)"))) }
        entries.append(.init("confidence", .text("0.5")))
        return YAMLContent.map(entries).element(indentation: 2)
    }
}
