internal import Diagnosis
internal import Messages

/// What was understood of a call's turns, in lines for people.
struct UnderstandingText {
    /// The last that was known of each fact, which a correction replaces.
    private var known: [String: Fact] = [:]
    /// Where the call stood.
    private var node = ""

    /// The lines of the next turn.
    mutating func lines(of turn: TurnView) -> [String] {
        var lines: [String] = []
        let acts = turn.acts.map(\.word).filter { !$0.isEmpty }
        if !acts.isEmpty { lines.append("understood as " + acts.joined(separator: ", ")) }
        for fact in turn.changes {
            let old = known.updateValue(fact, forKey: fact.key)
            lines.append(
                Self.words(fact) + Self.replaced(old, by: fact) + Self.evidence(fact, turn)
            )
        }
        if let fact = turn.confirming {
            lines.append("to be confirmed: " + Self.words(fact) + Self.evidence(fact, turn))
        }
        if !turn.article.isEmpty { lines.append("answered from the article \(turn.article)") }
        for lookup in turn.lookups {
            lines.append("looked up at \(lookup.source): \(lookup.fact)")
        }
        if lines.isEmpty, turn.isSpoken { lines.append("no fact taken") }
        if turn.node != node, !turn.node.isEmpty { lines.append("→ \(turn.node)") }
        node = turn.node
        return lines
    }

    private static func words(_ fact: Fact) -> String {
        guard let value = fact.value else { return "\(fact.key): \(fact.notObtained.word)" }
        let text = value.text.isEmpty || value.text == value.key ? "" : " \"\(value.text)\""
        return "\(fact.key): \(value.key)\(text)"
            + (value.detail.isEmpty ? "" : " (\(value.detail))")
    }

    private static func replaced(_ old: Fact?, by new: Fact) -> String {
        guard let old, let was = SourcedFactOutput.corrected(old, by: new) else { return "" }
        return ", corrected: was \(was)"
    }

    private static func evidence(_ fact: Fact, _ turn: TurnView) -> String {
        guard let provenance = fact.provenance else { return "" }
        switch provenance.source {
        case .unspecified, .inferred: return ""
        case .measured: return "; from \(provenance.system)"
        case .told: return "; told by the front end"
        case .said where fact.value == nil: return ""
        case .said:
            // What stands in the line above need not be said again.
            let isAll = provenance.quote.isEmpty || provenance.quote == turn.heard
            let quote = isAll ? "" : " of \"\(provenance.quote)\""
            return "; \(CallText.percent(provenance.confidence))% sure\(quote)"
        }
    }
}

extension Act {
    /// The word that people and JSON read; empty where the turn itself says it.
    var word: String {
        switch self {
        case .unspecified, .answer, .silence, .hangUp: ""
        case .questionBack: "question-back"
        case .repeat: "repeat"
        case .wait: "wait"
        case .doesNotKnow: "does-not-know"
        case .declines: "declines"
        case .wantsPerson: "wants-person"
        case .fixed: "fixed"
        case .thanks: "thanks"
        case .offTopic: "off-topic"
        case .correction: "correction"
        }
    }
}
