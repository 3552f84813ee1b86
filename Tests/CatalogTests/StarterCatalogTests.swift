import Catalog
import Messages
import TestSupport
import Testing

/// The catalog that ships with the project, beside the sources.
enum StarterCatalog {
    static func files() throws -> [SourceFile] {
        return try CatalogFolder.read(Programs.starterCatalog)
    }
}

@Suite struct StarterCatalogTests {
    @Test func `the starter catalog can be published`() throws {
        let compilation = try CatalogCompiler.compile(StarterCatalog.files())
        #expect(compilation.problems.map(\.summary) == [])
        let view = compilation.view
        #expect(try view.compiledTree("vpn")?.tree.nodes.isEmpty == false)
        let opening =
            "since i swapped my router yesterday i cant get into the company vpn from home"
        #expect(try view.route(opening, language: "en-US").first?.tree == "vpn")
        let hits = try view.search("what is port forwarding", language: "en-US", maximum: 3)
        #expect(hits.first?.id == "port-forwarding")
        let router = try view.entities(named: "t p link a x seventy three", language: "en-US")
        #expect(router.map(\.id) == ["tp-link-ax73"])
    }
}
