import Foundation
import TestSupport
import Testing

/// The files that the editors' guide shows, put together as its reader would.
@Suite struct GuideExampleTests {
    /// The fenced blocks of the guide.
    private static func blocks() throws -> [String] {
        let guide = try String(
            contentsOfFile: Programs.starterCatalog + "/GUIDE.md",
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

    @Test func `the guide shows files that are refused, or a conversation that fails`() throws {
        let blocks = try Self.blocks()
        let folder = try TemporaryFolder()
        for (path, beginning) in [
            ("catalog.yaml", "languages:"), ("trees/light.yaml", "id: light"),
            ("vocabulary/lamps.yaml", "class: lamp"), ("articles/port-forwarding.md", "---"),
            ("conversations/dark.yaml", "start:"),
        ] {
            let block = try #require(blocks.first { $0.hasPrefix(beginning) }, "\(path)")
            let file = folder.url.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try block.write(to: file, atomically: true, encoding: .utf8)
        }
        let result = try CommandRun.baton("catalog", "validate", folder.path)
        #expect(result.status == 0, "\(result)")
        #expect(result.output.contains("5 files, 0 errors, 0 warnings"), "\(result)")
    }
}
