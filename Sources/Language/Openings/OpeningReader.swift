/// Where an opening may take a call: to the root, or past a question that it has answered.
public struct OpeningGuess: Sendable {
    /// The answered node and its answer; nil when the opening answers nothing.
    public let answer: WayStep?
    /// Answers of questions that follow, which the opening has given, too.
    public var further: [WayStep] = []
    /// How likely it is the right one, from 0 to 1.
    public var confidence: Float
}

extension TreeMeaning {
    /// Distances of scores that matter: the smaller, the surer is the best guess.
    private static let temperature: Float = 0.055
    /// What no answer scores.
    private static let scoreOfNothing: Float = 0.16
    /// From where an answer to the question that is reached counts, too.
    private static let scoreOfFurther: Float = 0.3
    private static let shareByDepth: Float = 0.95
    /// The model was trained on answers: of what was said unasked it is too sure.
    private static let trustInModel: Float = 0.6
    private static let leaningToYes: Float = 0.9
    /// How many matches of a clause and a question are looked at for what they say.
    private static let maximumMatches = 8

    /// A clause that is about a question.
    private struct Match {
        let question: Int
        let clause: Int
        let score: Float
    }

    /// What an opening may have answered, best first; one guess is that it is nothing.
    public func guesses(for opening: String) -> [OpeningGuess] {
        let tokens = language.tokens(of: opening)
        let clauses = tokens.clauses().map { (range: $0, words: tokens.tellingWords(in: $0)) }
            .filter { !$0.words.isEmpty }
        // A word stands in a sentence and in a part of it, and is compared once.
        var contributions: [WordHash: [(question: Int, score: Float)]] = [:]
        var matches: [Match] = []
        for (clause, said) in clauses.enumerated() {
            var sums = Array(repeating: Float(0), count: questions.count)
            for word in said.words {
                let known = contributions[word.stem] ?? self.contributions(of: word)
                contributions[word.stem] = known
                for entry in known { sums[entry.question] += entry.score }
            }
            let length = Float(1 + said.words.count).squareRoot().squareRoot()
            for (index, sum) in sums.enumerated() where sum > 0 {
                let score = sum / questions[index].norm / length
                matches.append(Match(question: index, clause: clause, score: score))
            }
        }
        matches.sort { $0.score > $1.score }
        var scores: [WayKey: Float] = [:]
        var spoken: [Int: Tokens] = [:]
        for match in matches.prefix(Self.maximumMatches) {
            let question = questions[match.question]
            let clause =
                spoken[match.clause]
                ?? language.tokens(of: tokens.text(in: clauses[match.clause].range))
            spoken[match.clause] = clause
            let yes = affirmation(question, clause)
            for side in question.sides {
                let isYes = side.key == "yes" || side.key == "pass"
                let likelihood =
                    isYes ? yes : side.key == "no" || side.key == "fail" ? 1 - yes : 0.5
                var depthShare: Float = 1
                for _ in 0..<question.depth { depthShare *= Self.shareByDepth }
                let key = WayKey(question: match.question, key: side.key)
                scores[key] = max(scores[key] ?? 0, match.score * likelihood * depthShare)
            }
        }
        return guesses(scores)
    }

    private struct WayKey: Hashable {
        let question: Int
        let key: String
    }

    /// How likely a clause affirms a question that it is about.
    ///
    /// Who tells an issue unasked says how things are more often than how they are not.
    private func affirmation(_ question: Question, _ clause: Tokens) -> Float {
        guard let asked = question.asked, let vocabulary = clause.language.answers else {
            let denials = clause.items.count { $0.classes.contains(.negation) }
            return (denials % 2 == 1) != question.isDenied ? 0.3 : 0.75
        }
        let scores = AnswerModel.score(
            asked,
            SpokenAnswer(clause, question: asked, vocabulary)
        )
        let yes = max(scores.yes, 1e-4)
        let odds = Logarithm.natural(Double(yes / max(scores.no, 1e-4)))
        let trusted = Self.trustInModel * Float(odds) + Self.leaningToYes
        return 1 / (1 + Logarithm.exponential(-trusted))
    }

    private func guesses(_ scores: [WayKey: Float]) -> [OpeningGuess] {
        var guesses = [OpeningGuess(answer: nil, confidence: Self.scoreOfNothing)]
        for (key, score) in scores {
            let question = questions[key.question]
            var guess = OpeningGuess(
                answer: WayStep(node: question.node, key: key.key),
                confidence: score
            )
            guess.further = further(from: question, key.key, scores)
            guesses.append(guess)
        }
        guesses.sort { left, right in
            if left.confidence != right.confidence { return left.confidence > right.confidence }
            return (left.answer?.node ?? -1, left.answer?.key ?? "") < (
                right.answer?.node ?? -1, right.answer?.key ?? ""
            )
        }
        let best = guesses[0].confidence
        var whole: Float = 0
        for index in guesses.indices {
            let odds = Logarithm.exponential((guesses[index].confidence - best) / Self.temperature)
            guesses[index].confidence = odds
            whole += odds
        }
        for index in guesses.indices { guesses[index].confidence /= whole }
        return guesses
    }

    /// Answers to the questions that follow, as long as the opening has given them.
    private func further(
        from question: Question,
        _ key: String,
        _ scores: [WayKey: Float]
    ) -> [WayStep] {
        var steps: [WayStep] = []
        var target = question.sides.first { $0.key == key }?.target
        while let node = target, steps.count < questions.count,
            let index = questions.firstIndex(where: { $0.node == node })
        {
            let best = questions[index].sides.max { left, right in
                (scores[WayKey(question: index, key: left.key)] ?? 0)
                    < (scores[WayKey(question: index, key: right.key)] ?? 0)
            }
            guard let best, let score = scores[WayKey(question: index, key: best.key)],
                score >= Self.scoreOfFurther
            else { break }
            steps.append(WayStep(node: node, key: best.key))
            target = best.target
        }
        return steps
    }
}
