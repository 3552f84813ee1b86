import Catalog
import Messages
import Testing

@Suite struct CatalogDiffTests {
    /// An edit of a file, and how it must be put.
    struct Case: Sendable, CustomTestStringConvertible {
        let path: String
        let edit: (String, String)
        let lines: [String]
        let kinds: [CatalogChange.Kind]
        var testDescription: String { "\(path): \(edit.0) → \(edit.1)" }
    }

    static let tree = "trees/light.yaml"

    static let cases = [
        Case(
            path: tree,
            edit: ("say: Is the light on?", "say: Can you see the light?"),
            lines: [#"  ~ question light: "Is the light on?" → "Can you see the light?""#],
            kinds: [.questionReworded]
        ),
        Case(
            path: tree,
            edit: ("branches: {fail: dark,", "branches: {fail: bright,"),
            lines: ["  ~ light: fail → bright, before dark"],
            kinds: [.branchChanged]
        ),
        Case(
            path: tree,
            edit: ("phrases: [it is on]", "phrases: [it is on, it shines]"),
            lines: [#"  + phrase for light/pass: "it shines""#],
            kinds: [.phraseAdded]
        ),
        Case(
            path: tree,
            edit: ("phrases: [it is on]", "phrases: [it is on], examples: [oh there it shines]"),
            lines: [#"  + example for light/pass: "oh there it shines""#],
            kinds: [.phraseAdded]
        ),
        Case(
            path: tree,
            edit: ("phrases: [it is on]", "phrases: [it is on], openings: [it shines and hums]"),
            lines: [#"  + opening for light/pass: "it shines and hums""#],
            kinds: [.phraseAdded]
        ),
        Case(
            path: tree,
            edit: (
                "symptoms: [my lamp is dark]", "symptoms: [my lamp is dark]\nopenings: [a lamp]"
            ),
            lines: [#"  + opening "a lamp""#],
            kinds: [.phraseAdded]
        ),
        Case(
            path: tree,
            edit: ("requires: [test.light]", "requires: [test.light, symptom.since]"),
            lines: [#"  + required fact "symptom.since""#],
            kinds: [.requiredAdded]
        ),
        Case(
            path: tree,
            edit: ("symptoms: [my lamp is dark]", "symptoms: [no light at all]"),
            lines: [#"  + symptom "no light at all""#, #"  - symptom "my lamp is dark""#],
            kinds: [.symptomAdded, .symptomRemoved]
        ),
        Case(
            path: tree,
            edit: (
                "    next: dark\n",
                "    next: lamp\n  - ask: environment.lamp\n    id: lamp\n    kind: text\n"
                    + "    say: Which lamp?\n    next: dark\n"
            ),
            lines: [
                "  ~ light: anything else, not known → lamp, before dark",
                #"  + question lamp (environment.lamp) "Which lamp?", after light"#,
            ],
            kinds: [.branchChanged, .questionAdded]
        ),
        Case(
            path: tree,
            edit: ("diagnosis: the bulb is broken", "diagnosis: the bulb is gone"),
            lines: [#"  ~ diagnosis of dark: "the bulb is broken" → "the bulb is gone""#],
            kinds: [.diagnosisChanged]
        ),
        Case(
            path: tree,
            edit: ("nodes:", "# A note for other editors.\nnodes:"),
            lines: ["  ~ comments, order or spelling only"],
            kinds: [.fileRewritten]
        ),
        Case(
            path: "catalog.yaml",
            edit: ("person-queue: general", "person-queue: humans"),
            lines: [
                #"  ~ person-queue: "general" → "humans""#,
                #"  ~ queue of off-map: "general" → "humans""#,
            ],
            kinds: [.settingChanged, .diagnosisChanged]
        ),
        Case(
            path: "catalog.yaml",
            edit: ("person-queue: general", "person-queue: general\nconfirmations: 3"),
            lines: [#"  ~ confirmations: "" → "3""#],
            kinds: [.settingChanged]
        ),
        Case(
            path: tree,
            edit: ("requires: [test.light]", "requires: [test.light]\nskips-ahead: true"),
            lines: [#"  ~ skips-ahead: "no" → "yes""#],
            kinds: [.settingChanged]
        ),
        Case(
            path: tree,
            edit: ("symptom.since: {label: since}", "symptom.smell: {label: smell}"),
            lines: ["  ~ order, or what is not listed here"],
            kinds: [.fileRewritten]
        ),
        Case(
            path: "articles/bulbs.md",
            edit: ("spoken: Turn it.", "spoken: Turn it gently."),
            lines: [#"  ~ spoken: "Turn it." → "Turn it gently.""#],
            kinds: [.articleChanged]
        ),
        Case(
            path: "vocabulary/lamps.yaml",
            edit: ("aliases: [desk light]", "aliases: [desk light, table lamp]"),
            lines: [#"  + alias of desk-lamp "table lamp""#],
            kinds: [.entityChanged]
        ),
    ]

    @Test(arguments: cases)
    func `a change is shown as lines of a file, or not at all`(_ example: Case) throws {
        let changed = Self.files.map { file in
            guard file.path == example.path else { return file }
            let text = String(decoding: file.content, as: UTF8.self)
            let new = text.replacing(example.edit.0, with: example.edit.1)
            #expect(new != text)
            return SourceFile(path: file.path, content: Array(new.utf8))
        }
        let diff = try CatalogDiff(from: Self.view(Self.files), to: Self.view(changed))
        #expect(Array(diff.lines().dropFirst()) == example.lines)
        #expect(diff.changes.map(\.kind) == example.kinds)
    }

    @Test func `catalogs that are the same differ, or what comes and goes is not told`() throws {
        let view = try Self.view(Self.files)
        #expect(try CatalogDiff(from: view, to: view).changes.isEmpty)
        let fewer = try Self.view(Self.files.filter { !$0.path.hasPrefix("articles/") })
        let gone = try CatalogDiff(from: view, to: fewer)
        #expect(gone.lines() == ["articles/bulbs.md", #"  - article "Bulbs""#])
        let all = try CatalogDiff(from: .empty, to: view)
        #expect(all.changes.map(\.kind).contains(.treeAdded))
        #expect(all.lines().contains(#"  + tree "a lamp": 2 questions, 2 diagnoses"#))
        #expect(all.lines(maximum: 3).count == 3)
        #expect(all.lines(maximum: 3).last?.hasSuffix("lines more") == true)
    }

    private static func view(_ files: [SourceFile]) throws -> CatalogView {
        let compilation = try CatalogCompiler.compile(files)
        try #require(!compilation.hasErrors, "\(compilation.problems)")
        return compilation.view
    }

    private static let files = [
        Fixture.catalog[0],
        Fixture.file(
            tree,
            """
            id: light
            title: a lamp
            issue: Lamp stays dark
            symptoms: [my lamp is dark]
            requires: [test.light]
            facts:
              symptom.since: {label: since}
            nodes:
              - check: test.light
                id: light
                say: Is the light on?
                results:
                  pass: {label: "on", phrases: [it is on]}
                  fail: {label: "off", phrases: [it is off]}
                branches: {fail: dark, pass: bright}
                next: dark
              - ask: symptom.since
                id: since
                kind: date
                only-when-required: true
                say: Since when?
              - diagnose: dark
                diagnosis: the bulb is broken
                recommendation: send a bulb
                queue: lamps
              - diagnose: bright
                diagnosis: nothing is broken
                recommendation: call back
                queue: lamps
            """
        ),
        Fixture.file("articles/bulbs.md", "---\ntitle: Bulbs\nspoken: Turn it.\n---\nTurn it.\n"),
        Fixture.file(
            "vocabulary/lamps.yaml",
            "class: lamp\nentities:\n  desk-lamp: {name: Desk lamp, aliases: [desk light]}\n"
        ),
    ]
}
