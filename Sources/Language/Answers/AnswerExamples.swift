/// What customers said before when they gave the answers of a tree: which question words are about, and which
/// answer they give to it.
///
/// Counts of words, as naive Bayes has them, tell whether words are about a question at all; a model trained on the
/// examples when the tree is published tells which of all answers they are likest, or that they only tell what customers tell
/// around an issue (``LanguagePack/asides``). ops/training/README.md says how much both help.
public struct AnswerExamples: Sendable {
    /// An answer with its examples.
    package struct Side: Equatable {
        /// Unique in the tree.
        let name: String
        let examples: [String]

        package init(name: String, examples: [String]) {
            self.name = name
            self.examples = examples
        }
    }

    /// How a word of an answer stands there.
    struct SaidWord: Hashable {
        fileprivate let stem: WordHash
        fileprivate let isDenied: Bool
    }

    /// What the examples of one question tell.
    private struct Question {
        /// The examples of each answer.
        var counts: [Float]
        /// For each word how many examples of each answer have it.
        var words: [SaidWord: [Float]] = [:]
        /// In how many examples a word stands, whether denied or not.
        var telling: [WordHash: Float] = [:]
    }

    /// Whether there are enough of them to tell what openings say.
    let tellOpenings: Bool
    private let questions: [Question]
    private let model: PhraseModel
    /// For each question the place of each answer among the model's groups; nil for one without examples.
    private let groups: [[Int?]]
    /// How much likelier a telling word is where a question is answered than elsewhere in the tree, as a logarithm.
    private let subjects: [WordHash: [(question: Int, score: Float)]]
    /// In how many examples of the tree a telling word stands.
    private let counts: [WordHash: Float]
    /// The sum of all these.
    let words: Float

    /// Examples that a question is supposed to have, with the words of the whole tree, before its own are counted.
    private static let smoothing: Float = 3
    /// The same for the answers to one question.
    private static let smoothingOfSides: Float = 4
    /// How much of what is told around issues is known beside the examples of a tree: as many times their number.
    private static let shareOfAsides = 0.3
    /// From where a clause surely gives no answer.
    private static let surelyNone: Float = 0.9
    /// The most that one word tells.
    private static let most: Float = 3
    /// The fewest examples of an answer that tell something.
    private static let fewest = 5
    /// In how many words after a negation it denies.
    private static let scope = 5
    /// What negations count as, beside the words that they deny.
    private static let denial = SaidWord(stem: 0, isDenied: true)

    /// The model of which answer a clause gives; nil when there are too few examples.
    ///
    /// - Parameters:
    ///   - questions: For each question its answers.
    ///   - headings: What all of them are about, of which no more are learnt than of asides.
    package static func model(
        of questions: [[Side]],
        headings: [String],
        language: SpokenLanguage
    ) -> PhraseModel? {
        guard tellOpenings(questions) || tellAnswers(questions) else { return nil }
        let sides = telling(questions).joined().filter { !$0.examples.isEmpty }
        let asides = Self.asides(beside: sides.flatMap(\.examples), language)
        let unrelated = Array(headings.prefix(asides.count)) + asides
        let trainer = PhraseTrainer(
            groups: sides.map(\.name),
            hasUnrelated: true,
            depth: .words,
            maximumBytes: PhraseTrainer.bytesOfTree
        )
        let texts = sides.map(\.examples) + [unrelated]
        return trainer.model(
            texts.enumerated().flatMap { group, texts in
                texts.map { text in
                    let tokens = language.tokens(of: text)
                    return PhraseTrainer.Phrase(
                        features: PhraseFeatures(tokens, in: 0..<tokens.count, .words),
                        group: group
                    )
                }
            }
        )
    }

    /// What is told around issues, but for what answers the tree's questions; of all of it some, so that it does not outweigh
    /// the few examples of a small tree.
    private static func asides(
        beside examples: [String],
        _ language: SpokenLanguage
    ) -> [String] {
        let said = Set(examples.map { $0.lowercased() })
        let all = language.pack.asides.filter { !said.contains($0.lowercased()) }
        let count = min(all.count, Int(shareOfAsides * Double(examples.count)))
        return (0..<count).map { all[$0 * all.count / count] }
    }

    /// Whether there are enough examples to tell what openings say: of half of a tree's answers or more.
    static func tellOpenings(_ questions: [[Side]]) -> Bool {
        let answers = telling(questions).joined()
        return !answers.isEmpty && 2 * answers.count(where: hasEnough) >= answers.count
    }

    /// Whether there are enough to tell two answers to one question from each other.
    static func tellAnswers(_ questions: [[Side]]) -> Bool {
        telling(questions).contains { sides in sides.count(where: hasEnough) > 1 }
    }

    private static func hasEnough(_ side: Side) -> Bool { side.examples.count >= fewest }

    /// Whether an answer to a question has enough examples to be told from the others.
    func areEnough(of question: Int, _ side: Int) -> Bool {
        Int(questions[question].counts[side]) >= Self.fewest
    }

    /// The questions with the examples that tell their answers.
    private static func telling(_ questions: [[Side]]) -> [[Side]] {
        // What answered several questions tells none of them from the others.
        var askers: [String: Int] = [:]
        for sides in questions {
            for text in Set(sides.flatMap(\.examples)) { askers[text, default: 0] += 1 }
        }
        return questions.map { sides in
            sides.map { side in
                Side(name: side.name, examples: side.examples.filter { askers[$0] == 1 })
            }
        }
    }

