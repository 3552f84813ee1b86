// Generated from proto/trees.proto by proto/generate. Do not edit.

/// A fact that follows from an answer.
public struct Setting: Message {
    /// The fact that is set.
    public var fact: String

    /// Its value.
    public var value: Optional<FactValue>

    /// Creates a message: what is not given has its default value.
    public init(
        fact: String = "",
        value: FactValue? = nil
    ) {
        self.fact = fact
        self.value = value
    }
}

/// One answer that a node understands.
public struct Choice: Message {
    /// What branches name: an option id, yes, no, pass, fail, not-possible, fixed, not-fixed,
    /// unable.
    public var id: String

    /// How the value reads in a handoff.
    public var label: String

    /// What customers say for it, as the editor wrote it.
    public var phrases: [String]

    /// The phrases as normalised tokens joined by single spaces.
    public var patterns: [String]

    /// How the answer is put when it is confirmed, for example "the light is on".
    public var confirm: String

    /// Facts that follow from the answer.
    public var sets: [Setting]

    /// Whole sentences by which customers mean this, asked or not: openings of trees that skip
    /// ahead are compared with them.
    public var examples: [String]

    /// Whole openings that gave this answer, and none further down: other openings of the tree are
    /// compared with them.
    public var openings: [String]

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        label: String = "",
        phrases: [String] = [],
        patterns: [String] = [],
        confirm: String = "",
        sets: [Setting] = [],
        examples: [String] = [],
        openings: [String] = []
    ) {
        self.id = id
        self.label = label
        self.phrases = phrases
        self.patterns = patterns
        self.confirm = confirm
        self.sets = sets
        self.examples = examples
        self.openings = openings
    }
}

/// Words said beside an answer that belong into the handoff.
public struct Detail: Message {
    /// How it reads in a handoff; {} stands for the captured value.
    public var label: String

    /// What customers say for it.
    public var phrases: [String]

    /// The phrases as normalised tokens joined by single spaces.
    public var patterns: [String]

    /// Captures a value of this form instead of matching phrases: duration, number or frequency.
    public var captures: ValueKind

    /// Creates a message: what is not given has its default value.
    public init(
        label: String = "",
        phrases: [String] = [],
        patterns: [String] = [],
        captures: ValueKind = .unspecified
    ) {
        self.label = label
        self.phrases = phrases
        self.patterns = patterns
        self.captures = captures
    }
}

/// Where a value leads.
public struct Branch: Message {
    /// The key, or the version bound.
    public var value: String

    /// How the fact's value is compared with it.
    public var comparison: Comparison

    /// The bound of a numeric comparison, in the node's unit.
    public var bound: Double

    /// Index of the next node in the tree.
    public var next: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        value: String = "",
        comparison: Comparison = .equal,
        bound: Double = 0,
        next: UInt32 = 0
    ) {
        self.value = value
        self.comparison = comparison
        self.bound = bound
        self.next = next
    }
}

/// One step of a tree.
public struct Node: Message {
    /// Name, unique in its tree.
    public var id: String

    /// What it does.
    public var kind: NodeKind

    /// The fact that it determines; empty for diagnose and goto.
    public var fact: String

    /// The form of that fact.
    public var valueKind: ValueKind

    /// The question, how to run the check, the steps of the guide, or the last words of a
    /// diagnosis.
    public var say: String

    /// A shorter form for asking again; empty when say serves.
    public var again: String

    /// The answers that it understands.
    public var options: [Choice]

    /// Details that it listens for.
    public var details: [Detail]

    /// Where the values lead, tried in order.
    public var branches: [Branch]

    /// Index of the next node when no branch matches.
    public var otherwise: UInt32

    /// Index of the next node when the fact was not obtained.
    public var unknown: UInt32

    /// Vocabulary class of an entity answer, such as router.
    public var entityClass: String

    /// Unit of a number answer.
    public var unit: String

    /// Words by which the customer names this fact among others of its form, such as "old one".
    public var cues: [String]

    /// The cues as normalised tokens joined by single spaces.
    public var cuePatterns: [String]

