// Generated from proto/diagnosis.proto by proto/generate. Do not edit.

/// One reading of what the customer said.
public struct Alternative: Message {
    /// The words as speech recognition gives them.
    public var text: String

    /// How sure the recogniser is, from 0 to 1; 0 when it does not say.
    public var confidence: Float

    /// Creates a message: what is not given has its default value.
    public init(
        text: String = "",
        confidence: Float = 0
    ) {
        self.text = text
        self.confidence = confidence
    }
}

/// What the customer said.
public struct Speech: Message {
    /// Readings, best first; one at least.
    public var alternatives: [Alternative]

    /// Creates a message: what is not given has its default value.
    public init(
        alternatives: [Alternative] = []
    ) {
        self.alternatives = alternatives
    }
}

/// The customer spoke into the prompt.
public struct Interruption: Message {
    /// The part of the prompt that had been heard.
    public var heard: String

    /// What the customer said; without alternatives the question is asked again.
    public var speech: Optional<Speech>

    /// Creates a message: what is not given has its default value.
    public init(
        heard: String = "",
        speech: Speech? = nil
    ) {
        self.heard = heard
        self.speech = speech
    }
}

/// One answer of a front end that understands language itself.
public struct StructuredAnswer: Message {
    /// The fact.
    public var fact: String

    /// The key of its value: an option's id, yes, no, a number, a version, an entity's id or alias,
    /// a date, or text.
    public var value: String

    /// Details said beside it.
    public var detail: String

    /// The customer's words.
    public var quote: String

    /// From 0 to 1; 0 means 1.
    public var confidence: Float

    /// The customer does not know, will not say, or takes back what was said, instead of a value.
    public var notObtained: NotObtained

    /// Creates a message: what is not given has its default value.
    public init(
        fact: String = "",
        value: String = "",
        detail: String = "",
        quote: String = "",
        confidence: Float = 0,
        notObtained: NotObtained = .unspecified
    ) {
        self.fact = fact
        self.value = value
        self.detail = detail
        self.quote = quote
        self.confidence = confidence
        self.notObtained = notObtained
    }
}

/// Answers of a front end that runs a language model itself.
public struct StructuredAnswers: Message {
    /// The answers.
    public var answers: [StructuredAnswer]

    /// What the customer wants beside them.
    public var acts: [Act]

    /// The tree that the issue belongs to, when the front end knows.
    public var tree: String

    /// The customer's question back, for an act of question back.
    public var question: String

    /// Creates a message: what is not given has its default value.
    public init(
        answers: [StructuredAnswer] = [],
        acts: [Act] = [],
        tree: String = "",
        question: String = ""
    ) {
        self.answers = answers
        self.acts = acts
        self.tree = tree
        self.question = question
    }
}

/// The customer said nothing, or asked to wait and time has passed.
public struct Silence: Message {
    /// How long, in milliseconds.
    public var durationMs: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        durationMs: UInt32 = 0
    ) {
        self.durationMs = durationMs
    }
}

/// The customer is gone.
public struct HangUp: Message {
    /// Creates a message: what is not given has its default value.
    public init() {}
}

/// What came in with a turn.
public struct Input: Message {
    /// Exactly one.
    public var kind: Optional<InputKind>

    /// Creates a message: what is not given has its default value.
    public init(
        kind: InputKind? = nil
    ) {
        self.kind = kind
    }
}

/// Exactly one.
public enum InputKind: Sendable, Equatable {
    /// Words.
    case speech(Speech)
    /// Keys pressed; on a question with options the first option is 1.
    case digits(String)
    /// Answers understood by the front end.
    case answers(StructuredAnswers)
    /// Nothing.
    case silence(Silence)
    /// Words into the prompt.
    case interruption(Interruption)
    /// The end.
    case hangUp(HangUp)
}

/// One option of what is expected.
public struct ExpectedOption: Message {
    /// Its id.
    public var id: String

    /// Its label.
    public var label: String

    /// Phrases that speech recognition may be biased to.
    public var phrases: [String]

