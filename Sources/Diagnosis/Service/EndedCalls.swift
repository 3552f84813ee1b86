internal import Messages
internal import RPC
internal import Synchronization
internal import Transport

/// Lists ended calls, and tells those who wait for the next one.
final class EndedCalls: Sendable {
    /// What somebody waits for.
    struct Waiter: Sendable {
        /// Calls after this position.
        let after: UInt64
        /// At most so many.
        let maximum: Int
        /// Whether nobody waits any more.
        let isAbandoned: @Sendable () -> Bool
        /// Called once.
        let answer: @Sendable (Result<[CallSummary], Status>) -> Void
    }

    private let journal: Journal
    private let loop: EventLoop
    private let isClosed = Atomic<Bool>(false)
    private let waiters = Locked(Waiters())

    private struct Waiters {
        var last: UInt64 = 0
        var waiting: [UInt64: Waiter] = [:]
        /// At how many those are dropped who are gone.
        var sweepsAt = Waiters.leastSweep

        private static let leastSweep = 64

        mutating func add(_ waiter: Waiter) -> UInt64 {
            if waiting.count >= sweepsAt {
                waiting = waiting.filter { !$0.value.isAbandoned() }
                // Twice what is left, so that each one added costs the same on the whole.
                sweepsAt = max(Self.leastSweep, 2 * waiting.count)
            }
            last += 1
            waiting[last] = waiter
            return last
        }
    }

    /// - Parameter loop: Where the timers live, and where those who waited are answered.
    init(journal: Journal, loop: EventLoop) {
        self.journal = journal
        self.loop = loop
    }

    /// How many wait.
    var waitingCount: Int { waiters.withLock { $0.waiting.count } }

    /// Answers now, or with the first call that ends while it waits.
    ///
    /// - Parameter waitMilliseconds: How long to wait; then the list is empty.
    func list(_ waiter: Waiter, waitMilliseconds: Int64) {
        // Entered before looking: a call that ends in between is not missed.
        let number = waiters.withLock { $0.add(waiter) }
        let isLast = waitMilliseconds <= 0 || isClosed.load(ordering: .sequentiallyConsistent)
        guard !answer(number, evenIfEmpty: isLast) else { return }
        let deadline = MonotonicTime.now.advanced(by: .milliseconds(waitMilliseconds))
        loop.onLoop { [weak self] loop in
            loop.schedule(at: deadline) { _ = self?.answer(number, evenIfEmpty: true) }
        }
    }

    /// Some calls have ended.
    func signal() {
        guard waiters.withLock({ !$0.waiting.isEmpty }) else { return }
        loop.onLoop { [weak self] _ in self?.answerAll(evenIfEmpty: false) }
    }

    /// Lets nobody wait any more: who waits gets what there is.
    func close() {
        isClosed.store(true, ordering: .sequentiallyConsistent)
        answerAll(evenIfEmpty: true)
    }

    private func answerAll(evenIfEmpty: Bool) {
        for number in waiters.withLock({ Array($0.waiting.keys) }) {
            _ = answer(number, evenIfEmpty: evenIfEmpty)
        }
    }

    /// Returns whether the waiter has been answered.
    private func answer(_ number: UInt64, evenIfEmpty: Bool) -> Bool {
        guard let waiter = waiters.withLock({ $0.waiting[number] }) else { return true }
        let result = Result { try calls(for: waiter) }.mapError { Status(of: $0) }
        if case .success(let calls) = result, calls.isEmpty, !evenIfEmpty, !waiter.isAbandoned() {
            return false
        }
        guard waiters.withLock({ $0.waiting.removeValue(forKey: number) }) != nil else {
            return true
        }
        waiter.answer(result)
        return true
    }

    private func calls(for waiter: Waiter) throws -> [CallSummary] {
        guard waiter.after < journal.lastEndedSequence else { return [] }
        return try journal.endedCalls(after: waiter.after, maximum: waiter.maximum)
    }
}
