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

/// A fact that the trees of a call know, so that an engineer can point at it.
public struct TreeFact: Message {
    /// The fact.
    public var key: String

    /// Its name for people.
    public var label: String

    /// Its value for people; empty when the call does not have it.
    public var value: String

    /// Where the value comes from; absent when the call does not have it.
    public var provenance: Optional<Provenance>

    /// Why a fact that Tier 2 needs is not there.
    public var notObtained: NotObtained

    /// The form of the value.
    public var kind: ValueKind

    /// Creates a message: what is not given has its default value.
    public init(
        key: String = "",
        label: String = "",
        value: String = "",
        provenance: Provenance? = nil,
        notObtained: NotObtained = .unspecified,
        kind: ValueKind = .unspecified
    ) {
        self.key = key
        self.label = label
        self.value = value
        self.provenance = provenance
        self.notObtained = notObtained
        self.kind = kind
    }
}

/// What a handoff is made of.
public struct HandoffRecord: Message {
    /// Name of the handoff: that of its call.
    public var callID: String

    /// When it was assembled, in milliseconds since 1970-01-01 UTC.
    public var assembledAtMs: Int64

    /// The call in a line.
    public var call: Optional<CallSummary>

    /// The issue.
    public var issue: Optional<HandoffItem>

    /// The product.
    public var product: Optional<HandoffItem>

    /// Symptoms.
    public var symptoms: [HandoffItem]

    /// Environment.
    public var environment: [HandoffItem]

    /// Diagnostics completed.
    public var diagnostics: [HandoffItem]

    /// The preliminary diagnosis.
    public var diagnosis: Optional<HandoffItem>

    /// Its confidence, from 0 to 1.
    public var confidence: Float

    /// Articles behind it.
    public var articles: [ArticleReference]

    /// Fixes attempted.
    public var fixes: [HandoffItem]

    /// The recommendation.
    public var recommendation: Optional<HandoffItem>

    /// Its estimated minutes.
    public var minutes: UInt32

    /// The queue.
    public var queue: String

    /// From 1 (at once) to 5.
    public var priority: UInt32

    /// When the customer can be reached, in words.
    public var availability: Optional<HandoffItem>

    /// The same as windows.
    public var windows: [TimeWindow]

    /// Required facts missing, and why.
    public var notObtained: [HandoffItem]

    /// Values that the customer corrected.
    public var superseded: [HandoffItem]

    /// Words of the rendered handoff.
    public var words: UInt32

    /// Facts that the call's trees know: those that were wanted and not obtained, those that the
    /// call does not have, those that it has.
    public var facts: [TreeFact]

    /// The leaf that gave the diagnosis, as tree/node; empty when none was reached.
    public var leaf: String

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
        words: UInt32 = 0,
        facts: [TreeFact] = [],
        leaf: String = ""
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
        self.facts = facts
        self.leaf = leaf
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

/// Something that the call had answered and that an engineer asked the customer again.
public struct Rediagnosis: Message {
    /// The fact.
    public var fact: String

    /// Its name for people.
    public var label: String

    /// The value that the call had.
    public var value: String

    /// The turn in which it had been answered; 0 is the start of the call.
    public var turn: UInt32

    /// The customer's words in that turn.
    public var quote: String

    /// The engineer's words from which this was seen: an entry of asked_again, or a sentence of the
    /// note.
    public var seenIn: String

    /// Whether the engineer marked it, rather than wrote of it in the note.
    public var marked: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        fact: String = "",
        label: String = "",
        value: String = "",
        turn: UInt32 = 0,
        quote: String = "",
        seenIn: String = "",
        marked: Bool = false
    ) {
        self.fact = fact
        self.label = label
        self.value = value
        self.turn = turn
        self.quote = quote
        self.seenIn = seenIn
        self.marked = marked
    }
}

/// What an engineer says of a handoff.
///
/// The last rating of each engineer counts.
public struct Rating: Message {
    /// Chosen by the client, unique in the handoff: the same again changes nothing, other content
    /// under it is refused.
    public var ratingID: String

    /// The engineer.
    public var engineer: String

    /// From 1 to 5.
    public var score: UInt32

    /// What was missing: fact keys or free text.
    public var missing: [String]

    /// Questions that had to be asked again.
    public var askedAgain: [String]

    /// What was wrong: keys of facts, or issue, diagnosis or recommendation.
    ///
    /// A call whose diagnosis is among them is not confirmed.
    public var wrong: [String]

    /// A note.
    public var note: String

    /// Seconds that reading took.
    public var seconds: UInt32

    /// When, in milliseconds since 1970-01-01 UTC; set by the server.
    public var atMs: Int64

    /// The rating of the same engineer that this one takes the place of, 'last' for the last one if
    /// there is any; empty for none.
    public var corrects: String

