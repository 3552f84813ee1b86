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

    /// The index of the best article; nil when none is near enough.
    ///
    /// - Parameters:
    ///   - question: The customer's words.
    ///   - said: What the customer was told or asked just before.
    ///   - tree: The title of the tree that the call is on.
    ///   - articles: Those to choose among.
    ///   - language: BCP 47 tag of the words.
    public static func best(
        for question: String,
        said: String,
        tree: String,
        among articles: [Article],
        language: String
    ) -> Int? {
        let language = SpokenLanguage.of(language)
        let asked = Text(question, language)
        let context = Text(said, language)
        let titles = articles.map { Text($0.title, language) }
        var documents: [WordHash: Int] = [:]
        for title in titles { for word in title.words { documents[word.stem, default: 0] += 1 } }
        let count = Double(titles.count)
        let whole = max(0.5, Logarithm.natural(count + 1))
        func rarity(_ word: TellingWord) -> Float {
            guard let number = documents[word.stem] else { return 0.9 }
            return max(0, Float(Logarithm.natural((count + 1) / (Double(number) + 0.3)) / whole))
        }
        var best: (index: Int, score: Float)?
        for (index, article) in articles.enumerated() {
            let title = titles[index]
            let body = Text(article.body, language)
            let norm = (title.words.reduce(0) { $0 + rarity($1) } + 0.5).squareRoot()
            func overlap(_ words: [TellingWord], _ others: [TellingWord]) -> Float {
                words.reduce(0) { $0 + rarity($1) * $1.likeness(toAny: others) }
            }
            var score = overlap(asked.words, title.words) / norm
            score +=
                shareOfBody * overlap(asked.words, body.words)
                / (2 + Float(body.words.count)).squareRoot()
            score += shareOfSaid * overlap(context.words, title.words) / norm
            // Only words make an article fit; the rest tells those apart that do.
            guard score > 0 else { continue }
            score += shareOfKinds * agreement(asked.kinds, title.kinds)
            if article.tags.contains(where: { $0.lowercased() == tree.lowercased() }) {
                score += sameTree
            }
            let isCovered = asked.words.contains {
                $0.likeness(toAny: title.words + body.words) > leastLikeness
            }
            guard score >= leastScore || isCovered else { continue }
            if best.map({ score > $0.score }) ?? true { best = (index, score) }
        }
        return best?.index
    }

    private static func agreement(_ left: [Bool], _ right: [Bool]) -> Float {
        zip(left, right).reduce(0) { sum, kind in
            sum + (kind.0 && kind.1 ? sameKind : kind.0 != kind.1 ? otherKind : 0)
        }
    }

    /// A text as it is compared.
    private struct Text {
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
}
