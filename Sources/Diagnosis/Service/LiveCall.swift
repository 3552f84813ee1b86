internal import Messages
internal import RPC
internal import Transport

/// A call in memory: its state, and what waits to be done to it.
///
/// One operation is done at a time. Whoever is told to go on by ``enqueue(_:limit:)`` or
/// ``finish()`` owns the call until the next ``finish()``.
final class LiveCall: Sendable {
    /// What became of an operation that was handed in.
    enum Admission {
        /// Nothing is under way: do it now.
        case now
        /// It will be done later.
        case later
        /// Too many wait.
        case full
        /// This object is not the call any more: look it up again.
        case gone
    }

    /// What to do after an operation.
    enum Next {
        /// Another one has waited.
        case operation(CallOperation)
        /// Nothing; the call stays in memory.
        case nothing
        /// Nothing, and the call need not stay: the object is gone now.
        case leave
    }

    private struct Contents {
        var state: CallState?
        var isBusy = false
        var isGone = false
        var mayLeave = false
        var waiting: [CallOperation] = []
        var anchor: UInt64?

        /// What is to be done next: what is no turn, in order of arrival, then the turn of the
        /// lowest number.
        mutating func takeNext() -> CallOperation? {
            var best: Int?
            for index in waiting.indices {
                guard let turn = waiting[index].turn else {
                    best = index
                    break
                }
                if let other = best, let lowest = waiting[other].turn, lowest <= turn { continue }
                best = index
            }
            return best.map { waiting.remove(at: $0) }
        }
    }

    let id: String
    private let contents: Locked<Contents>

    /// A call of which nothing is known yet.
    init(id: String) {
        self.id = id
        contents = Locked(Contents())
    }

    /// A call as recovery found it, and the sequence number of its first record that a new recovery
    /// would have to read.
    init(state: CallState, anchor: UInt64) {
        id = state.start.callID
        contents = Locked(Contents(state: state, anchor: anchor))
    }

    /// The state after the last record that is on disk; nil before the first one.
    var state: CallState? { contents.withLock { $0.state } }

    /// Before which sequence number the checkpoint must stay; nil when the call does not hold it.
    var anchor: UInt64? { contents.withLock { $0.anchor } }

    /// Whether an operation is under way.
    var isBusy: Bool { contents.withLock { $0.isBusy } }

    /// Takes an operation, to be done now by the caller or later by whoever is at it.
    func enqueue(_ operation: CallOperation, limit: Int) -> Admission {
        contents.withLock { contents in
            guard !contents.isGone else { return .gone }
            guard contents.isBusy else {
                contents.isBusy = true
                return .now
            }
            // What the server itself does is bounded by the call's facts and the housekeeper.
            guard !operation.hasCaller || contents.waiting.count < limit else { return .full }
            contents.waiting.append(operation)
            return .later
        }
    }

    /// Sets what was read from the store.
    func load(_ state: CallState) {
        contents.withLock { $0.state = state }
    }

    /// Holds the checkpoint before a record that is about to be written.
    ///
    /// - Parameter committed: The last sequence number on disk: the record's will be greater.
    func holdCheckpoint(after committed: UInt64) {
        contents.withLock { contents in
            if contents.anchor == nil { contents.anchor = committed + 1 }
        }
    }

    /// Lets the checkpoint pass, since the call can be found without the journal's tail.
    func releaseCheckpoint() {
        contents.withLock { contents in
            contents.anchor = nil
            contents.mayLeave = true
        }
    }

    /// Replaces the state; returns it as it is now.
    func update(_ body: (inout CallState?) -> Void) -> CallState? {
        contents.withLock { contents in
            body(&contents.state)
            return contents.state
        }
    }

    /// Ends an operation: the next one begins, or the call comes to rest.
    func finish() -> Next {
        contents.withLock { contents in
            if let next = contents.takeNext() {
                contents.mayLeave = false
                return .operation(next)
            }
            contents.isBusy = false
            let isNeeded = contents.state.map { !$0.isEnded } ?? false
            guard !isNeeded || contents.mayLeave else { return .nothing }
            contents.isGone = true
            return .leave
        }
    }
}
