public import Messages

/// What a search reads: the index of a release, where it lies.
///
/// A read that meets a damaged record throws, and so does the search.
public protocol IndexReader {
    /// Calls `body` with the bytes of a term's list, where they lie; nil when no document has the term.
    func list<Result>(of term: String, _ body: (Span<UInt8>) throws -> Result) throws -> Result?

    /// Calls `body` with the names of lists in the order of their bytes, from one on, until it ends the walk.
    func walk(from term: [UInt8], _ body: (Span<UInt8>) throws -> WalkStep) throws

    /// A document by its number; one that is not there is damage.
    func document(_ number: UInt32) throws -> IndexedDocument

    /// The sums over the index.
    func sums() throws -> IndexSums

    /// Whether it is known that no word of the index begins with a term or is spelled like it.
    func isUnlike(_ term: String) -> Bool

    /// Takes note that none does.
    func rememberUnlike(_ term: String)
}

/// How a walk over names goes on.
public enum WalkStep {
    /// With the next name.
    case next
    /// With the first name that is not before this one.
    case skip(to: [UInt8])
    case end
}

extension IndexReader {
    /// Where nothing is remembered, nothing is known.
    public func isUnlike(_ term: String) -> Bool { false }

    /// Takes no note.
    public func rememberUnlike(_ term: String) {}

    /// How many documents have a term.
    func count(of term: String) throws -> Int {
        try list(of: term) { try PostingList($0).count } ?? 0
    }

    /// All documents that have a term.
    func postings(of term: String) throws -> [Posting] {
        try list(of: term) { try PostingList.all($0) } ?? []
    }
}

/// What routing reads: the index over trees, each a document under its id, and what their authors
/// wrote of them.
public protocol RoutingReader: IndexReader {
    /// The terms of a tree's symptoms; nil when there is no such tree.
    func symptoms(ofTree id: String) throws -> SymptomTerms?
}
