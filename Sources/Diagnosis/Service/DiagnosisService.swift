internal import Catalog
internal import Dispatch
internal import Messages
internal import RPC

/// `baton.v1.Diagnosis`: what front ends, workers and engineers ask of calls.
struct DiagnosisService: Sendable {
    static let name = "baton.v1.Diagnosis"

    let calls: LiveCalls
    /// Where a damaged call is sought through the whole journal; loops must not wait for that.
    private let forgetting = DispatchQueue(label: "forgetting")

    init(calls: LiveCalls) { self.calls = calls }

    /// Adds the service's methods to a server.
    func register(on server: Server) {
        registerTurns(on: server)
        registerAwaiting(on: server)
        registerConfirm(on: server)
        registerForget(on: server)
        registerLists(on: server)
        registerReads(on: server)
    }

    private func registerTurns(on server: Server) {
        server.registerDeferred(
            service: Self.name,
            method: "StartCall",
            roles: [.frontend, .operator]
        ) { [calls] (request: StartCallRequest, _, reply) throws(Status) in
            try RequestChecks.check(request)
            calls.perform(.start(request) { reply.complete($0) }, on: request.callID)
        }
        server.registerDeferred(
            service: Self.name,
            method: "Turn",
            roles: [.frontend, .operator]
        ) { [calls] (request: TurnRequest, _, reply) throws(Status) in
            try RequestChecks.check(request)
            calls.perform(.turn(request) { reply.complete($0) }, on: request.callID)
        }
        server.registerDeferred(
            service: Self.name,
            method: "AddFacts",
            roles: [.frontend, .worker, .operator]
        ) { [calls] (request: AddFactsRequest, context, reply) throws(Status) in
            try RequestChecks.check(request, from: context.roles)
            calls.perform(.facts(request) { reply.complete($0) }, on: request.callID)
        }
    }

    private func registerAwaiting(on server: Server) {
        server.registerDeferred(
            service: Self.name,
            method: "AwaitLookups",
            roles: [.frontend, .operator]
        ) { [calls] (request: AwaitLookupsRequest, _, reply) throws(Status) in
            try RequestChecks.check(request)
            calls.perform(.awaitLookups(request) { reply.complete($0) }, on: request.callID)
        }
    }

    private func registerConfirm(on server: Server) {
        server.registerDeferred(
            service: Self.name,
            method: "Confirm",
            roles: [.engineer, .operator]
        ) { [calls] (request: ConfirmRequest, _, reply: Reply<ConfirmReply>) throws(Status) in
            try RequestChecks.check(request)
            try Status.map { () throws in
                guard try calls.state(of: request.callID) != nil else {
                    throw Status(.notFound, "call_id: there is no call \(request.callID)")
                }
                var request = request
                if request.atMs == 0 { request.atMs = calls.clock() }
                try calls.journal.confirm(request, on: calls.loop) { result in
                    reply.complete(result.map { ConfirmReply() }.mapError { Status(of: $0) })
                }
            }
        }
    }

    private func registerForget(on server: Server) {
        server.registerDeferred(service: Self.name, method: "Forget", roles: [.operator]) {
            [calls, forgetting] (request: ForgetRequest, _, reply: Reply<ForgetReply>)
                throws(Status) in
            try RequestChecks.identifier(request.callID, "call_id")
            forgetting.async {
                calls.forget(request.callID) { reply.complete($0) }
            }
        }
    }

    private func registerLists(on server: Server) {
        server.registerDeferred(
            service: Self.name,
            method: "TakeLookups",
            roles: [.worker, .operator]
        ) {
            [calls] (request: TakeLookupsRequest, _, reply: Reply<TakeLookupsReply>) throws(Status)
            in
            try RequestChecks.check(request)
            let waiter = LookupDesk.Waiter(
                sources: request.sources,
                maximum: request.maximum == 0 ? 16 : Int(request.maximum),
                isAbandoned: { reply.isAbandoned },
                answer: { reply.succeed(TakeLookupsReply(lookups: $0)) }
            )
            calls.lookups.take(waiter, waitMilliseconds: Int64(request.waitMs))
        }
        server.registerDeferred(
            service: Self.name,
            method: "ListCalls",
            roles: [.editor, .engineer, .operator]
        ) {
            [calls] (request: ListCallsRequest, _, reply: Reply<ListCallsReply>) throws(Status)
            in
            try RequestChecks.check(request)
            let maximum = request.maximum == 0 ? 100 : Int(request.maximum)
            guard !request.live else {
                let live = calls.liveCalls(after: request.afterCallID, maximum: maximum)
                return reply.succeed(ListCallsReply(calls: live))
            }
            let waiter = EndedCalls.Waiter(
                after: request.afterEndedSequence,
                maximum: maximum,
                isAbandoned: { reply.isAbandoned },
                answer: { result in
                    // Read after the list, so that it is not before any call there.
                    let last = calls.journal.lastEndedSequence
                    reply.complete(
                        result.map { ListCallsReply(calls: $0, lastEndedSequence: last) }
                    )
                }
            )
            calls.ended.list(waiter, waitMilliseconds: Int64(request.waitMs))
        }
    }

