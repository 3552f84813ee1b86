import Foundation
import Messages
import RPC
import TestSupport
import Testing
import Transport

/// Past calls and other editors have a say in what is published: real servers, real commands.
@Suite struct ReplayTests {
    private struct Publication: Decodable {
        let release: Int
        let published: Bool
        let problems: [ValidationOutput.Problem]
    }

    private struct Report: Decodable {
        struct Finding: Decodable {
            let change, tree, fact, before, after: String
            let calls: Int
            let examples: [String]
        }
        struct Longest: Decodable { let questions: Int, call: String }
        let calls, turns, handoffs, handoffsLosing, handoffsGaining, damaged: Int
        let longestBefore, longestAfter: Longest
        let findings: [Finding]
        let changes: [String]
    }

    private struct Listed: Decodable {
        struct Forced: Decodable { let why: String, problems: [String] }
        let release: Int
        let current: Bool
        let forced: Forced?
    }

    /// A server with a catalog published whose conversations are left out, so that only past calls speak.
    private struct Bench {
        let folder: TemporaryFolder
        let server: ServerProcess
        let catalog: URL
        var tree: URL { catalog.appending(path: "trees/vpn.yaml") }

        init() throws {
            folder = try TemporaryFolder()
            server = try ServerProcess("baton-diagnosisd", data: folder.path + "/data")
            catalog = try CommandRun.copy(into: folder)
            try FileManager.default.removeItem(at: catalog.appending(path: "conversations"))
            let first = try publish()
            try #require(first.published, "\(first.problems)")
        }

        /// Holds a conversation of the starter catalog, which ends in a handoff.
        func hold(_ call: String) throws {
            let result = try CommandRun.baton(
                "call",
                "--script",
                Programs.starterCatalog + "/conversations/vpn-all-in-the-opening.yaml",
                "--call-id",
                call,
                "--address",
                server.address
            )
            try #require(result.status == 0, "\(result)")
        }

        func publish(_ more: String...) throws -> Publication {
            let result = try Programs.run(
                "baton",
                ["catalog", "publish", catalog.path, "--address", server.address, "--json"] + more
            )
            return try CommandRun.json(Publication.self, result.output)
        }

        func replay(_ more: String...) throws -> Report {
            let arguments = ["catalog", "replay", "--draft", catalog.path, "--json"]
            let result = try Programs.run(
                "baton",
                arguments + ["--address", server.address] + more
            )
            try #require(result.status == 0, "\(result)")
            return try CommandRun.json(Report.self, result.output)
        }

        func client() throws -> BlockingClient {
            BlockingClient(ClientOptions(address: try Address(server.address)))
        }
    }

    private static let firewall = "say: Is there a rule of your own in the router's firewall"

    @Test func `a draft that drops what handoffs have is published, or better words are not`()
        throws
    {
        let bench = try Bench()
        for call in ["one", "two"] { try bench.hold(call) }
        let original = try String(contentsOf: bench.tree, encoding: .utf8)
        // Better words first: nothing speaks against them.
        try CommandRun.replace(Self.firewall, by: "say: Did you add a rule", in: bench.tree)
        let words = try bench.replay()
        #expect(words.calls == 2 && words.handoffs == 2 && words.findings.isEmpty)
        #expect(words.changes.contains { $0.contains("question firewall") })
        #expect(try bench.publish().release == 2)
        // Now without the question that comes before them.
        let lines = original.split(separator: "\n", omittingEmptySubsequences: false)
        let begin = try #require(lines.firstIndex { $0.contains("- ask: test.firewall") })
        let end = try #require(lines.firstIndex { $0.contains("- guide: fix.port-forwarding") })
        let without = (lines[..<begin] + lines[end...]).joined(separator: "\n")
            .replacingOccurrences(of: "unknown: firewall", with: "unknown: port-forwarding")
            .replacingOccurrences(of: "otherwise: firewall", with: "otherwise: port-forwarding")
        try without.write(to: bench.tree, atomically: true, encoding: .utf8)
        let report = try bench.replay()
        #expect(report.handoffsLosing == 2 && report.handoffsGaining == 0)
        let lost = try #require(report.findings.first { $0.change == "fact-lost" })
        #expect(lost.fact == "test.firewall" && lost.tree == "vpn" && lost.calls == 2)
        #expect(lost.examples == ["one", "two"])
        #expect(report.findings.contains { $0.change == "no-longer-asked" && $0.fact == lost.fact })
        #expect(report.longestBefore.questions == report.longestAfter.questions + 1)
        let refused = try bench.publish()
        #expect(!refused.published && refused.problems.map(\.code) == ["handoffs-lose-fact"])
        #expect(refused.problems[0].path == "trees/vpn.yaml")
        #expect(refused.problems[0].message.contains("test.firewall (one, two)"))
        let bare = try CommandRun.baton("catalog", "publish", bench.catalog.path, "--force")
        #expect(bare.status != 0 && bare.errors.contains("--why"))
        let forced = try bench.publish("--force", "--why", "nobody reads it")
        #expect(forced.release == 3 && forced.problems.map(\.severity) == ["warning"])
        let list = try CommandRun.baton(
            "catalog",
            "releases",
            "--json",
            "--address",
            bench.server.address
        )
        let releases = try CommandRun.json([Listed].self, list.output)
        #expect(releases.map(\.forced?.why) == ["nobody reads it", nil, nil])
        #expect(releases[0].forced?.problems.first?.contains("test.firewall") == true)
    }