    /// The rating that took this one's place, which is history then; set by the server.
    public var correctedBy: String

    /// What of asked_again and the note the call had answered; set by the server.
    public var rediagnosed: [Rediagnosis]

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
        atMs: Int64 = 0,
        corrects: String = "",
        correctedBy: String = "",
        rediagnosed: [Rediagnosis] = []
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
        self.corrects = corrects
        self.correctedBy = correctedBy
        self.rediagnosed = rediagnosed
    }
}

/// One step of what became of a handoff.
public struct OutcomeRecord: Message {
    /// Chosen by the client, unique in the handoff: the same again changes nothing, other content
    /// under it is refused.
    public var outcomeID: String

    /// The engineer.
    public var engineer: String

    /// What happened.
    public var resolution: Resolution

    /// How it was resolved, or why it went back.
    public var note: String

    /// When it happened, in milliseconds since 1970-01-01 UTC; 0 for now.
    public var atMs: Int64

    /// The outcome of the same engineer that this one takes the place of, 'last' for the last one
    /// if there is any; empty for none.
    public var corrects: String

    /// The outcome that took this one's place, which is history then; set by the server.
    public var correctedBy: String

    /// Creates a message: what is not given has its default value.
    public init(
        outcomeID: String = "",
        engineer: String = "",
        resolution: Resolution = .unspecified,
        note: String = "",
        atMs: Int64 = 0,
        corrects: String = "",
        correctedBy: String = ""
    ) {
        self.outcomeID = outcomeID
        self.engineer = engineer
        self.resolution = resolution
        self.note = note
        self.atMs = atMs
        self.corrects = corrects
        self.correctedBy = correctedBy
    }
}

/// Everything stored about a handoff.
public struct HandoffDetail: Message {
    /// The handoff; absent while it is awaited.
    public var record: Optional<HandoffRecord>

    /// Who works on it; absent when nobody does.
    public var claim: Optional<Claim>

    /// Ratings in order of arrival, corrected ones among them.
    public var ratings: [Rating]

    /// Outcomes in order of arrival, corrected ones among them.
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
    public var record: Optional<HandoffRecord>

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

    /// Only those to be worked on that nobody has claimed.
    public var unclaimed: Bool

    /// At most so many; 0 means 50, the limit is 500.
    public var maximum: UInt32

    /// Only those assembled before this handoff in the list; empty for the newest.
    ///
    /// Not with open.
    public var beforeCallID: String

    /// Only those to be worked on: neither resolved nor returned.
    ///
    /// They come by priority, and of the same one the oldest first.
    public var `open`: Bool

    /// Only those that the engineer has claimed.
    public var mine: Bool

    /// Who asks for mine; where it is empty, whose token it is.
    public var engineer: String

    /// Creates a message: what is not given has its default value.
    public init(
        queue: String = "",
        unclaimed: Bool = false,
        maximum: UInt32 = 0,
        beforeCallID: String = "",
        `open`: Bool = false,
        mine: Bool = false,
        engineer: String = ""
    ) {
        self.queue = queue
        self.unclaimed = unclaimed
        self.maximum = maximum
        self.beforeCallID = beforeCallID
        self.`open` = `open`
        self.mine = mine
        self.engineer = engineer
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

/// Handoffs, newest first unless they are the open ones.
public struct ListHandoffsReply: Message {
    /// The handoffs.
    public var handoffs: [HandoffSummary]

    /// Calls whose handoff is asked for and not made yet.
    public var kept: [String]

    /// Whether there are more handoffs.
    public var more: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        handoffs: [HandoffSummary] = [],
        kept: [String] = [],
        more: Bool = false
    ) {
        self.handoffs = handoffs
        self.kept = kept
        self.more = more
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

    /// Gives it back: nobody has claimed it then.
    public var giveBack: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        engineer: String = "",
        takeOver: Bool = false,
        giveBack: Bool = false
    ) {
        self.callID = callID
        self.engineer = engineer
        self.takeOver = takeOver
        self.giveBack = giveBack
    }
}

/// Rates a handoff.
public struct RateRequest: Message {
    /// The call.
    public var callID: String

    /// What the engineer says.
    public var rating: Optional<Rating>

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
    public var outcome: Optional<OutcomeRecord>

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

/// What metrics need of an ended call.
///
/// Stored for each; it has the caller's number in no form but a keyed hash.
public struct CallRow: Message {
    /// The call.
    public var callID: String

    /// Its start, in milliseconds since 1970-01-01 UTC.
    public var startedAtMs: Int64

    /// Its end, in milliseconds since 1970-01-01 UTC: where it was escalated, the time of that.
    public var endedAtMs: Int64

    /// The tree; empty for a call that reached none.
    public var tree: String

    /// The release.
    public var release: UInt32

    /// The queue that it went to.
    public var queue: String

