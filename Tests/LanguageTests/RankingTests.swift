import Messages
import TestSupport
import Testing

@testable import Language

/// Compares the index with a scorer that reads every document, written from the formula alone.
@Suite struct RankingTests {
    private struct Text {
        var title: [Int]
        var symptoms: [Int]
        var body: [Int]
        var product: Int
    }

    private static func word(_ number: Int) -> String { "w\(number)q" }
    private static func text(_ words: [Int]) -> String {
        words.map(word).joined(separator: " ")
    }

    /// A word of 400, the lower ones far more often.
    private static func pick(_ random: inout SeededGenerator) -> Int {
        let first = Int.random(in: 1...400, using: &random)
        return Int.random(in: 0..<first, using: &random) * Int.random(in: 0..<first, using: &random)
            / 400
    }

    private static func text(_ random: inout SeededGenerator) -> Text {
        func words(_ range: ClosedRange<Int>) -> [Int] {
            (0..<Int.random(in: range, using: &random)).map { _ in pick(&random) }
        }
        return Text(
            title: words(1...8),
            symptoms: words(0...20),
            body: words(5...300),
            product: Int.random(in: 0..<3, using: &random)
        )
    }

    private static func entry(_ text: Text, _ number: Int) -> IndexEntry {
        IndexEntry(
            id: "d\(number)",
            language: "en-US",
            products: ["p\(text.product)"],
            texts: [
                IndexText(.title, self.text(text.title)),
                IndexText(.symptoms, self.text(text.symptoms)),
                IndexText(.body, self.text(text.body)),
            ]
        )
    }

    /// Length as it counts: above eight in steps of an eighth of its power of two.
    private static func counted(_ length: Int) -> Double {
        var step = 1
        while length / step >= 16 { step *= 2 }
        return Double(length / step * step)
    }

    private static func frequency(_ term: [Int], _ text: Text) -> Double {
        func part(
            _ words: [Int],
            _ weight: Double,
            _ share: Double,
            _ usual: Double,
            first: Int = .max
        ) -> Double {
            let places = words.prefix(first)
            let times = places.indices.count { places[$0...].starts(with: term) }
            return weight * Double(times) / (1 - share + share * counted(words.count) / usual)
        }
        return part(text.title, 5, 0.75, 6) + part(text.symptoms, 4, 0.75, 13)
            + part(text.body, 2, 0.85, 400, first: term.count == 2 ? 64 : .max)
    }

    /// Scores in whole numbers: impacts of 255 parts, weights of 256.
    private static func scores(_ query: [Int], _ texts: [Text]) -> [Int] {
        let rows = zip(query, query.dropFirst()).map { [$0, $1] }
        let terms = Set(query.map { [$0] }).map { ($0, 1.0) } + Set(rows).map { ($0, 0.25) }
        var scores = [Int](repeating: 0, count: texts.count)
        for (term, factor) in terms {
            let frequencies = texts.map { frequency(term, $0) }
            let count = Double(frequencies.count { $0 > 0 })
            let rarity = Logarithm.natural(1 + (Double(texts.count) - count + 0.5) / (count + 0.5))
            let weight = max(1, Int((rarity * factor * 256).rounded()))
            for (index, frequency) in frequencies.enumerated() where frequency > 0 {
                let impact = max(1, Int((frequency / (1.2 + frequency) * 255).rounded()))
                scores[index] += weight * impact
            }
        }
        return scores
    }

    @Test(arguments: [1, 2, 3]) func `the best are not those of scoring every document`(
        round: UInt64
    ) throws {
        let seed = round &* 7_919 &+ UInt64.random(in: 0..<1_000_000)
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        let texts = (0..<400).map { _ in Self.text(&random) }
        let index = TableIndex()
        try index.replace(texts.enumerated().map { (nil, Self.entry($1, $0)) })
        for _ in 0..<12 {
            let length = Int.random(in: 1...14, using: &random)
            // Words that some document has: others are guessed at.
            let query: [Int] = (0..<length).map { _ in texts[Self.pick(&random)].body[0] }
            let maximums: [Int] = [1, 3, 10, 100]
            let maximum: Int = maximums.randomElement(using: &random) ?? 1
            let product: Int? =
                Bool.random(using: &random) ? Int.random(in: 0..<3, using: &random) : nil
            // The last word of a short query may be the beginning of another; none here is.
            let products: [String] = product.map { ["p\($0)"] } ?? []
            let filter = IndexFilter(language: "en", products: products)
            let hits: [IndexHit] = try TextIndex.search(
                Self.text(query),
                language: SpokenLanguage.of("en-US"),
                in: index,
                maximum: maximum,
                filter: filter
            )
            var expected: [(number: Int, score: Int)] = []
            for (number, score) in Self.scores(query, texts).enumerated() where score > 0 {
                guard product == nil || texts[number].product == product else { continue }
                expected.append((number, score))
            }
            expected.sort { ($1.score, $0.number) < ($0.score, $1.number) }
            expected.removeLast(max(0, expected.count - maximum))
            #expect(hits.map { Int($0.number) } == expected.map(\.number), "\(query)")
            let unit = 256.0 * 255 / 2.2
            #expect(hits.map { Int(($0.score * unit).rounded()) } == expected.map(\.score))
        }
    }
}

