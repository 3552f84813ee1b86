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
}

private func begins(_ bytes: Span<UInt8>, with prefix: Span<UInt8>) -> Bool {
    guard bytes.count >= prefix.count else { return false }
    for index in prefix.indices where bytes[index] != prefix[index] { return false }
    return true
}
