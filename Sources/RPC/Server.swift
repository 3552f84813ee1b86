internal import Dispatch
public import Logging
internal import Synchronization
public import Transport

/// Serves methods over ttrpc on some loops.
///
/// Methods are registered, then the server is started, and in the end drained; each once.
public final class Server: Sendable {
    /// How a server is set up.
    public struct Configuration: Sendable {
        /// Names the loops' threads; at most 12 characters are shown.
        public var name: String
        /// Threads that serve; connections are dealt out among them in turn.
        public var loopCount: Int
        /// The bounds on everything.
        public var limits: Limits
        /// Who may call what; nil when everyone may, which only local addresses allow.
        public var tokens: Tokens?

        /// A set-up with the given values.
        public init(
            name: String,
            loopCount: Int = 1,
            limits: Limits = .standard,
            tokens: Tokens? = nil
        ) {
            self.name = name
            self.loopCount = loopCount
            self.limits = limits
            self.tokens = tokens
        }
    }

    /// The loops that serve.
    ///
    /// The first one also accepts; timers and signals of the service may live there.
    public let loops: [EventLoop]

    let configuration: Configuration
    private let logger: Logger
    private let state = Locked(State())
    private let connectionCount = Atomic<Int>(0)
    private let refusedConnections = Atomic<Int>(0)
    private let nextWorker = Atomic<Int>(0)

    private struct State {
        var methods: [Method] = []
        var isStarted = false
        var isDrained = false
        var listeners: [Listener] = []
        var workers: [LoopBound<ServerLoop>] = []
    }

    /// Starts the loops' threads; nothing is served yet.
    public init(_ configuration: Configuration, logger: Logger) throws(TransportError) {
        precondition(configuration.loopCount > 0)
        var loops: [EventLoop] = []
        for index in 0..<configuration.loopCount {
            loops.append(try EventLoop(name: "\(configuration.name)-\(index)"))
        }
        self.loops = loops
        self.configuration = configuration
        self.logger = logger
    }

    deinit {
        for loop in loops { loop.stop() }
    }

    /// Adds a method; before the start, and each name once.
    func register(_ method: Method) {
        state.withLock { state in
            precondition(!state.isStarted, "methods are registered before the start")
            precondition(!state.methods.contains { $0.path == method.path }, "\(method.path) twice")
            state.methods.append(method)
        }
    }

    /// Binds the addresses and serves them; returns them with the ports that the system chose.
    ///
    /// Throws ``StartError`` when one cannot be bound, or may not be without a token file; then
    /// none is served.
    public func start(listening addresses: [Address]) throws(StartError) -> [Address] {
        if configuration.tokens == nil, let open = addresses.first(where: { !$0.isLocal }) {
            throw StartError(
                "\(open) can be reached from other machines and there is no token file; give one "
                    + "(--tokens FILE) or listen on 127.0.0.1, [::1] or a Unix socket"
            )
        }
        let methods = state.withLock { state in
            precondition(!state.isStarted, "a server is started once")
            state.isStarted = true
            return state.methods
        }
        let workers = makeWorkers(MethodTable(methods))
        state.withLock { $0.workers = workers }
        var listeners: [Listener] = []
        do throws(TransportError) {
            for address in addresses { listeners.append(try listen(on: address, workers)) }
            for listener in listeners { try listener.start() }
        } catch {
            close(listeners)
            throw StartError("\(error)")
        }
        state.withLock { [listeners] in $0.listeners = listeners }
        return listeners.map(\.address)
    }

    /// Takes new tokens, for the next request on; those that are no longer among them are refused.
    ///
    /// Only for a server that was set up with tokens: it may be open to other machines or not, as
    /// it was then.
    public func replaceTokens(_ tokens: Tokens) {
        precondition(configuration.tokens != nil, "the server was set up without tokens")
        for (loop, worker) in zip(loops, currentWorkers) {
            loop.execute { worker.value.replaceTokens(tokens) }
        }
        logger.notice("tokens replaced", metadata: ["count": "\(tokens.entries.count)"])
    }