    /// What will be said next if it is chosen, so that speech can be prepared ahead; empty when
    /// that is not known yet.
    public var nextPrompt: String

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        label: String = "",
        phrases: [String] = [],
        nextPrompt: String = ""
    ) {
        self.id = id
        self.label = label
        self.phrases = phrases
        self.nextPrompt = nextPrompt
    }
}

/// What the engine expects of the next turn.
public struct Expectation: Message {
    /// The fact that is asked; empty in routing and closing.
    public var fact: String

    /// The form of the answer.
    public var kind: ValueKind

    /// Its options.
    public var options: [ExpectedOption]

    /// The vocabulary class of an entity answer.
    public var entityClass: String

    /// The unit of a number.
    public var unit: String

    /// Whether an earlier answer is being confirmed: yes or no is expected.
    public var confirming: Bool

    /// Whether a system is awaited: send silence when AwaitLookups says that it is not any more, or
    /// wait_ms have passed.
    public var waiting: Bool

    /// How long to wait for, in milliseconds.
    public var waitMs: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        fact: String = "",
        kind: ValueKind = .unspecified,
        options: [ExpectedOption] = [],
        entityClass: String = "",
        unit: String = "",
        confirming: Bool = false,
        waiting: Bool = false,
        waitMs: UInt32 = 0
    ) {
        self.fact = fact
        self.kind = kind
        self.options = options
        self.entityClass = entityClass
        self.unit = unit
        self.confirming = confirming
        self.waiting = waiting
        self.waitMs = waitMs
    }
}

/// A fact that a system shall look up.
public struct Lookup: Message {
    /// Name, unique in its call: the fact's key.
    public var fact: String

    /// The call.
    public var callID: String

    /// The system.
    public var source: String

    /// What it is asked for.
    public var key: String

    /// When the answer is of no use any more, in milliseconds since 1970-01-01 UTC.
    public var deadlineMs: Int64

    /// Facts sent along.
    public var with: [Fact]

    /// Caller's number.
    public var caller: String

    /// Customer number.
    public var customer: String

    /// Creates a message: what is not given has its default value.
    public init(
        fact: String = "",
        callID: String = "",
        source: String = "",
        key: String = "",
        deadlineMs: Int64 = 0,
        with: [Fact] = [],
        caller: String = "",
        customer: String = ""
    ) {
        self.fact = fact
        self.callID = callID
        self.source = source
        self.key = key
        self.deadlineMs = deadlineMs
        self.with = with
        self.caller = caller
        self.customer = customer
    }
}

/// Starts a call.
///
/// Idempotent by call id when the rest is the same.
public struct StartCallRequest: Message {
    /// Name of the call, chosen by the front end: 1 to 128 bytes of letters, digits, '-', '_', '.',
    /// ':'.
    public var callID: String

    /// Caller's number.
    public var caller: String

    /// Customer number, when known.
    public var customer: String

    /// BCP 47 tag; empty for the catalog's first language.
    public var language: String

    /// IANA zone of the caller; empty for the catalog's.
    public var timeZone: String

    /// Start of the call in milliseconds since 1970-01-01 UTC, to which "yesterday" refers; 0 for
    /// now.
    public var startedAtMs: Int64

    /// What the front end knows already.
    public var told: [StructuredAnswer]

    /// Whether the call comes as overflow.
    public var overflow: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        caller: String = "",
        customer: String = "",
        language: String = "",
        timeZone: String = "",
        startedAtMs: Int64 = 0,
        told: [StructuredAnswer] = [],
        overflow: Bool = false
    ) {
        self.callID = callID
        self.caller = caller
        self.customer = customer
        self.language = language
        self.timeZone = timeZone
        self.startedAtMs = startedAtMs
        self.told = told
        self.overflow = overflow
    }
}

/// One turn of a conversation.
public struct TurnRequest: Message {
    /// The call.
    public var callID: String

    /// Number of the turn: 1 for the first, then one more each.
    public var turn: UInt32

    /// What came in.
    public var input: Optional<Input>

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        turn: UInt32 = 0,
        input: Input? = nil
    ) {
        self.callID = callID
        self.turn = turn
        self.input = input
    }
}

