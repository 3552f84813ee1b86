internal import Messages

/// Reads an availability: "now or tomorrow between nine and noon eastern", "any weekday after five but not
/// friday", "not before the 12th".
///
/// The words are read once from left to right. Days and hours are gathered into a clause; it ends when a
/// day comes after hours, or after "now". What is denied is gathered beside it. What is no expression of time is
/// passed over.
struct WindowParser {
    let reader: TimeReader
    let today: CivilDay
    /// The minute of the day at which the call began.
    let minute: Int
    /// Words whose negation is not about times: those of "i dont know".
    let ignored: [Range<Int>]
    /// Phrases that tell how times are meant: "at work", "up to", "no wait".
    let marks: [PhraseHit]
    /// The days that are to be confirmed.
    private let confirmedDays: [SaidDays]
    var said = SaidWindows()
    var clause = WindowClause()
    var hint: DayPart?
    var denial = Denial()
    /// The clause whose place the next one takes: "tomorrow at three no wait four".
    var replaced: WindowClause?
    /// Whether the next time is one from which on the customer can be reached: "i get off work at five".
    private(set) var isFreeFrom = false
    /// Whether hours that follow are meant on the days that were denied last: "im busy tomorrow but after five is fine".
    var isTopic = false
    /// Whether something was denied by what the customer does then, and by work.
    var isBusy = false
    var isWork = false
    /// The word at which another statement begins.
    var statementEnd = 0
    /// Whether the customer can be reached, whenever that is.
    private(set) var isReachable = false
    /// Whether the times so far are mere reasons for those that follow: "i leave at eight so seven".
    var isReason = false
    /// Whether an "or" stands before the hours that are read, and where those begin, among the hours of the clause, that
    /// stand after one.
    private(set) var isJoined = false
    private(set) var isJoinedByOr = false
    private(set) var joinedHours: Int?
    /// Whether something bounds the times that was not understood: "tomorrow after the game".
    private var hasUnreadBound = false
    /// The word after the last hours.
    private var hoursEnd = -1
    /// The word after the last day or part of a day, the one after the last time, and the last day.
    var dayEnd = -1
    var clockEnd = -1
    /// The word after the last zone.
    var zoneEnd: Int?
    var lastDay: CivilDay?
    var lastWeek: CivilDay?
    /// Whether the hours of the clause stand before its days.
    var isBehindHours = false
    private var daysNamed: [Bool?] = []
    private var first: Int?
    private var last = 0

    /// Creates a parser.
    ///
    /// - Parameter confirming: An availability that is to be confirmed, of which mere hours change the hours.
    init(
        _ reader: TimeReader,
        clock: CallClock,
        hits: [PhraseHit],
        confirming: [TimeWindow] = []
    ) {
        self.reader = reader
        ignored = hits.filter { $0.mark == .doesNotKnow || $0.mark == .unsure }.map(\.range)
        let words = reader.words
        let bounds = hits.filter { hit in
            switch hit.mark {
            case .atMost, .atLeast, .takesBack, .correction, .softCorrection:
                reader.area.contains(hit.range)
            default: false
            }
        }
        marks = words.language.availability.hits(in: words, area: reader.area) + bounds
        (said.zone, said.isDoubtful) = Self.zone(reader, marks)
        if said.zone == nil, let zone = confirming.first?.zone, zone != clock.zone {
            said.zone = zone
        }
        confirmedDays =
            confirming.isEmpty
            ? []
            : WindowResolver(clock: clock, zone: said.zone, writing: reader.writing)
                .days(of: confirming)
        (today, minute) = clock.localTime(in: said.zone ?? clock.zone)
        // Where it is another day already, the customer's tomorrow may not be that zone's.
        if said.zone != nil, today != clock.today(in: clock.zone) { said.isDoubtful = true }
    }

