internal import Transport

/// Speaks ttrpc on one connection of a server: cuts the bytes into frames, finds the method, and
/// writes the replies.
final class ServerConnection: ConnectionHandler {
    /// A request that was handed to its method and is not answered yet.
    private struct InFlight {
        let ticket: Ticket
        let stream: UInt32
        let method: Int
        let startedAt: MonotonicTime
        let deadline: MonotonicTime
    }

    let connection: Connection
    private let worker: ServerLoop
    private var inFlight: [InFlight] = []
    private var frameLimit: Int
    private var bytesToDiscard = 0
    private var authorizer = Authorizer()
    private var deadlineTimer: (id: TimerID, deadline: MonotonicTime)?
    private var isEnding = false
    /// When the request at hand was taken up.
    private var startedAt = MonotonicTime.now

    init(_ connection: Connection, on worker: ServerLoop, frameLimit: Int) {
        self.connection = connection
        self.worker = worker
        self.frameLimit = frameLimit
    }

    private var limits: Limits { worker.limits }

    var isBusy: Bool { !inFlight.isEmpty }

    // MARK: Frames

    func received(_ bytes: Span<UInt8>, on connection: Connection) -> Int {
        startedAt = .now
        var offset = 0
        while connection.canRead, !isEnding {
            if bytesToDiscard > 0 {
                let count = min(bytesToDiscard, bytes.count - offset)
                bytesToDiscard -= count
                offset += count
            }
            guard bytes.count - offset >= Limits.headerBytes else { break }
            let header = FrameHeader(bytes, at: offset)
            let length = Int(header.length)
            guard length <= frameLimit else {
                offset += Limits.headerBytes
                refuseOversized(header)
                continue
            }
            let start = offset + Limits.headerBytes
            guard bytes.count - start >= length else { break }
            offset = start + length
            handle(header, bytes.extracting(start..<offset))
        }
        // What comes after the end is not looked at.
        return isEnding ? bytes.count : offset
    }

    private func refuseOversized(_ header: FrameHeader) {
        let cap = limits.discardedFrameBytes
        guard header.length <= cap else {
            answer(
                header,
                Status(
                    .resourceExhausted,
                    "the frame has \(header.length) bytes; above \(cap) the connection is closed"
                )
            )
            return end()
        }
        bytesToDiscard = Int(header.length)
        let hint =
            frameLimit < limits.catalogFrameBytes
            ? "; it is \(limits.catalogFrameBytes) once a token was accepted on the connection" : ""
        answer(
            header,
            Status(
                .resourceExhausted,
                "the frame has \(header.length) bytes, the limit is \(frameLimit)\(hint)"
            )
        )
    }

    private func handle(_ header: FrameHeader, _ frame: Span<UInt8>) {
        guard header.type == FrameHeader.request else {
            // As in ttrpc: kinds of frames that come later must not break what is there now.
            worker.counters.ignoredFrames += 1
            return
        }
        guard header.stream % 2 == 1 else {
            return answer(header, Status(.invalidArgument, "the stream id must be odd"))
        }
        guard !inFlight.contains(where: { $0.stream == header.stream }) else {
            // An answer would be taken for that of the first request: there is none that is safe.
            return end()
        }
        guard header.flags & ~FrameHeader.lastMessage == 0 else {
            return answer(header, Status(.unimplemented, "streams are not served; flags must be 0"))
        }
        do throws(Status) {
            try dispatch(header.stream, frame)
        } catch {
            answer(header, error)
        }
    }

    /// Answers a request that no method has seen.
    private func answer(_ header: FrameHeader, _ status: Status) {
        // Only a request waits for an answer; and one in flight must not get this one.
        guard header.type == FrameHeader.request,
            !inFlight.contains(where: { $0.stream == header.stream })
        else { return }
        finish(
            stream: header.stream,
            method: worker.table.methods.count,
            startedAt: startedAt,
            status
        )
    }

    // MARK: Calls

    private func dispatch(_ stream: UInt32, _ frame: Span<UInt8>) throws(Status) {
        let envelope = try RequestEnvelope(frame, limits: limits)
        let index = worker.table.index(frame, service: envelope.service, method: envelope.method)
        guard let index else {
            let service = frame.text(envelope.service.prefix(64))
            let name = frame.text(envelope.method.prefix(64))
            throw Status(.unimplemented, "there is no method \(service)/\(name)")
        }
        do throws(Status) {
            try call(index, stream, frame, envelope)
        } catch {
            finish(stream: stream, method: index, startedAt: startedAt, error)
        }
    }

