internal import Messages

/// Facts said beside the answer.
struct Volunteered {
    var facts: [Fact] = []
    /// The words of options among them.
    var options: [Range<Int>] = []
    /// Whether one of them replaces what was known.
    var corrects = false
    /// The words that replace it.
    var corrected: [Range<Int>] = []
}

extension Reading {
    /// How far a value may stand from the cue that names its fact, in words.
    static let cueReach = 5

    /// How sure a value is at most that only a cue names.
    static let cuedConfidence = 0.88

    /// Facts of open nodes, and new values of known ones.
    ///
    /// A wrong skip is worse than a question, so only what stands there in full is taken.
    func volunteered(
        _ entities: [AssignedEntity],
        answer: FoundValue?
    ) throws -> Volunteered {
        var result = Volunteered()
        let matcher = matcher
        let threshold = Double(context.volunteerThreshold)
        func isTaken(_ key: String) -> Bool {
            key == context.asked?.fact || result.facts.contains { $0.key == key }
        }
        func take(_ found: FoundValue?, _ node: ListeningNode) -> Bool {
            guard let found, found.confidence >= threshold, !isTaken(node.fact) else {
                return false
            }
            result.facts.append(fact(found, of: node, quote: found.range))
            if node.valueKind == .choice { result.options.append(found.range) }
            return true
        }
        for one in entities where one.node.fact != context.asked?.fact {
            let isKnown = isKnown(one.node)
            if isSpelled(one.entity.range, answer) { continue }
            if isKnown, !one.isCued, !one.isInstead,
                !correctionSpans.contains(where: { $0.contains(one.entity.range) })
            {
                continue
            }
            if !isKnown, !one.node.volunteered { continue }
            if take(try value(of: one), one.node), isKnown {
                result.corrects = true
                result.corrected.append(one.range)
            }
        }
        let later = repairs.reversed().map { restarted(at: $0.range.upperBound) }
        for place in context.open.indices where context.open[place].volunteered {
            let node = context.open[place]
            if node === context.asked { continue }
            let found = volunteeredValue(of: node, matcher, after: later)
            // One amount or day is not that of two facts, and "tomorrow at nine for an hour" is none of the past.
            if let found, let answer, let asked = context.asked,
                asked.valueKind == .windows && node.valueKind == .date
                    || Self.isMeasured(asked) && Self.isMeasured(node)
                        && found.range.overlaps(answer.range)
            {
                continue
            }
            _ = take(found, node)
        }
        if !context.known.isEmpty {
            for one in try corrections(answer: answer) where take(one.found, one.node) {
                result.corrects = true
                result.corrected.append(one.found.range)
            }
        }
        for node in try takenBack(isAnswered: answer != nil || !result.facts.isEmpty)
        where !isTaken(node.fact) {
            result.facts.append(
                Fact(
                    key: node.fact,
                    provenance: Provenance(
                        source: .said,
                        quote: words.quote(words.all),
                        confidence: Float(Self.cuedConfidence)
                    ),
                    notObtained: .takenBack
                )
            )
            result.corrects = true
            // All that is said belongs to it: "no its not red after all" answers nothing else.
            result.corrected.append(area)
        }
        if !result.corrects, let settled = context.settled {
            result.corrects = relapse(of: settled).map { take($0, settled) } ?? mayRelapse
        }
        if let answer, let asked = context.asked, isKnown(asked), !answer.range.isEmpty {
            result.corrects = result.corrects || marksCorrection
        }
        return result
    }

    /// Whether a test or a fix is told by words that are the option of another question, and said of something else: "the vpn
    /// client says connection timed out" for "do websites load?".
    func isOfOption(_ answer: FoundValue, _ volunteered: Volunteered) -> Bool {
        guard let asked = context.asked, asked.hasTwoSides,
            let option = volunteered.options.first(where: { $0.contains(answer.range) })
        else { return false }
        return (area.lowerBound..<option.lowerBound).contains { index in
            isTellingAlone(index) && !asked.wording.sayStems.contains(words.stems[index])
                && !asked.mentions([words.stems[index]])
        }
    }

