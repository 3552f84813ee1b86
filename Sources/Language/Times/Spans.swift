/// A length of time that was said.
struct SaidDuration {
    var seconds: Double
    var text: String
    var range: Range<Int>
    /// Its largest unit, how many of them, and what smaller units add to them in seconds.
    var unit: TimeUnit
    var count: Double
    var rest = 0.0
    /// Whether a whole unit was meant, and not as much as one: "all day".
    var isWhole = false
}

extension TimeReader {
    /// The first length of time: "thirty seconds", "half an hour", "an hour and a half".
    func duration() -> SaidDuration? {
        for index in area where mayBegin(index) {
            if let duration = duration(at: index) ?? wholePart(at: index),
                duration.range.upperBound <= area.upperBound
            {
                return duration
            }
        }
        return nil
    }

    /// A whole part of a day, or a whole unit: "all night", "the whole week", "overnight".
    private func wholePart(at index: Int) -> SaidDuration? {
        func length(_ part: DayPart, words count: Int) -> SaidDuration {
            SaidDuration(
                seconds: Double(part.length) * 60,
                text: writing.wholeParts[Int(part.rawValue)],
                range: index..<index + count,
                unit: .minute,
                count: Double(part.length)
            )
        }
        switch meaning(index) {
        case .overnight: return length(.night, words: 1)
        case .all:
            if let part = part(index + 1) { return length(part, words: 2) }
            guard let unit = unit(index + 1) else { return nil }
            var whole = span(1, unit, range: index..<index + 2)
            whole.isWhole = true
            return whole
        default: return nil
        }
    }

    /// The day on which a length of time began that ends now, or that ends on another day.
    func beginning(of duration: SaidDuration, _ clock: CallClock, today: CivilDay) -> CivilDay {
        let count = duration.count
        let rest = Int(duration.rest / TimeUnit.day.seconds)
        switch duration.unit {
        // "all day" began this morning.
        case .day where duration.isWhole: return today
        case .day where duration.rest == 0 && count == count.rounded(): return today - Int(count)
        // At noon, "a day and a half" began before midnight.
        case .second, .minute, .hour, .day:
            let minute = clock.localTime(in: clock.zone).minute
            return today + (minute - Int(duration.seconds) / 60).flooredDivision(by: 1_440)
        case .week: return today - Int((count * 7).rounded()) - rest
        case .month: return today.adding(months: -Int(min(count.rounded(), 1_200))) - rest
        case .year:
            let months = count * 12 + duration.rest / TimeUnit.month.seconds
            return today.adding(months: -Int(min(months.rounded(), 1_200)))
        }
    }

    /// A length of time that begins at a word, or two of which either may be meant.
    func duration(at index: Int) -> SaidDuration? {
        if let part = fraction(at: index) ?? lengthWithColon(at: index) {
            return orLonger(part, from: index)
        }
        if let unit = unit(index) {
            // "hour and a half".
            guard let more = andFraction(at: index + 1) else { return nil }
            return orLonger(span(1 + more.value, unit, range: index..<more.end), from: index)
        }
        guard var (lower, count, next) = count(at: index), count > 0 else { return nil }
        if let more = andFraction(at: next) { (count, next) = (count + more.value, more.end) }
        // "a couple of days", "eine gute stunde".
        if meaning(next) == .of || meaning(next) == .about { next += 1 }
        if let unit = unit(next) {
            next += 1
            // "an hour or two".
            if lower == nil, meaning(next) == .or, let other = amount(next + 1), other > count,
                self.unit(next + 2) == nil, meaning(next + 2) != .of
            {
                (lower, count) = (count, other)
                next += 2
            }
            if let more = andFraction(at: next) { (count, next) = (count + more.value, more.end) }
            let whole = span(count, unit, lower: lower, range: index..<next)
            return lower == nil ? orLonger(withSmallerUnits(whole), from: index) : whole
        }
        guard let restUnit else { return nil }
        return span(count, restUnit, lower: lower, range: index..<next)
    }

    /// "thirty seconds to a minute".
    private func orLonger(_ shorter: SaidDuration, from index: Int) -> SaidDuration {
        let next = shorter.range.upperBound
        guard isBetweenAmounts(next, from: index) else { return shorter }
        var reader = self
        reader.restUnit = nil
        guard var longer = reader.duration(at: next + 1), longer.seconds > shorter.seconds else {
            return shorter
        }
        longer.text = writing.numberRange
            .filling("{from}", shorter.text)
            .filling("{to}", longer.text)
        longer.range = index..<longer.range.upperBound
        return longer
    }

    /// "2:30 hours".
    private func lengthWithColon(at index: Int) -> SaidDuration? {
        guard let unit = unit(index + 1), let smaller = Self.smaller(than: unit),
            index < words.count, isWrittenWithColon(index), let number = amount(index)
        else { return nil }
        let (count, rest) = (
            (number / 100).rounded(.down), number.truncatingRemainder(dividingBy: 100)
        )
        guard count > 0 else { return span(rest, smaller, range: index..<index + 2) }
        var whole = span(count, unit, range: index..<index + 2)
        whole.rest = rest * smaller.seconds
        whole.seconds += whole.rest
        whole.text += " " + spanText(rest, unit: smaller, lower: nil)
        return whole
    }

