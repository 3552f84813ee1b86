internal import LMDB
internal import Language
internal import Messages

// Which diagnoses were found right: `baton-diagnosisd` is told, and refuses a release that changes them.
extension HandoffStore {
    /// Whether a handoff is resolved and no engineer calls its diagnosis wrong.
    func isConfirmed(_ number: UInt64, in view: TransactionView) throws -> Bool {
        let outcomes: [OutcomeRecord] = try tables.list(tables.outcomes, of: number, in: view)
        guard outcomes.counting.last?.resolution == .resolved else { return false }
        let ratings: [Rating] = try tables.list(tables.ratings, of: number, in: view)
        let wrong = ratings.counting.flatMap(\.wrong).map { $0.lowercased() }
        guard !wrong.isEmpty else { return true }
        // Its key, or the last word of what the handoff calls it: "diagnose" of "Vorläufige Diagnose".
        let record: HandoffRecord? = try view.message(forKey: number, in: tables.records)
        let words = SpokenLanguage.of(record?.call?.language ?? "").fixedWords
        let own = words.fields.diagnosis.lowercased().split(separator: " ").last ?? "diagnosis"
        return !wrong.contains { $0.contains("diagnosis") || $0.contains(own) }
    }

    /// Keeps what `baton-diagnosisd` is to be told where a change has made a difference.
    func tell(
        of callID: String,
        _ number: UInt64,
        _ engineer: String,
        before: Bool,
        _ transaction: inout WriteTransaction
    ) throws {
        let after = try isConfirmed(number, in: transaction.view)
        guard before != after else { return }
        let request = ConfirmRequest(callID: callID, withdrawn: !after, engineer: engineer)
        let key = Array(callID.utf8)
        try transaction.put(request.encoded().span, forKey: key.span, in: tables.confirmations)
    }

    /// What `baton-diagnosisd` is still to be told, in the order of the calls' ids.
    ///
    /// - Parameter callID: What follows it; empty for all.
    func confirmations(after callID: String, maximum: Int) throws -> [ConfirmRequest] {
        try environment.withRead {
            try tables.page(of: tables.confirmations, after: callID, maximum: maximum, in: $0.view)
        }
    }

    /// Forgets what `baton-diagnosisd` was told, unless it has changed meanwhile.
    func told(_ request: ConfirmRequest, in transaction: inout WriteTransaction) throws {
        let key = Array(request.callID.utf8)
        let waiting: ConfirmRequest? = try transaction.view.message(
            forKey: key,
            in: tables.confirmations
        )
        if waiting == request { try transaction.delete(key.span, in: tables.confirmations) }
    }
}
