/// A day of the past that was said.
struct SaidDate {
    var day: CivilDay
    /// The words of the day itself.
    var range: Range<Int>
    /// The words from "since" on, or those of a length that ends now ("for two weeks", "three days
    /// ago"); nil when the day stands alone.
    var since: Range<Int>?
    /// Whether day and month may have been meant the other way round.
    var isAmbiguous = false
    /// Whether only about that day was meant.
    var isVague = false
}

extension TimeReader {
    /// How many words may stand between "since" and its day: "since i swapped my router yesterday".
    private static let sinceReach = 10

    /// The day since when something is so: one after "since" before any other.
    ///
    /// - Parameter others: Words whose days are those of something else.
    func date(_ clock: CallClock, besides others: [Range<Int>] = []) -> SaidDate? {
        guard area.contains(where: mayBegin) else { return nil }
        let today = clock.today(in: clock.zone)
        var alone: SaidDate?
        var found: SaidDate?
        for index in area where mayBegin(index) {
            guard
                var date = date(at: index, clock, today: today)
                    ?? moment(at: index, clock, today: today),
                date.range.upperBound <= area.upperBound,
                !others.contains(where: { $0.overlaps(date.range) })
            else { continue }
            if date.since == nil { date.since = since(before: date.range) }
            if let since = date.since {
                // "at my neighbors since monday but at mine only since this morning".
                if let found { return isNotBefore(since.lowerBound) ? date : found }
                guard area.contains(where: { $0 >= index && isNotBefore($0) }) else { return date }
                found = date
            }
            if alone == nil { alone = date }
        }
        return found ?? alone.map(sinceThen)
    }

    /// A day from which on something is so, where a later word says that: "the storm was thursday since then".
    private func sinceThen(_ date: SaidDate) -> SaidDate {
        let since = (date.range.upperBound..<max(date.range.upperBound, area.upperBound))
            .first { meaning($0) == .since }
        guard let since else { return date }
        let next = since + 1
        let isThen =
            next == area.upperBound || meaning(next) == .that
            || vocabulary.standIns.contains(words.items[next].word)
        guard isThen else { return date }
        var date = date
        date.since = date.range.lowerBound..<min(next + 1, area.upperBound)
        return date
    }

    /// Whether a "since" says that it was not so before, unlike what stands before it: "but only since monday".
    private func isNotBefore(_ index: Int) -> Bool {
        guard meaning(index) == .since, index > area.lowerBound else { return false }
        let only = vocabulary.notBefore
        let isBeside = only.contains(words.items[index - 1].word)
        guard isBeside || only.contains(where: { words.hasFiller($0, before: index) }),
            let boundary = (area.lowerBound..<index).last(where: {
                words.items[$0].classes.contains(.boundary)
            })
        else { return false }
        // "but on the laptop only since today" is said of another thing.
        return !words.items[boundary..<(isBeside ? index - 1 : index)].contains {
            $0.isContent && $0.classes.isDisjoint(with: [.everyday, .own])
        }
    }

    /// The words from the nearest "since" on.
    private func since(before range: Range<Int>) -> Range<Int>? {
        let first = max(0, range.lowerBound - Self.sinceReach)
        for index in (first..<range.lowerBound).reversed() {
            if meanings[index] == .since { return index..<range.upperBound }
            if words.items[index].classes.contains(.boundary) { return nil }
        }
        return nil
    }

    private func date(at index: Int, _ clock: CallClock, today: CivilDay) -> SaidDate? {
        if let date = dayBeside(at: index, today: today) { return date }
        if let date = namedDay(at: index, today: today) { return date }
        if let date = span(at: index, clock, today: today) { return date }
        if let date = stage(at: index, today: today) { return date }
        if let date = vague(at: index, today: today) { return date }
        if monthDay(at: index) == nil, holiday(at: index) == nil, let month = month(index) {
            // "in october last year".
            let isOfLastYear = meaning(index + 1) == .last && unit(index + 2) == .year
            return SaidDate(
                day: isOfLastYear
                    ? CivilDay(year: today.parts.year - 1, month: month, day: 1)
                    : first(of: month, today: today),
                range: index..<index + (isOfLastYear ? 3 : 1)
            )
        }
        return calendarDay(at: index, until: today)
    }

