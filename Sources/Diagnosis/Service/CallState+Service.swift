internal import Messages

extension CallState {
    /// Folds the records of a call; throws when they do not begin with its start.
    init(records: some Sequence<StoredRecord>) throws {
        var folded: CallState?
        for stored in records {
            if folded == nil {
                folded = CallState(first: stored.record, sequence: stored.sequence)
                guard folded != nil else { break }
            } else {
                folded?.apply(stored.record, sequence: stored.sequence)
            }
        }
        guard let folded else {
            throw JournalDamage(
                description: "a call's first record in database \"journal\" is not its start: "
                    + "restore the store from a backup"
            )
        }
        self = folded
    }
}

extension CallState {
    /// Whether what comes next depends on a system that has not answered yet.
    var isWaiting: Bool { !isEnded && lastReply.expects?.waiting ?? false }
}

extension StartCallRequest {
    /// Whether this request, sent again, could have led to `stored`, in which the server has filled
    /// in what the front end left out.
    func isRepeated(of stored: StartCallRequest) -> Bool {
        var filled = self
        if language.isEmpty { filled.language = stored.language }
        if timeZone.isEmpty { filled.timeZone = stored.timeZone }
        if startedAtMs == 0 { filled.startedAtMs = stored.startedAtMs }
        return filled == stored
    }
}

extension AddFactsReply {
    /// The reply to facts that led to this record.
    init(_ record: JournalRecord) {
        self.init(changes: record.changes, awaited: record.reply != nil)
    }
}
