public import Messages

/// What the author of a conversation expects, held against what the call came to.
public enum ConversationCheck {
    /// Something that came out otherwise.
    public struct Failure: Sendable, Equatable {
        /// What was expected, as it follows that word.
        public let expected: String
        /// What came, as it follows "but".
        public let came: String

        /// Both in a sentence.
        public var sentence: String { "expected \(expected), but \(came)" }

        init(_ expected: String, _ came: String) {
            self.expected = expected
            self.came = came
        }
    }

    /// What does not hold after a turn.
    ///
    /// - Parameters:
    ///   - said: What was said since the customer's last line; nil when that is the reply.
    ///   - detail: What is known of the call; it is looked at where facts are expected.
    public static func failures(
        of turn: TurnExpectation,
        reply: TurnReply,
        said: String? = nil,
        detail: GetCallReply
    ) -> [Failure] {
        var failures: [Failure] = []
        if !turn.asks.isEmpty, reply.expects?.fact != turn.asks {
            failures.append(Failure("it to ask \(turn.asks)", standing(reply)))
        }
        if !turn.tree.isEmpty, reply.tree != turn.tree {
            let came = reply.tree.isEmpty ? "no tree was found" : "it is on \(reply.tree)"
            failures.append(Failure("tree \(turn.tree)", came))
        }
        let said = said ?? reply.say
        if !turn.replies.isEmpty, !said.contains(turn.replies) {
            failures.append(Failure("a reply with \"\(turn.replies)\"", "it says \"\(said)\""))
        }
        return failures + turn.facts.compactMap { failure(of: $0, in: detail) }
    }

    /// What does not hold at the end of the call.
    public static func failures(
        atEndOf conversation: Conversation,
        detail: GetCallReply
    ) -> [Failure] {
        var failures: [Failure] = []
        let summary = detail.summary ?? CallSummary()
        let outcome = summary.phase == .ended ? summary.outcome.word : ""
        if !conversation.outcome.isEmpty, outcome != conversation.outcome {
            let came = outcome.isEmpty ? "the call goes on" : "it is \(outcome)"
            failures.append(Failure("the outcome \(conversation.outcome)", came))
        }
        if !conversation.endsAt.isEmpty, summary.node != conversation.endsAt {
            let came = summary.node.isEmpty ? "it came to no node" : "it is at \(summary.node)"
            failures.append(Failure("the end at \(conversation.endsAt)", came))
        }
        for line in conversation.conclusion {
            let came = text(of: line.fact, in: detail.conclusion ?? Conclusion())
            guard came != line.value else { continue }
            failures.append(Failure("\(line.fact) \"\(line.value)\"", "it is \"\(came)\""))
        }
        for missing in conversation.notObtained {
            let expected = Expected(fact: missing.fact, value: "!" + missing.value)
            if let failure = failure(of: expected, in: detail) { failures.append(failure) }
        }
        for old in conversation.superseded
        where !detail.superseded.contains(where: { matches($0.fact, old) }) {
            let came = words(detail.superseded.last { $0.fact?.key == old.fact })
            failures.append(Failure("\(old.value) as an earlier \(old.fact)", came))
        }
        return failures
    }

    /// How many things a conversation expects.
    public static func count(in conversation: Conversation) -> Int {
        let ofTurns = conversation.turns.map { turn in
            [turn.asks, turn.tree, turn.replies].count { !$0.isEmpty } + turn.facts.count
        }
        let ofEnd = [conversation.outcome, conversation.endsAt].count { !$0.isEmpty }
        return ofTurns.reduce(ofEnd, +) + conversation.conclusion.count
            + conversation.notObtained.count + conversation.superseded.count
    }

    private static func failure(of expected: Expected, in detail: GetCallReply) -> Failure? {
        let missing = detail.notObtained.first { $0.fact?.key == expected.fact }
        let known = detail.facts.first { $0.fact?.key == expected.fact }
        if let reason = NotObtained(marked: expected.value) {
            guard missing?.fact?.notObtained != reason else { return nil }
            let wanted = "\(expected.fact) not to be obtained: \(reason.word)"
            return Failure(wanted, words(known ?? missing))
        }
        guard !matches(known?.fact, expected) else { return nil }
        let beside = expected.detail.isEmpty ? "" : " (\(expected.detail))"
        return Failure("\(expected.fact) to be \(expected.value)\(beside)", words(known ?? missing))
    }

    private static func matches(_ fact: Fact?, _ expected: Expected) -> Bool {
        guard let fact, fact.key == expected.fact, let value = fact.value else { return false }
        return (value.key == expected.value || value.text == expected.value)
            && (expected.detail.isEmpty || value.detail == expected.detail)
    }

    private static func words(_ view: FactView?) -> String {
        guard let fact = view?.fact else { return "it is not known" }
        guard let value = fact.value else {
            return "it was not obtained: \(fact.notObtained.word)"
        }
        let text = value.text.isEmpty || value.text == value.key ? "" : ", \"\(value.text)\""
        let detail = value.detail.isEmpty ? "" : " (\(value.detail))"
        return "it is \(value.key)\(text)\(detail)"
    }

    private static func standing(_ reply: TurnReply) -> String {
        if reply.phase == .ended { return "the call has ended: \(reply.outcome.word)" }
        let fact = reply.expects?.fact ?? ""
        let what = fact.isEmpty ? "\"\(reply.say)\"" : fact
        return reply.expects?.confirming == true
            ? "it has \(what) confirmed: \"\(reply.say)\"" : "it asks \(what)"
    }

    /// A line of a conclusion by the name that conversations give it.
    private static func text(of name: String, in conclusion: Conclusion) -> String {
        switch name {
        case "issue": conclusion.issue
        case "product": conclusion.product
        case "diagnosis": conclusion.diagnosis
        case "recommendation": conclusion.recommendation
        case "queue": conclusion.queue
        case "node": conclusion.node
        default: ""
        }
    }
}
