internal import Foundation
internal import Messages

// Fixed words about a call's own state. Values of facts never come from here.

/// Names of a handoff's fields.
enum FieldLabel {
    static let issue = "Issue"
    static let product = "Product"
    static let symptoms = "Symptoms"
    static let environment = "Environment"
    static let diagnostics = "Diagnostics completed"
    static let diagnosis = "Preliminary diagnosis"
    static let fixes = "Fix attempted"
    static let recommendation = "Recommendation"
    static let availability = "Customer availability"
    static let notObtained = "Not obtained"
    static let superseded = "Superseded"
}

extension NotObtained {
    /// Why a fact is missing.
    ///
    /// - Parameter system: The system that was asked, such as network-probe; empty if unknown.
    func words(system: String) -> String {
        let asked =
            system.isEmpty
            ? "the system that holds it"
            : "the " + String(system.map { $0 == "-" || $0 == "_" ? " " : $0 })
        return switch self {
        case .notAsked: "not asked"
        case .didNotKnow: "the customer did not know"
        case .declined: "the customer would not say"
        case .timedOut: "\(asked) did not answer in time"
        case .notUnderstood: "the answer was not understood"
        case .notHeld: "\(asked) does not have it"
        case .unspecified: "no reason was recorded"
        }
    }
}

extension Outcome {
    /// How the call came out.
    var words: String {
        switch self {
        case .resolved: "resolved"
        case .escalated: "escalated"
        case .wantsPerson: "the customer asked for a person"
        case .abandoned: "the call was abandoned"
        case .unspecified: "the call goes on"
        }
    }
}

extension CallSummary {
    /// Why there is no diagnosis.
    var noDiagnosisWords: String {
        switch outcome {
        case .unspecified: "No diagnosis was reached: the call goes on."
        case .wantsPerson: "No diagnosis was reached: the customer asked for a person before one."
        case .abandoned: "No diagnosis was reached: the call ended before one."
        case .resolved, .escalated: "No diagnosis was reached."
        }
    }
}

extension Provenance {
    /// Where a fact comes from, such as `said in turn 5: "it times out"`.
    ///
    /// - Parameter zone: IANA name of the call's zone.
    func words(zone: String) -> String {
        switch source {
        case .said:
            let place = turn == 0 ? "said at the start" : "said in turn \(turn)"
            let sure = confidence > 0 && confidence < 0.995 ? " (\(percent(confidence)) sure)" : ""
            return quote.isEmpty ? place + sure : "\(place): \"\(quote)\"\(sure)"
        case .measured:
            let name = system.isEmpty ? "a system" : system
            return "from \(name), \(Moment(milliseconds: atMs, zone: zone).seconds)"
        case .told:
            let place = turn == 0 ? "at the start" : "in turn \(turn)"
            return "told by the front end \(place)"
        case .inferred:
            return node.isEmpty ? "from the call's end in turn \(turn)" : "derived by \(node)"
        case .unspecified:
            return "of unknown origin"
        }
    }
}

/// A share in percent, rounded.
func percent(_ share: Float) -> String {
    "\(Int((share.clampedToShare * 100).rounded()))%"
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
    var words: String {
        let start = Moment(milliseconds: startMs, zone: zone)
        guard endMs > 0 else { return "from \(start.minutes)" }
        let end = Moment(milliseconds: endMs, zone: zone)
        guard end.day == start.day else { return "\(start.minutes) to \(end.minutes)" }
        return "\(start.day) \(start.clock) to \(end.clock) \(end.zoneName)"
    }
}
