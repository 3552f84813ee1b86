import Catalog
import Language
import Messages

@testable import Diagnosis

/// A catalog in memory whose understanding is written into the words themselves, so that what the
/// engine does is tested apart from how well words are understood.
///
/// `=pass` answers what is asked and `=pass~0.4` does so unsurely; `environment.router=ax73` says a fact
/// of an open or known node; `#wait` is an act; `@vpn~0.6` routes; yes and no confirm.
final class FixtureKnowledge: Knowledge {
    let settings: Settings
    private let trees: [String: CompiledTree]
    private let articles: [Article]

    init(
        _ trees: [Tree],
        settings: Settings = Fixture.settings,
        articles: [Article] = Fixture.articles
    ) {
        self.settings = settings
        self.articles = articles
        self.trees = Dictionary(uniqueKeysWithValues: trees.map { ($0.id, CompiledTree($0)) })
    }

    func compiledTree(_ id: String) -> CompiledTree? { trees[id] }

    func article(_ id: String) -> Article? { articles.first { $0.id == id } }

    func article(answering question: QuestionBack, language: String) -> Article? {
        articles.first { question.words.contains($0.id) && $0.language == language }
    }

    func articles(behind conclusion: String, language: String) -> [ArticleReference] {
        articles.filter { conclusion.contains($0.id) && $0.language == language }
            .map { ArticleReference(id: $0.id, title: $0.title) }
    }

    func entities(named name: String, language: String) -> [Entity] {
        Fixture.entities.filter { $0.id == name || $0.aliases.contains(name) }
    }

    func entities(beginningWith name: String, className: String, language: String) -> [Entity] {
        Fixture.entities.filter { $0.className == className && $0.name.hasPrefix(name) }
    }

    func route(_ opening: SpokenOpening, language: String) -> [RoutingScore] {
        opening.text.split(separator: " ").filter { $0.hasPrefix("@") }
            .map { word in
                let (tree, score) = Self.confidence(word.dropFirst())
                return RoutingScore(tree: tree, score: score)
            }
            .sorted { $0.score > $1.score }
    }

    func understand(_ alternatives: [Alternative], in setting: Listening) -> Understanding {
        let words = alternatives[0].text
        var heard = Understanding(utterance: words)
        for word in words.split(separator: " ") {
            if word.hasPrefix("#") {
                heard.acts += Act.allCases.filter { "\($0)" == word.dropFirst() }
            } else if word.hasPrefix("=") {
                let (value, confidence) = Self.confidence(word.dropFirst())
                heard.answer = setting.asked.map { fact(value, $0.node, confidence, words) }
            } else if let parts = Self.parts(word) {
                let (value, confidence) = Self.confidence(parts.value)
                if parts.fact == setting.asked?.node.fact {
                    heard.answer = setting.asked.map { fact(value, $0.node, confidence, words) }
                } else if let node = (setting.open + setting.known).first(where: {
                    $0.node.fact == parts.fact
                }) {
                    heard.volunteered.append(fact(value, node.node, confidence, words))
                }
            } else if word == "yes" || word == "no" {
                heard.answer = confirmation(word == "yes", setting)
            }
        }
        return heard
    }

    private func confirmation(_ isRight: Bool, _ setting: Listening) -> Fact? {
        if var fact = setting.confirming {
            fact.provenance?.confidence = 1
            if !isRight { fact.value = nil }
            return fact
        }
        return setting.asked.map { fact(isRight ? "yes" : "no", $0.node, 1, "") }
    }

    private func fact(_ key: String, _ node: Node, _ confidence: Float, _ quote: String) -> Fact {
        let label = node.options.first { $0.id == key }?.label ?? key
        return Fact(
            key: node.fact,
            value: FactValue(kind: node.valueKind, key: key, text: label),
            provenance: Provenance(source: .said, quote: quote, confidence: confidence)
        )
    }

    private static func confidence(_ word: Substring) -> (String, Float) {
        // Two openings are read together with a full stop between.
        let parts = (word.last == "." ? word.dropLast() : word).split(separator: "~")
        return (String(parts[0]), parts.count > 1 ? Float(parts[1]) ?? 1 : 1)
    }

    private static func parts(_ word: Substring) -> (fact: String, value: Substring)? {
        guard let equal = word.firstIndex(of: "=") else { return nil }
        return (String(word[..<equal]), word[word.index(after: equal)...])
    }
}
