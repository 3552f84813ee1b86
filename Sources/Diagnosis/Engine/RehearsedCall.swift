public import Messages

/// A call that is held on a catalog alone: without a server, on time of its own, and kept nowhere.
public struct RehearsedCall {
    /// Where it stands.
    public private(set) var state: CallState
    /// Its time, in milliseconds since 1970-01-01 UTC.
    public private(set) var nowMilliseconds: Int64
    /// What came of it so far, first to last.
    public private(set) var records: [JournalRecord]
    private let view: any Knowledge

    /// Begins a call whoever has hours.
    ///
    /// - Parameter release: The number of the release that `view` reads; 0 for a draft.
    /// - Throws: ``EngineError`` when the request holds what it must not.
    public init(
        _ request: StartCallRequest,
        release: UInt32 = 0,
        atMilliseconds: Int64,
        view: some Knowledge
    ) throws {
        let request = try StartCheck.checked(
            request,
            atMilliseconds: atMilliseconds,
            knowledge: view
        )
        let record = try Engine.begin(
            request,
            release: release,
            atMilliseconds: atMilliseconds,
            view: view
        )
        guard let state = CallState(first: record, sequence: 1) else {
            preconditionFailure("a call begins with its start")
        }
        self.state = state
        self.view = view
        nowMilliseconds = atMilliseconds
        records = [record]
    }

    /// Milliseconds that pass before a turn where nobody says how many.
    private static let pauseMilliseconds: Int64 = 2_000

    /// Lets time pass before a turn; 0 for as much as usually passes.
    public mutating func pass(seconds: UInt32) {
        pass(milliseconds: seconds == 0 ? Self.pauseMilliseconds : Int64(seconds) * 1_000)
    }

    /// Lets time pass.
    public mutating func pass(milliseconds: Int64) { nowMilliseconds += milliseconds }

    /// Takes a turn.
    @discardableResult
    public mutating func take(_ input: Input) throws -> JournalRecord {
        apply(try Engine.turn(state, input: input, atMilliseconds: nowMilliseconds, view: view))
    }

    /// Adds facts as a system does.
    @discardableResult
    public mutating func add(
        _ facts: [StructuredAnswer],
        system: String
    ) throws -> JournalRecord {
        let request = AddFactsRequest(
            callID: state.start.callID,
            requestID: "\(records.count)",
            system: system,
            facts: facts
        )
        return apply(
            try Engine.addFacts(
                state,
                request: request,
                atMilliseconds: nowMilliseconds,
                view: view
            )
        )
    }

    /// Lets lookups time out whose time has passed; nil where there are none.
    @discardableResult
    public mutating func timeOutLookups() throws -> JournalRecord? {
        let late = state.progress.lookups.filter { $0.deadlineMs <= nowMilliseconds }
        guard !late.isEmpty, !state.isEnded else { return nil }
        return apply(
            try Engine.timeOut(
                state,
                facts: late.map(\.fact),
                atMilliseconds: nowMilliseconds,
                view: view
            )
        )
    }

    /// All that is known of it.
    public func detail() throws -> GetCallReply { try Engine.detail(of: state, view: view) }

    /// What came of it so far, as people read it.
    public var turns: [TurnView] { TurnView.views(of: records) }

    private mutating func apply(_ record: JournalRecord) -> JournalRecord {
        records.append(record)
        state.apply(record, sequence: UInt64(records.count))
        return record
    }
}
