/// What is left where times are denied.
extension WindowParser {
    /// Takes hours without a day, of which a day is excepted, for those of every day: "before two or after four but not
    /// tomorrow".
    mutating func recur() {
        func recurring(_ clause: WindowClause) -> WindowClause {
            guard clause.days.isEmpty, !clause.hours.isEmpty,
                clause.hours.allSatisfy(\.isOnClock), !clause.hours.contains(where: \.isFromNow)
            else { return clause }
            var clause = clause
            clause.days = [.everyDay]
            return clause
        }
        clause = recurring(clause)
        said.clauses = said.clauses.map(recurring)
    }

    /// Where nothing but what is denied was said, what is left of it; "tomorrow no mornings" leaves the afternoon.
    mutating func keepWhatIsLeft() {
        dropExcludedDays()
        if said.clauses.isEmpty {
            keepOtherHours()
            keepOtherDays()
            return
        }
        for denied in said.exclusions where denied.isOfAnyDay {
            guard denied.hours.count == 1, case .part = denied.hours[0],
                let rest = denied.hours[0].complement
            else { continue }
            for index in said.clauses.indices where said.clauses[index].hours.isEmpty {
                said.clauses[index].hours = [rest]
            }
        }
    }

    /// "monday or tuesday, but tuesday doesnt work" is monday; "today is thanksgiving so not today" is no day.
    private mutating func dropExcludedDays() {
        let excluding = said.exclusions.filter(\.hours.isEmpty)
        guard !excluding.isEmpty else { return }
        for (index, clause) in said.clauses.enumerated().reversed() where !clause.days.isEmpty {
            said.clauses[index].days.removeAll { days in
                guard case .day(let day) = days else { return false }
                return excluding.contains { $0.excludes(day, from: clause) }
            }
            if said.clauses[index].days.isEmpty { said.clauses.remove(at: index) }
        }
    }

    private mutating func keepOtherHours() {
        // "not between noon and one": any other time, and not only what comes after it.
        let areSpans = said.exclusions.allSatisfy { denied in
            denied.days.isEmpty && !denied.hours.isEmpty
                && denied.hours.allSatisfy { if case .range = $0 { true } else { false } }
        }
        if areSpans, !isWork, !said.exclusions.isEmpty {
            said.isDoubtful = true
            said.clauses = [WindowClause(hours: [.anyTime])]
            return
        }
        for denied in said.exclusions {
            let hours = denied.hours.compactMap(\.complement)
            guard !hours.isEmpty else { continue }
            // Before nine would do as well as after five; whose day it is, a busy customer has not said.
            if isBusy || hours.contains(where: \.isOnClock) && !denied.hours.allSatisfy(\.isPart) {
                said.isDoubtful = true
            }
            said.clauses.append(WindowClause(days: denied.days, hours: hours))
        }
        if !said.clauses.isEmpty { said.exclusions.removeAll { !$0.hours.isEmpty } }
    }

    /// Days from today on leave the ones after; others leave any time, but those of work leave hours that were not said.
    private mutating func keepOtherDays() {
        guard said.clauses.isEmpty, !said.exclusions.isEmpty else { return }
        let days = said.exclusions.filter(\.hours.isEmpty).flatMap(\.days)
        var day = today
        while days.contains(where: { $0.contains(day) }), day < today + 366 { day = day + 1 }
        if day > today {
            said.clauses = [WindowClause(days: [.day(day)], hours: [.notBefore(.startOfDay)])]
        } else if !isWork {
            said.isDoubtful = true
            said.clauses = [WindowClause(hours: [.anyTime])]
        }
    }
}
