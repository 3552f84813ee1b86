internal import LMDB
internal import Messages
internal import RPC

// Observed calls, decisions, patterns and the audit chain, beside the handoffs.
extension HandoffStore {
    /// Keeps what proposals need of an ended call.
    func observe(
        _ observation: CallObservation,
        at position: UInt64,
        in transaction: inout WriteTransaction
    ) throws {
        try transaction.put(
            observation.encoded().span,
            forKey: position,
            in: tables.observations
        )
    }

    /// The last ended calls with the ratings and outcomes that count, in the order in which they ended; those that are
    /// damaged are left out.
    func observedCalls(maximum: Int) throws -> [ObservedCall] {
        try environment.withRead { transaction in
            var calls: [ObservedCall] = []
            var cursor = try transaction.cursor(in: tables.observations)
            while calls.count < maximum {
                do {
                    guard let found = try cursor.previous() else { break }
                    let observation = try CallObservation.decode(found.value, limits: .stored)
                    calls.append(try observed(observation, in: transaction.view))
                } catch StorageError.checksumMismatch {
                    // The cursor stands on the call, so the next step leads past it.
                    continue
                }
            }
            return calls.reversed()
        }
    }

    private func observed(
        _ observation: CallObservation,
        in view: TransactionView
    ) throws -> ObservedCall {
        guard let number = try tables.number(of: observation.callID, in: view) else {
            return ObservedCall(observation, ratings: [])
        }
        let ratings: [Rating] = try tables.list(tables.ratings, of: number, in: view)
        let outcomes: [OutcomeRecord] = try tables.list(tables.outcomes, of: number, in: view)
        return ObservedCall(
            observation,
            ratings: ratings.counting,
            outcomes: outcomes.counting
        )
    }

    /// The caller of a call that has a handoff.
    func callSummary(of callID: String) throws -> CallSummary? {
        try record(of: callID)?.call
    }

    // MARK: Decisions

    /// The decisions, in order.
    func decisions() throws -> [ProposalDecision] {
        try environment.withRead { transaction in
            var decisions: [ProposalDecision] = []
            try transaction.view.forEach(in: tables.decisions, prefix: [UInt8]().span) { record in
                decisions.append(try ProposalDecision.decode(record.value, limits: .stored))
                return true
            }
            return decisions
        }
    }

    /// The decision that is being published; nil where none is.
    func pendingDecision() throws -> PendingDecision? {
        try environment.withRead { transaction in
            try transaction.view.message(forKey: HandoffTables.pendingKey, in: tables.pending)
        }
    }

    /// Keeps a decision before it is published.
    func hold(_ pending: PendingDecision, in transaction: inout WriteTransaction) throws {
        let key = HandoffTables.pendingKey
        try transaction.put(pending.encoded().span, forKey: key.span, in: tables.pending)
    }

    /// Forgets a decision that was not published.
    func dropPendingDecision(in transaction: inout WriteTransaction) throws {
        let key = HandoffTables.pendingKey
        try transaction.delete(key.span, in: tables.pending)
    }

    /// Stores a decision and its record.
    ///
    /// - Parameter release: The release that was published; 0 for none.
    /// - Returns: The record as it stands in the chain.
    func decide(
        _ pending: PendingDecision,
        release: UInt32,
        in transaction: inout WriteTransaction
    ) throws -> AuditRecord {
        var record = pending.record ?? AuditRecord()
        var decision = pending.decision ?? ProposalDecision()
        record.release = release
        decision.release = release
        record = try append(record, in: &transaction)
        let key = HandoffTables.bytes(record.number)
        try transaction.put(decision.encoded().span, forKey: key.span, in: tables.decisions)
        try dropPendingDecision(in: &transaction)
        return record
    }

    // MARK: The audit chain

    /// Adds a record to the chain.
    func append(
        _ record: AuditRecord,
        in transaction: inout WriteTransaction
    ) throws -> AuditRecord {
        var chain = AuditChain()
        var cursor = try transaction.view.cursor(in: tables.audit)
        if let last = try cursor.last() {
            chain = AuditChain(after: try AuditRecord.decode(last.value, limits: .stored))
        }
        let record = chain.next(record)
        let key = HandoffTables.bytes(record.number)
        try transaction.insert(record.encoded().span, forKey: key.span, in: tables.audit)
        return record
    }

    /// Records after a number, oldest first, at most so many.
    func auditRecords(after number: UInt64, maximum: Int) throws -> ListAuditReply {
        guard number < .max else { return ListAuditReply() }
        return try environment.withRead { transaction in
            var reply = ListAuditReply()
            var cursor = try transaction.cursor(in: tables.audit)
            var found = try cursor.seek(HandoffTables.bytes(number + 1).span)
            while let record = found {
                guard reply.records.count < maximum else {
                    reply.more = true
                    break
                }
                reply.records.append(try AuditRecord.decode(record.value, limits: .stored))
                found = try cursor.next()
            }
            return reply
        }
    }

    /// The paths of the files that a release changed when it was accepted; none for another release.
    func changedPaths(of release: UInt32) throws -> Set<String> {
        try environment.withRead { transaction in
            var cursor = try transaction.cursor(in: tables.audit)
            while let found = try cursor.previous() {
                let record = try AuditRecord.decode(found.value, limits: .stored)
                if record.release == release { return Set(record.files.map(\.path)) }
            }
            return []
        }
    }

    // MARK: Patterns

    /// Stores a pattern; one of the same name is replaced only by the same calls.
    func add(
        _ pattern: Pattern,
        _ record: AuditRecord,
        in transaction: inout WriteTransaction
    ) throws -> Pattern {
        let key = Array(pattern.name.utf8)
        let stored: Pattern? = try transaction.view.message(forKey: key, in: tables.patterns)
        if let stored {
            guard Set(stored.callIDs) == Set(pattern.callIDs) else {
                throw Status(
                    .alreadyExists,
                    "the pattern '\(pattern.name)' is there with other calls: give this one another "
                        + "name"
                )
            }
            return stored
        }
        try transaction.put(pattern.encoded().span, forKey: key.span, in: tables.patterns)
        _ = try append(record, in: &transaction)
        return pattern
    }

    /// A pattern; nil where there is none of this name.
    func pattern(_ name: String) throws -> Pattern? {
        try environment.withRead { transaction in
            try transaction.view.message(forKey: Array(name.utf8), in: tables.patterns)
        }
    }
}
