internal import Messages

extension Reading {
    /// How sure an option is that was told by its place in the question, or by denying the only other one.
    private static let indirectConfidence = 0.75
    /// In how many words from the beginning of an option it may be said that it is fine.
    private static let fineReach = 3

    /// The option that was said, and how sure it is beside the others.
    func choice(_ node: ListeningNode) -> FoundValue? {
        // "no new router" denies it.
        if context.confirming == nil, let no = opening, no.mark == .no, no.range.count == 1,
            let bare = withoutDeterminer(no, alone: false)
        {
            return bare.choice(node)
        }
        let all = optionMatches(node)
        var matches = ofWhatIsAsked(meant(all))
        // "not really we did change the provider".
        if matches.count > 1, has(.no),
            matches.contains(where: { $0.match.isFull && !isOnlyNo($0.match.range) })
        {
            matches.removeAll { isOnlyNo($0.match.range) }
        }
        if let both = alternating(all, node) { return both }
        if isUndecided(matches) || asksWhichThing && matches.first?.match.isFull != true {
            return nil
        }
        if let restricted = node.restrictedOption {
            if isRestFine(besides: matches.first, node, restricted) { return nil }
            if matches.first?.match.isFull != true,
                let told = ofOneOrMore(node, restricted, beside: all)
            {
                return told
            }
        }
        guard let best = matches.first else {
            return left(all, of: node) ?? (all.isEmpty ? placed(node) ?? exemplified(node) : nil)
        }
        if isOnlyNo(best.match.range) {
            let rest = restarted(at: best.match.range.upperBound)
            if let later = rest.choice(node), later.value.key != best.option.id { return later }
        }
        var confidence = best.match.score
        if isQualified(best.match.range, node, beside: all) { confidence = min(confidence, 0.5) }
        for other in matches.dropFirst() {
            let isInside =
                best.match.isFull && best.match.range.contains(other.match.range)
                && best.match.telling > other.match.telling
            if isInside { continue }
            let distance = best.match.score - other.match.score
            if other.match.isFull == best.match.isFull, distance < 0.1 {
                confidence = min(confidence, 0.5)
            } else if distance < 0.25 {
                confidence = min(confidence, best.match.score * 0.85)
            }
        }
        if isOfAnother(best.match.range, node, beside: all) || isReported(best.match.range) {
            confidence = min(confidence, 0.5)
        }
        if isWished(best.match.range) { confidence = min(confidence, 0.5) }
        if hits.contains(where: { $0.mark == .works && best.match.range.overlaps($0.range) }),
            !isSo(best.match.range, until: .lapses) || isOfOther(best.match.range, node)
        {
            confidence = min(confidence, 0.5)
        }
        // "my phone works" does not tell which one fails, "i saw it on my phone wait i look" not yet.
        if !best.match.isFull, isFine(best.match.range) || isSearched(after: best.match.range) {
            return nil
        }
        if isExcepted(from: best.match.range) { confidence = min(confidence, 0.5) }
        // Beside a question back some words of an option are no answer: "a rule what do you mean a rule".
        if question != nil, !best.match.isFull { confidence = min(confidence, 0.5) }
        guard confidence >= 0.2 else { return nil }
        return FoundValue(
            value: value(of: best.option, kind: node.valueKind),
            confidence: confidence,
            range: best.match.range
        )
    }

    /// Whether something is excepted from an option: "everything except my phone".
    func isExcepted(from range: Range<Int>) -> Bool {
        hits.contains { hit in
            hit.mark == .excepts && hit.range.upperBound > range.lowerBound
                && !(range.upperBound..<max(range.upperBound, hit.range.lowerBound)).contains {
                    words.meanings[$0] == .and
                }
        }
    }

    /// The options that are said to be so: not those that are denied, that were so before, or that are fine.
    private func meant(_ all: [OptionMatch]) -> [OptionMatch] {
        var matches = all.map { one in
            // "its white ah no blue": the "no" takes back what stands before it.
            var one = one
            let earlier = all.contains { other in
                !other.match.isNegated && isTakenBack(other.match.range, right: one.match.range)
            }
            if one.match.isFull, earlier { one.match.isNegated = false }
            return one
        }
        matches.removeAll(where: \.match.isNegated)
        guard matches.count > 1 else { return matches }
        // "it used to be green but now it is red", "the colors are fine, black is missing".
        if matches.contains(where: { !isFormer($0.match.range) }) {
            matches.removeAll { isFormer($0.match.range) }
        }
        // "its normally green now its red".
        if matches.contains(where: { !isReported($0.match.range) }) {
            matches.removeAll { isReported($0.match.range) }
        }
        if matches.contains(where: { !isFine($0.match.range) }) {
            matches.removeAll { isFine($0.match.range) }
        }
        // "only my phone no all of them".
        matches = matches.filter { one in
            !matches.contains { later in
                later.match.isFull && later.option.id != one.option.id
                    && one.match.range.upperBound < later.match.range.lowerBound
                    && takesBack(between: one.match.range.upperBound..<later.match.range.lowerBound)
            }
        }
        return matches
    }

