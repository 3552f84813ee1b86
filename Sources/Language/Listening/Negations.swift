/// The negations of an utterance, and what they deny.
struct Negations {
    let words: Words
    /// Words that are spoken for by phrases whose negation denies nothing else: "no idea".
    var spokenFor: [Range<Int>]

    /// In how many words behind a verb its negation may stand.
    private static let reachBehind = 5

    /// Whether a word is a negation that belongs to no phrase of its own.
    func contains(_ index: Int) -> Bool {
        words.items[index].classes.contains(.negation)
            && !spokenFor.contains { $0.contains(index) }
    }

    /// The first one among some words.
    func first(in range: Range<Int>) -> Int? {
        range.first { contains($0) }
    }

    /// Whether one stands shortly before some words, or behind them where the language puts it there.
    func deny(_ range: Range<Int>, reach: Int) -> Bool {
        standBefore(range, reach: reach) || standBehind(range)
    }

    /// Whether one stands shortly before some words.
    ///
    /// - Parameter first: The first word that counts.
    func standBefore(_ range: Range<Int>, reach: Int, from first: Int = 0) -> Bool {
        let reached = (first..<max(first, range.lowerBound)).suffix(reach)
        for index in reached.reversed() {
            if words.items[index].classes.contains(.boundary) { return false }
            if contains(index) { return true }
        }
        return false
    }

    /// Whether one stands behind some words that hold none, where the language puts it there: "es geht heute nicht".
    func standBehind(_ range: Range<Int>) -> Bool {
        guard !words.language.pack.words.denyBehind.isEmpty,
            !words.items[range].contains(where: { $0.classes.contains(.negation) })
        else { return false }
        for index in range.upperBound..<min(range.upperBound + Self.reachBehind, words.count) {
            if words.items[index].classes.contains(.boundary) || words.meanings[index] == .and {
                return false
            }
            if words.items[index].classes.contains(.negation) { return contains(index) }
        }
        return false
    }
}
