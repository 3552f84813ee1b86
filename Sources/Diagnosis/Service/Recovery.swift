internal import LMDB
internal import Logging
internal import Messages
internal import RPC

/// Folds the live calls again from the journal's tail, before anything is served.
struct Recovery {
    private let journal: Journal
    private let logger: Logger
    private var calls: [String: Found] = [:]
    private var damaged: [String: Status] = [:]
    private var damagedRecords = 0

    /// A class, since states are large and change in place while the dictionary grows.
    private final class Found {
        var state: CallState
        /// The first of its records in the tail.
        let anchor: UInt64

        init(state: CallState, anchor: UInt64) {
            self.state = state
            self.anchor = anchor
        }
    }

    private init(_ journal: Journal, _ logger: Logger) {
        self.journal = journal
        self.logger = logger
    }

    /// Brings the calls in memory to where they were when the process before ended.
    ///
    /// - Returns: How many records of the tail were damaged.
    static func run(_ live: LiveCalls, now: () -> Int64) throws -> Int {
        let started = now()
        var recovery = Recovery(live.journal, live.logger)
        let checkpoint = try live.journal.checkpoint()
        try recovery.readTail(from: checkpoint, now: now)
        if recovery.damagedRecords > 0 { recovery.markEnded() }
        for (callID, status) in recovery.damaged { live.markDamaged(callID, status) }
        for found in recovery.calls.values {
            live.table.insert(LiveCall(state: found.state, anchor: found.anchor))
        }
        // After all calls are in: a deadline may have passed, and is seen to at once.
        for found in recovery.calls.values { live.lookups.update(found.state) }
        live.logger.notice(
            "calls recovered",
            metadata: [
                "live": "\(recovery.calls.count)", "from": "\(checkpoint)",
                "to": "\(live.journal.lastSequence)", "milliseconds": "\(now() - started)",
            ]
        )
        return recovery.damagedRecords
    }

    private mutating func readTail(from checkpoint: UInt64, now: () -> Int64) throws {
        var lastLogged = now()
        var count = 0
        try journal.forEachRecord(from: checkpoint) { sequence, record, view in
            count += 1
            if count.isMultiple(of: 10_000), now() - lastLogged >= 1_000 {
                lastLogged = now()
                log(sequence)
            }
            switch record {
            case .success(let record): take(record, sequence, view)
            case .failure(let error):
                // Whose it is cannot be told; the call's next record will name it.
                damagedRecords += 1
                logger.error(
                    "a record of the journal is damaged",
                    metadata: ["record": "\(sequence)", "why": "\(error)"]
                )
            }
        }
    }

    /// Takes out the calls that have ended with a record that is damaged: they would live again.
    private mutating func markEnded() {
        for callID in calls.keys {
            do {
                guard try journal.index(of: callID)?.ended == true else { continue }
                throw JournalDamage(
                    description: "the last record of call \(callID), which has ended, in database "
                        + "\"journal\" is damaged: restore the store from a backup"
                )
            } catch {
                giveUp(callID, Status(of: error))
            }
        }
    }

    private mutating func giveUp(_ callID: String, _ status: Status) {
        calls[callID] = nil
        damaged[callID] = status
        logger.error(
            "a call cannot be read",
            metadata: ["call": "\(callID)", "why": "\(status)"]
        )
    }

    private func log(_ sequence: UInt64) {
        logger.notice(
            "recovering calls",
            metadata: ["record": "\(sequence)", "of": "\(journal.lastSequence)"]
        )
    }

    private mutating func take(
        _ record: JournalRecord,
        _ sequence: UInt64,
        _ view: TransactionView
    ) {
        let callID = record.callID
        guard damaged[callID] == nil else { return }
        do {
            try fold(record, sequence, view)
        } catch {
            giveUp(callID, Status(of: error))
        }
        if calls[callID]?.state.isEnded == true { calls[callID] = nil }
    }

    private mutating func fold(
        _ record: JournalRecord,
        _ sequence: UInt64,
        _ view: TransactionView
    ) throws {
        let callID = record.callID
        if let found = calls[callID] {
            guard record.previous == found.state.lastSequence else {
                throw JournalDamage(
                    description: "record \(record.previous) of call \(callID) in database "
                        + "\"journal\" is damaged or missing: restore the store from a backup"
                )
            }
            found.state.apply(record, sequence: sequence)
            return
        }
        if let state = CallState(first: record, sequence: sequence) {
            calls[callID] = Found(state: state, anchor: sequence)
            return
        }
        // A call that began before the checkpoint was put aside and came back.
        let records = try Journal.records(of: callID, upTo: sequence, in: view, journal.tables)
        calls[callID] = Found(state: try CallState(records: records), anchor: sequence)
    }
}
