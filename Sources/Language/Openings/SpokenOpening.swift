/// An opening, read once for all trees that it may be meant for.
public final class SpokenOpening {
    /// What was said.
    public var text: String { tokens.original }

    let tokens: Tokens

    /// Its sentences and their parts, each with the telling words in it; worked out once, when they are first asked for.
    private(set) lazy var clauses: [(range: Range<Int>, words: [TellingWord])] =
        tokens.clauses()
        .map { ($0, tokens.tellingWords(in: $0)) }
        .filter { !$0.words.isEmpty }

    /// What models of openings know it by; worked out once, likewise.
    private(set) lazy var features = PhraseFeatures(tokens, in: 0..<tokens.count, .parts)

    /// Reads an opening.
    public init(_ text: String, language: SpokenLanguage) {
        tokens = language.tokens(of: text)
    }
}
