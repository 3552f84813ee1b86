import Messages
import Testing

@testable import Language

@Suite struct KeptIndexTests {
    private static let english = SpokenLanguage.of("en-US")

    private static let openings = [
        "my internet is down", "the vpn won't connect since yesterday", "i forgot my pasword",
        "intrenet", "con", "the printer jams when i print in color", "", "zzz",
    ]

    private func makeIndex() throws -> TableIndex {
        let index = TableIndex()
        try index.replace(
            [
                "the internet is down and no page loads", "the vpn does not connect",
                "i forgot my password and cannot sign in", "the internet connection is slow",
            ].enumerated().map { number, symptom in
                let id = "tree-\(number)"
                index.symptoms[id] = [symptom]
                let texts = [IndexText(.symptoms, symptom)]
                return (nil, IndexEntry(id: id, language: "en-US", texts: texts))
            }
        )
        return index
    }

    /// The index with its lists in memory, and its documents where they were.
    private struct KeptReader: RoutingReader {
        let kept: KeptIndex
        let base: TableIndex

        func list<Result>(
            of term: String,
            _ body: (Span<UInt8>) throws -> Result
        ) throws -> Result? {
            try kept.list(of: term, body)
        }

        func walk(from term: [UInt8], _ body: (Span<UInt8>) throws -> WalkStep) throws {
            try kept.walk(from: term, body)
        }

        func document(_ number: UInt32) throws -> IndexedDocument { try base.document(number) }
        func sums() throws -> IndexSums { kept.sums }
        func isUnlike(_ term: String) -> Bool { kept.isUnlike(term) }
        func rememberUnlike(_ term: String) { kept.rememberUnlike(term) }

        func symptoms(ofTree id: String) throws -> SymptomTerms? {
            try base.symptoms(ofTree: id)
        }
    }

    @Test func `an index that is kept finds other trees than the one it was read from`() throws {
        let base = try makeIndex()
        let kept = KeptReader(
            kept: try #require(try KeptIndex(of: base, maximumBytes: 1 << 16)),
            base: base
        )
        // Twice: what is remembered of the first time must not change the second.
        for opening in Self.openings + Self.openings {
            let read = SpokenOpening(opening, language: Self.english)
            let expected = try RoutingQuery(read, in: base)
            let found = try RoutingQuery(read, in: kept)
            #expect(found.trees == expected.trees, "\(opening)")
            #expect(found.terms.map(\.count) == expected.terms.map(\.count), "\(opening)")
        }
    }

    @Test func `a walk over a kept index leaves a name out`() throws {
        let base = try makeIndex()
        let kept = try #require(try KeptIndex(of: base, maximumBytes: 1 << 16))
        let names = base.lists.keys.map { Array($0.utf8) }
            .sorted { $0.lexicographicallyPrecedes($1) }
        for start in names + [[], [0], [0x63], [0xff]] {
            var found: [[UInt8]] = []
            kept.walk(from: start) { name in
                found.append(name.array)
                return .next
            }
            #expect(found == names.filter { !$0.lexicographicallyPrecedes(start) })
        }
        var skipped: [[UInt8]] = []
        kept.walk(from: []) { name in
            skipped.append(name.array)
            return skipped.count == 1 ? .skip(to: names[5]) : .end
        }
        #expect(skipped == [names[0], names[5]])
    }

    @Test func `an index that is too large is kept`() throws {
        #expect(try KeptIndex(of: makeIndex(), maximumBytes: 64) == nil)
    }

    @Test func `of two words that meet in one place of a cache, one is taken for the other`() {
        let cache = WordCache()
        let first: UInt64 = 0x1234_5678_9abc_def1
        let second = first &+ 1 << 40
        #expect(cache[first] == nil)
        cache[first] = 7
        #expect(cache[first] == 7)
        #expect(cache[second] == nil)
        cache[second] = 8
        #expect(cache[second] == 8)
        #expect(cache[first] == nil)
    }
}
