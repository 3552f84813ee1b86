/// A day of the year that is known by its name.
enum Holiday: Sendable, Equatable {
    case fixed(month: Int, day: Int)
    /// The n-th such weekday of a month, 1 being Monday; the 0th is the last one of the month before.
    case nth(Int, weekday: Int, month: Int)
    case easter

    func day(in year: Int) -> CivilDay {
        switch self {
        case .fixed(let month, let day):
            return CivilDay(year: year, month: month, day: day)
        case .nth(let count, let weekday, let month):
            let first = CivilDay(year: year, month: month, day: 1)
            return first + ((weekday - first.weekday + 7) % 7 + 7 * (count - 1))
        case .easter: return Self.easter(year)
        }
    }

    /// Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
    private static func easter(_ year: Int) -> CivilDay {
        let golden = year % 19
        let (century, ofCentury) = (year / 100, year % 100)
        let correction = (century + 8) / 25
        let moon = (century - correction + 1) / 3
        let epact = (19 * golden + century - century / 4 - moon + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
        let month = (golden + 11 * epact + 22 * weekday) / 451
        let days = epact + weekday - 7 * month + 114
        return CivilDay(year: year, month: days / 31, day: days % 31 + 1)
    }
}

extension TimeReader {
    /// A holiday that is named at a word, or the day before it: "christmas", "christmas eve".
    func holiday(at index: Int) -> (holiday: Holiday, daysBefore: Int, end: Int)? {
        switch meaning(index) {
        case .holiday(let holiday):
            meaning(index + 1) == .eve ? (holiday, 1, index + 2) : (holiday, 0, index + 1)
        case .holidayOf(let holiday): unit(index + 1) == .day ? (holiday, 0, index + 2) : nil
        default: nil
        }
    }
}
