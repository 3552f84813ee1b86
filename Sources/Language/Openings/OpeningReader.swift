/// Where an opening may take a call: to the root, or past questions that it has answered.
public struct OpeningGuess: Sendable {
    /// The answered node and its answer, to which the call goes on; nil when the opening answers nothing.
    public let answer: WayStep?
    /// Answers on the way there that the opening has given, too.
    public let earlier: [WayStep]
    /// How likely it is the right one, from 0 to 1.
    public let confidence: Float

    /// Creates a guess.
    public init(answer: WayStep?, earlier: [WayStep] = [], confidence: Float) {
        self.answer = answer
        self.earlier = earlier
        self.confidence = confidence
    }
}

extension TreeMeaning {
    /// From where an answer on the way counts as given, and not only as following from a later one.
    private static let scoreOfGiven: Float = 0.15

    /// What an opening may have answered, best first; one guess is that it is nothing.
    public func guesses(for opening: SpokenOpening) -> [OpeningGuess] {
        let reading = OpeningReading(opening, of: self)
        let hypotheses = reading.hypotheses()
        let likelihoods = OpeningModel.likelihoods(
            of: hypotheses.map(\.features),
            weights: weights
        )
        let guesses = zip(hypotheses, likelihoods).map { hypothesis, likelihood in
            let earlier = hypothesis.way.dropLast().filter {
                reading.score(of: $0) >= Self.scoreOfGiven
            }
            return OpeningGuess(
                answer: hypothesis.way.last.map(step),
                earlier: earlier.map(step),
                confidence: likelihood
            )
        }
        return guesses.sorted { left, right in
            if left.confidence != right.confidence { return left.confidence > right.confidence }
            return (left.answer?.node ?? -1, left.answer?.key ?? "") < (
                right.answer?.node ?? -1, right.answer?.key ?? ""
            )
        }
    }

    /// How much a clause of an opening is about one of the questions, at most.
    func bestMatch(of opening: SpokenOpening) -> Float {
        matches(of: opening).matches.reduce(0) { max($0, $1.score) }
    }

    /// How much each clause is about each question, and for each telling word what it counts for the questions.
    func matches(
        of opening: SpokenOpening
    ) -> (matches: [OpeningMatch], contributions: [[(question: Int, score: Float)]]) {
        var matches: [OpeningMatch] = []
        var contributions: [[(question: Int, score: Float)]] = []
        var sums = Array(repeating: Float(0), count: questions.count)
        var stems: [WordHash] = []
        for (clause, said) in opening.clauses.enumerated() {
            for index in sums.indices { sums[index] = 0 }
            for word in said.words {
                // A word stands in a sentence and in a part of it, and is compared once.
                let number = stems.firstIndex(of: word.stem) ?? contributions.count
                if number == contributions.count {
                    stems.append(word.stem)
                    contributions.append(self.contributions(of: word))
                }
                for entry in contributions[number] { sums[entry.question] += entry.score }
            }
            let length = Float(1 + said.words.count).squareRoot().squareRoot()
            for (index, sum) in sums.enumerated() where sum > 0 {
                let score = sum / questions[index].norm / length
                matches.append(OpeningMatch(question: index, clause: clause, score: score))
            }
        }
        return (matches, contributions)
    }

    private func step(_ edge: Edge) -> WayStep {
        WayStep(node: questions[edge.question].node, key: questions[edge.question].sides[edge.side])
    }

    /// Whether enough examples of its answers are known.
    package var hasExamples: Bool { examples != nil }

    /// Whether enough openings are known, too.
    package var hasOpenings: Bool { openings != nil }

    /// What the features of its places count.
    private var weights: [Float] {
        guard hasExamples else { return OpeningModel.weights }
        return hasOpenings
            ? OpeningModel.weightsWithOpenings : OpeningModel.weightsWithExamples
    }

