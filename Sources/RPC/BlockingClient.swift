public import Messages
internal import Transport

/// Calls a server and waits for each reply: one connection, one call at a time.
///
/// It may be used from several threads, which then wait for each other. It connects when it has to:
/// at the first call, and at the next one after the connection was lost.
public final class BlockingClient: Sendable {
    private let options: ClientOptions
    private let link: Locked<Link>

    /// A client that is not connected yet.
    public init(_ options: ClientOptions) {
        self.options = options
        link = Locked(Link())
    }

    /// Calls a method and waits for its reply, at most `timeout`, or the options' time.
    ///
    /// A call that is `idempotent` is sent again when its connection breaks or the server answers
    /// UNAVAILABLE; another one only while it is certain that the server has not seen it.
    public func call<Request: Message, Response: Message>(
        service: String,
        method: String,
        _ request: Request,
        idempotent: Bool = false,
        timeout: Duration? = nil
    ) throws(Status) -> Response {
        let call = OutgoingCall(
            service: service,
            method: method,
            payload: request.encoded(),
            isIdempotent: idempotent,
            deadline: MonotonicTime.now.advanced(by: timeout ?? options.timeout)
        )
        return try OutgoingCall.decode(send(call)).get()
    }

    /// Gives the connection up; the next call makes a new one.
    public func disconnect() {
        link.withLock { $0.drop() }
    }

    private func send(_ call: OutgoingCall) throws(Status) -> [UInt8] {
        var backoff = options.backoff
        for _ in 1..<max(options.maximumAttempts, 1) {
            do throws(Failure) {
                return try attempt(call)
            } catch {
                guard error.mayTryAgain(call) else { throw error.status }
                let pause = backoff.next()
                guard MonotonicTime.now.advanced(by: pause) < call.deadline else {
                    throw error.status
                }
                MonotonicTime.sleep(for: pause)
            }
        }
        do throws(Failure) {
            return try attempt(call)
        } catch {
            throw error.status
        }
    }

    private func attempt(_ call: OutgoingCall) throws(Failure) -> [UInt8] {
        try link.withLock { link throws(Failure) in try link.exchange(call, options) }
    }
}

/// Why one try failed, and whether the server may have seen the request.
private struct Failure: Error {
    let status: Status
    let wasSent: Bool

    init(_ status: Status, wasSent: Bool) {
        self.status = status
        self.wasSent = wasSent
    }

    init(_ error: TransportError, wasSent: Bool) {
        let code: Status.Code =
            error.reason == .timedOut && wasSent ? .deadlineExceeded : .unavailable
        self.init(Status(code, "\(error)"), wasSent: wasSent)
    }

    func mayTryAgain(_ call: OutgoingCall) -> Bool {
        status.code == .unavailable && (call.isIdempotent || !wasSent)
    }
}

/// The connection of a blocking client.
private struct Link: ~Copyable {
    private var socket: BlockingSocket?
    private var stream: UInt32 = 1
    private var received: [UInt8] = []

    private static let readBytes = 64 * 1_024

    init() {}

    mutating func drop() {
        socket = nil
        received = []
    }

    /// Sends a call and waits for its reply.
    mutating func exchange(_ call: OutgoingCall, _ options: ClientOptions) throws(Failure)
        -> [UInt8]
    {
        try connect(options, by: call.deadline)
        // Two at a time: the one before may be needed for a Ping.
        stream &+= 4
        let frame = try request(call, options)
        do throws(TransportError) {
            try socket?.send(frame.span, by: call.deadline)
        } catch {
            drop()
            throw Failure(error, wasSent: true)
        }
        return try receive(options, by: call.deadline)
    }

    private mutating func connect(
        _ options: ClientOptions,
        by deadline: MonotonicTime
    ) throws(Failure) {
        if socket?.isStale == true { drop() }
        guard socket == nil else { return }
        let latest = MonotonicTime.now.advanced(by: options.limits.connectTime)
        do throws(TransportError) {
            socket = try BlockingSocket(
                connectingTo: options.address,
                by: min(deadline, latest)
            )
        } catch {
            throw Failure(error, wasSent: false)
        }
    }

    private func request(_ call: OutgoingCall, _ options: ClientOptions) throws(Failure) -> [UInt8]
    {
        do throws(Status) {
            return try options.frame(
                call,
                stream: stream,
                timeout: call.deadline.duration(since: .now)
            )
        } catch {
            throw Failure(error, wasSent: false)
        }
    }

    /// Reads frames until the reply to the present call is there.
    private mutating func receive(
        _ options: ClientOptions,
        by deadline: MonotonicTime
    ) throws(Failure) -> [UInt8] {
        do throws(Status) {
            while true {
                let header = try readHeader(options, by: deadline)
                let length = Limits.headerBytes + Int(header.length)
                try fill(to: length, by: deadline)
                defer { received.removeFirst(length) }
                // What is not for this call answers the Ping before it.
                guard header.type == FrameHeader.response, header.stream == stream else { continue }
                return try Self.payload(received.span.extracting(Limits.headerBytes..<length))
            }
        } catch {
            throw Failure(error, wasSent: true)
        }
    }

    private static func payload(_ frame: Span<UInt8>) throws(Status) -> [UInt8] {
        let envelope = try ResponseEnvelope(frame)
        if let failure = envelope.failure { throw failure }
        return envelope.payload.map { frame[$0] }
    }

    private mutating func readHeader(
        _ options: ClientOptions,
        by deadline: MonotonicTime
    ) throws(Status) -> FrameHeader {
        try fill(to: Limits.headerBytes, by: deadline)
        let header = FrameHeader(received.span, at: 0)
        guard header.length <= options.limits.catalogFrameBytes else {
            drop()
            throw Status(.internal, "the server sent a frame of \(header.length) bytes")
        }
        return header
    }

    /// Reads until at least that many bytes are there.
    private mutating func fill(to count: Int, by deadline: MonotonicTime) throws(Status) {
        do throws(TransportError) {
            while received.count < count {
                let limit = max(Self.readBytes, count - received.count)
                try socket?.receive(into: &received, limit: limit, by: deadline)
            }
        } catch {
            drop()
            throw Failure(error, wasSent: true).status
        }
    }
}
