import Foundation
import Messages
import TestSupport
import Testing

@testable import Language

/// The trained model that tells yes from no.
@Suite struct AnswerModelTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var asked: String
        var says: String
        var means: any KeyPath<AnswerScores, Float> & Sendable
        var testDescription: String { "\(asked) \(says)" }
    }

    @Test func `the weights were trained with other features than the program looks at`() throws {
        struct Statement: Decodable {
            let userUtterance: String
        }
        let file = Programs.repository.appending(path: "ops/training/statements.en.jsonl")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let statements = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { try decoder.decode(Statement.self, from: Data($0.utf8)).userUtterance }
        #expect(statements.count > 9_000)
        #expect(
            AnswerModel.fingerprint(of: statements) == AnswerModel.trainedFingerprint,
            "the words' normal forms or the features changed: train anew by ops/train"
        )
    }

    @Test(
        arguments: [
            Row(asked: "Is the nut tight?", says: "all of them are tight", means: \.yes),
            Row(asked: "Is the nut tight?", says: "no, they came loose", means: \.no),
            Row(asked: "Does the fan spin?", says: "the fan does not spin", means: \.no),
            Row(asked: "Does the fan spin?", says: "I can see it spinning", means: \.yes),
            Row(asked: "Does the fan spin?", says: "how do I check that?", means: \.neutral),
            Row(asked: "Do you hear a noise?", says: "I don't hear any noise", means: \.no),
            Row(asked: "Is the screen cracked?", says: "there isn't a single crack", means: \.no),
        ]
    )
    func `an indirect answer is taken for another one`(row: Row) throws {
        let language = SpokenLanguage.of("en-US")
        let scores = try #require(
            AnswerModel.score(
                question: language.tokens(of: row.asked),
                utterance: language.tokens(of: row.says)
            )
        )
        let others = [scores.yes, scores.no, scores.neutral].filter {
            $0 != scores[keyPath: row.means]
        }
        #expect(others.allSatisfy { $0 < scores[keyPath: row.means] }, "\(scores)")
    }

    @Test func `an utterance without words breaks the model`() throws {
        let language = SpokenLanguage.of("en-US")
        let scores = try #require(
            AnswerModel.score(question: language.tokens(of: ""), utterance: language.tokens(of: ""))
        )
        #expect(abs(scores.yes + scores.no + scores.neutral - 1) < 0.001)
    }

    /// Only the first questions of the table ask whether something is not so.
    @Test(
        arguments: [
            ("Does the siren not sound?", true), ("Isn't the gate locked?", true),
            ("Do you have no dial tone?", true), ("Is it a drill without a cable?", true),
            ("Does the drill turn without the cable?", false),
            ("Does the siren sound even when the gate is not locked?", false),
            ("Do you see a 'No Paper' warning?", false), ("Is the lamp barely lit?", false),
            ("Have both motors failed?", false),
        ]
    )
    func `a negation beside what is asked is taken for one of it`(
        question: String,
        asksDenial: Bool
    ) throws {
        let language = SpokenLanguage.of("en-US")
        let vocabulary = try #require(language.answers)
        let asked = AskedQuestion(language.tokens(of: question), vocabulary)
        #expect(asked.asksDenial == asksDenial)
        #expect(asked.denies)
    }

    @Test(
        arguments: [
            (
                "Does the drill turn without the cable?",
                "the drill turns if the cable is unplugged", "yes"
            ),
            ("Does the drill turn without the cable?", "it does turn without the cable", "yes"),
            ("Does the drill turn without the cable?", "without the cable it does not turn", "no"),
            ("Do you see a 'No Paper' warning?", "that warning does show up", "yes"),
            ("Do you see a 'No Paper' warning?", "i dont see a no paper warning", "no"),
            ("Do you see a 'No Paper' warning?", "there is no such warning", "no"),
            ("Have both motors failed?", "they have both failed", "yes"),
        ]
    )
    func `a negation of the question turns what is answered`(
        question: String,
        says: String,
        answer: String
    ) throws {
        let node = Fixture.node("device.asked", .yesNo, say: question)
        let heard = try Fixture.listen(says, asked: node)
        #expect(heard.answer?.value?.key == answer)
    }
}
