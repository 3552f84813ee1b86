internal import Messages

/// An availability on the calendar, and how a handoff shows it.
struct ResolvedWindows {
    var windows: [TimeWindow]
    var text: String
    /// What was not said and therefore assumed, and what the clocks make of a time; empty for nothing.
    var notes: String
}

/// Puts what was said of an availability on the calendar of a call.
struct WindowResolver {
    private let clock: CallClock
    private let zone: String
    private let today: CivilDay
    private let minute: Int
    private let writing: TimeWords.Writing
    /// The most windows that are kept; as many clauses, days and hours are looked at.
    private static let maximumWindows = 16
    /// How many windows of a clause are worked out, since some of them may be excluded.
    private static let maximumCandidates = 64
    /// How many of some days in a row are looked at: "until december 31 2100" is 27,000 of them.
    private static let maximumDays = 366

    init(clock: CallClock, zone: String?, writing: TimeWords.Writing) {
        self.clock = clock
        self.zone = zone ?? clock.zone
        self.writing = writing
        (today, minute) = clock.localTime(in: self.zone)
    }

    /// The windows in order of time; nil when all of them are over.
    func resolve(_ said: SaidWindows) -> ResolvedWindows? {
        var windows: [TimeWindow] = []
        var texts: [String] = []
        var exceptions: [String] = []
        let said = said.cut(to: Self.maximumWindows)
        for clause in said.clauses {
            var clause = clause
            // "after three" at four is said of no single day.
            if clause.days.isEmpty, clause.hours.count == 1,
                case .after(let time) = clause.hours[0],
                time.minutes < minute
            {
                clause.days = [.everyDay]
            }
            var found = opened(clause, said)
            if clause.days.isEmpty, found.windows.isEmpty || isNearlyOver(found.windows, clause) {
                // Hours that are over today, or nearly so, are meant for tomorrow.
                clause.days = [.day(today + 1)]
                found = opened(clause, said)
            }
            guard !found.windows.isEmpty else { continue }
            windows += found.windows
            let shown = text(
                of: clause,
                except: found.exclusions.filter(\.hours.isEmpty)
            )
            if !texts.contains(shown) { texts.append(shown) }
            for denied in found.exclusions where !denied.hours.isEmpty {
                let text = text(of: denied)
                if !exceptions.contains(text) { exceptions.append(text) }
            }
        }
        guard !windows.isEmpty else { return nil }
        windows.sort { ($0.startMs, $0.endMs) < ($1.startMs, $1.endMs) }
        if !exceptions.isEmpty { exceptions = [writing.except.filling(joined(exceptions))] }
        return ResolvedWindows(
            windows: Array(windows.prefix(Self.maximumWindows)),
            text: ([texts.joined(separator: "; ")] + exceptions).joined(separator: " "),
            notes: notes(said)
        )
    }

    /// The days on which some windows begin, as they may have been said; none for windows without an end.
    func days(of windows: [TimeWindow]) -> [SaidDays] {
        guard !windows.isEmpty, windows.allSatisfy({ $0.endMs != 0 }) else { return [] }
        let days = Set(windows.map { localDay($0.startMs) })
        // Hours that are over today have no window.
        let recurring = [SaidDays.everyDay, .weekdays, .weekend].first { recurring in
            let all = Set(calendarDays(recurring, from: today))
            return days == all || days == all.subtracting([today]) && days.count > 1
        }
        return recurring.map { [$0] } ?? days.sorted().map { .day($0) }
    }

    /// How much of hours that have begun must be left today for anyone to be reached in them.
    private static let leastLeft: Int64 = 30 * 60_000

    /// Whether hours between two times began before the call and end soon: "between nine and five" at twenty to five.
    private func isNearlyOver(_ windows: [TimeWindow], _ clause: WindowClause) -> Bool {
        let now = clock.startedAtMilliseconds
        return clause.hours.allSatisfy { hours in
            if case .range = hours { true } else { hours.isPart }
        }
            && windows.allSatisfy { window in
                window.startMs == now && window.endMs < now + Self.leastLeft
            }
    }

    // MARK: Notes

