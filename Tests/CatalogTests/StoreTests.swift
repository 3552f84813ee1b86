import Catalog
import Foundation
import LMDB
import Messages
import TestSupport
import Testing

@Suite struct StoreTests {
    @Test func `a published catalog is not what calls read`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        #expect(store.currentRelease == 0)
        #expect(throws: CatalogError.self) { try store.currentView() }
        let reply = try temporary.publish(Fixture.catalog)
        #expect(reply.problems == [])
        #expect(reply.release == 1)
        #expect(reply.reports.map(\.tree) == ["light", "intake"])
        let view = try store.currentView()
        #expect(view.release == 1)
        #expect(try view.compiledTree("light")?.tree.nodes.count == 3)
        #expect(try view.settings.intakeTree == "intake")
        let first = try view.compiledTree("light")
        let second = try view.compiledTree("light")
        #expect(first === second)
        let release = try #require(try store.list { _ in 7 }.releases.first)
        #expect(release.number == 1 && release.current && release.liveCalls == 7)
        #expect(release.editor == "ed" && release.note == "why" && release.createdAtMs == 2_000)
        #expect(release.trees == 1 && release.articles == 0)
    }

    @Test func `a rollback waits for a publish that is checking its draft`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        try temporary.publish(Fixture.catalog)
        let tree = Fixture.file("trees/light.yaml", Fixture.tree("light", say: "Is it lit?"))
        try temporary.publish([tree])
        let other = Fixture.file("trees/light.yaml", Fixture.tree("light", say: "Does it shine?"))
        let draft = try store.stage(StageRequest(baseRelease: 2, files: [other]), at: 1_000).draft
        let error = #expect(throws: CatalogError.self) {
            try store.publish(PublishRequest(draft: draft), at: 2_000) { _ in
                _ = try store.rollback(RollbackRequest(release: 1), at: 2_000)
                return []
            }
        }
        #expect(store.currentRelease == 1)
        #expect("\(error.map(\.description) ?? "")".contains("calls begin on release 1"))
    }

    @Test func `a release is made that the whole catalog would not be`() throws {
        let temporary = try TemporaryStore()
        let fan = Fixture.tree("fan").replacing("test.light", with: "test.fan")
        let naming = Fixture.tree("light", say: "Is the light on[ beside {test.fan}]?")
        try temporary.publish([
            Fixture.file("catalog.yaml", Fixture.settings), Fixture.file("trees/fan.yaml", fan),
            Fixture.file("trees/light.yaml", naming),
        ])
        let other = fan.replacing("test.fan", with: "test.blower")
        let reply = try temporary.publish([Fixture.file("trees/fan.yaml", other)])
        #expect(reply.release == 0)
        #expect(reply.problems.map(\.code) == ["unknown-fact"])
        #expect(reply.problems.map(\.path) == ["trees/light.yaml"])
    }

    @Test func `a rollback that is sent again has another answer`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        try temporary.publish(Fixture.catalog)
        let tree = Fixture.file("trees/light.yaml", Fixture.tree("light", say: "Is it lit?"))
        try temporary.publish([tree])
        for time in [3_000, 4_000] as [Int64] {
            let reply = try store.rollback(RollbackRequest(release: 1, editor: "ann"), at: time)
            #expect(reply == RollbackReply(release: 1, previous: 2))
        }
        let release = try store.list { _ in 0 }.releases.first { $0.number == 1 }
        #expect(release?.rolledBack?.atMs == 3_000 && release?.rolledBack?.previous == 2)
    }

    @Test func `what became of a release is told of the next one`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        func tree(_ say: String) -> SourceFile {
            Fixture.file("trees/light.yaml", Fixture.tree("light", say: say))
        }
        func release(_ number: UInt32) throws -> Release? {
            try store.list { _ in 0 }.releases.first { $0.number == number }
        }
        try temporary.publish(Fixture.catalog)
        try temporary.publish([tree("Is it lit?")])
        _ = try store.rollback(RollbackRequest(release: 1, editor: "ann"), at: 3_000)
        _ = try store.beginTrial(TryRequest(release: 2, shadow: true), at: 4_000, endedCalls: 0)
        _ = try store.promote(PromoteRequest(editor: "ann"), at: 5_000)
        #expect(try release(2)?.promoted?.atMs == 5_000)
        try temporary.publish([tree("Does it shine?")])
        let third = try #require(try release(3))
        #expect(third.basedOn == 2 && third.trees == 1 && third.promoted == nil)
        _ = try store.rollback(RollbackRequest(release: 1, editor: "ann"), at: 6_000)
        try temporary.publish([tree("Is there light?")])
        let fourth = try #require(try release(4))
        #expect(fourth.basedOn == 1 && fourth.rolledBack == nil)
        #expect(try release(1)?.rolledBack?.atMs == 6_000)
    }

    @Test func `another share of calls begins a trial anew`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        try temporary.publish(Fixture.catalog)
        let tree = Fixture.file("trees/light.yaml", Fixture.tree("light", say: "Is it lit?"))
        try temporary.publish([tree])
        _ = try store.rollback(RollbackRequest(release: 1), at: 3_000)
        var request = TryRequest(release: 2, canaryPerMille: 100)
        _ = try store.beginTrial(request, at: 4_000, endedCalls: 7)
        request.canaryPerMille = 250
        let more = try store.beginTrial(request, at: 5_000, endedCalls: 9).trial
        #expect(more?.canaryPerMille == 250)
        #expect(more?.startedAtMs == 4_000 && more?.afterEndedSequence == 7)
        request = TryRequest(release: 2, shadow: true)
        let shadow = try store.beginTrial(request, at: 6_000, endedCalls: 9).trial
        #expect(shadow?.startedAtMs == 6_000 && shadow?.afterEndedSequence == 9)
    }

    @Test func `a reopened store has lost the release`() throws {
        let temporary = try TemporaryStore()
        try temporary.publish(Fixture.catalog)
        let again = try CatalogStore(environment: temporary.environment, writer: temporary.writer)
        #expect(again.currentRelease == 1)
        #expect(try again.currentView().compiledTree("light") != nil)
    }

    @Test func `publishing one tree writes more than that tree`() throws {
        let temporary = try TemporaryStore()
        var files = Fixture.catalog
        for number in 0..<50 {
            files.append(
                Fixture.file("articles/a\(number).md", Fixture.article("article \(number)"))
            )
        }
        try temporary.publish(files)
        let before = try temporary.entries("items")
        let changed = Fixture.file("trees/light.yaml", Fixture.tree("light", say: "Is it lit?"))
        #expect(try temporary.publish([changed]).release == 2)
        // The tree and its source; the words by which it is found are the same.
        #expect(try temporary.entries("items") - before == 2)
        #expect(
            try temporary.store.view(of: 1).compiledTree("light")?.tree.nodes[0].say
                == "Is the light on?"
        )
        #expect(
            try temporary.store.view(of: 2).compiledTree("light")?.tree.nodes[0].say
                == "Is it lit?"
        )
    }

    @Test func `errors are published`() throws {
        let temporary = try TemporaryStore()
        let bad = Fixture.file("trees/light.yaml", "id: light\n")
        let reply = try temporary.publish([Fixture.catalog[0], bad])
        #expect(reply.release == 0)
        #expect(reply.problems.contains { $0.code == "missing-key" })
        #expect(temporary.store.currentRelease == 0)
        let draft = try temporary.store.stage(StageRequest(files: Fixture.catalog), at: 1).draft
        let refused = try temporary.store.publish(PublishRequest(draft: draft), at: 2) { view in
            let tree = try view.compiledTree("light")
            #expect(tree != nil)
            return [Problem(.conversationFails, path: "conversations/x.yaml", message: "no")]
        }
        #expect(refused.release == 0)
        #expect(refused.problems.map(\.code) == ["conversation-fails"])
        #expect(try temporary.store.publish(PublishRequest(draft: draft), at: 2).release == 1)
        #expect(throws: CatalogError.self) {
            try temporary.store.publish(PublishRequest(draft: draft), at: 3)
        }
    }

    @Test func `an editor overwrites what another has published`() throws {
        let temporary = try TemporaryStore()
        try temporary.publish(Fixture.catalog)
        let mine = Fixture.file("articles/mine.md", Fixture.article("mine"))
        let draft = try temporary.store
            .stage(StageRequest(baseRelease: 1, files: [mine]), at: 1).draft
        let other = Fixture.file("trees/light.yaml", Fixture.tree("light", say: "Is it lit?"))
        try temporary.publish([other])
        do {
            _ = try temporary.store.publish(PublishRequest(draft: draft), at: 2)
            Issue.record("the draft was published")
        } catch CatalogError.conflict(let message) {
            #expect(message.contains("trees/light.yaml"))
            #expect(!message.contains("catalog.yaml,"))
        }
    }

    @Test func `a download does not give back what was staged`() throws {
        let temporary = try TemporaryStore()
        var files = Fixture.catalog
        let long = String(repeating: "word ", count: 180_000)
        for number in 0..<5 {
            files.append(
                Fixture.file("articles/a\(number).md", Fixture.article("a\(number)", body: long))
            )
        }
        try temporary.publish(files)
        var downloaded: [String: [UInt8]] = [:]
        var after = ""
        var pages = 0
        while true {
            let reply = try temporary.store.download(DownloadRequest(afterPath: after))
            pages += 1
            for file in reply.files { downloaded[file.path] = file.content }
            guard reply.more, let last = reply.files.last else { break }
            after = last.path
        }
        #expect(pages == 2)
        #expect(downloaded == Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.content) }))
        let page = try temporary.store.get(GetReleaseRequest(maximum: 3)) { _ in 0 }
        #expect(page.files.map(\.path) == ["articles/a0.md", "articles/a1.md", "articles/a2.md"])
        #expect(page.more)
        #expect(
            page.files.allSatisfy { $0.content.isEmpty && $0.sha256.count == 32 && $0.size > 0 }
        )
    }

    @Test func `old drafts fill the store, or lock editors out`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        let first = try store.stage(StageRequest(), at: 1).draft
        let second = try store.stage(StageRequest(), at: 2).draft
        for time in 3...Int64(CatalogLimits.drafts) {
            _ = try store.stage(StageRequest(), at: time)
        }
        // The second is changed again, so the first is the one that was left longest.
        _ = try store.stage(StageRequest(draft: second), at: 100)
        _ = try store.stage(StageRequest(), at: 101)
        #expect(try temporary.entries("drafts") == CatalogLimits.drafts)
        #expect(throws: CatalogError.self) { try store.stage(StageRequest(draft: first), at: 102) }
        _ = try store.stage(StageRequest(draft: second), at: 103)
        let later = CatalogLimits.draftAgeMilliseconds + 200
        _ = try store.stage(StageRequest(), at: later)
        #expect(try temporary.entries("drafts") == 1)
    }

    @Test func `a damaged item is read as something else`() throws {
        let temporary = try TemporaryStore()
        try temporary.publish(Fixture.catalog)
        let items = try temporary.environment.database(named: "items")
        // The stored key of the tree in release 1, as the format says.
        let key: [UInt8] = [2] + Array("light".utf8) + [0, 0xff, 0xff, 0xff, 0xfe]
        try temporary.environment.withWrite { transaction in
            let isThere = try transaction.contains(key.span, in: items)
            #expect(isThere)
            try transaction.put([1, 2, 3].span, forKey: key.span, in: items)
        }
        let view = try temporary.store.currentView()
        #expect(throws: CatalogError.self) { try view.compiledTree("light") }
    }
}