    /// Whether the fact may be taken from an utterance that was not an answer to it.
    public var volunteered: Bool

    /// Whether the node is asked only because Tier 2 requires it, never on the way.
    public var onlyWhenRequired: Bool

    /// The system that a lookup asks, such as network-probe.
    public var lookupSource: String

    /// What the system is asked for, such as udp-1194.
    public var lookupKey: String

    /// How long a lookup may take, in milliseconds.
    public var lookupLimitMs: UInt32

    /// Facts sent along with a lookup, by key.
    public var lookupWith: [String]

    /// The diagnosis, a template over facts.
    public var diagnosis: String

    /// The recommendation, a template over facts.
    public var recommendation: String

    /// Estimated minutes of the recommendation.
    public var minutes: UInt32

    /// The Tier 2 queue.
    public var queue: String

    /// Priority from 1 (at once) to 5.
    public var priority: UInt32

    /// Confidence of the diagnosis, from 0 to 1.
    public var confidence: Float

    /// Articles behind the diagnosis, by id; where there are none, they are found by their titles.
    public var articles: [String]

    /// Whether the diagnosis ends the call as resolved.
    public var resolved: Bool

    /// The tree that a goto continues in.
    public var gotoTree: String

    /// What a text answer must look like.
    public var textForm: TextForm

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        kind: NodeKind = .unspecified,
        fact: String = "",
        valueKind: ValueKind = .unspecified,
        say: String = "",
        again: String = "",
        options: [Choice] = [],
        details: [Detail] = [],
        branches: [Branch] = [],
        otherwise: UInt32 = 0,
        unknown: UInt32 = 0,
        entityClass: String = "",
        unit: String = "",
        cues: [String] = [],
        cuePatterns: [String] = [],
        volunteered: Bool = false,
        onlyWhenRequired: Bool = false,
        lookupSource: String = "",
        lookupKey: String = "",
        lookupLimitMs: UInt32 = 0,
        lookupWith: [String] = [],
        diagnosis: String = "",
        recommendation: String = "",
        minutes: UInt32 = 0,
        queue: String = "",
        priority: UInt32 = 0,
        confidence: Float = 0,
        articles: [String] = [],
        resolved: Bool = false,
        gotoTree: String = "",
        textForm: TextForm = .unspecified
    ) {
        self.id = id
        self.kind = kind
        self.fact = fact
        self.valueKind = valueKind
        self.say = say
        self.again = again
        self.options = options
        self.details = details
        self.branches = branches
        self.otherwise = otherwise
        self.unknown = unknown
        self.entityClass = entityClass
        self.unit = unit
        self.cues = cues
        self.cuePatterns = cuePatterns
        self.volunteered = volunteered
        self.onlyWhenRequired = onlyWhenRequired
        self.lookupSource = lookupSource
        self.lookupKey = lookupKey
        self.lookupLimitMs = lookupLimitMs
        self.lookupWith = lookupWith
        self.diagnosis = diagnosis
        self.recommendation = recommendation
        self.minutes = minutes
        self.queue = queue
        self.priority = priority
        self.confidence = confidence
        self.articles = articles
        self.resolved = resolved
        self.gotoTree = gotoTree
        self.textForm = textForm
    }
}

/// How a fact reads in a handoff.
public struct FactDefinition: Message {
    /// The fact.
    public var key: String

    /// Its name for people.
    public var label: String

    /// The form of its value.
    public var kind: ValueKind

    /// Template of its line; {label}, {value}, {detail} and {mark} stand for the parts, [ ]
    /// encloses what is dropped when a part is empty.
    public var line: String

    /// The texts of its values, as options without phrases.
    public var values: [Choice]

    /// Creates a message: what is not given has its default value.
    public init(
        key: String = "",
        label: String = "",
        kind: ValueKind = .unspecified,
        line: String = "",
        values: [Choice] = []
    ) {
        self.key = key
        self.label = label
        self.kind = kind
        self.line = line
        self.values = values
    }
}

/// A compiled diagnostic tree.
public struct Tree: Message {
    /// Name, unique in the catalog.
    public var id: String

    /// For people.
    public var title: String

