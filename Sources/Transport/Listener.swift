internal import CShims
internal import Glibc

/// A socket that accepts connections on a loop, TCP or Unix.
///
/// Whoever takes the accepted sockets bounds their number: one over the limit is dropped, which
/// closes it at once. That is kinder than not to accept: a client whose connection waits unseen in
/// the kernel's queue cannot tell a full server from a slow one, a closed connection makes it back
/// off.
public final class Listener: @unchecked Sendable {
    /// The address that is served, with the port that the system chose.
    public let address: Address

    private let loop: EventLoop
    private let descriptor: Int32
    private let accepted: (AcceptedSocket) -> Void
    private let failed: (TransportError) -> Void
    private var registration: RegistrationID?
    private var retry: TimerID?

    /// Connections that the kernel keeps waiting while the loop is busy.
    private static let backlog: Int32 = 1_024
    /// Connections accepted in one turn, so that a flood of them leaves time for those that are
    /// open.
    private static let acceptsPerTurn = 64
    /// How long to wait for descriptors or memory when there are none.
    private static let shortageDelay = Duration.milliseconds(100)

    /// Binds and listens; ``start()`` begins to accept.
    ///
    /// Both closures are called on `loop`.
    ///
    /// - Parameters:
    ///   - accepted: takes each accepted socket; one that it does not open is closed.
    ///   - failed: hears why accepting had to pause, such as no more descriptors.
    public init(
        address: Address,
        loop: EventLoop,
        accepted: @escaping @Sendable (AcceptedSocket) -> Void,
        failed: @escaping @Sendable (TransportError) -> Void
    ) throws(TransportError) {
        self.loop = loop
        self.accepted = accepted
        self.failed = failed
        descriptor = try systemCall("socket", on: address.description) {
            shim_stream_socket(address.family, 1)
        }
        do throws(TransportError) {
            try Self.bind(descriptor, to: address)
            try systemCall("listen", on: address.description) { [descriptor] in
                listen(descriptor, Self.backlog)
            }
            self.address = try Address.local(of: descriptor, or: address)
        } catch {
            Glibc.close(descriptor)
            throw error
        }
    }

    /// Begins to accept; called on any thread, once.
    public func start() throws(TransportError) {
        try loop.run { self.register() }.get()
    }

    private func register() -> Result<Void, TransportError> {
        Result { () throws(TransportError) in
            registration = try loop.register(
                self,
                descriptor: descriptor,
                events: EPOLLIN.rawValue
            )
        }
    }

    /// Stops accepting, closes the socket and removes a Unix socket's file.
    ///
    /// Called on the loop, once.
    public func close() {
        loop.preconditionIsCurrent()
        if let retry { loop.cancel(retry) }
        if let registration { loop.deregister(descriptor: descriptor, id: registration) }
        registration = nil
        // The file first: between the two, a new server may already have put its own there.
        if case .unix(let path) = address { unsafe unlink(path) }
        Glibc.close(descriptor)
    }

    private static func bind(_ descriptor: Int32, to address: Address) throws(TransportError) {
        guard case .unix(let path) = address else {
            shim_set_integer_option(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
            return try bindNow(descriptor, to: address)
        }
        try removeStaleSocket(at: path)
        // Only the owner may connect. The mode is set on the socket before it is bound, so that the file never
        // exists with a wider one.
        try systemCall("fchmod", on: address.description) { fchmod(descriptor, 0o600) }
        try bindNow(descriptor, to: address)
    }

    private static func bindNow(_ descriptor: Int32, to address: Address) throws(TransportError) {
        try systemCall("bind", on: address.description) {
            unsafe address.withSocketAddress { unsafe Glibc.bind(descriptor, $0, $1) }
        }
    }

    /// Removes the socket file of a process that is gone; refuses when one still listens, or when
    /// it is no socket.
    private static func removeStaleSocket(at path: String) throws(TransportError) {
        let address = Address.unix(path: path)
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw TransportError("bind", address.description, .notASocket)
        }
        let probe = try systemCall("socket", on: address.description) {
            shim_stream_socket(AF_UNIX, 1)
        }
        defer { Glibc.close(probe) }
        let code = unsafe address.withSocketAddress { unsafe Glibc.connect(probe, $0, $1) }
        // A listener whose queue is full answers EAGAIN: it is alive too.
        guard code != 0, errno == ECONNREFUSED else {
            throw TransportError("bind", address.description, .socketInUse)
        }
        try systemCall("unlink", on: path) { unsafe unlink(path) }
    }

    private func accept() throws(TransportError) -> AcceptedSocket? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let socket = unsafe shim_accept(descriptor, &storage, &length)
        guard socket >= 0 else {
            let code = errno
            // The peer was gone before it was accepted, or another error of its network: take the next one.
            guard [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(code) else {
                trapIfBug(code, in: "accept")
                return nil
            }
            throw TransportError("accept", address.description, .system(code))
        }
        if address.family != AF_UNIX {
            shim_set_integer_option(socket, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        }
        return AcceptedSocket(
            descriptor: socket,
            peer: address.family == AF_UNIX ? address : Address(storage, length: length) ?? address
        )
    }

    /// Looks away for a while: the waiting connection would be reported again and again.
    private func pause(because error: TransportError) {
        guard let registration else { return }
        loop.setInterest(0, descriptor: descriptor, id: registration)
        failed(error)
        retry = loop.schedule(at: loop.now.advanced(by: Self.shortageDelay)) { [weak self] in
            guard let self, let registration = self.registration else { return }
            retry = nil
            loop.setInterest(EPOLLIN.rawValue, descriptor: descriptor, id: registration)
        }
    }
}

extension Listener: EventSource {
    func ready(_ readiness: Readiness) {
        for _ in 0..<Self.acceptsPerTurn {
            do throws(TransportError) {
                guard let socket = try accept() else { return }
                accepted(socket)
            } catch {
                return pause(because: error)
            }
        }
    }
}

/// A connected socket that may be handed to any loop; closed when nobody opens it.
public final class AcceptedSocket: @unchecked Sendable {
    /// The other end.
    public let peer: Address
    private var descriptor: Int32?

    init(descriptor: Int32, peer: Address) {
        self.descriptor = descriptor
        self.peer = peer
    }

    deinit {
        if let descriptor { Glibc.close(descriptor) }
    }

    /// Makes it a connection of `loop`.
    ///
    /// Called on that loop, once.
    public func connection(on loop: EventLoop, limits: ConnectionLimits) -> Connection {
        loop.preconditionIsCurrent()
        guard let descriptor else { fatalError("an accepted socket was opened twice") }
        self.descriptor = nil
        return Connection(descriptor: descriptor, peer: peer, loop: loop, limits: limits)
    }
}
