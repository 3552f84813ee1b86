extension TimeReader {
    /// A time on the clock: "nine", "930", "half past nine", "noon", "3 pm", "seven in the evening".
    ///
    /// - Parameter isAfterPreposition: Whether a bare number counts; otherwise something must say that
    ///   it is a time.
    func clockTime(at index: Int, isAfterPreposition: Bool) -> (ClockTime, end: Int)? {
        var start = index
        if meaning(start) == .at || meaning(start) == .the { start += 1 }
        switch meaning(start) {
        case .noon: return (.noon, start + 1)
        case .midnight: return (ClockTime(minutes: 1_440, isFixed: true), start + 1)
        case .half where meaning(start + 1) == .past:
            return hour(at: start + 2).flatMap { withHalf($0.minutes + 30, end: $0.end) }
        case .half:
            // "half nine" is before or after nine, by the language.
            let shift = vocabulary.halfIsBefore ? 690 : 30
            return hour(at: start + 1).flatMap { withHalf($0.minutes + shift, end: $0.end) }
        case .quarter where vocabulary.halfIsBefore:
            return hour(at: start + 1).flatMap { withHalf($0.minutes + 675, end: $0.end) }
        case .quarter where meaning(start + 1) == .past || meaning(start + 1) == .after:
            return hour(at: start + 2).flatMap { withHalf($0.minutes + 15, end: $0.end) }
        case .quarter where meaning(start + 1) == .to:
            return hour(at: start + 2).flatMap { withHalf($0.minutes + 705, end: $0.end) }
        default: break
        }
        guard var (minutes, end) = hour(at: start) else { return nil }
        var isTime = isAfterPreposition
        // "ten past nine".
        if minutes % 60 == 0, meaning(end) == .past, let (full, last) = hour(at: end + 1) {
            (minutes, end) = (full + minutes / 60, last)
            isTime = true
        }
        guard let (time, after) = withHalf(minutes, end: end) else { return nil }
        guard isTime || after != end || time.isFixed else { return nil }
        return (time, after)
    }

    /// An hour with or without minutes: 9, 930, 14, 1430.
    private func hour(at index: Int) -> (minutes: Int, end: Int)? {
        guard index < words.count, words.items[index].kind == .number,
            let number = Int(exactly: words.items[index].number)
        else { return nil }
        // A number that counts something else is no time: "2 days", "3 times".
        let (hour, minute) = number < 100 ? (number, 0) : (number / 100, number % 100)
        guard hour < 24, minute < 60, number > 0, unit(index + 1) == nil,
            meaning(index + 1) != .times
        else { return nil }
        return (hour * 60 + minute, index + 1)
    }

    /// Settles the half of the day by what follows the time.
    private func withHalf(_ minutes: Int, end: Int) -> (ClockTime, end: Int)? {
        var end = end
        if meaning(end) == .oclock { end += 1 }
        if minutes >= 780 && minutes < 1_440 {
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
            if case .part(let part) = meaning(partAt) {
                return (time.inHalf(afterNoon: part != .morning), partAt + 1)
            }
        }
        return (time, end)
    }
}
