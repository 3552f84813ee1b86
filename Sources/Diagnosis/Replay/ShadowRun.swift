internal import Catalog
internal import Foundation
internal import Messages
internal import Synchronization
internal import Transport

/// Takes the turns of live calls on a release that is a shadow, after they were answered.
///
/// A turn is handed over with one append to a bounded list; a thread that yields to all others looks into
/// the list a few hundred times a second, so that handing over wakes nobody.
final class ShadowRun: Sendable {
    /// A turn as the current release took it.
    private struct Turn {
        let before: CallState
        let record: JournalRecord
    }

    private struct Contents {
        var release: UInt32 = 0
        var waiting: [Turn] = []
        var isWorking = false
        var isStopped = false
        var metrics = ShadowMetrics()
    }

    private let releases: Releases
    private let contents = Locked(Contents())

    /// Turns that may wait: some seconds' worth of them.
    private static let mostWaiting = 4_096
    /// Turns kept as examples.
    private static let examples = 20
    /// Releases that it keeps open.
    private static let mostViews = 8
    private static let pause = Duration.milliseconds(4)
    /// What has come since it was kept last is lost with a kill.
    private static let keepingPause = Duration.seconds(1)

    init(_ releases: Releases) {
        self.releases = releases
    }

    /// Whether turns are wanted.
    var isOn: Bool { releases.shadow() != 0 }

    /// Hands over a turn that was answered.
    ///
    /// - Parameters:
    ///   - before: The call before the turn.
    ///   - record: The turn's record.
    func take(_ before: CallState, _ record: JournalRecord) {
        let begins = contents.withLock { contents in
            guard contents.waiting.count < Self.mostWaiting, !contents.isStopped else {
                contents.metrics.skipped += 1
                return false
            }
            contents.waiting.append(Turn(before: before, record: record))
            defer { contents.isWorking = true }
            return !contents.isWorking
        }
        guard begins else { return }
        Thread.detachNewThread { [self] in
            BackgroundThread.yieldToOthers()
            work()
        }
    }

    /// What has come of a shadow since its trial began.
    func metrics(of release: UInt32) throws -> ShadowMetrics {
        let counted = contents.withLock { $0.release == release ? $0.metrics : nil }
        // Before the first turn after a restart it is only in the store.
        return try counted ?? releases.keptShadow()
    }

    /// Takes no more turns, and keeps what has come of those before.
    func stop() {
        contents.withLock { contents in
            contents.isStopped = true
            contents.waiting = []
        }
        keep()
    }

    private func keep() {
        let metrics = contents.withLock { $0.release == 0 ? nil : $0.metrics }
        // Counts that a disk does not take are no reason to disturb calls: they are shown until a restart.
        if let metrics { try? releases.keepShadow(metrics) }
    }

    // MARK: The thread

    private func work() {
        // Views of its own: a lock that this thread holds while others have the processor would hold
        // up live turns.
        var views: [UInt32: CatalogView] = [:]
        var keptAt = MonotonicTime.now
        var isKept = true
        while true {
            let release = releases.shadow()
            if contents.withLock({ $0.release }) != release {
                let kept = (try? releases.keptShadow()) ?? ShadowMetrics()
                contents.withLock { contents in
                    contents.release = release
                    contents.metrics = kept
                }
            }
            let turns = contents.withLock { contents in
                let turns = contents.waiting
                contents.waiting = []
                if turns.isEmpty, release == 0 || contents.isStopped { contents.isWorking = false }
                return contents.isWorking ? turns : nil
            }
            guard let turns else { return }
            for turn in turns {
                if views.count > Self.mostViews { views = [:] }
                evaluate(turn, release, &views)
            }
            isKept = isKept && turns.isEmpty
            if !isKept, MonotonicTime.now >= keptAt.advanced(by: Self.keepingPause) {
                keep()
                keptAt = .now
                isKept = true
            }
            MonotonicTime.sleep(for: Self.pause)
        }
    }

    private func view(_ release: UInt32, _ views: inout [UInt32: CatalogView]) throws -> CatalogView
    {
        if let view = views[release] { return view }
        let view = try releases.separateView(release)
        views[release] = view
        return view
    }

    private func evaluate(_ turn: Turn, _ release: UInt32, _ views: inout [UInt32: CatalogView]) {
        let result = Result {
            let current = try view(turn.before.release, &views)
            return try Self.compare(turn, current, view(release, &views))
        }
        contents.withLock { contents in
            contents.metrics.turns += 1
            let other: String
            switch result {
            case .success(.same):
                contents.metrics.same += 1
                return
            case .success(.question(let node)):
                contents.metrics.otherQuestion += 1
                other = node
            case .success(.diagnosis(let node)):
                contents.metrics.otherDiagnosis += 1
                other = node
            case .failure(let error):
                contents.metrics.failed += 1
                other = "\(error)"
            }
            guard contents.metrics.examples.count < Self.examples else { return }
            contents.metrics.examples.append(
                ShadowExample(
                    callID: turn.before.start.callID,
                    turn: turn.record.turn,
                    current: turn.record.progress.map(Self.place) ?? "",
                    shadow: other
                )
            )
        }
    }

    private enum Verdict {
        case same
        case question(String)
        case diagnosis(String)
    }

    private static func compare(
        _ turn: Turn,
        _ current: CatalogView,
        _ shadow: CatalogView
    ) throws -> Verdict {
        guard let input = turn.record.input, let taken = turn.record.progress else { return .same }
        let record = try Engine.turn(
            turn.before,
            input: input,
            atMilliseconds: turn.record.atMs,
            view: shadow
        )
        guard let other = record.progress else { return .same }
        let was = try leaf(turn.before, turn.record, current)
        let now = try leaf(turn.before, record, shadow)
        if let was, let now, !PastCourse.isSame(was.node, was.name, now.node, now.name) {
            return .diagnosis(now.name)
        }
        let isSame =
            taken.asked == other.asked && taken.phase == other.phase && taken.tree == other.tree
            && taken.outcome == other.outcome && (was == nil) == (now == nil)
        return isSame ? .same : .question(place(other))
    }

    private static func place(_ progress: CallProgress) -> String {
        progress.node.isEmpty ? progress.asked : progress.node
    }

    /// The diagnosis to which a turn's facts lead; nil where they lead to none yet.
    private static func leaf(
        _ before: CallState,
        _ record: JournalRecord,
        _ view: CatalogView
    ) throws -> (node: Node, name: String)? {
        var state = before
        state.apply(record, sequence: before.lastSequence + 1)
        guard let root = try view.compiledTree(state.progress.tree) else { return nil }
        let known = Known(state)
        let walk = try Walk(root, known, in: view)
        return walk.end == .leaf ? (walk.node, walk.nodeName) : nil
    }
}
