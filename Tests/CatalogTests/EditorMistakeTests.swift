import Catalog
import Foundation
import Messages
import TestSupport
import Testing

/// What people get wrong in files, and whether they are told where, and what to write instead.
@Suite struct EditorMistakeTests {
    struct Mistake: CustomStringConvertible, Sendable {
        /// Lines of ``EditorMistakeTests/tree``, by number, that are written otherwise.
        let lines: [Int: String]
        let place: String
        let message: String
        var help = ""
        var isWarning = false

        var description: String { lines.sorted { $0.key < $1.key }.map(\.value).joined() }

        init(_ lines: [Int: String], _ place: String, _ message: String, help: String = "") {
            self.lines = lines
            self.place = place
            self.message = message
            self.help = help
        }

        func warned() -> Mistake {
            var mistake = self
            mistake.isWarning = true
            return mistake
        }
    }

    /// A tree without a mistake.
    private static let tree = """
        id: t
        title: t
        issue: it
        symptoms: [it broke]
        nodes:
          - ask: test.light
            say: Is it on?
            kind: yes-no
          - guide: fix.plug
            say: Please plug it in. Is it on now?
            results:
              fixed: {label: on, phrases: [now it is]}
          - ask: test.age
            say: How old is it?
            kind: duration
          - diagnose: end
            diagnosis: it broke
        """

    static let noYAML: [Mistake] = [
        Mistake([7: "\tsay: Is it on?"], "7:1", "a tab", help: "replace the tab by spaces"),
        Mistake([8: "   kind: yes-no"], "8:4", "3 spaces", help: "put 4 there, as in line 6"),
        Mistake([8: "     kind: yes-no"], "8:6", "5 spaces", help: "put 4 there, as in line 6"),
        Mistake([9: "   - guide: fix.plug"], "9:4", "3 spaces", help: "put 2 there, as in line 6"),
        Mistake([7: "    say: \"Is it on?"], "7:10", "never closed", help: "write \" at the end"),
        Mistake([7: "    say: 'Is it on?"], "7:10", "never closed", help: "write ' at the end"),
        Mistake(
            [7: "    say:Is it on?"],
            "7:8",
            "no space after the colon of 'say'",
            help: "write 'say: Is it on?'"
        ),
        Mistake([6: "  -ask: test.light"], "6:3", "a dash and a space", help: "write '- ask: test"),
        Mistake([7: "    say:\u{A0}Is it on?"], "7:9", "looks like a space", help: "type a space"),
        Mistake([7: "   \u{A0}say: Is it on?"], "7:4", "looks like a space", help: "type a space"),
        Mistake(
            [7: "    say: Look there: is it on?"],
            "7:20",
            "in a text that has no quotes",
            help: "write \"Look there: is it on?\""
        ),
        Mistake(
            [7: "    say: [On] is what it says?"],
            "7:10",
            "begins with [ needs quotes",
            help: "write \"[On] is what it says?\""
        ),
        Mistake([4: "symptoms: [it broke"], "4:11", "never closed", help: "write ] at the end"),
        Mistake([12: "      fixed: {label: on"], "12:14", "never closed", help: "write } at the"),
        Mistake(
            [7: "    say: 'Isn't it on?'"],
            "7:15",
            "goes on after the quote",
            help: "\" and \""
        ),
        Mistake([7: "    say: \"Is\" it on?"], "7:15", "goes on after the quote", help: "\\\""),
        Mistake([7: "    say: @home?"], "7:10", "can't begin with @", help: "write \"@home?\""),
        Mistake(
            [8: "    kind: yes-no\n    say: Is it off?"],
            "9:5",
            "'say' is given twice: here, and on line 7",
            help: "remove one"
        ),
        // What is well formed above the slip is none.
        Mistake(
            [
                4: "symptoms: [\"it: broke\", 'it''s dead',\n  so: it is]",
                7: "    say: |\n      Look: it's\n      \"on\n    again: \"on:\n      off\"",
                8: "   kind: yes-no",
            ],
            "13:4",
            "3 spaces"
        ),
    ]

