internal import LMDB
internal import Messages
internal import RPC
internal import Synchronization

/// Handoffs, and what engineers say of them, on disk.
///
/// What is asked of a handoff that is not there throws a `Status` that says so.
final class HandoffStore: Sendable {
    let environment: Environment
    let tables: HandoffTables
    let callerKey: CallerKey
    /// How long after its end a call's handoff is kept, in milliseconds; nil for ever.
    let keepMilliseconds: Int64?
    private let writer: Writer
    private let lastNumber: Atomic<UInt64>

    /// Opens the environment in a folder, which is made where it is missing.
    ///
    /// - Parameters:
    ///   - callerKeyFile: Where the key of callers is kept instead of beside the folder.
    ///   - keepDays: How long after its end a call's handoff is kept; nil for ever.
    ///   - healthChanged: Called when nothing can be stored any more, and when it can again.
    init(
        folder: String,
        callerKeyFile: String? = nil,
        keepDays: Int? = nil,
        healthChanged: (@Sendable (Writer.Health) -> Void)? = nil
    ) throws {
        keepMilliseconds = keepDays.map { Int64($0) * 86_400_000 }
        environment = try Environment(
            path: folder,
            mapSizeBytes: Limits.mapBytes,
            maximumReaders: Limits.readers,
            databases: HandoffTables.definitions
        )
        tables = try HandoffTables(environment)
        // After the environment: two processes must not make two keys.
        callerKey = try CallerKey(
            file: callerKeyFile ?? folder + ".caller-key",
            makes: callerKeyFile == nil
        )
        lastNumber = Atomic(try Self.lastKey(of: tables.summaries, in: environment))
        writer = try Writer(
            environment: environment,
            queueLimit: Limits.writeQueue,
            healthChanged: healthChanged
        )
    }

    /// Whether the last attempt to store something succeeded.
    var health: Writer.Health { writer.health }

    /// Where the last attempt to store something failed, makes another one.
    func retryStoring() { writer.retry(in: tables.followed) }

    /// Commits what has queued, then takes no more.
    func close() {
        writer.close()
    }

    // MARK: Reading

    /// The handoff of a call; nil where there is none.
    func record(of callID: String) throws -> HandoffRecord? {
        try environment.withRead { transaction in
            guard let number = try tables.number(of: callID, in: transaction.view) else {
                return nil
            }
            return try transaction.view.message(forKey: number, in: tables.records)
        }
    }

    /// Everything stored about a handoff; one that is awaited has no record.
    func detail(of callID: String) throws -> HandoffDetail {
        try environment.withRead { try detail(of: callID, in: $0.view) }
    }

    func detail(of callID: String, in view: TransactionView) throws -> HandoffDetail {
        guard let number = try tables.number(of: callID, in: view) else {
            guard try view.contains(Array(callID.utf8).span, in: tables.kept) else {
                throw Self.notFound(callID)
            }
            return HandoffDetail()
        }
        return HandoffDetail(
            record: try view.message(forKey: number, in: tables.records),
            claim: try view.message(forKey: number, in: tables.claims),
            ratings: Rating.marked(try tables.list(tables.ratings, of: number, in: view)),
            outcomes: OutcomeRecord.marked(try tables.list(tables.outcomes, of: number, in: view))
        )
    }

