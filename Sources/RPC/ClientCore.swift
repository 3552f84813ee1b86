internal import Transport

/// The part of a pipelining client that lives on its loop.
final class ClientCore: ConnectionHandler {
    typealias Completion = @Sendable (Result<[UInt8], Status>) -> Void

    private struct Pending {
        let call: OutgoingCall
        let completion: Completion
    }

    private let options: ClientOptions
    private let loop: EventLoop
    private var connection: Connection?
    private var isOpen = false
    private var isClosed = false
    /// Since when calls have waited on the connection without anything coming on it.
    private var silentSince: MonotonicTime?
    private var backoff: Backoff
    private var retryTimer: TimerID?
    /// Why the last connection broke, or could not be made.
    private var lastFailure: String?
    /// Why this side closes the connection.
    private var closingReason: String?

    /// Calls that are not sent, in order.
    private var waiting: [Pending] = []
    /// Calls that are sent, by stream.
    private var sent: [UInt32: Pending] = [:]
    private var nextStream: UInt32 = 5
    private var deadlineTimer: (id: TimerID, deadline: MonotonicTime)?

    /// Deadlines closer together than this are looked at together.
    private static let deadlineGrain = Duration.milliseconds(5)

    init(_ options: ClientOptions, loop: EventLoop) {
        self.options = options
        self.loop = loop
        backoff = options.backoff
    }

    var isBusy: Bool { !sent.isEmpty }

    // MARK: Calls

    func begin(_ call: OutgoingCall, _ completion: @escaping Completion) {
        guard !isClosed else {
            return completion(.failure(Status(.cancelled, "the client was closed")))
        }
        let pending = Pending(call: call, completion: completion)
        watch(call.deadline)
        if isOpen { return send(pending) }
        waiting.append(pending)
        if retryTimer == nil { connect() }
    }

    func close() {
        isClosed = true
        if let retryTimer { loop.cancel(retryTimer) }
        if let deadlineTimer { loop.cancel(deadlineTimer.id) }
        let calls = waiting + inOrder(sent)
        waiting = []
        sent = [:]
        connection?.close()
        for pending in calls {
            pending.completion(.failure(Status(.cancelled, "the client was closed")))
        }
    }

    private func send(_ pending: Pending) {
        guard let connection else { return waiting.append(pending) }
        let stream = nextStream
        // The one before may be needed for a Ping.
        nextStream &+= 4
        do throws(Status) {
            let frame = try options.frame(
                pending.call,
                stream: stream,
                timeout: pending.call.deadline.duration(since: loop.now)
            )
            sent[stream] = pending
            silentSince = silentSince ?? loop.now
            connection.withOutput { $0.append(contentsOf: frame) }
        } catch {
            pending.completion(.failure(error))
        }
    }

    private func sendWaiting() {
        let calls = waiting
        waiting = []
        for pending in calls { send(pending) }
    }

    private func inOrder(_ calls: [UInt32: Pending]) -> [Pending] {
        // Streams are given out in order, and wrap only after a thousand million calls.
        calls.sorted { $0.key < $1.key }.map(\.value)
    }

    // MARK: The connection

    private func connect() {
        guard connection == nil, !isClosed else { return }
        do throws(TransportError) {
            connection = try Connection.connect(
                to: options.address,
                on: loop,
                limits: options.limits.connectionLimits(
                    frameBytes: options.limits.catalogFrameBytes
                ),
                self
            )
        } catch {
            lost("\(error)")
        }
    }

    func connectionOpened(_ connection: Connection) {
        isOpen = true
        lastFailure = nil
        sendWaiting()
    }

    func connectionClosed(_ connection: Connection, reason: CloseReason) {
        lost(closingReason ?? text(reason))
    }

    func inputEnded(on connection: Connection) {
        connection.close()
    }

    private func lost(_ reason: String) {
        connection = nil
        isOpen = false
        lastFailure = reason
        closingReason = nil
        silentSince = nil
        let broken = inOrder(sent)
        sent = [:]
        waiting = broken.filter(\.call.isIdempotent) + waiting
        let failure = Status(
            .unavailable,
            "the connection to \(options.address) broke: \(reason)"
        )
        for pending in broken where !pending.call.isIdempotent {
            pending.completion(.failure(failure))
        }
        retryLater()
    }

