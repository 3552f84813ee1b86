import Diagnosis
import Foundation
import LMDB
import Messages
import RPC
import TestSupport
import Testing

@testable import Handoff

/// A disk that is full, and requests that are none.
@Suite(.serialized, .timeLimit(.minutes(2))) struct DamageTests {
    @Test func `a full disk loses a rating, or counts one that was refused`() throws {
        guard let folder = try TemporaryFolder.smallDisk() else { return }
        let disk = folder.path
        let files = FileManager.default
        #expect(files.createFile(atPath: disk + "/ballast", contents: Data(count: 700_000)))
        let store = try HandoffStore(folder: disk + "/handoffs")
        defer { store.close() }
        let record = HandoffRecord(of: ExampleCall.reply, assembledAtMilliseconds: 1)
        _ = try store.perform { try $0.add(record, in: &$1) }
        var taken = 0
        var refused: Status?
        while refused == nil, taken < Limits.recordsPerHandoff {
            let rating = Rating(
                ratingID: "r\(taken + 1)",
                engineer: "kim",
                score: UInt32(taken % 5 + 1),
                note: String(repeating: "n", count: Limits.noteBytes),
                corrects: taken == 0 ? "" : "r\(taken)"
            )
            do {
                _ = try store.perform { try $0.rate("vpn-1", rating, in: &$1) }
                taken += 1
            } catch {
                refused = Status(of: error)
            }
        }
        #expect(taken > 0)
        #expect(refused?.code == .resourceExhausted || refused?.code == .unavailable)
        guard case .degraded = store.health else {
            Issue.record("the store calls itself well")
            return
        }
        // What was acknowledged stays and counts; reads go on.
        #expect(try store.detail(of: "vpn-1").ratings.count == taken)
        #expect(try score(in: store) == Double((taken - 1) % 5 + 1))
        try files.removeItem(atPath: disk + "/ballast")
        let rating = Rating(ratingID: "new", engineer: "kim", score: 1, corrects: "r\(taken)")
        _ = try store.perform { try $0.rate("vpn-1", rating, in: &$1) }
        #expect(try score(in: store) == 1)
    }

    @Test func `one damaged record hides the others of its kind`() throws {
        let folder = try TemporaryFolder()
        let ids = ["good-1", "bad-needle", "good-2"]
        try fill(folder.path + "/handoffs", ids)
        try flip("bad-needle", in: folder.path + "/handoffs/data.mdb")
        let store = try HandoffStore(folder: folder.path + "/handoffs")
        defer { store.close() }
        let list = try store.list(ListHandoffsRequest())
        #expect(list.handoffs.map(\.callID) == ["good-2", "good-1"])
        #expect(list.kept.sorted() == ["kept-good-1", "kept-good-2"])
        #expect(try store.keptRequests(maximum: 10).count == 2)
        let confirmations = try store.confirmations(after: "", maximum: 10)
        #expect(confirmations.map(\.callID).sorted() == ["good-1", "good-2"])
        #expect(
            try store.observedCalls(maximum: 10).map(\.observation.callID) == ["good-1", "good-2"]
        )
        let metrics = try store.metrics(CallMetricsRequest().checked(nowMilliseconds: .max - 1))
        #expect(metrics.groups.map(\.calls) == [2])
    }

    /// Makes a store with handoffs, kept requests and confirmations of some calls.
    private func fill(_ folder: String, _ ids: [String]) throws {
        let store = try HandoffStore(folder: folder)
        defer { store.close() }
        try store.perform { store, transaction in
            for (position, id) in ids.enumerated() {
                let observation = CallObservation(callID: id)
                try store.observe(observation, at: UInt64(position + 1), in: &transaction)
                var call = ExampleCall.reply
                call.summary?.callID = id
                let record = HandoffRecord(of: call, assembledAtMilliseconds: 1)
                _ = try store.add(record, in: &transaction)
                try store.keep("kept-" + id, sinceMilliseconds: 1, in: &transaction)
                let outcome = OutcomeRecord(outcomeID: "o", engineer: "kim", resolution: .resolved)
                _ = try store.record(id, outcome, nowMilliseconds: 1, in: &transaction)
            }
        }
        #expect(try store.confirmations(after: "", maximum: 10).count == ids.count)
    }

    /// Flips a bit at each place where the text stands.
    private func flip(_ text: String, in file: String) throws {
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
        let needle = Array(text.utf8)
        let places = bytes.indices.filter { start in
            bytes[start] == needle[0] && bytes[start...].starts(with: needle)
        }
        #expect(!places.isEmpty)
        for place in places { bytes[place] ^= 4 }
        try Data(bytes).write(to: URL(filePath: file))
    }

    @Test func `garbage for a request stops the server, or is taken`() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed of the garbage test: \(seed)")
        var random = SeededGenerator(seed: seed)
        let folder = try TemporaryFolder()
        let diagnosis = try FakeDiagnosis(folder: folder.path)
        try diagnosis.start()
        diagnosis.add("a")
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 1 }
            let rating = Rating(ratingID: "r", engineer: "kim", score: 3, missing: ["m"], note: "n")
            let good = [
                RateRequest(callID: "a", rating: rating).encoded(),
                CallMetricsRequest(metrics: [.repeatRate], groupBy: [.day], trees: ["t"]).encoded(),
            ]
            for round in 0..<400 {
                var bytes = good[round % 2]
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    let index = bytes.indices.randomElement(using: &random) ?? 0
                    bytes[index] = UInt8.random(in: .min ... .max, using: &random)
                }
                let method = round % 2 == 0 ? "Rate" : "Metrics"
                do throws(Status) {
                    // Whatever comes back, it is an answer.
                    let _: Raw = try client.client.call(
                        service: "baton.v1.Handoff",
                        method: method,
                        Raw(bytes: bytes)
                    )
                } catch {
                    #expect(
                        ![.internal, .unavailable].contains(error.code),
                        "seed \(seed): \(error)"
                    )
                }
            }
            let detail = try client.get("a")
            #expect(detail.ratings.allSatisfy { (1...5).contains($0.score) }, "seed \(seed)")
        }
    }

    /// Bytes that need be no message.
    private struct Raw: Message {
        var bytes: [UInt8]

        static func decode(_ bytes: Span<UInt8>, limits: DecodeLimits) throws(DecodeError) -> Raw {
            Raw(bytes: bytes.indices.map { bytes[$0] })
        }

        func append(to output: inout [UInt8]) { output += bytes }
    }

    private func score(in store: HandoffStore) throws -> Double? {
        let request = CallMetricsRequest(untilMs: 2_000_000_000_000, metrics: [.satisfactionMean])
        return try store.metrics(request.checked(nowMilliseconds: 1)).groups.first?.values.first?
            .value
    }
}
