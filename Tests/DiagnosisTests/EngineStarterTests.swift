import Catalog
import Foundation
import Messages
import Testing

@testable import Diagnosis

@Suite struct EngineStarterTests {
    private static func files() throws -> [SourceFile] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try CatalogFolder.read(root.appending(path: "ops/catalog").path)
    }

    @Test func `a conversation of the starter catalog comes out otherwise`() throws {
        let compilation = try CatalogCompiler.compile(Self.files())
        let ids = try compilation.view.conversationIDs(maximum: 100)
        #expect(ids.count >= 9)
        let problems = try ConversationRunner.problems(in: compilation.view)
        #expect(problems.map { "\($0.path):\($0.line): \($0.message)" } == [])
    }
}
