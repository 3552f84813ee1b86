internal import LMDB
internal import Messages
internal import RPC

// How handoffs and observed calls are deleted. The rows of metrics stay: they name no customer and quote none.
extension HandoffStore {
    /// Handoffs, or observed calls, deleted in one transaction: a few milliseconds, so that no engineer waits for long.
    private static let deletedAtOnce = 32
    /// Rows looked at in one transaction.
    private static let rowsAtOnce = 1_024

    /// Whether a call ended so long ago that no more than its row is kept.
    func isPastKeeping(_ call: CallSummary?, nowMilliseconds: Int64) -> Bool {
        guard let keepMilliseconds, let call, call.phase == .ended else { return false }
        return call.lastAtMs < nowMilliseconds - keepMilliseconds
    }

    /// Calls with a handoff that ended before a time, in the order of their ends.
    ///
    /// - Parameter key: Of the row after which to look; empty for all.
    /// - Returns: The calls, and the key of the last row that was looked at; nil where none was.
    func handoffs(
        ofCallsAfter key: [UInt8],
        endedBefore limit: Int64
    ) throws -> (callIDs: [String], last: [UInt8]?) {
        let end = HandoffTables.rowKey(endedAtMilliseconds: limit, "")
        return try environment.withRead { transaction in
            let view = transaction.view
            var callIDs: [String] = []
            var last: [UInt8]?
            var count = 0
            // All is in the key, so a row that is damaged will do.
            func take(_ key: [UInt8]) throws -> Bool {
                guard key.lexicographicallyPrecedes(end) else { return false }
                last = key
                count += 1
                let id = Array(key.dropFirst(HandoffTables.rowTimeBytes))
                if try view.contains(id.span, in: tables.calls) {
                    callIDs.append(String(decoding: id, as: UTF8.self))
                }
                return callIDs.count < Self.deletedAtOnce && count < Self.rowsAtOnce
            }
            // No key stands between one and the same with a zero behind it.
            try view.forEach(in: tables.rows, from: .bytes(key + [0])) { record in
                try take(record.key.indices.map { record.key[$0] })
            } damaged: { key, _ in
                try take(key)
            }
            return (callIDs, last)
        }
    }

    /// Deletes a handoff with all that was said of it.
    ///
    /// - Returns: Whether there was one.
    @discardableResult
    func delete(_ callID: String, in transaction: inout WriteTransaction) throws -> Bool {
        guard let number = try tables.number(of: callID, in: transaction.view) else {
            return false
        }
        for database in [tables.records, tables.summaries, tables.claims] {
            try transaction.delete(number, in: database)
        }
        for database in [tables.ratings, tables.outcomes] {
            for key in try keys(in: database, of: number, transaction.view) {
                try transaction.delete(key.span, in: database)
            }
        }
        return try transaction.delete(Array(callID.utf8).span, in: tables.calls)
    }

    /// Deletes some observed calls that ended before a time, the oldest first; returns how many there were.
    func deleteObservations(
        before limit: Int64,
        in transaction: inout WriteTransaction
    ) throws -> Int {
        let positions = try transaction.view.numbers(
            in: tables.observations,
            before: limit,
            maximum: Self.deletedAtOnce
        ) { record in
            let observation = try? CallObservation.decode(record.value, limits: .stored)
            // Those stored by an earlier version don't tell their ends; calls are short.
            return observation.map { $0.endedAtMs > 0 ? $0.endedAtMs : $0.startedAtMs }
        }
        for position in positions { try transaction.delete(position, in: tables.observations) }
        return positions.count
    }

    /// The keys of the ratings or outcomes of a handoff, damaged ones among them.
    private func keys(
        in database: Database,
        of number: UInt64,
        _ view: TransactionView
    ) throws -> [[UInt8]] {
        let prefix = HandoffTables.bytes(number)
        var keys: [[UInt8]] = []
        func take(_ key: [UInt8]) -> Bool {
            guard key.starts(with: prefix) else { return false }
            keys.append(key)
            return true
        }
        try view.forEach(in: database, from: .bytes(prefix)) { record in
            take(record.key.indices.map { record.key[$0] })
        } damaged: { key, _ in
            take(key)
        }
        return keys
    }
}
