/// A day of the calendar that was said, of which the year may have been left out.
struct SaidDay {
    var month: Int
    var day: Int
    var year: Int?
    var end: Int
    /// Whether day and month may have been meant the other way round.
    var isAmbiguous = false

    /// The last such day up to one; nil when it is still to come.
    func latest(until today: CivilDay) -> CivilDay? {
        // The 29th of February may be up to eight years back.
        found(in: year.map { [$0] } ?? (0...8).map { today.parts.year - $0 }) { $0 <= today }
    }

    /// The next such day from one on; nil when it is over.
    func next(from today: CivilDay) -> CivilDay? {
        found(in: year.map { [$0] } ?? (0...8).map { today.parts.year + $0 }) { $0 >= today }
    }

    private func found(in years: [Int], where isFitting: (CivilDay) -> Bool) -> CivilDay? {
        years.lazy.map { CivilDay(year: $0, month: month, day: day) }
            .first { isFitting($0) && $0.parts.month == month }
    }
}

extension TimeReader {
    /// A month named at a word: one that is also a common word only beside a number or the like, or alone.
    func month(_ index: Int) -> Int? {
        guard case .month(let month) = meaning(index) else { return nil }
        if !words.items[index].classes.contains(.common) || area.count == 1 { return month }
        if place(index + 1) != nil || place(index - 1) != nil || amount(index + 1) != nil {
            return month
        }
        switch meaning(index - 1) {
        case .of, .since, .inside, .last: return month
        default: return nil
        }
    }

    /// A day of a month: "the 12th of november", "november 3rd", "november 3 2026", "3.11.", "10/22".
    func monthDay(at index: Int) -> SaidDay? {
        guard var found = namedMonthDay(at: index) ?? numericDay(at: index) else { return nil }
        if found.year == nil, let year = year(found.end) {
            found.year = year
            found.end += 1
        }
        return found
    }

    private func namedMonthDay(at index: Int) -> SaidDay? {
        func day(_ month: Int, _ day: Int, end: Int) -> SaidDay? {
            CivilDay.exists(month: month, day: day)
                ? SaidDay(month: month, day: day, end: end) : nil
        }
        if let month = month(index) {
            guard let (number, end) = place(index + 1) ?? wholeDay(index + 1) else { return nil }
            return day(month, number, end: end)
        }
        guard let (number, end) = place(index) ?? wholeDay(index) else { return nil }
        // "the 23rd or 24th of november".
        if meaning(end) == .or || meaning(end) == .and, place(end + 1) != nil,
            let other = namedMonthDay(at: end + 1)
        {
            return day(other.month, number, end: end)
        }
        let next = meaning(end) == .of ? end + 1 : end
        if let month = month(next) { return day(month, number, end: next + 1) }
        // "am dritten elften".
        guard vocabulary.numericDates.namesMonths, words.items[index].kind == .ordinal,
            end < words.count, words.items[end].kind == .ordinal, let (month, end) = place(end)
        else { return nil }
        return day(month, number, end: end)
    }

    // MARK: Days in digits

    /// The years that a day may be of.
    private static let years = 1_990...2_100

    private func year(_ index: Int) -> Int? {
        guard let number = wholeNumber(index), Self.years.contains(number), unit(index + 1) == nil,
            meaning(index + 1) != .oclock, !isWrittenWithColon(index)
        else { return nil }
        return number
    }

    /// A day that was written in digits, in the order and with the signs of the language.
    ///
    /// "3.11.", "3. 11. 2026", "10/22/26"; everywhere "2026-11-03".
    private func numericDay(at index: Int) -> SaidDay? {
        guard index < words.count, isTyped(index) else { return nil }
        let dates = vocabulary.numericDates
        if let found = digits(at: index, separator: UInt8(ascii: "-")), found.parts.count == 3,
            Self.years.contains(found.parts[0]),
            CivilDay.exists(month: found.parts[1], day: found.parts[2])
        {
            return SaidDay(
                month: found.parts[1],
                day: found.parts[2],
                year: found.parts[0],
                end: found.end
            )
        }
        guard let (parts, end) = digits(at: index, separator: dates.separator),
            (2...3).contains(parts.count), unit(end) == nil, meaning(end) != .oclock
        else { return nil }
        var year: Int?
        if parts.count == 3 {
            guard let full = fullYear(parts[2]) else { return nil }
            year = full
        }
        // With all four digits of a year it is nothing else.
        guard parts.last.map(Self.years.contains) == true || isDatePlace(index, end: end) else {
            return nil
        }
        let (month, day) = dates.monthFirst ? (parts[0], parts[1]) : (parts[1], parts[0])
        let fits = (1...12).contains(month) && CivilDay.exists(month: month, day: day)
        let fitsOther =
            dates.monthFirst && (1...12).contains(day) && CivilDay.exists(month: day, day: month)
        guard fits || fitsOther else { return nil }
        return SaidDay(
            month: fits ? month : day,
            day: fits ? day : month,
            year: year,
            end: end,
            isAmbiguous: fits && fitsOther && month != day
        )
    }

