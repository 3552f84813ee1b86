internal import Foundation
internal import Language
internal import Messages

extension FixedWords {
    /// Why a fact is missing.
    ///
    /// - Parameter name: The system that was asked, such as network-probe; empty if unknown.
    func reason(_ notObtained: NotObtained, system name: String) -> String {
        let spoken = String(name.map { $0 == "-" || $0 == "_" ? " " : $0 })
        return (self.notObtained[notObtained] ?? unknown)
            .filling("{system}", name.isEmpty ? anySystem : system.filling(spoken))
    }

    /// A share in percent, rounded.
    func text(ofShare share: Float) -> String {
        percent.filling(String(Int((share.clampedToShare * 100).rounded())))
    }
}

extension Provenance {
    /// Where a fact comes from, such as `said in turn 5: "it times out"`.
    ///
    /// - Parameter zone: IANA name of the call's zone.
    func words(zone: String, in language: SpokenLanguage) -> String {
        let origins = language.fixedWords.origins
        func inTurn(_ atStart: String, _ inTurn: String) -> String {
            turn == 0 ? atStart : inTurn.filling(String(turn))
        }
        switch source {
        case .said:
            let place = inTurn(origins.saidAtStart, origins.saidInTurn)
            let share = language.fixedWords.text(ofShare: confidence)
            let isOpen = confidence > 0 && confidence < 0.995
            let sure = isOpen ? " (\(origins.sure.filling(share)))" : ""
            return quote.isEmpty ? place + sure : "\(place): \"\(quote)\"\(sure)"
        case .measured:
            let moment = Moment(milliseconds: atMs, zone: zone)
            return origins.measured
                .filling("{time}", moment.written(in: language, withSeconds: true))
                .filling(system.isEmpty ? origins.system : system)
        case .told: return inTurn(origins.toldAtStart, origins.toldInTurn)
        case .inferred:
            return node.isEmpty
                ? origins.callsEnd.filling(String(turn)) : origins.derived.filling(node)
        case .unspecified: return origins.unknown
        }
    }
}

/// A moment as people of a zone write it.
struct Moment {
    private let shifted: Int64
    private let offset: Int64
    let zoneName: String

    /// A moment in a zone; in UTC where the zone is not known.
    init(milliseconds: Int64, zone: String) {
        // The years 1970 to 9999: what lies outside is no time of a call.
        let seconds = min(max(milliseconds, 0), 253_402_214_400_000) / 1_000
        let known = zone.isEmpty ? nil : TimeZone(identifier: zone)
        let date = Date(timeIntervalSince1970: Double(seconds))
        offset = Int64(known?.secondsFromGMT(for: date) ?? 0)
        shifted = max(0, seconds + offset)
        zoneName = known == nil ? "UTC" : zone
    }

    /// `2026-11-19`.
    var day: String { date(shifted / 86_400) }

    /// The Monday of the week, as ``day`` is written.
    var monday: String {
        let days = shifted / 86_400
        // 1970-01-01 was a Thursday.
        return date(days - (days + 3) % 7)
    }

    private func date(_ daysSince1970: Int64) -> String {
        // Days to a date of the Gregorian calendar, in eras of 400 years that begin in March.
        let days = daysSince1970 + 719_468
        let dayOfEra = days % 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = days / 146_097 * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        return "\(padded(year, 4))-\(padded(month))-\(padded(dayOfMonth))"
    }

    /// `16:40`.
    var clock: String { "\(padded(shifted / 3_600 % 24)):\(padded(shifted / 60 % 60))" }

    /// `2026-11-19 16:40 America/New_York`.
    var minutes: String { "\(day) \(clock) \(zoneName)" }

    /// `2026-11-19 16:40:05 America/New_York`.
    var seconds: String { "\(day) \(clock):\(padded(shifted % 60)) \(zoneName)" }

    /// `2026-11-19 16:40 America/New_York`, with the day as a language writes it.
    func written(in language: SpokenLanguage, withSeconds: Bool = false) -> String {
        let time = withSeconds ? "\(clock):\(padded(shifted % 60))" : clock
        return "\(language.text(ofDay: day)) \(time) \(zoneName)"
    }

    /// `2026-11-19T16:40:05-05:00`.
    var internet: String {
        let magnitude = abs(offset)
        let sign = offset < 0 ? "-" : "+"
        let difference = "\(padded(magnitude / 3_600)):\(padded(magnitude / 60 % 60))"
        return "\(day)T\(clock):\(padded(shifted % 60))"
            + (offset == 0 ? "Z" : sign + difference)
    }

    private func padded(_ number: Int64, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension TimeWindow {
    /// `2026-11-20 09:00 to 12:00 America/New_York`.
    func words(in language: SpokenLanguage) -> String {
        let start = Moment(milliseconds: startMs, zone: zone)
        let from = start.written(in: language)
        guard endMs > 0 else { return language.fixedWords.fromOn.filling(from) }
        let end = Moment(milliseconds: endMs, zone: zone)
        guard end.day == start.day else {
            return language.range(from: from, to: end.written(in: language))
        }
        let day = language.text(ofDay: start.day)
        return "\(day) \(language.range(from: start.clock, to: end.clock)) \(end.zoneName)"
    }
}
