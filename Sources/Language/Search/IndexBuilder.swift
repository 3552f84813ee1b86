public import Messages

/// What changes in an index.
public struct IndexChanges: Sendable {
    /// Lists that changed, by term; nil for a term that stands nowhere any more.
    public internal(set) var lists: [String: [UInt8]?] = [:]
    /// Documents that changed, by number; nil for one that is gone.
    public internal(set) var documents: [UInt32: IndexedDocument?] = [:]
    /// The sums.
    public internal(set) var sums: IndexSums
}

/// Changes an index document by document, and gathers only what differs from it.
///
/// A document that changes keeps its number, so that the lists of words that it had and has stay as they are.
public struct IndexBuilder {
    private let base: any IndexReader
    private var open: [String: [Posting]] = [:]
    private var documents: [UInt32: IndexedDocument?] = [:]
    private var sums: IndexSums

    /// Begins from an index; an empty one has sums of zero.
    ///
    /// - Throws: what the reader throws.
    public init(base: any IndexReader) throws {
        self.base = base
        sums = try base.sums()
    }

    /// Puts a document in the place of what it was: nil for one that is new, or that goes.
    ///
    /// - Throws: what the reader throws, or ``DamagedPostings`` where the document that goes is not there.
    public mutating func replace(_ before: IndexEntry?, by after: IndexEntry?) throws {
        guard before != after else { return }
        let number = try before.map { try self.number(of: $0.id) } ?? sums.nextDocument
        let old = before?.impacts() ?? [:]
        let new = after?.impacts() ?? [:]
        for term in old.keys where new[term] == nil { try set(nil, number, in: term) }
        for (term, impact) in new where old[term] != impact { try set(impact, number, in: term) }
        let document: IndexedDocument? = after.map {
            IndexedDocument(
                id: $0.id,
                language: $0.language,
                products: $0.products,
                title: $0.title,
                spoken: $0.spoken
            )
        }
        documents.updateValue(document, forKey: number)
        if before == nil {
            sums.documents += 1
            sums.nextDocument += 1
        } else if after == nil {
            sums.documents -= 1
        }
    }

    /// What differs from the index that it began from.
    public func changes() -> IndexChanges {
        var changes = IndexChanges(sums: sums)
        changes.documents = documents
        changes.lists = open.mapValues { $0.isEmpty ? nil : PostingList.encoded($0) }
        return changes
    }

    private mutating func set(_ impact: UInt8?, _ number: UInt32, in term: String) throws {
        if open[term] == nil { open[term] = try base.postings(of: term) }
        open[term]?.set(impact, of: number)
    }

    private mutating func number(of id: String) throws -> UInt32 {
        let term = IndexTerm.id(id)
        let postings = try open[term] ?? base.postings(of: term)
        guard let number = postings.first?.document else { throw DamagedPostings() }
        return number
    }
}

extension [Posting] {
    /// Sets or removes the impact of a document.
    fileprivate mutating func set(_ impact: UInt8?, of document: UInt32) {
        var low = startIndex
        var high = endIndex
        // New documents have the highest numbers.
        if let last, last.document < document { low = high }
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle].document < document { low = middle + 1 } else { high = middle }
        }
        let isThere = low < endIndex && self[low].document == document
        switch impact {
        case nil where isThere: remove(at: low)
        case nil: break
        case let impact? where isThere: self[low].impact = impact
        case let impact?: insert(Posting(document: document, impact: impact), at: low)
        }
    }
}
