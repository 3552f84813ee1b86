public import Language
internal import Synchronization

/// Reads the items of a release, or of a draft.
public protocol ItemReader: Sendable {
    /// Calls `body` with an item's bytes; nil where there is none.
    func item<Result>(_ key: ItemKey, _ body: (Span<UInt8>) throws -> Result) throws -> Result?

    /// Ids of a kind in the order of their bytes, at most `maximum`, beginning after an id.
    func ids(of kind: ItemKind, after: String, maximum: Int) throws -> [String]

    /// Calls `body` with the ids of a kind in the order of their bytes, from one on, until it ends the walk.
    func walk(
        _ kind: ItemKind,
        from start: [UInt8],
        _ body: (Span<UInt8>) throws -> WalkStep
    ) throws
}

/// No items at all: what the first draft changes.
struct NoItems: ItemReader {
    func item<Result>(_ key: ItemKey, _ body: (Span<UInt8>) throws -> Result) throws -> Result? {
        nil
    }

    func ids(of kind: ItemKind, after: String, maximum: Int) throws -> [String] { [] }

    func walk(
        _ kind: ItemKind,
        from start: [UInt8],
        _ body: (Span<UInt8>) throws -> WalkStep
    ) throws {}
}

/// Changed items over others.
///
/// Empty bytes stand for an item that is gone.
final class OverlayItems: ItemReader {
    let changes: [ItemKey: [UInt8]]
    let base: any ItemReader
    /// Ids of the changes of a kind in the order of their bytes, from when they are first listed.
    private let sorted = Mutex<[ItemKind: [String]]>([:])

    init(_ changes: [ItemKey: [UInt8]], over base: any ItemReader) {
        self.changes = changes
        self.base = base
    }

    private func changed(_ kind: ItemKind) -> [String] {
        sorted.withLock { sorted in
            if let ids = sorted[kind] { return ids }
            let ids = changes.keys.filter { $0.kind == kind }.map(\.id)
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            sorted[kind] = ids
            return ids
        }
    }

    func item<Result>(_ key: ItemKey, _ body: (Span<UInt8>) throws -> Result) throws -> Result? {
        guard let bytes = changes[key] else { return try base.item(key, body) }
        return bytes.isEmpty ? nil : try body(bytes.span)
    }

    func ids(of kind: ItemKind, after: String, maximum: Int) throws -> [String] {
        var added = changed(kind).filter {
            $0 > after && changes[ItemKey(kind, $0)]?.isEmpty == false
        }[
            ...
        ]
        var ids: [String] = []
        var last = after
        while ids.count < maximum {
            let page = try base.ids(of: kind, after: last, maximum: maximum)
            for id in page where ids.count < maximum {
                while let next = added.first, next < id, ids.count < maximum {
                    ids.append(next)
                    added.removeFirst()
                }
                if ids.count < maximum, changes[ItemKey(kind, id)] == nil { ids.append(id) }
            }
            guard page.count == maximum, let end = page.last else { break }
            last = end
        }
        ids.append(contentsOf: added.prefix(maximum - ids.count))
        return ids
    }

    func walk(
        _ kind: ItemKind,
        from start: [UInt8],
        _ body: (Span<UInt8>) throws -> WalkStep
    ) throws {
        let changed = changed(kind)
        var position = start
        while true {
            var next: [UInt8]?
            try base.walk(kind, from: position) { id in
                let bytes = id.array
                let isChanged =
                    changes[ItemKey(kind, String(decoding: bytes, as: UTF8.self))] != nil
                if isChanged { return .next }
                next = bytes
                return .end
            }
            var place = changed.firstPlace(from: position)
            while place < changed.count, changes[ItemKey(kind, changed[place])]?.isEmpty ?? true {
                place += 1
            }
            if place < changed.count {
                let own = Array(changed[place].utf8)
                if next.map(own.lexicographicallyPrecedes) ?? true { next = own }
            }
            guard let next else { return }
            switch try body(next.span) {
            case .next: position = next + [1]
            case .skip(let to): position = to
            case .end: return
            }
        }
    }
}

extension [String] {
    /// The index of the first string, in the order of bytes, that is not before some bytes.
    fileprivate func firstPlace(from bytes: [UInt8]) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle].utf8.lexicographicallyPrecedes(bytes) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}

extension Span<UInt8> {
    func isEqual(to bytes: [UInt8]) -> Bool {
        guard count == bytes.count else { return false }
        for index in indices where self[index] != bytes[index] { return false }
        return true
    }
}
