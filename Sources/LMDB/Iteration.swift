extension TransactionView {
    /// Calls `body` with the records in the order of their keys until it returns false.
    ///
    /// - Parameters:
    ///   - prefix: Only keys that begin with these bytes.
    public func forEach(
        in database: Database,
        prefix: Span<UInt8>,
        _ body: (Record) throws -> Bool
    ) throws {
        var cursor = try cursor(in: database)
        var record = try prefix.isEmpty ? cursor.first() : cursor.seek(prefix)
        while let found = record {
            guard begins(found.key, with: prefix), try body(found) else { return }
            record = try cursor.next()
        }
    }

    /// Calls `body` with the records in the order of their keys until it returns false.
    ///
    /// - Parameters:
    ///   - sequence: Only from this number on.
    public func forEach(
        in database: Database,
        from sequence: UInt64 = 0,
        _ body: (Record) throws -> Bool
    ) throws {
        var cursor = try cursor(in: database)
        var record = try cursor.seek(sequence)
        while let found = record {
            guard try body(found) else { return }
            record = try cursor.next()
        }
    }

    /// Calls `body` with the records in the order of their keys, and `damaged` with the keys of those that fail their
    /// checksums, until one of them returns false: one record that is damaged stops nothing but itself.
    public func forEach(
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

    /// Numbers of the oldest records of a database whose numbers grow with time, at most so many.
    ///
    /// They end before the first record whose time is not before `limit`. A record whose time can't be told, such as
    /// a damaged one, is as old as the next one that tells it, and is left out where none does.
    public func numbers(
        in database: Database,
        from first: UInt64 = 0,
        before limit: Int64,
        maximum: Int,
        time: (Record) throws -> Int64?
    ) throws -> [UInt64] {
        var numbers: [UInt64] = []
        var told = 0
        try forEach(in: database, from: .number(first)) { record in
            let time = try time(record)
            if let time, time >= limit { return false }
            numbers.append(record.sequence)
            if time != nil { told = numbers.count }
            return told < maximum
        } damaged: { key, _ in
            numbers.append(machineNumber(key))
            return true
        }
        return Array(numbers.prefix(min(told, maximum)))
    }
}

extension Environment {
    /// Calls `body` with all records of a database in the order of their keys, and `damaged` with the keys of those that
    /// fail their checksums, some thousands a transaction: no page is kept from being used again for long.
    public func forEachPaged(
        in database: Database,
        _ body: (Record) throws -> Void,
        damaged: (_ key: [UInt8]) throws -> Void = { _ in }
    ) throws {
        let pageRecords = 4_096
        var first: FirstKey?
        var count = pageRecords
        while count == pageRecords {
            count = 0
            let start = first
            func goesOn(after key: [UInt8]) -> Bool {
                count += 1
                // No key stands between one and the same with a zero behind it.
                first =
                    database.keys == .bytes
                    ? .bytes(key + [0]) : .number(machineNumber(key) + 1)
                return count < pageRecords
            }
            try withRead { transaction in
                try transaction.view.forEach(in: database, from: start) { record in
                    try body(record)
                    return goesOn(after: record.key.indices.map { record.key[$0] })
                } damaged: { key, _ in
                    try damaged(key)
                    return goesOn(after: key)
                }
            }
        }
    }
}

/// Where a walk through a database begins.
public enum FirstKey {
    /// With the first record of this number or a greater one.
    case number(UInt64)
    /// With the first record of this key or one that follows it.
    case bytes([UInt8])
}

/// The number that a key of an integer database is: its least byte stands first.
private func machineNumber(_ key: [UInt8]) -> UInt64 {
    key.reversed().reduce(0) { $0 << 8 | UInt64($1) }
}

private func begins(_ bytes: Span<UInt8>, with prefix: Span<UInt8>) -> Bool {
    guard bytes.count >= prefix.count else { return false }
    for index in prefix.indices where bytes[index] != prefix[index] { return false }
    return true
}
