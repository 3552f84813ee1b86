internal import Diagnosis
public import Messages

/// An ended call with what engineers said of it: what proposals are derived from.
public struct ObservedCall: Sendable {
    /// The call.
    public let observation: CallObservation
    /// The ratings of its handoff that count.
    public let ratings: [Rating]
    /// What became of its handoff.
    public let outcomes: [OutcomeRecord]
    /// Its facts by key, those not obtained among them.
    let facts: [String: Fact]

    /// A call with what engineers said of it.
    public init(
        _ observation: CallObservation,
        ratings: [Rating],
        outcomes: [OutcomeRecord] = []
    ) {
        self.observation = observation
        self.ratings = ratings
        self.outcomes = outcomes
        facts = Dictionary(
            observation.facts.map { ($0.key, $0) },
            uniquingKeysWith: { _, last in last }
        )
    }

    /// The tree of its leaf; empty where it reached none.
    var leafTree: String { String(observation.leaf.prefix { $0 != "/" }) }

    /// Whether the call has a value for the fact.
    func knows(_ fact: String) -> Bool { facts[fact]?.value != nil }

    /// Whether the fact was wanted, in vain.
    func wanted(_ fact: String) -> Bool {
        guard let fact = facts[fact] else { return false }
        return fact.value == nil && fact.notObtained != .notAsked
    }
}

extension CallObservation {
    /// What is kept of an ended call.
    ///
    /// - Parameter call: All that is known of it, with its records.
    public init(of call: GetCallReply) {
        let summary = call.summary ?? CallSummary()
        self.init(
            callID: summary.callID,
            startedAtMs: summary.startedAtMs,
            language: summary.language,
            tree: summary.tree,
            leaf: call.conclusion?.node ?? "",
            release: summary.release,
            outcome: summary.outcome,
            endedAtMs: summary.lastAtMs
        )
        opening = call.records.first { $0.isSpoken && $0.kind == .words }?.heard ?? ""
        let known = call.facts.compactMap(\.fact)
            .filter { $0.provenance?.source != .inferred }
        facts = (known + call.notObtained.compactMap(\.fact)).map(Self.kept)
        readTurns(call.records)
        readCorrections(call)
    }

    /// A fact without what proposals don't need.
    private static func kept(_ fact: Fact) -> Fact {
        let value = fact.value.map {
            FactValue(kind: $0.kind, key: $0.key, number: $0.number)
        }
        return Fact(key: fact.key, value: value, notObtained: fact.notObtained)
    }

    private mutating func readTurns(_ records: [TurnView]) {
        var spokenAt: Int64?
        for record in records {
            let isTurn = record.isSpoken
            if isTurn, !record.asked.isEmpty, let spokenAt, record.atMs > spokenAt {
                let duration = UInt32(clamping: record.atMs - spokenAt)
                questions.append(ObservedQuestion(fact: record.asked, durationMs: duration))
            }
            // An answer that is taken a turn after it was given was confirmed by that turn.
            for fact in record.changes
            where isTurn && fact.key == record.asked && fact.value != nil {
                guard let said = fact.provenance, said.source == .said, said.turn > 0,
                    said.turn < record.turn
                else { continue }
                answers.append(
                    ObservedAnswer(
                        fact: fact.key,
                        value: fact.value?.key ?? "",
                        quote: said.quote,
                        confirmed: true
                    )
                )
            }
            if !record.said.isEmpty { spokenAt = record.atMs }
        }
    }

    private mutating func readCorrections(_ call: GetCallReply) {
        for earlier in call.superseded.compactMap(\.fact) {
            guard
                let now = call.facts.lazy.compactMap(\.fact).first(where: { $0.key == earlier.key }
                ),
                let said = now.provenance, said.source == .said, let value = now.value
            else { continue }
            answers.append(
                ObservedAnswer(
                    fact: now.key,
                    value: value.key,
                    quote: said.quote,
                    corrected: true
                )
            )
        }
    }
}
