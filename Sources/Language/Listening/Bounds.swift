internal import Messages

/// An amount with what it counts, as a question or an answer has it: "more than a year", "about six months",
/// "twice a week".
struct Measure {
    enum Kind {
        case count
        /// In seconds.
        case time
        /// In times a day.
        case rate
    }

    enum Side {
        case above
        case below
    }

    let kind: Kind
    /// The least and the largest number that was said.
    let values: ClosedRange<Double>
    /// The word after a number that counts things; nil for a number alone.
    let unit: Token?
    /// What a count comes to in times a day, for a rate: "once" in "once a week".
    let timesADay: Double
    let range: Range<Int>
    /// The side of the value that is meant; nil for the value itself.
    private(set) var side: Side?
    /// Whether the value itself is beyond the bound: "more than twice", but not "at least twice".
    private(set) var isStrict = false

    /// Words between a comparing word and its number: "older than about a year".
    private static let reach = 3

    private init(
        _ kind: Kind,
        _ values: ClosedRange<Double>,
        unit: Token? = nil,
        timesADay: Double = 1,
        _ range: Range<Int>
    ) {
        self.kind = kind
        self.values = values
        self.unit = unit
        self.timesADay = timesADay
        self.range = range
    }

    /// The amount that a question compares with.
    static func bound(in words: Words) -> Measure? {
        let hits = words.language.phrases.hits(in: words, area: words.all)
        guard var bound = recent(words) ?? said(in: words, area: words.all) else { return nil }
        if bound.side == nil { bound.take(side(of: bound.range, words, hits, area: words.all)) }
        return bound.side == nil ? nil : bound
    }

    /// The amount that was said.
    static func said(in reading: Reading) -> Measure? {
        guard var said = said(in: reading.words, area: reading.area) else { return nil }
        said.take(side(of: said.range, reading.words, reading.hits, area: reading.area))
        return said
    }

    private mutating func take(_ found: (side: Side, isStrict: Bool)?) {
        side = found?.side
        isStrict = found?.isStrict ?? false
    }

    /// "in the last twelve months", "in the last week": not longer ago than that.
    private static func recent(_ words: Words) -> Measure? {
        let reader = TimeReader(words)
        for index in words.all.dropLast() {
            guard reader.meaning(index) == .last || reader.meaning(index) == .past else { continue }
            let length = reader.duration(at: index + 1)?.seconds ?? reader.unit(index + 1)?.seconds
            guard let length else { continue }
            var recent = Measure(.time, length...length, index..<index + 2)
            recent.side = .below
            return recent
        }
        return nil
    }

    private static func said(in words: Words, area: Range<Int>) -> Measure? {
        let reader = TimeReader(words, area: area)
        let counts = area.filter { reader.quantity($0) != nil }
        // "a hundred pages a month", "a hundred pages every month" count pages.
        if let rate = reader.frequency(),
            counts.isEmpty || counts.contains(where: { rate.range.contains($0) })
        {
            return Measure(
                .rate,
                rate.timesADay...rate.timesADay,
                timesADay: rate.timesADay / (reader.quantity(rate.range.lowerBound) ?? 1),
                rate.range
            )
        }
        if let length = reader.duration() {
            let isRate =
                reader.meaning(length.range.lowerBound) == .amount(1)
                && counts.contains { $0 < length.range.lowerBound }
            if !isRate { return Measure(.time, length.seconds...length.seconds, length.range) }
        }
        let values = counts.compactMap(reader.quantity)
        guard let least = values.min(), let most = values.max() else { return nil }
        let next = counts[0] + 1
        return Measure(
            .count,
            least...most,
            unit: next < area.upperBound && reader.meaning(next) != .times
                ? words.items[next] : nil,
            counts[0]..<next
        )
    }

    /// The side that words near an amount tell: "a year or more", "more than a year", "a year old or older".
    private static func side(
        of range: Range<Int>,
        _ words: Words,
        _ hits: [PhraseHit],
        area: Range<Int>
    ) -> (side: Side, isStrict: Bool)? {
        let near =
            max(
                area.lowerBound,
                range.lowerBound - reach
            )..<min(area.upperBound, range.upperBound + reach)
        var isAbove = false
        var isBelow = false
        var isStrict = false
        for hit in hits where near.overlaps(hit.range) {
            switch hit.mark {
            case .moreThan: (isAbove, isStrict) = (true, true)
            case .atLeast: isAbove = true
            case .lessThan: (isBelow, isStrict) = (true, true)
            case .atMost: isBelow = true
            default: continue
            }
        }
        if !isAbove, !isBelow, let vocabulary = words.language.answers {
            for index in near {
                let role = vocabulary.role(of: words.stems[index])
                if role.contains(.above) { isAbove = true }
                if role.contains(.below) { isBelow = true }
            }
        }
        return isAbove == isBelow ? nil : (isAbove ? .above : .below, isStrict)
    }
}

