/// What the answer model must know of a language beside its words: data only.
struct AnswerWords: Sendable {
    /// Deny what follows, beside the negations of `WordLists`.
    let negators: String
    /// Those of them with which a question does not ask if something is not so: "is it barely lit?".
    let negatorsBeside: String
    /// Those with which it does only by a form of "be": "is it one without a cable?", but not "does it run without a cable?".
    let absences: String
    /// The forms of "be".
    let copulas: String
    /// Begin what a question says beside what it asks, as conditions do: "does it beep when it is not charged?".
    let circumstances: String
    /// Words that merge an auxiliary and a negation, each with the auxiliary: "dont:do".
    let openings: String
    /// The negation that is merged in them.
    let merged: String
    /// Auxiliaries, by which questions begin.
    let auxiliaries: String
    /// Places and directions that answer when the question has them: "on", "off".
    let particles: String
    /// Alternatives: "or".
    let alternatives: String
    /// Restrict a question: "only".
    let restrictions: String
    /// Widen a question: "any".
    let widenings: String
    /// Say that something is as it should be.
    let good: String
    /// Say that something is not.
    let bad: String
    /// Say that something is not known.
    let unsure: String
    /// Say that more than the number beside them is meant.
    let above: String
    /// Say that less than it is meant.
    let below: String
    /// Pairs of opposites that a dictionary does not have: "drain/last".
    let opposites: String
    /// Pairs of words of which one alone denies the other, which are no opposites to the model: "paper/empty".
    let contraries: String
}

/// `AnswerWords` with their look-up tables built.
struct AnswerVocabulary: Sendable {
    /// What a word is to the answer model.
    struct Role: OptionSet, Sendable {
        let rawValue: UInt16

        static let negator = Role(rawValue: 1 << 0)
        static let auxiliary = Role(rawValue: 1 << 1)
        static let particle = Role(rawValue: 1 << 2)
        static let alternative = Role(rawValue: 1 << 3)
        static let restriction = Role(rawValue: 1 << 4)
        static let widening = Role(rawValue: 1 << 5)
        static let good = Role(rawValue: 1 << 6)
        static let bad = Role(rawValue: 1 << 7)
        static let unsure = Role(rawValue: 1 << 8)
        static let above = Role(rawValue: 1 << 9)
        static let below = Role(rawValue: 1 << 10)
        /// Of a pair of contraries, so that other words are not sought among these.
        static let contrary = Role(rawValue: 1 << 11)
        static let negatorBeside = Role(rawValue: 1 << 12)
        static let circumstance = Role(rawValue: 1 << 13)
        static let absence = Role(rawValue: 1 << 14)
        static let copula = Role(rawValue: 1 << 15)
    }

    private let roles: WordTable<Role>
    private let auxiliaries: WordTable<WordHash>
    /// The negation in words that merge it with an auxiliary.
    let merged: WordHash
    private let opposites: WordTable<Bool>
    private let contraries: WordTable<Bool>

    init(_ words: AnswerWords, language: SpokenLanguage) {
        var roles: [WordHash: Role] = [:]
        func add(_ list: String, _ role: Role, by key: KeyPath<Token, WordHash> = \.stem) {
            for word in list.split(whereSeparator: \.isWhitespace) {
                for token in language.tokens(of: String(word)).items {
                    roles[token[keyPath: key], default: []].formUnion(role)
                }
            }
        }
        // By the word itself: "hard" denies nothing, although "hardly" has the same stem.
        add(words.negators, .negator, by: \.word)
        add(words.negatorsBeside, .negatorBeside, by: \.word)
        add(words.circumstances, .circumstance, by: \.word)
        add(words.absences, .absence, by: \.word)
        add(words.copulas, .copula, by: \.word)
        add(words.auxiliaries, .auxiliary)
        add(words.particles, .particle)
        add(words.alternatives, .alternative)
        add(words.restrictions, .restriction)
        add(words.widenings, .widening)
        add(words.good, .good)
        add(words.bad, .bad)
        add(words.unsure, .unsure)
        add(words.above, .above)
        add(words.below, .below)
        add(words.contraries.replacing("/", with: " "), .contrary)
        self.roles = WordTable(roles)
        var auxiliaries: [WordHash: WordHash] = [:]
        for opening in words.openings.split(whereSeparator: \.isWhitespace) {
            let parts = opening.split(separator: ":").map { Hashing.of($0.utf8) }
            auxiliaries[parts[0]] = parts[1]
        }
        self.auxiliaries = WordTable(auxiliaries)
        merged = Hashing.of(words.merged.utf8)
        func pairs(_ list: String) -> WordTable<Bool> {
            var pairs: [WordHash: Bool] = [:]
            for pair in list.split(whereSeparator: \.isWhitespace) {
                let stems = pair.split(separator: "/").compactMap {
                    language.tokens(of: String($0)).items.first?.stem
                }
                pairs[Self.key(stems[0], stems[1])] = true
            }
            return WordTable(pairs)
        }
        opposites = pairs(words.opposites)
        contraries = pairs(words.contraries)
    }

    func role(of stem: WordHash) -> Role { roles[stem] ?? [] }

    func role(of token: Token) -> Role { role(of: token.stem).union(role(of: token.word)) }

    /// The auxiliary in a word that also denies: "do" in "dont".
    func auxiliary(in word: WordHash) -> WordHash? { auxiliaries[word] }

    /// Whether a language's own list has two words as opposites.
    func areOpposites(_ left: WordHash, _ right: WordHash) -> Bool {
        opposites[Self.key(left, right)] != nil
    }

    /// Whether one of two words denies the other.
    func areContrary(_ left: WordHash, _ right: WordHash) -> Bool {
        contraries[Self.key(left, right)] != nil
    }

    private static func key(_ left: WordHash, _ right: WordHash) -> WordHash {
        Hashing.pair(min(left, right), max(left, right))
    }
}
