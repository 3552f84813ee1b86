/// Every bound on what editors may write and on what the store keeps, with its reason.
///
/// They protect a server that carries calls from a catalog that no call could use: a text that no
/// one would listen to, a tree that no one could check, a file that is not a catalog at all.
public enum CatalogLimits {
    // MARK: Files

    /// Bytes of one source file: an article of 1 MiB has 150,000 words.
    public static let fileBytes = 1 << 20
    /// Bytes of a path, as the `SourceFile` message says.
    public static let pathBytes = 200
    /// Files of a catalog: ten times the largest knowledge base that Baton was tried with.
    public static let files = 131_072
    /// Bytes of all files that a draft changes: they are compiled in memory.
    public static let draftBytes = 256 << 20
    /// Drafts at a time, of which the one left longest makes room: abandoned ones must not fill
    /// the disk.
    public static let drafts = 32
    /// Age in milliseconds at which a draft is dropped: nobody comes back to it after 30 days.
    public static let draftAgeMilliseconds: Int64 = 30 * 24 * 3_600_000
    /// Bytes of files in one reply: a frame has 4 MiB, of which paths and hashes take a part.
    public static let replyBytes = 3 << 20
    /// Files of one page of a listing that does not say how many it wants.
    public static let pageFiles = 1_000
    /// Files of one page of a listing at most.
    public static let largestPageFiles = 10_000

    // MARK: YAML

    /// Mappings and lists inside one another; the deepest that the format needs is 8.
    public static let yamlDepth = 12
    /// Values of one file: 500 nodes of 100 values each.
    public static let yamlValues = 50_000
    /// Problems that are reported at once: an editor mends a few and validates again.
    public static let problems = 200

    // MARK: Names

    /// Bytes of an id: it stands in paths, reports and logs.
    public static let idBytes = 64
    /// Bytes of a fact's key: a section, a dot and an id's worth of parts.
    public static let factBytes = 64
    /// Bytes of other names: units, queues, systems, languages, zones.
    public static let nameBytes = 64

    /// Bytes of an item's id in the store: a path is the longest; a key has 511 at most.
    static let itemIDBytes = 400

    // MARK: Texts, in characters

    /// A spoken text: at 160 words a minute this takes 40 seconds, and nobody remembers more.
    public static let sayCharacters = 600
    /// A label or title: it stands on one line of a handoff.
    public static let labelCharacters = 120
    /// A phrase that customers say: longer ones never match.
    public static let phraseCharacters = 160
    /// An example of an answer: longer ones are stories, of which no part is known to be the answer.
    public static let exampleCharacters = 300
    /// An example of an opening: of longer ones, only the first 64 words are learnt.
    public static let openingCharacters = 400
    /// A diagnosis, a recommendation or an issue: a handoff has at most 180 words.
    public static let conclusionCharacters = 600
    /// A value in a conversation, or a detail.
    public static let valueCharacters = 300
    /// The placeholders of one template.
    public static let placeholders = 32

    // MARK: Numbers of things

    /// Trees of a catalog: they are all compared with each opening.
    public static let trees = 1_000
    /// Nodes of a tree: the largest flowchart that Baton was tried with has 37.
    public static let nodes = 500
    /// Options of a node: a customer chooses among five, a vocabulary serves for more.
    public static let options = 32
    /// Phrases of an option, details' phrases, cues.
    public static let phrases = 64
    /// Examples of an option, and openings: what more of them tell is hardly new.
    public static let examples = 200
    /// Examples of a tree, and its openings: they are all learnt at each publish that changes one.
    public static let examplesOfTree = 5_000
    /// Details of a node.
    public static let details = 32
    /// Branches of a node: its options and a few bounds.
    public static let branches = 64
    /// Symptoms of a tree or an article.
    public static let symptoms = 200
    /// Facts that Tier 2 may require: each is a question.
    public static let requires = 32
    /// Facts that a tree may describe.
    public static let facts = 256
    /// Entities of one vocabulary file.
    public static let entities = 10_000
    /// Aliases kept under one sound: a turn may read them all, so their number must not grow with the catalog.
    public static let aliasesPerSound = 32

    /// Aliases of an entity.
    public static let aliases = 64
    /// Articles named by a leaf, tags or products of an article.
    public static let references = 32
    /// Languages of a catalog.
    public static let languages = 32
    /// Turns of a conversation: the longest real calls have 60.
    public static let turns = 200
    /// Expectations of a turn.
    public static let expectations = 64
    /// Gotos on one call's way, which the engine holds to as well.
    public static let gotos = 8

    // MARK: Reading

    /// Trees kept decoded by one view: 256 trees take some 10 MB, of 500 nodes each some 100 MB.
    ///
    /// A tree with examples has a model of them beside it, and one of its openings, each of some 4 MB at most.
    public static let decodedTrees = 256
    /// Articles that one view keeps read for questions back, without their bodies: some 10 KB each.
    public static let preparedArticles = 256
    /// The largest index over trees that one view keeps in memory, in bytes: that of 100 trees takes some 60,000.
    public static let keptIndexBytes = 1 << 19
    /// Views kept by a store: releases that calls are on and one to come.
    public static let views = 64
    /// Sentences kept of what spoke against a release that was forced.
    static let forcedProblems = 20
    /// Releases kept at least, unless a store is opened with another number.
    public static let keptReleases = 20
}
