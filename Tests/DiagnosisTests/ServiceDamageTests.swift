import Foundation
import LMDB
import Messages
import RPC
import TestSupport
import Testing

@testable import Diagnosis

@Suite struct ServiceDamageTests {
    @Test(arguments: ["first-needle", "middle-needle", "last-needle"])
    func `a flipped byte in a record changes what a call says`(needle: String) throws {
        let fixture = try ServiceFixture()
        for id in ["good", "bad"] { try fixture.start(id) }
        try fixture.turn("bad", 1, "first-needle")
        try fixture.turn("good", 1, "fine")
        try fixture.turn("bad", 2, "middle-needle")
        try fixture.turn("bad", 3, "last-needle")
        try fixture.turn("bad", 4, Input(kind: .hangUp(HangUp())))
        fixture.close()
        #expect(try flip(needle, in: fixture.folder.path + "/data.mdb") > 0)
        #expect(try fixture.reopen() == 1)
        let read = #expect(throws: (any Error).self) { try fixture.calls.state(of: "bad") }
        #expect(Status(of: try #require(read)).code == .dataLoss)
        #expect(Status(of: try #require(read)).message.contains("journal"))
        // The server goes on with everything else.
        try fixture.turn("good", 2, "still fine")
        try fixture.start("new")
        #expect(fixture.status { try fixture.turn("bad", 5, "more") }?.code == .dataLoss)
        #expect(fixture.status { try fixture.start("bad") }?.code == .dataLoss)
    }

    @Test func `a damaged record of a live call is passed over`() throws {
        let fixture = try ServiceFixture()
        try fixture.start("bad")
        try fixture.turn("bad", 1, "the-needle")
        try fixture.turn("bad", 2, "after it")
        fixture.close()
        #expect(try flip("the-needle", in: fixture.folder.path + "/data.mdb") > 0)
        try fixture.reopen()
        #expect(fixture.calls.damagedCount == 1)
        #expect(fixture.status { try fixture.turn("bad", 3, "more") }?.code == .dataLoss)
    }

    @Test func `damage to the last record keeps the journal from growing`() throws {
        let fixture = try ServiceFixture()
        try fixture.start("other")
        try fixture.start("bad")
        try fixture.turn("bad", 1, "the-needle")
        let sequence = fixture.journal.lastSequence
        fixture.close()
        #expect(try flip("the-needle", in: fixture.folder.path + "/data.mdb") > 0)
        #expect(try fixture.reopen() == 1)
        #expect(fixture.journal.lastSequence == sequence)
        try fixture.turn("other", 1, "goes on")
        #expect(fixture.journal.lastSequence == sequence + 1)
    }

    @Test func `a call that was put aside and is damaged stops what is done for the others`() throws
    {
        var settings = ServiceSettings.small
        settings.liveCalls = 1
        let fixture = try ServiceFixture(settings: settings)
        try fixture.start("bad", caller: "aside-needle")
        fixture.clock.advance(milliseconds: 10)
        try fixture.start("other")
        fixture.settle()
        fixture.housekeeping.round()
        fixture.settle()
        #expect(fixture.calls.table.find("bad") == nil)
        fixture.close()
        #expect(try flip("aside-needle", in: fixture.folder.path + "/data.mdb") > 0)
        try fixture.reopen()
        fixture.clock.advance(milliseconds: 10)
        try fixture.start("new")
        fixture.settle()
        fixture.housekeeping.round()
        fixture.settle()
        fixture.housekeeping.round()
        #expect(fixture.calls.table.find("other") == nil)
        #expect(fixture.calls.damagedCount == 1)
        #expect(try fixture.calls.liveCallsByRelease() == [1: 2])
        var found: [String] = []
        try fixture.journal.forEachPastCallAside { call in
            found.append(call.id)
            return true
        }
        #expect(found == ["bad", "other"])
        #expect(fixture.status { try fixture.turn("bad", 1, "more") }?.code == .dataLoss)
        try fixture.reopen()
        #expect(try fixture.journal.checkpoint() == 3)
    }

    @Test func `an ended call whose id is damaged hides those after it`() throws {
        let fixture = try ServiceFixture()
        for id in ["good-1", "ended-needle", "good-2"] {
            try fixture.start(id)
            try fixture.turn(id, 1, Input(kind: .hangUp(HangUp())))
        }
        fixture.close()
        #expect(try flip("ended-needle", in: fixture.folder.path + "/data.mdb") > 0)
        try fixture.reopen()
        let ended = try fixture.journal.endedCalls(after: 0, maximum: 10)
        #expect(ended.map(\.callID) == ["good-1", "", "good-2"])
        #expect(ended.map(\.endedSequence) == [1, 2, 3])
        #expect(try fixture.journal.endedCalls(after: 1, maximum: 1).map(\.endedSequence) == [2])
    }

