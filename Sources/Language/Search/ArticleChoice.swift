public import Messages

/// Chooses the article that answers a question back.
///
/// The words of the question count where they stand in an article's title or body, and so do what else was said in the
/// turn and what the customer had just been asked: "how do i check that" has no words of its own. Kinds of questions (why,
/// how, when) should agree. A linear model weighs all this; ops/training/README.md says from what it is trained.
public enum ArticleChoice {
    /// The weights of an article's features, in their order.
    package static let weights: [Float] = [5.1, 2.9, 2.1, 2, 3.7, 1.7, -1.4, 3.4]

    /// What a kind counts that only one of question and title has, and one that both have.
    private static let otherKind: Float = -0.25
    private static let sameKind: Float = 0.8
    /// What an article must come to before it is spoken.
    private static let leastScore: Float = 3
    /// From where a word is as good as another one.
    private static let leastLikeness: Float = 0.6

    /// The best article; nil when none is near enough.
    public static func best(
        for question: QuestionBack,
        among articles: [ArticleText],
        language: SpokenLanguage
    ) -> Article? {
        var best: (text: ArticleText, heading: ArticleText.Part, score: Float)?
        let asked = Asked(question, among: articles, language)
        for text in articles {
            let inBody = asked.weight(inBodyOf: text)
            // An article may have hundreds of symptoms, of which most have no word of the question.
            for heading in [text.title] + text.symptoms.filter(asked.names) {
                let features = asked.features(of: text, heading, inBody)
                let score = zip(weights, features).reduce(0) { $0 + $1.0 * $1.1 }
                if best.map({ score > $0.score }) ?? true { best = (text, heading, score) }
            }
        }
        guard let best, best.score >= leastScore, asked.fits(best.text, best.heading) else {
            return nil
        }
        return best.text.article
    }

    /// For each article what speaks for it by its title: the words of the question there and in its body, other words of the
    /// turn, what the customer was asked, how much of the title all these say, whether kinds of questions agree,
    /// whether only the question asks for reasons, and whether it is about the tree in hand.
    package static func features(
        of articles: [ArticleText],
        for question: QuestionBack,
        language: SpokenLanguage
    ) -> [[Float]] {
        let asked = Asked(question, among: articles, language)
        return articles.map { asked.features(of: $0, $0.title, asked.weight(inBodyOf: $0)) }
    }

    /// A question back beside the articles that may answer it.
    private struct Asked {
        private let question: ArticleText.Part
        /// What else was said in the turn.
        private let beside: [TellingWord]
        /// What the customer was asked or told before.
        private let said: [TellingWord]
        private let tree: String
        private let rarities: [WordHash: Float]

        init(_ asked: QuestionBack, among articles: [ArticleText], _ language: SpokenLanguage) {
            let question = ArticleText.Part(asked.words, language)
            self.question = question
            beside = ArticleText.Part(asked.utterance, language).words.filter { word in
                !question.words.contains { $0.stem == word.stem }
            }
            said = ArticleText.Part(asked.said, language).words
            tree = asked.tree.lowercased()
            rarities = ArticleChoice.rarities(of: articles)
        }

        /// Whether a heading has a word of the question.
        func names(_ heading: ArticleText.Part) -> Bool {
            heading.words.contains { word in question.words.contains { $0.stem == word.stem } }
        }

        /// How much the words of the question stand in the body of an article.
        func weight(inBodyOf text: ArticleText) -> Float {
            weight(of: question.words, in: text.body) / Float(2 + text.body.count).squareRoot()
        }

        func features(of text: ArticleText, _ heading: ArticleText.Part, _ inBody: Float) -> [Float]
        {
            let title = heading.words
            let whole = title.reduce(0) { $0 + rarity($1) }
            let norm = (whole + 0.5).squareRoot()
            let covered = title.reduce(0) { $0 + rarity($1) * likeness(toSaid: $1) }
            return [
                weight(of: question.words, in: title) / norm,
                inBody,
                weight(of: beside, in: title) / norm,
                weight(of: said, in: title) / norm,
                whole > 0 ? covered / whole : 0,
                ArticleChoice.agreement(question.kinds, heading.kinds),
                question.asksWhy && !heading.asksWhy ? 1 : 0,
                text.tags.contains(tree) ? 1 : 0,
            ]
        }

