internal import Messages

extension Reading {
    /// From this confidence on, a side that the rules tell outweighs the model.
    private static let sureRule = 0.9
    /// What two that contradict each other come to: too little to be taken unconfirmed.
    private static let contradicted = 0.55
    /// Below this, the model knows no side.
    private static let leastModelled = 0.5
    /// From this likelihood on, words that neither affirm nor deny ask back.
    private static let asksBack: Float = 0.7

    /// What the model says of an answer.
    struct ModelledAnswer {
        let scores: AnswerScores
        /// Whether a word of what is asked, or its opposite, was said.
        let isAligned: Bool
    }

    /// What the answer model says of words beside the question of a node with two sides; nil without a model, and
    /// where nothing is asked that the model could tell the sides of.
    func modelled(_ node: ListeningNode, in area: Range<Int>) -> ModelledAnswer? {
        guard !area.isEmpty, [.yesNo, .check, .fix].contains(node.valueKind),
            let vocabulary = words.language.answers, let asked = node.wording.question
        else { return nil }
        let source =
            words.items[area.lowerBound].source
            .lowerBound..<words.items[area.upperBound - 1].source
            .upperBound
        let spoken = SpokenAnswer(
            area == words.all ? words.tokens : words.tokens.within(source),
            question: asked,
            vocabulary
        )
        return ModelledAnswer(
            scores: AnswerModel.score(asked, spoken),
            isAligned: spoken.words.contains { $0.sign == .asked || $0.sign == .opposite }
        )
    }

    /// The side that the rules tell, weighed with what the model says.
    func weighed(_ ruled: Polarity?, _ asked: ListeningNode) -> Polarity? {
        let isPlain = asked.valueKind == .yesNo
        // What a test or a fix came to is seldom said in words of the question: there the rules are surer.
        guard isPlain || ruled == nil, !has(.wait), !has(.doesNotKnow), !has(.declines),
            let modelled = modelled(asked, in: area), isPlain || modelled.isAligned
        else { return ruled }
        let scores = modelled.scores
        let model = Polarity(
            isYes: scores.yes > scores.no,
            confidence: Double(max(scores.yes, scores.no)),
            range: area
        )
        guard var side = ruled else {
            return model.confidence >= Self.leastModelled ? model : nil
        }
        if side.isYes == model.isYes {
            side.confidence = max(side.confidence, model.confidence)
            return side
        }
        if side.confidence >= Self.sureRule {
            if model.confidence >= Self.sureRule { side.confidence = Self.contradicted }
            return side
        }
        if model.confidence > side.confidence { return model }
        side.confidence = min(side.confidence, Self.contradicted)
        return side
    }

    /// Whether all that was said asks back, although it does not begin as questions do: "i dont get what you mean".
    var seemsToAskBack: Bool {
        guard question == nil, context.confirming == nil, let asked = context.asked, hits.isEmpty,
            let modelled = modelled(asked, in: words.all)
        else { return false }
        return modelled.scores.neutral >= Self.asksBack
    }
}