    /// What an opening is trained on: for each place where it may take a call, its answered node and answer (none for
    /// the root), and what speaks for it.
    package func hypotheses(
        for opening: SpokenOpening
    ) -> [(answer: WayStep?, features: [Float])] {
        OpeningReading(opening, of: self).hypotheses().map { hypothesis in
            (hypothesis.way.last.map(step), hypothesis.features)
        }
    }
}

/// A clause that is about a question.
struct OpeningMatch {
    let question: Int
    let clause: Int
    let score: Float
}

/// What an opening says of the questions of a tree.
struct OpeningReading {
    /// A place where the opening may take the call.
    struct Hypothesis {
        /// The answers on the way to it.
        let way: [TreeMeaning.Edge]
        let features: [Float]
    }

    /// What speaks for an answer to a question.
    private struct Evidence {
        /// How much a clause is about the question, times how likely it gives the answer.
        var score: Float = 0
        var match: Float = 0
        /// Whether the clause gives the answer or another one: from 1 to -1, less of what is hardly about
        /// the question.
        var agreement: Float = 0
    }

    /// What examples of the answers to a question say of an opening.
    private struct Likeness {
        /// How much a clause is about the question by its examples.
        var subject: Float = 0
        /// For each answer whether the clause is like its examples: from 1 to -1, less of what is hardly about the
        /// question.
        var agreements: [Float] = []
        /// For each answer how likely a clause gives it, at most.
        var likelihoods: [Float] = []
        /// How likely a clause answers the question, at most.
        var answered: Float = 0
        /// What that clause says by the answer model: from 1 for yes to -1 for no; 0 where it hardly answers.
        var polarity: Float = 0
    }

    /// How many matches of a clause and a question are looked at for what they say, of all questions and of one.
    private static let maximumMatches = 8
    private static let maximumMatchesOfOne = 2
    /// The model was trained on answers: of what was said unasked it is too sure.
    private static let trustInModel: Float = 0.6
    /// Who tells an issue unasked says how things are more often than how they are not.
    private static let leaningToYes: Float = 0.9
    /// How much a clause must be like examples of the last question to speak for it.
    private static let leastLikeness: Float = 1
    /// Likelihoods far below this tell nothing.
    private static let leastLikelihood: Float = 0.02
    private static let leastLikelihoodOfOpening: Float = 0.002
    /// How likely a clause must answer a question for the answer model to be asked what it says.
    private static let leastAnswered: Float = 0.1

    private let meaning: TreeMeaning
    /// For each question what its sides have for them.
    private var evidence: [[Evidence]]
    /// For each question what examples of its answers say.
    private var likenesses: [Likeness] = []
    /// Clauses that the answer model has read, and what it said of each beside a question.
    private var clauses: [Int: SpokenWords] = [:]
    private var odds: [Int: Float] = [:]
    /// How likely an opening like this one answers nothing, and how likely it gives each answer last; nil where none are
    /// known.
    private let lastAnswers: (root: Float, answers: [[Float]])?
    /// For each telling word what it counts for each question.
    private var contributions: [[(question: Int, score: Float)]] = []

    init(_ opening: SpokenOpening, of meaning: TreeMeaning) {
        self.meaning = meaning
        evidence = meaning.questions.map { Array(repeating: Evidence(), count: $0.sides.count) }
        lastAnswers = meaning.openings?.likelihoods(of: opening)
        if let examples = meaning.examples { compare(opening, examples) }
        for match in matches(opening) {
            take(match, odds: odds(of: match.question, in: match.clause, of: opening))
        }
    }

    /// How much speaks for an answer.
    func score(of edge: TreeMeaning.Edge) -> Float { evidence[edge.question][edge.side].score }

    // MARK: Evidence

    /// The clauses that are most about a question.
    private mutating func matches(_ opening: SpokenOpening) -> [OpeningMatch] {
        var (matches, contributions) = meaning.matches(of: opening)
        self.contributions = contributions
        matches.sort { $0.score > $1.score }
        var counts = Array(repeating: 0, count: evidence.count)
        var best: [OpeningMatch] = []
        for match in matches where counts[match.question] < Self.maximumMatchesOfOne {
            counts[match.question] += 1
            best.append(match)
            if best.count == Self.maximumMatches { break }
        }
        return best
    }