    /// A time of day or a year after "since": "since nine", "since noon", "since 2024".
    private func moment(at index: Int, _ clock: CallClock, today: CivilDay) -> SaidDate? {
        let isSince = meaning(index - 1) == .since
        guard isSince || meaning(index - 1) == .inside || isSinceThe(index) else { return nil }
        if !isSinceThe(index), let year = amount(index).flatMap(Int.init(exactly:)),
            unit(index + 1) == nil,
            (1_990...today.parts.year).contains(year)
        {
            return SaidDate(
                day: CivilDay(year: year, month: 1, day: 1),
                range: index..<index + 1
            )
        }
        let (_, minute) = clock.localTime(in: clock.zone)
        let isToday: Bool
        let end: Int
        if let part = part(index), isSince || isSinceThe(index) {
            // "since the morning".
            isToday = part != .night && part.minutes.lowerBound <= minute
            end = index + 1
        } else if isSince, let time = clockTime(at: index, isAfterPreposition: true) {
            isToday = time.0.candidates.contains { $0 <= minute }
            end = time.end
        } else {
            return nil
        }
        // "since noon yesterday", "since three in the morning on sunday".
        for later in end..<end + 3 {
            guard let date = namedDay(at: later, today: today) else { continue }
            return SaidDate(day: date.day, range: index..<date.range.upperBound)
        }
        return SaidDate(day: isToday ? today : today - 1, range: index..<end)
    }

    /// Whether "since the" stands before a word.
    private func isSinceThe(_ index: Int) -> Bool {
        meaning(index - 1) == .the && meaning(index - 2) == .since
    }

    private func namedDay(at index: Int, today: CivilDay) -> SaidDate? {
        func date(_ day: CivilDay, words count: Int = 1) -> SaidDate {
            SaidDate(day: day, range: index..<index + count)
        }
        switch meaning(index) {
        case .today, .tonight:
            return date(today)
        case .overnight:
            return date(today - 1)
        case .yesterday:
            if meaning(index - 1) == .before, unit(index - 2) == .day {
                return SaidDate(day: today - 2, range: index - 2..<index + 1)
            }
            return date(today - 1)
        case .dayBeforeYesterday:
            return date(today - 2)
        case .unit(.day) where meaning(index + 1) == .before && meaning(index + 2) == .yesterday:
            return date(today - 2, words: 3)
        case .unit, .part, .weekend:
            if meaning(index + 1) == .before, meaning(index + 2) == .last {
                return beforeLast(at: index, today: today).map { date($0, words: 3) }
            }
            return meaning(index) == .weekend ? date(past(6, today: today)) : nil
        case .beforeLast:
            return beforeLast(at: index + 1, today: today).map { date($0, words: 2) }
        case .this:
            if part(index + 1) != nil { return date(today, words: 2) }
            if case .weekday(let weekday) = meaning(index + 1) {
                return date(past(weekday, today: today), words: 2)
            }
            return period(at: index, today: today).map {
                SaidDate(day: $0.first, range: index..<$0.end)
            }
        case .last:
            return lastNamed(at: index, today: today)
        case .weekday(let weekday):
            return self.weekday(weekday, at: index, today: today)
        default:
            return nil
        }
    }

    /// "the other day", "over the summer", "last winter".
    private func vague(at index: Int, today: CivilDay) -> SaidDate? {
        func date(_ day: CivilDay, words count: Int) -> SaidDate {
            SaidDate(day: day, range: index..<index + count, isVague: true)
        }
        switch meaning(index) {
        case .lately: return date(today - Self.daysOfLately, words: 1)
        case .other where meaning(index - 1) == .the && unit(index + 1) == .day:
            return date(today - Self.daysOfLately, words: 2)
        case .season(let month):
            // A spring, or a fall, may be another one.
            switch meaning(index - 1) {
            case .the, .last, .this, .since, .inside, .during, .of:
                return date(first(of: month, today: today), words: 1)
            default: return nil
            }
        default: return nil
        }
    }

