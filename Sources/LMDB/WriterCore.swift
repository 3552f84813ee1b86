/// The queue and the loop of a ``Writer``, shared by its thread and its owner.
final class WriterCore: Sendable {
    private struct State {
        var queue: [Job] = []
        var isStopping = false
        var health = Writer.Health.good
        var commits = 0
    }

    /// How often slots of readers that died are freed: only writing suffers from them, since they
    /// keep old pages from being used again.
    private static let readerCheckInterval = Duration.seconds(60)

    private let environment: Environment
    private let queueLimit: Int
    private let afterCommit: (@Sendable () -> Void)?
    private let healthChanged: (@Sendable (Writer.Health) -> Void)?
    private let state = Monitor(State())

    init(
        environment: Environment,
        queueLimit: Int,
        afterCommit: (@Sendable () -> Void)?,
        healthChanged: (@Sendable (Writer.Health) -> Void)?
    ) {
        self.environment = environment
        self.queueLimit = queueLimit
        self.afterCommit = afterCommit
        self.healthChanged = healthChanged
    }

    var health: Writer.Health { state.withLock { $0.health } }

    var commits: Int { state.withLock { $0.commits } }

    func enqueue(_ job: Job) throws(StorageError) {
        let wasEmpty = try state.withLock { state throws(StorageError) in
            guard !state.isStopping else { throw .closed }
            guard state.queue.count < queueLimit else { throw .queueFull(limit: queueLimit) }
            state.queue.append(job)
            return state.queue.count == 1
        }
        // With work in the queue already, the thread is awake or was told.
        if wasEmpty { state.signal() }
    }

    func stop() {
        state.withLock { $0.isStopping = true }
        state.signal()
    }

    /// Commits batch after batch until there is nothing left after ``stop()``.
    func run() {
        var batch: [Job] = []
        var nextReaderCheck = ContinuousClock.now + Self.readerCheckInterval
        while true {
            // Swapped rather than copied: both arrays keep their room.
            state.wait { state -> Void? in
                guard !state.queue.isEmpty || state.isStopping else { return nil }
                swap(&batch, &state.queue)
                return ()
            }
            if batch.isEmpty { return }
            let wasGood = health == .good
            var commitError: StorageError?
            do throws(StorageError) {
                try commit(batch)
            } catch {
                commitError = error
            }
            let health = self.health
            if (health == .good) != wasGood { healthChanged?(health) }
            for job in batch { job.complete(commitError) }
            batch.removeAll(keepingCapacity: true)
            afterCommit?()
            if ContinuousClock.now >= nextReaderCheck {
                // What fails here is met again by the next commit, which tells its callers.
                _ = try? environment.checkStaleReaders()
                nextReaderCheck = ContinuousClock.now + Self.readerCheckInterval
            }
        }
    }

    /// Commits all work of the batch that does not throw, in one transaction.
    private func commit(_ batch: [Job]) throws(StorageError) {
        var hasChanges = false
        do throws(StorageError) {
            hasChanges = try attempt(batch)
        } catch {
            state.withLock { $0.health = .degraded(error) }
            throw error
        }
        // Work that failed because nothing can be stored counts, whatever else was committed.
        var failure: StorageError?
        for job in batch {
            if let error = job.failure as? StorageError, error.stopsWriting { failure = error }
        }
        state.withLock { state in
            if hasChanges {
                state.commits += 1
                state.health = .good
            }
            if let failure { state.health = .degraded(failure) }
        }
    }

    /// Runs the batch until no work that changed something throws.
    ///
    /// Each round drops one piece, so it ends.
    ///
    /// - Returns: Whether the commit had anything to store.
    private func attempt(_ batch: [Job]) throws(StorageError) -> Bool {
        let environment = environment
        while true {
            var transaction = try WriteTransaction(environment)
            guard runAll(batch, in: &transaction) else { continue }
            let hasChanges = transaction.hasChanges
            try transaction.commit()
            return hasChanges
        }
    }

    /// Runs what has not failed so far.
    ///
    /// - Returns: False where the transaction holds changes of failed work or cannot be committed.
    private func runAll(_ batch: [Job], in transaction: inout WriteTransaction) -> Bool {
        var hasChanges = false
        for job in batch where job.failure == nil {
            transaction.hasChanges = false
            do {
                try job.run(in: &transaction)
            } catch {
                job.failure = error
            }
            if transaction.isBroken {
                job.failure = job.failure ?? StorageError.lmdb(.badTransaction)
                return false
            }
            if job.failure != nil, transaction.hasChanges { return false }
            hasChanges = hasChanges || transaction.hasChanges
        }
        transaction.hasChanges = hasChanges
        return true
    }
}
