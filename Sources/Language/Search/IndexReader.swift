public import Messages

/// What a search reads: the index of a release, where it lies.
///
/// A read that meets a damaged record throws, and so does the search.
public protocol IndexReader {
    /// Where a term stands; nil when no document has it.
    func postings(of term: String) throws -> Postings?
    /// A document by its number; nil when there is none.
    func document(_ number: UInt32) throws -> IndexedDocument?
    /// The sums over the index.
    func sums() throws -> IndexSums
}

/// What routing reads: the index over trees, each a document under its id, and what their authors
/// wrote of them.
public protocol RoutingReader: IndexReader {
    /// The symptoms of a tree as the author wrote them; empty when there is no such tree.
    func symptoms(ofTree id: String) throws -> [String]
}

/// A part of a document and how much its words weigh.
public enum IndexField: Sendable {
    /// The title.
    case title
    /// Symptoms and tags.
    case symptoms
    /// The body.
    case body

    /// How many times a word of the field counts.
    var weight: UInt32 {
        switch self {
        case .title: 5
        case .symptoms: 3
        case .body: 1
        }
    }
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

/// The fixed point of stored frequencies and lengths.
let indexUnit: UInt32 = 16

extension SpokenLanguage {
    /// The longest text that the index reads, in bytes of UTF-8; the rest is left out.
    public static let maximumIndexedBytes = 262_144
    /// The longest word that the index holds, in bytes; a longer one is left out.
    static let maximumTermBytes = 64

    /// The terms of a text by which it is found: stems of the words that carry meaning.
    public func indexTerms(of text: String) -> [String] {
        let tokens = Tokens(
            text,
            language: self,
            maximumBytes: Self.maximumIndexedBytes,
            maximumWords: Self.maximumIndexedBytes
        )
        return tokens.items.indices.compactMap { index in
            let token = tokens.items[index]
            guard token.classes.isDisjoint(with: [.common, .filler]),
                token.text.count <= Self.maximumTermBytes
            else { return nil }
            return tokens.stem(of: index)
        }
    }

    /// How often each term stands in a document, weighted by field, in 1/16.
    func termFrequencies(of texts: [IndexText]) -> [String: UInt32] {
        var frequencies: [String: UInt32] = [:]
        for text in texts {
            for term in indexTerms(of: text.text) {
                frequencies[term, default: 0] += text.field.weight * indexUnit
            }
        }
        return frequencies
    }
}
