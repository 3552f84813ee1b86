internal import Catalog
public import Messages

/// A call as its records tell it.
///
/// The state after a record depends on the state before it and on the record, on nothing else: neither
/// the catalog nor the engine is asked. So a call is the same whether it was kept in memory or folded
/// again from the journal, and whichever version of the engine reads it.
public struct CallState: Sendable, Equatable {
    /// The request that started the call, with its language, zone and start filled in.
    public let start: StartCallRequest

    /// The release that the call is pinned to.
    public let release: UInt32

    /// The last turn taken; 0 before the first.
    public private(set) var turn: UInt32

    /// Sequence number of the last record applied.
    public private(set) var lastSequence: UInt64

    /// Facts known or not obtained, by key; those that a tree infers are not among them.
    public private(set) var facts: [String: Fact]

    /// How each fact stands: a fact is big, and walks look at this alone.
    private(set) var standings: Standings

    /// The keys of the facts in the order in which they first came.
    public private(set) var factOrder: [String]

    /// Facts that were replaced by another value, in the order of their replacement.
    public private(set) var superseded: [Fact]

    /// Where the call stands beside its facts.
    public private(set) var progress: CallProgress

    /// The last reply, complete, as it was sent.
    public private(set) var lastReply: TurnReply

    /// What came in with the last turn.
    public private(set) var lastInput: Input?

    /// The latest request ids of added facts, newest last.
    public private(set) var requestIDs: [String]

    /// When the last record was made, in milliseconds since 1970-01-01 UTC.
    public private(set) var lastAtMilliseconds: Int64

    /// How often each fact has been asked, confirmations included.
    public private(set) var timesAsked: [String: UInt32]

    /// The turn of the words kept in `progress.opening`.
    public private(set) var openingTurn: UInt32

    /// The words that led to the tree: the issue as the customer told it, should the call leave the tree.
    public private(set) var issueWords: String

    /// The turn of `issueWords`.
    public private(set) var issueTurn: UInt32

    /// Whether the customer asked for time in the last turn.
    public private(set) var isHeld: Bool

    /// Whether the last reply came of an awaited fact, between turns: nobody may have spoken it yet.
    public private(set) var isReplyUnspoken: Bool

    /// Begins the fold: nil when the record is not the start of a call.
    public init?(first record: JournalRecord, sequence: UInt64) {
        guard record.kind == .start, let start = record.start else { return nil }
        self.start = start
        release = record.release
        turn = 0
        lastSequence = 0
        facts = [:]
        standings = Standings()
        factOrder = []
        superseded = []
        progress = CallProgress()
        lastReply = TurnReply()
        lastInput = nil
        requestIDs = []
        lastAtMilliseconds = 0
        timesAsked = [:]
        guesses = 0
        openingTurn = 0
        issueWords = ""
        issueTurn = 0
        isHeld = false
        isReplyUnspoken = false
        apply(record, sequence: sequence)
    }

    /// Whether the call takes no further turn.
    public var isEnded: Bool { progress.phase == .ended }

    /// Questions put to the customer, those asked again and confirmations among them, but not
    /// repetitions on the customer's wish.
    public var questions: UInt32 { timesAsked.values.reduce(guesses) { $0 &+ $1 } }

    /// How often the customer was asked about an answer that the opening may have given.
    private var guesses: UInt32

    /// Brings the call to where it stands after `record`.
    public mutating func apply(_ record: JournalRecord, sequence: UInt64) {
        lastSequence = sequence
        lastAtMilliseconds = record.atMs
        for change in record.changes {
            take(change)
        }
        if let reply = record.reply {
            lastReply = complete(reply, of: record)
            isReplyUnspoken = record.kind == .facts || record.kind == .lookupsTimedOut
        }
        if let next = record.progress {
            move(to: next, by: record)
        }
        if record.kind == .turn {
            turn = record.turn
            lastInput = record.input
            isHeld = record.understanding?.acts.contains(.wait) ?? false
        }
        if !record.requestID.isEmpty {
            requestIDs.append(record.requestID)
            if requestIDs.count > CallLimits.requestIDsPerCall {
                requestIDs.removeFirst()
            }
        }
    }

    private mutating func take(_ change: Fact) {
        standings[FactID(change.key)] = Standing(change.value, change.notObtained)
        guard let old = facts.updateValue(change, forKey: change.key) else {
            factOrder.append(change.key)
            return
        }
        guard old.isSuperseded(by: change) else { return }
        superseded.append(old)
        if superseded.count > CallLimits.supersededPerCall {
            superseded.removeFirst()
        }
    }

    /// The reply as it is sent: a record holds changes and lookups once, beside its reply.
    private func complete(_ reply: TurnReply, of record: JournalRecord) -> TurnReply {
        var complete = reply
        complete.changes = record.changes
        if let next = record.progress, !next.lookups.isEmpty {
            complete.lookups = next.lookups.filter { lookup in
                !progress.lookups.contains { $0.fact == lookup.fact }
            }
        }
        return complete
    }

    private mutating func move(to next: CallProgress, by record: JournalRecord) {
        if !next.asked.isEmpty {
            timesAsked[next.asked] = next.timesAsked
        }
        if next.isGuessing, next.confirmations > progress.confirmations { guesses += 1 }
        if progress.opening != next.opening {
            openingTurn = record.turn
        }
        if progress.phase == .routing, next.phase == .diagnosing {
            (issueWords, issueTurn) =
                progress.opening.isEmpty
                ? (record.understanding?.utterance ?? "", record.turn)
                : (progress.opening, openingTurn)
        }
        progress = next
    }
}

extension CallProgress {
    /// Whether the customer is asked about an answer that the opening may have given: its question has not been asked.
    @inline(__always)
    var isGuessing: Bool { confirming != nil && timesAsked == 0 }
}

extension Fact {
    /// Whether `other` says something else where this fact had said something.
    ///
    /// A value without a form was told before its tree was known: giving it its form is no correction.
    func isSuperseded(by other: Fact) -> Bool {
        guard let value else { return false }
        guard let new = other.value else { return true }
        guard value.kind != .unspecified else { return false }
        return value.key != new.key || value.windows != new.windows
    }
}
