import Messages
import Testing

@testable import Language

@Suite struct ArticleChoiceTests {
    private static let english = SpokenLanguage.of("en-US")

    /// Articles about a heater and about a boat, each tagged with its tree.
    private static let articles = [
        (
            "why-valve", "heating", "Why does the valve get stuck?",
            "Lime settles in it over the years."
        ),
        ("what-valve", "heating", "What is a thermostatic valve?", "The head that you turn."),
        ("how-valve", "heating", "How do I check if the thermostatic valve moves?", "Turn it."),
        ("how-pump", "heating", "How do I bleed the pump?", "Open the screw at its end."),
        ("what-pump", "boat", "What is a bilge pump?", "It drains a boat."),
        ("how-anchor", "boat", "How do I check the anchor?", "Pull it up and look at it."),
    ].map { id, tree, title, body in
        ArticleText(
            Article(id: id, title: title, language: "en-US", tags: [tree], body: body),
            language: english
        )
    }

    private static func choice(_ words: String, beside: String = "", said: String) -> String? {
        ArticleChoice.best(
            for: QuestionBack(
                words: words,
                utterance: beside + " " + words,
                tree: "Heating",
                said: said
            ),
            among: articles,
            language: english
        )?.id
    }

    private static let asked = "Does the thermostatic valve move?"

    @Test(
        "a question without words of its own is answered from another topic, or not at all",
        arguments: [
            ("how do i check that", "how-valve"), ("how can i find out if it does", "how-valve"),
            ("what exactly is that", "what-valve"), ("what is it", "what-valve"),
        ]
    )
    func ofWhatWasAsked(words: String, article: String) {
        #expect(Self.choice(words, said: Self.asked) == article)
    }

    @Test func `what was said beside a question is left out of account`() {
        let beside = "i have never bled a pump"
        #expect(
            Self.choice("how would i do that", beside: beside, said: "Is it warm?") == "how-pump"
        )
    }

    @Test func `what customers say who ask for an article is left out of account`() {
        let question = QuestionBack(
            words: "what is the cradle",
            utterance: "what is the cradle",
            tree: "",
            said: "For how long was it in the cradle?"
        )
        let article = Article(
            id: "charging",
            title: "How long does a scanner have to charge?",
            language: "en-US",
            symptoms: ["what is the cradle"],
            body: "The cradle is the stand."
        )
        let text = ArticleText(article, language: Self.english)
        let choice = ArticleChoice.best(for: question, among: [text], language: Self.english)
        #expect(choice?.id == "charging")
    }

    @Test func `who asks for a reason is told what something is`() {
        #expect(Self.choice("why would the valve be stuck", said: Self.asked) == "why-valve")
    }

    @Test(
        "an article is said that is about something else",
        arguments: [
            ("what is a manifold", "Please look at the manifold. Is it warm?"),
            ("who invented this", "Is the room cold?"),
        ]
    )
    func ofNothing(words: String, said: String) {
        #expect(Self.choice(words, said: said) == nil)
    }
}
