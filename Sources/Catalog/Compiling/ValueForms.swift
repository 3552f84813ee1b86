public import Messages

/// How values are written in authoring files.
public enum ValueForms {
    static let kinds: [String: ValueKind] = [
        "choice": .choice, "yes-no": .yesNo, "text": .text, "number": .number,
        "version": .version, "entity": .entity, "duration": .duration, "frequency": .frequency,
        "date": .date, "check": .check, "fix": .fix,
    ]

    /// The values of a kind that names its own; empty for kinds that don't.
    ///
    /// `pass`, `fail` and `not-possible` of a check; `fixed`, `not-fixed` and `unable` of a fix;
    /// `yes` and `no`.
    public static func fixedValues(of kind: ValueKind) -> [String] {
        switch kind {
        case .check: ["pass", "fail", "not-possible"]
        case .fix: ["fixed", "not-fixed", "unable"]
        case .yesNo: ["yes", "no"]
        default: []
        }
    }

    /// The number that a text is, where it is one and finite.
    static func number(_ text: String) -> Double? {
        guard let number = Double(text), number.isFinite else { return nil }
        return number
    }

    /// Whether a text is a day of the calendar, `2026-11-18`.
    public static func isDate(_ text: String) -> Bool {
        CalendarTime.day(text[...]) != nil
    }
}

/// Times as they are written in conversations.
enum CalendarTime {
    /// Milliseconds since 1970-01-01 UTC of `2026-11-19T16:40:00-05:00`; nil where the text is no
    /// such time.
    ///
    /// The offset is needed, or `Z`; the seconds are not.
    static func milliseconds(_ text: String) -> Int64? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = day(parts[0]), day >= 0 else { return nil }
        var clock = parts[1]
        var offsetMinutes = 0
        if clock.last == "Z" {
            clock = clock.dropLast()
        } else {
            guard let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }),
                let minutes = minutes(clock[clock.index(after: sign)...]), minutes <= 14 * 60
            else { return nil }
            offsetMinutes = clock[sign] == "-" ? -minutes : minutes
            clock = clock[..<sign]
        }
        var seconds = 0
        if clock.count == 8 {
            guard clock.dropLast(2).last == ":", let number = digits(clock.suffix(2)), number < 60
            else { return nil }
            seconds = number
            clock = clock.dropLast(3)
        }
        guard let minutes = minutes(clock) else { return nil }
        return ((Int64(day) * 1_440 + Int64(minutes - offsetMinutes)) * 60 + Int64(seconds)) * 1_000
    }

    /// Minutes of `09:30`, up to `24:00`.
    static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hours = digits(parts[0]), let minutes = digits(parts[1]),
            minutes < 60, hours * 60 + minutes <= 24 * 60
        else { return nil }
        return hours * 60 + minutes
    }

    /// Days since 1970-01-01 of `2026-11-19`; below 0 for those before.
    static func day(_ text: Substring) -> Int? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, let year = digits(parts[0].prefix(2)),
            let yearInCentury = digits(parts[0].suffix(2)), let month = digits(parts[1]),
            let day = digits(parts[2]), (1...12).contains(month)
        else { return nil }
        let fullYear = year * 100 + yearInCentury
        let isLeap = fullYear % 4 == 0 && (fullYear % 100 != 0 || fullYear % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[month - 1]).contains(day) else { return nil }
        // Days of the years before, counted from the year 1, less those before 1970.
        let before = fullYear - 1
        let days = before * 365 + before / 4 - before / 100 + before / 400 - 719_162
        return days + lengths[..<(month - 1)].reduce(0, +) + day - 1
    }

    private static func digits(_ text: Substring) -> Int? {
        guard text.count == 2, text.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        return Int(text)
    }
}
