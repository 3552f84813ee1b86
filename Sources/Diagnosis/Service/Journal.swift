internal import LMDB
internal import Messages
internal import Synchronization
internal import Transport

/// What is stored of calls: the records of all of them in one order, and where those of a call
/// stand that is not in memory.
///
/// A turn is one record appended, and nothing else: what is kept under a call's id is written when
/// the call ends or is put aside.
final class Journal: Sendable {
    /// The databases of the environment.
    struct Tables: Sendable {
        /// Sequence number → `JournalRecord`.
        let journal: Database
        /// Id → `CallIndex` of a call that has ended.
        let calls: Database
        /// Id → `CallIndex` of a call that goes on and whose last record may stand before the
        /// checkpoint.
        let aside: Database
        /// Position in the order of ended calls → id.
        let ended: Database
        /// Id → `ConfirmRequest` of a call whose diagnosis an engineer found right.
        let confirmed: Database
        /// Name → number; see ``checkpointKey``.
        let meta: Database
    }

    /// What an append came to.
    struct Position: Sendable {
        /// Sequence number of the record.
        let sequence: UInt64
        /// Position of the call in the order of ended calls; 0 while it goes on.
        let endedSequence: UInt64
    }

    static let checkpointKey = Array("checkpoint".utf8)
    /// Under it stands the last position in the order of ended calls as of the last deletion: the calls in that
    /// order may be gone, and their positions must not be given again.
    static let endedKey = Array("ended".utf8)

    let environment: Environment
    let tables: Tables
    private let writer: Writer
    private let deliveries: Deliveries
    private let counters: Counters

    /// Numbers given out on the writer's thread.
    ///
    /// They only ever grow. A transaction that fails leaves a gap, which harms nobody; taking them
    /// from the last record instead would stop all writing when just that record is damaged.
    private final class Counters: Sendable {
        let given: Atomic<UInt64>
        let givenEnded: Atomic<UInt64>
        let committed: Atomic<UInt64>
        let committedEnded: Atomic<UInt64>

        init(last: UInt64, lastEnded: UInt64) {
            given = Atomic(last)
            givenEnded = Atomic(lastEnded)
            committed = Atomic(last)
            committedEnded = Atomic(lastEnded)
        }
    }

    /// Opens the environment in a folder, which is made where it is missing.
    ///
    /// - Parameter healthChanged: Called when nothing can be stored any more, and when it can again.
    init(
        folder: String,
        settings: ServiceSettings,
        healthChanged: (@Sendable (Writer.Health) -> Void)? = nil
    ) throws {
        environment = try Environment(
            path: folder,
            mapSizeBytes: settings.callsMapBytes,
            maximumReaders: settings.maximumReaders,
            databases: [
                DatabaseDefinition(name: "journal", keys: .integer),
                DatabaseDefinition(name: "calls", keys: .bytes),
                DatabaseDefinition(name: "aside", keys: .bytes),
                DatabaseDefinition(name: "ended", keys: .integer),
                DatabaseDefinition(name: "confirmed", keys: .bytes),
                DatabaseDefinition(name: "meta", keys: .bytes),
            ]
        )
        tables = Tables(
            journal: try environment.database(named: "journal"),
            calls: try environment.database(named: "calls"),
            aside: try environment.database(named: "aside"),
            ended: try environment.database(named: "ended"),
            confirmed: try environment.database(named: "confirmed"),
            meta: try environment.database(named: "meta")
        )
        // What stood last may have been deleted: no number is given twice.
        let (checkpoint, lastEnded) = try environment.withRead { [tables] transaction in
            (
                try Self.number(Self.checkpointKey, in: transaction.view, tables),
                try Self.number(Self.endedKey, in: transaction.view, tables)
            )
        }
        counters = Counters(
            last: max(
                try Self.lastKey(of: tables.journal, in: environment),
                max(checkpoint, 1) - 1
            ),
            lastEnded: max(try Self.lastKey(of: tables.ended, in: environment), lastEnded)
        )
        let deliveries = Deliveries()
        self.deliveries = deliveries
        writer = try Writer(
            environment: environment,
            queueLimit: settings.writeQueueLimit,
            afterCommit: { deliveries.flush() },
            healthChanged: healthChanged
        )
    }

    /// Whether the last attempt to store something succeeded.
    var health: Writer.Health { writer.health }

    /// Where the last attempt to store something failed, makes another one.
    func retryStoring() { writer.retry(in: tables.meta) }

    /// How many transactions were committed.
    var commits: Int { writer.commits }

    /// Sequence number of the last record that is on disk.
    var lastSequence: UInt64 { counters.committed.load(ordering: .acquiring) }

    /// Position of the call that ended last.
    var lastEndedSequence: UInt64 { counters.committedEnded.load(ordering: .acquiring) }

