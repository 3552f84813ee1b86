import Catalog
import Language
import Testing

@Suite struct TemplateTests {
    static let values = ["a.b": "one", "a.c": "two", "product.name": "App", "product.version": "4"]

    @Test(arguments: [
        ("plain", "plain"),
        ("{a.b} and {a.c}", "one and two"),
        ("{a.x}", "not known"),
        ("it[ after {a.x}]", "it"),
        ("it[ after {a.b}]!", "it after one!"),
        ("[{a.b} {a.x}]rest", "rest"),
        ("[kept]", "kept"),
        ("", ""),
    ]) func `a handoff says what is not known`(text: String, expected: String) throws {
        #expect(try Template(text).render(unknown: "not known") { Self.values[$0] } == expected)
    }

    @Test(arguments: [
        ("{", 1), ("a {b c}", 3), ("x}", 2), ("[a [b]]", 4), ("ab]", 3), ("[ab", 1), ("{}", 1),
        ("é{ü}", 2),
    ]) func `an editor is not told where a template is wrong`(text: String, column: Int) {
        do {
            _ = try Template(text)
            Issue.record("\(text) was read")
        } catch {
            #expect(error.column == column)
        }
    }

    @Test(arguments: [
        ("test", "Internet: Working after 3 tries ✓"),
        ("environment", "Internet Working (after 3 tries)"),
        ("symptom", "Internet Working after 3 tries"),
        ("fix", "Internet: Working, after 3 tries"),
        ("context", "Internet: Working"),
    ]) func `a fact without a line of its own reads badly`(section: String, expected: String) {
        let parts = [
            "label": "Internet", "value": "Working", "detail": "after 3 tries", "mark": "✓",
        ]
        let line = FactLine.standard(forSection: section)
        #expect(line.render(unknown: "unknown") { parts[$0] } == expected)
        let plain =
            line.render(unknown: "unknown") { $0 == "detail" || $0 == "mark" ? nil : parts[$0] }
        #expect(plain.hasSuffix("Working"))
    }

    @Test(arguments: [("en-US", "App v4 on Box"), ("de-DE", "App v4 auf Box")])
    func `the product line has gaps`(language: String, expected: String) throws {
        let template = try Template(SpokenLanguage.of(language).fixedWords.product)
        #expect(template.render(unknown: "?") { Self.values[$0] } == "App v4")
        let all = Self.values.merging(["product.platform": "Box"]) { $1 }
        #expect(template.render(unknown: "?") { all[$0] } == expected)
        #expect(template.render(unknown: "?") { _ in nil } == "")
    }
}
