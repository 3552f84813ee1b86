import Catalog
import Foundation
import Messages
import Testing

@Suite struct GuideTests {
    /// The fenced blocks of the guide.
    private static func blocks() throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let guide = try String(
            contentsOf: root.appending(path: "ops/catalog/GUIDE.md"),
            encoding: .utf8
        )
        var blocks: [String] = []
        var block: [Substring]?
        for line in guide.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if let lines = block { blocks.append(lines.joined(separator: "\n") + "\n") }
                block = block == nil ? [] : nil
            } else {
                block?.append(line)
            }
        }
        return blocks
    }

    private static func block(_ blocks: [String], beginning start: String) throws -> String {
        try #require(blocks.first { $0.hasPrefix(start) })
    }

    @Test func `the guide shows files that are refused`() throws {
        let blocks = try Self.blocks()
        let files = [
            Fixture.file("catalog.yaml", try Self.block(blocks, beginning: "languages:")),
            Fixture.file("trees/light.yaml", try Self.block(blocks, beginning: "id: light")),
            Fixture.file("vocabulary/lamps.yaml", try Self.block(blocks, beginning: "class: lamp")),
            Fixture.file("articles/port-forwarding.md", try Self.block(blocks, beginning: "---")),
            Fixture.file("conversations/dark.yaml", try Self.block(blocks, beginning: "start:")),
        ]
        let compilation = try CatalogCompiler.compile(files)
        #expect(compilation.problems.map(\.summary) == [])
        #expect(try compilation.view.conversation("dark")?.turns.count == 4)
    }

    @Test func `the guide leaves a problem out`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let guide = try String(
            contentsOf: root.appending(path: "ops/catalog/GUIDE.md"),
            encoding: .utf8
        )
        for code in ProblemCode.allCases { #expect(guide.contains("`\(code.rawValue)`")) }
    }
}
