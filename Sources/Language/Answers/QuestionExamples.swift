public import Messages

/// What customers said before when they gave the answers to one question.
public struct QuestionExamples: Sendable {
    /// What some words tell of yes and no, as logarithms of how much likelier they are said to affirm.
    package struct Evidence {
        /// By the model of which of all answers of the tree they give.
        package let likelihoods: Float
        /// By counts of the words.
        package let counts: Float
    }

    private let examples: AnswerExamples
    private let question: Int
    /// The answers that have enough examples, with their places.
    private let answers: [(key: String, place: Int)]
    /// The places of yes and no, where both have enough.
    private let sides: (affirming: Int, denying: Int)?

    /// The examples of a tree's node; nil for one of whose answers fewer than two have enough.
    public init?(_ examples: AnswerExamples?, of node: Int, in tree: Tree) {
        guard let examples, let question = AnswerExamples.asking(tree).firstIndex(of: node) else {
            return nil
        }
        self.init(examples, question: question, answers: tree.nodes[node].branches.map(\.value))
    }

    /// The examples of a question by its place, with its answers; nil where fewer than two have enough.
    package init?(_ examples: AnswerExamples, question: Int, answers: [String]) {
        let known = answers.enumerated().filter { examples.areEnough(of: question, $0.offset) }
            .map { (key: $0.element, place: $0.offset) }
        guard known.count > 1 else { return nil }
        self.examples = examples
        self.question = question
        self.answers = known
        let affirming = known.first { AnswerExamples.sign(of: $0.key) > 0 }
        let denying = known.first { AnswerExamples.sign(of: $0.key) < 0 }
        sides = affirming.flatMap { yes in denying.map { (yes.place, $0.place) } }
    }

    /// What an answer's words tell of yes and no; nil when nobody said any of them, or when they surely answer nothing.
    package func evidence(_ answer: Tokens) -> Evidence? {
        guard let sides,
            let own = examples.likelihoods(ofAnswersTo: question, answer)?.own
        else { return nil }
        let words = AnswerExamples.words(of: answer, in: 0..<answer.count)
        let odds = examples.odds(of: question, for: words)
        return Evidence(
            likelihoods: Logarithm.natural(
                (own[sides.affirming] + Self.least) / (own[sides.denying] + Self.least)
            ),
            counts: odds[sides.affirming] - odds[sides.denying]
        )
    }

    /// The answer that some words are likest, and its share of all answers to the question; nil when nobody said any of
    /// them, or when they are more like an answer to another question or surely answer nothing.
    func likeliest(_ words: Tokens) -> (key: String, share: Float)? {
        guard let (own, most) = examples.likelihoods(ofAnswersTo: question, words),
            let best = answers.max(by: { own[$0.place] < own[$1.place] }), own[best.place] == most
        else { return nil }
        return (best.key, most / own.reduce(0, +))
    }

    /// A likelihood that is none.
    private static let least: Float = 0.001
}

extension AnswerScores {
    /// What each counts: the logarithm of how much likelier a yes is than a no by the answer model, and by examples.
    ///
    /// Fitted by `baton-bench train-answers` to flowcharts that the model was not trained on.
    package static let weights: (model: Float, likelihoods: Float, counts: Float) =
        (model: 0.94, likelihoods: 0.44, counts: 0.23)

    /// The scores with what examples tell of yes and no; whether it is either of them, they don't tell.
    package func beside(_ evidence: QuestionExamples.Evidence) -> AnswerScores {
        let odds =
            Self.weights.model * Logarithm.natural(max(yes, Self.least) / max(no, Self.least))
            + Self.weights.likelihoods * evidence.likelihoods
            + Self.weights.counts * evidence.counts
        let affirmed = 1 / (1 + Logarithm.exponential(-odds))
        return AnswerScores((1 - neutral) * affirmed, (1 - neutral) * (1 - affirmed), neutral)
    }

    private static let least: Float = 1e-4
}
