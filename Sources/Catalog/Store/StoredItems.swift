internal import LMDB
internal import Language

/// The items of a release, read where they lie in the map.
struct StoredItems: ItemReader {
    let environment: Environment
    let database: Database
    let release: UInt32

    func item<Result>(_ key: ItemKey, _ body: (Span<UInt8>) throws -> Result) throws -> Result? {
        try environment.withRead { transaction in
            try transaction.view.withItem(key, release, in: database) { _, value in
                value.isEmpty ? nil : try body(value)
            }
        }
    }

    func ids(of kind: ItemKind, after: String, maximum: Int) throws -> [String] {
        try environment.withRead { transaction in
            var ids: [String] = []
            var cursor = try transaction.cursor(in: database)
            var last = after
            while ids.count < maximum {
                // No id has a byte of 1, so this is behind all versions of the last one.
                let next = ItemKey(kind, last).prefix + [1]
                guard let record = try cursor.seek(next.span), record.key[0] == kind.rawValue else {
                    break
                }
                guard let found = StoredKey(record.key) else {
                    throw CatalogError.damaged("a key of the catalog can't be read")
                }
                last = found.key.id
                let isThere = try transaction.view.withItem(found.key, release, in: database) {
                    !$1.isEmpty
                }
                if isThere == true { ids.append(last) }
            }
            return ids
        }
    }

    func walk(
        _ kind: ItemKind,
        from start: [UInt8],
        _ body: (Span<UInt8>) throws -> WalkStep
    ) throws {
        try environment.withRead { transaction in
            var cursor = try transaction.cursor(in: database)
            var last: [UInt8] = []
            var record = try cursor.seek(([kind.rawValue] + start).span)
            while let found = record, found.key[0] == kind.rawValue {
                let id = found.key.extracting(try StoredKey.id(in: found.key))
                // Of an item's versions the newest stands first, and may be one of a later release.
                var step = WalkStep.next
                if !id.isEqual(to: last) {
                    last = id.array
                    if try isThere(found, last, kind, transaction) { step = try body(id) }
                }
                switch step {
                case .next: record = try cursor.next()
                case .skip(let to): record = try cursor.seek(([kind.rawValue] + to).span)
                case .end: return
                }
            }
        }
    }

    /// Whether the release sees the item whose newest version is given.
    private func isThere(
        _ newest: Record,
        _ id: [UInt8],
        _ kind: ItemKind,
        _ transaction: borrowing ReadTransaction
    ) throws -> Bool {
        guard StoredKey.release(in: newest.key) > release else { return !newest.value.isEmpty }
        let key = ItemKey(kind, String(decoding: id, as: UTF8.self))
        return try transaction.view.withItem(key, release, in: database) { !$1.isEmpty } ?? false
    }
}

extension TransactionView {
    /// Calls `body` with the newest version of an item that a release may see; nil where none is.
    ///
    /// It is given as the release that brought it, and its bytes, empty where that release took the
    /// item away.
    func withItem<Result>(
        _ key: ItemKey,
        _ release: UInt32,
        in database: Database,
        _ body: (UInt32, Span<UInt8>) throws -> Result?
    ) throws -> Result? {
        let wanted = key.stored(release: release)
        var cursor = try cursor(in: database)
        guard let record = try cursor.seek(wanted.span), record.key.count == wanted.count else {
            return nil
        }
        for index in 0..<(wanted.count - 4) where record.key[index] != wanted[index] { return nil }
        var inverted: UInt32 = 0
        for index in (wanted.count - 4)..<wanted.count {
            inverted = inverted << 8 | UInt32(record.key[index])
        }
        return try body(~inverted, record.value)
    }
}
