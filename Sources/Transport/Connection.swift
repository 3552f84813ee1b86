internal import CShims
internal import Glibc

/// A connected stream socket on a loop.
///
/// Everything here is used on the loop's thread only.
///
/// Output that is made in one turn of the loop leaves with one system call. A peer that does not
/// read makes this side stop reading from it, and is cut off when that lasts; it costs nobody else
/// anything.
@safe
public final class Connection: @unchecked Sendable {
    /// The loop that the connection lives on.
    public let loop: EventLoop
    /// The other end.
    public let peer: Address
    /// Bytes received since the connection began.
    public private(set) var receivedByteCount: UInt64 = 0
    /// Bytes sent since the connection began.
    public private(set) var sentByteCount: UInt64 = 0

    private let descriptor: Int32
    private var limits: ConnectionLimits
    private var handler: (any ConnectionHandler)?
    private var registration: RegistrationID?
    private var state = State.idle
    private var interest: UInt32 = 0

    private var input = InputBuffer()
    private var inputStartedAt: MonotonicTime?
    private var isPaused = false
    private var isOverHighWater = false
    private var hasInputEnded = false
    private var isDelivering = false
    private var isDeliveryScheduled = false

    private var output = OutputBuffer()
    private var isFlushScheduled = false
    private var outputStalledAt: MonotonicTime?

    private var lastActivity: MonotonicTime
    private var stateChangedAt: MonotonicTime
    private var timer: TimerID?

    private enum State {
        case idle
        case connecting
        case open
        /// Waits for the output to leave, then ends its side.
        case finishing
        /// Has ended its side and waits for the peer to do so, so that the last reply is not lost
        /// to a reset.
        case lingering
        case closed
    }

    /// Takes over a connected, non-blocking socket.
    ///
    /// ``open(_:)`` must follow on the loop.
    init(descriptor: Int32, peer: Address, loop: EventLoop, limits: ConnectionLimits) {
        self.descriptor = descriptor
        self.peer = peer
        self.loop = loop
        self.limits = limits
        lastActivity = .now
        stateChangedAt = lastActivity
    }

    deinit {
        if state != .closed { Glibc.close(descriptor) }
    }

    // MARK: Beginning

    /// Begins to read.
    ///
    /// `handler` is held until the connection is closed.
    public func open(_ handler: any ConnectionHandler) {
        begin(.open, handler, interest: EPOLLIN.rawValue)
    }

