internal import Messages

/// One call as its front end holds it.
protocol CallSession {
    var callID: String { get }
    /// The last reply; empty before the start.
    var reply: TurnReply { get }

    mutating func start(_ request: StartCallRequest) throws -> StartCallReply

    /// Lets the time before a turn pass; 0 for as much as usually passes.
    mutating func pass(seconds: UInt32) throws

    /// Takes the next turn.
    mutating func take(_ kind: InputKind) throws -> TurnReply

    /// Adds facts as a system does.
    mutating func add(_ facts: [StructuredAnswer], system: String, requestID: String) throws

    /// Takes lookups of some systems, as a worker does.
    mutating func takeLookups(of sources: [String]) throws -> [Lookup]

    /// Waits as long as the call waits for a system, at most so many milliseconds; returns
    /// whether it still does.
    mutating func awaitLookups(atMost milliseconds: UInt32) throws -> Bool

    /// Is silent as long as the call waits for a system, at most so many milliseconds.
    mutating func silence(atMost milliseconds: UInt32) throws -> InputKind

    /// What people see of such a wait.
    func waitNote(atMost milliseconds: UInt32) -> String

    /// All that is known of the call.
    func detail() throws -> GetCallReply

    /// What was understood since it was last asked for, in lines, where a person tries words.
    mutating func understood() -> [String]
}

extension CallSession {
    var hasEnded: Bool { reply.phase == .ended }

    /// Milliseconds that the call waits at most, when a system is awaited.
    var waitMilliseconds: UInt32? {
        guard let expects = reply.expects, expects.waiting else { return nil }
        return expects.waitMs
    }
}
