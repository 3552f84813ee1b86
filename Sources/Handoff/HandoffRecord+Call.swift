internal import Language
public import Messages

extension HandoffRecord {
    /// Makes the handoff of a call from what is known of it.
    ///
    /// Lines are those that the tree worded, the customer's values, and fixed words about the call's
    /// own state; nothing else can be in it. A fact without provenance is left out, and so every
    /// item has evidence.
    ///
    /// - Parameters:
    ///   - call: The answer of `baton.v1.Diagnosis/GetCall`.
    ///   - assembledAtMilliseconds: Now, in milliseconds since 1970-01-01 UTC.
    public init(of call: GetCallReply, assembledAtMilliseconds: Int64) {
        let material = Material(call)
        let conclusion = material.conclusion
        let availability = material.facts.first { $0.fact?.key == Material.availabilityKey }
        self.init(
            callID: material.summary.callID,
            assembledAtMs: assembledAtMilliseconds,
            call: material.summary,
            issue: material.issue,
            product: material.product,
            symptoms: material.items(ofSection: "symptom"),
            environment: material.items(ofSection: "environment") + material.remainder,
            diagnostics: material.items(ofSection: "test"),
            diagnosis: material.worded(conclusion.diagnosis, label: Material.fields.diagnosis),
            confidence: conclusion.confidence.clampedToShare,
            articles: conclusion.articles,
            fixes: material.items(ofSection: "fix"),
            recommendation: material.worded(
                conclusion.recommendation,
                label: Material.fields.recommendation
            ),
            minutes: conclusion.minutes,
            queue: conclusion.queue.isEmpty ? material.summary.queue : conclusion.queue,
            priority: conclusion.priority,
            availability: availability.flatMap { view in
                material.item(view, text: view.fact?.value?.text ?? "")
            },
            windows: availability?.fact?.value?.windows ?? [],
            notObtained: call.notObtained.compactMap { material.missing($0) },
            superseded: material.corrected(call.superseded),
            facts: (call.notObtained + call.absent + material.facts).compactMap(\.treeFact),
            leaf: conclusion.node
        )
        words = UInt32(TextRenderer.wordCount(of: self))
    }
}

/// What is known of a call, asked for in the terms of a handoff.
private struct Material {
    static let availabilityKey = "customer.availability"
    /// Sections with a field of their own.
    private static let ownSections: Set<String> = ["symptom", "environment", "test", "fix"]

    /// Names of fields as programs know them, whatever the call's language.
    static let fields = SpokenLanguage.of("").fixedWords.fields

    let summary: CallSummary
    let words: FixedWords
    let conclusion: Conclusion
    /// Those that have a value and say where it comes from.
    let facts: [FactView]

    init(_ call: GetCallReply) {
        summary = call.summary ?? CallSummary()
        words = SpokenLanguage.of(summary.language).fixedWords
        conclusion = call.conclusion ?? Conclusion()
        facts = call.facts.filter { $0.fact?.value != nil && !$0.provenances.isEmpty }
    }

    /// What the tree derived something by: its leaf, or the tree where there is none.
    private var origin: Provenance {
        var place = conclusion.node
        if place.isEmpty { place = summary.node }
        if place.isEmpty { place = summary.tree }
        return Provenance(
            source: .inferred,
            turn: summary.turns,
            atMs: summary.lastAtMs,
            node: place,
            confidence: 1
        )
    }

    /// The issue, as the tree words it or the customer did.
    var issue: HandoffItem? {
        guard conclusion.issueTurn > 0 else {
            return worded(conclusion.issue, label: Material.fields.issue)
        }
        let said = Provenance(
            source: .said,
            turn: conclusion.issueTurn,
            quote: conclusion.issue,
            confidence: 1
        )
        return HandoffItem(label: Material.fields.issue, text: conclusion.issue, evidence: [said])
    }

    /// A line that the tree worded, with the evidence of the facts in it and of the node.
    func worded(_ text: String, label: String) -> HandoffItem? {
        guard !text.isEmpty else { return nil }
        var evidence = distinct(facts.filter { $0.isNamed(in: text) }.flatMap(\.provenances))
        // Without a node the words would come from nowhere.
        if !origin.node.isEmpty { evidence.append(origin) }
        guard !evidence.isEmpty else { return nil }
        return HandoffItem(label: label, text: text, evidence: evidence)
    }

    /// The product's line; nil where nothing is known of the product, whatever the template says.
    var product: HandoffItem? {
        let known = facts.filter { $0.sectionName == "product" }
        let named = known.filter { $0.isNamed(in: conclusion.product, leastCharacters: 1) }
        guard !conclusion.product.isEmpty, !named.isEmpty else { return nil }
        return HandoffItem(
            label: Material.fields.product,
            text: conclusion.product,
            evidence: distinct(named.flatMap(\.provenances))
        )
    }

