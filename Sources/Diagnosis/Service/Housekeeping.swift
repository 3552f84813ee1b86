internal import Dispatch
internal import LMDB
internal import Logging
internal import Messages
internal import RPC
internal import Synchronization

/// What is done now and then beside the calls: idle ones are ended, memory and the journal's tail
/// are kept bounded, the checkpoint is moved on, old calls are deleted.
final class Housekeeping: Sendable {
    private let calls: LiveCalls
    private let queue = DispatchQueue(label: "housekeeping")
    private let isStopped = Atomic<Bool>(false)

    /// Calls that one round ends or puts aside, so that it leaves room in the writer's queue.
    private static let callsPerRound = 20_000
    /// Deletions of one round; what is left over is deleted in the next ones.
    private static let deletionsPerRound = 1_000

    init(_ calls: LiveCalls) {
        self.calls = calls
    }

    /// Begins the rounds.
    func start() {
        let pause = DispatchTimeInterval.milliseconds(calls.settings.housekeepingMilliseconds)
        queue.asyncAfter(deadline: .now() + pause) { [weak self] in
            guard let self, !isStopped.load(ordering: .relaxed) else { return }
            round()
            start()
        }
    }

    /// Ends the rounds; waits for the one under way.
    func stop() {
        isStopped.store(true, ordering: .relaxed)
        queue.sync {}
    }

    /// Does one round on the caller's thread.
    func round() {
        calls.journal.retryStoring()
        calls.releases.retryStoring()
        endIdleCalls()
        attempt(endIdleCallsAside)
        bound()
        attempt(moveCheckpoint)
        attempt(deleteOldCalls)
    }

    /// What fails must not keep the rest from being done.
    private func attempt(_ step: () throws -> Void) {
        do {
            try step()
        } catch {
            calls.logger.error("housekeeping failed", metadata: ["why": "\(error)"])
        }
    }

    /// Moves the checkpoint to the first record that a recovery would need.
    ///
    /// A call whose record is just being written holds it, too: see
    /// ``LiveCall/holdCheckpoint(after:)``. The last sequence number is read first, so that calls
    /// which come in meanwhile have greater ones.
    func moveCheckpoint() throws {
        var first = calls.journal.lastSequence + 1
        calls.table.visit { call in
            if let anchor = call.anchor { first = min(first, anchor) }
            return true
        }
        guard try first > calls.journal.checkpoint() else { return }
        try calls.journal.setCheckpoint(first)
    }

    /// Deletes calls that ended longer ago than calls are kept, and their records.
    private func deleteOldCalls() throws {
        guard let kept = calls.settings.keepMilliseconds else { return }
        let now = calls.clock()
        let limit = now - kept
        // A call that goes on for so long must not hold up those that ended meanwhile: put aside, it holds none.
        let checkpoint = try calls.journal.checkpoint()
        if let first = try? calls.journal.record(checkpoint), first.atMs < limit {
            calls.table.visit { call in
                if let anchor = call.anchor, anchor <= checkpoint {
                    calls.perform(.putAside, on: call.id)
                }
                return true
            }
        }
        var deleted = 0
        defer {
            if deleted > 0 {
                calls.logger.info("old calls deleted", metadata: ["calls": "\(deleted)"])
            }
        }
        var rest = Self.deletionsPerRound
        func goesOn() -> Bool {
            rest -= 1
            return rest >= 0 && !isStopped.load(ordering: .relaxed)
        }
        while goesOn() {
            let count = try calls.journal.deleteCalls(endedBefore: limit, now: now)
            guard count > 0 else { break }
            deleted += count
        }
        var next: UInt64? = 0
        while let first = next, goesOn() {
            next = try calls.journal.deleteRecords(from: first, before: limit, now: now)
        }
    }

    private func endIdleCalls() {
        let limit = calls.clock() - calls.settings.idleMilliseconds
        var count = 0
        calls.table.visit { call in
            if let state = call.state, !state.isEnded, state.lastAtMilliseconds <= limit {
                calls.perform(.leaveIdle(notSince: limit), on: call.id)
                count += 1
            }
            return count < Self.callsPerRound
        }
    }

    private func endIdleCallsAside() throws {
        let limit = calls.clock() - calls.settings.idleMilliseconds
        var idle: [String] = []
        try calls.journal.forEachAside { id, summary in
            // One that is in memory again is judged by its state there.
            guard calls.table.find(id) == nil else { return }
            switch summary {
            case .success(let summary):
                guard summary.lastAtMs <= limit, idle.count < Self.callsPerRound else { return }
                idle.append(id)
            case .failure(let error): calls.markDamaged(id, Status(of: error))
            }
        }
        for callID in idle { calls.perform(.leaveIdle(notSince: limit), on: callID) }
    }

    /// Puts calls aside: the longest idle ones when there are too many, and those that hold the
    /// checkpoint too far back.
    private func bound() {
        let last = calls.journal.lastSequence
        let oldest = last - min(last, calls.settings.tailRecords)
        var others: [(lastAt: Int64, id: String)] = []
        var count = 0
        calls.table.visit { call in
            guard let state = call.state, !state.isEnded else { return true }
            if let anchor = call.anchor, anchor < oldest, count < Self.callsPerRound {
                calls.perform(.putAside, on: call.id)
                count += 1
            } else {
                others.append((state.lastAtMilliseconds, call.id))
            }
            return true
        }
        let excess = min(others.count - calls.settings.liveCalls, Self.callsPerRound)
        guard excess > 0 else { return }
        others.sort { $0.lastAt < $1.lastAt }
        for other in others.prefix(excess) { calls.perform(.putAside, on: other.id) }
    }
}