/// What to say next, and where the call stands.
public struct TurnReply: Message {
    /// The call.
    public var callID: String

    /// The turn that this replies to; 0 for the start.
    public var turn: UInt32

    /// What to say.
    public var say: String

    /// What is expected next; absent when the call has ended.
    public var expects: Optional<Expectation>

    /// Where the call stands.
    public var phase: Phase

    /// How it came out.
    public var outcome: Outcome

    /// Facts that this turn changed.
    public var changes: [Fact]

    /// The tree; empty before routing.
    public var tree: String

    /// The release that the call is pinned to.
    public var release: UInt32

    /// The node that speaks; empty when none does.
    public var node: String

    /// Lookups started by this turn.
    public var lookups: [Lookup]

    /// The queue that the call goes to when it has ended for Tier 2 or a person.
    public var queue: String

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        turn: UInt32 = 0,
        say: String = "",
        expects: Expectation? = nil,
        phase: Phase = .unspecified,
        outcome: Outcome = .unspecified,
        changes: [Fact] = [],
        tree: String = "",
        release: UInt32 = 0,
        node: String = "",
        lookups: [Lookup] = [],
        queue: String = ""
    ) {
        self.callID = callID
        self.turn = turn
        self.say = say
        self.expects = expects
        self.phase = phase
        self.outcome = outcome
        self.changes = changes
        self.tree = tree
        self.release = release
        self.node = node
        self.lookups = lookups
        self.queue = queue
    }
}

/// Says who takes the call.
public struct StartCallReply: Message {
    /// Whether a person takes it: queue names where, and Baton keeps nothing.
    public var toPerson: Bool

    /// The queue of a call that a person takes.
    public var queue: String

    /// The first prompt.
    public var reply: Optional<TurnReply>

    /// Creates a message: what is not given has its default value.
    public init(
        toPerson: Bool = false,
        queue: String = "",
        reply: TurnReply? = nil
    ) {
        self.toPerson = toPerson
        self.queue = queue
        self.reply = reply
    }
}

/// Adds facts from a system or a front end outside of a turn.
///
/// Idempotent by request id.
public struct AddFactsRequest: Message {
    /// The call.
    public var callID: String

    /// Chosen by the sender, unique in the call: 1 to 128 bytes.
    public var requestID: String

    /// The system that measured them; empty when the front end tells them.
    public var system: String

    /// The facts; one with not_obtained says that the system does not hold it.
    public var facts: [StructuredAnswer]

    /// When they were measured, in milliseconds since 1970-01-01 UTC; 0 for now.
    public var measuredAtMs: Int64

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        requestID: String = "",
        system: String = "",
        facts: [StructuredAnswer] = [],
        measuredAtMs: Int64 = 0
    ) {
        self.callID = callID
        self.requestID = requestID
        self.system = system
        self.facts = facts
        self.measuredAtMs = measuredAtMs
    }
}

/// The facts are on disk.
public struct AddFactsReply: Message {
    /// What changed.
    public var changes: [Fact]

    /// Whether the call waited for one of them: what follows from it is said with the front end's
    /// next turn.
    public var awaited: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        changes: [Fact] = [],
        awaited: Bool = false
    ) {
        self.changes = changes
        self.awaited = awaited
    }
}

/// Takes lookups to work on; waits until there is one.
public struct TakeLookupsRequest: Message {
    /// Name of the worker.
    public var worker: String

    /// The systems that it serves; empty for all.
    public var sources: [String]

    /// At most so many; 0 means 16, the limit is 256.
    public var maximum: UInt32

    /// How long to wait for the first, in milliseconds; the limit is 60,000.
    public var waitMs: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        worker: String = "",
        sources: [String] = [],
        maximum: UInt32 = 0,
        waitMs: UInt32 = 0
    ) {
        self.worker = worker
        self.sources = sources
        self.maximum = maximum
        self.waitMs = waitMs
    }
}

/// Lookups that are the worker's until their lease ends.
public struct TakeLookupsReply: Message {
    /// The lookups; empty when the wait ended.
    public var lookups: [Lookup]

