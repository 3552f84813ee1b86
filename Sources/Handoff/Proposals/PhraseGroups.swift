internal import Foundation
internal import Language

/// How alike phrases are in meaning: by the words that tell something, each weighed by how rare it is in a
/// body of texts, with words of like meaning counting in part.
final class PhraseMeanings {
    /// A phrase as its telling words, each once.
    struct Phrase {
        let words: [Int]
        let weight: Double
    }

    /// From which likeness on two words count as near: below it, vectors join what only occurs together.
    private static let nearWords: Float = 0.75
    /// How much a word tells that only names an aspect, such as "version" in "firmware version".
    private static let aspectShare = 0.4

    let language: SpokenLanguage
    private var indexes: [ContentWords.Word: Int] = [:]
    private(set) var words: [ContentWords.Word] = []
    private var weights: [Double] = []
    private var likeness: [Int: Double] = [:]
    private let counts: [ContentWords.Word: Int]
    private let documents: Int
    private let aspects: Set<ContentWords.Word>
    /// Words of names that stand in no text: whose router it is tells less than that it is one.
    private let nameWords: Set<ContentWords.Word>

    /// - Parameters:
    ///   - texts: The texts in which a word is rare or not.
    ///   - names: Names of things.
    ///   - language: The language of all texts.
    init(texts: [String], names: [String] = [], language: SpokenLanguage) {
        self.language = language
        var counts: [ContentWords.Word: Int] = [:]
        for text in texts {
            for word in Set(ContentWords(text, language: language).words) {
                counts[word, default: 0] += 1
            }
        }
        self.counts = counts
        nameWords = names.reduce(into: []) { words, name in
            for word in ContentWords(name, language: language).words where counts[word] == nil {
                words.insert(word)
            }
        }
        documents = texts.count
        aspects = Set(ContentWords(language.aspectWords, language: language).words)
    }

    /// The words of a text; nil when none of them tells anything.
    func phrase(_ text: String) -> Phrase? {
        phrase(ContentWords(text, language: language).words)
    }

    func phrase(_ words: [ContentWords.Word]) -> Phrase? {
        var indexes: [Int] = []
        for word in words {
            let index = index(of: word)
            if !indexes.contains(index) { indexes.append(index) }
        }
        guard !indexes.isEmpty else { return nil }
        return Phrase(words: indexes, weight: indexes.reduce(0) { $0 + weights[$1] })
    }

    /// How alike two phrases are, from 0 to 1: the share of the weight of both that has its like in the
    /// other.
    func similarity(_ one: Phrase, _ other: Phrase) -> Double {
        (shared(one, other) + shared(other, one)) / (one.weight + other.weight)
    }

    /// Whether a word only names an aspect.
    func isAspect(_ word: ContentWords.Word) -> Bool { aspects.contains(word) }

    private func shared(_ one: Phrase, _ other: Phrase) -> Double {
        one.words.reduce(0) { sum, word in
            sum + weights[word] * (other.words.map { alike(word, $0) }.max() ?? 0)
        }
    }

    private func alike(_ one: Int, _ other: Int) -> Double {
        if one == other { return 1 }
        let key = min(one, other) << 32 | max(one, other)
        if let known = likeness[key] { return known }
        let value = words[one].similarity(to: words[other])
        let counted = value >= Self.nearWords ? Double(value) : 0
        likeness[key] = counted
        return counted
    }

    private func index(of word: ContentWords.Word) -> Int {
        if let index = indexes[word] { return index }
        let count = Double(counts[word] ?? 0)
        let rarity = log(1 + Double(documents) / (count + 0.5))
        indexes[word] = words.count
        words.append(word)
        let tellsLittle = aspects.contains(word) || nameWords.contains(word)
        weights.append(tellsLittle ? rarity * Self.aspectShare : max(0.1, rarity))
        return words.count - 1
    }
}

/// Phrases that mean the same.
struct PhraseGroup {
    /// Indices of the phrases in the order in which they were given.
    var members: [Int]
}

extension PhraseMeanings {
    /// Groups phrases by meaning, the most frequent wordings first, so that the result does not depend on
    /// the order in which they came.
    ///
    /// - Parameters:
    ///   - texts: The phrases; those without a telling word are in no group.
    ///   - threshold: How alike a phrase must be to a group, from 0 to 1.
    func groups(of texts: [String], threshold: Double) -> [PhraseGroup] {
        /// How many wordings of a group a phrase is compared with.
        let compared = 8
        var phrases: [[Int]: (phrase: Phrase, members: [Int])] = [:]
        for (index, text) in texts.enumerated() {
            guard let phrase = phrase(text) else { continue }
            phrases[phrase.words.sorted(), default: (phrase, [])].members.append(index)
        }
        let wordings = phrases.values.sorted { one, other in
            (-one.members.count, texts[one.members[0]], one.members[0])
                < (-other.members.count, texts[other.members[0]], other.members[0])
        }
        var groups: [(wordings: [Phrase], members: [Int])] = []
        for wording in wordings {
            var best: (group: Int, similarity: Double)?
            for (index, group) in groups.enumerated() {
                let sample = group.wordings.prefix(compared)
                let sum = sample.reduce(0) { $0 + similarity(wording.phrase, $1) }
                let nearest = sample.map { similarity(wording.phrase, $0) }.max() ?? 0
                // Near to one of them, and not foreign to the rest.
                let value = (nearest + sum / Double(sample.count)) / 2
                if value >= threshold, value > best?.similarity ?? 0 { best = (index, value) }
            }
            if let best {
                groups[best.group].wordings.append(wording.phrase)
                groups[best.group].members += wording.members
            } else {
                groups.append(([wording.phrase], wording.members))
            }
        }
        return groups.map { PhraseGroup(members: $0.members.sorted()) }
            .sorted { ($0.members[0]) < ($1.members[0]) }
    }

    /// Words that at least a share of texts have, in their most frequent forms and in the order in which
    /// they usually stand.
    func commonWords(of texts: [String], share: Double) -> [ContentWords.Word] {
        struct Standing {
            var count = 0
            /// Places in a thousandth of a text: whole numbers, whose sum has no order.
            var places = 0
            var forms: [String: (count: Int, word: ContentWords.Word)] = [:]

            var place: Double { Double(places) / Double(count) }
        }
        var standings: [ContentWords.Word: Standing] = [:]
        for text in texts {
            // "firmware of the router" names its words the other way round.
            let isReversed = language.isReversed(text)
            let words = ContentWords(text, language: language).words
            var seen: Set<ContentWords.Word> = []
            for (index, word) in words.enumerated() where seen.insert(word).inserted {
                let place = isReversed ? words.count - 1 - index : index
                standings[word, default: Standing()].count += 1
                standings[word, default: Standing()].places +=
                    place * 1_000 / max(1, words.count - 1)
                standings[word, default: Standing()].forms[word.text, default: (0, word)].count += 1
            }
        }
        let wanted = share * Double(texts.count)
        let common = standings.values.filter { Double($0.count) >= wanted }.compactMap { standing in
            standing.forms.values.min { ($1.count, $0.word.text) < ($0.count, $1.word.text) }
                .map { (place: standing.place, word: $0.word) }
        }
        return common.sorted { ($0.place, $0.word.text) < ($1.place, $1.word.text) }.map(\.word)
    }
}
