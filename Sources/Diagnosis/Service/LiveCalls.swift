internal import Catalog
internal import LMDB
internal import Logging
internal import Messages
internal import RPC
internal import Synchronization
internal import Transport

/// Does what is asked of calls: one thing at a time for each call, on disk before it is answered.
///
/// An operation runs on the caller's thread up to its record, which the journal's writer commits
/// together with those of other calls. What follows the commit runs on the loop that the operation
/// came in on.
final class LiveCalls: Sendable {
    let table = CallTable()
    let journal: Journal
    let releases: Releases
    let lookups: LookupDesk
    let ended: EndedCalls
    let shadow: ShadowRun
    let settings: ServiceSettings
    let clock: @Sendable () -> Int64
    let logger: Logger
    private let loops: [EventLoop]
    /// Calls whose records recovery could not read, and why.
    let damaged = Locked<[String: Status]>([:])
    /// Failures of what the server does of its own accord.
    private let ownFailures = Atomic<Int>(0)

    /// - Parameter clock: Tells milliseconds since 1970-01-01 UTC.
    init(
        journal: Journal,
        releases: Releases,
        settings: ServiceSettings,
        loops: [EventLoop],
        clock: @escaping @Sendable () -> Int64,
        logger: Logger
    ) {
        self.journal = journal
        self.releases = releases
        self.settings = settings
        self.loops = loops
        self.clock = clock
        self.logger = logger
        lookups = LookupDesk(
            loop: loops[0],
            leaseMilliseconds: settings.leaseMilliseconds,
            clock: clock
        )
        ended = EndedCalls(journal: journal, loop: loops[0])
        shadow = ShadowRun(releases)
        lookups.onTimeOut { [weak self] callID, fact in
            self?.perform(.timeOut(facts: [fact]), on: callID)
        }
    }

    /// Does an operation on a call, now or after those that came before it.
    func perform(_ operation: CallOperation, on callID: String) {
        while true {
            let call = table.findOrMake(callID)
            switch call.enqueue(operation, limit: settings.waitingPerCall) {
            case .now: return run(operation, call)
            case .later: return
            case .gone: table.remove(call)
            case .full:
                let limit = settings.waitingPerCall
                let text = "\(limit) requests for call \(callID) wait already, the most that may"
                return operation.fail(Status(.resourceExhausted, text))
            }
        }
    }

    /// The state of a call, in memory or not; nil when there is no such call.
    func state(of callID: String) throws -> CallState? {
        if let state = table.find(callID)?.state { return state }
        return try storedState(of: callID)
    }

    var loop: EventLoop { loops.first { $0.isCurrent } ?? loops[0] }

    // MARK: One operation after the other

    /// What an operation has come to for now.
    private enum Outcome {
        case done
        /// Its record is on its way; the rest follows.
        case pending
    }

    private func run(_ first: CallOperation, _ call: LiveCall) {
        var operation = first
        while begin(operation, call) == .done {
            guard let next = finish(call) else { return }
            operation = next
        }
    }

    private func finish(_ call: LiveCall) -> CallOperation? {
        switch call.finish() {
        case .operation(let next): return next
        case .nothing: return nil
        case .leave:
            table.remove(call)
            return nil
        }
    }

    private func begin(_ operation: CallOperation, _ call: LiveCall) -> Outcome {
        do {
            // Before it is read: one that is damaged can be forgotten, too.
            if case .forget(let traces, let answer) = operation {
                return try forget(traces, call, operation, answer)
            }
            let state = try call.state ?? loadedState(call)
            switch operation {
            case .forget: return .done
            case .start(let request, let answer):
                return try start(request, state, call, operation, answer)
            case .turn(let request, let answer):
                let state = try known(state, call)
                return try turn(request, state, call, operation, answer)
            case .facts(let request, let answer):
                let state = try known(state, call)
                return try add(request, state, call, operation, answer)
            case .awaitLookups(let request, let answer):
                awaitLookups(request, try known(state, call), answer)
                return .done
            case .timeOut(let facts):
                return try timeOut(facts, state, call, operation)
            case .leaveIdle(let time):
                guard let state, !state.isEnded, state.lastAtMilliseconds <= time else {
                    return .done
                }
                let record = try Engine.leaveIdle(
                    state,
                    atMilliseconds: clock(),
                    view: releases.view(state.release)
                )
                return try append(record, state, call, operation)
            case .putAside:
                return try putAside(state, call)
            }
        } catch {
            fail(operation, call, Status(of: error))
            return .done
        }
    }

