internal import Diagnosis
internal import Dispatch
internal import Foundation
internal import Logging
internal import Messages
internal import RPC
internal import Transport

/// Assembles the handoff of each call that ends and needs one, and of kept requests, and stores a row
/// for metrics of each call that ends, on a thread of its own.
///
/// The position in the order of ended calls is stored with the handoffs and rows that it covers, in one
/// transaction, so that a crash at any point neither loses a handoff nor makes two.
final class Follower: Sendable {
    /// Whether `baton-diagnosisd` answers.
    enum Reach: Sendable {
        /// It was not tried yet.
        case untried
        /// It did.
        case good
        /// It did not, since this time, for this reason.
        case lost(sinceMilliseconds: Int64, why: String)
    }

    private let store: HandoffStore
    private let link: DiagnosisLink
    private let settings: FollowerSettings
    private let clock: @Sendable () -> Int64
    private let logger: Logger
    private let state = Locked<(reach: Reach, isStopping: Bool)>((.untried, false))
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    init(
        store: HandoffStore,
        link: DiagnosisLink,
        settings: FollowerSettings,
        clock: @escaping @Sendable () -> Int64,
        logger: Logger
    ) {
        self.store = store
        self.link = link
        self.settings = settings
        self.clock = clock
        self.logger = logger
    }

    /// Whether `baton-diagnosisd` answers.
    var reach: Reach { state.withLock { $0.reach } }

    /// Whether it answered when it was asked last.
    var hasReached: Bool {
        if case .good = reach { true } else { false }
    }

    /// Starts the thread; once.
    func start() {
        let thread = Thread { [self] in
            run()
            ended.signal()
        }
        thread.name = "follower"
        thread.start()
    }

    /// Ends the thread and waits for that; only after ``start()``.
    func stop() {
        state.withLock { $0.isStopping = true }
        link.close()
        wake.signal()
        ended.wait()
    }

    private var isStopping: Bool { state.withLock { $0.isStopping } }

    // MARK: The thread

    private func run() {
        var backoff = settings.backoff
        var keptBackoff = settings.keptBackoff
        var keptDue = MonotonicTime.now
        var hasAnswered = false
        while !isStopping {
            store.retryStoring()
            do {
                if !hasAnswered {
                    try link.ping(timeout: settings.ping)
                    try checkPosition()
                }
                hasAnswered = true
                found()
                try sendConfirmations()
                if MonotonicTime.now >= keptDue {
                    if try retryKept() == 0 { keptBackoff.reset() }
                    keptDue = .now.advanced(by: keptBackoff.next())
                }
                let hasKept = try !store.keptRequests(maximum: 1).isEmpty
                let untilKept = keptDue.duration(since: .now)
                let wait = hasKept ? min(settings.poll, untilKept) : settings.poll
                try followOnce(wait: wait)
                backoff.reset()
            } catch {
                guard !isStopping else { return }
                hasAnswered = false
                let pause = backoff.next()
                lost(Status(of: error), pause)
                // Kept requests are tried as soon as it answers again.
                keptDue = .now
                _ = wake.wait(timeout: .now() + .nanoseconds(Int(pause.nanoseconds)))
            }
        }
    }

    /// Begins again with the first ended call where the one that was followed last is not there any
    /// more.
    ///
    /// Then `baton-diagnosisd` was given other data, such as a backup, and calls that end now get
    /// positions that were followed already. What is stored of calls that are met again stays as it is.
    /// A call that it has deleted is none of that: it knows of the position.
    private func checkPosition() throws {
        let position = try store.followedPosition()
        guard position > 0 else { return }
        let found = try link.endedCalls(
            after: position - 1,
            wait: .zero,
            timeout: settings.answer
        )
        guard found.calls.first?.endedSequence != position, found.lastEndedSequence < position
        else { return }
        logger.warning(
            "baton-diagnosisd has other data than before: its ended calls are followed from the first",
            metadata: ["followed": "\(position)"]
        )
        try store.perform { store, transaction in try store.followAnew(in: &transaction) }
    }

    /// Waits for calls to end, and stores what they need with the new position.
    private func followOnce(wait: Duration) throws {
        let position = try store.followedPosition()
        let page = try link.endedCalls(
            after: position,
            wait: wait,
            timeout: wait + settings.answer
        )
        guard let last = page.calls.map(\.endedSequence).max(), last > position else {
            // A quick restart on other data breaks no call of this side.
            return try checkPosition()
        }
        let calls = page.calls.filter { !$0.callID.isEmpty }
        for damaged in page.calls where damaged.callID.isEmpty {
            logger.error(
                "an ended call can't be told: restore the store of calls from a backup",
                metadata: ["position": "\(damaged.endedSequence)"]
            )
        }
        var made: [HandoffRecord] = []
        var observed: [(position: UInt64, observation: CallObservation)] = []
        var kept: [String] = []
        let now = clock()
        let details = link.calls(
            calls.map(\.callID),
            withRecords: true,
            timeout: settings.answer
        )
        for (summary, result) in zip(calls, details) {
            let callID = summary.callID
            switch result {
            case .success(let call) where store.isPastKeeping(call.summary, nowMilliseconds: now):
                // Its row is all that would stay.
                continue
            case .success(let call):
                observed.append((summary.endedSequence, CallObservation(of: call)))
                guard (call.summary ?? summary).needsHandoff else { continue }
                made.append(HandoffRecord(of: call, assembledAtMilliseconds: now))
            case .failure(let status) where status.isAboutTheServer: throw status
            case .failure(let status) where !summary.needsHandoff:
                logger.error(
                    "an ended call is not observed",
                    metadata: ["call": "\(callID)", "why": "\(status)"]
                )
            case .failure(let status):
                // One call that can't be had must not hold up all that follow.
                logger.error(
                    "the handoff is kept for later",
                    metadata: ["call": "\(callID)", "why": "\(status)"]
                )
                kept.append(callID)
            }
        }
        try store.perform { [made, kept, observed] store, transaction in
            for record in made { _ = try store.add(record, in: &transaction) }
            for callID in kept {
                try store.keep(callID, sinceMilliseconds: now, in: &transaction)
            }
            for call in calls { try store.note(call, in: &transaction) }
            for (position, observation) in observed {
                try store.observe(observation, at: position, in: &transaction)
            }
            try store.follow(to: last, in: &transaction)
        }
        for record in made {
            logger.info("assembled", metadata: ["call": "\(record.callID)", "of": "an ended call"])
        }
    }

