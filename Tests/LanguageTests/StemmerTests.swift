import Testing

@testable import Language

@Suite struct StemmerTests {
    /// From the vocabularies that Snowball publishes with its algorithms.
    @Test(
        arguments: [
            ("consistently", "consist"), ("consolingly", "consol"), ("knightly", "knight"),
            ("generously", "generous"), ("skies", "sky"), ("dying", "die"), ("news", "news"),
            ("hopping", "hop"), ("hoping", "hope"), ("organisation", "organis"), ("a", "a"),
            ("", ""),
        ]
    )
    func `an English word gets another stem than Snowball's`(word: String, stem: String) {
        #expect(Self.stem(word, by: .english) == stem)
    }

    @Test(
        arguments: [
            ("aufeinanderfolgenden", "aufeinanderfolg"), ("kategorische", "kategor"),
            ("häuser", "haus"), ("größe", "gross"), ("verbindungen", "verbind"),
        ]
    )
    func `a German word gets another stem than Snowball's`(word: String, stem: String) {
        #expect(Self.stem(word, by: .german) == stem)
    }

    @Test func `a word at the limit breaks the stemmer, or what stands before it`() {
        for count in [63, 64, 65, 300] {
            let word = "a" + String(repeating: "x", count: count - 4) + "ing"
            let stem = count > 64 ? word : String(word.dropLast(3))
            #expect(Self.stem(word, by: .english) == stem)
        }
        var bytes = Array("running printers".utf8)
        Stemmer.english.stem(&bytes, from: 8)
        #expect(bytes == Array("running printer".utf8))
    }

    @Test func `threads share a stemmer's buffer`() async {
        let words = ["printers", "connections", "running", "configured"]
        let stems = ["printer", "connect", "run", "configur"]
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<500).allSatisfy { _ in
                        words.map { Self.stem($0, by: .english) } == stems
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    private static func stem(_ word: String, by stemmer: Stemmer) -> String {
        var bytes = Array(word.utf8)
        stemmer.stem(&bytes, from: 0)
        return String(decoding: bytes, as: UTF8.self)
    }
}

@Suite struct StemCollisionTests {
    private func marks(_ says: String) -> [PhraseMark] {
        let words = Words(Fixture.english.tokens(of: says))
        return Fixture.english.phrases.hits(in: words, area: words.all).map(\.mark)
    }

    @Test func `words of one stem are taken for each other where they say something else`() {
        #expect(marks("correct") == [.agrees])
        #expect(marks("correction") == [.correction])
        #expect(marks("it connected") == [.works])
        #expect(marks("the connection") == [])
        #expect(marks("possibly") == [.unsure])
        #expect(marks("possible") == [])
    }

    @Test func `a word of grammar is taken for a time`() {
        let meaning = Fixture.english.times.meaning(of:)
        #expect(meaning(Fixture.english.tokens(of: "even").items[0].stem) == nil)
        #expect(meaning(Fixture.english.tokens(of: "evenings").items[0].stem) == .parts(.evening))
        #expect(meaning(Fixture.english.tokens(of: "severe").items[0].stem) == nil)
    }
}
