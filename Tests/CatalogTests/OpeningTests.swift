import Language
import Messages
import Testing

@testable import Catalog

/// What openings say of the questions of a tree that lets them skip ahead.
@Suite struct OpeningTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let says: String
        /// The answered question and its answer; empty when nothing further down is answered.
        var answer = ""
        /// Answers before it that were given, too.
        var earlier: [String] = []

        var testDescription: String { "\(says) → \(answer)" }
    }

    static let rows = [
        Row(says: "my kettle does not boil any more, can you help me?"),
        Row(says: "Hello, I have had this kettle for three years and now I can't make tea."),
        Row(says: "my kettle does not boil, there is thick limescale in it", answer: "scale=yes"),
        Row(
            says: "The kettle won't boil. There is no limescale at the bottom.",
            answer: "scale=no"
        ),
        Row(says: "my kettle does not boil and its lamp does not light up", answer: "lamp=no"),
        Row(
            says: "The lamp lights up. But there is a thick layer of limescale at the bottom.",
            answer: "scale=yes",
            earlier: ["lamp=yes"]
        ),
    ]

    private static func spoken(_ opening: String) -> SpokenOpening {
        SpokenOpening(opening, language: .of("en-US"))
    }

    @Test(arguments: rows)
    func `an opening skips to the wrong question`(row: Row) throws {
        let tree = try Self.kettle()
        let best = try #require(tree.meaning?.guesses(for: Self.spoken(row.says)).first)
        func name(_ step: WayStep) -> String { "\(tree.tree.nodes[step.node].id)=\(step.key)" }
        #expect(best.answer.map(name) ?? "" == row.answer)
        #expect(best.earlier.map(name) == row.earlier)
    }

    @Test(arguments: rows)
    func `an opening's guesses are no likelihoods`(row: Row) throws {
        let guesses = try #require(try Self.kettle().meaning?.guesses(for: Self.spoken(row.says)))
        // No answer, or one of two to each of the three questions.
        #expect(guesses.count == 7)
        #expect(abs(guesses.map(\.confidence).reduce(0, +) - 1) < 1e-4)
        for (better, worse) in zip(guesses, guesses.dropFirst()) {
            #expect(better.confidence >= worse.confidence)
        }
    }

    /// Words that no question of the tree has, said where examples have them and where there are none.
    @Test(arguments: [
        ("my kettle does not boil. It is furry and crusty, white as chalk", "yes"),
        ("my kettle does not boil. It is not furry, crusty or white as chalk.", "no"),
    ])
    func `an opening is not understood as other customers were`(
        says: String,
        answer: String
    ) throws {
        func best(_ tree: CompiledTree) throws -> OpeningGuess {
            try #require(tree.meaning?.guesses(for: Self.spoken(says)).first)
        }
        #expect(try best(Self.eightQuestions(haveExamples: false)).answer == nil)
        let guess = try best(Self.eightQuestions(haveExamples: true))
        #expect(guess.answer == WayStep(node: 0, key: answer))
    }

    /// A tree that asks eight questions one after the other, the first for limescale.
    private static func eightQuestions(haveExamples: Bool) throws -> CompiledTree {
        let parts = [
            "limescale", "hinge", "buzzer", "filter", "handle", "magnet", "gasket", "timer",
        ]
        let words = [
            ["furry", "crusty", "white as chalk", "thick", "flaky"],
            ["squeaky", "rusty", "stiff", "bent", "creaking"],
            ["beeping", "loud", "shrill", "silent", "hoarse"],
            ["clogged", "dusty", "grey", "soaked", "mouldy"],
            ["wobbly", "cracked", "sticky", "sharp", "greasy"],
            ["weak", "dented", "crooked", "rough", "scratched"],
            ["leaky", "brittle", "torn", "swollen", "hard"],
            ["slow", "early", "stuck", "reset", "erratic"],
        ]
        var text = """
            id: kettle
            title: a kettle
            issue: "Kettle"
            symptoms: [the kettle does not boil water]
            skips-ahead: true
            nodes:

            """
        for (index, part) in parts.enumerated() {
            text += """
                  - ask: test.\(part)
                    id: \(part)
                    kind: yes-no
                    say: Is it the \(part)?
                    branches: {yes: found, no: \(index < 7 ? parts[index + 1] : "other")}
                    unknown: other

                """
            guard haveExamples else { continue }
            let yes = words[index].map { "yes it is \($0)" }
            let no = words[index].map { "it is not \($0)" }
            text += "    options: {yes: {examples: \(yes)}, no: {examples: \(no)}}\n"
        }
        text +=
            "  - diagnose: found\n    diagnosis: found\n  - diagnose: other\n    diagnosis: other\n"
        return try compiled(text)
    }

    /// Each tree asks for noises and for what happens at the start; one is headed by each.
    @Test(arguments: [
        ("my car makes a strange noise", "noises"), ("the car will not start", "start"),
        ("there is something wrong with my brakes", "brakes"),
        // Said in another word than the title has.
        ("strange sounds are coming from my car", "noises"),
        // What starts is the squealing, and not the car; it is a noise.
        ("my car starts to squeal", "brakes"), ("my car started squealing", "noises"),
        // It has both words, and what its one question asks decides.
        ("when I start the car the brakes squeal", "brakes"),
    ])
    func `a word of a title tells trees apart no better than one of a question`(
        says: String,
        tree: String
    ) throws {
        let problems = [
            "noises": "Your car makes unusual noises.", "start": "You can't start your car.",
            "brakes": "The brakes of your car have an issue.",
        ]
        let questions = ["Is there a noise at the start?", "Does the noise stop after the start?"]
        let charts = problems.map { id, problem in
            let second = id == "brakes" ? "Do the brakes squeal?" : questions[1]
            return """
                {"id": "\(id)", "domain": "cars", "problem": "\(problem)", "root": "1",
                 "nodes": {"1": {"text": "\(questions[0])", "label": "noise?"},
                   "2": {"text": "\(second)", "label": "\(id)?"},
                   "3": {"text": "A", "label": "a"}, "4": {"text": "B", "label": "b"}},
                 "edges": [{"from": "1", "to": "2", "label": "yes"}, {"from": "1", "to": "3", "label": "no"},
                   {"from": "2", "to": "3", "label": "yes"}, {"from": "2", "to": "4", "label": "no"}],
                 "faqs": []}
                """
        }
        let json = "[\(charts.sorted().joined(separator: ","))]"
        let view = try CatalogCompiler.compile(FloDial.files(fromJSON: Array(json.utf8))).view
        #expect(try view.route(says, language: "en-US").first?.tree == tree)
    }

    /// Two trees of a few questions: whatever is said has a word of one of them more easily than of large ones.
    @Test(arguments: [
        ("my kettle does not boil", "kettle"), ("the lock of my front door is stuck", "door"),
        ("my car needs a new battery", nil), ("I want to move my appointment", nil),
        ("I would like to change my address", nil), ("can you open an account for me", nil),
        ("the bottom of my shoe is worn", nil), ("my lamp is broken", nil),
    ])
    func `an opening that fits nothing is taken into a small tree`(
        says: String,
        tree: String?
    ) throws {
        let door = """
            id: door
            title: a door lock
            issue: "Door lock"
            symptoms: [the door lock is stuck, I can't open the door]
            skips-ahead: true
            nodes:
              - ask: test.battery
                id: battery
                kind: yes-no
                say: Is the battery of the lock new?
                branches: {yes: bolt, no: battery-empty}
                unknown: bolt
              - ask: test.bolt
                id: bolt
                kind: yes-no
                say: Does the bolt move when you change the direction of the key?
                branches: {yes: frame, no: frame}
                unknown: frame
              - diagnose: battery-empty
                diagnosis: the battery is empty
              - diagnose: frame
                diagnosis: the frame is bent
            """
        let files = [
            Fixture.catalog[0], Fixture.file("trees/kettle.yaml", Self.kettleText),
            Fixture.file("trees/door.yaml", door),
        ]
        let view = try CatalogCompiler.compile(files).view
        let best = try view.route(says, language: "en-US").first
        let isTaken = (best?.score ?? 0) >= Router.defaultThreshold
        #expect((isTaken ? best?.tree : nil) == tree, "\(String(describing: best))")
    }

    /// Two trees that differ in nothing but their names and what customers answered; each word was said in five examples.
    @Test(arguments: [
        ("the appliance fails, it is crusty", "kettle"),
        ("the appliance fails, it was rattling", "door"),
        ("the appliance fails, it is crusty and rattling", nil),
    ])
    func `what customers answer to a tree's questions tells nothing of it`(
        says: String,
        tree: String?
    ) throws {
        let words = [("kettle", "crusty"), ("door", "rattling")]
        let files = words.map { id, word in
            let yes = ["\(word)", "so \(word)", "very \(word)", "quite \(word)", "yes \(word)"]
            return Fixture.file(
                "trees/\(id).yaml",
                """
                id: \(id)
                title: a \(id)
                issue: "\(id)"
                symptoms: [the appliance fails]
                skips-ahead: true
                nodes:
                  - ask: test.state
                    id: state
                    kind: yes-no
                    say: Is it in a bad state?
                    branches: {yes: found, no: found}
                    options: {yes: {examples: \(yes)}}
                    unknown: found
                  - diagnose: found
                    diagnosis: found
                """
            )
        }
        let view = try CatalogCompiler.compile([Fixture.catalog[0]] + files).view
        let scores = try view.route(says, language: "en-US")
        #expect(scores.count == 2)
        let ahead = abs(scores[0].score - scores[1].score) > 1e-4
        #expect((ahead ? scores[0].tree : nil) == tree, "\(scores)")
    }

    /// Odds of e ^ (3.25 times the difference of score / (1 - score)): 0.5 and 0.4 make 1 and 2 / 3.
    @Test(
        arguments: [
            ([0.5], [1]), ([0.5, 0.5], [0.5, 0.5]), ([0.5, 0.4], [0.7471, 0.2529]),
            ([0.8, 0.5], [0.9999, 0.0001]), ([1, 0.9], [1, 0]), ([], []),
        ] as [([Float], [Float])]
    )
    func `near trees are as likely as far ones`(scores: [Float], expected: [Float]) {
        let likelihoods = OpeningRouter.likelihoods(
            of: scores.map { RoutingScore(tree: "tree", score: $0) }
        )
        #expect(likelihoods.count == expected.count)
        for (found, expected) in zip(likelihoods, expected) {
            #expect(abs(found - expected) < 0.0001)
        }
    }

    /// The kettle's tree has all the other words, and lets openings skip ahead; the other one has few and does not.
    @Test func `a tree that skips ahead takes a call that names another tree`() throws {
        let machine = """
            id: machine
            title: an espresso machine
            issue: "Espresso machine"
            symptoms: [the espresso machine is slow]
            nodes:
              - ask: test.pump
                id: pump
                kind: yes-no
                say: Does the pump hum?
                branches: {yes: pump-worn, no: pump-worn}
                unknown: pump-worn
              - diagnose: pump-worn
                diagnosis: the pump is worn
            """
        let files = [
            Fixture.catalog[0], Fixture.file("trees/kettle.yaml", Self.kettleText),
            Fixture.file("trees/machine.yaml", machine),
        ]
        let view = try CatalogCompiler.compile(files).view
        let scores = try view.route(
            "my espresso machine has limescale, a lamp and a plug in the socket",
            language: "en-US"
        )
        #expect(scores.first?.tree == "machine", "\(scores)")
    }

    private static func kettle() throws -> CompiledTree { try compiled(kettleText) }

    private static let kettleText = """
        id: kettle
        title: a kettle
        issue: "Kettle"
        symptoms: [the kettle does not boil water]
        skips-ahead: true
        nodes:
          - ask: test.lamp
            id: lamp
            kind: yes-no
            say: Does the lamp light up?
            branches: {yes: scale, no: plug}
            unknown: element
            otherwise: element
          - ask: test.plug
            id: plug
            kind: yes-no
            say: Is the plug in the socket?
            branches: {yes: element, no: cord}
            unknown: element
            otherwise: element
          - ask: test.scale
            id: scale
            kind: yes-no
            say: Is there thick limescale at the bottom?
            branches: {yes: vinegar, no: thermostat}
            unknown: element
            otherwise: element
          - diagnose: vinegar
            diagnosis: limescale
          - diagnose: thermostat
            diagnosis: the thermostat
          - diagnose: cord
            diagnosis: the cord is out
          - diagnose: element
            diagnosis: the heating element
        """

    private static func compiled(_ text: String) throws -> CompiledTree {
        let files = [Fixture.catalog[0], Fixture.file("trees/kettle.yaml", text)]
        let compiled = try CatalogCompiler.compile(files)
        return try #require(try compiled.view.compiledTree("kettle"), "\(compiled.problems)")
    }
}
