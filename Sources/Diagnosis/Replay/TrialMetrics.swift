internal import Catalog
internal import Messages
internal import Transport

/// Counts what has come of calls that began during a trial, by release.
///
/// The counts follow from the journal: after a restart they are made again. Each call that has ended is
/// read once.
final class TrialMetrics: Sendable {
    private struct Contents {
        var trial: Trial?
        var position: UInt64 = 0
        var metrics: [UInt32: ReleaseMetrics] = [:]
    }

    private let calls: LiveCalls
    private let contents = Locked(Contents())

    init(_ calls: LiveCalls) {
        self.calls = calls
    }

    /// What has come of calls on two releases.
    func metrics(
        _ trial: Trial,
        current: UInt32
    ) throws -> (current: ReleaseMetrics, tried: ReleaseMetrics) {
        var live: [UInt32: UInt64] = [:]
        calls.table.visit { call in
            if let state = call.state, !state.isEnded {
                live[state.release, default: 0] += 1
            }
            return true
        }
        return try contents.withLock { contents in
            if contents.trial?.release != trial.release
                || contents.trial?.startedAtMs != trial.startedAtMs
            {
                contents = Contents(trial: trial, position: trial.afterEndedSequence)
            }
            let last = calls.journal.lastEndedSequence
            // A copy: what was counted before a throw would be counted again.
            var all = contents.metrics
            try calls.journal.forEachPastCall(after: contents.position, through: last) { found in
                try Self.count(found, trial, calls.releases, current, &all)
                return true
            }
            contents.metrics = all
            contents.position = last
            func metrics(_ release: UInt32) -> ReleaseMetrics {
                var metrics = contents.metrics[release] ?? ReleaseMetrics()
                metrics.release = release
                metrics.live = live[release] ?? 0
                return metrics
            }
            return (metrics(current), metrics(trial.release))
        }
    }

    private static func count(
        _ found: FoundCall,
        _ trial: Trial,
        _ releases: Releases,
        _ current: UInt32,
        _ all: inout [UInt32: ReleaseMetrics]
    ) throws {
        guard case .success(let call) = found.call else {
            // Whose it was can't be told.
            all[current, default: ReleaseMetrics()].damaged += 1
            return
        }
        let state = call.state
        guard call.begunAt >= trial.startedAtMs else { return }
        var metrics = all[state.release] ?? ReleaseMetrics()
        metrics.ended += 1
        metrics.turns += UInt64(state.turn)
        metrics.questions += UInt64(state.questions)
        if state.progress.offMap { metrics.offMap += 1 }
        switch state.progress.outcome {
        case .resolved: metrics.resolved += 1
        case .escalated: metrics.escalated += 1
        case .wantsPerson: metrics.wantsPerson += 1
        case .abandoned: metrics.abandoned += 1
        case .unspecified: break
        }
        if call.isHandedOff {
            metrics.missingRequired += try missingRequired(state, releases.view(state.release))
        }
        all[state.release] = metrics
    }

    /// How many facts that Tier 2 requires have no value.
    private static func missingRequired(_ state: CallState, _ view: CatalogView) throws -> UInt64 {
        guard let root = try view.compiledTree(state.progress.tree) else { return 0 }
        let known = Known(facts: state.facts)
        let walk = try Walk(root, known, in: view)
        let required = Set(walk.trees.flatMap(\.tree.requires))
        return UInt64(
            required.count { fact in
                if case .known = walk.standing(of: fact, known) { false } else { true }
            }
        )
    }
}