    func items(ofSection section: String) -> [HandoffItem] {
        facts.filter { $0.sectionName == section }.compactMap { item($0, text: $0.words) }
    }

    /// What is known and said by no other line, such as context that the issue does not mention.
    var remainder: [HandoffItem] {
        let said = [product?.text ?? "", conclusion.issue, conclusion.diagnosis]
        return facts.filter { view in
            !Self.ownSections.contains(view.sectionName)
                && view.fact?.key != Self.availabilityKey
                && !(view.sectionName == "product"
                    && view.isNamed(in: product?.text ?? "", leastCharacters: 1))
                && !said.contains { view.isNamed(in: $0) }
        }.compactMap { item($0, text: $0.words) }
    }

    func item(_ view: FactView, text: String) -> HandoffItem? {
        guard !text.isEmpty, !view.provenances.isEmpty else { return nil }
        return HandoffItem(
            fact: view.fact?.key ?? "",
            label: view.name,
            text: text,
            mark: ["✓", "✗", "?"].contains(view.mark) ? view.mark : "",
            evidence: view.provenances
        )
    }

    /// Why a wanted fact is missing.
    func missing(_ view: FactView) -> HandoffItem? {
        guard let fact = view.fact else { return nil }
        let evidence = view.provenances.isEmpty ? [origin] : view.provenances
        let system = fact.provenance?.system ?? ""
        return HandoffItem(
            fact: fact.key,
            label: view.name,
            text: "\(view.name): \(words.reason(fact.notObtained, system: system))",
            evidence: evidence
        )
    }

    /// Values that were corrected, in the order in which they were, and to what: to the fact's next one.
    func corrected(_ views: [FactView]) -> [HandoffItem] {
        views.indices.compactMap { index in
            guard var item = item(views[index], text: views[index].words) else { return nil }
            let later = views[(index + 1)...].first { $0.fact?.key == item.fact }
            if let next = later ?? facts.first(where: { $0.fact?.key == item.fact }),
                let text = next.fact?.value?.text, !text.isEmpty
            {
                item.text += ", " + words.corrected.filling(text)
                item.evidence = distinct(item.evidence + next.provenances)
            }
            return item
        }
    }

    private func distinct(_ provenances: [Provenance]) -> [Provenance] {
        var kept: [Provenance] = []
        for provenance in provenances where !kept.contains(provenance) { kept.append(provenance) }
        return kept
    }
}

extension FactView {
    /// The fact as engineers point at it.
    fileprivate var treeFact: TreeFact? {
        guard let fact, !fact.key.isEmpty else { return nil }
        return TreeFact(
            key: fact.key,
            label: name,
            value: fact.value?.text ?? "",
            provenance: fact.value == nil ? nil : provenances.first,
            notObtained: fact.notObtained,
            kind: fact.value?.kind ?? .unspecified
        )
    }

    fileprivate var sectionName: String {
        guard section.isEmpty else { return section }
        return (fact?.key.prefix { $0 != "." }).map(String.init) ?? ""
    }

    fileprivate var name: String {
        label.isEmpty ? fact?.key ?? "" : label
    }

    /// The tree's line, or label and value where the tree gives none.
    fileprivate var words: String {
        guard line.isEmpty, let value = fact?.value else { return line }
        return value.text.isEmpty ? "" : "\(name): \(value.text)"
    }

    /// Where the fact comes from; empty where that is not known.
    fileprivate var provenances: [Provenance] {
        guard var provenance = fact?.provenance, provenance.source != .unspecified else {
            return []
        }
        provenance.confidence = provenance.confidence.clampedToShare
        return [provenance]
    }

    /// Whether the value or its detail stands in a line, as words of their own.
    ///
    /// - Parameter leastCharacters: Shorter words are passed over: "no" stands in many lines by chance.
    fileprivate func isNamed(in line: String, leastCharacters: Int = 3) -> Bool {
        guard let value = fact?.value else { return false }
        return [value.text, value.detail].contains { words in
            words.count >= leastCharacters && line.hasWords(words)
        }
    }
}

extension String {
    fileprivate func hasWords(_ words: String) -> Bool {
        ranges(of: words).contains { range in
            let before = self[..<range.lowerBound].last
            let after = self[range.upperBound...].first
            return !goesOn(from: before, to: words.first) && !goesOn(from: words.last, to: after)
        }
    }

    /// Whether two neighbours are of one word; "v" and "4" in "v4.2" are not.
    private func goesOn(from left: Character?, to right: Character?) -> Bool {
        guard let left, let right else { return false }
        return left.isLetter && right.isLetter || left.isNumber && right.isNumber
    }
}

extension Float {
    /// Held to 0 to 1; what is not a number is 0.
    var clampedToShare: Float { isNaN ? 0 : min(max(self, 0), 1) }
}