    /// Whether a bare "no" between some words and others takes back the former.
    private func isTakenBack(_ range: Range<Int>, right later: Range<Int>) -> Bool {
        hits.contains { hit in
            hit.mark == .takesBack && hit.range.upperBound == later.lowerBound
                && (0...1).contains(hit.range.lowerBound - range.upperBound)
        }
    }

    /// Whether it is asked which of several things is meant, and nothing is said of any: "which light there are so many".
    private var asksWhichThing: Bool {
        let start = Self.begin(of: hits, start: area.lowerBound)
        return hits.contains { $0.mark == .questionWord && $0.range.lowerBound == start }
    }

    /// Whether an option is told by no more than a "no" with which the customer begins: "not really we did switch".
    private func isOnlyNo(_ range: Range<Int>) -> Bool {
        range.upperBound < area.upperBound
            && range.lowerBound == Self.begin(of: hits, start: area.lowerBound)
            && hits.contains { $0.mark == .no && $0.range.contains(range) }
    }

    /// Whether more is told behind a bare "no", or behind a "but", of which nothing is known: it may take back the option
    /// before it.
    private func isQualified(
        _ range: Range<Int>,
        _ node: ListeningNode,
        beside others: [OptionMatch]
    ) -> Bool {
        let rest = range.upperBound..<area.upperBound
        // "the internet light is red but power is green".
        if others.contains(where: { $0.match.isFull && rest.contains($0.match.range) }) {
            return false
        }
        let start =
            isOnlyNo(range)
            ? rest.lowerBound : rest.first { words.items[$0].classes.contains(.boundary) }
        guard let start else { return false }
        return (start..<rest.upperBound).contains { index in
            isUnexplained(index) && !node.mentions([words.stems[index]])
        }
    }

    /// Of several options those that are said of what was asked, where others are said of something else: "the power light is
    /// green but the internet one is off".
    private func ofWhatIsAsked(_ matches: [OptionMatch]) -> [OptionMatch] {
        guard matches.count > 1 else { return matches }
        // Some words of an option may be no more than the name of the thing.
        let said = matches.filter(\.match.isFull).map { words.stems[$0.match.range.upperBound - 1] }
        let about = matches.map { one -> (asked: Bool, other: Bool) in
            let start = one.match.range.lowerBound
            let end = (area.lowerBound..<start).last { said.contains(words.stems[$0]) }
            let before = end.map { $0 + 1 } ?? area.lowerBound
            let subject = (before..<max(before, start)).filter(isTellingAlone)
            return (subject.contains(where: isOfQuestion), !subject.allSatisfy(isOfQuestion))
        }
        guard about.contains(where: { $0.asked && !$0.other }) else { return matches }
        return zip(matches, about).filter { !$1.other }.map(\.0)
    }

    /// Whether something else than what was asked is said to be so: "its connected to the wifi", "the computer is connected".
    private func isOfOther(_ range: Range<Int>, _ node: ListeningNode) -> Bool {
        let next = range.upperBound
        let isLed = next < area.upperBound && words.meanings[next] == .to
        let before = (area.lowerBound..<range.upperBound)
        let behind = isLed ? next..<area.upperBound : next..<next
        return [before, behind].contains { part in
            part.contains { index in
                isTellingAlone(index) && !node.wording.sayStems.contains(words.stems[index])
                    && !node.mentions([words.stems[index]])
            }
        }
    }

    /// Whether another thing of the kind that was asked about is said to be so: "the power light is green".
    private func isOfAnother(
        _ range: Range<Int>,
        _ node: ListeningNode,
        beside others: [OptionMatch]
    ) -> Bool {
        let ends = others.filter(\.match.isFull).map(\.match.range.upperBound)
            .filter { $0 <= range.lowerBound }
        let clause = (area.lowerBound..<range.lowerBound).last { index in
            words.items[index].classes.contains(.boundary) || words.meanings[index] == .and
        }
        let start = max(ends.max() ?? area.lowerBound, clause ?? area.lowerBound)
        return (start..<range.upperBound).dropLast().contains { index in
            isOfQuestion(index + 1) && isTellingAlone(index)
                && !node.wording.sayStems.contains(words.stems[index])
                && !node.mentions([words.stems[index]])
        }
    }

