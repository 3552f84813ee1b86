import Dispatch
import Foundation
import Messages
import RPC
import TestSupport
import Testing
import Transport

/// Releases that are tried beside the current one, over real processes that are killed.
@Suite struct TrialTests {
    private struct Trial: Decodable {
        struct Side: Decodable { let release, live, ended, abandoned: Int }
        struct Shadow: Decodable {
            struct Example: Decodable { let call: String, turn: Int, current, shadow: String }
            let turns, same, otherQuestion, otherDiagnosis, failed: Int
            let examples: [Example]
        }
        let release, canaryPerMille: Int
        let current, tried: Side?
        let shadow: Shadow?
    }

    private let server: PublishedServer
    private let folder: TemporaryFolder
    private let catalog: URL

    init() throws {
        folder = try TemporaryFolder()
        catalog = try CommandRun.copy(into: folder)
        server = try PublishedServer(catalog: catalog.path)
    }

    private func baton(_ arguments: String...) throws -> Programs.Result {
        let result = try Programs.run("baton", arguments + ["--address", server.address])
        try #require(result.status == 0, "\(result)")
        return result
    }

    private func trial() throws -> Trial {
        try CommandRun.json(Trial.self, try baton("catalog", "trial", "--json").output)
    }

    private func client() throws -> BlockingClient {
        BlockingClient(ClientOptions(address: try Address(server.address)))
    }

    private func start(_ call: String, _ client: BlockingClient) throws -> UInt32 {
        let reply: StartCallReply = try client.call(
            service: "baton.v1.Diagnosis",
            method: "StartCall",
            StartCallRequest(callID: call)
        )
        return try #require(reply.reply).release
    }

    @discardableResult
    private func turn(
        _ call: String,
        _ number: UInt32,
        _ input: InputKind,
        _ client: BlockingClient
    ) throws -> TurnReply {
        try client.call(
            service: "baton.v1.Diagnosis",
            method: "Turn",
            TurnRequest(callID: call, turn: number, input: Input(kind: input))
        )
    }

