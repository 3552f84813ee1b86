internal import Catalog
internal import Diagnosis
internal import Foundation
internal import Messages

/// A call that is held on a folder: nothing is published, served or kept.
struct FolderCall: CallSession {
    let callID: String
    private let view: CatalogView
    private var call: RehearsedCall?
    private(set) var reply = TurnReply()
    private var understanding = UnderstandingText()
    private var shownTurns = 0

    /// - Parameter view: The compiled folder.
    init(callID: String, view: CatalogView) {
        self.callID = callID
        self.view = view
    }

    mutating func start(_ request: StartCallRequest) throws -> StartCallReply {
        let now = Int64(Date.now.timeIntervalSince1970 * 1_000)
        let call = try RehearsedCall(
            request,
            atMilliseconds: request.startedAtMs > 0 ? request.startedAtMs : now,
            view: view
        )
        self.call = call
        reply = call.state.lastReply
        return StartCallReply(reply: reply)
    }

    mutating func pass(seconds: UInt32) { call?.pass(seconds: seconds) }

    mutating func take(_ kind: InputKind) throws -> TurnReply {
        try call?.take(Input(kind: kind))
        reply = call?.state.lastReply ?? TurnReply()
        return reply
    }

    mutating func add(_ facts: [StructuredAnswer], system: String, requestID: String) throws {
        try call?.add(facts, system: system)
    }

    func takeLookups(of sources: [String]) -> [Lookup] {
        call?.state.progress.lookups.filter { sources.contains($0.source) } ?? []
    }

    /// The time passes at once: nobody is there who could answer meanwhile.
    mutating func awaitLookups(atMost milliseconds: UInt32) throws -> Bool {
        if isWaiting {
            call?.pass(milliseconds: Int64(milliseconds))
            try call?.timeOutLookups()
        }
        return isWaiting
    }

    mutating func silence(atMost milliseconds: UInt32) throws -> InputKind {
        let begin = call?.nowMilliseconds ?? 0
        _ = try awaitLookups(atMost: milliseconds)
        let passed = (call?.nowMilliseconds ?? 0) - begin
        return .silence(Silence(durationMs: UInt32(passed)))
    }

    func waitNote(atMost milliseconds: UInt32) -> String {
        "\(InputKind.seconds(milliseconds)) pass: no system answers"
    }

    func detail() throws -> GetCallReply { try call?.detail() ?? GetCallReply() }

    mutating func understood() -> [String] {
        let turns = call?.turns ?? []
        defer { shownTurns = turns.count }
        return turns.dropFirst(shownTurns).flatMap { understanding.lines(of: $0) }
    }

    private var isWaiting: Bool {
        call.map { !$0.state.isEnded && $0.state.lastReply.expects?.waiting == true } ?? false
    }
}
