internal import CLMDB

/// A transaction, for reading.
public protocol Transaction: ~Copyable, ~Escapable {
    /// What can be read in it.
    var view: TransactionView { @_lifetime(borrow self) get }
}

/// A fixed view of the environment as of its last commit.
///
/// It never waits for writers, nor they for it.
///
/// End it before waiting for anything: while it is open no page that it can see is used again.
@safe
public struct ReadTransaction: Transaction, ~Copyable, ~Escapable {
    // Not public as it is: what is read from a stored property may live as long as the environment.
    private let contents: TransactionView

    /// What can be read in it.
    public var view: TransactionView {
        @_lifetime(borrow self)
        get { unsafe _overrideLifetime(contents, borrowing: self) }
    }

    @_lifetime(borrow environment)
    init(_ environment: borrowing Environment) throws(StorageError) {
        var begun: OpaquePointer?
        unsafe try StorageError.check(
            mdb_txn_begin(environment.handle, nil, UInt32(MDB_RDONLY), &begun)
        )
        guard let handle = unsafe begun else { throw .lmdb(.noMemory) }
        contents = unsafe TransactionView(handle, of: environment, isWriting: false)
    }

    deinit { unsafe mdb_txn_abort(contents.handle) }
}

extension Environment {
    /// Begins a read transaction.
    ///
    /// It ends at the end of its scope, and must not be held over a wait. The compiler ties it to
    /// the variable that the environment is taken from: in a class, take the property into a local
    /// constant first, or use ``withRead(_:)``.
    @available(*, noasync, message: "a read transaction must not be held across an await")
    @_lifetime(borrow self)
    public func beginRead() throws(StorageError) -> ReadTransaction {
        try ReadTransaction(self)
    }

    /// Runs `body` in a read transaction.
    public func withRead<Result: ~Copyable>(
        _ body: (borrowing ReadTransaction) throws -> Result
    ) throws -> Result {
        let transaction = try ReadTransaction(self)
        return try body(transaction)
    }

    /// Begins a write transaction on this thread, once no other is open.
    ///
    /// For set-up and tools. Servers write through a ``Writer``, which commits many callers' work
    /// at once. To begin one on a thread that has one open already would wait for ever.
    @available(*, noasync, message: "a write transaction belongs to its thread")
    @_lifetime(borrow self)
    public func beginWrite() throws(StorageError) -> WriteTransaction {
        try WriteTransaction(self)
    }

    /// Runs `body` in a write transaction and commits it; where `body` throws, nothing is stored.
    public func withWrite<Result>(
        _ body: (inout WriteTransaction) throws -> Result
    ) throws -> Result {
        var transaction = try WriteTransaction(self)
        let result = try body(&transaction)
        try transaction.commit()
        return result
    }
}

extension Transaction where Self: ~Copyable, Self: ~Escapable {
    /// The value under a key, nil where there is none.
    ///
    /// It is not copied: the span lies in the map.
    @inlinable
    @_lifetime(borrow self)
    public func value(
        forKey key: Span<UInt8>,
        in database: Database
    ) throws(StorageError) -> Span<UInt8>? {
        try view.value(forKey: key, in: database)
    }

    /// The value under a sequence number, nil where there is none.
    @inlinable
    @_lifetime(borrow self)
    public func value(
        forKey key: UInt64,
        in database: Database
    ) throws(StorageError) -> Span<UInt8>? {
        try view.value(forKey: key, in: database)
    }

    /// Whether there is a record under the key; its checksum is not looked at.
    @inlinable
    public func contains(_ key: Span<UInt8>, in database: Database) throws(StorageError) -> Bool {
        try view.contains(key, in: database)
    }

    /// Whether there is a record under the sequence number; its checksum is not looked at.
    @inlinable
    public func contains(_ key: UInt64, in database: Database) throws(StorageError) -> Bool {
        try view.contains(key, in: database)
    }

    /// A cursor that stands before the first record.
    @inlinable
    @_lifetime(borrow self)
    public func cursor(in database: Database) throws(StorageError) -> Cursor {
        try view.cursor(in: database)
    }
}