    /// The leaf that gave the diagnosis, as tree/node; empty when none was reached.
    public var leaf: String

    /// How it came out.
    public var outcome: Outcome

    /// Whether it was off the map.
    public var offMap: Bool

    /// Questions put to the customer.
    public var questions: UInt32

    /// Keyed hash of the caller's number, 16 bytes; empty when the number was not known.
    public var caller: [UInt8]

    /// Whether it has a handoff.
    public var handedOff: Bool

    /// Words of the handoff.
    public var words: UInt32

    /// Facts that Tier 2 needs and the handoff lacks.
    public var notObtained: UInt32

    /// Scores, one of each engineer who rated.
    public var scores: [UInt32]

    /// Data points that the engineers named as missing.
    public var missing: UInt32

    /// Facts that the call had answered and an engineer asked again.
    public var askedAgain: UInt32

    /// Fields that were wrong.
    public var wrong: UInt32

    /// Seconds that reading took, of each engineer who says so.
    public var readingSeconds: [UInt32]

    /// Whether it was returned to Tier 1.
    public var bouncedBack: Bool

    /// When it was resolved, in milliseconds since 1970-01-01 UTC; 0 while it is not.
    public var resolvedAtMs: Int64

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        startedAtMs: Int64 = 0,
        endedAtMs: Int64 = 0,
        tree: String = "",
        release: UInt32 = 0,
        queue: String = "",
        leaf: String = "",
        outcome: Outcome = .unspecified,
        offMap: Bool = false,
        questions: UInt32 = 0,
        caller: [UInt8] = [],
        handedOff: Bool = false,
        words: UInt32 = 0,
        notObtained: UInt32 = 0,
        scores: [UInt32] = [],
        missing: UInt32 = 0,
        askedAgain: UInt32 = 0,
        wrong: UInt32 = 0,
        readingSeconds: [UInt32] = [],
        bouncedBack: Bool = false,
        resolvedAtMs: Int64 = 0
    ) {
        self.callID = callID
        self.startedAtMs = startedAtMs
        self.endedAtMs = endedAtMs
        self.tree = tree
        self.release = release
        self.queue = queue
        self.leaf = leaf
        self.outcome = outcome
        self.offMap = offMap
        self.questions = questions
        self.caller = caller
        self.handedOff = handedOff
        self.words = words
        self.notObtained = notObtained
        self.scores = scores
        self.missing = missing
        self.askedAgain = askedAgain
        self.wrong = wrong
        self.readingSeconds = readingSeconds
        self.bouncedBack = bouncedBack
        self.resolvedAtMs = resolvedAtMs
    }
}

/// Asks for metrics of the calls that ended in a span of time.
public struct CallMetricsRequest: Message {
    /// First instant, in milliseconds since 1970-01-01 UTC; 0 for all.
    public var sinceMs: Int64

    /// First instant after the span; 0 for now.
    public var untilMs: Int64

    /// The metrics; empty for all.
    public var metrics: [Metric]

    /// What to group by, at most 3; empty for one group of all.
    public var groupBy: [GroupBy]

    /// Only calls on one of these trees; empty for all.
    public var trees: [String]

    /// Only calls on one of these releases; empty for all.
    public var releases: [UInt32]

    /// Only calls that went to one of these queues; empty for all.
    public var queues: [String]

    /// First instant of the span to compare with.
    public var baselineSinceMs: Int64

    /// First instant after it; 0 for no comparison.
    public var baselineUntilMs: Int64

    /// Days within which another call counts as a repeat; 0 means 7.
    public var repeatDays: UInt32

    /// IANA zone of days, weeks and months; empty for UTC.
    public var timeZone: String

    /// Creates a message: what is not given has its default value.
    public init(
        sinceMs: Int64 = 0,
        untilMs: Int64 = 0,
        metrics: [Metric] = [],
        groupBy: [GroupBy] = [],
        trees: [String] = [],
        releases: [UInt32] = [],
        queues: [String] = [],
        baselineSinceMs: Int64 = 0,
        baselineUntilMs: Int64 = 0,
        repeatDays: UInt32 = 0,
        timeZone: String = ""
    ) {
        self.sinceMs = sinceMs
        self.untilMs = untilMs
        self.metrics = metrics
        self.groupBy = groupBy
        self.trees = trees
        self.releases = releases
        self.queues = queues
        self.baselineSinceMs = baselineSinceMs
        self.baselineUntilMs = baselineUntilMs
        self.repeatDays = repeatDays
        self.timeZone = timeZone
    }
}

/// What a metric is.
public struct MetricDefinition: Message {
    /// The metric.
    public var metric: Metric

    /// Name in lower case, such as rediagnosis_rate.
    public var name: String

    /// What is counted, and out of what.
    public var definition: String

    /// share, minutes, score, questions, facts, words or seconds.
    public var unit: String

