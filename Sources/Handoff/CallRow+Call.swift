package import Messages

// What metrics need of a call. A row follows from what is stored, and from nothing else, so that a
// correction needs no sums to be taken back: the row is made anew.

extension CallRow {
    /// Where it is stored.
    var key: [UInt8] { HandoffTables.rowKey(endedAtMilliseconds: endedAtMs, callID) }

    /// The row of a call that has no handoff.
    init(of summary: CallSummary, key: CallerKey) {
        self.init(
            callID: summary.callID,
            startedAtMs: summary.startedAtMs,
            endedAtMs: summary.lastAtMs,
            tree: summary.tree,
            release: summary.release,
            queue: summary.queue,
            outcome: summary.outcome,
            offMap: summary.offMap,
            questions: summary.questions,
            caller: key.hash(ofCaller: summary.caller)
        )
    }

    /// The row of a call with a handoff and what was said of it so far.
    package init(
        of record: HandoffRecord,
        ratings: [Rating],
        outcomes: [OutcomeRecord],
        key: CallerKey
    ) {
        self.init(of: record.call ?? CallSummary(callID: record.callID), key: key)
        queue = record.queue
        leaf = record.leaf
        handedOff = true
        words = record.words
        notObtained = UInt32(record.notObtained.count)
        let counting = ratings.counting
        scores = counting.map(\.score)
        missing = distinct(counting.flatMap(\.missing))
        askedAgain = distinct(counting.flatMap { $0.rediagnosed.map(\.fact) })
        wrong = distinct(counting.flatMap(\.wrong))
        readingSeconds = counting.map(\.seconds).filter { $0 > 0 }
        let steps = outcomes.counting
        bouncedBack = steps.contains { $0.resolution == .bouncedBack }
        if let last = steps.last, last.resolution == .resolved { resolvedAtMs = last.atMs }
    }

    /// How many there are when what two engineers named is counted once.
    private func distinct(_ names: [String]) -> UInt32 { UInt32(Set(names).count) }
}

extension [Rating] {
    /// The ratings that count: the last one of each engineer.
    var counting: [Rating] {
        indices.filter { index in
            !self[(index + 1)...].contains { $0.engineer == self[index].engineer }
        }.map { self[$0] }
    }
}

extension [OutcomeRecord] {
    /// The steps that happened, in the order in which they did: those that nobody took back.
    var counting: [OutcomeRecord] {
        let corrected = Set(map(\.corrects))
        return enumerated().filter { !corrected.contains($0.element.outcomeID) }
            .sorted { ($0.element.atMs, $0.offset) < ($1.element.atMs, $1.offset) }
            .map(\.element)
    }
}
