import Catalog
import Foundation
import Messages
import TestSupport
import Testing

/// Long sequences of publishing, rolling back and dropping, beside dictionaries that do the same.
@Suite struct ReleaseSequenceTests {
    private static let words = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot"]

    private static func change(
        _ files: [String: String],
        _ random: inout SeededGenerator
    ) -> (changed: [String: String], removed: [String]) {
        var changed: [String: String] = [:]
        var removed: [String] = []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let number = Int.random(in: 0..<6, using: &random)
            let word = words.randomElement(using: &random) ?? ""
            let salt = Int.random(in: 0..<1_000, using: &random)
            let isArticle = Bool.random(using: &random)
            let path = isArticle ? "articles/a\(number).md" : "trees/t\(number).yaml"
            let isRemoved = files[path] != nil && Int.random(in: 0..<3, using: &random) == 0
            if isRemoved, changed[path] == nil {
                if !removed.contains(path) { removed.append(path) }
                continue
            }
            removed.removeAll { $0 == path }
            changed[path] =
                isArticle
                ? Fixture.article("\(word) \(salt)", body: "About \(word) and number \(salt).")
                : Fixture.tree("t\(number)", say: "\(word) \(salt)?", symptom: "\(word) is off")
        }
        return (changed, removed)
    }

    /// Compares all that a view shows with a catalog compiled anew of the files it should have.
    private static func check(_ view: CatalogView, _ files: [String: String]) throws {
        let anew = try CatalogCompiler.compile(files.map { Fixture.file($0.key, $0.value) })
        #expect(anew.problems.map(\.summary) == [])
        #expect(try view.sourcePaths(maximum: 100) == files.keys.sorted())
        #expect(try view.treeIDs(maximum: 100) == anew.view.treeIDs(maximum: 100))
        for (path, text) in files {
            #expect(try view.source(path)?.content == Array(text.utf8))
        }
        for number in 0..<6 {
            #expect(
                try view.compiledTree("t\(number)")?.tree
                    == anew.view.compiledTree("t\(number)")?.tree
            )
            #expect(try view.article("a\(number)") == anew.view.article("a\(number)"))
        }
        for word in words {
            let found = try view.search(word, language: "en-US", maximum: 20)
            let expected = try anew.view.search(word, language: "en-US", maximum: 20)
            #expect(Set(found.map(\.id)) == Set(expected.map(\.id)), "\(word)")
            let routed = try view.route("\(word) is off", language: "en-US")
            let wanted = try anew.view.route("\(word) is off", language: "en-US")
            #expect(Set(routed.map(\.tree)) == Set(wanted.map(\.tree)), "\(word)")
        }
    }

    @Test(arguments: [UInt64(1), 2, 3]) func `a release changes after it was published`(
        round: UInt64
    ) throws {
        let seed = round &* 7_919 &+ UInt64(Date.now.timeIntervalSince1970)
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        let temporary = try TemporaryStore(kept: 3)
        let store = temporary.store
        var model: [UInt32: [String: String]] = [0: [:]]
        var live: Set<UInt32> = []
        for _ in 0..<30 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0 where store.currentRelease > 0:
                let target = model.keys.filter { $0 > 0 }.sorted().randomElement(using: &random)
                _ = try store.rollback(RollbackRequest(release: target ?? 1), at: 1)
                #expect(store.currentRelease == target)
            case 1:
                live = Set(model.keys.filter { _ in Int.random(in: 0..<4, using: &random) == 0 })
                let dropped = try store.dropOldReleases { live.contains($0) }
                let newest = model.keys.sorted().suffix(3)
                let expected = model.keys.filter {
                    $0 > 0 && !newest.contains($0) && !live.contains($0)
                        && $0 != store.currentRelease
                }
                #expect(dropped == expected.sorted())
                for number in dropped { model[number] = nil }
            default:
                var files = model[store.currentRelease] ?? [:]
                var (changed, removed) = Self.change(files, &random)
                if files.isEmpty { changed["catalog.yaml"] = Fixture.settings }
                removed.removeAll { files[$0] == nil }
                let differs = changed.contains { files[$0.key] != $0.value } || !removed.isEmpty
                guard differs else { continue }
                let sources = changed.map { Fixture.file($0.key, $0.value) }
                let reply = try temporary.publish(sources, removing: removed)
                #expect(reply.problems.map(\.summary) == [])
                files.merge(changed) { _, new in new }
                for path in removed { files[path] = nil }
                model[reply.release] = files
            }
        }
        for (number, files) in model.sorted(by: { $0.key < $1.key }) where number > 0 {
            try Self.check(store.view(of: number), files)
        }
    }

    @Test func `dropped releases leave their items behind`() throws {
        let temporary = try TemporaryStore(kept: 1)
        try temporary.publish(Fixture.catalog)
        let start = (try temporary.entries("items"), try temporary.entries("changes"))
        for number in 0..<10 {
            let path = "articles/a\(number % 3).md"
            let article = Fixture.file(path, Fixture.article("article \(number)"))
            try temporary.publish([article])
        }
        let removed = (0..<3).map { "articles/a\($0).md" }
        try temporary.publish([], removing: removed)
        let dropped = try temporary.store.dropOldReleases { _ in false }
        #expect(dropped == Array(1...11))
        // All that the articles brought is gone but for the count of documents.
        #expect(try temporary.entries("items") == start.0 + 1)
        #expect(try temporary.entries("changes") == start.1 + 1)
        #expect(try temporary.entries("releases") == 1)
        #expect(throws: CatalogError.self) { try temporary.store.view(of: 3) }
    }
}
