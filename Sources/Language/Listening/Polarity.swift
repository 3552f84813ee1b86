internal import Messages

/// Whether something was affirmed, and how sure that is.
struct Polarity {
    var isYes: Bool
    var confidence: Double
    var range: Range<Int>
    /// Whether only a verb or a negation told it, which what is said of the matter outweighs.
    var isEcho = false
}

extension Reading {
    /// The answer to a question with two sides: yes or no, pass or fail, fixed or not fixed; beside them a third,
    /// when it could not be done.
    func polar(_ asked: ListeningNode) -> FoundValue? {
        let ids = Self.sides(of: asked.valueKind)
        let matches = optionMatches(asked).filter { $0.match.isFull || $0.match.score >= 0.5 }
        if let unable = ids.unable, let found = self.unable(unable, asked, matches) { return found }
        let said = side(matches, ids: ids)
        let spoken = polarity(for: asked.valueKind)
        let ruled = combined(said, spoken)
        // A number beside a bound is reckoned; the model would only guess.
        let reckoned = ruled == nil ? bounded(asked) : nil
        guard var side = reckoned ?? weighed(ruled, asked) else { return nil }
        // "it started but died right away": nobody is let go on that.
        if asked.valueKind == .fix, side.isYes, !isSo(side.range, until: [.lapses]) {
            side.confidence = min(side.confidence, 0.5)
        }
        return FoundValue(
            value: value(ofSide: side.isYes ? ids.yes : ids.no, asked),
            confidence: side.confidence,
            range: side.range
        )
    }

    /// The ids of the sides of a kind of question.
    private static func sides(of kind: ValueKind) -> (yes: String, no: String, unable: String?) {
        switch kind {
        case .check: ("pass", "fail", "not-possible")
        case .fix: ("fixed", "not-fixed", "unable")
        default: ("yes", "no", nil)
        }
    }

    /// The value of the side that says yes.
    func affirming(_ node: ListeningNode) -> FactValue {
        value(ofSide: Self.sides(of: node.valueKind).yes, node)
    }

    private func value(ofSide id: String, _ asked: ListeningNode) -> FactValue {
        if let option = asked.options.first(where: { $0.id == id }) {
            return value(of: option, kind: asked.valueKind)
        }
        return FactValue(kind: asked.valueKind, key: id, text: id)
    }

    /// Whether the third side is meant: it could not be done.
    private func unable(_ id: String, _ asked: ListeningNode, _ matches: [OptionMatch])
        -> FoundValue?
    {
        let best = matches.first
        if let best, best.option.id == id, !best.match.isNegated, !isBareNegation(best.match) {
            return FoundValue(
                value: value(of: best.option, kind: asked.valueKind),
                confidence: best.match.score,
                range: best.match.range
            )
        }
        // What the node's own phrases say in full is surer than the language's.
        if let best, best.match.isFull, !best.match.isNegated { return nil }
        let hit = hits.first { hit in
            // Who refuses a guide's steps did not take them.
            (hit.mark == .unable || hit.mark == .declines && asked.valueKind == .fix)
                && area.contains(hit.range)
        }
        guard let hit else { return nil }
        return FoundValue(value: value(ofSide: id, asked), confidence: 0.85, range: hit.range)
    }

    /// Whether nothing but a negation was said of a phrase: "immer noch nicht" is not "das kann ich nicht".
    private func isBareNegation(_ match: PatternMatch) -> Bool {
        !match.isFull
            && words.items[match.range].allSatisfy {
                !$0.classes.isDisjoint(with: [.negation, .common])
            }
    }

    /// The side that the node's own phrases tell; a denied phrase tells the other one.
    private func side(
        _ matches: [OptionMatch],
        ids: (yes: String, no: String, unable: String?)
    ) -> Polarity? {
        let sided = matches.filter { $0.option.id == ids.yes || $0.option.id == ids.no }
        guard let best = sided.first else { return nil }
        let isYes = (best.option.id == ids.yes) != best.match.isNegated
        var confidence = best.match.isNegated ? min(best.match.score, 0.8) : best.match.score
        for other in sided.dropFirst() {
            let saysYes = (other.option.id == ids.yes) != other.match.isNegated
            if saysYes == isYes { continue }
            let isInside =
                best.match.range.contains(other.match.range)
                && best.match.telling > other.match.telling
            if !isInside, best.match.score - other.match.score < 0.1 {
                confidence = min(confidence, 0.5)
            }
        }
        return Polarity(isYes: isYes, confidence: confidence, range: best.match.range)
    }

