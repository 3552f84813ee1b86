internal import Messages
internal import RPC
internal import Transport

/// What the journal has of calls that are not in memory.
extension LiveCalls {
    func loadedState(_ call: LiveCall) throws -> CallState? {
        guard let state = try storedState(of: call.id) else { return nil }
        call.load(state)
        // After a restart nobody knows of the lookups of a call that was put aside.
        lookups.update(state)
        return state
    }

    func storedState(of callID: String) throws -> CallState? {
        if let status = damaged.withLock({ $0[callID] }) { throw status }
        return try journal.stored(callID).map { try CallState(records: $0.records) }
    }

    /// What was answered to a turn, and its input; turn 0 is the start.
    func storedReply(
        toTurn turn: UInt32,
        of state: CallState
    ) throws -> (input: Input?, reply: TurnReply) {
        if turn == state.turn, turn > 0, !state.isReplyUnspoken, !state.isEnded {
            return (state.lastInput, state.lastReply)
        }
        let records = try journal.records(of: state.start.callID, upTo: state.lastSequence)
        let last = records.firstIndex { stored in
            turn == 0 || stored.record.kind == .turn && stored.record.turn == turn
        }
        let then = try CallState(records: records[...(last ?? 0)])
        return (then.lastInput, then.lastReply)
    }

    /// Notes that a call's records cannot be read, so that it is not taken for one that never was.
    func markDamaged(_ callID: String, _ status: Status) {
        damaged.withLock { $0[callID] = status }
    }

    /// Whether a call's records cannot be read.
    func isDamaged(_ callID: String) -> Bool { damaged.withLock { $0[callID] != nil } }

    /// How many calls cannot be read.
    var damagedCount: Int { damaged.withLock { $0.count } }
}
