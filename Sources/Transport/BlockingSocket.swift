internal import CShims
internal import Glibc

/// A connected socket for a caller that waits: every step ends by a deadline.
///
/// For clients; used by one thread at a time.
@safe
public struct BlockingSocket: ~Copyable {
    private let descriptor: Int32
    private let peer: Address
    private let readBuffer: UnsafeMutableRawBufferPointer

    private static let readBufferBytes = 32 * 1_024

    /// Connects, by the deadline.
    public init(connectingTo address: Address, by deadline: MonotonicTime) throws(TransportError) {
        peer = address
        descriptor = try Self.open(address, by: deadline)
        unsafe readBuffer = .allocate(byteCount: Self.readBufferBytes, alignment: 16)
    }

    deinit {
        Glibc.close(descriptor)
        unsafe readBuffer.deallocate()
    }

    private static func open(
        _ address: Address,
        by deadline: MonotonicTime
    ) throws(TransportError) -> Int32 {
        let descriptor = try systemCall("socket", on: address.description) {
            shim_stream_socket(address.family, 1)
        }
        do throws(TransportError) {
            try connect(descriptor, to: address, by: deadline)
        } catch {
            Glibc.close(descriptor)
            throw error
        }
        return descriptor
    }

    private static func connect(
        _ descriptor: Int32,
        to address: Address,
        by deadline: MonotonicTime
    ) throws(TransportError) {
        if address.family != AF_UNIX {
            shim_set_integer_option(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        }
        var isUnderWay = false
        try systemCall("connect", on: address.description) {
            let code = unsafe address.withSocketAddress {
                unsafe Glibc.connect(descriptor, $0, $1)
            }
            isUnderWay = code < 0 && errno == EINPROGRESS
            return isUnderWay ? 0 : code
        }
        guard isUnderWay else { return }
        try wait(for: POLLOUT, on: descriptor, "connect", address, by: deadline)
        let code = shim_socket_error(descriptor)
        guard code == 0 else {
            throw TransportError("connect", address.description, .system(code))
        }
    }

    /// Whether the peer has closed, or sent what nobody asked for, since the last reply: then it is
    /// of no more use.
    public var isStale: Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&request, 1, 0) != 0
    }

    /// Sends all of the bytes, by the deadline.
    public borrowing func send(
        _ bytes: Span<UInt8>,
        by deadline: MonotonicTime
    ) throws(TransportError) {
        var sent = 0
        while sent < bytes.count {
            let rest = bytes.extracting(sent...)
            let count = unsafe rest.withUnsafeBytes {
                unsafe shim_send(descriptor, $0.baseAddress, $0.count)
            }
            if count >= 0 {
                sent += count
            } else {
                try check(errno, "send", waitingFor: POLLOUT, by: deadline)
            }
        }
    }

    /// Appends what has arrived, at least one byte and at most `limit`, by the deadline.
    public borrowing func receive(
        into buffer: inout [UInt8],
        limit: Int,
        by deadline: MonotonicTime
    ) throws(TransportError) {
        precondition(limit > 0)
        while true {
            // Waiting first saves a call that would find nothing: the reply is hardly ever there yet.
            try Self.wait(for: POLLIN, on: descriptor, "recv", peer, by: deadline)
            let count = unsafe recv(
                descriptor,
                readBuffer.baseAddress,
                min(limit, readBuffer.count),
                0
            )
            if count > 0 {
                unsafe buffer.append(contentsOf: readBuffer[..<count])
                return
            }
            guard count < 0 else { throw TransportError("recv", "\(peer)", .closedByPeer) }
            try check(errno, "recv", waitingFor: POLLIN, by: deadline)
        }
    }

    private borrowing func check(
        _ code: Int32,
        _ call: String,
        waitingFor events: Int32,
        by deadline: MonotonicTime
    ) throws(TransportError) {
        switch code {
        case EINTR: return
        case EAGAIN: try Self.wait(for: events, on: descriptor, call, peer, by: deadline)
        case EPIPE, ECONNRESET: throw TransportError(call, "\(peer)", .closedByPeer)
        default:
            trapIfBug(code, in: call)
            throw TransportError(call, "\(peer)", .system(code))
        }
    }

    private static func wait(
        for events: Int32,
        on descriptor: Int32,
        _ call: String,
        _ peer: Address,
        by deadline: MonotonicTime
    ) throws(TransportError) {
        while true {
            let left = deadline.nanoseconds(since: .now)
            guard left > 0 else { throw TransportError(call, "\(peer)", .timedOut) }
            let milliseconds = Int32(clamping: left / 1_000_000 + 1)
            var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
            let ready = try systemCall("poll", on: "\(peer)") {
                unsafe poll(&request, 1, milliseconds)
            }
            if ready > 0 { return }
        }
    }
}
