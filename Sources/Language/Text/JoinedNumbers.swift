/// Takes numbers apart that a language writes as one word: "dreiundsiebzig" is "drei und siebzig", "dreimal"
/// is "drei mal"; and digits with what they count: "5pm" is "5 pm".
struct JoinedNumbers: Sendable {
    /// The longest word that is taken apart, in bytes.
    private static let maximumBytes = 60

    private let parts: Set<WordHash>
    private let endings: Set<WordHash>
    private let known: Set<WordHash>
    /// What may stand behind digits in the same word.
    private let afterDigits: Set<WordHash>

    /// - Parameter infos: What the pack says of its words; those that it knows stay whole.
    init(_ numbers: NumberWords, infos: [WordHash: WordInfo]) {
        afterDigits = Set(
            numbers.afterDigits.split(whereSeparator: \.isWhitespace).map { Hashing.of($0.utf8) }
        )
        guard numbers.joinsUnitsFirst else {
            (parts, endings, known) = ([], [], [])
            return
        }
        parts = Set(infos.filter { $0.value.number != nil }.keys)
        endings = Set(numbers.joinedEndings.map { Hashing.of($0.utf8) })
        known = Set(infos.keys)
    }

    /// The words, with those taken apart that are made of numbers only.
    func split(_ words: [ScannedWord], bytes: [UInt8]) -> [ScannedWord] {
        let words = splitDigits(words, bytes: bytes)
        guard !parts.isEmpty, words.contains(where: { !known.contains($0.hash) }) else {
            return words
        }
        return words.flatMap { word -> [ScannedWord] in
            guard !known.contains(word.hash), word.text.count <= Self.maximumBytes,
                let ends = ends(of: word.text, in: bytes)
            else { return [word] }
            var start = word.text.lowerBound
            return ends.map { end in
                defer { start = end }
                // A quote of a part is one of the whole word.
                return ScannedWord(
                    text: start..<end,
                    source: word.source,
                    hash: Hashing.of(bytes[start..<end]),
                    endsQuestion: word.endsQuestion && end == word.text.upperBound
                )
            }
        }
    }

    private func splitDigits(_ words: [ScannedWord], bytes: [UInt8]) -> [ScannedWord] {
        func isMixed(_ word: ScannedWord) -> Bool {
            WordScanner.isDigit(bytes[word.text.lowerBound])
                && !WordScanner.isDigit(bytes[word.text.upperBound - 1])
        }
        guard words.contains(where: isMixed) else { return words }
        return words.flatMap { word -> [ScannedWord] in
            guard isMixed(word),
                let end = word.text.first(where: { !WordScanner.isDigit(bytes[$0]) }),
                case let rest = Hashing.of(bytes[end..<word.text.upperBound]),
                afterDigits.contains(rest)
            else { return [word] }
            var (number, unit) = (word, word)
            number.text = word.text.lowerBound..<end
            number.hash = Hashing.of(bytes[number.text])
            number.endsQuestion = false
            unit.text = end..<word.text.upperBound
            unit.hash = rest
            return [number, unit]
        }
    }

    /// Where the parts of a word end; nil when something of it is no number.
    private func ends(of text: Range<Int>, in bytes: [UInt8]) -> [Int]? {
        var hash = Hashing.seed
        var candidates: [Int] = []
        for index in text {
            hash = Hashing.adding(bytes[index], to: hash)
            let isLast = index + 1 == text.upperBound
            if isLast, parts.contains(hash) || endings.contains(hash) { return [index + 1] }
            if parts.contains(hash) { candidates.append(index + 1) }
        }
        // The longest first part that leaves numbers.
        for end in candidates.reversed() {
            if let rest = ends(of: end..<text.upperBound, in: bytes) { return [end] + rest }
        }
        return nil
    }
}
