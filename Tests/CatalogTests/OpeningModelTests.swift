import Language
import Messages
import Testing

@testable import Catalog

/// What customers said who called about a tree, and the model of it in a release.
@Suite struct OpeningModelTests {
    /// Openings for each place: which words they have, none of them in the tree's own.
    private static let said = [
        "root": ["sad", "dismal", "dreadful"], "yes": ["furry", "crusty"],
        "no": ["spotless", "gleaming"],
    ]

    private static let others = ["root": ["old"], "yes": ["dented", "bent"], "no": ["loose"]]

    private static func openings(_ place: String, _ count: Int, _ words: [String: [String]] = said)
        -> [String]
    {
        let words = words[place] ?? []
        return (0..<count).map { "\($0) so \(words[$0 % words.count])" }
    }

    /// - Parameter count: The openings of each place.
    private static func tree(
        _ count: Int,
        of places: [String] = ["root", "yes", "no"],
        id: String = "kettle",
        words: [String: [String]] = said,
        skipsAhead: Bool = true
    ) -> SourceFile {
        let examples = (0..<5).map { "case \($0)" }
        let other = (0..<5).map { "chance \($0)" }
        func openings(_ place: String) -> [String] {
            Self.openings(place, places.contains(place) ? count : 0, words)
        }
        return Fixture.file(
            "trees/\(id).yaml",
            """
            id: \(id)
            title: a \(id)
            issue: "Kettle"
            symptoms: [the appliance fails]
            \(skipsAhead ? "skips-ahead: true" : "")
            openings: \(openings("root"))
            nodes:
              - ask: test.scale
                id: scale
                kind: yes-no
                say: Is there limescale?
                branches: {yes: found, no: other}
                options:
                  yes: {examples: \(examples), openings: \(openings("yes"))}
                  no: {examples: \(other), openings: \(openings("no"))}
                unknown: other
              - diagnose: found
                diagnosis: limescale
              - diagnose: other
                diagnosis: another cause
            """
        )
    }

    /// Just enough openings, and a few less.
    private static let known = Result { try compiled([tree(17)]) }
    private static let fewer = Result { try compiled([tree(16)]) }

    private static func compiled(
        _ trees: [SourceFile],
        over base: CatalogView = .empty
    ) throws -> Compilation {
        let result = try CatalogCompiler.compile([Fixture.catalog[0]] + trees, over: base)
        #expect(result.problems.filter { $0.severity == .error }.map(\.summary) == [])
        return result
    }

    private static func model(_ view: CatalogView) throws -> [UInt8]? {
        try view.phraseModel(.openingModel, "kettle")?.encoded()
    }

    @Test(arguments: [
        ("well so furry", "yes"), ("well so gleaming", "no"),
        ("well so dismal", nil),
    ])
    func `an opening is not understood as others were`(says: String, answer: String?) throws {
        func best(_ compilation: Compilation) throws -> OpeningGuess {
            let tree = try compilation.view.compiledTree("kettle")
            let guesses = tree?.meaning?.guesses(for: SpokenOpening(says, language: .of("en-US")))
            return try #require(guesses?.first)
        }
        #expect(try best(Self.known.get()).answer == answer.map { WayStep(node: 0, key: $0) })
        // Too few tell nothing.
        #expect(try best(Self.fewer.get()).answer == nil)
    }

    /// An opening would be like those that are known, whatever it tells.
    @Test(arguments: [["yes"], ["root"], ["yes", "no"]])
    func `openings of some answers take all others`(places: [String]) throws {
        let tree = try Self.compiled([Self.tree(51, of: places)]).view.compiledTree("kettle")
        #expect(tree?.meaning?.hasOpenings == false)
    }

    @Test func `an opening that stands under two answers tells one of them`() throws {
        let text = String(decoding: Self.tree(17).content, as: UTF8.self)
        let (yes, no) = (Self.openings("yes", 17), Self.openings("no", 17))
        let both = text.replacing("\(yes)", with: "\(yes + no)")
        let result = try Self.compiled([Fixture.file("trees/kettle.yaml", both)])
        #expect(try Self.model(result.view) == nil)
    }

    /// How much more speaks for the kettle than for the door, whose openings have other words.
    private static func lead(_ view: CatalogView, _ says: String) throws -> Float {
        let scores = try view.route(says, language: "en-US")
        let score = { (id: String) in scores.first { $0.tree == id }?.score ?? 0 }
        return score("kettle") - score("door")
    }

