internal import LMDB
internal import Messages
internal import RPC

// What changes in a write transaction. Each may run more than once before it is committed.
extension HandoffStore {
    /// Stores a handoff; the one that is stored stays as it is.
    ///
    /// - Returns: The handoff that is stored.
    func add(
        _ record: HandoffRecord,
        in transaction: inout WriteTransaction
    ) throws -> HandoffRecord {
        let id = Array(record.callID.utf8)
        if let number = try tables.number(of: record.callID, in: transaction.view),
            let stored: HandoffRecord = try transaction.view.message(
                forKey: number,
                in: tables.records
            )
        {
            // A store of before there were rows gets them here.
            try updateRow(number, in: &transaction)
            return stored
        }
        let number = takeNumber()
        let summary = HandoffSummary(
            callID: record.callID,
            issue: record.issue?.text ?? "",
            queue: record.queue,
            priority: record.priority,
            assembledAtMs: record.assembledAtMs,
            outcome: record.call?.outcome ?? .unspecified
        )
        try transaction.put(HandoffTables.bytes(number).span, forKey: id.span, in: tables.calls)
        try transaction.append(record.encoded().span, sequence: number, in: tables.records)
        try transaction.append(summary.encoded().span, sequence: number, in: tables.summaries)
        try transaction.delete(id.span, in: tables.kept)
        try updateRow(number, in: &transaction)
        return record
    }

    /// Keeps the request for a call's handoff, unless it is kept or done.
    func keep(
        _ callID: String,
        sinceMilliseconds: Int64,
        in transaction: inout WriteTransaction
    ) throws {
        let id = Array(callID.utf8)
        guard try tables.number(of: callID, in: transaction.view) == nil,
            try !transaction.view.contains(id.span, in: tables.kept)
        else { return }
        let request = KeptRequest(callID: callID, sinceMs: sinceMilliseconds)
        try transaction.put(request.encoded().span, forKey: id.span, in: tables.kept)
    }

    /// Forgets a kept request.
    func forget(_ callID: String, in transaction: inout WriteTransaction) throws {
        try transaction.delete(Array(callID.utf8).span, in: tables.kept)
    }

    /// Forgets the position in the order of ended calls.
    func followAnew(in transaction: inout WriteTransaction) throws {
        let key = HandoffTables.followedKey
        try transaction.delete(key.span, in: tables.followed)
    }

    /// Moves the position in the order of ended calls; it goes back only to the beginning.
    func follow(to position: UInt64, in transaction: inout WriteTransaction) throws {
        let key = HandoffTables.followedKey
        let last: FollowedCalls? = try transaction.view.message(forKey: key, in: tables.followed)
        guard position > last?.endedSequence ?? 0 else { return }
        let value = FollowedCalls(endedSequence: position).encoded()
        try transaction.put(value.span, forKey: key.span, in: tables.followed)
    }

    /// Gives a handoff to an engineer, or takes it back.
    func claim(
        _ request: ClaimRequest,
        atMilliseconds: Int64,
        in transaction: inout WriteTransaction
    ) throws -> HandoffDetail {
        let number = try made(request.callID, in: transaction.view)
        let held: Claim? = try transaction.view.message(forKey: number, in: tables.claims)
        let isOwn = held?.engineer == request.engineer
        if request.giveBack ? held == nil : isOwn {
            return try detail(of: request.callID, in: transaction.view)
        }
        if let held, !isOwn, !request.takeOver {
            let since = Moment(milliseconds: held.atMs, zone: "").minutes
            throw Status(
                .failedPrecondition,
                "the handoff of call \(request.callID) is claimed by \(held.engineer) since "
                    + "\(since): set take_over to take it over"
            )
        }
        if request.giveBack {
            try transaction.delete(number, in: tables.claims)
        } else {
            let claim = Claim(engineer: request.engineer, atMs: atMilliseconds)
            try transaction.put(claim.encoded().span, forKey: number, in: tables.claims)
        }
        try updateSummary(number, in: &transaction) { summary in
            summary.engineer = request.giveBack ? "" : request.engineer
        }
        return try detail(of: request.callID, in: transaction.view)
    }

    /// Adds a rating; one that is known changes nothing.
    func rate(
        _ callID: String,
        _ rating: Rating,
        in transaction: inout WriteTransaction
    ) throws -> HandoffDetail {
        let number = try made(callID, in: transaction.view)
        let ratings: [Rating] = try tables.list(tables.ratings, of: number, in: transaction.view)
        let rating = rating.resolved(among: ratings)
        if try Rating.isNew(rating, among: ratings) {
            let wasConfirmed = try isConfirmed(number, in: transaction.view)
            try append(rating, to: tables.ratings, of: number, after: ratings.count, &transaction)
            try updateSummary(number, in: &transaction) { $0.score = rating.score }
            try updateRow(number, in: &transaction)
            try tell(of: callID, number, rating.engineer, before: wasConfirmed, &transaction)
        }
        return try detail(of: callID, in: transaction.view)
    }

