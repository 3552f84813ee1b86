internal import CLMDB

/// Changes that are stored together or not at all: by ``commit()``, or dropped at the end of the
/// scope.
@safe
public struct WriteTransaction: Transaction, ~Copyable, ~Escapable {
    private let handle: OpaquePointer
    private let environmentNumber: UInt64
    private let bounds: RecordBounds
    /// Whether anything was changed since this was last set to false.
    var hasChanges = false

    @_lifetime(borrow environment)
    init(_ environment: borrowing Environment) throws(StorageError) {
        var begun: OpaquePointer?
        unsafe try StorageError.check(mdb_txn_begin(environment.handle, nil, 0, &begun))
        guard let handle = unsafe begun else { throw .lmdb(.noMemory) }
        unsafe self.handle = handle
        environmentNumber = environment.number
        bounds = RecordBounds(environment, isWriting: true)
    }

    deinit { unsafe mdb_txn_abort(handle) }

    /// What can be read in it, its own changes included.
    public var view: TransactionView {
        @_lifetime(borrow self)
        get {
            let view = unsafe TransactionView(
                handle,
                environmentNumber: environmentNumber,
                bounds: bounds
            )
            return unsafe _overrideLifetime(view, borrowing: self)
        }
    }

    /// Whether an error has made the transaction useless, even one that its user ignored.
    var isBroken: Bool {
        var counts = MDB_stat()
        // Refused for a broken transaction; database 0, LMDB's list of free pages, is always there.
        return unsafe mdb_stat(handle, 0, &counts) != 0
    }

    /// Stores the changes; they are on disk when this returns.
    public consuming func commit() throws(StorageError) {
        let handle = unsafe self.handle
        discard self
        unsafe try StorageError.check(mdb_txn_commit(handle))
    }

    /// Stores a value under a key, in place of an older one.
    @_lifetime(self: copy self)
    public mutating func put(
        _ value: Span<UInt8>,
        forKey key: Span<UInt8>,
        in database: Database
    ) throws(StorageError) {
        try store(value, key, database, flags: 0)
    }

    /// Stores a value under a sequence number, in place of an older one.
    @_lifetime(self: copy self)
    public mutating func put(
        _ value: Span<UInt8>,
        forKey key: UInt64,
        in database: Database
    ) throws(StorageError) {
        try store(value, key, database, flags: 0)
    }

    /// Stores a value under a key that has none yet; throws ``LMDBError/keyExist`` otherwise.
    @_lifetime(self: copy self)
    public mutating func insert(
        _ value: Span<UInt8>,
        forKey key: Span<UInt8>,
        in database: Database
    ) throws(StorageError) {
        try store(value, key, database, flags: UInt32(MDB_NOOVERWRITE))
    }

    /// Stores a value under a sequence number that has none yet; throws ``LMDBError/keyExist``
    /// otherwise.
    @_lifetime(self: copy self)
    public mutating func insert(
        _ value: Span<UInt8>,
        forKey key: UInt64,
        in database: Database
    ) throws(StorageError) {
        try store(value, key, database, flags: UInt32(MDB_NOOVERWRITE))
    }

    /// Stores a value under a sequence number that must be greater than the last one; throws
    /// ``LMDBError/keyExist`` otherwise.
    ///
    /// Pages are filled to the end, other than by `put`.
    @_lifetime(self: copy self)
    public mutating func append(
        _ value: Span<UInt8>,
        sequence: UInt64,
        in database: Database
    ) throws(StorageError) {
        try store(value, sequence, database, flags: UInt32(MDB_APPEND))
    }

    /// Deletes the record under a key.
    ///
    /// - Returns: Whether there was one.
    @_lifetime(self: copy self)
    @discardableResult
    public mutating func delete(
        _ key: Span<UInt8>,
        in database: Database
    ) throws(StorageError) -> Bool {
        try database.check(key, environmentNumber)
        return try unsafe key.withUnsafeBytes { bytes throws(StorageError) in
            unsafe try remove(bytes, database)
        }
    }

    /// Deletes the record under a sequence number.
    ///
    /// - Returns: Whether there was one.
    @_lifetime(self: copy self)
    @discardableResult
    public mutating func delete(
        _ key: UInt64,
        in database: Database
    ) throws(StorageError) -> Bool {
        database.checkInteger(environmentNumber)
        return try unsafe withUnsafeBytes(of: key) { bytes throws(StorageError) in
            unsafe try remove(bytes, database)
        }
    }

    @_lifetime(self: copy self)
    private mutating func store(
        _ value: Span<UInt8>,
        _ key: Span<UInt8>,
        _ database: Database,
        flags: UInt32
    ) throws(StorageError) {
        try database.check(key, environmentNumber)
        try unsafe key.withUnsafeBytes { bytes throws(StorageError) in
            unsafe try store(value, bytes, database, flags: flags)
        }
    }

    @_lifetime(self: copy self)
    private mutating func store(
        _ value: Span<UInt8>,
        _ key: UInt64,
        _ database: Database,
        flags: UInt32
    ) throws(StorageError) {
        database.checkInteger(environmentNumber)
        try unsafe withUnsafeBytes(of: key) { bytes throws(StorageError) in
            unsafe try store(value, bytes, database, flags: flags)
        }
    }

    /// Value and checksum are written straight into the page that LMDB reserves for them.
    @_lifetime(self: copy self)
    private mutating func store(
        _ value: Span<UInt8>,
        _ key: UnsafeRawBufferPointer,
        _ database: Database,
        flags: UInt32
    ) throws(StorageError) {
        var name = unsafe MDB_val(key)
        var room = unsafe MDB_val(mv_size: value.count + RecordBounds.trailerBytes, mv_data: nil)
        let code = unsafe mdb_put(
            handle,
            database.handle,
            &name,
            &room,
            flags | UInt32(MDB_RESERVE)
        )
        // A key that exists is found before anything is changed.
        if code != MDB_KEYEXIST { hasChanges = true }
        try StorageError.check(code)
        guard let start = unsafe room.mv_data else { throw .lmdb(.corrupted) }
        unsafe value.withUnsafeBytes { bytes in
            if let source = bytes.baseAddress {
                unsafe start.copyMemory(from: source, byteCount: bytes.count)
            }
            let checksum = unsafe RecordBounds.checksum(key: key, value: bytes)
            unsafe start.storeBytes(
                of: checksum.littleEndian,
                toByteOffset: bytes.count,
                as: UInt32.self
            )
        }
    }

    @_lifetime(self: copy self)
    private mutating func remove(
        _ key: UnsafeRawBufferPointer,
        _ database: Database
    ) throws(StorageError) -> Bool {
        var name = unsafe MDB_val(key)
        let code = unsafe mdb_del(handle, database.handle, &name, nil)
        if code == MDB_NOTFOUND { return false }
        hasChanges = true
        try StorageError.check(code)
        return true
    }
}
