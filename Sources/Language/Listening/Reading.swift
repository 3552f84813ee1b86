internal import Messages

/// A value that was understood, before it becomes a fact.
struct FoundValue {
    var value: FactValue
    var confidence: Double
    /// The words that it was read from.
    var range: Range<Int>
}

/// One reading of an utterance in its context.
///
/// First the phrases of the language are found, then the part that is a question back is set apart, then the
/// rest is read for an answer, facts beside it and corrections.
struct Reading {
    var words: Words { negations.words }
    let context: ListeningContext
    private(set) var hits: [PhraseHit]
    /// The words that are no question back.
    private(set) var area: Range<Int>
    /// What a number without a unit counts, where the value told it that this one replaces.
    var restUnit: TimeUnit?
    /// The words of the question back.
    let question: Range<Int>?
    /// The words by which the question back only asks if something was understood right: "you mean".
    let check: Range<Int>?
    private(set) var negations: Negations
    let unasserted: Unasserted
    /// Where names of the vocabulary stand, once they are known.
    private(set) var names: [Range<Int>] = []

    init(_ words: Words, context: ListeningContext) {
        self.context = context
        let hits = Self.hits(in: words, area: words.all, context)
        self.hits = hits
        let question = QuestionFinder(words: words, hits: hits).find()
        self.question = question
        let check = question.flatMap { Self.check(in: $0, of: words, hits) }
        self.check = check
        unasserted = Unasserted.of(words, hits)
        area = words.all
        if let question, let asked = context.asked {
            area =
                check.flatMap { Self.meant(beside: $0, of: words, asked) }
                ?? Self.rest(of: words, beside: question, hits)
        }
        negations = Negations(
            words: words,
            spokenFor: Self.spokenFor(by: hits, of: words, start: 0)
        )
    }

    /// The same words where a "no" before a noun is no answer, but denies what follows: "no stripes".
    ///
    /// - Parameter alone: Whether nothing else may be denied in its clause.
    func withoutDeterminer(_ no: PhraseHit, alone: Bool = true) -> Reading? {
        let next = no.range.upperBound
        guard next < area.upperBound, isTelling(next),
            words.items[no.range.lowerBound].classes.contains(.zero),
            words.areJoined(no.range.lowerBound),
            !hits.contains(where: { $0.range.lowerBound == next }),
            !alone || negations.first(in: next..<firstClause.upperBound) == nil
        else { return nil }
        var bare = self
        bare.hits.removeAll { $0.mark == .no && $0.range == no.range }
        bare.negations.spokenFor.removeAll { $0 == no.range }
        return bare
    }

    var matcher: PatternMatcher {
        PatternMatcher(area: area, negations: negations, isInclusive: has(.inclusive))
    }

    /// What was understood, and how sure that is.
    mutating func understand() throws -> (Understanding, confidence: Float) {
        let utterance = words.tokens.original
        guard words.count > 0 else {
            // "hm?" wants to hear it again.
            let asks = words.tokens.items.contains(where: \.endsQuestion)
            return (Understanding(utterance: utterance, acts: asks ? [.repeat] : []), 0)
        }
        let entities = try EntityAssignment(self).assign()
        names = entities.map(\.entity.range)
        let answering = answering
        var answer = answering.area.isEmpty ? nil : try answering.answer(entities)
        if let found = answer, outweighs(found) || isUnsaid(found) {
            answer = nil
        }
        if let found = answer, let asked = context.asked { answer = outcome(found, of: asked) }
        let volunteered = try volunteered(entities, answer: answer)
        if volunteered.corrects {
            answer = try besideCorrection(answer, of: volunteered.corrected, entities)
        }
        if let found = answer, isOfOption(found, volunteered) { answer = nil }
        let told =
            if let answer, let asked = context.asked {
                fact(answer, of: asked, quote: words.all)
            } else {
                denial()
            }
        let acts = acts(given: answer, denies: answer == nil && told != nil, volunteered)
        let sure = told?.provenance?.confidence ?? 0
        let beside: Float = acts.isEmpty ? (volunteered.facts.isEmpty ? 0.1 : 0.6) : 0.75
        let understanding = Understanding(
            utterance: utterance,
            acts: acts,
            answer: told,
            volunteered: volunteered.facts,
            question: acts.contains(.questionBack) ? words.quote(question ?? words.all) : ""
        )
        return (understanding, max(sure, beside))
    }

    /// Makes a fact of a value, with the details that its node listens for.
    func fact(_ found: FoundValue, of node: ListeningNode, quote: Range<Int>) -> Fact {
        var value = found.value
        if value.detail.isEmpty { value.detail = detail(for: node) }
        return Fact(
            key: node.fact,
            value: value,
            provenance: Provenance(
                source: .said,
                quote: words.quote(quote),
                confidence: Float(found.confidence)
            )
        )
    }

    /// The details of a node that were said, joined by commas; empty for none.
    private func detail(for node: ListeningNode) -> String {
        guard !node.details.isEmpty else { return "" }
        var labels: [String] = []
        let matcher = matcher
        for (index, detail) in node.details.enumerated() {
            switch detail.captures {
            case .duration:
                if let found = TimeReader(words).duration() {
                    labels.append(detail.label.filling(found.text))
                }
            case .frequency:
                if let found = TimeReader(words).frequency() {
                    labels.append(detail.label.filling(found.text))
                }
            case .number:
                if let index = area.first(where: { words.items[$0].kind == .number }) {
                    let number = words.language.text(of: words.items[index].number)
                    labels.append(detail.label.filling(number))
                }
            default:
                if matcher.firstFull(node.detailPatterns[index]) != nil {
                    labels.append(detail.label)
                }
            }
        }
        return labels.joined(separator: ", ")
    }

    /// The same, without what stands outside of some words.
    func narrowed(to range: Range<Int>) -> Reading {
        var part = self
        part.area = range
        return part
    }

    /// What stands from a word on, as if the customer had begun there.
    func restarted(at start: Int) -> Reading {
        alone(in: start..<area.upperBound)
    }

    /// What stands in some words, as if nothing else had been said.
    func alone(in range: Range<Int>) -> Reading {
        var part = self
        part.area = range
        part.hits = Self.hits(in: words, area: range, context)
        part.negations.spokenFor += Self.spokenFor(
            by: part.hits,
            of: words,
            start: range.lowerBound
        )
        return part
    }

}
