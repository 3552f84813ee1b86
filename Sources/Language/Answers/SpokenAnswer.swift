/// An utterance aligned with the question that it may answer.
struct SpokenAnswer {
    /// How a word stands to the question.
    enum Sign: UInt64 {
        case none
        /// A word of what is asked.
        case asked
        /// A word of what leads to the question.
        case told
        /// The opposite of one of them.
        case opposite
        /// Means nearly the same as one of them.
        case near
    }

    struct Word {
        let stem: WordHash
        let sign: Sign
        /// Which of the question's words it stands to.
        let partner: Int
        let sentence: Int
        let role: AnswerVocabulary.Role
        let isContent: Bool
        let isDenied: Bool
        /// Whether a negation stands at most four words before it.
        let isTurned: Bool

        var isNegator: Bool { role.contains(.negator) }
    }

    private(set) var words: [Word] = []
    private(set) var tally = Tally()
    private(set) var asks = false
    private var askingSentences: [Int] = []

    var negations: Int { tally.negations }

    /// Counts of words by what they are to the question.
    struct Tally {
        var kept = 0
        var denied = 0
        var negations = 0
        var others = 0
        var opposites = 0
        var valence = 0
        var unsure = false

        init() {}

        init(_ words: some Sequence<Word>) {
            for word in words { add(word) }
        }

        mutating func add(_ word: Word) {
            if word.isNegator { negations += 1 }
            if word.role.contains(.unsure) { unsure = true }
            switch word.sign {
            case .asked, .told, .near:
                if word.isDenied { denied += 1 } else { kept += 1 }
            case .opposite: opposites += 1
            case .none: if word.isContent { others += 1 }
            }
            let isBad = word.role.contains(.bad)
            guard isBad || word.role.contains(.good) else { return }
            let sign = isBad != word.isTurned ? -1 : 1
            valence = valence == 0 || sign < 0 ? sign : valence
        }

        var signature: UInt64 {
            UInt64(min(kept, 2) * 16 + min(denied, 2) * 4 + min(negations, 2))
        }
    }

    /// In how many words after a negation it still denies.
    private static let scope = 5
    /// In how many words after a negation it turns good to bad.
    private static let turning = 4

    init(_ tokens: Tokens, question: AskedQuestion, _ vocabulary: AnswerVocabulary) {
        let sentences = tokens.sentences
        words.reserveCapacity(tokens.items.count + 4)
        var denied = 0
        var turned = 0
        var sentence = 0
        for (index, item) in tokens.items.enumerated() {
            if sentences[index] != sentence || item.classes.contains(.boundary) {
                denied = 0
                turned = 0
            }
            sentence = sentences[index]
            if item.endsQuestion {
                asks = true
                askingSentences.append(sentence)
            }
            let role = vocabulary.role(of: item)
            var stem = item.stem
            if let auxiliary = vocabulary.auxiliary(in: item.word) {
                append(
                    Word(
                        stem: auxiliary,
                        sign: .none,
                        partner: -1,
                        sentence: sentence,
                        role: .auxiliary,
                        isContent: false,
                        isDenied: denied > 0,
                        isTurned: turned > 0
                    )
                )
                stem = vocabulary.merged
            }
            let isContent = item.isContent && role.isDisjoint(with: [.negator, .auxiliary])
            let (sign, partner) =
                isContent || role.contains(.particle)
                ? Self.align(item, question, vocabulary, isContent: isContent) : (.none, -1)
            append(
                Word(
                    stem: stem,
                    sign: sign,
                    partner: partner,
                    sentence: sentence,
                    role: role,
                    isContent: isContent,
                    isDenied: denied > 0,
                    isTurned: turned > 0
                )
            )
            if role.contains(.negator) {
                denied = Self.scope
                turned = Self.turning
            } else {
                denied -= 1
                turned -= 1
            }
        }
    }

    private mutating func append(_ word: Word) {
        words.append(word)
        tally.add(word)
    }

    /// How alike two words must be to count as one of nearly the same meaning.
    private static let nearness: Float = 0.6

    private static func align(
        _ item: Token,
        _ question: AskedQuestion,
        _ vocabulary: AnswerVocabulary,
        isContent: Bool
    ) -> (Sign, Int) {
        if !isContent {
            if question.particles.contains(item.stem) { return (.asked, -1) }
            if question.particles.contains(where: { vocabulary.areOpposites($0, item.stem) }) {
                return (.opposite, -1)
            }
            return (.none, -1)
        }
        let words = question.words
        if let place = words.firstIndex(where: { $0.stem == item.stem }) {
            return (words[place].isAsked ? .asked : .told, place)
        }
        let row = WordVectors.row(of: item.word)
        let signs = row.map(WordVectors.signs) ?? WordVectors.Signs()
        var best: Float = 0
        var partner = -1
        for (place, word) in words.enumerated() {
            if vocabulary.areOpposites(word.stem, item.stem) { return (.opposite, place) }
            guard let row, let other = word.row else { continue }
            switch WordVectors.relation(row, other) {
            case .same: return (word.isAsked ? .asked : .told, place)
            case .opposites: return (.opposite, place)
            case .synonyms:
                if best < 1 {
                    best = 1
                    partner = place
                }
            case .none:
                guard signs.mayBeLike(word.signs) else { continue }
                let likeness = WordVectors.similarity(row, other)
                if likeness > best {
                    best = likeness
                    partner = place
                }
            }
        }
        return best >= nearness ? (.near, partner) : (.none, -1)
    }

    func asks(in sentence: Int) -> Bool { askingSentences.contains(sentence) }

    /// How much of what is asked the utterance repeats, in four steps.
    func coverage(of question: AskedQuestion) -> Int {
        guard question.askedCount > 0 else { return 0 }
        var seen: Set<Int> = []
        for word in words where word.sign == .asked && word.partner >= 0 {
            seen.insert(word.partner)
        }
        return min(3, seen.count * 4 / question.askedCount)
    }
}
