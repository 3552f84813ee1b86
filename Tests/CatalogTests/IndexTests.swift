import Language
import Messages
import TestSupport
import Testing

@testable import Catalog

/// Items of a view with one replaced.
private struct SpoiltItems: ItemReader {
    let base: any ItemReader
    let kind: ItemKind
    let bytes: [UInt8]

    func item<Result>(_ key: ItemKey, _ body: (Span<UInt8>) throws -> Result) throws -> Result? {
        key.kind == kind ? try body(bytes.span) : try base.item(key, body)
    }

    func ids(of kind: ItemKind, after: String, maximum: Int) throws -> [String] {
        try base.ids(of: kind, after: after, maximum: maximum)
    }

    func walk(
        _ kind: ItemKind,
        from start: [UInt8],
        _ body: (Span<UInt8>) throws -> WalkStep
    ) throws {
        try base.walk(kind, from: start, body)
    }
}

@Suite struct IndexTests {
    private static let articles = [
        Fixture.file("articles/router.md", Fixture.article("Router", body: "About the firewall.")),
        Fixture.file("articles/printer.md", Fixture.article("Printer", body: "About paper jams.")),
    ]

    /// Exact, spelled otherwise, and the beginning of a word.
    private static let queries = ["firewall", "firewal", "pinter", "pap", "scaner", "scan"]

    private static func found(_ view: CatalogView) throws -> [[String]] {
        try queries.map { try view.search($0, language: "en-US", maximum: 3).map(\.id) }
    }

    @Test func `a draft, its release and a later release find other articles`() throws {
        let temporary = try TemporaryStore()
        try temporary.publish(Fixture.catalog + Self.articles)
        let first = try temporary.store.currentView()
        let expected = [["router"], ["router"], ["printer"], ["printer"], [], []]
        #expect(try Self.found(first) == expected)

        let scanner = Fixture.file("articles/scanner.md", Fixture.article("Scanner"))
        let draft = try CatalogCompiler.compile(
            [scanner],
            removing: ["articles/printer.md"],
            over: first
        )
        try temporary.publish([scanner], removing: ["articles/printer.md"])
        let later = [["router"], ["router"], [], [], ["scanner"], ["scanner"]]
        #expect(try Self.found(draft.view) == later)
        #expect(try Self.found(temporary.store.currentView()) == later)
        #expect(try Self.found(first) == expected)
    }

    @Test(
        arguments: [
            (ItemKind.articleTerm, [0x80]), (.articleTerm, [200, 1, 9]), (.articleTerm, [0, 1]),
            (.articleTerm, []), (.articleTerm, [1, 1, 99, 1]), (.articleDocument, [0xff, 1, 2]),
            (.articleSums, [0xff]),
        ] as [(ItemKind, [UInt8])]
    )
    func `a damaged index gives an answer, or crashes`(kind: ItemKind, bytes: [UInt8]) throws {
        let compilation = try CatalogCompiler.compile(Fixture.catalog + Self.articles)
        let items = SpoiltItems(base: compilation.view.items, kind: kind, bytes: bytes)
        let view = CatalogView(items)
        #expect(throws: CatalogError.self) {
            try view.search("firewall", language: "en-US", maximum: 3)
        }
    }

    @Test func `a change of one article writes the lists of others' words`() throws {
        let temporary = try TemporaryStore()
        let words = (0..<200).map { "word\($0)x" }.joined(separator: " ")
        let others = (0..<50).map {
            Fixture.file("articles/a\($0).md", Fixture.article("Number \($0)x", body: words))
        }
        try temporary.publish(Fixture.catalog + others)
        let before = try temporary.entries("changes")
        let body = words + "\n\nOne word more: zebra."
        try temporary.publish([
            Fixture.file("articles/a7.md", Fixture.article("Number 7x", body: body))
        ])
        // The source, the article, its document, the sums and the few new words.
        #expect(try temporary.entries("changes") - before < 12)
        let hits = try temporary.store.currentView().search("zebra", language: "", maximum: 2)
        #expect(hits.map(\.id) == ["a7"])
    }
}
