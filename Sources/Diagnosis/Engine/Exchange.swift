internal import Catalog
internal import Language
internal import Messages

/// One exchange with a call in the making: from what has come in to the record that tells of it.
///
/// It works on the call's state and gathers changes, progress and a reply beside it; the state itself
/// moves on only when the record is applied. It is a class because it is big and handed on a lot; it
/// lives for one call of one function of ``Engine``.
final class Exchange {
    let state: CallState?
    let start: StartCallRequest
    let release: UInt32

    /// The language that the call is listened to in.
    let language: SpokenLanguage
    let knowledge: any Knowledge
    let settings: Settings
    let atMilliseconds: Int64

    /// The turn that is taken; the last one between turns.
    let turn: UInt32

    /// The call's facts, with the changes of this exchange.
    var known: Known
    var progress: CallProgress
    var understanding = Understanding()

    /// What is said, part by part.
    var parts: [String] = []
    var expects: Expectation?

    /// The tree that was looked up last: an exchange asks for the same one many times.
    private var lastTree: CompiledTree?

    /// The opening that was read last: all trees near to it are asked what they make of it.
    private var lastOpening: SpokenOpening?

    /// The tree that speaks, and its node; nil when none does.
    var speaker: (tree: CompiledTree, node: Int)?

    /// Begins an exchange with a call that goes on.
    init(
        _ state: CallState,
        turn: UInt32,
        atMilliseconds: Int64,
        knowledge: any Knowledge
    ) throws {
        guard !state.isEnded else { throw EngineError.ended }
        start = state.start
        release = state.release
        language = SpokenLanguage.of(state.start.language)
        self.turn = turn
        self.atMilliseconds = atMilliseconds
        self.knowledge = knowledge
        settings = try knowledge.settings
        known = Known(state)
        progress = state.progress
        self.state = state
    }

    /// Begins the first exchange of a call.
    init(
        starting start: StartCallRequest,
        release: UInt32,
        atMilliseconds: Int64,
        knowledge: any Knowledge
    ) throws {
        state = nil
        self.start = start
        self.release = release
        language = SpokenLanguage.of(start.language)
        turn = 0
        self.atMilliseconds = atMilliseconds
        self.knowledge = knowledge
        settings = try knowledge.settings
        known = Known()
        progress = CallProgress(phase: .routing)
    }

    /// The record of this exchange.
    func record(_ kind: RecordKind, input: Input? = nil, requestID: String = "") -> JournalRecord {
        progress.lookups = known.pending
        return JournalRecord(
            callID: start.callID,
            kind: kind,
            turn: turn,
            previous: state?.lastSequence ?? 0,
            atMs: atMilliseconds,
            start: kind == .start ? start : nil,
            release: kind == .start ? release : 0,
            input: input,
            understanding: kind == .turn ? understanding : nil,
            changes: known.changes,
            progress: progress,
            reply: parts.isEmpty && expects == nil && progress.phase != .ended ? nil : reply,
            requestID: requestID
        )
    }

    private var reply: TurnReply {
        TurnReply(
            callID: start.callID,
            turn: turn,
            say: parts.count == 1 ? parts[0] : parts.joined(separator: " "),
            expects: expects,
            phase: progress.phase,
            outcome: progress.outcome,
            tree: speaker?.tree.tree.id ?? progress.tree,
            release: release,
            node: speaker.map { $0.tree.tree.nodes[$0.node].id } ?? "",
            queue: progress.queue
        )
    }

    /// Whether the last reply came between turns, so that nobody has heard what it asks.
    var isUnheard: Bool { state?.isReplyUnspoken ?? false }

    /// Adds to what is said.
    func say(_ words: String) {
        if !words.isEmpty { parts.append(words) }
    }

    /// What is said in the language of the call.
    var phrases: Phrasebook { settings.phrases(in: start.language) }

    // MARK: Facts

    /// Takes a fact into the call's changes; false when it says nothing new, or there are too many.
    @discardableResult
    func take(_ fact: consuming Fact) -> Bool {
        guard isNews(&fact) else { return false }
        known.pending.removeAll { $0.fact == fact.key }
        known.change(fact)
        return true
    }

    private func isNews(_ fact: inout Fact) -> Bool {
        // Only what the customer said can be taken back.
        if fact.notObtained == .takenBack {
            let old = known.fact(fact.key)
            return old?.value != nil && old?.provenance?.source == .said
        }
        guard let old = known.fact(fact.key) else {
            return known.count < CallLimits.factsPerCall
        }
        // What is known is not lost because someone doesn't know it.
        guard var value = fact.value else {
            if let told = old.value { return told.kind == .unspecified }
            return old.notObtained != fact.notObtained
        }
        guard let before = old.value, before.key == value.key, before.kind == value.kind,
            before.windows == value.windows
        else { return true }
        guard !value.detail.isEmpty, value.detail != before.detail else { return false }
        value.text = before.text
        fact.value = value
        return true
    }

