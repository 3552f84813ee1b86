import Foundation
import LMDB
import Synchronization
import TestSupport
import Testing

@Suite struct WriterTests {
    private struct Refused: Error, Equatable {}

    @Test func `what many threads hand over while the disk is busy is one commit`() throws {
        let folder = try TemporaryFolder()
        let names = (0..<8).flatMap { thread in (0..<50).map { "\(thread)/\($0)" } }
        let log = Log()
        do {
            let store = try Store(folder.path)
            let writer = try Writer(environment: store.environment, queueLimit: names.count)
            let database = store.names
            let gate = try Gate(writer)
            DispatchQueue.concurrentPerform(iterations: 8) { thread in
                for name in names where name.hasPrefix("\(thread)/") {
                    let key = Array(name.utf8)
                    #expect(throws: Never.self) {
                        try writer.submit { transaction in
                            try transaction.insert(key.span, forKey: key.span, in: database)
                        } completion: { result in
                            if case .success = result { log.add(name) }
                        }
                    }
                }
            }
            #expect(log.all.isEmpty)
            gate.release()
            writer.close()
            #expect(writer.commits == 1)
            #expect(writer.health == .good)
        }
        #expect(log.all.sorted() == names.sorted())
        let store = try Store(folder.path)
        for name in names { #expect(try store.value(name) == Array(name.utf8)) }
    }

