/// Days and hours at which a customer can't be reached, as far as they were read.
struct Denial {
    /// How it is told.
    enum Kind {
        /// By a word before its times: "not", "except".
        case before
        /// By what follows them: "mornings are bad", "montags nie".
        case behind
        /// By what the customer does then: "im at work". It reaches as far as times follow.
        case busy
    }

    var kind = Kind.before
    /// Whether it excepts days from others: "any day but friday".
    var excepts = false
    /// The last word that it reaches.
    var reach = -1
    /// Whether the customer is at work, and can be reached at other hours of the day.
    var isWork = false
    /// Words since its last time that say nothing of times.
    var gap = 0
    var clause = WindowClause()
    /// Whether hours were denied last, so that a day begins anew: "monday at ten and tuesday at eleven".
    var endsInHours = false
}

extension WindowParser {
    func isDenied(_ index: Int) -> Bool { index <= denial.reach }

    // MARK: What begins a denial

    /// Reads a word that denies what follows it; one that denies what stands before it has been told by the statement.
    mutating func readNegation(_ index: Int) -> Int? {
        if isException(index, follows: !clause.isEmpty) {
            endDenial()
            denial.excepts = true
            denial.reach = index + Self.reachOfNegation
            return index + 1
        }
        guard isNegation(index) else { return nil }
        // "niemand da" is another thing.
        let deniesBehind = !reader.words.language.pack.words.denyBehind.isEmpty
        if !deniesBehind, isStandIn(index + 1) { return refuse(end: index + 2) }
        if denial.kind == .behind, isDenied(index) { return index + 1 }
        endDenial()
        if let reach = reachAhead(from: index + 1) { denial.reach = reach }
        return index + 1
    }

    /// Reads a verdict that no time stands before: "its no good on monday".
    mutating func readVerdict(_ index: Int, end: Int) -> Int {
        if denial.kind != .behind || !isDenied(index) {
            endDenial()
            if let reach = reachAhead(from: end) { denial.reach = reach }
        }
        return end
    }

    /// Takes what the customer does, at times that follow and at those of the statement so far.
    mutating func readBusy(_ index: Int, end: Int, isWork: Bool) -> Int {
        // "not busy" denies nothing.
        if isDenied(index), denial.kind == .before {
            denial = Denial()
            return end
        }
        if denial.kind != .behind { endDenial() }
        denial.kind = .busy
        denial.isWork = isWork
        denial.reach = .max
        denial.gap = 0
        return end
    }

    /// Whether a word denies a time; what was so in the past says nothing of times to come.
    func isNegation(_ index: Int) -> Bool {
        let words = reader.words
        guard index < reader.area.upperBound, words.items[index].classes.contains(.negation),
            !words.items[index].classes.contains(.past),
            !ignored.contains(where: { $0.contains(index) })
        else { return false }
        switch mark(at: index) {
        case nil: return true
        // "no calls before nine", but not "no tomorrow" and "no four".
        case .takesBack:
            guard words.items[index].classes.contains(.zero), index + 1 < reader.area.upperBound,
                words.areJoined(index)
            else { return false }
            let next = words.items[index + 1]
            guard next.kind == .word, !next.classes.contains(.vague),
                reader.zone(at: index + 1) == nil
            else { return false }
            // "no one".
            let isPronoun = words.language.info(of: next.word).number == .digit(1)
            return isPronoun ? reader.meaning(index + 2) == nil : !words.isInterjected(index)
        default: return false
        }
    }

    /// Whether what follows a word is excepted: "except friday", "any day but friday".
    ///
    /// - Parameter follows: Whether a time was named before, with which another may be compared.
    func isException(_ index: Int, follows: Bool) -> Bool {
        switch reader.meaning(index) {
        case .except: return true
        case .instead: return reader.meaning(index + 1) == .of
        // "friday is better than thursday", but not "later than six".
        case .than:
            let next = reader.meaning(index + 1) == .on ? index + 2 : index + 1
            let isVerdict = marks.contains { $0.mark == .suits && $0.range.upperBound == index }
            return follows && (tellsDay(next) || isVerdict && tellsTime(next))
        case .and where isBoundary(index): break
        default: return false
        }
        let isAll =
            switch reader.meaning(index - 1) {
            case .anytime, .always, .anything: true
            case .unit(.day), .times, .time, .part, .weekdays: reader.meaning(index - 2) == .every
            default: false
            }
        return isAll && (days(at: index + 1) != nil || reader.part(index + 1) != nil)
            && !suits(index + 1)
    }

