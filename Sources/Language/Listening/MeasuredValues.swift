internal import Messages

extension Reading {
    /// The reader of times over the words that may answer.
    var times: TimeReader { TimeReader(words, area: area) }

    /// A bound that stands before a value: "more than", "at least".
    private func bound(before index: Int) -> (mark: PhraseMark, start: Int)? {
        let hit = hits.first { hit in
            hit.range.upperBound == index && writing.bounds[hit.mark] != nil
        }
        return hit.map { ($0.mark, $0.range.lowerBound) }
    }

    private var writing: TimeWords.Writing { words.language.times.writing }

    /// The number nearest to a bound that keeps it: "more than 10" is at least 11.
    private static func bounded(_ value: Double, _ mark: PhraseMark?) -> Double {
        guard value == value.rounded() else { return value }
        return switch mark {
        case .moreThan: value + 1
        case .lessThan: value - 1
        default: value
        }
    }

    private func boundedText(_ text: String, _ mark: PhraseMark?) -> String {
        mark.flatMap { writing.bounds[$0] }?.filling(text) ?? text
    }

    /// The number that was said; one with the node's unit before others.
    func number(of node: ListeningNode) -> FoundValue? {
        let unit = node.unit
        let numbers = area.filter { words.items[$0].kind == .number }
        if let group = group(numbers, unit: unit) { return group }
        guard let first = numbers.first else { return nothing(unit: unit) }
        let unitStem = node.wording.unit
        let measured = numbers.first { $0 + 1 < words.count && words.stems[$0 + 1] == unitStem }
        let index = measured ?? first
        let said = words.items[index].number
        let bound = bound(before: index)
        let value = Self.bounded(said, bound?.mark)
        let text = NumberText.shortest(said) + (unit.isEmpty ? "" : " " + unit)
        return FoundValue(
            value: FactValue(
                kind: .number,
                key: NumberText.shortest(value),
                text: boundedText(text, bound?.mark),
                number: value,
                unit: unit
            ),
            confidence: measured != nil || numbers.count == 1 ? 0.92 : 0.5,
            range: (bound?.start ?? index)..<index + 1
        )
    }

    /// A number that was worked out from some words.
    func number(_ value: Double, unit: String, at range: Range<Int>) -> FoundValue {
        let text = NumberText.shortest(value)
        return FoundValue(
            value: FactValue(
                kind: .number,
                key: text,
                text: text + (unit.isEmpty ? "" : " " + unit),
                number: value,
                unit: unit
            ),
            confidence: 0.85,
            range: range
        )
    }

    /// A word that counts things, alone or after the only number: "a dozen", "two dozen".
    private func group(_ numbers: [Int], unit: String) -> FoundValue? {
        guard
            let index = area.first(where: {
                words.language.info(of: words.items[$0].word).group != nil
            }),
            let count = words.language.info(of: words.items[index].word).group,
            numbers.isEmpty || numbers == [index - 1],
            // "half a dozen" is another number.
            !(area.lowerBound..<index).contains(where: { times.meaning($0) == .half })
        else { return nil }
        let value = Double(count) * (numbers.first.map { words.items[$0].number } ?? 1)
        return number(value, unit: unit, at: (numbers.first ?? index)..<index + 1)
    }

    /// "none" counts as zero.
    private func nothing(unit: String) -> FoundValue? {
        guard !has(.doesNotKnow),
            let index = area.first(where: {
                words.language.info(of: words.items[$0].word).classes.contains(.zero)
            })
        else { return nil }
        return FoundValue(
            value: FactValue(
                kind: .number,
                key: "0",
                text: "0" + (unit.isEmpty ? "" : " " + unit),
                unit: unit
            ),
            confidence: 0.75,
            range: index..<index + 1
        )
    }

    /// The version that was said: the one with the most parts.
    func version() -> FoundValue? {
        let numbers = area.filter { index in
            words.items[index].kind == .version || words.items[index].kind == .number
        }
        guard let best = numbers.max(by: { parts($0) < parts($1) }) else { return nil }
        let text = words.text(of: best)
        let isSure = parts(best) > 1 || numbers.count == 1
        return FoundValue(
            value: FactValue(kind: .version, key: text, text: text),
            confidence: isSure ? 0.92 : 0.5,
            range: best..<best + 1
        )
    }

