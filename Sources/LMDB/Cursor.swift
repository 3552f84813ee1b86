internal import CLMDB

/// A record that a ``Cursor`` stands on.
@safe
public struct Record: ~Escapable {
    /// The key's bytes; 8 bytes in the machine's order for a database with integer keys.
    public let key: Span<UInt8>
    /// The value, its checksum verified and cut off.
    public let value: Span<UInt8>

    @_lifetime(copy key, copy value)
    init(key: Span<UInt8>, value: Span<UInt8>) {
        self.key = key
        self.value = value
    }

    /// The key of a record in a database with integer keys.
    public var sequence: UInt64 {
        guard key.count == MemoryLayout<UInt64>.size else {
            fatalError("the record's key is not a number")
        }
        return unsafe key.withUnsafeBytes { unsafe $0.loadUnaligned(as: UInt64.self) }
    }
}

/// Walks the records of a database in the order of their keys.
@safe
public struct Cursor: ~Copyable, ~Escapable {
    private let view: TransactionView
    private let database: Database
    private let handle: OpaquePointer

    @_lifetime(copy view)
    init(_ view: TransactionView, _ database: Database) throws(StorageError) {
        database.checkEnvironment(view.environmentNumber)
        var opened: OpaquePointer?
        unsafe try StorageError.check(mdb_cursor_open(view.handle, database.handle, &opened))
        guard let handle = unsafe opened else { throw .lmdb(.noMemory) }
        self.view = view
        self.database = database
        unsafe self.handle = handle
    }

    deinit { unsafe mdb_cursor_close(handle) }

    /// Goes to the first record; nil where there is none.
    @_lifetime(copy self)
    @_lifetime(self: copy self)
    public mutating func first() throws(StorageError) -> Record? {
        try move(MDB_FIRST)
    }

    /// Goes to the last record; nil where there is none.
    @_lifetime(copy self)
    @_lifetime(self: copy self)
    public mutating func last() throws(StorageError) -> Record? {
        try move(MDB_LAST)
    }

    /// Goes to the next record, the first at the start; nil after the last.
    @_lifetime(copy self)
    @_lifetime(self: copy self)
    public mutating func next() throws(StorageError) -> Record? {
        try move(MDB_NEXT)
    }

    /// Goes to the record before, the last at the start; nil before the first.
    @_lifetime(copy self)
    @_lifetime(self: copy self)
    public mutating func previous() throws(StorageError) -> Record? {
        try move(MDB_PREV)
    }

    /// Goes to the first record whose key is this one or follows it; nil where there is none.
    @_lifetime(copy self)
    @_lifetime(self: copy self)
    public mutating func seek(_ key: Span<UInt8>) throws(StorageError) -> Record? {
        try database.check(key, view.environmentNumber)
        let found = try unsafe key.withUnsafeBytes { bytes throws(StorageError) in
            unsafe try step(MDB_SET_RANGE, from: bytes)
        }
        return unsafe record(found)
    }

    /// Goes to the first record whose sequence number is this one or follows it; nil where there is
    /// none.
    @_lifetime(copy self)
    @_lifetime(self: copy self)
    public mutating func seek(_ key: UInt64) throws(StorageError) -> Record? {
        database.checkInteger(view.environmentNumber)
        let found = try unsafe withUnsafeBytes(of: key) { bytes throws(StorageError) in
            unsafe try step(MDB_SET_RANGE, from: bytes)
        }
        return unsafe record(found)
    }

    @_lifetime(copy self)
    private func move(_ operation: MDB_cursor_op) throws(StorageError) -> Record? {
        unsafe record(try step(operation, from: nil))
    }

    @_lifetime(copy self)
    private func record(_ found: RawRecord?) -> Record? {
        guard let found = unsafe found else { return nil }
        let record = unsafe Record(
            key: Span(_unsafeBytes: found.key),
            value: Span(_unsafeBytes: found.value)
        )
        return unsafe _overrideLifetime(record, copying: self)
    }

    private func step(
        _ operation: MDB_cursor_op,
        from wanted: UnsafeRawBufferPointer?
    ) throws(StorageError) -> RawRecord? {
        var foundKey = unsafe wanted.map { unsafe MDB_val($0) } ?? MDB_val()
        var foundValue = unsafe MDB_val()
        let code = unsafe mdb_cursor_get(handle, &foundKey, &foundValue, operation)
        if code == MDB_NOTFOUND { return nil }
        try StorageError.check(code)
        guard let key = unsafe view.bounds.readable(foundKey) else { throw .lmdb(.corrupted) }
        guard let value = unsafe view.bounds.verified(foundValue, key: key) else {
            throw unsafe .checksumMismatch(database: database.name, key: Array(key))
        }
        return unsafe RawRecord(key: key, value: value)
    }
}

/// A verified record, before it is given a lifetime.
@unsafe
private struct RawRecord {
    let key: UnsafeRawBufferPointer
    let value: UnsafeRawBufferPointer
}
