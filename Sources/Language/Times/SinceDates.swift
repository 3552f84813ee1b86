/// A day of the past that was said.
struct SaidDate {
    var day: CivilDay
    /// The words of the day itself.
    var range: Range<Int>
    /// The words from "since" on, or those of a length that ends now ("for two weeks", "three days
    /// ago"); nil when the day stands alone.
    var since: Range<Int>?
}

extension TimeReader {
    /// How many words may stand between "since" and its day: "since i swapped my router yesterday".
    private static let sinceReach = 10

    /// The day since when something is so: one after "since" before any other.
    func date(_ clock: CallClock) -> SaidDate? {
        guard
            meanings.contains(where: { $0 != nil })
                || words.items.contains(where: { $0.kind == .ordinal })
        else { return nil }
        let today = clock.today(in: clock.zone)
        var alone: SaidDate?
        for index in words.all {
            guard var date = date(at: index, today: today) else { continue }
            if date.since == nil { date.since = since(before: date.range) }
            if date.since != nil { return date }
            if alone == nil { alone = date }
        }
        return alone
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

    private func date(at index: Int, today: CivilDay) -> SaidDate? {
        if let date = namedDay(at: index, today: today) { return date }
        if let date = span(at: index, today: today) { return date }
        if let found = monthDay(at: index) {
            return SaidDate(
                day: latest(month: found.month, day: found.day, today: today),
                range: index..<found.end
            )
        }
        if let month = month(index) {
            let day = latest(month: month, day: 1, today: today)
            return SaidDate(day: day, range: index..<index + 1)
        }
        if let day = ordinal(index), (1...31).contains(day), meaning(index - 1) == .the,
            unit(index + 1) == nil
        {
            return SaidDate(day: latest(dayOfMonth: day, today: today), range: index..<index + 1)
        }
        return nil
    }

    private func namedDay(at index: Int, today: CivilDay) -> SaidDate? {
        func date(_ day: CivilDay, words count: Int = 1) -> SaidDate {
            SaidDate(day: day, range: index..<index + count)
        }
        switch meaning(index) {
        case .today, .tonight:
            return date(today)
        case .yesterday:
            if meaning(index - 1) == .before, unit(index - 2) == .day {
                return SaidDate(day: today - 2, range: index - 2..<index + 1)
            }
            return date(today - 1)
        case .dayBeforeYesterday:
            return date(today - 2)
        case .unit(.day) where meaning(index + 1) == .before && meaning(index + 2) == .yesterday:
            return date(today - 2, words: 3)
        case .this:
            if case .part = meaning(index + 1) { return date(today, words: 2) }
            if case .weekday(let weekday) = meaning(index + 1) {
                return date(past(weekday, today: today), words: 2)
            }
            return nil
        case .last:
            return lastNamed(at: index, today: today)
        case .weekday(let weekday):
            return date(past(weekday, today: today))
        case .weekend:
            return date(past(6, today: today))
        default:
            return nil
        }
    }

    private func lastNamed(at index: Int, today: CivilDay) -> SaidDate? {
        let day: CivilDay
        switch meaning(index + 1) {
        case .part: day = today - 1
        case .weekday(let weekday): day = past(weekday, today: today)
        case .weekend: day = past(6, today: today)
        case .unit(.week): day = today - 7
        case .unit(.month): day = today.adding(months: -1)
        case .unit(.year): day = today.adding(months: -12)
        default:
            guard let month = month(index + 1) else { return nil }
            day = latest(month: month, day: 1, today: today)
        }
        return SaidDate(day: day, range: index..<index + 2)
    }

    /// "three days ago", "for about two weeks".
    private func span(at index: Int, today: CivilDay) -> SaidDate? {
        guard amount(index) != nil || meaning(index) == .half,
            !(amount(index - 1) != nil && unit(index) == nil),
            let duration = duration(at: index), let unit = unit(lastUnit(in: duration.range))
        else { return nil }
        let isFollowedByAgo = meaning(duration.range.upperBound) == .ago
        // Fillers are gone, but a word such as "about" may stand between.
        let leads = amount(index - 1) == nil ? [index - 1, index - 2] : [index - 1]
        let lead = leads.first { meaning($0) == .during || meaning($0) == .since || isAgo($0) }
        guard isFollowedByAgo || lead != nil else { return nil }
        let countsBack = isFollowedByAgo || lead.map(isAgo) == true
        let start = isFollowedByAgo ? index : lead ?? index
        let end = duration.range.upperBound + (isFollowedByAgo ? 1 : 0)
        let count = duration.seconds / unit.seconds
        let day: CivilDay
        switch unit {
        case .second, .minute, .hour:
            guard duration.seconds >= TimeUnit.hour.seconds || countsBack else { return nil }
            day = today - Int(duration.seconds / TimeUnit.day.seconds)
        case .day: day = today - Int(count.rounded())
        case .week: day = today - Int((count * 7).rounded())
        case .month: day = today.adding(months: -Int(min(count.rounded(), 1_200)))
        case .year: day = today.adding(months: -Int(min((count * 12).rounded(), 1_200)))
        }
        return SaidDate(day: day, range: index..<end, since: start..<end)
    }

    /// Whether a word stands for ago before its length of time.
    private func isAgo(_ index: Int) -> Bool {
        vocabulary.beforeMeansAgo && meaning(index) == .before
    }

    private func lastUnit(in range: Range<Int>) -> Int {
        range.last { unit($0) != nil } ?? range.lowerBound
    }

    /// The last such weekday before today.
    private func past(_ weekday: Int, today: CivilDay) -> CivilDay {
        let distance = (today.weekday - weekday + 6) % 7 + 1
        return today - distance
    }

    private func latest(month: Int, day: Int, today: CivilDay) -> CivilDay {
        let year = today.parts.year
        // The 29th of February may be up to eight years back.
        for back in 0...8 {
            let found = CivilDay(year: year - back, month: month, day: day)
            if found <= today, found.parts.month == month { return found }
        }
        return today
    }

    private func latest(dayOfMonth day: Int, today: CivilDay) -> CivilDay {
        let first = today - (today.parts.day - 1)
        for back in 0...2 {
            let month = first.adding(months: -back)
            let found = month + (day - 1)
            if found <= today, found.parts.month == month.parts.month { return found }
        }
        return today
    }
}