    /// The year that the last digits of a word stand for: "2026", or "26"; "4.2.1" has none.
    private func fullYear(_ number: Int) -> Int? {
        if Self.years.contains(number) { return number }
        return (10...99).contains(number) ? 2_000 + number : nil
    }

    /// Whether a day without all digits of its year may stand at some words, since a day is expected there or
    /// nothing else was said.
    private func isDatePlace(_ index: Int, end: Int) -> Bool {
        switch meaning(index - 1) {
        case .since, .on, .the, .weekday: return true
        default: break
        }
        let isWhole = index == area.lowerBound && end == area.upperBound
        // "ab 9.10" is a time, "ab 9.10." a day.
        guard vocabulary.numericDates.separator != UInt8(ascii: ".") || hasDot(after: end - 1)
        else {
            return isWhole
        }
        switch meaning(index - 1) {
        case .until, .to, .before, .after, .from, .between, .or, .and, .at, .about, .inside:
            return true
        default: return index == area.lowerBound && meaning(end) != .of && amount(end) == nil
        }
    }

    /// The numbers that were written one after the other with a sign between.
    private func digits(at index: Int, separator: UInt8) -> (parts: [Int], end: Int)? {
        var parts: [Int] = []
        var end = index
        repeat {
            let text = words.tokens.bytes[words.items[end].text]
            let numbers = text.split(separator: 0x2e, omittingEmptySubsequences: false)
            guard numbers.count == 1 || separator == 0x2e, numbers.allSatisfy({ $0.count <= 4 })
            else { return nil }
            for number in numbers {
                guard let number = Int(String(decoding: number, as: UTF8.self)) else { return nil }
                parts.append(number)
            }
            end += 1
        } while end < words.count && parts.count < 4 && isTyped(end)
            && isSeparated(end, by: separator)
        return (parts, end)
    }

    /// Whether only a sign stands before a word, or a dot and a space.
    private func isSeparated(_ index: Int, by separator: UInt8) -> Bool {
        let between = words.between(index)
        return between.elementsEqual([separator])
            || separator == 0x2e && between.elementsEqual([separator, 0x20])
    }

    /// Whether a number was written in digits.
    private func isTyped(_ index: Int) -> Bool {
        let item = words.items[index]
        switch item.kind {
        case .number, .version: return item.source.count == item.text.count
        default: return false
        }
    }

    private func hasDot(after index: Int) -> Bool {
        words.tokens.original.utf8.dropFirst(words.items[index].source.upperBound).first == 0x2e
    }

    /// A day of a month without the month: "the 12th", "the twenty second".
    ///
    /// "the second" alone is one only where nothing follows it, since it may be the second of anything.
    func dayOfMonth(at index: Int) -> (day: Int, end: Int)? {
        guard let (day, end) = place(index), (1...31).contains(day), unit(end) == nil else {
            return nil
        }
        if words.items[index].kind == .word, end == index + 1, end < area.upperBound {
            // "from the second on", "on the second at nine", but not "on the second floor".
            guard meaning(index - 1) == .the,
                meaning(index - 2) == .from || meaning(index - 2) == .on
            else { return nil }
            switch meaning(end) {
            case .on, .at, .after, .before, .between: break
            case .inside where part(end + 1) != nil || part(end + 2) != nil: break
            default: return nil
            }
        }
        switch meaning(index - 1) {
        case .the, .on, .weekday: return (day, end)
        default: return nil
        }
    }

    private func wholeDay(_ index: Int) -> (Int, end: Int)? {
        guard let day = wholeNumber(index), (1...31).contains(day) else { return nil }
        return (day, index + 1)
    }

    private func wholeNumber(_ index: Int) -> Int? {
        guard index >= 0, index < words.count, words.items[index].kind == .number else {
            return nil
        }
        return Int(exactly: words.items[index].number)
    }

    /// The place in an order that is named at a word: "12th", and "second" or "twenty second" in the singular,
    /// which may also be the unit; "12." where a dot makes an ordinal.
    func place(_ index: Int) -> (number: Int, end: Int)? {
        guard index >= 0, index < words.count else { return nil }
        if words.items[index].kind == .ordinal {
            return Int(exactly: words.items[index].number).map { ($0, index + 1) }
        }
        if vocabulary.numericDates.separator == 0x2e, isTyped(index), hasDot(after: index),
            let day = wholeDay(index)
        {
            return day
        }
        guard let name = vocabulary.unitAsPlace else { return nil }
        if words.items[index].word == name.word { return (name.place, index + 1) }
        guard wholeNumber(index) == 20, index + 1 < words.count,
            words.items[index + 1].word == name.word
        else { return nil }
        return (20 + name.place, index + 2)
    }
}
