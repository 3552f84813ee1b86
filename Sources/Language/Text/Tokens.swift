/// A word of an utterance in its normal form.
struct Token {
    /// What a token is.
    enum Kind: UInt8 {
        /// A word or a mix of letters and digits.
        case word
        /// Letters said one by one.
        case letters
        /// A whole or decimal number.
        case number
        /// A number with more than one point.
        case version
        /// The place in an order: "12th".
        case ordinal
    }

    /// What it is.
    var kind: Kind
    /// Where its normal form stands in the tokens' bytes.
    var text: Range<Int>
    /// Where the words that it was made of stand in the original, in bytes of UTF-8.
    var source: Range<Int>
    /// The hash of its normal form.
    var word: WordHash
    /// The hash of its stem, by which words are compared.
    var stem: WordHash
    /// What the language pack says of the word.
    var classes: WordClasses
    /// The value of a number or an ordinal.
    var number: Double
    /// Whether a question mark follows.
    var endsQuestion: Bool
    /// Whether a word that restricts it stands before it: "only", or "just", which is a filler elsewhere.
    var isRestricted = false

    /// Whether it carries meaning of its own.
    var isContent: Bool { classes.isDisjoint(with: [.common, .filler, .negation]) }
}

/// An utterance as normal words: lower-cased, spoken numbers folded ("seventy three" is "73", "four
/// point two point one" is "4.2.1"), letters said one by one joined ("v p n" is "vpn"), fixed
/// pairs of words merged ("can not" is "cant"), apostrophes dropped.
///
/// Each token knows which bytes of the original it was made of, for quotes.
public struct Tokens: Sendable {
    /// The longest text that is read, in bytes of UTF-8; the rest is cut off at a word.
    public static let maximumBytes = 2_000
    /// The most words that are read.
    public static let maximumWords = 300

    /// The original text.
    public let original: String
    /// The language that they were made by.
    let language: SpokenLanguage
    private(set) var items: [Token]
    /// The normal forms one after another.
    private(set) var bytes: [UInt8]

    init(
        _ text: String,
        language: SpokenLanguage,
        maximumBytes: Int = Tokens.maximumBytes,
        maximumWords: Int = Tokens.maximumWords
    ) {
        original = text
        self.language = language
        let scanner = WordScanner(
            text,
            maximumBytes: maximumBytes,
            maximumWords: maximumWords,
            hasDecimalComma: language.pack.numbers.hasDecimalComma
        )
        var folder = SpokenForms(scanner: scanner, language: language)
        folder.fold()
        items = folder.tokens
        bytes = folder.bytes
    }

    /// The tokens that were made of some bytes of the original.
    func within(_ source: Range<Int>) -> Tokens {
        var part = self
        part.items.removeAll {
            $0.source.lowerBound < source.lowerBound || $0.source.upperBound > source.upperBound
        }
        return part
    }

    /// Some of the tokens.
    func part(_ range: Range<Int>) -> Tokens {
        var part = self
        part.items = Array(items[range])
        return part
    }

    /// Number of tokens.
    public var count: Int { items.count }

    /// Whether nothing was said.
    public var isEmpty: Bool { items.isEmpty }

    /// The normal form of a token.
    public func text(of index: Int) -> String {
        String(decoding: bytes[items[index].text], as: UTF8.self)
    }

    /// The stem of a token.
    func stem(of index: Int) -> String {
        let token = items[index]
        var stem = Array(bytes[token.text])
        if token.stem != token.word { language.stemmer.stem(&stem, from: 0) }
        return String(decoding: stem, as: UTF8.self)
    }
}

extension Tokens {
    /// The last sentence that asks; nil where none does.
    var asked: Range<Int>? { items.lastIndex(where: \.endsQuestion).map(sentence) }

    /// The sentence that a token stands in.
    func sentence(of index: Int) -> Range<Int> {
        let sentences = sentences
        let number = sentences[index]
        let start = sentences[..<index].lastIndex { $0 != number }.map { $0 + 1 } ?? 0
        return start..<(sentences[index...].firstIndex { $0 != number } ?? items.count)
    }

    /// The number of the sentence of each token, from 0.
    var sentences: [Int] {
        let bytes = original.utf8Span.span
        var sentence = 0
        var result: [Int] = []
        result.reserveCapacity(items.count)
        var end = 0
        for item in items {
            if !result.isEmpty, end < item.source.lowerBound {
                for index in end..<item.source.lowerBound {
                    switch bytes[index] {
                    case 0x2e, 0x21, 0x3f, 0x0a:
                        sentence += 1
                    default: continue
                    }
                    break
                }
            }
            result.append(sentence)
            end = item.source.upperBound
        }
        return result
    }
}
