import Catalog
import Messages
import Testing

/// More problems than are told.
@Suite struct ProblemLimitTests {
    @Test func `warnings of many files hide an error, and the draft is published`() throws {
        var files = [Fixture.file("catalog.yaml", Fixture.settings)]
        for number in 0...CatalogLimits.problems {
            // Curly quotes are a warning.
            let text = Fixture.tree("a\(number)", say: "“Is it on?”")
            files.append(Fixture.file("trees/a\(number).yaml", text))
        }
        files.append(Fixture.file("trees/z.yaml", Fixture.tree("z") + "\ncolour: red\n"))
        let compilation = try CatalogCompiler.compile(files)
        #expect(compilation.hasErrors)
        #expect(compilation.problems.count == CatalogLimits.problems)
        #expect(compilation.problems.last?.path == "trees/z.yaml")
        #expect(compilation.problems.count { $0.severity == .error } == 1)
    }

    @Test func `warnings of one file hide an error of it`() throws {
        var nodes = ""
        for node in 0..<8 {
            nodes += "  - ask: test.n\(node)\n    say: a?\n    options:\n"
            for option in 0..<CatalogLimits.options {
                nodes += "      o\(option): {label: o\(option), examples: [so it was \(option)]}\n"
            }
        }
        nodes +=
            "  - ask: test.last\n    say: a?\n    next: nowhere\n  - diagnose: end\n    diagnosis: it broke\n"
        let problems = try CatalogCompiler.compile([
            Fixture.file("catalog.yaml", Fixture.settings),
            Fixture.file(
                "trees/t.yaml",
                "id: t\ntitle: t\nissue: it\nsymptoms: [it broke]\nnodes:\n" + nodes
            ),
        ]).problems
        #expect(problems.count == CatalogLimits.problems)
        #expect(problems.contains { $0.severity == .error && $0.message.contains("nowhere") })
    }
}
