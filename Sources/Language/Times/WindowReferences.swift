/// What is said of times that were named before: "not then", "so friday".
extension WindowParser {
    /// Whether a word stands for the days named last: "then".
    func isStandIn(_ index: Int) -> Bool {
        index < reader.area.upperBound
            && reader.vocabulary.standIns.contains(reader.words.items[index].word)
    }

    /// Takes a word for the days named last where it is said that they don't suit: "da nicht", "da bin ich weg".
    mutating func readStandIn(_ index: Int) -> Int? {
        guard isStandIn(index), !isDenied(index) else { return nil }
        if isNegation(index + 1) {
            // "friday then not before ten" denies what follows.
            return deniesAhead(from: index + 2) ? nil : refuse(end: index + 2)
        }
        var next = index + 1
        while next < min(index + 1 + Self.furthestOfRefusal, reader.area.upperBound) {
            if let hit = hit(at: next) {
                switch hit.mark {
                // Of "friday morning but then im at work" the morning may be free: it is asked about.
                case .unavailable, .atWork, .unsuits:
                    said.isDoubtful = said.isDoubtful || isAfterTimes(index)
                    return refuse(end: hit.range.upperBound)
                default: return nil
                }
            }
            guard isSmall(next) else { return nil }
            next += 1
        }
        return nil
    }

    /// Whether hours stand before a word in the clause, or the word begins another thought behind them.
    private func isAfterTimes(_ index: Int) -> Bool {
        !clause.hours.isEmpty || isBoundary(index - 1)
    }

    /// How many small words may stand between a day and what denies it.
    private static let furthestOfRefusal = 4

    /// Whether a word says nothing of its own, and nothing of times.
    private func isSmall(_ index: Int) -> Bool {
        reader.meaning(index) == nil
            && !reader.words.items[index].classes.isDisjoint(with: [.common, .particle])
    }

    /// Excludes the times named last, which don't suit; the word after what was read.
    mutating func refuse(end: Int) -> Int {
        endDenial()
        if clause.isEmpty, let last = replaced ?? said.clauses.popLast() { clause = last }
        replaced = nil
        let refused = clause.fixed(hint: hint)
        clause = WindowClause()
        hint = nil
        if !refused.days.isEmpty {
            said.exclusions.append(refused)
            // "tomorrow morning im in class so not then after noon is fine".
            isTopic = !refused.hours.isEmpty
        }
        return end
    }

    /// The first day after what a negation denies that is denied by what stands behind it: "not before three and fridays
    /// not at all".
    func refusedDay(in thought: Range<Int>) -> Int? {
        guard let first = thought.first(where: { tellsTime($0) }) else { return nil }
        return thought.first { index in
            guard index > first, let found = days(at: index) else { return false }
            var next = found.end
            while next < min(found.end + Self.furthestOfRefusal, thought.upperBound) {
                if isNegation(next) { return !deniesAhead(from: next + 1) }
                if let mark = mark(at: next) { return mark == .unsuits || mark == .unavailable }
                guard isSmall(next) else { return false }
                next += 1
            }
            return false
        }
    }

    /// The day that follows what the customer does on the one before it, in a language in which what denies stands
    /// behind: "samstag bin ich weg sonntag um zehn".
    func dayAfterRefusal(_ lastTime: Int?, at index: Int, end: Int) -> Int? {
        guard !reader.words.language.pack.words.denyBehind.isEmpty, let lastTime,
            days(at: lastTime) != nil, (lastTime + 1..<index).allSatisfy({ isSmall($0) }),
            let next = (end..<max(end, endOfThought(from: end))).first(where: {
                days(at: $0) != nil
            }),
            reader.meaning(next - 1) == nil
        else { return nil }
        return next
    }

    /// Forgets days that are only the reason for others: "monday is a holiday so tuesday".
    ///
    /// - Parameter index: Where what follows from them begins.
    mutating func dropReasonDays(at index: Int) {
        let thought = index..<endOfThought(from: index + 1)
        // "away until friday so saturday morning".
        if clause.isEmpty, let last = said.clauses.last, case .day(let from)? = last.days.first,
            last.hours == [.notBefore(.startOfDay)],
            thought.contains(where: { index in (days(at: index)?.day).map { $0 >= from } ?? false })
        {
            said.clauses.removeLast()
            return
        }
        // "im off next week so any day after ten" is of that week.
        if case .span? = clause.days.last,
            thought.contains(where: { [.everyDay, .weekdays].contains(days(at: $0)?.days) })
        {
            return
        }
        let isOfParts = !clause.hours.isEmpty
        guard !clause.days.isEmpty, clause.hours.allSatisfy(\.isPart),
            thought.contains(where: { isDayNamed(at: $0) || isOfParts && reader.part($0) != nil })
        else { return }
        var start = index - 1
        while start > reader.area.lowerBound, !isNewThought(start) { start -= 1 }
        let suits = marks.contains { hit in
            switch hit.mark {
            case .suits, .reachable, .freeFrom, .anyTime: (start..<index).overlaps(hit.range)
            default: false
            }
        }
        // "im home all week so tomorrow".
        let isWithin = thought.contains { index in
            guard let day = days(at: index)?.day, case .span? = clause.days.last else {
                return false
            }
            return clause.days.last?.contains(day) ?? false
        }
        guard suits ? isWithin && !isOfParts : !isOfParts || tellsOther(in: start..<index) else {
            return
        }
        clause = WindowClause()
        hint = nil
    }

    /// Takes days that recur and a week as those of the week: "next week any day but friday", "any evening next week";
    /// whether they are.
    mutating func narrows(_ found: DayReading, at index: Int) -> Bool {
        guard !reader.isJoin(index - 1), let last = clause.days.last else { return false }
        switch (last, found.days) {
        case (.span, .everyDay), (.span, .weekdays): return clause.hours.isEmpty
        case (.everyDay, .span), (.weekdays, .span):
            guard found.isWeek else { return false }
            clause.days[clause.days.count - 1] = found.days
            return true
        default: return false
        }
    }

    /// Whether a word begins a bound by something of which nobody has said when it is: "after the game".
    func isUnreadBound(_ index: Int) -> Bool {
        switch reader.meaning(index) {
        case .after, .before, .until: break
        default: return false
        }
        var next = index + 1
        while next < reader.area.upperBound, reader.meaning(next) == .the || isSmall(next) {
            next += 1
        }
        return next < reader.area.upperBound && next <= index + 2 && tellsOther(in: next..<next + 1)
    }

    /// Takes a time up that was named before its reason, "tomorrow at nine but the clocks change tonight so nine in the new
    /// time"; whether it is one.
    mutating func takesUp(_ hours: SaidHours) -> Bool {
        guard let last = said.clauses.last, !clause.days.isEmpty,
            !clause.hours.contains(where: \.isOnClock)
        else { return false }
        let minutes = hours.clockMinutes.map { $0 % 720 }
        let isSame = last.hours.contains { $0.clockMinutes.map { $0 % 720 } == minutes }
        if isSame {
            clause = WindowClause()
            hint = nil
            isReason = false
        } else if mayTellOfOther(at: dayEnd - 1) {
            said.isDoubtful = true
        }
        return isSame
    }

    /// Takes the day from which on the customer can be reached for the first one of days that recur: "from monday on
    /// after five"; whether there is one.
    @discardableResult
    mutating func takeStart() -> Bool {
        guard !isJoinedByOr, let last = said.clauses.last, case .day(let day)? = last.days.first,
            last.hours == [.notBefore(.startOfDay)]
        else { return false }
        said.clauses.removeLast()
        clause.from = day
        return true
    }
}
