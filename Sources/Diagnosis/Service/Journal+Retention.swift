internal import LMDB
internal import Messages

// How ended calls are deleted. First the call goes, from its index and from the order of ended calls, in one
// transaction: then it is not there any more. Its records follow, in the order of the journal, since those that
// belong to no call need nobody. So a crash leaves nothing behind, and a record that is damaged holds up none.
extension Journal {
    /// Calls, or records, deleted in one transaction: a few milliseconds, so that no turn waits for long.
    private static let deletedAtOnce = 256

    /// Fields of a record that tell neither whose it is nor when it was made.
    private static let contentFields: Set<UInt32> = [6, 8, 9, 10, 11, 12]

    /// Deletes some calls that ended before a time, the oldest first.
    ///
    /// Those stay whose records a recovery may read.
    ///
    /// - Parameter now: A call that ended later can't have: it goes with the one that ended after it.
    /// - Returns: How many there were; 0 when none is left.
    func deleteCalls(endedBefore limit: Int64, now: Int64) throws -> Int {
        try perform { [self] transaction in
            let positions = try oldCalls(endedBefore: limit, now: now, in: transaction.view)
            for position in positions {
                if let id = endedCall(at: position, in: transaction.view) {
                    try deleteIndex(of: id, in: &transaction)
                }
                try deleteEnded(position, in: &transaction)
            }
            return positions.count
        }
    }

    /// Deletes some records from before a time, from a sequence number on, whose calls were deleted.
    ///
    /// - Returns: The sequence number to go on with; nil when there is nothing left to look at.
    func deleteRecords(
        from first: UInt64,
        before limit: Int64,
        now: Int64
    ) throws -> UInt64? {
        try perform { [self] transaction in
            let sequences = try oldRecords(
                from: first,
                before: limit,
                now: now,
                in: transaction.view
            )
            for sequence in sequences {
                switch try owner(of: sequence, in: transaction.view) {
                case .known: continue
                case .none: break
                case .deleted(let id): try deleteIndex(of: id, in: &transaction)
                }
                try transaction.delete(sequence, in: tables.journal)
            }
            guard sequences.count == Self.deletedAtOnce, let last = sequences.last else {
                return nil
            }
            return last + 1
        }
    }

    func deleteIndex(of id: [UInt8], in transaction: inout WriteTransaction) throws {
        try transaction.delete(id.span, in: tables.calls)
        try transaction.delete(id.span, in: tables.confirmed)
    }

    // MARK: What is to be deleted

    private func oldCalls(
        endedBefore limit: Int64,
        now: Int64,
        in view: TransactionView
    ) throws -> [UInt64] {
        let checkpoint = try Self.number(Self.checkpointKey, in: view, tables)
        return try view.numbers(
            in: tables.ended,
            before: limit,
            maximum: Self.deletedAtOnce
        ) { record in
            let index = try? callIndex(of: record.value, in: view)
            guard let index, let summary = index.summary else { return nil }
            guard index.lastSequence < checkpoint else { return .max }
            return summary.lastAtMs <= now ? summary.lastAtMs : nil
        }
    }

    private func oldRecords(
        from first: UInt64,
        before limit: Int64,
        now: Int64,
        in view: TransactionView
    ) throws -> [UInt64] {
        let checkpoint = try Self.number(Self.checkpointKey, in: view, tables)
        return try view.numbers(
            in: tables.journal,
            from: first,
            before: limit,
            maximum: Self.deletedAtOnce
        ) { record in
            guard record.sequence < checkpoint else { return .max }
            let at = try? Self.head(record.value).atMs
            return at.flatMap { $0 <= now ? $0 : nil }
        }
    }

    /// The id of the call at a position; nil where it is damaged.
    private func endedCall(at position: UInt64, in view: TransactionView) -> [UInt8]? {
        guard let id = try? view.value(forKey: position, in: tables.ended) else { return nil }
        return id.indices.map { id[$0] }
    }

    /// Whose a record from before the checkpoint is.
    private enum Owner {
        /// A call that was put aside or has ended.
        case known
        /// No call, or one that can't be told.
        case none
        /// A call that was deleted but for its index: what led to that was damaged.
        case deleted([UInt8])
    }

    private func owner(of sequence: UInt64, in view: TransactionView) throws -> Owner {
        guard let bytes = try? view.value(forKey: sequence, in: tables.journal) else {
            return .none
        }
        guard let record = try? Self.head(bytes) else { return .none }
        let id = Array(record.callID.utf8)
        if try view.contains(id.span, in: tables.aside) { return .known }
        guard try view.contains(id.span, in: tables.calls) else { return .none }
        let index = try? callIndex(of: id.span, in: view)
        guard let position = index?.summary?.endedSequence else { return .known }
        return try view.contains(position, in: tables.ended) ? .known : .deleted(id)
    }

    /// A record without its content.
    static func head(_ bytes: Span<UInt8>) throws -> JournalRecord {
        try JournalRecord.decode(bytes, omitting: contentFields, limits: .stored)
    }
}
