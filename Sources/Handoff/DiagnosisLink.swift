internal import Dispatch
internal import Messages
internal import RPC
internal import Transport

/// The calls of `baton-diagnosisd` that handoffs need.
final class DiagnosisLink: Sendable {
    private static let service = "baton.v1.Diagnosis"

    private let client: PipeliningClient

    init(_ options: ClientOptions) throws {
        client = try PipeliningClient(options, name: "diagnosis")
    }

    /// Fails what is pending and whatever is asked later.
    func close() {
        client.close()
    }

    /// All that is known of a call; `completion` must not wait for anything.
    func call(
        _ callID: String,
        withRecords: Bool = false,
        timeout: Duration,
        completion: @escaping @Sendable (Result<GetCallReply, Status>) -> Void
    ) {
        client.call(
            service: Self.service,
            method: "GetCall",
            GetCallRequest(callID: callID, withRecords: withRecords),
            idempotent: true,
            timeout: timeout,
            completion: completion
        )
    }

    /// Asks for a sign of life, and waits for it.
    @available(*, noasync)
    func ping(timeout: Duration) throws(Status) {
        let answer = Answer<PingReply>(count: 1)
        client.call(
            service: ServerService.name,
            method: "Ping",
            PingRequest(),
            timeout: timeout
        ) { answer.set(0, $0) }
        for result in answer.wait() { _ = try result.get() }
    }

    /// Calls that ended after a position; waits until there is one, at most for `wait`.
    @available(*, noasync)
    func endedCalls(
        after position: UInt64,
        wait: Duration,
        timeout: Duration
    ) throws(Status) -> ListCallsReply {
        let request = ListCallsRequest(
            afterEndedSequence: position,
            maximum: Limits.followedPage,
            waitMs: UInt32(clamping: wait.nanoseconds / 1_000_000)
        )
        let answer = Answer<ListCallsReply>(count: 1)
        // Not sent again by itself: a broken connection is to be noticed at once.
        client.call(service: Self.service, method: "ListCalls", request, timeout: timeout) {
            answer.set(0, $0)
        }
        return try answer.wait()[0].get()
    }

    /// Says whether a call's diagnosis was found right, and waits until that is on disk.
    @available(*, noasync)
    func confirm(_ request: ConfirmRequest, timeout: Duration) -> Result<ConfirmReply, Status> {
        let answer = Answer<ConfirmReply>(count: 1)
        client.call(
            service: Self.service,
            method: "Confirm",
            request,
            idempotent: true,
            timeout: timeout
        ) { answer.set(0, $0) }
        return answer.wait()[0]
    }

    /// All that is known of some calls, asked for at once.
    @available(*, noasync)
    func calls(
        _ callIDs: [String],
        withRecords: Bool = false,
        timeout: Duration
    ) -> [Result<GetCallReply, Status>] {
        let answer = Answer<GetCallReply>(count: callIDs.count)
        for (index, callID) in callIDs.enumerated() {
            call(callID, withRecords: withRecords, timeout: timeout) { answer.set(index, $0) }
        }
        return answer.wait()
    }

    /// The answer to any request; it is sent once.
    ///
    /// - Throws: Where it can't be had, a status that tells the server that was not reached from this one.
    @available(*, noasync)
    func answer<Request: Message, Response: Message>(
        _ service: String,
        _ method: String,
        _ request: Request,
        timeout: Duration? = nil
    ) throws(Status) -> Response {
        let answer = Answer<Response>(count: 1)
        client.call(service: service, method: method, request, timeout: timeout) {
            answer.set(0, $0)
        }
        do throws(Status) {
            return try answer.wait()[0].get()
        } catch {
            guard error.isAboutTheServer else { throw error }
            throw Status(
                .failedPrecondition,
                "baton-handoffd gets no answer of baton-diagnosisd: see whether that runs, and what "
                    + "baton-handoffd was started with as --diagnosis and --diagnosis-token-file "
                    + "(\(error.message))"
            )
        }
    }
}

/// Collects answers, for a thread that waits for all of them.
private final class Answer<Reply: Message>: Sendable {
    private let results: Locked<[Result<Reply, Status>]>
    private let arrived = DispatchSemaphore(value: 0)

    init(count: Int) {
        let missing = Status(.internal, "the client gave no answer")
        results = Locked(Array(repeating: .failure(missing), count: count))
    }

    func set(_ index: Int, _ result: Result<Reply, Status>) {
        results.withLock { $0[index] = result }
        arrived.signal()
    }

    @available(*, noasync)
    func wait() -> [Result<Reply, Status>] {
        let count = results.withLock { $0.count }
        for _ in 0..<count { arrived.wait() }
        return results.withLock { $0 }
    }
}

extension Status {
    /// Whether other calls could not be had either, now or ever.
    var isAboutTheServer: Bool {
        switch code {
        case .unavailable, .deadlineExceeded, .cancelled, .unauthenticated, .permissionDenied: true
        default: false
        }
    }

    /// Whether the call itself is the matter, so that asking again gives the same answer.
    var isAboutTheCall: Bool {
        switch code {
        case .notFound, .invalidArgument, .dataLoss, .outOfRange: true
        default: false
        }
    }
}
