/// Reads an availability: "now or tomorrow between nine and noon eastern", "any weekday after five but not
/// friday", "not before the 12th".
///
/// The words are read once from left to right. Days and hours are gathered into a clause; it ends when a
/// day comes after hours, or after "now". What is no expression of time is passed over.
struct WindowParser {
    private let reader: TimeReader
    private let today: CivilDay
    /// The minute of the day at which the call began.
    private let minute: Int
    /// Words whose negation is not about times: those of "i dont know".
    private let ignored: [Range<Int>]
    private var said = SaidWindows()
    private var clause = WindowClause()
    private var hint: DayPart?
    /// The words until which a negation reaches.
    private var negatedUntil = -1
    private var first: Int?
    private var last = 0

    init(_ reader: TimeReader, clock: CallClock, ignoring ignored: [Range<Int>]) {
        self.reader = reader
        self.ignored = ignored
        for case .zone(let zone) in reader.meanings.compactMap({ $0 }) where said.zone == nil {
            said.zone = zone
        }
        (today, minute) = clock.localTime(in: said.zone ?? clock.zone)
    }

    /// What was said; nil when it holds no expression of time.
    mutating func parse() -> SaidWindows? {
        var index = reader.area.lowerBound
        while index < reader.area.upperBound {
            // A negation ends with its clause: "i cant do tomorrow but monday works".
            if reader.words.items[index].classes.contains(.boundary) { negatedUntil = -1 }
            let next = readNegation(index) ?? readDays(index) ?? readHours(index) ?? readZone(index)
            if let next {
                if first == nil { first = index }
                last = next
            }
            index = next ?? index + 1
        }
        endClause()
        guard !said.clauses.isEmpty, let first else { return nil }
        said.range = first..<last
        return said
    }

    // MARK: Negation and zone

    private mutating func readNegation(_ index: Int) -> Int? {
        switch reader.meaning(index) {
        case .except:
            negatedUntil = index + 3
        case .not where !ignored.contains(where: { $0.contains(index) }):
            negatedUntil = index + 3
        default:
            return nil
        }
        return index + 1
    }

    private func isNegated(_ index: Int) -> Bool { index <= negatedUntil }

    private func readZone(_ index: Int) -> Int? {
        if case .zone = reader.meaning(index) { return index + 1 }
        return nil
    }

    // MARK: Days

    private mutating func readDays(_ index: Int) -> Int? {
        guard let (days, end) = days(at: index) else { return nil }
        if isNegated(index) {
            if case .weekday(let weekday) = reader.meaning(index) {
                said.excludedWeekdays.append(weekday)
            } else {
                exclude(days)
            }
            // The negation reaches over a list: "not monday or tuesday".
            negatedUntil = end + 1
        } else {
            add(days)
        }
        return end
    }

    private mutating func exclude(_ days: SaidDays) {
        switch days {
        case .day(let day): said.excludedDays.append(day)
        case .weekend: said.excludedWeekdays += [6, 7]
        case .weekdays: said.excludedWeekdays += [1, 2, 3, 4, 5]
        case .span, .everyDay: break
        }
    }

    private mutating func add(_ days: SaidDays) {
        // "after five on monday": hours without a day take the day that follows.
        if !clause.days.isEmpty && !clause.hours.isEmpty { endClause() }
        clause.days.append(days)
    }

    /// A day, some days in a row ("monday through thursday", "between monday and wednesday"), or days
    /// that recur.
    private func days(at index: Int) -> (SaidDays, end: Int)? {
        guard let first = oneOfDays(at: index), case .day(let from) = first.0 else {
            return oneOfDays(at: index)
        }
        let joins: Bool =
            switch reader.meaning(first.end) {
            case .to, .until: true
            case .and: reader.meaning(index - 1) == .between
            default: false
            }
        guard joins else { return first }
        let next = reader.meaning(first.end + 1) == .the ? first.end + 2 : first.end + 1
        guard let last = oneOfDays(at: next), case .day(var to) = last.0 else { return first }
        if to < from, from - to.number < CivilDay(number: 7) { to = to + 7 }
        return to > from ? (.span(from, to), last.end) : first
    }