@Suite struct PostingListTests {
    @Test(arguments: [1, 127, 128, 129, 256, 257, 1_000])
    func `a list is read otherwise than it was written`(count: Int) throws {
        var postings: [Posting] = []
        for number in 0..<UInt32(count) {
            let impact = UInt8(number % 255 + 1)
            postings.append(Posting(document: number * number * 3 + 5, impact: impact))
        }
        let bytes = PostingList.encoded(postings)
        #expect(try PostingList.all(bytes.span) == postings)
        let list = try PostingList(bytes.span)
        #expect(list.count == count)
        #expect(list.maximum == postings.map(\.impact).max())
        var start = 0
        for number in 0..<list.blocks {
            let block = try list.block(number, bytes.span)
            let part = postings[start..<start + block.count]
            #expect(block.maximum == part.map(\.impact).max())
            #expect(count <= 128 || block.last == part.last?.document)
            start += block.count
        }
        #expect(start == count)
    }

    @Test func `damaged postings crash the server`() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        let postings = (0..<400).map { Posting(document: UInt32($0 * 7), impact: 9) }
        let whole = PostingList.encoded(postings)
        #expect(throws: DamagedPostings.self) { try PostingList.all([UInt8]().span) }
        for length in whole.indices {
            #expect(throws: DamagedPostings.self) {
                try PostingList.all(Array(whole[..<length]).span)
            }
        }
        for _ in 0..<500 {
            var bytes = whole
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
                in: .min ... .max,
                using: &random
            )
            // Whatever is read of bytes that no checksum guards, it is not read beyond them.
            _ = try? PostingList.all(bytes.span)
        }
    }
}

@Suite struct NearWordTests {
    /// Edit distance with neighbours changing places, from its definition, by recursion.
    private static func distance(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        guard let a = left.first, let b = right.first else { return max(left.count, right.count) }
        let (restOfLeft, restOfRight) = (left.dropFirst(), right.dropFirst())
        if a == b { return distance(restOfLeft, restOfRight) }
        var best = min(
            distance(restOfLeft, right),
            distance(left, restOfRight),
            distance(restOfLeft, restOfRight)
        )
        if restOfLeft.first == b, restOfRight.first == a {
            best = min(best, distance(restOfLeft.dropFirst(), restOfRight.dropFirst()))
        }
        return best + 1
    }

    @Test(arguments: [1, 2, 3]) func `near words are not those of comparing all`(
        round: UInt64
    ) throws {
        let seed = round &* 7_919 &+ UInt64.random(in: 0..<1_000_000)
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        func word(_ lengths: ClosedRange<Int>) -> String {
            let letters = (0..<Int.random(in: lengths, using: &random)).map { _ in
                UInt8.random(in: 0x61...0x64, using: &random)
            }
            return String(decoding: letters, as: UTF8.self)
        }
        let index = TableIndex()
        for _ in 0..<300 { index.lists[word(3...9)] = [1, 1, 1, 1] }
        index.lists["+ab cd"] = [1, 1, 1, 1]
        for _ in 0..<60 {
            let wanted = word(4...9)
            func near(_ edits: Int, _ sure: Int) -> Set<String> {
                Set(
                    index.lists.keys.filter { name in
                        name.utf8.starts(with: wanted.utf8.prefix(sure))
                            && Self.distance(Array(name.utf8)[...], Array(wanted.utf8)[...])
                                <= edits
                    }
                )
            }
            var expected = near(1, 1)
            if expected.isEmpty, wanted.count >= 8 { expected = near(2, 3) }
            let found = try Spelling.near(wanted, in: index).words
            #expect(Set(found) == expected, "\(wanted)")
            #expect(found.count == expected.count)
        }
    }
}
