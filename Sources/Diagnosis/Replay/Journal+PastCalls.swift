internal import LMDB
internal import Messages

/// A call that a replay has come to: its name, and itself or why it can't be read.
typealias FoundCall = (id: String, call: Result<PastCall, any Error>)

extension Journal {
    /// Calls read in one transaction: a few milliseconds, so that no page of the store is held for long.
    private static let pageCalls: UInt64 = 32

    /// Fields of an ended call's index that only a handoff needs.
    static let detailField: Set<UInt32> = [4]

    /// Calls `body` with ended calls after a position and up to another, in the order of their ends, until
    /// it returns false; one that is damaged is given as an error.
    func forEachPastCall(
        after first: UInt64,
        through last: UInt64,
        _ body: (FoundCall) throws -> Bool
    ) throws {
        var next = first
        while next < last {
            let end = min(last, next + Self.pageCalls)
            var page: [FoundCall] = []
            try environment.withRead { transaction in
                for position in (next + 1)...end {
                    if let found = pastCall(at: position, in: transaction.view) {
                        page.append(found)
                    }
                }
            }
            for found in page {
                guard try body(found) else { return }
            }
            next = end
        }
    }

    /// Calls `body` with each call that was put aside and goes on, until it returns false.
    func forEachPastCallAside(_ body: (FoundCall) throws -> Bool) throws {
        var last: [UInt8] = []
        while true {
            var page: [FoundCall] = []
            try environment.withRead { transaction in
                let view = transaction.view
                func take(_ key: [UInt8]) -> Bool {
                    last = key
                    page.append(pastCall(named: key, in: tables.aside, view))
                    return page.count < Int(Self.pageCalls)
                }
                // No id has a zero, so this is behind the last one and before any other.
                try view.forEach(in: tables.aside, from: .bytes(last + [0])) { record in
                    take(record.key.indices.map { record.key[$0] })
                } damaged: { key, _ in
                    take(key)
                }
            }
            guard !page.isEmpty else { return }
            for found in page {
                guard try body(found) else { return }
            }
        }
    }

    /// A call as it stands at a record.
    func pastCall(_ callID: String, upTo last: UInt64) -> FoundCall {
        let call = Result<PastCall, any Error> {
            try environment.withRead { transaction in
                try pastCall(callID, upTo: last, in: transaction.view)
            }
        }
        return (callID, call)
    }

    /// The position of the last call that ended before a time; 0 where none did.
    ///
    /// Ended calls stand in the order in which they ended, so that a few looks find it.
    func endedPosition(before milliseconds: Int64) throws -> UInt64 {
        var (low, high) = (UInt64(0), lastEndedSequence)
        while low < high {
            let middle = low + (high - low + 1) / 2
            let time = try environment.withRead { endedAt(middle, in: $0.view) }
            // What can't be read is looked at: better too early than too late.
            if let time, time < milliseconds { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private func endedAt(_ position: UInt64, in view: TransactionView) -> Int64? {
        guard let id = try? view.value(forKey: position, in: tables.ended) else { return nil }
        guard let bytes = try? view.value(forKey: id, in: tables.calls) else { return nil }
        let index = try? CallIndex.decode(bytes, omitting: Self.detailField, limits: .stored)
        return index?.summary?.lastAtMs
    }

    private func pastCall(at position: UInt64, in view: TransactionView) -> FoundCall? {
        do {
            // A transaction that failed leaves a gap.
            guard let bytes = try view.value(forKey: position, in: tables.ended) else { return nil }
            return pastCall(named: bytes.indices.map { bytes[$0] }, in: tables.calls, view)
        } catch {
            return ("", .failure(error))
        }
    }

    private func pastCall(
        named id: [UInt8],
        in database: Database,
        _ view: TransactionView
    ) -> FoundCall {
        let callID = String(decoding: id, as: UTF8.self)
        let call = Result<PastCall, any Error> {
            guard let bytes = try view.value(forKey: id.span, in: database) else {
                throw JournalDamage(description: "call \(callID) is not where it should be")
            }
            let index = try CallIndex.decode(bytes, omitting: Self.detailField, limits: .stored)
            return try pastCall(callID, upTo: index.lastSequence, in: view)
        }
        return (callID, call)
    }

    private func pastCall(
        _ callID: String,
        upTo last: UInt64,
        in view: TransactionView
    ) throws -> PastCall {
        let records = try Self.records(
            of: callID,
            upTo: last,
            in: view,
            tables,
            omitting: PastCall.unneededFields
        )
        let isConfirmed = try view.contains(Array(callID.utf8).span, in: tables.confirmed)
        return try PastCall(records, isConfirmed: isConfirmed)
    }
}
