/// Which days an availability speaks of.
enum SaidDays: Equatable {
    case day(CivilDay)
    /// From the first to the last of some days in a row.
    case span(CivilDay, CivilDay)
    case weekdays
    case everyDay
    case weekend
    /// Each such day of the week from a day on.
    case weekday(CivilDay)

    /// The day that is meant where its name is not denied, but named.
    var named: SaidDays { if case .weekday(let day) = self { .day(day) } else { self } }

    /// Whether a day is one of them.
    func contains(_ day: CivilDay) -> Bool {
        switch self {
        case .day(let one): one == day
        case .span(let first, let last): first <= day && day <= last
        case .weekdays: day.weekday < 6
        case .everyDay: true
        case .weekend: day.weekday > 5
        case .weekday(let first): first <= day && first.weekday == day.weekday
        }
    }
}

/// Which hours of those days, in minutes after midnight.
enum SaidHours: Equatable {
    case range(ClockTime, ClockTime)
    case after(ClockTime)
    case before(ClockTime)
    case around(ClockTime)
    case part(DayPart)
    case allDay
    /// From the call's start on, because no time is better than another.
    case anyTime
    /// From the call's start on, or from so many minutes after it.
    case fromNow(minutes: Int)
    /// From the call's start to so many minutes after it, or to a time.
    case nowFor(minutes: Int)
    case nowUntil(ClockTime)
    /// From a time of the clause's day on, without an end.
    case notBefore(ClockTime)
}

/// A time on the clock, of which it may not have been said whether it is before noon.
struct ClockTime: Equatable {
    /// Minutes after midnight, or after noon when that is open.
    var minutes: Int
    /// Whether the half of the day is known.
    var isFixed: Bool

    static let startOfDay = ClockTime(minutes: 0, isFixed: true)
    static let noon = ClockTime(minutes: 720, isFixed: true)

    /// The two times that it can be.
    var candidates: [Int] { isFixed ? [minutes] : [minutes % 720, minutes % 720 + 720] }

    /// The time in a half of the day.
    func inHalf(afterNoon: Bool) -> ClockTime {
        isFixed
            ? self
            : ClockTime(minutes: minutes % 720 + (afterNoon ? 720 : 0), isFixed: true)
    }

    /// The time in a part of the day: half past one at night is before noon.
    func inPart(_ part: DayPart) -> ClockTime {
        inHalf(afterNoon: part != .morning && !(part == .night && minutes % 720 < 300))
    }

    /// The time that is meant when business hours are spoken of: from 7 before noon, until 7 after it.
    func atBusiness(firstMorningHour: Int = 7) -> ClockTime {
        inHalf(afterNoon: minutes % 720 < firstMorningHour * 60)
    }
}

/// A part of an availability: some days and hours of them.
struct WindowClause: Equatable {
    var days: [SaidDays] = []
    var hours: [SaidHours] = []
    /// The first day of those that recur, where it is not the call's.
    var from: CivilDay?
    /// Times of which it was not said whether they are before or after noon, as they were taken.
    var assumed: [Int] = []

    var isEmpty: Bool { days.isEmpty && hours.isEmpty }

    /// Whether it speaks of no day more than of others.
    var isOfAnyDay: Bool { days.isEmpty || days == [.everyDay] }

    /// Whether its days exclude a day from what a clause says: a weekday excludes the coming one, and others, today as well,
    /// unless they were named themselves.
    func excludes(_ day: CivilDay, from clause: WindowClause) -> Bool {
        days.contains { days in
            guard case .weekday(let first) = days else { return days.contains(day) }
            return day.weekday == first.weekday
                && (day == first || !clause.days.contains(.day(day)))
        }
    }

    /// The first so many of its days and hours.
    func cut(to count: Int) -> WindowClause {
        var clause = self
        clause.days = Array(days.prefix(count))
        clause.hours = Array(hours.prefix(count))
        return clause
    }

    /// With the half of the day settled for each time.
    ///
    /// - Parameter later: Hours in place of some that were not said to be before or after noon; nil to keep these.
    func fixed(
        hint: DayPart?,
        later: (SaidHours) -> SaidHours? = { _ in nil }
    ) -> WindowClause {
        var clause = self
        clause.hours = hours.map { hours in
            var fixed = hours.fixed(hint: hint)
            guard hint == nil, hours.isOpen else { return fixed }
            fixed = later(fixed) ?? fixed
            clause.assumed += fixed.clockMinutes
            return fixed
        }
        return clause
    }
}

/// An availability as it was said.
struct SaidWindows: Equatable {
    var clauses: [WindowClause] = []
    /// What is excluded from all: hours on their days, or on all where none is named, and whole days.
    var exclusions: [WindowClause] = []
    /// The zone that was named.
    var zone: String?
    /// Whether something else may have been meant, so that it must be confirmed.
    var isDoubtful = false
    /// Whether day and month may have been meant the other way round.
    var isAmbiguous = false
    /// From the first to the last word that was read.
    var range: Range<Int> = 0..<0

