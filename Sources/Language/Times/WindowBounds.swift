/// Times with an end: "from nine to five", "after the weekend", "until ten".
extension WindowParser {
    mutating func readRange(_ index: Int, from start: Int) -> Int? {
        guard let (from, middle) = reader.clockTime(at: start, isAfterPreposition: true) else {
            return nil
        }
        switch reader.meaning(middle) {
        case .and, .to, .until: break
        default:
            guard reader.meaning(index) == .from else { return nil }
            return isDenied(index)
                ? addOtherSide(.before(from), end: middle) : addClock(.after(from), end: middle)
        }
        guard let (to, end) = reader.clockTime(at: middle + 1, isAfterPreposition: true) else {
            // "ab fünfzehn uhr und was kostet das".
            let isOpen = reader.meaning(index) == .from && !isDenied(index)
            return isOpen ? addClock(.after(from), end: middle) : nil
        }
        if isDenied(index) { return deny(.range(from, to), end: end) }
        return addClock(.range(from, to), end: end)
    }

    /// "from lunch on", "ab feierabend".
    mutating func readFromPeriod(_ index: Int) -> Int? {
        let named = reader.meaning(index + 1) == .the ? index + 2 : index + 1
        // "back from lunch at one".
        guard reader.meaning(index) == .from, !isFreeFrom,
            case .period(let first, _) = reader.meaning(named)
        else { return nil }
        let from = ClockTime(minutes: first, isFixed: true)
        return isDenied(index)
            ? addOtherSide(.before(from), end: named + 1) : addClock(.after(from), end: named + 1)
    }

    /// "from monday on", "between monday and wednesday".
    mutating func readFromDay(_ index: Int) -> Int? {
        let start = reader.meaning(index + 1) == .the ? index + 2 : index + 1
        guard !isDenied(index), let found = days(at: start) else { return nil }
        if found.day != nil, reader.meaning(index) == .from {
            return addFrom(found.days, end: found.end)
        }
        // "from next week".
        if found.isWeek, reader.meaning(index) == .from, let first = ends(of: found)?.first {
            return addFrom(.day(first), end: found.end)
        }
        add(found.days)
        return found.end
    }

    /// Everything from a day on, or from a time of it: "from tomorrow afternoon", "from monday at three".
    mutating func addFrom(_ days: SaidDays, end: Int) -> Int {
        if !clause.days.isEmpty { endClause() }
        // "from nine to noon from monday on".
        if isJoinedByOr { endClause() }
        if case .day(let day) = days, !clause.hours.isEmpty,
            !clause.hours.contains(where: \.isFromNow)
        {
            clause.from = day
            clause.days = [.everyDay]
            endClause()
            return end
        }
        add(days)
        var (start, end) = (ClockTime.startOfDay, end)
        let isTime = reader.meaning(end) == .at
        // "from tomorrow afternoon", but not "from monday mornings".
        if case .part(let part) = reader.meaning(end) {
            start = ClockTime(minutes: part.minutes.lowerBound, isFixed: true)
            end += 1
        } else if let (time, after) = reader.clockTime(at: end, isAfterPreposition: isTime) {
            (start, end) = (time, after)
        }
        clause.hours.append(.notBefore(start))
        // "away until the third, so from monday the fourth on" is from the fourth on.
        if !isJoinedByOr, let last = said.clauses.last, case .notBefore? = last.hours.first,
            case .day(let before)? = last.days.first, case .day(let day)? = clause.days.first,
            before <= day
        {
            said.clauses.removeLast()
        }
        endClause()
        dayEnd = end
        return end
    }

    /// "after the 12th", "after the weekend", which begins on the day after it.
    mutating func readAfterDay(_ index: Int) -> Int? {
        let start = reader.meaning(index + 1) == .the ? index + 2 : index + 1
        guard let found = days(at: start), let last = ends(of: found)?.last else { return nil }
        if isDenied(index), !isAfterUntil(index) {
            _ = dropDenial()
            add(.span(today, last))
            return found.end
        }
        endDenial()
        return addFrom(.day(last + 1), end: found.end)
    }

