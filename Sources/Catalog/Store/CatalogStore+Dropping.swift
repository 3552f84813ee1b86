internal import LMDB
internal import Messages
internal import Synchronization

extension CatalogStore {
    /// Drops releases that nothing holds: not the current one nor one on trial, none of the newest
    /// (`keptReleases`), and none with live calls.
    ///
    /// - Parameter isLive: Whether calls are on a release.
    /// - Returns: The releases that were dropped, the oldest first.
    @available(*, noasync, message: "dropping waits for the disk")
    @discardableResult
    public func dropOldReleases(isLive: (UInt32) -> Bool) throws -> [UInt32] {
        try editing.withLock { _ in
            var numbers = try storedReleases().map(\.number)
            let held = [currentRelease, trial?.release]
            let old = numbers.dropLast(keptReleases).filter { !held.contains($0) && !isLive($0) }
            for number in old {
                guard let index = numbers.firstIndex(of: number) else { continue }
                // The newest release is always kept, so there is one after it.
                try drop(
                    number,
                    after: index > 0 ? numbers[index - 1] : 0,
                    before: numbers[index + 1]
                )
                numbers.remove(at: index)
                forgetView(of: number)
            }
            return Array(old)
        }
    }

    /// Drops a release between two that stay.
    ///
    /// A version of an item is seen by the releases from the one that brought it up to the one that
    /// brought the next. So what goes with this release was brought after the release before it,
    /// and has a next version that the release after it sees.
    private func drop(_ number: UInt32, after previous: UInt32, before next: UInt32) throws {
        let candidates = try changeKeys(after: previous, through: number)
        let (items, changes, releases) = (items, changes, releases)
        try writer.perform { transaction in
            for candidate in candidates {
                let key = candidate.key
                let seen = try transaction.view.withItem(key, next, in: items) {
                    (release: $0, isGone: $1.isEmpty)
                }
                guard let seen else { continue }
                if seen.release > candidate.release {
                    try Self.delete(candidate, items, changes, in: &transaction)
                }
                // That an item is gone need not be known where it was never seen.
                guard seen.isGone else { continue }
                let older = try transaction.view.withItem(key, seen.release - 1, in: items) {
                    _,
                    _ in
                    true
                }
                if older == nil {
                    let version = ChangeKey(release: seen.release, key: key)
                    try Self.delete(version, items, changes, in: &transaction)
                }
            }
            try transaction.delete(UInt64(number), in: releases)
        }
    }

    /// What releases brought, of those after one and up to another.
    func changeKeys(after first: UInt32, through last: UInt32) throws -> [ChangeKey] {
        try environment.withRead { transaction in
            var keys: [ChangeKey] = []
            var start: [UInt8] = []
            ItemKey.append(first + 1, to: &start)
            var cursor = try transaction.cursor(in: changes)
            var record = try cursor.seek(start.span)
            while let found = record {
                let change = try ChangeKey(found.key)
                guard change.release <= last else { break }
                keys.append(change)
                record = try cursor.next()
            }
            return keys
        }
    }

    private static func delete(
        _ version: ChangeKey,
        _ items: Database,
        _ changes: Database,
        in transaction: inout WriteTransaction
    ) throws {
        try transaction.delete(version.key.stored(release: version.release).span, in: items)
        try transaction.delete(version.bytes.span, in: changes)
    }
}
