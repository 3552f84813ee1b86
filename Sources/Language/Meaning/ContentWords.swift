/// The words of a text that carry its meaning: without fillers and words of grammar.
public struct ContentWords: Sendable {
    /// One of them.
    public struct Word: Sendable, Hashable {
        /// Its normal form.
        public let text: String
        let stem: WordHash
        /// Where it stands in the table of vectors; looked up once, since it is compared with many.
        let row: WordVectors.Row?

        /// How near it is to another word: 1 for forms of the same word, else how alike the two are in
        /// meaning, from 0 to 1; 0 where a word is not known.
        public func similarity(to other: Word) -> Float {
            if stem == other.stem { return 1 }
            guard let row, let other = other.row else { return 0 }
            return max(0, WordVectors.similarity(row, other))
        }

        /// Whether they are forms of the same word.
        public static func == (left: Word, right: Word) -> Bool { left.stem == right.stem }

        /// Feeds the stem, by which words are compared.
        public func hash(into hasher: inout Hasher) { hasher.combine(stem) }
    }

    /// The words in their order; each as often as it stands in the text.
    public let words: [Word]

    /// Finds them in a text.
    public init(_ text: String, language: SpokenLanguage) {
        self.init(language.tokens(of: text))
    }

    /// Finds them among tokens.
    public init(_ tokens: Tokens) {
        words = tokens.items.indices.compactMap { index in
            let token = tokens.items[index]
            guard token.classes.isDisjoint(with: [.filler, .common, .negation]) else { return nil }
            return Word(
                text: tokens.text(of: index),
                stem: token.stem,
                row: tokens.language.row(of: token.word)
            )
        }
    }
}