    /// Handoffs in a line, newest first or as they are to be worked on, and the calls whose handoff is awaited.
    func list(_ request: ListHandoffsRequest) throws -> ListHandoffsReply {
        let maximum = Int(request.maximum == 0 ? Limits.defaultListed : request.maximum)
        return try environment.withRead { transaction in
            var cursor = try transaction.cursor(in: tables.summaries)
            if !request.beforeCallID.isEmpty {
                let number = try tables.number(of: request.beforeCallID, in: transaction.view)
                guard let number else { throw Self.notFound(request.beforeCallID) }
                _ = try cursor.seek(number)
            }
            var handoffs: [HandoffSummary] = []
            // One more than is wanted tells that there are more.
            let wanted = request.open ? Int.max : maximum + 1
            var looked = 0
            while handoffs.count < wanted, looked < Limits.searchedHandoffs {
                looked += 1
                let summary: HandoffSummary
                do {
                    guard let found = try cursor.previous() else { break }
                    summary = try HandoffSummary.decode(found.value, limits: .stored)
                } catch StorageError.checksumMismatch {
                    // The cursor stands on it, so the next step leads past it; Get says what is wrong.
                    continue
                }
                if request.includes(summary) { handoffs.append(summary) }
            }
            if request.open { handoffs.sort { $0.place < $1.place } }
            let kept: [KeptRequest] = try tables.page(
                of: tables.kept,
                maximum: Int(Limits.listed),
                in: transaction.view
            )
            return ListHandoffsReply(
                handoffs: Array(handoffs.prefix(maximum)),
                kept: kept.map(\.callID),
                more: handoffs.count > maximum
            )
        }
    }

    /// Requests that wait for `baton-diagnosisd`, in the order of their calls' ids.
    ///
    /// - Parameter callID: Those after it; empty for all.
    func keptRequests(after callID: String = "", maximum: Int) throws -> [KeptRequest] {
        try environment.withRead {
            try tables.page(of: tables.kept, after: callID, maximum: maximum, in: $0.view)
        }
    }

    /// The last position in the order of ended calls whose handoff is stored or kept.
    func followedPosition() throws -> UInt64 {
        try environment.withRead { transaction in
            let followed: FollowedCalls? = try transaction.view.message(
                forKey: HandoffTables.followedKey,
                in: tables.followed
            )
            return followed?.endedSequence ?? 0
        }
    }

    // MARK: Writing

    /// Queues work; `completion` is called on the writer's thread once it is on disk or certain not
    /// to be.
    func submit<Output: Sendable>(
        _ work: @escaping @Sendable (HandoffStore, inout WriteTransaction) throws -> Output,
        completion: @escaping @Sendable (Result<Output, any Error>) -> Void
    ) {
        do throws(StorageError) {
            try writer.submit({ [self] in try work(self, &$0) }, completion: completion)
        } catch {
            completion(.failure(error))
        }
    }

    /// Does work and waits until it is on disk.
    @available(*, noasync)
    func perform<Output: Sendable>(
        _ work: @escaping @Sendable (HandoffStore, inout WriteTransaction) throws -> Output
    ) throws -> Output {
        try writer.perform { [self] in try work(self, &$0) }
    }

    /// The next handoff's number.
    ///
    /// Numbers only grow; a transaction that fails leaves a gap, which harms nobody.
    func takeNumber() -> UInt64 { lastNumber.add(1, ordering: .relaxed).newValue }

    static func notFound(_ callID: String) -> Status {
        Status(.notFound, "there is no handoff of call \(callID): ask for it with Assemble")
    }

    /// The greatest number, even of a record that is damaged.
    private static func lastKey(of database: Database, in environment: Environment) throws -> UInt64
    {
        do {
            return try environment.withRead { transaction in
                var cursor = try transaction.cursor(in: database)
                return try cursor.last()?.sequence ?? 0
            }
        } catch StorageError.checksumMismatch(_, let key) {
            // Keys of numbers are in the machine's order, which is least byte first.
            return HandoffTables.number(Array(key.reversed()).span)
        }
    }
}

extension ListHandoffsRequest {
    /// Whether a handoff is one of those that are asked for.
    fileprivate func includes(_ summary: HandoffSummary) -> Bool {
        let isOpen = [.unspecified, .reopened].contains(summary.resolution)
        return (queue.isEmpty || summary.queue == queue)
            && (isOpen || !open && !unclaimed)
            && (!unclaimed || summary.engineer.isEmpty)
            && (!mine || summary.engineer == engineer)
    }
}

extension HandoffSummary {
    /// What comes before in the list of what is to be worked on.
    fileprivate var place: (UInt32, Int64, String) {
        (priority == 0 ? .max : priority, assembledAtMs, callID)
    }
}