    private func registerReads(on server: Server) {
        server.register(
            service: Self.name,
            method: "GetCall",
            roles: [.frontend, .editor, .engineer, .operator]
        ) { [calls] (request: GetCallRequest, _) throws(Status) -> GetCallReply in
            try RequestChecks.identifier(request.callID, "call_id")
            return try Status.map { () throws in
                try calls.detail(of: request.callID, withRecords: request.withRecords)
            }
        }
        server.register(
            service: Self.name,
            method: "Evaluate",
            roles: [.frontend, .editor, .engineer, .operator]
        ) { [calls] (request: EvaluateRequest, _) throws(Status) -> EvaluateReply in
            try RequestChecks.check(request)
            return try Status.map { () throws in
                let release = try calls.release(request.release)
                var reply = try Engine.evaluate(request, view: release.view)
                reply.release = release.number
                return reply
            }
        }
        server.register(
            service: Self.name,
            method: "Search",
            roles: [.frontend, .editor, .engineer, .operator]
        ) { [calls] (request: SearchRequest, _) throws(Status) -> SearchReply in
            try RequestChecks.check(request)
            return try Status.map { () throws in
                let release = try calls.release(request.release)
                let hits = try release.view.search(
                    request.query,
                    language: request.language,
                    products: request.products,
                    maximum: request.maximum == 0 ? 10 : Int(request.maximum)
                )
                return SearchReply(hits: hits)
            }
        }
    }
}

extension Status {
    /// Runs `body` and makes a status of whatever it throws.
    static func map<Value>(_ body: () throws -> Value) throws(Status) -> Value {
        do {
            return try body()
        } catch {
            throw Status(of: error)
        }
    }
}

extension LiveCalls {
    /// The release of this number, or the current one for 0.
    func release(_ number: UInt32) throws -> (number: UInt32, view: CatalogView) {
        guard number == 0 else { return (number, try releases.view(number)) }
        guard let release = try releases.current() else {
            throw Status(.failedPrecondition, "no catalog is published yet; publish one first")
        }
        return release
    }

    /// The first calls behind an id that go on and are in memory, by their ids.
    func liveCalls(after id: String, maximum: Int) -> [CallSummary] {
        var states: [(id: String, state: CallState)] = []
        var end: String?
        func keepFirst() {
            states.sort { $0.id < $1.id }
            states.removeLast(max(0, states.count - maximum))
        }
        table.visit { call in
            guard call.id > id, end.map({ call.id < $0 }) ?? true,
                let state = call.state, !state.isEnded
            else { return true }
            states.append((call.id, state))
            // Not all are sorted, and only as many are held as two lists have.
            if states.count == 2 * maximum {
                keepFirst()
                end = states.last?.id
            }
            return true
        }
        keepFirst()
        return states.map { Engine.summary(of: $0.state) }
    }

    /// Erases a call that has ended; looks through the whole journal where something of it is damaged.
    func forget(
        _ callID: String,
        _ answer: @escaping @Sendable (Result<ForgetReply, Status>) -> Void
    ) {
        do {
            let traces = try journal.traces(of: callID, isDamaged: isDamaged(callID))
            perform(.forget(traces, answer), on: callID)
        } catch {
            answer(.failure(Status(of: error)))
        }
    }

    /// All that is known of a call.
    func detail(of callID: String, withRecords: Bool) throws -> GetCallReply {
        var reply: GetCallReply
        let records: [StoredRecord]
        if let stored = try journal.stored(callID, withRecords: withRecords), stored.index.ended,
            let detail = stored.index.detail
        {
            (reply, records) = (detail, stored.records)
            reply.summary = stored.index.summary
        } else {
            guard let state = try state(of: callID) else {
                throw Status(.notFound, "call_id: there is no call \(callID)")
            }
            reply = try Engine.detail(of: state, view: releases.view(state.release))
            let last = state.lastSequence
            records = withRecords ? try journal.records(of: callID, upTo: last) : []
        }
        reply.records = TurnView.views(of: records.map(\.record))
        return reply
    }
}
