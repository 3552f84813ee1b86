import Messages
import Testing

@testable import Language

/// Examples of the answers of a tree; the expected logarithms are worked out by hand.
@Suite struct AnswerExamplesTests {
    private static let language = SpokenLanguage.of("en-US")
    /// Two questions with ten examples each.
    private static let questions = [
        [
            ["it glows", "it glows", "it glows", "the lamp glows", "the lamp glows"],
            ["dark", "it is dark", "it is dark", "the lamp is dark", "the lamp is dark"],
        ],
        [
            ["cracked", "it is cracked", "yes cracked", "a bit cracked", "it's cracked"],
            ["intact", "it is intact", "intact yes", "still intact", "it's intact"],
        ],
    ]

    /// Answers to questions by their places.
    private static func sides(_ questions: [[[String]]]) -> [[AnswerExamples.Side]] {
        questions.enumerated().map { question, sides in
            sides.enumerated().map { side, examples in
                AnswerExamples.Side(name: "\(question)/\(side)", examples: examples)
            }
        }
    }

    private static func examples(_ questions: [[[String]]]) -> AnswerExamples? {
        let sides = sides(questions)
        let model = AnswerExamples.model(of: sides, headings: [], language: language)
        return AnswerExamples(sides, model: model, language: language)
    }

    @Test func `a word counts for a question where it is not said more often`() throws {
        let tokens = Self.language.tokens(of: "glows")
        let words = tokens.tellingWords(in: 0..<tokens.count)
        let subjects = try #require(Self.examples(Self.questions)).subjects(of: words)
        // 5 of 20 examples have the word, and 5 of the 10 of the first question, and nothing that is told around issues, which
        // counts for 6 examples: with half an example more of all 27, and three supposed ones for the question,
        // ln((5 + 3 × 5.5/27) / 13 ÷ (5.5/27)) = 0.751, which one word divides by the fourth root of 2.
        #expect(abs(subjects[0] - 0.6316) < 1e-3)
        #expect(subjects[1] == 0)
    }

    @Test(arguments: [
        // 5 examples of yes and none of no, with four supposed ones that are shared: ln((7/9) / (2/9)).
        ("glows", 1.2528), ("dark", -1.2528),
        // Said as often on both sides.
        ("the lamp", 0),
        // No example denies the word; a denied word is another one.
        ("it never glows", 0),
        // A denial ends with its sentence, at a "but", and after five words.
        ("never mind. it glows", 1.2528), ("never mind but it glows", 1.2528),
        ("no we can see that now it glows", 1.2528),
    ])
    func `a word speaks for the side that it was not said for`(says: String, odds: Float) throws {
        let tokens = Self.language.tokens(of: says)
        let sides = try #require(Self.examples(Self.questions))
            .odds(of: 0, for: AnswerExamples.words(of: tokens, in: 0..<tokens.count))
        #expect(abs(sides[0] - odds) < 1e-3)
        #expect(abs(sides[0] + sides[1]) < 1e-5)
    }

    @Test(arguments: [
        ("the lamp of mine glows", [0, 0]), ("dark lamp", [0, 1]), ("there it is cracked", [1, 0]),
        ("well, intact", [1, 1]),
    ])
    func `a clause gives the answer that its words were not said for`(
        says: String,
        answer: [Int]
    ) throws {
        let tokens = Self.language.tokens(of: says)
        let likelihoods = try #require(Self.examples(Self.questions))
            .likelihoods(of: tokens, in: 0..<tokens.count)
        // Together no more than 1, and more for the right one than for the rest and for none.
        #expect(likelihoods.joined().reduce(0, +) < 1 + 1e-4)
        #expect(likelihoods[answer[0]][answer[1]] > 0.5)
    }

    /// Four questions with forty examples each: of what is told around issues, the model learns a part.
    @Test(
        arguments: [
            ("i have had it for three years", nil), ("please help me", nil),
            ("can you tell me what is wrong", nil), ("i need it for work tomorrow", nil),
            ("it is cracked", [0, 0]), ("it was wobbly", [3, 1]),
        ] as [(String, [Int]?)]
    )
    func `what is told around an issue gives the answer that is nearest`(
        says: String,
        answer: [Int]?
    ) throws {
        let words = [
            ["cracked", "intact"], ["dark", "bright"], ["loud", "silent"], ["steady", "wobbly"],
        ]
        let questions = words.map { sides in
            sides.map { word in
                [
                    "it is", "it was", "it looks", "it seems", "yes", "the thing is", "it got",
                    "I think it is", "we had it", "so", "very", "pretty", "quite", "rather",
                    "it is so",
                    "it is very", "sort of", "kind of", "it has been", "now it is",
                ].map { "\($0) \(word)" }
            }
        }
        let tokens = Self.language.tokens(of: says)
        let likelihoods = try #require(Self.examples(questions))
            .likelihoods(of: tokens, in: 0..<tokens.count)
        if let answer {
            #expect(likelihoods[answer[0]][answer[1]] > 0.5)
        } else {
            #expect(likelihoods.joined().reduce(0, +) < 0.5)
        }
    }

    @Test func `a clause of other words gives an answer`() throws {
        let tokens = Self.language.tokens(of: "purple elephants")
        let examples = try #require(Self.examples(Self.questions))
        #expect(examples.likelihoods(of: tokens, in: 0..<tokens.count).isEmpty)
    }

    /// An answer without examples has no group in the model, and those behind it have other numbers.
    @Test func `an answer is mixed up with the one beside it`() throws {
        var questions = Self.questions
        questions[0][1] = []
        let tokens = Self.language.tokens(of: "it is intact")
        let likelihoods = try #require(Self.examples(questions))
            .likelihoods(of: tokens, in: 0..<tokens.count)
        #expect(likelihoods[0][1] == 0)
        #expect(likelihoods[1][1] > 0.5)
    }