    /// What was said; nil when it holds no expression of time.
    mutating func parse() -> SaidWindows? {
        var index = reader.area.lowerBound
        while index < reader.area.upperBound {
            // A negation ends with its statement: "i cant do tomorrow but monday works".
            if index >= statementEnd {
                beginStatement(at: index)
                if isConclusion(index), reader.meaning(index - 1) != .or {
                    isReason = true
                    isFreeFrom = false
                    dropReasonDays(at: index)
                }
            }
            if let hit = hit(at: index), hit.mark == .suits || hit.mark == .reachable {
                // "im at work tomorrow call me after five".
                if denial.kind == .busy, hit.mark == .reachable { endDenial() }
                if hit.mark == .reachable, !isDenied(index) {
                    isReachable = true
                    if first == nil { first = index }
                    last = hit.range.upperBound
                }
                index = hit.range.upperBound
                continue
            }
            // "any evening but after seven" is one time.
            isJoined = reader.isJoin(index - 1) && !isBoundary(index - 1)
            isJoinedByOr = reader.meaning(index - 1) == .or
            // What stands behind "since" is over.
            let next =
                reader.meaning(index - 1) == .since
                ? nil
                : readMark(index) ?? readStandIn(index) ?? readNegation(index) ?? readDays(index)
                    ?? readHours(index) ?? readZone(index) ?? readRetold(index)
            if let next {
                if first == nil { first = index }
                last = next
            } else {
                pass(index)
                if isUnreadBound(index) { hasUnreadBound = true }
            }
            index = next ?? index + 1
        }
        endDenial()
        endClause()
        if let replaced { said.clauses.append(replaced) }
        keepWhatIsLeft()
        if hasUnreadBound { said.isDoubtful = true }
        if isReachable, said.clauses.isEmpty, said.exclusions.isEmpty {
            said.isDoubtful = true
            said.clauses = [WindowClause(hours: [.anyTime])]
        }
        guard !said.clauses.isEmpty, let first else { return nil }
        said.range = first..<last
        return said
    }

    /// Whether a day is named at a word; found once for each word, since some words are asked about often.
    mutating func isDayNamed(at index: Int) -> Bool {
        if daysNamed.isEmpty { daysNamed = Array(repeating: nil, count: reader.words.count) }
        guard daysNamed.indices.contains(index) else { return false }
        if let known = daysNamed[index] { return known }
        let names = days(at: index) != nil || reader.meaning(index) == .tonight
        daysNamed[index] = names
        return names
    }

    // MARK: Marks

    /// The phrase that begins at a word.
    func hit(at index: Int) -> PhraseHit? { marks.first { $0.range.lowerBound == index } }

    func mark(at index: Int) -> PhraseMark? { hit(at: index)?.mark }

    private mutating func readMark(_ index: Int) -> Int? {
        guard let hit = hit(at: index) else { return nil }
        let end = hit.range.upperBound
        switch hit.mark {
        case .unavailable: return readBusy(index, end: end, isWork: false)
        case .atWork: return readBusy(index, end: end, isWork: true)
        case .unsuits: return readVerdict(index, end: end)
        case .anyTime: return readAnytime(index, end: end)
        case .freeFrom: return readBackOn(end: end) ?? readFreeFrom(end: end)
        case .firstThing: return readFirstThing(end: end)
        case .endOfDay:
            return isDenied(index)
                ? deny(.part(.afternoon), end: end) : add(.part(.afternoon), end: end)
        case .sameTime: return readSameTime(end: end)
        case .givesLength: return readLength(from: end)
        // "up to about eight", "no earlier than ten".
        case .atMost: return readUntil(end - 1)
        // "it can wait until friday".
        case .atLeast: return readBound(end - 1) { .after($0) } ?? readFrom(dayAt: end)
        case .otherClock: return readOtherClock(index, end: end)
        case .otherwise:
            endDenial()
            endClause()
            return nil
        case .must: return nil
        default: return restart(hit)
        }
    }

