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
        try environment.withRead { transaction in
            let key = Self.checkpointKey
            guard let value = try transaction.value(forKey: key.span, in: tables.meta) else {
                return 0
            }
            return Self.number(inMachineOrder: value.indices.map { value[$0] })
        }
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
        let id = Array(callID.utf8)
        return try environment.withRead { transaction in
            if let bytes = try transaction.value(forKey: id.span, in: tables.calls) {
                return try CallIndex.decode(bytes, limits: .stored)
            }
            guard let bytes = try transaction.value(forKey: id.span, in: tables.aside) else {
                return nil
            }
            return try CallIndex.decode(bytes, limits: .stored)
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
                calls.append(
                    summary(of: id, in: transaction.view)
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

    private func summary(of callID: String, in view: TransactionView) -> CallSummary? {
        let id = Array(callID.utf8)
        let bytes = try? view.value(forKey: id.span, in: tables.calls)
        guard let bytes else { return nil }
        return try? CallIndex.decode(bytes, omitting: Self.detailField, limits: .stored).summary
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

/// Where a walk through a database begins.
enum FirstKey {
    case number(UInt64)
    case bytes([UInt8])
}

extension TransactionView {
    /// Calls `body` with the records in the order of their keys, and `damaged` with the keys of those that fail their
    /// checksums, until one of them returns false: one record that is damaged stops nothing but itself.
    func forEach(
        in database: Database,
        from first: FirstKey? = nil,
        _ body: (Record) throws -> Bool,
        damaged: (_ key: [UInt8], _ error: StorageError) throws -> Bool
    ) throws {
        var cursor = try cursor(in: database)
        var start = first
        var isRead = false
        func pass(_ record: Record?) throws -> Bool {
            isRead = true
            guard let record else { return false }
            return try body(record)
        }
        while true {
            isRead = false
            let step = start
            start = nil
            do {
                let goesOn =
                    switch step {
                    case .number(let number): try pass(cursor.seek(number))
                    case .bytes(let bytes): try pass(cursor.seek(bytes.span))
                    case nil: try pass(cursor.next())
                    }
                guard goesOn else { return }
            } catch let error as StorageError {
                // The cursor stands on it, so the next step leads past it.
                guard case .checksumMismatch(_, let key) = error, !isRead else { throw error }
                guard try damaged(key, error) else { return }
            }
        }
    }
}
