internal import Foundation
internal import Messages

/// A replay's report in JSON.
struct ReplayOutput: Encodable {
    let baseRelease: UInt32
    let calls, turns, handoffs, confirmed, damaged: UInt64
    let handoffsLosing, handoffsGaining: UInt64
    let longestBefore, longestAfter: Longest
    let questionsBefore, questionsAfter: UInt64
    let findings: [Finding]
    let changes: [String]
    let seconds, processorSeconds: Double

    /// The call with the most questions.
    struct Longest: Encodable {
        let questions: UInt32
        let call: String
    }

    /// A change and the calls that it concerns.
    struct Finding: Encodable {
        let change, tree, fact, before, after: String
        let calls: UInt64
        let examples: [String]
    }

    private enum CodingKeys: String, CodingKey {
        case calls, turns, handoffs, confirmed, damaged, findings, changes, seconds
        case baseRelease = "base_release"
        case handoffsLosing = "handoffs_losing"
        case handoffsGaining = "handoffs_gaining"
        case longestBefore = "longest_before"
        case longestAfter = "longest_after"
        case questionsBefore = "questions_before"
        case questionsAfter = "questions_after"
        case processorSeconds = "processor_seconds"
    }

    init(_ report: ReplayReport) {
        baseRelease = report.baseRelease
        calls = report.calls
        turns = report.turns
        handoffs = report.handoffs
        confirmed = report.confirmed
        damaged = report.damaged
        handoffsLosing = report.handoffsLosing
        handoffsGaining = report.handoffsGaining
        longestBefore = Longest(questions: report.longestBefore, call: report.longestBeforeCall)
        longestAfter = Longest(questions: report.longestAfter, call: report.longestAfterCall)
        questionsBefore = report.questionsBefore
        questionsAfter = report.questionsAfter
        changes = report.changes
        seconds = Double(report.elapsedUs) / 1e6
        processorSeconds = Double(report.cpuUs) / 1e6
        findings = report.findings.map { finding in
            Finding(
                change: finding.change.word,
                tree: finding.tree,
                fact: finding.fact,
                before: finding.before,
                after: finding.after,
                calls: finding.calls,
                examples: finding.examples
            )
        }
    }
}

/// A replay's report as people read it.
struct ReplayText {
    private let report: ReplayReport

    /// Calls named in a line.
    private static let named = 4

    init(_ report: ReplayReport) { self.report = report }

    var lines: [String] {
        var lines = [
            "\(counted(report.calls, "call")) with \(counted(report.turns, "turn")) walked beside "
                + "release \(report.baseRelease): \(counted(report.handoffs, "handoff")), "
                + "\(report.confirmed) confirmed, \(report.damaged) that can't be read"
        ]
        lines += report.changes.map { "  " + $0.printable }
        if report.findings.isEmpty {
            lines.append("nothing would have come out otherwise")
        } else {
            var table = TextTable(["", "calls", "tree", "what", "such as"])
            for finding in report.findings {
                table.add([
                    finding.change.words, "\(finding.calls)", finding.tree, Self.what(finding),
                    finding.examples.prefix(Self.named).joined(separator: ", "),
                ])
            }
            lines += table.lines
        }
        guard report.calls > 0 else { return lines }
        lines.append(
            "handoffs: \(report.handoffsLosing) lose a fact, \(report.handoffsGaining) gain one"
        )
        lines.append(
            "questions a call: \(average(report.questionsBefore)) before, "
                + "\(average(report.questionsAfter)) after; longest call: \(report.longestBefore) before "
                + "(\(report.longestBeforeCall.printable)), \(report.longestAfter) after "
                + "(\(report.longestAfterCall.printable))"
        )
        return lines
    }

    private func average(_ questions: UInt64) -> String {
        String(format: "%.2f", Double(questions) / Double(report.calls))
    }

    private static func what(_ finding: ReplayFinding) -> String {
        if !finding.fact.isEmpty { return finding.fact }
        guard !finding.before.isEmpty else { return finding.after }
        return "\(finding.before) → \(finding.after.isEmpty ? "off the map" : finding.after)"
    }
}

extension ReplayChange {
    /// The word in JSON.
    var word: String {
        words.replacingOccurrences(of: " ", with: "-")
    }

    /// The words for people.
    var words: String {
        switch self {
        case .unspecified: "unknown"
        case .questionAdded: "question added"
        case .noLongerAsked: "no longer asked"
        case .factLost: "fact lost"
        case .factGained: "fact gained"
        case .diagnosisChanged: "diagnosis changed"
        case .confirmedDiagnosisChanged: "confirmed diagnosis changed"
        case .diagnosisOpen: "diagnosis open"
        case .newlyOnMap: "newly on the map"
        case .newlyOffMap: "newly off the map"
        case .otherTree: "other tree"
        case .cannotGoOn: "can not go on"
        }
    }
}
