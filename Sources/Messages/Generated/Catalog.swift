// Generated from proto/catalog.proto by proto/generate. Do not edit.

/// A source file of a catalog.
public struct SourceFile: Message {
    /// Path in the catalog folder, such as trees/vpn.yaml: at most 200 bytes.
    public var path: String

    /// The content, UTF-8; absent in listings.
    public var content: [UInt8]

    /// SHA-256 of the content.
    public var sha256: [UInt8]

    /// Size of the content in bytes.
    public var size: UInt64

    /// Creates a message: what is not given has its default value.
    public init(
        path: String = "",
        content: [UInt8] = [],
        sha256: [UInt8] = [],
        size: UInt64 = 0
    ) {
        self.path = path
        self.content = content
        self.sha256 = sha256
        self.size = size
    }
}

/// Something wrong in a source file.
public struct Problem: Message {
    /// Stable code, such as unreachable-node.
    public var code: String

    /// How bad it is.
    public var severity: Severity

    /// The file.
    public var path: String

    /// Line from 1; 0 when it concerns the whole file.
    public var line: UInt32

    /// Column from 1; 0 when it concerns the whole line.
    public var column: UInt32

    /// What is wrong.
    public var message: String

    /// What to do.
    public var suggestion: String

    /// Creates a message: what is not given has its default value.
    public init(
        code: String = "",
        severity: Severity = .unspecified,
        path: String = "",
        line: UInt32 = 0,
        column: UInt32 = 0,
        message: String = "",
        suggestion: String = ""
    ) {
        self.code = code
        self.severity = severity
        self.path = path
        self.line = line
        self.column = column
        self.message = message
        self.suggestion = suggestion
    }
}

/// What validation found out about a tree.
public struct TreeReport: Message {
    /// The tree.
    public var tree: String

    /// The longest call in questions.
    public var longestQuestions: UInt32

    /// Paths from the root to a leaf.
    public var paths: UInt64

    /// Leaves that can be reached without a required fact, as node: fact, fact.
    public var leavesMissingFacts: [String]

    /// Creates a message: what is not given has its default value.
    public init(
        tree: String = "",
        longestQuestions: UInt32 = 0,
        paths: UInt64 = 0,
        leavesMissingFacts: [String] = []
    ) {
        self.tree = tree
        self.longestQuestions = longestQuestions
        self.paths = paths
        self.leavesMissingFacts = leavesMissingFacts
    }
}

/// Adds files to a draft.
///
/// A draft is a release's sources with changes.
public struct StageRequest: Message {
    /// The draft; empty for a new one.
    public var draft: String

    /// For a new draft: the release that it changes; 0 for an empty catalog.
    public var baseRelease: UInt32

    /// Files to add or replace.
    public var files: [SourceFile]

    /// Paths to remove.
    public var removed: [String]

    /// Whether to validate the draft now.
    public var validate: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        draft: String = "",
        baseRelease: UInt32 = 0,
        files: [SourceFile] = [],
        removed: [String] = [],
        validate: Bool = false
    ) {
        self.draft = draft
        self.baseRelease = baseRelease
        self.files = files
        self.removed = removed
        self.validate = validate
    }
}

/// The draft as it stands.
public struct StageReply: Message {
    /// The draft.
    public var draft: String

    /// Problems, when validated.
    public var problems: [Problem]

    /// Reports of changed trees, when validated.
    public var reports: [TreeReport]

    /// Creates a message: what is not given has its default value.
    public init(
        draft: String = "",
        problems: [Problem] = [],
        reports: [TreeReport] = []
    ) {
        self.draft = draft
        self.problems = problems
        self.reports = reports
    }
}

/// Makes a release of a draft and points new calls at it.
public struct PublishRequest: Message {
    /// The draft.
    public var draft: String

    /// Who publishes.
    public var editor: String

    /// Why, for the release list.
    public var note: String

    /// Publishes even where conversations or past calls speak against it; why must then be given.
    public var force: Bool

    /// Why it is forced, kept in the release.
    public var why: String

