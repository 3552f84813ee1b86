import Messages
import TestSupport
import Testing

@testable import Handoff

@Suite struct ProposalStoreTests {
    private static func pending(_ subject: String, calls: [String] = []) -> PendingDecision {
        PendingDecision(
            decision: ProposalDecision(id: subject, state: .accepted, editor: "ed", calls: calls),
            record: AuditRecord(editor: "ed", action: "accept", subject: subject, why: "because")
        )
    }

    @Test func `records are lost or begin a new chain after a restart`() throws {
        let folder = try TemporaryFolder()
        for round in 0..<3 {
            let store = try HandoffStore(folder: folder.path + "/handoffs")
            defer { store.close() }
            for number in 0..<2 {
                let subject = "ask-\(round)-\(number)"
                try store.perform { store, transaction in
                    try store.hold(Self.pending(subject), in: &transaction)
                }
                #expect(try store.pendingDecision()?.decision?.id == subject)
                let record = try store.perform { store, transaction in
                    try store.decide(Self.pending(subject), release: 7, in: &transaction)
                }
                #expect(record.number == UInt64(2 * round + number + 1))
                #expect(try store.pendingDecision() == nil)
            }
        }
        let store = try HandoffStore(folder: folder.path + "/handoffs")
        defer { store.close() }
        var chain = AuditChain()
        var after: UInt64 = 0
        var pages: [Int] = []
        while true {
            let page = try store.auditRecords(after: after, maximum: 4)
            pages.append(page.records.count)
            for record in page.records { #expect(chain.follow(record) == nil) }
            after = page.records.last?.number ?? after
            guard page.more else { break }
        }
        #expect(pages == [4, 2] && chain.number == 6)
        // Nothing follows the greatest number that a request can name.
        #expect(try store.auditRecords(after: .max, maximum: 4) == ListAuditReply())
        #expect(try store.decisions().map(\.id).last == "ask-2-1")
        #expect(try store.decisions().allSatisfy { $0.release == 7 })
    }

    @Test func `proposals follow from what an engineer has taken back`() throws {
        let folder = try TemporaryFolder()
        let store = try HandoffStore(folder: folder.path + "/handoffs")
        defer { store.close() }
        let call = ExampleCall.reply
        let id = call.summary?.callID ?? ""
        try store.perform { store, transaction in
            let record = HandoffRecord(of: call, assembledAtMilliseconds: 1)
            _ = try store.add(record, in: &transaction)
            try store.observe(CallObservation(of: call), at: 1, in: &transaction)
            for (rating, corrects) in [("r1", ""), ("r2", "r1")] {
                var rating = Rating(ratingID: rating, engineer: "kim", score: 3)
                rating.corrects = corrects
                _ = try store.rate(id, rating, in: &transaction)
            }
            for (outcome, corrects) in [("o1", ""), ("o2", "o1")] {
                var outcome = OutcomeRecord(outcomeID: outcome, engineer: "kim")
                outcome.corrects = corrects
                _ = try store.record(id, outcome, nowMilliseconds: 2, in: &transaction)
            }
        }
        let observed = try store.observedCalls(maximum: 10)
        #expect(observed.map { $0.ratings.map(\.ratingID) } == [["r2"]])
        #expect(observed.map { $0.outcomes.map(\.outcomeID) } == [["o2"]])
    }

    @Test func `an opening is what nobody said`() {
        var call = ExampleCall.reply
        let told = Fact(key: "test.light", value: FactValue(kind: .yesNo, key: "yes"))
        call.records = [
            TurnView(turn: 0, said: "What is it?", kind: .start),
            TurnView(turn: 1, heard: "(silence)", kind: .silence),
            TurnView(turn: 2, heard: "(keys 1)", kind: .keys),
            TurnView(turn: 3, heard: "test.light: yes", changes: [told], kind: .answers),
            TurnView(turn: 3, heard: "(facts arrived)", kind: .facts),
            TurnView(turn: 4, heard: "(sighs) the bell rings", kind: .words),
            TurnView(turn: 5, heard: "all the time", kind: .words),
        ]
        #expect(CallObservation(of: call).opening == "(sighs) the bell rings")
        call.records.removeSubrange(4...)
        #expect(CallObservation(of: call).opening.isEmpty)
    }

    @Test func `a pattern is overwritten by other calls, or its retry is refused`() throws {
        let folder = try TemporaryFolder()
        let store = try HandoffStore(folder: folder.path + "/handoffs")
        defer { store.close() }
        func add(_ calls: [String]) throws -> Pattern {
            try store.perform { store, transaction in
                try store.add(
                    Pattern(name: "doorbell", callIDs: calls),
                    AuditRecord(editor: "ed", action: "flag", subject: "doorbell"),
                    in: &transaction
                )
            }
        }
        #expect(try add(["a", "b"]).callIDs == ["a", "b"])
        #expect(try add(["b", "a"]).callIDs == ["a", "b"])
        #expect(throws: (any Error).self) { try add(["c"]) }
        #expect(try store.auditRecords(after: 0, maximum: 10).records.count == 1)
    }
}
