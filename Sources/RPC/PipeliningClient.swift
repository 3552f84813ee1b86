public import Messages
internal import Synchronization
public import Transport

/// Calls a server from any thread, many calls at a time over one connection.
///
/// It connects when it has to, again and again with growing pauses while calls wait. When the
/// connection breaks, calls that are idempotent are sent again and the others fail with
/// UNAVAILABLE; none outlives its time.
public final class PipeliningClient: Sendable {
    private let loop: EventLoop
    private let core: LoopBound<ClientCore>
    private let isClosed = Locked(false)
    private let options: ClientOptions
    private let pendingCount = PendingCount()

    /// Starts the client's thread; it connects at the first call.
    public init(_ options: ClientOptions, name: String = "client") throws(TransportError) {
        let loop = try EventLoop(name: name)
        self.loop = loop
        self.options = options
        core = loop.run { LoopBound(ClientCore(options, loop: loop), to: loop) }
    }

    deinit {
        loop.execute { [core] in core.value.close() }
        loop.stop()
    }

    /// Calls a method; `completion` gets its reply on the client's thread, which it must not hold
    /// up.
    ///
    /// - Parameters:
    ///   - idempotent: whether the call may be sent again when it is not known whether it took effect.
    ///   - timeout: how long the call may take in all; the options' time when nil.
    public func call<Request: Message, Response: Message>(
        service: String,
        method: String,
        _ request: Request,
        idempotent: Bool = false,
        timeout: Duration? = nil,
        completion: @escaping @Sendable (Result<Response, Status>) -> Void
    ) {
        let call = OutgoingCall(
            service: service,
            method: method,
            payload: request.encoded(),
            isIdempotent: idempotent,
            deadline: MonotonicTime.now.advanced(by: timeout ?? options.timeout)
        )
        guard pendingCount.take(limit: options.limits.pendingCalls) else {
            let limit = options.limits.pendingCalls
            return completion(
                .failure(Status(.resourceExhausted, "\(limit) calls wait for their replies"))
            )
        }
        // A loop that has been shut down runs nothing, and the call would wait for ever.
        let isTaken = isClosed.withLock { isClosed in
            guard !isClosed else { return false }
            loop.execute { [core, pendingCount] in
                core.value.begin(call) { result in
                    pendingCount.release()
                    completion(result.flatMap { OutgoingCall.decode($0) })
                }
            }
            return true
        }
        guard !isTaken else { return }
        pendingCount.release()
        completion(.failure(Status(.cancelled, "the client was closed")))
    }

    /// Fails what is pending with CANCELLED and ends the client's thread.
    ///
    /// Not to be called in a completion.
    public func close() {
        isClosed.withLock { isClosed in
            isClosed = true
            loop.execute { [core] in core.value.close() }
        }
        loop.shutDown()
    }
}

/// How many calls are pending, over all threads.
private final class PendingCount: Sendable {
    private let count = Atomic<Int>(0)

    func take(limit: Int) -> Bool {
        guard count.add(1, ordering: .relaxed).newValue <= limit else {
            release()
            return false
        }
        return true
    }

    func release() {
        count.subtract(1, ordering: .relaxed)
    }
}