    /// "i get off work at five", "um fünf habe ich feierabend".
    private mutating func readFreeFrom(end: Int) -> Int {
        if case .around(let time)? = clause.hours.last {
            clause.hours[clause.hours.count - 1] = .after(time)
        } else {
            isFreeFrom = clause.hours.isEmpty
        }
        return end
    }

    /// "im back on monday": from then on, and what was said of days before is past.
    private mutating func readBackOn(end: Int) -> Int? {
        guard let next = readFrom(dayAt: end) else { return nil }
        said.exclusions = []
        return next
    }

    /// A day, from which on the customer can be reached.
    private mutating func readFrom(dayAt index: Int) -> Int? {
        var start = index
        while reader.meaning(start) == .on || reader.meaning(start) == .the { start += 1 }
        guard let found = days(at: start), found.day != nil else { return nil }
        endDenial()
        // "within two hours or it has to wait until friday" are two times.
        if !clause.hours.isEmpty { endClause() }
        return addFrom(found.days, end: found.end)
    }

    /// "same time tomorrow": that of the call, or the one that was named before.
    private mutating func readSameTime(end: Int) -> Int {
        guard replaced == nil, clause.hours.isEmpty else { return end }
        let now = ClockTime(minutes: minute, isFixed: true)
        let named = said.clauses.last?.hours.filter(\.isOnClock) ?? []
        var next = end
        for hours in named.isEmpty ? [.around(now)] : named { next = add(hours, end: end) }
        return next
    }

    /// "first thing tomorrow", "first thing in the morning".
    private mutating func readFirstThing(end: Int) -> Int {
        hint = .morning
        let saysMore = clause.hours.contains { $0 == .part(.morning) } || reader.part(end) != nil
        return saysMore ? end : add(.part(.morning), end: end)
    }

    /// What follows takes the place of the last clause: "monday at ten sorry tuesday at ten".
    private mutating func restart(_ hit: PhraseHit) -> Int? {
        let end = hit.range.upperBound
        // "no mornings" denies them.
        if hit.mark == .takesBack {
            switch reader.meaning(end) {
            case .parts, .weekend:
                denial.reach = end
                return end
            default: break
            }
        }
        endDenial()
        endClause()
        guard let last = said.clauses.popLast() else { return nil }
        replaced = last
        // Taken back, and nothing put in its place.
        if hit.mark == .correction, end == reader.area.upperBound { said.isDoubtful = true }
        return end
    }

    // MARK: Clauses

    mutating func add(_ days: SaidDays) {
        // "after five on monday": hours without a day take the day that follows.
        if !clause.days.isEmpty && !clause.hours.isEmpty { endClause() }
        isTopic = false
        switch days {
        case .everyDay, .weekdays, .weekend: if clause.isEmpty { takeStart() }
        default: break
        }
        if !clause.days.contains(days) { clause.days.append(days) }
    }

    /// Leaves hours after an "or" to the day that stands right after them: "tomorrow morning or after five on friday".
    mutating func leaveJoinedHours(to index: Int) {
        let isBeside = index == hoursEnd || index == hoursEnd + 1 && reader.meaning(hoursEnd) == .on
        guard isBeside, !clause.days.isEmpty, let joinedHours else { return }
        let hours = Array(clause.hours[joinedHours...])
        clause.hours.removeLast(hours.count)
        endClause()
        clause.hours = hours
    }

    mutating func add(_ hours: SaidHours, end: Int) -> Int {
        hoursEnd = end
        isBehindHours = false
        if clause.days.isEmpty, !hours.isFromNow, !isDayNamed(at: end) {
            takeTopic()
            if clause.isEmpty, takeStart() { clause.days = [.everyDay] }
        }
        if !clause.hours.isEmpty, clause.days.isEmpty { endClause() }
        if isJoined, !clause.hours.isEmpty { joinedHours = clause.hours.count }
        if isFreeFrom, case .around(let time) = hours {
            clause.hours.append(.after(time))
        } else if !clause.hours.contains(hours) {
            clause.hours.append(hours)
        }
        isFreeFrom = false
        return end
    }

