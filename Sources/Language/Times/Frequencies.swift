/// How often something happens, as it was said.
struct SaidFrequency {
    var timesADay: Double
    var text: String
    var range: Range<Int>
}

extension TimeReader {
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
            guard let said = self.count(at: index) else { return nil }
            (lower, count, next) = said
            if meaning(next) == .of { next += 1 }
            guard meaning(next) == .times else { return nil }
            next += 1
        }
        switch meaning(next) {
        case .per, .every, .amount(1), .on: break
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
        let (place, after) =
            meaning(index + 1) == .other ? (2, index + 2) : place(index + 1) ?? (0, index)
        if place > 1, let unit = unit(after) {
            return everySpan(Double(place), unit: unit, range: index..<after + 1)
        }
        if let unit = unit(index + 1), duration(at: index + 1) == nil {
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
