import Foundation
import Messages
import RPC
import TestSupport
import Testing

@testable import Handoff

/// Metrics of seven calls, each value worked out by hand.
@Suite final class MetricsTests {
    /// 2026-11-02, a Monday, at noon UTC.
    private static let monday: Int64 = 1_793_620_800_000
    private static let dayMilliseconds: Int64 = 86_400_000

    private let folder: TemporaryFolder
    private let store: HandoffStore

    init() throws {
        folder = try TemporaryFolder()
        store = try HandoffStore(folder: folder.path + "/handoffs")
        //       day tree   release queue     outcome      questions caller
        try add("1", 0, "vpn", 1, "network", .escalated, 10, "+1 555 0101")
        try add("2", 0, "vpn", 1, "", .resolved, 4, "+1 555 0102")
        try add("3", 1, "vpn", 1, "network", .escalated, 8, "15550101")
        try add("4", 1, "mail", 1, "mail", .escalated, 6, "+1 555 0103")
        try add("5", 7, "mail", 2, "mail", .wantsPerson, 0, "+1 555 0104", offMap: true)
        // Seven days after call 4, to the millisecond; call 7 is eight days after call 2.
        try add("6", 8, "mail", 2, "mail", .abandoned, 2, "+1 (555) 0103")
        try add("7", 8, "vpn", 2, "", .resolved, 5, "+1 555 0102")
        try rate("1", "kim", 4, missing: ["environment.firmware"], seconds: 40)
        try rate("3", "kim", 2, missing: ["a", "b"], again: ["environment.router"], seconds: 60)
        try rate("5", "lee", 5)
        try resolve("1", .resolved, 30)
        try resolve("3", .resolved, 60)
        try resolve("3", .reopened, 90)
        try resolve("3", .resolved, 120)
        try resolve("4", .bouncedBack, 5)
        try resolve("5", .resolved, 10)
    }

    deinit { store.close() }

    @Test func `a metric of all calls is not what its definition says`() throws {
        let reply = try metrics(CallMetricsRequest())
        let group = try #require(reply.groups.first)
        #expect(reply.groups.count == 1 && group.key.isEmpty)
        #expect(group.calls == 7 && group.handoffs == 5 && group.rated == 3)
        let expected: [(Metric, count: UInt32, value: Double, low: Double, high: Double)] = [
            (.rediagnosisRate, 3, 1.0 / 3, 0.0615, 0.7923),
            // 30, 120 and 10 minutes: call 4 went back, call 6 is open.
            (.resolutionMean, 3, 160.0 / 3, 0, 198.902),
            (.satisfactionMean, 3, 11.0 / 3, 0, 7.4616),
            (.satisfiedShare, 3, 2.0 / 3, 0.2077, 0.9385),
            (.bounceBackRate, 5, 0.2, 0.0362, 0.6245),
            // Of four callers 0101 called again after a day, 0103 after seven; 0102 after eight.
            (.repeatRate, 4, 0.5, 0.1500, 0.8500),
            (.containment, 7, 2.0 / 7, 0.0822, 0.6411),
            (.offMapRate, 7, 1.0 / 7, 0.0257, 0.5131),
            (.questionsPerCall, 7, 5, 1.8409, 8.1591),
            (.missingPerHandoff, 3, 1, 0, 3.4843),
            (.notObtainedPerHandoff, 5, 1, 1, 1),
            (.readingSeconds, 2, 50, 0, 177.06),
        ]
        for (metric, count, value, low, high) in expected {
            let found = try #require(group.values.first { $0.metric == metric })
            #expect(found.count == count && abs(found.value - value) < 1e-9, "\(found)")
            #expect(found.hasInterval && abs(found.low - low) < 0.005, "\(found)")
            #expect(abs(found.high - high) < 0.005, "\(found)")
        }
        let median = try #require(group.values.first { $0.metric == .resolutionMedian })
        #expect(median.value == 30 && !median.hasInterval)
        let p90 = try #require(group.values.first { $0.metric == .resolutionP90 })
        #expect(abs(p90.value - 102) < 1e-9 && !p90.hasInterval)
        #expect(reply.definitions.map(\.metric) == group.values.map(\.metric))
        #expect(reply.definitions.allSatisfy { !$0.definition.isEmpty && !$0.interval.isEmpty })
    }