extension SpokenLanguage {
    /// What a unit that is told in several sizes comes to in the smallest.
    fileprivate func size(of word: WordHash) -> Double? {
        if case .unit(let size) = amount(of: word) { return size }
        return nil
    }
}

extension TimeReader {
    /// How many a word says: "four", "twice", "first" before "time".
    fileprivate func quantity(_ index: Int) -> Double? {
        // "thirty two on all four".
        guard index < area.upperBound, meaning(index - 1) != .all else { return nil }
        if words.items[index].kind == .number { return words.items[index].number }
        switch meaning(index) {
        case .once: return 1
        case .twice: return 2
        default: break
        }
        guard index + 1 < area.upperBound else { return nil }
        let isTimes = meaning(index + 1) == .times
        if isTimes, let place = place(index) { return Double(place.number) }
        // "the one time", "only one gig".
        guard isTimes || words.language.size(of: words.items[index + 1].word) != nil,
            case .digit(let digit) = words.language.info(of: words.items[index].word).number
        else {
            return nil
        }
        return Double(digit)
    }
}

extension Reading {
    private static let boundConfidence = 0.9
    private static let comparisonConfidence = 0.75
    /// The most words of "way less than that".
    private static let comparingWords = 7

    /// Yes or no by an amount beside the bound in the question: "six months" denies "is it older than a year?".
    func bounded(_ asked: ListeningNode) -> Polarity? {
        guard asked.valueKind == .yesNo, let bound = asked.wording.bound,
            // Denied, a number tells nothing: "not two years".
            negations.first(in: area) == nil
        else { return nil }
        guard let said = Measure.said(in: self), let scale = scale(from: said, to: bound) else {
            return elapsed(bound) ?? compared(bound)
        }
        let least = said.values.lowerBound * scale
        let most = said.values.upperBound * scale
        let limit = bound.values.lowerBound
        switch said.side {
        case nil where least > limit, .above where least >= limit:
            return isBeyond(true, bound, Self.boundConfidence)
        case nil where most < limit, .below where most <= limit:
            return isBeyond(false, bound, Self.boundConfidence)
        case nil where least == most && bound.isStrict && bound.kind != .time:
            return isBeyond(bound.side == .below, bound, Self.comparisonConfidence)
        default: return nil
        }
    }

    private func isBeyond(_ isAbove: Bool, _ bound: Measure, _ confidence: Double) -> Polarity {
        Polarity(isYes: isAbove == (bound.side == .above), confidence: confidence, range: area)
    }

    /// By what an amount is multiplied to stand beside a bound; nil when they count different things.
    private func scale(from said: Measure, to bound: Measure) -> Double? {
        // "once" is too seldom for "more than once a day", too.
        if said.kind == .count, bound.kind == .rate, said.unit == nil { return bound.timesADay }
        guard said.kind == bound.kind else { return nil }
        guard said.kind == .count, let unit = said.unit, unit.stem != bound.unit?.stem else {
            return 1
        }
        let language = words.language
        if let one = language.size(of: unit.word) {
            return bound.unit.flatMap { language.size(of: $0.word) }.map { one / $0 }
        }
        // "forty max", "thirty of them", "twenty five and thirty".
        let role = language.answers?.role(of: unit.stem) ?? []
        let isOther =
            unit.kind == .word && unit.isContent && role.isDisjoint(with: [.above, .below])
            && !hits.contains { $0.range.lowerBound == said.range.upperBound }
        return isOther ? nil : 1
    }

    /// The side that a day tells beside a length of time that reaches until now: "since october".
    private func elapsed(_ bound: Measure) -> Polarity? {
        guard bound.kind == .time, bound.values.lowerBound >= TimeUnit.day.seconds,
            let date = times.date(context.clock)
        else { return nil }
        let today = context.clock.today(in: context.clock.zone)
        let seconds = Double(today.number - date.day.number) * TimeUnit.day.seconds
        guard seconds != bound.values.lowerBound else { return nil }
        return isBeyond(seconds > bound.values.lowerBound, bound, Self.boundConfidence)
    }

    /// The side that a comparison alone tells: "way less", "more than that".
    private func compared(_ bound: Measure) -> Polarity? {
        guard area.count <= Self.comparingWords, let vocabulary = words.language.answers else {
            return nil
        }
        let comparing = area.filter { index in
            !vocabulary.role(of: words.stems[index]).isDisjoint(with: [.above, .below])
        }
        // "its over there" compares nothing.
        guard let last = comparing.last,
            area[(last + 1)...].allSatisfy({ index in
                words.items[index].classes.contains(.common)
                    && !words.items[index].classes.contains(.afterEcho)
            })
        else { return nil }
        let isAbove = comparing.contains { vocabulary.role(of: words.stems[$0]).contains(.above) }
        let isBelow = comparing.contains { vocabulary.role(of: words.stems[$0]).contains(.below) }
        return isAbove == isBelow ? nil : isBeyond(isAbove, bound, Self.comparisonConfidence)
    }
}
