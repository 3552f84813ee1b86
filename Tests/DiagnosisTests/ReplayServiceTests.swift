import Catalog
import Foundation
import Messages
import RPC
import TestSupport
import Testing
import Transport

@testable import Diagnosis

/// Replays of a journal on disk: damage, jobs, what is walked and what is not.
@Suite struct ReplayServiceTests {
    /// Holds a call up to its handoff; what it asks of systems times out.
    private func handOff(_ id: String, _ fixture: ServiceFixture) throws {
        try fixture.start(id)
        try fixture.turn(id, 1, .says("the printer does not print"))
        _ = try fixture.addFacts(
            AddFactsRequest(
                callID: id,
                requestID: "toner",
                system: "print-server",
                facts: [StructuredAnswer(fact: "test.toner", value: "full")]
            )
        )
        try fixture.turn(id, 2, Input(kind: .silence(Silence())))
        try fixture.turn(id, 3, .answers(["test.light": "fail"]))
        let last = try fixture.turn(id, 4, .answers(["customer.availability": "now"]))
        try #require(last.outcome == .escalated)
    }

    private func report(
        _ fixture: ServiceFixture,
        after: UInt64 = 0,
        includesLive: Bool = true
    ) throws -> ReplayReport {
        let draft = try ReplayFixture.view([("requires: [test.light]", "requires: []")])
        let replay = try Replay(fixture.calls, base: TestCatalog.view, draft: draft)
        let range = Replay.Range(
            after: after,
            through: fixture.journal.lastEndedSequence,
            includesLive: includesLive
        )
        return try replay.run(range) { _ in true }
    }

    @Test func `a damaged record ends a replay, or is not counted`() throws {
        let fixture = try ServiceFixture()
        for id in ["one", "two", "three"] { try handOff(id, fixture) }
        try fixture.start("live")
        try fixture.turn("live", 1, .says("the printer does not print"))
        let whole = try report(fixture)
        #expect(whole.calls == 4 && whole.damaged == 0 && whole.handoffs == 3 && whole.turns == 13)
        #expect(try report(fixture, after: 2, includesLive: false).calls == 1)
        // The second call's last answer but one is damaged on disk.
        let last = try #require(try fixture.journal.index(of: "two")?.lastSequence)
        let previous = try fixture.journal.record(last).previous
        let record = try fixture.journal.record(previous).encoded()
        fixture.close()
        try flip(record, in: fixture.folder.path + "/data.mdb")
        try fixture.reopen()
        let damaged = try report(fixture)
        #expect(damaged.calls == 3 && damaged.damaged == 1 && damaged.handoffs == 2)
    }

    /// Flips a bit in the middle of a record, wherever it stands.
    private func flip(_ record: [UInt8], in path: String) throws {
        var data = try Data(contentsOf: URL(filePath: path))
        var count = 0
        // Pages that were copied on a write are still in the file.
        while let place = data.range(of: Data(record)) {
            data[place.lowerBound + record.count / 2] ^= 4
            count += 1
        }
        try #require(count > 0)
        try data.write(to: URL(filePath: path))
    }

    @Test func `calls since a time begin with one that ended before it`() throws {
        let fixture = try ServiceFixture()
        var times: [Int64] = []
        for number in 0..<9 {
            fixture.clock.advance(milliseconds: 1_000)
            try handOff("call-\(number)", fixture)
            times.append(fixture.clock.now)
        }
        for (index, time) in times.enumerated() {
            #expect(try fixture.journal.endedPosition(before: time) == UInt64(index))
            #expect(try fixture.journal.endedPosition(before: time + 1) == UInt64(index + 1))
        }
        #expect(try fixture.journal.endedPosition(before: 0) == 0)
    }

    @Test func `a replay job is lost, never ends, or hides what is wrong with its draft`() throws {
        let bench = try ServerBench()
        try bench.publish()
        try bench.start("one")
        _ = try bench.turn("one", 1, .says("the printer does not print"))
        func ask(_ request: ReplayRequest) throws -> ReplayReply {
            try bench.call(service: CatalogService.name, "Replay", request)
        }
        func finish(_ begun: ReplayReply) throws -> ReplayReply {
            var reply = begun
            while !reply.done { reply = try ask(ReplayRequest(job: begun.job)) }
            return reply
        }
        let tree = String(decoding: TestCatalog.files[1].content, as: UTF8.self)
        func stage(_ text: String) throws -> String {
            let file = SourceFile(path: TestCatalog.files[1].path, content: Array(text.utf8))
            let reply: StageReply = try bench.call(
                service: CatalogService.name,
                "Stage",
                StageRequest(baseRelease: 1, files: [file])
            )
            return reply.draft
        }
        let good = try stage(tree.replacing("Is the light on?", with: "Do you see a light?"))
        let done = try finish(try ask(ReplayRequest(draft: good)))
        #expect(done.report?.calls == 1 && done.report?.baseRelease == 1)
        #expect(done.report?.changes.first == "trees/printer.yaml")
        #expect(done.callsDone == 1 && done.callsTotal == 1)
        // What is done stays to be asked about.
        #expect(try ask(ReplayRequest(job: done.job)) == done)
        let bad = try finish(try ask(ReplayRequest(draft: try stage("id: printer\n"))))
        #expect(bad.report == nil && bad.problems.contains { $0.code == "missing-key" })
        bench.expect(.notFound, "no draft 'gone'") {
            _ = try finish(try ask(ReplayRequest(draft: "gone")))
        }
        bench.expect(.notFound, "replay-99") { _ = try ask(ReplayRequest(job: "replay-99")) }
        bench.expect(.invalidArgument, "draft") { _ = try ask(ReplayRequest()) }
        bench.expect(.invalidArgument, "why") {
            let request = PublishRequest(draft: good, force: true, why: " ")
            let _: PublishReply = try bench.call(service: CatalogService.name, "Publish", request)
        }
        bench.expect(.notFound, "no call nobody") {
            let _: ConfirmReply = try bench.call("Confirm", ConfirmRequest(callID: "nobody"))
        }
    }
}
