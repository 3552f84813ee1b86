import Foundation
import TestSupport
import Testing

/// The commands that call a server, run against one of its own.
@Suite struct CommandServerTests {
    private struct Publication: Decodable {
        let release: Int
        let published: Bool
        let changed, removed: [String]
        let problems: [ValidationOutput.Problem]
    }

    private struct Listed: Decodable {
        let release: Int
        let current: Bool
        let editor, note: String
        let rolledBack: Back?

        struct Back: Decodable {
            let editor, note: String
            let previous: Int
        }
    }

    @Test func `what is published can't be listed, rolled back or had back`() throws {
        let folder = try TemporaryFolder()
        let server = try ServerProcess("baton-diagnosisd", data: folder.path + "/data")
        let catalog = try CommandRun.copy(into: folder)
        func publish(_ note: String) throws -> Publication {
            let result = try CommandRun.baton(
                "catalog",
                "publish",
                catalog.path,
                "--address",
                server.address,
                "--editor",
                "ann",
                "--note",
                note,
                "--json"
            )
            return try CommandRun.json(Publication.self, result.output)
        }
        let first = try publish("first")
        #expect(first.published && first.release == 1 && first.removed.isEmpty)
        #expect(first.changed.contains("trees/vpn.yaml"))
        let again = try publish("again")
        #expect(!again.published && again.release == 1 && again.changed.isEmpty)

        let article = catalog.appending(path: "articles/hotspot.md")
        let text = try String(contentsOf: article, encoding: .utf8) + "\nMore of it.\n"
        try text.write(to: article, atomically: true, encoding: .utf8)
        let second = try publish("second")
        #expect(second.release == 2 && second.changed == ["articles/hotspot.md"])

        let rolled = try CommandRun.baton(
            "catalog",
            "rollback",
            "1",
            "--editor",
            "bea",
            "--note",
            "asks too much",
            "--address",
            server.address,
            "--json"
        )
        #expect(
            try CommandRun.json([String: Int].self, rolled.output) == ["release": 1, "previous": 2]
        )
        let list = try CommandRun.baton(
            "catalog",
            "releases",
            "--address",
            server.address,
            "--json"
        )
        let releases = try CommandRun.json([Listed].self, list.output)
        #expect(releases.map(\.release) == [2, 1])
        #expect(releases.map(\.current) == [false, true])
        #expect(releases.map(\.note) == ["second", "first"])
        #expect(releases.allSatisfy { $0.editor == "ann" })
        #expect(releases.map(\.rolledBack?.note) == [nil, "asks too much"])
        #expect(releases.last?.rolledBack?.editor == "bea")
        #expect(releases.last?.rolledBack?.previous == 2)

        let out = folder.url.appending(path: "out")
        let download = try CommandRun.baton(
            "catalog",
            "download",
            out.path,
            "--release",
            "2",
            "--address",
            server.address
        )
        #expect(download.status == 0, "\(download)")
        let paths = FileManager.default.subpaths(atPath: catalog.path) ?? []
        for path in paths
        where path.hasSuffix(".yaml") || path.hasPrefix("articles/") && path.hasSuffix(".md") {
            let original = try Data(contentsOf: catalog.appending(path: path))
            #expect((try? Data(contentsOf: out.appending(path: path))) == original, "\(path)")
        }
        let twice = try CommandRun.baton(
            "catalog",
            "download",
            out.path,
            "--address",
            server.address
        )
        #expect(twice.status == 1)
        #expect(twice.errors.contains("not empty"))
    }

    @Test func `a catalog with an error is published`() throws {
        let folder = try TemporaryFolder()
        let server = try ServerProcess("baton-diagnosisd", data: folder.path + "/data")
        let catalog = try CommandRun.copy(into: folder)
        let file = catalog.appending(path: "trees/vpn.yaml")
        try CommandRun.replace("nodes:", by: "knots:", in: file)
        let result = try CommandRun.baton(
            "catalog",
            "publish",
            catalog.path,
            "--address",
            server.address
        )
        #expect(result.status == 1)
        #expect(result.output.contains(file.path + ":"), "\(result)")
        #expect(result.output.contains("not published"))
        let list = try CommandRun.baton(
            "catalog",
            "releases",
            "--address",
            server.address,
            "--json"
        )
        #expect(try CommandRun.json([Listed].self, list.output).isEmpty)
    }

    private struct Played: Decodable {
        struct Turn: Decodable { let turn: Int, heard, said, asks: String }
        struct Failure: Decodable { let path: String, line: Int, message: String }
        let callId, outcome, node: String
        let passed: Bool
        let turns: [Turn]
        let failures: [Failure]
    }

    @Test func `a call that comes out as written fails, or one that does not passes`() throws {
        let folder = try TemporaryFolder()
        let server = try PublishedServer()
        func play(_ script: String, _ more: String...) throws -> Programs.Result {
            let arguments = ["call", "--script", script, "--address", server.address]
            return try Programs.run("baton", arguments + more)
        }
        let good = Programs.starterCatalog + "/conversations/vpn-after-router-swap.yaml"
        let visible = try play(good, "--call-id", "visible")
        #expect(visible.status == 0, "\(visible)")
        #expect(visible.output.contains("customer  comcast"))
        #expect(visible.output.contains("network-probe: test.udp-1194 is blocked"))
        #expect(visible.output.contains("call visible: escalated"))

        let machine = try play(good, "--json")
        let played = try CommandRun.json(Played.self, machine.output)
        #expect(played.passed && played.outcome == "escalated" && played.node == "vpn/blocked")
        #expect(played.turns.contains { $0.heard == "comcast" && $0.asks == "test.internet" })

        let bad = folder.url.appending(path: "Wrong Call.yaml")
        let text = try String(contentsOf: URL(filePath: good), encoding: .utf8)
        let wrong = "facts: {environment.provider: Comcast}"
        let changed = text.replacingOccurrences(
            of: wrong,
            with: "facts: {environment.provider: Cox}"
        )
        try changed.write(to: bad, atomically: true, encoding: .utf8)
        let line =
            try #require(
                text.split(separator: "\n", omittingEmptySubsequences: false)
                    .firstIndex { $0.contains("says: comcast") }
            ) + 1
        let failed = try play(bad.path)
        #expect(failed.status == 1)
        #expect(
            failed.output.contains("\(bad.path):\(line): expected environment.provider to be Cox"),
            "\(failed)"
        )
        let failure = try CommandRun.json(Played.self, try play(bad.path, "--json").output)
        #expect(!failure.passed && failure.failures.map(\.line) == [line])
    }

    @Test func `a script with a mistake is played, or its mistake has no place`() throws {
        let folder = try TemporaryFolder()
        let script = folder.url.appending(path: "call.yaml")
        let text = "start: {at: 2026-11-19T16:40:00-05:00}\nturns:\n  - sayz: hello\n"
        try text.write(to: script, atomically: true, encoding: .utf8)
        let result = try CommandRun.baton("call", "--script", script.path)
        #expect(result.status == 1)
        #expect(result.errors.contains("\(script.path):3:"), "\(result)")
    }

    @Test func `a call goes on after its customer's line has ended`() throws {
        let server = try PublishedServer()
        // Without anything typed the customer hangs up at once.
        let call = try CommandRun.baton(
            "call",
            "--address",
            server.address,
            "--call-id",
            "typed",
            "--caller",
            "+1 555 0134"
        )
        #expect(call.status == 0, "\(call)")
        #expect(call.output.contains("agent "))
        #expect(call.output.contains("call typed: abandoned"))
    }
}