    /// That what a test or fix had settled is no longer so, or never was: "no it still doesnt work".
    private func relapse(of settled: ListeningNode) -> FoundValue? {
        let said = behindVerdict
        if settled.valueKind == .choice {
            guard question == nil, var other = said.fullOption(of: settled, said.matcher) else {
                return nil
            }
            other.confidence = max(other.confidence, Self.relapseConfidence)
            return other
        }
        guard settled.hasTwoSides, !settled.fact.isEmpty else { return nil }
        guard question == nil, !said.area.isEmpty,
            let side = said.statement(for: settled.valueKind), !side.isYes,
            // "my phone doesnt work either" is another matter.
            !said.hits.contains(where: { $0.mark == .inclusive && area.contains($0.range) }),
            said.area.allSatisfy({ index in
                !said.isTellingAlone(index) || side.range.contains(index)
                    || words.items[index].classes.contains(.boundary)
                    || settled.wording.sayStems.contains(words.stems[index])
                    || words.items[index].classes.contains(.everyday)
                    // When it came back: "no it dropped again just now".
                    || words.meanings[index] != nil
            })
        else { return nil }
        return FoundValue(
            value: denying(settled),
            confidence: side.confidence,
            range: side.range
        )
    }

    /// How sure it is what the issue is now, where it was gone.
    private static let relapseConfidence = 0.84

    /// What stands behind the "yes" or "no" with which the customer begins.
    private var behindVerdict: Reading {
        opening.map { restarted(at: $0.range.upperBound) } ?? self
    }

    /// Whether it may be taken back that the issue is gone, without a new result: "no it dropped again", "it isnt".
    ///
    /// What else fails is another matter.
    private var mayRelapse: Bool {
        let said = behindVerdict
        let area = said.area
        guard question == nil, !area.isEmpty,
            !said.hits.contains(where: { $0.mark == .inclusive || $0.mark == .more })
        else { return false }
        let side = said.statement(for: .check)
        if let side, side.isYes { return false }
        let isAgain = said.has(.again)
        guard side != nil || !said.has(.thanks) else { return false }
        let isDenied = said.hits.contains { hit in
            hit.mark == .echoesNo
                && !words.items[hit.range].contains { $0.classes.contains(.speaker) }
                && !(hit.range.upperBound..<area.upperBound).contains(where: said.isTelling)
        }
        let isTold =
            side != nil || isAgain || isDenied
            || [.gone, .since, .continues].contains(where: said.has)
        return isTold
            && (isAgain
                || area.allSatisfy { index in
                    !said.isTellingAlone(index) || words.meanings[index] != nil
                        || !words.items[index].classes.isDisjoint(with: [
                            .everyday, .boundary, .vague,
                        ])
                        || (context.known + context.open).contains { node in
                            node.wording.sayStems.contains(words.stems[index])
                                || node.mentions([words.stems[index]])
                        }
                })
    }

    /// Whether what is said is wished or supposed, and not so: "maybe i need a new router".
    func isWished(_ range: Range<Int>) -> Bool {
        hits.contains { hit in
            (hit.mark == .wishes || hit.mark == .unsure) && hit.range.upperBound <= range.lowerBound
                && !(hit.range.upperBound..<range.lowerBound).contains(where: isTelling)
        }
    }

    private static func isMeasured(_ node: ListeningNode) -> Bool {
        switch node.valueKind {
        case .number, .version, .duration, .frequency, .date: true
        default: false
        }
    }

    /// Whether a name is a part of an address or a serial number that was spelled: "kim at bosch dot com".
    private func isSpelled(_ range: Range<Int>, _ answer: FoundValue?) -> Bool {
        guard let answer, let asked = context.asked, asked.valueKind == .text else { return false }
        return asked.textForm != .unspecified && answer.range.contains(range)
    }

    private func isKnown(_ node: ListeningNode) -> Bool {
        context.known.contains { $0.fact == node.fact }
    }

    /// Whether something may be taken back.
    ///
    /// "sorry" does so only before a value.
    var marksCorrection: Bool {
        hits.contains { hit in
            hit.mark == .correction
                || hit.mark == .softCorrection && hit.range.upperBound < words.count
        }
    }

    /// A value of an open node.
    ///
    /// - Parameter later: What stands behind the words that take something back, the last first.
    private func volunteeredValue(
        of node: ListeningNode,
        _ matcher: PatternMatcher,
        after later: [Reading]
    ) -> FoundValue? {
        switch node.valueKind {
        case .choice, .yesNo, .check, .fix:
            // "it was refused or no it timed out".
            (fullOption(of: node, matcher)
                ?? later.lazy.compactMap { $0.fullOption(of: node, $0.matcher) }.first)
                .flatMap { isWished($0.range) ? nil : $0 }
        case .date: node.cuePatterns.ranges.isEmpty ? repairedSince(of: node) : cuedDate(of: node)
        case .number, .version, .duration, .frequency: cuedMeasure(of: node)
        case .text: cuedSpelling(of: node)
        case .entity, .windows, .unspecified: nil
        }
    }

