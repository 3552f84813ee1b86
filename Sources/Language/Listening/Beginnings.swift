internal import Messages

/// The day since when something is so.
extension Reading {
    /// The day since when something is so, as the answer to that question; a length of time alone reaches
    /// until now.
    func date(of node: ListeningNode) -> FoundValue? {
        if let later = restartedDay { return narrowed(to: later..<area.upperBound).date(of: node) }
        let times = times
        let others = daysOfOthers(than: node)
        if let said = beginning(besides: others) {
            // "i have been waiting for an hour", but "i have been waiting since monday".
            if let since = said.since, words.meanings[since.lowerBound] != .since,
                isOfOtherSpan(since.lowerBound)
            {
                return nil
            }
            return value(of: said, confidence: 0.93)
        }
        guard let length = times.duration(), !isOfOtherSpan(length.range.lowerBound),
            !others.contains(where: { $0.overlaps(length.range) })
        else { return nil }
        let today = context.clock.today(in: context.clock.zone)
        let said = SaidDate(
            day: times.beginning(of: length, context.clock, today: today),
            range: length.range
        )
        return value(of: said, confidence: 0.85)
    }

    /// Where a day of the week begins with which the customer corrects another after a hesitation: "mittwoch äh dienstag".
    private var restartedDay: Int? {
        area.dropFirst().last { index in
            guard case .weekday? = words.meanings[index],
                case .weekday? = words.meanings[index - 1]
            else { return false }
            return !words.areJoined(index - 1)
                && words.sentences[index] == words.sentences[index - 1]
        }
    }

    /// The day before one that is denied or taken back: "not yesterday the day before".
    func dayBefore(_ found: FoundValue, in range: Range<Int>) -> FoundValue? {
        let place = range.dropLast().first { index in
            words.meanings[index] == .unit(.day)
                && words.items[index + 1].classes.contains(.former)
        }
        let parts = found.value.key.split(separator: "-").compactMap { Int($0) }
        guard let place, parts.count == 3 else { return nil }
        let day = CivilDay(year: parts[0], month: parts[1], day: parts[2]) + -1
        let text = words.language.text(ofDay: day.text)
        return FoundValue(
            value: FactValue(kind: .date, key: day.text, text: text),
            confidence: found.confidence,
            range: place..<place + 2
        )
    }

    /// The day since when something is so, only when "since" or the like stands by it.
    func sinceDate(of node: ListeningNode) -> FoundValue? {
        guard mayTellSince, let said = beginning(besides: daysOfOthers(than: node)),
            let since = said.since,
            !isOfOtherSpan(since.lowerBound)
        else { return nil }
        return value(of: said, confidence: 0.9)
    }

    /// False where no word reaches until now: most that is said does not tell since when.
    private var mayTellSince: Bool {
        area.contains { index in
            switch words.meanings[index] {
            case .since, .ago, .during, .last, .past, .before: true
            default: false
            }
        } || hits.contains { $0.mark == .since }
    }

    /// The day that takes the place of one that was taken back: "since monday no wait tuesday".
    func repairedSince(of node: ListeningNode) -> FoundValue? {
        guard let first = sinceDate(of: node) else { return nil }
        guard hits.contains(where: { Self.takesBack($0.mark) }) else { return first }
        let later = repaired(node) { part in
            guard part.area.lowerBound > area.lowerBound else { return part.sinceDate(of: node) }
            // What follows at once takes back the day, and not something else that was said.
            guard let day = part.date(of: node),
                !part.area.contains(where: { index in
                    index < day.range.upperBound && part.isTelling(index)
                        && words.meanings[index] == nil && words.items[index].kind == .word
                })
            else { return nil }
            return day
        }
        return later?.value.key == first.value.key ? first : later
    }

    /// How far the day may stand from the words that say that something began.
    private static let reachOfBeginning = 5

