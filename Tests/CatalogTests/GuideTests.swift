import Catalog
import Foundation
import Testing

@Suite struct GuideTests {
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
