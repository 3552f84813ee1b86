/// A word that carries meaning, as it is compared with others.
struct TellingWord: Sendable {
    let stem: WordHash
    /// Its vector; nil for a word that the table does not have.
    let row: WordVectors.Row?
    /// What it counts beside other words: less when it is said in talk about anything.
    let share: Float
    private let signs: WordVectors.Signs

    init(stem: WordHash, row: WordVectors.Row?, share: Float) {
        self.stem = stem
        self.row = row
        self.share = share
        signs = row.map(WordVectors.signs) ?? WordVectors.Signs()
    }

    /// What a word of everyday talk counts.
    static let shareOfEveryday: Float = 0.7

    /// Cosines below this tell nothing.
    private static let leastCosine: Float = 0.3
    /// What a word of the same meaning counts beside the word itself.
    private static let mostOfOther: Float = 0.8

    /// How alike it is to another word, from 0 to 1.
    func likeness(to other: TellingWord) -> Float {
        if stem == other.stem { return 1 }
        guard let row, let otherRow = other.row, signs.mayBeLike(other.signs) else { return 0 }
        let cosine = WordVectors.similarity(row, otherRow)
        guard cosine > Self.leastCosine else { return 0 }
        return Self.mostOfOther * (cosine - Self.leastCosine) / (1 - Self.leastCosine)
    }

    /// How alike it is to the nearest of some words.
    func likeness(toAny others: some Sequence<TellingWord>) -> Float {
        var best: Float = 0
        for other in others { best = max(best, likeness(to: other)) }
        return best
    }
}

extension TellingWord: Hashable {
    /// Forms of one word may have different vectors.
    static func == (left: TellingWord, right: TellingWord) -> Bool {
        left.stem == right.stem && left.row == right.row && left.share == right.share
    }

    func hash(into hasher: inout Hasher) { hasher.combine(stem) }
}

extension Tokens {
    /// The telling words among some tokens, each once: no words of grammar, no negations, none that only say
    /// that there is an issue.
    func tellingWords(in range: Range<Int>) -> [TellingWord] {
        var words: [TellingWord] = []
        for index in range {
            let token = items[index]
            guard token.classes.isDisjoint(with: [.common, .filler, .negation, .vague]),
                !beginsOther(at: index),
                !words.contains(where: { $0.stem == token.stem })
            else { continue }
            words.append(
                TellingWord(
                    stem: token.stem,
                    row: row(of: token),
                    share: token.classes.contains(.everyday) ? TellingWord.shareOfEveryday : 1
                )
            )
        }
        return words
    }

    /// Whether a word says only that what follows begins: a car that starts to vibrate is none that does not start.
    func beginsOther(at index: Int) -> Bool {
        guard items[index].classes.contains(.beginning), index + 1 < count else { return false }
        let next = items[index + 1]
        let ending = language.pack.words.endingOfBegun.utf8
        return next.classes.contains(.changesTo)
            || (!ending.isEmpty && bytes[next.text].suffix(ending.count).elementsEqual(ending))
    }

    /// Whether something is denied among some tokens.
    func denies(in range: Range<Int>) -> Bool {
        range.contains { items[$0].classes.contains(.negation) }
    }

    /// The vector of a word, or else of what is left of it without its ending.
    private func row(of token: Token) -> WordVectors.Row? {
        guard let forms = language.pack.forms else { return nil }
        if let row = WordVectors.row(of: token.word) { return row }
        let text = bytes[token.text]
        for (ending, replacement) in forms.endings where text.count >= ending.count + 3 {
            guard text.suffix(ending.count).elementsEqual(ending.utf8) else { continue }
            let base = text.dropLast(ending.count)
            let hash = Hashing.of(base)
            if let row = WordVectors.row(
                of: replacement == 0 ? hash : Hashing.adding(replacement, to: hash)
            ) {
                return row
            }
            if replacement == 0, base.count > 3, base.last == base.dropLast().last,
                let row = WordVectors.row(of: Hashing.of(base.dropLast()))
            {
                return row
            }
        }
        return nil
    }

    private static let endsOfSentences = Array(".!?;".utf8)
    private static let comma = Array(",".utf8)

    /// Whether a sentence ends before a word.
    func endsSentence(before index: Int) -> Bool {
        ends(with: Self.endsOfSentences, before: index)
    }

    /// Whether one of some signs stands between a word and the one before it.
    private func ends(with signs: [UInt8], before index: Int) -> Bool {
        guard index > 0 else { return false }
        let start = items[index - 1].source.upperBound
        let bytes = original.utf8Span.span
        for place in start..<max(start, items[index].source.lowerBound)
        where signs.contains(bytes[place]) {
            return true
        }
        return false
    }

    /// The sentences, and their parts where a sentence has several, as ranges of tokens.
    func clauses() -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var sentence = 0
        var part = 0
        var parts: [Range<Int>] = []
        func endPart(_ end: Int) {
            if end > part { parts.append(part..<end) }
            part = end
        }
        func endSentence(_ end: Int) {
            endPart(end)
            if end > sentence { clauses.append(sentence..<end) }
            if parts.count > 1 { clauses += parts }
            parts = []
            sentence = end
        }
        for index in items.indices {
            if endsSentence(before: index) {
                endSentence(index)
            } else if ends(with: Self.comma, before: index) {
                endPart(index)
            }
            let isJoint =
                items[index].classes.contains(.boundary)
                || language.times.meaning(of: items[index].stem) == .and
            if isJoint { endPart(index) }
        }
        endSentence(items.count)
        return clauses
    }
}