    /// The first so many of its clauses and exclusions, and of their days and hours.
    func cut(to count: Int) -> SaidWindows {
        var said = self
        said.clauses = clauses.prefix(count).map { $0.cut(to: count) }
        said.exclusions = exclusions.prefix(count).map { $0.cut(to: count) }
        return said
    }
}

extension SaidHours {
    /// Whether it is told by the call's start.
    var isFromNow: Bool {
        switch self {
        case .anyTime, .fromNow, .nowFor, .nowUntil: true
        default: false
        }
    }

    /// Whether it is a part of the day, of which nobody has said when it begins.
    var isPart: Bool { if case .part = self { true } else { false } }

    /// The times on the clock that it names.
    private var times: [ClockTime] {
        switch self {
        case .range(let from, let to): [from, to]
        case .after(let time), .before(let time), .around(let time), .nowUntil(let time): [time]
        case .notBefore(let time): time == .startOfDay ? [] : [time]
        case .part, .allDay, .anyTime, .fromNow, .nowFor: []
        }
    }

    /// These in minutes after midnight.
    var clockMinutes: [Int] { times.map(\.minutes) }

    /// Whether it names a time on the clock.
    var isOnClock: Bool { !times.isEmpty }

    /// Whether nothing says if its times are before or after noon: of "nine to noon" one end does.
    var isOpen: Bool { isOnClock && times.allSatisfy { !$0.isFixed } }

    /// The same hours of the other half of the day; nil for hours that name no time before noon.
    var afterNoon: SaidHours? {
        guard let end = clockMinutes.last, end < 720 else { return nil }
        func later(_ time: ClockTime) -> ClockTime {
            ClockTime(minutes: time.minutes + 720, isFixed: true)
        }
        return switch self {
        case .range(let from, let to): .range(later(from), later(to))
        case .after(let time): .after(later(time))
        case .before(let time): .before(later(time))
        case .around(let time): .around(later(time))
        default: nil
        }
    }

    /// These hours within a part of the day that was said to suit: "tomorrow morning but not before nine".
    func within(_ part: DayPart) -> SaidHours {
        let start = ClockTime(minutes: part.minutes.lowerBound, isFixed: true)
        switch (self, part) {
        case (.after(let time), .morning):
            let time = time.inPart(part)
            return time.minutes < ClockTime.noon.minutes ? .range(time, .noon) : self
        case (.before(let time), .afternoon), (.before(let time), .evening):
            let time = time.inPart(part)
            return time.minutes > start.minutes ? .range(start, time) : self
        default: return self
        }
    }

    /// What is left of a day without these hours.
    var complement: SaidHours? {
        switch self {
        case .range(_, let to): .after(to)
        case .after(let time): .before(time)
        case .before(let time): .after(time)
        case .part(.morning): .after(.noon)
        case .part(.afternoon): .before(.noon)
        case .part: .before(ClockTime(minutes: DayPart.evening.minutes.lowerBound, isFixed: true))
        default: nil
        }
    }

    /// Minutes after midnight that are gone where these hours are excluded.
    var excludedMinutes: Range<Int> {
        switch self {
        case .range(let from, let to): from.minutes..<to.minutes
        case .after(let time): time.minutes..<1_440
        case .before(let time): 0..<time.minutes
        case .around(let time): time.minutes..<time.minutes + 60
        case .part(.morning): 0..<DayPart.morning.minutes.upperBound
        case .part(.afternoon): DayPart.afternoon.minutes
        case .part(let part): part.minutes.lowerBound..<1_440
        default: 0..<1_440
        }
    }

    /// With the half of the day settled for each time.
    func fixed(hint: DayPart?) -> SaidHours {
        func fix(_ time: ClockTime, firstMorningHour: Int = 7) -> ClockTime {
            guard let hint else { return time.atBusiness(firstMorningHour: firstMorningHour) }
            // "tomorrow morning until twelve".
            if hint == .morning, time.candidates.contains(ClockTime.noon.minutes) { return .noon }
            return time.inPart(hint)
        }
        switch self {
        case .range(let from, let to):
            return Self.fixedRange(from, to, fix: { fix($0) })
        case .after(let time): return .after(fix(time, firstMorningHour: 8))
        case .before(let time): return .before(fix(time))
        case .around(let time): return .around(fix(time))
        case .nowUntil(let time): return .nowUntil(fix(time))
        case .notBefore(let time): return .notBefore(fix(time))
        case .part, .allDay, .anyTime, .fromNow, .nowFor: return self
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
