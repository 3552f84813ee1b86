import Foundation
import LMDB
import Messages
import RPC
import TestSupport
import Testing

@testable import Diagnosis

@Suite struct ServiceRecoveryTests {
    @Test func `a call comes back other than it was after any history of restarts`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        var settings = ServiceSettings.small
        // So small that calls are put aside all the time.
        settings.liveCalls = 4
        settings.tailRecords = 12
        let fixture = try ServiceFixture(settings: settings)
        var model: [String: (turn: UInt32, replies: [TurnReply], isEnded: Bool)] = [:]
        for step in 0..<400 {
            fixture.clock.advance(milliseconds: 1_000)
            let id = "call-\(Int.random(in: 0..<12, using: &random))"
            switch Int.random(in: 0..<20, using: &random) {
            case 0: try fixture.reopen()
            case 1...3:
                fixture.settle()
                fixture.housekeeping.round()
                fixture.settle()
            case 4:
                guard var call = model[id], !call.isEnded else { continue }
                call.turn += 1
                let end = Input(kind: .hangUp(HangUp()))
                call.replies.append(try fixture.turn(id, call.turn, end))
                call.isEnded = true
                model[id] = call
            default:
                guard var call = model[id] else {
                    model[id] = (0, [try fixture.start(id)], false)
                    continue
                }
                guard !call.isEnded else { continue }
                call.turn += 1
                call.replies.append(try fixture.turn(id, call.turn, "step \(step)"))
                model[id] = call
            }
        }
        fixture.settle()
        for (id, call) in model {
            let state = try #require(try fixture.calls.state(of: id))
            #expect(state.turn == call.turn, "call \(id)")
            #expect(state.isEnded == call.isEnded, "call \(id)")
            #expect(state.lastReply == call.replies.last, "call \(id)")
        }
        let ended = try fixture.journal.endedCalls(after: 0, maximum: 1_000)
        #expect(Set(ended.map(\.callID)) == Set(model.filter(\.value.isEnded).keys))
        #expect(ended.map(\.endedSequence) == ended.map(\.endedSequence).sorted())
    }

    @Test func `the state in memory differs from the one that a restart folds`() throws {
        let fixture = try ServiceFixture()
        for call in 0..<5 {
            try fixture.start("call-\(call)")
            for turn in 1...UInt32(call + 1) {
                try fixture.turn("call-\(call)", turn, "turn \(turn)")
            }
        }
        let before = try (0..<5).map { try fixture.calls.state(of: "call-\($0)") }
        try fixture.reopen()
        let after = try (0..<5).map { try fixture.calls.state(of: "call-\($0)") }
        #expect(before == after)
        #expect(fixture.calls.table.count == 5)
    }

    @Test func `the checkpoint passes a record that a recovery needs`() throws {
        let fixture = try ServiceFixture()
        try fixture.start("first")
        try fixture.start("second")
        try fixture.turn("first", 1, "one")
        fixture.settle()
        try fixture.housekeeping.moveCheckpoint()
        fixture.close()
        try fixture.reopen()
        #expect(try fixture.journal.checkpoint() == 1)
        try fixture.turn("first", 2, Input(kind: .hangUp(HangUp())))
        fixture.settle()
        try fixture.housekeeping.moveCheckpoint()
        try fixture.reopen()
        #expect(try fixture.journal.checkpoint() == 2)
        #expect(try fixture.calls.state(of: "second")?.turn == 0)
        try fixture.turn("second", 1, Input(kind: .hangUp(HangUp())))
        fixture.settle()
        try fixture.housekeeping.moveCheckpoint()
        try fixture.reopen()
        #expect(try fixture.journal.checkpoint() == fixture.journal.lastSequence + 1)
    }

    @Test func `a call that is put aside cannot go on`() throws {
        var settings = ServiceSettings.small
        settings.liveCalls = 2
        let fixture = try ServiceFixture(settings: settings)
        for number in 0..<6 {
            try fixture.start("call-\(number)")
            fixture.clock.advance(milliseconds: 10)
        }
        fixture.settle()
        fixture.housekeeping.round()
        fixture.settle()
        #expect(fixture.calls.table.count == 2)
        // The longest idle ones went.
        #expect(fixture.calls.table.find("call-0") == nil)
        #expect(fixture.calls.table.find("call-5") != nil)
        fixture.settle()
        try fixture.housekeeping.moveCheckpoint()
        try fixture.reopen()
        #expect(fixture.calls.table.count == 2)
        for number in 0..<6 {
            #expect(try fixture.turn("call-\(number)", 1, "hello").turn == 1)
        }
        try fixture.reopen()
        for number in 0..<6 {
            #expect(try fixture.calls.state(of: "call-\(number)")?.turn == 1)
        }
    }

    @Test func `idle calls live for ever`() throws {
        var settings = ServiceSettings.small
        settings.idleMilliseconds = 1_000
        settings.liveCalls = 1
        let fixture = try ServiceFixture(settings: settings)
        try fixture.start("aside")
        fixture.clock.advance(milliseconds: 10)
        try fixture.start("live")
        fixture.settle()
        fixture.housekeeping.round()
        fixture.settle()
        #expect(fixture.calls.table.find("aside") == nil)
        fixture.clock.advance(milliseconds: 999)
        fixture.housekeeping.round()
        fixture.settle()
        // Only the first one has been idle for long enough.
        #expect(try fixture.calls.state(of: "aside")?.progress.outcome == .abandoned)
        #expect(try fixture.calls.state(of: "live")?.isEnded == false)
        fixture.clock.advance(milliseconds: 10)
        fixture.housekeeping.round()
        fixture.settle()
        let ended = try fixture.journal.endedCalls(after: 0, maximum: 10)
        #expect(ended.map(\.callID) == ["aside", "live"])
        #expect(ended.allSatisfy { $0.outcome == .abandoned })
        #expect(fixture.calls.table.count == 0)
    }
}