    private func notes(_ said: SaidWindows) -> String {
        var notes: [String] = []
        let assumed = said.clauses.flatMap(\.assumed)
        if !assumed.isEmpty {
            notes.append(writing.assumed.filling(joined(assumed.map(clockText))))
        }
        if said.isAmbiguous { notes.append(writing.monthFirstAssumed) }
        for clause in said.clauses {
            for minute in clause.hours.flatMap(\.clockMinutes) {
                for day in calendarDays(of: clause).prefix(Self.maximumWindows) {
                    changeNote(day, minute).map { notes.append($0) }
                }
            }
        }
        return notes.joined(separator: "; ")
    }

    /// What is to be said of a time that the clocks skip on a day, or show twice.
    private func changeNote(_ day: CivilDay, _ minute: Int) -> String? {
        let template: String
        switch CallClock.occurrences(day: day, minute: minute, zone: zone) {
        case .once: return nil
        case .never: template = writing.skipped
        case .twice: template = writing.repeated
        }
        return template.filling("{time}", clockText(minute)).filling("{day}", dayText(day))
    }

    // MARK: Windows

    /// The windows of a clause, and what is excluded from them.
    private func opened(
        _ clause: WindowClause,
        _ said: SaidWindows
    ) -> (windows: [TimeWindow], exclusions: [WindowClause]) {
        let hours = clause.hours.isEmpty ? [.allDay] : clause.hours
        let isOnClock = hours.contains(where: \.isOnClock)
        var windows = Array(
            calendarDays(of: clause).lazy
                .flatMap { day in hours.compactMap { window(on: day, $0) } }
                .prefix(Self.maximumCandidates)
        )
        let met = said.exclusions.filter { denied in
            // A time on the clock is meant where a mere part of the day was denied ("mornings are bad, after eleven"),
            // and a day's part where that of no day was: "not this morning, tomorrow morning".
            let isVague = !denied.hours.isEmpty && denied.hours.allSatisfy(\.isPart)
            let isNamed = denied.isOfAnyDay && denied.hours.contains { hours.contains($0) }
            return !(isVague && (isOnClock || isNamed))
                && subtract(denied, from: &windows, of: clause)
        }
        return (windows, met)
    }

    /// Takes hours of some days away, of the coming week where none is named; whether there was something to take.
    private func subtract(
        _ denied: WindowClause,
        from windows: inout [TimeWindow],
        of clause: WindowClause
    ) -> Bool {
        guard let last = windows.map(\.endMs).max(), let first = windows.map(\.startMs).min() else {
            return false
        }
        // Of windows without an end the coming week is told.
        let isOpen = windows.contains { $0.endMs == 0 }
        var wasMet = false
        let days = denied.days.isEmpty ? [.everyDay] : denied.days
        let (firstDay, lastDay) = (localDay(first), localDay(last))
        let excluded = Set(days.flatMap { excludedDays($0, from: firstDay, recurs: !isOpen) })
            .filter { $0 >= firstDay && (isOpen || $0 <= lastDay) }
            .sorted()
            // Hours of a day cut a window in two, whole days in a row do not.
            .prefix(denied.hours.isEmpty ? Self.maximumDays : Self.maximumCandidates)
        for day in excluded {
            guard denied.days.isEmpty || denied.excludes(day, from: clause) else { continue }
            for minutes in (denied.hours.isEmpty ? [.allDay] : denied.hours).map(\.excludedMinutes)
            {
                let taken = instant(day, minutes.lowerBound)..<instant(day, minutes.upperBound)
                let rest = windows.flatMap { without(taken, $0) }
                if rest != windows { wasMet = true }
                windows = Array(rest.prefix(Self.maximumCandidates))
            }
        }
        return wasMet
    }

    /// What is left of a window.
    private func without(_ taken: Range<Int64>, _ window: TimeWindow) -> [TimeWindow] {
        guard window.startMs < taken.upperBound,
            window.endMs == 0 || window.endMs > taken.lowerBound
        else { return [window] }
        var rest: [TimeWindow] = []
        if window.startMs < taken.lowerBound {
            rest.append(self.window(from: window.startMs, to: taken.lowerBound))
        }
        if window.endMs == 0 || window.endMs > taken.upperBound {
            rest.append(self.window(from: taken.upperBound, to: window.endMs))
        }
        return rest
    }

