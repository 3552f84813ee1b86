import Testing

@testable import Language

@Suite struct WordVectorTests {
    private func similarity(_ left: String, _ right: String) throws -> Float {
        let rows = try [left, right].map { try #require(WordVectors.row(of: Hashing.of($0.utf8))) }
        return WordVectors.similarity(rows[0], rows[1])
    }

    @Test func `words of one meaning are far apart, or of two near`() throws {
        for (word, near, far) in [
            ("busted", "broken", "router"), ("flicker", "flickering", "refund"),
            ("router", "wifi", "brake"), ("reboot", "restart", "tight"),
        ] {
            let similar = try similarity(word, near)
            #expect(try similar > similarity(word, far) + 0.3, "\(word)")
            #expect(try abs(similarity(word, word) - 1) < 0.02)
        }
    }

    @Test func `words of every sentence tell as much as those of few`() throws {
        func telling(_ word: String) throws -> Float {
            WordVectors.telling(try #require(WordVectors.row(of: Hashing.of(word.utf8))))
        }
        for word in ["the", "is", "my", "i"] {
            #expect(try telling(word) < 0.9, "\(word)")
        }
        for word in ["refund", "mattress", "delivery", "router"] {
            #expect(try telling(word) > 0.95, "\(word)")
        }
    }

    @Test func `a word that the table does not have gets a row`() {
        #expect(WordVectors.row(of: Hashing.of("xqzzyq".utf8)) == nil)
        #expect(WordVectors.row(of: 0) == nil)
        #expect(WordVectors.row(of: .max) == nil)
    }
}