    /// Begins so many of a thousand new calls on it, and all others on the current release; 0 for
    /// all calls.
    public var canaryPerMille: UInt32

    /// Only evaluates it beside the current release: no call begins on it.
    public var shadow: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        draft: String = "",
        editor: String = "",
        note: String = "",
        force: Bool = false,
        why: String = "",
        canaryPerMille: UInt32 = 0,
        shadow: Bool = false
    ) {
        self.draft = draft
        self.editor = editor
        self.note = note
        self.force = force
        self.why = why
        self.canaryPerMille = canaryPerMille
        self.shadow = shadow
    }
}

/// The release is live.
public struct PublishReply: Message {
    /// Its number; 0 when problems kept it from being made.
    public var release: UInt32

    /// Problems.
    public var problems: [Problem]

    /// Reports of changed trees.
    public var reports: [TreeReport]

    /// What the last calls would have been on it; absent where none were replayed.
    public var replay: Optional<ReplayReport>

    /// Creates a message: what is not given has its default value.
    public init(
        release: UInt32 = 0,
        problems: [Problem] = [],
        reports: [TreeReport] = [],
        replay: ReplayReport? = nil
    ) {
        self.release = release
        self.problems = problems
        self.reports = reports
        self.replay = replay
    }
}

/// Points new calls at an earlier release.
public struct RollbackRequest: Message {
    /// The release; 0 ends a trial, so that all new calls begin on the current release.
    public var release: UInt32

    /// Who rolls back.
    public var editor: String

    /// Why.
    public var note: String

    /// Creates a message: what is not given has its default value.
    public init(
        release: UInt32 = 0,
        editor: String = "",
        note: String = ""
    ) {
        self.release = release
        self.editor = editor
        self.note = note
    }
}

/// The pointer has moved.
public struct RollbackReply: Message {
    /// The release that is live now.
    public var release: UInt32

    /// The release that was live before.
    public var previous: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        release: UInt32 = 0,
        previous: UInt32 = 0
    ) {
        self.release = release
        self.previous = previous
    }
}

/// Who moved calls from one release to another, and why.
public struct Rollback: Message {
    /// When, in milliseconds since 1970-01-01 UTC.
    public var atMs: Int64

    /// Who.
    public var editor: String

    /// Why.
    public var note: String

    /// The release that calls began on before.
    public var previous: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        atMs: Int64 = 0,
        editor: String = "",
        note: String = "",
        previous: UInt32 = 0
    ) {
        self.atMs = atMs
        self.editor = editor
        self.note = note
        self.previous = previous
    }
}

/// A release in a line.
public struct Release: Message {
    /// Its number, from 1.
    public var number: UInt32

    /// The release that its draft was based on.
    public var basedOn: UInt32

    /// When it was made, in milliseconds since 1970-01-01 UTC.
    public var createdAtMs: Int64

    /// Who made it.
    public var editor: String

    /// Why.
    public var note: String

    /// Number of trees.
    public var trees: UInt32

    /// Number of articles.
    public var articles: UInt32

    /// Number of entities.
    public var entities: UInt32

    /// Number of conversations.
    public var conversations: UInt32

    /// Whether new calls begin on it.
    public var current: Bool

    /// Live calls on it.
    public var liveCalls: UInt32

    /// How calls last came back to it; absent if they never did.
    public var rolledBack: Optional<Rollback>

    /// What spoke against it when it was published; absent if nothing did.
    public var forced: Optional<Forced>

    /// How it is tried; absent when it is not.
    public var trial: Optional<Trial>

    /// How it became current after a trial; absent if it did not.
    public var promoted: Optional<Rollback>

    /// How its trial was ended without that; absent if it was not.
    public var withdrawn: Optional<Rollback>