    private static func catalog(doors: Int) -> [SourceFile] {
        [tree(17), tree(doors, id: "door", words: others)]
    }

    private static let both = Result { try compiled(catalog(doors: 17)) }

    @Test(arguments: [
        ("the kettle or the door is crusty", 1), ("the kettle or the door is dented", -1),
    ])
    func `openings of two trees don't tell which is meant`(says: String, sign: Float) throws {
        #expect(try Self.lead(Self.both.get().view, says) * sign > 0.02)
        // Those of one tree alone would speak for it whatever is said.
        let view = try Self.compiled(Self.catalog(doors: 0)).view
        #expect(try abs(Self.lead(view, says)) < 1e-4)
    }

    @Test func `openings of trees speak for one of them when neither is meant`() throws {
        func best(_ files: [SourceFile]) throws -> Float? {
            try Self.compiled(files).view.route(
                "the kettle or the door is crusty",
                language: "en-US"
            ).first?
            .score
        }
        let (known, unknown) = try (best(Self.catalog(doors: 17)), best(Self.catalog(doors: 0)))
        #expect(try abs(#require(known) - #require(unknown)) < 1e-4)
    }

    @Test func `a catalog's trees are told apart by openings that it had before`() throws {
        let before = try Self.both.get().view
        func routing(_ view: CatalogView) throws -> [UInt8]? {
            try view.phraseModel(.openingRouting, "en-US")?.encoded()
        }
        #expect(try routing(before) != nil)
        let files = Self.catalog(doors: 18)
        let after = try Self.compiled([files[1]], over: before).view
        #expect(try routing(after) == routing(Self.compiled(files).view))
        #expect(try routing(after) != routing(before))
        let removed = try CatalogCompiler.compile([], removing: ["trees/door.yaml"], over: before)
        #expect(try routing(removed.view) == nil)
        // An earlier version stored none.
        var changes = try Self.both.get().changes
        changes[ItemKey(.openingRouting, "en-US")] = nil
        let earlier = CatalogView(OverlayItems(changes, over: NoItems()))
        let text = String(decoding: files[0].content, as: UTF8.self)
        let reworded = Fixture.file(files[0].path, text.replacing("another cause", with: "a cause"))
        #expect(try routing(Self.compiled([reworded], over: earlier).view) == routing(before))
        #expect(
            try !Self.compiled([reworded], over: before).changes.keys
                .contains(ItemKey(.openingRouting, "en-US"))
        )
    }

    @Test func `openings are published without their model, or too few are enough for one`() throws
    {
        #expect(try Self.model(Self.known.get().view) != nil)
        #expect(try Self.model(Self.fewer.get().view) == nil)
        #expect(try Self.model(Self.compiled([Self.tree(17, skipsAhead: false)]).view) == nil)
    }

    @Test func `a changed tree keeps the model of what it was`() throws {
        let before = try Self.fewer.get().view
        let after = try Self.compiled([Self.tree(17)], over: before).view
        #expect(try Self.model(after) == Self.model(Self.known.get().view))
        let other = try Self.compiled([Self.tree(18)], over: after).view
        #expect(try Self.model(other) != Self.model(after))
        #expect(try Self.model(Self.compiled([Self.tree(2)], over: other).view) == nil)
        let removed = try CatalogCompiler.compile([], removing: ["trees/kettle.yaml"], over: other)
        #expect(try Self.model(removed.view) == nil)
    }

    @Test func `a text that no opening is made of stores the model again`() throws {
        let tree = Self.tree(17)
        let before = try Self.known.get().view
        let text = String(decoding: tree.content, as: UTF8.self)
        let reworded = Fixture.file(tree.path, text.replacing("another cause", with: "a cause"))
        let changes = try Self.compiled([reworded], over: before).changes
        #expect(changes.keys.contains(ItemKey(.tree, "kettle")))
        #expect(!changes.keys.contains(ItemKey(.openingModel, "kettle")))
    }

    @Test(arguments: [ItemKey(.openingModel, "kettle"), ItemKey(.openingRouting, "en-US")])
    func `a damaged model is read`(key: ItemKey) throws {
        var changes = try Self.both.get().changes
        changes[key]?.removeLast()
        let view = CatalogView(OverlayItems(changes, over: NoItems()))
        #expect(throws: CatalogError.self) {
            try view.route("the appliance fails", language: "en-US")
        }
    }
}