    @Test func `an ended call lives again, and ends twice, when its last record is damaged`() throws
    {
        let fixture = try ServiceFixture()
        try fixture.start("bad")
        let speech = Speech(alternatives: [
            Alternative(text: "let me talk to a person"), Alternative(text: "last-needle"),
        ])
        let reply = try fixture.turn("bad", 1, Input(kind: .speech(speech)))
        #expect(reply.outcome == .wantsPerson)
        fixture.close()
        #expect(try flip("last-needle", in: fixture.folder.path + "/data.mdb") > 0)
        #expect(try fixture.reopen() == 1)
        #expect(fixture.calls.table.count == 0 && fixture.calls.damagedCount == 1)
        fixture.clock.advance(milliseconds: 86_400_000)
        fixture.housekeeping.round()
        fixture.settle()
        #expect(
            try fixture.journal.endedCalls(after: 0, maximum: 10).map(\.outcome) == [.wantsPerson]
        )
        let detail = try fixture.calls.detail(of: "bad", withRecords: false)
        #expect(detail.summary?.outcome == .wantsPerson)
    }

    @Test func `one damaged record of a call that was put aside stops all housekeeping`() throws {
        var settings = ServiceSettings.small
        settings.liveCalls = 1
        settings.idleMilliseconds = 1_000
        let fixture = try ServiceFixture(settings: settings)
        // In the order of their ids the damaged one is met first.
        for (id, caller) in [("bad", "the-needle"), ("good", ""), ("live", "")] {
            try fixture.start(id, caller: caller)
            fixture.clock.advance(milliseconds: 10)
        }
        fixture.settle()
        fixture.housekeeping.round()
        fixture.settle()
        #expect(fixture.calls.table.count == 1)
        try fixture.housekeeping.moveCheckpoint()
        fixture.close()
        #expect(try flip("the-needle", in: fixture.folder.path + "/data.mdb") > 1)
        try fixture.reopen()
        fixture.clock.advance(milliseconds: 2_000)
        for _ in 0..<2 {
            fixture.housekeeping.round()
            fixture.settle()
        }
        let ended = try fixture.journal.endedCalls(after: 0, maximum: 10)
        #expect(Set(ended.map(\.callID)) == ["good", "live"])
        try fixture.reopen()
        #expect(try fixture.journal.checkpoint() == fixture.journal.lastSequence + 1)
    }

    /// Flips a bit at each place where the text stands; returns how many there are.
    private func flip(_ text: String, in file: String) throws -> Int {
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
        let needle = Array(text.utf8)
        var count = 0
        var index = 0
        while index + needle.count <= bytes.count {
            if bytes[index] == needle[0], Array(bytes[index..<index + needle.count]) == needle {
                bytes[index] ^= 4
                count += 1
            }
            index += 1
        }
        try Data(bytes).write(to: URL(filePath: file))
        return count
    }
}

@Suite(.serialized) struct ServiceDiskTests {
    @Test func `a full disk loses a turn, or stops the server for good`() throws {
        guard let folder = try TemporaryFolder.smallDisk() else { return }
        // Something else takes most of the disk.
        let files = FileManager.default
        let ballast = folder.path + "/ballast"
        #expect(files.createFile(atPath: ballast, contents: Data(count: 800_000)))
        let fixture = try ServiceFixture(folder: folder)
        try fixture.start("a")
        let first = try fixture.turn("a", 1, "one")
        var refused: Status?
        var taken: UInt32 = 1
        let long = String(repeating: "x", count: 480)
        while refused == nil, taken < 400 {
            refused = fixture.status { try fixture.turn("a", taken + 1, long) }
            if refused == nil { taken += 1 }
        }
        #expect(refused?.code == .resourceExhausted || refused?.code == .unavailable)
        #expect(refused?.message.contains("disk") == true, "\(refused?.message ?? "")")
        guard case .degraded = fixture.journal.health else {
            Issue.record("the server calls itself well")
            return
        }
        // What was acknowledged stays, reads go on.
        #expect(try fixture.calls.state(of: "a")?.turn == taken)
        #expect(try fixture.turn("a", 1, "one") == first)
        try files.removeItem(atPath: ballast)
        #expect(try fixture.turn("a", taken + 1, long).turn == taken + 1)
        #expect(fixture.journal.health == .good)
        try fixture.reopen()
        #expect(try fixture.calls.state(of: "a")?.turn == taken + 1)
        fixture.close()
    }
}
