import Language
import Messages
import Testing

@testable import Catalog

/// The model that routes openings is a part of the release.
@Suite struct RoutingModelTests {
    private static let things = [
        "lamp", "door", "oven", "fridge", "window", "heater", "fan", "shower", "lift", "bell",
    ]

    private static func tree(_ thing: String, also phrase: String = "") -> SourceFile {
        let phrases =
            [
                "my \(thing) is broken", "the \(thing) does not work",
                "a problem with the \(thing)",
                "our \(thing) has stopped", "\(thing) trouble", "can you repair a \(thing)",
            ] + (phrase.isEmpty ? [] : [phrase])
        let text = Fixture.tree(thing, symptom: "it is about my \(thing)")
        let list = (["it is about my \(thing)"] + phrases).joined(separator: ", ")
        return Fixture.file(
            "trees/\(thing).yaml",
            text.replacing("[it is about my \(thing)]", with: "[\(list)]")
        )
    }

    private static func catalog(_ count: Int) -> [SourceFile] {
        [Fixture.file("catalog.yaml", Fixture.settings)] + things.prefix(count).map { tree($0) }
    }

    private static func model(_ view: CatalogView) throws -> [UInt8]? {
        try view.routingModel?.encoded()
    }

    @Test func `a large catalog routes without a model, or a small one by one`() throws {
        let large = try CatalogCompiler.compile(Self.catalog(10))
        #expect(large.problems.map(\.summary) == [])
        #expect(try Self.model(large.view) != nil)
        let best = try large.view.route("something is wrong with the ovens", language: "en-US")
            .first
        #expect(best?.tree == "oven")
        let without = try CatalogCompiler.compile(Self.catalog(7))
        #expect(try Self.model(without.view) == nil)
    }

    @Test func `a changed catalog keeps the model of what it was`() throws {
        let before = try CatalogCompiler.compile(Self.catalog(10)).view
        let changed = Self.tree("oven", also: "the pizza stays cold")
        let after = try CatalogCompiler.compile([changed], over: before)
        let files = Self.catalog(10).filter { $0.path != changed.path } + [changed]
        let anew = try CatalogCompiler.compile(files)
        #expect(try Self.model(after.view) == Self.model(anew.view))
        #expect(try Self.model(after.view) != Self.model(before))
        let removed = Self.things.prefix(3).map { "trees/\($0).yaml" }
        let small = try CatalogCompiler.compile([], removing: removed, over: before)
        #expect(try Self.model(small.view) == nil)
    }

    @Test func `a text that no phrase is made of trains the model again`() throws {
        let before = try CatalogCompiler.compile(Self.catalog(10)).view
        let tree = Self.tree("oven")
        let text = String(decoding: tree.content, as: UTF8.self)
        let reworded = text.replacing("say: ", with: "say: Well, ")
        let after = try CatalogCompiler.compile([Fixture.file(tree.path, reworded)], over: before)
        #expect(after.changes.keys.contains(ItemKey(.tree, "oven")))
        #expect(!after.changes.keys.contains(ItemKey(.routingModel, "")))
    }

    @Test func `what the intake says belongs to no tree is not learnt`() throws {
        let unrelated = "  unrelated: [the weather is bad, tell me a joke]\n"
        let settings = Fixture.settings.replacing("intake:\n", with: "intake:\n" + unrelated)
        #expect(settings != Fixture.settings)
        let before = try CatalogCompiler.compile(Self.catalog(10)).view
        let after = try CatalogCompiler.compile(
            [Fixture.file("catalog.yaml", settings)],
            over: before
        )
        #expect(after.problems.map(\.summary) == [])
        #expect(try Self.model(after.view) != Self.model(before))
    }

    @Test func `a damaged model routes`() throws {
        var changes = try CatalogCompiler.compile(Self.catalog(10)).changes
        changes[ItemKey(.routingModel, "")]?.removeLast()
        let view = CatalogView(OverlayItems(changes, over: NoItems()))
        #expect(throws: CatalogError.self) { try view.route("my oven", language: "en-US") }
    }

    /// A catalog that was published before would otherwise route without a model until a phrase changes.
    @Test(arguments: [ItemKind.formerRoutingModel, .formerRoutingModelOfWords])
    func `a model of a former form outlives the next publish`(form: ItemKind) throws {
        let compiled = try CatalogCompiler.compile(Self.catalog(10))
        var changes = compiled.changes
        changes[ItemKey(.routingModel, "")] = nil
        changes[ItemKey(form, "")] = [1, 2, 3]
        let view = CatalogView(OverlayItems(changes, over: NoItems()))
        let tree = Self.tree("oven")
        let text = String(decoding: tree.content, as: UTF8.self)
        let reworded = text.replacing("say: ", with: "say: Well, ")
        let after = try CatalogCompiler.compile([Fixture.file(tree.path, reworded)], over: view)
        #expect(try Self.model(after.view) == Self.model(compiled.view))
        #expect(try after.view.items.item(ItemKey(form, "")) { _ in true } == nil)
    }

    @Test(arguments: [(ItemKind.formerRoutingModel, UInt8(20)), (.formerRoutingModelOfWords, 22)])
    func `a list of changes that names a model of a former form can't be read`(
        form: ItemKind,
        number: UInt8
    ) throws {
        let key = ChangeKey(release: 1, key: ItemKey(form, ""))
        #expect(key.bytes[4] == number)
        #expect(try ChangeKey(key.bytes.span).key == key.key)
    }
}