    /// Days that are excluded, of a day of the week those of a year from some day on.
    private func excludedDays(_ days: SaidDays, from day: CivilDay, recurs: Bool) -> [CivilDay] {
        guard case .weekday(let first) = days else { return calendarDays(days, from: today) }
        let next = day + (first.weekday - day.weekday + 7) % 7
        // Today as well as the day in a week.
        return (0..<(recurs ? 53 : next == today ? 2 : 1)).map { next + $0 * 7 }
    }

    private func calendarDays(of clause: WindowClause) -> [CivilDay] {
        let days = clause.days.isEmpty ? [.day(today)] : clause.days
        return days.flatMap { calendarDays($0, from: clause.from ?? today) }
    }

    /// The days that are meant, of those that recur seven from a day on.
    private func calendarDays(_ days: SaidDays, from day: CivilDay) -> [CivilDay] {
        let week = (0..<7).map { day + $0 }
        switch days {
        case .day(let day): return [day]
        case .span(let first, let last):
            let last = min(last, first + (Self.maximumDays - 1))
            return (first.number...last.number).map(CivilDay.init)
        case .weekdays: return week.filter { $0.weekday < 6 }
        case .weekend: return week.filter { $0.weekday > 5 }
        case .everyDay: return week
        case .weekday(let day): return [day]
        }
    }

    private func window(on day: CivilDay, _ hours: SaidHours) -> TimeWindow? {
        switch hours {
        case .anyTime: return window(from: clock.startedAtMilliseconds, to: 0)
        case .fromNow(let minutes):
            return window(from: clock.startedAtMilliseconds + Int64(minutes) * 60_000, to: 0)
        case .nowFor(let minutes):
            let start = clock.startedAtMilliseconds
            return window(from: start, to: start + Int64(minutes) * 60_000)
        case .nowUntil(let time):
            let end = instant(today, time.minutes)
            return end > clock.startedAtMilliseconds
                ? window(from: clock.startedAtMilliseconds, to: end) : nil
        case .notBefore(let time): return window(from: instant(day, time.minutes), to: 0)
        case .range(let from, let to): return window(on: day, from.minutes, to.minutes)
        case .after(let time): return window(on: day, time.minutes, 1_440)
        case .before(let time): return window(on: day, 0, time.minutes)
        case .around(let time):
            // An hour that the clocks skip is one all the same.
            let start = instant(day, time.minutes)
            return window(from: start, until: start + 3_600_000)
        case .part(let part):
            return window(on: day, part.minutes.lowerBound, part.minutes.upperBound)
        case .allDay: return window(on: day, 0, 1_440)
        }
    }

    /// A window on a day; what is over of it is cut off.
    private func window(on day: CivilDay, _ from: Int, _ to: Int) -> TimeWindow? {
        window(from: instant(day, from), until: instant(day, to))
    }

    private func window(from start: Int64, until end: Int64) -> TimeWindow? {
        let start = max(start, clock.startedAtMilliseconds)
        return end > start ? window(from: start, to: end) : nil
    }

    private func window(from start: Int64, to end: Int64) -> TimeWindow {
        TimeWindow(startMs: start, endMs: end, zone: zone)
    }

    /// The day that an instant belongs to.
    private func localDay(_ milliseconds: Int64) -> CivilDay {
        CallClock(startedAtMilliseconds: milliseconds, zone: zone).today(in: zone)
    }

    private func instant(_ day: CivilDay, _ minute: Int) -> Int64 {
        CallClock.milliseconds(
            day: day + minute.flooredDivision(by: 1_440),
            minute: minute - minute.flooredDivision(by: 1_440) * 1_440,
            zone: zone
        )
    }

    // MARK: Text

