internal import Messages

extension Reading {
    /// From this likelihood on, words without a side that the rules know are not taken for an answer.
    private static let isNoAnswer: Float = 0.9
    /// How sure the model must be of words beside which it was said that something is not known.
    private static let sureBesideAct = 0.6
    /// From this likelihood on, words that neither affirm nor deny ask back.
    private static let asksBack: Float = 0.7

    /// How sure the model can be of alternatives, which may ask: "any cable or the old one".
    private static let sureOfChoice = 0.5

    /// What the model says of an answer.
    struct ModelledAnswer {
        let scores: AnswerScores
        /// Whether a word of what is asked, or its opposite, was said.
        let isAligned: Bool
        /// What follows from the opposite of a word of the question, where that word itself was not said: "its dim"
        /// denies "is it bright?", "its not dim" affirms it.
        let opposed: Polarity?
    }

    private static let oppositeConfidence = 0.75
    /// The most words that are few.
    private static let fewWords = 8
    /// How sure an answer without a word of the question or a rule may be at most, if the model finds it to affirm.
    private static let unalignedConfidence = 0.55

    private static func opposed(
        _ spoken: SpokenAnswer,
        _ question: AskedQuestion,
        _ vocabulary: AnswerVocabulary,
        ofResult: Bool,
        in area: Range<Int>
    ) -> Polarity? {
        let opposites = spoken.words.filter { word in
            word.sign == .opposite && (!ofResult || question.isAsked(word.partner))
                || word.role.contains(.contrary)
                    && question.words.contains { vocabulary.areContrary($0.stem, word.stem) }
        }
        // What only one thing is said to be is no more than that: "at home it is cold, at work it is warm".
        guard let first = opposites.first, !question.isRestricted, spoken.words.last?.sentence == 0,
            opposites.allSatisfy({ $0.isDenied == first.isDenied }),
            first.isDenied || spoken.negations == 0,
            !spoken.words.contains(where: { word in
                word.sign == .asked
                    && (word.isDenied || opposites.contains { $0.partner == word.partner })
            })
        else { return nil }
        return Polarity(isYes: first.isDenied, confidence: oppositeConfidence, range: area)
    }

    /// What the answer model says of words beside the question of a node with two sides; nil without a model, and
    /// where nothing is asked that the model could tell the sides of.
    func modelled(_ node: ListeningNode, in area: Range<Int>) -> ModelledAnswer? {
        guard !area.isEmpty, node.hasTwoSides,
            let vocabulary = words.language.answers, let asked = node.wording.question
        else { return nil }
        let spoken = SpokenAnswer(tokens(of: area), question: asked, vocabulary)
        // Words of the steps tell nothing of what they came to: "its on the right" of "the left one".
        let ofResult = node.wording.instructs
        return ModelledAnswer(
            scores: AnswerModel.score(asked, spoken),
            isAligned: spoken.words.contains { word in
                word.sign == .asked
                    || word.sign == .opposite && (!ofResult || asked.isAsked(word.partner))
            },
            opposed: Self.opposed(spoken, asked, vocabulary, ofResult: ofResult, in: area)
        )
    }

    /// Some words, as if nothing else had been said.
    func tokens(of area: Range<Int>) -> Tokens {
        guard area != words.all else { return words.tokens }
        let items = words.items[area]
        guard let first = items.first, let last = items.last else {
            return words.tokens.within(0..<0)
        }
        return words.tokens.within(first.source.lowerBound..<last.source.upperBound)
    }