    private func call(
        _ index: Int,
        _ stream: UInt32,
        _ frame: Span<UInt8>,
        _ envelope: RequestEnvelope
    ) throws(Status) {
        let method = worker.table.methods[index]
        let caller = try authorize(envelope, frame)
        try Authorizer.check(caller, may: method)
        guard envelope.payload.count <= method.maximumRequestBytes else {
            throw Status(
                .resourceExhausted,
                "the request has \(envelope.payload.count) bytes, "
                    + "the limit of \(method.path) is \(method.maximumRequestBytes)"
            )
        }
        guard !worker.isDraining else {
            throw Status(.unavailable, "the server is shutting down")
        }
        let deadline = try envelope.deadline(
            takenUpAt: worker.loop.now,
            now: startedAt,
            limits: limits
        )
        let context = CallContext(
            peer: connection.peer,
            caller: caller.name,
            roles: caller.roles,
            deadline: deadline,
            metadata: envelope.metadataForMethod(frame)
        )
        let payload = frame.extracting(envelope.payload)
        switch method.handler {
        case .immediate(let handler):
            try callNow(handler, index, stream, payload, context)
        case .deferred(let handler):
            try callLater(handler, index, stream, payload, context)
        }
    }

    private func callNow(
        _ handler: Method.Immediate,
        _ index: Int,
        _ stream: UInt32,
        _ payload: Span<UInt8>,
        _ context: CallContext
    ) throws(Status) {
        // Taken out while the method runs, so that nothing it does can meet it half written.
        var reply: [UInt8] = []
        swap(&reply, &worker.scratch)
        reply.removeAll(keepingCapacity: true)
        defer { swap(&reply, &worker.scratch) }
        try handler(payload, context, &reply)
        finish(stream: stream, method: index, startedAt: startedAt, payload: reply)
    }

    private func callLater(
        _ handler: Method.Deferred,
        _ index: Int,
        _ stream: UInt32,
        _ payload: Span<UInt8>,
        _ context: CallContext
    ) throws(Status) {
        let limit = limits.requestsInFlightPerLoop
        guard worker.counters.requestsInFlight < limit else {
            throw Status(.resourceExhausted, "\(limit) requests wait for replies; try again later")
        }
        let ticket = Ticket()
        let deadline = context.deadline ?? .distantFuture
        inFlight.append(
            InFlight(
                ticket: ticket,
                stream: stream,
                method: index,
                startedAt: startedAt,
                deadline: deadline
            )
        )
        worker.counters.requestsInFlight += 1
        if inFlight.count >= limits.requestsInFlightPerConnection { connection.pauseReading() }
        watch(deadline)
        let reply = PendingReply(
            ticket: ticket,
            loop: worker.loop,
            connection: LoopBound(self, to: worker.loop)
        )
        do throws(Status) {
            try handler(payload, context, reply)
        } catch {
            reply.fail(error)
        }
    }

    private func authorize(
        _ envelope: RequestEnvelope,
        _ frame: Span<UInt8>
    ) throws(Status) -> Caller {
        guard let tokens = worker.tokens else { return .local }
        let caller = try authorizer.caller(
            envelope,
            frame,
            tokens,
            generation: worker.tokensGeneration
        )
        if caller != .unknown, frameLimit < limits.catalogFrameBytes {
            frameLimit = limits.catalogFrameBytes
            connection.setInputLimit(bytes: frameLimit + Limits.headerBytes)
        }
        return caller
    }

    // MARK: Replies

    /// Sends the answer to a request in flight, unless it was given up.
    func complete(_ ticket: Ticket, _ outcome: Result<[UInt8], Status>) {
        guard let index = inFlight.firstIndex(where: { $0.ticket === ticket }) else { return }
        let call = release(at: index)
        startedAt = .now
        let began = call.startedAt
        switch outcome {
        case .success(let payload):
            finish(stream: call.stream, method: call.method, startedAt: began, payload: payload)
        case .failure(let status):
            finish(stream: call.stream, method: call.method, startedAt: began, status)
        }
        endIfDone()
    }

