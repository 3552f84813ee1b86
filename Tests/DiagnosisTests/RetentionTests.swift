import Foundation
import LMDB
import Messages
import RPC
import TestSupport
import Testing

@testable import Diagnosis

/// Calls that are deleted some days after their ends.
@Suite struct RetentionTests {
    private static let day: Int64 = 86_400_000

    /// A folder in memory where that is possible: a disk takes minutes for very many turns.
    private static func quickFolder() throws -> TemporaryFolder {
        let memory = URL(filePath: "/dev/shm")
        let isThere = FileManager.default.fileExists(atPath: memory.path)
        return try isThere ? TemporaryFolder(below: memory) : TemporaryFolder()
    }

    private func fixture(
        days: Int64 = 2,
        mapBytes: Int = 64 << 20,
        folder: TemporaryFolder? = nil
    ) throws -> ServiceFixture {
        var settings = ServiceSettings.small
        settings.keepMilliseconds = days * Self.day
        settings.callsMapBytes = mapBytes
        settings.idleMilliseconds = 1_000 * Self.day
        settings.liveCalls = 1
        return try ServiceFixture(folder: folder, settings: settings)
    }

    private func hold(_ id: String, _ fixture: ServiceFixture, words: String = "") throws {
        try fixture.start(id)
        try fixture.turn(id, 1, "\(words) \(id)")
        try fixture.turn(id, 2, Input(kind: .hangUp(HangUp())))
    }

    private func round(_ fixture: ServiceFixture) {
        fixture.settle()
        fixture.housekeeping.round()
        fixture.settle()
    }

    private func listed(_ fixture: ServiceFixture, after: UInt64 = 0) throws -> [String] {
        try fixture.journal.endedCalls(after: after, maximum: 100).map(\.callID)
    }

    private func records(_ fixture: ServiceFixture) throws -> [String: Int] {
        try fixture.journal.environment.statistics().entries
    }