    /// Creates a message: what is not given has its default value.
    public init(
        number: UInt32 = 0,
        basedOn: UInt32 = 0,
        createdAtMs: Int64 = 0,
        editor: String = "",
        note: String = "",
        trees: UInt32 = 0,
        articles: UInt32 = 0,
        entities: UInt32 = 0,
        conversations: UInt32 = 0,
        current: Bool = false,
        liveCalls: UInt32 = 0,
        rolledBack: Rollback? = nil,
        forced: Forced? = nil,
        trial: Trial? = nil,
        promoted: Rollback? = nil,
        withdrawn: Rollback? = nil
    ) {
        self.number = number
        self.basedOn = basedOn
        self.createdAtMs = createdAtMs
        self.editor = editor
        self.note = note
        self.trees = trees
        self.articles = articles
        self.entities = entities
        self.conversations = conversations
        self.current = current
        self.liveCalls = liveCalls
        self.rolledBack = rolledBack
        self.forced = forced
        self.trial = trial
        self.promoted = promoted
        self.withdrawn = withdrawn
    }
}

/// A release that was published against what conversations or past calls said.
public struct Forced: Message {
    /// Why.
    public var why: String

    /// What spoke against it, at most 20 sentences.
    public var problems: [String]

    /// Creates a message: what is not given has its default value.
    public init(
        why: String = "",
        problems: [String] = []
    ) {
        self.why = why
        self.problems = problems
    }
}

/// A release that is tried beside the current one.
public struct Trial: Message {
    /// The release.
    public var release: UInt32

    /// How many of a thousand new calls begin on it.
    public var canaryPerMille: UInt32

    /// Whether it is only evaluated beside the current one.
    public var shadow: Bool

    /// When it began, in milliseconds since 1970-01-01 UTC.
    public var startedAtMs: Int64

    /// Who tries it.
    public var editor: String

    /// Why.
    public var note: String

    /// Position in the order of ended calls at its beginning.
    public var afterEndedSequence: UInt64

    /// Creates a message: what is not given has its default value.
    public init(
        release: UInt32 = 0,
        canaryPerMille: UInt32 = 0,
        shadow: Bool = false,
        startedAtMs: Int64 = 0,
        editor: String = "",
        note: String = "",
        afterEndedSequence: UInt64 = 0
    ) {
        self.release = release
        self.canaryPerMille = canaryPerMille
        self.shadow = shadow
        self.startedAtMs = startedAtMs
        self.editor = editor
        self.note = note
        self.afterEndedSequence = afterEndedSequence
    }
}

/// Tries a release beside the current one, or changes how it is tried.
public struct TryRequest: Message {
    /// The release.
    public var release: UInt32

    /// Begins so many of a thousand new calls on it.
    public var canaryPerMille: UInt32

    /// Only evaluates it beside the current release.
    public var shadow: Bool

    /// Who tries it.
    public var editor: String

    /// Why.
    public var note: String

    /// Creates a message: what is not given has its default value.
    public init(
        release: UInt32 = 0,
        canaryPerMille: UInt32 = 0,
        shadow: Bool = false,
        editor: String = "",
        note: String = ""
    ) {
        self.release = release
        self.canaryPerMille = canaryPerMille
        self.shadow = shadow
        self.editor = editor
        self.note = note
    }
}

/// The trial has begun.
public struct TryReply: Message {
    /// The trial.
    public var trial: Optional<Trial>

    /// Creates a message: what is not given has its default value.
    public init(
        trial: Trial? = nil
    ) {
        self.trial = trial
    }
}

/// Lets all new calls begin on the release that is tried.
public struct PromoteRequest: Message {
    /// Who promotes it.
    public var editor: String

    /// Why.
    public var note: String

    /// Creates a message: what is not given has its default value.
    public init(
        editor: String = "",
        note: String = ""
    ) {
        self.editor = editor
        self.note = note
    }
}

/// The pointer has moved.
public struct PromoteReply: Message {
    /// The release that is live now.
    public var release: UInt32

    /// The release that was live before.
    public var previous: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        release: UInt32 = 0,
        previous: UInt32 = 0
    ) {
        self.release = release
        self.previous = previous
    }
}

