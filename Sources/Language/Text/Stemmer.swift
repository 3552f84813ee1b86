internal import CStemmer

/// Cuts endings off words so that their forms compare equal, by Snowball's rules for a language.
struct Stemmer: Sendable {
    private let language: UInt32

    /// Porter's second stemmer: "printers" and "printing" are "printer" and "print".
    static let english = Stemmer(language: UInt32(baton_stemmer_english))
    /// "Verbindungen" is "verbind".
    static let german = Stemmer(language: UInt32(baton_stemmer_german))

    /// The longest word that is stemmed, in bytes; a longer one stays as it is.
    static let maximumBytes = Int(baton_stemmer_maximum_bytes)

    /// Cuts the ending off the lower-case word that stands from an index to the end.
    func stem(_ bytes: inout [UInt8], from start: Int) {
        if language == baton_stemmer_english, isAcronym(bytes[start...]) { bytes.removeLast() }
        let count = bytes.count - start
        guard count <= Self.maximumBytes else { return }
        var parts = InlineArray<8, UInt64>(repeating: 0)
        for offset in 0..<count {
            parts[offset >> 3] |= UInt64(bytes[start + offset]) << UInt64(8 * (offset & 7))
        }
        let stem = baton_stem(language, Self.word(parts, count: count))
        parts = Self.parts(of: stem)
        let length = Int(stem.length)
        for offset in 0..<length {
            bytes[start + offset] = UInt8(
                truncatingIfNeeded: parts[offset >> 3] >> UInt64(8 * (offset & 7))
            )
        }
        bytes.removeLast(count - length)
    }

    /// Whether a word is an acronym with an "s", which the stemmer leaves: "vpns", as "the vpn's down" is written.
    private func isAcronym(_ word: ArraySlice<UInt8>) -> Bool {
        word.count >= Self.leastBytesOfAcronym && word.last == UInt8(ascii: "s")
            && !word.contains { "aeiouy".utf8.contains($0) || $0 >= 0x80 }
    }

    private static let leastBytesOfAcronym = 4

    private static func word(_ parts: InlineArray<8, UInt64>, count: Int) -> baton_stemmer_word {
        baton_stemmer_word(
            parts: (
                parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]
            ),
            length: UInt32(count)
        )
    }

    private static func parts(of word: baton_stemmer_word) -> InlineArray<8, UInt64> {
        let parts = word.parts
        return [
            parts.0, parts.1, parts.2, parts.3, parts.4, parts.5, parts.6, parts.7,
        ]
    }
}
