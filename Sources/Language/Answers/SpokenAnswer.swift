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
        var sign = Sign.none
        /// Which of the question's words it stands to.
        var partner = -1
        let sentence: Int
        let role: AnswerVocabulary.Role
        let isContent: Bool
        let isDenied: Bool
        /// Whether a negation stands at most four words before it.
        let isTurned: Bool

        var isNegator: Bool { role.contains(.negator) }
    }

    private(set) var words: [Word]
    let tally: Tally
    private let askingSentences: [Int]

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

        init(_ words: some Sequence<Word>) {
            for word in words { add(word) }
        }

        private mutating func add(_ word: Word) {
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

    init(_ tokens: Tokens, question: AskedQuestion, _ vocabulary: AnswerVocabulary) {
        self.init(SpokenWords(tokens, vocabulary), question: question, vocabulary)
    }

    init(_ spoken: SpokenWords, question: AskedQuestion, _ vocabulary: AnswerVocabulary) {
        words = spoken.words
        askingSentences = spoken.askingSentences
        for target in spoken.targets {
            let (sign, partner) =
                target.isContent
                ? Self.align(target, question.words, vocabulary)
                : (Self.sign(ofParticle: target.stem, question, vocabulary), -1)
            words[target.place].sign = sign
            words[target.place].partner = partner
        }
        tally = Tally(words)
    }

    /// How alike two words must be to count as one of nearly the same meaning.
    private static let nearness: Float = 0.6

    private static func sign(
        ofParticle stem: WordHash,
        _ question: AskedQuestion,
        _ vocabulary: AnswerVocabulary
    ) -> Sign {
        if question.particles.contains(stem) { return .asked }
        return question.particles.contains { vocabulary.areOpposites($0, stem) } ? .opposite : .none
    }

    private static func align(
        _ target: SpokenWords.Target,
        _ words: [AskedQuestion.Word],
        _ vocabulary: AnswerVocabulary
    ) -> (Sign, Int) {
        if let place = words.firstIndex(where: { $0.stem == target.stem }) {
            return (words[place].isAsked ? .asked : .told, place)
        }
        var best: Float = 0
        var partner = -1
        for (place, word) in words.enumerated() {
            if vocabulary.areOpposites(word.stem, target.stem) { return (.opposite, place) }
            guard let row = target.row, let other = word.row else { continue }
            switch WordVectors.relation(row, other) {
            case .same: return (word.isAsked ? .asked : .told, place)
            case .opposites: return (.opposite, place)
            case .synonyms:
                if best < 1 {
                    best = 1
                    partner = place
                }
            case .none:
                guard target.signs.mayBeLike(word.signs) else { continue }
                let likeness = WordVectors.similarity(row, other)
                if likeness > best {
                    best = likeness
                    partner = place
                }
            }
        }
        return best >= nearness ? (.near, partner) : (.none, -1)
    }

    var asks: Bool { !askingSentences.isEmpty }
    func asks(in sentence: Int) -> Bool { askingSentences.contains(sentence) }

    /// How much of what is asked the utterance repeats, in four steps.
    func coverage(of question: AskedQuestion) -> Int {
        guard question.askedCount > 0 else { return 0 }
        let seen = question.words.indices.count { place in
            words.contains { $0.sign == .asked && $0.partner == place }
        }
        return min(3, seen * 4 / question.askedCount)
    }
}
