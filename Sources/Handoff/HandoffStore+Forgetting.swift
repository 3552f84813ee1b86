internal import LMDB
internal import Messages
internal import RPC

// How all that is stored of one call is erased at once. Its row stays for metrics, and knows no caller any more.
extension HandoffStore {
    /// Where something stands of a call that is not kept under its id.
    struct Traces: Sendable {
        /// Where it was observed: one position, or none.
        var positions: [UInt64] = []
        /// The keys of its rows: one, or none.
        var rowKeys: [[UInt8]] = []
        /// The keys of the patterns that it was marked for: their draft trees hold its customer's words.
        var patternKeys: [[UInt8]] = []
    }

    /// Finds what is stored of a call; looks at all calls for that.
    func traces(of callID: String) throws -> Traces {
        let id = Array(callID.utf8)
        var traces = Traces()
        try environment.forEachPaged(in: tables.observations) { record in
            let observation = try? CallObservation.decode(record.value, limits: .stored)
            if observation?.callID == callID { traces.positions.append(record.sequence) }
        }
        func take(_ key: [UInt8]) {
            if key.dropFirst(HandoffTables.rowTimeBytes).elementsEqual(id) {
                traces.rowKeys.append(key)
            }
        }
        try environment.forEachPaged(in: tables.rows) { record in
            take(record.key.indices.map { record.key[$0] })
        } damaged: { key in
            take(key)
        }
        try environment.forEachPaged(in: tables.patterns) { record in
            let pattern = try? Pattern.decode(record.value, limits: .stored)
            if pattern?.callIDs.contains(callID) == true {
                traces.patternKeys.append(record.key.indices.map { record.key[$0] })
            }
        }
        return traces
    }

    /// Erases what is stored of a call.
    ///
    /// - Returns: Whether there was something.
    func forget(
        _ callID: String,
        _ traces: Traces,
        in transaction: inout WriteTransaction
    ) throws -> Bool {
        let id = Array(callID.utf8)
        var found = try delete(callID, in: &transaction)
        for database in [tables.kept, tables.confirmations] {
            found = try transaction.delete(id.span, in: database) || found
        }
        for position in traces.positions {
            found = try transaction.delete(position, in: tables.observations) || found
        }
        for key in traces.patternKeys {
            found = try transaction.delete(key.span, in: tables.patterns) || found
        }
        for key in traces.rowKeys {
            let stored: CallRow?? = try? transaction.view.message(forKey: key, in: tables.rows)
            if var row = stored ?? nil {
                guard !row.caller.isEmpty else { continue }
                row.caller = []
                try transaction.put(row.encoded().span, forKey: key.span, in: tables.rows)
            } else {
                // It is damaged: what it says of the caller can't be taken out.
                try transaction.delete(key.span, in: tables.rows)
            }
            found = true
        }
        return found
    }
}