    /// An address or a serial number that stands after words which name its fact.
    private func cuedSpelling(of node: ListeningNode) -> FoundValue? {
        guard node.textForm != .unspecified else { return nil }
        let matcher = matcher
        for cue in node.cuePatterns.ranges.indices {
            guard let match = matcher.full(node.cuePatterns, cue), !match.isNegated,
                match.range.upperBound < area.upperBound
            else { continue }
            let near = narrowed(to: match.range.upperBound..<area.upperBound)
            if let found = near.spelled(node) { return found }
        }
        return nil
    }

    /// The one option of which a phrase stands there in full; nil when two do.
    func fullOption(of node: ListeningNode, _ matcher: PatternMatcher) -> FoundValue? {
        guard words.bits.mayShare(node.optionBits) else { return nil }
        var best: (place: Int, match: PatternMatch)?
        var isAmbiguous = false
        for place in node.optionPatterns.indices {
            let patterns = node.optionPatterns[place]
            for pattern in patterns.ranges.indices
            where patterns.mayStand(pattern, among: words.bits) {
                guard let match = matcher.full(patterns, pattern),
                    !match.isNegated, isSo(match.range, until: .gone), !isOfOthers(match.range),
                    !isSupposed(match.range)
                else { continue }
                guard let current = best else {
                    best = (place, match)
                    continue
                }
                if match.telling > current.match.telling {
                    isAmbiguous =
                        current.place != place && !match.range.contains(current.match.range)
                    best = (place, match)
                } else if current.place != place,
                    !current.match.range.contains(match.range)
                        || current.match.telling == match.telling
                {
                    isAmbiguous = true
                }
            }
        }
        guard let best, !isAmbiguous, !isExcepted(from: best.match.range) else { return nil }
        // One telling word is too little to skip a question for.
        let confidence = best.match.telling > 1 ? best.match.score : min(best.match.score, 0.75)
        return FoundValue(
            value: value(of: node.options[best.place], kind: node.valueKind),
            confidence: confidence,
            range: best.match.range
        )
    }

    /// A number or a version whose fact is named beside it: "version four point two".
    private func cuedMeasure(of node: ListeningNode) -> FoundValue? {
        let matcher = matcher
        for cue in node.cuePatterns.ranges.indices {
            guard let match = matcher.full(node.cuePatterns, cue), !match.isNegated else {
                continue
            }
            guard var found = measure(of: node, beside: match.range) else { continue }
            found.confidence = min(found.confidence, Self.cuedConfidence)
            found.range =
                min(
                    match.range.lowerBound,
                    found.range.lowerBound
                )..<max(match.range.upperBound, found.range.upperBound)
            return found
        }
        return nil
    }

    /// A value that ends where a cue begins ("one bar"), else one after it.
    private func measure(of node: ListeningNode, beside cue: Range<Int>) -> FoundValue? {
        var near = narrowed(
            to: max(area.lowerBound, cue.lowerBound - Self.cueReach)..<cue.upperBound
        )
        if let found = near.measure(of: node),
            cue.contains(found.range.upperBound)
                || found.range.upperBound == cue.upperBound, found.range.lowerBound < cue.lowerBound
        {
            return found
        }
        near = narrowed(to: cue.lowerBound..<min(area.upperBound, cue.upperBound + Self.cueReach))
        guard let found = near.measure(of: node), !near.countsOther(found, than: node) else {
            return nil
        }
        return found
    }

    /// Whether a number counts something else than what was asked: "one bar and drops ten times a day", "about two minutes".
    func countsOther(_ found: FoundValue, than node: ListeningNode) -> Bool {
        guard node.valueKind == .number,
            node.wording.unit.map({ !words.stems[found.range].contains($0) }) ?? true
        else { return false }
        return [times.frequency()?.range, times.duration()?.range]
            .contains { $0?.overlaps(found.range) == true }
    }

    private func measure(of node: ListeningNode) -> FoundValue? {
        switch node.valueKind {
        case .number: number(of: node)
        case .version: version()
        case .duration: duration()
        case .frequency: frequency()
        default: nil
        }
    }
}
