internal import Foundation
internal import Messages

/// Metrics as people read them, and as tables for other programs.
struct MetricsReport {
    /// A metric of a group, with its definition.
    struct Row {
        let key: [String]
        let group: MetricGroup
        let definition: MetricDefinition
        let value: MetricValue

        /// How much the value differs from the baseline's, as a share of that.
        var change: Double? {
            guard value.count > 0, value.baselineCount > 0, value.baseline != 0 else { return nil }
            return value.value / value.baseline - 1
        }
    }

    let reply: CallMetricsReply
    let groupBy: [String]
    let hasBaseline: Bool

    init(_ reply: CallMetricsReply, groupBy: [String]) {
        self.reply = reply
        self.groupBy = groupBy
        hasBaseline = reply.groups.contains { $0.values.contains { $0.baselineCount > 0 } }
    }

    /// The metrics in their order, each with all groups.
    var rows: [[Row]] {
        reply.definitions.indices.map { index in
            reply.groups.map { group in
                Row(
                    key: group.key,
                    group: group,
                    definition: reply.definitions[index],
                    value: group.values[index]
                )
            }
        }
    }

    /// Without groups one table of all metrics; else a table of each metric.
    var tables: [String] {
        guard !groupBy.isEmpty else { return whole }
        guard !reply.groups.isEmpty else { return ["no calls"] }
        return rows.flatMap { rows in
            var table = TextTable(groupBy.map { $0.uppercased() } + Self.columns(hasBaseline))
            for row in rows { table.add(row.key.map(Self.shown) + cells(row)) }
            return heading(rows) + table.lines + [""]
        }.dropLast()
    }

    private var whole: [String] {
        var table = TextTable(["METRIC"] + Self.columns(hasBaseline) + ["DEFINITION"])
        for row in rows.joined() {
            table.add([row.definition.name] + cells(row) + [Self.definition(row.definition)])
        }
        let counts = reply.groups.map { group in
            "\(group.calls) calls, \(group.handoffs) handoffs, \(group.rated) of them rated"
        }
        return counts + table.lines
    }

    /// Bars of each metric.
    var chart: [String] {
        guard !reply.groups.isEmpty else { return ["no calls"] }
        return rows.flatMap { rows in
            let labels = rows.map { $0.key.map(Self.shown).joined(separator: " ").printable }
            let width = labels.map(\.count).max() ?? 0
            let largest = rows.map(\.value.value).max() ?? 0
            let bars = zip(labels, rows).map { label, row in
                let bar = Self.bar(row.value.count == 0 ? 0 : row.value.value, of: largest)
                let interval = Self.interval(row)
                return label + String(repeating: " ", count: width - label.count) + " " + bar
                    + " \(Self.value(row))" + (interval == "-" ? "" : " (\(interval))")
                    + ", n \(row.value.count)"
            }
            return heading(rows) + bars + [""]
        }.dropLast()
    }

    /// One line a metric and group, with a head (RFC 4180).
    var csv: [String] {
        let head =
            groupBy + [
                "metric", "value", "low", "high", "count", "baseline", "baseline_count", "change",
                "unit", "definition", "interval",
            ]
        let lines = rows.joined().map { row in
            let value = row.value
            let isThere = value.count > 0
            return row.key + [
                row.definition.name, isThere ? "\(value.value)" : "",
                value.hasInterval ? "\(value.low)" : "", value.hasInterval ? "\(value.high)" : "",
                "\(value.count)", value.baselineCount > 0 ? "\(value.baseline)" : "",
                "\(value.baselineCount)", row.change.map { "\($0)" } ?? "", row.definition.unit,
                row.definition.definition, row.definition.interval,
            ]
        }
        return ([head] + lines).map { $0.map(Self.quoted).joined(separator: ",") }
    }

    private func heading(_ rows: [Row]) -> [String] {
        rows.prefix(1).map {
            "\($0.definition.name): \(Self.definition($0.definition))".printable
        }
    }

