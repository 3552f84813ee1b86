import Language
import Messages
import Testing

@testable import Catalog

/// The model of which answer of a tree a clause gives is a part of the release.
@Suite struct AnswerModelTests {
    private static let examples = [
        "it is glowing", "there is a glow", "I see it glow", "a glow", "it glows red",
    ]

    private static let others = ["it is dark", "dark", "no light", "pitch black", "it went out"]

    private static func tree(
        _ examples: [String],
        no: [String] = [],
        skipsAhead: Bool = true
    ) -> SourceFile {
        Fixture.file(
            "trees/lamp.yaml",
            """
            id: lamp
            title: a lamp
            issue: "Lamp"
            symptoms: [my lamp is broken]
            \(skipsAhead ? "skips-ahead: true" : "")
            nodes:
              - ask: test.lamp
                id: lamp
                kind: yes-no
                say: Does it light up?
                branches: {yes: bulb, no: cord}
                options: {yes: {examples: \(examples)}, no: {examples: \(no)}}
                unknown: cord
              - diagnose: bulb
                diagnosis: the bulb
              - diagnose: cord
                diagnosis: the cord
            """
        )
    }

    private static func compiled(_ tree: SourceFile, over base: CatalogView = .empty) throws
        -> Compilation
    {
        let settings = Fixture.catalog[0]
        let result = try CatalogCompiler.compile([settings, tree], over: base)
        #expect(result.problems.filter { $0.severity == .error }.map(\.summary) == [])
        return result
    }

    /// What everybody says who needs the tree answers none of its questions.
    @Test func `the model knows the title that the tree had before`() throws {
        let before = Self.tree(Self.examples)
        let base = try Self.compiled(before).view
        let text = String(decoding: before.content, as: UTF8.self)
            .replacing("title: a lamp", with: "title: a glowing lamp")
        let after = Fixture.file("trees/lamp.yaml", text)
        let changed = try Self.compiled(after, over: base).view.phraseModel(.answerModel, "lamp")
        #expect(try changed?.encoded() != base.phraseModel(.answerModel, "lamp")?.encoded())
        #expect(
            try changed?.encoded()
                == Self.compiled(after).view.phraseModel(.answerModel, "lamp")?.encoded()
        )
    }

    @Test func `examples are published without their model, or four are enough for one`() throws {
        #expect(
            try Self.compiled(Self.tree(Self.examples)).view.phraseModel(.answerModel, "lamp")
                != nil
        )
        let few = Self.tree(Array(Self.examples.prefix(4)))
        #expect(try Self.compiled(few).view.phraseModel(.answerModel, "lamp") == nil)
        let walked = Self.tree(Self.examples, skipsAhead: false)
        #expect(try Self.compiled(walked).view.phraseModel(.answerModel, "lamp") == nil)
        let told = Self.tree(Self.examples, no: Self.others, skipsAhead: false)
        #expect(try Self.compiled(told).view.phraseModel(.answerModel, "lamp") != nil)
    }

    @Test func `a changed tree keeps the model of what it was`() throws {
        func model(_ view: CatalogView) throws -> [UInt8]? {
            try view.phraseModel(.answerModel, "lamp")?.encoded()
        }
        let before = try Self.compiled(Self.tree(Self.examples)).view
        let changed = Self.tree(Self.examples + ["it shines"])
        let after = try Self.compiled(changed, over: before).view
        #expect(try model(after) != model(before))
        #expect(try model(after) == model(Self.compiled(changed).view))
        #expect(try model(Self.compiled(Self.tree([]), over: before).view) == nil)
        let removed = try CatalogCompiler.compile([], removing: ["trees/lamp.yaml"], over: before)
        #expect(try model(removed.view) == nil)
    }

    @Test func `a text that no example is made of stores the model again`() throws {
        let before = try Self.compiled(Self.tree(Self.examples)).view
        let tree = Self.tree(Self.examples)
        let text = String(decoding: tree.content, as: UTF8.self)
        let reworded = Fixture.file(tree.path, text.replacing("the cord", with: "its cord"))
        let changes = try Self.compiled(reworded, over: before).changes
        #expect(changes.keys.contains(ItemKey(.tree, "lamp")))
        #expect(!changes.keys.contains(ItemKey(.answerModel, "lamp")))
    }

    @Test func `a damaged model is read`() throws {
        var changes = try Self.compiled(Self.tree(Self.examples)).changes
        changes[ItemKey(.answerModel, "lamp")]?.removeLast()
        let view = CatalogView(OverlayItems(changes, over: NoItems()))
        #expect(throws: CatalogError.self) { try view.compiledTree("lamp") }
    }
}
