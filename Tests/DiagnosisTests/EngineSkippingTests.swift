import Catalog
import Messages
import Testing

@testable import Diagnosis

/// Openings that may have answered several questions, of one tree or of two.
@Suite struct EngineSkippingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        /// What the customer says turn by turn, and a part of what is said to it.
        let turns: [(says: String, reply: String)]
        /// What the front end knows at the start.
        let told: String
        let confirmations: Int

        init(told: String = "", confirmations: Int = 5, _ turns: [(String, String)]) {
            self.turns = turns
            self.told = told
            self.confirmations = confirmations
        }

        var testDescription: String { "\(turns.map(\.says)) \(told) \(confirmations)" }
    }

    /// It may have answered that the plug is in, that there is limescale, or that the lamp lights up.
    private static let vague = ("the kettle has a lamp, a plug and limescale", "plug: yes")

    @Test(arguments: [
        Row([vague, ("yes", "The element is broken.")]),
        Row([vague, ("no", "limescale: yes"), ("yes", "Boil vinegar.")]),
        Row([vague, ("no", "limescale: yes"), ("no", "lamp: yes"), ("yes", "Is there thick")]),
        Row([vague, ("no", "limescale: yes"), ("no", "lamp: yes"), ("no", "Does the lamp")]),
        Row([
            vague, ("could you say that again", "plug: yes"), ("hang on", "Take your time"),
            ("yes", "The element is broken."),
        ]),
        // What is neither yes nor no confirms nothing, of an answer further down and of one to the first question.
        Row([vague, ("purple elephants play jazz at night", "Does the lamp")]),
        Row([
            vague, ("no", "limescale: yes"), ("no", "lamp: yes"),
            ("purple elephants play jazz at night", "Does the lamp"),
        ]),
        Row([vague, ("no, let me talk to a person", "connecting you to a person")]),
        // Without further questions the second guess is taken.
        Row(confirmations: 1, [vague, ("no", "Boil vinegar.")]),
        // What is known already is not guessed.
        Row(told: "{test.plug: no}", [(vague.0, "limescale: yes"), ("yes", "Boil vinegar.")]),
    ])
    func `a guess is taken, kept or dropped against what the customer said`(row: Row) throws {
        try Self.check(row, "[\(Self.kettle)]")
    }

    /// It may have answered a question of either tree.
    private static let ofBoth = ("there is rust on the valve and limescale", "valve: yes")

    @Test(arguments: [
        // One question tells tree and answer.
        Row([ofBoth, ("yes", "Replace the valve.")]),
        // The first guess is of one tree, the second of the other.
        Row([ofBoth, ("no", "limescale: yes"), ("yes", "Boil vinegar.")]),
        Row([ofBoth, ("no", "limescale: yes"), ("no", "Does the lamp")]),
        Row([ofBoth, ("purple elephants play jazz at night", "Does the display")]),
        // Where an opening leads to the first questions of both, the trees are what is asked about.
        Row([
            ("it does not boil and does not heat", "kettle, or boiler"),
            ("the boiler", "Does the display"),
        ]),
        Row([
            ("it does not boil and does not heat", "kettle, or boiler"),
            ("no, neither of them", "I did not get that."),
        ]),
    ])
    func `one question would tell the tree and the answer, and two are asked`(row: Row) throws {
        try Self.check(row, "[\(Self.boiler), \(Self.kettle)]")
    }

    @Test(arguments: [
        (Source.said, "test.plug", "probe"), (.told, "test.plug", "light"),
        (.measured, "test.plug", "light"), (.measured, "test.udp", "light"),
    ])
    func `what a system or a front end knows answers the questions before it`(
        source: Source,
        fact: String,
        node: String
    ) throws {
        func question(_ id: String, _ fact: String, _ kind: NodeKind, yes: UInt32) -> Node {
            Node(
                id: id,
                kind: kind,
                fact: fact,
                valueKind: .yesNo,
                branches: [Branch(value: "yes", next: yes)],
                otherwise: 3,
                unknown: 3
            )
        }
        let tree = Tree(
            id: "lamp",
            language: "en-US",
            nodes: [
                question("light", "test.light", .ask, yes: 1),
                question("plug", "test.plug", .ask, yes: 2),
                question("probe", "test.udp", .lookup, yes: 3),
                Fixture.leaf("broken"),
            ],
            skipsAhead: true
        )
        let yes = FactValue(kind: .yesNo, key: "yes", text: "yes")
        let known = Fact(key: fact, value: yes, provenance: Provenance(source: source))
        let knowledge = FixtureKnowledge([tree])
        let walk = try Walk(CompiledTree(tree), Known(facts: [fact: known]), in: knowledge)
        #expect(walk.node.id == node)
        #expect(walk.inferences.map(\.fact) == (node == "probe" ? ["test.light"] : []))
    }

    private static func check(_ row: Row, _ flowcharts: String) throws {
        let told = row.told.isEmpty ? "" : "told: \(row.told)\n"
        let turns = row.turns.map { "  - says: \"\($0)\"\n    expect: {replies: \"\($1)\"}\n" }
        let conversation = "start: {at: 2026-11-19T16:40:00Z}\n\(told)turns:\n\(turns.joined())"
        let settings =
            "confirmations: \(row.confirmations)\nthresholds: {routing: 0, volunteer: 0.95}\n"
        var files = try FloDial.files(fromJSON: Array(flowcharts.utf8))
        let catalog = try #require(files.firstIndex { $0.path == "catalog.yaml" })
        files[catalog].content += Array(settings.utf8)
        files.append(
            SourceFile(path: "conversations/kitchen.yaml", content: Array(conversation.utf8))
        )
        let compilation = try CatalogCompiler.compile(files)
        try #require(compilation.problems.map(\.message) == [])
        let problems = try ConversationRunner.problems(in: compilation.view).map(\.message)
        #expect(problems == [])
    }

    private static let kettle = """
        {"id": "kettle", "domain": "kitchen", "problem": "Your kettle does not boil.", "root": "1",
          "nodes": {
            "1": {"text": "Does the lamp light up?", "label": "lamp"},
            "2": {"text": "Is the plug in the socket?", "label": "plug"},
            "3": {"text": "Is there thick limescale at the bottom?", "label": "limescale"},
            "4": {"text": "The element is broken.", "label": "element"},
            "5": {"text": "Put the plug in.", "label": "cord"},
            "6": {"text": "Boil vinegar.", "label": "vinegar"},
            "7": {"text": "The thermostat is broken.", "label": "thermostat"}
          },
          "edges": [
            {"from": "1", "to": "2", "label": "no"}, {"from": "1", "to": "3", "label": "yes"},
            {"from": "2", "to": "4", "label": "yes"}, {"from": "2", "to": "5", "label": "no"},
            {"from": "3", "to": "6", "label": "yes"}, {"from": "3", "to": "7", "label": "no"}
          ],
          "faqs": []}
        """

    private static let boiler = """
        {"id": "boiler", "domain": "kitchen", "problem": "Your boiler does not heat.", "root": "1",
          "nodes": {
            "1": {"text": "Does the display flash?", "label": "display"},
            "2": {"text": "Is the valve rusty?", "label": "valve"},
            "3": {"text": "Replace the valve.", "label": "new valve"},
            "4": {"text": "The fuse is blown.", "label": "fuse"},
            "5": {"text": "The pump is stuck.", "label": "pump"}
          },
          "edges": [
            {"from": "1", "to": "2", "label": "no"}, {"from": "1", "to": "5", "label": "yes"},
            {"from": "2", "to": "3", "label": "yes"}, {"from": "2", "to": "4", "label": "no"}
          ],
          "faqs": []}
        """
}