    /// Adds what stands in smaller units: "an hour and ten minutes", "two minutes thirty".
    private func withSmallerUnits(_ whole: SaidDuration) -> SaidDuration {
        var whole = whole
        var last = whole.unit
        func add(_ count: Double, _ unit: TimeUnit, end: Int) {
            whole.rest += count * unit.seconds
            whole.seconds += count * unit.seconds
            whole.text += " " + spanText(count, unit: unit, lower: nil)
            whole.range = whole.range.lowerBound..<end
            last = unit
        }
        while true {
            let next = whole.range.upperBound
            let index = meaning(next) == .and ? next + 1 : next
            guard let count = amount(index), index > next || words.items[index].kind == .number
            else { return whole }
            if let unit = unit(index + 1) {
                guard unit.rawValue < last.rawValue else { return whole }
                add(count, unit, end: index + 2)
            } else if let smaller = Self.smaller(than: last), index == next,
                (1..<60).contains(count), isEndOfNumber(index + 1)
            {
                add(count, smaller, end: index + 1)
            } else {
                return whole
            }
        }
    }

    /// The unit that a number after some unit counts by itself: "one hour twenty".
    private static func smaller(than unit: TimeUnit) -> TimeUnit? {
        switch unit {
        case .hour: .minute
        case .minute: .second
        default: nil
        }
    }

    /// Whether a number before a word counts nothing that the word names.
    private func isEndOfNumber(_ index: Int) -> Bool {
        guard index < words.count else { return true }
        guard words.items[index].classes.contains(.common) else { return false }
        switch meaning(index) {
        case .am, .pm, .oclock, .times: return false
        default: return true
        }
    }

    /// How many, and the lower one where two are said: "three", "two or three", "two three", "between five and
    /// ten", "a couple", "half a dozen".
    func count(at index: Int) -> (lower: Double?, upper: Double, end: Int)? {
        if meaning(index) == .half {
            let group = meaning(index + 1) == .amount(1) ? index + 2 : index + 1
            guard case .amount(let several) = meaning(group), several > 1 else { return nil }
            return (nil, several / 2, group + 1)
        }
        guard var upper = amount(index) else { return nil }
        var lower: Double?
        var end = index + 1
        if let two = twoNumbers(index) {
            (lower, upper) = (two.lower, two.upper)
        } else if let second = amount(end) {
            if case .amount = meaning(index) {
                // "a couple", "a dozen".
                upper = second
                end += 1
            } else if second > upper, words.items[end].kind == .number {
                // "5-10" is two numbers side by side.
                (lower, upper) = (upper, second)
                end += 1
            }
        }
        if isBetweenAmounts(end, from: index), let other = amount(end + 1) {
            (lower, upper) = (upper, other)
            end += 2
        }
        return (lower, upper, end)
    }

    /// Whether a word stands between two numbers of which either may be meant: "two or three".
    private func isBetweenAmounts(_ index: Int, from first: Int) -> Bool {
        switch meaning(index) {
        case .or, .to, .until: true
        case .and: meaning(first - 1) == .between
        default: false
        }
    }

    /// "and a half", "and a quarter", "and three quarters" after a number or a unit.
    private func andFraction(at index: Int) -> (value: Double, end: Int)? {
        guard meaning(index) == .and, let count = amount(index + 1) else { return nil }
        switch meaning(index + 2) {
        case .half where count == 1: return (0.5, index + 3)
        case .quarter where count < 4: return (count / 4, index + 3)
        default: return nil
        }
    }

    /// A part of a unit, or what has a name of its own: "half an hour", "three quarters of an hour", "quarter
    /// hour", "a fortnight".
    private func fraction(at index: Int) -> SaidDuration? {
        let isCounted = amount(index) != nil
        let first = isCounted ? index + 1 : index
        let value: Double
        switch meaning(first) {
        case .span(let count, let unit) where !isCounted || meaning(index) == .amount(1):
            return span(count, unit, range: index..<first + 1)
        case .half where !isCounted || amount(index) == 1: value = 0.5
        case .quarter: value = (amount(index) ?? 1) / 4
        case .threeQuarters where !isCounted: value = 0.75
        default: return nil
        }
        var next = meaning(first + 1) == .of ? first + 2 : first + 1
        if amount(next) == 1 { next += 1 }
        guard value < 1, let unit = unit(next) else { return nil }
        let range = index..<next + 1
        // Half an hour reads better as thirty minutes.
        return switch unit {
        case .minute: span(value * 60, .second, range: range)
        case .hour: span(value * 60, .minute, range: range)
        case .day: span(value * 24, .hour, range: range)
        case .year: span(value * 12, .month, range: range)
        case .second, .week, .month: span(value, unit, range: range)
        }
    }

    private func span(
        _ count: Double,
        _ unit: TimeUnit,
        lower: Double? = nil,
        range: Range<Int>
    ) -> SaidDuration {
        SaidDuration(
            seconds: count * unit.seconds,
            text: spanText(count, unit: unit, lower: lower),
            range: range,
            unit: unit,
            count: count
        )
    }

    func spanText(_ count: Double, unit: TimeUnit, lower: Double?) -> String {
        let names = writing.units[Int(unit.rawValue)]
        return numberText(count, lower: lower) + " " + (count == 1 ? names.one : names.several)
    }

    func numberText(_ count: Double, lower: Double?) -> String {
        let upper = words.language.text(of: count)
        guard let lower else { return upper }
        return writing.numberRange
            .filling("{from}", words.language.text(of: lower))
            .filling("{to}", upper)
    }
}
