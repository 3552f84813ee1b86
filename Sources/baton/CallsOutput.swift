internal import Messages

/// A call in a line, in JSON.
struct CallSummaryOutput: Encodable {
    let callID, caller, customer, language, zone, startedAt, lastAt, phase, outcome: String
    let tree, node, queue: String
    let release, turns, questions: UInt32
    let offMap: Bool
    let endedSequence: UInt64

    private enum CodingKeys: String, CodingKey {
        case caller, customer, language, zone, phase, outcome, tree, node, queue
        case release, turns, questions
        case callID = "call_id"
        case startedAt = "started_at"
        case lastAt = "last_at"
        case offMap = "off_map"
        case endedSequence = "ended_sequence"
    }

    init(_ summary: CallSummary) {
        callID = summary.callID
        caller = summary.caller
        customer = summary.customer
        language = summary.language
        zone = summary.timeZone
        startedAt = timestamp(milliseconds: summary.startedAtMs)
        lastAt = timestamp(milliseconds: summary.lastAtMs)
        phase = summary.phase.word
        outcome = summary.outcome.word
        tree = summary.tree
        node = summary.node
        queue = summary.queue
        release = summary.release
        turns = summary.turns
        questions = summary.questions
        offMap = summary.offMap
        endedSequence = summary.endedSequence
    }
}

/// Calls in JSON.
struct CallListOutput: Encodable {
    let calls: [CallSummaryOutput]
    let more: Bool
    /// What to give as --before for those that follow; empty where none do.
    let before: String

    init(_ listing: CallListing) {
        calls = listing.calls.map(CallSummaryOutput.init)
        more = listing.more
        before = listing.more ? listing.last : ""
    }
}

/// A call with its turns, in JSON.
struct CallOutput: Encodable {
    struct End: Encodable {
        let issue, product, diagnosis, recommendation, node: String
        let confidence: Float
    }

    let call: CallSummaryOutput
    let turns: [CallRecordOutput]
    let facts, notObtained, superseded: [SourcedFactOutput]
    let conclusion: End
    let handoff: String
    let handoffReason: String?

    private enum CodingKeys: String, CodingKey {
        case call, turns, facts, superseded, conclusion, handoff
        case notObtained = "not_obtained"
        case handoffReason = "handoff_reason"
    }

    init(_ detail: GetCallReply, _ handoff: CallHandoff) {
        call = CallSummaryOutput(detail.summary ?? CallSummary())
        var known: [String: Fact] = [:]
        turns = detail.records.map { turn in
            CallRecordOutput(
                turn,
                turn.changes.map { fact in
                    SourcedFactOutput(fact, replacing: known.updateValue(fact, forKey: fact.key))
                }
            )
        }
        facts = detail.facts.map(SourcedFactOutput.init)
        notObtained = detail.notObtained.map(SourcedFactOutput.init)
        superseded = detail.superseded.map(SourcedFactOutput.init)
        let conclusion = detail.conclusion ?? Conclusion()
        self.conclusion = End(
            issue: conclusion.issue,
            product: conclusion.product,
            diagnosis: conclusion.diagnosis,
            recommendation: conclusion.recommendation,
            node: conclusion.node,
            confidence: conclusion.confidence
        )
        self.handoff = handoff.word
        handoffReason = handoff.reason
    }
}

/// A turn, or what came between two, in JSON.
struct CallRecordOutput: Encodable {
    struct LookupOutput: Encodable {
        let fact, source, key: String
    }

    let turn: UInt32
    let at, kind, heard, said, asked, node, article: String
    let acts: [String]
    let changes: [SourcedFactOutput]
    let confirming: SourcedFactOutput?
    let lookups: [LookupOutput]

    init(_ turn: TurnView, _ changes: [SourcedFactOutput]) {
        self.turn = turn.turn
        at = timestamp(milliseconds: turn.atMs)
        kind = turn.kind.word
        heard = turn.heard
        said = turn.said
        asked = turn.asked
        node = turn.node
        article = turn.article
        acts = turn.acts.map(\.word).filter { !$0.isEmpty }
        self.changes = changes
        confirming = turn.confirming.map { SourcedFactOutput($0) }
        lookups = turn.lookups.map {
            LookupOutput(fact: $0.fact, source: $0.source, key: $0.key)
        }
    }
}

/// A fact with where it comes from, in JSON.
struct SourcedFactOutput: Encodable {
    let fact: String
    let value, text, detail, notObtained: String?
    /// The earlier value that this one corrects.
    let corrects: String?
    let source: String?
    let turn: UInt32?
    let quote, system, node: String?
    let confidence: Float?
    let label, line, mark: String?

    private enum CodingKeys: String, CodingKey {
        case fact, value, text, detail, corrects, source, turn, quote, system, node, confidence
        case label, line, mark
        case notObtained = "not_obtained"
    }

    init(_ view: FactView) {
        self.init(view.fact ?? Fact(), shownAs: view)
    }

    init(_ fact: Fact, replacing old: Fact? = nil, shownAs view: FactView? = nil) {
        let provenance = fact.provenance ?? Provenance()
        self.fact = fact.key
        value = fact.value?.key
        text = fact.value?.text
        detail = Self.present(fact.value?.detail)
        notObtained = Self.present(fact.notObtained.word)
        corrects = old.flatMap { Self.corrected($0, by: fact) }
        source = Self.present(provenance.source.word)
        turn = fact.provenance?.turn
        quote = Self.present(provenance.quote)
        system = Self.present(provenance.system)
        node = Self.present(provenance.node)
        confidence = provenance.source == .said ? provenance.confidence : nil
        label = Self.present(view?.label)
        line = Self.present(view?.line)
        mark = Self.present(view?.mark)
    }

    /// The value that another one corrects; nil where it says the same.
    static func corrected(_ old: Fact, by new: Fact) -> String? {
        guard let value = old.value, value.key != new.value?.key else { return nil }
        return value.key
    }

    private static func present(_ text: String?) -> String? {
        text.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension TurnKind {
    /// The word that JSON uses.
    fileprivate var word: String {
        switch self {
        case .unspecified: ""
        case .start: "start"
        case .words: "words"
        case .keys: "keys"
        case .answers: "answers"
        case .silence: "silence"
        case .hangUp: "hang-up"
        case .facts: "facts"
        case .lookupsTimedOut: "lookups-timed-out"
        case .leftIdle: "left-idle"
        }
    }
}

extension Source {
    /// The word that JSON uses.
    var word: String {
        switch self {
        case .unspecified: ""
        case .said: "said"
        case .measured: "measured"
        case .told: "told"
        case .inferred: "inferred"
        }
    }
}