    /// Creates a message: what is not given has its default value.
    public init(
        lookups: [Lookup] = []
    ) {
        self.lookups = lookups
    }
}

/// Waits as long as a call waits for a system.
///
/// Of two for the same call, only the later one waits.
public struct AwaitLookupsRequest: Message {
    /// The call.
    public var callID: String

    /// How long to wait at most, in milliseconds; the limit is 60,000.
    public var waitMs: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        waitMs: UInt32 = 0
    ) {
        self.callID = callID
        self.waitMs = waitMs
    }
}

/// Says why the wait has ended.
public struct AwaitLookupsReply: Message {
    /// Whether the call still waits: wait_ms have passed.
    ///
    /// Otherwise the next turn says what comes now.
    public var waiting: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        waiting: Bool = false
    ) {
        self.waiting = waiting
    }
}

/// Asks for all that is known of a call.
public struct GetCallRequest: Message {
    /// The call.
    public var callID: String

    /// Whether the journal's records are wanted too.
    public var withRecords: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        withRecords: Bool = false
    ) {
        self.callID = callID
        self.withRecords = withRecords
    }
}

/// A call in a line.
public struct CallSummary: Message {
    /// The call.
    public var callID: String

    /// Caller's number.
    public var caller: String

    /// Customer number.
    public var customer: String

    /// BCP 47 tag.
    public var language: String

    /// IANA zone.
    public var timeZone: String

    /// Start in milliseconds since 1970-01-01 UTC, as the front end gave it.
    public var startedAtMs: Int64

    /// Last record in milliseconds since 1970-01-01 UTC.
    public var lastAtMs: Int64

    /// Where it stands.
    public var phase: Phase

    /// How it came out.
    public var outcome: Outcome

    /// The tree.
    public var tree: String

    /// The release.
    public var release: UInt32

    /// Turns taken.
    public var turns: UInt32

    /// Position in the order of ended calls, from 1; 0 while it goes on.
    public var endedSequence: UInt64

    /// The queue that it went to.
    public var queue: String

    /// The node that it stands at or ended at.
    public var node: String

    /// Questions put to the customer, those asked again and confirmations among them, but not
    /// repetitions on the customer's wish.
    public var questions: UInt32

    /// Whether its issue matched no tree, so that it went through the universal intake.
    public var offMap: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        caller: String = "",
        customer: String = "",
        language: String = "",
        timeZone: String = "",
        startedAtMs: Int64 = 0,
        lastAtMs: Int64 = 0,
        phase: Phase = .unspecified,
        outcome: Outcome = .unspecified,
        tree: String = "",
        release: UInt32 = 0,
        turns: UInt32 = 0,
        endedSequence: UInt64 = 0,
        queue: String = "",
        node: String = "",
        questions: UInt32 = 0,
        offMap: Bool = false
    ) {
        self.callID = callID
        self.caller = caller
        self.customer = customer
        self.language = language
        self.timeZone = timeZone
        self.startedAtMs = startedAtMs
        self.lastAtMs = lastAtMs
        self.phase = phase
        self.outcome = outcome
        self.tree = tree
        self.release = release
        self.turns = turns
        self.endedSequence = endedSequence
        self.queue = queue
        self.node = node
        self.questions = questions
        self.offMap = offMap
    }
}

/// A fact as a handoff shows it.
public struct FactView: Message {
    /// The fact.
    public var fact: Optional<Fact>

    /// Its section: product, symptom, environment, test, fix, customer or context.
    public var section: String

    /// Its name for people.
    public var label: String

    /// Its line, rendered by the tree's template.
    public var line: String

    /// The mark of a check: "✓", "✗" or "?"; empty for other facts.
    public var mark: String

    /// Creates a message: what is not given has its default value.
    public init(
        fact: Fact? = nil,
        section: String = "",
        label: String = "",
        line: String = "",
        mark: String = ""
    ) {
        self.fact = fact
        self.section = section
        self.label = label
        self.line = line
        self.mark = mark
    }
}

/// An article in a line.
public struct ArticleReference: Message {
    /// Its id.
    public var id: String