    @Test func `many threads that each wait for their own work all get their own answer`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        let writer = try Writer(environment: store.environment, queueLimit: 8)
        let journal = store.journal
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            for index in 0..<20 {
                let sequence = UInt64(100 * thread + index)
                #expect(throws: Never.self) {
                    let answer = try writer.perform { transaction in
                        try transaction.put([1].span, forKey: sequence, in: journal)
                        return sequence
                    }
                    #expect(answer == sequence)
                }
            }
        }
        #expect(try store.sequences().count == 160)
    }

    /// Holds the writer's thread in a piece of work until `release`, so that a batch gathers behind
    /// it.
    private final class Gate: Sendable {
        private let entered = DispatchSemaphore(value: 0)
        private let opened = DispatchSemaphore(value: 0)

        init(_ writer: Writer) throws {
            try writer.submit { [entered, opened] _ in
                entered.signal()
                opened.wait()
            } completion: { _ in
            }
            entered.wait()
        }

        func release() { opened.signal() }
    }

    private final class Log: Sendable {
        private let entries = Mutex<[String]>([])

        var all: [String] { entries.withLock { $0 } }

        func add(_ entry: String) { entries.withLock { $0.append(entry) } }
    }

    @Test func `work that throws takes nothing of the others along, and all are told in order`()
        throws
    {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        let log = Log()
        let writer = try Writer(environment: store.environment, queueLimit: 20) { log.add("batch") }
        let journal = store.journal
        let gate = try Gate(writer)
        for sequence in 1...9 as ClosedRange<UInt64> {
            try writer.submit { transaction in
                if sequence == 2 { throw Refused() }
                try transaction.put([1].span, forKey: sequence, in: journal)
                if sequence == 5 || sequence == 8 { throw Refused() }
            } completion: { result in
                switch result {
                case .success: log.add("\(sequence) stored")
                case .failure(let error): log.add("\(sequence) \(error)")
                }
            }
        }
        gate.release()
        writer.close()
        #expect(
            log.all == [
                "batch", "1 stored", "2 Refused()", "3 stored", "4 stored", "5 Refused()",
                "6 stored", "7 stored", "8 Refused()", "9 stored", "batch",
            ]
        )
        #expect(try store.sequences() == [1, 3, 4, 6, 7, 9])
        #expect(writer.commits == 1)
        #expect(writer.health == .good)
    }

    @Test func `an error that work ignores is not the others' error`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path, mapSizeBytes: 1 << 20)
        let writer = try Writer(environment: store.environment, queueLimit: 20)
        let log = Log()
        let journal = store.journal
        let gate = try Gate(writer)
        for sequence in 1...3 as ClosedRange<UInt64> {
            try writer.submit { transaction in
                let value = [UInt8](repeating: 1, count: sequence == 2 ? 2 << 20 : 1)
                try? transaction.put(value.span, forKey: sequence, in: journal)
            } completion: { result in
                if case .failure(let error) = result { log.add("\(sequence) \(error)") }
            }
        }
        gate.release()
        writer.close()
        #expect(log.all == ["2 \(StorageError.lmdb(.badTransaction))"])
        #expect(try store.sequences() == [1, 3])
    }

    @Test func `a full queue refuses at once, a closed writer commits what it took`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        let writer = try Writer(environment: store.environment, queueLimit: 3)
        let journal = store.journal
        let gate = try Gate(writer)
        let log = Log()
        func submit(_ sequence: UInt64) throws {
            try writer.submit { transaction in
                try transaction.append([1].span, sequence: sequence, in: journal)
            } completion: { _ in
                log.add("\(sequence)")
            }
        }
        for sequence in 1...3 as ClosedRange<UInt64> { try submit(sequence) }
        #expect(throws: StorageError.queueFull(limit: 3)) { try submit(4) }
        gate.release()
        writer.close()
        writer.close()
        #expect(throws: StorageError.closed) { try submit(5) }
        #expect(log.all == ["1", "2", "3"])
        #expect(try store.sequences() == [1, 2, 3])
    }

    @Test func `a writer whose last reference is dropped by its own thread ends`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path)
        let done = DispatchSemaphore(value: 0)
        do {
            let writer = try Writer(environment: store.environment, queueLimit: 3)
            let gate = try Gate(writer)
            try writer.submit { _ in
            } completion: { [writer] _ in
                withExtendedLifetime(writer) { _ = done.signal() }
            }
            gate.release()
        }
        done.wait()
    }

    @Test func `a full map refuses what does not fit, and takes more after deletions`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(folder.path, mapSizeBytes: 1 << 20)
        let writer = try Writer(environment: store.environment, queueLimit: 8)
        let last = try fill(store, writer, valueBytes: 10_000)
        #expect(last.error == .lmdb(.mapFull))
        #expect(writer.health == .degraded(.lmdb(.mapFull)))
        #expect(try store.sequences() == Array(1..<last.sequence))
        let (journal, half) = (store.journal, last.sequence / 2)
        for sequence in 1..<half {
            #expect(try writer.perform { try $0.delete(sequence, in: journal) })
        }
        try append(store, writer, last.sequence, valueBytes: 10_000)
        #expect(writer.health == .good)
        #expect(try store.sequences() == Array(half...last.sequence))
    }

    @Test func `a full disk refuses, keeps what was stored, and heals by itself`() throws {
        guard let folder = try TemporaryFolder.smallDisk() else { return }
        let ballast = folder.path + "/ballast"
        #expect(
            FileManager.default.createFile(atPath: ballast, contents: Data(count: 400_000))
        )
        let store = try Store(folder.path + "/store")
        let told = Log()
        let writer = try Writer(
            environment: store.environment,
            queueLimit: 8,
            healthChanged: { told.add($0 == .good ? "good" : "degraded") }
        )
        let last = try fill(store, writer, valueBytes: 10_000)
        #expect([.lmdb(.noSpace), .lmdb(.inputOutput)].contains(last.error))
        #expect(writer.health == .degraded(last.error))
        // The failure is told once, however often it is met.
        #expect(throws: StorageError.self) {
            try append(store, writer, last.sequence, valueBytes: 200_000)
        }
        #expect(told.all == ["degraded"])
        #expect(try store.sequences() == Array(1..<last.sequence))
        try FileManager.default.removeItem(atPath: ballast)
        // Also when nothing is to be stored for long.
        writer.retry(in: store.names)
        #expect(writer.health == .good && told.all == ["degraded", "good"])
        #expect(try store.value("retry") == nil)
        let commits = writer.commits
        writer.retry(in: store.names)
        #expect(writer.commits == commits)
        try append(store, writer, last.sequence, valueBytes: 10_000)
        #expect(writer.health == .good)
        #expect(try store.sequences() == Array(1...last.sequence))
    }

    @Test func `what is free of a disk counts another disk, or what others fill is left out`()
        throws
    {
        guard let folder = try TemporaryFolder.smallDisk() else { return }
        let store = try Store(folder.path + "/store")
        let before = try store.environment.disk()
        #expect(before.bytes == 1_048_576)
        #expect(before.freeBytes > 0 && before.freeBytes < 1_048_576)
        let content = Data(count: 400_000)
        let ballast = folder.path + "/ballast"
        #expect(FileManager.default.createFile(atPath: ballast, contents: content))
        // 98 pages of 4,096 bytes.
        #expect(before.freeBytes - (try store.environment.disk().freeBytes) == 401_408)
    }

    /// Appends until something refuses; at most 10 MB.
    private func fill(
        _ store: Store,
        _ writer: Writer,
        valueBytes: Int
    ) throws -> (sequence: UInt64, error: StorageError) {
        for sequence in 1..<UInt64(10_000_000 / valueBytes) {
            do {
                try append(store, writer, sequence, valueBytes: valueBytes)
            } catch let error as StorageError {
                return (sequence, error)
            }
        }
        throw Refused()
    }

    private func append(
        _ store: Store,
        _ writer: Writer,
        _ sequence: UInt64,
        valueBytes: Int
    ) throws {
        let journal = store.journal
        try writer.perform { transaction in
            let value = [UInt8](repeating: 1, count: valueBytes)
            try transaction.append(value.span, sequence: sequence, in: journal)
        }
    }
}