    private func parts(_ index: Int) -> Int {
        words.tokens.bytes[words.items[index].text].count { $0 == 0x2e } + 1
    }

    func duration() -> FoundValue? {
        guard let said = times.duration() else { return nil }
        let bound = bound(before: said.range.lowerBound)
        let seconds = Self.bounded(said.seconds, bound?.mark)
        return FoundValue(
            value: FactValue(
                kind: .duration,
                key: NumberText.shortest(seconds),
                text: boundedText(said.text, bound?.mark),
                number: seconds
            ),
            confidence: 0.92,
            range: (bound?.start ?? said.range.lowerBound)..<said.range.upperBound
        )
    }

    func frequency() -> FoundValue? {
        guard let said = times.frequency() else { return vagueFrequency() }
        return FoundValue(
            value: FactValue(
                kind: .frequency,
                key: NumberText.shortest(said.timesADay),
                text: said.text,
                number: said.timesADay
            ),
            confidence: 0.92,
            range: said.range
        )
    }

    /// What "sometimes" and the like come to in events a day.
    private static func timesADay(_ mark: PhraseMark) -> Double? {
        switch mark {
        case .always: 24
        case .often: 5
        case .sometimes: 0.5
        case .rarely: 0.1
        default: nil
        }
    }

    /// A frequency without a number, in the customer's words: "now and then".
    private func vagueFrequency() -> FoundValue? {
        let said = hits.compactMap { hit in
            area.contains(hit.range) ? Self.timesADay(hit.mark).map { ($0, hit.range) } : nil
        }
        guard let (count, range) = said.first, !isDenied(range, reach: 2) else { return nil }
        return FoundValue(
            value: FactValue(
                kind: .frequency,
                key: NumberText.shortest(count),
                text: words.quote(range),
                number: count
            ),
            confidence: 0.85,
            range: range
        )
    }

    /// The day since when something is so, as the answer to that question; a length of time alone reaches
    /// until now.
    func date() -> FoundValue? {
        let times = times
        if let said = times.date(context.clock) { return value(of: said, confidence: 0.93) }
        guard let length = times.duration() else { return nil }
        let today = context.clock.today(in: context.clock.zone)
        let said = SaidDate(
            day: times.beginning(of: length, today: today),
            range: length.range
        )
        return value(of: said, confidence: 0.85)
    }

    /// The day since when something is so, only when "since" or the like stands by it.
    func sinceDate() -> FoundValue? {
        guard var said = times.date(context.clock) else { return nil }
        if said.since == nil {
            // "it started on monday", "stopped working yesterday".
            let first = max(area.lowerBound, said.range.lowerBound - 6)
            guard
                let began = hits.last(where: { hit in
                    hit.mark == .since && hit.range.lowerBound >= first
                        && hit.range.upperBound <= said.range.lowerBound
                })
            else { return nil }
            let between = began.range.upperBound..<said.range.lowerBound
            guard !between.contains(where: { words.items[$0].classes.contains(.boundary) }),
                !isDenied(began.range, reach: 2)
            else { return nil }
            said.since = began.range.lowerBound..<said.range.upperBound
        }
        return value(of: said, confidence: 0.9)
    }

    private func value(of said: SaidDate, confidence: Double) -> FoundValue {
        FoundValue(
            value: FactValue(kind: .date, key: said.day.text, text: said.day.text),
            confidence: confidence,
            range: said.since ?? said.range
        )
    }

    /// When the customer can be reached.
    func windows() -> FoundValue? {
        let unknowing = hits.filter { $0.mark == .doesNotKnow || $0.mark == .unsure }.map(\.range)
        var parser = WindowParser(times, clock: context.clock, ignoring: unknowing)
        guard let said = parser.parse() else { return nil }
        let resolver = WindowResolver(
            clock: context.clock,
            zone: said.zone,
            writing: words.language.times.writing
        )
        guard let resolved = resolver.resolve(said) else { return nil }
        return FoundValue(
            value: FactValue(
                kind: .windows,
                key: resolved.text,
                text: resolved.text,
                detail: resolved.notes,
                windows: resolved.windows
            ),
            confidence: 0.92,
            range: said.range
        )
    }
}