    private func oneOfDays(at index: Int) -> (SaidDays, end: Int)? {
        switch reader.meaning(index) {
        case .today: return (.day(today), index + 1)
        case .tomorrow: return (.day(today + 1), index + 1)
        case .dayAfterTomorrow: return (.day(today + 2), index + 1)
        case .unit(.day)
        where reader.meaning(index + 1) == .after
            && reader.meaning(index + 2) == .tomorrow:
            return (.day(today + 2), index + 3)
        case .weekday(let weekday):
            // "saturday the 28th" is one day.
            let next = reader.meaning(index + 1) == .the ? index + 2 : index + 1
            return date(at: next) ?? (.day(coming(weekday)), index + 1)
        case .weekdays: return (.weekdays, index + 1)
        case .weekend: return (.weekend, index + 1)
        case .every where reader.unit(index + 1) == .day: return (.everyDay, index + 2)
        case .next where reader.unit(index + 1) == .week:
            let monday = today + (8 - today.weekday)
            return (.span(monday, monday + 4), index + 2)
        case .this where reader.unit(index + 1) == .week:
            let friday = today + (5 - today.weekday)
            return (today < friday ? .span(today, friday) : .day(today), index + 2)
        default: return date(at: index)
        }
    }

    private func date(at index: Int) -> (SaidDays, end: Int)? {
        if let found = reader.monthDay(at: index) {
            let year = today.parts.year
            let day = CivilDay(year: year, month: found.month, day: found.day)
            let next = CivilDay(year: year + 1, month: found.month, day: found.day)
            return (.day(day < today ? next : day), found.end)
        }
        guard let (dayOfMonth, end) = reader.dayOfMonth(at: index) else { return nil }
        let first = today - (today.parts.day - 1)
        for ahead in 0...2 {
            let month = first.adding(months: ahead)
            let day = month + (dayOfMonth - 1)
            if day >= today, day.parts.month == month.parts.month { return (.day(day), end) }
        }
        return nil
    }

    /// The next such weekday after today.
    private func coming(_ weekday: Int) -> CivilDay {
        today + ((weekday - today.weekday + 6) % 7 + 1)
    }

    // MARK: Hours

    private mutating func readHours(_ index: Int) -> Int? {
        switch reader.meaning(index) {
        case .now: return readNow(index)
        case .anytime: return readAnytime(end: index + 1)
        case .every where reader.meaning(index + 1) == .times: return readAnytime(end: index + 2)
        case .all where reader.unit(index + 1) == .day: return add(.allDay, end: index + 2)
        case .overnight:
            add(.day(today))
            return add(.part(.night), end: index + 1)
        case .tonight:
            add(.day(today))
            hint = .evening
            // "before ten tonight" is a time of the evening already.
            if clause.hours.contains(where: \.isOnClock) { return index + 1 }
            return add(.part(.evening), end: index + 1)
        case .part(let part): return readPart(part, at: index)
        case .inside, .next: return readLength(index)
        case .between, .from: return readRange(index, from: index + 1) ?? readFromDay(index)
        case .after: return readBound(index) { .after($0) } ?? readAfterDay(index)
        case .before: return readBefore(index)
        case .until: return readUntil(index)
        case .at: return readBound(index) { .around($0) }
        default: return readBare(index)
        }
    }

    private mutating func add(_ hours: SaidHours, end: Int) -> Int {
        if !clause.hours.isEmpty, clause.days.isEmpty { endClause() }
        clause.hours.append(hours)
        return end
    }

    private mutating func readNow(_ index: Int) -> Int? {
        if isNegated(index) { return index + 1 }
        endClause()
        var end = index + 1
        var hours = SaidHours.fromNow(minutes: 0)
        if reader.meaning(end) == .until || reader.meaning(end) == .to,
            let (time, after) = reader.clockTime(at: end + 1, isAfterPreposition: true)
        {
            hours = .nowUntil(comingToday(time))
            end = after
        }
        clause.hours = [hours]
        endClause()
        return end
    }

    private mutating func readAnytime(end: Int) -> Int? {
        // "any time tomorrow" says no more than "tomorrow".
        let saysMore = (end..<reader.words.count).contains { index in
            days(at: index) != nil || reader.meaning(index) == .after
                || reader.meaning(index) == .before || reader.meaning(index) == .between
        }
        if saysMore || !clause.isEmpty { return end }
        return add(.fromNow(minutes: 0), end: end)
    }

    private mutating func readPart(_ part: DayPart, at index: Int) -> Int? {
        if isNegated(index) {
            // "not in the morning" leaves the rest of the day.
            switch part {
            case .morning: return add(.after(.noon), end: index + 1)
            case .evening, .night:
                return add(.before(ClockTime(minutes: 1_020, isFixed: true)), end: index + 1)
            case .afternoon: return add(.before(.noon), end: index + 1)
            }
        }
        if reader.meaning(index - 1) == .this { add(.day(today)) }
        hint = part
        if clause.hours.contains(where: \.isOnClock) { return index + 1 }
        return add(.part(part), end: index + 1)
    }

