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
        let mark: PhraseMark
        let atStart: Bool
        let atEnd: Bool
    }

    private let entries: WordTable<[Entry]>

    /// The table without phrases.
    init() { entries = WordTable([:]) }

    init(_ lists: [PhraseList], language: SpokenLanguage) {
        var entries: [WordHash: [Entry]] = [:]
        for list in lists {
            for phrase in list.phrases {
                let tokens = language.tokens(of: phrase).items
                    .filter { !$0.classes.contains(.filler) }
                guard let first = tokens.first else { continue }
                let asWritten = phrase.hasPrefix("=")
                entries[first.stem, default: []].append(
                    Entry(
                        words: tokens.map { asWritten ? $0.word : $0.stem },
                        asWritten: asWritten,
                        mark: list.mark,
                        atStart: phrase.hasPrefix("^"),
                        atEnd: phrase.hasSuffix("$")
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
            for entry in candidates {
                let end = start + entry.words.count
                guard end <= area.upperBound, end > covered || longest > 0,
                    entry.words.count >= longest,
                    !entry.atStart || start == begin,
                    !entry.atEnd || end == area.upperBound,
                    entry.asWritten
                        ? words.items[start..<end].lazy.map(\.word).elementsEqual(entry.words)
                        : words.stems[start..<end].elementsEqual(entry.words)
                else { continue }
                hits.append(PhraseHit(mark: entry.mark, range: start..<end))
                longest = entry.words.count
            }
            covered = max(covered, start + longest)
            if start == begin, let last = hits.last, last.range.lowerBound == start,
                last.mark == .acknowledges || last.mark == .softCorrection
            {
                begin = last.range.upperBound
            }
        }
        return hits
    }
}