    /// How long ago "the other day" is taken to be, as "a few days" are.
    private static let daysOfLately = 3

    private func lastNamed(at index: Int, today: CivilDay) -> SaidDate? {
        let day: CivilDay
        switch meaning(index + 1) {
        case .part: day = today - 1
        case .weekday(let weekday): day = past(weekday, today: today)
        case .weekend: day = past(6, today: today)
        case .unit(.week):
            // "the last week of october", "last week on tuesday".
            if meaning(index + 2) == .of, let whole = period(at: index + 3, today: today) {
                return SaidDate(day: min(whole.last - 6, today), range: index..<whole.end)
            }
            let dayAt = meaning(index + 2) == .on ? index + 3 : index + 2
            if case .weekday(let weekday) = meaning(dayAt) {
                let day = today - (today.weekday + 7 - weekday)
                return SaidDate(day: day, range: index..<dayAt + 1)
            }
            day = today - 7
        case .unit(.month): day = today.adding(months: -1)
        case .unit(.year):
            // "last year in october".
            let next = meaning(index + 2) == .inside ? index + 3 : index + 2
            if let month = month(next) {
                let day = CivilDay(year: today.parts.year - 1, month: month, day: 1)
                return SaidDate(day: day, range: index..<next + 1)
            }
            day = today.adding(months: -12)
        default:
            guard let month = month(index + 1) else { return nil }
            day = first(of: month, today: today)
        }
        return SaidDate(day: day, range: index..<index + 2)
    }

    /// A day of the week: "wednesday of last week", "monday two weeks ago", or the last one.
    private func weekday(_ weekday: Int, at index: Int, today: CivilDay) -> SaidDate {
        let ofThisWeek = today - (today.weekday - weekday)
        let last = meaning(index + 1) == .of ? index + 2 : index + 1
        if meaning(last) == .last, unit(last + 1) == .week {
            return SaidDate(day: ofThisWeek - 7, range: index..<last + 2)
        }
        if let length = duration(at: index + 1), length.unit == .week,
            meaning(length.range.upperBound) == .ago
        {
            let range = index..<length.range.upperBound + 1
            return SaidDate(day: ofThisWeek - Int(length.count * 7), range: range, since: range)
        }
        // "two mondays ago".
        if meaning(index + 1) == .ago, let count = amount(index - 1), count < 100 {
            let day = past(weekday, today: today) - 7 * (Int(count) - 1)
            return SaidDate(day: day, range: index - 1..<index + 2)
        }
        return SaidDate(day: past(weekday, today: today), range: index..<index + 1)
    }

    /// "the week before last", "the night before last".
    private func beforeLast(at index: Int, today: CivilDay) -> CivilDay? {
        switch meaning(index) {
        case .part: today - 2
        case .weekday(let weekday): past(weekday, today: today) - 7
        case .weekend: past(6, today: today) - 7
        case .unit(.week): today - 14
        case .unit(.month): today.adding(months: -2)
        case .unit(.year): today.adding(months: -24)
        default: nil
        }
    }

    /// The beginning, the middle or the end of a month or the like: "early last week", "end of october".
    private func stage(at index: Int, today: CivilDay) -> SaidDate? {
        let stage: Stage
        switch meaning(index) {
        case .stage(let named): stage = named
        case .stageOf(let named) where meaning(index + 1) == .of: stage = named
        default: return nil
        }
        let start = meaning(index + 1) == .of ? index + 2 : index + 1
        guard let whole = period(at: start, today: today) else { return nil }
        let day =
            switch stage {
            case .early: whole.first
            case .middle: whole.first + (whole.last.number - whole.first.number - 1) / 2
            case .late: whole.last
            }
        return SaidDate(day: min(day, today), range: index..<whole.end)
    }