    /// "in an hour", "the next two hours".
    private mutating func readLength(_ index: Int) -> Int? {
        guard let duration = reader.duration(at: index + 1), duration.seconds < 7 * 86_400 else {
            return nil
        }
        let minutes = Int(duration.seconds / 60)
        let isAhead = reader.meaning(index) == .inside
        // "in two days", "the next three days".
        if minutes >= 1_440 {
            let day = today + minutes / 1_440
            add(isAhead ? .day(day) : .span(today, day))
            return duration.range.upperBound
        }
        return add(
            isAhead ? .fromNow(minutes: minutes) : .nowFor(minutes: minutes),
            end: duration.range.upperBound
        )
    }

    private mutating func readRange(_ index: Int, from start: Int) -> Int? {
        guard let (from, middle) = reader.clockTime(at: start, isAfterPreposition: true) else {
            return nil
        }
        switch reader.meaning(middle) {
        case .and, .to, .until: break
        default: return reader.meaning(index) == .from ? add(.after(from), end: middle) : nil
        }
        guard let (to, end) = reader.clockTime(at: middle + 1, isAfterPreposition: true) else {
            return nil
        }
        return addClock(.range(from, to), end: end)
    }

    /// "from monday on", "between monday and wednesday".
    private mutating func readFromDay(_ index: Int) -> Int? {
        let start = reader.meaning(index + 1) == .the ? index + 2 : index + 1
        guard !isNegated(index), let (days, end) = days(at: start) else { return nil }
        if case .day = days, reader.meaning(index) == .from { return addFrom(days, end: end) }
        add(days)
        return end
    }

    /// "after the 12th", which begins on the day after it.
    private mutating func readAfterDay(_ index: Int) -> Int? {
        let start = reader.meaning(index + 1) == .the ? index + 2 : index + 1
        guard case (.day(let day), let end)? = days(at: start) else { return nil }
        if isNegated(index) {
            add(.span(today, day))
            negatedUntil = -1
            return end
        }
        return addFrom(.day(day + 1), end: end)
    }

    /// Everything from the beginning of a day on.
    private mutating func addFrom(_ days: SaidDays, end: Int) -> Int {
        add(days)
        clause.hours.append(.notBefore)
        endClause()
        return end
    }

    private mutating func readBound(_ index: Int, _ hours: (ClockTime) -> SaidHours) -> Int? {
        if case .period(let from, let to) = reader.meaning(index + 1) {
            return readPeriod(
                hours(ClockTime(minutes: from, isFixed: true)),
                to: to,
                end: index + 2
            )
        }
        guard let (time, end) = reader.clockTime(at: index + 1, isAfterPreposition: true) else {
            return nil
        }
        // "not after five" is before five.
        if isNegated(index), case .after = hours(time) { return addClock(.before(time), end: end) }
        return addClock(hours(time), end: end)
    }

    /// "after lunch", "before work", "at lunch".
    private mutating func readPeriod(_ hours: SaidHours, to end: Int, end next: Int) -> Int? {
        let end = ClockTime(minutes: end, isFixed: true)
        switch hours {
        case .after(let from):
            return addClock(isNegated(next - 2) ? .before(from) : .after(end), end: next)
        case .before(let from):
            return addClock(isNegated(next - 2) ? .after(end) : .before(from), end: next)
        // Who is at work all day has named no time.
        case .around(let from) where end.minutes - from.minutes <= 60:
            return addClock(.range(from, end), end: next)
        default: return nil
        }
    }

    /// "until ten", which without a day is the coming ten o'clock.
    private mutating func readUntil(_ index: Int) -> Int? {
        if case .period(let from, let to) = reader.meaning(index + 1) {
            let start = ClockTime(minutes: from, isFixed: true)
            return readPeriod(.before(start), to: to, end: index + 2)
        }
        guard let (time, end) = reader.clockTime(at: index + 1, isAfterPreposition: true) else {
            let start = reader.meaning(index + 1) == .the ? index + 2 : index + 1
            guard !isNegated(index), case (.day(let day), let end)? = days(at: start) else {
                return nil
            }
            add(day > today ? .span(today, day) : .day(day))
            return end
        }
        let namesDay = (end..<max(end, reader.words.count)).contains { later in
            if case .part = reader.meaning(later) { return true }
            return reader.meaning(later) == .tonight || days(at: later) != nil
        }
        let isAlone = clause.days.isEmpty && hint == nil && !namesDay
        return addClock(.before(isAlone ? comingToday(time) : time), end: end)
    }

    /// The half of the day in which a time is still to come today, when that of business hours is over.
    private func comingToday(_ time: ClockTime) -> ClockTime {
        let usual = time.atBusiness()
        guard usual.minutes <= minute, let later = time.candidates.first(where: { $0 > minute })
        else { return usual }
        return ClockTime(minutes: later, isFixed: true)
    }

