import LMDB
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#endif

/// Records and files that the disk or a hand has damaged.
@Suite struct DamageTests {
    static let value = Array("a value whose place in the file can be found 0123456789".utf8)
    static let name = "name-of-the-record"

    /// A closed environment with one record of each kind of key, and where its value stands.
    private func makeFile(_ folder: TemporaryFolder) throws -> (bytes: [UInt8], value: Int) {
        do {
            let store = try Store(folder.path)
            try store.put(Self.value, Self.name)
        }
        let bytes = try read(folder)
        let pattern = Array(Self.name.utf8) + Self.value
        let places = (0..<bytes.count - pattern.count).filter { start in
            bytes[start..<start + pattern.count].elementsEqual(pattern)
        }
        let place = try #require(places.last)
        #expect(places.count == 1)
        return (bytes, place + Self.name.utf8.count)
    }

    private func read(_ folder: TemporaryFolder) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: folder.path + "/data.mdb")))
    }

    private func write(_ bytes: [UInt8], _ folder: TemporaryFolder) throws {
        try Data(bytes).write(to: URL(filePath: folder.path + "/data.mdb"))
    }

    @Test func `a flipped bit in any byte of a value is an error, never a wrong answer`() throws {
        let folder = try TemporaryFolder()
        let (bytes, start) = try makeFile(folder)
        // The value and the four bytes of its checksum.
        for offset in 0..<Self.value.count + 4 {
            var damaged = bytes
            damaged[start + offset] ^= 1 << UInt8(offset % 8)
            try write(damaged, folder)
            let store = try Store(folder.path)
            let key = Array(Self.name.utf8)
            let expected = StorageError.checksumMismatch(database: "names", key: key)
            #expect(throws: expected, "byte \(offset)") { try store.value(Self.name) }
            #expect(throws: expected, "byte \(offset), by cursor") { try walk(store) }
        }
    }

    @Test func `a flipped bit in a key is an error for whoever walks over it`() throws {
        let folder = try TemporaryFolder()
        let (bytes, start) = try makeFile(folder)
        var damaged = bytes
        damaged[start - 1] ^= 1
        try write(damaged, folder)
        let store = try Store(folder.path)
        var key = Array(Self.name.utf8)
        key[key.count - 1] ^= 1
        #expect(throws: StorageError.checksumMismatch(database: "names", key: key)) {
            try walk(store)
        }
    }

    @Test(arguments: 0..<4)
    func `a flipped bit in a record's length does not read beyond the file`(byte: Int) throws {
        let folder = try TemporaryFolder()
        let (bytes, start) = try makeFile(folder)
        // LMDB keeps the length in the first four bytes of a record's head, 8 bytes before its key.
        var damaged = bytes
        damaged[start - Self.name.utf8.count - 8 + byte] ^= 0x40
        try write(damaged, folder)
        let store = try Store(folder.path)
        #expect(throws: StorageError.self) { try store.value(Self.name) }
    }

    @Test func `a message about a damaged record names its database and key`() {
        let error = StorageError.checksumMismatch(database: "journal", key: [0x0F, 0xA0])
        #expect(error.description.contains("\"journal\""))
        #expect(error.description.contains("0fa0"))
    }

    @Test func `a file that was cut off is refused before it is mapped`() throws {
        let folder = try TemporaryFolder()
        do {
            let store = try Store(folder.path)
            for index in 0..<50 {
                try store.put([UInt8](repeating: 1, count: 1_000), "record \(index)")
            }
            // Takes whole pages of its own, at the end of the file.
            try store.put([UInt8](repeating: 1, count: 100_000), "record 50")
        }
        let bytes = try read(folder)
        for length in [1, 4_096, 8_192, bytes.count / 2, bytes.count - 4_096, bytes.count - 1] {
            try write(Array(bytes[..<length]), folder)
            let error = #expect(throws: StorageError.self) { try Store(folder.path) }
            guard case .truncated(_, UInt64(length), _) = error else {
                Issue.record("\(length) of \(bytes.count) bytes: \(String(describing: error))")
                continue
            }
        }
        try write(bytes, folder)
        #expect(try Store(folder.path).value("record 50")?.count == 100_000)
    }

    @Test(arguments: [20_000, 200_000, 20_000_000])
    func `a file whose last pages were never written is not taken for a damaged one`(
        bytes count: Int
    ) throws {
        let folder = try TemporaryFolder()
        let big = [UInt8](repeating: 2, count: count)
        let neededBytes: Int
        do {
            let store = try Store(folder.path, mapSizeBytes: 1 << 30)
            for index in 0..<20 { try store.put(Self.value, "record \(index)") }
            // LMDB never writes pages that are taken and given back in one transaction.
            try store.environment.withWrite { transaction in
                try transaction.put(big.span, forKey: [1].span, in: store.names)
                try transaction.delete([1].span, in: store.names)
                try transaction.put([3].span, forKey: [2].span, in: store.names)
            }
            neededBytes = try store.environment.statistics().usedBytes
        }
        #expect(try read(folder).count < neededBytes)
        let store = try Store(folder.path, mapSizeBytes: 1 << 30)
        #expect(try store.value("\u{2}") == [3])
        try store.put(big, "again")
        #expect(try store.value("again") == big)
    }

    @Test func `a file of something else is refused`() throws {
        let folder = try TemporaryFolder()
        try write([UInt8](repeating: 7, count: 20_000), folder)
        let path = folder.path
        #expect(throws: StorageError.file(path: path, .invalid)) { try Store(path) }
    }

    private func walk(_ store: Store) throws {
        try store.environment.withRead { transaction in
            var cursor = try transaction.cursor(in: store.names)
            while try cursor.next() != nil {}
        }
    }
}
