extension TimeReader {
    /// A time on the clock: "nine", "930", "half past nine", "ten to five", "noon", "3 pm", "seven in the evening".
    ///
    /// - Parameter isAfterPreposition: Whether a bare number counts; otherwise something must say that
    ///   it is a time.
    func clockTime(at index: Int, isAfterPreposition: Bool) -> (ClockTime, end: Int)? {
        var start = index
        while meaning(start) == .at || meaning(start) == .about || meaning(start) == .the {
            start += 1
        }
        switch meaning(start) {
        case .noon: return (.noon, start + 1)
        case .midnight: return (ClockTime(minutes: 1_440, isFixed: true), start + 1)
        default: break
        }
        if let (minutes, end) = quarter(at: start) ?? besideHour(at: start) ?? halfHour(at: start) {
            return withHalf(minutes, end: end)
        }
        guard let (minutes, end) = hour(at: start), let (time, after) = withHalf(minutes, end: end)
        else { return nil }
        guard isAfterPreposition || after != end || isWrittenAsTime(start) else { return nil }
        return (time, after)
    }

    /// A half hour: "half past nine", "half nine".
    private func halfHour(at index: Int) -> (minutes: Int, end: Int)? {
        guard meaning(index) == .half else { return nil }
        if meaning(index + 1) == .past {
            return hour(at: index + 2).map { ($0.minutes + 30, $0.end) }
        }
        // "half nine" is before or after nine, by the language.
        return hour(at: index + 1).map { hour in
            let minutes =
                vocabulary.halfIsBefore
                ? Self.minutes(hour.minutes, less: 30) : hour.minutes + 30
            return (minutes, hour.end)
        }
    }

    /// A quarter of an hour before or after one; "viertel fünf" and "dreiviertel fünf" count to it.
    private func quarter(at index: Int) -> (minutes: Int, end: Int)? {
        let isCounted = amount(index) == 3 && meaning(index + 1) == .quarter
        if vocabulary.halfIsBefore, isCounted || meaning(index) == .threeQuarters {
            return hour(at: isCounted ? index + 2 : index + 1).map {
                (Self.minutes($0.minutes, less: 15), $0.end)
            }
        }
        guard meaning(index) == .quarter else { return nil }
        switch meaning(index + 1) {
        case .past, .after: return hour(at: index + 2).map { ($0.minutes + 15, $0.end) }
        case .to, .before:
            return hour(at: index + 2).map { (Self.minutes($0.minutes, less: 15), $0.end) }
        default:
            guard vocabulary.halfIsBefore else { return nil }
            return hour(at: index + 1).map { (Self.minutes($0.minutes, less: 45), $0.end) }
        }
    }

    /// Some minutes before or after an hour: "ten past nine", "at ten to five".
    private func besideHour(at index: Int) -> (minutes: Int, end: Int)? {
        guard index < words.count, words.items[index].kind == .number,
            let count = Int(exactly: words.items[index].number), (1..<30).contains(count),
            let (minutes, end) = halfHour(at: index + 2) ?? hour(at: index + 2)
        else { return nil }
        let isRound = isMinutesBefore(index)
        switch meaning(index + 1) {
        case .past: return (minutes + count, end)
        case .after where isRound: return (minutes + count, end)
        case .before where isRound: return (Self.minutes(minutes, less: count), end)
        case .to where isRound && isBeforeHour(count, minutes / 60, at: index):
            return (Self.minutes(minutes, less: count), end)
        default: return nil
        }
    }

    /// Whether a number may count minutes beside an hour; others are hours: "not at nine before ten".
    func isMinutesBefore(_ index: Int) -> Bool {
        guard index < words.count, words.items[index].kind == .number else { return false }
        let count = words.items[index].number
        return count == 5 || count == 10
            || (20..<30).contains(count) && count.truncatingRemainder(dividingBy: 5) == 0
    }

