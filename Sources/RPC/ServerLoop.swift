internal import Logging
internal import Transport

/// The part of a server that lives on one loop: its connections, its counters and its copy of the
/// tokens.
final class ServerLoop {
    let loop: EventLoop
    let table: MethodTable
    let limits: Limits
    let logger: Logger
    /// nil when no token is needed.
    private(set) var tokens: Tokens?
    /// Goes up with each change of the tokens: what connections remember of them is then void.
    private(set) var tokensGeneration = 0
    private(set) var isDraining = false
    var counters: Counters
    /// Reply bytes on their way to a connection's output; its storage serves all requests.
    var scratch: [UInt8] = []

    private var connections: [ObjectIdentifier: ServerConnection] = [:]
    private let connectionClosed: @Sendable () -> Void
    private var drained: (@Sendable () -> Void)?

    /// `connectionClosed` is called once for each connection that was adopted.
    init(
        loop: EventLoop,
        table: MethodTable,
        limits: Limits,
        tokens: Tokens?,
        logger: Logger,
        connectionClosed: @escaping @Sendable () -> Void
    ) {
        self.loop = loop
        self.table = table
        self.limits = limits
        self.tokens = tokens
        self.logger = logger
        self.connectionClosed = connectionClosed
        counters = Counters(methodCount: table.methods.count)
    }

    func adopt(_ socket: AcceptedSocket) {
        let firstLimit = tokens == nil ? limits.catalogFrameBytes : limits.frameBytes
        let connection = socket.connection(
            on: loop,
            limits: limits.connectionLimits(frameBytes: firstLimit)
        )
        let handler = ServerConnection(connection, on: self, frameLimit: firstLimit)
        connections[ObjectIdentifier(connection)] = handler
        counters.openConnections += 1
        counters.acceptedConnections += 1
        connection.open(handler)
        if isDraining { handler.drain() }
    }

    func remove(_ connection: Connection, reason: CloseReason) {
        connections[ObjectIdentifier(connection)] = nil
        counters.openConnections -= 1
        counters.receivedBytes += connection.receivedByteCount
        counters.sentBytes += connection.sentByteCount
        switch reason {
        case .closedHere, .closedByPeer, .idle: break
        case .writeStalled, .inputStalled, .failed:
            counters.brokenConnections += 1
            logger.debug(
                "connection lost",
                metadata: ["peer": "\(connection.peer)", "why": "\(reason)"]
            )
        }
        connectionClosed()
        tellWhenDrained()
    }

    /// The counters with the bytes of the connections that are open.
    func snapshot() -> Counters {
        var snapshot = counters
        for handler in connections.values {
            snapshot.receivedBytes += handler.connection.receivedByteCount
            snapshot.sentBytes += handler.connection.sentByteCount
        }
        return snapshot
    }

    func replaceTokens(_ tokens: Tokens) {
        self.tokens = tokens
        tokensGeneration += 1
    }

    /// Lets what is in flight finish and refuses the rest; `done` is called when no connection is
    /// left.
    func drain(_ done: @escaping @Sendable () -> Void) {
        isDraining = true
        drained = done
        for handler in connections.values { handler.drain() }
        tellWhenDrained()
    }

    /// Ends what the drain left over.
    func closeAll() {
        for handler in connections.values { handler.abort() }
    }

    private func tellWhenDrained() {
        guard connections.isEmpty, let drained else { return }
        self.drained = nil
        drained()
    }
}
