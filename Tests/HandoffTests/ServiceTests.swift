import Foundation
import Messages
import RPC
import TestSupport
import Testing
import Transport

@testable import Handoff

/// The service on real sockets and real files, beside a diagnosis server that tests hold.
@Suite(.timeLimit(.minutes(2))) struct ServiceTests {
    private let folder: TemporaryFolder
    private let diagnosis: FakeDiagnosis

    init() throws {
        folder = try TemporaryFolder()
        diagnosis = try FakeDiagnosis(folder: folder.path)
    }

    @Test func `ended calls that need a handoff get none, or others get one`() throws {
        try diagnosis.start()
        diagnosis.add("a", outcome: .escalated)
        diagnosis.add("b", outcome: .resolved)
        diagnosis.add("c", outcome: .wantsPerson)
        diagnosis.add("d", outcome: .unspecified)
        try withHandoffServer(diagnosis, folder: folder) { client in
            let first = try client.waitForList { $0.handoffs.count == 2 }
            #expect(first.handoffs.map(\.callID) == ["c", "a"])
            diagnosis.add("e", outcome: .abandoned)
            let second = try client.waitForList { $0.handoffs.count == 3 }
            #expect(second.handoffs.map(\.callID) == ["e", "c", "a"])
            #expect(second.handoffs.map(\.outcome) == [.abandoned, .wantsPerson, .escalated])
        }
        // What was followed is neither lost nor made again by a restart.
        diagnosis.add("f", outcome: .escalated)
        try withHandoffServer(diagnosis, folder: folder) { client in
            let list = try client.waitForList { $0.handoffs.count == 4 }
            #expect(list.handoffs.map(\.callID) == ["f", "e", "c", "a"])
        }
    }

    @Test func `a call that ended counts twice or not at all`() throws {
        try diagnosis.start()
        diagnosis.add("a", outcome: .escalated)
        diagnosis.add("b", outcome: .resolved)
        diagnosis.add("c", outcome: .unspecified)
        func calls(_ client: HandoffClient) throws -> [UInt32] {
            let request = CallMetricsRequest(untilMs: 2_000_000_000_000, groupBy: [.tree])
            let reply: CallMetricsReply = try client.call("Metrics", request)
            return reply.groups.flatMap { [$0.calls, $0.handoffs] }
        }
        try withHandoffServer(diagnosis, folder: folder) { client in
            while try calls(client) != [2, 1] { MonotonicTime.sleep(for: .milliseconds(5)) }
            // The handoff of a resolved call that somebody asks for counts; the call still does once.
            _ = try client.assemble("b")
            #expect(try calls(client) == [2, 2])
        }
        diagnosis.add("d", outcome: .abandoned)
        try withHandoffServer(diagnosis, folder: folder) { client in
            while try calls(client) != [3, 3] { MonotonicTime.sleep(for: .milliseconds(5)) }
        }
    }

    @Test func `a request is lost while the diagnosis server is away`() throws {
        try withHandoffServer(diagnosis, folder: folder) { client in
            #expect(try client.assemble("a") == AssembleReply(kept: true))
            #expect(try client.get("a") == HandoffDetail())
            let reply = try client.list()
            #expect(reply.kept == ["a"] && reply.handoffs.isEmpty)
            expectStatus(.failedPrecondition, "asked for and not made yet") {
                _ = try client.rate("a", Rating(ratingID: "1", engineer: "kim", score: 3))
            }
            let status: StatusReply = try client.client.call(
                service: ServerService.name,
                method: "Status",
                StatusRequest()
            )
            #expect(!status.healthy && status.reason.contains("baton-diagnosisd"))
        }
        // Kept on disk: the next process does it.
        try withHandoffServer(diagnosis, folder: folder) { client in
            #expect(try client.list().kept == ["a"])
            diagnosis.add("a", outcome: .resolved)
            try diagnosis.start()
            let list = try client.waitForList { $0.kept.isEmpty }
            #expect(list.handoffs.map(\.callID) == ["a"])
            diagnosis.stop()
            diagnosis.add("b", outcome: .escalated)
            try diagnosis.start()
            #expect(try client.waitForList { $0.handoffs.count == 2 }.handoffs[0].callID == "b")
        }
    }

    @Test func `a second Assemble makes a second handoff`() throws {
        try diagnosis.start()
        diagnosis.add("a", outcome: .resolved)
        diagnosis.add("live", outcome: .unspecified)
        try withHandoffServer(diagnosis, folder: folder) { client in
            let first = try client.assemble("a")
            #expect(!first.kept && first.record?.words == 171)
            #expect(try client.assemble("a") == first)
            #expect(try client.list().handoffs.count == 1)
            expectStatus(.notFound, "no call none") { _ = try client.assemble("none") }
            expectStatus(.failedPrecondition, "call live goes on") {
                _ = try client.assemble("live")
            }
            let render: RenderReply = try client.call(
                "Render",
                RenderRequest(callID: "a", format: .html, evidence: true)
            )
            #expect(render.mediaType == "text/html; charset=utf-8" && render.words == 171)
        }
    }

    @Test func `a claim, rating or outcome is given twice, or to two`() throws {
        try diagnosis.start()
        diagnosis.add("a")
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 1 }
            let claim = ClaimRequest(callID: "a", engineer: "kim")
            let held: HandoffDetail = try client.call("Claim", claim)
            #expect(try client.call("Claim", claim) == held)
            var other = ClaimRequest(callID: "a", engineer: "lee")
            expectStatus(.failedPrecondition, "is claimed by kim since") {
                let _: HandoffDetail = try client.call("Claim", other)
            }
            other.takeOver = true
            let taken: HandoffDetail = try client.call("Claim", other)
            #expect(taken.claim?.engineer == "lee")
            var back = ClaimRequest(callID: "a", engineer: "kim", giveBack: true)
            expectStatus(.failedPrecondition, "is claimed by lee since") {
                let _: HandoffDetail = try client.call("Claim", back)
            }
            back.engineer = "lee"
            for _ in 0..<2 {
                let given: HandoffDetail = try client.call("Claim", back)
                #expect(given.claim == nil)
            }
            #expect(try client.list(ListHandoffsRequest(unclaimed: true)).handoffs.count == 1)
            let _: HandoffDetail = try client.call("Claim", other)

            let rating = Rating(
                ratingID: "r1",
                engineer: "lee",
                score: 3,
                missing: ["environment.firmware"]
            )
            let rated = try client.rate("a", rating)
            #expect(try client.rate("a", rating) == rated)
            #expect(rated.ratings.map(\.missing) == [["environment.firmware"]])
            #expect(try #require(rated.ratings.first).atMs > 0)
            _ = try client.rate("a", Rating(ratingID: "r2", engineer: "kim", score: 5))

            let outcome = RecordOutcomeRequest(
                callID: "a",
                outcome: OutcomeRecord(
                    outcomeID: "o1",
                    engineer: "lee",
                    resolution: .resolved,
                    note: "forwarded"
                )
            )
            let closed: HandoffDetail = try client.call("RecordOutcome", outcome)
            #expect(try client.call("RecordOutcome", outcome) == closed)
            #expect(closed.outcomes.count == 1 && closed.ratings.count == 2)
            let summary = try #require(try client.list().handoffs.first)
            #expect(
                summary.engineer == "lee" && summary.score == 5 && summary.resolution == .resolved
            )
            #expect(try client.list(ListHandoffsRequest(unclaimed: true)).handoffs.isEmpty)
        }
    }

    @Test func `a list repeats or skips handoffs between pages`() throws {
        try diagnosis.start()
        for number in 1...7 { diagnosis.add("call-\(number)") }
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 7 }
            var listed: [String] = []
            while true {
                let page = try client.list(
                    ListHandoffsRequest(maximum: 3, beforeCallID: listed.last ?? "")
                )
                if page.handoffs.isEmpty { break }
                listed += page.handoffs.map(\.callID)
            }
            #expect(listed == (1...7).reversed().map { "call-\($0)" })
            #expect(try client.list(ListHandoffsRequest(queue: "network")).handoffs.count == 7)
            #expect(try client.list(ListHandoffsRequest(queue: "other")).handoffs.isEmpty)
        }
    }

    @Test func `an engineer sees what is finished, or not what is most urgent`() throws {
        try diagnosis.start()
        for (call, priority) in [("a", 3), ("b", 1), ("c", 3), ("d", 2), ("e", 3), ("f", 4)] {
            diagnosis.add(call, priority: UInt32(priority))
        }
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 6 }
            func record(_ call: String, _ resolution: Resolution) throws {
                let id = "\(call) \(resolution)"
                let outcome = OutcomeRecord(outcomeID: id, engineer: "lee", resolution: resolution)
                let _: HandoffDetail = try client.call(
                    "RecordOutcome",
                    RecordOutcomeRequest(callID: call, outcome: outcome)
                )
            }
            // Nobody has claimed these.
            try record("d", .resolved)
            try record("e", .bouncedBack)
            try record("f", .resolved)
            try record("f", .reopened)
            let _: HandoffDetail = try client.call(
                "Claim",
                ClaimRequest(callID: "c", engineer: "kim")
            )
            func listed(_ request: ListHandoffsRequest) throws -> [String] {
                let reply = try client.list(request)
                return reply.handoffs.map(\.callID) + (reply.more ? ["more"] : [])
            }
            #expect(try listed(ListHandoffsRequest(open: true)) == ["b", "a", "c", "f"])
            #expect(try listed(ListHandoffsRequest(maximum: 2, open: true)) == ["b", "a", "more"])
            #expect(try listed(ListHandoffsRequest(unclaimed: true)) == ["f", "b", "a"])
            #expect(try listed(ListHandoffsRequest(mine: true, engineer: "kim")) == ["c"])
            #expect(
                try listed(ListHandoffsRequest(maximum: 5)) == ["f", "e", "d", "c", "b", "more"]
            )
            #expect(try listed(ListHandoffsRequest(maximum: 6)).last == "a")
            expectStatus(.invalidArgument, "before_call_id goes without open") {
                _ = try client.list(ListHandoffsRequest(beforeCallID: "a", open: true))
            }
        }
    }

    @Test func `a lost baton-diagnosisd looks like a lost baton-handoffd, or holds the audit up`()
        throws
    {
        try withHandoffServer(diagnosis, folder: folder) { client in
            let began = ContinuousClock.now
            let other = HandoffClient(try Address("unix:\(folder.path)/handoff.sock"))
            let listing = Task.detached {
                let _: ListProposalsReply = try other.call("ListProposals", ListProposalsRequest())
            }
            MonotonicTime.sleep(for: .milliseconds(50))
            let _: ListAuditReply = try client.call("ListAudit", ListAuditRequest())
            #expect(ContinuousClock.now - began < .seconds(2))
            expectStatus(.failedPrecondition, "baton-handoffd gets no answer of baton-diagnosisd") {
                let _: ListProposalsReply = try client.call("ListProposals", ListProposalsRequest())
            }
            // One after the other; a command waits for ten seconds.
            #expect(ContinuousClock.now - began < .seconds(9))
            listing.cancel()
        }
    }

    @Test func `a request over a limit is taken, or refused without the limit`() throws {
        try diagnosis.start()
        diagnosis.add("a")
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 1 }
            let good = Rating(ratingID: "r", engineer: "kim", score: 3)
            let refusals: [(Rating, String)] = [
                (good.with { $0.score = 6 }, "Rating.score is 6, it is from 1 to 5"),
                (good.with { $0.score = 0 }, "Rating.score is 0, it is from 1 to 5"),
                (good.with { $0.ratingID = "" }, "Rating.rating_id is missing"),
                (good.with { $0.engineer = "" }, "Rating.engineer is missing"),
                (
                    good.with { $0.note = String(repeating: "n", count: 8_001) },
                    "Rating.note has 8001 bytes, the limit is 8000"
                ),
                (
                    good.with { $0.missing = Array(repeating: "m", count: 51) },
                    "Rating.missing has 51 entries, the limit is 50"
                ),
                (good.with { $0.wrong = [""] }, "Rating.wrong is missing"),
                (
                    good.with { $0.seconds = 86_401 },
                    "Rating.seconds is 86401, the limit is 86400"
                ),
            ]
            for (rating, message) in refusals {
                expectStatus(.invalidArgument, message) { _ = try client.rate("a", rating) }
            }
            expectStatus(.invalidArgument, "ListHandoffsRequest.maximum is 501") {
                _ = try client.list(ListHandoffsRequest(maximum: 501))
            }
            expectStatus(.invalidArgument, "AssembleRequest.call_id may hold letters") {
                _ = try client.assemble("a/b")
            }
            expectStatus(.invalidArgument, "OutcomeRecord.resolution is missing") {
                let outcome = OutcomeRecord(outcomeID: "o", engineer: "kim")
                let _: HandoffDetail = try client.call(
                    "RecordOutcome",
                    RecordOutcomeRequest(callID: "a", outcome: outcome)
                )
            }
            expectStatus(.notFound, "there is no handoff of call b") { _ = try client.get("b") }
            #expect(try client.get("a").ratings.isEmpty)
        }
    }

    private func expectStatus(
        _ code: Status.Code,
        _ message: String,
        _ body: () throws -> Void
    ) {
        do {
            try body()
            Issue.record("not refused: \(message)")
        } catch let status as Status {
            #expect(status.code == code && status.message.contains(message), "\(status)")
        } catch {
            Issue.record("\(error)")
        }
    }
}

extension Rating {
    fileprivate func with(_ change: (inout Rating) -> Void) -> Rating {
        var rating = self
        change(&rating)
        return rating
    }
}
