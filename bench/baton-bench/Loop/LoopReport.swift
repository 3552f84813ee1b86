internal import Foundation
internal import Messages

/// What a simulation found: both runs side by side, with what it supposes.
struct LoopReport {
    let seed: UInt64
    let world: LoopWorld
    let withLoop: LoopResult
    let withoutLoop: LoopResult
    let hasFlowcharts: Bool

    private var calls: Int { world.days.reduce(0) { $0 + $1.count } }

    // MARK: Text

    var text: String {
        let lines =
            heading + weekRows + legend + measuredRows + ["", summary, "", decided] + sections
        return lines.joined(separator: "\n")
    }

    private var heading: [String] {
        [
            "\(calls) calls in \(world.days.count) days on \(world.trees.count) trees, seed \(seed)",
            "",
            "By week: with the loop | without it",
            row(["week", "calls"], ["missing", "re-diag.", "minutes", "questions", "off map"]),
        ]
    }

    private var weekRows: [String] {
        zip(withLoop.weeks, withoutLoop.weeks).enumerated().map { index, both in
            row(["\(index + 1)", "\(both.0.calls)"], cells(both.0), cells(both.1))
        }
    }

    private func cells(_ week: LoopRun.Week) -> [String] {
        [
            number(week.perHandoff(Double(week.missing)), 2),
            number(week.perHandoff(Double(week.rediagnosed)) * 100, 1) + "%",
            number(week.perHandoff(week.minutes), 1), number(week.perCall(week.questions), 1),
            number(week.perCall(week.offMap) * 100, 1) + "%",
        ]
    }

    private var legend: [String] {
        [
            "",
            "missing: facts that a handoff lacks; re-diag.: handoffs in which something was asked again "
                + "that the call had answered;",
            "minutes: to resolution, a handoff; questions: put to the customer, a call; off map: calls that no "
                + "tree fitted",
            "",
            "As Baton's own metrics count them, from what the ratings of these handoffs name:",
            row(["week", "rated"], ["missing", "re-diag.", "minutes", "", ""]),
        ]
    }

    private func row(_ heading: [String], _ cells: [String], _ others: [String]? = nil) -> String {
        func padded(_ cells: [String]) -> String {
            cells.map { String(repeating: " ", count: max(0, 10 - $0.count)) + $0 }.joined()
        }
        return padded(heading) + " |" + padded(cells) + " |" + padded(others ?? cells)
    }

    private var measuredRows: [String] {
        zip(withLoop.measured, withoutLoop.measured).enumerated().map { index, both in
            row(["\(index + 1)", "\(both.0.rated)"], cells(both.0), cells(both.1))
        }
    }

    private func cells(_ group: MetricGroup) -> [String] {
        [
            number(value(.missingPerHandoff, in: group), 2),
            number(value(.rediagnosisRate, in: group) * 100, 1) + "%",
            number(value(.resolutionMean, in: group), 1), "", "",
        ]
    }

    private func value(_ metric: Metric, in group: MetricGroup) -> Double {
        group.values.first { $0.metric == metric }?.value ?? .nan
    }

    private var summary: String {
        """
        Missing facts a handoff, first week to last: \(change(withLoop)) with the loop, \
        \(change(withoutLoop)) without it.
        Re-diagnosis in the last week: \(lastRediagnosis(withLoop)) with the loop, \
        \(lastRediagnosis(withoutLoop)) without it.
        """
    }

    private func change(_ result: LoopResult) -> String {
        let share = missingChange(result)
        return (share > 0 ? "+" : "") + number(share * 100, 1) + "%"
    }

    private func lastRediagnosis(_ result: LoopResult) -> String {
        number((result.weeks.last.map { $0.perHandoff(Double($0.rediagnosed)) } ?? .nan) * 100, 1)
            + "%"
    }

