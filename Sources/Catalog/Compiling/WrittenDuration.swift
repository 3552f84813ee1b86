internal import Language

/// Durations as they are written in authoring files: `90 days`.
enum WrittenDuration {
    /// The units with their seconds, as Baton reckons with what customers say, the longest first.
    private static let units: [(name: String, seconds: Double)] = [
        ("year", 31_556_952), ("month", 2_629_746), ("week", 604_800), ("day", 86_400),
        ("hour", 3_600), ("minute", 60), ("second", 1),
    ]

    /// The seconds of `90 days` or `1.5 hours`; nil where the text is no duration with a unit.
    static func seconds(_ text: String) -> Double? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let count = ValueForms.number(String(parts[0])), count >= 0 else {
            return nil
        }
        let unit = units.first { $0.name == parts[1] || $0.name + "s" == parts[1] }
        return unit.map { $0.seconds * count }
    }

    /// Seconds in the longest unit of which they are a whole number: `90 days`.
    static func text(_ seconds: Double) -> String {
        let unit = units.first {
            seconds >= $0.seconds && (seconds / $0.seconds).rounded() * $0.seconds == seconds
        }
        let (name, length) = unit ?? ("second", 1)
        let count = (seconds / length).shortest
        return "\(count) \(name)\(count == "1" ? "" : "s")"
    }

    /// What a pattern of JSON Schema matches of it.
    static var pattern: String {
        "^[0-9]+(\\.[0-9]+)? (\(units.map(\.name).joined(separator: "|")))s?$"
    }
}