    /// Whether the time at a word is said to suit: "friday would be fine", "friday at three is fine".
    func suits(_ index: Int) -> Bool {
        var start = days(at: index)?.end ?? index + 1
        let isPreposition =
            switch reader.meaning(start) {
            case .at, .from, .after, .before, .until: true
            default: false
            }
        if let (_, end) = reader.clockTime(
            at: isPreposition ? start + 1 : start,
            isAfterPreposition: isPreposition
        ) {
            start = end
        }
        for next in start..<start + Self.furthestOfVerdict where next < reader.area.upperBound {
            if let mark = mark(at: next) { return mark == .suits }
            guard reader.meaning(next) == nil, reader.words.items[next].classes.contains(.common)
            else { return false }
        }
        return false
    }

    /// The furthest word after a negation that it reaches where nothing more is said.
    static let reachOfNegation = 3
    /// How far from a negation its time may stand: "i cant take a call on friday".
    private static let furthestOfNegation = 5

    /// How many words of grammar may stand before a verdict.
    private static let furthestOfVerdict = 3

    /// How far a negation reaches that ends before a word; nil where the time that follows is said to suit.
    private func reachAhead(from start: Int) -> Int? {
        let end = min(start + Self.furthestOfNegation, reader.area.upperBound)
        var index = start
        while index < end, !isNewThought(index), index == start || !reader.isAfterComma(index) {
            if tellsTime(index) {
                return suits(index) ? nil : max(index, start - 1 + Self.reachOfNegation)
            }
            index += 1
        }
        return index > start ? min(index - 1, start - 1 + Self.reachOfNegation) : nil
    }

    /// Whether a time follows a negation, so that this is what it denies.
    func deniesAhead(from start: Int) -> Bool {
        guard !reader.isAfterComma(start), let reach = reachAhead(from: start) else {
            return false
        }
        // "freitag nicht und montag auch nicht".
        if reader.isJoin(start) { return false }
        let denying = reader.words.items[start - 1]
        // "nach fünf nur nicht freitags".
        if denying.classes.contains(.deniesBehind), !denying.isRestricted,
            tellsDay(start) || days(at: start) != nil
        {
            // "montag kann ich nicht dienstag um zehn schon", but "montag nicht vormittags".
            if !tellsTime(start - 2) { return false }
            // "morgen nicht samstag auch nicht", "diese woche nicht nächste woche ab vier".
            if let found = days(at: start), isBehindDay(start - 1),
                namesHours(at: found.end) || days(at: found.end) != nil
                    || isLikewise(found.end)
            {
                return false
            }
        }
        return (start...max(start, reach)).contains { tellsTime($0) }
    }

    /// Whether a word stands right behind days.
    func isBehindDay(_ index: Int) -> Bool {
        (max(reader.area.lowerBound, index - 2)..<index).contains { days(at: $0)?.end == index }
    }

    // MARK: What is denied

    /// Passes over a word that is no expression of time.
    mutating func pass(_ index: Int) {
        guard denial.kind == .busy else { return }
        // "i work nights only call me after six".
        if !denial.clause.isEmpty, reader.words.items[index].isRestricted { return endDenial() }
        guard reader.meaning(index) == nil else { return }
        denial.gap += 1
        if denial.gap > 1 { endDenial() }
    }

    /// Takes a day, or days, that are denied, and what stands in a list with them: "not monday or tuesday".
    mutating func deny(_ days: SaidDays, at index: Int, end: Int) {
        if denial.endsInHours, !denial.clause.days.isEmpty {
            exclude(denial.clause)
            denial.clause = WindowClause()
        }
        denial.endsInHours = false
        if case .weekday = reader.meaning(index), end == index + 1, case .day(let day) = days {
            denial.clause.days.append(.weekday(day))
        } else {
            denial.clause.days.append(days)
        }
        reachOver(end)
    }

    mutating func deny(_ hours: SaidHours, end: Int) -> Int {
        // "any weekday except friday between nine and five": the hours may be those of the other days.
        if case .range = hours, !denial.clause.days.isEmpty, !clause.days.isEmpty,
            clause.hours.isEmpty
        {
            said.isDoubtful = true
        }
        denial.clause.hours.append(hours)
        denial.endsInHours = true
        reachOver(end)
        return end
    }

