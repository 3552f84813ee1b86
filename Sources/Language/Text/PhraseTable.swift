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

    /// Where the phrases stand that begin with a word.
    private let places: WordTable<Range<Int>>
    private let entries: [Entry]
    /// The second stem of each, or its only one: most phrases begin with words that are said all the time, and by their second
    /// it is seen that they were not said.
    private let seconds: [WordHash]

    /// The table without phrases.
    init() {
        places = WordTable([:])
        entries = []
        seconds = []
    }

    init(_ lists: [PhraseList], language: SpokenLanguage) {
        var phrases: [WordHash: [(entry: Entry, second: WordHash)]] = [:]
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
                let entry = Entry(
                    words: tokens.map { asWritten ? $0.word : $0.stem },
                    asWritten: asWritten,
                    fillers: fillers,
                    mark: list.mark,
                    atStart: phrase.hasPrefix("^"),
                    atEnd: phrase.hasSuffix("$")
                )
                phrases[first.stem, default: []].append(
                    (entry, tokens[tokens.count < 2 ? 0 : 1].stem)
                )
            }
        }
        var places: [WordHash: Range<Int>] = [:]
        var entries: [Entry] = []
        var seconds: [WordHash] = []
        for (first, list) in phrases {
            let longestFirst = list.sorted { $0.entry.words.count > $1.entry.words.count }
            places[first] = entries.count..<entries.count + list.count
            entries += longestFirst.map(\.entry)
            seconds += longestFirst.map(\.second)
        }
        self.places = WordTable(places)
        self.entries = entries
        self.seconds = seconds
    }

    /// The phrases that stand in a part of the words; one inside a longer one is left out.
    func hits(in words: Words, area: Range<Int>) -> [PhraseHit] {
        var hits: [PhraseHit] = []
        var covered = area.lowerBound
        // "okay no" and "sorry what" begin after the word that only leads to them.
        var begin = area.lowerBound
        for start in area {
            guard let candidates = places[words.stems[start]] else { continue }
            var longest = 0
            var furthest = start
            for place in candidates where words.bits.mayContain(seconds[place]) {
                let (mark, count) = (entries[place].mark, entries[place].words.count)
                guard count >= longest,
                    !entries[place].atStart || start == begin
                        || mark == .no && count == 1 && words.isInterjected(start),
                    let end = entries[place].end(from: start, in: words, area),
                    end > covered || longest > 0,
                    !entries[place].atEnd || end == area.upperBound
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
