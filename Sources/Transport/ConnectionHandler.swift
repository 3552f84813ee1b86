/// The protocol spoken on a connection.
///
/// Every call comes on the connection's loop.
public protocol ConnectionHandler: AnyObject {
    /// An outgoing connection is established.
    func connectionOpened(_ connection: Connection)

    /// Bytes arrived.
    ///
    /// Returns how many were consumed; the rest comes again with what follows it.
    ///
    /// Consumes nothing further once ``Connection/canRead`` is false: what is left is delivered
    /// when it is true again.
    func received(_ bytes: Span<UInt8>, on connection: Connection) -> Int

    /// The peer will send nothing more; it may still read.
    ///
    /// Whoever has nothing left to say closes.
    func inputEnded(on connection: Connection)

    /// The connection is gone.
    ///
    /// Nothing comes after this.
    func connectionClosed(_ connection: Connection, reason: CloseReason)

    /// Whether the connection waits for this side; such a connection is not idle however long it is
    /// silent.
    var isBusy: Bool { get }
}

extension ConnectionHandler {
    /// Does nothing: incoming connections are open from the start.
    public func connectionOpened(_ connection: Connection) {}
}

/// Why a connection ended.
public enum CloseReason: Hashable, Sendable {
    /// This side closed it.
    case closedHere
    /// The peer closed it.
    case closedByPeer
    /// Nothing was sent or received for the idle time.
    case idle
    /// The peer did not read what was sent to it in time.
    case writeStalled
    /// A message that had begun was not completed in time.
    case inputStalled
    /// The socket failed, or connecting did.
    case failed(TransportError)
}

/// How much a connection may hold, and how long it may wait.
public struct ConnectionLimits: Sendable {
    /// Bytes of an incomplete message that are kept; the handler refuses longer ones before they
    /// are.
    public var inputBytes: Int
    /// Above this many bytes of output, nothing more is read.
    public var outputHighWaterBytes: Int
    /// At this many bytes of output, reading goes on.
    public var outputLowWaterBytes: Int
    /// How long a silent connection without work under way is kept.
    public var idleTime: Duration
    /// How long a peer may leave output unread.
    public var writeStallTime: Duration
    /// How long a peer may take from the first byte of a message to its last.
    public var inputStallTime: Duration
    /// How long connecting may take.
    public var connectTime: Duration
    /// How long the peer has to close after this side has ended.
    public var lingerTime: Duration

    /// The limits with the given values.
    public init(
        inputBytes: Int,
        outputHighWaterBytes: Int,
        outputLowWaterBytes: Int,
        idleTime: Duration,
        writeStallTime: Duration,
        inputStallTime: Duration,
        connectTime: Duration,
        lingerTime: Duration
    ) {
        self.inputBytes = inputBytes
        self.outputHighWaterBytes = outputHighWaterBytes
        self.outputLowWaterBytes = outputLowWaterBytes
        self.idleTime = idleTime
        self.writeStallTime = writeStallTime
        self.inputStallTime = inputStallTime
        self.connectTime = connectTime
        self.lingerTime = lingerTime
    }
}
