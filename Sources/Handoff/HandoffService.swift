internal import Diagnosis
internal import Dispatch
internal import LMDB
internal import Messages
internal import RPC

/// `baton.v1.Handoff`.
///
/// What changes something is answered once it is on disk.
struct HandoffService: Sendable {
    static let name = "baton.v1.Handoff"

    private let store: HandoffStore
    private let link: DiagnosisLink
    private let clock: @Sendable () -> Int64
    /// Lists and metrics look at many handoffs, and what was asked again is searched for; loops must
    /// not wait for that.
    private let lists = DispatchQueue(label: "lists")
    private let metrics = DispatchQueue(label: "metrics")

    private static let readers: Roles = [.engineer, .operator, .editor]
    private static let workers: Roles = [.engineer, .operator]
    private static let callers: Roles = [.frontend, .engineer, .operator]

    init(store: HandoffStore, link: DiagnosisLink, clock: @escaping @Sendable () -> Int64) {
        self.store = store
        self.link = link
        self.clock = clock
    }

    /// Adds the methods to a server.
    func register(on server: Server) {
        server.registerDeferred(service: Self.name, method: "Assemble", roles: Self.callers) {
            (request: AssembleRequest, _, reply: Reply<AssembleReply>) throws(Status) in
            try assemble(request.checked().callID, reply)
        }
        server.register(
            service: Self.name,
            method: "Get",
            roles: Self.readers.union(.frontend)
        ) { (request: GetHandoffRequest, _) throws(Status) -> HandoffDetail in
            try Check.callID(request.callID, "GetHandoffRequest.call_id")
            return try Self.mapped { try store.detail(of: request.callID) }
        }
        server.registerDeferred(service: Self.name, method: "List", roles: Self.readers) {
            (request: ListHandoffsRequest, context, reply: Reply<ListHandoffsReply>) throws(Status)
            in
            let request = try request.checked(caller: context.caller)
            lists.async {
                reply.complete(Result { try store.list(request) }.mapError(Status.init(of:)))
            }
        }
        server.register(service: Self.name, method: "Render", roles: Self.readers) {
            (request: RenderRequest, _) throws(Status) -> RenderReply in
            try Check.callID(request.callID, "RenderRequest.call_id")
            return try Self.mapped {
                guard let record = try store.detail(of: request.callID).record else {
                    throw Status.awaited(request.callID)
                }
                return try record.rendered(as: request.format, evidence: request.evidence)
            }
        }
        server.registerDeferred(service: Self.name, method: "Metrics", roles: Self.readers) {
            (request: CallMetricsRequest, _, reply: Reply<CallMetricsReply>) throws(Status) in
            let request = try request.checked(nowMilliseconds: clock())
            metrics.async {
                reply.complete(Result { try store.metrics(request) }.mapError(Status.init(of:)))
            }
        }
        registerChanges(on: server)
        registerForget(on: server)
    }

    private func registerForget(on server: Server) {
        server.registerDeferred(service: Self.name, method: "Forget", roles: [.operator]) {
            (request: ForgetRequest, _, reply: Reply<ForgetReply>) throws(Status) in
            try Check.callID(request.callID, "ForgetRequest.call_id")
            let callID = request.callID
            metrics.async {
                do {
                    let traces = try store.traces(of: callID)
                    change(reply) { store, transaction in
                        let found = try store.forget(callID, traces, in: &transaction)
                        return ForgetReply(found: found)
                    }
                } catch {
                    reply.fail(Status(of: error))
                }
            }
        }
    }

    private func registerChanges(on server: Server) {
        server.registerDeferred(service: Self.name, method: "Claim", roles: Self.workers) {
            (request: ClaimRequest, context, reply: Reply<HandoffDetail>) throws(Status) in
            let request = try request.checked(caller: context.caller)
            let now = clock()
            change(reply) { store, transaction in
                try store.claim(request, atMilliseconds: now, in: &transaction)
            }
        }
        server.registerDeferred(service: Self.name, method: "Rate", roles: Self.workers) {
            (request: RateRequest, context, reply: Reply<HandoffDetail>) throws(Status) in
            let rating = try request.checked(caller: context.caller, nowMilliseconds: clock())
            lists.async { rate(request.callID, rating, reply) }
        }
        server.registerDeferred(service: Self.name, method: "RecordOutcome", roles: Self.workers) {
            (request: RecordOutcomeRequest, context, reply: Reply<HandoffDetail>) throws(Status) in
            let now = clock()
            let outcome = try request.checked(caller: context.caller, nowMilliseconds: now)
            change(reply) { store, transaction in
                try store.record(
                    request.callID,
                    outcome,
                    nowMilliseconds: now,
                    in: &transaction
                )
            }
        }
    }

    /// Stores a rating with what of it the call had answered.
    private func rate(_ callID: String, _ rating: Rating, _ reply: Reply<HandoffDetail>) {
        var rating = rating
        do {
            // A handoff never changes once it is there: neither loop nor writer is kept by the search.
            if let record = try store.record(of: callID) {
                rating.rediagnosed = RediagnosisFinder(record).find(in: rating)
            }
        } catch {
            return reply.fail(Status(of: error))
        }
        change(reply) { [rating] store, transaction in
            try store.rate(callID, rating, in: &transaction)
        }
    }

    /// Answers with the stored handoff, or makes it; keeps the request where that can't be done
    /// now.
    private func assemble(_ callID: String, _ reply: Reply<AssembleReply>) throws(Status) {
        if let record = try Self.mapped({ try store.record(of: callID) }) {
            return reply.succeed(AssembleReply(record: record))
        }
        link.call(callID, timeout: Limits.assembleTime) { result in
            switch result {
            case .success(let call) where call.summary?.phase != .ended:
                reply.fail(
                    Status(
                        .failedPrecondition,
                        "call \(callID) goes on: ask for its handoff when it has ended"
                    )
                )
            case .success(let call)
            where store.isPastKeeping(call.summary, nowMilliseconds: clock()):
                reply.fail(
                    Status(
                        .notFound,
                        "call \(callID) ended so long ago that its handoff is not kept any more"
                    )
                )
            case .success(let call):
                let record = HandoffRecord(of: call, assembledAtMilliseconds: clock())
                change(reply) { store, transaction in
                    AssembleReply(record: try store.add(record, in: &transaction))
                }
            case .failure(let status) where status.isAboutTheCall:
                reply.fail(status)
            case .failure:
                let now = clock()
                change(reply) { store, transaction in
                    try store.keep(callID, sinceMilliseconds: now, in: &transaction)
                    return AssembleReply(kept: true)
                }
            }
        }
    }

    /// Answers with what the work came to, once that is on disk.
    private func change<Response: Message>(
        _ reply: Reply<Response>,
        _ work: @escaping @Sendable (HandoffStore, inout WriteTransaction) throws -> Response
    ) {
        store.submit(work) { reply.complete($0.mapError(Status.init(of:))) }
    }

    private static func mapped<Output>(_ body: () throws -> Output) throws(Status) -> Output {
        do {
            return try body()
        } catch {
            throw Status(of: error)
        }
    }
}