    @Test func `a release changes a diagnosis that an engineer confirmed`() throws {
        let bench = try Bench()
        try bench.hold("one")
        let leads = "branches: {blocked: which-router, open: open-port}"
        let elsewhere = "branches: {blocked: open-port, open: which-router}"
        try CommandRun.replace(leads, by: elsewhere, in: bench.tree)
        let report = try bench.replay()
        let changed = try #require(report.findings.first { $0.change == "diagnosis-changed" })
        #expect(changed.before == "vpn/blocked" && changed.after == "vpn/not-blocked")
        let client = try bench.client()
        func confirm(withdrawn: Bool) throws {
            let _: ConfirmReply = try client.call(
                service: "baton.v1.Diagnosis",
                method: "Confirm",
                ConfirmRequest(callID: "one", withdrawn: withdrawn, engineer: "sam")
            )
        }
        try confirm(withdrawn: false)
        let refused = try bench.publish()
        #expect(refused.problems.map(\.code) == ["confirmed-diagnosis-changes"])
        #expect(refused.problems.first?.message.contains("one") == true)
        try confirm(withdrawn: true)
        #expect(try bench.publish().release == 2)
    }

    @Test func `the second editor on an old base undoes what the first has published`() throws {
        let bench = try Bench()
        func download(_ name: String) throws -> URL {
            let url = bench.folder.url.appending(path: name)
            let result = try CommandRun.baton(
                "catalog",
                "download",
                url.path,
                "--address",
                bench.server.address
            )
            try #require(result.status == 0, "\(result)")
            return url
        }
        func publish(_ folder: URL) throws -> Programs.Result {
            try CommandRun.baton(
                "catalog",
                "publish",
                folder.path,
                "--address",
                bench.server.address
            )
        }
        let (ann, bea) = (try download("ann"), try download("bea"))
        let question = "Who is your internet provider?"
        let tree = ann.appending(path: "trees/vpn.yaml")
        try CommandRun.replace(question, by: "Which provider do you have?", in: tree)
        #expect(try publish(ann).status == 0)
        let article = bea.appending(path: "articles/hotspot.md")
        let text = try String(contentsOf: article, encoding: .utf8) + "\nMore of it.\n"
        try text.write(to: article, atomically: true, encoding: .utf8)
        let refused = try publish(bea)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("trees/vpn.yaml"), "\(refused)")
        #expect(refused.errors.contains("question provider: \"\(question)\" →"), "\(refused)")
        #expect(refused.errors.contains("baton catalog diff 1 2"), "\(refused)")
        // Whoever has published may go on from there.
        try CommandRun.replace("Which provider do you have?", by: "Whose line is it?", in: tree)
        #expect(try publish(ann).status == 0)
        let anew = try download("bea-anew")
        try text.write(
            to: anew.appending(path: "articles/hotspot.md"),
            atomically: true,
            encoding: .utf8
        )
        #expect(try publish(anew).status == 0)
        let diff = try CommandRun.baton(
            "catalog",
            "diff",
            "1",
            anew.path,
            "--address",
            bench.server.address
        )
        #expect(diff.output.contains("articles/hotspot.md\n  ~ body\n"), "\(diff)")
        #expect(diff.output.contains("\"Whose line is it?\""), "\(diff)")
    }

    @Test func `a draft with errors or a release that is not there is replayed`() throws {
        let bench = try Bench()
        try bench.hold("one")
        try CommandRun.replace("nodes:", by: "knots:", in: bench.tree)
        let wrong = try CommandRun.baton(
            "catalog",
            "replay",
            "--draft",
            bench.catalog.path,
            "--address",
            bench.server.address
        )
        #expect(wrong.status == 1 && wrong.output.contains("not replayed"), "\(wrong)")
        #expect(wrong.output.contains("trees/vpn.yaml"))
        let missing = try CommandRun.baton(
            "catalog",
            "replay",
            "--release",
            "9",
            "--address",
            bench.server.address
        )
        #expect(missing.status == 1 && missing.errors.contains("release 9"), "\(missing)")
    }
}
