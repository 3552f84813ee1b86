import Testing

@testable import Language

/// Examples of the answers of a tree; the expected logarithms are worked out by hand.
@Suite struct AnswerExamplesTests {
    private static let language = SpokenLanguage.of("en-US")
    /// Two questions with six examples each.
    private static let examples = AnswerExamples(
        [
            [
                ["it glows", "it glows", "the lamp glows"],
                ["dark", "it is dark", "the lamp is dark"],
            ],
            [
                ["cracked", "it is cracked", "yes cracked"],
                ["intact", "it is intact", "intact yes"],
            ],
        ],
        language: language
    )

    @Test func `a word counts for a question where it is not said more often`() throws {
        let tokens = Self.language.tokens(of: "glows")
        let words = tokens.tellingWords(in: 0..<tokens.count)
        let subjects = try #require(Self.examples).subjects(of: words)
        // 3 of 12 examples have the word, and 3 of the 6 of the first question: with half an example more
        // of all 13, and three supposed ones for the question, ln((3 + 3 × 3.5/13) / 9 ÷ (3.5/13)) = 0.452, which one
        // word divides by the fourth root of 2.
        #expect(abs(subjects[0] - 0.3801) < 1e-3)
        #expect(subjects[1] == 0)
    }

    @Test(arguments: [
        // 3 examples of yes and none of no, with four supposed ones that are shared: ln((5/7) / (2/7)).
        ("glows", 0.9163), ("dark", -0.9163),
        // Said as often on both sides.
        ("the lamp", 0),
        // No example denies the word; a denied word is another one.
        ("it never glows", 0),
        // A denial ends with its sentence, at a "but", and after five words.
        ("never mind. it glows", 0.9163), ("never mind but it glows", 0.9163),
        ("no we can see that now it glows", 0.9163),
    ])
    func `a word speaks for the side that it was not said for`(says: String, odds: Float) throws {
        let tokens = Self.language.tokens(of: says)
        let sides = try #require(Self.examples)
            .odds(of: 0, for: AnswerExamples.words(of: tokens, in: 0..<tokens.count))
        #expect(abs(sides[0] - odds) < 1e-3)
        #expect(abs(sides[0] + sides[1]) < 1e-5)
    }

    @Test func `an answer that was given to two questions tells them apart`() throws {
        let shared = "nothing visible there"
        let questions = [
            [["it glows", "glowing", "a glow", shared], ["dark", "it is dark", "darkness"]],
            [
                ["cracked", "it is cracked", "a crack", shared],
                ["intact", "is intact", "it's intact"],
            ],
            [["warm", "it is warm", "warmth"], ["cold", "it is cold", "coldness"]],
            [["loud", "it is loud", "loudness"], ["silent", "it is silent", "silence"]],
        ]
        let tokens = Self.language.tokens(of: shared)
        let examples = try #require(AnswerExamples(questions, language: Self.language))
        let words = tokens.tellingWords(in: 0..<tokens.count)
        #expect(words.count == 1)
        #expect(examples.subjects(of: words) == [0, 0, 0, 0])
    }

    @Test func `two examples are taken for a habit`() {
        let few = [[["it glows", "glowing"], ["dark", "it is dark"]]]
        #expect(AnswerExamples(few, language: Self.language) == nil)
        #expect(AnswerExamples([], language: Self.language) == nil)
        #expect(AnswerExamples([[[], []]], language: Self.language) == nil)
        let shared = [["yes it is", "yes", "it is"], ["no", "it is not", "no it is not"]]
        #expect(AnswerExamples([shared, shared], language: Self.language) == nil)
    }
}
