import Messages
import Testing

@testable import Catalog

/// Changes of editors' files: expected files are written out by hand, byte for byte.
@Suite struct EditingTests {
    private static let question = QuestionDraft(
        fact: "environment.bulb",
        label: "bulb",
        say: "Which bulb is it?",
        kind: .text
    )

    /// A way in which authors write a tree, and how it must read after a change.
    struct Row: CustomTestStringConvertible {
        let name: String
        let change: CatalogEdit
        let before: String
        let after: String
        var testDescription: String { name }
    }

    private static let askBroken = CatalogEdit.ask(question, tree: "t", before: "broken")
    private static let require = CatalogEdit.require(question, tree: "t")

    static let rows: [Row] = [
        Row(
            name: "comments, blank lines and a branch in braces",
            change: askBroken,
            before: """
                # The tree of lamps.
                id: t
                nodes:
                  # First of all
                  - check: test.power   # the socket
                    say: "Is there: power?"
                    branches: {fail: broken, pass: fine}  # two ways

                  # the end of the bad way
                  - diagnose: broken
                    diagnosis: it is broken

                  - diagnose: fine
                    diagnosis: fine
                    resolved: true

                """,
            after: """
                # The tree of lamps.
                id: t
                nodes:
                  # First of all
                  - check: test.power   # the socket
                    say: "Is there: power?"
                    branches: {fail: bulb, pass: fine}  # two ways

                  - ask: environment.bulb
                    id: bulb
                    kind: text
                    label: bulb
                    say: "Which bulb is it?"

                  # the end of the bad way
                  - diagnose: broken
                    diagnosis: it is broken

                  - diagnose: fine
                    diagnosis: fine
                    resolved: true

                """
        ),
        Row(
            name: "odd indentation, quotes, and every kind of way into a node",
            change: askBroken,
            before: """
                id: t
                nodes:
                    -   ask: test.volts
                        kind: number
                        say: 'It''s how much?'
                        branches:
                          - {below: 3, next: 'broken'}
                          - at-least: 9
                            next: "broken"   # too much
                        unknown:    broken
                        otherwise: fine
                    -   diagnose: "broken"
                        diagnosis: >
                          it is
                          # no comment
                          broken
                    -   diagnose: fine
                        diagnosis: fine
                """,
            after: """
                id: t
                nodes:
                    -   ask: test.volts
                        kind: number
                        say: 'It''s how much?'
                        branches:
                          - {below: 3, next: bulb}
                          - at-least: 9
                            next: bulb   # too much
                        unknown:    bulb
                        otherwise: fine
                    - ask: environment.bulb
                      id: bulb
                      kind: text
                      label: bulb
                      say: "Which bulb is it?"
                    -   diagnose: "broken"
                        diagnosis: >
                          it is
                          # no comment
                          broken
                    -   diagnose: fine
                        diagnosis: fine
                """
        ),
        Row(
            name: "a list at the column of its key, required facts in brackets over lines",
            change: require,
            before: """
                id: t
                requires: [
                  symptom.since,   # always
                ]
                nodes:
                - ask: symptom.since
                  say: Since when?
                - diagnose: broken
                  diagnosis: broken
                """,
            after: """
                id: t
                requires: [
                  symptom.since, environment.bulb   # always
                ]
                nodes:
                - ask: symptom.since
                  say: Since when?
                - ask: environment.bulb
                  id: bulb
                  kind: text
                  label: bulb
                  say: "Which bulb is it?"
                  only-when-required: true
                - diagnose: broken
                  diagnosis: broken
                """
        ),
        Row(
            name: "no required facts yet, and an empty list of symptoms in brackets",
            change: require,
            before: """
                id: t
                issue: dark
                symptoms: []   # none yet
                nodes:
                  - ask: environment.bulb
                    say: Which bulb?
                  - diagnose: broken
                    diagnosis: broken
                """,
            after: """
                id: t
                issue: dark
                symptoms: []   # none yet
                requires: [environment.bulb]
                nodes:
                  - ask: environment.bulb
                    say: Which bulb?
                  - diagnose: broken
                    diagnosis: broken
                """
        ),
        Row(
            name: "a block list of required facts with a comment after it",
            change: require,
            before: """
                id: t
                requires:
                  - symptom.since  # when
                  # more to come
                nodes:
                  - ask: symptom.since
                    say: Since when?
                  - ask: environment.bulb
                    say: Which bulb?
                """,
            after: """
                id: t
                requires:
                  - symptom.since  # when
                  - environment.bulb
                  # more to come
                nodes:
                  - ask: symptom.since
                    say: Since when?
                  - ask: environment.bulb
                    say: Which bulb?
                """
        ),
        Row(
            name: "a whole tree in braces",
            change: .require(QuestionDraft(fact: "test.power"), tree: "t"),
            before:
                #"{id: t, requires: [ ], nodes: [{check: test.power, say: "a, b"}, {diagnose: x}]}"#,
            after:
                #"{id: t, requires: [test.power ], nodes: [{check: test.power, say: "a, b"}, {diagnose: x}]}"#
        ),
        Row(
            name: "phrases in brackets, a label alone, and no results at all",
            change: .addPhrases(
                ["it's amber, I think", "glows"],
                option: "on",
                node: "light",
                tree: "t"
            ),
            before: """
                nodes:
                  - ask: test.light
                    id: light
                    options:
                      on: {label: "on", phrases: [it is on, 'it''s lit']}   # lit
                      off: dark
                """,
            after: """
                nodes:
                  - ask: test.light
                    id: light
                    options:
                      on: {label: "on", phrases: [it is on, 'it''s lit', "it's amber, I think", glows]}   # lit
                      off: dark
                """
        ),
        Row(
            name: "an option that is only a label",
            change: .addPhrases(["it glows"], option: "off", node: "light", tree: "t"),
            before: """
                nodes:
                  - ask: test.light
                    id: light
                    options:
                      on: lit
                      off: dark   # no light
                      none:
                """,
            after: """
                nodes:
                  - ask: test.light
                    id: light
                    options:
                      on: lit
                      off: {label: dark, phrases: [it glows]}   # no light
                      none:
                """
        ),
        Row(
            name: "an option without anything",
            change: .addPhrases(["it glows"], option: "none", node: "light", tree: "t"),
            before:
                "nodes:\n  - ask: test.light\n    id: light\n    options:\n      none:\n      on: lit",
            after:
                "nodes:\n  - ask: test.light\n    id: light\n    options:\n      none: {phrases: [it glows]}\n      on: lit"
        ),
        Row(
            name: "phrases in a block, and a check without results, with returns at line ends",
            change: .addPhrases(["nope"], option: "fail", node: "test.power", tree: "t"),
            before: "nodes:\r\n  - check: test.power\r\n    say: Power?\r\n  - diagnose: x\r\n",
            after: "nodes:\r\n  - check: test.power\r\n    say: Power?\r\n    results:\r\n"
                + "      fail: {phrases: [nope]}\r\n  - diagnose: x\r\n"
        ),
        Row(
            name: "a node that is removed, with its comments, while others fall through",
            change: .remove(node: "b", tree: "t", next: "d"),
            before: """
                nodes:
                  - ask: context.a   # first
                    id: a
                    say: A?
                    branches: {x: b}

                  - ask: context.b
                    id: b
                    say: B?
                    # only b
                    next: d

                  # about c
                  - diagnose: c
                    diagnosis: c

                  - diagnose: d
                    diagnosis: d
                """,
            after: """
                nodes:
                  - ask: context.a   # first
                    id: a
                    say: A?
                    branches: {x: d}
                    next: d

                  # about c
                  - diagnose: c
                    diagnosis: c

                  - diagnose: d
                    diagnosis: d
                """
        ),
    ]