    private mutating func readBefore(_ index: Int) -> Int? {
        if case .period(let from, let to) = reader.meaning(index + 1) {
            let start = ClockTime(minutes: from, isFixed: true)
            return readPeriod(.before(start), to: to, end: index + 2)
        }
        if let (time, end) = reader.clockTime(at: index + 1, isAfterPreposition: true) {
            return addClock(isNegated(index) ? .after(time) : .before(time), end: end)
        }
        let start = reader.meaning(index + 1) == .the ? index + 2 : index + 1
        guard let (days, end) = days(at: start) else { return nil }
        if isNegated(index) {
            negatedUntil = -1
            return addFrom(days, end: end)
        }
        // "before friday", of which the day itself is no part.
        guard case .day(let day) = days, day > today else { return nil }
        add(day > today + 1 ? .span(today, day - 1) : .day(today))
        return end
    }

    /// A time without a preposition: "nine to noon", "three pm".
    private mutating func readBare(_ index: Int) -> Int? {
        guard let (from, middle) = reader.clockTime(at: index, isAfterPreposition: true) else {
            return nil
        }
        if reader.meaning(middle) == .to || reader.meaning(middle) == .until,
            let (to, end) = reader.clockTime(at: middle + 1, isAfterPreposition: true)
        {
            return addClock(.range(from, to), end: end)
        }
        guard let (time, end) = reader.clockTime(at: index, isAfterPreposition: false) else {
            return nil
        }
        return addClock(.around(time), end: end)
    }

    /// A time on the clock makes a part of the day before it a mere hint: "tomorrow morning at nine".
    private mutating func addClock(_ hours: SaidHours, end: Int) -> Int {
        clause.hours.removeAll { if case .part = $0 { true } else { false } }
        return add(hours, end: end)
    }

    private mutating func endClause() {
        if !clause.isEmpty {
            clause.hours = clause.hours.map { hours in
                let fixed = hours.fixed(hint: hint)
                if hint == nil, hours.isOpen { said.assumed += fixed.clockMinutes }
                return fixed
            }
            said.clauses.append(clause)
        }
        clause = WindowClause()
        hint = nil
    }
}

extension SaidHours {
    /// Whether it names a time on the clock.
    var isOnClock: Bool {
        switch self {
        case .range, .after, .before, .around, .nowUntil: true
        case .part, .allDay, .fromNow, .nowFor, .notBefore: false
        }
    }

    /// The times on the clock that it names.
    var clockMinutes: [Int] {
        switch self {
        case .range(let from, let to): [from.minutes, to.minutes]
        case .after(let time), .before(let time), .around(let time), .nowUntil(let time):
            [time.minutes]
        case .part, .allDay, .fromNow, .nowFor, .notBefore: []
        }
    }

    /// Whether nothing says if its times are before or after noon: of "nine to noon" one end does.
    var isOpen: Bool {
        switch self {
        case .range(let from, let to): !from.isFixed && !to.isFixed
        case .after(let time), .before(let time), .around(let time), .nowUntil(let time):
            !time.isFixed
        case .part, .allDay, .fromNow, .nowFor, .notBefore: false
        }
    }

    /// With the half of the day settled for each time.
    func fixed(hint: DayPart?) -> SaidHours {
        func fix(_ time: ClockTime, firstMorningHour: Int = 7) -> ClockTime {
            guard let hint else { return time.atBusiness(firstMorningHour: firstMorningHour) }
            return time.inHalf(afterNoon: hint != .morning)
        }
        switch self {
        case .range(let from, let to):
            return Self.fixedRange(from, to, fix: { fix($0) })
        case .after(let time): return .after(fix(time, firstMorningHour: 8))
        case .before(let time): return .before(fix(time))
        case .around(let time): return .around(fix(time))
        case .nowUntil(let time): return .nowUntil(fix(time))
        case .part, .allDay, .fromNow, .nowFor, .notBefore: return self
        }
    }

    /// Settles a range so that it is as short as possible and goes forward.
    private static func fixedRange(
        _ from: ClockTime,
        _ to: ClockTime,
        fix: (ClockTime) -> ClockTime
    ) -> SaidHours {
        var start = fix(from).minutes
        if !from.isFixed, to.isFixed {
            start = from.candidates.last { $0 < to.minutes } ?? start
        }
        var end = to.candidates.first { $0 > start } ?? to.minutes
        if end <= start { end += 1_440 }
        return .range(
            ClockTime(minutes: start, isFixed: true),
            ClockTime(minutes: end, isFixed: true)
        )
    }
}
