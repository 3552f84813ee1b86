public import Messages
internal import Synchronization

/// What the questions of a tree are about, prepared for openings: worked out once when a tree is read.
public final class TreeMeaning: Sendable {
    /// A word of a question and how much it counts there, from 0 to 1: most in what is asked, less in what
    /// leads to it.
    private struct WeightedWord {
        let word: TellingWord
        let weight: Float
    }

    /// What a word is of a tree.
    struct Part {
        /// How much of what the tree says it makes up: the words' shares are a vector of the length 1, so that long trees
        /// don't win by it, and shorter for a tree of a few questions, of which a single word says little.
        var share: Float = 0
        /// Whether it stands in the title or the symptoms.
        var isHeading = false
    }

    /// An answer to a question of the tree, by their places.
    struct Edge: Sendable {
        let question: Int
        let side: Int
    }

    /// A question of the tree.
    struct Question: Sendable {
        /// Index of its node.
        let node: Int
        /// The question as the answer model looks at it; nil for a language that has no model.
        let asked: AskedQuestion?
        /// Its answers.
        let sides: [String]
        /// Whether it asks if something is not so.
        let isDenied: Bool
        /// The answers on the way to it from the root.
        let way: [Edge]
        /// By what matches are divided, so that long questions don't win by their length.
        let norm: Float
    }

    let language: SpokenLanguage
    let questions: [Question]
    /// What customers said who gave its answers; nil when too few examples are known.
    let examples: AnswerExamples?
    /// What customers said who called about it; nil when too few openings, or examples of answers, are known.
    let openings: OpeningExamples?
    /// The words of all questions, each once.
    private let vocabulary: [TellingWord]
    /// The questions in which a word of the vocabulary stands, and how much it counts in each.
    private let places: [[(question: Int, weight: Float)]]
    private let rarities: [WordHash: Float]
    /// The words of the title and the symptoms, each once.
    private let headings: [TellingWord]
    /// What words that were said count for the questions: what customers say is mostly the same words.
    private let compared = Mutex<[TellingWord: [(question: Int, score: Float)]]>([:])
    /// The most of them that are kept, some 100 bytes each.
    private static let mostCompared = 256
    /// What its words are of the tree.
    private let parts: WordTable<Part>

    private enum Weight {
        static let label: Float = 0.6
        static let lead: Float = 0.5
    }

    /// How much a word tells that the tree's questions don't have.
    private static let rarityOfOther: Float = 0.9

    /// Prepares a tree.
    ///
    /// - Parameters:
    ///   - ways: For each node the answered nodes on the way to it, with their answers.
    ///   - examples: What customers said for its answers.
    ///   - openings: What customers said who called about it.
    public init(
        _ tree: Tree,
        ways: [[WayStep]],
        examples: AnswerExamples?,
        openings: OpeningExamples?
    ) {
        let language = SpokenLanguage.of(tree.language)
        self.language = language
        let headings = ([tree.title] + tree.symptoms).map(language.tokens)
        var stems: Set<WordHash> = []
        self.headings = headings.flatMap { $0.tellingWords(in: 0..<$0.count) }
            .filter { stems.insert($0.stem).inserted }
        let texts = tree.nodes.map { node in
            let label = tree.facts.first { $0.key == node.fact }?.label ?? ""
            return QuestionWords(node, label: label, language: language)
        }
        let asking = AnswerExamples.asking(tree)
        let rarities = Self.rarities(
            of: asking.map { texts[$0].words },
            headings: self.headings
        )
        self.rarities = rarities
        let numbersOfNodes = Dictionary(uniqueKeysWithValues: zip(asking, asking.indices))
        let edge = { (step: WayStep) -> Edge? in
            guard let question = numbersOfNodes[step.node],
                let side = tree.nodes[step.node].branches.firstIndex(where: { $0.value == step.key }
                )
            else { return nil }
            return Edge(question: question, side: side)
        }
        questions = asking.map { index in
            let sum = texts[index].words.reduce(Float(0.5)) { sum, entry in
                sum + entry.weight * entry.word.share
                    * (rarities[entry.word.stem] ?? Self.rarityOfOther)
            }
            return Question(
                node: index,
                asked: language.answers.map { AskedQuestion(texts[index].tokens, $0) },
                sides: tree.nodes[index].branches.map(\.value),
                isDenied: texts[index].tokens.items.contains { $0.classes.contains(.negation) },
                way: ways[index].compactMap(edge),
                norm: sum.squareRoot()
            )
        }
        self.examples = examples.flatMap { $0.tellOpenings ? $0 : nil }
        self.openings = self.examples == nil ? nil : openings
        var vocabulary: [TellingWord] = []
        var entries: [[(question: Int, weight: Float)]] = []
        var numbers: [WordHash: Int] = [:]
        for (question, index) in asking.enumerated() {
            for entry in texts[index].words {
                let number = numbers[entry.word.stem] ?? vocabulary.count
                if number == vocabulary.count {
                    numbers[entry.word.stem] = number
                    vocabulary.append(entry.word)
                    entries.append([])
                }
                entries[number].append((question, entry.weight))
            }
        }
        self.vocabulary = vocabulary
        places = entries
        parts = WordTable(
            Self.parts(of: texts.flatMap(\.tokens.items), headings: headings.flatMap(\.items))
        )
    }

