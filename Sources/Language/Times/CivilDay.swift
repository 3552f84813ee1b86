/// A day of the Gregorian calendar, without a zone.
struct CivilDay: Comparable, Hashable, Sendable {
    /// Days since 1970-01-01.
    var number: Int

    init(number: Int) {
        self.number = number
    }

    /// A day by year, month and day of the month, which may lie beyond the month's end.
    init(year: Int, month: Int, day: Int) {
        // Years that begin in March put the leap day at their end (days_from_civil).
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Year, month and day of the month.
    var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// 1 is Monday, 7 is Sunday.
    var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// YYYY-MM-DD.
    var text: String {
        let (year, month, day) = parts
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    /// The same day some months later, or the month's last day when it is shorter.
    func adding(months: Int) -> CivilDay {
        let (year, month, day) = parts
        let count = year * 12 + month - 1 + months
        let first = CivilDay(year: count / 12, month: count % 12 + 1, day: 1)
        let next = CivilDay(year: (count + 1) / 12, month: (count + 1) % 12 + 1, day: 1)
        return CivilDay(number: min(first.number + day - 1, next.number - 1))
    }

    /// Whether a month of some year has that day.
    static func exists(month: Int, day: Int) -> Bool {
        let longest = month == 2 ? 29 : [4, 6, 9, 11].contains(month) ? 30 : 31
        return day >= 1 && day <= longest
    }

    static func + (day: CivilDay, count: Int) -> CivilDay { CivilDay(number: day.number + count) }
    static func - (day: CivilDay, count: Int) -> CivilDay { CivilDay(number: day.number - count) }
    static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }
}
