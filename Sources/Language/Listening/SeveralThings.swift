internal import Messages

/// Choices of which several are said: of things, and of states one after the other.
extension Reading {
    /// How sure it is that only one thing is meant that no phrase names, and that several are meant that are listed.
    private static let unnamedConfidence = 0.8
    private static let listedConfidence = 0.55
    /// In how many words behind a thing it may be said to be fine.
    private static let stillFineReach = 4

    /// Whether what stands behind "only" is what is fine, so that the rest is not: "only my phone still works".
    func isRestFine(besides best: OptionMatch?, _ node: ListeningNode, _ place: Int) -> Bool {
        guard let thing = area.last(where: { words.isRestricted($0) && isTelling($0) }),
            best == nil || best?.option.id == node.options[place].id
        else { return false }
        return hits.contains { hit in
            hit.mark == .works
                && (1...Self.stillFineReach).contains(hit.range.lowerBound - thing)
                && !negations.standBefore(hit.range, reach: 2)
                && negations.first(
                    in: hit.range.upperBound..<min(hit.range.upperBound + 1, area.upperBound)
                ) == nil
        }
    }

    /// One of two options where one is meant by any single thing behind an "only", and the other by several: "just the
    /// xbox", "phones laptop even the doorbell".
    func ofOneOrMore(_ node: ListeningNode, _ place: Int, beside all: [OptionMatch])
        -> FoundValue?
    {
        let things = node.optionPatterns[place]
        func found(_ option: Int, _ confidence: Double) -> FoundValue {
            FoundValue(
                value: value(of: node.options[option], kind: node.valueKind),
                confidence: confidence,
                range: area
            )
        }
        if hits.contains(where: { $0.mark == .works && area.contains($0.range) }) { return nil }
        let only = area.first { index in
            isUnexplained(index) && words.isRestricted(index) && index > area.lowerBound
                && !words.items[index - 1].classes.isDisjoint(with: [.article, .possessive])
        }
        if let only {
            let run = (only..<area.upperBound).prefix { isTelling($0) }
            let isAlone = area.allSatisfy { run.contains($0) || !isUnexplained($0) }
            guard isAlone, !negations.standBefore(only..<only + 1, reach: 3) else { return nil }
            return found(place, Self.unnamedConfidence)
        }
        guard !area.contains(where: words.isRestricted) else { return nil }
        var named: [WordHash] = []
        for index in area where things.restricts(words.stems[index]) {
            if !named.contains(words.stems[index]) { named.append(words.stems[index]) }
        }
        guard named.count > 1 || has(.inclusive) else { return nil }
        // Words of the option itself and several things make each other sure; so does what denies them all: "neither".
        let isSaid = all.contains { one in
            one.option.id == node.options[1 - place].id
                && (one.match.isFull || !one.match.isNegated)
        }
        let first = area.first { things.restricts(words.stems[$0]) } ?? area.lowerBound
        let isSure = isSaid || negations.standBefore(first..<first + 1, reach: 2)
        return found(1 - place, isSure ? Self.unnamedConfidence : Self.listedConfidence)
    }

    /// How sure an option is whose phrase was said with its parts the other way round.
    private static let alternatingConfidence = 0.85
    /// In how many words from the first part of such a phrase the other one stands.
    private static let alternatingReach = 4

    /// The option whose phrase joins by an "and" what was said one after the other: "goes on and off" for "off then on".
    ///
    /// One of the two alone is another option.
    func alternating(_ all: [OptionMatch], _ node: ListeningNode) -> FoundValue? {
        guard let one = all.first(where: { $0.match.isFull && $0.match.telling == 0 }),
            one.match.range.count <= 2
        else { return nil }
        for (option, patterns) in zip(node.options, node.optionPatterns)
        where option.id != one.option.id {
            for pair in patterns.pairs {
                guard
                    let first = area.first(where: {
                        words.stems[$0] == pair.first || words.stems[$0] == pair.second
                    }),
                    one.match.range.contains(where: {
                        words.stems[$0] == pair.first || words.stems[$0] == pair.second
                    }),
                    let second = (first + 1..<area.upperBound).prefix(Self.alternatingReach)
                        .first(where: { index in
                            words.stems[index] != words.stems[first]
                                && (words.stems[index] == pair.first
                                    || words.stems[index] == pair.second)
                        }),
                    !(first + 1..<second).contains(where: {
                        words.items[$0].classes.contains(.boundary) || negations.contains($0)
                    }), !negations.standBefore(first..<second, reach: 1),
                    // "its off no its on": one after the other, but said of the same moment.
                    !takesBack(between: first + 1..<second)
                else { continue }
                return FoundValue(
                    value: value(of: option, kind: node.valueKind),
                    confidence: Self.alternatingConfidence,
                    range: first..<second + 1
                )
            }
        }
        return nil
    }

    /// Whether one option after the other is said to be so, and the first once more: "red then green then red".
    func isUndecided(_ matches: [OptionMatch]) -> Bool {
        guard matches.count > 1 else { return false }
        let full = matches.filter(\.match.isFull)
        guard full.count > 1,
            let last = full.max(by: { $0.match.range.upperBound < $1.match.range.upperBound })
        else { return false }
        let rest = last.match.range.upperBound..<area.upperBound
        return full.contains { one in
            one.option.id != last.option.id
                && one.match.range.contains { index in
                    isTelling(index) && rest.contains { words.stems[$0] == words.stems[index] }
                }
        }
    }
}