    private func text(_ reason: CloseReason) -> String {
        switch reason {
        case .failed(let error): "\(error)"
        case .closedByPeer, .closedHere: "the server closed it"
        case .idle: "it was idle"
        case .writeStalled: "the server did not read"
        case .inputStalled: "the server did not finish a frame"
        }
    }

    private func retryLater() {
        guard !waiting.isEmpty, retryTimer == nil, !isClosed else { return }
        let deadline = MonotonicTime.now.advanced(by: backoff.next())
        retryTimer = loop.schedule(at: deadline) { [weak self] in
            guard let self else { return }
            retryTimer = nil
            if isOpen { sendWaiting() } else { connect() }
        }
    }

    // MARK: Replies

    func received(_ bytes: Span<UInt8>, on connection: Connection) -> Int {
        defer { silentSince = sent.isEmpty ? nil : loop.now }
        var offset = 0
        while bytes.count - offset >= Limits.headerBytes {
            let header = FrameHeader(bytes, at: offset)
            guard header.length <= options.limits.catalogFrameBytes else {
                connection.close()
                return bytes.count
            }
            let start = offset + Limits.headerBytes
            guard bytes.count - start >= Int(header.length) else { break }
            offset = start + Int(header.length)
            guard header.type == FrameHeader.response else { continue }
            // A stream that is not known answers a Ping, or a call whose time had passed.
            guard let pending = sent.removeValue(forKey: header.stream) else { continue }
            answer(pending, bytes.extracting(start..<offset))
        }
        return offset
    }

    private func answer(_ pending: Pending, _ frame: Span<UInt8>) {
        do throws(Status) {
            let envelope = try ResponseEnvelope(frame)
            if let failure = envelope.failure { throw failure }
            backoff.reset()
            pending.completion(.success(envelope.payload.map { frame[$0] }))
        } catch {
            guard error.code == .unavailable, pending.call.isIdempotent else {
                return pending.completion(.failure(error))
            }
            waiting.append(pending)
            retryLater()
        }
    }

    // MARK: Deadlines

    /// Sees to it that a timer comes soon after `deadline`: one for all calls, for the earliest of
    /// them.
    private func watch(_ deadline: MonotonicTime) {
        guard deadline < deadlineTimer?.deadline ?? .distantFuture else { return }
        if let deadlineTimer { loop.cancel(deadlineTimer.id) }
        let due = max(deadline, loop.now.advanced(by: Self.deadlineGrain))
        let id = loop.schedule(at: due) { [weak self] in self?.expire() }
        deadlineTimer = (id, deadline)
    }

    private func expire() {
        deadlineTimer = nil
        let now = loop.now
        let late = waiting.filter { $0.call.deadline <= now }
        waiting.removeAll { $0.call.deadline <= now }
        let lateSent = sent.filter { $0.value.call.deadline <= now }
        for stream in lateSent.keys { sent[stream] = nil }
        if !lateSent.isEmpty { closeIfSilent() }
        let next = (
            waiting.lazy.map(\.call.deadline).min(), sent.values.lazy.map(\.call.deadline).min()
        )
        for deadline in [next.0, next.1] { if let deadline { watch(deadline) } }
        for pending in late { pending.completion(.failure(expiredUnsent())) }
        for pending in lateSent.values {
            let status = Status(.deadlineExceeded, "there was no reply in time")
            pending.completion(.failure(status))
        }
    }

    /// Closes the connection when it has been silent for too long.
    ///
    /// A peer that went away without a word is noticed by the kernel only after a quarter of an hour;
    /// until then all calls would end like the one whose time is over.
    private func closeIfSilent() {
        guard let connection, isOpen, let silentSince,
            silentSince.advanced(by: options.limits.silenceTime) <= loop.now
        else { return }
        closingReason = "the server did not answer"
        connection.close()
    }

    private func expiredUnsent() -> Status {
        guard let lastFailure else {
            return Status(.deadlineExceeded, "the time had passed before the call was sent")
        }
        return Status(.unavailable, "no connection to \(options.address): \(lastFailure)")
    }
}
