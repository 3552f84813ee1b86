import LMDB
import TestSupport
import Testing

@Suite struct WriteTests {
    @Test func `insert and append refuse what is there, put replaces it`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        try store.environment.withWrite { transaction in
            try transaction.insert([1].span, forKey: [9].span, in: store.names)
            try transaction.insert([1].span, forKey: 5, in: store.journal)
            try transaction.put([2, 2].span, forKey: [9].span, in: store.names)
        }
        try store.environment.withWrite { transaction in
            #expect(throws: StorageError.lmdb(.keyExist)) {
                try transaction.insert([3].span, forKey: [9].span, in: store.names)
            }
            #expect(throws: StorageError.lmdb(.keyExist)) {
                try transaction.insert([3].span, forKey: 5, in: store.journal)
            }
            for sequence: UInt64 in [4, 5] {
                #expect(throws: StorageError.lmdb(.keyExist)) {
                    try transaction.append([3].span, sequence: sequence, in: store.journal)
                }
            }
            try transaction.append([3].span, sequence: 6, in: store.journal)
        }
        #expect(try store.value("\t") == [2, 2])
        #expect(try store.sequences() == [5, 6])
    }

    @Test func `deleting tells whether there was something`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        try store.put([1], "a")
        let key = Array("a".utf8)
        let told = try store.environment.withWrite { transaction in
            [
                try transaction.contains(key.span, in: store.names),
                try transaction.delete(key.span, in: store.names),
                try transaction.delete(key.span, in: store.names),
                try transaction.contains(key.span, in: store.names),
                try transaction.delete(1, in: store.journal),
            ]
        }
        #expect(told == [true, true, false, false, false])
        #expect(try store.value("a") == nil)
    }

    @Test func `work that throws stores nothing`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        #expect(throws: CancellationError.self) {
            try store.environment.withWrite { transaction in
                try transaction.put([1].span, forKey: [1].span, in: store.names)
                throw CancellationError()
            }
        }
        #expect(try store.environment.statistics().entries["names"] == 0)
    }

    @Test func `a prefix selects its records and no others`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        for name in ["a", "b", "b1", "b2", "ba", "c"] { try store.put(Array(name.utf8), name) }
        for (prefix, limit, expected) in [
            ("b", 9, ["b", "b1", "b2", "ba"]), ("b", 2, ["b", "b1"]),
            ("", 9, ["a", "b", "b1", "b2", "ba", "c"]),
            ("d", 9, []), ("b1", 9, ["b1"]),
        ] {
            var found: [String] = []
            try store.environment.withRead { transaction in
                let bytes = Array(prefix.utf8)
                try transaction.view.forEach(in: store.names, prefix: bytes.span) { record in
                    found.append(String(decoding: copied(record.value) ?? [], as: UTF8.self))
                    return found.count < limit
                }
            }
            #expect(found == expected)
        }
    }

    @Test(arguments: [0, 512, 70_000])
    func `a key of a length that LMDB does not take is refused with the limit`(count: Int) throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        let expected = StorageError.keySize(database: "names", bytes: count)
        #expect(expected.description.contains("1 to 511"))
        #expect(throws: expected) { try store.put([1], String(repeating: "k", count: count)) }
        #expect(throws: expected) { try store.value(String(repeating: "k", count: count)) }
    }

    @Test func `a read sees its own moment, a write sees its own changes`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        try store.put([1], "a")
        let key = Array("a".utf8)
        let before = try store.environment.beginRead()
        var writing = try store.environment.beginWrite()
        try writing.put([2].span, forKey: key.span, in: store.names)
        #expect(copied(try writing.value(forKey: key.span, in: store.names)) == [2])
        try writing.commit()
        #expect(copied(try before.value(forKey: key.span, in: store.names)) == [1])
        #expect(try store.value("a") == [2])
    }
}
