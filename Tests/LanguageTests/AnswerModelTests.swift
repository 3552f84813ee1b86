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

    @Test func `the weights were trained with other features than the program looks at`() {
        #expect(
            AnswerModel.fitsItsWeights,
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
}