    /// Its title.
    public var title: String

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        title: String = ""
    ) {
        self.id = id
        self.title = title
    }
}

/// What the tree says about a call, with facts filled in.
public struct Conclusion: Message {
    /// The issue in a line.
    public var issue: String

    /// The product in a line.
    public var product: String

    /// The preliminary diagnosis; empty before a leaf is reached.
    public var diagnosis: String

    /// Its confidence, from 0 to 1.
    public var confidence: Float

    /// The recommendation.
    public var recommendation: String

    /// Its estimated minutes.
    public var minutes: UInt32

    /// The Tier 2 queue.
    public var queue: String

    /// From 1 (at once) to 5.
    public var priority: UInt32

    /// Articles behind the diagnosis: those that the leaf names, or those whose titles say what it
    /// says.
    public var articles: [ArticleReference]

    /// The leaf, as tree/node.
    public var node: String

    /// The turn of the customer's own words, where the issue is in them; 0 where a tree words it.
    public var issueTurn: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        issue: String = "",
        product: String = "",
        diagnosis: String = "",
        confidence: Float = 0,
        recommendation: String = "",
        minutes: UInt32 = 0,
        queue: String = "",
        priority: UInt32 = 0,
        articles: [ArticleReference] = [],
        node: String = "",
        issueTurn: UInt32 = 0
    ) {
        self.issue = issue
        self.product = product
        self.diagnosis = diagnosis
        self.confidence = confidence
        self.recommendation = recommendation
        self.minutes = minutes
        self.queue = queue
        self.priority = priority
        self.articles = articles
        self.node = node
        self.issueTurn = issueTurn
    }
}

/// One record of the journal as people read it.
public struct TurnView: Message {
    /// The turn.
    public var turn: UInt32

    /// When, in milliseconds since 1970-01-01 UTC.
    public var atMs: Int64

    /// What came in, in words.
    public var heard: String

    /// What was said.
    public var said: String

    /// What it changed.
    public var changes: [Fact]

    /// The fact that was asked before it came in.
    public var asked: String

    /// The node that speaks after it, as tree/node; empty when none does.
    public var node: String

    /// What the customer wanted beside or instead of answering.
    public var acts: [Act]

    /// An answer that was understood and is confirmed before it counts.
    public var confirming: Optional<Fact>

    /// The article that answered a question back.
    public var article: String

    /// Lookups that it started.
    public var lookups: [Lookup]

    /// The kind of what came in.
    public var kind: TurnKind

    /// Creates a message: what is not given has its default value.
    public init(
        turn: UInt32 = 0,
        atMs: Int64 = 0,
        heard: String = "",
        said: String = "",
        changes: [Fact] = [],
        asked: String = "",
        node: String = "",
        acts: [Act] = [],
        confirming: Fact? = nil,
        article: String = "",
        lookups: [Lookup] = [],
        kind: TurnKind = .unspecified
    ) {
        self.turn = turn
        self.atMs = atMs
        self.heard = heard
        self.said = said
        self.changes = changes
        self.asked = asked
        self.node = node
        self.acts = acts
        self.confirming = confirming
        self.article = article
        self.lookups = lookups
        self.kind = kind
    }
}

/// All that is known of a call.
public struct GetCallReply: Message {
    /// The call in a line.
    public var summary: Optional<CallSummary>

    /// Facts known, in the order of the handoff.
    public var facts: [FactView]

    /// Facts wanted and not obtained.
    public var notObtained: [FactView]

    /// Values that were corrected.
    public var superseded: [FactView]

    /// What the tree says.
    public var conclusion: Optional<Conclusion>

    /// The records, when asked for.
    public var records: [TurnView]

    /// Facts that the call's trees define and the call neither has nor wanted: key, section and
    /// label.
    public var absent: [FactView]

    /// Creates a message: what is not given has its default value.
    public init(
        summary: CallSummary? = nil,
        facts: [FactView] = [],
        notObtained: [FactView] = [],
        superseded: [FactView] = [],
        conclusion: Conclusion? = nil,
        records: [TurnView] = [],
        absent: [FactView] = []
    ) {
        self.summary = summary
        self.facts = facts
        self.notObtained = notObtained
        self.superseded = superseded
        self.conclusion = conclusion
        self.records = records
        self.absent = absent
    }
}

