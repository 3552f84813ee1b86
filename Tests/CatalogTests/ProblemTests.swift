import Catalog
import Foundation
import Messages
import Testing

/// Wrong files, and what an editor is told of them.
@Suite struct ProblemTests {
    @Test(arguments: trees + others) func `an editor is told the wrong place`(wrong: Case) throws {
        let files = [
            Fixture.file("catalog.yaml", Fixture.settings), Fixture.file(wrong.path, wrong.text),
        ]
        let problems = try CatalogCompiler.compile(files).problems
        let found = problems.first { problem in
            problem.code == wrong.code.rawValue && problem.line == wrong.line
                && problem.column == wrong.column && problem.severity == wrong.severity
                && (problem.message + "; " + problem.suggestion).contains(wrong.says)
        }
        #expect(found != nil, "\(problems.map(\.summary))")
        #expect(problems.allSatisfy { $0.path == wrong.path })
    }

    /// A lookup, and a question that could ask for its fact afterwards.
    private static func fallback(_ unknown: String) -> String {
        tree(
            "  - lookup: test.a\n    id: probe\n    source: probe\n    kind: yes-no\n"
                + "    branches: {no: end}\n    next: good\n    unknown: \(unknown)\n"
                + "  - ask: test.a\n    kind: yes-no\n    say: a?\n"
                + "  - diagnose: good\n    diagnosis: fine\n" + leaf
        )
    }

    @Test func `a question that a lookup before it keeps from being asked is not reported`() throws
    {
        let files = [
            Fixture.catalog[0], Fixture.file("trees/t.yaml", Self.fallback("test.a")),
        ]
        let problems = try CatalogCompiler.compile(files).problems
        #expect(problems.map(\.code) == ["never-asked"])
        #expect(problems.first?.line == 13 && problems.first?.severity == .warning)
        let reached = Self.fallback("test.a").replacing(
            "nodes:\n",
            with: "nodes:\n  - ask: test.first\n    say: b?\n    unknown: test.a\n"
        )
        let asked = [Fixture.catalog[0], Fixture.file("trees/t.yaml", reached)]
        #expect(try CatalogCompiler.compile(asked).problems.map(\.summary) == [])
    }

    @Test func `what a file with an error holds is reported as missing`() throws {
        let names = Self.tree(
            "  - ask: environment.router\n    say: a?\n    of: router\n    unknown: other\n"
                + "  - diagnose: end\n    diagnosis: \"{test.b}\"\n    articles: [lamp]\n"
                + "  - goto: other"
        )
        let files = [
            Fixture.catalog[0], Fixture.file("trees/t.yaml", names),
            Fixture.file("trees/other.yaml", "id: ["),
            Fixture.file("articles/lamp.md", "# Lamp"),
            Fixture.file("vocabulary/v.yaml", "class: router\nentities: []\n"),
        ]
        let problems = try CatalogCompiler.compile(files).problems
        #expect(
            problems.map(\.path) == ["articles/lamp.md", "trees/other.yaml", "vocabulary/v.yaml"],
            "\(problems.map(\.summary))"
        )
    }

    @Test func `editors' backups and folders in a catalog's folders are read`() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: root) }
        func write(_ path: String) throws {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data("x".utf8).write(to: file)
        }
        let passedOver = [
            "trees/a.yaml~", "trees/.#a.yaml", "trees/#a.yaml#", "trees/.a.yaml.swp",
            "trees/a.swp", "trees/a.yaml.bak", "trees/a.yaml.orig", "trees/.hidden",
            "trees/old/b.yaml", "trees/old.yaml/c.yaml", "notes.txt", "notes/d.yaml",
        ]
        let read = ["articles/a.md", "catalog.yaml", "trees/a.yaml", "trees/x.yml"]
        for path in passedOver + read { try write(path) }
        try FileManager.default.createSymbolicLink(
            at: root.appending(path: "trees/link"),
            withDestinationURL: root.appending(path: "notes")
        )
        #expect(try CatalogFolder.read(root.path).map(\.path) == read)
    }

    @Test func `a catalog without settings is published`() throws {
        let compilation = try CatalogCompiler.compile([
            Fixture.file("trees/t.yaml", Fixture.tree("t"))
        ])
        #expect(compilation.problems.map(\.code) == ["missing-file"])
        let removed = try CatalogCompiler.compile(
            [],
            removing: ["catalog.yaml"],
            over: CatalogCompiler.compile(Fixture.catalog).view
        )
        #expect(removed.problems.map(\.code) == ["missing-file"])
    }

    @Test func `a removed article stays behind a leaf that names it`() throws {
        let tree = Fixture.tree("light").replacing(
            "diagnosis: it is broken",
            with: "diagnosis: it is broken\n    articles: [lamp]"
        )
        let files = [
            Fixture.catalog[0], Fixture.file("trees/light.yaml", tree),
            Fixture.file("articles/lamp.md", Fixture.article("lamp")),
        ]
        let base = try CatalogCompiler.compile(files)
        #expect(base.problems == [])
        let after = try CatalogCompiler.compile([], removing: ["articles/lamp.md"], over: base.view)
        #expect(after.problems.map(\.summary).count == 1)
        #expect(after.problems.first?.code == "unknown-article")
        #expect(after.problems.first?.line == 12)
    }

    @Test func `a tree with more paths than a number can hold takes for ever`() throws {
        var nodes = ""
        for step in 0..<120 {
            nodes += "  - ask: test.a\(step)\n    id: a\(step)\n    say: a?\n    kind: yes-no\n"
            nodes += "    branches: {yes: b\(step)}\n    next: c\(step)\n"
            nodes += "  - ask: test.b\(step)\n    id: b\(step)\n    say: b?\n    next: d\(step)\n"
            nodes += "  - ask: test.c\(step)\n    id: c\(step)\n    say: c?\n"
            nodes += "  - ask: test.d\(step)\n    id: d\(step)\n    say: d?\n"
        }
        let text = Self.tree(nodes + Self.leaf, head: "requires: [test.b3, test.d4]")
        let files = [Fixture.catalog[0], Fixture.file("trees/t.yaml", text)]
        let compilation = try CatalogCompiler.compile(files)
        #expect(compilation.problems.map(\.summary) == [])
        let report = try #require(compilation.reports.first { $0.tree == "t" })
        #expect(report.paths == .max)
        // Three questions of each four, and the required one that a path may have passed by.
        #expect(report.longestQuestions == 120 * 3 + 1)
        #expect(report.leavesMissingFacts == ["end: test.b3"])
    }
}