    /// Stops accepting, lets what is in flight finish, and ends the loops; waits for all that.
    ///
    /// What is not finished after `patience` is answered UNAVAILABLE. Returns whether everything
    /// finished in time. Not to be called on one of the loops.
    @discardableResult
    public func drain(patience: Duration) -> Bool {
        let (isFirst, listeners, workers) = state.withLock { state in
            defer { state.isDrained = true }
            return (!state.isDrained, state.listeners, state.workers)
        }
        guard isFirst else { return true }
        close(listeners)
        let drained = DispatchSemaphore(value: 0)
        for (loop, worker) in zip(loops, workers) {
            loop.execute { worker.value.drain { drained.signal() } }
        }
        let deadline = DispatchTime.now() + .nanoseconds(Int(patience.nanoseconds))
        let unfinished = workers.filter { _ in drained.wait(timeout: deadline) == .timedOut }.count
        if unfinished > 0 {
            for (loop, worker) in zip(loops, workers) {
                loop.execute { worker.value.closeAll() }
            }
            let grace = DispatchTime.now() + .milliseconds(500)
            for _ in 0..<unfinished { _ = drained.wait(timeout: grace) }
        }
        for loop in loops { loop.shutDown() }
        return unfinished == 0
    }

    // MARK: Inside

    private func close(_ listeners: [Listener]) {
        loops[0].run { for listener in listeners { listener.close() } }
    }

    private var currentWorkers: [LoopBound<ServerLoop>] { state.withLock { $0.workers } }

    private func makeWorkers(_ table: MethodTable) -> [LoopBound<ServerLoop>] {
        loops.map { loop in
            loop.run { [configuration, logger, weak self] in
                let worker = ServerLoop(
                    loop: loop,
                    table: table,
                    limits: configuration.limits,
                    tokens: configuration.tokens,
                    logger: logger
                ) { [weak self] in
                    _ = self?.connectionCount.subtract(1, ordering: .relaxed)
                }
                return LoopBound(worker, to: loop)
            }
        }
    }

    private func listen(
        on address: Address,
        _ workers: [LoopBound<ServerLoop>]
    ) throws(TransportError) -> Listener {
        try Listener(
            address: address,
            loop: loops[0],
            accepted: { [weak self] socket in self?.accept(socket, workers) },
            failed: { [logger] error in
                logger.error("accepting pauses", metadata: ["why": "\(error)"])
            }
        )
    }

    /// Deals the connection out to a loop, or drops it when there are too many; on the first loop.
    private func accept(_ socket: AcceptedSocket, _ workers: [LoopBound<ServerLoop>]) {
        let limit = configuration.limits.connections
        guard connectionCount.load(ordering: .relaxed) < limit else {
            // One line each time the number of them doubles: a flood of connections is not to flood the log.
            let refused = refusedConnections.add(1, ordering: .relaxed).newValue
            if refused & (refused - 1) == 0 {
                logger.warning(
                    "connections refused",
                    metadata: ["limit": "\(limit)", "refused": "\(refused)"]
                )
            }
            return
        }
        connectionCount.add(1, ordering: .relaxed)
        let turn = nextWorker.add(1, ordering: .relaxed).oldValue % workers.count
        guard turn > 0 else { return workers[0].value.adopt(socket) }
        loops[turn].execute { workers[turn].value.adopt(socket) }
    }

    /// Collects the counters of all loops and hands the sum to `body`, on one of the loops.
    func collectCounters(_ body: @escaping @Sendable (ServerCounters) -> Void) {
        let workers = currentWorkers
        let methods = state.withLock { $0.methods.map(\.path) }
        let refused = UInt64(refusedConnections.load(ordering: .relaxed))
        let gathering = Gathering(
            ServerCounters(
                methods: methods,
                refusedConnections: refused,
                sum: Counters(methodCount: methods.count)
            ),
            parts: workers.count,
            body
        )
        for (loop, worker) in zip(loops, workers) {
            loop.execute { gathering.add(worker.value.snapshot()) }
        }
    }
}

/// Sums what the loops hand in one by one, and passes it on after the last.
private final class Gathering: Sendable {
    private let state: Locked<(sum: ServerCounters, missing: Int)>
    private let body: @Sendable (ServerCounters) -> Void

    init(
        _ start: ServerCounters,
        parts: Int,
        _ body: @escaping @Sendable (ServerCounters) -> Void
    ) {
        state = Locked((start, parts))
        self.body = body
    }

    func add(_ part: Counters) {
        let complete = state.withLock { state -> ServerCounters? in
            state.sum.sum.add(part)
            state.missing -= 1
            return state.missing == 0 ? state.sum : nil
        }
        if let complete { body(complete) }
    }
}

/// What a whole server has counted.
struct ServerCounters: Sendable {
    let methods: [String]
    let refusedConnections: UInt64
    var sum: Counters
}

/// Why a server could not be started.
public struct StartError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong and what to do.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
