internal import Messages

extension Reading {
    /// Yes or no by the language's own words.
    func polarity(for kind: ValueKind) -> Polarity? {
        let statement = statement(for: kind)
        guard var word = yesOrNo() else { return statement }
        if word.isYes, !word.isEcho, let asked = context.asked, tellsMore(of: asked) {
            word = afterCompliance(word)
        }
        // "yeah it wont turn on": the yes only begins, and what was asked is denied.
        if word.isYes, !word.isEcho, kind != .yesNo,
            let denied = negations.first(in: firstClause), deniesAsked(denied..<denied + 1),
            (denied + 1..<firstClause.upperBound).contains(where: isTelling)
        {
            return Polarity(isYes: false, confidence: 0.6, range: denied..<denied + 1)
        }
        guard let statement else { return word }
        guard statement.isYes != word.isYes else {
            // "yes it was off it works now": what is stated is surer than a "yes" that may speak of something else.
            return statement.confidence > word.confidence ? statement : word
        }
        if takesBack(word, statement) {
            return Polarity(isYes: false, confidence: 0.55, range: word.range)
        }
        // "yeah it doesnt connect", "no it works fine": for a test, what is stated counts.
        if kind == .yesNo {
            // "yeah we have no garage": nothing is denied of what was asked.
            if word.isYes, statement.isEcho, !deniesAsked(statement.range) { return word }
            return Polarity(
                isYes: word.isYes,
                confidence: Self.besideThePoint,
                range: word.range
            )
        }
        return Polarity(isYes: statement.isYes, confidence: 0.55, range: statement.range)
    }

    /// A "yes" beside which more is told may be no result; a "no" after it is one: "yeah i did all that and no".
    private func afterCompliance(_ yes: Polarity) -> Polarity {
        let later = hits.last { $0.mark == .no && area.contains($0.range) && !isSpokenFor($0) }
        guard let later else {
            return Polarity(
                isYes: true,
                confidence: min(yes.confidence, 0.5),
                range: yes.range
            )
        }
        return Polarity(isYes: false, confidence: 0.6, range: later.range)
    }

    /// "yes", "nope", "not really": those at the beginning count most.
    func yesOrNo() -> Polarity? {
        guard !has(.wait) else { return nil }
        // "one more thing" affirms that there is something else.
        if context.settled != nil, let more = hits.first(where: { $0.mark == .more }) {
            return Polarity(isYes: true, confidence: 0.95, range: more.range)
        }
        let words = hits.filter { hit in
            hit.mark.isYesOrNo && area.contains(hit.range) && !isSpokenFor(hit)
        }
        guard let first = words.first else { return echo() }
        var isYes = first.mark == .yes
        var confidence = first.range.lowerBound <= area.lowerBound + 1 ? 0.95 : 0.8
        // "das stimmt so nicht".
        if isYes,
            negations.standBefore(first.range, reach: 2)
                || first.range.lowerBound > area.lowerBound && negations.standBehind(first.range)
        {
            isYes = false
            confidence = 0.75
        }
        // "yeah no" means no, "no yeah" means yes.
        if words.count > 1, words[1].range.lowerBound == first.range.upperBound,
            words[1].mark != first.mark
        {
            isYes = words[1].mark == .yes
            confidence = 0.7
        } else if let other = words.first(where: { $0.mark != first.mark }) {
            // What comes much later is about something else.
            let isNear = other.range.lowerBound <= first.range.upperBound + 1
            confidence = min(confidence, isNear ? 0.55 : 0.82)
        }
        return Polarity(isYes: isYes, confidence: confidence, range: first.range)
    }

    /// Whether a "no" belongs to a phrase that is an act: "no idea".
    private func isSpokenFor(_ hit: PhraseHit) -> Bool {
        if has(.doesNotKnow) || has(.declines) { return true }
        return hits.contains { other in
            switch other.mark {
            case .correction, .wantsPerson, .thanks:
                other.range.overlaps(hit.range)
            default: false
            }
        }
    }

    /// How sure it is what a fix came to that is told by what is usual after tests: "its fine", "it still stutters".
    private static let resultConfidence = 0.65
    /// How sure it is when nothing more is said than "good".
    private static let exclamationConfidence = 0.5

    /// What a fix came to by words that tell less than that it helped.
    private func afterFix() -> Polarity? {
        func hit(_ mark: PhraseMark) -> PhraseHit? {
            hits.last { $0.mark == mark && area.contains($0.range) }
        }
        if let good = hit(.works), !negations.deny(good.range, reach: 2) {
            let isAlone = area.allSatisfy { index in
                hits.contains { hit in
                    hit.range.contains(index)
                        && (hit.mark == .works && hit.range.count == 1
                            || hit.mark == .acknowledges || hit.mark == .thanks)
                }
            }
            // "it worked for a second", "it works but only here".
            let isLimited = (good.range.upperBound..<area.upperBound).contains { index in
                words.items[index].classes.contains(.boundary) || words.meanings[index] == .during
            }
            // "great hang on" says nothing of what the fix will come to.
            let isDoubtful = isAlone || isLimited || has(.wait) || hit(.continues) != nil
            return Polarity(
                isYes: true,
                confidence: isDoubtful ? Self.exclamationConfidence : Self.resultConfidence,
                range: good.range
            )
        }
        if has(.wait) { return nil }
        // Who has taken the steps before calls because they did not help; nobody has said so.
        if let before = hit(.alreadyDone) {
            return Polarity(
                isYes: false,
                confidence: Self.exclamationConfidence,
                range: before.range
            )
        }
        return hit(.continues).map { still in
            Polarity(isYes: false, confidence: Self.resultConfidence, range: still.range)
        }
    }

    /// How sure it is what is stated by a denial of the contrary.
    private static let deniedConfidence = 0.82

    /// What is stated: "it works fine", "it still fails", "i never did".
    func statement(for kind: ValueKind) -> Polarity? {
        if has(.doesNotKnow) || has(.declines) { return nil }
        let good: [PhraseMark] = kind == .fix ? [.fixed, .worksNow] : [.works, .fixed, .worksNow]
        let relevant = hits.filter { hit in
            (good.contains(hit.mark) || hit.mark == .fails) && area.contains(hit.range)
        }
        if let hit = relevant.last {
            let isGood = hit.mark != .fails
            let isDenied =
                negations.deny(hit.range, reach: 2)
            // Beside a plain question, that something works or fails may be another matter.
            let confidence =
                kind == .yesNo
                ? Self.besideThePoint
                // "great hang on" says nothing of what the test will come to.
                : isGood && has(.wait)
                    ? Self.exclamationConfidence : isDenied ? Self.deniedConfidence : 0.88
            return Polarity(isYes: isGood != isDenied, confidence: confidence, range: hit.range)
        }
        if kind == .fix { return afterFix() }
        // A negated statement denies what was asked.
        guard kind == .yesNo, !has(.wait),
            let index = negations.first(in: area)
        else { return nil }
        // Without a model nothing else tells whether it is what was asked that is denied.
        let isSure = words.language.answers != nil || deniesAsked(index..<index + 1)
        return Polarity(
            isYes: false,
            confidence: isSure ? 0.65 : Self.besideThePoint,
            range: index..<index + 1,
            basis: .echo
        )
    }
}
