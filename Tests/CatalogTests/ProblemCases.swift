import Catalog
import Messages

/// Wrong files.
extension ProblemTests {
    struct Case: CustomStringConvertible, Sendable {
        let path: String
        let text: String
        let code: ProblemCode
        let line: UInt32
        let column: UInt32
        /// A part of the message or the suggestion.
        let says: String
        var severity = Severity.error
        var description: String { "\(code.rawValue): \(says)" }
    }

    /// A tree with these nodes, the first on line 6.
    static func tree(_ nodes: String, head: String = "") -> String {
        "id: t\ntitle: t\nissue: it\nsymptoms: [it broke]\nnodes:\n" + nodes
            + (head.isEmpty ? "" : "\n" + head) + "\n"
    }

    private static func tree(
        _ code: ProblemCode,
        _ line: UInt32,
        _ column: UInt32,
        _ says: String,
        _ nodes: String,
        head: String = ""
    ) -> Case {
        Case(
            path: "trees/t.yaml",
            text: tree(nodes, head: head),
            code: code,
            line: line,
            column: column,
            says: says
        )
    }

    private static let abc = "  - ask: test.ab\n    say: a?\n" + leaf
    static let leaf = "  - diagnose: end\n    diagnosis: it broke"
    /// A question with nothing after it.
    private static let last =
        "  - ask: test.a\n    say: a?\n    next: test.b\n" + leaf
        + "\n  - ask: test.b\n    say: b?\n    kind: yes-no\n    "

    static let trees: [Case] = [
        tree(
            .unknownKey,
            8,
            5,
            "did you mean 'options'",
            "  - ask: test.a\n    say: a?\n    optoins: {}\n" + leaf
        ),
        tree(.missingKey, 6, 5, "needs exactly one of the keys ask", "  - say: a?\n" + leaf),
        tree(
            .badValue,
            6,
            5,
            "exactly one",
            "  - ask: test.a\n    check: test.b\n    say: a?\n" + leaf
        ),
        tree(.badValue, 6, 10, "must be a fact key", "  - ask: light\n    say: a?\n" + leaf),
        tree(
            .badValue,
            8,
            11,
            "did you mean 'yes-no'",
            "  - ask: test.a\n    say: a?\n    kind: yesno\n" + leaf
        ),
        tree(
            .missingKey,
            6,
            5,
            "no node says how 'test.a' is obtained",
            "  - ask: test.a\n" + leaf
        ),
        tree(
            .unknownNode,
            8,
            11,
            "did you mean 'end'",
            "  - ask: test.a\n    say: a?\n    next: edn\n" + leaf
        ),
        tree(
            .unknownValue,
            9,
            16,
            "no value 'maybe'",
            "  - ask: test.a\n    say: a?\n    kind: yes-no\n    branches: {maybe: end}\n" + leaf
        ),
        tree(.missingDefault, 6, 5, "leads nowhere", "  - ask: test.a\n    say: a?"),
        tree(.missingDefault, 11, 5, "not obtained", last + "branches: {yes: end, no: end}"),
        tree(.missingDefault, 11, 5, "obtained", last + "branches: {yes: end}\n    otherwise: end"),
        tree(
            .cycle,
            9,
            5,
            "a → b → a",
            "  - ask: test.a\n    id: a\n    say: a?\n  - ask: test.b\n    id: b\n    say: b?\n    next: a\n"
                + leaf
        ),
        tree(
            .unreachableNode,
            9,
            5,
            "no path reaches 'test.b'",
            "  - ask: test.a\n    say: a?\n    next: end\n  - ask: test.b\n    say: b?\n" + leaf
        ),
        tree(
            .deadEnd,
            8,
            11,
            "never on a path",
            "  - ask: test.a\n    say: a?\n    next: test.b\n  - ask: test.b\n    say: b?\n"
                + "    only-when-required: true\n" + leaf
        ),
        tree(
            .duplicateID,
            8,
            5,
            "on line 6",
            "  - ask: test.a\n    say: a?\n  - ask: test.a\n    say: a?\n" + leaf
        ),
        tree(
            .duplicateID,
            7,
            5,
            "given twice: here, and on line 6",
            "  - ask: test.a\n    ask: test.b\n    say: a?\n" + leaf
        ),
        tree(.unknownFact, 10, 12, "did you mean 'test.ab'", abc, head: "requires: [test.ba]"),
        tree(
            .unknownFact,
            9,
            18,
            "'test.c'",
            "  - ask: test.a\n    say: a?\n    options:\n      x: {sets: {test.c: yes}}\n" + leaf
        ),
        tree(
            .leafWithoutRequired,
            6,
            5,
            "without test.x",
            leaf,
            head: "requires: [test.x]\nfacts: {test.x: {kind: check}}"
        ),
        tree(
            .ambiguousPhrase,
            10,
            21,
            "stands for 'y' and for 'x'",
            "  - ask: test.a\n    say: a?\n    options:\n      x: {phrases: [it can't be done]}\n"
                + "      y: {phrases: [it cant be done]}\n" + leaf
        ),
        tree(
            .textTooLong,
            7,
            10,
            "at most 600",
            "  - ask: test.a\n    say: \(String(repeating: "a", count: 601))\n" + leaf
        ),
        tree(
            .badTemplate,
            7,
            16,
            "never closed",
            "  - diagnose: end\n    diagnosis: \"it[ {product.name}\""
        ),
        tree(
            .unknownFact,
            7,
            16,
            "no tree determines 'test.zz'",
            "  - diagnose: end\n    diagnosis: \"it {test.zz}\""
        ),
        tree(
            .badTemplate,
            9,
            16,
            "with .detail; write {test.ab} for its value, {test.ab.detail} for what was said beside it",
            "  - ask: test.ab\n    say: a?\n  - diagnose: end\n"
                + "    diagnosis: \"it {fact.test.ab.detail}\""
        ),
        tree(
            .unknownFact,
            9,
            16,
            "did you mean 'fix.bulb.detail'",
            "  - guide: fix.bulb\n    say: a?\n  - diagnose: end\n"
                + "    diagnosis: \"it {fix.blub.detail}\""
        ),
        tree(
            .badTemplate,
            8,
            11,
            "no '{vaule}'; did you mean 'value'",
            "  - ask: test.a\n    say: a?\n    line: \"{vaule}\"\n" + leaf
        ),
        tree(
            .unknownArticle,
            8,
            16,
            "no article 'nope'",
            "  - diagnose: end\n    diagnosis: it\n    articles: [nope]"
        ),
        tree(.unknownTree, 6, 11, "no tree 'u'", "  - goto: u"),
        tree(.gotoCycle, 6, 11, "t → t", "  - goto: t"),
        tree(
            .unknownClass,
            8,
            9,
            "no class 'router'",
            "  - ask: environment.router\n    say: a?\n    of: router\n" + leaf
        ),
        tree(
            .badValue,
            9,
            5,
            "another kind",
            "  - ask: test.a\n    id: a\n    say: a?\n  - check: test.a\n    say: a?\n" + leaf
        ),
        tree(
            .badValue,
            9,
            28,
            "compares numbers only",
            "  - ask: test.a\n    say: a?\n    branches:\n      - {next: end, below: 3}\n" + leaf
        ),
        tree(
            .tooLarge,
            6,
            3,
            "at most 500",
            (0...500).map { "  - ask: test.a\($0)\n    say: a?" }.joined(separator: "\n")
        ),
    ]