    /// A time on the clock makes a part of the day before it a mere hint: "tomorrow morning at nine".
    mutating func addClock(_ hours: SaidHours, end: Int) -> Int {
        if isReason, takesUp(hours) { return end }
        dropReason()
        var hours = isJoinedByOr ? hours : within(hours)
        if clause.hours.last?.isPart == true, isJoined || isAfterMorning(hours) {
            // "in the morning or after five" is two times, "tomorrow morning im back after four" as well.
            clause = clause.fixed(hint: hint)
            hint = nil
        } else {
            if case .part(let part)? = clause.hours.last {
                clause.hours.removeLast()
                // "tonight before ten" may be any time until then.
                let isTonight = part == .evening && clause.days == [.day(today)]
                if !isTonight { hours = hours.within(part) }
            }
        }
        clockEnd = end
        let isRange = if case .range = hours { true } else { false }
        if mayTellOfOther(at: end - 1, needsMust: !isRange) { said.isDoubtful = true }
        return add(hours, end: end)
    }

    /// Whether hours begin with a time of the afternoon where the morning was named.
    private func isAfterMorning(_ hours: SaidHours) -> Bool {
        guard clause.hours.last == .part(.morning), case .after(let time) = hours else {
            return false
        }
        return !time.isFixed && time.minutes % 720 < 300
    }

    /// Hours between the last bound and another one: "after ten but before two".
    private mutating func within(_ hours: SaidHours) -> SaidHours {
        switch (clause.hours.last, hours) {
        case (.after(let from), .before(let to)):
            clause.hours.removeLast()
            return .range(from, to)
        // "half an hour from now im at my desk until ten".
        case (.fromNow(let minutes), .before(let to))
        where to.isFixed && to.minutes > minute + minutes:
            clause.hours.removeLast()
            return .range(ClockTime(minutes: minute + minutes, isFixed: true), to)
        // "never before two weekdays two to six".
        case (.after(let from)?, .range) where from.isFixed:
            guard case .range(let start, _) = hours.fixed(hint: hint), start.minutes >= from.minutes
            else { return hours }
            clause.hours.removeLast()
            return hours
        default: return hours
        }
    }

    mutating func endClause() {
        defer {
            clause = WindowClause()
            hint = nil
            isFreeFrom = false
            isReason = false
            joinedHours = nil
            isBehindHours = false
        }
        guard !clause.isEmpty else { return }
        if clause.days.isEmpty, replaced == nil, !clause.hours.contains(where: \.isFromNow) {
            clause.days = confirmedDays
        }
        if let replaced {
            // A new hour is meant on the same day, and a new day at the same hour.
            if clause.days.isEmpty, !clause.hours.contains(where: \.isFromNow) {
                clause.days = replaced.days
            }
            if clause.hours.isEmpty, !replaced.hours.contains(where: \.isFromNow) {
                clause.hours = replaced.hours
                clause.assumed = replaced.assumed
            }
            self.replaced = nil
        }
        let isToday = clause.days == [.day(today)]
        let mayBeToday = clause.days.isEmpty || isToday
        var isDoubtful = false
        let fixed = clause.fixed(hint: hint) { hours in
            // At noon, "half past seven" is of the evening: tomorrow's morning would be the other guess, and the
            // better one where the evening is over.
            guard mayBeToday, let end = hours.clockMinutes.last, end < minute,
                let later = hours.afterNoon, let start = later.clockMinutes.first, start > minute,
                isToday || start < DayPart.evening.minutes.upperBound
            else { return nil }
            isDoubtful = !isToday
            return later
        }
        if isDoubtful { said.isDoubtful = true }
        said.clauses.append(fixed)
    }
}
