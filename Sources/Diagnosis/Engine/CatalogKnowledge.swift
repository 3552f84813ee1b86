public import Catalog
public import Language
public import Messages

extension CatalogView: Knowledge {
    /// How many articles are looked at for a question back.
    private static let articlesCompared = 24

    /// The best article of the language that is near enough to the question and has words to speak.
    ///
    /// Articles about the tree in hand and about what was just said are found beside those about the question's
    /// own words: "how do I check that?" has none.
    public func article(answering question: QuestionBack, language: String) throws -> Article? {
        ArticleChoice.best(
            for: question,
            among: try articleTexts(near: question, language: language),
            language: SpokenLanguage.of(language)
        )
    }

    /// The articles that may answer a question back.
    package func articleTexts(near question: QuestionBack, language: String) throws -> [ArticleText]
    {
        try articleTexts(
            about: [question.utterance, question.tree, question.said].joined(separator: " "),
            language: language,
            maximum: Self.articlesCompared
        )
    }

    /// How many articles are looked at for a conclusion, and how many may stand behind it.
    private static let articlesSought = 8
    private static let articlesBehind = 2

    /// The articles whose titles say nothing but what a conclusion says: others have some of its words and may be about
    /// something else, and an engineer would follow them.
    public func articles(
        behind conclusion: String,
        language: String
    ) throws -> [ArticleReference] {
        let spoken = SpokenLanguage.of(language)
        return try search(conclusion, language: language, maximum: Self.articlesSought)
            .filter { ArticleChoice.isTold($0.title, by: conclusion, spoken) }
            .prefix(Self.articlesBehind)
            .map { ArticleReference(id: $0.id, title: $0.title) }
    }

    /// Entities of a class whose names begin with some words.
    public func entities(
        beginningWith name: String,
        className: String,
        language: String
    ) throws -> [Entity] {
        try entities(
            beginningWith: name,
            className: className,
            language: SpokenLanguage.of(language)
        )
    }

    /// What the customer said, as the listener of the call's language understands it.
    public func understand(
        _ alternatives: [Alternative],
        in setting: Listening
    ) throws -> Understanding {
        let context = ListeningContext(
            asked: setting.asked,
            confirming: setting.confirming,
            settled: setting.settled,
            open: setting.open,
            known: setting.known,
            facts: setting.facts,
            lexicon: self,
            clock: CallClock(
                startedAtMilliseconds: setting.startedAtMilliseconds,
                zone: setting.timeZone
            ),
            volunteerThreshold: setting.volunteerThreshold
        )
        return try Listener(language: setting.language).listen(to: alternatives, in: context)
    }
}

extension ConversationRunner {
    /// Plays every conversation of a catalog; its problems in order, at most `maximum`.
    ///
    /// - Throws: what reading the catalog throws.
    public static func problems(in view: CatalogView, maximum: Int = 100) throws -> [Problem] {
        var problems: [Problem] = []
        var last = ""
        while problems.count < maximum {
            let ids = try view.conversationIDs(after: last, maximum: 100)
            guard let end = ids.last else { break }
            for id in ids {
                guard let conversation = try view.conversation(id) else { continue }
                problems += try run(conversation, view: view)
            }
            last = end
        }
        return Array(problems.prefix(maximum))
    }
}
