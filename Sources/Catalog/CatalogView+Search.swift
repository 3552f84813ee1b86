internal import Language
public import Messages

/// The indexes of a view: where `Language` looks for words.
struct ViewIndex: RoutingReader {
    let view: CatalogView
    let kinds: Kinds

    struct Kinds {
        let term: ItemKind
        let document: ItemKind
        let sums: ItemKind

        static let articles = Kinds(
            term: .articleTerm,
            document: .articleDocument,
            sums: .articleSums
        )
        static let symptoms = Kinds(
            term: .symptomTerm,
            document: .symptomDocument,
            sums: .symptomSums
        )
    }

    func postings(of term: String) throws -> Postings? {
        try view.decode(Postings.self, kinds.term, term)
    }

    func document(_ number: UInt32) throws -> IndexedDocument? {
        try view.decode(IndexedDocument.self, kinds.document, String(number))
    }

    func sums() throws -> IndexSums {
        try view.decode(IndexSums.self, kinds.sums, "") ?? IndexSums()
    }

    func symptoms(ofTree id: String) throws -> [String] {
        try view.compiledTree(id)?.tree.symptoms ?? []
    }
}

extension CatalogView {
    /// Trees that an opening may belong to, best first, with scores from 0 to 1.
    ///
    /// - Parameter language: BCP 47 tag of the words.
    public func route(_ words: String, language: String) throws -> [RoutingScore] {
        let spoken = SpokenLanguage.of(language)
        let index = ViewIndex(view: self, kinds: .symptoms)
        let model = try routingModel
        let scores =
            try model.map { $0.scores(of: words, language: spoken) }
            ?? Router.route(words, language: spoken, in: index)
        let deep = try OpeningRouter.route(words, language: spoken, in: index) { id in
            try compiledTree(id)?.meaning
        }
        guard !deep.isEmpty else { return scores }
        let others = scores.filter { score in !deep.contains { $0.tree == score.tree } }
        return (deep + others).sorted { $0.score > $1.score }
    }

    /// Articles about some words, best first.
    ///
    /// - Parameters:
    ///   - language: BCP 47 tag of the words; only articles of that language are found. Empty for
    ///     articles of all languages, with the words read in the catalog's first.
    ///   - products: Only articles about one of these; empty for all.
    ///   - maximum: How many are wanted.
    public func search(
        _ words: String,
        language: String,
        products: [String] = [],
        maximum: Int
    ) throws -> [SearchHit] {
        let first = try settings.phrasebooks.first?.language ?? ""
        let spoken = SpokenLanguage.of(language.isEmpty ? first : language)
        let wanted = Self.primary(language)
        let hits = try TextIndex.search(
            words,
            language: spoken,
            in: ViewIndex(view: self, kinds: .articles),
            maximum: maximum
        ) { document in
            (wanted.isEmpty || Self.primary(document.language) == wanted)
                && (products.isEmpty || document.products.contains { products.contains($0) })
        }
        return try hits.compactMap { hit in
            guard let article = try article(hit.document.id) else { return nil }
            return SearchHit(
                id: article.id,
                title: article.title,
                score: hit.score,
                spoken: article.spoken
            )
        }
    }

    /// Entities that go by a name: an id, or a name or alias in any spelling.
    ///
    /// - Parameter language: BCP 47 tag of the name's language.
    public func entities(named name: String, language: String) throws -> [Entity] {
        if let entity = try entity(name) { return [entity] }
        let key = SpokenLanguage.of(language).aliasKey(of: name)
        return try entities(alias: key).compactMap { try entity($0.id) }
    }

    /// The language of a tag without its region: `en` of `en-US`.
    private static func primary(_ tag: String) -> String {
        tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }
}
