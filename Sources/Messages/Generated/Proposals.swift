// Generated from proto/proposals.proto by proto/generate. Do not edit.

/// An answer that the customer gave to a question.
public struct ObservedAnswer: Message {
    /// The fact that was asked.
    public var fact: String

    /// The key of the value that was taken in the end; empty when none was.
    public var value: String

    /// The customer's words.
    public var quote: String

    /// Whether the answer had to be confirmed before it was taken.
    public var confirmed: Bool

    /// Whether the value that had been understood first was put right by the customer.
    public var corrected: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        fact: String = "",
        value: String = "",
        quote: String = "",
        confirmed: Bool = false,
        corrected: Bool = false
    ) {
        self.fact = fact
        self.value = value
        self.quote = quote
        self.confirmed = confirmed
        self.corrected = corrected
    }
}

/// How long a question took.
public struct ObservedQuestion: Message {
    /// The fact that was asked.
    public var fact: String

    /// From the turn before to the answer, in milliseconds.
    public var durationMs: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        fact: String = "",
        durationMs: UInt32 = 0
    ) {
        self.fact = fact
        self.durationMs = durationMs
    }
}

/// What proposals are derived from: an ended call as it is kept for that.
public struct CallObservation: Message {
    /// The call.
    public var callID: String

    /// Its start, in milliseconds since 1970-01-01 UTC.
    public var startedAtMs: Int64

    /// BCP 47 tag.
    public var language: String

    /// The tree; empty for a call that reached none.
    public var tree: String

    /// The leaf that it ended at, as tree/node; empty when it reached none.
    public var leaf: String

    /// The release.
    public var release: UInt32

    /// How it came out.
    public var outcome: Outcome

    /// What the customer said first.
    public var opening: String

    /// What was known at the end, without what followed from other facts, and what was not
    /// obtained.
    public var facts: [Fact]

    /// Questions that were asked, in order.
    public var questions: [ObservedQuestion]

    /// Answers that had to be confirmed or were put right.
    public var answers: [ObservedAnswer]

    /// Its end, in milliseconds since 1970-01-01 UTC; 0 in one that an earlier version has kept.
    public var endedAtMs: Int64

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        startedAtMs: Int64 = 0,
        language: String = "",
        tree: String = "",
        leaf: String = "",
        release: UInt32 = 0,
        outcome: Outcome = .unspecified,
        opening: String = "",
        facts: [Fact] = [],
        questions: [ObservedQuestion] = [],
        answers: [ObservedAnswer] = [],
        endedAtMs: Int64 = 0
    ) {
        self.callID = callID
        self.startedAtMs = startedAtMs
        self.language = language
        self.tree = tree
        self.leaf = leaf
        self.release = release
        self.outcome = outcome
        self.opening = opening
        self.facts = facts
        self.questions = questions
        self.answers = answers
        self.endedAtMs = endedAtMs
    }
}

/// A question as it would be written into a tree.
public struct QuestionDraft: Message {
    /// The fact that it determines.
    public var fact: String

    /// Its name for people.
    public var label: String

    /// The question.
    public var say: String

    /// The form of the answer.
    public var kind: ValueKind

    /// The vocabulary class of an entity answer.
    public var entityClass: String

    /// The unit of a number.
    public var unit: String

    /// The options of a choice.
    public var options: [QuestionOption]

    /// Creates a message: what is not given has its default value.
    public init(
        fact: String = "",
        label: String = "",
        say: String = "",
        kind: ValueKind = .unspecified,
        entityClass: String = "",
        unit: String = "",
        options: [QuestionOption] = []
    ) {
        self.fact = fact
        self.label = label
        self.say = say
        self.kind = kind
        self.entityClass = entityClass
        self.unit = unit
        self.options = options
    }
}

/// An option of a question.
public struct QuestionOption: Message {
    /// Its id.
    public var id: String

    /// Its label.
    public var label: String

    /// What customers say for it.
    public var phrases: [String]

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        label: String = "",
        phrases: [String] = []
    ) {
        self.id = id
        self.label = label
        self.phrases = phrases
    }
}