    /// Appends a record of a call; `done` is called on `loop` once it is on disk or certain not to
    /// be.
    ///
    /// - Parameters:
    ///   - record: The record's bytes.
    ///   - ending: All that is known of the call when this is its last record.
    func append(
        _ record: [UInt8],
        ending: GetCallReply?,
        on loop: EventLoop,
        _ done: @escaping @Sendable (Result<Position, any Error>) -> Void
    ) throws(StorageError) {
        try submit(
            on: loop,
            { [tables, counters] transaction in
                let sequence = counters.given.add(1, ordering: .relaxed).newValue
                try transaction.append(record.span, sequence: sequence, in: tables.journal)
                guard var detail = ending, var summary = detail.summary else {
                    return Position(sequence: sequence, endedSequence: 0)
                }
                let position = counters.givenEnded.add(1, ordering: .relaxed).newValue
                summary.endedSequence = position
                detail.summary = nil
                let id = Array(summary.callID.utf8)
                let index = CallIndex(
                    lastSequence: sequence,
                    summary: summary,
                    ended: true,
                    detail: detail
                ).encoded()
                try transaction.put(index.span, forKey: id.span, in: tables.calls)
                try transaction.append(id.span, sequence: position, in: tables.ended)
                try transaction.delete(id.span, in: tables.aside)
                return Position(sequence: sequence, endedSequence: position)
            },
            committed: { [counters] position in
                counters.committed.store(position.sequence, ordering: .releasing)
                if position.endedSequence > 0 {
                    counters.committedEnded.store(position.endedSequence, ordering: .releasing)
                }
            },
            done
        )
    }

    /// Stores where the last record of a call stands that goes on, so that the checkpoint may pass
    /// it.
    func putAside(
        _ summary: CallSummary,
        lastSequence: UInt64,
        on loop: EventLoop,
        _ done: @escaping @Sendable (Result<Void, any Error>) -> Void
    ) throws(StorageError) {
        let id = Array(summary.callID.utf8)
        let index = CallIndex(lastSequence: lastSequence, summary: summary).encoded()
        try submit(
            on: loop,
            { [tables] transaction in
                try transaction.put(index.span, forKey: id.span, in: tables.aside)
            },
            done
        )
    }

    /// Stores that the diagnosis of a call was found right, or takes that back.
    func confirm(
        _ request: ConfirmRequest,
        on loop: EventLoop,
        _ done: @escaping @Sendable (Result<Void, any Error>) -> Void
    ) throws(StorageError) {
        let id = Array(request.callID.utf8)
        let value = request.encoded()
        try submit(
            on: loop,
            { [tables] transaction in
                if request.withdrawn {
                    try transaction.delete(id.span, in: tables.confirmed)
                } else {
                    try transaction.put(value.span, forKey: id.span, in: tables.confirmed)
                }
            },
            done
        )
    }

    /// Stores from which sequence number on recovery must read.
    ///
    /// The commit is shared with whatever else waits; nobody waits for this.
    func setCheckpoint(_ sequence: UInt64) throws(StorageError) {
        let value = Self.bytes(sequence)
        try writer.submit(
            { [tables] transaction in
                try transaction.put(
                    value.span,
                    forKey: Self.checkpointKey.span,
                    in: tables.meta
                )
            },
            completion: { _ in }
        )
    }

    /// Does work and waits until it is on disk.
    @available(*, noasync)
    func perform<Output: Sendable>(
        _ work: @escaping @Sendable (inout WriteTransaction) throws -> Output
    ) throws -> Output {
        try writer.perform(work)
    }

    /// Deletes a call from the order of ended calls, on the writer's thread, so that its position is not given again.
    func deleteEnded(_ position: UInt64, in transaction: inout WriteTransaction) throws {
        try transaction.delete(position, in: tables.ended)
        let last = Self.bytes(counters.givenEnded.load(ordering: .relaxed))
        let key = Self.endedKey
        try transaction.put(last.span, forKey: key.span, in: tables.meta)
    }

    /// Commits what has queued, then takes no more.
    func close() {
        writer.close()
    }

    func submit<Output: Sendable>(
        on loop: EventLoop,
        _ work: @escaping @Sendable (inout WriteTransaction) throws -> Output,
        committed: @escaping @Sendable (Output) -> Void = { _ in },
        _ done: @escaping @Sendable (Result<Output, any Error>) -> Void
    ) throws(StorageError) {
        try writer.submit(work) { [deliveries] result in
            if case .success(let output) = result { committed(output) }
            deliveries.add(loop) { done(result) }
        }
    }

    /// The greatest key, even of a record that is damaged.
    private static func lastKey(
        of database: Database,
        in environment: Environment
    ) throws -> UInt64 {
        do {
            return try environment.withRead { transaction in
                var cursor = try transaction.cursor(in: database)
                return try cursor.last()?.sequence ?? 0
            }
        } catch StorageError.checksumMismatch(_, let key) {
            return number(inMachineOrder: key)
        }
    }

    /// A key of an integer database as the storage layer names it in errors.
    static func number(inMachineOrder bytes: [UInt8]) -> UInt64 {
        var number: UInt64 = 0
        for byte in bytes.reversed() { number = number << 8 | UInt64(byte) }
        return number
    }

    static func bytes(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}

/// What the writer's thread has for the loops, handed over once a batch: each loop is woken once,
/// and answers while the writer commits the next batch.
private final class Deliveries: Sendable {
    private struct Delivery {
        let loop: EventLoop
        let work: @Sendable () -> Void
    }

    private let waiting = Locked<[Delivery]>([])

    func add(_ loop: EventLoop, _ work: @escaping @Sendable () -> Void) {
        waiting.withLock { $0.append(Delivery(loop: loop, work: work)) }
    }

    func flush() {
        var batch: [Delivery] = []
        waiting.withLock { swap(&batch, &$0) }
        while let loop = batch.first?.loop {
            let works = batch.filter { $0.loop === loop }.map(\.work)
            batch.removeAll { $0.loop === loop }
            loop.execute {
                for work in works { work() }
            }
        }
    }
}