    /// BCP 47 tag of the language that it is written in.
    public var language: String

    /// Template of the issue line over facts.
    public var issue: String

    /// What customers say first when this tree is meant.
    public var symptoms: [String]

    /// Facts that Tier 2 needs before any handoff, by key.
    public var requires: [String]

    /// How each fact of the tree reads, in order of the handoff.
    public var facts: [FactDefinition]

    /// The nodes; the first is the root.
    public var nodes: [Node]

    /// Whether an opening may go to a question further down, with the answers on the way inferred.
    public var skipsAhead: Bool

    /// Whole openings that answered none of its questions.
    public var openings: [String]

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        title: String = "",
        language: String = "",
        issue: String = "",
        symptoms: [String] = [],
        requires: [String] = [],
        facts: [FactDefinition] = [],
        nodes: [Node] = [],
        skipsAhead: Bool = false,
        openings: [String] = []
    ) {
        self.id = id
        self.title = title
        self.language = language
        self.issue = issue
        self.symptoms = symptoms
        self.requires = requires
        self.facts = facts
        self.nodes = nodes
        self.skipsAhead = skipsAhead
        self.openings = openings
    }
}

/// A knowledge-base article.
public struct Article: Message {
    /// Name, unique in the catalog.
    public var id: String

    /// Title.
    public var title: String

    /// BCP 47 tag of its language.
    public var language: String

    /// Products that it is about.
    public var products: [String]

    /// Symptoms that it explains.
    public var symptoms: [String]

    /// Free tags.
    public var tags: [String]

    /// What is spoken when it answers a question back.
    public var spoken: String

    /// The body in Markdown.
    public var body: String

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        title: String = "",
        language: String = "",
        products: [String] = [],
        symptoms: [String] = [],
        tags: [String] = [],
        spoken: String = "",
        body: String = ""
    ) {
        self.id = id
        self.title = title
        self.language = language
        self.products = products
        self.symptoms = symptoms
        self.tags = tags
        self.spoken = spoken
        self.body = body
    }
}

/// An entity of the vocabulary.
public struct Entity: Message {
    /// Name, unique in the catalog.
    public var id: String

    /// Class, such as router, provider, operating-system.
    public var className: String

    /// How it reads in a handoff.
    public var name: String

    /// Other ways to say it.
    public var aliases: [String]

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        className: String = "",
        name: String = "",
        aliases: [String] = []
    ) {
        self.id = id
        self.className = className
        self.name = name
        self.aliases = aliases
    }
}

/// When a tier of support takes calls.
public struct OpenHours: Message {
    /// Day of the week, 1 is Monday and 7 is Sunday.
    public var weekday: UInt32

    /// Minutes after midnight at which people begin.
    public var fromMinute: UInt32

    /// Minutes after midnight at which people end.
    public var toMinute: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        weekday: UInt32 = 0,
        fromMinute: UInt32 = 0,
        toMinute: UInt32 = 0
    ) {
        self.weekday = weekday
        self.fromMinute = fromMinute
        self.toMinute = toMinute
    }
}

/// What the engine says in one language beyond the trees.
public struct Phrasebook: Message {
    /// BCP 47 tag.
    public var language: String

    /// The opening prompt.
    public var opening: String

    /// Asks for the issue again after an opening that fits nothing.
    public var openingAgain: String

    /// Asks which of two trees is meant; {first} and {second} stand for their titles.
    public var which: String

    /// Confirms an unsure answer; {answer} stands for it.
    public var confirm: String

    /// Acknowledges "hang on".
    public var wait: String

    /// Said while a lookup is awaited.
    public var lookingUp: String

    /// Said to off-topic words before the question is asked again.
    public var offTopic: String

    /// Said when a question back has no answer in the articles, before the question is asked again.
    public var noAnswer: String

    /// Asks again after silence.
    public var silence: String

    /// Asks when the customer can be reached.
    public var availability: String

    /// Ends a call that was handed to Tier 2.
    public var escalated: String

    /// Ends a call whose customer wants a person.
    public var wantsPerson: String

    /// Asks, after a fix, whether there is anything else.
    public var resolved: String

