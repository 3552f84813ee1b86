/// Times that are named only as the reason for others: "monday is a holiday so tuesday", "i leave at eight so seven".
extension WindowParser {
    /// Forgets a time that was only named as the reason for what follows.
    mutating func dropReason() {
        if isReason {
            switch clause.hours.last {
            // "i leave at eight so seven", "i get home at three so after four".
            case .around, .after: clause.hours.removeLast()
            default: break
            }
        }
        isReason = false
    }

    /// Forgets days that are only the reason for others: "monday is a holiday so tuesday".
    ///
    /// - Parameter index: Where what follows from them begins.
    mutating func dropReasonDays(at index: Int) {
        let thought = index..<endOfThought(from: index + 1)
        // "away until friday so saturday morning".
        if clause.isEmpty, let last = said.clauses.last, case .day(let from)? = last.days.first,
            last.hours == [.notBefore(.startOfDay)],
            thought.contains(where: { index in (days(at: index)?.day).map { $0 >= from } ?? false })
        {
            said.clauses.removeLast()
            return
        }
        // "im off next week so any day after ten" is of that week.
        if case .span? = clause.days.last,
            thought.contains(where: { [.everyDay, .weekdays].contains(days(at: $0)?.days) })
        {
            return
        }
        let isOfParts = !clause.hours.isEmpty
        // "this week im on mornings so after three next week any time": the days stay.
        if !clause.days.isEmpty, isBeforeOthers(thought) {
            if clause.hours.allSatisfy(\.isPart), !suits(before: index) {
                clause.hours = []
                hint = nil
            }
            return
        }
        guard !clause.days.isEmpty, clause.hours.allSatisfy(\.isPart),
            thought.contains(where: { isDayNamed(at: $0) || isOfParts && reader.part($0) != nil })
        else { return }
        let suits = suits(before: index)
        // "im home all week so tomorrow".
        let isWithin = thought.contains { index in
            guard let day = days(at: index)?.day, case .span? = clause.days.last else {
                return false
            }
            return clause.days.last?.contains(day) ?? false
        }
        guard
            suits
                ? isWithin && !isOfParts
                : !isOfParts || tellsOther(in: startOfThought(before: index)..<index)
        else {
            return
        }
        clause = WindowClause()
        hint = nil
    }

    /// Whether hours come first in what follows from a reason, and the day behind them has hours of its own or is another
    /// reason.
    private mutating func isBeforeOthers(_ thought: Range<Int>) -> Bool {
        guard let first = thought.first(where: { tellsTime($0) }), !isDayNamed(at: first),
            let other = thought.first(where: { isDayNamed(at: $0) }), let found = days(at: other)
        else { return false }
        let end = thought.upperBound
        return namesHours(at: found.end) || mark(at: found.end) == .anyTime
            || reader.meaning(found.end) == .anytime
            || reader.meaning(found.end) == .every && reader.isTime(found.end + 1)
            || end < reader.area.upperBound && isConclusion(end)
    }

    /// Whether what stands before a word is said to suit.
    private func suits(before index: Int) -> Bool {
        isOffered(startOfThought(before: index)..<index)
    }

    /// Whether some words say that a time suits, or that the customer can be reached.
    private func isOffered(_ range: Range<Int>) -> Bool {
        marks.contains { hit in
            switch hit.mark {
            case .suits, .reachable, .freeFrom, .anyTime: range.overlaps(hit.range)
            default: false
            }
        }
    }

    private func startOfThought(before index: Int) -> Int {
        var start = index - 1
        while start > reader.area.lowerBound, !isNewThought(start) { start -= 1 }
        return start
    }

    /// "all day", which may be that of what the customer does: "im at the hospital all day tomorrow is fine".
    mutating func readAllDay(_ index: Int) -> Int {
        let end = index + 2
        if isDenied(index) { return deny(.allDay, end: end) }
        let start = max(startOfThought(before: index), dayEnd, clockEnd, reader.area.lowerBound)
        let thought = end..<max(end, endOfThought(from: end))
        let next = thought.first { tellsTime($0) } ?? thought.upperBound
        guard start < index, isOfOther(start..<next) else { return add(.allDay, end: end) }
        // "not today im at the hospital all day".
        endDenial()
        if clause.isEmpty, said.exclusions.last?.days.isEmpty == false { return end }
        var busy = clause.days
        var busyEnd = end
        while busy.isEmpty || reader.isJoin(busyEnd - 1), let found = days(at: busyEnd) {
            busy.append(found.days)
            busyEnd = reader.isJoin(found.end) ? found.end + 1 : found.end
        }
        guard !busy.isEmpty, clause.hours.isEmpty,
            (busyEnd..<max(busyEnd, thought.upperBound)).contains(where: {
                isDayNamed(at: $0) && suits($0)
            })
        else {
            said.isDoubtful = true
            return add(.allDay, end: end)
        }
        said.exclusions.append(WindowClause(days: busy))
        clause = WindowClause()
        return busyEnd
    }

    /// Whether some words tell what the customer does, and nothing of being reached.
    private func isOfOther(_ range: Range<Int>) -> Bool {
        tellsOther(in: range) && !isOffered(range)
            && !range.contains { reader.vocabulary.reaching.contains(reader.words.items[$0].stem) }
    }

    /// Takes a time up that was named before its reason, "tomorrow at nine but the clocks change tonight so nine in the new
    /// time"; whether it is one.
    mutating func takesUp(_ hours: SaidHours) -> Bool {
        guard let last = said.clauses.last, !clause.days.isEmpty,
            !clause.hours.contains(where: \.isOnClock)
        else { return false }
        let minutes = hours.clockMinutes.map { $0 % 720 }
        let isSame = last.hours.contains { $0.clockMinutes.map { $0 % 720 } == minutes }
        if isSame {
            clause = WindowClause()
            hint = nil
            isReason = false
        } else if mayTellOfOther(at: dayEnd - 1) {
            said.isDoubtful = true
        }
        return isSame
    }
}
