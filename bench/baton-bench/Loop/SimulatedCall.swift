internal import Catalog
internal import Diagnosis
internal import Handoff
internal import Messages

/// A call that a simulated customer has held with the engine, turn by turn.
struct SimulatedCall {
    let caller: LoopWorld.Caller
    private(set) var state: CallState
    private(set) var records: [JournalRecord]
    private let view: CatalogView
    private var now: Int64
    private var answered: Set<String> = []

    /// More turns than any call takes.
    private static let mostTurns = 200

    /// Holds the call to its end.
    init(_ caller: LoopWorld.Caller, in world: LoopWorld, on view: CatalogView) throws {
        self.caller = caller
        self.view = view
        now = caller.atMilliseconds
        let decision = try Engine.start(
            StartCallRequest(callID: caller.id, startedAtMs: now),
            release: view.release,
            atMilliseconds: now,
            view: view
        )
        guard case .call(let record) = decision, let state = CallState(first: record, sequence: 1)
        else { throw BenchError("the call is not taken") }
        self.state = state
        records = [record]
        var speech = CustomerSpeech(world, caller)
        let titles = Dictionary(
            world.trees.map { ($0.id, $0.title) },
            uniquingKeysWith: { first, _ in first }
        )
        for _ in 0..<Self.mostTurns where !self.state.isEnded {
            try answerLookups(in: world)
            if self.state.isReplyUnspoken || self.state.lastReply.expects?.waiting == true {
                try take(Input(kind: .silence(Silence())))
                continue
            }
            let words = speech.answer(self.state, titles: titles)
            let spoken = self.state.lastReply.say.split(separator: " ").count
            now += Int64(spoken * 400 + words.split(separator: " ").count * 400 + 2_000)
            try take(Input(kind: .speech(Speech(alternatives: [Alternative(text: words)]))))
        }
        guard self.state.isEnded else { throw BenchError("the call \(caller.id) does not end") }
    }

    /// All that is known of it, as `GetCall` answers.
    func detail() throws -> GetCallReply {
        var detail = try Engine.detail(of: state, view: view)
        detail.records = TurnView.views(of: records)
        return detail
    }

    private mutating func take(_ input: Input) throws {
        apply(try Engine.turn(state, input: input, atMilliseconds: now, view: view))
    }

    private mutating func apply(_ record: JournalRecord) {
        records.append(record)
        state.apply(record, sequence: UInt64(records.count))
    }

    /// Lets systems answer what they were asked before the customer speaks; what they do not answer is
    /// waited for until its time has passed.
    private mutating func answerLookups(in world: LoopWorld) throws {
        for lookup in state.progress.lookups where answered.insert(lookup.fact).inserted {
            var draws = Draws(world.seed, "lookup", caller.id, lookup.fact)
            guard draws.happens(world.assumptions.lookupsAnswered),
                let fact = world.facts[lookup.fact]
            else { continue }
            let value =
                world.truth(of: fact, caller) ?? (fact.kind == .version ? "4.2.1" : "Standard")
            let request = AddFactsRequest(
                callID: caller.id,
                requestID: lookup.fact,
                system: lookup.source,
                facts: [StructuredAnswer(fact: lookup.fact, value: value)]
            )
            apply(try Engine.addFacts(state, request: request, atMilliseconds: now, view: view))
        }
        guard let expected = state.lastReply.expects, expected.waiting, !state.isReplyUnspoken
        else {
            return
        }
        now += Int64(expected.waitMs)
        let late = state.progress.lookups.filter { $0.deadlineMs <= now }.map(\.fact)
        apply(try Engine.timeOut(state, facts: late, atMilliseconds: now, view: view))
    }
}