    /// The side that the rules tell, weighed with what the model says.
    func weighed(_ ruled: Polarity?, _ asked: ListeningNode) -> Polarity? {
        let isPlain = asked.valueKind == .yesNo
        let plain = plainArea
        // What a test or a fix came to is seldom said in words of the question: there the rules are surer.
        guard isPlain || ruled?.isEcho ?? true && plain == area,
            let modelled = modelled(asked, in: plain),
            isPlain && plain == area || modelled.isAligned
        else { return ruled }
        var scores = modelled.scores
        // Beside a question back, the model alone would find an answer where there is none.
        guard ruled != nil || question == nil && scores.neutral < Self.isNoAnswer
        else {
            return nil
        }
        if var opposed = modelled.opposed,
            ruled.map({ $0.isEcho || $0.isYes == opposed.isYes }) ?? true
        {
            opposed.confidence = max(opposed.confidence, ruled?.confidence ?? 0)
            return opposed
        }
        guard isPlain || ruled == nil else { return ruled }
        if let evidence = asked.examples?.evidence(tokens(of: plain)) {
            scores = scores.beside(evidence)
        }
        var odds = Logarithm.natural(Double(max(scores.yes, 1e-4) / max(scores.no, 1e-4)))
        // Of what only a verb or a negation tells, the model has seen more.
        if let ruled, !ruled.isEcho {
            let sure = min(max(ruled.confidence, 0.5), 0.99)
            odds += (ruled.isYes ? 1 : -1) * Logarithm.natural(sure / (1 - sure))
        }
        let yes = 1 / (1 + Logarithm.exponential(-odds))
        var side = Polarity(
            isYes: yes > 0.5,
            // Without a rule that tells a side, there may be none.
            confidence: ruled == nil
                ? min(Double(max(scores.yes, scores.no)), asksWhich ? Self.sureOfChoice : 1)
                : max(yes, 1 - yes),
            range: plain
        )
        // The model takes for a yes what only does not deny; of many words it is surer.
        if ruled == nil, side.isYes, !modelled.isAligned, plain.count <= Self.fewWords,
            side.confidence < Double(Self.isNoAnswer)
        {
            side.confidence = min(side.confidence, Self.unalignedConfidence)
        }
        // Of steps it knows nothing: "i have it open now".
        if ruled == nil, side.isYes, asked.wording.instructs {
            side.confidence = min(side.confidence, Self.unalignedConfidence)
        }
        return plain == area || side.confidence >= Self.sureBesideAct ? side : ruled
    }

    /// Whether a choice is put to who asked, without a verb that would state something: "any website or a particular one".
    var asksWhich: Bool {
        guard let vocabulary = words.language.answers, words.count >= Self.fewestChoosing,
            !words.items.contains(where: { item in
                item.classes.contains(.negation) || vocabulary.role(of: item).contains(.auxiliary)
            })
        else { return false }
        return (1..<words.count - 1).contains { index in
            vocabulary.role(of: words.items[index]).contains(.alternative)
                && words.items[index - 1].kind == .word && words.items[index + 1].kind == .word
                && words.meanings[index - 1] == nil
        }
    }

    /// The fewest words that put a choice.
    private static let fewestChoosing = 4

    /// The longest run of sentences in which nothing is said that only looks like an answer: that the customer goes to
    /// look, wants to hear the question again, does not know or does not want.
    private var plainArea: Range<Int> {
        let acts = hits.filter { hit in
            [.wait, .repeats, .doesNotKnow, .declines].contains(hit.mark)
                && area.overlaps(hit.range)
        }
        guard !acts.isEmpty else { return area }
        let sentences = words.sentences
        let others = Set(acts.flatMap { $0.range.map { sentences[$0] } })
        var best = area.lowerBound..<area.lowerBound
        var start = area.lowerBound
        for index in area {
            if others.contains(sentences[index]) {
                start = index + 1
            } else if index + 1 - start > best.count {
                best = start..<index + 1
            }
        }
        return best
    }

    /// Whether all that was said asks back, although it does not begin as questions do: "i dont get what you mean".
    var seemsToAskBack: Bool {
        guard question == nil, context.confirming == nil, let asked = context.asked, hits.isEmpty,
            let modelled = modelled(asked, in: words.all)
        else { return false }
        return modelled.scores.neutral >= Self.asksBack
    }
}