        /// Whether most words of a heading were said or asked, and the article speaks of what the question names of the step:
        /// the best of all may still be about something else.
        func fits(_ text: ArticleText, _ heading: ArticleText.Part) -> Bool {
            let title = heading.words
            let told = title.count { likeness(toSaid: $0) > leastLikeness }
            let named = question.words.filter { word in
                word.share == 1 && said.contains { $0.stem == word.stem }
            }
            return told > 0 && 2 * told >= title.count
                && (named.isEmpty
                    || named.contains { word in
                        max(word.likeness(toAny: title), word.likeness(toAny: text.body))
                            > leastLikeness
                    })
        }

        private func rarity(_ word: TellingWord) -> Float { rarities[word.stem] ?? 0.9 }

        private func weight(of words: [TellingWord], in text: [TellingWord]) -> Float {
            words.reduce(0) { $0 + rarity($1) * $1.likeness(toAny: text) }
        }

        private func likeness(toSaid word: TellingWord) -> Float {
            max(
                word.likeness(toAny: question.words),
                word.likeness(toAny: beside),
                word.likeness(toAny: said)
            )
        }
    }

    /// The fewest words that can tell what an article is about.
    private static let fewestWords = 2

    /// Whether a statement says all that the title of an article does: the article is then about what it says.
    public static func isTold(_ title: String, by statement: String, _ language: SpokenLanguage)
        -> Bool
    {
        let tokens = language.tokens(of: statement)
        // What is denied is not what an article is about.
        let told = tokens.clauses().filter { !tokens.denies(in: $0) }
            .flatMap { tokens.tellingWords(in: $0) }
        let heading = language.tokens(of: title)
        let words = heading.tellingWords(in: 0..<heading.count)
        return words.count >= fewestWords && !heading.denies(in: 0..<heading.count)
            && words.allSatisfy { $0.likeness(toAny: told) > leastLikeness }
    }

    /// How much each word of the titles tells: the fewer titles have it, the more.
    private static func rarities(of articles: [ArticleText]) -> [WordHash: Float] {
        var documents: [WordHash: Int] = [:]
        for text in articles {
            for word in text.title.words { documents[word.stem, default: 0] += 1 }
        }
        let count = Double(articles.count)
        let whole = max(0.5, Logarithm.natural(count + 1))
        return documents.mapValues { number in
            max(0, Float(Logarithm.natural((count + 1) / (Double(number) + 0.3)) / whole))
        }
    }

    private static func agreement(_ left: [Bool], _ right: [Bool]) -> Float {
        zip(left, right).reduce(0) { sum, kind in
            sum + (kind.0 && kind.1 ? sameKind : kind.0 != kind.1 ? otherKind : 0)
        }
    }
}

/// An article as it is compared with questions back: its words are read once, and not at each question.
public final class ArticleText: Sendable {
    /// A text as it is compared.
    struct Part {
        let words: [TellingWord]
        /// For each kind of question whether a word tells it.
        let kinds: [Bool]
        /// Whether it asks for reasons: who does is not told what something is.
        var asksWhy: Bool { kinds.first ?? false }

        init(_ text: String, _ language: SpokenLanguage) {
            let tokens = language.tokens(of: text)
            let isOfKind = language.questionKinds
            words = tokens.tellingWords(in: 0..<tokens.count)
            kinds = isOfKind.map { kind in tokens.items.contains { kind.contains($0.word) } }
        }
    }

    /// The article without its body, which is only compared.
    public let article: Article
    let title: Part
    /// What customers say who ask for it.
    let symptoms: [Part]
    let body: [TellingWord]
    /// Its tags in lower case.
    let tags: [String]

    /// Reads an article.
    public init(_ article: Article, language: SpokenLanguage) {
        var kept = article
        kept.body = ""
        self.article = kept
        title = Part(article.title, language)
        symptoms = article.symptoms.map { Part($0, language) }
        body = Part(article.body, language).words
        tags = article.tags.map { $0.lowercased() }
    }
}
