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
        let mark: PhraseMark
        let atStart: Bool
        let atEnd: Bool
    }

    private let entries: [WordHash: [Entry]]

    /// The table without phrases.
    init() { entries = [:] }

    init(_ lists: [PhraseList], language: SpokenLanguage) {
        var entries: [WordHash: [Entry]] = [:]
        for list in lists {
            for phrase in list.phrases {
                let words = language.tokens(of: phrase).items
                    .filter { !$0.classes.contains(.filler) }
                    .map(\.stem)
                guard let first = words.first else { continue }
                entries[first, default: []].append(
                    Entry(
                        words: words,
                        mark: list.mark,
                        atStart: phrase.hasPrefix("^"),
                        atEnd: phrase.hasSuffix("$")
                    )
                )
            }
        }
        self.entries = entries.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    /// The phrases that stand in a row of words; one inside a longer one is left out.
    func hits(in words: ArraySlice<WordHash>) -> [PhraseHit] {
        var hits: [PhraseHit] = []
        var covered = words.startIndex
        for start in words.indices {
            guard let candidates = entries[words[start]] else { continue }
            var longest = 0
            for entry in candidates {
                let end = start + entry.words.count
                guard end <= words.endIndex, end > covered || longest > 0,
                    entry.words.count >= longest,
                    !entry.atStart || start == words.startIndex,
                    !entry.atEnd || end == words.endIndex,
                    words[start..<end].elementsEqual(entry.words)
                else { continue }
                hits.append(PhraseHit(mark: entry.mark, range: start..<end))
                longest = entry.words.count
            }
            covered = max(covered, start + longest)
        }
        return hits
    }
}