    /// The logarithm of how much likelier a clause affirms a question that it is about than that it denies it.
    private mutating func odds(
        of question: Int,
        in clause: Int,
        of opening: SpokenOpening
    ) -> Float {
        let place = question * opening.clauses.count + clause
        if let known = odds[place] { return known }
        let told = told(meaning.questions[question], clause, opening)
        odds[place] = told
        return told
    }

    private mutating func told(
        _ question: TreeMeaning.Question,
        _ clause: Int,
        _ opening: SpokenOpening
    ) -> Float {
        let range = opening.clauses[clause].range
        guard let asked = question.asked, let vocabulary = opening.tokens.language.answers else {
            let denials = opening.tokens.items[range].count { $0.classes.contains(.negation) }
            return (denials % 2 == 1) != question.isDenied ? -2 : 1
        }
        let words = clauses[clause] ?? SpokenWords(opening.tokens.part(range), vocabulary)
        clauses[clause] = words
        let scores = AnswerModel.score(asked, SpokenAnswer(words, question: asked, vocabulary))
        return Float(Logarithm.natural(Double(max(scores.yes, 1e-4) / max(scores.no, 1e-4))))
    }

    private mutating func take(_ match: OpeningMatch, odds: Float) {
        let affirmed = Self.share(Self.trustInModel * odds + Self.leaningToYes)
        let certainty = (2 * Self.share(odds) - 1) * min(1, 2 * match.score)
        for (index, side) in meaning.questions[match.question].sides.enumerated() {
            let sign = AnswerExamples.sign(of: side)
            let score = match.score * (0.5 + sign * (affirmed - 0.5))
            guard score > evidence[match.question][index].score else { continue }
            evidence[match.question][index] = Evidence(
                score: score,
                match: match.score,
                agreement: sign * certainty
            )
        }
    }

    /// Finds for each question the clause that is most like its examples.
    private mutating func compare(_ opening: SpokenOpening, _ examples: AnswerExamples) {
        likenesses = meaning.questions.map { question in
            Likeness(likelihoods: Array(repeating: 0, count: question.sides.count))
        }
        var speaking = Array(repeating: 0, count: evidence.count)
        var answering = speaking
        for (index, clause) in opening.clauses.enumerated() {
            for (question, score) in examples.subjects(of: clause.words).enumerated()
            where score > likenesses[question].subject {
                likenesses[question].subject = score
                speaking[question] = index
            }
            let likelihoods = examples.likelihoods(of: opening.tokens, in: clause.range)
            for (question, sides) in likelihoods.enumerated() {
                let answered = sides.reduce(0, +)
                if answered > likenesses[question].answered {
                    likenesses[question].answered = answered
                    answering[question] = index
                }
                for (side, likelihood) in sides.enumerated()
                where likelihood > likenesses[question].likelihoods[side] {
                    likenesses[question].likelihoods[side] = likelihood
                }
            }
        }
        // Examples know better what is spoken of, and the answer model whether that is so.
        for question in likenesses.indices where likenesses[question].answered > Self.leastAnswered
        {
            let odds = odds(of: question, in: answering[question], of: opening)
            likenesses[question].polarity = 2 * Self.share(odds) - 1
        }
        // Several questions may be about one clause.
        let words = opening.clauses.map { AnswerExamples.words(of: opening.tokens, in: $0.range) }
        for question in likenesses.indices where likenesses[question].subject > 0 {
            let certainty = min(1, likenesses[question].subject / 2)
            likenesses[question].agreements = examples.odds(
                of: question,
                for: words[speaking[question]]
            ).map { (2 * Self.share($0) - 1) * certainty }
        }
    }

    private static func share(_ odds: Float) -> Float { 1 / (1 + Logarithm.exponential(-odds)) }

