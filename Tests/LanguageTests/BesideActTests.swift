import Messages
import Testing

@testable import Language

/// Answers beside words with which the customer does something else, and words that only look like an answer.
@Suite struct BesideActTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var asked: String
        var says: String
        /// The answer's key; empty when nothing may be taken for sure.
        var answer = ""
        var acts: [Act] = []
        var testDescription: String { "\(asked) \(says)" }
    }

    private static let lamp = "Do you see the yellow lamp on the pump?"
    private static let oil = "Is the oil flowing through the pump?"
    private static let noted = "Have you checked the oil level?"
    private static let oiled = "Did you recently oil the pump?"
    private static let knows = "Do you know how to open the pump?"

    @Test(
        arguments: [
            Row(
                asked: lamp,
                says: "I'm checking the panel now. I don't see that.",
                answer: "no",
                acts: [.wait]
            ),
            Row(
                asked: lamp,
                says: "im looking at the panel now but i dont see a lamp",
                answer: "no",
                acts: [.wait]
            ),
            Row(
                asked: lamp,
                says: "I am checking for it. I see it.",
                answer: "yes",
                acts: [.wait]
            ),
            Row(
                asked: oil,
                says: "Let me look at the hose. There is no oil flowing.",
                answer: "no",
                acts: [.wait]
            ),
            Row(
                asked: oil,
                says: "The oil is not flowing and I am not sure if the pump is on.",
                answer: "no"
            ),
            Row(
                asked: oil,
                says: "I looked and the oil isn't flowing. I don't know what's wrong.",
                answer: "no"
            ),
            // What only goes on with the act is no answer.
            Row(asked: lamp, says: "let me check if its on", acts: [.wait]),
            Row(asked: lamp, says: "im looking at it now", acts: [.wait]),
            Row(asked: lamp, says: "hang on im going down and the stairs are dark", acts: [.wait]),
            Row(asked: lamp, says: "I'm checking. My wife doesn't have the key.", acts: [.wait]),
            Row(asked: oil, says: "I'll check. If the oil is flowing I'll say so.", acts: [.wait]),
        ]
    )
    func `an act swallows the answer beside it, or what is done is taken for one`(row: Row) throws {
        try check(row)
    }

    @Test(
        arguments: [
            Row(asked: oil, says: "I know how to check the oil", acts: [.wait]),
            Row(asked: oil, says: "yes i know the steps to check it", acts: [.wait]),
            Row(asked: oil, says: "i am aware of the method to check it", acts: [.wait]),
            Row(asked: noted, says: "i do know how to read the oil level", acts: [.wait]),
            Row(
                asked: oil,
                says: "I don't think I know how to check it",
                acts: [.questionBack, .doesNotKnow]
            ),
            Row(
                asked: oil,
                says: "no i dont know how to check it",
                acts: [.questionBack, .doesNotKnow]
            ),
            // Where that was asked, it answers.
            Row(asked: knows, says: "yes i know how to open it", answer: "yes"),
            // Somebody else's knowing, and what is known, are something else.
            Row(asked: oil, says: "yes and my son knows how to see it", answer: "yes"),
        ]
    )
    func `who only knows how to find out has answered`(row: Row) throws {
        try check(row)
    }

    @Test(
        arguments: [
            Row(asked: noted, says: "I haven't checked it", answer: "no"),
            Row(asked: oil, says: "I haven't checked it", acts: [.doesNotKnow]),
            Row(asked: oiled, says: "i cant remember the last time i did", answer: "no"),
            Row(asked: oiled, says: "i cant remember", acts: [.doesNotKnow]),
            Row(asked: lamp, says: "cant say that i see it", answer: "no"),
            Row(asked: lamp, says: "cant say", acts: [.doesNotKnow]),
            Row(asked: lamp, says: "no i do not actually see the lamp", answer: "no"),
        ]
    )
    func `a no is taken for not knowing, or taken back`(row: Row) throws {
        try check(row)
    }

    @Test(
        arguments: [
            Row(asked: oil, says: "no its not flowing right", answer: "no"),
            Row(asked: oil, says: "yes the oil is flowing right", answer: "yes"),
            Row(asked: oil, says: "the pump doesnt work right", answer: "no"),
            Row(asked: oil, says: "so i unplug it right", acts: [.questionBack]),
            Row(asked: oil, says: "the left one right", acts: [.questionBack]),
        ]
    )
    func `how something works is taken for a question`(row: Row) throws {
        try check(row)
    }

    private func check(_ row: Row) throws {
        let node = Fixture.node("one.fact", .yesNo, say: row.asked)
        let heard = try Fixture.listen(row.says, asked: node)
        #expect(heard.sureKey == row.answer, "\(heard)")
        let acts = heard.acts.filter { $0 != .answer }
        #expect(acts == row.acts, "\(heard)")
    }
}