    static let others: [Case] = [
        Case(
            path: "trees/t.yaml",
            text: "id: [",
            code: .unreadable,
            line: 1,
            column: 5,
            says: "write ] at the end"
        ),
        Case(
            path: "trees/t.yaml",
            text: "a: &x b\nc: *x",
            code: .unreadable,
            line: 1,
            column: 4,
            says: "anchors"
        ),
        Case(path: "trees/t.yaml", text: "", code: .unreadable, line: 1, column: 1, says: "empty"),
        Case(
            path: "trees/t.yaml",
            text: "a: b\n---\nc: d",
            code: .unreadable,
            line: 2,
            column: 1,
            says: "another document"
        ),
        Case(
            path: "trees/t.yaml",
            text: "\(String(repeating: "[", count: 40))",
            code: .unreadable,
            line: 1,
            column: 1,
            says: "never closed"
        ),
        Case(
            path: "trees/t.yaml",
            text: "id: " + String(repeating: "[", count: 20) + String(repeating: "]", count: 20),
            code: .tooLarge,
            line: 1,
            column: 16,
            says: "deeper than 12"
        ),
        Case(
            path: "trees/u.yaml",
            text: Fixture.tree("t"),
            code: .badValue,
            line: 1,
            column: 5,
            says: "u.yaml"
        ),
        Case(
            path: "trees/intake.yaml",
            text: Fixture.tree("intake"),
            code: .duplicateID,
            line: 0,
            column: 0,
            says: "catalog.yaml"
        ),
        Case(
            path: "trees/T.yaml",
            text: "",
            code: .unexpectedFile,
            line: 0,
            column: 0,
            says: "rename it to trees/t.yaml"
        ),
        Case(
            path: "trees/x.yml",
            text: "",
            code: .unexpectedFile,
            line: 0,
            column: 0,
            says: "rename it to trees/x.yaml"
        ),
        Case(
            path: "articles/notes.txt",
            text: "",
            code: .unexpectedFile,
            line: 0,
            column: 0,
            says: "move it out of articles/"
        ),
        Case(
            path: "notes.txt",
            text: "",
            code: .unexpectedFile,
            line: 0,
            column: 0,
            says: "no file of this path"
        ),
        Case(
            path: "articles/a.md",
            text: "# Hello",
            code: .unreadable,
            line: 1,
            column: 1,
            says: "front matter"
        ),
        Case(
            path: "articles/a.md",
            text: "---\ntitel: x\n---\n",
            code: .unknownKey,
            line: 2,
            column: 1,
            says: "did you mean 'title'"
        ),
        Case(
            path: "articles/a.md",
            text: "---\ntitle: x\n---\n# Only\n",
            code: .missingKey,
            line: 4,
            column: 1,
            says: "spoken"
        ),
        Case(
            path: "vocabulary/v.yaml",
            text: "class: router\nentities:\n  Big One: x\n",
            code: .badValue,
            line: 3,
            column: 3,
            says: "must be an id"
        ),
        Case(
            path: "vocabulary/v.yaml",
            text: "class: router\nentities:\n  a: {name: One}\n  b: {name: Two, aliases: [one]}\n",
            code: .ambiguousPhrase,
            line: 4,
            column: 3,
            says: "same name",
            severity: .warning
        ),
        Case(
            path: "trees/t.yaml",
            text: tree(
                "  - ask: test.a\n    kind: yes-no\n    say: a?\n"
                    + "    options: {yes: {examples: [oh yes]}}\n" + leaf
            ),
            code: .badValue,
            line: 9,
            column: 31,
            says: "skips-ahead: true",
            severity: .warning
        ),
        Case(
            path: "trees/t.yaml",
            text: tree(
                "  - ask: test.a\n    kind: yes-no\n    say: a?\n"
                    + "    options: {yes: {examples: [a, b, c, d]}}\n" + leaf,
                head: "skips-ahead: true"
            ),
            code: .badValue,
            line: 1,
            column: 1,
            says: "need five each",
            severity: .warning
        ),
        Case(
            path: "trees/t.yaml",
            text: tree(
                "  - ask: test.a\n    kind: yes-no\n    say: a?\n"
                    + "    options: {yes: {openings: [it did a]}}\n" + leaf
            ),
            code: .badValue,
            line: 9,
            column: 31,
            says: "skips-ahead: true",
            severity: .warning
        ),
        Case(
            path: "trees/t.yaml",
            text: tree(
                "  - ask: test.a\n    kind: yes-no\n    say: a?\n" + leaf,
                head: "skips-ahead: true\nopenings: [a broken thing]"
            ),
            code: .badValue,
            line: 1,
            column: 1,
            says: "there must be 50",
            severity: .warning
        ),
        Case(
            path: "trees/t.yaml",
            text: tree(
                (0..<26).map { question in
                    let examples = (0..<200).map { "e\(question) \($0)" }.joined(separator: ", ")
                    return "  - ask: test.a\(question)\n    kind: yes-no\n    say: a?\n"
                        + "    options: {yes: {examples: [\(examples)]}}\n"
                }.joined() + leaf,
                head: "skips-ahead: true"
            ),
            code: .tooLarge,
            line: 1,
            column: 1,
            says: "5200 examples; at most 5000"
        ),
        Case(
            path: "trees/t.yaml",
            text: tree(
                "  - guide: fix.a\n    say: a?\n"
                    + "    results: {fixed: {examples: [it works]}}\n" + leaf,
                head: "skips-ahead: true"
            ),
            code: .badValue,
            line: 8,
            column: 33,
            says: "write them as phrases",
            severity: .warning
        ),
        Case(
            path: "conversations/c.yaml",
            text: "start: {at: 2026-13-01T00:00:00Z}\nturns: []\n",
            code: .badValue,
            line: 1,
            column: 13,
            says: "no time with an offset"
        ),
        // It would be read as UTC.
        Case(
            path: "conversations/c.yaml",
            text: "start: {at: 2026-01-01T00:00:00Z, zone: PST}\nturns: []\n",
            code: .badValue,
            line: 1,
            column: 41,
            says: "no time zone 'PST'"
        ),
        tree(
            .badValue,
            9,
            32,
            "numbers between dots",
            "  - ask: product.version\n    kind: version\n    say: a?\n"
                + "    branches: [{version-below: 10b, next: end}]\n" + leaf
        ),
        Case(
            path: "conversations/c.yaml",
            text: "start: {at: 2026-01-01T00:00:00Z}\nturns:\n  - {say: hello}\n",
            code: .missingKey,
            line: 3,
            column: 5,
            says: "did you mean 'says'"
        ),
    ]
}
