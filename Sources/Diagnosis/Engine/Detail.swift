internal import Catalog
internal import Language
public import Messages

extension Engine {
    /// All that is known of a call, without its records.
    public static func detail(of state: CallState, view: some Knowledge) throws -> GetCallReply {
        let known = Known(state)
        let walk = try view.compiledTree(state.progress.tree).map { root in
            try Walk(root, known, in: view)
        }
        if walk == nil, !state.progress.tree.isEmpty {
            throw EngineError.noTree(state.progress.tree)
        }
        let detail = Detail(
            known: known,
            walk: walk,
            order: state.factOrder,
            language: SpokenLanguage.of(state.start.language)
        )
        let missing = state.isEnded ? walk?.missing(known) ?? [] : []
        var conclusion = try detail.conclusion(
            in: view,
            opening: (state.progress.opening, state.openingTurn)
        )
        // Whoever hung up before a diagnosis is called back by those who take calls.
        if state.progress.outcome == .abandoned, conclusion.queue.isEmpty {
            conclusion.queue = try view.settings.personQueue
        }
        return GetCallReply(
            summary: summary(of: state),
            facts: detail.facts(),
            notObtained: detail.notObtained(missing: missing),
            superseded: state.superseded.map { detail.view($0) },
            conclusion: conclusion,
            absent: detail.absent(missing: missing)
        )
    }

    /// The call in a line; the place among ended calls is the journal's to fill.
    public static func summary(of state: CallState) -> CallSummary {
        CallSummary(
            callID: state.start.callID,
            caller: state.start.caller,
            customer: state.start.customer,
            language: state.start.language,
            timeZone: state.start.timeZone,
            startedAtMs: state.start.startedAtMs,
            lastAtMs: state.lastAtMilliseconds,
            phase: state.progress.phase,
            outcome: state.progress.outcome,
            tree: state.progress.tree,
            release: state.release,
            turns: state.turn,
            queue: state.progress.queue,
            node: state.progress.node,
            questions: state.questions,
            offMap: state.progress.offMap
        )
    }
}

/// What a handoff shows of a call: its facts and what the tree concludes.
struct Detail {
    let known: Known
    let walk: Walk?

    /// Keys of facts in the order in which they came.
    let order: [String]

    /// The language of what is written.
    let language: SpokenLanguage

    /// Facts that have a value, those that the trees define first and in their order.
    func facts() -> [FactView] {
        var shown: [FactView] = []
        for key in keys() {
            guard let fact = fact(key), fact.value != nil else { continue }
            shown.append(view(fact))
        }
        return shown
    }

    /// Facts that were wanted and are not there; `missing` were never asked.
    func notObtained(missing: [String]) -> [FactView] {
        let keys = keys()
        var shown: [FactView] = []
        for key in keys + missing.filter({ !keys.contains($0) }) {
            if let fact = fact(key) {
                if fact.value == nil { shown.append(view(fact)) }
            } else if missing.contains(key) {
                shown.append(view(Fact(key: key, notObtained: .notAsked)))
            }
        }
        return shown
    }

    /// Facts that the trees define and that are neither known nor wanted, in the trees' order.
    func absent(missing: [String]) -> [FactView] {
        var shown: [FactView] = []
        for key in keys() where fact(key) == nil && !missing.contains(key) {
            let view = view(Fact(key: key))
            shown.append(FactView(fact: view.fact, section: view.section, label: view.label))
        }
        return shown
    }

    private func fact(_ key: String) -> Fact? {
        walk.flatMap { $0.fact(key, known) } ?? known.fact(key)
    }

    private func keys() -> [String] {
        var keys: [String] = []
        var seen: Set<String> = []
        func add(_ key: String) {
            if seen.insert(key).inserted { keys.append(key) }
        }
        for tree in walk?.trees ?? [] {
            for definition in tree.tree.facts {
                add(definition.key)
            }
        }
        for inference in walk?.inferences ?? [] {
            add(inference.fact)
        }
        for key in order + known.changes.map(\.key) {
            add(key)
        }
        return keys
    }

    /// The fact as a handoff shows it.
    func view(_ fact: Fact) -> FactView {
        let definition = walk?.trees.lazy.compactMap { $0.definition(of: fact.key) }.first
        let section = Names.section(of: fact.key)
        let label =
            definition.flatMap { $0.label.isEmpty ? nil : $0.label } ?? Names.words(of: fact.key)
        let mark = mark(of: fact, definition)
        let value = fact.value.map { walk?.readable($0, of: fact.key) ?? $0.text } ?? ""
        var fact = fact
        if !value.isEmpty { fact.value?.text = value }
        let line: String
        if let custom = definition?.line, !custom.isEmpty {
            line = Rendering.fill(custom, in: language) { self.part($0, label, value, fact, mark) }
        } else {
            line = FactLine.standard(forSection: section)
                .render(unknown: language.fixedWords.unknown) { name in
                    self.part(name, label, value, fact, mark)
                }
        }
        return FactView(fact: fact, section: section, label: label, line: line, mark: mark)
    }

    private func part(
        _ name: String,
        _ label: String,
        _ value: String,
        _ fact: Fact,
        _ mark: String
    ) -> String? {
        switch name {
        case "label": label
        case "value": value
        case "detail": fact.value?.detail
        case "mark": mark
        default: nil
        }
    }

    private func mark(of fact: Fact, _ definition: FactDefinition?) -> String {
        guard let value = fact.value else { return definition?.kind == .check ? "?" : "" }
        guard value.kind == .check || definition?.kind == .check else { return "" }
        return switch value.key {
        case "pass": "✓"
        case "fail": "✗"
        default: "?"
        }
    }

    /// What the tree says; the diagnosis is empty before a leaf is reached.
    ///
    /// - Parameter opening: What the customer said while the tree was sought: the issue, where no tree words it.
    func conclusion(in knowledge: any Knowledge, opening: Exchange.Said) throws -> Conclusion {
        var conclusion = Conclusion()
        conclusion.product =
            Rendering.fill(language.fixedWords.product, in: language) {
                fact($0)?.value.map { $0.text }
            }
            .trimmed
        if let walk { conclusion.issue = walk.rendered(walk.trees[0].tree.issue, known) }
        if conclusion.issue.isEmpty, !opening.words.isEmpty {
            conclusion.issue = opening.words
            conclusion.issueTurn = opening.turn
        }
        guard let walk, walk.end == .leaf else { return conclusion }
        let leaf = walk.node
        conclusion.diagnosis = walk.rendered(leaf.diagnosis, known)
        conclusion.confidence = leaf.confidence
        conclusion.recommendation = walk.rendered(leaf.recommendation, known)
        conclusion.minutes = leaf.minutes
        conclusion.queue = leaf.queue
        conclusion.priority = leaf.priority
        conclusion.node = walk.nodeName
        for id in leaf.articles {
            let title = try knowledge.article(id)?.title ?? id
            conclusion.articles.append(ArticleReference(id: id, title: title))
        }
        if leaf.articles.isEmpty, !leaf.resolved {
            conclusion.articles = try knowledge.articles(
                behind: conclusion.diagnosis + ". " + conclusion.recommendation,
                language: walk.trees[0].tree.language
            )
        }
        return conclusion
    }
}

extension String {
    /// The text without spaces at its ends.
    var trimmed: String {
        var text = Substring(self)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
