internal import LMDB
internal import Messages

/// The databases of handoffs.
///
/// A handoff has a number, which grows with each one assembled; what people say of it is stored
/// beside it, and never in it.
struct HandoffTables: Sendable {
    /// Call id → number of its handoff.
    let calls: Database
    /// Number → `HandoffRecord`, written once.
    let records: Database
    /// Number → `HandoffSummary`: what List shows and filters by.
    let summaries: Database
    /// Number → `Claim`.
    let claims: Database
    /// Number and position → `Rating`.
    let ratings: Database
    /// Number and position → `OutcomeRecord`.
    let outcomes: Database
    /// Call id → `KeptRequest`.
    let kept: Database
    /// ``followedKey`` → `FollowedCalls`.
    let followed: Database
    /// Call id → `ConfirmRequest` that `baton-diagnosisd` is still to be told.
    let confirmations: Database
    /// End of the call and call id → `CallRow`, of each ended call.
    let rows: Database
    /// Position in the order of ended calls → `CallObservation`.
    let observations: Database
    /// ``pendingKey`` → `PendingDecision`, while it is being published.
    let pending: Database
    /// Number of its record → `ProposalDecision`.
    let decisions: Database
    /// Number → `AuditRecord`, only ever added to.
    let audit: Database
    /// Name → `Pattern`.
    let patterns: Database

    /// Another key than that of the position up to which only handoffs were stored: rows are made of
    /// those calls too.
    static let followedKey = Array("rows".utf8)

    static let pendingKey = Array("decision".utf8)

    static let definitions = [
        DatabaseDefinition(name: "calls", keys: .bytes),
        DatabaseDefinition(name: "records", keys: .integer),
        DatabaseDefinition(name: "summaries", keys: .integer),
        DatabaseDefinition(name: "claims", keys: .integer),
        DatabaseDefinition(name: "ratings", keys: .bytes),
        DatabaseDefinition(name: "outcomes", keys: .bytes),
        DatabaseDefinition(name: "kept", keys: .bytes),
        DatabaseDefinition(name: "followed", keys: .bytes),
        DatabaseDefinition(name: "rows", keys: .bytes),
        DatabaseDefinition(name: "observations", keys: .integer),
        DatabaseDefinition(name: "pending", keys: .bytes),
        DatabaseDefinition(name: "decisions", keys: .bytes),
        DatabaseDefinition(name: "audit", keys: .bytes),
        DatabaseDefinition(name: "patterns", keys: .bytes),
        DatabaseDefinition(name: "confirmations", keys: .bytes),
    ]

    init(_ environment: Environment) throws(StorageError) {
        calls = try environment.database(named: "calls")
        records = try environment.database(named: "records")
        summaries = try environment.database(named: "summaries")
        claims = try environment.database(named: "claims")
        ratings = try environment.database(named: "ratings")
        outcomes = try environment.database(named: "outcomes")
        kept = try environment.database(named: "kept")
        followed = try environment.database(named: "followed")
        rows = try environment.database(named: "rows")
        observations = try environment.database(named: "observations")
        pending = try environment.database(named: "pending")
        decisions = try environment.database(named: "decisions")
        audit = try environment.database(named: "audit")
        patterns = try environment.database(named: "patterns")
        confirmations = try environment.database(named: "confirmations")
    }

    /// The number of a call's handoff; nil where there is none.
    func number(of callID: String, in view: TransactionView) throws -> UInt64? {
        guard let value = try view.value(forKey: Array(callID.utf8).span, in: calls) else {
            return nil
        }
        return Self.number(value)
    }

    /// Ratings or outcomes of a handoff, in order of arrival.
    func list<Element: Message>(
        _ database: Database,
        of number: UInt64,
        in view: TransactionView
    ) throws -> [Element] {
        var elements: [Element] = []
        try view.forEach(in: database, prefix: Self.bytes(number).span) { record in
            elements.append(try Element.decode(record.value, limits: .stored))
            return true
        }
        return elements
    }

    /// What is kept under calls' ids, in their order, at most so much; what is damaged is passed over, so that it stops
    /// nothing but itself.
    ///
    /// - Parameter callID: What follows it; empty for all.
    func page<Element: Message>(
        of database: Database,
        after callID: String = "",
        maximum: Int,
        in view: TransactionView
    ) throws -> [Element] {
        var elements: [Element] = []
        var cursor = try view.cursor(in: database)
        // No key stands between an id and the same id with a zero behind it.
        let start = Array(callID.utf8) + [0]
        var isFirst = true
        while elements.count < maximum {
            let seeks = isFirst
            isFirst = false
            do {
                guard let record = try seeks ? cursor.seek(start.span) : cursor.next() else {
                    return elements
                }
                elements.append(try Element.decode(record.value, limits: .stored))
            } catch StorageError.checksumMismatch {
                // The cursor stands on it, so the next step leads past it.
                continue
            }
        }
        return elements
    }

    /// The key of a call's row: rows stand in the order in which calls ended.
    static func rowKey(endedAtMilliseconds: Int64, _ callID: String) -> [UInt8] {
        bytes(UInt64(max(0, endedAtMilliseconds))) + Array(callID.utf8)
    }

    /// Bytes of a row's key before the call's id.
    static let rowTimeBytes = 8

    /// A number as eight bytes, the greatest first, so that their order is that of the numbers.
    static func bytes(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }

    static func number(_ bytes: Span<UInt8>) -> UInt64 {
        var number: UInt64 = 0
        for index in bytes.indices { number = number << 8 | UInt64(bytes[index]) }
        return number
    }
}

extension TransactionView {
    /// The message under a key; nil where there is none.
    func message<Value: Message>(forKey key: [UInt8], in database: Database) throws -> Value? {
        guard let value = try value(forKey: key.span, in: database) else { return nil }
        return try Value.decode(value, limits: .stored)
    }

    /// The message under a number; nil where there is none.
    func message<Value: Message>(forKey key: UInt64, in database: Database) throws -> Value? {
        guard let value = try value(forKey: key, in: database) else { return nil }
        return try Value.decode(value, limits: .stored)
    }
}
