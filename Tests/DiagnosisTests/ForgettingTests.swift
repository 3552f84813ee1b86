import Foundation
import LMDB
import Messages
import RPC
import TestSupport
import Testing

@testable import Diagnosis

/// Calls that are erased one by one.
@Suite struct ForgettingTests {
    private func hold(_ id: String, _ fixture: ServiceFixture) throws {
        try fixture.start(id)
        try fixture.turn(id, 1, "moment of \(id)")
        try fixture.turn(id, 2, Input(kind: .hangUp(HangUp())))
    }

    private func forget(_ id: String, _ fixture: ServiceFixture) throws -> Bool {
        let reply: ForgetReply = try wait { fixture.calls.forget(id, $0) }
        fixture.settle()
        return reply.found
    }

    private func left(_ fixture: ServiceFixture) throws -> [Int] {
        let entries = try fixture.journal.environment.statistics().entries
        return ["journal", "calls", "ended", "confirmed", "aside"].map { entries[$0] ?? -1 }
    }

    @Test func `a call that is erased leaves something behind, or takes another with it`() throws {
        let fixture = try ServiceFixture()
        for id in ["a", "b", "c"] { try hold(id, fixture) }
        try fixture.start("live")
        #expect(try left(fixture) == [10, 3, 3, 0, 0])
        #expect(try forget("b", fixture))
        #expect(try left(fixture) == [7, 2, 2, 0, 0])
        #expect(try !forget("b", fixture) && !forget("never", fixture))
        #expect(try fixture.journal.endedCalls(after: 0, maximum: 9).map(\.callID) == ["a", "c"])
        #expect(fixture.status { try fixture.turn("b", 2, "more") }?.code == .notFound)
        // The last one's position is not given again, nor is its record found by a restart.
        #expect(try forget("c", fixture))
        try fixture.reopen()
        #expect(fixture.calls.damagedCount == 0 && fixture.calls.table.count == 1)
        try hold("b", fixture)
        #expect(try fixture.journal.endedCalls(after: 1, maximum: 9).map(\.endedSequence) == [4])
        #expect(try fixture.calls.detail(of: "b", withRecords: true).records.count == 3)
        #expect(try fixture.turn("live", 1, "on").turn == 1)
    }

    @Test func `a call that goes on is erased`() throws {
        var settings = ServiceSettings.small
        settings.liveCalls = 1
        let fixture = try ServiceFixture(settings: settings)
        try fixture.start("aside")
        fixture.clock.advance(milliseconds: 10)
        try fixture.start("live")
        fixture.settle()
        fixture.housekeeping.round()
        fixture.settle()
        for id in ["aside", "live"] {
            let refused = fixture.status { _ = try forget(id, fixture) }
            #expect(refused?.code == .failedPrecondition, "\(id)")
            #expect(refused?.message.contains("end it first") == true)
        }
        for id in ["aside", "live"] {
            try fixture.turn(id, 1, Input(kind: .hangUp(HangUp())))
            #expect(try forget(id, fixture))
        }
        #expect(try left(fixture) == [0, 0, 0, 0, 0])
        try fixture.reopen()
        #expect(fixture.journal.lastEndedSequence == 2)
    }

    /// What is damaged: the call's first record, its last one, or its index; and whether it has ended.
    @Test(arguments: [("first", true), ("last", true), ("index", true), ("first", false)])
    func `a call that is damaged can't be erased`(what: String, hasEnded: Bool) throws {
        let fixture = try ServiceFixture()
        try hold("other", fixture)
        try fixture.start("bad", caller: "first-needle")
        try fixture.turn("bad", 1, "moment")
        try fixture.turn("bad", 2, "last-needle")
        let end = hasEnded ? Input(kind: .hangUp(HangUp())) : .holds("on")
        try fixture.turn("bad", 3, end)
        let value: [UInt8] =
            switch what {
            case "index": try #require(try fixture.journal.index(of: "bad")).encoded()
            default: Array("\(what)-needle".utf8)
            }
        fixture.close()
        try flip(value, in: fixture.folder.path + "/data.mdb")
        try fixture.reopen()
        #expect(throws: (any Error).self) {
            try fixture.calls.detail(of: "bad", withRecords: true)
        }
        #expect(try forget("bad", fixture))
        #expect(try left(fixture) == [3, 1, 1, 0, 0])
        #expect(fixture.calls.damagedCount == 0)
        #expect(try fixture.reopen() == 0)
        #expect(fixture.calls.table.count == 0)
        try hold("bad", fixture)
        #expect(try fixture.calls.detail(of: "other", withRecords: true).records.count == 3)
    }

    private func flip(_ value: [UInt8], in path: String) throws {
        var data = try Data(contentsOf: URL(filePath: path))
        var start = data.startIndex
        while let place = data.range(of: Data(value), in: start..<data.endIndex) {
            data[place.lowerBound + value.count / 2] ^= 4
            start = place.upperBound
        }
        try #require(start > data.startIndex)
        try data.write(to: URL(filePath: path))
    }
}
