internal import Messages
internal import RPC

/// Something done to one call, after what was asked of the call before.
///
/// The functions in it are called once, on a loop.
enum CallOperation: Sendable {
    /// Starts the call.
    case start(StartCallRequest, @Sendable (Result<StartCallReply, Status>) -> Void)
    /// Takes a turn.
    case turn(TurnRequest, @Sendable (Result<TurnReply, Status>) -> Void)
    /// Adds facts from outside.
    case facts(AddFactsRequest, @Sendable (Result<AddFactsReply, Status>) -> Void)
    /// Waits as long as the call waits for a system.
    case awaitLookups(AwaitLookupsRequest, LookupDesk.FrontEnd)
    /// Erases the call, which has ended, with all that is stored of it.
    case forget(Journal.Traces, @Sendable (Result<ForgetReply, Status>) -> Void)
    /// Records the lookups of these facts as timed out, where they are still awaited.
    case timeOut(facts: [String])
    /// Ends the call when nothing has come in since the given time, in milliseconds since 1970.
    case leaveIdle(notSince: Int64)
    /// Stores where the call stands, and drops it from memory unless something waits for it.
    case putAside

    /// The number by which turns are put in order; nil for what is done before any turn that
    /// waits.
    var turn: UInt32? {
        if case .turn(let request, _) = self { request.turn } else { nil }
    }

    /// Whether a client asked for it, so that it counts against the queue's limit.
    var hasCaller: Bool {
        switch self {
        case .start, .turn, .facts, .awaitLookups, .forget: true
        case .timeOut, .leaveIdle, .putAside: false
        }
    }

    /// Tells the caller, if there is one, that it failed.
    func fail(_ status: Status) {
        switch self {
        case .start(_, let answer): answer(.failure(status))
        case .turn(_, let answer): answer(.failure(status))
        case .facts(_, let answer): answer(.failure(status))
        case .awaitLookups(_, let answer): answer(.failure(status))
        case .forget(_, let answer): answer(.failure(status))
        case .timeOut, .leaveIdle, .putAside: break
        }
    }
}
