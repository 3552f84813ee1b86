import Foundation
import TestSupport
import Testing

/// The commands that need no server, run as they are built.
@Suite struct CommandTests {
    @Test func `a good catalog is refused`() throws {
        let result = try CommandRun.baton("catalog", "validate", Programs.starterCatalog, "--json")
        try #require(result.status == 0, "\(result)")
        let validation = try CommandRun.json(ValidationOutput.self, result.output)
        #expect(validation.valid && validation.errors == 0)
        let trees = Set(validation.reports.map(\.tree))
        #expect(trees.isSuperset(of: ["vpn", "internet-down", "sign-in"]))
        #expect(validation.reports.allSatisfy { $0.paths > 0 && $0.longestQuestions > 0 })
        let text = try CommandRun.baton("catalog", "validate", Programs.starterCatalog)
        #expect(text.status == 0)
        #expect(text.output.contains("0 errors"))
    }

    @Test func `a mistake in a file is not found, or not at its place`() throws {
        let folder = try TemporaryFolder()
        let catalog = try CommandRun.copy(into: folder)
        let file = catalog.appending(path: "trees/vpn.yaml")
        var text = try String(contentsOf: file, encoding: .utf8)
        if !text.hasSuffix("\n") { text += "\n" }
        let line = text.count { $0 == "\n" } + 1
        try (text + "colour: red\n").write(to: file, atomically: true, encoding: .utf8)

        let result = try CommandRun.baton("catalog", "validate", catalog.path)
        #expect(result.status == 1)
        #expect(result.output.contains("\(file.path):\(line):1: error[unknown-key]: "), "\(result)")
        let machine = try CommandRun.baton("catalog", "validate", catalog.path, "--json")
        #expect(machine.status == 1)
        let validation = try CommandRun.json(ValidationOutput.self, machine.output)
        let problem = try #require(validation.problems.first { $0.code == "unknown-key" })
        #expect(problem.path == "trees/vpn.yaml" && problem.line == line && problem.column == 1)
        #expect(!validation.valid && validation.errors >= 1)
    }

    @Test func `a conversation that does not come out as written passes`() throws {
        let folder = try TemporaryFolder()
        let catalog = try CommandRun.copy(into: folder)
        let file = catalog.appending(path: "conversations/internet-back-after-restart.yaml")
        try CommandRun.replace("outcome: resolved", by: "outcome: escalated", in: file)
        let result = try CommandRun.baton("catalog", "validate", catalog.path)
        #expect(result.status == 1)
        #expect(result.output.contains("error[conversation-fails]"), "\(result)")
    }

    @Test func `a folder or server that is not there is a riddle`() throws {
        let missing = try CommandRun.baton("catalog", "validate", "no-such-folder")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("no-such-folder has no catalog.yaml"), "\(missing)")
        // Port 1 of the loopback is nobody's.
        let away = try CommandRun.baton("catalog", "releases", "--address", "127.0.0.1:1")
        #expect(away.status == 1)
        #expect(away.errors.contains("127.0.0.1:1"))
        #expect(away.errors.contains("baton-diagnosisd"), "\(away)")
    }

    @Test(arguments: ["tree", "catalog", "vocabulary", "article", "conversation"])
    func `a schema is no JSON`(name: String) throws {
        let result = try CommandRun.baton("catalog", "schema", name)
        #expect(result.status == 0)
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let schema = try #require(object as? [String: Any])
        #expect(schema["$schema"] != nil)
    }

    @Test func `a graph lacks nodes of its tree`() throws {
        let file = Programs.starterCatalog + "/trees/vpn.yaml"
        let mermaid = try CommandRun.baton("catalog", "graph", file)
        try #require(mermaid.status == 0, "\(mermaid)")
        #expect(mermaid.output.contains("flowchart"))
        #expect(mermaid.output.contains("environment.router"))
        let dot = try CommandRun.baton(
            "catalog",
            "graph",
            "vpn",
            "--in",
            Programs.starterCatalog,
            "--format",
            "dot"
        )
        #expect(dot.status == 0)
        #expect(dot.output.hasPrefix("digraph"))
        let unknown = try CommandRun.baton(
            "catalog",
            "graph",
            "vpm",
            "--in",
            Programs.starterCatalog
        )
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("vpn"), "it names the trees that there are: \(unknown)")
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["BATON_DATA"] != nil))
    func `real flowcharts do not import as a catalog that can be published`() throws {
        let data = try #require(ProcessInfo.processInfo.environment["BATON_DATA"])
        let folder = try TemporaryFolder()
        let out = folder.path + "/flodial"
        let imported = try CommandRun.baton(
            "catalog",
            "import-flodial",
            data + "/flodial/flowcharts.json",
            "--answers",
            data + "/flodial/answers.train.jsonl",
            "--out",
            out,
            "--json"
        )
        try #require(imported.status == 0, "\(imported)")
        let counts = try CommandRun.json([String: Int].self, imported.output)
        #expect(counts["trees"] == 12 && counts["articles"] == 128)
        let validated = try CommandRun.baton("catalog", "validate", out)
        #expect(validated.status == 0, "\(validated)")
    }
}
