import Foundation
import TestSupport
import Testing

/// A catalog on another subject, written from `ops/catalog/GUIDE.md` alone, next to this file.
@Suite struct SecondCatalogTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "SecondCatalog").path

    @Test func `a catalog on another subject needs a change of code`() throws {
        let checked = try CommandRun.baton("catalog", "validate", Self.folder, "--json")
        let report = try CommandRun.json(ValidationOutput.self, checked.output)
        #expect(report.errors == 0, "\(report.problems)")
        let pair = try Pair(catalog: Self.folder)
        let conversations = try FileManager.default
            .contentsOfDirectory(atPath: Self.folder + "/conversations").sorted()
        #expect(conversations.count >= 3)
        for file in conversations {
            let call = file.replacingOccurrences(of: ".yaml", with: "")
            let played = try pair.play("\(Self.folder)/conversations/\(file)", as: call)
            #expect(played.status == 0, "\(file): \(played.output)\(played.errors)")
            let handoff = try pair.handoff(of: call)
            #expect(handoff.issue != nil && handoff.items.allSatisfy { !$0.evidence.isEmpty })
        }
    }
}
