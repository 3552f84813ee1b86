import Foundation
import Testing

/// The commands of editors, run as they are built.
@Suite struct CommandTests {
    private static let starter = Programs.repository.appending(path: "ops/catalog").path

    private func baton(_ arguments: String...) throws -> Programs.Result {
        try Programs.run("baton", arguments)
    }

    private func json<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(text.utf8))
    }

    /// A copy of the starter catalog that a test may change.
    private func copy(into folder: TemporaryFolder) throws -> URL {
        let url = folder.url.appending(path: "catalog")
        try FileManager.default.copyItem(at: URL(filePath: Self.starter), to: url)
        return url
    }

    private func replace(_ text: String, by other: String, in file: URL) throws {
        let before = try String(contentsOf: file, encoding: .utf8)
        try #require(before.contains(text))
        let after = before.replacingOccurrences(of: text, with: other)
        try after.write(to: file, atomically: true, encoding: .utf8)
    }

    // MARK: Without a server

    private struct Validation: Decodable {
        struct Problem: Decodable {
            let path, severity, code, message: String
            let line, column: Int
        }
        struct Report: Decodable {
            let tree: String
            let longestQuestions, paths: Int
        }
        let valid: Bool
        let errors: Int
        let problems: [Problem]
        let reports: [Report]
    }

    @Test func `a good catalog is refused`() throws {
        let result = try baton("catalog", "validate", Self.starter, "--json")
        try #require(result.status == 0, "\(result)")
        let validation = try json(Validation.self, result.output)
        #expect(validation.valid && validation.errors == 0)
        let trees = Set(validation.reports.map(\.tree))
        #expect(trees.isSuperset(of: ["vpn", "internet-down", "sign-in"]))
        #expect(validation.reports.allSatisfy { $0.paths > 0 && $0.longestQuestions > 0 })
        let text = try baton("catalog", "validate", Self.starter)
        #expect(text.status == 0)
        #expect(text.output.contains("0 errors"))
    }

    @Test func `a mistake in a file is not found, or not at its place`() throws {
        let folder = try TemporaryFolder()
        let catalog = try copy(into: folder)
        let file = catalog.appending(path: "trees/vpn.yaml")
        var text = try String(contentsOf: file, encoding: .utf8)
        if !text.hasSuffix("\n") { text += "\n" }
        let line = text.count { $0 == "\n" } + 1
        try (text + "colour: red\n").write(to: file, atomically: true, encoding: .utf8)

        let result = try baton("catalog", "validate", catalog.path)
        #expect(result.status == 1)
        #expect(result.output.contains("\(file.path):\(line):1: error[unknown-key]: "), "\(result)")
        let machine = try baton("catalog", "validate", catalog.path, "--json")
        #expect(machine.status == 1)
        let validation = try json(Validation.self, machine.output)
        let problem = try #require(validation.problems.first { $0.code == "unknown-key" })
        #expect(problem.path == "trees/vpn.yaml" && problem.line == line && problem.column == 1)
        #expect(!validation.valid && validation.errors >= 1)
    }

    @Test func `a conversation that does not come out as written passes`() throws {
        let folder = try TemporaryFolder()
        let catalog = try copy(into: folder)
        let file = catalog.appending(path: "conversations/internet-back-after-restart.yaml")
        try replace("outcome: resolved", by: "outcome: escalated", in: file)
        let result = try baton("catalog", "validate", catalog.path)
        #expect(result.status == 1)
        #expect(result.output.contains("error[conversation-fails]"), "\(result)")
    }

    @Test func `a folder or server that is not there is a riddle`() throws {
        let missing = try baton("catalog", "validate", "no-such-folder")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("no-such-folder has no catalog.yaml"), "\(missing)")
        // Port 1 of the loopback is nobody's.
        let away = try baton("catalog", "releases", "--address", "127.0.0.1:1")
        #expect(away.status == 1)
        #expect(away.errors.contains("127.0.0.1:1"))
        #expect(away.errors.contains("baton-diagnosisd"), "\(away)")
    }

    @Test(arguments: ["tree", "catalog", "vocabulary", "article", "conversation"])
    func `a schema is no JSON`(name: String) throws {
        let result = try baton("catalog", "schema", name)
        #expect(result.status == 0)
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let schema = try #require(object as? [String: Any])
        #expect(schema["$schema"] != nil)
    }

    @Test func `a graph lacks nodes of its tree`() throws {
        let file = Self.starter + "/trees/vpn.yaml"
        let mermaid = try baton("catalog", "graph", file)
        try #require(mermaid.status == 0, "\(mermaid)")
        #expect(mermaid.output.contains("flowchart"))
        #expect(mermaid.output.contains("environment.router"))
        let dot = try baton("catalog", "graph", "vpn", "--in", Self.starter, "--format", "dot")
        #expect(dot.status == 0)
        #expect(dot.output.hasPrefix("digraph"))
        let unknown = try baton("catalog", "graph", "vpm", "--in", Self.starter)
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("vpn"), "it names the trees that there are: \(unknown)")
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["BATON_DATA"] != nil))
    func `real flowcharts do not import as a catalog that can be published`() throws {
        let data = try #require(ProcessInfo.processInfo.environment["BATON_DATA"])
        let folder = try TemporaryFolder()
        let out = folder.path + "/flodial"
        let imported = try baton(
            "catalog",
            "import-flodial",
            data + "/flodial/flowcharts.json",
            "--out",
            out,
            "--json"
        )
        try #require(imported.status == 0, "\(imported)")
        let counts = try json([String: Int].self, imported.output)
        #expect(counts["trees"] == 12 && counts["articles"] == 128)
        let validated = try baton("catalog", "validate", out)
        #expect(validated.status == 0, "\(validated)")
    }

    // MARK: With a server

    private struct Publication: Decodable {
        let release: Int
        let published: Bool
        let changed, removed: [String]
        let problems: [Validation.Problem]
    }

    private struct Listed: Decodable {
        let release: Int
        let current: Bool
        let editor, note: String
    }

    @Test func `what is published can't be listed, rolled back or had back`() throws {
        let folder = try TemporaryFolder()
        let server = try ServerProcess("baton-diagnosisd", data: folder.path + "/data")
        let catalog = try copy(into: folder)
        func publish(_ note: String) throws -> Publication {
            let result = try baton(
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
            return try json(Publication.self, result.output)
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

        let rolled = try baton("catalog", "rollback", "1", "--address", server.address, "--json")
        #expect(try json([String: Int].self, rolled.output) == ["release": 1, "previous": 2])
        let list = try baton("catalog", "releases", "--address", server.address, "--json")
        let releases = try json([Listed].self, list.output)
        #expect(releases.map(\.release) == [2, 1])
        #expect(releases.map(\.current) == [false, true])
        #expect(releases.map(\.note) == ["second", "first"])
        #expect(releases.allSatisfy { $0.editor == "ann" })

        let out = folder.url.appending(path: "out")
        let download = try baton(
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
        for path in paths where path.hasSuffix(".yaml") || path.hasSuffix(".md") {
            let original = try Data(contentsOf: catalog.appending(path: path))
            #expect((try? Data(contentsOf: out.appending(path: path))) == original, "\(path)")
        }
        let twice = try baton("catalog", "download", out.path, "--address", server.address)
        #expect(twice.status == 1)
        #expect(twice.errors.contains("not empty"))
    }

    @Test func `a catalog with an error is published`() throws {
        let folder = try TemporaryFolder()
        let server = try ServerProcess("baton-diagnosisd", data: folder.path + "/data")
        let catalog = try copy(into: folder)
        let file = catalog.appending(path: "trees/vpn.yaml")
        try replace("nodes:", by: "knots:", in: file)
        let result = try baton("catalog", "publish", catalog.path, "--address", server.address)
        #expect(result.status == 1)
        #expect(result.output.contains(file.path + ":"), "\(result)")
        #expect(result.output.contains("not published"))
        let list = try baton("catalog", "releases", "--address", server.address, "--json")
        #expect(try json([Listed].self, list.output).isEmpty)
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
        let server = try ServerProcess("baton-diagnosisd", data: folder.path + "/data")
        let published = try baton("catalog", "publish", Self.starter, "--address", server.address)
        try #require(published.status == 0, "\(published)")
        func play(_ script: String, _ more: String...) throws -> Programs.Result {
            let arguments = ["call", "--script", script, "--address", server.address]
            return try Programs.run("baton", arguments + more)
        }
        let good = Self.starter + "/conversations/vpn-after-router-swap.yaml"
        let visible = try play(good, "--call-id", "visible")
        #expect(visible.status == 0, "\(visible)")
        #expect(visible.output.contains("customer  comcast"))
        #expect(visible.output.contains("network-probe: test.udp-1194 is blocked"))
        #expect(visible.output.contains("call visible: escalated"))

        let machine = try play(good, "--json")
        let played = try json(Played.self, machine.output)
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
        let failure = try json(Played.self, try play(bad.path, "--json").output)
        #expect(!failure.passed && failure.failures.map(\.line) == [line])
    }

    @Test func `a script with a mistake is played, or its mistake has no place`() throws {
        let folder = try TemporaryFolder()
        let script = folder.url.appending(path: "call.yaml")
        let text = "start: {at: 2026-11-19T16:40:00-05:00}\nturns:\n  - sayz: hello\n"
        try text.write(to: script, atomically: true, encoding: .utf8)
        let result = try baton("call", "--script", script.path)
        #expect(result.status == 1)
        #expect(result.errors.contains("\(script.path):3:"), "\(result)")
    }

    @Test func `a call goes on after its customer's line has ended`() throws {
        let folder = try TemporaryFolder()
        let server = try ServerProcess("baton-diagnosisd", data: folder.path + "/data")
        let published = try baton("catalog", "publish", Self.starter, "--address", server.address)
        try #require(published.status == 0, "\(published)")
        // Without anything typed the customer hangs up at once.
        let call = try baton(
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
