internal import Catalog
internal import Diagnosis
internal import Messages

/// A call that a simulated customer has held with the engine, turn by turn.
struct SimulatedCall {
    let caller: LoopWorld.Caller
    private var call: RehearsedCall
    private var answered: Set<String> = []

    /// More turns than any call takes.
    private static let mostTurns = 200

    /// Holds the call to its end.
    init(_ caller: LoopWorld.Caller, in world: LoopWorld, on view: CatalogView) throws {
        self.caller = caller
        call = try RehearsedCall(
            StartCallRequest(callID: caller.id, startedAtMs: caller.atMilliseconds),
            release: view.release,
            atMilliseconds: caller.atMilliseconds,
            view: view
        )
        var speech = CustomerSpeech(world, caller)
        let titles = Dictionary(
            world.trees.map { ($0.id, $0.title) },
            uniquingKeysWith: { first, _ in first }
        )
        for _ in 0..<Self.mostTurns where !state.isEnded {
            try answerLookups(in: world)
            if state.isReplyUnspoken || state.lastReply.expects?.waiting == true {
                try call.take(Input(kind: .silence(Silence())))
                continue
            }
            let words = speech.answer(state, titles: titles)
            let spoken = state.lastReply.say.split(separator: " ").count
            call.pass(
                milliseconds: Int64(spoken * 400 + words.split(separator: " ").count * 400 + 2_000)
            )
            try call.take(Input(kind: .speech(Speech(alternatives: [Alternative(text: words)]))))
        }
        guard state.isEnded else { throw BenchError("the call \(caller.id) does not end") }
    }

    /// Where it stands.
    var state: CallState { call.state }

    /// What came of it, first to last.
    var records: [JournalRecord] { call.records }

    /// All that is known of it, as `GetCall` answers.
    func detail() throws -> GetCallReply {
        var detail = try call.detail()
        detail.records = call.turns
        return detail
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
            let answer = StructuredAnswer(fact: lookup.fact, value: value)
            try call.add([answer], system: lookup.source)
        }
        guard let expected = state.lastReply.expects, expected.waiting, !state.isReplyUnspoken
        else {
            return
        }
        call.pass(milliseconds: Int64(expected.waitMs))
        try call.timeOutLookups()
    }
}
