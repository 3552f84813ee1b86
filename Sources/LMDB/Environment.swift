internal import CLMDB
internal import Glibc
internal import Synchronization

/// One open LMDB environment: a folder with a data file, mapped read-only into memory.
///
/// Commits are durable: LMDB writes the changed pages, waits for the disk, then writes the meta
/// page that makes them count, and waits again. The map is not written through (`MDB_WRITEMAP`): a
/// commit of one small record was less than a tenth faster with it, while a stray write anywhere in
/// the process could then damage the store, and a full disk would be a SIGBUS, not an error.
@safe
public final class Environment: Sendable {
    /// The folder as it was given.
    public let path: String
    /// The most that the data file may grow to, in bytes.
    public let mapSizeBytes: Int
    /// How many read transactions may be open at once.
    public let maximumReaders: Int

    // OpaquePointer is not Sendable, but LMDB lets all threads share an environment.
    nonisolated(unsafe) let handle: OpaquePointer
    let number: UInt64
    let map: MemoryMap
    let pageBytes: Int
    private let databases: [Database]
    private let lock: FolderLock

    private static let lastNumber = Atomic<UInt64>(0)

    /// Opens the environment in a folder; folder, data file and databases are created where
    /// missing.
    ///
    /// A second open of the same folder is refused, in this process and in others. The length of
    /// the data file is compared with what its meta page says before anything is mapped, since
    /// reading the map beyond the end of the file would kill the process.
    ///
    /// - Parameters:
    ///   - path: The folder. Only its owner gets access to what is created.
    ///   - mapSizeBytes: The most that the data file may grow to. It takes address space, not
    ///     memory or disk, so it can be large. A file that has reached it may grow by a quarter, so that a new start
    ///     makes room for deletions.
    ///   - maximumReaders: How many read transactions may be open at once.
    ///   - databases: All databases that will be used. Others in the file are left alone.
    public init(
        path: String,
        mapSizeBytes: Int,
        maximumReaders: Int,
        databases: [DatabaseDefinition]
    ) throws(StorageError) {
        let systemPageBytes = Int(getpagesize())
        try Folder.create(path)
        let lock = try FolderLock(folder: path)
        let dataPath = path + "/data.mdb"
        let fileBytes = try DataFile.checkLength(path: dataPath)
        // To delete something takes room, too.
        let leastBytes = max(mapSizeBytes, fileBytes + fileBytes / 4)
        let mapPages = max(1, (leastBytes + systemPageBytes - 1) / systemPageBytes)
        let mapSizeBytes = mapPages * systemPageBytes
        let handle = try unsafe openHandle(
            path: path,
            mapSizeBytes: mapSizeBytes,
            maximumReaders: maximumReaders,
            databaseCount: databases.count
        )
        let number = Self.lastNumber.wrappingAdd(1, ordering: .relaxed).newValue
        do throws(StorageError) {
            self.databases = try unsafe openDatabases(databases, in: handle, number: number)
            self.map = try MemoryMap(ofFile: dataPath, mapSizeBytes: mapSizeBytes)
            var counts = MDB_stat()
            unsafe try StorageError.check(mdb_env_stat(handle, &counts))
            pageBytes = Int(counts.ms_psize)
            if fileBytes == 0 { try Folder.synchronize(path) }
        } catch {
            unsafe mdb_env_close(handle)
            throw error
        }
        self.path = path
        self.mapSizeBytes = mapSizeBytes
        self.maximumReaders = maximumReaders
        self.number = number
        unsafe self.handle = handle
        self.lock = lock
        try checkStaleReaders()
    }

    // The lock is released after this, with the other properties.
    deinit { unsafe mdb_env_close(handle) }

    /// The database of this name, out of those that the environment was opened with.
    public func database(named name: String) throws(StorageError) -> Database {
        for database in databases where database.name == name { return database }
        throw .noDatabase(name: name)
    }

    /// Frees the slots of readers that died without ending their transactions, such as a killed
    /// tool.
    ///
    /// A dead reader keeps old pages from being used again: the file would grow without bound.
    ///
    /// - Returns: How many were freed.
    @discardableResult
    public func checkStaleReaders() throws(StorageError) -> Int {
        var dead: CInt = 0
        unsafe try StorageError.check(mdb_reader_check(handle, &dead))
        return Int(dead)
    }

    /// Writes a compacted copy of the last committed state to another folder, while reads and
    /// writes go on.
    ///
    /// The copy is on disk when this returns; it opens like any environment.
    ///
    /// - Parameter folder: Created where missing; refused where it holds a data file already.
    public func copy(to folder: String) throws(StorageError) {
        try Folder.create(folder)
        let copyPath = folder + "/data.mdb"
        let code = unsafe mdb_env_copy2(handle, folder, UInt32(MDB_CP_COMPACT))
        guard code == 0 else {
            // Half a copy must not be taken for one; a file that was there before is not ours.
            if code != EEXIST { unsafe unlink(copyPath) }
            throw .file(path: copyPath, LMDBError(rawValue: code))
        }
        try Folder.synchronize(copyPath)
        try Folder.synchronize(folder)
    }

