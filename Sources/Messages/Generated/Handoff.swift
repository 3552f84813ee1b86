// Generated from proto/handoff.proto by proto/generate. Do not edit.

/// One line of a handoff with its evidence.
public struct HandoffItem: Message {
    /// The fact; empty for a line that the tree words from several.
    public var fact: String

    /// Its name for people.
    public var label: String

    /// The line.
    public var text: String

    /// "✓", "✗", "?" or empty.
    public var mark: String

    /// Where it comes from; for a line from several facts, that of each.
    public var evidence: [Provenance]

    /// Creates a message: what is not given has its default value.
    public init(
        fact: String = "",
        label: String = "",
        text: String = "",
        mark: String = "",
        evidence: [Provenance] = []
    ) {
        self.fact = fact
        self.label = label
        self.text = text
        self.mark = mark
        self.evidence = evidence
    }
}

/// What a handoff is made of.
public struct HandoffRecord: Message {
    /// Name of the handoff: that of its call.
    public var callID: String

    /// When it was assembled, in milliseconds since 1970-01-01 UTC.
    public var assembledAtMs: Int64

    /// The call in a line.
    public var call: CallSummary?

    /// The issue.
    public var issue: HandoffItem?

    /// The product.
    public var product: HandoffItem?

    /// Symptoms.
    public var symptoms: [HandoffItem]

    /// Environment.
    public var environment: [HandoffItem]

    /// Diagnostics completed.
    public var diagnostics: [HandoffItem]

    /// The preliminary diagnosis.
    public var diagnosis: HandoffItem?

    /// Its confidence, from 0 to 1.
    public var confidence: Float

    /// Articles behind it.
    public var articles: [ArticleReference]

    /// Fixes attempted.
    public var fixes: [HandoffItem]

    /// The recommendation.
    public var recommendation: HandoffItem?

    /// Its estimated minutes.
    public var minutes: UInt32

    /// The queue.
    public var queue: String

    /// From 1 (at once) to 5.
    public var priority: UInt32

    /// When the customer can be reached, in words.
    public var availability: HandoffItem?

    /// The same as windows.
    public var windows: [TimeWindow]

    /// Required facts missing, and why.
    public var notObtained: [HandoffItem]

    /// Values that the customer corrected.
    public var superseded: [HandoffItem]

    /// Words of the rendered handoff.
    public var words: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        assembledAtMs: Int64 = 0,
        call: CallSummary? = nil,
        issue: HandoffItem? = nil,
        product: HandoffItem? = nil,
        symptoms: [HandoffItem] = [],
        environment: [HandoffItem] = [],
        diagnostics: [HandoffItem] = [],
        diagnosis: HandoffItem? = nil,
        confidence: Float = 0,
        articles: [ArticleReference] = [],
        fixes: [HandoffItem] = [],
        recommendation: HandoffItem? = nil,
        minutes: UInt32 = 0,
        queue: String = "",
        priority: UInt32 = 0,
        availability: HandoffItem? = nil,
        windows: [TimeWindow] = [],
        notObtained: [HandoffItem] = [],
        superseded: [HandoffItem] = [],
        words: UInt32 = 0
    ) {
        self.callID = callID
        self.assembledAtMs = assembledAtMs
        self.call = call
        self.issue = issue
        self.product = product
        self.symptoms = symptoms
        self.environment = environment
        self.diagnostics = diagnostics
        self.diagnosis = diagnosis
        self.confidence = confidence
        self.articles = articles
        self.fixes = fixes
        self.recommendation = recommendation
        self.minutes = minutes
        self.queue = queue
        self.priority = priority
        self.availability = availability
        self.windows = windows
        self.notObtained = notObtained
        self.superseded = superseded
        self.words = words
    }
}

/// Who works on a handoff.
public struct Claim: Message {
    /// The engineer.
    public var engineer: String

    /// Since when, in milliseconds since 1970-01-01 UTC.
    public var atMs: Int64

    /// Creates a message: what is not given has its default value.
    public init(
        engineer: String = "",
        atMs: Int64 = 0
    ) {
        self.engineer = engineer
        self.atMs = atMs
    }
}

/// What an engineer says of a handoff.
public struct Rating: Message {
    /// Chosen by the client, unique in the handoff: a repeated id changes nothing.
    public var ratingID: String

    /// The engineer.
    public var engineer: String

    /// From 1 to 5.
    public var score: UInt32

    /// What was missing: fact keys or free text.
    public var missing: [String]