    /// Changes the first question of the tree, so that the next publish has something to publish.
    private func edit(_ words: String) throws {
        let tree = catalog.appending(path: "trees/vpn.yaml")
        let text = try String(contentsOf: tree, encoding: .utf8)
        let line = try #require(
            text.split(separator: "\n").first { $0.contains("say: Since when") }
        )
        try text.replacingOccurrences(of: line, with: "    say: Since when, \(words)?")
            .write(to: tree, atomically: true, encoding: .utf8)
    }

    @Test func `a canary takes other calls after a kill, or goes on after it was ended`() throws {
        try edit("please")
        _ = try baton("catalog", "publish", catalog.path, "--canary", "40%")
        var client = try client()
        var releases: [String: UInt32] = [:]
        for number in 0..<60 { releases["call-\(number)"] = try start("call-\(number)", client) }
        // 24 are to be expected; fewer than 10 or more than 40 have a chance of 1 in 10,000.
        let tried = releases.values.count { $0 == 2 }
        #expect((10...40).contains(tried), "\(tried) of 60")
        try turn("call-0", 1, .hangUp(HangUp()), client)
        let before = try trial()
        #expect(before.release == 2 && before.canaryPerMille == 400)
        #expect(before.current.map { $0.live + $0.ended } == 60 - tried)
        #expect(before.tried.map { $0.live + $0.ended } == tried)
        #expect([before.current, before.tried].compactMap { $0?.abandoned }.reduce(0, +) == 1)
        client.disconnect()
        server.kill()
        try server.restart()
        client = try self.client()
        for (call, release) in releases { #expect(try start(call, client) == release, "\(call)") }
        #expect(try trial().release == 2)
        _ = try baton("catalog", "promote", "--note", "it is good")
        for number in 60..<80 { #expect(try start("call-\(number)", client) == 2) }
        #expect(try trial().release == 0)
        // A canary that is rolled back takes no further call.
        try edit("now")
        _ = try baton("catalog", "publish", catalog.path, "--canary", "100%")
        #expect(try start("call-80", client) == 3)
        _ = try baton("catalog", "rollback")
        #expect(try start("call-81", client) == 2)
        #expect(try start("call-80", client) == 3)
        let listed = try baton("catalog", "releases").output
        #expect(listed.contains(" made 2 current after its trial at "), "\(listed)")
        #expect(listed.contains(": it is good\n"), "\(listed)")
        #expect(listed.contains(" ended the trial of 3 at "), "\(listed)")
    }

    @Test func `a shadow is spoken, or what it would have done is not counted`() throws {
        let tree = catalog.appending(path: "trees/vpn.yaml")
        // The second question becomes the first.
        try CommandRun.replace("nodes:\n", by: "nodes:\n\(Self.firmware)", in: tree)
        let conversations = catalog.appending(path: "conversations")
        try FileManager.default.removeItem(at: conversations)
        _ = try baton("catalog", "publish", catalog.path, "--shadow")
        let client = try client()
        #expect(try start("one", client) == 1)
        let words = Alternative(text: "the vpn does not connect")
        let first = try turn("one", 1, .speech(Speech(alternatives: [words])), client)
        #expect(first.release == 1 && first.expects?.fact == "symptom.since")
        try turn("one", 2, .hangUp(HangUp()), client)
        let deadline = Date(timeIntervalSinceNow: 30)
        var shown = try trial()
        while shown.shadow?.turns != 2, Date() < deadline { shown = try trial() }
        let shadow = try #require(shown.shadow)
        #expect(shadow.turns == 2 && shadow.otherQuestion == 1 && shadow.same == 1, "\(shadow)")
        #expect(shadow.examples.first?.call == "one" && shadow.examples.first?.turn == 1)
        #expect(shadow.examples.first?.shadow.contains("firmware") == true, "\(shadow)")
        // A restart loses nothing of it, and counting goes on from there.
        client.disconnect()
        #expect(server.stop() == 0)
        try server.restart()
        #expect(try trial().shadow?.turns == 2)
        let other = try self.client()
        #expect(try start("two", other) == 1)
        try turn("two", 1, .speech(Speech(alternatives: [words])), other)
        while try trial().shadow?.turns != 3, Date() < deadline {}
        let after = try #require(try trial().shadow)
        #expect(after.turns == 3 && after.otherQuestion == 2 && after.same == 1, "\(after)")
        #expect(after.examples.map(\.call) == ["one", "two"])
        // Another trial begins with nothing.
        _ = try baton("catalog", "rollback")
        _ = try baton("catalog", "trial", "2", "--shadow")
        #expect(try trial().shadow?.turns == 0)
    }

    private static let firmware = """
          - ask: environment.firmware
            id: firmware
            kind: text
            say: Which firmware does the router run?

        """

    @Test func `a kill amid publishing leaves a trial without its release, or loses a promotion`()
        throws
    {
        var promoted: UInt32 = 1
        var seen: UInt32 = 1
        for round in 0..<8 {
            let address = try Address(server.address)
            let editing = DispatchGroup()
            let result = Locked<(published: UInt32, promoted: UInt32)>((0, 0))
            editing.enter()
            let base = seen
            Thread.detachNewThread {
                defer { editing.leave() }
                let client = BlockingClient(ClientOptions(address: address))
                guard let release = try? Self.publishCanary(client, base: base, round) else {
                    return
                }
                result.withLock { $0.published = release }
                let reply: PromoteReply? = try? client.call(
                    service: "baton.v1.Catalog",
                    method: "Promote",
                    PromoteRequest(editor: "crash test")
                )
                result.withLock { $0.promoted = reply?.release ?? 0 }
            }
            MonotonicTime.sleep(for: .milliseconds(Int64.random(in: 20...400)))
            server.kill()
            editing.wait()
            try server.restart()
            let client = try client()
            let list: ListReleasesReply = try client.call(
                service: "baton.v1.Catalog",
                method: "ListReleases",
                ListReleasesRequest()
            )
            let current = try #require(list.releases.first { $0.current }).number
            let outcome = result.withLock { $0 }
            if outcome.promoted > 0 { #expect(current == outcome.promoted) }
            #expect(current >= promoted)
            if outcome.published > 0 {
                #expect(list.releases.contains { $0.number == outcome.published })
            }
            if let tried = list.releases.first(where: { $0.trial != nil }) {
                #expect(tried.number > current && tried.trial?.canaryPerMille == 500)
                let _: RollbackReply = try client.call(
                    service: "baton.v1.Catalog",
                    method: "Rollback",
                    RollbackRequest(editor: "crash test")
                )
            }
            #expect(try [current, current].contains(start("after-\(round)", client)))
            (promoted, seen) = (current, current)
        }
    }

    private static func publishCanary(
        _ client: BlockingClient,
        base: UInt32,
        _ round: Int
    ) throws -> UInt32 {
        let text = "---\ntitle: Round \(round)\nspoken: It is.\n---\nRound \(round).\n"
        let article = SourceFile(path: "articles/round.md", content: Array(text.utf8))
        let staged: StageReply = try client.call(
            service: "baton.v1.Catalog",
            method: "Stage",
            StageRequest(baseRelease: base, files: [article])
        )
        var request = PublishRequest(draft: staged.draft, editor: "crash test")
        request.canaryPerMille = 500
        let reply: PublishReply = try client.call(
            service: "baton.v1.Catalog",
            method: "Publish",
            request
        )
        return reply.release
    }
}
