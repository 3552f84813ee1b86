internal import Messages

/// Which lookups are awaited, which of them are handed out, and who waits for one or for its answer.
struct LookupQueue {
    /// What a waiter gets.
    struct Service {
        /// The waiter's number.
        let number: UInt64
        let waiter: LookupDesk.Waiter
        let lookups: [Lookup]
    }

    private struct Pending {
        let lookup: Lookup
        /// Its place in the order of arrival.
        let order: UInt64
        /// The number of the waiter that got it; nil when it is to be handed out.
        var holder: UInt64?
    }

    private struct Place {
        let callID: String
        let fact: String
        let order: UInt64
    }

    private var calls: [String: [Pending]] = [:]
    /// What can be handed out, by source; places of what is no longer awaited are passed over.
    private var ready: [String: PlaceQueue] = [:]
    private var waiters: [(number: UInt64, waiter: LookupDesk.Waiter)] = []
    /// Front ends that wait until their calls wait for no system: the last one of each call.
    private var frontEnds: [String: (number: UInt64, answer: LookupDesk.FrontEnd)] = [:]
    private var lastOrder: UInt64 = 0
    private var lastWaiter: UInt64 = 0

    /// How many are awaited.
    private(set) var count = 0

    /// Takes over which lookups a call awaits; returns those that are new.
    mutating func replace(callID: String, with lookups: [Lookup]) -> [Lookup] {
        let old = calls[callID] ?? []
        guard !(old.isEmpty && lookups.isEmpty) else { return [] }
        var new: [Pending] = []
        var added: [Lookup] = []
        for lookup in lookups {
            if let known = old.first(where: { $0.lookup.fact == lookup.fact }) {
                new.append(known)
                continue
            }
            lastOrder += 1
            new.append(Pending(lookup: lookup, order: lastOrder))
            ready[lookup.source, default: PlaceQueue()].append(
                Place(callID: callID, fact: lookup.fact, order: lastOrder)
            )
            added.append(lookup)
        }
        count += new.count - old.count
        calls[callID] = new.isEmpty ? nil : new
        return added
    }

    /// Whether a lookup is still awaited.
    func isPending(_ fact: String, of callID: String) -> Bool {
        calls[callID]?.contains { $0.lookup.fact == fact } ?? false
    }

    /// Makes a lookup that is still awaited ready again, unless it was handed out anew or its
    /// deadline has passed.
    ///
    /// - Parameter holder: The number of the waiter that got it.
    mutating func endLease(of lookup: Lookup, holder: UInt64, at now: Int64) {
        guard var pending = calls[lookup.callID],
            let index = pending.firstIndex(where: { $0.lookup.fact == lookup.fact }),
            pending[index].holder == holder, lookup.deadlineMs > now
        else { return }
        pending[index].holder = nil
        calls[lookup.callID] = pending
        ready[lookup.source, default: PlaceQueue()].append(
            Place(callID: lookup.callID, fact: lookup.fact, order: pending[index].order)
        )
    }

    /// Adds a waiter; its number serves to remove it.
    mutating func add(_ waiter: LookupDesk.Waiter) -> UInt64 {
        lastWaiter += 1
        waiters.append((lastWaiter, waiter))
        return lastWaiter
    }

    /// Removes a waiter; nil when it has been served.
    mutating func remove(waiter number: UInt64) -> LookupDesk.Waiter? {
        guard let index = waiters.firstIndex(where: { $0.number == number }) else { return nil }
        return waiters.remove(at: index).waiter
    }

    /// Adds a front end in place of an earlier one of the same call, which is returned.
    mutating func add(
        _ frontEnd: @escaping LookupDesk.FrontEnd,
        of callID: String
    ) -> (number: UInt64, replaced: LookupDesk.FrontEnd?) {
        lastWaiter += 1
        let replaced = frontEnds.updateValue((lastWaiter, frontEnd), forKey: callID)
        return (lastWaiter, replaced?.answer)
    }

    /// Removes the front end of a call, whichever it is or the one with a number; nil when it does
    /// not wait.
    mutating func removeFrontEnd(
        of callID: String,
        number: UInt64? = nil
    ) -> LookupDesk.FrontEnd? {
        guard !frontEnds.isEmpty, let found = frontEnds[callID],
            number == nil || number == found.number
        else { return nil }
        return frontEnds.removeValue(forKey: callID)?.answer
    }

    /// Removes all front ends.
    mutating func removeFrontEnds() -> [LookupDesk.FrontEnd] {
        defer { frontEnds = [:] }
        return frontEnds.values.map(\.answer)
    }

    /// Removes all waiters.
    mutating func removeWaiters() -> [LookupDesk.Waiter] {
        defer { waiters = [] }
        return waiters.map(\.waiter)
    }

    /// Hands out what can be handed out, to those who have waited longest.
    mutating func serve() -> [Service] {
        var services: [Service] = []
        var remaining: [(number: UInt64, waiter: LookupDesk.Waiter)] = []
        for (number, waiter) in waiters where !waiter.isAbandoned() {
            let lookups = take(waiter, number)
            if lookups.isEmpty {
                remaining.append((number, waiter))
            } else {
                services.append(Service(number: number, waiter: waiter, lookups: lookups))
            }
        }
        waiters = remaining
        return services
    }

    private mutating func take(_ waiter: LookupDesk.Waiter, _ number: UInt64) -> [Lookup] {
        let sources = waiter.sources.isEmpty ? Array(ready.keys) : waiter.sources
        var lookups: [Lookup] = []
        while lookups.count < waiter.maximum, let lookup = takeOldest(sources, number) {
            lookups.append(lookup)
        }
        return lookups
    }

    private mutating func takeOldest(_ sources: [String], _ number: UInt64) -> Lookup? {
        while true {
            var oldest: (source: String, place: Place)?
            for source in sources {
                guard let place = ready[source]?.first else { continue }
                if let found = oldest, found.place.order <= place.order { continue }
                oldest = (source, place)
            }
            guard let oldest else { return nil }
            ready[oldest.source]?.removeFirst()
            if ready[oldest.source]?.first == nil { ready[oldest.source] = nil }
            if let lookup = lease(oldest.place, to: number) { return lookup }
        }
    }

    /// Nil when it is not awaited any more.
    private mutating func lease(_ place: Place, to number: UInt64) -> Lookup? {
        guard var pending = calls[place.callID],
            let index = pending.firstIndex(where: { $0.order == place.order })
        else { return nil }
        pending[index].holder = number
        calls[place.callID] = pending
        return pending[index].lookup
    }

    /// First in, first out.
    private struct PlaceQueue {
        private var places: [Place] = []
        private var start = 0

        var first: Place? { start < places.count ? places[start] : nil }

        mutating func append(_ place: Place) {
            places.append(place)
        }

        mutating func removeFirst() {
            start += 1
            // Now and then, so that it costs little and the array does not grow for ever.
            guard start > 64, start > places.count / 2 else { return }
            places.removeFirst(start)
            start = 0
        }
    }
}
