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

    /// Takes days that recur and a week as those of the week, "next week any day but friday", "any evening next week", and a
    /// weekend and its day as the day; whether they are.
    mutating func narrows(_ found: DayReading, at index: Int) -> Bool {
        guard !reader.isJoin(index - 1), let last = clause.days.last else { return false }
        switch (last, found.days) {
        case (.span, .everyDay), (.span, .weekdays): return clause.hours.isEmpty
        // "at the weekend im at hers saturday from eleven".
        case (.weekend, .day(let day)):
            guard day.weekday > 5, clause.hours.isEmpty else { return false }
            clause.days[clause.days.count - 1] = found.days
            return true
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