/// Lists calls, or waits for calls to end.
public struct ListCallsRequest: Message {
    /// Lists ended calls after this position in the order of ended calls.
    public var afterEndedSequence: UInt64

    /// Lists live calls that are in memory instead, by their ids.
    public var live: Bool

    /// At most so many; 0 means 100, the limit is 1,000.
    public var maximum: UInt32

    /// How long to wait for an ended call when there is none, in milliseconds; the limit is 60,000.
    public var waitMs: UInt32

    /// Lists live calls whose ids come after this one.
    public var afterCallID: String

    /// Creates a message: what is not given has its default value.
    public init(
        afterEndedSequence: UInt64 = 0,
        live: Bool = false,
        maximum: UInt32 = 0,
        waitMs: UInt32 = 0,
        afterCallID: String = ""
    ) {
        self.afterEndedSequence = afterEndedSequence
        self.live = live
        self.maximum = maximum
        self.waitMs = waitMs
        self.afterCallID = afterCallID
    }
}

/// Calls in order.
public struct ListCallsReply: Message {
    /// The calls; those deleted since are left out.
    public var calls: [CallSummary]

    /// Position of the call that ended last, though it may be deleted.
    public var lastEndedSequence: UInt64

    /// Creates a message: what is not given has its default value.
    public init(
        calls: [CallSummary] = [],
        lastEndedSequence: UInt64 = 0
    ) {
        self.calls = calls
        self.lastEndedSequence = lastEndedSequence
    }
}

/// Searches the articles.
public struct SearchRequest: Message {
    /// Words; the last of up to four may be the beginning of one, and one that no article has may
    /// be misspelled.
    public var query: String

    /// BCP 47 tag; empty for all languages.
    public var language: String

    /// Only articles of one of these products; empty for all.
    public var products: [String]

    /// At most so many; 0 means 10, the limit is 100.
    public var maximum: UInt32

    /// The release; 0 for the current one.
    public var release: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        query: String = "",
        language: String = "",
        products: [String] = [],
        maximum: UInt32 = 0,
        release: UInt32 = 0
    ) {
        self.query = query
        self.language = language
        self.products = products
        self.maximum = maximum
        self.release = release
    }
}

/// An article found.
public struct SearchHit: Message {
    /// Its id.
    public var id: String

    /// Its title.
    public var title: String

    /// Its score; only the order has a meaning.
    public var score: Double

    /// What is spoken of it.
    public var spoken: String

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        title: String = "",
        score: Double = 0,
        spoken: String = ""
    ) {
        self.id = id
        self.title = title
        self.score = score
        self.spoken = spoken
    }
}

/// Articles, best first.
public struct SearchReply: Message {
    /// The hits.
    public var hits: [SearchHit]

    /// Creates a message: what is not given has its default value.
    public init(
        hits: [SearchHit] = []
    ) {
        self.hits = hits
    }
}

/// Asks where facts lead in a tree.
///
/// Keeps nothing.
public struct EvaluateRequest: Message {
    /// The tree.
    public var tree: String

    /// The facts.
    public var facts: [StructuredAnswer]

    /// The release; 0 for the current one.
    public var release: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        tree: String = "",
        facts: [StructuredAnswer] = [],
        release: UInt32 = 0
    ) {
        self.tree = tree
        self.facts = facts
        self.release = release
    }
}

/// Where the facts lead.
public struct EvaluateReply: Message {
    /// The tree that the walk ended in.
    public var tree: String

    /// The node.
    public var node: String

    /// Its kind, as in trees.proto.
    public var nodeKind: UInt32

    /// What it says.
    public var say: String

    /// What it expects; absent at a leaf.
    public var expects: Optional<Expectation>

    /// The nodes on the way, in order.
    public var path: [String]

    /// The conclusion at a leaf.
    public var conclusion: Optional<Conclusion>

    /// Required facts that are missing at a leaf, by key.
    public var missing: [String]

