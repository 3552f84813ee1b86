public import Language
public import Messages

/// The indexes of a view: where `Language` looks for words.
struct ViewIndex: RoutingReader {
    let view: CatalogView
    let kinds: Kinds
    /// The index where it is kept in memory.
    var kept: KeptIndex?

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

    func list<Result>(of term: String, _ body: (Span<UInt8>) throws -> Result) throws -> Result? {
        guard term.utf8.count <= CatalogLimits.itemIDBytes else { return nil }
        do {
            if let kept { return try kept.list(of: term, body) }
            return try view.items.item(ItemKey(kinds.term, term), body)
        } catch is DamagedPostings {
            throw CatalogError.damaged("the list of '\(term)' in the catalog's index can't be read")
        }
    }

    func walk(from term: [UInt8], _ body: (Span<UInt8>) throws -> WalkStep) throws {
        if let kept { return try kept.walk(from: term, body) }
        try view.items.walk(kinds.term, from: term, body)
    }

    func document(_ number: UInt32) throws -> IndexedDocument {
        if let known = view.keptDocument(number, of: kinds.document) { return known }
        guard let document = try view.decode(IndexedDocument.self, kinds.document, String(number))
        else { throw CatalogError.damaged("the catalog's index has no document \(number)") }
        view.keep(document, number, of: kinds.document)
        return document
    }

    func sums() throws -> IndexSums {
        if let kept { return kept.sums }
        return try view.decode(IndexSums.self, kinds.sums, "") ?? IndexSums()
    }

    func isUnlike(_ term: String) -> Bool { kept?.isUnlike(term) ?? false }

    func rememberUnlike(_ term: String) { kept?.rememberUnlike(term) }

    func symptoms(ofTree id: String) throws -> SymptomTerms? {
        try view.compiledTree(id)?.symptomTerms
    }
}

extension CatalogView {
    /// Trees that an opening may belong to, best first, with scores from 0 to 1.
    ///
    /// - Parameter language: BCP 47 tag of the words.
    public func route(_ words: String, language: String) throws -> [RoutingScore] {
        try route(SpokenOpening(words, language: .of(language)), language: language)
    }

    /// Trees that an opening may belong to, best first, with scores from 0 to 1.
    ///
    /// - Parameter language: BCP 47 tag of the words.
    public func route(_ opening: SpokenOpening, language: String) throws -> [RoutingScore] {
        let spoken = SpokenLanguage.of(language)
        let index = try symptomIndex
        let filter = IndexFilter(language: language)
        let query = try RoutingQuery(opening, in: index, filter: filter)
        let (deep, isWhole) = try OpeningRouter.route(query, model: openingRouting(spoken.tag)) {
            try compiledTree($0)?.meaning
        }
        if isWhole { return deep }
        // The model knows the trees of the catalog's first language.
        let main = try settings.phrasebooks.first.map { SpokenLanguage.of($0.language) }
        let scores =
            try (main === spoken ? routingModel : nil)?.scores(of: opening)
            ?? Router.route(query, in: index)
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
        let hits = try TextIndex.search(
            words,
            language: SpokenLanguage.of(language.isEmpty ? first : language),
            in: ViewIndex(view: self, kinds: .articles),
            maximum: maximum,
            filter: IndexFilter(language: language, products: products)
        )
        return hits.map { hit in
            SearchHit(
                id: hit.document.id,
                title: hit.document.title,
                score: hit.score,
                spoken: hit.document.spoken
            )
        }
    }

    /// Articles about some words that have words to speak, best first, read for a question back.
    ///
    /// - Parameters:
    ///   - language: BCP 47 tag of the words; only articles of that language are found.
    ///   - maximum: How many are looked at.
    public func articleTexts(
        about words: String,
        language: String,
        maximum: Int
    ) throws -> [ArticleText] {
        let spoken = SpokenLanguage.of(language)
        let index = ViewIndex(view: self, kinds: .articles)
        return try TextIndex.numbers(
            of: words,
            language: spoken,
            in: index,
            maximum: maximum,
            filter: IndexFilter(language: language)
        ).compactMap { try articleText($0, in: index, spoken) }
    }

    /// Entities that go by a name: an id, or a name or alias in any spelling.
    ///
    /// - Parameter language: BCP 47 tag of the name's language.
    public func entities(named name: String, language: String) throws -> [Entity] {
        if let entity = try entity(name) { return [entity] }
        let key = SpokenLanguage.of(language).aliasKey(of: name)
        return try entities(alias: key).compactMap { try entity($0.id) }
    }
}