/// Where a question would be asked, and what that would have meant for past calls.
public struct Placement: Message {
    /// The node before which it is asked; empty when it is asked before an escalation, since Tier 2
    /// requires it.
    public var before: String

    /// Past calls on the tree that were looked at.
    public var calls: UInt32

    /// Those in which the question would have been asked.
    public var asked: UInt32

    /// Handoffs that engineers found lacking the fact, in which it would have been asked.
    public var handoffs: UInt32

    /// Seconds that it adds to a call in which it is asked.
    public var questionSeconds: Double

    /// Seconds that it adds to a call on the tree, on average.
    public var secondsPerCall: Double

    /// Expected seconds saved over the calls looked at.
    public var benefitSeconds: Double

    /// Creates a message: what is not given has its default value.
    public init(
        before: String = "",
        calls: UInt32 = 0,
        asked: UInt32 = 0,
        handoffs: UInt32 = 0,
        questionSeconds: Double = 0,
        secondsPerCall: Double = 0,
        benefitSeconds: Double = 0
    ) {
        self.before = before
        self.calls = calls
        self.asked = asked
        self.handoffs = handoffs
        self.questionSeconds = questionSeconds
        self.secondsPerCall = secondsPerCall
        self.benefitSeconds = benefitSeconds
    }
}

/// A call that speaks for a proposal.
public struct ProposalEvidence: Message {
    /// The call.
    public var callID: String

    /// The words that speak for it: an engineer's, or a customer's.
    public var quote: String

    /// Who said so; empty for a customer.
    public var engineer: String

    /// The score of the rating; 0 for none.
    public var score: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        quote: String = "",
        engineer: String = "",
        score: UInt32 = 0
    ) {
        self.callID = callID
        self.quote = quote
        self.engineer = engineer
        self.score = score
    }
}

/// A change to the catalog, derived from calls and ratings.
public struct Proposal: Message {
    /// Name, the same as long as it proposes the same.
    public var id: String

    /// What it changes.
    public var kind: ProposalKind

    /// The proposal in a line.
    public var title: String

    /// The tree.
    public var tree: String

    /// The node that is removed, or has the option.
    public var node: String

    /// The fact that is asked, or that the node determines.
    public var fact: String

    /// The question that is added; absent where the tree has one.
    public var question: Optional<QuestionDraft>

    /// Where it is asked, the best place first, with what else was looked at.
    public var placements: [Placement]

    /// The option that gets phrases.
    public var option: String

    /// The phrases that are added, or the symptoms of the new tree.
    public var phrases: [String]

    /// Words that the calls of a pattern have in common, most frequent first.
    public var commonWords: [String]

    /// How many calls speak for it.
    public var evidenceCount: UInt32

    /// Those calls, at most 100.
    public var evidence: [ProposalEvidence]

    /// Expected seconds saved over the calls looked at: what proposals are ranked by.
    public var benefitSeconds: Double

    /// How the benefit was worked out, in a sentence.
    public var reckoning: String

    /// How it stands.
    public var state: ProposalState

    /// The last decision; absent while there is none.
    public var decision: Optional<ProposalDecision>

    /// The node that takes the place of a removed one.
    public var next: String

    /// BCP 47 tag of the new tree.
    public var language: String

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        kind: ProposalKind = .unspecified,
        title: String = "",
        tree: String = "",
        node: String = "",
        fact: String = "",
        question: QuestionDraft? = nil,
        placements: [Placement] = [],
        option: String = "",
        phrases: [String] = [],
        commonWords: [String] = [],
        evidenceCount: UInt32 = 0,
        evidence: [ProposalEvidence] = [],
        benefitSeconds: Double = 0,
        reckoning: String = "",
        state: ProposalState = .unspecified,
        decision: ProposalDecision? = nil,
        next: String = "",
        language: String = ""
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.tree = tree
        self.node = node
        self.fact = fact
        self.question = question
        self.placements = placements
        self.option = option
        self.phrases = phrases
        self.commonWords = commonWords
        self.evidenceCount = evidenceCount
        self.evidence = evidence
        self.benefitSeconds = benefitSeconds
        self.reckoning = reckoning
        self.state = state
        self.decision = decision
        self.next = next
        self.language = language
    }
}

