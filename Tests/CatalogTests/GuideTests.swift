import Catalog
import Foundation
import TestSupport
import Testing

@Suite struct GuideTests {
    @Test func `the guide leaves a problem out`() throws {
        let guide = try String(
            contentsOf: Programs.repository.appending(path: "ops/catalog/GUIDE.md"),
            encoding: .utf8
        )
        for code in ProblemCode.allCases { #expect(guide.contains("`\(code.rawValue)`")) }
    }
}