/// Asks how the trial goes.
public struct GetTrialRequest: Message {
    /// Creates a message: what is not given has its default value.
    public init() {}
}

/// The trial, and what has come of calls since it began.
public struct GetTrialReply: Message {
    /// The trial; absent when there is none.
    public var trial: Optional<Trial>

    /// Calls on the current release that began during the trial.
    public var current: Optional<ReleaseMetrics>

    /// Calls on the release that is tried; nothing but its number for a shadow.
    public var tried: Optional<ReleaseMetrics>

    /// How a shadow went beside the current release.
    public var shadow: Optional<ShadowMetrics>

    /// Creates a message: what is not given has its default value.
    public init(
        trial: Trial? = nil,
        current: ReleaseMetrics? = nil,
        tried: ReleaseMetrics? = nil,
        shadow: ShadowMetrics? = nil
    ) {
        self.trial = trial
        self.current = current
        self.tried = tried
        self.shadow = shadow
    }
}

/// What has come of calls on a release; of those that have ended, only of calls that began during
/// the trial.
public struct ReleaseMetrics: Message {
    /// The release.
    public var release: UInt32

    /// Calls that go on, whenever they began.
    public var live: UInt64

    /// Calls that have ended.
    public var ended: UInt64

    /// Ended calls whose issue was gone.
    public var resolved: UInt64

    /// Ended calls that went to Tier 2.
    public var escalated: UInt64

    /// Ended calls whose customer wanted a person.
    public var wantsPerson: UInt64

    /// Ended calls that were hung up or left.
    public var abandoned: UInt64

    /// Ended calls that went off the map.
    public var offMap: UInt64

    /// Questions that ended calls were asked, each fact once a call.
    public var questions: UInt64

    /// Required facts missing from calls that went to Tier 2.
    public var missingRequired: UInt64

    /// Turns of ended calls.
    public var turns: UInt64

    /// Calls that can't be read.
    public var damaged: UInt64

    /// Creates a message: what is not given has its default value.
    public init(
        release: UInt32 = 0,
        live: UInt64 = 0,
        ended: UInt64 = 0,
        resolved: UInt64 = 0,
        escalated: UInt64 = 0,
        wantsPerson: UInt64 = 0,
        abandoned: UInt64 = 0,
        offMap: UInt64 = 0,
        questions: UInt64 = 0,
        missingRequired: UInt64 = 0,
        turns: UInt64 = 0,
        damaged: UInt64 = 0
    ) {
        self.release = release
        self.live = live
        self.ended = ended
        self.resolved = resolved
        self.escalated = escalated
        self.wantsPerson = wantsPerson
        self.abandoned = abandoned
        self.offMap = offMap
        self.questions = questions
        self.missingRequired = missingRequired
        self.turns = turns
        self.damaged = damaged
    }
}

/// How turns would have gone on a shadow.
public struct ShadowMetrics: Message {
    /// Turns evaluated since the trial began; those of the last second before the server was killed
    /// may be missing.
    public var turns: UInt64

    /// Turns after which it stood at the same node.
    public var same: UInt64

    /// Turns after which it would have asked something else.
    public var otherQuestion: UInt64

    /// Turns after which it would have come to another diagnosis.
    public var otherDiagnosis: UInt64

    /// Turns that it could not have taken.
    public var failed: UInt64

    /// Turns passed over because too many waited.
    public var skipped: UInt64

    /// Turns that went otherwise, the first 20.
    public var examples: [ShadowExample]

    /// The trial that they are of: its release, and when it began.
    public var release: UInt32

    /// The field `started_at_ms`.
    public var startedAtMs: Int64

    /// Creates a message: what is not given has its default value.
    public init(
        turns: UInt64 = 0,
        same: UInt64 = 0,
        otherQuestion: UInt64 = 0,
        otherDiagnosis: UInt64 = 0,
        failed: UInt64 = 0,
        skipped: UInt64 = 0,
        examples: [ShadowExample] = [],
        release: UInt32 = 0,
        startedAtMs: Int64 = 0
    ) {
        self.turns = turns
        self.same = same
        self.otherQuestion = otherQuestion
        self.otherDiagnosis = otherDiagnosis
        self.failed = failed
        self.skipped = skipped
        self.examples = examples
        self.release = release
        self.startedAtMs = startedAtMs
    }
}

