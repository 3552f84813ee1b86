import LMDB
import TestSupport
import Testing

@Suite struct RoundTripTests {
    @Test(arguments: [0, 1, 3, 511, 2_000, 4_096, 100_000])
    func `a value comes back as it was stored`(count: Int) throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        let value = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + 1) }
        try store.put(value, "a")
        try store.environment.withWrite { transaction in
            try transaction.append(value.span, sequence: 7, in: store.journal)
        }
        #expect(try store.value("a") == value)
        #expect(try store.value(7) == value)
        #expect(try store.value("b") == nil)
        #expect(try store.value(8) == nil)
    }

    @Test func `a cursor walks in the order of the keys and back`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        let numbers: [UInt64] = [1, 2, 255, 256, 70_000, .max]
        try store.environment.withWrite { transaction in
            for number in numbers {
                let value = Array("\(number)".utf8)
                try transaction.append(value.span, sequence: number, in: store.journal)
            }
        }
        #expect(try store.sequences() == numbers)
        let transaction = try store.environment.beginRead()
        var cursor = try transaction.cursor(in: store.journal)
        #expect(try cursor.seek(3)?.sequence == 255)
        #expect(try cursor.previous()?.sequence == 2)
        #expect(try cursor.last()?.sequence == .max)
        #expect(try cursor.next()?.sequence == nil)
        #expect(try cursor.first()?.sequence == 1)
    }

    @Test func `work handed to the writer is on disk when its caller is told`() throws {
        let folder = try TemporaryFolder()
        do {
            let store = try Store(folder.path)
            let writer = try Writer(environment: store.environment, queueLimit: 8)
            let names = store.names
            let old = try writer.perform { transaction in
                let before = copied(try transaction.value(forKey: [1].span, in: names))
                try transaction.put([2].span, forKey: [1].span, in: names)
                return before
            }
            #expect(old == nil)
        }
        #expect(try Store(folder.path).value("\u{1}") == [2])
    }
}
