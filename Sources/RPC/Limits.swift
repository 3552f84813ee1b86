internal import Transport

/// Every number that bounds the transport and the calls on it, each with its reason.
public struct Limits: Sendable {
    /// Bytes of a frame's payload from a caller whose token has not been seen on the connection.
    ///
    /// A turn with five alternatives of a long utterance has about 2 KiB, and this is what a
    /// stranger can make the server keep for each connection.
    public var frameBytes = 64 * 1_024

    /// Bytes of a frame's payload from a caller whose token was accepted on the connection.
    ///
    /// A catalog of 12 flowcharts and 1,000 articles has about 3 MiB; larger ones are staged in
    /// parts. ttrpc's own limit is the same.
    public var catalogFrameBytes = 4 * 1_024 * 1_024

    /// A frame up to this size that is too large is read and thrown away, so that the connection
    /// can go on.
    ///
    /// Beyond it, reading costs more than a new connection does.
    public var discardedFrameBytes = 16 * 1_024 * 1_024

    /// Output of one connection above which nothing more is read from it: some hundreds of usual
    /// replies.
    public var outputHighWaterBytes = 256 * 1_024

    /// Output at which reading goes on: a quarter, so that it does not start and stop with each
    /// reply.
    public var outputLowWaterBytes = 64 * 1_024

    /// Output of one connection beyond which replies become RESOURCE_EXHAUSTED.
    ///
    /// Room for the replies to requests in flight when reading stopped, unless many of them are of
    /// the largest kind.
    public var outputBytes = 16 * 1_024 * 1_024

    /// Requests of one connection that wait for their replies; nothing more is read from it
    /// meanwhile.
    ///
    /// One front end with some hundred calls has no more turns than that under way at once.
    public var requestsInFlightPerConnection = 128

    /// Requests of one loop that wait for their replies; further ones get RESOURCE_EXHAUSTED.
    ///
    /// Bounds the memory of what waits (about 1 KiB each) when very many clients ask at once.
    public var requestsInFlightPerLoop = 16_384

    /// Connections of one server; further ones are closed at once.
    ///
    /// Each costs about 1 KiB idle; most systems let a process have more descriptors than that only
    /// when asked.
    public var connections = 4_096

    /// How long a silent connection without a request in flight is kept: longer than most clients'
    /// pause between calls.
    public var idleTime = Duration.seconds(300)

    /// How long a peer may leave replies unread.
    public var writeStallTime = Duration.seconds(30)

    /// How long a peer may take to send one frame: 4 MiB in that time is 140 KiB/s.
    public var inputStallTime = Duration.seconds(30)

    /// How long a server may say nothing while calls wait, before one whose time is over takes the
    /// connection with it.
    ///
    /// Above the pauses of a busy machine: other calls in flight break with the connection.
    public var silenceTime = Duration.seconds(10)

    /// How long connecting may take: a lost packet is sent again after one second and after three.
    public var connectTime = Duration.seconds(5)

    /// How long a peer has to close once this side has said its last word.
    ///
    /// Closing earlier can reset the connection before the peer has read that word.
    public var lingerTime = Duration.seconds(1)

    /// The longest time that a call waits; a longer `timeout_nano` is cut to it.
    ///
    /// Above the longest poll.
    public var timeout = Duration.seconds(600)

    /// Entries of metadata in one request.
    public var metadataEntries = 32

    /// Bytes of one metadata key.
    public var metadataKeyBytes = 64

    /// Bytes of one metadata value; a token is one.
    public var metadataValueBytes = 1_024

    /// Bytes of a status message; a longer one is cut.
    ///
    /// Clients print it.
    public var statusMessageBytes = 4 * 1_024

    /// Calls that a pipelining client holds, sent or waiting for a connection.
    public var pendingCalls = 16_384

    /// The limits of a production server.
    public static let standard = Limits()

    /// The standard limits, to be changed.
    public init() {}

    /// Bytes of a frame's header.
    static let headerBytes = 10

    /// Bytes that a Request or Response needs around its payload at most, without metadata: names,
    /// time-out, status.
    static let envelopeBytes = 1_024

    /// What the transport needs to know of them, with the given frame limit.
    func connectionLimits(frameBytes: Int) -> ConnectionLimits {
        ConnectionLimits(
            inputBytes: frameBytes + Self.headerBytes,
            outputHighWaterBytes: outputHighWaterBytes,
            outputLowWaterBytes: outputLowWaterBytes,
            idleTime: idleTime,
            writeStallTime: writeStallTime,
            inputStallTime: inputStallTime,
            connectTime: connectTime,
            lingerTime: lingerTime
        )
    }
}
