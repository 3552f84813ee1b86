internal import Foundation
internal import Messages
internal import RPC

/// A call that a server holds: this numbers the turns, and sends each again under the same
/// number while the server is away, so that no turn is lost and none is taken twice.
struct ServedCall: CallSession {
    static let service = "baton.v1.Diagnosis"
    /// How long a call waits for a server that has gone away: a restart takes a few seconds.
    static let patienceSeconds = 60.0
    private static let pauseSeconds = 1.0
    /// The most that the server lets one request wait.
    private static let longestWaitMilliseconds: UInt32 = 60_000

    let callID: String
    /// Told, for people, when the server does not answer.
    let notice: (String) -> Void
    private let client: BlockingClient
    private(set) var reply = TurnReply()

    init(callID: String, client: BlockingClient, notice: @escaping (String) -> Void) {
        self.callID = callID
        self.client = client
        self.notice = notice
    }

    /// Starts the call; a server that is not there is an error at once.
    mutating func start(_ request: StartCallRequest) throws(Status) -> StartCallReply {
        let started: StartCallReply = try send("StartCall", request)
        reply = started.reply ?? TurnReply()
        return started
    }

    func pass(seconds: UInt32) {
        if seconds > 0 { Thread.sleep(forTimeInterval: Double(seconds)) }
    }

    mutating func take(_ kind: InputKind) throws(Status) -> TurnReply {
        let request = TurnRequest(callID: callID, turn: reply.turn + 1, input: Input(kind: kind))
        reply = try patiently { () throws(Status) in try send("Turn", request) }
        return reply
    }

    func add(
        _ facts: [StructuredAnswer],
        system: String,
        requestID: String
    ) throws(Status) {
        let request = AddFactsRequest(
            callID: callID,
            requestID: requestID,
            system: system,
            facts: facts
        )
        let _: AddFactsReply = try patiently { () throws(Status) in try send("AddFacts", request) }
    }

    /// Waits a moment for the first.
    func takeLookups(of sources: [String]) throws(Status) -> [Lookup] {
        let request = TakeLookupsRequest(
            worker: "baton call",
            sources: sources,
            maximum: 16,
            waitMs: 1_000
        )
        let reply: TakeLookupsReply = try patiently { () throws(Status) in
            try send("TakeLookups", request)
        }
        return reply.lookups
    }

    func awaitLookups(atMost milliseconds: UInt32) throws(Status) -> Bool {
        let wait = min(milliseconds, Self.longestWaitMilliseconds)
        let request = AwaitLookupsRequest(callID: callID, waitMs: wait)
        let reply: AwaitLookupsReply = try patiently { () throws(Status) in
            try send("AwaitLookups", request, timeout: .milliseconds(Int64(wait)) + .seconds(10))
        }
        return reply.waiting
    }

    func silence(atMost milliseconds: UInt32) throws(Status) -> InputKind {
        let begin = ContinuousClock.now
        _ = try awaitLookups(atMost: milliseconds)
        let passed = (ContinuousClock.now - begin) / .milliseconds(1)
        return .silence(Silence(durationMs: UInt32(passed)))
    }

    func waitNote(atMost milliseconds: UInt32) -> String {
        "waiting up to \(InputKind.seconds(milliseconds)) for a system"
    }

    func detail() throws(Status) -> GetCallReply {
        let request = GetCallRequest(callID: callID)
        return try patiently { () throws(Status) in try send("GetCall", request) }
    }

    /// Nothing: who is the customer does not see behind the words; /facts shows what is known.
    func understood() -> [String] { [] }

    private func send<Request: Message, Response: Message>(
        _ method: String,
        _ request: Request,
        timeout: Duration? = nil
    ) throws(Status) -> Response {
        try client.call(
            service: Self.service,
            method: method,
            request,
            idempotent: true,
            timeout: timeout
        )
    }

    private func patiently<Response>(
        _ call: () throws(Status) -> Response
    ) throws(Status) -> Response {
        let latest = Date.now.addingTimeInterval(Self.patienceSeconds)
        var isFirst = true
        while true {
            do throws(Status) {
                return try call()
            } catch {
                guard error.code == .unavailable, Date.now < latest else { throw error }
                if isFirst { notice("not taken yet: \(error.message); sending it again ...") }
                isFirst = false
                Thread.sleep(forTimeInterval: Self.pauseSeconds)
            }
        }
    }
}
