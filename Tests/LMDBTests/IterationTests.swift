import LMDB
import TestSupport
import Testing

@Suite struct IterationTests {
    /// Times of records 1, 2, … and how many of them are older than 10; nil is one that can't be told.
    @Test(
        "the oldest records are told wrongly where a time is not known",
        arguments: [
            ([], 9, []),
            ([1, 2, 10, 3], 9, [1, 2]),
            ([9, nil], 9, [1]),
            ([nil, 1, nil, nil, 2, nil, 11], 9, [1, 2, 3, 4, 5]),
            ([nil, nil, 10], 9, []),
            ([1, 2, 3, 4], 2, [1, 2]),
            ([nil, nil, nil, 4], 2, [1, 2]),
        ] as [([Int64?], Int, [UInt64])]
    )
    func numbers(times: [Int64?], maximum: Int, expected: [UInt64]) throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        try store.environment.withWrite { transaction in
            for number in times.indices {
                let sequence = UInt64(number + 1)
                try transaction.append([7].span, sequence: sequence, in: store.journal)
            }
        }
        let numbers = try store.environment.withRead { transaction in
            try transaction.view.numbers(in: store.journal, before: 10, maximum: maximum) {
                times[Int($0.sequence) - 1]
            }
        }
        #expect(numbers == expected)
    }

    @Test func `room of deleted records is counted as full`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        let value = [UInt8](repeating: 7, count: 3_000)
        try store.environment.withWrite { transaction in
            for number in 1...100 {
                try transaction.append(value.span, sequence: UInt64(number), in: store.journal)
            }
        }
        let full = try store.environment.statistics()
        #expect(full.usedBytes > 100 * 4_096 && full.freeBytes < 10 * 4_096)
        try store.environment.withWrite { transaction in
            for number in 1...UInt64(90) { try transaction.delete(number, in: store.journal) }
        }
        let after = try store.environment.statistics()
        #expect(after.usedBytes - full.usedBytes < 20 * 4_096)
        #expect((90...120).contains(after.freeBytes / 4_096))
    }

    @Test func `a store that has filled its map can't be emptied after a restart`() throws {
        let folder = try TemporaryFolder()
        let value = [UInt8](repeating: 7, count: 3_000)
        var last: UInt64 = 0
        do {
            let store = try Store(folder.path, mapSizeBytes: 1 << 18)
            #expect(throws: StorageError.lmdb(.mapFull)) {
                while true {
                    try store.environment.withWrite { transaction in
                        try transaction.append(value.span, sequence: last + 1, in: store.journal)
                    }
                    last += 1
                }
            }
        }
        let store = try Store(folder.path, mapSizeBytes: 1 << 18)
        #expect(try store.environment.statistics().mapSizeBytes > 1 << 18)
        try store.environment.withWrite { transaction in
            for number in 1...last { try transaction.delete(number, in: store.journal) }
        }
        #expect(try store.sequences().isEmpty)
    }
}