    /// Ends a resolved call.
    public var goodbye: String

    /// Id of the tree used off the map in this language; empty for that of the settings.
    public var intakeTree: String

    /// Creates a message: what is not given has its default value.
    public init(
        language: String = "",
        opening: String = "",
        openingAgain: String = "",
        which: String = "",
        confirm: String = "",
        wait: String = "",
        lookingUp: String = "",
        offTopic: String = "",
        noAnswer: String = "",
        silence: String = "",
        availability: String = "",
        escalated: String = "",
        wantsPerson: String = "",
        resolved: String = "",
        goodbye: String = "",
        intakeTree: String = ""
    ) {
        self.language = language
        self.opening = opening
        self.openingAgain = openingAgain
        self.which = which
        self.confirm = confirm
        self.wait = wait
        self.lookingUp = lookingUp
        self.offTopic = offTopic
        self.noAnswer = noAnswer
        self.silence = silence
        self.availability = availability
        self.escalated = escalated
        self.wantsPerson = wantsPerson
        self.resolved = resolved
        self.goodbye = goodbye
        self.intakeTree = intakeTree
    }
}

/// The settings of a catalog.
public struct Settings: Message {
    /// Languages in order of preference.
    public var phrasebooks: [Phrasebook]

    /// IANA zone of the hours, and of calls whose front end gives none.
    public var timeZone: String

    /// When Baton takes calls.
    public var takesCalls: TakesCalls

    /// The hours of people.
    public var hours: [OpenHours]

    /// The queue of calls that go to a person at once.
    public var personQueue: String

    /// Confidence from which a routing is taken.
    public var routingThreshold: Float

    /// Confidence from which an answer is taken without confirmation.
    public var answerThreshold: Float

    /// Confidence from which a volunteered fact is taken.
    public var volunteerThreshold: Float

    /// Id of the tree used off the map, compiled from catalog.yaml's intake.
    public var intakeTree: String

    /// One more than the most confirmations that a call may ask for; 0 when there is no limit.
    public var confirmationLimit: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        phrasebooks: [Phrasebook] = [],
        timeZone: String = "",
        takesCalls: TakesCalls = .unspecified,
        hours: [OpenHours] = [],
        personQueue: String = "",
        routingThreshold: Float = 0,
        answerThreshold: Float = 0,
        volunteerThreshold: Float = 0,
        intakeTree: String = "",
        confirmationLimit: UInt32 = 0
    ) {
        self.phrasebooks = phrasebooks
        self.timeZone = timeZone
        self.takesCalls = takesCalls
        self.hours = hours
        self.personQueue = personQueue
        self.routingThreshold = routingThreshold
        self.answerThreshold = answerThreshold
        self.volunteerThreshold = volunteerThreshold
        self.intakeTree = intakeTree
        self.confirmationLimit = confirmationLimit
    }
}

/// What a scripted turn must bring about.
public struct TurnExpectation: Message {
    /// What the customer says; empty for the opening expectation.
    public var says: String

    /// Something other than speech: silence, hang-up, wait (time passes) or facts.
    public var does: String

    /// Seconds that pass before this turn.
    public var afterSeconds: UInt32

    /// The fact that must be asked next; empty when not checked.
    public var asks: String

    /// The tree that the call must be on; empty when not checked.
    public var tree: String

    /// Facts that must hold after the turn, as key and expected key or text.
    public var facts: [Expected]

    /// Facts that arrive from systems before this turn.
    public var arrives: [Expected]

    /// A part that the reply must contain.
    public var replies: String

    /// Line in the source file, for reports.
    public var line: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        says: String = "",
        does: String = "",
        afterSeconds: UInt32 = 0,
        asks: String = "",
        tree: String = "",
        facts: [Expected] = [],
        arrives: [Expected] = [],
        replies: String = "",
        line: UInt32 = 0
    ) {
        self.says = says
        self.does = does
        self.afterSeconds = afterSeconds
        self.asks = asks
        self.tree = tree
        self.facts = facts
        self.arrives = arrives
        self.replies = replies
        self.line = line
    }
}

