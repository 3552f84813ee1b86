internal import Catalog
internal import Dispatch
internal import Foundation
internal import Logging
internal import Messages
internal import RPC
internal import Synchronization
internal import Transport

/// Replays that clients have begun, done one after the other by a thread that yields to all others.
final class ReplayJobs: Sendable {
    private final class Job: Sendable {
        let id: String
        let request: ReplayRequest
        let done = Atomic<UInt64>(0)
        let total = Atomic<UInt64>(0)
        let askedAt: Atomic<Int64>
        let isCancelled = Atomic<Bool>(false)
        let result = Locked<Result<ReplayReply, Status>?>(nil)

        init(id: String, request: ReplayRequest, askedAt: Int64) {
            self.askedAt = Atomic(askedAt)
            self.id = id
            self.request = request
        }
    }

    private struct Contents {
        var jobs: [Job] = []
        var waiting: [Job] = []
        var isWorking = false
        var isStopped = false
        var last = 0
    }

    private let store: CatalogStore
    private let calls: LiveCalls
    private let contents = Locked(Contents())
    private let working = DispatchGroup()

    /// Jobs remembered; of those that are done, the oldest makes room.
    private static let mostJobs = 16
    /// A job that nobody has asked about for so long is given up.
    private static let patienceMilliseconds: Int64 = 60_000

    init(store: CatalogStore, calls: LiveCalls) {
        self.store = store
        self.calls = calls
    }

    /// Begins a replay, or says how far one has come.
    func take(_ request: ReplayRequest) throws -> ReplayReply {
        guard request.job.isEmpty else {
            return try state(of: request.job, cancelling: request.cancel)
        }
        let job = try contents.withLock { contents in
            try Self.add(request, to: &contents, at: calls.clock())
        }
        let isFirst = contents.withLock { contents in
            defer { contents.isWorking = true }
            return !contents.isWorking
        }
        if isFirst {
            working.enter()
            Thread.detachNewThread { [self] in
                BackgroundThread.yieldToOthers()
                work()
                working.leave()
            }
        }
        return ReplayReply(job: job.id)
    }

    /// Gives up what is under way and takes no more.
    func stop() {
        contents.withLock { contents in
            contents.isStopped = true
            contents.waiting = []
        }
        working.wait()
    }

    private static func add(
        _ request: ReplayRequest,
        to contents: inout Contents,
        at now: Int64
    ) throws -> Job {
        guard !contents.isStopped else { throw Status(.unavailable, "the server stops") }
        if contents.jobs.count >= mostJobs {
            let isDone = contents.jobs.map { $0.result.withLock { $0 != nil } }
            guard let oldest = isDone.firstIndex(of: true) else {
                throw Status(
                    .resourceExhausted,
                    "\(mostJobs) replays wait already: begin one when they are done"
                )
            }
            contents.jobs.remove(at: oldest)
        }
        contents.last += 1
        let job = Job(id: "replay-\(contents.last)", request: request, askedAt: now)
        contents.jobs.append(job)
        contents.waiting.append(job)
        return job
    }

    private func state(of id: String, cancelling: Bool) throws -> ReplayReply {
        guard let job = contents.withLock({ $0.jobs.first { $0.id == id } }) else {
            throw Status(.notFound, "job: there is no replay \(id): begin it again")
        }
        job.askedAt.store(calls.clock(), ordering: .relaxed)
        if cancelling { job.isCancelled.store(true, ordering: .relaxed) }
        if let result = job.result.withLock({ $0 }) { return try result.get() }
        return ReplayReply(
            job: id,
            callsDone: job.done.load(ordering: .relaxed),
            callsTotal: job.total.load(ordering: .relaxed)
        )
    }

    // MARK: The thread

    private func work() {
        while let job = next() {
            let result = Result { try run(job) }.mapError { Status(of: $0) }
            job.result.withLock { $0 = result }
        }
    }

    private func next() -> Job? {
        contents.withLock { contents in
            guard !contents.waiting.isEmpty, !contents.isStopped else {
                contents.isWorking = false
                return nil
            }
            return contents.waiting.removeFirst()
        }
    }

    private func run(_ job: Job) throws -> ReplayReply {
        let request = job.request
        let base: UInt32
        let view: CatalogView
        var problems: [Problem] = []
        if request.draft.isEmpty {
            base = store.currentRelease
            view = try store.separateView(of: request.release)
        } else {
            let compiled = try store.compile(draft: request.draft)
            (base, view, problems) = (
                compiled.base, compiled.compilation.view, compiled.compilation.problems
            )
            // There is nothing to walk on.
            if compiled.compilation.hasErrors {
                return ReplayReply(job: job.id, done: true, problems: problems)
            }
        }
        let replay = try Replay(calls, base: store.separateView(of: base), draft: view)
        let range = try range(of: request)
        let total = range.through - range.after + UInt64(calls.table.count)
        job.total.store(total, ordering: .relaxed)
        let report = try replay.run(range) { count in
            job.done.store(count, ordering: .relaxed)
            return goesOn(job)
        }
        guard goesOn(job) else {
            throw Status(.notFound, "the replay was given up: begin it again")
        }
        return ReplayReply(
            job: job.id,
            done: true,
            callsDone: report.calls + report.damaged,
            callsTotal: report.calls + report.damaged,
            report: report,
            problems: problems
        )
    }

    private func range(of request: ReplayRequest) throws -> Replay.Range {
        let last = calls.journal.lastEndedSequence
        var after = request.lastCalls == 0 ? 0 : last - min(last, UInt64(request.lastCalls))
        if request.sinceMs > 0 {
            after = max(after, try calls.journal.endedPosition(before: request.sinceMs))
        }
        return Replay.Range(after: min(after, last), through: last, includesLive: true)
    }

    private func goesOn(_ job: Job) -> Bool {
        let silence = calls.clock() - job.askedAt.load(ordering: .relaxed)
        return silence < Self.patienceMilliseconds && !job.isCancelled.load(ordering: .relaxed)
            && !contents.withLock { $0.isStopped }
    }
}
