/// A question with two sides as the answer model looks at it.
struct AskedQuestion {
    /// A word of the question that carries meaning.
    struct Word {
        let stem: WordHash
        let row: WordVectors.Row?
        let signs: WordVectors.Signs
        /// Whether it stands in the last sentence that asks, and not in what leads to it.
        var isAsked: Bool

        init(_ token: Token, isAsked: Bool) {
            stem = token.stem
            row = WordVectors.row(of: token.word)
            signs = row.map(WordVectors.signs) ?? WordVectors.Signs()
            self.isAsked = isAsked
        }
    }

    private(set) var words: [Word] = []
    /// Words of place and direction in the last sentence that asks.
    private(set) var particles: [WordHash] = []
    /// Whether it has a word that denies.
    private(set) var denies = false
    /// Whether it asks if something is not so, and a "yes" would deny.
    private(set) var asksDenial = false
    private(set) var hasAlternatives = false
    private(set) var isRestricted = false
    private(set) var isWide = false
    /// The first auxiliary of what is asked; 0 for none.
    private(set) var auxiliary: WordHash = 0
    /// Whether its words say that something is as it should be, or that it is not: 1, -1, 0.
    private(set) var valence = 0
    private(set) var askedCount = 0

    init(_ tokens: Tokens, _ vocabulary: AnswerVocabulary) {
        let items = tokens.items
        let asked = tokens.asked ?? items.indices
        var isBeside = false
        for (index, item) in items.enumerated() {
            let isAsked = asked.contains(index)
            let role = vocabulary.role(of: item)
            if isAsked {
                takeGrammar(item, role)
                isBeside =
                    isBeside || role.contains(.circumstance)
                    || !item.classes.isDisjoint(with: [.condition, .boundary])
                // A "'No Internet' message" is the name of something.
                let isOfName = index > 0 && items[index - 1].classes.contains(.article)
                if denies(role, vocabulary), !isBeside, !isOfName { asksDenial = true }
            }
            if role.contains(.particle) {
                if isAsked { particles.append(item.stem) }
                continue
            }
            guard item.isContent, role.isDisjoint(with: [.negator, .auxiliary]) else { continue }
            if let place = words.firstIndex(where: { $0.stem == item.stem }) {
                if isAsked, !words[place].isAsked {
                    words[place].isAsked = true
                    askedCount += 1
                }
                continue
            }
            words.append(Word(item, isAsked: isAsked))
            if isAsked { askedCount += 1 }
        }
    }

    /// Whether a word may deny what is asked, and not only something beside it.
    private func denies(_ role: AnswerVocabulary.Role, _ vocabulary: AnswerVocabulary) -> Bool {
        role.contains(.absence)
            ? vocabulary.role(of: auxiliary).contains(.copula)
            : role.contains(.negator) && !role.contains(.negatorBeside)
    }

    /// Whether a word is of what is asked; one that is none, such as a particle, is.
    func isAsked(_ place: Int) -> Bool { place < 0 || words[place].isAsked }

    private mutating func takeGrammar(_ item: Token, _ role: AnswerVocabulary.Role) {
        if role.contains(.negator) { denies = true }
        if role.contains(.alternative) { hasAlternatives = true }
        if role.contains(.restriction) { isRestricted = true }
        if role.contains(.widening) { isWide = true }
        if auxiliary == 0, role.contains(.auxiliary) { auxiliary = item.word }
        if role.contains(.good) { valence = valence < 0 ? valence : 1 }
        if role.contains(.bad) { valence = -1 }
    }
}
