package import Catalog
package import Messages

/// What past calls say of a release before it is made.
package struct PublishGate {
    let store: CatalogStore
    let calls: LiveCalls

    /// Calls named in a sentence.
    private static let named = 5

    /// Walks the last calls on a draft of the current release.
    ///
    /// - Returns: What keeps it from being published, and the report; nil where no call is replayed.
    func check(_ draft: CatalogView) throws -> (problems: [Problem], report: ReplayReport)? {
        let last = calls.journal.lastEndedSequence
        let count = UInt64(calls.settings.replayedCalls)
        guard count > 0, last > 0, store.currentRelease > 0 else { return nil }
        let base = try store.separateView(of: store.currentRelease)
        let range = Replay.Range(
            after: last - min(last, count),
            through: last,
            includesLive: false
        )
        let report = try Replay(calls, base: base, draft: draft).run(range) { _ in true }
        return (report.findings.compactMap(Self.problem), report)
    }

    /// What past calls, each given by its records, say of a draft of a release.
    package static func problems(
        replaying calls: [[JournalRecord]],
        from base: CatalogView,
        on draft: CatalogView
    ) throws -> [Problem] {
        let diff = try CatalogDiff(from: base, to: draft)
        var comparison = ReplayComparison(base: base, draft: draft, diff: diff)
        for records in calls {
            let stored = zip(1..., records).map { StoredRecord(sequence: $0, record: $1) }
            try comparison.take(PastCall(stored, isConfirmed: false))
        }
        return comparison.tally.finished().findings.compactMap(problem)
    }

    private static func problem(_ finding: ReplayFinding) -> Problem? {
        let names = finding.examples.prefix(named).joined(separator: ", ")
        let more = finding.calls > UInt64(min(named, finding.examples.count)) ? ", …" : ""
        let which = "(\(names)\(more))"
        let plural = finding.calls == 1 ? "" : "s"
        switch finding.change {
        case .factLost:
            let handoffs = "\(finding.calls) handoff\(plural) of past calls"
            return problem(
                .handoffsLoseFact,
                finding,
                "\(handoffs) would lack \(finding.fact) \(which)",
                "ask for it on the way or require it"
            )
        case .confirmedDiagnosisChanged:
            let after = finding.after.isEmpty ? "none" : finding.after
            return problem(
                .confirmedDiagnosisChanges,
                finding,
                "\(finding.calls) call\(plural) \(which) would come to \(after), and \(finding.before) was "
                    + "confirmed",
                "let their answers lead to the same diagnosis"
            )
        case .cannotGoOn:
            return problem(
                .callsCannotGoOn,
                finding,
                "\(finding.calls) past call\(plural) \(which) can't go on: \(finding.after)",
                "let the tree lead to an end"
            )
        default: return nil
        }
    }

    private static func problem(
        _ code: ProblemCode,
        _ finding: ReplayFinding,
        _ message: String,
        _ advice: String
    ) -> Problem {
        Problem(
            code: code.rawValue,
            severity: .error,
            path: finding.tree.isEmpty ? "" : CatalogEdit.path(ofTree: finding.tree),
            message: message,
            suggestion: advice + ", or publish with --force and --why"
        )
    }
}