    static let wrong: [Mistake] = [
        Mistake(
            [4: "symptoms:\n  -it broke\n  - it is dead"],
            "5:3",
            "must be a list",
            help: "a dash and a space"
        ),
        Mistake(
            [12: "      failed: {label: no}"],
            "12:7",
            "'failed' is no value here",
            help: "write fixed, not-fixed or unable"
        ),
        Mistake(
            [10: "    say: Plug it in.\n    branches: {failed: end}"],
            "11:16",
            "no value 'failed'",
            help: "write fixed, not-fixed or unable"
        ),
        Mistake(
            [12: "      fixed: {phrases: [it says: on]}"],
            "12:25",
            "must be a text",
            help: "put it into quotes: \"it says: on\""
        ),
        Mistake(
            [12: "      unable:\n        phrases: one, two"],
            "13:18",
            "must be a list",
            help: "write phrases: [one, two]"
        ),
        Mistake(
            [12: "      fixed:\n        phrases:"],
            "13:17",
            "must be a list",
            help: "write phrases: [one, another]"
        ),
        Mistake(
            [15: "    kind: duration\n    branches: [{at-least: long, next: end}]"],
            "16:27",
            "a number, or a duration such as 90 days",
            help: "30 seconds, 1.5 hours"
        ),
        Mistake(
            [15: "    kind: number\n    branches: [{at-least: 90 days, next: end}]"],
            "16:27",
            "needs a number"
        ),
        Mistake(
            [8: "    kind: yes-no\n    branches:\n      - yes: end"],
            "10:9",
            "has the keys",
            help: "branches: {value: node"
        ),
        Mistake(
            [6: "  - ask: test.light\n    id: große-lampe"],
            "7:9",
            "must be an id",
            help: "write grosse-lampe"
        ),
        Mistake([2: "language: fr-FR"], "1:1", "needs the key 'title'", help: "add 'title': "),
        Mistake(
            [2: "title: t\nlanguage: fr-FR"],
            "3:11",
            "catalog.yaml has no language 'fr-FR'",
            help: "write en-US"
        ),
        Mistake(
            [7: "    say: Which error #, if any?"],
            "7:10",
            "'Which error': after ' #' stands a note",
            help: "write \"Which error #, if any?\""
        ).warned(),
        Mistake([7: "    say: Is it # on?"], "7:10", "stands a note").warned(),
        Mistake([7: "    say: “Is it on?”"], "7:10", "quotes “", help: "write \" instead").warned(),
        Mistake(
            [15: "    kind: duration\n    branches: [{at-least: 3, next: end}]"],
            "16:27",
            "'3' is read as seconds",
            help: "3 seconds, 3 hours or 3 days"
        ).warned(),
        Mistake(
            [8: "    options: {on: {phrases: [it is]}, off: all of it dark}"],
            "8:39",
            "'off' has no phrases",
            help: "off: {label: …, phrases: [one, another]}"
        ).warned(),
    ]

    private func problems(_ text: String, path: String = "trees/t.yaml") throws -> [Problem] {
        let files = [
            Fixture.file("catalog.yaml", Fixture.settings), Fixture.file(path, text),
        ]
        return try CatalogCompiler.compile(files).problems
    }

    private static func text(_ lines: [Int: String]) -> String {
        let written = tree.split(separator: "\n").enumerated().map { number, line in
            lines[number + 1] ?? String(line)
        }
        return written.joined(separator: "\n") + "\n"
    }

    @Test(arguments: noYAML + wrong)
    func `an editor is sent to another line, or not told what to write`(mistake: Mistake) throws {
        let problems = try problems(Self.text(mistake.lines))
        let shown = "\(problems.map(\.summary))"
        try #require(problems.count == 1, "\(shown)")
        #expect("\(problems[0].line):\(problems[0].column)" == mistake.place, "\(shown)")
        #expect(problems[0].message.contains(mistake.message), "\(shown)")
        let hasHelp = mistake.help.isEmpty || problems[0].suggestion.contains(mistake.help)
        #expect(hasHelp, "\(shown)")
        #expect((problems[0].severity == .warning) == mistake.isWarning, "\(shown)")
    }