    private func release(at index: Int) -> InFlight {
        let call = inFlight[index]
        inFlight.swapAt(index, inFlight.count - 1)
        inFlight.removeLast()
        worker.counters.requestsInFlight -= 1
        if !isEnding { connection.resumeReading() }
        return call
    }

    private func finish(
        stream: UInt32,
        method: Int,
        startedAt began: MonotonicTime,
        payload: [UInt8]
    ) {
        let largest = limits.catalogFrameBytes - Limits.envelopeBytes
        guard payload.count <= largest else {
            let status = Status(
                .resourceExhausted,
                "the reply has \(payload.count) bytes, the limit is \(largest)"
            )
            return finish(stream: stream, method: method, startedAt: began, status)
        }
        guard connection.pendingOutputBytes + payload.count <= limits.outputBytes else {
            let status = Status(
                .resourceExhausted,
                "replies of \(connection.pendingOutputBytes) bytes wait to be read, "
                    + "the limit is \(limits.outputBytes); send fewer requests at once"
            )
            return finish(stream: stream, method: method, startedAt: began, status)
        }
        connection.withOutput { Frame.append(payload: payload, stream: stream, to: &$0) }
        count(method, began, nil)
    }

    private func finish(
        stream: UInt32,
        method: Int,
        startedAt began: MonotonicTime,
        _ status: Status
    ) {
        connection.withOutput {
            Frame.append(status: status, stream: stream, limits: limits, to: &$0)
        }
        count(method, began, status.code)
    }

    private func count(_ method: Int, _ began: MonotonicTime, _ failure: Status.Code?) {
        // The end of one request is the beginning of the next one in the burst: one look at the clock for both.
        startedAt = .now
        worker.counters.count(
            method: method,
            nanoseconds: startedAt.nanoseconds(since: began),
            failure: failure
        )
    }

    // MARK: Deadlines

    /// Sees to it that a timer comes no later than `deadline`: one a connection, for its earliest
    /// deadline.
    private func watch(_ deadline: MonotonicTime) {
        guard deadline < .distantFuture, deadline < deadlineTimer?.deadline ?? .distantFuture else {
            return
        }
        if let deadlineTimer { worker.loop.cancel(deadlineTimer.id) }
        let id = worker.loop.schedule(at: deadline) { [weak self] in self?.expire() }
        deadlineTimer = (id, deadline)
    }

    private func expire() {
        deadlineTimer = nil
        var next = MonotonicTime.distantFuture
        for index in inFlight.indices.reversed() {
            guard inFlight[index].deadline <= worker.loop.now else {
                next = min(next, inFlight[index].deadline)
                continue
            }
            // An answer that is on its way to this loop still counts.
            guard inFlight[index].ticket.close() else { continue }
            let call = release(at: index)
            finish(
                stream: call.stream,
                method: call.method,
                startedAt: call.startedAt,
                Status(.deadlineExceeded, "the deadline passed before there was an answer")
            )
        }
        watch(next)
        endIfDone()
    }

    // MARK: The end

    func inputEnded(on connection: Connection) {
        for call in inFlight { call.ticket.markCallerLeft() }
        end()
    }

    /// Reads nothing more, and closes once what is in flight has been answered.
    private func end() {
        isEnding = true
        endIfDone()
    }

    private func endIfDone() {
        guard inFlight.isEmpty, isEnding || worker.isDraining else { return }
        connection.finish()
    }

    /// The server shuts down: closes once what is in flight has been answered; new requests are
    /// refused meanwhile.
    func drain() {
        endIfDone()
    }

    /// Answers what is in flight with UNAVAILABLE and closes.
    func abort() {
        for call in inFlight.reversed() where call.ticket.close() {
            complete(call.ticket, .failure(Status(.unavailable, "the server is shutting down")))
        }
        isEnding = true
        connection.finish()
    }

    func connectionClosed(_ connection: Connection, reason: CloseReason) {
        for call in inFlight { _ = call.ticket.close() }
        worker.counters.requestsInFlight -= inFlight.count
        inFlight.removeAll()
        if let deadlineTimer { worker.loop.cancel(deadlineTimer.id) }
        deadlineTimer = nil
        worker.remove(connection, reason: reason)
    }
}