    /// Questions that had to be asked again.
    public var askedAgain: [String]

    /// Fields that were wrong.
    public var wrong: [String]

    /// A note.
    public var note: String

    /// Seconds that reading took.
    public var seconds: UInt32

    /// When, in milliseconds since 1970-01-01 UTC; set by the server.
    public var atMs: Int64

    /// Creates a message: what is not given has its default value.
    public init(
        ratingID: String = "",
        engineer: String = "",
        score: UInt32 = 0,
        missing: [String] = [],
        askedAgain: [String] = [],
        wrong: [String] = [],
        note: String = "",
        seconds: UInt32 = 0,
        atMs: Int64 = 0
    ) {
        self.ratingID = ratingID
        self.engineer = engineer
        self.score = score
        self.missing = missing
        self.askedAgain = askedAgain
        self.wrong = wrong
        self.note = note
        self.seconds = seconds
        self.atMs = atMs
    }
}

/// One step of what became of a handoff.
public struct OutcomeRecord: Message {
    /// Chosen by the client, unique in the handoff: a repeated id changes nothing.
    public var outcomeID: String

    /// The engineer.
    public var engineer: String

    /// What happened.
    public var resolution: Resolution

    /// How it was resolved, or why it went back.
    public var note: String

    /// When it happened, in milliseconds since 1970-01-01 UTC; 0 for now.
    public var atMs: Int64

    /// Creates a message: what is not given has its default value.
    public init(
        outcomeID: String = "",
        engineer: String = "",
        resolution: Resolution = .unspecified,
        note: String = "",
        atMs: Int64 = 0
    ) {
        self.outcomeID = outcomeID
        self.engineer = engineer
        self.resolution = resolution
        self.note = note
        self.atMs = atMs
    }
}

/// Everything stored about a handoff.
public struct HandoffDetail: Message {
    /// The handoff; absent while it is awaited.
    public var record: HandoffRecord?

    /// Who works on it; absent when nobody does.
    public var claim: Claim?

    /// Ratings in order of arrival.
    public var ratings: [Rating]

    /// Outcomes in order of arrival.
    public var outcomes: [OutcomeRecord]

    /// Creates a message: what is not given has its default value.
    public init(
        record: HandoffRecord? = nil,
        claim: Claim? = nil,
        ratings: [Rating] = [],
        outcomes: [OutcomeRecord] = []
    ) {
        self.record = record
        self.claim = claim
        self.ratings = ratings
        self.outcomes = outcomes
    }
}

/// Assembles the handoff of a call.
///
/// Idempotent by call.
public struct AssembleRequest: Message {
    /// The call.
    public var callID: String

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = ""
    ) {
        self.callID = callID
    }
}

/// The handoff, or the promise of it.
public struct AssembleReply: Message {
    /// Whether diagnosisd could not be reached: the request is kept and done later.
    public var kept: Bool

    /// The handoff; absent when kept.
    public var record: HandoffRecord?

    /// Creates a message: what is not given has its default value.
    public init(
        kept: Bool = false,
        record: HandoffRecord? = nil
    ) {
        self.kept = kept
        self.record = record
    }
}

/// Asks for a handoff.
public struct GetHandoffRequest: Message {
    /// The call.
    public var callID: String

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = ""
    ) {
        self.callID = callID
    }
}

/// Lists handoffs, newest first.
public struct ListHandoffsRequest: Message {
    /// Only those of this queue; empty for all.
    public var queue: String

    /// Only those that nobody has claimed.
    public var unclaimed: Bool

    /// At most so many; 0 means 50, the limit is 500.
    public var maximum: UInt32

    /// Only those assembled before this handoff in the list; empty for the newest.
    public var beforeCallID: String

    /// Creates a message: what is not given has its default value.
    public init(
        queue: String = "",
        unclaimed: Bool = false,
        maximum: UInt32 = 0,
        beforeCallID: String = ""
    ) {
        self.queue = queue
        self.unclaimed = unclaimed
        self.maximum = maximum
        self.beforeCallID = beforeCallID
    }
}

/// A handoff in a line.
public struct HandoffSummary: Message {
    /// The call.
    public var callID: String

    /// The issue.
    public var issue: String

    /// The queue.
    public var queue: String

    /// From 1 (at once) to 5.
    public var priority: UInt32

    /// When it was assembled, in milliseconds since 1970-01-01 UTC.
    public var assembledAtMs: Int64

