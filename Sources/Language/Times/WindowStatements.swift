/// What is said of some times, up to where another thought begins.
extension WindowParser {
    /// Begins what is said of some times, up to where another thought begins, and finds out whether what follows them
    /// denies them.
    mutating func beginStatement(at start: Int) {
        let isAfterDenial = denial.kind == .behind && denial.reach >= 0
        endDenial()
        var lastTime: Int?
        var isSuited = false
        var namesClock = false
        var namesDay = false
        // Where another day than the first one is named after hours.
        var otherDay: Int?
        var index = start
        while index < reader.area.upperBound {
            if index > start,
                isNewThought(index)
                    || lastTime != nil
                        && (isNewAfterComma(index) || isException(index, follows: true))
            {
                break
            }
            if let hit = hit(at: index), !isNegation(index) {
                let end = hit.range.upperBound
                switch hit.mark {
                case .suits: isSuited = lastTime != nil
                case .reachable: isSuited = true
                // "fridays i have bridge otherwise im free".
                // "until eleven otherwise saturday" denies nothing.
                case .otherwise where lastTime != nil && !isSuited && tellsOther(in: start..<index):
                    return deny(before: index, end: end)
                case .unsuits where lastTime != nil:
                    return deny(before: index, end: end, unless: otherDay)
                case .unavailable, .atWork:
                    // "saturday at eleven friday im away".
                    if let otherDay {
                        statementEnd = otherDay
                    } else {
                        deny(lastTime, whereBusyAt: index, end: end, start, namesClock: namesClock)
                    }
                    return
                default: break
                }
                index = end
                continue
            }
            if isCondition(index) { break }
            // "friday is bad monday too".
            if isAfterDenial, let lastTime, lastTime == index - 1, isLikewise(index) {
                let isSaid = index + 1 < reader.area.upperBound && isNegation(index + 1)
                return deny(before: isSaid ? index + 1 : index, end: index + (isSaid ? 2 : 1))
            }
            if isNegation(index) {
                if denies(lastTime, behindAt: index) {
                    return deny(before: index, end: index + 1, unless: otherDay)
                }
                let end = endOfThought(from: index + 1)
                statementEnd = refusedDay(in: index + 1..<end) ?? end
                return
            }
            if tellsTime(index) {
                if isSuited { break }
                if isDayNamed(at: index) {
                    if namesClock, namesDay, otherDay == nil, !reader.isJoin(index - 1) {
                        otherDay = index
                    }
                    namesDay = true
                } else if case .parts = reader.meaning(index) {
                    namesDay = true
                }
                lastTime = index
                if reader.words.items[index].kind == .number { namesClock = true }
            }
            index += 1
        }
        statementEnd = max(index, start + 1)
    }

    /// Denies the times of a statement up to what was said of them, unless only another day is meant that stands behind
    /// them: "saturday from nine sunday not".
    private mutating func deny(before verdict: Int, end: Int, unless otherDay: Int? = nil) {
        if let otherDay {
            statementEnd = otherDay
            return
        }
        denial.kind = .behind
        denial.reach = verdict
        statementEnd = end
    }

    /// Ends a statement with what the customer does, which denies the times that stand before it unless others follow.
    private mutating func deny(
        _ lastTime: Int?,
        whereBusyAt index: Int,
        end: Int,
        _ start: Int,
        namesClock: Bool
    ) {
        if let next = dayAfterRefusal(lastTime, at: index, end: end) {
            return deny(before: index, end: next)
        }
        let isBehind =
            namesClock ? isTold(of: lastTime, at: index, end: end, start) : lastTime != nil
        if isBehind, !namesDay(after: end) {
            deny(before: index, end: end)
        } else if isBehind, !(start..<index).contains(where: { isStandIn($0) }) {
            // "friday im in denver not available monday after nine".
            said.isDoubtful = true
        }
        // "friday i have a meeting saturday at ten works".
        let thought = end..<max(end, endOfThought(from: end))
        statementEnd = thought.first { days(at: $0) != nil && suits($0) } ?? thought.upperBound
    }

