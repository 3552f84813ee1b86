public import Messages
internal import Synchronization
internal import Transport

/// Answers one call, once, now or later, from any thread.
///
/// The first answer counts and later ones are dropped. A reply that is released without an answer
/// says INTERNAL. While it waits, a call costs its place among the connection's requests in flight
/// and nothing else.
public final class PendingReply: Sendable {
    private let ticket: Ticket
    private let loop: EventLoop
    private let connection: LoopBound<ServerConnection>

    init(ticket: Ticket, loop: EventLoop, connection: LoopBound<ServerConnection>) {
        self.ticket = ticket
        self.loop = loop
        self.connection = connection
    }

    deinit {
        answer(.failure(Status(.internal, "the server dropped the request without an answer")))
    }

    /// Answers with the bytes of a reply message.
    public func succeed(_ payload: [UInt8]) {
        answer(.success(payload))
    }

    /// Answers with a failure.
    public func fail(_ status: Status) {
        answer(.failure(status))
    }

    /// Whether an answer is of no use: one was given, the deadline passed, or the caller is gone.
    public var isAbandoned: Bool { ticket.isAbandoned }

    private func answer(_ outcome: Result<[UInt8], Status>) {
        guard ticket.close() else { return }
        guard !loop.isCurrent else { return connection.value.complete(ticket, outcome) }
        loop.execute { [ticket, connection] in connection.value.complete(ticket, outcome) }
    }
}

/// A ``PendingReply`` that takes one type of message.
public struct Reply<Response: Message>: Sendable {
    private let pending: PendingReply

    init(_ pending: PendingReply) {
        self.pending = pending
    }

    /// Answers with a message.
    public func succeed(_ response: Response) {
        pending.succeed(response.encoded())
    }

    /// Answers with a failure.
    public func fail(_ status: Status) {
        pending.fail(status)
    }

    /// Answers with a message or a failure.
    public func complete(_ result: Result<Response, Status>) {
        switch result {
        case .success(let response): succeed(response)
        case .failure(let status): fail(status)
        }
    }

    /// Whether an answer is of no use: one was given, the deadline passed, or the caller is gone.
    ///
    /// Whoever hands out something that only one caller gets asks this first.
    public var isAbandoned: Bool { pending.isAbandoned }
}

/// One call in flight: open until it is answered or given up.
final class Ticket: Sendable {
    private let open = Atomic<Bool>(true)
    private let callerLeft = Atomic<Bool>(false)

    var isAbandoned: Bool {
        !open.load(ordering: .acquiring) || callerLeft.load(ordering: .relaxed)
    }

    /// The caller will send nothing more; it may still read the answer, but more likely it is gone.
    func markCallerLeft() {
        callerLeft.store(true, ordering: .relaxed)
    }

    /// Whether this call was the one that closed it.
    func close() -> Bool {
        open.exchange(false, ordering: .acquiringAndReleasing)
    }
}
