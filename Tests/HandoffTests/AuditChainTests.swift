import Messages
import Testing

@testable import Handoff

@Suite struct AuditChainTests {
    private static let records: [AuditRecord] = {
        var chain = AuditChain()
        return (1...4).map { number in
            let record = chain.next(
                AuditRecord(
                    atMs: Int64(number),
                    editor: "kim",
                    action: "accept",
                    subject: "ask-\(number)",
                    why: "because"
                )
            )
            chain = AuditChain(after: record)
            return record
        }
    }()

    private static func firstBreak(_ records: [AuditRecord]) -> UInt64? {
        var chain = AuditChain()
        for record in records {
            if let found = chain.follow(record) { return found.number }
        }
        return nil
    }

    @Test func `a whole chain is called broken`() {
        #expect(Self.firstBreak(Self.records) == nil)
        #expect(Self.records.map(\.number) == [1, 2, 3, 4])
        #expect(Self.records[0].previousHash == [UInt8](repeating: 0, count: 32))
        #expect(Self.records[1].previousHash == Self.records[0].hash)
    }

    @Test func `a flipped bit of a record goes unnoticed`() throws {
        let bytes = Self.records[1].encoded()
        var noticed = 0
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= 1
            guard let record = try? AuditRecord.decode(flipped, limits: .stored) else {
                // It can't be read any more, which is noticed too.
                noticed += 1
                continue
            }
            guard record != Self.records[1] else { continue }
            var records = Self.records
            records[1] = record
            #expect(Self.firstBreak(records) == 2, "byte \(index)")
            noticed += 1
        }
        #expect(noticed > bytes.count / 2)
    }

    @Test func `a record that is removed, swapped or replaced goes unnoticed`() {
        var removed = Self.records
        removed.remove(at: 1)
        #expect(Self.firstBreak(removed) == 2)
        var renumbered = removed
        for index in renumbered.indices { renumbered[index].number = UInt64(index + 1) }
        #expect(Self.firstBreak(renumbered) == 2)
        var swapped = Self.records
        swapped.swapAt(1, 2)
        #expect(Self.firstBreak(swapped) == 2)
        // A whole new record with a right hash of its own: the one after it does not follow.
        var replaced = Self.records
        replaced[1] = AuditChain(after: Self.records[0]).next(
            AuditRecord(atMs: 2, editor: "mallory", action: "accept", subject: "ask-2")
        )
        #expect(Self.firstBreak(replaced) == 3)
    }
}
