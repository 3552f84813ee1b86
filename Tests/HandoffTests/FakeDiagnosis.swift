import Foundation
import LMDB
import Logging
import Messages
import RPC
import TestSupport
import Transport

@testable import Handoff

let quietLogger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

/// A `baton-diagnosisd` with calls that tests put into it; it can go away and come back.
final class FakeDiagnosis: Sendable {
    private let calls = Locked<[GetCallReply]>([])
    private let confirmations = Locked<[ConfirmRequest]>([])
    private let deleted = Locked<Set<String>>([])
    private let refusals = Locked<[String: Status]>([:])
    private let server = Locked<Server?>(nil)
    let address: Address

    /// Listens on a socket of its own in a folder.
    init(folder: String) throws {
        address = try Address("unix:\(folder)/diagnosis.sock")
    }

    deinit { server.withLock { $0 }?.drain(patience: .zero) }

    /// Begins to answer.
    func start() throws {
        let server = try Server(.init(name: "fake"), logger: quietLogger)
        ServerService.register(
            on: server,
            status: { StatusReply() },
            gauges: { [] }
        )
        server.register(service: "baton.v1.Diagnosis", method: "GetCall", roles: .all) {
            [self] (request: GetCallRequest, _) throws(Status) -> GetCallReply in
            if let status = refusals.withLock({ $0[request.callID] }) { throw status }
            let found = calls.withLock { calls in
                calls.last { $0.summary?.callID == request.callID }
            }
            if deleted.withLock({ $0.contains(request.callID) }) {
                throw Status(.notFound, "no call \(request.callID)")
            }
            guard let found else { throw Status(.notFound, "no call \(request.callID)") }
            return found
        }
        server.register(service: "baton.v1.Diagnosis", method: "Confirm", roles: .all) {
            [self] (request: ConfirmRequest, _) throws(Status) -> ConfirmReply in
            if let status = refusals.withLock({ $0[request.callID] }) { throw status }
            confirmations.withLock { $0.append(request) }
            return ConfirmReply()
        }
        server.registerDeferred(service: "baton.v1.Diagnosis", method: "ListCalls", roles: .all) {
            [self] (request: ListCallsRequest, _, reply: Reply<ListCallsReply>) throws(Status) in
            answer(request, reply, until: .now.advanced(by: .milliseconds(Int64(request.waitMs))))
        }
        _ = try server.start(listening: [address])
        self.server.withLock { $0 = server }
    }

    /// What it was told of diagnoses, once it is so much; the test's time limit ends a wait in vain.
    func told(_ count: Int) -> [ConfirmRequest] {
        while true {
            let told = confirmations.withLock { $0 }
            if told.count >= count { return told }
            MonotonicTime.sleep(for: .milliseconds(5))
        }
    }

    /// Answers with a status whenever it is asked for or told of the call; nil takes that back.
    func refuse(_ callID: String, _ status: Status?) {
        refusals.withLock { $0[callID] = status }
    }

    /// Adds an ended call whose summary is damaged, and which can't be read.
    func addDamaged(_ callID: String) {
        refuse(callID, Status(.dataLoss, "a record of \(callID) is damaged"))
        calls.withLock { calls in
            let ended = calls.count { $0.summary?.phase == .ended }
            let position = UInt64(ended + 1)
            let summary = CallSummary(callID: callID, phase: .ended, endedSequence: position)
            calls.append(GetCallReply(summary: summary))
        }
    }

    /// Deletes a call; it still knows of its position.
    func delete(_ callID: String) {
        _ = deleted.withLock { $0.insert(callID) }
    }

    /// Forgets its calls but for the first ones, as one does that was restored from a backup.
    func restore(to count: Int) {
        calls.withLock { $0 = Array($0.prefix(count)) }
    }

    /// Goes away.
    func stop() {
        let server = self.server.withLock { server in
            defer { server = nil }
            return server
        }
        server?.drain(patience: .zero)
    }

