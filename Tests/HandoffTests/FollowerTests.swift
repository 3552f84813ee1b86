import Foundation
import LMDB
import Messages
import RPC
import TestSupport
import Testing

@testable import Handoff

/// What the follower does when some calls can't be had and others can.
@Suite(.timeLimit(.minutes(2))) struct FollowerTests {
    private let folder: TemporaryFolder
    private let diagnosis: FakeDiagnosis

    init() throws {
        folder = try TemporaryFolder()
        diagnosis = try FakeDiagnosis(folder: folder.path)
        try diagnosis.start()
    }

    @Test(arguments: [
        Status.Code.resourceExhausted, .internal, .unknown, .failedPrecondition, .dataLoss,
    ])
    func `one call that can't be had holds up the handoffs of all that follow`(
        code: Status.Code
    ) throws {
        // Such as a call whose records are larger than a reply may be.
        diagnosis.refuse("big", Status(code, "not this one"))
        for id in ["big", "next"] { diagnosis.add(id) }
        try withHandoffServer(diagnosis, folder: folder) { client in
            let list = try client.waitForList { !$0.handoffs.isEmpty }
            #expect(list.handoffs.map(\.callID) == ["next"] && list.kept == ["big"])
            diagnosis.refuse("big", nil)
            let later = try client.waitForList { $0.kept.isEmpty }
            #expect(later.handoffs.map(\.callID) == ["big", "next"])
        }
    }

    @Test func `a call whose summary is damaged never gets a handoff`() throws {
        // Of one nothing is left, not even its id.
        for id in ["", "bad"] { diagnosis.addDamaged(id) }
        diagnosis.add("good")
        try withHandoffServer(diagnosis, folder: folder) { client in
            let list = try client.waitForList { !$0.handoffs.isEmpty }
            #expect(list.handoffs.map(\.callID) == ["good"] && list.kept == ["bad"])
            let request = CallMetricsRequest(untilMs: 2_000_000_000_000, groupBy: [.tree])
            let reply: CallMetricsReply = try client.call("Metrics", request)
            #expect(reply.groups.map(\.calls) == [1])
        }
    }

    @Test func `the diagnosis server counts as reached before it was asked`() throws {
        let store = try HandoffStore(folder: folder.path + "/handoffs")
        defer { store.close() }
        let follower = Follower(
            store: store,
            link: try DiagnosisLink(ClientOptions(address: diagnosis.address)),
            settings: FollowerSettings(),
            clock: { 0 },
            logger: quietLogger
        )
        #expect(!follower.hasReached)
        follower.start()
        let latest = ContinuousClock.now + .seconds(60)
        while !follower.hasReached, ContinuousClock.now < latest { usleep(1_000) }
        #expect(follower.hasReached)
        follower.stop()
    }

    /// More than the follower looks at in one go.
    private let damaged = (0..<150).map { "damaged-\($0)" }

    private func prepare(
        _ change: @escaping @Sendable (HandoffStore, inout WriteTransaction) throws -> Void
    ) throws {
        for id in damaged { diagnosis.refuse(id, Status(.dataLoss, "damaged")) }
        let store = try HandoffStore(folder: folder.path + "/handoffs")
        try store.perform(change)
        store.close()
    }

    @Test func `requests that can't be met keep others from being met`() throws {
        diagnosis.add("good", outcome: .resolved)
        try prepare { [damaged] store, transaction in
            for id in damaged + ["good"] {
                try store.keep(id, sinceMilliseconds: 1, in: &transaction)
            }
        }
        try withHandoffServer(diagnosis, folder: folder) { client in
            let list = try client.waitForList { !$0.handoffs.isEmpty }
            #expect(list.handoffs.map(\.callID) == ["good"])
            #expect(list.kept == damaged.sorted())
        }
    }

    @Test func `a confirmation that is refused keeps others from being passed on`() throws {
        try prepare { [damaged] store, transaction in
            for id in damaged + ["good"] {
                let request = ConfirmRequest(callID: id, engineer: "sam")
                try transaction.put(
                    request.encoded().span,
                    forKey: Array(id.utf8).span,
                    in: store.tables.confirmations
                )
            }
        }
        diagnosis.refuse("damaged-7", Status(.internal, "a bug"))
        try withHandoffServer(diagnosis, folder: folder) { _ in
            #expect(diagnosis.told(1).map(\.callID) == ["good"])
        }
    }

    @Test func `calls that end after a backup was restored get no handoff`() throws {
        for id in ["a", "b", "c"] { diagnosis.add(id) }
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 3 }
            _ = try client.rate("a", Rating(ratingID: "r", engineer: "kim", score: 4))
            diagnosis.stop()
            diagnosis.restore(to: 1)
            try diagnosis.start()
            // It takes the place that another one had in the order of ended calls.
            diagnosis.add("d")
            let list = try client.waitForList { $0.handoffs.count == 4 }
            #expect(list.handoffs.map(\.callID) == ["d", "c", "b", "a"])
            #expect(list.handoffs.map(\.score) == [0, 0, 0, 4])
            let request = CallMetricsRequest(untilMs: 2_000_000_000_000, groupBy: [.tree])
            let reply: CallMetricsReply = try client.call("Metrics", request)
            #expect(reply.groups.map(\.calls) == [4])
        }
    }

    @Test func `what engineers say grows beyond what Get can answer with`() throws {
        diagnosis.add("a")
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 1 }
            let entries = Array(repeating: String(repeating: "x", count: 500), count: 50)
            var taken = 0
            var refused: Status?
            while refused == nil {
                let rating = Rating(
                    ratingID: "r\(taken)",
                    engineer: "kim",
                    score: 3,
                    missing: entries,
                    wrong: entries
                )
                do throws(Status) {
                    #expect(try client.rate("a", rating).ratings.count == taken + 1)
                    taken += 1
                } catch {
                    refused = error
                }
            }
            #expect(refused?.code == .resourceExhausted)
            #expect(refused?.message.contains("ratings") == true, "\(refused?.message ?? "")")
            // What was refused is not stored.
            #expect(try client.get("a").ratings.count == taken)
        }
    }
}