    private func text(of clause: WindowClause, except exclusions: [WindowClause]) -> String {
        if clause.hours == [.fromNow(minutes: 0)] { return writing.now }
        let names = exclusions.flatMap(\.days).map(text(of:))
        let except = names.isEmpty ? [] : [writing.except.filling(joined(names))]
        if clause.hours == [.anyTime] {
            return ([writing.anyTime] + except).joined(separator: " ")
        }
        var parts: [String] = []
        if case .notBefore(let time)? = clause.hours.first, case .day(let day)? = clause.days.first
        {
            let start = time == .startOfDay ? "" : " " + clockText(time.minutes)
            parts += [writing.notBefore.filling(dayText(day) + start)] + except
        } else {
            let isFromNow = clause.hours.contains(where: \.isFromNow)
            var days = clause.days.isEmpty && !isFromNow ? [.day(today)] : clause.days
            let hours = clause.hours.isEmpty ? [SaidHours.allDay] : clause.hours
            if let from = clause.from {
                parts.append(writing.notBefore.filling(dayText(from)))
                days.removeAll { $0 == .everyDay }
            }
            parts += [joined(days.map(text(of:)))] + except + [joined(hours.map(text(of:)))]
        }
        parts.append(writing.zones[zone] ?? zone)
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What is excluded: hours of some days, or of all.
    private func text(of denied: WindowClause) -> String {
        let days = denied.days == [.everyDay] ? [] : denied.days
        return (days.map(text(of:)) + denied.hours.map(text(of:))).joined(separator: " ")
    }

    private func joined(_ parts: [String]) -> String {
        guard parts.count > 2 else { return parts.joined(separator: " " + writing.and + " ") }
        return parts.dropLast().joined(separator: ", ") + " " + writing.and + " "
            + (parts.last ?? "")
    }

    private func text(of days: SaidDays) -> String {
        switch days {
        case .day(let day): dayText(day)
        case .span(let first, let last):
            writing.range.filling("{from}", dayText(first)).filling("{to}", dayText(last))
        case .weekdays: writing.everyWeekday
        case .weekend: writing.weekend
        case .everyDay: writing.everyDay
        case .weekday(let day): writing.weekdays[day.weekday - 1]
        }
    }

    private func dayText(_ day: CivilDay) -> String {
        if day == today { return writing.today }
        if day == today + 1 { return writing.tomorrow }
        let (_, month, dayOfMonth) = day.parts
        return writing.dayText
            .filling("{weekday}", writing.weekdays[day.weekday - 1])
            .filling("{month}", writing.months[month - 1])
            .filling("{day}", String(dayOfMonth))
    }

    private func text(of hours: SaidHours) -> String {
        switch hours {
        case .range(let from, let to):
            return writing.range.filling("{from}", clockText(from.minutes))
                .filling("{to}", clockText(to.minutes))
        case .after(let time): return writing.after.filling(clockText(time.minutes))
        case .before(let time): return writing.before.filling(clockText(time.minutes))
        case .around(let time): return writing.around.filling(clockText(time.minutes))
        case .part(let part): return writing.parts[Int(part.rawValue)]
        case .allDay: return writing.allDay
        case .anyTime: return writing.anyTime
        case .fromNow(let minutes): return writing.after.filling(localText(afterMinutes: minutes))
        case .nowFor(let minutes):
            return writing.range.filling("{from}", writing.now)
                .filling("{to}", localText(afterMinutes: minutes))
        case .nowUntil(let time):
            return writing.range.filling("{from}", writing.now)
                .filling("{to}", clockText(time.minutes))
        case .notBefore: return ""
        }
    }

    /// The wall clock's time some minutes after the call's start.
    private func localText(afterMinutes minutes: Int) -> String {
        let later = CallClock(
            startedAtMilliseconds: clock.startedAtMilliseconds + Int64(minutes) * 60_000,
            zone: zone
        )
        return clockText(later.localTime(in: zone).minute)
    }

    private func clockText(_ minutes: Int) -> String {
        let ofDay = minutes % 1_440
        let (hour, minute) = (ofDay / 60, ofDay % 60)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        switch writing.clock {
        case .twentyFourHours: return "\(two(hour)):\(two(minute))"
        case .twelveHours(let am, let pm):
            let shown = hour % 12 == 0 ? 12 : hour % 12
            let minuteText = minute == 0 ? "" : ":" + two(minute)
            return "\(shown)\(minuteText) \(hour < 12 ? am : pm)"
        }
    }
}
