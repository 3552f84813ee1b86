internal import Catalog
internal import Diagnosis
internal import Foundation
internal import Handoff
internal import Messages

/// A simulation from the first day to the last, with the loop or without.
final class LoopRun {
    /// What came of a week.
    struct Week {
        var calls = 0
        var handoffs = 0
        var missing = 0
        var rediagnosed = 0
        var minutes = 0.0
        var offMap = 0
        var questions = 0

        func perHandoff(_ number: Double) -> Double {
            handoffs == 0 ? .nan : number / Double(handoffs)
        }

        func perCall(_ number: Int) -> Double {
            calls == 0 ? .nan : Double(number) / Double(calls)
        }
    }

    private(set) var weeks: [Week] = []
    let editor: SimulatedEditor
    private let world: LoopWorld
    private let hasLoop: Bool
    private var observed: [ObservedCall] = []
    /// The records of the last calls, for the replay before a draft is published.
    private var past: [[JournalRecord]] = []
    private var metrics: MetricFold
    private let callerKey = CallerKey(bytes: Array(repeating: 1, count: 32))

    init(_ files: [SourceFile], world: LoopWorld, hasLoop: Bool) throws {
        self.world = world
        self.hasLoop = hasLoop
        editor = try SimulatedEditor(files, world: world)
        let end =
            LoopWorld.startMilliseconds
            + Int64(world.days.count + 1) * LoopWorld.dayMilliseconds
        metrics = MetricFold(
            CallMetricsRequest(sinceMs: LoopWorld.startMilliseconds, untilMs: end, repeatDays: 7),
            span: LoopWorld.startMilliseconds..<end,
            groupBy: [.week]
        )
    }

    /// Lives through all days; `progress` is told of each week that ends.
    func run(progress: (String) -> Void) throws {
        for (day, callers) in world.days.enumerated() {
            if day % 7 == 0 { weeks.append(Week()) }
            for caller in callers { try take(caller) }
            // Monday to Friday.
            if hasLoop, day % 7 < 5 {
                let last = past.suffix(world.assumptions.replayedCalls)
                try editor.review(observed, replaying: Array(last), day: day)
            }
            if day % 7 == 6 || day == world.days.count - 1 {
                progress("week \(weeks.count), release \(editor.release)")
            }
        }
    }

    /// What Baton's own metrics make of the ratings, by week.
    func measured() -> [MetricGroup] {
        metrics.keys.compactMap { key in
            metrics[key]?.group(
                key: key,
                metrics: [.missingPerHandoff, .rediagnosisRate, .resolutionMean],
                baseline: nil
            )
        }
    }

    private func take(_ caller: LoopWorld.Caller) throws {
        let call = try SimulatedCall(caller, in: world, on: editor.view)
        let week = weeks.count - 1
        weeks[week].calls += 1
        weeks[week].questions += Int(call.state.questions)
        if call.state.progress.offMap { weeks[week].offMap += 1 }
        let detail = try call.detail()
        var ratings: [Rating] = []
        if call.state.progress.outcome == .escalated {
            let record = HandoffRecord(
                of: detail,
                assembledAtMilliseconds: call.state.lastAtMilliseconds
            )
            let work = SimulatedEngineer(world: world, caller: caller, record: record).work()
            ratings = [work.rating].compactMap(\.self)
            weeks[week].handoffs += 1
            weeks[week].missing += work.missing
            weeks[week].rediagnosed += work.isRediagnosed ? 1 : 0
            weeks[week].minutes += work.minutes
            metrics.take(
                CallRow(of: record, ratings: ratings, outcomes: [work.outcome], key: callerKey)
            )
        }
        guard hasLoop else { return }
        observed.append(ObservedCall(CallObservation(of: detail), ratings: ratings))
        past.append(call.records.map(Self.kept))
        let limit = world.assumptions.replayedCalls
        // Cut now and then, so that it costs nothing.
        if past.count >= 2 * limit { past.removeFirst(past.count - limit) }
    }

    /// A record without what says nothing of facts.
    private static func kept(_ record: JournalRecord) -> JournalRecord {
        var record = record
        record.input = nil
        record.reply = nil
        return record
    }
}