    /// How its interval is made.
    public var interval: String

    /// Creates a message: what is not given has its default value.
    public init(
        metric: Metric = .unspecified,
        name: String = "",
        definition: String = "",
        unit: String = "",
        interval: String = ""
    ) {
        self.metric = metric
        self.name = name
        self.definition = definition
        self.unit = unit
        self.interval = interval
    }
}

/// A metric of a group.
public struct MetricValue: Message {
    /// The metric.
    public var metric: Metric

    /// What it is made of: handoffs, ratings, callers or calls; without any, the rest is 0 and
    /// means nothing.
    public var count: UInt32

    /// The value; a share is from 0 to 1.
    public var value: Double

    /// Whether there is an interval: some need more than one.
    public var hasInterval: Bool

    /// Its lower end, at 95%.
    public var low: Double

    /// Its upper end.
    public var high: Double

    /// What the baseline is made of; 0 for none.
    public var baselineCount: UInt32

    /// The value in the baseline.
    public var baseline: Double

    /// Creates a message: what is not given has its default value.
    public init(
        metric: Metric = .unspecified,
        count: UInt32 = 0,
        value: Double = 0,
        hasInterval: Bool = false,
        low: Double = 0,
        high: Double = 0,
        baselineCount: UInt32 = 0,
        baseline: Double = 0
    ) {
        self.metric = metric
        self.count = count
        self.value = value
        self.hasInterval = hasInterval
        self.low = low
        self.high = high
        self.baselineCount = baselineCount
        self.baseline = baseline
    }
}

/// Calls that are put together.
public struct MetricGroup: Message {
    /// What they have in common, in the order of group_by.
    public var key: [String]

    /// The calls.
    public var calls: UInt32

    /// Those with a handoff.
    public var handoffs: UInt32

    /// Handoffs with a rating.
    public var rated: UInt32

    /// The metrics, in the order asked for.
    public var values: [MetricValue]

    /// Creates a message: what is not given has its default value.
    public init(
        key: [String] = [],
        calls: UInt32 = 0,
        handoffs: UInt32 = 0,
        rated: UInt32 = 0,
        values: [MetricValue] = []
    ) {
        self.key = key
        self.calls = calls
        self.handoffs = handoffs
        self.rated = rated
        self.values = values
    }
}

/// Metrics with what they mean.
public struct CallMetricsReply: Message {
    /// What each metric is.
    public var definitions: [MetricDefinition]

    /// The groups in the order of their keys.
    public var groups: [MetricGroup]

    /// First instant of the span, in milliseconds since 1970-01-01 UTC; 0 for all.
    public var sinceMs: Int64

    /// First instant after the span.
    public var untilMs: Int64

    /// Creates a message: what is not given has its default value.
    public init(
        definitions: [MetricDefinition] = [],
        groups: [MetricGroup] = [],
        sinceMs: Int64 = 0,
        untilMs: Int64 = 0
    ) {
        self.definitions = definitions
        self.groups = groups
        self.sinceMs = sinceMs
        self.untilMs = untilMs
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

/// A measure of calls and handoffs.
public enum Metric: Int32, Sendable, CaseIterable {
    /// Never sent.
    case unspecified = 0
    /// Share of rated handoffs in which the engineer asked again what the call had answered.
    case rediagnosisRate = 1
    /// Mean minutes from escalation to resolution.
    case resolutionMean = 2
    /// Their median.
    case resolutionMedian = 3
    /// Their 90th percentile.
    case resolutionP90 = 4
    /// Mean score.
    case satisfactionMean = 5
    /// Share of scores of 4 and 5.
    case satisfiedShare = 6
    /// Share of handoffs returned to Tier 1.
    case bounceBackRate = 7
    /// Share of callers with another call on the same tree soon after.
    case repeatRate = 8
    /// Share of calls resolved without a person.
    case containment = 9
    /// Share of calls whose issue matched no tree.
    case offMapRate = 10
    /// Mean questions a call.
    case questionsPerCall = 11
    /// Mean data points named as missing, a rated handoff.
    case missingPerHandoff = 12
    /// Mean required facts that were not obtained, a handoff.
    case notObtainedPerHandoff = 13
    /// Mean words a handoff.
    case wordsPerHandoff = 14
    /// Mean seconds that engineers took to read a handoff.
    case readingSeconds = 15
}

/// What calls are put together by.
public enum GroupBy: Int32, Sendable, CaseIterable {
    /// Never sent.
    case unspecified = 0
    /// Day on which the call ended: 2026-11-19.
    case day = 1
    /// Monday of the week in which it ended.
    case week = 2
    /// Month in which it ended: 2026-11.
    case month = 3
    /// Tree.
    case tree = 4
    /// Release.
    case release = 5
    /// Queue.
    case queue = 6
}