/// What was decided about a proposal.
public struct ProposalDecision: Message {
    /// The proposal.
    public var id: String

    /// What was decided.
    public var state: ProposalState

    /// Who decided.
    public var editor: String

    /// Why.
    public var why: String

    /// When, in milliseconds since 1970-01-01 UTC.
    public var atMs: Int64

    /// How many calls spoke for it then.
    public var evidenceCount: UInt32

    /// The release that was published; 0 for none.
    public var release: UInt32

    /// The proposal in a line, as it was decided.
    public var title: String

    /// What it changes.
    public var kind: ProposalKind

    /// Its tree.
    public var tree: String

    /// The calls that spoke for it, at most 100.
    public var calls: [String]

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        state: ProposalState = .unspecified,
        editor: String = "",
        why: String = "",
        atMs: Int64 = 0,
        evidenceCount: UInt32 = 0,
        release: UInt32 = 0,
        title: String = "",
        kind: ProposalKind = .unspecified,
        tree: String = "",
        calls: [String] = []
    ) {
        self.id = id
        self.state = state
        self.editor = editor
        self.why = why
        self.atMs = atMs
        self.evidenceCount = evidenceCount
        self.release = release
        self.title = title
        self.kind = kind
        self.tree = tree
        self.calls = calls
    }
}

/// Asks for proposals.
public struct ListProposalsRequest: Message {
    /// Only this one, open or decided; empty for all that are open.
    public var id: String

    /// Whether decisions are wanted too.
    public var decisions: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        decisions: Bool = false
    ) {
        self.id = id
        self.decisions = decisions
    }
}

/// Proposals by expected benefit, the greatest first.
public struct ListProposalsReply: Message {
    /// The proposals.
    public var proposals: [Proposal]

    /// Ended calls that were looked at.
    public var calls: UInt32

    /// The release that they change.
    public var release: UInt32

    /// Decisions in order, when asked for.
    public var decisions: [ProposalDecision]

    /// Creates a message: what is not given has its default value.
    public init(
        proposals: [Proposal] = [],
        calls: UInt32 = 0,
        release: UInt32 = 0,
        decisions: [ProposalDecision] = []
    ) {
        self.proposals = proposals
        self.calls = calls
        self.release = release
        self.decisions = decisions
    }
}

/// Decides about a proposal.
public struct DecideProposalRequest: Message {
    /// The proposal.
    public var id: String

    /// What to do.
    public var decision: Decision

    /// Who decides.
    public var editor: String

    /// Why; needed to reject, and to force.
    public var why: String

    /// Words of the question that are other than proposed; what is empty stays.
    public var question: Optional<QuestionDraft>

    /// Files as the editor has changed them, in place of those that accepting would make.
    public var files: [SourceFile]

    /// Publishes even where past calls speak against it; why must then be given.
    public var force: Bool

    /// The release that files were made from, as a preview gave it; 0 where it is not known.
    public var baseRelease: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        decision: Decision = .unspecified,
        editor: String = "",
        why: String = "",
        question: QuestionDraft? = nil,
        files: [SourceFile] = [],
        force: Bool = false,
        baseRelease: UInt32 = 0
    ) {
        self.id = id
        self.decision = decision
        self.editor = editor
        self.why = why
        self.question = question
        self.files = files
        self.force = force
        self.baseRelease = baseRelease
    }
}

/// What came of a decision.
public struct DecideProposalReply: Message {
    /// The proposal.
    public var proposal: Optional<Proposal>

    /// The files that were changed, with their content.
    public var files: [SourceFile]

    /// The release that is live now; 0 where nothing was published.
    public var release: UInt32

    /// What is wrong; with an error nothing was published.
    public var problems: [Problem]

    /// The record of the decision; absent where there is none.
    public var audit: Optional<AuditRecord>

    /// For a preview: the release that the files were made from.
    public var baseRelease: UInt32

    /// Those of the files that the release before had, as they were there and without content.
    public var replaced: [SourceFile]

