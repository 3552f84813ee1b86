import Foundation
import LMDB
import Messages
import RPC
import TestSupport
import Testing

@testable import Handoff

/// Handoffs that are deleted some days after the ends of their calls.
@Suite(.timeLimit(.minutes(2))) struct RetentionTests {
    private static let day: Int64 = 86_400_000
    private static let now: Int64 = 1_800_000_000_000

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func store(keepDays: Int? = 2) throws -> HandoffStore {
        try HandoffStore(folder: folder.path + "/handoffs", keepDays: keepDays)
    }

    private func retention(_ store: HandoffStore, now: Int64 = Self.now) throws -> Retention {
        let retention = Retention(store, clock: { now }, logger: quietLogger)
        return try #require(retention)
    }

    /// Stores the handoff of a call, rated and resolved, and what proposals need of it.
    private func add(
        _ callID: String,
        daysAgo: Double,
        at position: UInt64,
        to store: HandoffStore
    ) throws {
        var call = ExampleCall.reply
        call.summary?.callID = callID
        call.summary?.lastAtMs = Self.now - Int64(daysAgo * Double(Self.day))
        try store.perform { [call] store, transaction in
            let record = HandoffRecord(of: call, assembledAtMilliseconds: Self.now)
            _ = try store.add(record, in: &transaction)
            try store.observe(CallObservation(of: call), at: position, in: &transaction)
            _ = try store.claim(
                ClaimRequest(callID: callID, engineer: "kim"),
                atMilliseconds: Self.now,
                in: &transaction
            )
            for id in ["r1", "r2"] {
                let rating = Rating(ratingID: id, engineer: "kim", score: 4, note: "needle \(id)")
                _ = try store.rate(callID, rating, in: &transaction)
            }
            let outcome = OutcomeRecord(outcomeID: "o", engineer: "kim", resolution: .resolved)
            _ = try store.record(callID, outcome, nowMilliseconds: Self.now, in: &transaction)
        }
    }

    private func counts(_ store: HandoffStore) throws -> [String: Int] {
        try store.environment.statistics().entries.filter { $0.value > 0 }
    }

    private func scores(_ store: HandoffStore) throws -> (calls: UInt32, rated: UInt32) {
        let request = CallMetricsRequest(untilMs: Self.now + 1, groupBy: [.tree])
        let group = try #require(try store.metrics(request).groups.first)
        return (group.calls, group.rated)
    }

    @Test func `a handoff is kept for longer than it may be, or one goes that should stay`() throws
    {
        let store = try store()
        defer { store.close() }
        // More than one deletion takes; made in another order than their calls ended in.
        try add("young", daysAgo: 1.9, at: 101, to: store)
        for number in 1...100 {
            try add("old-\(number)", daysAgo: 3, at: UInt64(number), to: store)
        }
        let before = try scores(store)
        #expect(before == (101, 101))
        try retention(store).round()
        // Two ratings; of the rest one each.
        #expect(
            try counts(store) == [
                "calls": 1, "records": 1, "summaries": 1, "claims": 1, "ratings": 2, "outcomes": 1,
                "observations": 1, "rows": 101, "confirmations": 101,
            ]
        )
        #expect(try store.detail(of: "young").ratings.count == 2)
        #expect(try store.observedCalls(maximum: 10).map(\.observation.callID) == ["young"])
        #expect(throws: Status.self) { try store.detail(of: "old-7") }
        #expect(try scores(store) == before)
        // A later one gets a number of its own.
        try add("next", daysAgo: 0, at: 102, to: store)
        #expect(try store.list(ListHandoffsRequest()).handoffs.map(\.callID) == ["next", "young"])
        // With time the others go, too.
        try retention(store, now: Self.now + 3 * Self.day).round()
        #expect(try Set(counts(store).keys) == ["rows", "confirmations"])
    }

    @Test func `a call that is erased leaves something behind, or takes another with it`() throws {
        let store = try store(keepDays: nil)
        defer { store.close() }
        for number in 1...3 { try add("call-\(number)", daysAgo: 1, at: UInt64(number), to: store) }
        let before = try scores(store)
        func forget(_ callID: String) throws -> Bool {
            let traces = try store.traces(of: callID)
            return try store.perform { store, transaction in
                try store.keep(callID, sinceMilliseconds: 1, in: &transaction)
                return try store.forget(callID, traces, in: &transaction)
            }
        }
        for (name, calls) in [("own", ["call-2", "call-3"]), ("other", ["call-1"])] {
            try store.perform { store, transaction in
                let pattern = Pattern(name: name, callIDs: calls)
                _ = try store.add(pattern, AuditRecord(action: "flag"), in: &transaction)
            }
        }
        #expect(try forget("call-2"))
        #expect(
            try counts(store) == [
                "calls": 2, "records": 2, "summaries": 2, "claims": 2, "ratings": 4, "outcomes": 2,
                "observations": 2, "rows": 3, "confirmations": 2, "patterns": 1, "audit": 2,
            ]
        )
        #expect(try store.pattern("own") == nil && store.pattern("other") != nil)
        #expect(
            try store.observedCalls(maximum: 9).map(\.observation.callID) == ["call-1", "call-3"]
        )
        #expect(try scores(store) == before)
        let rows = try store.environment.withRead { transaction in
            var rows: [CallRow] = []
            try transaction.view.forEach(in: store.tables.rows, prefix: [UInt8]().span) { record in
                rows.append(try CallRow.decode(record.value, limits: .stored))
                return true
            }
            return rows
        }
        #expect(rows.map(\.caller.isEmpty) == [false, true, false])
        #expect(try store.traces(of: "call-2").positions.isEmpty)
    }

    @Test func `what is damaged holds up the deletion of the rest`() throws {
        do {
            let store = try store(keepDays: nil)
            defer { store.close() }
            for number in 1...3 {
                try add("call-\(number)", daysAgo: 3, at: UInt64(number), to: store)
            }
        }
        let path = folder.path + "/handoffs/data.mdb"
        try flip("needle r1", in: path)
        let store = try store()
        defer { store.close() }
        #expect(throws: (any Error).self) { try store.detail(of: "call-2") }
        try retention(store).round()
        #expect(try Set(counts(store).keys) == ["rows", "confirmations"])
    }

    @Test func `calls that were deleted are followed anew, or their ratings are lost`() throws {
        let diagnosis = try FakeDiagnosis(folder: folder.path)
        try diagnosis.start()
        let now = Int64(Date().timeIntervalSince1970 * 1_000)
        for id in ["a", "b", "c"] { diagnosis.add(id, lastAtMilliseconds: now - 3 * Self.day) }
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 3 }
            for id in ["a", "b", "c"] {
                _ = try client.rate(id, Rating(ratingID: "r", engineer: "kim", score: 4))
            }
        }
        func rated(_ client: HandoffClient) throws -> [UInt32] {
            let request = CallMetricsRequest(untilMs: now + 1, groupBy: [.tree])
            let reply: CallMetricsReply = try client.call("Metrics", request)
            return reply.groups.flatMap { [$0.calls, $0.rated] }
        }
        // The one that was followed last is gone; two are left that are too old here.
        diagnosis.delete("c")
        try withHandoffServer(diagnosis, folder: folder, keepDays: 2) { client in
            _ = try client.waitForList { $0.handoffs.isEmpty }
            diagnosis.add("d", lastAtMilliseconds: now)
            // "e" is deleted before it is followed, and another is too old.
            diagnosis.add("e", lastAtMilliseconds: now - 3 * Self.day)
            diagnosis.delete("e")
            diagnosis.add("f", lastAtMilliseconds: now - 3 * Self.day)
            diagnosis.add("g", lastAtMilliseconds: now)
            let list = try client.waitForList { $0.handoffs.count == 2 }
            #expect(list.handoffs.map(\.callID) == ["g", "d"] && list.kept.isEmpty)
            #expect(try rated(client) == [6, 3])
            for id in ["a", "c", "f"] {
                let refused = #expect(throws: Status.self) { try client.assemble(id) }
                #expect(refused?.code == .notFound)
                let late = #expect(throws: Status.self) {
                    try client.rate(id, Rating(ratingID: "late", engineer: "kim", score: 4))
                }
                #expect(late?.code == .notFound)
            }
        }
        // With the last ones gone it is still the same server: "b" is not followed anew, though it would be kept now.
        for id in ["a", "d", "f", "g"] { diagnosis.delete(id) }
        try withHandoffServer(diagnosis, folder: folder) { client in
            diagnosis.add("h", lastAtMilliseconds: now)
            let list = try client.waitForList { $0.handoffs.contains { $0.callID == "h" } }
            #expect(list.handoffs.map(\.callID) == ["h", "g", "d"])
            #expect(try rated(client) == [7, 3])
        }
    }

    /// Flips a bit at each place where the text stands.
    private func flip(_ text: String, in path: String) throws {
        var data = try Data(contentsOf: URL(filePath: path))
        var start = data.startIndex
        while let place = data.range(of: Data(text.utf8), in: start..<data.endIndex) {
            data[place.lowerBound] ^= 4
            start = place.upperBound
        }
        try #require(start > data.startIndex)
        try data.write(to: URL(filePath: path))
    }
}