    /// How the missing facts of the last week compare with those of the first: -0.8 for a fall by 80%.
    private func missingChange(_ result: LoopResult) -> Double {
        guard let first = result.weeks.first, let last = result.weeks.last else { return .nan }
        return last.perHandoff(Double(last.missing)) / first.perHandoff(Double(first.missing)) - 1
    }

    private var decided: String {
        let decisions = withLoop.decisions
        let kinds: [(ProposalKind, String)] = [
            (.ask, "questions"), (.phrases, "phrases"), (.pattern, "new trees"),
            (.remove, "removals"),
        ]
        let accepted = kinds.map { "\(decisions.accepted[$0.0] ?? 0) \($0.1)" }
            .joined(separator: ", ")
        return "Published with the loop: \(accepted), in \(withLoop.releases) releases; "
            + "\(decisions.rejected) proposals were rejected and \(decisions.refused.count) refused by "
            + "validation or replay. Without it: \(withoutLoop.releases) release."
    }

    private var sections: [String] {
        ["", "What this supposes:"] + world.assumptions.sentences.map { "- \($0)" }
            + ["", "What this does not show:"] + LoopAssumptions.limits.map { "- \($0)" }
    }

    private func number(_ number: Double, _ places: Int) -> String {
        number.isNaN
            ? "-"
            : number.formatted(
                .number.precision(.fractionLength(places)).grouping(.never)
                    .locale(Locale(identifier: "en_US"))
            )
    }

    // MARK: JSON

    private struct Output: Encodable {
        let benchmark = "loop"
        let seed: UInt64
        let days: Int
        let calls: Int
        let trees: Int
        let flowcharts: Bool
        let withLoop: Run
        let withoutLoop: Run
        let assumptions: [String]
        let doesNotShow: [String]
    }

    private struct Run: Encodable {
        let weeks: [Week]
        let missingChange: Double?
        let releases: UInt32
        let accepted: [String: Int]
        let rejected: Int
        let refused: [String]
    }

    private struct Week: Encodable {
        let week: Int
        let calls: Int
        let missingPerHandoff: Double?
        let rediagnosisRate: Double?
        let minutesToResolution: Double?

        enum CodingKeys: CodingKey {
            case week, calls, missingPerHandoff, rediagnosisRate, minutesToResolution
        }

        /// A week without handoffs has its keys, too.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(week, forKey: .week)
            try container.encode(calls, forKey: .calls)
            try container.encode(missingPerHandoff, forKey: .missingPerHandoff)
            try container.encode(rediagnosisRate, forKey: .rediagnosisRate)
            try container.encode(minutesToResolution, forKey: .minutesToResolution)
        }
    }

    func json() throws -> String {
        let output = Output(
            seed: seed,
            days: world.days.count,
            calls: calls,
            trees: world.trees.count,
            flowcharts: hasFlowcharts,
            withLoop: run(withLoop),
            withoutLoop: run(withoutLoop),
            assumptions: world.assumptions.sentences,
            doesNotShow: LoopAssumptions.limits
        )
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(output), as: UTF8.self)
    }

    private func run(_ result: LoopResult) -> Run {
        let accepted = result.decisions.accepted.map { ("\($0.key)", $0.value) }
        return Run(
            weeks: result.weeks.enumerated().map { index, week in
                Week(
                    week: index + 1,
                    calls: week.calls,
                    missingPerHandoff: rounded(week.perHandoff(Double(week.missing))),
                    rediagnosisRate: rounded(week.perHandoff(Double(week.rediagnosed))),
                    minutesToResolution: rounded(week.perHandoff(week.minutes))
                )
            },
            missingChange: rounded(missingChange(result)),
            releases: result.releases,
            accepted: Dictionary(accepted, uniquingKeysWith: +),
            rejected: result.decisions.rejected,
            refused: result.decisions.refused
        )
    }

    private func rounded(_ number: Double) -> Double? {
        number.isFinite ? (number * 10_000).rounded() / 10_000 : nil
    }
}
