internal import Messages

/// Whether the issue is gone, by what is said of it and not by the answer to a question.
extension Reading {
    /// Whether the customer says that the issue is gone.
    var isOver: Bool { isFixed || isAllWell || isSettled }

    /// Whether what ends the issue is no answer beside it: "my network works fine now thanks" where a test was asked about.
    ///
    /// The answer stays where a "yes" begins it, or where what was asked is spoken of.
    func outweighs(_ answer: FoundValue) -> Bool {
        guard let asked = context.asked, context.settled == nil, isFixed || isSettled else {
            return false
        }
        switch asked.valueKind {
        case .windows:
            return answer.range.contains { words.meanings[$0] == .now }
                && endings.contains { sentence(of: $0).overlaps(answer.range) }
        case .yesNo:
            // "the issue is solved" speaks of the call, whatever was asked.
            if endings.contains(where: namesIssue) { return true }
            if answer.confidence < Self.sureBesideEnding, has(.thanks) { return true }
            return opening == nil && !endings.contains { speaks($0, of: asked) }
        default: return false
        }
    }

    /// How sure an answer must be beside thanks for what is well again.
    private static let sureBesideEnding = 0.7

    /// Whether what was asked is spoken of where it is said that the issue is gone, or asked in the same words: "it prints now".
    ///
    /// What only works again is something else than what was asked, unless it was asked whether it works: "do the brakes squeal?".
    private func speaks(_ hit: PhraseHit, of asked: ListeningNode) -> Bool {
        let sentence = sentence(of: hit)
        let others = asked.wording.words.filter { words.stems[sentence].contains($0.stem) }
        if others.count == asked.wording.words.count { return true }
        switch hit.mark {
        case .works, .helped:
            let own = words.stems[hit.range]
            return others.contains { own.contains($0.stem) }
                && others.contains { !own.contains($0.stem) }
        default: return !others.isEmpty
        }
    }

    /// Whether no more is said than that all is well, when the issue is gone: "great", "yes it works perfectly".
    private var isAllWell: Bool {
        guard context.settled != nil, let side = statement(for: .check), side.isYes else {
            return false
        }
        return !area.contains(where: isTellingAlone)
    }

    private var isFixed: Bool {
        // After a guide, that it worked is the answer; the tree knows what follows.
        guard context.asked?.valueKind != .fix else { return false }
        return !has(.fails) && hits.contains { ends($0) }
    }

    /// Whether a phrase by itself says so.
    private func ends(_ hit: PhraseHit) -> Bool {
        switch hit.mark {
        case .fixed: break
        case .worksNow:
            if context.asked?.hasTwoSides == true { return false }
        // "that solved the problem".
        case .helped:
            let before = hit.range.lowerBound - 1
            guard before >= 0, words.items[before].classes.contains(.object),
                sentence(of: hit).contains(hit.range.upperBound + 1),
                isVague(hit.range.upperBound + 1)
            else { return false }
        default: return false
        }
        // "How will that help?" asks.
        return (hit.mark != .helped || !isAhead(hit.range)) && !negations.deny(hit.range, reach: 3)
            && isSo(hit.range, until: .lapses)
    }

    /// Whether, at the end of a call or beside thanks, it is told that something helped or is well again: "the display works
    /// great now", "cleaning it solved my problem thank you".
    private var isSettled: Bool {
        guard isAtEnd else { return false }
        return hits.contains { settles($0) }
    }

    /// Whether the call is at its end for the customer, who waits for no question about the issue or thanks.
    private var isAtEnd: Bool {
        switch context.asked?.valueKind {
        case .windows: true
        case .check, .fix: false
        case nil: false
        default: has(.thanks)
        }
    }

    private func settles(_ hit: PhraseHit) -> Bool {
        let isWell =
            switch hit.mark {
            case .helped, .fixed, .worksNow: true
            case .gone: hit.range.lowerBound > 0 && isVague(hit.range.lowerBound - 1)
            case .works: isAgain(hit.range) || isOfIt(hit.range)
            default: false
            }
        return isWell && !negations.deny(hit.range, reach: 3) && isSo(hit.range, until: .lapses)
            && !isAhead(hit.range)
            && !hits.contains { $0.mark == .fails && $0.range.lowerBound >= hit.range.upperBound }
    }

