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

    func get(_ callID: String) throws(Status) -> HandoffDetail {
        try call("Get", GetHandoffRequest(callID: callID))
    }

    func render(_ request: RenderRequest) throws(Status) -> RenderReply {
        try call("Render", request)
    }

    func claim(_ request: ClaimRequest) throws(Status) -> HandoffDetail {
        try call("Claim", request)
    }

    func rate(_ request: RateRequest) throws(Status) -> HandoffDetail {
        try call("Rate", request)
    }

    func record(_ request: RecordOutcomeRequest) throws(Status) -> HandoffDetail {
        try call("RecordOutcome", request)
    }

    // All of them are idempotent: claims by engineer, ratings and outcomes by their ids.
    private func call<Request: Message, Response: Message>(
        _ method: String,
        _ request: Request
    ) throws(Status) -> Response {
        try client.call(service: Self.service, method: method, request, idempotent: true)
    }
}

/// Who works, when a command is not told.
enum Engineer {
    /// $USER; empty where it is not set, so that the server takes the token's name.
    static var name: String { ProcessInfo.processInfo.environment["USER"] ?? "" }
}