    mutating func readBound(_ index: Int, _ hours: (ClockTime) -> SaidHours) -> Int? {
        if let end = readPeriod(index, hours) { return end }
        guard let (time, end) = reader.clockTime(at: index + 1, isAfterPreposition: true) else {
            return nil
        }
        // "i work nights after three please": the bound is none of the work's.
        if denial.kind == .busy, !denial.clause.hours.isEmpty, case .after = hours(time) {
            endDenial()
        }
        guard isDenied(index) else { return addClock(hours(time), end: end) }
        if isAfterUntil(index) { return addOtherSide(hours(time), end: end) }
        // "not after five" is before five.
        guard let rest = hours(time).complement else { return deny(hours(time), end: end) }
        return addOtherSide(rest, end: end)
    }

    /// "not until after five".
    private func isAfterUntil(_ index: Int) -> Bool {
        reader.meaning(index) == .after && reader.meaning(index - 1) == .until
    }

    /// "after lunch", "before work", "at lunch".
    mutating func readPeriod(_ index: Int, _ hours: (ClockTime) -> SaidHours) -> Int? {
        let named = reader.meaning(index + 1) == .the ? index + 2 : index + 1
        guard case .period(let first, let last) = reader.meaning(named) else { return nil }
        let from = ClockTime(minutes: first, isFixed: true)
        let to = ClockTime(minutes: last, isFixed: true)
        let end = named + 1
        switch hours(from) {
        case .after:
            return isDenied(index)
                ? addOtherSide(.before(from), end: end) : addClock(.after(to), end: end)
        case .before:
            return isDenied(index)
                ? addOtherSide(.after(to), end: end) : addClock(.before(from), end: end)
        // Who is at work all day has named no time.
        case .around where last - first <= 60:
            return isDenied(index)
                ? deny(.range(from, to), end: end) : addClock(.range(from, to), end: end)
        default: return nil
        }
    }

    /// "until ten", which without a day is the coming ten o'clock.
    mutating func readUntil(_ index: Int) -> Int? {
        if let end = readPeriod(index, { .before($0) }) { return end }
        guard let (time, end) = reader.clockTime(at: index + 1, isAfterPreposition: true) else {
            return readUntilDay(index)
        }
        if isDenied(index) { return addOtherSide(.after(time), end: end) }
        let isAlone = clause.days.isEmpty && hint == nil && !namesDay(from: end)
        if mayTellOfOther(at: end - 1) { said.isDoubtful = true }
        return addClock(.before(isAlone ? comingToday(time) : time), end: end)
    }

    /// Whether a day, or a part of one, is named by some word on.
    mutating func namesDay(from end: Int) -> Bool {
        (end..<max(end, reader.words.count)).contains { later in
            reader.part(later) != nil || reader.meaning(later) == .tonight
                || isDayNamed(at: later)
        }
    }

    /// "until friday", of which the day itself is a part, "until the weekend", of which it may be none; "not until friday
    /// at three".
    private mutating func readUntilDay(_ index: Int) -> Int? {
        let start = reader.meaning(index + 1) == .the ? index + 2 : index + 1
        guard let found = days(at: start), let (first, last) = ends(of: found) else { return nil }
        guard isDenied(index) else {
            let end = first < last ? first - 1 : last
            add(end > today ? .span(today, end) : .day(max(end, today)))
            if first < last || mayTellOfOther(at: found.end - 1) { said.isDoubtful = true }
            return found.end
        }
        _ = dropDenial()
        guard found.day != nil else { return addFrom(.day(first), end: found.end) }
        if reader.meaning(found.end) == .at,
            let (time, end) = reader.clockTime(at: found.end, isAfterPreposition: true)
        {
            add(found.days)
            return addClock(.after(time), end: end)
        }
        return addFrom(found.days, end: found.end)
    }

    /// The half of the day in which a time is still to come today, when that of business hours is over.
    func comingToday(_ time: ClockTime) -> ClockTime {
        let usual = time.atBusiness()
        guard usual.minutes <= minute, let later = time.candidates.first(where: { $0 > minute })
        else { return usual }
        return ClockTime(minutes: later, isFixed: true)
    }

    mutating func readBefore(_ index: Int) -> Int? {
        if let end = readBound(index, { .before($0) }) { return end }
        let start = reader.meaning(index + 1) == .the ? index + 2 : index + 1
        guard let found = days(at: start), let first = ends(of: found)?.first else { return nil }
        if isDenied(index) {
            _ = dropDenial()
            return addFrom(.day(first), end: found.end)
        }
        // "before friday", of which the day itself is no part.
        guard first > today else { return nil }
        add(first > today + 1 ? .span(today, first - 1) : .day(today))
        return found.end
    }
}
