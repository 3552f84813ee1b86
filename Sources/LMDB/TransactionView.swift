internal import CLMDB

/// What can be read in a transaction: as of its start for a ``ReadTransaction``, with its own
/// changes for a ``WriteTransaction``.
///
/// A view, like every span taken from it, cannot outlive its transaction; in a write transaction it
/// cannot outlive the next change either.
@safe
public struct TransactionView: ~Escapable {
    let handle: OpaquePointer
    let environmentNumber: UInt64
    let bounds: RecordBounds

    @_lifetime(borrow environment)
    init(_ handle: OpaquePointer, of environment: borrowing Environment, isWriting: Bool) {
        unsafe self.handle = handle
        environmentNumber = environment.number
        bounds = RecordBounds(environment, isWriting: isWriting)
    }

    @_lifetime(immortal)
    init(_ handle: OpaquePointer, environmentNumber: UInt64, bounds: RecordBounds) {
        unsafe self.handle = handle
        self.environmentNumber = environmentNumber
        self.bounds = bounds
    }

    /// The value under a key, nil where there is none.
    ///
    /// It is not copied: the span lies in the map.
    @_lifetime(copy self)
    public func value(
        forKey key: Span<UInt8>,
        in database: Database
    ) throws(StorageError) -> Span<UInt8>? {
        try database.check(key, environmentNumber)
        let found = try unsafe key.withUnsafeBytes { bytes throws(StorageError) in
            unsafe try find(bytes, in: database)
        }
        guard let found = unsafe found else { return nil }
        return unsafe _overrideLifetime(Span<UInt8>(_unsafeBytes: found), copying: self)
    }

    /// The value under a sequence number, nil where there is none.
    @_lifetime(copy self)
    public func value(
        forKey key: UInt64,
        in database: Database
    ) throws(StorageError) -> Span<UInt8>? {
        database.checkInteger(environmentNumber)
        let found = try unsafe withUnsafeBytes(of: key) { bytes throws(StorageError) in
            unsafe try find(bytes, in: database)
        }
        guard let found = unsafe found else { return nil }
        return unsafe _overrideLifetime(Span<UInt8>(_unsafeBytes: found), copying: self)
    }

    /// Whether there is a record under the key; its checksum is not looked at.
    public func contains(
        _ key: Span<UInt8>,
        in database: Database
    ) throws(StorageError) -> Bool {
        try database.check(key, environmentNumber)
        return try unsafe key.withUnsafeBytes { bytes throws(StorageError) in
            unsafe try get(bytes, in: database) != nil
        }
    }

    /// Whether there is a record under the sequence number; its checksum is not looked at.
    public func contains(_ key: UInt64, in database: Database) throws(StorageError) -> Bool {
        database.checkInteger(environmentNumber)
        return try unsafe withUnsafeBytes(of: key) { bytes throws(StorageError) in
            unsafe try get(bytes, in: database) != nil
        }
    }

    /// How many records there are.
    public func count(in database: Database) throws(StorageError) -> Int {
        database.checkEnvironment(environmentNumber)
        var counts = MDB_stat()
        unsafe try StorageError.check(mdb_stat(handle, database.handle, &counts))
        return counts.ms_entries
    }

    /// A cursor that stands before the first record.
    @_lifetime(copy self)
    public func cursor(in database: Database) throws(StorageError) -> Cursor {
        try Cursor(self, database)
    }

    private func find(
        _ key: UnsafeRawBufferPointer,
        in database: Database
    ) throws(StorageError) -> UnsafeRawBufferPointer? {
        guard let stored = unsafe try get(key, in: database) else { return nil }
        guard let value = unsafe bounds.verified(stored, key: key) else {
            throw unsafe .checksumMismatch(database: database.name, key: Array(key))
        }
        return unsafe value
    }

    private func get(
        _ key: UnsafeRawBufferPointer,
        in database: Database
    ) throws(StorageError) -> MDB_val? {
        var wanted = unsafe MDB_val(key)
        var stored = unsafe MDB_val()
        let code = unsafe mdb_get(handle, database.handle, &wanted, &stored)
        if code == MDB_NOTFOUND { return nil }
        try StorageError.check(code)
        return unsafe stored
    }
}

extension Database {
    func checkEnvironment(_ number: UInt64) {
        guard number == environmentNumber else {
            fatalError("database \"\(name)\" was used in a transaction of another environment")
        }
    }

    func checkInteger(_ number: UInt64) {
        checkEnvironment(number)
        guard keys == .integer else {
            fatalError("database \"\(name)\" has keys of bytes and was used with a number")
        }
    }

    func check(_ key: Span<UInt8>, _ number: UInt64) throws(StorageError) {
        checkEnvironment(number)
        guard keys == .bytes else {
            fatalError("database \"\(name)\" has numbers as keys and was used with bytes")
        }
        guard (1...Self.maximumKeyBytes).contains(key.count) else {
            throw .keySize(database: name, bytes: key.count)
        }
    }
}