    /// A day: one since when something is so, or on which it began, before any other.
    private func beginning(besides others: [Range<Int>]) -> SaidDate? {
        guard let first = times.date(context.clock, besides: others) else { return nil }
        if let later = dayAfterWorking(first, besides: others) { return later }
        if first.since == nil, workedStill(on: first) { return nil }
        if first.since != nil { return first }
        for began in hits
        where began.mark == .since && area.contains(began.range)
            && !negations.standBefore(began.range, reach: 2)
        {
            let rest = narrowed(to: began.range.upperBound..<area.upperBound)
            var later = rest.area.isEmpty ? nil : rest.times.date(context.clock, besides: others)
            let after = later.map { began.range.upperBound..<$0.range.lowerBound }
            // "it went out twice last month" counts what happened.
            if let after,
                after.count > Self.reachOfBeginning || after.contains(where: parts)
                    || after.contains(where: counts)
            {
                later = nil
            }
            // "it started on monday", "i called yesterday about it it started monday".
            if var later, !isBefore(first, began.range) || isNearer(after, first, began.range) {
                later.since = began.range.lowerBound..<later.range.upperBound
                return later
            }
            guard isBefore(first, began.range) else { continue }
            var earlier = first
            earlier.since = first.range.lowerBound..<began.range.upperBound
            return earlier
        }
        return first
    }

    /// The day after one on which it still worked: "it worked on friday and then monday morning it didn't".
    private func dayAfterWorking(_ said: SaidDate, besides others: [Range<Int>]) -> SaidDate? {
        if let since = said.since, !isOfOtherSpan(since.lowerBound) { return nil }
        // "good, it was friday or saturday".
        guard times.meaning(said.range.upperBound) != .or else { return nil }
        for works in hits
        where works.mark == .works && area.contains(works.range)
            && !negations.deny(works.range, reach: 3)
            && (isBefore(said, works.range) || isWorking(works.range, on: said))
        {
            let end = max(said.range.upperBound, works.range.upperBound)
            let rest = narrowed(to: end..<area.upperBound)
            if !rest.area.isEmpty, let later = rest.beginning(besides: others), later.day > said.day
            {
                return later
            }
        }
        return nil
    }

    /// Whether all that is said of a day is that something still worked then: "yesterday it still worked".
    private func workedStill(on said: SaidDate) -> Bool {
        // "until yesterday it was working", "it was fine then yesterday it stopped".
        let isUntil =
            said.range.lowerBound > 0 && words.meanings[said.range.lowerBound - 1] == .until
        let isOver = hits.contains {
            ($0.mark == .fails || $0.mark == .since) && $0.range.lowerBound >= said.range.upperBound
        }
        if isUntil || isOver { return false }
        return hits.contains { works in
            works.mark == .works && area.contains(works.range)
                && (has(.continues)
                    || works.range.contains { words.items[$0].classes.contains(.past) }
                    || (said.range.upperBound..<max(said.range.upperBound, works.range.lowerBound))
                        .contains { words.items[$0].classes.contains(.past) })
                && !negations.deny(works.range, reach: 3)
                && (isBefore(said, works.range) || isWorking(works.range, on: said))
        }
    }

    /// Whether a day behind what works is its own: "it worked fine on friday", but not "it worked until friday".
    private func isWorking(_ works: Range<Int>, on said: SaidDate) -> Bool {
        guard works.upperBound <= said.range.lowerBound else { return false }
        let between = works.upperBound..<said.range.lowerBound
        return between.count <= Self.reachOfBeginning
            && !between.contains { index in
                parts(index) || [.and, .until].contains(words.meanings[index])
            }
    }

    /// Whether a day is that of what began after it: "yesterday evening it kicked me off", "das ist gestern ausgefallen".
    private func isBefore(_ said: SaidDate, _ began: Range<Int>) -> Bool {
        let between = said.range.upperBound..<max(said.range.upperBound, began.lowerBound)
        guard said.range.upperBound <= began.lowerBound, between.count <= Self.reachOfBeginning,
            !between.contains(where: { parts($0) || words.meanings[$0] == .and })
        else { return false }
        // "i called yesterday it stopped again": what stands before the day has its own.
        let clause = (area.lowerBound..<said.range.lowerBound).reversed().prefix {
            !parts($0) && words.meanings[$0] != .and
        }
        return between.isEmpty || !clause.contains(where: isTelling)
    }

