import CLMDB
import LMDB
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#endif
#if canImport(Glibc)
import Glibc
#endif

/// Who may have a folder open, and what the dead leave behind.
@Suite struct OwnershipTests {
    @Test func `a second open in the process is refused, by whatever path`() throws {
        let folder = try TemporaryFolder()
        let other = try TemporaryFolder()
        let link = other.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
        do {
            let store = try Store(folder.path)
            #expect(throws: StorageError.alreadyOpen(path: folder.path)) { try Store(folder.path) }
            #expect(throws: StorageError.alreadyOpen(path: link)) { try Store(link) }
            try store.put([1], "a")
        }
        #expect(try Store(link).value("a") == [1])
    }

    @Test func `a second process is refused and told who is the first`() async throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        await #expect(processExitsWith: .success) {
            [path = folder.path as String, owner = getpid() as Int32] in
            #expect(throws: StorageError.lockedByAnotherProcess(path: path, process: owner)) {
                try Store(path)
            }
        }
        #expect(try store.value("a") == nil)
    }

    @Test func `a reader that was killed does not hold old pages for ever`() async throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        #expect(try store.environment.checkStaleReaders() == 0)
        // Another program, such as LMDB's own tools, that knows nothing of our lock.
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
            var environment: OpaquePointer?
            var transaction: OpaquePointer?
            unsafe #expect(mdb_env_create(&environment) == 0)
            unsafe #expect(mdb_env_open(environment, path, UInt32(MDB_RDONLY), 0o600) == 0)
            unsafe #expect(mdb_txn_begin(environment, nil, UInt32(MDB_RDONLY), &transaction) == 0)
            raise(SIGKILL)
        }
        #expect(try store.environment.checkStaleReaders() == 1)
        #expect(try store.environment.checkStaleReaders() == 0)
    }

    @Test func `a database is not opened with the other kind of keys`() throws {
        let folder = try TemporaryFolder()
        _ = try Store(folder.path)
        #expect(throws: StorageError.lmdb(.incompatible)) {
            try Environment(
                path: folder.path,
                mapSizeBytes: 1 << 20,
                maximumReaders: 4,
                databases: [DatabaseDefinition(name: "journal", keys: .bytes)]
            )
        }
        // The failed open has left nothing locked.
        _ = try Store(folder.path)
    }

    @Test func `a hot copy opens and holds what was committed`() throws {
        let folder = try TemporaryFolder()
        let target = try TemporaryFolder()
        let store = try Store(folder.path)
        try store.put([1, 2, 3], "a")
        try store.environment.copy(to: target.path + "/deep/copy")
        try store.put([4], "a")
        #expect(try Store(target.path + "/deep/copy").value("a") == [1, 2, 3])
        let copyPath = target.path + "/deep/copy/data.mdb"
        let exists = LMDBError(rawValue: EEXIST)
        #expect(throws: StorageError.file(path: copyPath, exists)) {
            try store.environment.copy(to: target.path + "/deep/copy")
        }
        #expect(try Store(target.path + "/deep/copy").value("a") == [1, 2, 3])
    }

    @Test func `one reader too many is refused and takes no slot from the others`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path, maximumReaders: 2)
        do {
            let first = try store.environment.beginRead()
            let second = try store.environment.beginRead()
            #expect(throws: StorageError.lmdb(.readersFull)) { try store.value("a") }
            #expect(try first.view.count(in: store.names) == second.view.count(in: store.names))
        }
        #expect(try store.value("a") == nil)
    }

    @Test func `statistics count records and bytes`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path, mapSizeBytes: 1 << 20, maximumReaders: 9)
        try store.put([1], "a")
        try store.put([1], "b")
        let statistics = try store.environment.statistics()
        #expect(statistics.entries == ["journal": 0, "names": 2])
        #expect(statistics.mapSizeBytes == 1 << 20)
        #expect(statistics.maximumReaders == 9)
        #expect((1...1 << 20).contains(statistics.usedBytes))
    }
}
