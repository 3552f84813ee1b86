/// A part of a document, how much its words weigh, and how its length counts.
public enum IndexField: Int, Sendable, CaseIterable {
    /// The title.
    case title
    /// Symptoms, tags and products.
    case symptoms
    /// Headings of the body.
    case headings
    /// The body without its headings.
    case body

    /// How many times a word of the field counts.
    var weight: Double {
        switch self {
        case .title: 5
        case .symptoms: 4
        case .headings, .body: 2
        }
    }

    /// How much of a word's weight depends on the field's length.
    var lengthShare: Double {
        switch self {
        case .title, .symptoms, .headings: 0.75
        case .body: 0.85
        }
    }

    /// The length in terms at which a word counts as often as it is there.
    ///
    /// It is the same for all catalogs, not the mean of one, so that an article that changes changes its own
    /// postings only.
    var usualLength: Double {
        switch self {
        case .title: 6
        case .symptoms: 13
        case .headings: 20
        case .body: 400
        }
    }

    /// Of how many terms of a text those that stand in a row are found as such: of all in a short text, and of
    /// those at the beginning of a body, where it says what it is about.
    var pairedTerms: Int { self == .body ? 64 : .max }
}

/// A text of a document.
public struct IndexText: Sendable, Equatable {
    /// The part that it is.
    public let field: IndexField
    /// The words.
    public let text: String

    /// Creates a text.
    public init(_ field: IndexField, _ text: String) {
        self.field = field
        self.text = text
    }
}

/// A document as it is put into an index.
public struct IndexEntry: Sendable, Equatable {
    /// Its id, unique in the index.
    public var id: String
    /// BCP 47 tag of its language.
    public var language: String
    /// Products that it is about.
    public var products: [String]
    /// What is shown of it when it is found.
    public var title: String
    /// What is said of it then.
    public var spoken: String
    /// By what it is found.
    public var texts: [IndexText]

    /// Creates an entry.
    public init(
        id: String,
        language: String,
        products: [String] = [],
        title: String = "",
        spoken: String = "",
        texts: [IndexText]
    ) {
        self.id = id
        self.language = language
        self.products = products
        self.title = title
        self.spoken = spoken
        self.texts = texts
    }
}

/// The names under which an index keeps its lists.
///
/// Words consist of letters, digits and points, so the marks keep the others apart from them.
enum IndexTerm {
    /// Two words in a row.
    static func pair(_ first: String, _ second: String) -> String { "+\(first) \(second)" }
    /// The document of an id.
    static func id(_ id: String) -> String { "#\(id)" }
    /// The documents about a product; a name that is too long for a key is replaced by its hash.
    static func product(_ name: String) -> String {
        let isShort = name.utf8.count <= 2 * SpokenLanguage.maximumTermBytes
        return isShort ? "=\(name)" : "=\(Hashing.of(name.utf8))"
    }
    /// The documents of a language, whatever the region.
    static func language(_ tag: String) -> String { "~\(primary(tag))" }

    /// The language of a tag without its region: `en` of `en-US`.
    static func primary(_ tag: String) -> String {
        tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }
}

extension SpokenLanguage {
    /// The longest text that the index reads, in bytes of UTF-8; the rest is left out.
    public static let maximumIndexedBytes = 262_144
    /// The longest word that the index holds, in bytes; a longer one is left out.
    static let maximumTermBytes = 64

    /// The terms of a text by which it is found, stems of the words that carry meaning, with their places among all its words.
    func placedTerms(of text: String) -> [(place: Int, term: String)] {
        Tokens(
            text,
            language: self,
            maximumBytes: Self.maximumIndexedBytes,
            maximumWords: Self.maximumIndexedBytes
        ).placedTerms
    }

    /// Two terms that stand in a row, as terms of their own.
    ///
    /// - Parameter isThere: Whether any document has a term; one that has a pair has both of its terms.
    static func pairs(
        of terms: ArraySlice<(place: Int, term: String)>,
        where isThere: (String) -> Bool = { _ in true }
    ) -> [String] {
        zip(terms, terms.dropFirst()).compactMap { first, second in
            second.place == first.place + 1 && isThere(first.term) && isThere(second.term)
                ? IndexTerm.pair(first.term, second.term) : nil
        }
    }
}

extension Tokens {
    /// The terms of the words with their places among them.
    var placedTerms: [(place: Int, term: String)] {
        items.indices.compactMap { index in
            guard items[index].classes.isDisjoint(with: [.common, .filler]),
                items[index].text.count <= SpokenLanguage.maximumTermBytes
            else { return nil }
            return (index, stem(of: index))
        }
    }
}

extension IndexEntry {
    /// How soon a term that is there again adds no more.
    static let saturation = 1.2

    /// How much each term says of the document: BM25F without the term's rarity, which changes with the
    /// other documents, as a number of 1 to 255.
    func impacts() -> [String: UInt8] {
        let spoken = SpokenLanguage.of(language)
        var frequencies = [[String: Double]](repeating: [:], count: IndexField.allCases.count)
        var lengths = [Double](repeating: 0, count: IndexField.allCases.count)
        for text in texts {
            let terms = spoken.placedTerms(of: text.text)
            let field = text.field.rawValue
            lengths[field] += Double(terms.count)
            for (_, term) in terms { frequencies[field][term, default: 0] += 1 }
            for pair in SpokenLanguage.pairs(of: terms.prefix(text.field.pairedTerms)) {
                frequencies[field][pair, default: 0] += 1
            }
        }
        var weighted: [String: Double] = [:]
        for field in IndexField.allCases {
            let length = Self.stepped(lengths[field.rawValue])
            let share = field.lengthShare
            let factor = field.weight / (1 - share + share * length / field.usualLength)
            for (term, frequency) in frequencies[field.rawValue] {
                weighted[term, default: 0] += factor * frequency
            }
        }
        var impacts = weighted.mapValues { frequency in
            let part = frequency / (Self.saturation + frequency) * Double(PostingList.fullImpact)
            return UInt8(max(1, part.rounded()))
        }
        for term in [IndexTerm.id(id), IndexTerm.language(language)]
            + products.map(IndexTerm.product)
        {
            impacts[term] = 1
        }
        return impacts
    }

    /// A length in steps of an eighth of its power of two: a few words more or less change no posting of the
    /// other words.
    private static func stepped(_ length: Double) -> Double {
        guard length > 8 else { return length }
        let step = Double(sign: .plus, exponent: length.exponent - 3, significand: 1)
        return (length / step).rounded(.down) * step
    }
}