    private mutating func reachOver(_ end: Int) {
        denial.gap = 0
        guard denial.kind == .before else { return }
        // "lunch twelve to one tomorrow", "friday morning or afternoon".
        let isList = reader.isJoin(end)
        denial.reach = isList || reader.meaning(end) == .on ? end + 1 : end
    }

    /// A denied bound leaves the other side of it, on the days that it was said of: "busy tomorrow until three".
    mutating func addOtherSide(_ hours: SaidHours, end: Int) -> Int {
        // "next week but not friday after three" leaves the week, and not friday alone.
        if denial.kind == .before, !denial.clause.days.isEmpty, !clause.days.isEmpty,
            let denied = hours.complement
        {
            // "every day but sunday after five": mostly the hours of the other days.
            if denial.excepts || clause.days == [.everyDay], clause.hours.isEmpty {
                endDenial()
                said.isDoubtful = true
                return addClock(denied, end: end)
            }
            return deny(denied, end: end)
        }
        let days = dropDenial()
        // "any time but not before ten".
        if said.clauses.last?.hours == [.anyTime] { said.clauses.removeLast() }
        if clause.hours == [.anyTime] { clause.hours = [] }
        for day in days { add(day.named) }
        // "not before ten and not after six".
        switch (clause.hours.last, hours) {
        case (.after(let from), .before(let to)), (.before(let to), .after(let from)):
            clause.hours.removeLast()
            return addClock(.range(from, to), end: end)
        default: return addClock(hours, end: end)
        }
    }

    /// Forgets what was denied so far, since the rest of it is said to be free; the days of it.
    mutating func dropDenial() -> [SaidDays] {
        let days = denial.clause.days
        denial.clause = WindowClause()
        if denial.kind != .behind { denial = Denial() }
        return days
    }

    /// "at work from nine to five, after that", "up at nine, after that".
    mutating func readAfterThat(end: Int) -> Int? {
        if case .around(let time)? = clause.hours.last {
            clause.hours.removeLast()
            return addClock(.after(time), end: end)
        }
        // "away until friday, after that any time".
        if clause.isEmpty, denial.clause.isEmpty,
            case .notBefore? = said.clauses.last?.hours.last
        {
            return end
        }
        if denial.clause.isEmpty, let last = said.exclusions.popLast() { denial.clause = last }
        guard case .range(_, let to)? = denial.clause.fixed(hint: nil).hours.last else {
            return nil
        }
        return addOtherSide(.after(to), end: end)
    }

    mutating func endDenial() {
        let denied = denial
        denial = Denial()
        guard !denied.clause.isEmpty else { return }
        if denied.kind == .busy { isBusy = true }
        if denied.isWork { isWork = true }
        exclude(denied.clause)
        // "not tomorrow but after five" is another day, "busy tomorrow but after five" is not.
        isTopic = denied.kind != .before || said.exclusions.last?.hours.isEmpty == false
    }

    private mutating func exclude(_ clause: WindowClause) {
        var excluded = clause.fixed(hint: nil)
        // "lunch twelve to one" is one time.
        excluded.hours = excluded.hours.reduce(into: []) { hours, next in
            if !hours.contains(next) { hours.append(next) }
        }
        if excluded.hours == [.allDay] { excluded.hours = [] }
        // "tomorrow and friday" are days of this week.
        if excluded.days.contains(where: { if case .day = $0 { true } else { false } }) {
            excluded.days = excluded.days.map(\.named)
        }
        if excluded.hours.isEmpty, !excluded.days.allSatisfy({ $0 == .day(today) }) { recur() }
        if !excluded.hours.isEmpty { excluded.days = excluded.days.map { named($0) } }
        said.exclusions.append(excluded)
    }

    /// A day of the week as the day that is meant: of the week that was named, or the coming one.
    private func named(_ days: SaidDays) -> SaidDays {
        guard case .weekday(let day) = days, case .span(let first, let last)? = clause.days.last
        else { return days.named }
        let next = first + (day.weekday - first.weekday + 7) % 7
        return .day(next <= last ? next : day)
    }

    /// The days that hours are meant on which follow what is denied: "im busy tomorrow but after five is fine".
    mutating func takeTopic() {
        guard isTopic, let last = said.exclusions.last else { return }
        isTopic = false
        guard !last.days.isEmpty, last.days != [.everyDay] else { return }
        clause.days = last.days.map(\.named)
        if last.hours.isEmpty { said.exclusions.removeLast() }
    }
}
