/// Days and hours at which a customer can't be reached, as far as they were read.
struct Denial {
    /// The last word that it reaches.
    var reach = -1
    /// Whether it was told by what the customer does then: "im at work".
    var isBusy = false
    /// Words since its last time that say nothing of times.
    var gap = 0
    var clause = WindowClause()
    /// Those of the days that were named as days of the week.
    var weekdays: [Int] = []
}

extension WindowParser {
    func isDenied(_ index: Int) -> Bool { index <= denial.reach }

    /// What the customer does then reaches as far as times follow: "at work tomorrow from nine to five".
    mutating func beginBusy(at end: Int) {
        endDenial()
        // "tomorrow im at work until five" speaks of tomorrow.
        if clause.hours.isEmpty { (denial.clause.days, clause.days) = (clause.days, []) }
        denial.isBusy = true
        denial.reach = .max
    }

    /// What is denied by a word behind it reaches up to that word.
    mutating func beginDenial(to end: Int) {
        endDenial()
        denial.isBusy = true
        denial.reach = end
    }

    /// Passes over a word that is no expression of time.
    mutating func pass(_ index: Int) {
        guard denial.isBusy, reader.meaning(index) == nil else { return }
        denial.gap += 1
        if denial.gap > 1 { endDenial() }
    }

    /// Takes a day, or days, that are denied, and what stands in a list with them: "not monday or tuesday".
    mutating func deny(_ days: SaidDays, at index: Int, end: Int) {
        if case .weekday(let weekday) = reader.meaning(index), end == index + 1 {
            denial.weekdays.append(weekday)
        }
        denial.clause.days.append(days)
        reachOver(end)
    }

    mutating func deny(_ hours: SaidHours, end: Int) -> Int {
        denial.clause.hours.append(hours)
        reachOver(end)
        return end
    }

    private mutating func reachOver(_ end: Int) {
        guard !denial.isBusy else {
            denial.gap = 0
            return
        }
        // "lunch twelve to one tomorrow", "friday morning or afternoon".
        let isList = reader.isJoin(end)
        denial.reach = isList || reader.meaning(end) == .on ? end + 1 : end
    }

    /// A denied bound leaves the other side of it, on the days that it was said of: "busy tomorrow until three".
    mutating func addOtherSide(_ hours: SaidHours, end: Int) -> Int {
        let days = denial.clause.days
        denial = Denial()
        // "any time but not before ten".
        if said.clauses.last?.hours == [.anyTime] { said.clauses.removeLast() }
        if clause.hours == [.anyTime] { clause.hours = [] }
        for day in days { add(day) }
        return addClock(hours, end: end)
    }

    /// "at work from nine to five, after that", "up at nine, after that".
    mutating func readAfterThat(end: Int) -> Int? {
        if case .around(let time)? = clause.hours.last {
            clause.hours.removeLast()
            return addClock(.after(time), end: end)
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
        let hours = denied.clause.hours
        if hours.isEmpty || hours == [.allDay] {
            said.excludedWeekdays += denied.weekdays
            let named = denied.weekdays.map { SaidDays.day(coming($0)) }
            let days = denied.clause.days.filter { !named.contains($0) }
            if denied.isBusy { topic = days } else { exclude(days) }
        } else if denied.clause.days.isEmpty, case .part? = hours.first, hours.count == 1,
            !denied.isBusy || said.clauses.isEmpty && clause.isEmpty, let rest = hours[0].complement
        {
            // "not in the morning" leaves the rest of the day; whose day, a busy customer has not said.
            if denied.isBusy { said.isDoubtful = true }
            _ = add(rest, end: 0)
        } else {
            said.exclusions.append(denied.clause.fixed(hint: nil))
        }
    }

    mutating func exclude(_ days: [SaidDays]) {
        for days in days {
            switch days {
            case .day(let day): said.excludedDays.append(day)
            case .span(let first, let last):
                said.excludedDays += (first.number...last.number).map(CivilDay.init)
            case .weekend: said.excludedWeekdays += [6, 7]
            case .weekdays: said.excludedWeekdays += [1, 2, 3, 4, 5]
            case .everyDay: break
            }
        }
    }

    /// Where nothing but hours was denied, what is left of their days; where days from today on, the ones after.
    mutating func keepWhatIsLeft() {
        guard said.clauses.isEmpty else { return }
        for denied in said.exclusions {
            let hours = denied.hours.compactMap(\.complement)
            guard !hours.isEmpty else { continue }
            // Before nine would do as well as after five.
            if hours.contains(where: \.isOnClock) { said.isDoubtful = true }
            said.clauses.append(WindowClause(days: denied.days, hours: hours))
        }
        said.exclusions = []
        if said.clauses.isEmpty, said.excludedDays.first == today {
            var day = today + 1
            while said.excludedDays.contains(day) { day = day + 1 }
            said.clauses = [WindowClause(days: [.day(day)], hours: [.notBefore(.startOfDay)])]
        }
    }
}

extension TimeReader {
    /// How many words may stand between a time and what denies it behind them: "montag kann ich leider gar nicht".
    private static let reachBehind = 5

    /// The times that are denied by a word behind their verb, each up to that word; none where the language puts its
    /// negations first.
    ///
    /// - Parameter others: Words whose negation is not about times.
    func deniedBehind(except others: [Range<Int>]) -> [Range<Int>] {
        area.compactMap { index in
            guard words.items[index].classes.contains(.deniesBehind),
                !others.contains(where: { $0.contains(index) })
            else { return nil }
            var last = index - 1
            while last >= area.lowerBound, !namesTime(last) {
                guard index - last <= Self.reachBehind, isWithinClause(last) else { return nil }
                last -= 1
            }
            guard last >= area.lowerBound, !deniesAhead(index, isBesideTime: last + 1 == index)
            else { return nil }
            var first = last
            while first > area.lowerBound, isTime(first - 1) || isJoin(first - 1) { first -= 1 }
            while first < last, isJoin(first) { first += 1 }
            return first..<index
        }
    }

    /// Whether a word denies the time that follows it: "montag nicht vormittags", "es geht nicht vor zehn".
    private func deniesAhead(_ index: Int, isBesideTime: Bool) -> Bool {
        guard isTime(index + 1), !words.between(index + 1).contains(0x2c) else { return false }
        return isBesideTime || !namesTime(index + 1)
    }

    private func isWithinClause(_ index: Int) -> Bool {
        words.items[index].classes.isDisjoint(with: [.boundary, .condition])
            && meaning(index) != .thereafter && !isJoin(index)
            && words.sentences[index] == words.sentences[index + 1]
    }

    /// Whether a word is of a time, and does not only lead to one.
    private func namesTime(_ index: Int) -> Bool {
        guard isTime(index) else { return false }
        switch meaning(index) {
        case .inside, .at, .on, .the, .from, .to, .until, .after, .before, .between, .during,
            .about,
            .per, .since, .past, .every, .all, .this, .next, .last:
            return false
        default: return true
        }
    }

    /// Whether a word is of a time, or leads to one.
    private func isTime(_ index: Int) -> Bool {
        guard area.contains(index) else { return false }
        switch meaning(index) {
        case nil: return words.items[index].kind == .number || words.items[index].kind == .ordinal
        case .and, .or, .not, .amount, .times, .that, .thereafter, .anytime, .of, .once, .twice:
            return false
        default: return true
        }
    }
}