    // MARK: Hypotheses

    /// What counts for all places alike.
    private struct Common {
        /// What each telling word counts for the question that it counts most for.
        let most: [Float]
        /// The best score of an answer to each question.
        let best: [Float]
        /// Whether each question is on the way to the place in hand.
        var onWay: [Bool]
    }

    /// All places where the opening may take the call, the root first.
    func hypotheses() -> [Hypothesis] {
        var common = Common(
            most: contributions.map { $0.reduce(0) { max($0, $1.score) } },
            best: evidence.map { $0.reduce(0) { max($0, $1.score) } },
            onWay: Array(repeating: false, count: evidence.count)
        )
        var hypotheses = [Hypothesis(way: [], features: features(of: [], &common))]
        for (index, question) in meaning.questions.enumerated() {
            for side in question.sides.indices {
                let way = question.way + [TreeMeaning.Edge(question: index, side: side)]
                hypotheses.append(Hypothesis(way: way, features: features(of: way, &common)))
            }
        }
        return hypotheses
    }

    /// How much examples speak for the last answer of a way and for those before it.
    private func likenessOfAnswers(on way: [TreeMeaning.Edge], _ common: Common) -> [Float] {
        guard let last = way.last else { return [0, 0, 0, 0, 0, 0, 0, elsewhere(common)] }
        func agreement(_ edge: TreeMeaning.Edge) -> Float {
            let agreements = likenesses[edge.question].agreements
            return agreements.isEmpty ? 0 : agreements[edge.side]
        }
        let likeness = likenesses[last.question]
        return [
            max(0, likeness.subject - Self.leastLikeness),
            agreement(last),
            way.dropLast().reduce(0) { $0 + agreement($1) },
            Self.logarithm(likeness.likelihoods[last.side], least: Self.leastLikelihood),
            Self.logarithm(likeness.answered, least: Self.leastLikelihood),
            AnswerExamples.sign(of: meaning.questions[last.question].sides[last.side])
                * likeness.polarity,
            way.dropLast().reduce(0) { $0 + likenesses[$1.question].answered },
            elsewhere(common),
        ]
    }

    /// How likely a clause answers a question that is not on the way, at most.
    private func elsewhere(_ common: Common) -> Float {
        var most: Float = 0
        for question in likenesses.indices where !common.onWay[question] {
            most = max(most, likenesses[question].answered)
        }
        return most
    }

    private static func logarithm(_ likelihood: Float, least: Float) -> Float {
        Float(Logarithm.natural(1 + Double(likelihood / least)))
    }

    private func features(of way: [TreeMeaning.Edge], _ common: inout Common) -> [Float] {
        var features = Array(repeating: Float(0), count: OpeningModel.weights.count)
        for edge in way { common.onWay[edge.question] = true }
        defer { for edge in way { common.onWay[edge.question] = false } }
        if !likenesses.isEmpty { features += likenessOfAnswers(on: way, common) }
        if let lastAnswers {
            let last = way.last.map { lastAnswers.answers[$0.question][$0.side] }
            features.append(
                Self.logarithm(last ?? lastAnswers.root, least: Self.leastLikelihoodOfOpening)
            )
        }
        if let last = way.last {
            let evidence = evidence[last.question][last.side]
            features[0] = evidence.score
            features[1] = evidence.match
            features[2] = evidence.agreement
            features[3] = Float(way.count)
            features[4] = way.dropLast().reduce(0) {
                $0 + self.evidence[$1.question][$1.side].agreement
            }
            features[5] = 1
        }
        var unexplained: Float = 0
        for word in contributions.indices {
            var told: Float = 0
            for entry in contributions[word] where common.onWay[entry.question] {
                told = max(told, entry.score)
            }
            unexplained += common.most[word] - told
        }
        features[6] = unexplained
        for question in common.best.indices where !common.onWay[question] {
            features[7] = max(features[7], common.best[question])
        }
        return features
    }
}
