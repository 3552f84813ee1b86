internal import LMDB
internal import Messages

/// Stored data that does not fit together, though each record's checksum is right.
struct JournalDamage: Error, CustomStringConvertible {
    let description: String
}

/// A record and where it stands.
struct StoredRecord: Sendable {
    let sequence: UInt64
    let record: JournalRecord
}

extension Journal {
    /// From which sequence number on recovery must read.
    func checkpoint() throws -> UInt64 {
        try environment.withRead { try Self.number(Self.checkpointKey, in: $0.view, tables) }
    }

    /// A number by its name; 0 where there is none.
    static func number(
        _ name: [UInt8],
        in view: TransactionView,
        _ tables: Tables
    ) throws -> UInt64 {
        guard let value = try view.value(forKey: name.span, in: tables.meta) else { return 0 }
        return number(inMachineOrder: value.indices.map { value[$0] })
    }

    /// The record under a sequence number.
    func record(_ sequence: UInt64) throws -> JournalRecord {
        try environment.withRead { transaction in
            try Self.record(sequence, in: transaction.view, tables)
        }
    }

    /// All records of a call, first to last.
    func records(of callID: String, upTo last: UInt64) throws -> [StoredRecord] {
        try environment.withRead { transaction in
            try Self.records(of: callID, upTo: last, in: transaction.view, tables)
        }
    }

    /// - Parameter omitting: Fields of the records that nobody needs.
    static func records(
        of callID: String,
        upTo last: UInt64,
        in view: TransactionView,
        _ tables: Tables,
        omitting: Set<UInt32> = []
    ) throws -> [StoredRecord] {
        var records: [StoredRecord] = []
        var sequence = last
        while sequence != 0 {
            let record = try record(sequence, in: view, tables, omitting: omitting)
            guard record.callID == callID else {
                throw JournalDamage(
                    description: "record \(sequence) of database \"journal\" is of call "
                        + "\(record.callID), expected \(callID): restore the store from a backup"
                )
            }
            guard record.previous < sequence else {
                throw JournalDamage(
                    description: "record \(sequence) of database \"journal\" says that record "
                        + "\(record.previous) came before it: restore the store from a backup"
                )
            }
            records.append(StoredRecord(sequence: sequence, record: record))
            sequence = record.previous
        }
        records.reverse()
        return records
    }

    private static func record(
        _ sequence: UInt64,
        in view: TransactionView,
        _ tables: Tables,
        omitting: Set<UInt32> = []
    ) throws -> JournalRecord {
        guard let bytes = try view.value(forKey: sequence, in: tables.journal) else {
            throw JournalDamage(
                description: "record \(sequence) of database \"journal\" is missing: "
                    + "restore the store from a backup"
            )
        }
        guard !omitting.isEmpty else { return try JournalRecord.decode(bytes, limits: .stored) }
        return try JournalRecord.decode(bytes, omitting: omitting, limits: .stored)
    }

    /// Where the records of a call stand that has ended or was put aside; nil for one that is not
    /// known, or was never put aside.
    func index(of callID: String) throws -> CallIndex? {
        try stored(callID, withRecords: false)?.index
    }

    /// The same with its records, if they are wanted: all is read at once, since it may be deleted meanwhile.
    func stored(
        _ callID: String,
        withRecords: Bool = true
    ) throws -> (index: CallIndex, records: [StoredRecord])? {
        let id = Array(callID.utf8)
        return try environment.withRead { transaction in
            let view = transaction.view
            for table in [tables.calls, tables.aside] {
                guard let bytes = try view.value(forKey: id.span, in: table) else { continue }
                let index = try CallIndex.decode(bytes, limits: .stored)
                guard withRecords else { return (index, []) }
                let last = index.lastSequence
                return (index, try Self.records(of: callID, upTo: last, in: view, tables))
            }
            return nil
        }
    }

    /// Calls that ended after a position, in order.
    ///
    /// One whose summary is damaged is listed by its id alone, and one whose id is damaged by its position
    /// alone, so that those after it can still be listed: `GetCall` says what is wrong with it.
    func endedCalls(after position: UInt64, maximum: Int) throws -> [CallSummary] {
        guard position < .max else { return [] }
        return try environment.withRead { transaction in
            var calls: [CallSummary] = []
            try transaction.view.forEach(
                in: tables.ended,
                from: .number(position + 1)
            ) { record in
                let sequence = record.sequence
                let id = String(
                    decoding: record.value.indices.map { record.value[$0] },
                    as: UTF8.self
                )
                let index = try? callIndex(of: record.value, in: transaction.view)
                calls.append(
                    index?.summary
                        ?? CallSummary(callID: id, phase: .ended, endedSequence: sequence)
                )
                return calls.count < maximum
            } damaged: { key, _ in
                let sequence = Self.number(inMachineOrder: key)
                calls.append(CallSummary(phase: .ended, endedSequence: sequence))
                return calls.count < maximum
            }
            return calls
        }
    }

    /// Where the records of an ended call stand, without what only a handoff needs.
    func callIndex(of id: Span<UInt8>, in view: TransactionView) throws -> CallIndex? {
        guard let bytes = try view.value(forKey: id, in: tables.calls) else { return nil }
        return try CallIndex.decode(bytes, omitting: Self.detailField, limits: .stored)
    }

    /// Calls `body` with each call that was put aside, by its id, and its summary or why that can't be
    /// read; those that have become live again since are among them.
    func forEachAside(_ body: (String, Result<CallSummary, any Error>) -> Void) throws {
        try environment.withRead { transaction in
            try transaction.view.forEach(in: tables.aside) { record in
                let id = String(decoding: record.key.indices.map { record.key[$0] }, as: UTF8.self)
                do {
                    let index = try CallIndex.decode(record.value, limits: .stored)
                    body(id, .success(index.summary ?? CallSummary(callID: id)))
                } catch {
                    body(id, .failure(error))
                }
                return true
            } damaged: { key, error in
                body(String(decoding: key, as: UTF8.self), .failure(error))
                return true
            }
        }
    }

    /// Calls `body` with each record from a sequence number on, damaged ones as an error, in order.
    func forEachRecord(
        from first: UInt64,
        _ body: (UInt64, Result<JournalRecord, any Error>, TransactionView) throws -> Void
    ) throws {
        try environment.withRead { transaction in
            let view = transaction.view
            try view.forEach(in: tables.journal, from: .number(first)) { found in
                let record = Result<JournalRecord, any Error> {
                    try JournalRecord.decode(found.value, limits: .stored)
                }
                try body(found.sequence, record, view)
                return true
            } damaged: { key, error in
                try body(Self.number(inMachineOrder: key), .failure(error), view)
                return true
            }
        }
    }
}
