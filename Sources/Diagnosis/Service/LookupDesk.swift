internal import Messages
internal import RPC
internal import Synchronization
internal import Transport

/// Hands lookups out to workers, and sees to it that each is answered or timed out.
///
/// What is here is only a copy: which lookups a call awaits stands in its records. So nothing is
/// lost with the process, and a lookup is handed out at least once, not exactly once.
final class LookupDesk: Sendable {
    /// What a worker waits for.
    struct Waiter: Sendable {
        /// The systems that it serves; empty for all.
        let sources: [String]
        /// At most so many at once.
        let maximum: Int
        /// Whether nobody waits any more.
        let isAbandoned: @Sendable () -> Bool
        /// Called once.
        let answer: @Sendable ([Lookup]) -> Void
    }

    /// How a front end that waits is answered, once.
    typealias FrontEnd = @Sendable (Result<AwaitLookupsReply, Status>) -> Void

    /// Pause before a time-out that could not be stored is tried again.
    private static let retryMilliseconds: Int64 = 2_000

    private let loop: EventLoop
    private let leaseMilliseconds: Int64
    private let clock: @Sendable () -> Int64
    private let state = Locked(LookupQueue())
    private let isClosed = Atomic<Bool>(false)
    private let timedOut = Locked<(@Sendable (_ callID: String, _ fact: String) -> Void)?>(nil)

    /// - Parameters:
    ///   - loop: Where the timers live.
    ///   - clock: Tells milliseconds since 1970-01-01 UTC.
    init(loop: EventLoop, leaseMilliseconds: Int64, clock: @escaping @Sendable () -> Int64) {
        self.loop = loop
        self.leaseMilliseconds = leaseMilliseconds
        self.clock = clock
    }

    /// Sets who is told, on the loop, when a lookup's deadline has passed.
    func onTimeOut(_ body: @escaping @Sendable (_ callID: String, _ fact: String) -> Void) {
        timedOut.withLock { $0 = body }
    }

    /// Lets nobody wait any more: workers get nothing at once, and front ends are to ask again.
    func close() {
        isClosed.store(true, ordering: .sequentiallyConsistent)
        for waiter in state.withLock({ $0.removeWaiters() }) { waiter.answer([]) }
        for answer in state.withLock({ $0.removeFrontEnds() }) { answer(Self.stopping) }
    }

    private static let stopping = Result<AwaitLookupsReply, Status>.failure(
        Status(.unavailable, "the server stops; ask again")
    )

    /// How many are awaited.
    var count: Int { state.withLock { $0.count } }

    /// Takes over which lookups a call awaits now.
    ///
    /// - Parameter call: The state after the call's last record.
    func update(_ call: CallState) {
        let callID = call.start.callID
        let pending = call.isEnded ? [] : call.progress.lookups
        let (added, served, frontEnd) = state.withLock { queue in
            let added = queue.replace(callID: callID, with: pending)
            let frontEnd = call.isWaiting ? nil : queue.removeFrontEnd(of: callID)
            return (added, added.isEmpty ? [] : queue.serve(), frontEnd)
        }
        frontEnd?(.success(AwaitLookupsReply()))
        for lookup in added { watchDeadline(of: lookup) }
        hand(out: served)
    }

    /// Serves a worker now or as soon as there is something for it.
    ///
    /// - Parameter waitMilliseconds: How long it waits, in milliseconds; then it gets nothing.
    func take(_ waiter: Waiter, waitMilliseconds: Int64) {
        let (number, served) = state.withLock { queue in
            let number = queue.add(waiter)
            return (number, queue.serve())
        }
        hand(out: served)
        guard !served.contains(where: { $0.number == number }) else { return }
        guard waitMilliseconds > 0, !isClosed.load(ordering: .sequentiallyConsistent) else {
            return giveUp(number)
        }
        after(waitMilliseconds) { [weak self] in self?.giveUp(number) }
    }

    /// Answers the front end of a call that waits for a system as soon as it does not any more.
    ///
    /// To be called between two records of the call, so that none is missed.
    ///
    /// - Parameter waitMilliseconds: How long it waits, in milliseconds; then it is told that the call still
    ///   does.
    func wait(
        for callID: String,
        waitMilliseconds: Int64,
        _ answer: @escaping FrontEnd
    ) {
        let (number, replaced) = state.withLock { $0.add(answer, of: callID) }
        replaced?(
            .failure(Status(.aborted, "a later request for call \(callID) waits in its place"))
        )
        guard !isClosed.load(ordering: .sequentiallyConsistent) else {
            return giveUp(callID, number, Self.stopping)
        }
        after(waitMilliseconds) { [weak self] in
            self?.giveUp(callID, number, .success(AwaitLookupsReply(waiting: true)))
        }
    }

    private func giveUp(
        _ callID: String,
        _ number: UInt64,
        _ result: Result<AwaitLookupsReply, Status>
    ) {
        let frontEnd = state.withLock { $0.removeFrontEnd(of: callID, number: number) }
        frontEnd?(result)
    }

    private func giveUp(_ number: UInt64) {
        let waiter = state.withLock { $0.remove(waiter: number) }
        waiter?.answer([])
    }

    private func hand(out served: [LookupQueue.Service]) {
        for service in served {
            service.waiter.answer(service.lookups)
            after(leaseMilliseconds) { [weak self] in self?.endLeases(service) }
        }
    }

    /// Gives out again what has not been answered.
    ///
    /// That the time is over is what the timer says: the clock may have been set back meanwhile.
    private func endLeases(_ service: LookupQueue.Service) {
        let now = clock()
        let served = state.withLock { queue in
            for lookup in service.lookups {
                queue.endLease(of: lookup, holder: service.number, at: now)
            }
            return queue.serve()
        }
        hand(out: served)
    }

    /// Tells again that lookups have timed out, since that could not be stored.
    func retry(_ facts: [String], of callID: String) {
        for fact in facts {
            after(Self.retryMilliseconds) { [weak self] in self?.tellTimedOut(callID, fact) }
        }
    }

    private func watchDeadline(of lookup: Lookup) {
        after(max(0, lookup.deadlineMs - clock())) { [weak self] in
            self?.tellTimedOut(lookup.callID, lookup.fact)
        }
    }

    private func tellTimedOut(_ callID: String, _ fact: String) {
        guard state.withLock({ $0.isPending(fact, of: callID) }) else { return }
        timedOut.withLock { $0 }?(callID, fact)
    }

    private func after(_ milliseconds: Int64, _ action: @escaping @Sendable () -> Void) {
        let deadline = MonotonicTime.now.advanced(by: .milliseconds(milliseconds))
        loop.onLoop { loop in loop.schedule(at: deadline, action) }
    }
}

extension EventLoop {
    /// Runs `body` on the loop: at once when the caller is there.
    func onLoop(_ body: @escaping @Sendable (EventLoop) -> Void) {
        guard !isCurrent else { return body(self) }
        execute { body(self) }
    }
}