    /// Tells the caller; what the server does of its own accord is done again later.
    private func fail(_ operation: CallOperation, _ call: LiveCall, _ status: Status) {
        operation.fail(status)
        guard !operation.hasCaller else { return }
        if case .timeOut(let facts) = operation { lookups.retry(facts, of: call.id) }
        // One line each time their number doubles: on a full disk there may be very many.
        let failures = ownFailures.add(1, ordering: .relaxed).newValue
        guard failures & (failures - 1) == 0 else { return }
        logger.error(
            "calls could not be brought up to date",
            metadata: ["count": "\(failures)", "call": "\(call.id)", "why": "\(status)"]
        )
    }

    private func known(_ state: CallState?, _ call: LiveCall) throws -> CallState {
        guard let state else {
            throw Status(.notFound, "call_id: there is no call \(call.id); start it first")
        }
        return state
    }

    // MARK: The operations

    private func start(
        _ request: StartCallRequest,
        _ state: CallState?,
        _ call: LiveCall,
        _ operation: CallOperation,
        _ answer: @Sendable (Result<StartCallReply, Status>) -> Void
    ) throws -> Outcome {
        if let state {
            guard request.isRepeated(of: state.start) else {
                throw Status(
                    .alreadyExists,
                    "call_id: call \(call.id) was started with other content; choose another id"
                )
            }
            answer(.success(StartCallReply(reply: try storedReply(toTurn: 0, of: state).reply)))
            return .done
        }
        // Housekeeping brings their number down, but only now and then.
        let limit = settings.liveCalls + settings.liveCalls / 4 + 1_000
        guard table.count <= limit else {
            throw Status(.resourceExhausted, "\(limit) calls are live, the most that may be")
        }
        guard let release = try releases.starting(call.id) else {
            throw Status(.failedPrecondition, "no catalog is published yet; publish one first")
        }
        let decision = try Engine.start(
            request,
            release: release.number,
            atMilliseconds: clock(),
            view: release.view
        )
        switch decision {
        case .person(let queue):
            answer(.success(StartCallReply(toPerson: true, queue: queue)))
            return .done
        case .call(let record):
            return try append(record, nil, call, operation)
        }
    }

    private func turn(
        _ request: TurnRequest,
        _ state: CallState,
        _ call: LiveCall,
        _ operation: CallOperation,
        _ answer: @Sendable (Result<TurnReply, Status>) -> Void
    ) throws -> Outcome {
        guard let input = request.input else {
            throw Status(.invalidArgument, "input: missing")
        }
        guard request.turn > state.turn else {
            let stored = try storedReply(toTurn: request.turn, of: state)
            guard stored.input == input else {
                throw Status(
                    .alreadyExists,
                    "turn: turn \(request.turn) of call \(call.id) was taken with another input; "
                        + "the next turn is \(state.turn + 1)"
                )
            }
            answer(.success(stored.reply))
            return .done
        }
        guard !state.isEnded else {
            throw Status(
                .failedPrecondition,
                "call \(call.id) has ended with turn \(state.turn) and takes no more"
            )
        }
        guard request.turn == state.turn + 1 else {
            throw Status(
                .failedPrecondition,
                "turn: \(request.turn) was sent, but the next turn of call \(call.id) is "
                    + "\(state.turn + 1)"
            )
        }
        let record = try Engine.turn(
            state,
            input: input,
            atMilliseconds: clock(),
            view: releases.view(state.release)
        )
        return try append(record, state, call, operation)
    }

    private func add(
        _ request: AddFactsRequest,
        _ state: CallState,
        _ call: LiveCall,
        _ operation: CallOperation,
        _ answer: @Sendable (Result<AddFactsReply, Status>) -> Void
    ) throws -> Outcome {
        if state.requestIDs.contains(request.requestID) {
            let records = try journal.records(of: call.id, upTo: state.lastSequence)
            let stored = records.last { $0.record.requestID == request.requestID }
            answer(.success(AddFactsReply(stored?.record ?? JournalRecord())))
            return .done
        }
        let record = try Engine.addFacts(
            state,
            request: request,
            atMilliseconds: clock(),
            view: releases.view(state.release)
        )
        return try append(record, state, call, operation)
    }

