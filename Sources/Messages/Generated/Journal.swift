// Generated from proto/journal.proto by proto/generate. Do not edit.

/// A tree and how well an opening fits it.
public struct RoutingScore: Message {
    /// The tree.
    public var tree: String

    /// From 0 to 1.
    public var score: Float

    /// Creates a message: what is not given has its default value.
    public init(
        tree: String = "",
        score: Float = 0
    ) {
        self.tree = tree
        self.score = score
    }
}

/// How an input was understood.
public struct Understanding: Message {
    /// The reading that was taken.
    public var utterance: String

    /// What the customer wants.
    public var acts: [Act]

    /// The answer to what was asked; absent when there is none.
    public var answer: Optional<Fact>

    /// Facts said beside the answer, corrections among them.
    public var volunteered: [Fact]

    /// The customer's question back.
    public var question: String

    /// The article that answers it.
    public var article: String

    /// Trees that an opening may belong to, best first.
    public var routing: [RoutingScore]

    /// Creates a message: what is not given has its default value.
    public init(
        utterance: String = "",
        acts: [Act] = [],
        answer: Fact? = nil,
        volunteered: [Fact] = [],
        question: String = "",
        article: String = "",
        routing: [RoutingScore] = []
    ) {
        self.utterance = utterance
        self.acts = acts
        self.answer = answer
        self.volunteered = volunteered
        self.question = question
        self.article = article
        self.routing = routing
    }
}

/// Where a call stands after a record, beside its facts.
public struct CallProgress: Message {
    /// The phase.
    public var phase: Phase

    /// The outcome.
    public var outcome: Outcome

    /// The tree; empty before routing.
    public var tree: String

    /// The node that speaks, as tree/node.
    public var node: String

    /// The fact that is asked; empty when none is.
    public var asked: String

    /// An answer that waits for its confirmation.
    public var confirming: Optional<Fact>

    /// Turns in a row that brought nothing new.
    public var withoutProgress: UInt32

    /// How often the fact that is asked has been asked.
    public var timesAsked: UInt32

    /// Trees between which the customer is asked to choose, or among which an answer of the opening
    /// is sought.
    public var candidates: [String]

    /// The words of the opening, kept while the tree is sought.
    public var opening: String

    /// Whether the walk is off the map.
    public var offMap: Bool

    /// Lookups that are awaited.
    public var lookups: [Lookup]

    /// The queue that the call goes to.
    public var queue: String

    /// How many confirmations the call has asked for.
    public var confirmations: UInt32

    /// Answers that were guessed and that the customer has denied or not agreed with.
    public var denied: [Fact]

    /// Creates a message: what is not given has its default value.
    public init(
        phase: Phase = .unspecified,
        outcome: Outcome = .unspecified,
        tree: String = "",
        node: String = "",
        asked: String = "",
        confirming: Fact? = nil,
        withoutProgress: UInt32 = 0,
        timesAsked: UInt32 = 0,
        candidates: [String] = [],
        opening: String = "",
        offMap: Bool = false,
        lookups: [Lookup] = [],
        queue: String = "",
        confirmations: UInt32 = 0,
        denied: [Fact] = []
    ) {
        self.phase = phase
        self.outcome = outcome
        self.tree = tree
        self.node = node
        self.asked = asked
        self.confirming = confirming
        self.withoutProgress = withoutProgress
        self.timesAsked = timesAsked
        self.candidates = candidates
        self.opening = opening
        self.offMap = offMap
        self.lookups = lookups
        self.queue = queue
        self.confirmations = confirmations
        self.denied = denied
    }
}

/// One record of the journal.
public struct JournalRecord: Message {
    /// The call.
    public var callID: String

    /// The kind.
    public var kind: RecordKind

    /// The turn; the last one for records between turns.
    public var turn: UInt32

    /// Sequence number of the call's previous record; 0 for the first.
    public var previous: UInt64

    /// When, in milliseconds since 1970-01-01 UTC, by the server's clock.
    public var atMs: Int64

    /// The request that started the call, in its first record.
    public var start: Optional<StartCallRequest>

    /// The release that the call is pinned to, in its first record.
    public var release: UInt32

    /// What came in with a turn.
    public var input: Optional<Input>

    /// How it was understood.
    public var understanding: Optional<Understanding>

    /// What it changed, in order.
    public var changes: [Fact]

    /// Where the call stands after it.
    public var progress: Optional<CallProgress>

    /// The reply, without changes and lookups, which stand above.
    public var reply: Optional<TurnReply>

    /// The request id of added facts.
    public var requestID: String

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        kind: RecordKind = .unspecified,
        turn: UInt32 = 0,
        previous: UInt64 = 0,
        atMs: Int64 = 0,
        start: StartCallRequest? = nil,
        release: UInt32 = 0,
        input: Input? = nil,
        understanding: Understanding? = nil,
        changes: [Fact] = [],
        progress: CallProgress? = nil,
        reply: TurnReply? = nil,
        requestID: String = ""
    ) {
        self.callID = callID
        self.kind = kind
        self.turn = turn
        self.previous = previous
        self.atMs = atMs
        self.start = start
        self.release = release
        self.input = input
        self.understanding = understanding
        self.changes = changes
        self.progress = progress
        self.reply = reply
        self.requestID = requestID
    }
}

/// Where the records of a call that is not live stand.
public struct CallIndex: Message {
    /// Sequence number of its last record.
    public var lastSequence: UInt64

    /// The call in a line.
    public var summary: Optional<CallSummary>

    /// Whether it has ended; a call that was only put aside has not.
    public var ended: Bool

    /// All that is known of a call that has ended, as its release shows it, without summary and
    /// records: the release may be dropped, and what was handed over must not change.
    public var detail: Optional<GetCallReply>

    /// Creates a message: what is not given has its default value.
    public init(
        lastSequence: UInt64 = 0,
        summary: CallSummary? = nil,
        ended: Bool = false,
        detail: GetCallReply? = nil
    ) {
        self.lastSequence = lastSequence
        self.summary = summary
        self.ended = ended
        self.detail = detail
    }
}

/// What a record tells.
public enum RecordKind: Int32, Sendable, CaseIterable {
    /// Never stored.
    case unspecified = 0
    /// The start of a call.
    case start = 1
    /// A turn.
    case turn = 2
    /// Facts added by a system or a front end.
    case facts = 3
    /// Lookups whose time ran out.
    case lookupsTimedOut = 4
    /// The call was left idle and is ended by the server.
    case leftIdle = 5
}