    /// Adds a step of what became of a handoff; one that is known changes nothing.
    func record(
        _ callID: String,
        _ outcome: OutcomeRecord,
        nowMilliseconds: Int64,
        in transaction: inout WriteTransaction
    ) throws -> HandoffDetail {
        let number = try made(callID, in: transaction.view)
        let outcomes: [OutcomeRecord] = try tables.list(
            tables.outcomes,
            of: number,
            in: transaction.view
        )
        var outcome = outcome.resolved(among: outcomes)
        if try OutcomeRecord.isNew(outcome, among: outcomes) {
            let wasConfirmed = try isConfirmed(number, in: transaction.view)
            if outcome.atMs == 0 { outcome.atMs = nowMilliseconds }
            try append(
                outcome,
                to: tables.outcomes,
                of: number,
                after: outcomes.count,
                &transaction
            )
            let last = (outcomes + [outcome]).counting.last
            try updateSummary(number, in: &transaction) {
                $0.resolution = last?.resolution ?? .unspecified
            }
            try updateRow(number, in: &transaction)
            try tell(of: callID, number, outcome.engineer, before: wasConfirmed, &transaction)
        }
        return try detail(of: callID, in: transaction.view)
    }

    /// Stores the row of a call that ended without a handoff; one that is there stays.
    func note(_ summary: CallSummary, in transaction: inout WriteTransaction) throws {
        // A damaged summary says neither when nor how: its handoff brings the row, once it can be made.
        guard summary.lastAtMs > 0 else { return }
        let row = CallRow(of: summary, key: callerKey)
        guard try !transaction.view.contains(row.key.span, in: tables.rows) else { return }
        try transaction.put(row.encoded().span, forKey: row.key.span, in: tables.rows)
    }

    /// Makes the row of a handoff anew, of all that is stored of it.
    private func updateRow(_ number: UInt64, in transaction: inout WriteTransaction) throws {
        let stored: HandoffRecord? = try transaction.view.message(
            forKey: number,
            in: tables.records
        )
        guard let record = stored else {
            throw Status(
                .dataLoss,
                "handoff \(number) has no record: restore the store from a backup"
            )
        }
        let row = CallRow(
            of: record,
            ratings: try tables.list(tables.ratings, of: number, in: transaction.view),
            outcomes: try tables.list(tables.outcomes, of: number, in: transaction.view),
            key: callerKey
        )
        try transaction.put(row.encoded().span, forKey: row.key.span, in: tables.rows)
    }

    /// The number of a handoff that is there.
    private func made(_ callID: String, in view: TransactionView) throws -> UInt64 {
        if let number = try tables.number(of: callID, in: view) { return number }
        guard try view.contains(Array(callID.utf8).span, in: tables.kept) else {
            throw Self.notFound(callID)
        }
        throw Status.awaited(callID)
    }

    private func append(
        _ value: some Message,
        to database: Database,
        of number: UInt64,
        after count: Int,
        _ transaction: inout WriteTransaction
    ) throws {
        guard count < Limits.recordsPerHandoff else {
            throw Status(
                .resourceExhausted,
                "the handoff has \(count) \(database.name), the limit is \(Limits.recordsPerHandoff)"
            )
        }
        let encoded = value.encoded()
        var bytes = encoded.count
        try transaction.view.forEach(in: database, prefix: HandoffTables.bytes(number).span) {
            bytes += $0.value.count
            return true
        }
        guard bytes <= Limits.recordBytesPerHandoff else {
            throw Status(
                .resourceExhausted,
                "the handoff's \(database.name) would have \(bytes) bytes, the limit is "
                    + "\(Limits.recordBytesPerHandoff)"
            )
        }
        let key = HandoffTables.bytes(number) + HandoffTables.bytes(UInt64(count))
        try transaction.insert(encoded.span, forKey: key.span, in: database)
    }

    private func updateSummary(
        _ number: UInt64,
        in transaction: inout WriteTransaction,
        _ change: (inout HandoffSummary) -> Void
    ) throws {
        let stored: HandoffSummary? = try transaction.view.message(
            forKey: number,
            in: tables.summaries
        )
        guard var summary = stored else {
            throw Status(
                .dataLoss,
                "handoff \(number) has no summary: restore the store from a backup"
            )
        }
        change(&summary)
        try transaction.put(summary.encoded().span, forKey: number, in: tables.summaries)
    }
}
