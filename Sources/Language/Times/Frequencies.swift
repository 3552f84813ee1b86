/// How often something happens, as it was said.
struct SaidFrequency {
    var timesADay: Double
    var text: String
    var range: Range<Int>
    /// Per what it was counted; nil where it was not.
    var unit: TimeUnit?
}

extension TimeReader {
    /// The first frequency: "two or three times a day", "twice a week", "every ten minutes".
    func frequency() -> SaidFrequency? {
        for index in area where mayBegin(index) {
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
            guard let said = self.count(at: index) else { return nil }
            (lower, count, next) = said
            if meaning(next) == .of { next += 1 }
            guard meaning(next) == .times else {
                // "ten times a day no twenty".
                return restUnit.map { perUnit($0, count, lower, range: index..<next) }
            }
            next += 1
        }
        guard let (unit, end) = countedUnit(at: next) ?? restUnit.map({ ($0, next) }) else {
            return nil
        }
        return perUnit(unit, count, lower, range: index..<end)
    }

    /// What events are counted by: "a day", "per hour", "in the last week", "since yesterday".
    private func countedUnit(at index: Int) -> (TimeUnit, end: Int)? {
        var next = index + 1
        switch meaning(index) {
        case .per, .every, .amount(1), .on, .the: break
        case .everyUnit(let unit): return (unit, next)
        case .since where meaning(next) == .yesterday: return (.day, next + 1)
        case .inside, .during:
            let isEach = meaning(next) == .the && unit(next + 1) != nil
            if meaning(next) == .the { next += 1 }
            guard isEach || meaning(next) == .last || meaning(next) == .past else { return nil }
            if !isEach { next += 1 }
        default: return nil
        }
        return unit(next).map { ($0, next + 1) }
    }

    private func perUnit(
        _ unit: TimeUnit,
        _ count: Double,
        _ lower: Double?,
        range: Range<Int>
    ) -> SaidFrequency {
        let mean = lower.map { ($0 + count) / 2 } ?? count
        let template = count == 1 && lower == nil ? writing.oncePerUnit : writing.timesPerUnit
        let text =
            template
            .filling("{unit}", writing.units[Int(unit.rawValue)].each)
            .filling(numberText(count, lower: lower))
        return SaidFrequency(
            timesADay: mean * TimeUnit.day.seconds / unit.seconds,
            text: text,
            range: range,
            unit: unit
        )
    }

    private func everySpan(at index: Int) -> SaidFrequency? {
        if case .everyUnit(let unit) = meaning(index) {
            return everySpan(1, unit: unit, range: index..<index + 1)
        }
        switch meaning(index) {
        case .everyPart(let part), .parts(let part):
            return everyPart(part, range: index..<index + 1)
        case .weekend where meaning(index - 1) == .on || meaning(index - 1) == .every:
            return SaidFrequency(
                timesADay: 2.0 / 7,
                text: writing.everyWeekend,
                range: index - 1..<index + 1
            )
        case .weekdays where meaning(index - 1) == .on || meaning(index - 1) == .every:
            return SaidFrequency(
                timesADay: 5.0 / 7,
                text: writing.everyWeekday,
                range: index - 1..<index + 1
            )
        default: break
        }
        guard meaning(index) == .every else { return nil }
        let (place, after) =
            meaning(index + 1) == .other ? (2, index + 2) : place(index + 1) ?? (0, index)
        if place > 1, let unit = unit(after) {
            return everySpan(Double(place), unit: unit, range: index..<after + 1)
        }
        if let unit = unit(index + 1), duration(at: index + 1) == nil {
            return everySpan(1, unit: unit, range: index..<index + 2)
        }
        if let part = part(index + 1) {
            return everyPart(part, range: index..<index + 2)
        }
        if case .weekday(let weekday) = meaning(index + 1) {
            return SaidFrequency(
                timesADay: 1.0 / 7,
                text: writing.everyNamedDay.filling(writing.weekdays[weekday - 1]),
                range: index..<index + 2
            )
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
            text: writing.everyPart[Int(part.rawValue)],
            range: range
        )
    }

    private func everySpan(_ count: Double, unit: TimeUnit, range: Range<Int>) -> SaidFrequency {
        SaidFrequency(
            timesADay: TimeUnit.day.seconds / (count * unit.seconds),
            text: count == 1
                ? writing.units[Int(unit.rawValue)].every
                : writing.everySpan.filling(spanText(count, unit: unit, lower: nil)),
            range: range
        )
    }
}