/// A fact and the value that it must have.
public struct Expected: Message {
    /// The fact.
    public var fact: String

    /// Its key or text; "!" and a reason of NotObtained in lower case when it must be missing.
    public var value: String

    /// The detail that it must have; empty when not checked.
    public var detail: String

    /// Creates a message: what is not given has its default value.
    public init(
        fact: String = "",
        value: String = "",
        detail: String = ""
    ) {
        self.fact = fact
        self.value = value
        self.detail = detail
    }
}

/// A call that must come out as written.
public struct Conversation: Message {
    /// Name, unique in the catalog.
    public var id: String

    /// BCP 47 tag.
    public var language: String

    /// IANA zone of the caller.
    public var timeZone: String

    /// The start of the call, in milliseconds since 1970-01-01 UTC.
    public var startedAtMs: Int64

    /// Caller's number.
    public var caller: String

    /// Customer number.
    public var customer: String

    /// Facts that systems answer when they are looked up; what is not here times out.
    public var systems: [Expected]

    /// Facts told by the front end at the start.
    public var told: [Expected]

    /// The turns.
    public var turns: [TurnExpectation]

    /// The outcome that the call must end with: resolved, escalated, wants-person, abandoned; empty
    /// for a call that goes on.
    public var outcome: String

    /// The node that the call must end at, as tree/node.
    public var endsAt: String

    /// Lines of the conclusion that must come out: issue, diagnosis, recommendation by name.
    public var conclusion: [Expected]

    /// Facts that must be listed as not obtained at the end, with the reason.
    public var notObtained: [Expected]

    /// Facts whose earlier value must be listed as superseded at the end.
    public var superseded: [Expected]

    /// Line of `end` in the source file, or of its beginning where it has none, for reports.
    public var line: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        language: String = "",
        timeZone: String = "",
        startedAtMs: Int64 = 0,
        caller: String = "",
        customer: String = "",
        systems: [Expected] = [],
        told: [Expected] = [],
        turns: [TurnExpectation] = [],
        outcome: String = "",
        endsAt: String = "",
        conclusion: [Expected] = [],
        notObtained: [Expected] = [],
        superseded: [Expected] = [],
        line: UInt32 = 0
    ) {
        self.id = id
        self.language = language
        self.timeZone = timeZone
        self.startedAtMs = startedAtMs
        self.caller = caller
        self.customer = customer
        self.systems = systems
        self.told = told
        self.turns = turns
        self.outcome = outcome
        self.endsAt = endsAt
        self.conclusion = conclusion
        self.notObtained = notObtained
        self.superseded = superseded
        self.line = line
    }
}

/// What a node does.
public enum NodeKind: Int32, Sendable, CaseIterable {
    /// Never stored.
    case unspecified = 0
    /// Asks what the customer knows.
    case ask = 1
    /// Has the customer run a diagnostic test.
    case check = 2
    /// Has a system look a fact up.
    case lookup = 3
    /// Walks the customer through a fix.
    case guide = 4
    /// Ends the path with a diagnosis.
    case diagnose = 5
    /// Continues in another tree.
    case goto = 6
}

/// How a branch compares.
public enum Comparison: Int32, Sendable, CaseIterable {
    /// The value's key equals the branch's value.
    case equal = 0
    /// The number is below the bound.
    case below = 1
    /// The number is at least the bound.
    case atLeast = 2
    /// The version, read part by part, is below the value.
    case versionBelow = 3
    /// The version, read part by part, is at least the value.
    case versionAtLeast = 4
}

/// What a text answer must look like.
public enum TextForm: Int32, Sendable, CaseIterable {
    /// Any words.
    case unspecified = 0
    /// An e-mail address.
    case email = 1
    /// Letters and digits, as on a label.
    case serial = 2
}

/// When calls go to Baton rather than to a person.
public enum TakesCalls: Int32, Sendable, CaseIterable {
    /// Never stored.
    case unspecified = 0
    /// Every call.
    case always = 1
    /// Calls outside the hours of people.
    case afterHours = 2
    /// Calls that the front end marks as overflow, and those outside the hours.
    case overflow = 3
}
