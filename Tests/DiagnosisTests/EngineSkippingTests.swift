import Catalog
import Messages
import Testing

@testable import Diagnosis

/// Openings that may have answered several questions of a tree.
@Suite struct EngineSkippingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        /// What the customer answers to "did I understand …?", one after the other.
        let answers: [String]
        /// A part of what is said after each answer.
        let replies: [String]
        var confirmations = 5

        var testDescription: String { "\(answers) \(confirmations)" }
    }

    /// The opening may have answered that the plug is in, that there is limescale, or that the lamp lights up.
    @Test(arguments: [
        Row(answers: ["yes"], replies: ["The element is broken."]),
        Row(answers: ["no", "yes"], replies: ["limescale: yes", "Boil vinegar."]),
        Row(
            answers: ["no", "no", "yes"],
            replies: ["limescale: yes", "lamp: yes", "Is there thick"]
        ),
        Row(
            answers: ["no", "no", "no"],
            replies: ["limescale: yes", "lamp: yes", "Does the lamp"]
        ),
        Row(
            answers: ["could you say that again", "hang on", "yes"],
            replies: ["plug: yes", "Take your time", "The element is broken."]
        ),
        // What is neither yes nor no confirms nothing, of an answer further down and of one to the first question.
        Row(answers: ["purple elephants play jazz at night"], replies: ["Does the lamp"]),
        Row(
            answers: ["no", "no", "purple elephants play jazz at night"],
            replies: ["limescale: yes", "lamp: yes", "Does the lamp"]
        ),
        // Without further questions the second guess is taken.
        Row(answers: ["no"], replies: ["Boil vinegar."], confirmations: 1),
    ])
    func `a guess is taken although it is hardly likelier than another`(row: Row) throws {
        var turns = "  - says: the kettle has a lamp, a plug and limescale\n"
        turns += "    expect: {replies: \"plug: yes\"}\n"
        for (answer, reply) in zip(row.answers, row.replies) {
            turns += "  - says: \"\(answer)\"\n    expect: {replies: \"\(reply)\"}\n"
        }
        let conversation = "start: {at: 2026-11-19T16:40:00Z}\nturns:\n\(turns)"
        let view = try Self.view(conversation, confirmations: row.confirmations)
        let problems = try ConversationRunner.problems(in: view).map(\.message)
        #expect(problems == [])
    }

    /// Two trees that an opening does not tell apart ask the same but for one question each.
    private static let otherFlowchart = """
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

    @Test(arguments: [
        // One question tells tree and answer.
        Row(answers: ["yes"], replies: ["Replace the valve."]),
        // The first guess is of one tree, the second of the other.
        Row(answers: ["no", "yes"], replies: ["limescale: yes", "Boil vinegar."]),
    ])
    func `a customer is asked which tree, and then what the answer told, too`(row: Row) throws {
        var turns = "  - says: there is rust on the valve and limescale\n"
        turns += "    expect: {replies: \"valve: yes\"}\n"
        for (answer, reply) in zip(row.answers, row.replies) {
            turns += "  - says: \"\(answer)\"\n    expect: {replies: \"\(reply)\"}\n"
        }
        let conversation = "start: {at: 2026-11-19T16:40:00Z}\nturns:\n\(turns)"
        let view = try Self.view(
            conversation,
            confirmations: row.confirmations,
            Self.otherFlowchart
        )
        let problems = try ConversationRunner.problems(in: view).map(\.message)
        #expect(problems == [])
    }

    private static func view(
        _ conversation: String,
        confirmations: Int,
        _ other: String? = nil
    ) throws -> CatalogView {
        let flowchart = """
            [\(other.map { $0 + "," } ?? "")
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
              "faqs": []}]
            """
        let settings =
            "confirmations: \(confirmations)\nthresholds: {routing: 0, volunteer: 0.95}\n"
        var files = try FloDial.files(fromJSON: Array(flowchart.utf8))
        let catalog = try #require(files.firstIndex { $0.path == "catalog.yaml" })
        files[catalog].content += Array(settings.utf8)
        files.append(
            SourceFile(path: "conversations/kettle.yaml", content: Array(conversation.utf8))
        )
        let compilation = try CatalogCompiler.compile(files)
        try #require(compilation.problems.map(\.message) == [])
        return compilation.view
    }
}