    private func cells(_ row: Row) -> [String] {
        let own = [Self.value(row), Self.interval(row), "\(row.value.count)"]
        guard hasBaseline else { return own }
        let baseline =
            row.value.baselineCount == 0 ? "-" : Self.worded(row.value.baseline, row.definition)
        return own + [baseline, row.change.map { Self.signed($0) } ?? "-"]
    }

    private static func columns(_ hasBaseline: Bool) -> [String] {
        ["VALUE", "95% INTERVAL", "N"] + (hasBaseline ? ["BASELINE", "CHANGE"] : [])
    }

    private static func definition(_ definition: MetricDefinition) -> String {
        "\(definition.definition); \(definition.interval)"
    }

    private static func value(_ row: Row) -> String {
        row.value.count == 0 ? "-" : worded(row.value.value, row.definition)
    }

    private static func interval(_ row: Row) -> String {
        guard row.value.hasInterval else { return "-" }
        return worded(row.value.low, row.definition) + " to "
            + worded(row.value.high, row.definition)
    }

    private static func worded(_ value: Double, _ definition: MetricDefinition) -> String {
        switch definition.unit {
        case "share": fixed(value * 100, 1) + "%"
        case "minutes": fixed(value, 1) + " min"
        case "seconds": fixed(value, 1) + " s"
        default: fixed(value, 2)
        }
    }

    private static func signed(_ share: Double) -> String {
        (share < 0 ? "-" : "+") + fixed(abs(share) * 100, 1) + "%"
    }

    private static func fixed(_ value: Double, _ digits: Int) -> String {
        value.formatted(
            .number.precision(.fractionLength(digits)).grouping(.never)
                .locale(Locale(identifier: "en_US_POSIX"))
        )
    }

    /// A key's part; a call may have reached no tree or queue.
    private static func shown(_ part: String) -> String { part.isEmpty ? "(none)" : part }

    private static func bar(_ value: Double, of largest: Double) -> String {
        let eighths = largest > 0 ? Int((max(0, value) / largest * 320).rounded()) : 0
        let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        let bar = String(repeating: "█", count: eighths / 8) + rest
        return bar + String(repeating: " ", count: 40 - bar.count)
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

/// Metrics in JSON.
struct MetricsOutput: Encodable {
    struct Definition: Encodable {
        let name: String
        let definition: String
        let unit: String
        let interval: String
    }

    struct Value: Encodable {
        let value: Double?
        let low: Double?
        let high: Double?
        let count: UInt32
        let baseline: Double?
        let baselineCount: UInt32
        let change: Double?

        private enum CodingKeys: String, CodingKey {
            case value, low, high, count, baseline, change
            case baselineCount = "baseline_count"
        }

        init(_ row: MetricsReport.Row) {
            value = row.value.count > 0 ? row.value.value : nil
            low = row.value.hasInterval ? row.value.low : nil
            high = row.value.hasInterval ? row.value.high : nil
            count = row.value.count
            baseline = row.value.baselineCount > 0 ? row.value.baseline : nil
            baselineCount = row.value.baselineCount
            change = row.change
        }
    }

    struct Group: Encodable {
        let key: [String: String]
        let calls: UInt32
        let handoffs: UInt32
        let rated: UInt32
        let metrics: [String: Value]
    }

    let since: String
    let until: String
    let definitions: [Definition]
    let groups: [Group]

    init(_ report: MetricsReport) {
        since = timestamp(milliseconds: report.reply.sinceMs)
        until = timestamp(milliseconds: report.reply.untilMs)
        definitions = report.reply.definitions.map { definition in
            Definition(
                name: definition.name,
                definition: definition.definition,
                unit: definition.unit,
                interval: definition.interval
            )
        }
        let rows = report.rows
        groups = report.reply.groups.indices.map { index in
            let group = report.reply.groups[index]
            return Group(
                key: Dictionary(uniqueKeysWithValues: zip(report.groupBy, group.key)),
                calls: group.calls,
                handoffs: group.handoffs,
                rated: group.rated,
                metrics: Dictionary(
                    uniqueKeysWithValues: rows.map { row in
                        (row[index].definition.name, Value(row[index]))
                    }
                )
            )
        }
    }
}
