/// Every number that bounds handoffs and what engineers say of them, each with its reason.
enum Limits {
    /// Bytes of a call's id, as `baton.v1.Diagnosis` bounds it; LMDB's keys have at most 511.
    static let callIDBytes = 128
    /// Bytes of the id of a rating or outcome: a UUID has 36.
    static let recordIDBytes = 128
    /// Bytes of an engineer's name or address.
    static let engineerBytes = 128
    /// Bytes of a queue's or tree's name, as catalogs bound it.
    static let queueBytes = 128
    /// Bytes of a zone's name: the longest has 32.
    static let zoneBytes = 64
    /// Entries of each list of a rating: more than a handoff has lines.
    static let ratingEntries = 50
    /// Bytes of one entry of a rating: a fact's key, or a question.
    static let entryBytes = 500
    /// Bytes of a note: two pages.
    static let noteBytes = 8_000
    /// Words of a rating that are compared with the call's facts, those of questions first: a page of
    /// questions; with a hundred facts that is a fifth of a second at worst.
    static let matchedWords = 400
    /// Facts that one sentence may ask for.
    static let matchedFacts = 8
    /// Seconds that reading a handoff may have taken: a day, beyond which the number means nothing.
    static let readingSeconds: UInt32 = 86_400
    /// Ratings of one handoff, and outcomes: far more than people give.
    static let recordsPerHandoff = 200
    /// Bytes of the ratings of one handoff, and of its outcomes: with both, and a call's facts, Get's
    /// reply stays below a frame.
    static let recordBytesPerHandoff = 1_024 * 1_024
    /// Bytes of the key that callers are hashed with, and least bytes of one that is given: as many as
    /// SHA-256 makes, so that trying keys is no way to a number.
    static let callerKeyBytes = 32
    /// Groups of a reply with metrics: three years by day and some; about 2 MB with all metrics.
    static let metricGroups = 2_000
    /// What metrics are grouped by at once: a time, a tree and a release, say.
    static let metricGrouping = 3
    /// Trees, releases or queues that metrics are asked for.
    static let metricFilters = 100
    /// Days within which a call may count as a repeat: a year.
    static let repeatDays: UInt32 = 365
    /// Handoffs in a list when the caller does not say: a screen or two.
    static let defaultListed: UInt32 = 50
    /// Handoffs in a list: about 200 KB.
    static let listed: UInt32 = 500
    /// Handoffs that are looked at for a list, the last ones: more than are open at a large desk, within some tens
    /// of milliseconds.
    static let searchedHandoffs = 20_000
    /// How far before the server's clock an outcome's time may lie, for clocks that differ.
    static let clockSkewMilliseconds: Int64 = 300_000
    /// Calls asked for at once while following: as many GetCalls are in flight.
    static let followedPage: UInt32 = 64
    /// How long Assemble waits for baton-diagnosisd before the request is kept instead.
    static let assembleTime = Duration.seconds(2)
    /// Calls that proposals are derived from, the last ones: some weeks of a large desk.
    static let observedCalls = 20_000
    /// How long it may take to learn which release is current: whoever asked for proposals waits for ten seconds.
    static let catalogTime = Duration.seconds(3)
    /// How long publishing may take: the largest catalog is compiled and checked within minutes.
    static let publishTime = Duration.seconds(600)
    /// Bytes of a proposal's id: a kind, a tree, a fact.
    static let proposalIDBytes = 256
    /// Bytes of a decision: files that an editor has changed, as baton.v1.Catalog bounds them.
    static let decisionBytes = 4 * 1_024 * 1_024 - 1_024
    /// Files of a decision: a tree and the conversations that go through it.
    static let decisionFiles = 1_000
    /// Bytes of a pattern's name for people: a title has 120 characters.
    static let patternTitleBytes = 480
    /// Calls that are marked as one pattern: as many as a tree may have symptoms.
    static let markedCalls = 200
    /// Past callers in a list: nobody calls more back.
    static let listedCallers = 1_000
    /// Audit records of one page: their reply stays far below a frame.
    static let auditPage: UInt32 = 200
    /// Most that the data file may grow to: 64 GiB holds some ten million handoffs.
    static let mapBytes = 64 << 30
    /// Read transactions at once: one a serving thread, and some.
    static let readers = 64
    /// Writes that may wait: about what comes in during a slow commit.
    static let writeQueue = 4_096
}
