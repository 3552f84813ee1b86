internal import Dispatch
internal import LMDB
internal import Logging
internal import RPC
internal import Synchronization
internal import Transport

/// Deletes, now and then, handoffs and observed calls of calls that ended longer ago than they are kept.
final class Retention: Sendable {
    private let store: HandoffStore
    private let keepMilliseconds: Int64
    private let clock: @Sendable () -> Int64
    private let logger: Logger
    private let queue = DispatchQueue(label: "retention")
    private let isStopped = Atomic<Bool>(false)
    /// After which row to look: nothing is made any more of calls before it, nor is it known of time 0 when it was.
    private let last = Locked(HandoffTables.rowKey(endedAtMilliseconds: 1, ""))

    private static let pause = DispatchTimeInterval.seconds(30)

    /// A deleter for a store that keeps calls for some days only; nil for another.
    init?(_ store: HandoffStore, clock: @escaping @Sendable () -> Int64, logger: Logger) {
        guard let keepMilliseconds = store.keepMilliseconds else { return nil }
        self.store = store
        self.keepMilliseconds = keepMilliseconds
        self.clock = clock
        self.logger = logger
    }

    /// Begins the rounds.
    func start() {
        queue.async { [weak self] in
            guard let self, !isStopped.load(ordering: .relaxed) else { return }
            round()
            queue.asyncAfter(deadline: .now() + Self.pause) { [weak self] in self?.start() }
        }
    }

    /// Ends the rounds; waits for the one under way.
    func stop() {
        isStopped.store(true, ordering: .relaxed)
        queue.sync {}
    }

    /// Does one round on the caller's thread.
    func round() {
        do {
            let limit = clock() - keepMilliseconds
            let count = try deleteHandoffs(endedBefore: limit)
            if count > 0 {
                logger.info("old handoffs deleted", metadata: ["handoffs": "\(count)"])
            }
            while !isStopped.load(ordering: .relaxed),
                try store.perform({ store, transaction in
                    try store.deleteObservations(before: limit, in: &transaction)
                }) > 0
            {}
        } catch {
            // What is left is deleted in the next round.
            logger.error("old handoffs were not deleted", metadata: ["why": "\(error)"])
        }
    }

    private func deleteHandoffs(endedBefore limit: Int64) throws -> Int {
        var count = 0
        while !isStopped.load(ordering: .relaxed) {
            let key = last.withLock { $0 }
            let found = try store.handoffs(ofCallsAfter: key, endedBefore: limit)
            guard let reached = found.last else { break }
            if !found.callIDs.isEmpty {
                let damaged = try store.perform { store, transaction in
                    var damaged: [String] = []
                    for callID in found.callIDs {
                        do {
                            try store.delete(callID, in: &transaction)
                        } catch StorageError.checksumMismatch {
                            damaged.append(callID)
                        }
                    }
                    return damaged
                }
                count += found.callIDs.count - damaged.count
                for callID in damaged {
                    logger.error(
                        "the number of an old handoff is damaged, so it stays: restore the store from a backup",
                        metadata: ["call": "\(callID)"]
                    )
                }
            }
            last.withLock { $0 = reached }
        }
        return count
    }
}
