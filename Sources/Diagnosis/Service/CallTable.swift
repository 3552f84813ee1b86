internal import Synchronization
internal import Transport

/// The calls in memory by id, in parts with a lock each, so that loops seldom meet at one.
final class CallTable: Sendable {
    private final class Part: Sendable {
        let calls = Locked<[String: LiveCall]>([:])
    }

    private let parts = (0..<64).map { _ in Part() }
    private let countedCalls = Atomic<Int>(0)

    /// How many there are.
    var count: Int { countedCalls.load(ordering: .relaxed) }

    /// The call of this id; nil when it is not in memory.
    func find(_ id: String) -> LiveCall? {
        part(id).calls.withLock { $0[id] }
    }

    /// The call of this id, made anew when it is not in memory.
    func findOrMake(_ id: String) -> LiveCall {
        part(id).calls.withLock { calls in
            if let call = calls[id] { return call }
            let call = LiveCall(id: id)
            calls[id] = call
            countedCalls.add(1, ordering: .relaxed)
            return call
        }
    }

    /// Puts a call in; only before anything is served.
    func insert(_ call: LiveCall) {
        part(call.id).calls.withLock { $0[call.id] = call }
        countedCalls.add(1, ordering: .relaxed)
    }

    /// Takes a call out, unless it has made place for another object of the same id.
    func remove(_ call: LiveCall) {
        part(call.id).calls.withLock { calls in
            guard calls[call.id] === call else { return }
            calls[call.id] = nil
            countedCalls.subtract(1, ordering: .relaxed)
        }
    }

    /// Calls `body` with each call until it returns false; part by part, so that no lock is held
    /// for long.
    func visit(_ body: (LiveCall) -> Bool) {
        for part in parts {
            let calls = part.calls.withLock { Array($0.values) }
            for call in calls where !body(call) { return }
        }
    }

    private func part(_ id: String) -> Part {
        parts[Int(UInt(bitPattern: id.hashValue) % UInt(parts.count))]
    }
}