    /// Takes a fact that the customer said, with the turn of the words: that which the fact has already,
    /// where it waited for its confirmation, else this one.
    @discardableResult
    func takeSaid(_ fact: consuming Fact, turn: UInt32? = nil) -> Bool {
        var provenance = fact.provenance ?? Provenance(source: .said, confidence: 1)
        provenance.turn = turn ?? (provenance.turn > 0 ? provenance.turn : self.turn)
        provenance.atMs = atMilliseconds
        provenance.quote = provenance.quote.cut(toBytes: CallLimits.quoteBytes)
        fact.provenance = provenance
        return take(fact)
    }

    /// Records that the fact was not obtained.
    @discardableResult
    func giveUp(_ fact: String, _ reason: NotObtained, quote: String = "") -> Bool {
        takeSaid(
            Fact(
                key: fact,
                provenance: Provenance(source: .said, quote: quote, confidence: 1),
                notObtained: reason
            )
        )
    }

    /// Records that a lookup is awaited no more: that its time is over, where no other reason is given.
    func timeOut(_ lookup: Lookup, _ reason: NotObtained = .timedOut) {
        known.pending.removeAll { $0.fact == lookup.fact }
        take(
            Fact(
                key: lookup.fact,
                provenance: Provenance(
                    source: .measured,
                    turn: turn,
                    system: lookup.source,
                    atMs: atMilliseconds
                ),
                notObtained: reason
            )
        )
    }

    /// Records the time-out of every lookup whose time has passed.
    func expireLookups() {
        for lookup in known.pending where lookup.deadlineMs <= atMilliseconds {
            timeOut(lookup)
        }
    }

    /// Starts the lookups of trees whose facts nobody knows; whether there were any.
    func startLookups(of trees: [CompiledTree]) -> Bool {
        var hasStarted = false
        for tree in trees {
            for index in tree.lookupNodes {
                guard case .absent = known.standing(of: tree.facts[index]) else { continue }
                known.pending.append(lookup(tree.tree.nodes[index]))
                hasStarted = true
            }
        }
        return hasStarted
    }

    private func lookup(_ node: Node) -> Lookup {
        Lookup(
            fact: node.fact,
            callID: start.callID,
            source: node.lookupSource,
            key: node.lookupKey,
            deadlineMs: atMilliseconds + Int64(node.lookupLimitMs),
            with: node.lookupWith.compactMap { key in
                known.fact(key).flatMap { $0.value == nil ? nil : $0 }
            },
            caller: start.caller,
            customer: start.customer
        )
    }

    // MARK: Trees

    /// The tree that the call is on; nil while it is sought.
    func root() throws -> CompiledTree? {
        if progress.tree.isEmpty { return nil }
        guard let tree = try self.tree(progress.tree) else {
            throw EngineError.noTree(progress.tree)
        }
        return tree
    }

    /// A tree; nil when there is none of this id.
    func tree(_ id: some StringProtocol) throws -> CompiledTree? {
        if let lastTree, lastTree.tree.id == id { return lastTree }
        lastTree = try knowledge.compiledTree(String(id))
        return lastTree
    }

    /// An opening as it is compared with trees.
    func spokenOpening(_ words: String) -> SpokenOpening {
        if let lastOpening, lastOpening.text == words { return lastOpening }
        let opening = SpokenOpening(words, language: language)
        lastOpening = opening
        return opening
    }

    /// The trees that words may belong to, best first.
    func routes(of words: String) throws -> [RoutingScore] {
        try knowledge.route(spokenOpening(words), language: start.language)
    }

    /// How often the fact has been asked, confirmations included.
    func timesAsked(_ fact: String) -> UInt32 {
        if progress.asked == fact { return progress.timesAsked }
        return state?.timesAsked[fact] ?? 0
    }

    /// Whether the call may ask once more if it understood.
    var mayConfirm: Bool {
        settings.confirmationLimit == 0 || progress.confirmations + 1 < settings.confirmationLimit
    }

    // MARK: Ends

    /// Ends the call.
    func end(_ outcome: Outcome, saying words: String) throws {
        expireLookups()
        for lookup in known.pending { timeOut(lookup, .callEnded) }
        say(words)
        var leafQueue = ""
        if let root = try root() {
            let walk = try Walk(root, known, in: knowledge)
            progress.node = walk.nodeName
            speaker = (walk.tree, walk.index)
            leafQueue = walk.end == .leaf ? walk.node.queue : ""
        }
        progress.phase = .ended
        progress.outcome = outcome
        progress.asked = ""
        progress.timesAsked = 0
        progress.confirming = nil
        progress.denied = []
        progress.candidates = []
        switch outcome {
        case .escalated: progress.queue = leafQueue.isEmpty ? settings.personQueue : leafQueue
        case .wantsPerson: progress.queue = settings.personQueue
        case .resolved, .abandoned, .unspecified: progress.queue = ""
        }
        expects = nil
    }

    /// Ends the call because the customer is gone, or says goodbye.
    func hangUp(saying words: String = "") throws {
        switch progress.phase {
        case .collecting: try end(.escalated, saying: words)
        case .closing: try end(.resolved, saying: words)
        case .routing, .diagnosing, .ended, .unspecified: try end(.abandoned, saying: words)
        }
    }
}