    /// Who works on it; empty when nobody does.
    public var engineer: String

    /// The last rating's score; 0 when there is none.
    public var score: UInt32

    /// The last outcome.
    public var resolution: Resolution

    /// How the call came out.
    public var outcome: Outcome

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        issue: String = "",
        queue: String = "",
        priority: UInt32 = 0,
        assembledAtMs: Int64 = 0,
        engineer: String = "",
        score: UInt32 = 0,
        resolution: Resolution = .unspecified,
        outcome: Outcome = .unspecified
    ) {
        self.callID = callID
        self.issue = issue
        self.queue = queue
        self.priority = priority
        self.assembledAtMs = assembledAtMs
        self.engineer = engineer
        self.score = score
        self.resolution = resolution
        self.outcome = outcome
    }
}

/// Handoffs, newest first.
public struct ListHandoffsReply: Message {
    /// The handoffs.
    public var handoffs: [HandoffSummary]

    /// Calls whose handoff is asked for and not made yet.
    public var kept: [String]

    /// Creates a message: what is not given has its default value.
    public init(
        handoffs: [HandoffSummary] = [],
        kept: [String] = []
    ) {
        self.handoffs = handoffs
        self.kept = kept
    }
}

/// Asks for a handoff written out.
public struct RenderRequest: Message {
    /// The call.
    public var callID: String

    /// The form.
    public var format: Format

    /// Whether each line shows its evidence.
    public var evidence: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        format: Format = .unspecified,
        evidence: Bool = false
    ) {
        self.callID = callID
        self.format = format
        self.evidence = evidence
    }
}

/// A handoff written out.
public struct RenderReply: Message {
    /// The document, UTF-8.
    public var document: String

    /// Its media type.
    public var mediaType: String

    /// Words of the handoff.
    public var words: UInt32

    /// Seconds that a person reads, at 240 words a minute.
    public var readingSeconds: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        document: String = "",
        mediaType: String = "",
        words: UInt32 = 0,
        readingSeconds: UInt32 = 0
    ) {
        self.document = document
        self.mediaType = mediaType
        self.words = words
        self.readingSeconds = readingSeconds
    }
}

/// Takes a handoff to work on.
///
/// The first engineer has it.
public struct ClaimRequest: Message {
    /// The call.
    public var callID: String

    /// The engineer.
    public var engineer: String

    /// Takes it over from another engineer.
    public var takeOver: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        engineer: String = "",
        takeOver: Bool = false
    ) {
        self.callID = callID
        self.engineer = engineer
        self.takeOver = takeOver
    }
}

/// Rates a handoff.
public struct RateRequest: Message {
    /// The call.
    public var callID: String

    /// What the engineer says.
    public var rating: Rating?

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        rating: Rating? = nil
    ) {
        self.callID = callID
        self.rating = rating
    }
}

/// Records what became of a handoff.
public struct RecordOutcomeRequest: Message {
    /// The call.
    public var callID: String

    /// What became of it.
    public var outcome: OutcomeRecord?

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        outcome: OutcomeRecord? = nil
    ) {
        self.callID = callID
        self.outcome = outcome
    }
}

/// How far handoffd has followed the order of ended calls.
public struct FollowedCalls: Message {
    /// The last position whose handoff is stored or kept.
    public var endedSequence: UInt64

    /// Creates a message: what is not given has its default value.
    public init(
        endedSequence: UInt64 = 0
    ) {
        self.endedSequence = endedSequence
    }
}

/// A call whose handoff is asked for and not made yet.
public struct KeptRequest: Message {
    /// The call.
    public var callID: String

    /// Since when, in milliseconds since 1970-01-01 UTC.
    public var sinceMs: Int64

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        sinceMs: Int64 = 0
    ) {
        self.callID = callID
        self.sinceMs = sinceMs
    }
}

/// What became of a handoff.
public enum Resolution: Int32, Sendable, CaseIterable {
    /// Never sent.
    case unspecified = 0
    /// Resolved.
    case resolved = 1
    /// Returned to Tier 1.
    case bouncedBack = 2
    /// Came up again after it was resolved.
    case reopened = 3
}

/// How a handoff is written out.
public enum Format: Int32, Sendable, CaseIterable {
    /// Means text.
    case unspecified = 0
    /// A table for a terminal.
    case text = 1
    /// Markdown.
    case markdown = 2
    /// A page.
    case html = 3
    /// By the published schema.
    case json = 4
}