/// A turn that went otherwise on a shadow.
public struct ShadowExample: Message {
    /// The call.
    public var callID: String

    /// The turn.
    public var turn: UInt32

    /// The node after it on the current release, as tree/node.
    public var current: String

    /// The node on the shadow, or why there is none.
    public var shadow: String

    /// Creates a message: what is not given has its default value.
    public init(
        callID: String = "",
        turn: UInt32 = 0,
        current: String = "",
        shadow: String = ""
    ) {
        self.callID = callID
        self.turn = turn
        self.current = current
        self.shadow = shadow
    }
}

/// Walks past calls on a draft or a release, beside the release that it changes; asked again with
/// its job until it is done.
public struct ReplayRequest: Message {
    /// The job to ask about; empty to begin one.
    public var job: String

    /// The draft; empty for a release.
    public var draft: String

    /// The release, where no draft is given; it is compared with the current one.
    public var release: UInt32

    /// Only calls that ended since, or go on; in milliseconds since 1970-01-01 UTC.
    public var sinceMs: Int64

    /// Only so many ended calls, the last ones; 0 for all.
    public var lastCalls: UInt32

    /// Gives the job up.
    public var cancel: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        job: String = "",
        draft: String = "",
        release: UInt32 = 0,
        sinceMs: Int64 = 0,
        lastCalls: UInt32 = 0,
        cancel: Bool = false
    ) {
        self.job = job
        self.draft = draft
        self.release = release
        self.sinceMs = sinceMs
        self.lastCalls = lastCalls
        self.cancel = cancel
    }
}

/// How far a replay has come.
public struct ReplayReply: Message {
    /// The job.
    public var job: String

    /// Whether it is done.
    public var done: Bool

    /// Calls walked.
    public var callsDone: UInt64

    /// Calls to walk.
    public var callsTotal: UInt64

    /// What has come of it; absent until it is done.
    public var report: Optional<ReplayReport>

    /// Problems of the draft; with an error there is nothing to walk on.
    public var problems: [Problem]

    /// Creates a message: what is not given has its default value.
    public init(
        job: String = "",
        done: Bool = false,
        callsDone: UInt64 = 0,
        callsTotal: UInt64 = 0,
        report: ReplayReport? = nil,
        problems: [Problem] = []
    ) {
        self.job = job
        self.done = done
        self.callsDone = callsDone
        self.callsTotal = callsTotal
        self.report = report
        self.problems = problems
    }
}

/// A change and the calls that it concerns.
public struct ReplayFinding: Message {
    /// The change.
    public var change: ReplayChange

    /// The tree of the calls.
    public var tree: String

    /// The fact; empty where the change is not about one.
    public var fact: String

    /// The diagnosis as tree/node, or the tree, before.
    public var before: String

    /// The diagnosis as tree/node, or the tree, after.
    public var after: String

    /// Number of calls.
    public var calls: UInt64

    /// Some of them, at most 10.
    public var examples: [String]

    /// Creates a message: what is not given has its default value.
    public init(
        change: ReplayChange = .unspecified,
        tree: String = "",
        fact: String = "",
        before: String = "",
        after: String = "",
        calls: UInt64 = 0,
        examples: [String] = []
    ) {
        self.change = change
        self.tree = tree
        self.fact = fact
        self.before = before
        self.after = after
        self.calls = calls
        self.examples = examples
    }
}

/// What past calls would have been.
public struct ReplayReport: Message {
    /// The release that they are compared with.
    public var baseRelease: UInt32

    /// Calls walked.
    public var calls: UInt64

    /// Their turns.
    public var turns: UInt64

    /// Calls among them that went to Tier 2.
    public var handoffs: UInt64

