package import Messages

/// What is counted of the calls of a group.
package struct MetricTally {
    /// A caller, by the keyed hash of the number.
    struct Caller: Hashable {
        private let high: UInt64
        private let low: UInt64

        /// Nil for a call whose number was not known.
        init?(_ hash: [UInt8]) {
            guard hash.count == 16 else { return nil }
            high = hash[..<8].reduce(0) { $0 << 8 | UInt64($1) }
            low = hash[8...].reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    private var handoffs = 0
    private var rediagnosed = Share()
    private var minutes: [Double] = []
    private var resolution = Mean()
    private var scores = Mean()
    private var satisfied = Share()
    private var bounced = Share()
    private var contained = Share()
    private var offMap = Share()
    private var questions = Mean()
    private var missing = Mean()
    private var notObtained = Mean()
    private var words = Mean()
    private var readings = Mean()
    private var callers: Set<Caller> = []
    private var repeating: Set<Caller> = []

    /// Counts a call.
    mutating func add(_ row: CallRow) {
        contained.add(row.outcome == .resolved)
        offMap.add(row.offMap)
        questions.add(Double(row.questions))
        guard row.handedOff else { return }
        handoffs += 1
        bounced.add(row.bouncedBack)
        notObtained.add(Double(row.notObtained))
        words.add(Double(row.words))
        if row.resolvedAtMs > 0 {
            let time = Double(max(0, row.resolvedAtMs - row.endedAtMs)) / 60_000
            minutes.append(time)
            resolution.add(time)
        }
        guard !row.scores.isEmpty else { return }
        rediagnosed.add(row.askedAgain > 0)
        missing.add(Double(row.missing))
        for score in row.scores {
            scores.add(Double(score))
            satisfied.add(score >= 4)
        }
        for seconds in row.readingSeconds { readings.add(Double(seconds)) }
    }

    /// Counts a caller who reached a tree.
    mutating func add(_ caller: Caller) { callers.insert(caller) }

    /// Counts that a caller called again.
    mutating func repeats(_ caller: Caller) { repeating.insert(caller) }

    /// The group, with another tally to compare with.
    package func group(key: [String], metrics: [Metric], baseline: Self?) -> MetricGroup {
        let own = measured
        let other = baseline?.measured
        return MetricGroup(
            key: key,
            calls: UInt32(contained.count),
            handoffs: UInt32(handoffs),
            rated: UInt32(rediagnosed.count),
            values: metrics.map { metric in
                var value = own(metric)
                if let other = other?(metric) {
                    value.baselineCount = other.count
                    value.baseline = other.value
                }
                return value
            }
        )
    }

    /// Gives the metrics, for which the resolution times are put in order once.
    private var measured: (Metric) -> MetricValue {
        let ordered = Ordered(minutes)
        return { metric in
            switch metric {
            case .unspecified: MetricValue()
            case .rediagnosisRate: MetricValue(metric, rediagnosed)
            case .resolutionMean: MetricValue(metric, resolution)
            case .resolutionMedian: MetricValue(metric, ordered, quantile: 0.5)
            case .resolutionP90: MetricValue(metric, ordered, quantile: 0.9)
            case .satisfactionMean: MetricValue(metric, scores)
            case .satisfiedShare: MetricValue(metric, satisfied)
            case .bounceBackRate: MetricValue(metric, bounced)
            case .repeatRate:
                MetricValue(metric, Share(hits: repeating.count, count: callers.count))
            case .containment: MetricValue(metric, contained)
            case .offMapRate: MetricValue(metric, offMap)
            case .questionsPerCall: MetricValue(metric, questions)
            case .missingPerHandoff: MetricValue(metric, missing)
            case .notObtainedPerHandoff: MetricValue(metric, notObtained)
            case .wordsPerHandoff: MetricValue(metric, words)
            case .readingSeconds: MetricValue(metric, readings)
            }
        }
    }
}

extension MetricValue {
    fileprivate init(_ metric: Metric, _ share: Share) {
        self.init(metric, share.count, share.value, share.interval)
    }

    fileprivate init(_ metric: Metric, _ mean: Mean) {
        self.init(metric, mean.count, mean.value, mean.interval)
    }

    fileprivate init(_ metric: Metric, _ ordered: Ordered, quantile: Double) {
        self.init(
            metric,
            ordered.count,
            ordered.quantile(quantile),
            ordered.interval(ofQuantile: quantile)
        )
    }

    private init(
        _ metric: Metric,
        _ count: Int,
        _ value: Double,
        _ interval: ClosedRange<Double>?
    ) {
        self.init(
            metric: metric,
            count: UInt32(count),
            value: value,
            hasInterval: interval != nil,
            low: interval?.lowerBound ?? 0,
            high: interval?.upperBound ?? 0
        )
    }
}
