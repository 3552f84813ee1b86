internal import Foundation

/// The start of a call and the zone of its customer, against which "yesterday" and "tomorrow nine to
/// noon" are resolved.
public struct CallClock: Sendable, Equatable {
    /// The start of the call in milliseconds since 1970-01-01 UTC.
    public let startedAtMilliseconds: Int64
    /// IANA name of the customer's zone.
    public let zone: String

    /// Creates a clock; a zone that is not known is read as UTC.
    public init(startedAtMilliseconds: Int64, zone: String) {
        self.startedAtMilliseconds = startedAtMilliseconds
        self.zone = zone
    }

    /// Whether a name is that of an IANA zone.
    public static func isZone(_ name: String) -> Bool {
        ZoneCache.shared.zone(name) != nil
    }

    /// The day on which the call began, in some zone.
    func today(in zone: String) -> CivilDay { localTime(in: zone).day }

    /// The day and the minute of the day at which the call began, in some zone.
    func localTime(in zone: String) -> (day: CivilDay, minute: Int) {
        let seconds = Int(startedAtMilliseconds.flooredDivision(by: 1_000))
        let local = seconds + Self.offset(in: zone, atSeconds: seconds)
        let day = local.flooredDivision(by: 86_400)
        return (CivilDay(number: day), (local - day * 86_400) / 60)
    }

    /// The instant of a wall clock's time, in milliseconds since 1970-01-01 UTC.
    ///
    /// A time that a clock change skips is the instant as long after the change as it stands after the
    /// skipped hour's beginning; of a time that comes twice the first is meant.
    static func milliseconds(day: CivilDay, minute: Int, zone: String) -> Int64 {
        let local = day.number * 86_400 + minute * 60
        let before = offset(in: zone, atSeconds: local - 86_400)
        let after = offset(in: zone, atSeconds: local + 86_400)
        let early = local - before
        if offset(in: zone, atSeconds: early) == before { return Int64(early) * 1_000 }
        let late = local - after
        if offset(in: zone, atSeconds: late) == after { return Int64(late) * 1_000 }
        return Int64(early) * 1_000
    }

    /// How often a wall clock shows a time of a day.
    enum Occurrences {
        case never
        case once
        case twice
    }

    /// How often a wall clock shows a time: on days when the clocks change it may be never, or twice.
    static func occurrences(day: CivilDay, minute: Int, zone: String) -> Occurrences {
        let local = day.number * 86_400 + minute * 60
        let before = offset(in: zone, atSeconds: local - 86_400)
        let after = offset(in: zone, atSeconds: local + 86_400)
        guard before != after else { return .once }
        let isEarly = offset(in: zone, atSeconds: local - before) == before
        let isLate = offset(in: zone, atSeconds: local - after) == after
        return isEarly && isLate ? .twice : isEarly || isLate ? .once : .never
    }

    private static func offset(in zone: String, atSeconds seconds: Int) -> Int {
        let date = Date(timeIntervalSince1970: TimeInterval(seconds))
        return ZoneCache.shared.zone(zone)?.secondsFromGMT(for: date) ?? 0
    }
}

/// Zones by name, since creating one reads a file.
///
/// Its state is used under the lock only, which ThreadSanitizer sees as it does not see Mutex.
private final class ZoneCache: @unchecked Sendable {
    static let shared = ZoneCache()
    private let lock = NSLock()
    private var zones: [String: TimeZone] = [:]
    /// IANA's names without a region; there are no new ones.
    private static let plainNames: Set<String> = [
        "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "GB", "GB-Eire", "GMT",
        "GMT+0", "GMT-0", "GMT0", "Greenwich", "HST", "Hongkong", "Iceland", "Iran", "Israel",
        "Jamaica", "Japan", "Kwajalein", "Libya", "MET", "MST", "MST7MDT", "NZ", "NZ-CHAT",
        "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK", "Singapore", "Turkey",
        "UCT", "UTC", "Universal", "W-SU", "WET", "Zulu",
    ]

    func zone(_ name: String) -> TimeZone? {
        lock.withLock {
            if let zone = zones[name] { return zone }
            // Only names that exist are kept, so the cache is bounded by their number. Foundation reads more
            // than IANA's names: "PST" and "GMT+5" are none.
            guard name.contains("/") || Self.plainNames.contains(name),
                let zone = TimeZone(identifier: name)
            else { return nil }
            zones[name] = zone
            return zone
        }
    }
}

extension BinaryInteger {
    /// The quotient rounded towards negative infinity.
    func flooredDivision(by divisor: Self) -> Self {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