    @Test(arguments: [
        (GroupBy.tree, ["mail": [3, 3, 1], "vpn": [4, 2, 2]]),
        (.release, ["1": [4, 3, 2], "2": [3, 2, 1]]),
        (.queue, ["": [2, 0, 0], "network": [2, 2, 2], "mail": [3, 3, 1]]),
        (.month, ["2026-11": [7, 5, 3]]),
        (.week, ["2026-11-02": [4, 3, 2], "2026-11-09": [3, 2, 1]]),
        (
            .day,
            [
                "2026-11-02": [2, 1, 1], "2026-11-03": [2, 2, 1], "2026-11-09": [1, 1, 1],
                "2026-11-10": [2, 1, 0],
            ]
        ),
    ])
    func `a call counts in another group`(group: GroupBy, expected: [String: [UInt32]]) throws {
        let reply = try metrics(CallMetricsRequest(groupBy: [group]))
        let found = reply.groups.map { ($0.key[0], [$0.calls, $0.handoffs, $0.rated]) }
        #expect(Dictionary(uniqueKeysWithValues: found) == expected)
        #expect(found.map(\.0) == expected.keys.sorted())
    }

    @Test func `filters, two groups or a zone count other calls`() throws {
        let vpn = try metrics(CallMetricsRequest(trees: ["vpn"], queues: ["network"]))
        #expect(vpn.groups.map(\.calls) == [2])
        let second = try metrics(CallMetricsRequest(groupBy: [.tree, .release], releases: [2]))
        #expect(second.groups.map(\.key) == [["mail", "2"], ["vpn", "2"]])
        // Noon in UTC is past midnight in Auckland, where it is thirteen hours later.
        let zone = try metrics(
            CallMetricsRequest(groupBy: [.day], timeZone: "Pacific/Auckland")
        )
        #expect(zone.groups.first?.key == ["2026-11-03"])
        let none = try metrics(CallMetricsRequest(trees: ["none"]))
        #expect(none.groups.map(\.calls) == [0])
        #expect(none.groups[0].values.allSatisfy { $0.count == 0 && !$0.hasInterval })
    }

    @Test func `a repeat call outside of the filter or the span is not seen`() throws {
        // The second calls are on another day, and call 6 is on another release.
        var request = CallMetricsRequest(
            untilMs: Self.monday + Self.dayMilliseconds + 1,
            metrics: [.repeatRate],
            groupBy: [.day],
            releases: [1]
        )
        var days = try metrics(request).groups.map { ($0.values[0].count, $0.values[0].value) }
        #expect(days.map(\.0) == [2, 2] && days.map(\.1) == [0.5, 0.5])
        request.repeatDays = 1
        days = try metrics(request).groups.map { ($0.values[0].count, $0.values[0].value) }
        #expect(days.map(\.1) == [0.5, 0])
    }

    @Test func `the baseline is that of other calls`() throws {
        let request = CallMetricsRequest(
            sinceMs: Self.monday + 2 * Self.dayMilliseconds,
            metrics: [.resolutionMean, .containment],
            groupBy: [.tree],
            baselineSinceMs: Self.monday,
            baselineUntilMs: Self.monday + 2 * Self.dayMilliseconds
        )
        let groups = try metrics(request).groups
        #expect(groups.map(\.key) == [["mail"], ["vpn"]])
        // mail: call 5 took 10 minutes; in the baseline call 4 was never resolved.
        #expect(groups[0].values[0].value == 10 && groups[0].values[0].baselineCount == 0)
        // vpn: of one call one contained; in the baseline one of three.
        #expect(groups[1].values[1].value == 1 && groups[1].values[1].baselineCount == 3)
        #expect(abs(groups[1].values[1].baseline - 1.0 / 3) < 1e-9)
        var byDay = request
        byDay.groupBy = [.day]
        let days = try metrics(byDay).groups
        // A day is compared with the whole baseline: (30 + 120) / 2.
        #expect(days.map { $0.values[0].baseline } == [75, 75])
        #expect(days.map { $0.values[0].value } == [10, 0])
    }

