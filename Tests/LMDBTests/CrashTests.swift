import Foundation
import LMDB
import TestSupport
import Testing

/// A process that is killed while it writes.
@Suite struct CrashTests {
    /// Writes from two threads, prints each sequence number once its commit is acknowledged, and
    /// kills itself after a while.
    private static func writeUntilKilled(
        _ path: String,
        from first: UInt64,
        afterMicroseconds: UInt32
    ) throws {
        let store = try Store(path)
        let writer = try Writer(environment: store.environment, queueLimit: 64)
        let journal = store.journal
        let killer = Foundation.Thread {
            usleep(afterMicroseconds)
            kill(getpid(), SIGKILL)
        }
        killer.start()
        let inFlight = DispatchSemaphore(value: 16)
        for sequence in first... {
            inFlight.wait()
            try writer.submit { transaction in
                let value = [UInt8](repeating: UInt8(truncatingIfNeeded: sequence), count: 400)
                try transaction.append(value.span, sequence: sequence, in: journal)
            } completion: { result in
                guard case .success = result else { return }
                let line = Array("acknowledged \(sequence)\n".utf8)
                _ = unsafe line.withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
                inFlight.signal()
            }
        }
    }

    @Test func `everything that was acknowledged before a kill is there after it`() async throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed of the crash test: \(seed)")
        var random = SeededGenerator(seed: seed)
        let folder = try TemporaryFolder()
        var acknowledged: UInt64 = 0
        for round in 1...20 {
            let first = try Store(folder.path).sequences().last.map { $0 + 1 } ?? 1
            let delay = UInt32.random(in: 0...20_000, using: &random)
            let result = await #expect(
                processExitsWith: .signal(SIGKILL),
                observing: [\.standardOutputContent]
            ) { [path = folder.path as String, first = first as UInt64, delay = delay as UInt32] in
                try Self.writeUntilKilled(path, from: first, afterMicroseconds: delay)
            }
            let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
            // What follows the last line end may be half a number.
            for line in output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                let words = line.split(separator: " ")
                guard words.first == "acknowledged", words.count == 2 else { continue }
                acknowledged = max(acknowledged, try #require(UInt64(words[1])))
            }
            let store = try Store(folder.path)
            let last = try store.sequences().last ?? 0
            #expect(last >= acknowledged, "round \(round)")
            #expect(try store.sequences() == (last == 0 ? [] : Array(1...last)), "round \(round)")
        }
        #expect(acknowledged > 0)
    }
}
