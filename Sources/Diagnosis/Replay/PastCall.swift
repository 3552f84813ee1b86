internal import Messages

/// A call of the journal, as far as another catalog can tell what would have become of it.
struct PastCall {
    /// The call after its last record.
    let state: CallState

    /// The words by which its tree was sought; empty where there were none.
    let opening: String

    /// Whether an engineer, or the customer, found its diagnosis right.
    let isConfirmed: Bool

    /// When its first record was made, in milliseconds since 1970-01-01 UTC.
    let begunAt: Int64

    /// Fields of a record that say nothing of facts: what came in, and the reply.
    static let unneededFields: Set<UInt32> = [8, 12]

    /// Folds the records of a call; throws when they do not begin with its start.
    ///
    /// - Parameter isConfirmed: Whether an engineer found its diagnosis right.
    init(_ records: [StoredRecord], isConfirmed: Bool) throws {
        state = try CallState(records: records)
        opening = Self.opening(of: records)
        begunAt = records.first?.record.atMs ?? 0
        self.isConfirmed = isConfirmed || state.progress.outcome == .resolved
    }

    var id: String { state.start.callID }

    /// Whether an engineer has a handoff of it.
    var isHandedOff: Bool {
        state.progress.outcome == .escalated || state.progress.outcome == .wantsPerson
    }

    /// Whether its walk was brought to an end, and not broken off.
    var isComplete: Bool {
        state.progress.outcome == .escalated || state.progress.outcome == .resolved
    }

    private static func opening(of records: [StoredRecord]) -> String {
        var kept = ""
        for stored in records {
            guard let progress = stored.record.progress else { continue }
            if !progress.tree.isEmpty {
                let words = stored.record.understanding?.utterance ?? ""
                return kept.isEmpty || words.isEmpty ? kept + words : kept + ". " + words
            }
            kept = progress.opening
        }
        return kept
    }
}