    /// How much each word of the questions tells: the fewer questions have it, the more.
    private static func rarities(
        of questions: [[WeightedWord]],
        headings: [TellingWord]
    ) -> [WordHash: Float] {
        var documents: [WordHash: Int] = [:]
        for entry in questions.joined() { documents[entry.word.stem, default: 0] += 1 }
        let count = Double(questions.count)
        let whole = max(Logarithm.natural(count + 1), 0.1)
        var rarities = documents.mapValues { number in
            max(0, Float(Logarithm.natural((count + 1) / (Double(number) + 0.5)) / whole))
        }
        // Everyone says what the tree is about.
        for word in headings { rarities[word.stem] = 0 }
        return rarities
    }

    /// What a said word counts for each question that has it or one that is like it, with how much it tells.
    func contributions(of said: TellingWord) -> [(question: Int, score: Float)] {
        if let known = compared.withLock({ $0[said] }) { return known }
        let contributions = compare(said)
        compared.withLock { compared in
            if compared.count == Self.mostCompared { compared = [:] }
            compared[said] = contributions
        }
        return contributions
    }

    private func compare(_ said: TellingWord) -> [(question: Int, score: Float)] {
        // Everyone says what the tree is about, in other words, too.
        let rarity = rarity(of: said) * (1 - said.likeness(toAny: headings))
        guard rarity > 0 else { return [] }
        var scores: [(question: Int, score: Float)] = []
        for (number, word) in vocabulary.enumerated() {
            let likeness = said.likeness(to: word)
            guard likeness > 0 else { continue }
            for place in places[number] {
                let score = place.weight * likeness * rarity
                if let index = scores.firstIndex(where: { $0.question == place.question }) {
                    scores[index].score = max(scores[index].score, score)
                } else {
                    scores.append((place.question, score))
                }
            }
        }
        return scores
    }

    /// How alike a word is to the nearest word of the title and the symptoms, from 0 to 1.
    func likenessToHeading(of word: TellingWord) -> Float { word.likeness(toAny: headings) }

    /// How much a word tells among the questions of the tree.
    func rarity(of word: TellingWord) -> Float {
        word.share * (rarities[word.stem] ?? Self.rarityOfOther)
    }

    /// What a word, by its stem, is of the tree; nil for one that it does not have.
    func part(of stem: WordHash) -> Part? { parts[stem] }

    /// The length of a tree of about a dozen questions.
    private static let leastLength = 20.0

    /// What words are of a tree: those of its questions and of what it says at its leaves.
    ///
    /// A word that comes ten times tells more than one that comes once, but not ten times as much.
    private static func parts(of text: [Token], headings: [Token]) -> [WordHash: Part] {
        var counts: [WordHash: Double] = [:]
        for token in text where Self.counts(token) { counts[token.stem, default: 0] += 1 }
        let weight = { (count: Double) in (count * count.squareRoot()).squareRoot() }
        // Sorted: a sum in another order differs in its last digits, and a call replayed would, too.
        let square = counts.values.sorted().reduce(0) { $0 + weight($1) * weight($1) }
        let length = max(square.squareRoot(), leastLength)
        var parts = counts.mapValues { Part(share: Float(weight($0) / length)) }
        for token in headings where Self.counts(token) {
            parts[token.stem, default: Part()].isHeading = true
        }
        return parts
    }

    /// Whether a word may tell trees apart.
    private static func counts(_ token: Token) -> Bool {
        token.classes.isDisjoint(with: [.common, .filler, .negation])
    }

    /// The words of a node.
    private struct QuestionWords {
        let tokens: Tokens
        var words: [WeightedWord] = []

        init(_ node: Node, label: String, language: SpokenLanguage) {
            tokens = language.tokens(of: node.say)
            let asked = tokens.asked ?? 0..<tokens.count
            let label = language.tokens(of: node.kind == .diagnose ? node.diagnosis : label)
            add(tokens.tellingWords(in: asked), weight: 1)
            add(tokens.tellingWords(in: 0..<asked.lowerBound), weight: Weight.lead)
            add(label.tellingWords(in: 0..<label.count), weight: Weight.label)
            for option in node.options {
                for phrase in option.phrases + [option.label] {
                    let tokens = language.tokens(of: phrase)
                    add(tokens.tellingWords(in: 0..<tokens.count), weight: Weight.label)
                }
            }
        }

        private mutating func add(_ added: [TellingWord], weight: Float) {
            for word in added where !words.contains(where: { $0.word.stem == word.stem }) {
                words.append(WeightedWord(word: word, weight: weight))
            }
        }
    }
}

/// An answer on the way to a node.
public struct WayStep: Sendable, Equatable {
    /// Index of the answered node.
    public let node: Int
    /// The answer that leads on.
    public let key: String

    /// Creates a step.
    public init(node: Int, key: String) {
        self.node = node
        self.key = key
    }
}
