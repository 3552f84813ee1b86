internal import Language
package import Messages

/// Finds what an engineer asked again although the call had answered it: among the questions that the
/// engineer marked, and in the note.
///
/// The engineer's words are compared with names, values and keys of the facts that the handoff has, by
/// their stems and their meaning. A sentence of the note counts only when it says that the engineer
/// asked: a note that merely speaks of the router is no question.
package struct RediagnosisFinder {
    /// How much of a fact's name must stand in the engineer's words: the larger part.
    private static let leastCoverage: Float = 0.6
    /// From which similarity two words mean the same: below it, the vectors' neighbours are words of
    /// the same field, such as "router" and "modem".
    private static let leastSimilarity: Float = 0.7

    /// Those that the call did not have are among them: words that fit one of these ask for that.
    private let facts: [KnownFact]
    private let language: SpokenLanguage
    /// In how many facts a stem stands: what stands in many tells them apart little.
    private let spread: [ContentWords.Word: Int]

    /// Prepares for what is said of a handoff.
    package init(_ record: HandoffRecord) {
        let language = SpokenLanguage.of(record.call?.language ?? "")
        facts = record.facts.map { KnownFact($0, language) }
        self.language = language
        var spread: [ContentWords.Word: Int] = [:]
        for fact in facts {
            for word in Set(fact.names.joined()) { spread[word, default: 0] += 1 }
        }
        self.spread = spread
    }

    /// What was asked again, each fact once, those that were marked first.
    package func find(in rating: Rating) -> [Rediagnosis] {
        var found: [Rediagnosis] = []
        func add(_ matches: [KnownFact], _ words: String, marked: Bool) {
            for fact in matches.map(\.fact)
            where !fact.value.isEmpty && !found.contains(where: { $0.fact == fact.key }) {
                found.append(
                    Rediagnosis(
                        fact: fact.key,
                        label: fact.label,
                        value: fact.value,
                        turn: fact.provenance?.turn ?? 0,
                        quote: fact.provenance?.quote ?? "",
                        seenIn: words,
                        marked: marked
                    )
                )
            }
        }
        var budget = Limits.matchedWords
        func within(_ words: [ContentWords.Word]) -> [ContentWords.Word] {
            let words = Array(words.prefix(budget))
            budget -= words.count
            return words
        }
        for entry in rating.askedAgain {
            let named = facts.filter { $0.fact.key == entry || $0.fact.label == entry }
            let words = ContentWords(entry, language: language).words
            add(named.isEmpty ? matches(within(words)) : named, entry, marked: true)
        }
        for sentence in Self.sentences(of: rating.note) {
            guard let words = language.askedThings(in: sentence) else { continue }
            add(matches(within(words)), sentence, marked: false)
        }
        return found
    }

    /// The facts that some words speak of; each word speaks of one.
    private func matches(_ words: [ContentWords.Word]) -> [KnownFact] {
        var left = words
        var found: [KnownFact] = []
        while found.count < Limits.matchedFacts, let best = best(left) {
            found.append(best.fact)
            left.removeAll { best.spent.contains($0) }
        }
        return found
    }

    private func best(_ words: [ContentWords.Word]) -> (
        fact: KnownFact, spent: [ContentWords.Word]
    )? {
        var best: (fact: KnownFact, evidence: Float, spent: [ContentWords.Word])?
        for fact in facts {
            for name in fact.names + [fact.quote] {
                let match = match(name, words)
                guard match.coverage >= Self.leastCoverage, match.evidence > best?.evidence ?? 0
                else { continue }
                best = (fact, match.evidence, match.spent)
            }
        }
        return best.map { ($0.fact, $0.spent) }
    }

    /// How much of a name some words say, and what that weighs.
    private func match(
        _ name: [ContentWords.Word],
        _ words: [ContentWords.Word]
    ) -> (coverage: Float, evidence: Float, spent: [ContentWords.Word]) {
        var evidence: Float = 0
        var whole: Float = 0
        var spent: [ContentWords.Word] = []
        for part in name {
            let weight = 1 / Float(spread[part] ?? 1)
            whole += weight
            let nearest = words.map { ($0, part.similarity(to: $0)) }.max { $0.1 < $1.1 }
            guard let nearest, nearest.1 >= Self.leastSimilarity else { continue }
            evidence += weight * nearest.1
            spent.append(nearest.0)
        }
        return (whole > 0 ? evidence / whole : 0, evidence, spent)
    }

    /// The note's sentences; a point inside of a word, as in 4.2.1, ends none.
    private static func sentences(of note: String) -> [String] {
        var sentences: [String] = []
        var sentence = ""
        for (index, character) in zip(note.indices, note) {
            let next = note.index(after: index)
            let endsWord = next == note.endIndex || note[next].isWhitespace
            if character.isNewline || character == ";"
                || endsWord && [".", "!", "?"].contains(character)
            {
                sentences.append(sentence)
                sentence = ""
            } else if !sentence.isEmpty || !character.isWhitespace {
                sentence.append(character)
            }
        }
        return (sentences + [sentence]).filter { !$0.isEmpty }
    }
}

/// A fact that the call had, and the ways in which people name it.
private struct KnownFact {
    let fact: TreeFact
    /// Its label, its key without the section and, where it is its own, its value, as words.
    let names: [[ContentWords.Word]]
    /// What the customer said, as words; empty where it is too little to be known again.
    let quote: [ContentWords.Word]

    init(_ fact: TreeFact, _ language: SpokenLanguage) {
        self.fact = fact
        let key = fact.key.drop { $0 != "." }.map { $0.isLetter || $0.isNumber ? $0 : " " }
        var texts = [fact.label, String(key)]
        switch fact.kind {
        case .entity, .text, .version, .number, .unspecified: texts.append(fact.value)
        case .choice, .yesNo, .duration, .frequency, .date, .windows, .check, .fix:
            // "working", "open" or "yes" may be said of anything.
            break
        }
        names = texts.map { text in
            ContentWords(text, language: language).words
        }.filter { !$0.isEmpty }
        let said = ContentWords(fact.provenance?.quote ?? "", language: language).words
        quote = said.count < 2 ? [] : said
    }
}