    @Test func `what is right is warned of`() throws {
        let right = Self.text([
            6: "  - ask: test.light   # a note",
            7: "    say: Is no.#1 on?  # another",
            15: "    kind: duration\n    branches: [{below: 1.5 hours, next: end}]",
        ])
        #expect(try problems(right).map(\.summary) == [])
    }

    @Test func `a file of another encoding has no line`() throws {
        // ü in Latin-1.
        var content = Array("id: t\ntitle: T".utf8)
        content += [0xFC, 0x72, 0x0A]
        let files = [
            Fixture.file("catalog.yaml", Fixture.settings),
            SourceFile(path: "trees/t.yaml", content: content),
        ]
        let problems = try CatalogCompiler.compile(files).problems
        #expect(problems.map { "\($0.line):\($0.column)" } == ["2:9"])
        #expect(problems.first?.suggestion.contains("as UTF-8") == true)
    }

    @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
    func `a file that was saved on Windows is refused`(end: String, mark: String) throws {
        let article = "---\ntitle: A\n---\n\n# A\n\nHello\nthere.\n\nMore.\n"
        let files = [
            ("catalog.yaml", Fixture.settings), ("trees/light.yaml", Fixture.tree("light")),
            ("articles/a.md", article),
        ].map { path, text in Fixture.file(path, mark + text.replacing("\n", with: end)) }
        let compilation = try CatalogCompiler.compile(files)
        #expect(compilation.problems.map(\.summary) == [])
        #expect(try compilation.view.article("a")?.spoken == "Hello there.")
        let edit = CatalogEdit.addPhrases(
            ["it glows"],
            option: "yes",
            node: "test.light",
            tree: "light"
        )
        let edited = try edit.applied(to: files)
        #expect(try CatalogCompiler.compile([files[0]] + edited).problems.map(\.summary) == [])
    }

    @Test func `a folder that can't be read counts as empty`() throws {
        let folder = try TemporaryFolder()
        try Data(Fixture.settings.utf8).write(to: folder.url.appending(path: "catalog.yaml"))
        #expect(try CatalogFolder.read(folder.path).map(\.path) == ["catalog.yaml"])
        // Whoever runs tests as root may read every folder.
        try Data().write(to: folder.url.appending(path: "conversations"))
        let error = #expect(throws: CatalogError.self) { try CatalogFolder.read(folder.path) }
        #expect("\(error.map(\.description) ?? "")".contains("conversations can't be read"))
    }

    @Test func `a file with an umlaut in its name is not told how to be called`() throws {
        let problems = try problems("id: t", path: "trees/Kaffeemühle.yaml")
        #expect(problems.map(\.suggestion) == ["rename it to trees/kaffeemuehle.yaml"])
    }

    /// 90 days, and the mean month that "three months" of a customer is reckoned with.
    @Test(arguments: [("90 days", 7_776_000.0), ("3 months", 7_889_238), ("1 minute", 60)])
    func `a duration with its unit is another number of seconds`(
        written: String,
        seconds: Double
    ) throws {
        let bounds = "    kind: duration\n    branches: [{at-least: \(written), next: end}]"
        let files = [
            Fixture.file("catalog.yaml", Fixture.settings),
            Fixture.file("trees/t.yaml", Self.text([15: bounds])),
        ]
        let compilation = try CatalogCompiler.compile(files)
        #expect(compilation.problems.map(\.summary) == [])
        let tree = try #require(try compilation.view.compiledTree("t")?.tree)
        #expect(tree.nodes.compactMap { $0.branches.first?.bound } == [seconds])
        #expect(TreeGraph.mermaid(tree).contains("≥ \(written)"))
    }

    @Test func `an article or a conversation is of a language in which no call is held`() throws {
        for (path, text) in [
            ("articles/a.md", "---\ntitle: A\nlanguage: fr-FR\n---\nHello.\n"),
            (
                "conversations/c.yaml",
                "start: {at: 2026-01-01T00:00:00Z, language: fr-FR}\nturns: []\n"
            ),
        ] {
            let problems = try problems(text, path: path)
            #expect(problems.map(\.code) == ["bad-value"], "\(problems.map(\.summary))")
            #expect(problems.first?.message.contains("no language 'fr-FR'") == true)
        }
    }
}
