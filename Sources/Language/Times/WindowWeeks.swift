/// Weeks and their days: "next week", "early next week", "the week after new year".
extension WindowParser {
    /// The weekdays of any week: "during the week", but not "later in the week" and "in the week of the third".
    func anyWeek(at index: Int) -> DayReading? {
        guard reader.meaning(index + 1) == .the, reader.unit(index + 2) == .week else { return nil }
        if reader.meaning(index) == .inside {
            switch reader.meaning(index - 1) {
            case .later, .stage, .weekday: return nil
            default: break
            }
            if reader.meaning(index + 3) == .after, tellsDay(index + 4) { return nil }
        }
        guard reader.meaning(index + 3) != .of else { return nil }
        return DayReading(days: .weekdays, end: index + 3)
    }

    /// The first days of a week, those in its middle, or the last ones: "early next week", "the end of the week".
    func partOfWeek(
        _ stage: Stage,
        at index: Int,
        isDoubtful: Bool = false
    ) -> DayReading? {
        var index = index
        if reader.meaning(index) == .inside { index += 1 }
        guard reader.unit(index + 1) == .week else { return nil }
        let start: CivilDay
        switch reader.meaning(index) {
        case .the, .this: start = monday
        default:
            guard let week = weekAhead(index) else { return nil }
            start = week
        }
        let (first, last) =
            switch stage {
            case .early: (start, start + 1)
            case .middle: (start + 1, start + 3)
            case .late: (start + 3, start + 4)
            }
        guard last >= today else { return nil }
        return DayReading(
            days: first < last && today < last ? .span(max(first, today), last) : .day(last),
            end: index + 2,
            isDoubtful: isDoubtful
        )
    }

    /// This week's days, or those of the next, or a weekend: "any day next week".
    func week(at index: Int) -> DayReading? {
        if reader.meaning(index + 1) == .weekend {
            // The next one may be that of the next week.
            let isNext = reader.meaning(index) == .next
            guard isNext || reader.meaning(index) == .this || reader.meaning(index) == .coming
            else { return nil }
            return DayReading(days: .weekend, end: index + 2, isDoubtful: isNext)
        }
        guard reader.unit(index + 1) == .week else { return nil }
        switch reader.meaning(index) {
        case .this, .all:
            let friday = today + (5 - today.weekday)
            return DayReading(
                days: today < friday ? .span(today, friday) : .day(today),
                end: index + 2,
                isWeek: true
            )
        default: return weekAhead(index).map { week(of: $0, end: index + 2) }
        }
    }

    /// "the week after new year", "the week after next".
    func weekAfter(at index: Int) -> DayReading? {
        guard reader.unit(index) == .week, reader.amount(index - 1) == nil else { return nil }
        if reader.meaning(index + 1) == .thereafter { return weekAfterLast(index) }
        guard reader.meaning(index + 1) == .after else { return nil }
        let start = reader.meaning(index + 2) == .the ? index + 3 : index + 2
        if reader.meaning(start) == .next {
            let end = reader.unit(start + 1) == .week ? start + 2 : start + 1
            // "the week after next monday or tuesday".
            if case .weekday(let weekday) = reader.meaning(end) {
                return day(weekday, of: monday + 14, end: end + 1)
            }
            return week(of: monday + 14, end: end)
        }
        guard let found = namedDays(at: start), let day = found.day else {
            let isClock = reader.clockTime(at: start, isAfterPreposition: true) != nil
            return isClock ? nil : weekAfterLast(index)
        }
        return week(of: day + (8 - day.weekday), end: found.end)
    }

    /// The week after the days named last: "next week or the week after".
    private func weekAfterLast(_ index: Int) -> DayReading? {
        switch clause.days.last {
        case .span(let first, _): week(of: first + (8 - first.weekday), end: index + 2)
        // "wednesday or the week after", but not "wednesday, the week after im away".
        case .day(let day) where reader.meaning(index - 2) == .or:
            week(of: day + (8 - day.weekday), end: index + 2)
        default: nil
        }
    }

    /// The days of the week that begins on a Monday.
    func week(of monday: CivilDay, end: Int) -> DayReading {
        DayReading(days: .span(monday, monday + 4), end: end, isWeek: true)
    }

    /// A day of the week that begins on a Monday.
    func day(_ weekday: Int, of week: CivilDay, end: Int) -> DayReading {
        DayReading(days: .day(week + (weekday - 1)), end: end, week: week)
    }

    /// The Monday of the week that a word names before the one for week: "next", "übernächste".
    func weekAhead(_ index: Int) -> CivilDay? {
        switch reader.meaning(index) {
        case .next, .coming: monday + 7
        case .afterNext: monday + 14
        default: nil
        }
    }

    /// The Monday of this week.
    var monday: CivilDay { today - (today.weekday - 1) }
}
