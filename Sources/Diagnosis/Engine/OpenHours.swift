internal import Foundation
internal import Messages

extension Settings {
    /// Whether a call that starts at this instant comes to Baton rather than to a person.
    func takesCall(overflow: Bool, atMilliseconds: Int64) -> Bool {
        switch takesCalls {
        case .always, .unspecified: true
        case .afterHours: !isOpen(atMilliseconds: atMilliseconds)
        case .overflow: overflow || !isOpen(atMilliseconds: atMilliseconds)
        }
    }

    /// Whether people take calls at this instant.
    private func isOpen(atMilliseconds: Int64) -> Bool {
        let seconds = Int((Double(atMilliseconds) / 1_000).rounded(.down))
        let instant = Date(timeIntervalSince1970: TimeInterval(seconds))
        let offset = TimeZone(identifier: timeZone)?.secondsFromGMT(for: instant) ?? 0
        let local = seconds + offset
        let day = Int((Double(local) / 86_400).rounded(.down))
        let minute = (local - day * 86_400) / 60
        // 1970-01-01 was a Thursday, day 4.
        let weekday = (((day + 3) % 7) + 7) % 7 + 1
        return hours.contains { open in
            Int(open.weekday) == weekday && Int(open.fromMinute) <= minute
                && minute < Int(open.toMinute)
        }
    }
}