    @Test func `a corrected rating or outcome still counts`() throws {
        let rating = Rating(ratingID: "new", engineer: "kim", score: 5, corrects: "3-kim-2")
        _ = try store.perform { try $0.rate("3", rating, in: &$1) }
        let outcome = OutcomeRecord(
            outcomeID: "new",
            engineer: "kim",
            resolution: .resolved,
            atMs: Self.monday + 240 * 60_000,
            corrects: "1-30"
        )
        _ = try store.perform {
            try $0.record("1", outcome, nowMilliseconds: 1, in: &$1)
        }
        let group = try #require(metrics(CallMetricsRequest()).groups.first)
        let values = Dictionary(uniqueKeysWithValues: group.values.map { ($0.metric, $0.value) })
        #expect(values[.rediagnosisRate] == 0 && values[.missingPerHandoff] == 1.0 / 3)
        #expect(values[.satisfactionMean] == 14.0 / 3 && values[.satisfiedShare] == 1)
        // 240, 120 and 10 minutes.
        #expect(values[.resolutionMedian] == 120)
    }

    @Test func `a request for metrics over a limit is taken, or refused without the limit`() throws
    {
        let refusals: [(CallMetricsRequest, String)] = [
            (
                CallMetricsRequest(sinceMs: 5, untilMs: 4),
                "since_ms is 5, it is from 0 to until_ms (4)"
            ),
            (CallMetricsRequest(sinceMs: -1), "since_ms is -1"),
            (CallMetricsRequest(baselineSinceMs: 2), "baseline_since_ms is 2"),
            (CallMetricsRequest(metrics: [.unspecified]), "metrics names a metric twice"),
            (CallMetricsRequest(groupBy: [.day, .day]), "group_by has 2 entries"),
            (CallMetricsRequest(groupBy: [.day, .tree, .queue, .release]), "it may have 3"),
            (
                CallMetricsRequest(trees: Array(repeating: "t", count: 101)),
                "trees has 101 entries, the limit is 100"
            ),
            (CallMetricsRequest(repeatDays: 366), "repeat_days is 366, the limit is 365"),
            (CallMetricsRequest(timeZone: "Mars/Olympus"), "time_zone Mars/Olympus is not known"),
        ]
        for (request, message) in refusals {
            let status = #expect(throws: Status.self) {
                _ = try request.checked(nowMilliseconds: 1_000)
            }
            #expect(status?.code == .invalidArgument)
            #expect(status?.message.contains(message) == true, "\(status?.message ?? "")")
        }
    }

    // MARK: The calls

    private func metrics(_ request: CallMetricsRequest) throws -> CallMetricsReply {
        let now = Self.monday + 100 * Self.dayMilliseconds
        return try store.metrics(request.checked(nowMilliseconds: now))
    }

    private func add(
        _ callID: String,
        _ day: Int64,
        _ tree: String,
        _ release: UInt32,
        _ queue: String,
        _ outcome: Outcome,
        _ questions: UInt32,
        _ caller: String,
        offMap: Bool = false
    ) throws {
        var call = ExampleCall.reply
        let end = Self.monday + day * Self.dayMilliseconds
        call.summary = CallSummary(
            callID: callID,
            caller: caller,
            startedAtMs: end - 300_000,
            lastAtMs: end,
            phase: .ended,
            outcome: outcome,
            tree: tree,
            release: release,
            queue: queue,
            questions: questions,
            offMap: offMap
        )
        call.conclusion?.queue = queue
        let record = HandoffRecord(of: call, assembledAtMilliseconds: end)
        let summary = try #require(call.summary)
        try store.perform { store, transaction in
            if summary.needsHandoff { _ = try store.add(record, in: &transaction) }
            try store.note(summary, in: &transaction)
        }
    }

    private func rate(
        _ callID: String,
        _ engineer: String,
        _ score: UInt32,
        missing: [String] = [],
        again: [String] = [],
        seconds: UInt32 = 0
    ) throws {
        var rating = Rating(
            ratingID: "\(callID)-\(engineer)-\(score)",
            engineer: engineer,
            score: score,
            missing: missing,
            askedAgain: again,
            seconds: seconds
        )
        let record = try #require(try store.record(of: callID))
        rating.rediagnosed = RediagnosisFinder(record).find(in: rating)
        _ = try store.perform { [rating] in try $0.rate(callID, rating, in: &$1) }
    }

    private func resolve(_ callID: String, _ resolution: Resolution, _ minutes: Int64) throws {
        let end = try #require(try store.record(of: callID)?.call?.lastAtMs)
        let outcome = OutcomeRecord(
            outcomeID: "\(callID)-\(minutes)",
            engineer: "kim",
            resolution: resolution,
            atMs: end + minutes * 60_000
        )
        _ = try store.perform {
            try $0.record(callID, outcome, nowMilliseconds: 1, in: &$1)
        }
    }
}
