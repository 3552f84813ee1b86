internal import Synchronization

/// Commits the work of many callers together.
///
/// One thread takes whatever has queued, runs it in one transaction, commits, and tells the
/// callers. While it waits for the disk the next batch gathers by itself, so nothing is delayed on
/// purpose, and a lone caller's work is committed at once.
public final class Writer: Sendable {
    /// Whether the last attempt to store something succeeded.
    public enum Health: Equatable, Sendable {
        /// It did, or there was none yet.
        case good
        /// It did not; reads go on, and so do attempts to write.
        case degraded(StorageError)
    }

    private let core: WriterCore
    private let thread: Thread

    /// Starts the writer's thread.
    ///
    /// - Parameters:
    ///   - environment: Where the work is committed. It should have one writer only.
    ///   - queueLimit: How many pieces of work may wait; more are refused.
    ///   - afterCommit: Called on the writer's thread after the completions of each batch, so that
    ///     whoever they queue replies for is woken once per batch.
    ///   - healthChanged: Called on the writer's thread when nothing can be stored any more, and when it can
    ///     again.
    public init(
        environment: Environment,
        queueLimit: Int,
        afterCommit: (@Sendable () -> Void)? = nil,
        healthChanged: (@Sendable (Health) -> Void)? = nil
    ) throws(StorageError) {
        let core = WriterCore(
            environment: environment,
            queueLimit: queueLimit,
            afterCommit: afterCommit,
            healthChanged: healthChanged
        )
        self.core = core
        thread = try Thread { core.run() }
    }

    deinit { close() }

    /// Whether the last attempt to store something succeeded.
    public var health: Health { core.health }

    /// How many transactions were committed, at most one a batch.
    public var commits: Int { core.commits }

    /// Queues work and returns at once.
    ///
    /// - Parameters:
    ///   - work: Runs on the writer's thread, perhaps more than once: when other work in its batch
    ///     throws, the transaction is dropped and the rest run again. So it should touch nothing
    ///     but the transaction. If it throws, none of its changes are stored.
    ///   - completion: Called once on the writer's thread, in the order of submission, when the
    ///     changes are on disk or it is certain that they will not be. It must not wait for
    ///     anything.
    public func submit<Output: Sendable>(
        _ work: @escaping @Sendable (inout WriteTransaction) throws -> Output,
        completion: @escaping @Sendable (Result<Output, any Error>) -> Void
    ) throws(StorageError) {
        try core.enqueue(TypedJob(work: work, completion: completion))
    }

    /// Queues work and waits until its changes are on disk.
    ///
    /// Not for the writer's own thread, where it would wait for ever.
    @available(*, noasync, message: "perform blocks its thread: use submit")
    public func perform<Output: Sendable>(
        _ work: @escaping @Sendable (inout WriteTransaction) throws -> Output
    ) throws -> Output {
        let result = Monitor<Result<Output, any Error>?>(nil)
        try submit(work) { outcome in
            result.withLock { $0 = outcome }
            result.signal()
        }
        return try result.wait { $0 }.get()
    }

    /// Where the last attempt failed, stores something and deletes it, so that ``health`` tells how it is
    /// now and not how it was when something was last stored.
    ///
    /// - Parameter database: Where it is stored for that moment; its keys are bytes.
    @available(*, noasync)
    public func retry(in database: Database) {
        guard case .degraded = health else { return }
        let key = Array("retry".utf8)
        // Whether it fails is what the health tells.
        _ = try? perform { transaction in
            try transaction.put(key.span, forKey: key.span, in: database)
            _ = try transaction.delete(key.span, in: database)
        }
    }

    /// Refuses new work, commits what has queued, and ends the thread.
    public func close() {
        core.stop()
        thread.join()
    }
}
