internal import CLMDB

/// Walks the records of a database and deletes some of them.
///
/// A record is only good until the cursor is used again.
public struct WriteCursor: ~Copyable, ~Escapable {
    private var cursor: Cursor

    @_lifetime(copy cursor)
    init(_ cursor: consuming Cursor) { self.cursor = cursor }

    /// Goes to the first record; nil where there is none.
    @_lifetime(&self)
    @_lifetime(self: copy self)
    public mutating func first() throws(StorageError) -> Record? {
        try cursor.first()
    }

    /// Goes to the next record, the first at the start; nil after the last.
    @_lifetime(&self)
    @_lifetime(self: copy self)
    public mutating func next() throws(StorageError) -> Record? {
        try cursor.next()
    }

    /// Goes to the first record whose key is this one or follows it; nil where there is none.
    @_lifetime(&self)
    @_lifetime(self: copy self)
    public mutating func seek(_ key: Span<UInt8>) throws(StorageError) -> Record? {
        try cursor.seek(key)
    }

    /// Goes to the first record whose number is this one or follows it; nil where there is none.
    @_lifetime(&self)
    @_lifetime(self: copy self)
    public mutating func seek(_ key: UInt64) throws(StorageError) -> Record? {
        try cursor.seek(key)
    }

    /// Deletes the record that the cursor stands on; `next` then goes to the one after it.
    @_lifetime(self: copy self)
    public mutating func delete() throws(StorageError) {
        try cursor.delete()
    }
}
