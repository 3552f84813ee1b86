import Messages
import Testing

@testable import Diagnosis

@Suite struct EngineStateTests {
    private let start = JournalRecord(
        callID: "c",
        kind: .start,
        start: StartCallRequest(callID: "c"),
        progress: CallProgress(phase: .routing),
        reply: TurnReply(callID: "c", say: "hello")
    )

    private func fact(_ value: String?, kind: ValueKind = .choice) -> Fact {
        Fact(key: "context.x", value: value.map { FactValue(kind: kind, key: $0) })
    }

    @Test func `a call begins with a record that is no start`() {
        #expect(CallState(first: JournalRecord(kind: .turn), sequence: 1) == nil)
        #expect(CallState(first: JournalRecord(kind: .start), sequence: 1) == nil)
    }

    static let changes: [(String?, String?, Bool)] = [
        ("a", "b", true), ("a", "a", false), (nil, "a", false), ("a", nil, true),
    ]

    @Test(arguments: changes)
    func `a value that was corrected is lost, or one that was not is kept`(
        _ old: String?,
        _ new: String?,
        _ isKept: Bool
    ) throws {
        var state = try #require(CallState(first: start, sequence: 1))
        state.apply(JournalRecord(kind: .turn, turn: 1, changes: [fact(old)]), sequence: 2)
        state.apply(JournalRecord(kind: .turn, turn: 2, changes: [fact(new)]), sequence: 3)
        #expect(state.facts["context.x"] == fact(new))
        #expect(state.superseded == (isKept ? [fact(old)] : []))
        #expect(state.factOrder == ["context.x"])
        #expect(state.turn == 2 && state.lastSequence == 3)
    }

    @Test func `a long call grows without bound`() throws {
        var state = try #require(CallState(first: start, sequence: 1))
        for number in 1...600 {
            let record = JournalRecord(
                kind: .facts,
                changes: [fact("v\(number)")],
                requestID: "r\(number)"
            )
            state.apply(record, sequence: UInt64(number + 1))
        }
        #expect(state.superseded.count == CallLimits.supersededPerCall)
        #expect(state.superseded.last == fact("v599"))
        #expect(state.requestIDs.count == CallLimits.requestIDsPerCall)
        #expect(state.requestIDs.last == "r600" && state.turn == 0)
    }

    @Test func `the stored reply is not the one that was sent`() throws {
        var state = try #require(CallState(first: start, sequence: 1))
        let old = Lookup(fact: "test.a")
        let new = Lookup(fact: "test.b")
        for (turn, lookups) in [[old], [old, new]].enumerated() {
            let record = JournalRecord(
                kind: .turn,
                turn: UInt32(turn + 1),
                changes: [fact("\(turn)")],
                progress: CallProgress(lookups: lookups),
                reply: TurnReply(turn: UInt32(turn + 1), say: "x")
            )
            state.apply(record, sequence: UInt64(turn + 2))
        }
        #expect(state.lastReply.lookups == [new])
        #expect(state.lastReply.changes == [fact("1")])
        #expect(state.lastReply.turn == 2)
    }
}
