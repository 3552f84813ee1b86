internal import Messages

extension Reading {
    /// The reader of times over the words that may answer.
    var times: TimeReader {
        var reader = TimeReader(words, area: area)
        reader.restUnit = restUnit
        return reader
    }

    /// A bound that stands before a value: "more than", "at least".
    private func bound(before index: Int) -> (mark: PhraseMark, start: Int)? {
        let hit = hits.first { hit in
            hit.range.upperBound == index && writing.bounds[hit.mark] != nil
        }
        return hit.map { ($0.mark, $0.range.lowerBound) }
    }

    var writing: TimeWords.Writing { words.language.times.writing }

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
        let unitStem = node.wording.unit
        var amounts = AmountReader(words, area: area, unit: unit, unitStem: unitStem).amounts()
        if amounts.contains(where: { !$0.isGroup }) { amounts.removeAll(where: \.isGroup) }
        // The number in "windows 11" counts nothing.
        amounts.removeAll { amount in names.contains { $0.contains(amount.range) } }
        guard let first = amounts.first else { return onlyOne(unit: unit) ?? nothing(of: node) }
        let measured = amounts.first {
            $0.range.upperBound < words.count && words.stems[$0.range.upperBound] == unitStem
        }
        let said = measured ?? first
        let bound = bound(before: said.range.lowerBound)
        let value = Self.bounded(said.value, bound?.mark)
        let text = words.language.text(of: said.value, unit: unit)
        let isSure =
            (measured != nil || amounts.count == 1) && !said.isVague
            && !negations.standBefore(
                (bound?.start ?? said.range.lowerBound)..<said.range.upperBound,
                reach: 1,
                from: area.lowerBound
            )
        return FoundValue(
            value: FactValue(
                kind: .number,
                key: value.shortest,
                text: boundedText(text, bound?.mark),
                number: value,
                unit: unit
            ),
            confidence: isSure ? said.isGroup ? 0.85 : 0.92 : 0.5,
            range: (bound?.start ?? said.range.lowerBound)..<said.range.upperBound
        )
    }

    /// A number that was worked out from some words.
    func number(_ value: Double, unit: String, at range: Range<Int>) -> FoundValue {
        FoundValue(
            value: FactValue(
                kind: .number,
                key: value.shortest,
                text: words.language.text(of: value, unit: unit),
                number: value,
                unit: unit
            ),
            confidence: 0.85,
            range: range
        )
    }

    /// "only one", "just the one": the word for one is no number there.
    private func onlyOne(unit: String) -> FoundValue? {
        let one = area.first { index in
            switch words.language.info(of: words.items[index].word).number {
            case .digit(1): true
            case .article: index + 1 == area.upperBound
            default: false
            }
        }
        guard let one else { return nil }
        // "just" is a filler elsewhere.
        let before = words.tokens.items.prefix {
            $0.source.upperBound <= words.items[one].source.lowerBound
        }
        guard before.suffix(2).contains(where: { $0.classes.contains(.restriction) }) else {
            return nil
        }
        return number(1, unit: unit, at: one..<one + 1)
    }

    /// "none" counts as zero, and so does "no" before what is counted: "no lights", not "no number".
    private func nothing(of node: ListeningNode) -> FoundValue? {
        let unit = node.unit
        guard !has(.doesNotKnow),
            let index = area.first(where: { index in
                guard words.items[index].classes.contains(.zero) else { return false }
                let next = index + 1
                guard next < area.upperBound, !words.items[next].classes.contains(.common) else {
                    // "no" alone says that something is not so.
                    return !hits.contains { $0.mark == .no && $0.range.contains(index) }
                }
                return node.wording.naming.contains(words.stems[next])
                    && !words.items[next].classes.contains(.spellingAside)
                    || words.stems[next] == node.wording.unit
            })
        else { return nil }
        return FoundValue(
            value: FactValue(
                kind: .number,
                key: "0",
                text: words.language.text(of: 0, unit: unit),
                unit: unit
            ),
            confidence: 0.75,
            range: index..<index + 1
        )
    }

    /// The version that was said: the one with the most parts.
    func version() -> FoundValue? {
        let numbers = area.filter { index in
            (words.items[index].kind == .version || words.items[index].kind == .number)
                && !names.contains { $0.contains(index) }
        }
        guard let best = numbers.max(by: { parts($0) < parts($1) }) else { return nil }
        let text = words.text(of: best)
        // "eighteen two" may have had a point; of two versions, either may be meant.
        let others = numbers.count { parts($0) > 1 && words.text(of: $0) != text }
        let isSure =
            (parts(best) > 1 ? others == 0 : numbers.count == 1 && !isJuxtaposed(best))
            && !negations.standBefore(best..<best + 1, reach: 1, from: area.lowerBound)
        return FoundValue(
            value: FactValue(kind: .version, key: text, text: text),
            confidence: isSure ? 0.92 : 0.5,
            range: best..<best + 1
        )
    }

    private func parts(_ index: Int) -> Int {
        words.tokens.bytes[words.items[index].text].count { $0 == 0x2e } + 1
    }

    /// Whether a number was said as several side by side: "eighteen two".
    private func isJuxtaposed(_ index: Int) -> Bool {
        let parts = words.numberWords(of: index)
        return zip(parts, parts.dropFirst()).contains { left, right in
            switch (left, right) {
            case (.ten, .digit(let digit)): digit == 0
            case (.digit, .digit), (.digit, .teen), (.digit, .ten), (.teen, .digit), (.teen, .teen),
                (.teen, .ten), (.ten, .teen), (.ten, .ten):
                true
            default: false
            }
        }
    }

    func duration() -> FoundValue? {
        guard let said = times.duration() else { return nil }
        let bound = bound(before: said.range.lowerBound)
        let seconds = Self.bounded(said.seconds, bound?.mark)
        return FoundValue(
            value: FactValue(
                kind: .duration,
                key: seconds.shortest,
                text: boundedText(said.text, bound?.mark),
                number: seconds
            ),
            confidence: 0.92,
            range: (bound?.start ?? said.range.lowerBound)..<said.range.upperBound
        )
    }

    func frequency() -> FoundValue? {
        guard let said = times.frequency() else { return vagueFrequency() }
        let bound = bound(before: said.range.lowerBound)
        // "not every day" leaves open how often.
        let isDenied =
            bound == nil && negations.standBefore(said.range, reach: 1, from: area.lowerBound)
        return FoundValue(
            value: FactValue(
                kind: .frequency,
                key: said.timesADay.shortest,
                text: boundedText(said.text, bound?.mark),
                number: said.timesADay
            ),
            confidence: isDenied ? 0.5 : 0.92,
            range: (bound?.start ?? said.range.lowerBound)..<said.range.upperBound
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
        guard let (count, range) = said.first, !negations.standBefore(range, reach: 2) else {
            return nil
        }
        return FoundValue(
            value: FactValue(
                kind: .frequency,
                key: count.shortest,
                text: words.quote(range),
                number: count
            ),
            confidence: 0.85,
            range: range
        )
    }

    /// Whether what was tried is told, or what came of it: "hang on now it says wrong code".
    private var tellsOfTrying: Bool {
        [.wait, .fails, .continues, .alreadyDone].contains { has($0) }
    }

    /// When the customer can be reached.
    func windows() -> FoundValue? {
        var parser = WindowParser(
            times,
            clock: context.clock,
            hits: hits,
            confirming: context.confirming?.value?.windows ?? []
        )
        guard let said = parser.parse() else { return nil }
        let resolver = WindowResolver(
            clock: context.clock,
            zone: said.zone,
            writing: words.language.times.writing
        )
        guard let resolved = resolver.resolve(said) else { return nil }
        // "i will get it fixed right away, thanks" is no time to call.
        let isOfOther = parser.tellsOfOther(
            at: said.range.upperBound - 1,
            said,
            besides: hits.filter { $0.mark == .idiom || $0.mark == .thanks }
        )
        if isOfOther, has(.thanks) || !parser.isReachable && tellsOfTrying { return nil }
        return FoundValue(
            value: FactValue(
                kind: .windows,
                key: resolved.text,
                text: resolved.text,
                detail: resolved.notes,
                windows: resolved.windows
            ),
            confidence: said.isDoubtful || isOfOther ? 0.5 : 0.92,
            // "am" of "nine, am i late?" may have been read as a part of the time.
            range: said.range.clamped(to: area)
        )
    }
}