    /// Calls among them whose diagnosis was confirmed.
    public var confirmed: UInt64

    /// Calls that can't be read.
    public var damaged: UInt64

    /// Changes, those of most calls first in each kind.
    public var findings: [ReplayFinding]

    /// Handoffs that would lack a fact that they have.
    public var handoffsLosing: UInt64

    /// Handoffs that would have, or be asked for, a fact that they lack.
    public var handoffsGaining: UInt64

    /// Questions of the call that was asked most, before.
    public var longestBefore: UInt32

    /// That call.
    public var longestBeforeCall: String

    /// Questions of the call that would be asked most, after.
    public var longestAfter: UInt32

    /// That call.
    public var longestAfterCall: String

    /// Questions of all calls before.
    public var questionsBefore: UInt64

    /// Questions of all calls after.
    public var questionsAfter: UInt64

    /// What the draft changes, in terms of trees, at most 50 lines.
    public var changes: [String]

    /// Time of the processor that it took, in microseconds.
    public var cpuUs: UInt64

    /// Time that it took, in microseconds.
    public var elapsedUs: UInt64

    /// Creates a message: what is not given has its default value.
    public init(
        baseRelease: UInt32 = 0,
        calls: UInt64 = 0,
        turns: UInt64 = 0,
        handoffs: UInt64 = 0,
        confirmed: UInt64 = 0,
        damaged: UInt64 = 0,
        findings: [ReplayFinding] = [],
        handoffsLosing: UInt64 = 0,
        handoffsGaining: UInt64 = 0,
        longestBefore: UInt32 = 0,
        longestBeforeCall: String = "",
        longestAfter: UInt32 = 0,
        longestAfterCall: String = "",
        questionsBefore: UInt64 = 0,
        questionsAfter: UInt64 = 0,
        changes: [String] = [],
        cpuUs: UInt64 = 0,
        elapsedUs: UInt64 = 0
    ) {
        self.baseRelease = baseRelease
        self.calls = calls
        self.turns = turns
        self.handoffs = handoffs
        self.confirmed = confirmed
        self.damaged = damaged
        self.findings = findings
        self.handoffsLosing = handoffsLosing
        self.handoffsGaining = handoffsGaining
        self.longestBefore = longestBefore
        self.longestBeforeCall = longestBeforeCall
        self.longestAfter = longestAfter
        self.longestAfterCall = longestAfterCall
        self.questionsBefore = questionsBefore
        self.questionsAfter = questionsAfter
        self.changes = changes
        self.cpuUs = cpuUs
        self.elapsedUs = elapsedUs
    }
}

/// Lists releases, newest first.
public struct ListReleasesRequest: Message {
    /// Whether to answer only once what is being published now is a release, or refused.
    public var afterPublishing: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        afterPublishing: Bool = false
    ) {
        self.afterPublishing = afterPublishing
    }
}

/// The releases.
public struct ListReleasesReply: Message {
    /// Newest first.
    public var releases: [Release]

    /// Creates a message: what is not given has its default value.
    public init(
        releases: [Release] = []
    ) {
        self.releases = releases
    }
}

/// Asks for a release and its files.
public struct GetReleaseRequest: Message {
    /// The release; 0 for the current one.
    public var release: UInt32

    /// Files after this path.
    public var afterPath: String

    /// At most so many files; 0 means 1,000, the limit is 10,000.
    public var maximum: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        release: UInt32 = 0,
        afterPath: String = "",
        maximum: UInt32 = 0
    ) {
        self.release = release
        self.afterPath = afterPath
        self.maximum = maximum
    }
}

/// A release and a page of its files.
public struct GetReleaseReply: Message {
    /// The release.
    public var release: Optional<Release>

    /// Its files without content, in order of path.
    public var files: [SourceFile]

    /// Whether there are more.
    public var more: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        release: Release? = nil,
        files: [SourceFile] = [],
        more: Bool = false
    ) {
        self.release = release
        self.files = files
        self.more = more
    }
}