    @Test func `a call is kept for longer than it may be, or one goes that should stay`() throws {
        let fixture = try fixture()
        // One goes on for days, in memory at last; another was put aside.
        try fixture.start("aside")
        fixture.clock.advance(milliseconds: 10)
        try fixture.start("live")
        try hold("old-1", fixture)
        try hold("old-2", fixture)
        try wait { answer in
            let request = ConfirmRequest(callID: "old-1", engineer: "kim")
            try fixture.journal.confirm(request, on: fixture.loop) { result in
                answer(result.mapError { Status(of: $0) })
            }
        }
        round(fixture)
        #expect(fixture.calls.table.find("aside") == nil)
        fixture.clock.advance(milliseconds: 2 * Self.day)
        try fixture.turn("live", 1, "still here")
        try hold("young", fixture)
        round(fixture)
        #expect(try listed(fixture) == ["old-1", "old-2", "young"])
        // Now the two ended more than two days ago.
        fixture.clock.advance(milliseconds: 1)
        for _ in 0..<3 { round(fixture) }
        #expect(try listed(fixture) == ["young"])
        #expect(try listed(fixture, after: 1) == ["young"])
        for id in ["old-1", "old-2"] {
            #expect(
                fixture.status { _ = try fixture.calls.detail(of: id, withRecords: true) }?.code
                    == .notFound
            )
            #expect(fixture.status { try fixture.turn(id, 2, "more") }?.code == .notFound)
        }
        #expect(try fixture.calls.detail(of: "young", withRecords: true).records.count == 3)
        // Of each call that is left all records are there, and no others.
        #expect(
            try records(fixture).filter { $0.key != "aside" } == [
                "journal": 6, "calls": 1, "ended": 1, "confirmed": 0, "meta": 2,
            ]
        )
        try fixture.reopen()
        #expect(try fixture.turn("live", 2, "on").turn == 2)
        #expect(try fixture.turn("aside", 1, "hello").turn == 1)
        #expect(try fixture.calls.detail(of: "live", withRecords: true).records.count == 3)
        // The id is free for another call.
        try hold("old-1", fixture)
        #expect(try listed(fixture) == ["young", "old-1"])
        #expect(try fixture.journal.index(of: "old-1")?.summary?.endedSequence == 4)
    }

    @Test func `positions are given again after all calls were deleted`() throws {
        let fixture = try fixture()
        for id in ["a", "b", "c"] { try hold(id, fixture) }
        let sequence = fixture.journal.lastSequence
        fixture.clock.advance(milliseconds: 3 * Self.day)
        round(fixture)
        round(fixture)
        #expect(try records(fixture)["journal"] == 0)
        #expect(try records(fixture)["ended"] == 0)
        try fixture.reopen()
        #expect(fixture.journal.lastSequence == sequence)
        #expect(fixture.journal.lastEndedSequence == 3)
        try fixture.start("d")
        try fixture.turn("d", 1, "what a restart must find")
        // Of a call that is in memory nothing else tells that its records are needed.
        let later = fixture.clock.now + 1
        #expect(try fixture.journal.deleteRecords(from: 0, before: later, now: later) == nil)
        try fixture.reopen()
        #expect(try fixture.calls.state(of: "d")?.turn == 1)
        try fixture.turn("d", 2, Input(kind: .hangUp(HangUp())))
        let ended = try fixture.journal.endedCalls(after: 3, maximum: 10)
        #expect(ended.map(\.callID) == ["d"] && ended.map(\.endedSequence) == [4])
    }

    @Test func `a crash between two deletions loses a call or leaves one behind`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        let fixture = try fixture()
        var ended: [(id: String, at: Int64)] = []
        for step in 0..<300 {
            let limit = fixture.clock.now - 2 * Self.day
            switch Int.random(in: 0..<10, using: &random) {
            case 0: try fixture.reopen()
            case 1: round(fixture)
            case 2:
                // A crash comes after the calls went and before their records do, or after some of these.
                let now = fixture.clock.now
                _ = try fixture.journal.deleteCalls(endedBefore: limit, now: now)
                if Bool.random(using: &random) {
                    _ = try fixture.journal.deleteRecords(from: 0, before: limit, now: now)
                }
                try fixture.reopen()
            default:
                try hold("call-\(step)", fixture)
                ended.append(("call-\(step)", fixture.clock.now))
            }
            let kept = ended.filter { $0.at >= fixture.clock.now - 2 * Self.day }.map(\.id)
            #expect(try Set(listed(fixture)).isSuperset(of: kept))
            for id in kept {
                #expect(try fixture.calls.detail(of: id, withRecords: true).records.count == 3)
            }
            fixture.clock.advance(milliseconds: Int64.random(in: 0..<Self.day / 4, using: &random))
        }
        #expect(fixture.calls.damagedCount == 0)
        for _ in 0..<2 { round(fixture) }
        let kept = ended.filter { $0.at >= fixture.clock.now - 2 * Self.day }.map(\.id)
        #expect(try listed(fixture) == kept)
        #expect(try records(fixture)["journal"] == 3 * kept.count)
    }

    /// What is damaged: a record of the call in the middle, its index, or its place in the order of ended calls.
    @Test(arguments: ["record", "calls", "ended", "last"])
    func `what is damaged holds up the deletion of the rest, or stays for ever`(what: String) throws
    {
        let fixture = try fixture()
        for id in ["first", "bad-needle", "last"] { try hold(id, fixture, words: "moment") }
        let index = try #require(try fixture.journal.index(of: "bad-needle"))
        let sequence = what == "last" ? index.lastSequence : index.lastSequence - 1
        let record = try fixture.journal.record(sequence)
        let value =
            switch what {
            case "calls": index.encoded()
            case "ended": Array("bad-needle".utf8)
            default: record.encoded()
            }
        round(fixture)
        fixture.close()
        try flip(value, in: fixture.folder.path + "/data.mdb", all: what != "ended")
        try fixture.reopen()
        fixture.clock.advance(milliseconds: Self.day)
        try hold("young", fixture)
        fixture.clock.advance(milliseconds: 2 * Self.day)
        for _ in 0..<2 { round(fixture) }
        #expect(try listed(fixture) == ["young"])
        let left = try records(fixture)
        #expect(left["calls"] == 1 && left["ended"] == 1 && left["journal"] == 3, "\(left)")
        #expect(try fixture.calls.detail(of: "young", withRecords: true).records.count == 3)
    }

    @Test func `a clock that was wrong for a while stops all deletion, or deletes young calls`()
        throws
    {
        let fixture = try fixture()
        try hold("old", fixture)
        fixture.clock.advance(milliseconds: 400 * Self.day)
        try hold("ahead", fixture)
        fixture.clock.advance(milliseconds: -397 * Self.day)
        try hold("young", fixture)
        round(fixture)
        round(fixture)
        #expect(try listed(fixture) == ["ahead", "young"])
        fixture.clock.advance(milliseconds: -60 * Self.day)
        try hold("behind", fixture)
        fixture.clock.advance(milliseconds: 60 * Self.day)
        round(fixture)
        #expect(try listed(fixture) == ["ahead", "young", "behind"])
        fixture.clock.advance(milliseconds: 3 * Self.day)
        round(fixture)
        round(fixture)
        #expect(try records(fixture)["journal"] == 0)
    }

    @Test func `a replay or a search by time stumbles over a gap`() throws {
        let fixture = try fixture()
        var times: [Int64] = []
        for number in 0..<100 {
            fixture.clock.advance(milliseconds: Self.day / 24)
            try hold("call-\(number)", fixture)
            times.append(fixture.clock.now)
        }
        round(fixture)
        // The clock stands at the end of the last one: 48 ended no longer ago than two days, and one just then.
        #expect(try listed(fixture).count == 49)
        for (index, time) in times.enumerated() {
            let position = index > 51 ? UInt64(index) : 0
            #expect(try fixture.journal.endedPosition(before: time) == position, "\(index)")
        }
        var found: [String] = []
        for (after, through) in [(UInt64(0), UInt64(52)), (52, 53), (53, 99)] {
            try fixture.journal.forEachPastCall(after: after, through: through) { call in
                found.append(call.id)
                return true
            }
        }
        #expect(found == (51..<99).map { "call-\($0)" })
    }

    @Test func `a small map is full one day though old calls are deleted`() throws {
        let mapBytes = 1 << 19
        let folder = try Self.quickFolder()
        let fixture = try fixture(mapBytes: mapBytes, folder: folder)
        var random = SeededGenerator(seed: 7)
        var bytes = 0
        var number = 0
        while bytes < 20 * mapBytes {
            number += 1
            let id = "call-\(number)"
            try fixture.start(id)
            for turn in 1...UInt32(Int.random(in: 1...6, using: &random)) {
                let words = String(repeating: "x", count: Int.random(in: 0...450, using: &random))
                try fixture.turn(id, turn, "\(words) \(id)")
                if turn == 6 { break }
            }
            let turns = try fixture.calls.state(of: id)?.turn ?? 0
            try fixture.turn(id, turns + 1, Input(kind: .hangUp(HangUp())))
            let index = try #require(try fixture.journal.index(of: id))
            bytes += index.encoded().count
            for record in try fixture.journal.records(of: id, upTo: index.lastSequence) {
                bytes += record.record.encoded().count
            }
            // Some forty calls in two days.
            fixture.clock.advance(milliseconds: Self.day / 20)
            if number.isMultiple(of: 5) { round(fixture) }
        }
        let statistics = try fixture.journal.environment.statistics()
        print("\(number) calls, \(bytes) bytes in a map of \(mapBytes): \(statistics)")
        #expect(try listed(fixture).count <= 46)
        #expect(fixture.journal.health == .good)
    }

    @Test func `a map that is full stays full when days are set`() throws {
        let folder = try Self.quickFolder()
        var settings = ServiceSettings.small
        settings.callsMapBytes = 1 << 20
        func fill(_ fixture: ServiceFixture) throws -> Int {
            var number = 0
            while true {
                let words = String(repeating: "x", count: 400)
                let status = fixture.status { try hold("\(UUID())", fixture, words: words) }
                guard let status else {
                    number += 1
                    fixture.clock.advance(milliseconds: Self.day / 20)
                    continue
                }
                #expect(status.code == .resourceExhausted)
                return number
            }
        }
        let first = try ServiceFixture(folder: folder, settings: settings)
        let taken = try fill(first)
        // The call that was refused its turn goes on; a process after this one ends it.
        first.close()
        settings.keepMilliseconds = 2 * Self.day
        let second = try ServiceFixture(folder: folder, settings: settings)
        second.clock.advance(milliseconds: first.clock.now - second.clock.now)
        for _ in 0..<3 { round(second) }
        let statistics = try second.journal.environment.statistics()
        print("\(taken) calls filled the map, then \(statistics)")
        #expect(second.journal.health == .good)
        #expect(statistics.freeBytes > statistics.usedBytes / 3)
        #expect(try fill(second) > 0)
        second.close()
    }

    /// Flips a bit in the middle of a value, wherever it stands, or where it stands alone behind its size.
    private func flip(_ value: [UInt8], in path: String, all: Bool) throws {
        var data = try Data(contentsOf: URL(filePath: path))
        var count = 0
        var start = data.startIndex
        while let place = data.range(of: Data(value), in: start..<data.endIndex) {
            start = place.upperBound
            // A node of a page has the size of its value, with the checksum, and that of its key before both.
            let isEndedNode =
                data[place.lowerBound - 16] == UInt8(value.count + 4)
                && data[place.lowerBound - 10] == 8
            guard all || isEndedNode else { continue }
            data[place.lowerBound + value.count / 2] ^= 4
            count += 1
        }
        try #require(count > 0)
        try data.write(to: URL(filePath: path))
    }
}
