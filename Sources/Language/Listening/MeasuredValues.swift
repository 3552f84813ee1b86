internal import Messages

extension Reading {
    /// The reader of times over the words that may answer.
    var times: TimeReader { TimeReader(words) }

    /// The number that was said; one with the node's unit before others.
    func number(unit: String) -> FoundValue? {
        let numbers = area.filter { words.items[$0].kind == .number }
        if let group = group(numbers, unit: unit) { return group }
        guard let first = numbers.first else { return nothing(unit: unit) }
        let unitStem = words.language.tokens(of: unit).items.first?.stem
        let measured = numbers.first { $0 + 1 < words.count && words.stems[$0 + 1] == unitStem }
        let index = measured ?? first
        let value = words.items[index].number
        return FoundValue(
            value: FactValue(
                kind: .number,
                key: NumberText.shortest(value),
                text: NumberText.shortest(value) + (unit.isEmpty ? "" : " " + unit),
                number: value,
                unit: unit
            ),
            confidence: measured != nil || numbers.count == 1 ? 0.92 : 0.5,
            range: index..<index + 1
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
        return FoundValue(
            value: FactValue(
                kind: .number,
                key: NumberText.shortest(value),
                text: NumberText.shortest(value) + (unit.isEmpty ? "" : " " + unit),
                number: value,
                unit: unit
            ),
            confidence: 0.85,
            range: (numbers.first ?? index)..<index + 1
        )
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
        guard let said = times.duration(), area.contains(said.range) else { return nil }
        return FoundValue(
            value: FactValue(
                kind: .duration,
                key: NumberText.shortest(said.seconds),
                text: said.text,
                number: said.seconds
            ),
            confidence: 0.92,
            range: said.range
        )
    }

    func frequency() -> FoundValue? {
        guard let said = times.frequency(), area.contains(said.range) else { return nil }
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

    /// The day since when something is so, as the answer to that question.
    func date() -> FoundValue? {
        guard let said = times.date(context.clock), area.contains(said.range) else { return nil }
        return value(of: said, confidence: 0.93)
    }

    /// The day since when something is so, only when "since" or the like stands by it.
    func sinceDate() -> FoundValue? {
        guard var said = times.date(context.clock), area.contains(said.range) else { return nil }
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
                windows: resolved.windows
            ),
            confidence: 0.92,
            range: said.range
        )
    }
}
