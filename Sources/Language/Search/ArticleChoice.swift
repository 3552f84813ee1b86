public import Messages

/// Chooses the article that answers a question back.
///
/// The words of the question count most where they stand in an article's title, and less in its body; the words
/// of what was just said help a question that has none of its own. Kinds of questions (why, how, when)
/// must agree.
public enum ArticleChoice {
    private static let shareOfBody: Float = 0.25
    private static let shareOfSaid: Float = 0.5
    private static let shareOfKinds: Float = 0.35
    /// What a kind counts that only one of question and title has.
    private static let otherKind: Float = -0.25
    private static let sameKind: Float = 0.8
    /// What an article counts more that is about the tree in hand.
    private static let sameTree: Float = 0.3
    /// What an article must come to before it is spoken, when it has none of the question's own words.
    private static let leastScore: Float = 0.35
    /// From where a word is as good as one of the question's own.
    private static let leastLikeness: Float = 0.6

    /// The best article; nil when none is near enough.
    ///
    /// - Parameters:
    ///   - question: The customer's words.
    ///   - said: What the customer was told or asked just before.
    ///   - tree: The title of the tree that the call is on.
    ///   - articles: Those to choose among.
    public static func best(
        for question: String,
        said: String,
        tree: String,
        among articles: [ArticleText],
        language: SpokenLanguage
    ) -> Article? {
        let asked = ArticleText.Part(question, language)
        let context = ArticleText.Part(said, language)
        let rarities = rarities(of: articles)
        func rarity(_ word: TellingWord) -> Float { rarities[word.stem] ?? 0.9 }
        // "which plug" is about a plug, and not about what the step says beside it.
        let hasOwnWords = asked.words.contains { word in
            word.share == 1 && !language.questionKinds.contains { $0.contains(word.stem) }
        }
        let tree = tree.lowercased()
        var best: (article: Article, score: Float)?
        for text in articles {
            let title = text.title
            let norm = (title.words.reduce(0) { $0 + rarity($1) } + 0.5).squareRoot()
            var inTitle: Float = 0
            var inBody: Float = 0
            var isCovered = false
            for word in asked.words {
                let title = word.likeness(toAny: title.words)
                let body = word.likeness(toAny: text.body)
                inTitle += rarity(word) * title
                inBody += rarity(word) * body
                // Of a word of everyday talk any body may speak: "why do you ask".
                if max(title, word.share == 1 ? body : 0) > leastLikeness { isCovered = true }
            }
            var score = inTitle / norm
            score += shareOfBody * inBody / (2 + Float(text.body.count)).squareRoot()
            let told = context.words.reduce(0) {
                $0 + rarity($1) * $1.likeness(toAny: title.words)
            }
            score += shareOfSaid * told / norm
            // Only words make an article fit; the rest tells those apart that do.
            guard score > 0 else { continue }
            score += shareOfKinds * agreement(asked.kinds, title.kinds)
            if text.tags.contains(tree) { score += sameTree }
            guard isCovered || !hasOwnWords && score >= leastScore && isTold(title, in: context)
            else { continue }
            if best.map({ score > $0.score }) ?? true { best = (text.article, score) }
        }
        return best?.article
    }

    /// Whether what was just said has most words of a title: "how do i do that".
    private static func isTold(_ title: ArticleText.Part, in said: ArticleText.Part) -> Bool {
        let told = title.words.count { $0.likeness(toAny: said.words) > leastLikeness }
        return 2 * told >= title.words.count
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
    let body: [TellingWord]
    /// Its tags in lower case.
    let tags: [String]

    /// Reads an article.
    public init(_ article: Article, language: SpokenLanguage) {
        var kept = article
        kept.body = ""
        self.article = kept
        title = Part(article.title, language)
        body = Part(article.body, language).words
        tags = article.tags.map { $0.lowercased() }
    }
}