    /// The phrases that say that the issue is gone.
    private var endings: [PhraseHit] { hits.filter { ends($0) || isAtEnd && settles($0) } }

    /// How near the word for the issue stands to what is said of it.
    private static let issueReach = 4

    private func namesIssue(_ hit: PhraseHit) -> Bool {
        guard hit.mark == .helped || hit.mark == .gone else { return false }
        let near = hit.range.lowerBound - Self.issueReach..<hit.range.upperBound + Self.issueReach
        return sentence(of: hit).clamped(to: near).contains {
            !hit.range.contains($0) && isVague($0)
        }
    }

    private func sentence(of hit: PhraseHit) -> Range<Int> {
        let sentence = words.sentences[hit.range.lowerBound]
        let start = words.sentences.firstIndex(of: sentence) ?? hit.range.lowerBound
        let end = words.sentences.lastIndex(of: sentence) ?? hit.range.lowerBound
        return start..<end + 1
    }

    /// How many words before something may say of it that it is still to come.
    private static let aheadReach = 4

    /// Whether something has not come about yet: "i will get it fixed", "to get this resolved".
    private func isAhead(_ range: Range<Int>) -> Bool {
        for index in (0..<range.lowerBound).suffix(Self.aheadReach).reversed() {
            if words.items[index].classes.contains(.boundary) || words.meanings[index] == .and
                || words.sentences[index] != words.sentences[range.lowerBound]
            {
                return false
            }
            let classes = words.items[index].classes
            // "seems to have fixed it" is so, "i need to get it fixed" is not.
            if classes.contains(.changesTo), index > 0, isVague(index - 1),
                !words.items[index - 1].classes.contains(.ahead)
            {
                return false
            }
            if classes.contains(.ahead) { return true }
        }
        return false
    }

    /// Whether a word says that there is an issue, and does not thank.
    private func isVague(_ index: Int) -> Bool {
        words.items[index].classes.contains(.vague)
            && !hits.contains { $0.mark == .thanks && $0.range.contains(index) }
    }

    /// Whether it is said of "it" at the end of a call, beside thanks, that it works: "it works great thanks".
    private func isOfIt(_ range: Range<Int>) -> Bool {
        context.asked?.valueKind == .windows && range.count > 1
            && words.items[range.lowerBound].classes.contains(.object) && has(.thanks)
    }

    /// How many words may stand between what is well and a "now" or "again".
    private static let againReach = 2

    /// Whether it is said of what works that it does so now, or again: "everything is working perfectly again", "now the
    /// display is fine", but not "now is fine" and "im good now".
    private func isAgain(_ range: Range<Int>) -> Bool {
        let sentence = sentence(of: PhraseHit(mark: .works, range: range))
        func isNow(_ index: Int) -> Bool {
            words.meanings[index] == .now
                || hits.contains { $0.mark == .again && $0.range.lowerBound == index }
        }
        let names = sentence.contains { index in
            switch words.meanings[index] {
            case .today, .tomorrow, .anytime, .always, .weekday, .part, .parts, .tonight, .every:
                true
            default: false
            }
        }
        let isOfSpeaker = (sentence.lowerBound..<range.lowerBound).suffix(2).contains {
            words.items[$0].classes.contains(.speaker)
        }
        guard !names, !isOfSpeaker else { return false }
        // What works may be told across the end of a sentence: "it. works".
        let behind = (range.upperBound..<max(range.upperBound, sentence.upperBound))
            .prefix(Self.againReach + 1)
        if let now = behind.first(where: isNow) {
            return !(range.upperBound..<now).contains {
                words.items[$0].classes.contains(.object)
            }
        }
        guard let now = (sentence.lowerBound..<range.lowerBound).last(where: isNow) else {
            return false
        }
        return (now + 1..<range.lowerBound).contains { index in
            isTelling(index) || words.items[index].classes.contains(.subject)
        }
    }
}
