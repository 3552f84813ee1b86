internal import Catalog
internal import Dispatch
internal import Logging
internal import Messages
internal import RPC

/// `baton.v1.Catalog`: drafts and releases.
///
/// Nothing of it runs on a loop: staging and publishing compile, play conversations and wait for
/// the disk, one after the other, while calls go on. What moves calls to another release does not wait for
/// them: a bad release must go at once.
struct CatalogService: Sendable {
    static let name = "baton.v1.Catalog"

    let store: CatalogStore
    let calls: LiveCalls
    let replays: ReplayJobs
    private let trials: TrialMetrics
    private let editing = DispatchQueue(label: "catalog.editing")
    private let moving = DispatchQueue(label: "catalog.moving")
    private let reading = DispatchQueue(label: "catalog.reading")

    init(store: CatalogStore, calls: LiveCalls) {
        self.store = store
        self.calls = calls
        replays = ReplayJobs(store: store, calls: calls)
        trials = TrialMetrics(calls)
    }

    /// Adds the service's methods to a server.
    func register(on server: Server) {
        register(on: server, "Stage", editing) { (request: StageRequest) in
            try store.stage(request, at: calls.clock(), check: Self.check)
        }
        register(on: server, "Publish", editing, by: Self.sign) { (request: PublishRequest) in
            try publish(request)
        }
        register(on: server, "Rollback", moving, by: Self.sign) { (request: RollbackRequest) in
            try RequestChecks.check(request)
            return try store.rollback(request, at: calls.clock())
        }
        register(on: server, "Try", moving, by: Self.sign) { (request: TryRequest) in
            try RequestChecks.check(request)
            let ended = calls.journal.lastEndedSequence
            return try store.beginTrial(request, at: calls.clock(), endedCalls: ended)
        }
        register(on: server, "Promote", moving, by: Self.sign) { (request: PromoteRequest) in
            try RequestChecks.check(request)
            return try store.promote(request, at: calls.clock())
        }
        register(on: server, "GetTrial", reading) { (_: GetTrialRequest) in try trial() }
        register(on: server, "Replay", reading) { (request: ReplayRequest) in
            try RequestChecks.check(request)
            return try replays.take(request)
        }
        let queue: @Sendable (ListReleasesRequest) -> DispatchQueue = { request in
            request.afterPublishing ? editing : reading
        }
        register(on: server, "ListReleases", queue) { (_: ListReleasesRequest) in
            let live = try calls.liveCallsByRelease()
            return try store.list { live[$0] ?? 0 }
        }
        register(on: server, "GetRelease", reading) { (request: GetReleaseRequest) in
            let live = try calls.liveCallsByRelease()
            return try store.get(request) { live[$0] ?? 0 }
        }
        register(on: server, "Download", reading) { (request: DownloadRequest) in
            try store.download(request)
        }
    }

    /// Names who edits: the token, and whom its owner says that it is for.
    @Sendable private static func sign(_ request: inout some EditRequest, _ caller: String) {
        request.editor = CallContext.name(request.editor, by: caller)
    }

    private func register<Request: Message, Response: Message>(
        on server: Server,
        _ method: String,
        _ queue: DispatchQueue,
        by sign: @escaping @Sendable (inout Request, String) -> Void = { _, _ in },
        _ body: @escaping @Sendable (Request) throws -> Response
    ) {
        register(on: server, method, { _ in queue }, by: sign, body)
    }

    /// - Parameters:
    ///   - queue: Where a request is done.
    ///   - sign: Puts the caller's name into it.
    private func register<Request: Message, Response: Message>(
        on server: Server,
        _ method: String,
        _ queue: @escaping @Sendable (Request) -> DispatchQueue,
        by sign: @escaping @Sendable (inout Request, String) -> Void = { _, _ in },
        _ body: @escaping @Sendable (Request) throws -> Response
    ) {
        server.registerDeferred(
            service: Self.name,
            method: method,
            roles: [.editor, .operator],
            maximumRequestBytes: RequestLimits.catalogRequestBytes
        ) { (given: Request, context, reply: Reply<Response>) throws(Status) in
            var request = given
            sign(&request, context.caller)
            queue(request).async { [request] in
                // Nobody would learn of the result.
                guard !reply.isAbandoned else { return }
                reply.complete(Result { try body(request) }.mapError { Status(of: $0) })
            }
        }
    }

    private static func check(_ view: CatalogView) throws -> [Problem] {
        try ConversationRunner.problems(in: view)
    }

    private func publish(_ request: PublishRequest) throws -> PublishReply {
        try RequestChecks.check(request)
        var replay: ReplayReport?
        var reply = try store.publish(
            request,
            at: calls.clock(),
            endedCalls: calls.journal.lastEndedSequence
        ) { draft in
            let conversations = try Self.check(draft)
            let found = try PublishGate(store: store, calls: calls).check(draft)
            replay = found?.report
            return conversations + (found?.problems ?? [])
        }
        reply.replay = replay
        guard reply.release > 0 else { return reply }
        calls.logger.notice(
            "release published",
            metadata: ["release": "\(reply.release)", "editor": "\(request.editor)"]
        )
        dropOldReleases()
        return reply
    }

    private func trial() throws -> GetTrialReply {
        guard let trial = store.trial else { return GetTrialReply() }
        let metrics = try trials.metrics(trial, current: store.currentRelease)
        return GetTrialReply(
            trial: trial,
            current: metrics.current,
            tried: metrics.tried,
            shadow: trial.shadow ? try calls.shadow.metrics(of: trial.release) : nil
        )
    }

    /// The release is there already: what fails here is done after the next one.
    private func dropOldReleases() {
        do {
            let live = try calls.liveCallsByRelease()
            let dropped = try store.dropOldReleases { live[$0] != nil }
            guard !dropped.isEmpty else { return }
            calls.logger.notice("releases dropped", metadata: ["releases": "\(dropped)"])
        } catch {
            calls.logger.error("old releases were not dropped", metadata: ["why": "\(error)"])
        }
    }
}

/// A request of somebody who changes what calls begin on.
private protocol EditRequest: Message {
    var editor: String { get set }
}

extension PublishRequest: EditRequest {}
extension RollbackRequest: EditRequest {}
extension TryRequest: EditRequest {}
extension PromoteRequest: EditRequest {}

extension LiveCalls {
    /// How many calls go on by release, those put aside among them.
    func liveCallsByRelease() throws -> [UInt32: Int] {
        var counts: [UInt32: Int] = [:]
        table.visit { call in
            if let state = call.state, !state.isEnded { counts[state.release, default: 0] += 1 }
            return true
        }
        try journal.forEachAside { id, summary in
            // One that can't be read will not go on.
            guard case .success(let summary) = summary, table.find(id)?.state == nil else { return }
            counts[summary.release, default: 0] += 1
        }
        return counts
    }
}
