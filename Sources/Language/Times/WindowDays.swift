extension WindowParser {
    /// Days that were read, and the word after them.
    struct DayReading {
        var days: SaidDays
        var end: Int
        /// Whether others may be meant as well.
        var isDoubtful = false
        /// Whether day and month may have been meant the other way round.
        var isAmbiguous = false
        /// Whether they are those of a week, of which its weekend may be a part.
        var isWeek = false
        /// The Monday of the week of which it is a day, where that was named with it.
        var week: CivilDay?

        /// The one day that it is.
        var day: CivilDay? { if case .day(let day) = days { day } else { nil } }
    }

    /// The first and the last of some days, of a week its Sunday; nil for days that recur.
    func ends(of found: DayReading) -> (first: CivilDay, last: CivilDay)? {
        switch found.days {
        case .day(let day): return (day, day)
        case .span(let first, let last):
            return (first, found.isWeek ? last + 2 : last)
        case .weekend:
            let sunday = today + (7 - today.weekday)
            return (max(today, sunday - 1), sunday)
        case .weekdays, .everyDay, .weekday: return nil
        }
    }

    mutating func readDays(_ index: Int) -> Int? {
        guard var found = days(at: index) else { return nil }
        if isDenied(index), isOtherDay(index, end: found.end) { endDenial() }
        if isDenied(index) {
            // "not this week" means its weekend, too.
            if case .span(let first, let last) = found.days, found.isWeek {
                found.days = .span(first, last + 2)
            }
            deny(found.days, at: index, end: found.end)
        } else {
            if isListedBehindHours(index, end: found.end) {
                clause.days.append(found.days)
                dayEnd = found.end
                lastDay = found.day ?? lastDay
                return found.end
            }
            if narrows(found, at: index) {
                dayEnd = found.end
                return found.end
            }
            leaveJoinedHours(to: index)
            // "after seven or tomorrow before noon" are two times.
            if reader.meaning(index - 1) == .or, clause.days.isEmpty, !clause.hours.isEmpty {
                endClause()
            }
            let isBehindHours = clause.days.isEmpty && clause.hours.contains(where: \.isOnClock)
            // "tuesday or wednesday next week".
            if let week = found.week, isListed(index), case .weekday = reader.meaning(dayEnd - 1),
                case .day(let day)? = clause.days.last, day < week
            {
                clause.days[clause.days.count - 1] = .day(week + (day.weekday - 1))
            }
            add(found.days)
            self.isBehindHours = isBehindHours
            if found.isDoubtful { said.isDoubtful = true }
        }
        if found.isAmbiguous { said.isAmbiguous = true }
        lastDay = found.day ?? lastDay
        lastWeek = found.week
        dayEnd = found.end
        return found.end
    }

    /// Whether a word stands in a list after a day: "november 23rd or 24th".
    private func isListed(_ index: Int) -> Bool { index - 1 == dayEnd && reader.isJoin(index - 1) }

    /// Whether a day is what is meant in place of a denied one: "not tomorrow monday", but "not monday or tuesday".
    private func isOtherDay(_ index: Int, end: Int) -> Bool {
        guard denial.kind == .before, !denial.clause.days.isEmpty, !reader.isJoin(index - 1),
            let found = days(at: index)
        else { return false }
        // "not tomorrow thats new years day" names one day.
        if let day = found.day, denial.clause.days.contains(where: { $0.contains(day) }) {
            return false
        }
        // "not monday tuesday or wednesday" is a list, "not this week next week tuesday or wednesday" is none.
        let isList = reader.isJoin(end) && days(at: end + 1) != nil
        return !isList || found.week != nil
    }

    /// Whether a day stands in a list of which the hours stand before it: "after five on monday or tuesday".
    private func isListedBehindHours(_ index: Int, end: Int) -> Bool {
        isBehindHours && (index == dayEnd || isListed(index)) && !namesHours(at: end)
    }

    /// A day, some days in a row ("monday through thursday", "between monday and wednesday"), or days
    /// that recur.
    func days(at index: Int) -> DayReading? {
        guard let first = oneOfDays(at: index), let from = first.day else {
            return oneOfDays(at: index)
        }
        let joins: Bool =
            switch reader.meaning(first.end) {
            case .to, .until: true
            case .and: reader.meaning(index - 1) == .between
            default: false
            }
        let isDashed = reader.isAfterDash(first.end)
        guard joins || isDashed else { return later(first, at: index) ?? first }
        var next = isDashed ? first.end : first.end + 1
        if reader.meaning(next) == .the { next += 1 }
        guard let last = oneOfDays(at: next), var to = last.day else { return first }
        if to < from, from - to.number < CivilDay(number: 7) { to = to + 7 }
        return to > from ? DayReading(days: .span(from, to), end: last.end) : first
    }

    /// Weeks after a day: "monday week", "monday in two weeks", "tomorrow in a week", "thursday fortnight".
    private func later(_ first: DayReading, at index: Int) -> DayReading? {
        guard let day = first.day else { return nil }
        var isWeekday = false
        // On a Thursday, "thursday week" is a week from today.
        var base = day
        if case .weekday(let weekday) = reader.meaning(index) {
            isWeekday = true
            if weekday == today.weekday { base = today }
        }
        if isWeekday, reader.unit(first.end) == .week {
            return DayReading(days: .day(base + 7), end: first.end + 1)
        }
        if isWeekday, case .span(let count, .week) = reader.meaning(first.end) {
            return DayReading(days: .day(base + Int(count) * 7), end: first.end + 1)
        }
        guard reader.meaning(first.end) == .inside,
            let length = reader.duration(at: first.end + 1)
        else { return nil }
        // "heute in acht tagen".
        if length.unit == .day, !isWeekday, length.count <= 366 {
            return DayReading(days: .day(day + Int(length.count)), end: length.range.upperBound)
        }
        guard length.unit == .week else { return nil }
        guard length.count <= 52 else { return nil }
        let weeks = Int(length.count) - (isWeekday && length.count > 1 ? 1 : 0)
        return DayReading(
            days: .day(day + weeks * 7),
            end: length.range.upperBound,
            isDoubtful: isWeekday
        )
    }

    private func oneOfDays(at index: Int) -> DayReading? {
        if reader.unit(index) == .day, reader.meaning(index + 1) == .after {
            return dayAfter(index + 2)
        }
        if let week = weekAfter(at: index) { return week }
        if reader.part(index) == nil, let beside = dayBeside(at: index) { return beside }
        return namedDays(at: index) ?? lengthFrom(index)
    }

    /// Days that stand by themselves.
    func namedDays(at index: Int) -> DayReading? {
        func one(_ day: CivilDay, words count: Int = 1) -> DayReading {
            DayReading(days: .day(day), end: index + count)
        }
        switch reader.meaning(index) {
        case .today: return one(today)
        case .tomorrow: return one(today + 1)
        case .dayAfterTomorrow: return one(today + 2)
        case .weekday(let weekday): return self.weekday(weekday, at: index)
        case .weekdays:
            return week(at: index + 1) ?? DayReading(days: .weekdays, end: index + 1)
        case .weekend: return DayReading(days: .weekend, end: index + 1)
        case .every:
            // "every day", "any other day", "every morning".
            let next = reader.meaning(index + 1) == .other ? index + 2 : index + 1
            if reader.unit(next) == .day {
                return week(at: next + 1) ?? DayReading(days: .everyDay, end: next + 1)
            }
            guard reader.part(next) != nil else { return nil }
            return DayReading(days: .everyDay, end: next)
        case .everyUnit(.day): return DayReading(days: .everyDay, end: index + 1)
        // "most days", "most evenings".
        case .most where reader.unit(index + 1) == .day:
            return DayReading(days: .everyDay, end: index + 2)
        case .most where reader.part(index + 1) != nil:
            return DayReading(days: .everyDay, end: index + 1)
        case .within, .inside: return anyWeek(at: index)
        case .stage(let stage): return partOfWeek(stage, at: index + 1)
        case .stageOf(let stage) where reader.meaning(index + 1) == .of:
            return partOfWeek(stage, at: index + 2)
        case .later: return partOfWeek(.late, at: index + 1, isDoubtful: true)
        case .next, .coming, .afterNext: return next(at: index)
        // "all days", but not "all day".
        case .all where reader.unit(index + 1) == .day && reader.words.isInflected(index + 1):
            return DayReading(days: .everyDay, end: index + 2)
        case .this, .all: return week(at: index)
        default: return date(at: index)
        }
    }

    /// A day of the week: "saturday the 28th", "tuesday next week", or the coming one.
    private func weekday(_ weekday: Int, at index: Int) -> DayReading {
        let next = reader.meaning(index + 1) == .the ? index + 2 : index + 1
        // "monday first thing" is no first day of a month, and a day that is not the weekday's is a mistake.
        if mark(at: next) != .firstThing, var date = date(at: next) {
            if date.day?.weekday != weekday { date.isDoubtful = true }
            return date
        }
        if reader.meaning(index + 1) == .next, reader.unit(index + 2) == .week {
            return day(weekday, of: monday + 7, end: index + 3)
        }
        // "next week tuesday or wednesday".
        if let lastWeek, isListed(index) { return day(weekday, of: lastWeek, end: index + 1) }
        return DayReading(days: .day(coming(weekday)), end: index + 1)
    }

    /// "next week", "next week on tuesday", "next friday", "the coming friday".
    private func next(at index: Int) -> DayReading? {
        if case .weekday(let weekday) = reader.meaning(index + 1) {
            let day = coming(weekday)
            // Of this week or the next one: most people would say "this friday".
            let isOfThisWeek = reader.meaning(index) != .coming && day < monday + 7
            let isLater = isOfThisWeek || reader.meaning(index) == .afterNext
            return DayReading(
                days: .day(isLater ? day + 7 : day),
                end: index + 2,
                isDoubtful: isOfThisWeek
            )
        }
        // "this week or next".
        if reader.meaning(index - 1) == .or, reader.unit(index - 2) == .week {
            return week(
                of: monday + 7,
                end: reader.unit(index + 1) == .week ? index + 2 : index + 1
            )
        }
        guard let week = self.week(at: index) else { return nil }
        let dayAt = reader.meaning(index + 2) == .on ? index + 3 : index + 2
        if case .weekday(let weekday) = reader.meaning(dayAt), let monday = weekAhead(index) {
            return day(weekday, of: monday, end: dayAt + 1)
        }
        return week
    }

    /// "the day after tomorrow", or after the day that was spoken of.
    private func dayAfter(_ index: Int) -> DayReading? {
        if let found = namedDays(at: index) {
            return found.day.map { DayReading(days: .day($0 + 1), end: found.end) }
        }
        return lastDay.map { DayReading(days: .day($0 + 1), end: index) }
    }

    /// "a week from monday", "two days from now".
    private func lengthFrom(_ index: Int) -> DayReading? {
        guard let length = reader.duration(at: index), length.seconds < 366 * 86_400,
            reader.meaning(length.range.upperBound) == .from
        else { return nil }
        let start = length.range.upperBound + 1
        var base =
            reader.meaning(start) == .now ? DayReading(days: .day(today), end: start + 1) : nil
        if base == nil { base = namedDays(at: start) }
        guard let base, let day = base.day else { return nil }
        let count = Int(length.count)
        switch length.unit {
        case .second, .minute, .hour: return nil
        case .day: return DayReading(days: .day(day + count), end: base.end)
        case .week: return DayReading(days: .day(day + count * 7), end: base.end)
        case .month: return DayReading(days: .day(day.adding(months: count)), end: base.end)
        case .year: return DayReading(days: .day(day.adding(months: count * 12)), end: base.end)
        }
    }

    /// "the day before thanksgiving", "the monday after christmas", "the week before easter".
    func dayBeside(at index: Int) -> DayReading? {
        guard let beside = reader.beside(at: index),
            let other = date(at: beside.end), let day = other.day.map(beside.day(from:)),
            day >= today
        else { return nil }
        if reader.unit(index) == .week { return week(of: day - (day.weekday - 1), end: other.end) }
        return DayReading(days: .day(day), end: other.end)
    }

    private func date(at index: Int) -> DayReading? {
        if let found = reader.monthDay(at: index) {
            return found.next(from: today).map { day in
                DayReading(days: .day(day), end: found.end, isAmbiguous: found.isAmbiguous)
            }
        }
        if let found = reader.holiday(at: index) {
            let year = today.parts.year
            let day = found.holiday.day(in: year) - found.daysBefore
            let next = found.holiday.day(in: year + 1) - found.daysBefore
            return DayReading(days: .day(day < today ? next : day), end: found.end)
        }
        let isListed = isListed(index)
        guard
            let (dayOfMonth, end) = reader.dayOfMonth(at: index)
                ?? (isListed ? reader.place(index) : nil)
        else { return nil }
        let start = isListed ? lastDay ?? today : today
        let first = start - (start.parts.day - 1)
        for ahead in 0...2 {
            let month = first.adding(months: ahead)
            let day = month + (dayOfMonth - 1)
            if day >= start, day.parts.month == month.parts.month {
                return DayReading(days: .day(day), end: end)
            }
        }
        return nil
    }

    /// The next such weekday after today.
    func coming(_ weekday: Int) -> CivilDay {
        today + ((weekday - today.weekday + 6) % 7 + 1)
    }

}
