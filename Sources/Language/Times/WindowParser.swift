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
    private let ignored: [Range<Int>]
    /// Phrases that tell how times are meant: "at work", "up to", "no wait".
    private let marks: [PhraseHit]
    /// Words of times up to what denies them behind a verb: "montag kann ich nicht".
    private let deniedBehind: [Range<Int>]
    var said = SaidWindows()
    var clause = WindowClause()
    var hint: DayPart?
    var denial = Denial()
    /// The clause whose place the next one takes: "tomorrow at three no wait four".
    var replaced: WindowClause?
    /// Whether the next time is one from which on the customer can be reached: "i get off work at five".
    private var isFreeFrom = false
    /// Days that are taken, of which hours may still be named: "im busy tomorrow but after five is fine".
    var topic: [SaidDays] = []
    /// The word after the last day or part of a day, the one after the last time, and the last day.
    var dayEnd = -1
    var clockEnd = -1
    var lastDay: CivilDay?
    private var first: Int?
    private var last = 0

    init(_ reader: TimeReader, clock: CallClock, hits: [PhraseHit]) {
        self.reader = reader
        ignored = hits.filter { $0.mark == .doesNotKnow || $0.mark == .unsure }.map(\.range)
        marks = hits.filter { hit in
            switch hit.mark {
            case .unavailable, .anyTime, .freeFrom, .firstThing, .atMost, .atLeast, .takesBack,
                .correction,
                .softCorrection:
                reader.area.contains(hit.range)
            default: false
            }
        }
        deniedBehind = reader.deniedBehind(except: (ignored + marks.map(\.range)))
        for index in reader.area where said.zone == nil {
            said.zone = reader.zone(at: index)?.name
        }
        (today, minute) = clock.localTime(in: said.zone ?? clock.zone)
        // Where it is another day already, the customer's tomorrow may not be that zone's.
        if said.zone != nil, today != clock.today(in: clock.zone) { said.isDoubtful = true }
    }

    /// What was said; nil when it holds no expression of time.
    mutating func parse() -> SaidWindows? {
        var index = reader.area.lowerBound
        while index < reader.area.upperBound {
            // A negation ends with its clause: "i cant do tomorrow but monday works".
            if reader.words.items[index].classes.contains(.boundary) { endDenial() }
            if let denied = deniedBehind.first(where: { $0.lowerBound == index }) {
                beginDenial(to: denied.upperBound)
            }
            let next =
                readMark(index) ?? readNegation(index) ?? readDays(index) ?? readHours(index)
                ?? readZone(index)
            if let next {
                if first == nil { first = index }
                last = next
            } else {
                pass(index)
            }
            index = next ?? index + 1
        }
        endDenial()
        endClause()
        if let replaced { said.clauses.append(replaced) }
        exclude(topic)
        keepWhatIsLeft()
        guard !said.clauses.isEmpty, let first else { return nil }
        said.range = first..<last
        return said
    }

    // MARK: Marks, negation and zone

    private mutating func readMark(_ index: Int) -> Int? {
        guard let hit = marks.first(where: { $0.range.lowerBound == index }) else { return nil }
        let end = hit.range.upperBound
        switch hit.mark {
        case .unavailable:
            // "not busy" denies nothing.
            if isDenied(index) { denial = Denial() } else { beginBusy(at: end) }
            return end
        case .anyTime: return readAnytime(index, end: end)
        case .freeFrom: return readFreeFrom(end: end)
        case .firstThing: return readFirstThing(end: end)
        // "up to about eight", "no earlier than ten".
        case .atMost: return readUntil(end - 1)
        case .atLeast: return readBound(end - 1) { .after($0) }
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

    /// "first thing tomorrow", "first thing in the morning".
    private mutating func readFirstThing(end: Int) -> Int {
        hint = .morning
        let saysMore = clause.hours.contains { $0 == .part(.morning) } || reader.part(end) != nil
        return saysMore ? end : add(.part(.morning), end: end)
    }

    private mutating func readNegation(_ index: Int) -> Int? {
        switch reader.meaning(index) {
        case .except: break
        case .not where !ignored.contains(where: { $0.contains(index) }): break
        default: return nil
        }
        endDenial()
        let isBehind = deniedBehind.contains { $0.upperBound == index }
        if !isBehind { denial.reach = index + 3 }
        return index + 1
    }

    /// What follows takes the place of the last clause: "monday at ten sorry tuesday at ten".
    private mutating func restart(_ hit: PhraseHit) -> Int? {
        let end = hit.range.upperBound
        // "no mornings" denies them.
        if hit.mark == .takesBack, case .parts = reader.meaning(end) {
            denial.reach = end
            return end
        }
        endDenial()
        endClause()
        guard let last = said.clauses.popLast() else { return nil }
        replaced = last
        // Taken back, and nothing put in its place.
        if hit.mark == .correction, end == reader.area.upperBound { said.isDoubtful = true }
        return end
    }

    private mutating func readZone(_ index: Int) -> Int? {
        if let zone = reader.zone(at: index) { return zone.end }
        // Some place whose zone is not known: "nine brazil time".
        if index == clockEnd, reader.meaning(index) == nil, reader.meaning(index + 1) == .times,
            reader.words.items[index].classes.isDisjoint(with: [.common, .boundary])
        {
            said.isDoubtful = true
        }
        return nil
    }

    // MARK: Clauses

    mutating func add(_ days: SaidDays) {
        // "after five on monday": hours without a day take the day that follows.
        if !clause.days.isEmpty && !clause.hours.isEmpty { endClause() }
        exclude(topic)
        topic = []
        clause.days.append(days)
    }

    mutating func add(_ hours: SaidHours, end: Int) -> Int {
        if hours != .anyTime, clause.days.isEmpty, !topic.isEmpty {
            (clause.days, topic) = (topic, [])
        }
        if !clause.hours.isEmpty, clause.days.isEmpty { endClause() }
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
        clause.hours.removeAll { if case .part = $0 { true } else { false } }
        clockEnd = end
        return add(hours, end: end)
    }

    /// Everything from a day on, or from a time of it: "from tomorrow afternoon", "from monday at three".
    mutating func addFrom(_ days: SaidDays, end: Int) -> Int {
        add(days)
        var (start, end) = (ClockTime.startOfDay, end)
        let isTime = reader.meaning(end) == .at
        if let part = reader.part(end) {
            start = ClockTime(minutes: part.minutes.lowerBound, isFixed: true)
            end += 1
        } else if let (time, after) = reader.clockTime(at: end, isAfterPreposition: isTime) {
            (start, end) = (time, after)
        }
        clause.hours.append(.notBefore(start))
        endClause()
        dayEnd = end
        return end
    }

    mutating func endClause() {
        defer {
            clause = WindowClause()
            hint = nil
            isFreeFrom = false
        }
        guard !clause.isEmpty else { return }
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
