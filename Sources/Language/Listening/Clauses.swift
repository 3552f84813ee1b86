internal import Messages

extension Reading {
    /// How sure it is that two negations affirm.
    private static let doubleConfidence = 0.7
    /// How sure it is that what a question restricts is so elsewhere, too.
    private static let restrictionConfidence = 0.8

    /// Whether a negation denies what was asked: by the question's verb alone, or with its words after it.
    func deniesAsked(_ negation: Range<Int>) -> Bool {
        let echo = hits.first { $0.mark == .echoesNo && $0.range.overlaps(negation) }
        let start = echo?.range.upperBound ?? negation.upperBound
        let end = (start..<area.upperBound).first { words.items[$0].classes.contains(.boundary) }
        let rest = start..<(end ?? area.upperBound)
        return !rest.contains(where: isTelling) || rest.contains(where: isOfQuestion)
    }

    /// The words that answer where a "but" parts them from others: "it is but no lights are on".
    func answeringClause() -> Range<Int>? {
        if let clause = echoingClause { return clause }
        let first = firstClause
        guard first.upperBound + 1 < area.upperBound else { return nil }
        let rest = first.upperBound + 1..<area.upperBound
        let verdict = opening(at: rest.lowerBound)
        if let opening, first.contains(opening.range) { return verdict == nil ? first : nil }
        // "not much but yes".
        if let verdict, verdict.mark == .yes || rest.count == verdict.range.count { return rest }
        let clause = narrowed(to: first)
        if let echo = clause.echo(), echo.basis == .bareEcho { return first }
        // "i turned the key but it does not crank": what follows is of the question, too.
        let telling = first.filter(isTelling)
        let isAligned = !telling.isEmpty && telling.allSatisfy(isOfQuestion)
        let isOneSentence = words.sentences[first.upperBound] == words.sentences[first.lowerBound]
        return isAligned && isOneSentence && !rest.contains(where: isOfQuestion) ? first : nil
    }

    /// The "yes" or "no" with which a later clause begins.
    private func opening(at start: Int) -> PhraseHit? {
        let mayBegin =
            words.items[start].classes.contains(.negation)
            || hits.contains { $0.range.lowerBound == start }
        return mayBegin ? restarted(at: start).opening : nil
    }

    /// A verb of the question by which a clause ends: "we do" in "we do we just dont have any heat", "yeah i did" before
    /// "and since then".
    private var echoingClause: Range<Int>? {
        let yes = opening.flatMap { $0.mark == .yes ? $0 : nil }
        guard
            let echo = hits.first(where: { hit in
                hit.mark == .echoesYes
                    && hit.range.lowerBound == yes?.range.upperBound ?? area.lowerBound
            }), echo.range.upperBound < area.upperBound
        else { return nil }
        let isRepeated =
            words.stems[echo.range.upperBound] == words.stems[echo.range.lowerBound]
        let isFollowed = yes != nil && words.meanings[echo.range.upperBound] == .and
        return isRepeated || isFollowed ? area.lowerBound..<echo.range.upperBound : nil
    }

    /// The answer to whether something is only so: "too" denies it, and the question's words after "only" affirm it.
    func restricted(_ asked: ListeningNode) -> Polarity? {
        guard asked.wording.isRestricted, opening == nil else { return nil }
        let all = hits.first { hit in
            (hit.mark == .inclusive || hit.mark == .always) && area.contains(hit.range)
                && !negations.standBefore(hit.range, reach: 1)
        }
        if let all, words.sentences.last == 0 {
            return Polarity(
                isYes: false,
                confidence: Self.restrictionConfidence,
                range: all.range
            )
        }
        let only = area.first { words.items[$0].classes.contains(.restriction) }
        guard let only, !negations.standBefore(only..<only + 1, reach: only),
            (only + 1..<area.upperBound).contains(where: isOfQuestion)
        else { return nil }
        return Polarity(
            isYes: true,
            confidence: Self.restrictionConfidence,
            range: only..<only + 1
        )
    }

    /// How many words may stand between two negations, and before what both deny.
    private static let negationReach = 3

    /// Yes where two negations stand before a word of the question: "i dont think it isnt plugged in".
    ///
    /// One of them may be the question's own: "i dont see a no signal message".
    func twiceDenied(_ asked: ListeningNode) -> Polarity? {
        // "not really" and "i dont think so" are a no by themselves, also where another negation follows.
        guard asked.wording.question?.denies != true, opening == nil,
            let first = negations.first(in: firstClause),
            let second = negations.first(in: first + 1..<firstClause.upperBound),
            second - first <= Self.negationReach, !(first..<second).contains(where: isTelling),
            words.sentences[first] == words.sentences[second],
            let asked = firstClause.first(where: isOfQuestion), asked > second,
            asked - second <= Self.negationReach
        else { return nil }
        return Polarity(
            isYes: true,
            confidence: Self.doubleConfidence,
            range: first..<asked + 1
        )
    }

    /// Whether a word carries meaning of its own.
    func isTelling(_ index: Int) -> Bool { words.items[index].isContent }

    /// Whether it does and belongs to no phrase that was found.
    func isTellingAlone(_ index: Int) -> Bool {
        isTelling(index) && !hits.contains { $0.range.contains(index) }
    }

    func isOfQuestion(_ index: Int) -> Bool {
        isTelling(index) && askedWords.contains(words.stems[index])
    }
}
