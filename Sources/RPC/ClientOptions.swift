internal import Messages
public import Transport

/// How a client reaches its server.
public struct ClientOptions: Sendable {
    /// Where the server listens.
    public var address: Address
    /// Sent as `authorization` with each request; nil when the server needs none.
    public var token: String?
    /// How long a call may take that is made without a time of its own.
    public var timeout = Duration.seconds(10)
    /// How long to wait before each new try.
    public var backoff = Backoff()
    /// How often the blocking client tries a call that may be tried again.
    public var maximumAttempts = 3
    /// The bounds on frames and buffers.
    public var limits = Limits.standard

    /// Options for the given server; the rest may be changed.
    public init(address: Address, token: String? = nil) {
        self.address = address
        self.token = token
    }

    /// The frame of a request; a Ping goes before it when the server would refuse its size
    /// otherwise.
    ///
    /// A server takes large frames once it has accepted a token on the connection. It reads frames
    /// in order, so the reply to the Ping need not be awaited. The Ping's stream is the one before.
    func frame(
        _ call: OutgoingCall,
        stream: UInt32,
        timeout: Duration
    ) throws(Status) -> [UInt8] {
        let body = RPCRequest(
            service: call.service,
            method: call.method,
            payload: call.payload,
            timeoutNano: max(1, timeout.nanoseconds),
            metadata: metadata
        ).encoded()
        guard body.count <= limits.catalogFrameBytes else {
            throw Status(
                .resourceExhausted,
                "the request has \(body.count) bytes, the limit is \(limits.catalogFrameBytes)"
            )
        }
        var output: [UInt8] = []
        if needsPing(before: call) {
            let ping = RPCRequest(
                service: ServerService.name,
                method: "Ping",
                metadata: metadata
            ).encoded()
            appendFrame(ping, stream: stream &- 2, to: &output)
        }
        appendFrame(body, stream: stream, to: &output)
        return output
    }

    private func needsPing(before call: OutgoingCall) -> Bool {
        token != nil && call.payload.count + Limits.envelopeBytes > limits.frameBytes
    }

    private var metadata: [RPCKeyValue] {
        token.map { [RPCKeyValue(key: "authorization", value: "Bearer " + $0)] } ?? []
    }

    private func appendFrame(_ body: [UInt8], stream: UInt32, to output: inout [UInt8]) {
        FrameHeader(length: UInt32(body.count), stream: stream, type: FrameHeader.request)
            .append(to: &output)
        output.append(contentsOf: body)
    }
}

/// One call as a client sends it.
struct OutgoingCall: Sendable {
    let service: String
    let method: String
    let payload: [UInt8]
    /// Whether the call may be sent again when it is not known whether it took effect.
    let isIdempotent: Bool
    let deadline: MonotonicTime

    /// The reply's message in the bytes that came.
    static func decode<Response: Message>(_ payload: [UInt8]) -> Result<Response, Status> {
        Result { () throws(DecodeError) in try Response.decode(payload, limits: .catalog) }
            .mapError { Status(.internal, "the reply cannot be read: \($0)") }
    }
}

/// Growing pauses between tries, drawn at random so that clients do not come back all at once.
public struct Backoff: Sendable {
    /// The longest first pause.
    public var first = Duration.milliseconds(50)
    /// The longest pause.
    public var longest = Duration.seconds(5)

    private var failures = 0

    /// Pauses up to 50 ms, 100 ms, 200 ms, and so on to 5 s.
    public init() {}

    /// The next pause: between half and all of a time that doubles with each failure.
    public mutating func next() -> Duration {
        let bound = min(longest, first * (1 << min(failures, 16)))
        failures += 1
        return .nanoseconds(Int64.random(in: bound.nanoseconds / 2...bound.nanoseconds))
    }

    /// Begins anew after a success.
    public mutating func reset() {
        failures = 0
    }
}
