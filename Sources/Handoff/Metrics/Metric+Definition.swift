public import Messages

extension Metric {
    /// All that can be asked for, in the order in which they are shown.
    public static let all = allCases.filter { $0 != .unspecified }

    /// What it is, for who reads it.
    ///
    /// - Parameter repeatDays: Days within which another call counts as a repeat.
    public func definition(repeatDays: Int) -> MetricDefinition {
        let parts = parts(repeatDays: repeatDays)
        return MetricDefinition(
            metric: self,
            name: parts.name,
            definition: parts.definition,
            unit: parts.unit,
            interval: parts.interval
        )
    }

    private static let wilson = "Wilson score interval, 95%"
    private static let student = "Student's t interval of the mean, cut at 0, 95%"
    private static let order = "order statistics (binomial ranks), 95%"

    private func parts(
        repeatDays: Int
    ) -> (name: String, definition: String, unit: String, interval: String) {
        let escalated =
            "minutes from the end of the call that was handed over to its last resolution, of "
            + "handoffs that are resolved now"
        return switch self {
        case .unspecified: ("", "", "", "")
        case .rediagnosisRate:
            (
                "rediagnosis_rate",
                "handoffs in which an engineer asked again what the call had answered / handoffs rated",
                "share", Self.wilson
            )
        case .resolutionMean: ("resolution_mean", "mean \(escalated)", "minutes", Self.student)
        case .resolutionMedian:
            ("resolution_median", "median \(escalated)", "minutes", Self.order)
        case .resolutionP90:
            ("resolution_p90", "90th percentile of \(escalated)", "minutes", Self.order)
        case .satisfactionMean:
            (
                "satisfaction_mean", "mean score from 1 to 5, the last of each engineer who rated",
                "score", Self.student
            )
        case .satisfiedShare:
            ("satisfied_share", "scores of 4 and 5 / scores", "share", Self.wilson)
        case .bounceBackRate:
            ("bounce_back_rate", "handoffs returned to Tier 1 / handoffs", "share", Self.wilson)
        case .repeatRate:
            (
                "repeat_rate",
                "callers with another call on the same tree within \(repeatDays) days / callers who "
                    + "reached a tree; the calls of the last \(repeatDays) days may still be repeated",
                "share", Self.wilson
            )
        case .containment:
            ("containment", "calls resolved without a person / calls", "share", Self.wilson)
        case .offMapRate:
            ("off_map_rate", "calls whose issue matched no tree / calls", "share", Self.wilson)
        case .questionsPerCall:
            (
                "questions_per_call",
                "mean questions put to the customer, those asked again and confirmations among them, a call",
                "questions", Self.student
            )
        case .missingPerHandoff:
            (
                "missing_per_handoff",
                "mean data points that engineers named as missing, a handoff rated",
                "facts", Self.student
            )
        case .notObtainedPerHandoff:
            (
                "not_obtained_per_handoff", "mean required facts that were not obtained, a handoff",
                "facts", Self.student
            )
        case .wordsPerHandoff:
            ("words_per_handoff", "mean words of the text form, a handoff", "words", Self.student)
        case .readingSeconds:
            (
                "reading_seconds", "mean seconds that engineers say reading a handoff took",
                "seconds",
                Self.student
            )
        }
    }
}
