/// A phrase of the pack that stands in an utterance.
struct PhraseHit {
    /// What it says.
    var mark: PhraseMark
    /// Where it stands among the words.
    var range: Range<Int>
}

/// The phrases of a language by their first word.
struct PhraseTable: Sendable {
    private struct Entry: Sendable {
        let words: [WordHash]
        /// Whether the words are those that are written, and not stems.
        let asWritten: Bool
        /// Words of the phrase that mean nothing by themselves, and before which other word each stands: "just a minute".
        let fillers: [(place: Int, word: WordHash)]
        let mark: PhraseMark
        let atStart: Bool
        let atEnd: Bool

        /// The stem after the first; nil where there is none.
        let second: WordHash?

        /// False when it is certain that the phrase does not stand among some words: most begin with words that are said all
        /// the time.
        func mayStand(among words: Words) -> Bool { second.map(words.bits.mayContain) ?? true }

        /// How many words may stand within a phrase without being one of its own.
        private static let maximumParticles = 3

        /// Where the phrase ends that begins at a word; nil when it does not stand there.
        func end(from start: Int, in words: Words, _ area: Range<Int>) -> Int? {
            func isNext(_ place: Int, _ index: Int) -> Bool {
                (asWritten ? words.items[index].word : words.stems[index]) == self.words[place]
            }
            func hasFillers(_ place: Int, _ index: Int) -> Bool {
                fillers.allSatisfy { filler in
                    filler.place != place || words.hasFiller(filler.word, before: index)
                }
            }
            var index = start
            var particles = 0
            for place in self.words.indices {
                while index < area.upperBound, !isNext(place, index), index > start,
                    words.items[index].classes.contains(.particle),
                    particles < Self.maximumParticles
                {
                    index += 1
                    particles += 1
                }
                guard index < area.upperBound, isNext(place, index), hasFillers(place, index) else {
                    return nil
                }
                index += 1
            }
            return hasFillers(self.words.count, index) ? index : nil
        }
    }

    private let entries: WordTable<[Entry]>

    /// The table without phrases.
    init() { entries = WordTable([:]) }

    init(_ lists: [PhraseList], language: SpokenLanguage) {
        var entries: [WordHash: [Entry]] = [:]
        for list in lists {
            for phrase in list.phrases {
                var tokens: [Token] = []
                var fillers: [(place: Int, word: WordHash)] = []
                for token in language.tokens(of: phrase).items {
                    if token.classes.contains(.filler) {
                        fillers.append((tokens.count, token.word))
                    } else {
                        tokens.append(token)
                    }
                }
                guard let first = tokens.first else { continue }
                let asWritten = phrase.contains("=")
                entries[first.stem, default: []].append(
                    Entry(
                        words: tokens.map { asWritten ? $0.word : $0.stem },
                        asWritten: asWritten,
                        fillers: fillers,
                        mark: list.mark,
                        atStart: phrase.hasPrefix("^"),
                        atEnd: phrase.hasSuffix("$"),
                        second: tokens.count < 2 ? nil : tokens[1].stem
                    )
                )
            }
        }
        self.entries = WordTable(
            entries.mapValues { $0.sorted { $0.words.count > $1.words.count } }
        )
    }

    /// The phrases that stand in a part of the words; one inside a longer one is left out.
    func hits(in words: Words, area: Range<Int>) -> [PhraseHit] {
        var hits: [PhraseHit] = []
        var covered = area.lowerBound
        // "okay no" and "sorry what" begin after the word that only leads to them.
        var begin = area.lowerBound
        for start in area {
            guard let candidates = entries[words.stems[start]] else { continue }
            var longest = 0
            var furthest = start
            for place in candidates.indices where candidates[place].mayStand(among: words) {
                let (mark, count) = (candidates[place].mark, candidates[place].words.count)
                guard count >= longest,
                    !candidates[place].atStart || start == begin
                        || mark == .no && count == 1 && words.isInterjected(start),
                    let end = candidates[place].end(from: start, in: words, area),
                    end > covered || longest > 0,
                    !candidates[place].atEnd || end == area.upperBound
                else { continue }
                hits.append(PhraseHit(mark: mark, range: start..<end))
                longest = count
                furthest = max(furthest, end)
            }
            covered = max(covered, furthest)
            if start == begin, let last = hits.last, last.range.lowerBound == start,
                last.mark == .acknowledges || last.mark == .softCorrection
            {
                begin = last.range.upperBound
            }
        }
        return hits
    }
}
