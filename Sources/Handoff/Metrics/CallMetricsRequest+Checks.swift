internal import Foundation
internal import Messages
internal import RPC

extension CallMetricsRequest {
    /// The request with what it leaves open filled in.
    func checked(nowMilliseconds: Int64) throws(Status) -> Self {
        var request = self
        // A millisecond more, so that a call that ended now counts.
        if untilMs == 0 { request.untilMs = nowMilliseconds + 1 }
        guard sinceMs >= 0, sinceMs <= request.untilMs else {
            throw Check.refusal(
                "CallMetricsRequest.since_ms is \(sinceMs), it is from 0 to until_ms "
                    + "(\(request.untilMs))"
            )
        }
        guard baselineSinceMs >= 0, baselineUntilMs >= baselineSinceMs else {
            throw Check.refusal(
                "CallMetricsRequest.baseline_since_ms is \(baselineSinceMs), it is from 0 to "
                    + "baseline_until_ms (\(baselineUntilMs))"
            )
        }
        guard !metrics.contains(.unspecified), Set(metrics).count == metrics.count else {
            throw Check.refusal(
                "CallMetricsRequest.metrics names a metric twice, or one that there is not"
            )
        }
        guard !groupBy.contains(.unspecified), Set(groupBy).count == groupBy.count,
            groupBy.count <= Limits.metricGrouping
        else {
            throw Check.refusal(
                "CallMetricsRequest.group_by has \(groupBy.count) entries, it may have "
                    + "\(Limits.metricGrouping), all different"
            )
        }
        try Self.filters(trees, "CallMetricsRequest.trees")
        try Self.filters(queues, "CallMetricsRequest.queues")
        try Self.filters(releases.map { "\($0)" }, "CallMetricsRequest.releases")
        guard repeatDays <= Limits.repeatDays else {
            throw Check.refusal(
                "CallMetricsRequest.repeat_days is \(repeatDays), the limit is \(Limits.repeatDays)"
            )
        }
        if repeatDays == 0 { request.repeatDays = 7 }
        try Check.length(timeZone, "CallMetricsRequest.time_zone", Limits.zoneBytes)
        guard timeZone.isEmpty || TimeZone(identifier: timeZone) != nil else {
            throw Check.refusal(
                "CallMetricsRequest.time_zone \(timeZone) is not known: give an IANA name, such as "
                    + "America/New_York"
            )
        }
        return request
    }

    private static func filters(_ names: [String], _ field: String) throws(Status) {
        guard names.count <= Limits.metricFilters else {
            throw Check.refusal(
                "\(field) has \(names.count) entries, the limit is \(Limits.metricFilters)"
            )
        }
        for name in names { try Check.length(name, field, Limits.queueBytes) }
    }
}
