internal import Catalog
internal import Diagnosis
internal import Dispatch
internal import Messages
internal import RPC

/// The methods of `baton.v1.Handoff` about proposals, the audit chain and patterns.
///
/// They read many calls and ask `baton-diagnosisd`, so they run one after the other on a queue of their
/// own, and never on a loop; the audit chain is read beside them.
struct ProposalService: Sendable {
    private let desk: ProposalDesk
    private let queue = DispatchQueue(label: "proposals")
    private let auditing = DispatchQueue(label: "audit")

    private static let readers: Roles = [.engineer, .editor, .operator]
    private static let editors: Roles = [.editor, .operator]

    init(_ desk: ProposalDesk) {
        self.desk = desk
    }

    /// Adds the methods to a server.
    func register(on server: Server) {
        register(on: server, "ListProposals", Self.readers) { (request: ListProposalsRequest, _) in
            try Check.length(request.id, "ListProposalsRequest.id", Limits.proposalIDBytes)
            return try desk.list(request)
        }
        register(on: server, "DecideProposal", Self.editors) {
            (request: DecideProposalRequest, caller) in
            try desk.decide(request.checked(caller: caller))
        }
        register(on: server, "FlagPattern", Self.readers) { (request: FlagPatternRequest, caller) in
            try desk.flag(request.checked(caller: caller))
        }
        register(on: server, "ListCallers", Self.readers) { (request: ListCallersRequest, _) in
            try Check.id(request.name, "ListCallersRequest.name")
            return try desk.callers(request)
        }
        register(on: server, "ListAudit", Self.readers, auditing) {
            (request: ListAuditRequest, _) in
            let maximum = request.maximum == 0 ? Limits.auditPage : request.maximum
            guard maximum <= Limits.auditPage else {
                throw Check.refusal(
                    "ListAuditRequest.maximum is \(maximum), the limit is \(Limits.auditPage)"
                )
            }
            return try desk.store.auditRecords(after: request.after, maximum: Int(maximum))
        }
    }

    private func register<Request: Message, Response: Message>(
        on server: Server,
        _ method: String,
        _ roles: Roles,
        _ given: DispatchQueue? = nil,
        _ body: @escaping @Sendable (Request, String) throws -> Response
    ) {
        server.registerDeferred(
            service: HandoffService.name,
            method: method,
            roles: roles,
            maximumRequestBytes: Limits.decisionBytes
        ) { (request: Request, context, reply: Reply<Response>) throws(Status) in
            let caller = context.caller
            (given ?? queue).async {
                // Nobody would learn of the result.
                guard !reply.isAbandoned else { return }
                reply.complete(Result { try body(request, caller) }.mapError(Status.init(of:)))
            }
        }
    }
}

extension DecideProposalRequest {
    func checked(caller: String) throws(Status) -> Self {
        try Check.length(id, "DecideProposalRequest.id", Limits.proposalIDBytes)
        try Check.length(why, "DecideProposalRequest.why", Limits.noteBytes)
        guard decision != .reject && !force || !why.isEmpty else {
            throw Check.refusal(
                "DecideProposalRequest.why is missing: a rejection and a forced release need a reason"
            )
        }
        guard files.count <= Limits.decisionFiles else {
            throw Check.refusal(
                "DecideProposalRequest.files has \(files.count) files, the limit is "
                    + "\(Limits.decisionFiles)"
            )
        }
        guard decision != .preview else { return self }
        var request = self
        request.editor = try Check.engineer(editor, caller, "DecideProposalRequest.editor")
        return request
    }
}

extension FlagPatternRequest {
    func checked(caller: String) throws(Status) -> Self {
        guard Names.isID(name) else {
            throw Check.refusal(
                "FlagPatternRequest.name is '\(name.prefix(80))': use 1 to 64 lower-case letters, digits, "
                    + "'-' and '.', beginning with a letter or digit"
            )
        }
        try Check.length(title, "FlagPatternRequest.title", Limits.patternTitleBytes)
        try Check.length(why, "FlagPatternRequest.why", Limits.noteBytes)
        guard (1...Limits.markedCalls).contains(callIDs.count) else {
            throw Check.refusal(
                "FlagPatternRequest.call_ids has \(callIDs.count) calls, it has 1 to "
                    + "\(Limits.markedCalls)"
            )
        }
        for id in callIDs { try Check.callID(id, "FlagPatternRequest.call_ids") }
        var request = self
        request.editor = try Check.engineer(editor, caller, "FlagPatternRequest.editor")
        return request
    }
}