/// Asks for files of a release with their content.
public struct DownloadRequest: Message {
    /// The release; 0 for the current one.
    public var release: UInt32

    /// Files after this path.
    public var afterPath: String

    /// Creates a message: what is not given has its default value.
    public init(
        release: UInt32 = 0,
        afterPath: String = ""
    ) {
        self.release = release
        self.afterPath = afterPath
    }
}

/// A page of files, as many as fit a frame.
public struct DownloadReply: Message {
    /// The release.
    public var release: UInt32

    /// The files, in order of path.
    public var files: [SourceFile]

    /// Whether there are more.
    public var more: Bool

    /// Creates a message: what is not given has its default value.
    public init(
        release: UInt32 = 0,
        files: [SourceFile] = [],
        more: Bool = false
    ) {
        self.release = release
        self.files = files
        self.more = more
    }
}

/// An alias of an entity, stored under its normalised form.
public struct AliasRecord: Message {
    /// Entities that it may mean.
    public var entities: [String]

    /// Their classes, in the same order.
    public var classes: [String]

    /// Creates a message: what is not given has its default value.
    public init(
        entities: [String] = [],
        classes: [String] = []
    ) {
        self.entities = entities
        self.classes = classes
    }
}

/// A document of the index.
public struct IndexedDocument: Message {
    /// Its id.
    public var id: String

    /// BCP 47 tag of its language.
    public var language: String

    /// Its products.
    public var products: [String]

    /// Its title.
    public var title: String

    /// What is spoken of it.
    public var spoken: String

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        language: String = "",
        products: [String] = [],
        title: String = "",
        spoken: String = ""
    ) {
        self.id = id
        self.language = language
        self.products = products
        self.title = title
        self.spoken = spoken
    }
}

/// Sums over the index.
public struct IndexSums: Message {
    /// Number of documents.
    public var documents: UInt32

    /// The next free document number.
    public var nextDocument: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        documents: UInt32 = 0,
        nextDocument: UInt32 = 0
    ) {
        self.documents = documents
        self.nextDocument = nextDocument
    }
}

/// A draft in the store.
public struct Draft: Message {
    /// The release that it changes.
    public var baseRelease: UInt32

    /// When it was last changed, in milliseconds since 1970-01-01 UTC.
    public var changedAtMs: Int64

    /// Files added or replaced.
    public var files: [SourceFile]

    /// Paths removed.
    public var removed: [String]

    /// Creates a message: what is not given has its default value.
    public init(
        baseRelease: UInt32 = 0,
        changedAtMs: Int64 = 0,
        files: [SourceFile] = [],
        removed: [String] = []
    ) {
        self.baseRelease = baseRelease
        self.changedAtMs = changedAtMs
        self.files = files
        self.removed = removed
    }
}

/// How bad a problem is.
public enum Severity: Int32, Sendable, CaseIterable {
    /// Never sent.
    case unspecified = 0
    /// The catalog can't be published.
    case error = 1
    /// It can, but should be looked at.
    case warning = 2
}

/// What a past call would have been.
public enum ReplayChange: Int32, Sendable, CaseIterable {
    /// Never sent.
    case unspecified = 0
    /// It would have been asked a fact that it never had.
    case questionAdded = 1
    /// It would not have been asked a fact that it was asked.
    case noLongerAsked = 2
    /// Its handoff would lack a fact that it has.
    case factLost = 3
    /// Its handoff would have, or be asked for, a fact that it lacks.
    case factGained = 4
    /// It would come to another diagnosis.
    case diagnosisChanged = 5
    /// It would come to another diagnosis than the one that was confirmed.
    case confirmedDiagnosisChanged = 6
    /// Its diagnosis would depend on a fact that it never had.
    case diagnosisOpen = 7
    /// It was off the map, and a tree would have taken it.
    case newlyOnMap = 8
    /// A tree took it, and none would.
    case newlyOffMap = 9
    /// Another tree would have taken it.
    case otherTree = 10
    /// Its tree can't be walked to an end.
    case cannotGoOn = 11
}
