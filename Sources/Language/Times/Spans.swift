/// A length of time that was said.
struct SaidDuration {
    var seconds: Double
    var text: String
    var range: Range<Int>
}

/// How often something happens, as it was said.
struct SaidFrequency {
    var timesADay: Double
    var text: String
    var range: Range<Int>
}

extension TimeReader {
    /// The first length of time: "thirty seconds", "half an hour", "an hour and a half".
    func duration() -> SaidDuration? {
        for index in area {
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
                range: index..<index + count
            )
        }
        switch meaning(index) {
        case .overnight: return length(.night, words: 1)
        case .all:
            if case .part(let part) = meaning(index + 1) { return length(part, words: 2) }
            guard let unit = unit(index + 1) else { return nil }
            return SaidDuration(
                seconds: unit.seconds,
                text: spanText(1, unit: unit, lower: nil),
                range: index..<index + 2
            )
        default: return nil
        }
    }

    /// A length of time that begins at a word.
    func duration(at index: Int) -> SaidDuration? {
        if meaning(index) == .half {
            let unitAt = amount(index + 1) == nil ? index + 1 : index + 2
            guard let unit = unit(unitAt) else { return nil }
            return halved(unit, range: index..<unitAt + 1)
        }
        guard var count = amount(index), count > 0 else { return nil }
        var next = index + 1
        // "a couple of minutes", "two or three minutes": the larger number is taken.
        if amount(next) != nil, case .amount = meaning(index) {
            count = amount(next) ?? count
            next += 1
        }
        var lower: Double?
        if let two = twoDigits(index) { (lower, count) = (two.lower, two.upper) }
        if meaning(next) == .or || meaning(next) == .to, let other = amount(next + 1) {
            lower = count
            count = other
            next += 2
        }
        if meaning(next) == .and, meaning(next + 1) == .amount(1), meaning(next + 2) == .half {
            count += 0.5
            next += 3
        }
        if meaning(next) == .of { next += 1 }
        guard let unit = unit(next) else { return nil }
        next += 1
        // "an hour or two".
        if lower == nil, meaning(next) == .or, let other = amount(next + 1), other > count,
            self.unit(next + 2) == nil, meaning(next + 2) != .of
        {
            lower = count
            count = other
            next += 2
        }
        if meaning(next) == .and, meaning(next + 1) == .amount(1), meaning(next + 2) == .half {
            count += 0.5
            next += 3
        }
        let text = spanText(count, unit: unit, lower: lower)
        return SaidDuration(seconds: count * unit.seconds, text: text, range: index..<next)
    }

    private func halved(_ unit: TimeUnit, range: Range<Int>) -> SaidDuration {
        // Half an hour reads better as thirty minutes.
        let (count, smaller): (Double, TimeUnit) =
            switch unit {
            case .minute: (30, .second)
            case .hour: (30, .minute)
            case .day: (12, .hour)
            case .year: (6, .month)
            case .second, .week, .month: (0.5, unit)
            }
        return SaidDuration(
            seconds: count * smaller.seconds,
            text: spanText(count, unit: smaller, lower: nil),
            range: range
        )
    }

    private func spanText(_ count: Double, unit: TimeUnit, lower: Double?) -> String {
        let names = writing.units[Int(unit.rawValue)]
        return numberText(count, lower: lower) + " " + (count == 1 ? names.one : names.several)
    }

    private func numberText(_ count: Double, lower: Double?) -> String {
        guard let lower else { return NumberText.shortest(count) }
        return writing.numberRange
            .filling("{from}", NumberText.shortest(lower))
            .filling("{to}", NumberText.shortest(count))
    }

    /// The first frequency: "two or three times a day", "twice a week", "every ten minutes".
    func frequency() -> SaidFrequency? {
        for index in area {
            if let frequency = timesPerUnit(at: index) ?? everySpan(at: index),
                frequency.range.upperBound <= area.upperBound
            {
                return frequency
            }
        }
        return nil
    }

    private func timesPerUnit(at index: Int) -> SaidFrequency? {
        var count = 1.0
        var lower: Double?
        var next = index + 1
        switch meaning(index) {
        case .once:
            if meaning(next) == .or, meaning(next + 1) == .twice {
                (lower, count) = (1, 2)
                next += 2
            }
        case .twice: count = 2
        default:
            guard let first = amount(index) else { return nil }
            count = first
            if let two = twoDigits(index) { (lower, count) = (two.lower, two.upper) }
            if case .amount = meaning(index), let second = amount(next) {
                count = second
                next += 1
            }
            if meaning(next) == .or || meaning(next) == .to, let second = amount(next + 1) {
                lower = count
                count = second
                next += 2
            }
            if meaning(next) == .of { next += 1 }
            guard meaning(next) == .times else { return nil }
            next += 1
        }
        switch meaning(next) {
        case .per, .every, .amount(1): break
        default: return nil
        }
        guard let unit = unit(next + 1) else { return nil }
        let mean = lower.map { ($0 + count) / 2 } ?? count
        let template = count == 1 && lower == nil ? writing.oncePerUnit : writing.timesPerUnit
        let text =
            template
            .filling("{unit}", writing.units[Int(unit.rawValue)].each)
            .filling(numberText(count, lower: lower))
        return SaidFrequency(
            timesADay: mean * TimeUnit.day.seconds / unit.seconds,
            text: text,
            range: index..<next + 2
        )
    }

    private func everySpan(at index: Int) -> SaidFrequency? {
        if case .everyUnit(let unit) = meaning(index) {
            return everySpan(1, unit: unit, range: index..<index + 1)
        }
        if case .everyPart(let part) = meaning(index) {
            return everyPart(part, range: index..<index + 1)
        }
        guard meaning(index) == .every else { return nil }
        if let unit = unit(index + 1) {
            return everySpan(1, unit: unit, range: index..<index + 2)
        }
        if case .part(let part) = meaning(index + 1) {
            return everyPart(part, range: index..<index + 2)
        }
        if case .weekday(let weekday) = meaning(index + 1) {
            return SaidFrequency(
                timesADay: 1.0 / 7,
                text: writing.everySpan.filling(writing.weekdays[weekday - 1]),
                range: index..<index + 2
            )
        }
        if meaning(index + 1) == .other, let unit = unit(index + 2) {
            return everySpan(2, unit: unit, range: index..<index + 3)
        }
        guard let duration = duration(at: index + 1) else { return nil }
        return SaidFrequency(
            timesADay: TimeUnit.day.seconds / duration.seconds,
            text: writing.everySpan.filling(duration.text),
            range: index..<duration.range.upperBound
        )
    }

    private func everyPart(_ part: DayPart, range: Range<Int>) -> SaidFrequency {
        SaidFrequency(
            timesADay: 1,
            text: writing.everySpan.filling(writing.parts[Int(part.rawValue)]),
            range: range
        )
    }

    private func everySpan(_ count: Double, unit: TimeUnit, range: Range<Int>) -> SaidFrequency {
        let names = writing.units[Int(unit.rawValue)]
        let span = count == 1 ? names.one : spanText(count, unit: unit, lower: nil)
        return SaidFrequency(
            timesADay: TimeUnit.day.seconds / (count * unit.seconds),
            text: writing.everySpan.filling(span),
            range: range
        )
    }
}
