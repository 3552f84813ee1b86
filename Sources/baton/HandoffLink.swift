internal import Foundation
internal import Messages
internal import RPC

/// The calls of `baton.v1.Handoff`.
struct HandoffLink {
    private static let service = "baton.v1.Handoff"

    private let client: BlockingClient

    init(_ client: BlockingClient) {
        self.client = client
    }

    func list(_ request: ListHandoffsRequest) throws(Status) -> ListHandoffsReply {
        try call("List", request)
    }

    func get(_ callID: String) throws -> HandoffDetail {
        try call("Get", GetHandoffRequest(callID: callID), of: callID)
    }

    /// The handoff of a call, if there is one; its server may be away.
    func find(_ callID: String) throws(Status) -> HandoffDetail? {
        do throws(Status) {
            return try client.call(
                service: Self.service,
                method: "Get",
                GetHandoffRequest(callID: callID),
                idempotent: true,
                timeout: .seconds(3)
            )
        } catch {
            guard error.code == .notFound else { throw error }
            return nil
        }
    }

    func render(_ request: RenderRequest) throws -> RenderReply {
        try call("Render", request, of: request.callID)
    }

    func claim(_ request: ClaimRequest) throws -> HandoffDetail {
        try call("Claim", request, of: request.callID)
    }

    func rate(_ request: RateRequest) throws -> HandoffDetail {
        try call("Rate", request, of: request.callID)
    }

    func record(_ request: RecordOutcomeRequest) throws -> HandoffDetail {
        try call("RecordOutcome", request, of: request.callID)
    }

    func metrics(_ request: CallMetricsRequest) throws(Status) -> CallMetricsReply {
        try call("Metrics", request)
    }

    func proposals(_ request: ListProposalsRequest) throws(Status) -> ListProposalsReply {
        try call("ListProposals", request)
    }

    /// Decides about a proposal; accepting publishes, which may take minutes.
    func decide(_ request: DecideProposalRequest) throws(Status) -> DecideProposalReply {
        try client.call(
            service: Self.service,
            method: "DecideProposal",
            request,
            timeout: .seconds(600)
        )
    }

    func flag(_ request: FlagPatternRequest) throws(Status) -> FlagPatternReply {
        try call("FlagPattern", request)
    }

    func callers(_ request: ListCallersRequest) throws(Status) -> ListCallersReply {
        try call("ListCallers", request)
    }

    /// All audit records, oldest first.
    func audit() throws(Status) -> [AuditRecord] {
        var records: [AuditRecord] = []
        while true {
            let request = ListAuditRequest(after: records.last?.number ?? 0)
            let reply: ListAuditReply = try call("ListAudit", request)
            records += reply.records
            guard reply.more, !reply.records.isEmpty else { return records }
        }
    }

    /// A call about one handoff, which there may not be.
    private func call<Request: Message, Response: Message>(
        _ method: String,
        _ request: Request,
        of callID: String
    ) throws -> Response {
        do throws(Status) {
            return try call(method, request)
        } catch {
            guard error.code == .notFound else { throw error }
            throw CommandFailure(
                "call \(callID.printable) has no handoff: a call that was resolved has none, and "
                    + "one that goes on or has just ended has none yet; 'baton handoff list' shows all "
                    + "that there are, 'baton status' whether baton-handoffd reaches the calls"
            )
        }
    }

    // All of them are idempotent: claims by engineer, ratings and outcomes by their ids.
    private func call<Request: Message, Response: Message>(
        _ method: String,
        _ request: Request
    ) throws(Status) -> Response {
        try client.call(service: Self.service, method: method, request, idempotent: true)
    }
}