    /// The most words between what was said and a "no" that takes it back.
    private static let takeBackReach = 2

    /// Whether a "no" stands shortly behind what was said: "its back oh no its gone again".
    private func takesBack(_ word: Polarity, _ said: Polarity) -> Bool {
        said.isYes
            && (0...Self.takeBackReach).contains(word.range.lowerBound - said.range.upperBound)
            && hits.contains { $0.mark == .no && $0.range == word.range }
    }

    private func combined(_ said: Polarity?, _ spoken: Polarity?) -> Polarity? {
        guard var side = said else { return spoken }
        guard let spoken else { return side }
        if side.isYes == spoken.isYes {
            side.confidence = max(side.confidence, spoken.confidence)
            return side
        }
        // "it doesnt have a cable" denies what its words say, whatever the verb answers by itself.
        if spoken.isEcho { return side }
        if takesBack(spoken, side) {
            return Polarity(isYes: false, confidence: 0.55, range: spoken.range)
        }
        // "no" and then a phrase of the other side: one of them is misheard or means something else.
        if side.confidence >= 0.85 {
            side.confidence = spoken.confidence >= 0.85 ? 0.55 : side.confidence * 0.9
            return side
        }
        return spoken.confidence >= side.confidence ? spoken : side
    }

    // MARK: What the language itself tells

    /// Yes or no by the language's own words.
    private func polarity(for kind: ValueKind) -> Polarity? {
        let statement = statement(for: kind)
        guard var word = yesOrNo() else { return statement }
        if word.isYes, !word.isEcho, let asked = context.asked, tellsMore(of: asked) {
            word = afterCompliance(word)
        }
        guard let statement, statement.isYes != word.isYes else { return word }
        if takesBack(word, statement) {
            return Polarity(isYes: false, confidence: 0.55, range: word.range)
        }
        // "yeah it doesnt connect", "no it works fine": for a test, what is stated counts.
        if kind == .yesNo {
            return Polarity(isYes: word.isYes, confidence: 0.55, range: word.range)
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
    private func yesOrNo() -> Polarity? {
        guard !has(.wait) else { return nil }
        let words = hits.filter { hit in
            (hit.mark == .yes || hit.mark == .no) && area.contains(hit.range) && !isSpokenFor(hit)
        }
        guard let first = words.first else { return echo() }
        var isYes = first.mark == .yes
        var confidence = first.range.lowerBound <= area.lowerBound + 1 ? 0.95 : 0.8
        if isYes, isDenied(first.range, reach: 2) {
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
            let isNear = other.range.lowerBound < first.range.upperBound + 1
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

    /// What is stated: "it works fine", "it still fails", "i never did".
    private func statement(for kind: ValueKind) -> Polarity? {
        if has(.doesNotKnow) || has(.declines) { return nil }
        let good: [PhraseMark] = kind == .fix ? [.fixed, .worksNow] : [.works, .fixed, .worksNow]
        let relevant = hits.filter { hit in
            (good.contains(hit.mark) || hit.mark == .fails) && area.contains(hit.range)
        }
        if let hit = relevant.last {
            let isGood = hit.mark != .fails
            let isDenied =
                isDenied(hit.range, reach: 2)
                || words.isDeniedBehind(hit.range, except: consumed)
            // Beside a plain question, that something works or fails may be another matter.
            let confidence = kind == .yesNo ? 0.55 : isDenied ? 0.8 : 0.88
            return Polarity(isYes: isGood != isDenied, confidence: confidence, range: hit.range)
        }
        // A negated statement denies what was asked.
        guard kind == .yesNo, !has(.wait),
            let index = area.first(where: { index in
                words.items[index].classes.contains(.negation)
                    && !consumed.contains { $0.contains(index) }
            })
        else { return nil }
        return Polarity(isYes: false, confidence: 0.65, range: index..<index + 1, isEcho: true)
    }

    /// Yes or no to a confirmation.
    func confirmationPolarity() -> Polarity? {
        if let word = yesOrNo() { return word }
        guard let hit = hits.first(where: { $0.mark == .acknowledges }), !has(.wait) else {
            return nil
        }
        return Polarity(isYes: true, confidence: 0.7, range: hit.range)
    }
}