    private func awaitLookups(
        _ request: AwaitLookupsRequest,
        _ state: CallState,
        _ answer: @escaping LookupDesk.FrontEnd
    ) {
        guard state.isWaiting else { return answer(.success(AwaitLookupsReply())) }
        lookups.wait(for: request.callID, waitMilliseconds: Int64(request.waitMs), answer)
    }

    private func timeOut(
        _ facts: [String],
        _ state: CallState?,
        _ call: LiveCall,
        _ operation: CallOperation
    ) throws -> Outcome {
        guard let state, !state.isEnded else { return .done }
        let awaited = facts.filter { fact in
            state.progress.lookups.contains { $0.fact == fact }
        }
        guard !awaited.isEmpty else { return .done }
        let record = try Engine.timeOut(
            state,
            facts: awaited,
            atMilliseconds: clock(),
            view: releases.view(state.release)
        )
        return try append(record, state, call, operation)
    }

    private func forget(
        _ traces: Journal.Traces,
        _ call: LiveCall,
        _ operation: CallOperation,
        _ answer: @escaping @Sendable (Result<ForgetReply, Status>) -> Void
    ) throws -> Outcome {
        if let state = call.state, !state.isEnded { throw Journal.goesOn(call.id) }
        let isDamaged = isDamaged(call.id)
        try journal.forget(call.id, traces, isDamaged: isDamaged, on: loop) { [self] result in
            switch result {
            case .success(let found):
                _ = call.update { $0 = nil }
                damaged.withLock { $0[call.id] = nil }
                answer(.success(ForgetReply(found: found)))
            case .failure(let error): fail(operation, call, Status(of: error))
            }
            if let next = finish(call) { run(next, call) }
        }
        return .pending
    }

    private func putAside(_ state: CallState?, _ call: LiveCall) throws -> Outcome {
        guard let state, !state.isEnded else { return .done }
        try journal.putAside(
            Engine.summary(of: state),
            lastSequence: state.lastSequence,
            on: loop
        ) { [self] result in
            switch result {
            case .success: call.releaseCheckpoint()
            case .failure(let error): fail(.putAside, call, Status(of: error))
            }
            if let next = finish(call) { run(next, call) }
        }
        return .pending
    }

    // MARK: To the journal and back

    private func append(
        _ record: JournalRecord,
        _ state: CallState?,
        _ call: LiveCall,
        _ operation: CallOperation
    ) throws -> Outcome {
        let ending = record.progress?.phase == .ended ? try end(record, state) : nil
        call.holdCheckpoint(after: journal.lastSequence)
        let before = record.kind == .turn && shadow.isOn ? state : nil
        try journal.append(record.encoded(), ending: ending, on: loop) { [self] result in
            committed(result, record, call, operation)
            if let before, case .success = result { shadow.take(before, record) }
            if let next = finish(call) { run(next, call) }
        }
        return .pending
    }

    /// All that is known of a call after its last record.
    private func end(_ record: JournalRecord, _ state: CallState?) throws -> GetCallReply? {
        var last = state ?? CallState(first: record, sequence: 0)
        if state != nil { last?.apply(record, sequence: 0) }
        return try last.map { try Engine.detail(of: $0, view: releases.view($0.release)) }
    }

    private func committed(
        _ result: Result<Journal.Position, any Error>,
        _ record: JournalRecord,
        _ call: LiveCall,
        _ operation: CallOperation
    ) {
        let position: Journal.Position
        switch result {
        case .success(let value): position = value
        case .failure(let error):
            return fail(operation, call, Status(of: error))
        }
        let state = call.update { state in
            if state == nil {
                state = CallState(first: record, sequence: position.sequence)
            } else {
                state?.apply(record, sequence: position.sequence)
            }
        }
        guard let state else { return }
        lookups.update(state)
        if position.endedSequence > 0 { ended.signal() }
        switch operation {
        case .start(_, let answer): answer(.success(StartCallReply(reply: state.lastReply)))
        case .turn(_, let answer): answer(.success(state.lastReply))
        case .facts(_, let answer): answer(.success(AddFactsReply(record)))
        case .awaitLookups, .timeOut, .leaveIdle, .putAside, .forget: break
        }
    }
}
