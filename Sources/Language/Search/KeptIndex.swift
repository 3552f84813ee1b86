public import Messages

/// A small index kept in memory: what each opening looks at is found without a transaction.
public final class KeptIndex: Sendable {
    /// The names of the lists, one after another in their order, and where each ends.
    private let names: [UInt8]
    private let nameEnds: [Int]
    private let lists: [UInt8]
    private let listEnds: [Int]
    private let places: WordTable<Int>
    /// Words that are like none of the index: what customers say is mostly the same words.
    private let unlike = WordCache()

    /// The sums over the index.
    public let sums: IndexSums

    /// Reads an index; nil for one that is too large to be kept.
    ///
    /// - Throws: what the reader throws.
    public init?(of index: any IndexReader, maximumBytes: Int) throws {
        var names: [UInt8] = []
        var nameEnds: [Int] = []
        var lists: [UInt8] = []
        var listEnds: [Int] = []
        try index.walk(from: []) { name in
            for index in name.indices { names.append(name[index]) }
            nameEnds.append(names.count)
            return names.count > maximumBytes ? .end : .next
        }
        var places: [WordHash: Int] = [:]
        var start = 0
        for (place, end) in nameEnds.enumerated() {
            guard names.count + lists.count <= maximumBytes else { return nil }
            let name = names[start..<end]
            places[Hashing.of(name)] = place
            try index.list(of: String(decoding: name, as: UTF8.self)) { bytes in
                for index in bytes.indices { lists.append(bytes[index]) }
            }
            listEnds.append(lists.count)
            start = end
        }
        guard names.count + lists.count <= maximumBytes, places.count == nameEnds.count else {
            return nil
        }
        sums = try index.sums()
        self.names = names
        self.nameEnds = nameEnds
        self.lists = lists
        self.listEnds = listEnds
        self.places = WordTable(places)
    }

    /// Calls `body` with the bytes of a term's list; nil when no document has the term.
    public func list<Result>(
        of term: String,
        _ body: (Span<UInt8>) throws -> Result
    ) rethrows -> Result? {
        guard let place = places[WordCache.key(term)] else { return nil }
        let start = place == 0 ? 0 : listEnds[place - 1]
        let lists = lists
        let bytes = lists.span
        return try body(bytes.extracting(start..<listEnds[place]))
    }

    /// Whether it is known that no word of the index begins with a term or is spelled like it.
    public func isUnlike(_ term: String) -> Bool { unlike[WordCache.key(term)] != nil }

    /// Takes note that none does; whether so short a term begins a word depends on the query.
    public func rememberUnlike(_ term: String) {
        if term.utf8.count > 2 { unlike[WordCache.key(term)] = 1 }
    }

    /// Calls `body` with the names of lists in their order, from one on, until it ends the walk.
    public func walk(from term: [UInt8], _ body: (Span<UInt8>) throws -> WalkStep) rethrows {
        let names = names
        let bytes = names.span
        var place = place(notBefore: term)
        while place < nameEnds.count {
            switch try body(bytes.extracting(name(place))) {
            case .next: place += 1
            case .skip(let to): place = self.place(notBefore: to)
            case .end: return
            }
        }
    }

    private func name(_ place: Int) -> Range<Int> {
        (place == 0 ? 0 : nameEnds[place - 1])..<nameEnds[place]
    }

    private func place(notBefore bytes: [UInt8]) -> Int {
        var low = 0
        var high = nameEnds.count
        while low < high {
            let middle = low + (high - low) / 2
            if names[name(middle)].lexicographicallyPrecedes(bytes) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