    /// Whether a negation denies the time that stands before it.
    private mutating func denies(_ lastTime: Int?, behindAt index: Int) -> Bool {
        guard let lastTime else { return false }
        if isLikewise(index - 1), lastTime == index - 2 { return true }
        // "montag nicht dienstag" may deny either.
        let denying = reader.words.items[index]
        if denying.classes.contains(.deniesBehind), !denying.isRestricted, isBehindDay(index),
            let found = days(at: index + 1), !isLikewise(found.end), !suits(index + 1)
        {
            said.isDoubtful = true
        }
        if !deniesAhead(from: index + 1) {
            // "monday im in phoenix we dont do daylight saving".
            let isOfPlace = (lastTime + 1..<index).contains { reader.zone(at: $0) != nil }
            return !isOfPlace || !tellsOther(in: index + 1..<endOfThought(from: index + 1))
        }
        return false
    }

    /// Whether a time on the clock is that of what the customer does then: where the statement begins with it ("at three
    /// im driving"), and right before it in a language in which what denies stands behind, where it has two ends, or where
    /// nothing else is said: "monday at ten and tuesday at eleven im in a meeting".
    private func isTold(of lastTime: Int?, at index: Int, end: Int, _ start: Int) -> Bool {
        guard let lastTime else { return false }
        if reader.meaning(start) == .at, lastTime == start + 1 { return true }
        let isBeside = (lastTime + 1..<index).allSatisfy { index in
            reader.meaning(index) == .oclock
                || !tellsTime(index) && reader.words.items[index].classes.contains(.common)
        }
        guard isBeside else { return false }
        if !reader.words.language.pack.words.denyBehind.isEmpty { return true }
        switch reader.meaning(lastTime - 1) {
        case .to, .until, .and: return reader.words.items[lastTime].kind == .number
        default:
            return (start..<lastTime).allSatisfy {
                reader.meaning($0) != nil || reader.words.items[$0].kind == .number
            } && !(end..<max(end, endOfThought(from: end))).contains { tellsTime($0) }
        }
    }

    /// Whether the time at a word may be that of something else that the customer does, since beside it stands a telling
    /// word that is neither about times nor about being reached: "im with a client till four".
    ///
    /// - Parameter needsMust: Whether it counts only where something must be done: "i have to leave at three".
    func mayTellOfOther(at index: Int, needsMust: Bool = false) -> Bool {
        var start = index
        while start > reader.area.lowerBound, !isNewThought(start), !isNewAfterComma(start) {
            start -= 1
        }
        let thought = start..<endOfThought(from: index + 1)
        var isMust = false
        for hit in marks where thought.overlaps(hit.range) {
            switch hit.mark {
            case .suits, .reachable, .freeFrom, .anyTime, .firstThing: return false
            case .must: isMust = true
            default: break
            }
        }
        return (isMust || !needsMust)
            && tellsOther(in: thought)
    }

    /// Whether one of some words is a telling one outside of the phrases for availabilities.
    func tellsOther(in range: Range<Int>) -> Bool {
        range.contains { index in
            tellsOther(index) && !marks.contains { $0.range.contains(index) }
        }
    }

    /// Whether "now", "right away" or "today" may be said of something else that the customer does.
    ///
    /// - Parameter phrases: Phrases that tell nothing, such as thanks.
    func tellsOfOther(at index: Int, _ said: SaidWindows, besides phrases: [PhraseHit]) -> Bool {
        guard said.exclusions.isEmpty,
            said.clauses.allSatisfy({ clause in
                (clause.days.isEmpty || clause.days == [.day(today)])
                    && clause.hours.allSatisfy { $0 == .anyTime || $0 == .fromNow(minutes: 0) }
            })
        else { return false }
        var start = index
        while start > reader.area.lowerBound, !isNewThought(start) { start -= 1 }
        return (start..<endOfThought(from: index + 1)).contains { index in
            tellsOther(index) && !marks.contains { $0.range.contains(index) }
                && !phrases.contains { $0.range.contains(index) }
        }
    }

