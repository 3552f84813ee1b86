internal import Messages

/// What a conversation's author expects, held against what the server says.
enum CallExpectations {
    /// What does not hold after a turn, in words.
    static func failures(
        of turn: TurnExpectation,
        reply: TurnReply,
        said: String,
        detail: GetCallReply
    ) -> [String] {
        var failures: [String] = []
        let asked = reply.expects?.fact ?? ""
        if !turn.asks.isEmpty, asked != turn.asks {
            let instead = asked.isEmpty ? "nothing is asked" : "\(asked) is asked"
            failures.append("expected that \(turn.asks) is asked next; \(instead)")
        }
        if !turn.tree.isEmpty, reply.tree != turn.tree {
            let instead = reply.tree.isEmpty ? "it is on none yet" : "it is on \(reply.tree)"
            failures.append("expected the call on the tree \(turn.tree); \(instead)")
        }
        if !turn.replies.isEmpty, !said.contains(turn.replies) {
            failures.append("expected a reply with \"\(turn.replies)\"; it is \"\(said)\"")
        }
        return failures + turn.facts.compactMap { failure(of: $0, in: detail) }
    }

    /// What does not hold at the end of the call, in words.
    static func failures(
        atEndOf conversation: Conversation,
        detail: GetCallReply
    ) -> [String] {
        var failures: [String] = []
        let summary = detail.summary ?? CallSummary()
        let conclusion = detail.conclusion ?? Conclusion()
        let outcome = summary.phase == .ended ? summary.outcome.word : "open: the call goes on"
        if !conversation.outcome.isEmpty, outcome != conversation.outcome {
            failures.append("expected the outcome \(conversation.outcome); it is \(outcome)")
        }
        if !conversation.endsAt.isEmpty, summary.node != conversation.endsAt {
            let instead = summary.node.isEmpty ? "no node" : summary.node
            failures.append(
                "expected the call to end at \(conversation.endsAt); it is at \(instead)"
            )
        }
        for line in conversation.conclusion {
            let actual = text(of: line.fact, in: conclusion)
            guard actual != line.value else { continue }
            failures.append("expected the \(line.fact) \"\(line.value)\"; it is \"\(actual)\"")
        }
        for missing in conversation.notObtained {
            let expected = Expected(fact: missing.fact, value: "!" + missing.value)
            if let words = failure(of: expected, in: detail) { failures.append(words) }
        }
        for old in conversation.superseded {
            guard
                !detail.superseded.contains(where: {
                    $0.fact?.key == old.fact && matches($0.fact?.value, old)
                })
            else { continue }
            failures.append("expected \(old.fact) \(old.value) among the superseded values")
        }
        return failures
    }

    /// How many things a conversation expects.
    static func count(in conversation: Conversation) -> Int {
        let ofTurns = conversation.turns.map { turn in
            [turn.asks, turn.tree, turn.replies].count { !$0.isEmpty } + turn.facts.count
        }
        let ofEnd = [conversation.outcome, conversation.endsAt].count { !$0.isEmpty }
        return ofTurns.reduce(ofEnd, +) + conversation.conclusion.count
            + conversation.notObtained.count + conversation.superseded.count
    }

    private static func failure(of expected: Expected, in detail: GetCallReply) -> String? {
        let wanted = "expected \(expected.fact) "
        let missing = detail.notObtained.first { $0.fact?.key == expected.fact }?.fact
        if expected.value.hasPrefix("!") {
            let reason = expected.value.dropFirst()
            guard missing?.notObtained.word != String(reason) else { return nil }
            return wanted + "not obtained: \(reason); " + state(of: expected.fact, in: detail)
        }
        let known = detail.facts.first { $0.fact?.key == expected.fact }?.fact
        if matches(known?.value, expected) { return nil }
        let part = expected.detail.isEmpty ? "" : " (\(expected.detail))"
        return wanted + "to be \(expected.value)\(part); " + state(of: expected.fact, in: detail)
    }

    private static func matches(_ value: FactValue?, _ expected: Expected) -> Bool {
        guard let value else { return false }
        return (value.key == expected.value || value.text == expected.value)
            && (expected.detail.isEmpty || value.detail == expected.detail)
    }

    private static func state(of key: String, in detail: GetCallReply) -> String {
        if let value = detail.facts.first(where: { $0.fact?.key == key })?.fact?.value {
            let part = value.detail.isEmpty ? "" : " (\(value.detail))"
            let text = value.text.isEmpty || value.text == value.key ? "" : ", \"\(value.text)\""
            return "it is \(value.key)\(text)\(part)"
        }
        if let missing = detail.notObtained.first(where: { $0.fact?.key == key })?.fact {
            return "it was not obtained: \(missing.notObtained.word)"
        }
        return "it is not known"
    }

    private static func text(of name: String, in conclusion: Conclusion) -> String {
        switch name {
        case "issue": conclusion.issue
        case "product": conclusion.product
        case "diagnosis": conclusion.diagnosis
        case "recommendation": conclusion.recommendation
        case "queue": conclusion.queue
        default: ""
        }
    }
}

extension Phase {
    /// The word that JSON uses.
    var word: String {
        switch self {
        case .unspecified: ""
        case .routing: "routing"
        case .diagnosing: "diagnosing"
        case .collecting: "collecting"
        case .closing: "closing"
        case .ended: "ended"
        }
    }
}