    /// Reads examples; nil when there are too few.
    ///
    /// - Parameters:
    ///   - sides: For each question its answers.
    ///   - model: What ``model(of:headings:language:)`` made of them.
    package init?(_ sides: [[Side]], model: PhraseModel?, language: SpokenLanguage) {
        guard let model, Self.tellOpenings(sides) || Self.tellAnswers(sides) else { return nil }
        self.model = model
        tellOpenings = Self.tellOpenings(sides)
        let telling = Self.telling(sides)
        let names = Dictionary(
            zip(model.groups, model.groups.indices),
            uniquingKeysWith: { first, _ in first }
        )
        groups = telling.map { $0.map { names[$0.name] } }
        let examples = telling.map { $0.map(\.examples) }
        var whole: [WordHash: Float] = [:]
        var questions: [Question] = []
        for sides in examples {
            var question = Question(counts: sides.map { Float($0.count) })
            for (side, texts) in sides.enumerated() {
                for text in texts {
                    let tokens = language.tokens(of: text)
                    let range = 0..<tokens.count
                    for word in tokens.tellingWords(in: range) {
                        question.telling[word.stem, default: 0] += 1
                        whole[word.stem, default: 0] += 1
                    }
                    for word in Self.words(of: tokens, in: range) {
                        let none = [Float](repeating: 0, count: sides.count)
                        question.words[word, default: none][side] += 1
                    }
                }
            }
            questions.append(question)
        }
        counts = whole
        words = questions.reduce(0) { $0 + $1.telling.values.reduce(0, +) }
        let texts = telling.joined().flatMap(\.examples)
        let asides = Self.asides(beside: texts, language)
        for text in asides {
            let tokens = language.tokens(of: text)
            for word in tokens.tellingWords(in: 0..<tokens.count) {
                whole[word.stem, default: 0] += 1
            }
        }
        let count = Float(texts.count + asides.count)
        var subjects: [WordHash: [(question: Int, score: Float)]] = [:]
        for (index, question) in questions.enumerated() {
            let own = question.counts.reduce(0, +)
            for (stem, number) in question.telling {
                let chance = (whole[stem, default: 0] + 0.5) / (count + 1)
                let here = (number + Self.smoothing * chance) / (own + Self.smoothing)
                let score = Float(Logarithm.natural(Double(here / chance)))
                guard score > 0 else { continue }
                subjects[stem, default: []].append((index, min(Self.most, score)))
            }
        }
        self.questions = questions
        self.subjects = subjects
    }

    /// In how many examples a telling word stands.
    func count(of word: WordHash) -> Float { counts[word] ?? 0 }

    /// How much some words are about each question: 0 for those that they say nothing of.
    func subjects(of words: [TellingWord]) -> [Float] {
        var scores = [Float](repeating: 0, count: questions.count)
        for word in words {
            for entry in subjects[word.stem] ?? [] { scores[entry.question] += entry.score }
        }
        let length = Float(1 + words.count).squareRoot().squareRoot()
        return scores.map { $0 / length }
    }

    /// The logarithm of how much likelier some words are where each answer to a question is given than where
    /// another one is.
    func odds(of question: Int, for words: [SaidWord]) -> [Float] {
        let question = questions[question]
        let all = question.counts.reduce(0, +)
        var odds = [Float](repeating: 0, count: question.counts.count)
        for word in words {
            guard let counts = question.words[word] else { continue }
            let sum = counts.reduce(0, +)
            let supposed = Self.smoothingOfSides * sum / all
            for side in odds.indices {
                let here =
                    (counts[side] + supposed) / (question.counts[side] + Self.smoothingOfSides)
                let elsewhere =
                    (sum - counts[side] + supposed)
                    / (all - question.counts[side] + Self.smoothingOfSides)
                odds[side] += Float(Logarithm.natural(Double(here / elsewhere)))
            }
        }
        return odds
    }

    /// How likely each answer to each question is the one that a clause gives.
    ///
    /// What they lack in sum to 1 is how likely it gives none. Empty for a clause of words that nobody said before.
    func likelihoods(of tokens: Tokens, in range: Range<Int>) -> [[Float]] {
        let likelihoods = model.probabilities(of: tokens, in: range)
        guard !likelihoods.isEmpty else { return [] }
        return groups.map { sides in sides.map { group in group.map { likelihoods[$0] } ?? 0 } }
    }

    /// How likely each answer to one question is the one that some words give, and the likeliest of the whole tree; nil for
    /// words that nobody said before, and for what surely answers none.
    func likelihoods(ofAnswersTo question: Int, _ tokens: Tokens) -> (own: [Float], most: Float)? {
        let all = model.probabilities(of: tokens, in: 0..<tokens.count)
        guard let most = all.prefix(model.groups.count).max(),
            all.dropFirst(model.groups.count).allSatisfy({ $0 < Self.surelyNone })
        else { return nil }
        return (groups[question].map { group in group.map { all[$0] } ?? 0 }, most)
    }

    /// The words that carry meaning, each once with whether it is denied, and that something is: in their order, so that
    /// sums over them are always the same.
    static func words(of tokens: Tokens, in range: Range<Int>) -> [SaidWord] {
        var words: [SaidWord] = []
        func add(_ word: SaidWord) { if !words.contains(word) { words.append(word) } }
        var denied = 0
        for index in range {
            let token = tokens.items[index]
            if token.classes.contains(.boundary) || tokens.endsSentence(before: index) {
                denied = 0
            }
            if token.classes.contains(.negation) {
                add(denial)
                denied = scope
                continue
            }
            if token.isContent { add(SaidWord(stem: token.stem, isDenied: denied > 0)) }
            denied -= 1
        }
        return words
    }
}