    private func tellsOther(_ index: Int) -> Bool {
        let token = reader.words.items[index]
        if case .period = reader.meaning(index) {
            // "until lunch" bounds a time, "a lunch until two" does not.
            let before = reader.meaning(index - 1) == .the ? index - 2 : index - 1
            return reader.meaning(before) == nil || reader.meaning(before) == .at
        }
        return token.kind == .word && token.isContent
            && token.classes.isDisjoint(with: [.vague, .restriction])
            && reader.meaning(index) == nil && !reader.vocabulary.reaching.contains(token.stem)
    }

    func endOfThought(from start: Int) -> Int {
        var index = start
        while index < reader.area.upperBound, !isNewThought(index), !isNewAfterComma(index) {
            index += 1
        }
        return index
    }

    /// Whether another thought begins at a word: "but", a sentence, "so".
    func isNewThought(_ index: Int) -> Bool {
        guard index > reader.area.lowerBound else { return false }
        return isBoundary(index)
            || reader.words.sentences[index] != reader.words.sentences[index - 1]
            || isConclusion(index)
    }

    /// Whether a word begins what follows from what was said: "so".
    func isConclusion(_ index: Int) -> Bool {
        reader.vocabulary.concluding.contains { word in
            reader.words.items[index].word == word
                || reader.words.hasFiller(word, before: index)
        }
    }

    /// Whether of the time before a word the same holds as of the one before that: "too".
    func isLikewise(_ index: Int) -> Bool {
        index >= reader.area.lowerBound && index < reader.area.upperBound
            && reader.vocabulary.likewise.contains(reader.words.items[index].word)
    }

    func isBoundary(_ index: Int) -> Bool {
        reader.words.items[index].classes.contains(.boundary)
    }

    private func isCondition(_ index: Int) -> Bool {
        reader.words.items[index].classes.contains(.condition)
    }

    /// Whether a comma before a word ends a statement, and stands in no list: "monday, tuesday or friday".
    private func isNewAfterComma(_ index: Int) -> Bool {
        guard reader.isAfterComma(index) else { return false }
        let next = reader.isJoin(index) ? index + 1 : index
        guard tellsDay(index - 1), tellsDay(next),
            (reader.part(index - 1) == nil) == (reader.part(next) == nil)
        else { return true }
        return suits(next)
    }

    /// Whether a day or a part of one is named at a word.
    func tellsDay(_ index: Int) -> Bool {
        switch reader.meaning(index) {
        case .today, .tomorrow, .dayAfterTomorrow, .weekday, .weekdays, .weekend, .part, .parts,
            .tonight, .holiday:
            true
        case .holidayOf: reader.holiday(at: index) != nil
        default: false
        }
    }

    /// Whether a word speaks of a time of day or of a day.
    func tellsTime(_ index: Int) -> Bool {
        if tellsDay(index) { return true }
        switch reader.meaning(index) {
        // "tuesday wouldnt work" does not speak of work.
        case .period: return mark(at: index) != .suits
        case .noon, .midnight, .month, .before, .after, .until, .between, .now: return true
        case .unit(.week): return true
        default: break
        }
        guard index < reader.area.upperBound else { return false }
        switch reader.words.items[index].kind {
        case .number, .ordinal: return true
        default: return false
        }
    }

    /// Whether a day is named soon after a word, "i am free tomorrow im at work today", that is not said to suit.
    private func namesDay(after start: Int) -> Bool {
        (start..<max(start, min(start + Self.reachOfNegation, endOfThought(from: start))))
            .contains { days(at: $0) != nil && !suits($0) }
    }
}
