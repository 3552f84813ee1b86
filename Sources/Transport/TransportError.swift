internal import CShims
internal import Glibc

/// A system call on a socket, or something that had to happen in time, failed.
public struct TransportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Reason: Hashable, Sendable {
        /// The kernel refused; the number is an `errno`.
        case system(Int32)
        /// The time given had passed.
        case timedOut
        /// The peer closed the connection.
        case closedByPeer
        /// A live process listens on this Unix socket.
        case socketInUse
        /// The path of the Unix socket names something that is not a socket.
        case notASocket
    }

    /// The system call, or the step, that failed.
    public let call: String
    /// The address or descriptor that it was made on.
    public let subject: String
    /// What went wrong.
    public let reason: Reason

    init(_ call: String, _ subject: String, _ reason: Reason) {
        self.call = call
        self.subject = subject
        self.reason = reason
    }

    /// Names the call, the address and what can be done.
    public var description: String {
        "\(call) \(subject): \(explanation)"
    }

    private var explanation: String {
        switch reason {
        case .system(EADDRINUSE):
            "\(Self.text(EADDRINUSE)); stop the process that listens there or choose another port"
        case .system(EMFILE):
            "\(Self.text(EMFILE)); raise the limit on open files (ulimit -n)"
        case .system(ENOENT) where call == "bind":
            "\(Self.text(ENOENT)); make the folder of the socket first"
        case .system(EACCES) where call == "bind":
            "\(Self.text(EACCES)); choose a folder, or a port from 1024 on, that this user may take"
        case .system(let code): Self.text(code)
        case .timedOut: "timed out"
        case .closedByPeer: "the peer closed the connection"
        case .socketInUse:
            "a live process listens there; stop it or choose another path"
        case .notASocket:
            "the path exists and is not a socket; remove it or choose another path"
        }
    }

    private static func text(_ code: Int32) -> String {
        unsafe String(cString: strerror(code))
    }
}

/// Makes a system call again while it is interrupted; throws what it then fails with.
///
/// An errno that only a bug in this module can cause (a closed descriptor, a bad pointer) traps:
/// going on would mean to read or write somebody else's socket.
@discardableResult
func systemCall(
    _ call: String,
    on subject: @autoclosure () -> String,
    _ body: () -> Int32
) throws(TransportError) -> Int32 {
    while true {
        let result = body()
        if result >= 0 { return result }
        let code = errno
        if code == EINTR { continue }
        trapIfBug(code, in: call)
        throw TransportError(call, subject(), .system(code))
    }
}

func trapIfBug(_ code: Int32, in call: String) {
    guard code == EBADF || code == EFAULT || code == ENOTSOCK else { return }
    unsafe fatalError("\(call): \(String(cString: strerror(code))): a bug in Transport")
}