    /// Tells `baton-diagnosisd` which diagnoses were found right, so that no release changes them
    /// unnoticed; what it does not take in is sent again with the next round.
    private func sendConfirmations() throws {
        var refusals = Refusals()
        var page: [ConfirmRequest] = []
        repeat {
            page = try store.confirmations(
                after: page.last?.callID ?? "",
                maximum: Int(Limits.followedPage)
            )
            for request in page {
                switch link.confirm(request, timeout: settings.answer) {
                case .success: break
                case .failure(let status) where status.code == .notFound:
                    logger.error(
                        "a confirmed diagnosis is dropped: there is no such call",
                        metadata: ["call": "\(request.callID)"]
                    )
                case .failure(let status)
                where status.isAboutTheServer && status.code != .permissionDenied:
                    throw status
                case .failure(let status):
                    // The rest of the work must not wait for it.
                    refusals.add(request.callID, status)
                    continue
                }
                try store.perform { store, transaction in
                    try store.told(request, in: &transaction)
                }
            }
        } while page.count == Limits.followedPage
        refusals.log("confirmed diagnoses can't be passed on", logger)
    }

    /// Tries kept requests again; returns how many are left.
    private func retryKept() throws -> Int {
        var refusals = Refusals()
        var left = 0
        var page: [String] = []
        repeat {
            page = try store.keptRequests(
                after: page.last ?? "",
                maximum: Int(Limits.followedPage)
            ).map(\.callID)
            left += try retry(page, &refusals)
        } while page.count == Limits.followedPage
        refusals.log("handoffs stay kept", logger)
        return left
    }

    /// Tries some kept requests again; returns how many of them are left.
    private func retry(_ kept: [String], _ refusals: inout Refusals) throws -> Int {
        var made: [HandoffRecord] = []
        var unknown: [String] = []
        let now = clock()
        for (callID, result) in zip(kept, link.calls(kept, timeout: settings.answer)) {
            switch result {
            case .success(let call) where store.isPastKeeping(call.summary, nowMilliseconds: now):
                unknown.append(callID)
            case .success(let call) where call.summary?.phase == .ended:
                made.append(HandoffRecord(of: call, assembledAtMilliseconds: now))
            case .success:
                logger.debug("the call goes on", metadata: ["call": "\(callID)"])
            case .failure(let status) where status.code == .notFound:
                logger.warning(
                    "a kept request is dropped: there is no such call",
                    metadata: ["call": "\(callID)"]
                )
                unknown.append(callID)
            case .failure(let status) where status.isAboutTheServer: throw status
            case .failure(let status): refusals.add(callID, status)
            }
        }
        guard !made.isEmpty || !unknown.isEmpty else { return kept.count }
        try store.perform { [made, unknown] store, transaction in
            for record in made { _ = try store.add(record, in: &transaction) }
            for callID in unknown { try store.forget(callID, in: &transaction) }
        }
        for record in made {
            logger.notice(
                "assembled",
                metadata: ["call": "\(record.callID)", "of": "a kept request"]
            )
        }
        return kept.count - made.count - unknown.count
    }

    // MARK: How it is

    private func found() {
        let before = state.withLock { state in
            defer { state.reach = .good }
            return state.reach
        }
        if case .lost = before { logger.notice("following again") }
    }

    private func lost(_ status: Status, _ pause: Duration) {
        let isNew = state.withLock { state in
            if case .lost = state.reach { return false }
            state.reach = .lost(sinceMilliseconds: clock(), why: status.message)
            return true
        }
        // One warning each time; what follows is the same until it answers.
        logger.log(
            level: isNew ? .warning : .debug,
            "ended calls can't be followed: trying again",
            metadata: ["why": "\(status)", "pause": "\(pause)"]
        )
    }
}

/// What was refused in one round, for one line of the log: the same may be refused round after round.
private struct Refusals {
    private var count = 0
    private var last: (callID: String, status: Status)?

    mutating func add(_ callID: String, _ status: Status) {
        count += 1
        last = (callID, status)
    }

    func log(_ message: Logger.Message, _ logger: Logger) {
        guard let last else { return }
        logger.error(
            message,
            metadata: [
                "count": "\(count)", "call": "\(last.callID)", "why": "\(last.status)",
            ]
        )
    }
}

extension CallSummary {
    /// Whether somebody must take the call up.
    var needsHandoff: Bool {
        switch outcome {
        case .escalated, .wantsPerson, .abandoned: true
        // A damaged summary does not say: rather a handoff too many than one too few.
        case .unspecified: true
        case .resolved: false
        }
    }
}