    /// Of two days, whether the one behind what began is its own: "gestern hab ich angerufen, angefangen hat es am montag".
    private func isNearer(_ after: Range<Int>?, _ said: SaidDate, _ began: Range<Int>) -> Bool {
        let before = said.range.upperBound..<began.lowerBound
        return before.contains(where: isTelling) && after?.contains(where: isTelling) == false
    }

    /// Whether a word says how often something happened.
    private func counts(_ index: Int) -> Bool {
        switch words.meanings[index] {
        case .once, .twice, .times: true
        default: false
        }
    }

    /// Whether a word begins another clause.
    private func parts(_ index: Int) -> Bool { words.items[index].classes.contains(.boundary) }

    /// Whether words before a length of time say that it is not the issue's: "on hold for two hours", "it was fine
    /// for ten years".
    private func isOfOtherSpan(_ start: Int) -> Bool {
        hits.contains { hit in
            let reach: Int
            switch hit.mark {
            case .otherSpan: reach = Self.cueReach
            // Directly before it: "good morning, it is down for two weeks" says nothing of the kind.
            case .works
            where times.meaning(start) != .since && !negations.standBefore(hit.range, reach: 3):
                reach = 0
            default: return false
            }
            return (0...reach).contains(start - hit.range.upperBound)
                && !(hit.range.upperBound..<start).contains { index in
                    words.items[index].classes.contains(.boundary)
                }
        }
    }

    /// The words at which days are those of another fact, which its cue names before them.
    private func daysOfOthers(than node: ListeningNode) -> [Range<Int>] {
        var ranges = others
        if words.classes.contains(.acquires), !asksForAcquisition(node) { ranges += acquisitions }
        func isOther(_ other: ListeningNode) -> Bool {
            other.valueKind == .date && other.fact != node.fact
        }
        for other in context.open where isOther(other) { ranges += cuedDays(of: other) }
        for other in context.known where isOther(other) { ranges += cuedDays(of: other) }
        return ranges
    }

    /// Whether the day on which something was come by may be what is asked for: "when did you buy it?", and not "since when".
    private func asksForAcquisition(_ node: ListeningNode) -> Bool {
        guard node.cuePatterns.ranges.isEmpty else { return true }
        return node === context.asked
            && !node.wording.sayStems.contains { stem in
                words.language.times.meaning(of: stem) == .since
            }
    }

    /// The words after each cue of a fact in which its day may stand.
    private func cuedDays(of node: ListeningNode) -> [Range<Int>] {
        guard !node.cuePatterns.ranges.isEmpty else { return [] }
        let matcher = matcher
        return node.cuePatterns.ranges.indices.compactMap { cue in
            guard let match = matcher.full(node.cuePatterns, cue), !match.isNegated else {
                return nil
            }
            let reach = min(area.upperBound, match.range.upperBound + Self.cueReach)
            let end = (match.range.upperBound..<reach).first { index in
                words.items[index].classes.contains(.boundary)
            }
            return match.range.lowerBound..<(end ?? reach)
        }
    }

    /// The day of a fact whose cue stands before it: "serviced in august".
    func cuedDate(of node: ListeningNode) -> FoundValue? {
        for range in cuedDays(of: node) {
            let near = narrowed(to: range)
            if let said = near.times.date(context.clock) {
                return value(of: said, confidence: Self.cuedConfidence)
            }
        }
        return nil
    }

    /// How sure a day is at most of which only the time about it was told.
    private static let vagueConfidence = 0.7

    private func value(of said: SaidDate, confidence: Double) -> FoundValue {
        let day = words.language.text(ofDay: said.day.text)
        return FoundValue(
            value: FactValue(
                kind: .date,
                key: said.day.text,
                text: said.isVague ? writing.aroundDay.filling(day) : day,
                detail: said.isAmbiguous ? writing.monthFirstAssumed : ""
            ),
            confidence: said.isVague ? min(confidence, Self.vagueConfidence) : confidence,
            range: said.since ?? said.range
        )
    }
}
