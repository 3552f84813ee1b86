import Foundation
import Testing

@testable import Catalog

@Suite struct SchemaTests {
    /// Keys by the path to their object, out of a schema.
    private static func keys(of schema: Any, at path: String = "") -> [String: Set<String>] {
        guard let schema = schema as? [String: Any] else { return [:] }
        var found: [String: Set<String>] = [:]
        func add(_ more: [String: Set<String>]) {
            found.merge(more) { $0.union($1) }
        }
        if let properties = schema["properties"] as? [String: Any] {
            found[path] = Set(properties.keys)
            for (key, value) in properties { add(keys(of: value, at: path + "/" + key)) }
        }
        for name in ["items", "additionalProperties"] {
            if let inner = schema[name] { add(keys(of: inner, at: path + "/*")) }
        }
        for name in ["oneOf", "anyOf"] {
            for inner in schema[name] as? [Any] ?? [] { add(keys(of: inner, at: path)) }
        }
        return found
    }

    /// Keys by the path to their object, out of what files are checked against.
    private static func keys(of form: Form, at path: String = "") -> [String: Set<String>] {
        switch form {
        case .object(let shape):
            var found = [path: Set(shape.fields.map(\.key))]
            for field in shape.fields {
                found.merge(keys(of: field.form, at: path + "/" + field.key)) { $0.union($1) }
            }
            return found
        case .list(let inner, _), .map(_, let inner, _): return keys(of: inner, at: path + "/*")
        case .optional(let inner): return keys(of: inner, at: path)
        case .either(let forms):
            return forms.reduce(into: [:]) { $0.merge(keys(of: $1, at: path)) { $0.union($1) } }
        case .variants(let shapes):
            return shapes.reduce(into: [:]) {
                $0.merge(keys(of: .object($1), at: path)) { $0.union($1) }
            }
        default: return [:]
        }
    }

    @Test(arguments: [
        ("tree", TreeShapes.tree), ("catalog", CatalogShapes.catalog),
        ("vocabulary", CatalogShapes.vocabulary), ("article", CatalogShapes.article),
        ("conversation", CatalogShapes.conversation),
    ]) func `a schema has other keys than the reader`(name: String, shape: Shape) throws {
        let text = try #require(CatalogSchema.all.first { $0.name == name }?.text)
        let schema = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let root = try #require(schema as? [String: Any])
        #expect(root["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        let fromSchema = Self.keys(of: schema)
        #expect(fromSchema == Self.keys(of: .object(shape)))
        #expect(fromSchema[""]?.isEmpty == false)
    }

    @Test func `limits contradict each other`() {
        #expect(CatalogLimits.pathBytes <= CatalogLimits.itemIDBytes)
        // Kind, zero and release beside the id.
        #expect(CatalogLimits.itemIDBytes + 6 <= 511)
        #expect(CatalogLimits.fileBytes + CatalogLimits.pathBytes < CatalogLimits.replyBytes)
        #expect(CatalogLimits.fileBytes <= CatalogLimits.draftBytes)
        #expect(CatalogLimits.labelCharacters <= CatalogLimits.sayCharacters)
        #expect(CatalogLimits.options <= CatalogLimits.branches)
        #expect(CatalogLimits.requires <= CatalogLimits.nodes)
        #expect(CatalogLimits.nodes * 64 <= CatalogLimits.yamlValues)
        #expect(CatalogLimits.keptReleases <= CatalogLimits.views)
        #expect(CatalogLimits.pageFiles <= CatalogLimits.largestPageFiles)
    }
}