    /// The size of the file system that the data file lies on, and what of it is free to this process, in bytes.
    ///
    /// The map takes no disk before it is written, so that it may end later than this does.
    public func disk() throws(StorageError) -> (bytes: Int, freeBytes: Int) {
        try Folder.disk(of: path)
    }

    /// Sizes and counts as of the last commit.
    public func statistics() throws(StorageError) -> EnvironmentStatistics {
        var information = unsafe MDB_envinfo()
        unsafe try StorageError.check(mdb_env_info(handle, &information))
        let transaction = try ReadTransaction(self)
        var entries: [String: Int] = [:]
        for database in databases {
            var counts = MDB_stat()
            unsafe try StorageError.check(
                mdb_stat(transaction.view.handle, database.handle, &counts)
            )
            entries[database.name] = counts.ms_entries
        }
        return unsafe EnvironmentStatistics(
            mapSizeBytes: mapSizeBytes,
            usedBytes: (information.me_last_pgno + 1) * pageBytes,
            freeBytes: try freePages(in: transaction.view.handle) * pageBytes,
            entries: entries,
            readerSlots: Int(information.me_numreaders),
            maximumReaders: maximumReaders
        )
    }
}

/// Sizes and counts of an ``Environment``.
public struct EnvironmentStatistics: Equatable, Sendable {
    /// The most that the data file may grow to, in bytes.
    public let mapSizeBytes: Int
    /// How far the data file is in use, in bytes; pages free to be used again are counted in.
    public let usedBytes: Int
    /// What of that is free to be used again, in bytes: records that were deleted stood there.
    public let freeBytes: Int
    /// Records by database name.
    public let entries: [String: Int]
    /// Reader slots that have been in use at once.
    public let readerSlots: Int
    /// How many read transactions may be open at once.
    public let maximumReaders: Int
}

/// How many pages are in LMDB's list of free ones, which is database 0: each record begins with their number.
private func freePages(in transaction: OpaquePointer) throws(StorageError) -> Int {
    var opened: OpaquePointer?
    unsafe try StorageError.check(mdb_cursor_open(transaction, 0, &opened))
    defer { unsafe mdb_cursor_close(opened) }
    var count = 0
    var key = unsafe MDB_val()
    var value = unsafe MDB_val()
    while true {
        let code = unsafe mdb_cursor_get(opened, &key, &value, MDB_NEXT)
        if code == MDB_NOTFOUND { return count }
        try StorageError.check(code)
        unsafe count += value.mv_data.loadUnaligned(as: Int.self)
    }
}

private func openHandle(
    path: String,
    mapSizeBytes: Int,
    maximumReaders: Int,
    databaseCount: Int
) throws(StorageError) -> OpaquePointer {
    var created: OpaquePointer?
    unsafe try StorageError.check(mdb_env_create(&created))
    guard let handle = unsafe created else { throw .lmdb(.noMemory) }
    do throws(StorageError) {
        unsafe try StorageError.check(mdb_env_set_mapsize(handle, mapSizeBytes))
        unsafe try StorageError.check(mdb_env_set_maxreaders(handle, UInt32(maximumReaders)))
        unsafe try StorageError.check(mdb_env_set_maxdbs(handle, UInt32(databaseCount)))
        // NOTLS: a read transaction belongs to its owner in the code, not to a thread.
        let code = unsafe mdb_env_open(handle, path, UInt32(MDB_NOTLS), 0o600)
        guard code == 0 else { throw .file(path: path, LMDBError(rawValue: code)) }
    } catch {
        unsafe mdb_env_close(handle)
        throw error
    }
    return unsafe handle
}

private func openDatabases(
    _ definitions: [DatabaseDefinition],
    in environment: OpaquePointer,
    number: UInt64
) throws(StorageError) -> [Database] {
    var begun: OpaquePointer?
    unsafe try StorageError.check(mdb_txn_begin(environment, nil, 0, &begun))
    var databases: [Database] = []
    do throws(StorageError) {
        for definition in definitions {
            var handle: MDB_dbi = 0
            var flags: UInt32 = 0
            let wanted = definition.keys.flags
            unsafe try StorageError.check(
                mdb_dbi_open(begun, definition.name, wanted | UInt32(MDB_CREATE), &handle)
            )
            // For a database that exists, LMDB takes the flags from the file, whatever was asked.
            unsafe try StorageError.check(mdb_dbi_flags(begun, handle, &flags))
            guard flags == wanted else { throw .lmdb(.incompatible) }
            databases.append(
                Database(
                    name: definition.name,
                    keys: definition.keys,
                    handle: handle,
                    environmentNumber: number
                )
            )
        }
    } catch {
        unsafe mdb_txn_abort(begun)
        throw error
    }
    unsafe try StorageError.check(mdb_txn_commit(begun))
    return databases
}