    /// Creates a message: what is not given has its default value.
    public init(
        proposal: Proposal? = nil,
        files: [SourceFile] = [],
        release: UInt32 = 0,
        problems: [Problem] = [],
        audit: AuditRecord? = nil,
        baseRelease: UInt32 = 0,
        replaced: [SourceFile] = []
    ) {
        self.proposal = proposal
        self.files = files
        self.release = release
        self.problems = problems
        self.audit = audit
        self.baseRelease = baseRelease
        self.replaced = replaced
    }
}

/// One change of the catalog, or one decision not to change it.
///
/// Records are chained: each holds the hash of the one before.
public struct AuditRecord: Message {
    /// Its number, from 1.
    public var number: UInt64

    /// When, in milliseconds since 1970-01-01 UTC.
    public var atMs: Int64

    /// Who.
    public var editor: String

    /// What was done: accept, reject or flag.
    public var action: String

    /// The proposal or pattern.
    public var subject: String

    /// It in a line.
    public var title: String

    /// Why.
    public var why: String

    /// The calls that spoke for it, at most 100.
    public var calls: [String]

    /// How many there were.
    public var evidenceCount: UInt32

    /// The release that was published; 0 for none.
    public var release: UInt32

    /// The files that were changed, with their SHA-256 and without content.
    public var files: [SourceFile]

    /// Hash of the record before; 32 zeros for the first.
    public var previousHash: [UInt8]

    /// SHA-256 of this record as it is encoded without this field.
    public var hash: [UInt8]

    /// Creates a message: what is not given has its default value.
    public init(
        number: UInt64 = 0,
        atMs: Int64 = 0,
        editor: String = "",
        action: String = "",
        subject: String = "",
        title: String = "",
        why: String = "",
        calls: [String] = [],
        evidenceCount: UInt32 = 0,
        release: UInt32 = 0,
        files: [SourceFile] = [],
        previousHash: [UInt8] = [],
        hash: [UInt8] = []
    ) {
        self.number = number
        self.atMs = atMs
        self.editor = editor
        self.action = action
        self.subject = subject
        self.title = title
        self.why = why
        self.calls = calls
        self.evidenceCount = evidenceCount
        self.release = release
        self.files = files
        self.previousHash = previousHash
        self.hash = hash
    }
}

/// A decision that is being published: what is on record once it is known whether it was.
public struct PendingDecision: Message {
    /// The decision, without the release.
    public var decision: Optional<ProposalDecision>

    /// Its record, without its place in the chain.
    public var record: Optional<AuditRecord>

    /// The release that it changes.
    public var baseRelease: UInt32

    /// The note of the release to be, by which it is found.
    public var note: String

    /// Creates a message: what is not given has its default value.
    public init(
        decision: ProposalDecision? = nil,
        record: AuditRecord? = nil,
        baseRelease: UInt32 = 0,
        note: String = ""
    ) {
        self.decision = decision
        self.record = record
        self.baseRelease = baseRelease
        self.note = note
    }
}

/// Asks for records of changes, oldest first.
public struct ListAuditRequest: Message {
    /// Only those after this number.
    public var after: UInt64

    /// At most so many; 0 means 200, which is the limit too.
    public var maximum: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        after: UInt64 = 0,
        maximum: UInt32 = 0
    ) {
        self.after = after
        self.maximum = maximum
    }
}

/// Records of changes.
public struct ListAuditReply: Message {
    /// The records in order.
    public var records: [AuditRecord]

    /// Whether there are more.
    public var more: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        records: [AuditRecord] = [],
        more: Bool = false
    ) {
        self.records = records
        self.more = more
    }
}

/// Marks calls as a new issue.
public struct FlagPatternRequest: Message {
    /// Name of the pattern and id of its tree: lower-case letters, digits, '-' and '.'.
    public var name: String

    /// Its name for people; empty for the name in words.
    public var title: String

    /// The calls, 1 to 200.
    public var callIDs: [String]

    /// Who marks them.
    public var editor: String

    /// Why.
    public var why: String

    /// Creates a message: what is not given has its default value.
    public init(
        name: String = "",
        title: String = "",
        callIDs: [String] = [],
        editor: String = "",
        why: String = ""
    ) {
        self.name = name
        self.title = title
        self.callIDs = callIDs
        self.editor = editor
        self.why = why
    }
}