    @Test(arguments: rows)
    func `a change touches what the author wrote beside it`(_ row: Row) throws {
        let file = Fixture.file("trees/t.yaml", row.before)
        let changed = try row.change.applied(to: [file])
        #expect(changed.map(\.path) == ["trees/t.yaml"])
        #expect(String(decoding: changed.first?.content ?? [], as: UTF8.self) == row.after)
    }

    @Test func `a form that can't be changed is spoilt instead of refused`() {
        let text =
            "nodes:\n  - ask: a.b\n    branches:\n      x:\n        >-\n        broken\n  - diagnose: broken\n"
        #expect(throws: CatalogError.self) {
            try Self.askBroken.applied(to: [Fixture.file("trees/t.yaml", text)])
        }
    }

    @Test func `a question of the intake is written elsewhere than into its part of catalog yaml`()
        throws
    {
        let changed = try CatalogEdit.require(Self.question, tree: "intake")
            .applied(to: Fixture.catalog)
        let text = String(decoding: changed.first?.content ?? [], as: UTF8.self)
        let wanted = """
            intake:
              nodes:
                - ask: symptom.description
                  say: Please describe it.
                - ask: environment.bulb
                  id: bulb
                  kind: text
                  label: bulb
                  say: "Which bulb is it?"
                  only-when-required: true
              requires: [environment.bulb]
            """
        #expect(text.hasSuffix(wanted), "\(text)")
        let compilation = try CatalogCompiler.compile([changed[0]] + Fixture.catalog.dropFirst())
        #expect(compilation.problems.map(\.message) == [])
    }

    @Test func `the starter catalog has problems after a question is added at a leaf`() throws {
        let files = try StarterCatalog.files()
        let question = QuestionDraft(
            fact: "environment.router-firmware",
            label: "router firmware",
            say: "Which version of the router firmware do you have?",
            kind: .version
        )
        for change in [
            CatalogEdit.ask(question, tree: "vpn", before: "blocked"),
            CatalogEdit.require(question, tree: "vpn"),
        ] {
            let changed = try change.applied(to: files)
            let other = files.filter { $0.path != "trees/vpn.yaml" }
            let compilation = try CatalogCompiler.compile(other + changed)
            #expect(compilation.problems.map(\.message) == [])
            let before = try #require(files.first { $0.path == "trees/vpn.yaml" })
            #expect(
                Self.isSubsequence(before.content, of: changed[0].content)
                    == (change == .require(question, tree: "vpn"))
            )
        }
    }

    /// Whether all lines of a file stand in another in their order.
    private static func isSubsequence(_ before: [UInt8], of after: [UInt8]) -> Bool {
        let lines = after.split(separator: 10, omittingEmptySubsequences: false)
        var next = lines.startIndex
        for line in before.split(separator: 10, omittingEmptySubsequences: false)
        where !line.starts(with: "requires".utf8) {
            guard let found = lines[next...].firstIndex(of: line) else { return false }
            next = found + 1
        }
        return true
    }

    @Test func `a conversation loses what it expected when a question comes between`() throws {
        let before = """
            start: {at: "2026-11-19T16:40:00-05:00"}
            turns:
              - says: hello   # to begin
                expect: {tree: t, asks: customer.availability}
              - {says: now, expect: {facts: {customer.availability: now}}}
            """
        let changed = try ConversationEdit.answer(
            to: "environment.bulb",
            after: 0,
            saying: "I don't know that",
            in: Fixture.file("conversations/c.yaml", before)
        )
        #expect(
            String(decoding: changed.content, as: UTF8.self) == """
                start: {at: "2026-11-19T16:40:00-05:00"}
                turns:
                  - says: hello   # to begin
                    expect: {tree: t, asks: environment.bulb}
                  - says: I don't know that
                    expect: {asks: customer.availability}
                  - {says: now, expect: {facts: {customer.availability: now}}}
                """
        )
    }

    @Test func `a draft tree made from calls has problems, or loses what the intake collects`()
        throws
    {
        let files = try StarterCatalog.files()
        let intake = try #require(CatalogCompiler.compile(files).view.compiledTree("intake")?.tree)
        let draft = PatternDraft(
            name: "doorbell",
            title: "doorbell offline",
            calls: ["c1", "c2"],
            openings: [
                "my video doorbell drops off: [why]?", "MY video doorbell drops off why",
                "it & that",
            ],
            language: "en-US"
        )
        let file = draft.file(intake: intake)
        let compilation = try CatalogCompiler.compile(files + [file])
        #expect(compilation.problems.map(\.message) == [])
        let tree = try #require(compilation.view.compiledTree("doorbell")?.tree)
        // The second opening has the words of the first.
        #expect(tree.symptoms == ["my video doorbell drops off: [why]?", "it & that"])
        #expect(tree.requires == intake.requires)
        #expect(
            tree.nodes.map(\.fact)
                == [
                    "symptom.description", "product.description", "symptom.since",
                    "environment.changes", "context.tried", "",
                ]
        )
        #expect(tree.nodes[0].volunteered)
        #expect(tree.nodes.last?.queue == "general")
    }
}