    /// The first and the last day of a month, week or year: "october", "last month", "this week", "the month".
    private func period(
        at index: Int,
        today: CivilDay
    ) -> (first: CivilDay, last: CivilDay, end: Int)? {
        if let month = month(index) {
            let first = first(of: month, today: today)
            return (first, first.adding(months: 1) - 1, index + 1)
        }
        let isLast = meaning(index) == .last
        guard isLast || meaning(index) == .this || meaning(index) == .the else { return nil }
        let back = isLast ? 1 : 0
        let (year, month, _) = today.parts
        let first: CivilDay
        let next: CivilDay
        switch unit(index + 1) {
        case .week:
            first = today - (today.weekday - 1 + 7 * back)
            next = first + 7
        case .month:
            first = CivilDay(year: year, month: month, day: 1).adding(months: -back)
            next = first.adding(months: 1)
        case .year:
            first = CivilDay(year: year - back, month: 1, day: 1)
            next = first.adding(months: 12)
        default: return nil
        }
        return (first, next - 1, index + 2)
    }

    /// "three days ago", "for about two weeks".
    private func span(at index: Int, _ clock: CallClock, today: CivilDay) -> SaidDate? {
        guard unit(index) == nil,
            !(amount(index - 1) != nil && unit(index) == nil),
            let duration = duration(at: index)
        else { return nil }
        let endsInAgo = meaning(duration.range.upperBound) == .ago
        let during = endsInAgo ? nil : wordForLength(before: index)
        guard endsInAgo || during != nil else { return nil }
        let end = duration.range.upperBound + (endsInAgo ? 1 : 0)
        // "it went out twice for a day each".
        if [meaning(end), meaning(index - 1), during.flatMap { meaning($0 - 1) }]
            .contains(where: { $0 == .every || $0 == .per })
        {
            return nil
        }
        switch duration.unit {
        case .second, .minute, .hour:
            guard
                duration.seconds >= TimeUnit.hour.seconds || endsInAgo
                    || during.map(isAgo) == true
            else { return nil }
        case .day, .week, .month, .year: break
        }
        // "a week ago monday".
        let dayAt = meaning(end) == .on ? end + 1 : end
        if endsInAgo, duration.unit == .week, let named = namedDay(at: dayAt, today: today) {
            let range = index..<named.range.upperBound
            return SaidDate(
                day: beginning(of: duration, clock, today: named.day),
                range: range,
                since: range
            )
        }
        return SaidDate(
            day: beginning(of: duration, clock, today: today),
            range: index..<end,
            since: (during ?? index)..<end
        )
    }

    /// The word that says that a length reaches until now: "for about two weeks", "the past two weeks",
    /// "for the last few days".
    ///
    /// Fillers are gone, but a word such as "about" may stand between.
    private func wordForLength(before index: Int) -> Int? {
        var first = index
        var hasPast = false
        if meaning(first - 1) == .last || meaning(first - 1) == .past {
            hasPast = true
            first -= 1
        }
        if hasPast, meaning(first - 1) == .the { first -= 1 }
        func leads(_ index: Int) -> Bool {
            meaning(index) == .during || meaning(index) == .since || isAgo(index)
        }
        if leads(first - 1) || hasPast && meaning(first - 1) == .inside { return first - 1 }
        if hasPast { return first }
        return leads(first - 2) && amount(first - 1) == nil ? first - 2 : nil
    }

    /// Whether a word stands for ago before its length of time.
    private func isAgo(_ index: Int) -> Bool {
        vocabulary.beforeMeansAgo && meaning(index) == .before
    }

    /// The last such weekday before today.
    private func past(_ weekday: Int, today: CivilDay) -> CivilDay {
        let distance = (today.weekday - weekday + 6) % 7 + 1
        return today - distance
    }

    /// The first day of the last such month.
    private func first(of month: Int, today: CivilDay) -> CivilDay {
        let (year, ofToday, _) = today.parts
        return CivilDay(year: month > ofToday ? year - 1 : year, month: month, day: 1)
    }
}
