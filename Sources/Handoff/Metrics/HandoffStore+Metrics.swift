internal import LMDB
internal import Messages
internal import RPC

extension HandoffStore {
    /// The metrics of the calls that a checked request asks for.
    func metrics(_ request: CallMetricsRequest) throws -> CallMetricsReply {
        let span = request.sinceMs..<request.untilMs
        let counted = try fold(request, span, request.groupBy)
        guard counted.keys.count <= Limits.metricGroups else {
            throw Check.refusal(
                "there are \(counted.keys.count) groups, the limit is \(Limits.metricGroups): ask for "
                    + "a shorter span, or group by less"
            )
        }
        // A day or a release is compared with the whole baseline, a tree with itself there.
        let lasting = request.groupBy.indices.filter { index in
            [.tree, .queue].contains(request.groupBy[index])
        }
        var baseline: MetricFold?
        if request.baselineUntilMs > 0 {
            let span = request.baselineSinceMs..<request.baselineUntilMs
            baseline = try fold(request, span, lasting.map { request.groupBy[$0] })
        }
        let metrics = request.metrics.isEmpty ? Metric.all : request.metrics
        return CallMetricsReply(
            definitions: metrics.map { $0.definition(repeatDays: Int(request.repeatDays)) },
            groups: counted.keys.compactMap { key in
                counted[key]?.group(
                    key: key,
                    metrics: metrics,
                    baseline: baseline?[lasting.map { key[$0] }]
                )
            },
            sinceMs: request.sinceMs,
            untilMs: request.untilMs
        )
    }

    private func fold(
        _ request: CallMetricsRequest,
        _ span: Range<Int64>,
        _ groupBy: [GroupBy]
    ) throws -> MetricFold {
        var fold = MetricFold(request, span: span, groupBy: groupBy)
        let start = HandoffTables.rowKey(endedAtMilliseconds: fold.rows.lowerBound, "")
        let end = fold.rows.upperBound
        try environment.withRead { transaction in
            try transaction.view.forEach(in: tables.rows, from: .bytes(start)) { record in
                let row = try CallRow.decode(record.value, limits: .stored)
                guard row.endedAtMs < end else { return false }
                fold.take(row)
                return true
            } damaged: { _, _ in
                // The others tell as much as without it.
                true
            }
        }
        return fold
    }
}
