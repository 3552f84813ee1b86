internal import Messages

/// What is said of steps that a question wants done, beside what they came to.
extension Reading {
    /// Whether more is told beside "yes" than the result that was asked for: "yes i unplugged it" may speak of what was to be
    /// done.
    func tellsMore(of asked: ListeningNode) -> Bool {
        guard asked.wording.instructs else { return false }
        let isResult: Set<PhraseMark> = [
            .yes, .no, .works, .fails, .fixed, .worksNow, .thanks, .unsure, .acknowledges,
            .correction, .softCorrection, .wantsPerson,
        ]
        if hits.contains(where: { $0.mark == .stepDone || answersOther($0) }) { return true }
        return area.contains { index in
            if isTold(at: index, of: asked) { return true }
            return words.items[index].kind == .word
                && words.items[index].classes.isDisjoint(with: [.common, .negation, .everyday])
                && words.meanings[index] == nil
                && !asked.wording.askedStems.contains(words.stems[index])
                && !asked.optionPatterns.contains { $0.holds([words.stems[index]]) }
                && !hits.contains { isResult.contains($0.mark) && $0.range.contains(index) }
        }
    }

    /// Whether a word says of something in which state it is, and not that it is as was asked: "yes its off", "yes i see it".
    private func isTold(at index: Int, of asked: ListeningNode) -> Bool {
        let classes = words.items[index].classes
        guard classes.contains(.common), !classes.contains(.afterEcho),
            !asked.wording.askedStems.contains(words.stems[index])
        else { return false }
        return hits.contains { hit in
            hit.range.upperBound == index
                && (hit.mark == .echoesYes
                    || hit.range.count > 1 && (hit.mark == .yes || hit.mark == .acknowledges))
        } && !hits.contains { Self.isResult($0.mark) && $0.range.contains(index) }
    }

    /// Whether nobody may be let go on what a test or a fix is said to have come to: the steps are spoken of, another place or
    /// device, only a part of it, or what was so before.
    func isDoubtful(_ asked: ListeningNode, _ side: Polarity) -> Bool {
        guard asked.wording.instructs else { return false }
        return speaksOfSteps(asked, side) || side.isFull && leadsOn(side.range)
            || hits.contains { $0.mark == .partly && area.contains($0.range) }
            || area.contains { index in
                words.meanings[index] == .since
                    || words.items[index].classes.contains(.phone)
                        && !asked.wording.sayStems.contains(words.stems[index])
                        && !asked.optionPatterns.contains { $0.holds([words.stems[index]]) }
            }
    }

    /// In how many words behind who speaks a place may be told.
    private static let reachOfPlace = 4

    /// How sure the result of a fix is at most that holds under a condition, or but in part.
    private static let partialConfidence = 0.5

    /// What a test or a fix has come to: nothing where it was refused, or not tried yet, "no i wont unplug anything", "it works
    /// for him but i havent tried it yet"; nothing sure where it holds only in part, "its back but only in the kitchen".
    func outcome(_ found: FoundValue, of asked: ListeningNode) -> FoundValue? {
        let sides = Self.sides(of: asked.valueKind)
        guard asked.valueKind == .check || asked.valueKind == .fix, found.value.key != sides.unable
        else { return found }
        if found.value.key == sides.no {
            if has(.untried) { return nil }
            if context.confirming == nil, asked.wording.instructs, has(.declines) { return nil }
        } else if hits.contains(where: {
            $0.mark == .untried && $0.range.lowerBound >= found.range.upperBound
        }) {
            return nil
        }
        // "das stimmt nicht": what was told before.
        let isOfEarlier = hits.contains { hit in
            (hit.mark == .untrue || hit.mark == .afterAll || hit.mark == .misstated)
                && hit.range.contains(found.range)
        }
        if isOfEarlier { return nil }
        guard asked.valueKind == .fix, found.value.key == sides.yes,
            !supposed.isEmpty || isRestricted(after: found.range)
        else { return found }
        var partial = found
        partial.confidence = min(partial.confidence, Self.partialConfidence)
        return partial
    }

