public import Messages

/// Who takes a call.
public enum StartDecision: Sendable, Equatable {
    /// A person, by way of this queue: Baton keeps nothing of the call.
    case person(queue: String)

    /// Baton: the record of the start, to be appended.
    case call(JournalRecord)
}

/// What a call does next: a function of its state, what came in, and the catalog.
///
/// It does no I/O beyond reading the catalog, reads no clock and draws no random number. Every
/// function gives the record to append; the state moves on when the record is applied to it.
public enum Engine {
    /// Begins a call, or says that a person takes it.
    ///
    /// - Throws: ``EngineError`` when the request holds what it must not.
    public static func start(
        _ request: StartCallRequest,
        release: UInt32,
        atMilliseconds: Int64,
        view: some Knowledge
    ) throws -> StartDecision {
        let request = try StartCheck.checked(
            request,
            atMilliseconds: atMilliseconds,
            knowledge: view
        )
        let settings = try view.settings
        if !settings.takesCall(overflow: request.overflow, atMilliseconds: request.startedAtMs) {
            return .person(queue: settings.personQueue)
        }
        return .call(
            try begin(request, release: release, atMilliseconds: atMilliseconds, view: view)
        )
    }

    /// Begins a call whoever has hours.
    static func begin(
        _ request: StartCallRequest,
        release: UInt32,
        atMilliseconds: Int64,
        view: any Knowledge
    ) throws -> JournalRecord {
        let exchange = try Exchange(
            starting: request,
            release: release,
            atMilliseconds: atMilliseconds,
            knowledge: view
        )
        let reader = FactReader(trees: [], start: request, knowledge: view)
        for (index, answer) in request.told.enumerated() {
            let provenance = Provenance(source: .told, atMs: atMilliseconds)
            exchange.take(
                try reader.fact(answer, field: "told[\(index)]", provenance: provenance)
            )
        }
        exchange.askOpening()
        return exchange.record(.start)
    }

    /// Takes a turn.
    ///
    /// - Throws: ``EngineError`` when the input is not valid or the call has ended.
    public static func turn(
        _ state: CallState,
        input: Input,
        atMilliseconds: Int64,
        view: some Knowledge
    ) throws -> JournalRecord {
        let exchange = try Exchange(
            state,
            turn: state.turn + 1,
            atMilliseconds: atMilliseconds,
            knowledge: view
        )
        exchange.expireLookups()
        try exchange.hear(input)
        if exchange.turn >= CallLimits.turnsPerCall, exchange.progress.phase != .ended {
            exchange.parts = []
            try exchange.end(.wantsPerson, saying: exchange.phrases.wantsPerson)
        }
        return exchange.record(.turn, input: input)
    }

    /// Adds facts between turns.
    ///
    /// When one of them was awaited, the record has a reply: what is said once the front end sends
    /// silence.
    ///
    /// - Throws: ``EngineError`` when a fact is not valid or the call has ended.
    public static func addFacts(
        _ state: CallState,
        request: AddFactsRequest,
        atMilliseconds: Int64,
        view: some Knowledge
    ) throws -> JournalRecord {
        let exchange = try Exchange(
            state,
            turn: state.turn,
            atMilliseconds: atMilliseconds,
            knowledge: view
        )
        try exchange.add(request)
        return exchange.record(.facts, requestID: request.requestID)
    }

    /// Records that lookups were not answered in time; those that are not awaited are passed over.
    public static func timeOut(
        _ state: CallState,
        facts: [String],
        atMilliseconds: Int64,
        view: some Knowledge
    ) throws -> JournalRecord {
        let exchange = try Exchange(
            state,
            turn: state.turn,
            atMilliseconds: atMilliseconds,
            knowledge: view
        )
        for lookup in exchange.known.pending where facts.contains(lookup.fact) {
            exchange.timeOut(lookup)
        }
        try exchange.stopWaiting()
        return exchange.record(.lookupsTimedOut)
    }

    /// Ends a call that its front end has left.
    ///
    /// - Throws: ``EngineError`` when the call has ended.
    public static func leaveIdle(
        _ state: CallState,
        atMilliseconds: Int64,
        view: some Knowledge
    ) throws -> JournalRecord {
        let exchange = try Exchange(
            state,
            turn: state.turn,
            atMilliseconds: atMilliseconds,
            knowledge: view
        )
        try exchange.hangUp()
        return exchange.record(.leftIdle)
    }
}

extension Exchange {
    /// Takes facts that a system measured or the front end tells.
    func add(_ request: AddFactsRequest) throws {
        try StartCheck.identifier(request.requestID, field: "request_id")
        guard request.system.utf8.count <= CallLimits.identifierBytes else {
            throw EngineError.tooMuch(field: "system", limit: CallLimits.identifierBytes)
        }
        guard request.facts.count <= CallLimits.answersPerRequest else {
            throw EngineError.tooMuch(field: "facts", limit: CallLimits.answersPerRequest)
        }
        let trees = try readableTrees(for: request.facts)
        let reader = FactReader(trees: trees, start: start, knowledge: knowledge)
        for (index, answer) in request.facts.enumerated() {
            let provenance = Provenance(
                source: request.system.isEmpty ? .told : .measured,
                turn: turn,
                system: request.system,
                atMs: request.measuredAtMs == 0 ? atMilliseconds : request.measuredAtMs
            )
            let fact = try reader.fact(answer, field: "facts[\(index)]", provenance: provenance)
            guard known.fact(fact.key) != nil || known.count < CallLimits.factsPerCall else {
                throw EngineError.tooMuch(field: "facts", limit: CallLimits.factsPerCall)
            }
            take(fact)
        }
        try stopWaiting()
    }

    /// Says what is next when a lookup was awaited and is there, or will not come.
    func stopWaiting() throws {
        guard let expected = state?.lastReply.expects, expected.waiting,
            !known.pending.contains(where: { $0.fact == expected.fact })
        else { return }
        try settle()
    }
}
