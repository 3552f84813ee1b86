/// Takes words apart that a language writes as one: "dreiundsiebzig" is "drei und siebzig", "dreimal" is "drei mal",
/// "montagnachmittag" is "montag nachmittag"; and digits with what they count: "5pm" is "5 pm".
struct JoinedWords: Sendable {
    /// The longest word that is taken apart, in bytes.
    private static let maximumBytes = 60

    private let parts: Set<WordHash>
    private let known: Set<WordHash>
    /// Days of the week with a part of the day, and how many bytes the day has.
    private let days: [WordHash: Int]
    /// What may stand behind digits in the same word.
    private let afterDigits: Set<WordHash>

    /// - Parameter infos: What the pack says of its words; those that it knows stay whole.
    init(_ numbers: NumberWords, times: TimeWords, infos: [WordHash: WordInfo]) {
        afterDigits = Set(
            numbers.afterDigits.split(whereSeparator: \.isWhitespace).map { Hashing.of($0.utf8) }
        )
        guard numbers.joinsUnitsFirst else {
            (parts, known, days) = ([], [], [:])
            return
        }
        parts = Set(infos.filter { $0.value.number != nil }.keys)
        known = Set(infos.keys)
        days = Self.days(times)
    }

    private static func days(_ times: TimeWords) -> [WordHash: Int] {
        var names: [Substring] = []
        var parts: [Substring] = []
        for (words, meaning) in times.words + times.afterWeekday {
            switch meaning {
            case .weekday: names += words.split(separator: " ")
            case .part, .parts: parts += words.split(separator: " ")
            default: break
            }
        }
        var days: [WordHash: Int] = [:]
        for name in names {
            for part in parts { days[Hashing.of((name + part).utf8)] = name.utf8.count }
        }
        return days
    }

    /// The words, with those taken apart that are made of numbers only, or of a day and its part.
    func split(_ words: [ScannedWord], bytes: [UInt8]) -> [ScannedWord] {
        let words = splitDigits(words, bytes: bytes)
        guard !parts.isEmpty, words.contains(where: { !known.contains($0.hash) }) else {
            return words
        }
        return words.flatMap { word -> [ScannedWord] in
            guard !known.contains(word.hash), word.text.count <= Self.maximumBytes,
                let ends = days[word.hash].map({
                    [word.text.lowerBound + $0, word.text.upperBound]
                })
                    ?? ends(of: word.text, in: bytes)
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
            guard parts.contains(hash) else { continue }
            if isLast { return [index + 1] }
            candidates.append(index + 1)
        }
        // The longest first part that leaves numbers.
        for end in candidates.reversed() {
            if let rest = ends(of: end..<text.upperBound, in: bytes) { return [end] + rest }
        }
        return nil
    }
}
