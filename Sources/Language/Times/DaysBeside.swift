/// Days that are told by another one: "the day before thanksgiving", "two weeks after easter".
extension TimeReader {
    /// The last day up to today that stands so far before or after one of the calendar.
    func dayBeside(at index: Int, today: CivilDay) -> SaidDate? {
        guard let beside = beside(at: index) else { return nil }
        // The other day may be still to come, or so near that this one is.
        for limit in [today + beside.days, today, today - beside.days] {
            guard var found = calendarDay(at: beside.end, until: limit) else { return nil }
            found.day = beside.day(from: found.day)
            found.range = index..<found.range.upperBound
            if found.day <= today { return found }
        }
        return nil
    }

    /// What tells a day by another one that follows it.
    struct Beside {
        /// How many days lie between them, at most where the day is one of a week.
        var days: Int
        /// The day of the week that it is.
        var weekday: Int?
        var isBefore: Bool
        /// Where the other day begins.
        var end: Int

        func day(from other: CivilDay) -> CivilDay {
            guard let weekday else { return isBefore ? other - days : other + days }
            let distance =
                isBefore ? other.weekday - weekday : weekday - other.weekday
            let days = (distance + 6) % 7 + 1
            return isBefore ? other - days : other + days
        }
    }

    /// "the day before", "two weeks after", "the sunday before", at its first word that tells a time.
    func beside(at index: Int) -> Beside? {
        var (days, weekday, next) = (1, Int?.none, index + 1)
        switch meaning(index) {
        case .unit(.day), .part: break
        case .unit(.week): days = 7
        case .weekend: (days, weekday) = (7, 6)
        case .weekday(let named): (days, weekday) = (7, named)
        default:
            guard amount(index) != nil, let length = duration(at: index), length.rest == 0,
                length.unit == .day || length.unit == .week, length.count < 100
            else { return nil }
            days = Int((length.seconds / TimeUnit.day.seconds).rounded())
            next = length.range.upperBound
        }
        guard meaning(next) == .before || meaning(next) == .after else { return nil }
        return Beside(
            days: days,
            weekday: weekday,
            isBefore: meaning(next) == .before,
            end: meaning(next + 1) == .the ? next + 2 : next + 1
        )
    }

    /// The last day up to one that is told by the calendar: "november 3rd", "the 12th", "christmas".
    func calendarDay(at index: Int, until today: CivilDay) -> SaidDate? {
        if let found = monthDay(at: index) {
            guard let day = found.latest(until: today) else { return nil }
            let range = index..<found.end
            return SaidDate(day: day, range: range, isAmbiguous: found.isAmbiguous)
        }
        if let found = holiday(at: index) {
            let ofYear = found.holiday.day(in: today.parts.year) - found.daysBefore
            let day =
                ofYear <= today
                ? ofYear : found.holiday.day(in: today.parts.year - 1) - found.daysBefore
            return SaidDate(day: day, range: index..<found.end)
        }
        guard let (day, end) = dayOfMonth(at: index) else { return nil }
        return SaidDate(day: latest(dayOfMonth: day, today: today), range: index..<end)
    }

    private func latest(dayOfMonth day: Int, today: CivilDay) -> CivilDay {
        let first = today - (today.parts.day - 1)
        for back in 0...2 {
            let month = first.adding(months: -back)
            let found = month + (day - 1)
            if found <= today, found.parts.month == month.parts.month { return found }
        }
        return today
    }
}
