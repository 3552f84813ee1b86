/// Which days an availability speaks of.
enum SaidDays: Equatable {
    case day(CivilDay)
    /// From the first to the last of some days in a row.
    case span(CivilDay, CivilDay)
    case weekdays
    case everyDay
    case weekend
}

/// Which hours of those days, in minutes after midnight.
enum SaidHours: Equatable {
    case range(ClockTime, ClockTime)
    case after(ClockTime)
    case before(ClockTime)
    case around(ClockTime)
    case part(DayPart)
    case allDay
    /// From the call's start on, or from so many minutes after it.
    case fromNow(minutes: Int)
    /// From the call's start to so many minutes after it, or to a time.
    case nowFor(minutes: Int)
    case nowUntil(ClockTime)
    /// From the beginning of the clause's day on.
    case notBefore
}

/// A time on the clock, of which it may not have been said whether it is before noon.
struct ClockTime: Equatable {
    /// Minutes after midnight, or after noon when that is open.
    var minutes: Int
    /// Whether the half of the day is known.
    var isFixed: Bool

    static let noon = ClockTime(minutes: 720, isFixed: true)

    /// The two times that it can be.
    var candidates: [Int] { isFixed ? [minutes] : [minutes % 720, minutes % 720 + 720] }

    /// The time in a half of the day.
    func inHalf(afterNoon: Bool) -> ClockTime {
        isFixed
            ? self
            : ClockTime(minutes: minutes % 720 + (afterNoon ? 720 : 0), isFixed: true)
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

    var isEmpty: Bool { days.isEmpty && hours.isEmpty }
}

/// An availability as it was said.
struct SaidWindows: Equatable {
    var clauses: [WindowClause] = []
    /// Weekdays and days that are excluded from all.
    var excludedWeekdays: [Int] = []
    var excludedDays: [CivilDay] = []
    /// The zone that was named.
    var zone: String?
    /// Times of which it was not said whether they are before or after noon, as they were taken.
    var assumed: [Int] = []
    /// From the first to the last word that was read.
    var range: Range<Int> = 0..<0
}
