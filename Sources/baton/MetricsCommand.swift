internal import ArgumentParser
internal import Foundation
internal import Handoff
internal import Messages

/// `baton metrics`.
struct MetricsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics",
        abstract: "Count calls, handoffs, ratings and outcomes.",
        discussion: """
            Metrics: \(Metric.named.map(\.name).joined(separator: ", ")); all by default.

            A call counts on the day on which it ended; what engineers say later of its handoff counts \
            on that day too. Each metric is printed with its definition and its interval at 95%.

            Examples:
              baton metrics --since 30d
              baton metrics rediagnosis_rate --by week --since 2026-09-01 --chart
              baton metrics resolution_median --by tree --since 30d --baseline 2026-08-01..2026-09-01
              baton metrics satisfaction_mean satisfied_share --by month --csv
              baton metrics --by release --tree vpn --json
            """
    )

    @Argument(help: "The metrics.", transform: metric)
    private var metrics: [Metric] = []

    @Option(help: "Group by this; up to 3 times.")
    private var by: [Grouping] = []

    @Option(
        help: ArgumentHelp(
            "Calls that ended since then: 2026-11-01, 2026-11-01T12:00:00Z, or 30d, 12h ago.",
            valueName: "time"
        )
    )
    var since: String?

    @Option(help: ArgumentHelp("Calls that ended before then; now by default.", valueName: "time"))
    var until: String?

    @Option(help: "Only calls on this tree; may be repeated.")
    var tree: [String] = []

    @Option(help: "Only calls on this release; may be repeated.")
    var release: [UInt32] = []

    @Option(help: "Only calls that went to this queue; may be repeated.")
    var queue: [String] = []

    @Option(
        help: ArgumentHelp(
            "Calls to compare with, such as 2026-08-01..2026-09-01: trees and queues with the same "
                + "there, all else with all of them.",
            valueName: "from..to"
        )
    )
    var baseline: String?

    @Option(help: "Days within which another call counts as a repeat.")
    var repeatDays: UInt32 = 7

    @Option(help: "IANA zone of days, weeks and months.")
    var zone = "UTC"

    @Flag(help: "Draw bars.")
    var chart = false

    @Flag(help: "Print CSV.")
    var csv = false

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard [chart, csv, format.json].count(where: { $0 }) < 2 else {
            throw ValidationError("--chart, --csv and --json exclude each other: give one")
        }
    }

    func run() throws {
        let link = HandoffLink(try server.client())
        let reply = try server.explain { try link.metrics(try request()) }
        let report = MetricsReport(reply, groupBy: by.map(\.rawValue))
        if format.json { return try printJSON(MetricsOutput(report)) }
        let lines = csv ? report.csv : chart ? report.chart : report.tables
        for line in lines { print(line) }
    }

    private func request() throws -> CallMetricsRequest {
        let times = TimeArgument(zone: zone)
        var request = CallMetricsRequest(
            sinceMs: try since.map { try times.milliseconds($0, "--since") } ?? 0,
            untilMs: try until.map { try times.milliseconds($0, "--until") } ?? 0,
            metrics: metrics,
            groupBy: by.map(\.group),
            trees: tree,
            releases: release,
            queues: queue,
            repeatDays: repeatDays,
            timeZone: zone
        )
        let end =
            request.untilMs > 0 ? request.untilMs : Int64(Date.now.timeIntervalSince1970 * 1_000)
        guard request.sinceMs <= end else {
            throw CommandFailure(
                "--since \(since ?? "") is after \(until.map { "--until \($0)" } ?? "now")"
            )
        }
        if let baseline {
            let ends = baseline.components(separatedBy: "..")
            guard ends.count == 2 else {
                throw CommandFailure(
                    "--baseline \(baseline) is no span: write it as 2026-08-01..2026-09-01"
                )
            }
            request.baselineSinceMs = try times.milliseconds(ends[0], "--baseline")
            request.baselineUntilMs = try times.milliseconds(ends[1], "--baseline")
        }
        return request
    }

    private static func metric(_ name: String) throws -> Metric {
        let word = name.replacing("-", with: "_")
        guard let named = Metric.named.first(where: { $0.name == word }) else {
            throw ValidationError("there is no metric \(name): 'baton metrics --help' lists them")
        }
        return named.metric
    }
}

extension Metric {
    /// All metrics with their names.
    fileprivate static var named: [MetricDefinition] { all.map { $0.definition(repeatDays: 7) } }
}

/// What can be grouped by.
private enum Grouping: String, CaseIterable, ExpressibleByArgument {
    case day, week, month, tree, release, queue

    var group: GroupBy {
        switch self {
        case .day: .day
        case .week: .week
        case .month: .month
        case .tree: .tree
        case .release: .release
        case .queue: .queue
        }
    }
}

/// Times as people type them.
struct TimeArgument {
    let zone: String
    var now = Date()

    /// A day, a moment, or how long ago.
    func milliseconds(_ text: String, _ option: String) throws -> Int64 {
        guard let date = moment(text) ?? day(text) ?? ago(text) else {
            throw CommandFailure(
                "\(option) \(text) is no time: write it as 2026-11-01, 2026-11-01T12:00:00Z or 30d"
            )
        }
        return Int64((date.timeIntervalSince1970 * 1_000).rounded())
    }

    private func moment(_ text: String) -> Date? { try? Date(text, strategy: .iso8601) }

    private func day(_ text: String) -> Date? {
        let style = Date.ISO8601FormatStyle(timeZone: TimeZone(identifier: zone) ?? .gmt)
            .year().month().day()
        return try? Date(text, strategy: style)
    }

    private func ago(_ text: String) -> Date? {
        let seconds: [Character: Double] = ["d": 86_400, "h": 3_600, "m": 60]
        guard let unit = text.last.flatMap({ seconds[$0] }), let count = Double(text.dropLast()),
            // Ten thousand years; without a bound the milliseconds might be none.
            (0...3_650_000).contains(count)
        else { return nil }
        return now.addingTimeInterval(-count * unit)
    }
}
