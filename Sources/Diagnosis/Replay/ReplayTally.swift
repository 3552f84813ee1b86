internal import Messages

/// Counts what a replay finds; its size depends on the catalogs, never on the number of calls.
struct ReplayTally {
    private struct Kind: Hashable {
        let change: ReplayChange
        let tree: String
        let fact: String
        let before: String
        let after: String
    }

    private struct Found {
        var calls: UInt64 = 0
        var examples: [String] = []
    }

    private var report = ReplayReport()
    private var found: [Kind: Found] = [:]

    /// Calls named for each finding.
    private static let examples = 10
    /// Findings told apart; calls of further ones are counted together, without fact and diagnoses.
    private static let mostFindings = 2_000

    mutating func add(
        _ change: ReplayChange,
        tree: String,
        fact: String = "",
        before: String = "",
        after: String = "",
        call: String
    ) {
        var kind = Kind(change: change, tree: tree, fact: fact, before: before, after: after)
        if found[kind] == nil, found.count >= Self.mostFindings {
            kind = Kind(change: change, tree: "", fact: "", before: "", after: "")
        }
        var entry = found[kind] ?? Found()
        entry.calls += 1
        if entry.examples.count < Self.examples { entry.examples.append(call) }
        found[kind] = entry
    }

    /// Counts a call that was walked.
    mutating func count(_ call: PastCall) {
        report.calls += 1
        report.turns += UInt64(call.state.turn)
        if call.isHandedOff { report.handoffs += 1 }
        if call.isConfirmed { report.confirmed += 1 }
    }

    mutating func countDamaged() { report.damaged += 1 }

    mutating func countHandoff(losing: Bool, gaining: Bool) {
        if losing { report.handoffsLosing += 1 }
        if gaining { report.handoffsGaining += 1 }
    }

    mutating func countQuestions(before: Int, after: Int, call: String) {
        report.questionsBefore += UInt64(before)
        report.questionsAfter += UInt64(after)
        if before > report.longestBefore {
            report.longestBefore = UInt32(before)
            report.longestBeforeCall = call
        }
        if after > report.longestAfter {
            report.longestAfter = UInt32(after)
            report.longestAfterCall = call
        }
    }

    /// What was found, in the order of the kinds of change, those of most calls first.
    func finished() -> ReplayReport {
        var report = report
        report.findings = found.map { kind, entry in
            ReplayFinding(
                change: kind.change,
                tree: kind.tree,
                fact: kind.fact,
                before: kind.before,
                after: kind.after,
                calls: entry.calls,
                examples: entry.examples
            )
        }
        .sorted { one, other in
            (one.change.rawValue, other.calls, one.tree, one.fact, one.after)
                < (other.change.rawValue, one.calls, other.tree, other.fact, other.after)
        }
        return report
    }
}