    /// Connects to `address`; `handler` hears of it when that succeeds or fails.
    ///
    /// Throws only when no socket can be made at all.
    public static func connect(
        to address: Address,
        on loop: EventLoop,
        limits: ConnectionLimits,
        _ handler: any ConnectionHandler
    ) throws(TransportError) -> Connection {
        loop.preconditionIsCurrent()
        let descriptor = try systemCall("socket", on: address.description) {
            shim_stream_socket(address.family, 1)
        }
        if address.family != AF_UNIX {
            shim_set_integer_option(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        }
        let connection = Connection(
            descriptor: descriptor,
            peer: address,
            loop: loop,
            limits: limits
        )
        try systemCall("connect", on: address.description) {
            let code = unsafe address.withSocketAddress {
                unsafe Glibc.connect(descriptor, $0, $1)
            }
            return code < 0 && errno == EINPROGRESS ? 0 : code
        }
        connection.begin(.connecting, handler, interest: EPOLLOUT.rawValue)
        return connection
    }

    private func begin(_ state: State, _ handler: any ConnectionHandler, interest: UInt32) {
        loop.preconditionIsCurrent()
        precondition(self.state == .idle)
        self.handler = handler
        self.interest = interest
        enter(state)
        do throws(TransportError) {
            registration = try loop.register(self, descriptor: descriptor, events: interest)
            armTimer()
        } catch {
            close(.failed(error))
        }
    }

    private func enter(_ next: State) {
        state = next
        stateChangedAt = loop.now
    }

    // MARK: Reading

    /// Whether the handler should consume bytes now.
    public var canRead: Bool {
        state == .open && !isPaused && !isOverHighWater
    }

    /// Stops reading; what is in the buffers stays there.
    public func pauseReading() {
        isPaused = true
        updateInterest()
    }

    /// Goes on reading, what was left in the buffers first, in the next turn of the loop.
    public func resumeReading() {
        guard isPaused else { return }
        isPaused = false
        updateInterest()
        scheduleDelivery()
    }

    /// From now on, keeps up to this many bytes of an incomplete message.
    public func setInputLimit(bytes: Int) {
        limits.inputBytes = bytes
    }

    private func readInput() {
        guard state == .open || state == .lingering else { return }
        guard state == .open else { return discardInput() }
        guard canRead, input.count < limits.inputBytes else { return updateInterest() }
        if input.isEmpty {
            let count = unsafe receive(loop.readBuffer)
            guard count > 0, let handler else { return }
            let bytes = unsafe Span<UInt8>(
                _unsafeBytes: UnsafeRawBufferPointer(rebasing: loop.readBuffer[..<count])
            )
            isDelivering = true
            let consumed = handler.received(bytes, on: self)
            isDelivering = false
            precondition((0...count).contains(consumed))
            if consumed < count, state == .open { input.append(bytes.extracting(consumed...)) }
            inputStartedAt = input.isEmpty ? nil : loop.now
        } else {
            let count = unsafe input.fill(upTo: limits.inputBytes) { unsafe receive($0) }
            guard count > 0 else { return }
            deliverInput()
        }
        flush()
        updateInterest()
    }

    /// One read; not positive when there is nothing to deliver, and then all is done that had to
    /// be.
    private func receive(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = unsafe recv(descriptor, buffer.baseAddress, buffer.count, 0)
        if count > 0 {
            receivedByteCount += UInt64(count)
            lastActivity = loop.now
        } else if count == 0 {
            endInput()
        } else {
            failUnlessTransient("recv", errno)
        }
        return count
    }

    private func deliverInput() {
        guard let handler, canRead, !isDelivering, !input.isEmpty else { return }
        isDelivering = true
        let consumed = input.consume { handler.received($0, on: self) }
        isDelivering = false
        if input.isEmpty {
            inputStartedAt = nil
        } else if consumed > 0 || inputStartedAt == nil {
            inputStartedAt = loop.now
        }
        endInputIfDelivered()
    }

    private func scheduleDelivery() {
        guard !isDeliveryScheduled, state == .open else { return }
        isDeliveryScheduled = true
        loop.execute { [self] in
            isDeliveryScheduled = false
            deliverInput()
            flush()
            updateInterest()
        }
    }

    private func endInput() {
        guard !hasInputEnded else { return }
        hasInputEnded = true
        if state == .lingering { return close(.closedByPeer) }
        updateInterest()
        endInputIfDelivered()
    }

    /// Tells the handler of the end once it has seen all that came before.
    private func endInputIfDelivered() {
        // A rest that the handler leaves although it may read is half a message: its other half never comes.
        guard hasInputEnded, state == .open, canRead || input.isEmpty else { return }
        handler?.inputEnded(on: self)
    }

    private func discardInput() {
        _ = unsafe receive(loop.readBuffer)
    }

    // MARK: Writing

    /// Bytes that wait to be sent.
    public var pendingOutputBytes: Int { output.count }

    /// Lets `body` append to the output; it is sent at the end of the turn at the latest.
    ///
    /// What is appended once the connection is closing or closed is dropped.
    public func withOutput(_ body: (inout [UInt8]) -> Void) {
        guard state == .open || state == .finishing else { return }
        output.append(body)
        if pendingOutputBytes > limits.outputHighWaterBytes { isOverHighWater = true }
        guard !isFlushScheduled else { return }
        isFlushScheduled = true
        loop.flushLater(self)
    }

    /// Sends what the socket takes.
    func flush() {
        isFlushScheduled = false
        guard state == .open || state == .finishing else { return }
        if pendingOutputBytes > 0 { send() }
        guard state == .open || state == .finishing else { return }
        if isOverHighWater, pendingOutputBytes <= limits.outputLowWaterBytes {
            isOverHighWater = false
            scheduleDelivery()
        }
        if state == .finishing, pendingOutputBytes == 0 { linger() }
        updateInterest()
    }

    private func send() {
        let (sent, failure) = output.send(to: descriptor)
        if sent > 0 {
            sentByteCount += UInt64(sent)
            lastActivity = loop.now
            outputStalledAt = nil
        }
        guard let failure else { return }
        failUnlessTransient("send", failure)
        if state != .closed, outputStalledAt == nil {
            outputStalledAt = loop.now
            armTimer()
        }
    }

    // MARK: Ending

    /// Sends what is waiting, ends this side, and closes once the peer has done so too.
    public func finish() {
        guard state == .open else {
            if state == .connecting || state == .idle { close(.closedHere) }
            return
        }
        enter(.finishing)
        // At the end of the turn, so that what is said after this call in the same turn leaves too.
        if !isFlushScheduled {
            isFlushScheduled = true
            loop.flushLater(self)
        }
    }

    /// Closes at once; output that waits is lost.
    public func close() {
        close(.closedHere)
    }

    private func linger() {
        // A reply that left long ago has arrived: only a recent one could be lost to a reset.
        let isQuiet = lastActivity.advanced(by: limits.lingerTime) <= loop.now
        guard !hasInputEnded, !isQuiet else { return close(.closedHere) }
        enter(.lingering)
        shutdown(descriptor, Int32(SHUT_WR))
        armTimer()
    }

    private func close(_ reason: CloseReason) {
        guard state != .closed else { return }
        enter(.closed)
        if let timer { loop.cancel(timer) }
        timer = nil
        if let registration { loop.deregister(descriptor: descriptor, id: registration) }
        registration = nil
        Glibc.close(descriptor)
        output.removeAll()
        let handler = self.handler
        self.handler = nil
        handler?.connectionClosed(self, reason: reason)
    }

    private func failUnlessTransient(_ call: String, _ code: Int32) {
        guard code != EAGAIN, code != EINTR else { return }
        trapIfBug(code, in: call)
        if code == ECONNRESET || code == EPIPE { return close(.closedByPeer) }
        close(.failed(TransportError(call, peer.description, .system(code))))
    }

    // MARK: Interest and time

    private func updateInterest() {
        guard let registration, state != .connecting else { return }
        var wanted: UInt32 = 0
        let reads = canRead || state == .lingering
        if reads, !hasInputEnded { wanted |= EPOLLIN.rawValue }
        if outputStalledAt != nil { wanted |= EPOLLOUT.rawValue }
        guard wanted != interest else { return }
        interest = wanted
        loop.setInterest(wanted, descriptor: descriptor, id: registration)
    }

    /// The moment at which the first of the waits that are under way has lasted too long, and what
    /// then.
    private func nextExpiry() -> (MonotonicTime, CloseReason) {
        func timedOut(_ call: String) -> CloseReason {
            .failed(TransportError(call, peer.description, .timedOut))
        }
        switch state {
        case .connecting:
            return (stateChangedAt.advanced(by: limits.connectTime), timedOut("connect"))
        case .lingering:
            return (stateChangedAt.advanced(by: limits.lingerTime), .closedHere)
        case .idle, .open, .finishing, .closed:
            break
        }
        var first = (lastActivity.advanced(by: limits.idleTime), CloseReason.idle)
        if handler?.isBusy == true || pendingOutputBytes > 0 {
            first.0 = loop.now.advanced(by: limits.idleTime)
        }
        if let outputStalledAt {
            let expiry = outputStalledAt.advanced(by: limits.writeStallTime)
            if expiry < first.0 { first = (expiry, .writeStalled) }
        }
        if let inputStartedAt, canRead {
            let expiry = inputStartedAt.advanced(by: limits.inputStallTime)
            if expiry < first.0 { first = (expiry, .inputStalled) }
        }
        return first
    }

    /// One timer serves all waits.
    ///
    /// It is not moved when bytes flow: when it fires, the rest of the time is computed.
    private func armTimer() {
        guard state != .closed else { return }
        if let timer { loop.cancel(timer) }
        let soonest = min(limits.idleTime, limits.inputStallTime)
        let deadline = min(nextExpiry().0, loop.now.advanced(by: soonest))
        timer = loop.schedule(at: deadline) { [weak self] in self?.timerFired() }
    }

    private func timerFired() {
        timer = nil
        let (deadline, reason) = nextExpiry()
        guard deadline > loop.now else { return close(reason) }
        armTimer()
    }
}

extension Connection: EventSource {
    func ready(_ readiness: Readiness) {
        if state == .connecting { return finishConnecting() }
        if readiness.contains(.error) || readiness.contains(.hangUp), !readiness.contains(.input) {
            let code = shim_socket_error(descriptor)
            guard code != 0, code != ECONNRESET, code != EPIPE else { return close(.closedByPeer) }
            return close(.failed(TransportError("poll", peer.description, .system(code))))
        }
        if readiness.contains(.output) { flush() }
        if readiness.contains(.input) { readInput() }
    }

    private func finishConnecting() {
        let code = shim_socket_error(descriptor)
        guard code == 0 else {
            return close(.failed(TransportError("connect", peer.description, .system(code))))
        }
        enter(.open)
        armTimer()
        handler?.connectionOpened(self)
        flush()
        updateInterest()
    }
}
