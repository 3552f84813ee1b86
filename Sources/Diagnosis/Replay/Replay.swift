internal import Catalog
internal import Messages
internal import Transport

/// Walks the calls of the journal on two catalogs.
///
/// It reads a page of calls at a time and keeps nothing of them but counts and a few names.
struct Replay {
    private let calls: LiveCalls
    private let base: CatalogView
    private let draft: CatalogView
    private let diff: CatalogDiff

    /// Lines of the difference that a report keeps.
    private static let changeLines = 50

    /// Which calls are walked.
    struct Range {
        /// The position in the order of ended calls after which they are walked.
        let after: UInt64
        /// The position of the last one that is walked.
        let through: UInt64
        /// Whether calls that go on are walked, too.
        let includesLive: Bool
    }

    /// - Parameters:
    ///   - base: What the draft changes; a view of its own, since live calls must not wait for it.
    ///   - draft: The catalog to walk on.
    init(_ calls: LiveCalls, base: CatalogView, draft: CatalogView) throws {
        self.calls = calls
        self.base = base
        self.draft = draft
        diff = try CatalogDiff(from: base, to: draft)
    }

    /// Walks the calls; `goesOn` is asked after each with how many were walked.
    func run(_ range: Range, goesOn: (UInt64) -> Bool) throws -> ReplayReport {
        let began = (time: MonotonicTime.now, processor: BackgroundThread.processorTime)
        var comparison = ReplayComparison(base: base, draft: draft, diff: diff)
        var count: UInt64 = 0
        func take(_ found: FoundCall) throws -> Bool {
            switch found.call {
            case .success(let call): try comparison.take(call)
            case .failure: comparison.takeDamaged()
            }
            count += 1
            return goesOn(count)
        }
        try calls.journal.forEachPastCall(after: range.after, through: range.through, take)
        if range.includesLive { try forEachLiveCall(take) }
        var report = comparison.tally.finished()
        report.baseRelease = base.release
        report.changes = diff.lines(maximum: Self.changeLines)
        report.elapsedUs = MonotonicTime.now.nanoseconds(since: began.time) / 1_000
        let processor = BackgroundThread.processorTime - began.processor
        report.cpuUs = UInt64(clamping: processor.nanoseconds / 1_000)
        return report
    }

    private func forEachLiveCall(_ body: (FoundCall) throws -> Bool) throws {
        var failure: (any Error)?
        calls.table.visit { call in
            guard let state = call.state, !state.isEnded else { return true }
            do {
                return try body(calls.journal.pastCall(call.id, upTo: state.lastSequence))
            } catch {
                failure = error
                return false
            }
        }
        if let failure { throw failure }
        try calls.journal.forEachPastCallAside { found in
            // One that is in memory again was walked above.
            try calls.table.find(found.id)?.state != nil || body(found)
        }
    }
}
