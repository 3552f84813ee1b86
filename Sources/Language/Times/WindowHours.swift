extension WindowParser {
    mutating func readHours(_ index: Int) -> Int? {
        switch reader.meaning(index) {
        case .now: return readNow(index)
        case .anytime: return readAnytime(index, end: index + 1)
        case .always: return readAnytime(index, end: index + 1, recurs: true)
        case .anything where isException(index + 1, follows: true):
            return readAnytime(index, end: index + 1)
        case .every:
            // "any time", "any other time".
            let next = reader.meaning(index + 1) == .other ? index + 2 : index + 1
            return reader.isTime(next) ? readAnytime(index, end: next + 1) : nil
        case .all where reader.unit(index + 1) == .day: return readAllDay(index)
        case .overnight:
            add(.day(today))
            return add(.part(.night), end: index + 1)
        case .tonight: return readTonight(index)
        case .everyPart(let part): return readPart(part, of: .everyDay, at: index)
        case .weekdayPart(let part): return readPart(part, of: .weekdays, at: index)
        case .part, .parts: return readPart(at: index)
        case .inside, .next, .coming: return readLength(index)
        case .between, .from:
            return readRange(index, from: index + 1) ?? readFromPeriod(index) ?? readFromDay(index)
        case .thereafter: return readAfterThat(end: index + 1)
        case .after where reader.meaning(index + 1) == .that: return readAfterThat(end: index + 2)
        case .after: return readBound(index) { .after($0) } ?? readAfterDay(index)
        case .before where reader.meaning(index + 1) == .that:
            // "we close at five so before that".
            guard case .around(let time)? = clause.hours.last else { return nil }
            clause.hours.removeLast()
            return addClock(.before(time), end: index + 2)
        case .before: return readBefore(index)
        case .until: return readUntil(index)
        case .at: return readAt(index)
        case .about: return readBare(index + 1)
        // "except lunch".
        case .period where isDenied(index): return readPeriod(index - 1) { .around($0) }
        default: return readBare(index) ?? readFromNow(index)
        }
    }

    private mutating func readNow(_ index: Int) -> Int? {
        if isDenied(index) {
            // "not now maybe at four".
            if denial.kind == .before, denial.clause.isEmpty { denial = Denial() }
            return index + 1
        }
        if isOfPlace(index) || isOfEvent(index) { return index + 1 }
        // "gleich morgen früh" is not now.
        let next = reader.meaning(index + 1) == .on ? index + 2 : index + 1
        if days(at: next) != nil { return next }
        endClause()
        var end = index + 1
        var hours = SaidHours.fromNow(minutes: 0)
        let joins: Bool =
            switch reader.meaning(end) {
            case .until, .to: true
            case .and: reader.meaning(index - 1) == .between
            default: false
            }
        if joins, let (time, after) = reader.clockTime(at: end + 1, isAfterPreposition: true) {
            hours = .nowUntil(comingToday(time))
            end = after
        }
        clause.hours = [hours]
        endClause()
        return end
    }

    /// Whether "now" says where the customer is, before other times: "im in london right now so before ten".
    private func isOfPlace(_ index: Int) -> Bool {
        guard
            (index + 1..<max(index + 1, reader.area.upperBound)).contains(where: { tellsTime($0) })
        else { return false }
        let isBehind =
            zoneEnd == index || zoneEnd == index - 1 && reader.meaning(index - 1) == nil
        return isBehind
            || reader.meaning(index + 1) == .inside && reader.zone(at: index + 2) != nil
    }

    /// Whether "now" says when something happened: "i tried it twice now", "and now it says wrong code".
    private func isOfEvent(_ index: Int) -> Bool {
        for beside in [index - 1, index + 1] {
            switch reader.meaning(beside) {
            case .once, .twice, .times: return true
            default: break
            }
        }
        guard index + 1 < reader.area.upperBound, reader.meaning(index + 1) == nil else {
            return false
        }
        let next = reader.words.items[index + 1].classes
        return next.contains(.subject) && next.isDisjoint(with: [.speaker, .addressee])
    }

    /// "any time", unless what follows says more; it ends what is denied: "not tomorrow but any other time".
    ///
    /// - Parameter recurs: Whether hours that are said with it are those of every day: "always after five".
    mutating func readAnytime(_ index: Int, end: Int, recurs: Bool = false) -> Int? {
        if isDenied(index), denial.clause.isEmpty { return end }
        endDenial()
        // "thursday is a holiday so any time".
        if isReason, isTopic, clause.isEmpty, reader.meaning(end - 2) != .other,
            !rest(from: end).contains(where: { isDayNamed(at: $0) })
        {
            takeTopic()
            said.isDoubtful = true
            return end
        }
        isTopic = false
        // "any time tomorrow" says no more than "tomorrow", and "from monday any time" than "from monday".
        let rest = rest(from: end)
        let namesDay = rest.contains { isDayNamed(at: $0) }
        if namesDay || !clause.isEmpty || rest.contains(where: { bounds($0) }) {
            if recurs, clause.isEmpty, !namesDay { add(.everyDay) }
            return end
        }
        if case .notBefore? = said.clauses.last?.hours.last { return end }
        return add(.anyTime, end: end)
    }

    /// Whether hours begin at a word.
    func namesHours(at index: Int) -> Bool {
        bounds(index) || reader.meaning(index) == .all || isInPart(index)
            || reader.clockTime(at: index, isAfterPreposition: true) != nil
    }

    /// Whether a word stands before a part of the day: "in the morning".
    private func isInPart(_ index: Int) -> Bool {
        let next = reader.meaning(index + 1) == .the ? index + 2 : index + 1
        let isPreposition = reader.meaning(index) == .inside || reader.meaning(index) == .on
        return isPreposition && reader.part(next) != nil
    }

    /// Whether a word begins what bounds a time, or names a part of the day.
    private func bounds(_ index: Int) -> Bool {
        switch reader.meaning(index) {
        case .after, .before, .between, .thereafter, .part, .parts, .everyPart, .weekdayPart: true
        case .from, .to, .until, .at:
            reader.clockTime(at: index + 1, isAfterPreposition: true) != nil
        default: mark(at: index) == .atMost || mark(at: index) == .atLeast
        }
    }

    /// The words of a clause from some word on.
    private func rest(from index: Int) -> Range<Int> {
        let area = reader.area
        let boundary = (index..<max(index, area.upperBound)).first { index in
            reader.words.items[index].classes.contains(.boundary)
        }
        return index..<max(index, boundary ?? area.upperBound)
    }

    /// A part of days that recur, in one word: "weeknights".
    private mutating func readPart(_ part: DayPart, of days: SaidDays, at index: Int) -> Int {
        if isDenied(index) {
            denial.clause.days = [days]
            return deny(.part(part), end: index + 1)
        }
        add(days)
        hint = part
        dayEnd = index + 1
        // "jeden morgen ab neun" is as often as that.
        if clause.hours.contains(where: \.isOnClock) || days == .everyDay && bounds(index + 1) {
            return index + 1
        }
        return add(.part(part), end: index + 1)
    }

    private mutating func readTonight(_ index: Int) -> Int {
        if isDenied(index) {
            deny(.day(today), at: index, end: index + 1)
            return deny(.part(.evening), end: index + 1)
        }
        add(.day(today))
        hint = .evening
        dayEnd = index + 1
        // "before ten tonight" is a time of the evening already.
        if clause.hours.contains(where: \.isOnClock) { return index + 1 }
        return add(.part(.evening), end: index + 1)
    }

    private mutating func readPart(at index: Int) -> Int? {
        guard let part = reader.part(index) else { return nil }
        if clause.days.isEmpty, !isDenied(index), let found = dayBeside(at: index) {
            add(found.days)
            hint = part
            dayEnd = found.end
            return add(.part(part), end: found.end)
        }
        var recurs = false
        if case .parts = reader.meaning(index) {
            // "evenings not on sundays": the day is none of theirs.
            let thought = index + 1..<max(index + 1, endOfThought(from: index + 1))
            recurs = !thought.prefix { !isNegation($0) }.contains { index in
                isDayNamed(at: index) && !isNegation(days(at: index)?.end ?? index)
            }
        }
        if isDenied(index) {
            if reader.meaning(index - 1) == .this { denial.clause.days = [.day(today)] }
            if recurs, denial.clause.days.isEmpty { denial.clause.days = [.everyDay] }
            return deny(.part(part), end: index + 1)
        }
        dropReason()
        if reader.meaning(index - 1) == .this { add(.day(today)) }
        if recurs, clause.days.isEmpty, replaced == nil {
            takeTopic()
            if clause.days.isEmpty { add(.everyDay) }
        }
        dayEnd = index + 1
        if isJoined, !clause.hours.isEmpty {
            // "mornings before nine or evenings".
            clause = clause.fixed(hint: hint)
            hint = part
            return add(.part(part), end: index + 1)
        }
        hint = part
        if clause.hours.contains(where: \.isOnClock) { return index + 1 }
        return add(.part(part), end: index + 1)
    }

    /// "give me ten minutes".
    mutating func readLength(from start: Int) -> Int? {
        guard let length = reader.duration(at: start), length.seconds < 86_400 else { return nil }
        return add(.fromNow(minutes: Int(length.seconds / 60)), end: length.range.upperBound)
    }

    /// "in an hour", "the next two hours", "the next hour".
    private mutating func readLength(_ index: Int) -> Int? {
        let start = reader.meaning(index + 1) == .about ? index + 2 : index + 1
        let isAhead = reader.meaning(index) == .inside
        if !isAhead, reader.unit(start) == .hour {
            return add(.nowFor(minutes: 60), end: start + 1)
        }
        guard let duration = reader.duration(at: start), duration.seconds < 366 * 86_400 else {
            return nil
        }
        let minutes = Int(duration.seconds / 60)
        // "in two days", "the next three days".
        if minutes >= 1_440 {
            let day = today + minutes / 1_440
            let end = duration.range.upperBound
            let next = reader.meaning(end) == .on ? end + 1 : end
            // "in two weeks on monday".
            if isAhead, duration.unit == .week, case .weekday(let weekday) = reader.meaning(next) {
                add(.day(day + (weekday - day.weekday)))
                said.isDoubtful = true
                return next + 1
            }
            add(isAhead ? .day(day) : .span(today, day))
            return duration.range.upperBound
        }
        return add(
            isAhead ? .fromNow(minutes: minutes) : .nowFor(minutes: minutes),
            end: duration.range.upperBound
        )
    }

    /// "two hours from now".
    private mutating func readFromNow(_ index: Int) -> Int? {
        guard let length = reader.duration(at: index), length.seconds < 86_400,
            reader.meaning(length.range.upperBound) == .from,
            reader.meaning(length.range.upperBound + 1) == .now
        else { return nil }
        let minutes = Int(length.seconds / 60)
        return add(.fromNow(minutes: minutes), end: length.range.upperBound + 2)
    }

    // MARK: Times that are named by themselves

    /// "four or later".
    private mutating func readOrLater(_ index: Int) -> Int? {
        guard let (time, end) = reader.clockTime(at: index, isAfterPreposition: true),
            reader.meaning(end) == .or, reader.meaning(end + 1) == .later, !isDenied(index)
        else { return nil }
        return addClock(.after(time), end: end + 2)
    }

    /// "at nine", "at two or three".
    private mutating func readAt(_ index: Int) -> Int? {
        if let end = readOrLater(index) { return end }
        if let end = readEither(index, isAfterPreposition: true) { return end }
        return readBound(index) { .around($0) }
    }

    /// Two times of which either will do, as the hours from the one to the other: "five or six o'clock".
    private mutating func readEither(_ index: Int, isAfterPreposition: Bool) -> Int? {
        guard let (from, middle) = reader.clockTime(at: index, isAfterPreposition: true),
            reader.meaning(middle) == .or, !isDenied(index),
            let (to, end) = reader.clockTime(at: middle + 1, isAfterPreposition: true),
            (1...Self.furthestOfEither).contains((to.minutes - from.minutes + 720) % 720)
        else { return nil }
        let isClear =
            isAfterPreposition || isBeside(index, end: end) || isAlone(index, end: end)
            || reader.clockTime(at: index, isAfterPreposition: false) != nil
            || reader.clockTime(at: middle + 1, isAfterPreposition: false) != nil
        return isClear ? addClock(.range(from, to), end: end) : nil
    }

    /// How many minutes apart two such times may be.
    private static let furthestOfEither = 120

    /// A time without a preposition: "nine to noon", "three pm", "nine thirty", "tomorrow nine".
    private mutating func readBare(_ index: Int) -> Int? {
        guard let (from, middle) = reader.clockTime(at: index, isAfterPreposition: true) else {
            return nil
        }
        if isOtherNumber(index) { return middle }
        let joins = reader.meaning(middle) == .to || reader.meaning(middle) == .until
        if joins || reader.isAfterDash(middle),
            let (to, end) = reader.clockTime(
                at: joins ? middle + 1 : middle,
                isAfterPreposition: true
            )
        {
            if isDenied(index) { return deny(.range(from, to), end: end) }
            // "ten to five" alone may be ten minutes before five.
            if reader.meaning(middle) == .to, reader.isMinutesBefore(index), clause.days.isEmpty,
                !namesDay(from: end)
            {
                said.isDoubtful = true
            }
            return addClock(.range(from, to), end: end)
        }
        if let end = readEither(index, isAfterPreposition: false) ?? readOrLater(index) {
            return end
        }
        let isClear = reader.clockTime(at: index, isAfterPreposition: false) != nil
        let isBeside = isBeside(index, end: middle)
        let isAlone = isAlone(index, end: middle)
        guard isClear || isBeside || isAlone else { return nil }
        let token = reader.words.items[index]
        if token.kind == .number, middle == index + 1, token.number < 1_300 || !isClear {
            // Nothing but its place says that it is a time.
            let isCounted = !isClear && isCounting(middle)
            if isCounted || !isBeside && (!isAlone || token.number < 100) { said.isDoubtful = true }
        }
        let hours = inPlace(of: from)
        return isDenied(index) ? deny(hours, end: middle) : addClock(hours, end: middle)
    }

    /// Whether a number is said to be no time: "my extension is four twenty".
    private func isOtherNumber(_ index: Int) -> Bool {
        let before = reader.words.items[reader.area.lowerBound..<index]
        let name = before.last { !$0.classes.contains(.common) }
        return name.map { reader.vocabulary.otherNumbers.contains($0.word) } ?? false
    }

    /// A time as the one meant whose place it takes: "after three no four".
    private func inPlace(of time: ClockTime) -> SaidHours {
        switch replaced?.hours.last {
        case .after: .after(time)
        case .before: .before(time)
        default: .around(time)
        }
    }

    /// Whether a number stands beside a day, or in place of a time.
    private func isBeside(_ index: Int, end: Int) -> Bool {
        guard isHour(index) else { return false }
        if replaced?.hours.contains(where: \.isOnClock) == true { return true }
        let before = reader.meaning(index - 1) == .about ? index - 1 : index
        if before == dayEnd { return true }
        let next = reader.meaning(end) == .on ? end + 1 : end
        return reader.zone(at: next) != nil || reader.part(next) != nil
            || reader.meaning(next) == .tonight || days(at: next) != nil
    }

    /// Whether a number is all that was said, apart from small words.
    private func isAlone(_ index: Int, end: Int) -> Bool {
        let words = reader.words
        return isHour(index)
            && (reader.area.lowerBound..<index).allSatisfy { index in
                words.items[index].classes.contains(.common)
            } && !isCounting(end) && reader.meaning(end) != .of
    }

    /// Whether a word stands after a number that it may count.
    private func isCounting(_ index: Int) -> Bool {
        guard index < reader.area.upperBound, reader.meaning(index) == nil else { return false }
        return !reader.words.items[index].classes.contains(.common)
    }

    /// Whether a number can be an hour, or an hour with minutes: of 13 to 24 people say that they are one.
    private func isHour(_ index: Int) -> Bool {
        guard index < reader.words.count, reader.words.items[index].kind == .number else {
            return true
        }
        return reader.clockNumber(index).map { (1...12).contains($0) || $0 >= 100 } ?? false
    }
}
