public import Messages

/// What changes in an index.
public struct IndexChanges: Sendable {
    /// Terms whose postings changed; nil for a term that stands nowhere any more.
    public internal(set) var postings: [String: Postings?] = [:]
    /// Documents that changed, by number; nil for one that is gone.
    public internal(set) var documents: [UInt32: IndexedDocument?] = [:]
    /// The sums.
    public internal(set) var sums: IndexSums
}

/// Changes an index document by document, and gathers only what differs from it.
///
/// A document that changes is removed with its old texts and added with its new ones. It then gets a new
/// number, so that postings grow at their end.
public struct IndexBuilder {
    private let base: any IndexReader
    private var open: [String: [(document: UInt32, frequency: UInt32)]] = [:]
    private var documents: [UInt32: IndexedDocument?] = [:]
    private var sums: IndexSums

    /// Begins from an index; an empty one has sums of zero.
    ///
    /// - Throws: what the reader throws.
    public init(base: any IndexReader) throws {
        self.base = base
        sums = try base.sums()
    }

    /// Adds a document.
    ///
    /// - Throws: what the reader throws.
    public mutating func add(
        id: String,
        language: String,
        products: [String],
        texts: [IndexText]
    ) throws {
        let frequencies = SpokenLanguage.of(language).termFrequencies(of: texts)
        let number = sums.nextDocument
        let length = frequencies.values.reduce(0, &+)
        for (term, frequency) in frequencies {
            try load(term)
            open[term, default: []].append((number, frequency))
        }
        documents[number] = IndexedDocument(
            id: id,
            length: length,
            language: language,
            products: products
        )
        sums.nextDocument += 1
        sums.documents += 1
        sums.length += UInt64(length)
    }

    /// Removes a document, given the language and texts with which it was added; returns whether it was
    /// found.
    ///
    /// - Throws: what the reader throws.
    @discardableResult
    public mutating func remove(id: String, language: String, texts: [IndexText]) throws -> Bool {
        let frequencies = SpokenLanguage.of(language).termFrequencies(of: texts)
        for term in frequencies.keys { try load(term) }
        guard let number = try number(of: id, terms: frequencies.keys) else { return false }
        for term in frequencies.keys {
            open[term]?.removeAll { $0.document == number }
        }
        let length = try document(number)?.length ?? 0
        documents[number] = .some(nil)
        sums.documents -= min(1, sums.documents)
        sums.length -= min(UInt64(length), sums.length)
        return true
    }

    /// What differs from the index that it began from.
    public func changes() -> IndexChanges {
        var changes = IndexChanges(sums: sums)
        changes.documents = documents
        for (term, entries) in open {
            guard !entries.isEmpty else {
                changes.postings[term] = .some(nil)
                continue
            }
            var postings = Postings()
            var last: UInt32 = 0
            for entry in entries {
                postings.documents.append(entry.document - last)
                postings.frequencies.append(entry.frequency)
                last = entry.document
            }
            changes.postings[term] = postings
        }
        return changes
    }

    private mutating func load(_ term: String) throws {
        guard open[term] == nil else { return }
        var entries: [(document: UInt32, frequency: UInt32)] = []
        if let postings = try base.postings(of: term) {
            var cursor = PostingsCursor(postings)
            while let document = cursor.document {
                entries.append((document, cursor.frequency))
                cursor.advance()
            }
        }
        open[term] = entries
    }

    private func document(_ number: UInt32) throws -> IndexedDocument? {
        if let changed = documents[number] { return changed }
        return try base.document(number)
    }

    /// Finds a document by its rarest term.
    private func number(
        of id: String,
        terms: some Sequence<String>
    ) throws -> UInt32? {
        let rarest = terms.compactMap { open[$0] }.min { $0.count < $1.count }
        for entry in rarest ?? [] where try document(entry.document)?.id == id {
            return entry.document
        }
        return nil
    }
}