    /// Adds a call; one that has ended gets the next position.
    func add(
        _ callID: String,
        outcome: Outcome = .escalated,
        priority: UInt32 = 3,
        lastAtMilliseconds: Int64? = nil
    ) {
        calls.withLock { calls in
            var call = ExampleCall.reply
            call.conclusion?.priority = priority
            let ended = calls.count { $0.summary?.phase == .ended }
            call.summary?.callID = callID
            if let lastAtMilliseconds { call.summary?.lastAtMs = lastAtMilliseconds }
            call.summary?.outcome = outcome
            call.summary?.phase = outcome == .unspecified ? .diagnosing : .ended
            call.summary?.endedSequence = outcome == .unspecified ? 0 : UInt64(ended + 1)
            calls.append(call)
        }
    }

    private func answer(
        _ request: ListCallsRequest,
        _ reply: Reply<ListCallsReply>,
        until deadline: MonotonicTime
    ) {
        let all = calls.withLock { $0.compactMap(\.summary) }
        let gone = deleted.withLock { $0 }
        let ended = all.filter {
            $0.endedSequence > request.afterEndedSequence && !gone.contains($0.callID)
        }
        guard ended.isEmpty, MonotonicTime.now < deadline, !reply.isAbandoned else {
            let page = ended.prefix(Int(request.maximum))
            let last = all.map(\.endedSequence).max() ?? 0
            return reply.succeed(ListCallsReply(calls: Array(page), lastEndedSequence: last))
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(2)) { [weak self] in
            self?.answer(request, reply, until: deadline)
        }
    }
}

/// The calls of `baton.v1.Handoff`.
struct HandoffClient: Sendable {
    let client: BlockingClient

    init(_ address: Address) {
        var options = ClientOptions(address: address)
        options.timeout = .seconds(30)
        client = BlockingClient(options)
    }

    func call<Request: Message, Response: Message>(
        _ method: String,
        _ request: Request
    ) throws(Status) -> Response {
        try client.call(service: "baton.v1.Handoff", method: method, request, idempotent: true)
    }

    func assemble(_ callID: String) throws(Status) -> AssembleReply {
        try call("Assemble", AssembleRequest(callID: callID))
    }

    func get(_ callID: String) throws(Status) -> HandoffDetail {
        try call("Get", GetHandoffRequest(callID: callID))
    }

    /// The most that are given at once, unless asked otherwise.
    func list(_ request: ListHandoffsRequest = ListHandoffsRequest(maximum: 500)) throws(Status)
        -> ListHandoffsReply
    {
        try call("List", request)
    }

    func rate(_ callID: String, _ rating: Rating) throws(Status) -> HandoffDetail {
        try call("Rate", RateRequest(callID: callID, rating: rating))
    }

    /// Asks until the list is as wanted; the test's time limit ends a wait in vain.
    func waitForList(_ isWanted: (ListHandoffsReply) -> Bool) throws -> ListHandoffsReply {
        while true {
            let reply = try list()
            if isWanted(reply) { return reply }
            MonotonicTime.sleep(for: .milliseconds(5))
        }
    }
}

/// Makes a server as soon as the one before has let go of the data.
private func openServer(_ configuration: HandoffServer.Configuration) throws -> HandoffServer {
    let deadline = ContinuousClock.now + .seconds(20)
    while true {
        do {
            return try HandoffServer(configuration, logger: quietLogger)
        } catch StorageError.alreadyOpen where ContinuousClock.now < deadline {
            // One of its threads may be on its way out.
            MonotonicTime.sleep(for: .milliseconds(5))
        }
    }
}

/// Runs `body` with a handoff server beside a fake diagnosis server, on data in `folder`.
func withHandoffServer(
    _ diagnosis: FakeDiagnosis,
    folder: TemporaryFolder,
    keepDays: Int? = nil,
    _ body: (HandoffClient) throws -> Void
) throws {
    var configuration = HandoffServer.Configuration(
        dataFolder: folder.path,
        addresses: [try Address("unix:\(folder.path)/handoff.sock")],
        diagnosis: ClientOptions(address: diagnosis.address)
    )
    configuration.keepDays = keepDays
    configuration.following.ping = .milliseconds(200)
    configuration.following.poll = .milliseconds(100)
    configuration.following.backoff.longest = .milliseconds(50)
    configuration.following.keptBackoff.first = .milliseconds(20)
    let server = try openServer(configuration)
    let addresses = try server.start()
    defer { server.stop(patience: .seconds(5)) }
    try body(HandoffClient(addresses[0]))
}