    /// Whether the customer goes to look for more.
    private func isSearched(after range: Range<Int>) -> Bool {
        hits.contains { $0.mark == .wait && $0.range.lowerBound >= range.upperBound }
    }

    /// In how many words before an option it may be said that it is only so at other times.
    private static let reportReach = 2

    /// Whether something is said to be so at other times, or to have to be: "its usually green".
    private func isReported(_ range: Range<Int>) -> Bool {
        hits.contains { hit in
            hit.mark == .reports
                && (0...Self.reportReach).contains(range.lowerBound - hit.range.upperBound)
        }
    }

    private func isFine(_ range: Range<Int>) -> Bool {
        hits.contains { hit in
            (hit.mark == .works || hit.mark == .acknowledges) && !range.overlaps(hit.range)
                && (1...Self.fineReach).contains(hit.range.lowerBound - range.lowerBound)
                && !negations.standBefore(hit.range, reach: 2)
        }
    }

    /// Of two options, the one that is left when the other is denied: "not the white one".
    private func left(_ all: [OptionMatch], of node: ListeningNode) -> FoundValue? {
        let denied = all.filter { $0.match.isNegated && $0.match.range.contains(where: isTelling) }
        guard node.options.count == 2, let first = denied.first,
            // "no device works" leaves none.
            !isNone(before: first.match.range.lowerBound),
            !denied.dropFirst().contains(where: { $0.match.score >= first.match.score / 2 }),
            let denying = (area.lowerBound..<first.match.range.upperBound).last(where: {
                negations.first(in: $0..<$0 + 1) != nil
            }), !(denying..<max(denying, first.match.range.lowerBound)).contains(where: isTelling),
            let other = node.options.first(where: { $0.id != first.option.id })
        else { return nil }
        return FoundValue(
            value: value(of: other, kind: node.valueKind),
            confidence: Self.indirectConfidence,
            range: first.match.range
        )
    }

    /// Whether a word stands before another that says there is none of what it names.
    private func isNone(before index: Int) -> Bool {
        index > area.lowerBound && words.items[index - 1].classes.contains(.zero)
    }

    /// The option that was told by its place in the question: "the first one", "number two".
    private func placed(_ node: ListeningNode) -> FoundValue? {
        guard !isOnlyAct, negations.first(in: area) == nil else { return nil }
        let order = node.wording.optionOrder
        let places = area.filter { place(at: $0) != nil }
        guard places.count == 1, let place = place(at: places[0]), place != 0,
            isList(at: places[0]),
            let option = place < 0 ? order.last : order.dropFirst(place - 1).first,
            area.allSatisfy({ index in
                let item = words.items[index]
                return index == places[0] || item.kind == .number && item.number == 1
                    || !isTellingAlone(index)
            })
        else { return nil }
        return FoundValue(
            value: value(of: node.options[option], kind: node.valueKind),
            confidence: Self.indirectConfidence,
            range: places[0]..<places[0] + 1
        )
    }

    /// From which share of a question's answers words without a phrase are taken for what their examples say.
    private static let leastExemplified: Float = 0.6
    /// How sure that is: it is confirmed.
    private static let exemplifiedConfidence = 0.5

    /// The option whose examples are likest what was said.
    private func exemplified(_ node: ListeningNode) -> FoundValue? {
        guard let examples = node.examples, question == nil, !isOnlyAct,
            let likeliest = examples.likeliest(tokens(of: area)),
            likeliest.share >= Self.leastExemplified,
            let option = node.options.first(where: { $0.id == likeliest.key })
        else { return nil }
        return FoundValue(
            value: value(of: option, kind: node.valueKind),
            confidence: Self.exemplifiedConfidence,
            range: area
        )
    }

    /// Whether a place is said alone or with an article: not in "every last one", "first of all".
    private func isList(at index: Int) -> Bool {
        let isLed =
            index == area.lowerBound || words.items[index - 1].classes.contains(.article)
            || hits.contains { hit in
                hit.range.upperBound == index
                    && [.numbered, .acknowledges, .softCorrection].contains(hit.mark)
            }
        return isLed && times.meaning(index + 1) != .of
    }

    /// The place in a list that a word tells, -1 for the last: "second", "two" in "number two".
    private func place(at index: Int) -> Int? {
        let item = words.items[index]
        if item.kind == .ordinal { return Int(exactly: item.number) }
        if case .place(let place) = words.language.amount(of: item.word) { return place }
        let isNumbered = hits.contains { $0.mark == .numbered && $0.range.upperBound == index }
        return isNumbered && item.kind == .number ? Int(exactly: item.number) : nil
    }
}