    /// Whether something is excepted from what was said, or held against it.
    private func isRestricted(after range: Range<Int>) -> Bool {
        let rest = range.upperBound..<max(range.upperBound, area.upperBound)
        return hits.contains { $0.mark == .excepts && rest.contains($0.range) }
            || rest.contains { index in
                words.items[index].classes.contains(.boundary)
                    && (index..<area.upperBound).contains(where: isTellingAlone)
            }
    }

    /// Whether the customer only says where to be, or where something is put, which is no result: "im in front of it".
    func tellsOnlyPlace(_ asked: ListeningNode) -> Bool {
        guard asked.wording.instructs, context.confirming == nil,
            !hits.contains(where: { Self.tellsSide($0.mark) && area.contains($0.range) })
        else { return false }
        let start = Self.begin(of: hits, start: area.lowerBound)
        guard start < area.upperBound, words.items[start].classes.contains(.speaker) else {
            return false
        }
        let reach = start + 1..<min(start + 1 + Self.reachOfPlace, area.upperBound)
        let place = reach.first { index in
            switch words.meanings[index] {
            case .at, .on, .inside: true
            default: false
            }
        }
        guard let place, (start + 1..<place).count(where: isTelling) < 2 else { return false }
        return (place + 1..<area.upperBound).contains {
            words.items[$0].classes.isDisjoint(with: [.afterEcho])
        }
    }

    /// Whether a word carries meaning of its own that belongs to no phrase, and is not said in talk about anything.
    func isUnexplained(_ index: Int) -> Bool {
        isTellingAlone(index) && words.items[index].classes.isDisjoint(with: [.everyday])
            && words.meanings[index] == nil
    }

    /// Whether a place or a thing follows words that end in "in" or "on", so that they say something else: "im in the other
    /// room", "its on the shelf".
    private func leadsOn(_ range: Range<Int>) -> Bool {
        guard range.upperBound < area.upperBound else { return false }
        switch words.meanings[range.upperBound - 1] {
        case .inside, .on: break
        default: return false
        }
        let next = range.upperBound
        return words.items[next].classes.isDisjoint(with: [.afterEcho, .boundary])
            && words.meanings[next] != .and && !hits.contains { $0.range.contains(next) }
    }

    /// Whether what was said may speak of the steps, and not of what they came to: "okay im connected to the hotspot", "the
    /// modem is back on".
    func speaksOfSteps(_ asked: ListeningNode, _ side: Polarity) -> Bool {
        let told = asked.wording.toldStems
        guard !told.isEmpty else { return false }
        let steps = area.filter { told.contains(words.stems[$0]) }
        // A phrase of the node may name them.
        let isOwn =
            side.isFull
            && steps.allSatisfy { step in
                !side.range.contains(step)
                    || asked.optionPatterns.contains { $0.holds([words.stems[step]]) }
            }
        guard !steps.isEmpty, !isOwn else { return false }
        return !hits.contains { hit in
            guard area.contains(hit.range), Self.isResult(hit.mark),
                hit.range.contains(where: isTelling)
            else { return false }
            return steps.allSatisfy { step in
                if step >= hit.range.upperBound { return !isAim(step) }
                if step >= hit.range.lowerBound { return true }
                return (step..<hit.range.lowerBound).contains { index in
                    words.meanings[index] == .and || words.items[index].classes.contains(.boundary)
                }
            }
        }
    }

    /// Whether it is told by the language's own words that something works.
    var tellsResult: Bool { hits.contains { Self.isResult($0.mark) } }

    private static func isResult(_ mark: PhraseMark) -> Bool {
        mark == .works || mark == .fixed || mark == .worksNow
    }

    /// Whether a word is what something is done to: "the hotspot" in "connected to the hotspot".
    private func isAim(_ index: Int) -> Bool {
        let before = (area.lowerBound..<index).last {
            words.items[$0].classes.isDisjoint(with: [.article])
        }
        return before.map { words.meanings[$0] == .to } ?? false
    }
}
