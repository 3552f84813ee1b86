internal import LMDB
internal import Messages
internal import RPC
internal import Transport

// How one call is erased at once, with its records, whatever of them is damaged.
extension Journal {
    /// Where something stands of a call, beside what is kept under its id.
    struct Traces: Sendable {
        /// Its records.
        var sequences: Set<UInt64> = []
        /// Its places in the order of ended calls: one, or none.
        var positions: Set<UInt64> = []
    }

    /// The call's last word is still to come.
    static func goesOn(_ callID: String) -> Status {
        Status(
            .failedPrecondition,
            "call_id: call \(callID) goes on: end it first, with a hang-up, then forget it"
        )
    }

    /// Finds all that is stored of a call; takes long where something of it is damaged.
    ///
    /// - Parameter isDamaged: Whether a call is sought that no index tells of.
    func traces(of callID: String, isDamaged: Bool) throws -> Traces {
        let id = Array(callID.utf8)
        if let stored = try? stored(callID), let position = stored.index.summary?.endedSequence,
            position > 0
        {
            return Traces(sequences: Set(stored.records.map(\.sequence)), positions: [position])
        }
        let isKnown = try environment.withRead { try $0.contains(id.span, in: tables.calls) }
        guard isKnown || isDamaged else { return Traces() }
        var traces = Traces()
        if let last = (try? index(of: callID))?.lastSequence { traces.sequences.insert(last) }
        try environment.forEachPaged(in: tables.journal) { found in
            guard let record = try? Self.head(found.value), record.callID == callID else { return }
            traces.sequences.insert(found.sequence)
            // That one may be damaged: whose it is, nothing else tells.
            if record.previous > 0 { traces.sequences.insert(record.previous) }
        }
        try environment.forEachPaged(in: tables.ended) { record in
            if record.value.indices.map({ record.value[$0] }) == id {
                traces.positions.insert(record.sequence)
            }
        }
        return traces
    }

    /// Erases a call that has ended; `done` is told whether there was one.
    ///
    /// - Parameters:
    ///   - traces: Where something stands of it.
    ///   - isDamaged: Whether it can't be read, so that it will never end.
    func forget(
        _ callID: String,
        _ traces: Traces,
        isDamaged: Bool,
        on loop: EventLoop,
        _ done: @escaping @Sendable (Result<Bool, any Error>) -> Void
    ) throws(StorageError) {
        let id = Array(callID.utf8)
        try submit(
            on: loop,
            { [self] transaction in
                let isKnown = try check(callID, traces, isDamaged, in: transaction.view)
                for sequence in traces.sequences {
                    try transaction.delete(sequence, in: tables.journal)
                }
                for position in traces.positions {
                    try deleteEnded(position, in: &transaction)
                }
                try transaction.delete(id.span, in: tables.aside)
                try deleteIndex(of: id, in: &transaction)
                return isKnown || !traces.sequences.isEmpty
            },
            done
        )
    }

    /// Whether there is an index of the call; refuses one that goes on.
    private func check(
        _ callID: String,
        _ traces: Traces,
        _ isDamaged: Bool,
        in view: TransactionView
    ) throws -> Bool {
        let id = Array(callID.utf8)
        guard try isDamaged || !view.contains(id.span, in: tables.aside) else {
            throw Self.goesOn(callID)
        }
        let last = (try? callIndex(of: id.span, in: view))?.lastSequence
        guard last.map({ traces.sequences.contains($0) }) ?? true else {
            throw Status(.aborted, "call_id: call \(callID) has just ended: try again")
        }
        return try view.contains(id.span, in: tables.calls)
    }
}
