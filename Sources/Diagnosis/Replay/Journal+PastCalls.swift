internal import LMDB
internal import Messages

/// A call that a replay has come to: its name, and itself or why it can't be read.
typealias FoundCall = (id: String, call: Result<PastCall, any Error>)

extension Journal {
    /// Calls read in one transaction: a few milliseconds, so that no page of the store is held for long.
    private static let pageCalls = 32

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
            var page: [FoundCall] = []
            try environment.withRead { transaction in
                let view = transaction.view
                func take(_ found: FoundCall, at position: UInt64) -> Bool {
                    next = position
                    page.append(found)
                    return page.count < Self.pageCalls
                }
                try view.forEach(in: tables.ended, from: .number(next + 1)) { record in
                    guard record.sequence <= last else { return false }
                    let id = record.value.indices.map { record.value[$0] }
                    return take(pastCall(named: id, in: tables.calls, view), at: record.sequence)
                } damaged: { key, error in
                    let position = Self.number(inMachineOrder: key)
                    return position <= last && take(("", .failure(error)), at: position)
                }
            }
            guard !page.isEmpty else { return }
            for found in page {
                guard try body(found) else { return }
            }
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
                    return page.count < Self.pageCalls
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
            // What can't be read is looked at: better too early than too late.
            if let found = try firstEnd(in: middle...high), found.at < milliseconds {
                low = found.position
            } else {
                high = middle - 1
            }
        }
        return low
    }

    /// The first call in a range that is there and can be read, and when it ended.
    private func firstEnd(
        in range: ClosedRange<UInt64>
    ) throws -> (position: UInt64, at: Int64)? {
        var found: (UInt64, Int64)?
        try environment.withRead { transaction in
            let view = transaction.view
            try view.forEach(in: tables.ended, from: .number(range.lowerBound)) { record in
                guard record.sequence <= range.upperBound else { return false }
                let index = try? callIndex(of: record.value, in: view)
                found = index?.summary.map { (record.sequence, $0.lastAtMs) }
                return found == nil
            } damaged: { _, _ in
                true
            }
        }
        return found
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
