import Messages

@testable import Diagnosis

/// A call that is played against a catalog: each record is kept and applied.
struct Play {
    let knowledge: FixtureKnowledge
    private(set) var state: CallState
    private(set) var records: [JournalRecord]
    var now: Int64

    init(
        _ knowledge: FixtureKnowledge = Fixture.knowledge,
        told: [StructuredAnswer] = []
    ) throws {
        self.knowledge = knowledge
        now = Fixture.startedAt
        let decision = try Engine.start(
            StartCallRequest(callID: "call-1", caller: "+1 555 0134", told: told),
            release: 7,
            atMilliseconds: now,
            view: knowledge
        )
        guard case .call(let record) = decision, let state = CallState(first: record, sequence: 1)
        else { throw PlayError.notStarted }
        self.state = state
        records = [record]
    }

    enum PlayError: Error { case notStarted }

    var reply: TurnReply { state.lastReply }

    mutating func take(_ kind: InputKind, after milliseconds: Int64 = 1_000) throws {
        now += milliseconds
        apply(
            try Engine.turn(state, input: Input(kind: kind), atMilliseconds: now, view: knowledge)
        )
    }

    mutating func say(_ words: String) throws {
        try take(.speech(Speech(alternatives: [Alternative(text: words)])))
    }

    mutating func answer(_ answers: StructuredAnswer..., acts: [Act] = [], tree: String = "") throws
    {
        try take(.answers(StructuredAnswers(answers: answers, acts: acts, tree: tree)))
    }

    mutating func measure(_ fact: String, _ value: String, system: String = "probe") throws {
        now += 10
        let request = AddFactsRequest(
            callID: "call-1",
            requestID: "r\(records.count)",
            system: system,
            facts: [StructuredAnswer(fact: fact, value: value)]
        )
        apply(
            try Engine.addFacts(state, request: request, atMilliseconds: now, view: knowledge)
        )
    }

    mutating func apply(_ record: JournalRecord) {
        records.append(record)
        state.apply(record, sequence: UInt64(records.count))
    }

    /// The value of a fact, or "!" and why there is none; nil when nothing is known.
    func value(_ fact: String) -> String? {
        guard let fact = state.facts[fact] else { return nil }
        return fact.value?.key ?? "!" + fact.notObtained.word
    }

    /// What the call stands at, in a word.
    var standing: String {
        if state.progress.phase == .ended { return "ended \(state.progress.outcome.word)" }
        if state.progress.phase == .routing { return "routing" }
        if state.progress.phase == .closing { return "closing" }
        guard let expects = reply.expects else { return "nothing" }
        if expects.waiting { return "waiting \(expects.fact)" }
        return (expects.confirming ? "confirming " : "") + expects.fact
    }
}