    /// The release.
    public var release: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        tree: String = "",
        node: String = "",
        nodeKind: UInt32 = 0,
        say: String = "",
        expects: Expectation? = nil,
        path: [String] = [],
        conclusion: Conclusion? = nil,
        missing: [String] = [],
        release: UInt32 = 0
    ) {
        self.tree = tree
        self.node = node
        self.nodeKind = nodeKind
        self.say = say
        self.expects = expects
        self.path = path
        self.conclusion = conclusion
        self.missing = missing
        self.release = release
    }
}

/// Says whether an engineer found a call's diagnosis right.
///
/// A later one replaces an earlier one.
public struct ConfirmRequest: Message {
    /// The call.
    public var callID: String

    /// Whether the confirmation is withdrawn.
    public var withdrawn: Bool

    /// Who confirms it.
    public var engineer: String

    /// When, in milliseconds since 1970-01-01 UTC; 0 for now.
    public var atMs: Int64

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        withdrawn: Bool = false,
        engineer: String = "",
        atMs: Int64 = 0
    ) {
        self.callID = callID
        self.withdrawn = withdrawn
        self.engineer = engineer
        self.atMs = atMs
    }
}

/// It is on disk: a release that changes the diagnosis of this call is refused from now on.
public struct ConfirmReply: Message {
    /// Creates a message: what is not given has its default value.
    public init() {}
}

/// Erases an ended call, or its handoff, with all that was said.
public struct ForgetRequest: Message {
    /// The call.
    public var callID: String

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = ""
    ) {
        self.callID = callID
    }
}

/// It is on disk: nothing is left of the call.
public struct ForgetReply: Message {
    /// Whether there was something to erase.
    public var found: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        found: Bool = false
    ) {
        self.found = found
    }
}

/// What the customer wants beside or instead of answering.
public enum Act: Int32, Sendable, CaseIterable {
    /// Nothing.
    case unspecified = 0
    /// Answers what was asked.
    case answer = 1
    /// Asks something back.
    case questionBack = 2
    /// Wants the prompt again.
    case `repeat` = 3
    /// Wants time.
    case wait = 4
    /// Does not know.
    case doesNotKnow = 5
    /// Will not say.
    case declines = 6
    /// Wants a person.
    case wantsPerson = 7
    /// Says that the issue is gone.
    case fixed = 8
    /// Thanks or says goodbye.
    case thanks = 9
    /// Talks of something else.
    case offTopic = 10
    /// Corrects something said earlier.
    case correction = 11
    /// Says nothing.
    case silence = 12
    /// Has hung up.
    case hangUp = 13
}

/// Where a call stands.
public enum Phase: Int32, Sendable, CaseIterable {
    /// Never sent.
    case unspecified = 0
    /// The issue is sought.
    case routing = 1
    /// A tree is walked.
    case diagnosing = 2
    /// What Tier 2 needs and when the customer can be reached is asked.
    case collecting = 3
    /// The issue is fixed; anything else?
    case closing = 4
    /// No further turn is taken.
    case ended = 5
}

/// How a call came out.
public enum Outcome: Int32, Sendable, CaseIterable {
    /// It goes on.
    case unspecified = 0
    /// The issue is gone.
    case resolved = 1
    /// It goes to Tier 2.
    case escalated = 2
    /// It goes to a person because the customer wants one.
    case wantsPerson = 3
    /// The customer hung up, or the call was left idle.
    case abandoned = 4
}

/// What came in.
public enum TurnKind: Int32, Sendable, CaseIterable {
    /// Never sent.
    case unspecified = 0
    /// The start of the call.
    case start = 1
    /// The customer's words, as heard or as the front end quotes them.
    case words = 2
    /// Keys pressed.
    case keys = 3
    /// Answers understood by the front end, without the customer's words.
    case answers = 4
    /// Nothing.
    case silence = 5
    /// The end.
    case hangUp = 6
    /// Between turns: facts of a system or a front end.
    case facts = 7
    /// Between turns: the time of lookups ran out.
    case lookupsTimedOut = 8
    /// Between turns: the server ended the call, which was left idle.
    case leftIdle = 9
}
