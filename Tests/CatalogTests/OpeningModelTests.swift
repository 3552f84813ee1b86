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

    @Test func `words of a tree's openings tell nothing of it`() throws {
        func ahead(_ doorHasSome: Bool) throws -> Float {
            let door = Self.tree(doorHasSome ? 17 : 0, id: "door", words: Self.others)
            let view = try Self.compiled([Self.tree(17), door]).view
            let scores = try view.route("the appliance fails and is crusty", language: "en-US")
            let score = { (id: String) in scores.first { $0.tree == id }?.score ?? 0 }
            return score("kettle") - score("door")
        }
        #expect(try ahead(true) > 1e-4)
        // Those of one tree alone would speak for it whatever is said.
        #expect(try abs(ahead(false)) < 1e-4)
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

    @Test func `a damaged model is read`() throws {
        var changes = try Self.known.get().changes
        changes[ItemKey(.openingModel, "kettle")]?.removeLast()
        let view = CatalogView(OverlayItems(changes, over: NoItems()))
        #expect(throws: CatalogError.self) { try view.compiledTree("kettle") }
    }
}
