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

    /// Creates a message: what is not given has its default value.
    public init(
        draft: String = "",
        editor: String = "",
        note: String = ""
    ) {
        self.draft = draft
        self.editor = editor
        self.note = note
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

    /// Creates a message: what is not given has its default value.
    public init(
        release: UInt32 = 0,
        problems: [Problem] = [],
        reports: [TreeReport] = []
    ) {
        self.release = release
        self.problems = problems
        self.reports = reports
    }
}

/// Points new calls at an earlier release.
public struct RollbackRequest: Message {
    /// The release.
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

/// How calls came back to a release.
public struct Rollback: Message {
    /// When, in milliseconds since 1970-01-01 UTC.
    public var atMs: Int64

    /// Who rolled back.
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
    public var rolledBack: Rollback?

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
        rolledBack: Rollback? = nil
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
    }
}

/// Lists releases, newest first.
public struct ListReleasesRequest: Message {
    /// Creates a message: what is not given has its default value.
    public init() {}
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
    public var release: Release?

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

/// Where a term stands in the documents of one kind.
public struct Postings: Message {
    /// Document numbers as differences to the one before.
    public var documents: [UInt32]

    /// Weighted term frequency of each, in 1/16.
    public var frequencies: [UInt32]

    /// Creates a message: what is not given has its default value.
    public init(
        documents: [UInt32] = [],
        frequencies: [UInt32] = []
    ) {
        self.documents = documents
        self.frequencies = frequencies
    }
}

/// A document of the index.
public struct IndexedDocument: Message {
    /// Its id.
    public var id: String

    /// Weighted length in terms, in 1/16.
    public var length: UInt32

    /// BCP 47 tag of its language.
    public var language: String

    /// Its products.
    public var products: [String]

    /// Creates a message: what is not given has its default value.
    public init(
        id: String = "",
        length: UInt32 = 0,
        language: String = "",
        products: [String] = []
    ) {
        self.id = id
        self.length = length
        self.language = language
        self.products = products
    }
}

/// Sums over the index.
public struct IndexSums: Message {
    /// Number of documents.
    public var documents: UInt32

    /// Sum of their lengths, in 1/16.
    public var length: UInt64

    /// The next free document number.
    public var nextDocument: UInt32

    /// Creates a message: what is not given has its default value.
    public init(
        documents: UInt32 = 0,
        length: UInt64 = 0,
        nextDocument: UInt32 = 0
    ) {
        self.documents = documents
        self.length = length
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