    /// Whether "ten to five" is before five, and not from ten to five.
    private func isBeforeHour(_ count: Int, _ hour: Int, at index: Int) -> Bool {
        var before = index - 1
        while meaning(before) == .about || meaning(before) == .the { before -= 1 }
        switch meaning(before) {
        case .from: return false
        case .at, .after, .before, .until, .between: return true
        default:
            // Nobody is free from ten to nine, or from five to three.
            return count >= 20 || (hour - count + 12) % 12 >= 10 || hour == count
                || count == 5 && hour < 5
        }
    }

    /// Minutes before an hour; before an hour up to twelve the half of the day stays open.
    private static func minutes(_ hour: Int, less minutes: Int) -> Int {
        hour >= 780 ? hour - minutes : (hour + 720 - minutes) % 720
    }

    /// An hour with or without minutes: 9, 930, 14, 1430, 14.30.
    private func hour(at index: Int) -> (minutes: Int, end: Int)? {
        guard index < words.count, words.items[index].kind == .number,
            let number = clockNumber(index), monthDay(at: index) == nil,
            dayOfMonth(at: index) == nil
        else { return nil }
        // A number that counts something else is no time: "2 days", "3 times".
        let (hour, minute) = number < 100 ? (number, 0) : (number / 100, number % 100)
        let isMidnight = number == 24 && meaning(index + 1) == .oclock
        guard hour < 24 || isMidnight, minute < 60, number > 0, unit(index + 1) == nil,
            meaning(index + 1) != .times
        else { return nil }
        return (hour * 60 + minute, index + 1)
    }

    /// A number as hours, or as hours and minutes: 9, 930; 1730 for "17.30".
    func clockNumber(_ index: Int) -> Int? {
        if let number = Int(exactly: words.items[index].number) { return number }
        let parts = words.tokens.bytes[words.items[index].text].split(separator: 0x2e)
        guard parts.count == 2, parts[1].count == 2, parts[0].count < 3 else { return nil }
        return Int(String(decoding: parts.joined(), as: UTF8.self)).flatMap { $0 < 100 ? nil : $0 }
    }

    /// Whether a number was written or said as an hour with minutes: "9:30", "nine thirty", but not "930" and
    /// "nine hundred".
    func isWrittenAsTime(_ index: Int) -> Bool {
        isWrittenWithColon(index)
            || words.items[index].number >= 100
                && words.items[index].number.remainder(dividingBy: 100) != 0
                && written(index).contains(0x20)
    }

    /// Whether a number was written with a colon: "9:30".
    func isWrittenWithColon(_ index: Int) -> Bool { written(index).contains(0x3a) }

    private func written(_ index: Int) -> some Sequence<UInt8> {
        let source = words.items[index].source
        return words.tokens.original.utf8.dropFirst(source.lowerBound).prefix(source.count)
    }

    /// Minutes after a full hour, when the number counts nothing else.
    private func minute(at index: Int) -> Int? {
        guard index < words.count, words.items[index].kind == .number,
            let minute = Int(exactly: words.items[index].number), (1..<60).contains(minute),
            unit(index + 1) == nil, meaning(index + 1) != .oclock, meaning(index + 1) != .times
        else { return nil }
        return minute
    }

    /// Settles the half of the day by what follows the time.
    private func withHalf(_ minutes: Int, end: Int) -> (ClockTime, end: Int)? {
        var end = end
        var minutes = minutes
        if meaning(end) == .oclock {
            end += 1
            // "neun uhr dreißig".
            if minutes % 60 == 0, let more = minute(at: end) {
                minutes += more
                end += 1
            }
        }
        if minutes >= 780 {
            let twelveHours = meaning(end) == .pm || meaning(end) == .am
            return (ClockTime(minutes: minutes, isFixed: true), twelveHours ? end + 1 : end)
        }
        let time = ClockTime(minutes: minutes % 720, isFixed: false)
        switch meaning(end) {
        case .am: return (time.inHalf(afterNoon: false), end + 1)
        case .pm: return (time.inHalf(afterNoon: true), end + 1)
        default: break
        }
        // "seven in the evening", "nine at night".
        if meaning(end) == .inside || meaning(end) == .at {
            let partAt = meaning(end + 1) == .the ? end + 2 : end + 1
            if let part = part(partAt) { return (time.inPart(part), partAt + 1) }
        }
        return (time, end)
    }
}
