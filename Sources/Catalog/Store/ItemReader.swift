/// Reads the items of a release, or of a draft.
public protocol ItemReader: Sendable {
    /// Calls `body` with an item's bytes; nil where there is none.
    func item<Result>(_ key: ItemKey, _ body: (Span<UInt8>) throws -> Result) throws -> Result?

    /// Ids of a kind in the order of their bytes, at most `maximum`, beginning after an id.
    func ids(of kind: ItemKind, after: String, maximum: Int) throws -> [String]

    /// Calls `body` with the ids of a kind in the order of their bytes, from one on; it returns from which to
    /// go on, or nil.
    func walk(
        _ kind: ItemKind,
        from start: [UInt8],
        _ body: ([UInt8]) throws -> [UInt8]?
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
        _ body: ([UInt8]) throws -> [UInt8]?
    ) throws {}
}

/// Changed items over others.
///
/// Empty bytes stand for an item that is gone.
struct OverlayItems: ItemReader {
    let changes: [ItemKey: [UInt8]]
    let base: any ItemReader
    private let idsByKind: [ItemKind: [String]]

    init(_ changes: [ItemKey: [UInt8]], over base: any ItemReader) {
        self.changes = changes
        self.base = base
        // Only these are ever listed.
        let listed: Set<ItemKind> = [.tree, .source, .conversation, .entity]
        let keys = changes.keys.filter { listed.contains($0.kind) }
        idsByKind = Dictionary(grouping: keys, by: \.kind).mapValues { $0.map(\.id).sorted() }
    }

    func item<Result>(_ key: ItemKey, _ body: (Span<UInt8>) throws -> Result) throws -> Result? {
        guard let bytes = changes[key] else { return try base.item(key, body) }
        return bytes.isEmpty ? nil : try body(bytes.span)
    }

    func ids(of kind: ItemKind, after: String, maximum: Int) throws -> [String] {
        let changed = idsByKind[kind] ?? []
        var added = changed.filter { $0 > after && changes[ItemKey(kind, $0)]?.isEmpty == false }[
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
        _ body: ([UInt8]) throws -> [UInt8]?
    ) throws {
        let changed = changes.keys.filter { $0.kind == kind }.map { Array($0.id.utf8) }
            .sorted { $0.lexicographicallyPrecedes($1) }
        var position = start
        while true {
            var next: [UInt8]?
            try base.walk(kind, from: position) { id in
                let isChanged = changes[ItemKey(kind, String(decoding: id, as: UTF8.self))] != nil
                if isChanged { return id + [1] }
                next = id
                return nil
            }
            let own = changed.lazy.first { id in
                !id.lexicographicallyPrecedes(position)
                    && changes[ItemKey(kind, String(decoding: id, as: UTF8.self))]?.isEmpty == false
            }
            if let own, next.map(own.lexicographicallyPrecedes) ?? true { next = own }
            guard let next, let after = try body(next) else { return }
            position = after
        }
    }
}

extension Span<UInt8> {
    func isEqual(to bytes: [UInt8]) -> Bool {
        guard count == bytes.count else { return false }
        for index in indices where self[index] != bytes[index] { return false }
        return true
    }
}