    @Test func `an answer that was given to two questions tells them apart`() throws {
        let shared = "nothing visible there"
        let questions = [
            ["glow", "crack"], ["warm", "cold"], ["loud", "calm"],
        ].enumerated().map { index, words in
            words.map { word in
                let own = ["it is \(word)", "\(word)", "very \(word)", "\(word) yes", "so \(word)"]
                return index < 2 && word == words[0] ? own + [shared] : own
            }
        }
        let tokens = Self.language.tokens(of: shared)
        let examples = try #require(Self.examples(questions))
        let words = tokens.tellingWords(in: 0..<tokens.count)
        #expect(words.count == 1)
        #expect(examples.subjects(of: words) == [0, 0, 0])
    }

    @Test func `four examples are taken for a habit`() {
        let few = Self.questions.map { $0.map { Array($0.prefix(4)) } }
        #expect(Self.examples(few) == nil)
        #expect(Self.examples([]) == nil)
        #expect(Self.examples([[[], []]]) == nil)
        #expect(Self.examples([Self.questions[0], Self.questions[0]]) == nil)
    }

    @Test
    func
        `a question is told by the examples of others, or an opening by those of one answer in three`()
        throws
    {
        let questions = [Self.questions[0], [[], [], []]]
        let examples = try #require(Self.examples(questions))
        #expect(!examples.tellOpenings)
        #expect(QuestionExamples(examples, question: 0, answers: ["yes", "no"]) != nil)
        #expect(QuestionExamples(examples, question: 1, answers: ["a", "b", "c"]) == nil)
    }

    /// A yes of .6 and a no of .2 by the model are odds of 3: 3 ^ .94 = 2.8086.
    ///
    /// A logarithm of 2 by likelihoods and of -1 by
    /// counts makes it 2.8086 × exp(2 × .44 - .23) = 5.3800, of which .8 is shared: 5.3800 / 6.3800 × .8 = .67461.
    @Test func `examples drown the model, or make a question back an answer`() {
        let scores = AnswerScores(0.6, 0.2, 0.2)
            .beside(QuestionExamples.Evidence(likelihoods: 2, counts: -1))
        #expect(abs(scores.yes - 0.67461) < 1e-4)
        #expect(abs(scores.no - 0.12539) < 1e-4)
        #expect(scores.neutral == 0.2)
    }

    /// Of a question whose sides nothing else tells: an unlikely word of the one side, in other words than the question's.
    @Test(arguments: [("there was a glow on it", true), ("i found it all dark", false)])
    func `what customers answered before is not known when the question is asked`(
        says: String,
        isYes: Bool
    ) throws {
        let examples = try #require(Self.examples(Self.questions))
        let question = try #require(
            QuestionExamples(examples, question: 0, answers: ["yes", "no"])
        )
        let evidence = try #require(question.evidence(Self.language.tokens(of: says)))
        #expect((evidence.likelihoods > 0) == isYes)
        #expect((evidence.likelihoods < 0) == !isYes)
        #expect((evidence.counts > 0) == isYes)
        #expect(question.evidence(Self.language.tokens(of: "purple elephants")) == nil)
    }

    @Test(
        arguments: [
            ("it looks cracked to me", "cracked", 0.5), ("still intact over there", "intact", 0.5),
            // Nothing that anybody said, what answers nothing, and what belongs to another question.
            ("on monday", nil, 0), ("could you help me figure this out", nil, 0),
            ("the lamp glows", nil, 0),
        ] as [(String, String?, Float)]
    )
    func `an option without phrases is not confirmed, or surely taken`(
        says: String,
        option: String?,
        confidence: Float
    ) throws {
        let examples = try #require(Self.examples(Self.questions))
        let node = Node(
            id: "hull",
            kind: .ask,
            fact: "hull",
            valueKind: .choice,
            say: "How does the hull look?",
            options: ["cracked", "intact"].map { Choice(id: $0, label: "the hull is \($0) by now") }
        )
        let asked = ListeningNode(
            node,
            language: Self.language,
            examples: QuestionExamples(examples, question: 1, answers: ["cracked", "intact"])
        )
        let context = ListeningContext(
            asked: asked,
            confirming: nil,
            open: [asked],
            known: [],
            lexicon: Fixture.lexicon,
            clock: Fixture.clock
        )
        let heard = try Listener(language: Self.language)
            .listen(to: [Alternative(text: says)], in: context)
        #expect(heard.answer?.value?.key == option)
        #expect(heard.answer?.provenance?.confidence ?? 0 == confidence)
    }

    /// A release of an earlier version has examples, and no model of them.
    @Test func `examples without their model are counted`() {
        let sides = Self.sides(Self.questions)
        #expect(AnswerExamples(sides, model: nil, language: Self.language) == nil)
    }

    /// The depth stands in the fourth number: with another one, the model would look for other features than it has.
    @Test func `a stored model of answers gives others, or a damaged one is read`() throws {
        let model = try #require(
            AnswerExamples.model(
                of: Self.sides(Self.questions),
                headings: [],
                language: Self.language
            )
        )
        let bytes = model.encoded()
        let tokens = Self.language.tokens(of: "it glows")
        let read = try PhraseModel(decoding: bytes.span)
        let all = 0..<tokens.count
        #expect(read.probabilities(of: tokens, in: all) == model.probabilities(of: tokens, in: all))
        for (place, value) in [(0, UInt8(0)), (12, 1), (12, 7), (8, 9)] {
            var damaged = bytes
            damaged[place] = value
            #expect(throws: PhraseModel.Damaged.self) {
                try PhraseModel(decoding: damaged.span)
            }
        }
    }
}