/// A new issue with its draft tree.
public struct Pattern: Message {
    /// Its name, which is the id of its tree.
    public var name: String

    /// Its name for people.
    public var title: String

    /// The calls.
    public var callIDs: [String]

    /// Who marked them.
    public var editor: String

    /// When, in milliseconds since 1970-01-01 UTC.
    public var atMs: Int64

    /// The draft tree.
    public var tree: Optional<SourceFile>

    /// Creates a message: what is not given has its default value.
    public init(
        name: String = "",
        title: String = "",
        callIDs: [String] = [],
        editor: String = "",
        atMs: Int64 = 0,
        tree: SourceFile? = nil
    ) {
        self.name = name
        self.title = title
        self.callIDs = callIDs
        self.editor = editor
        self.atMs = atMs
        self.tree = tree
    }
}

/// The pattern is on disk.
public struct FlagPatternReply: Message {
    /// The pattern.
    public var pattern: Optional<Pattern>

    /// What validation says of the draft tree.
    public var problems: [Problem]

    /// Its report.
    public var reports: [TreeReport]

    /// Creates a message: what is not given has its default value.
    public init(
        pattern: Pattern? = nil,
        problems: [Problem] = [],
        reports: [TreeReport] = []
    ) {
        self.pattern = pattern
        self.problems = problems
        self.reports = reports
    }
}

/// Asks which past callers had the issue of a pattern.
public struct ListCallersRequest: Message {
    /// The pattern.
    public var name: String

    /// Only calls that began at or after this time, in milliseconds since 1970-01-01 UTC.
    public var sinceMs: Int64

    /// Creates a message: what is not given has its default value.
    public init(
        name: String = "",
        sinceMs: Int64 = 0
    ) {
        self.name = name
        self.sinceMs = sinceMs
    }
}

/// A past call that the draft tree would have taken.
public struct PatternCaller: Message {
    /// The call.
    public var callID: String

    /// Caller's number; empty when it was not known.
    public var caller: String

    /// Customer number, when known.
    public var customer: String

    /// Start of the call, in milliseconds since 1970-01-01 UTC.
    public var startedAtMs: Int64

    /// What the customer said first.
    public var opening: String

    /// How well it fits, from 0 to 1.
    public var score: Float

    /// How the call came out.
    public var outcome: Outcome

    /// Whether it is one of the calls that were marked.
    public var marked: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        caller: String = "",
        customer: String = "",
        startedAtMs: Int64 = 0,
        opening: String = "",
        score: Float = 0,
        outcome: Outcome = .unspecified,
        marked: Bool = false
    ) {
        self.callID = callID
        self.caller = caller
        self.customer = customer
        self.startedAtMs = startedAtMs
        self.opening = opening
        self.score = score
        self.outcome = outcome
        self.marked = marked
    }
}

/// Past callers, the best fit first.
public struct ListCallersReply: Message {
    /// The callers, at most 1,000.
    public var callers: [PatternCaller]

    /// Calls that were looked at.
    public var calls: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        callers: [PatternCaller] = [],
        calls: UInt32 = 0
    ) {
        self.callers = callers
        self.calls = calls
    }
}

/// What a proposal would change.
public enum ProposalKind: Int32, Sendable, CaseIterable {
    /// Never sent.
    case unspecified = 0
    /// Asks for a fact that engineers miss.
    case ask = 1
    /// Removes a question that never changed a diagnosis.
    case remove = 2
    /// Adds phrases that customers said for an option.
    case phrases = 3
    /// Adds a tree for calls that no tree fits.
    case pattern = 4
}

/// How a proposal stands.
public enum ProposalState: Int32, Sendable, CaseIterable {
    /// Means open.
    case unspecified = 0
    /// It waits for an editor.
    case `open` = 1
    /// It was accepted and published.
    case accepted = 2
    /// It was rejected.
    case rejected = 3
}

/// What an editor does with a proposal.
public enum Decision: Int32, Sendable, CaseIterable {
    /// Never sent.
    case unspecified = 0
    /// Shows the files that accepting would change, and what is wrong with them; changes nothing.
    case preview = 1
    /// Changes the catalog and publishes it.
    case accept = 2
    /// Turns it down.
    case reject = 3
}
