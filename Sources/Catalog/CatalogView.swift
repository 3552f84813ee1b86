public import Language
public import Messages
internal import Synchronization

/// The catalog as of one release, or as of a draft: everything that a call reads.
///
/// Nothing is loaded when a view is made. What is read is decoded from where it lies; only the
/// settings and trees, which each turn needs, are kept decoded. They can't change: a view is of one
/// release. A tree that has been read before costs one look into a dictionary under a lock that is
/// held for nothing else; the tree itself is shared, never copied.
public final class CatalogView: Sendable {
    /// The release; 0 for a draft.
    public let release: UInt32
    let items: any ItemReader
    private let cache: Mutex<Cache>
    /// Whether an alias begins with a word, by the word: what customers say is mostly the same words.
    private let beginnings = WordCache()
    /// Sounds and words that are no alias, likewise.
    private let unheard = WordCache()

    private struct Cache {
        var settings: Settings?
        /// nil before it is first asked for, and a nil inside where the catalog has none.
        var routingModel: RoutingModel??
        /// The models that route among trees with openings, by the tag of their language; likewise.
        var openingRoutings: [String: OpeningRouting?] = [:]
        /// The index over trees; likewise, with a nil inside where it is too large to be kept.
        var symptomIndex: KeptIndex??
        var trees = Kept<String, CompiledTree>(maximum: CatalogLimits.decodedTrees)
        /// The documents of trees by their numbers, which each opening looks at.
        var documents = Kept<UInt32, IndexedDocument>(maximum: CatalogLimits.decodedTrees)
        /// Articles with words to speak by their numbers; nil for those without.
        var articles = Kept<UInt32, ArticleText?>(maximum: CatalogLimits.preparedArticles)
    }

    /// The view of a catalog that holds nothing.
    public static let empty = CatalogView(NoItems())

    /// A view of items.
    ///
    /// - Parameter release: 0 for a draft.
    public init(_ items: any ItemReader, release: UInt32 = 0) {
        self.items = items
        self.release = release
        cache = Mutex(Cache())
    }

    /// The settings of the catalog; those of an empty catalog where there are none.
    public var settings: Settings {
        get throws {
            if let settings = cache.withLock({ $0.settings }) { return settings }
            let settings = try decode(Settings.self, .settings, "") ?? Settings()
            cache.withLock { $0.settings = settings }
            return settings
        }
    }

    /// The model that routes openings; nil where the catalog has too few phrases for one.
    ///
    /// It is read with the first opening of a release, and kept: each opening then reads the rows of what
    /// was said.
    var routingModel: RoutingModel? {
        get throws {
            if let model = cache.withLock({ $0.routingModel }) { return model }
            let model: RoutingModel?
            do {
                model = try items.item(ItemKey(.routingModel, "")) { bytes in
                    try RoutingModel(decoding: bytes)
                }
            } catch is PhraseModel.Damaged {
                throw CatalogError.damaged("the model that routes openings can't be read")
            }
            cache.withLock { $0.routingModel = .some(model) }
            return model
        }
    }

    /// The model that routes openings among the trees of a language that have some; nil where fewer than two have enough.
    ///
    /// - Parameter tag: The tag of the language's pack.
    func openingRouting(_ tag: String) throws -> OpeningRouting? {
        if let model = cache.withLock({ $0.openingRoutings[tag] }) { return model }
        let model = try phraseModel(.openingRouting, tag).map(OpeningRouting.init)
        cache.withLock { $0.openingRoutings[tag] = .some(model) }
        return model
    }

    /// The index over trees: kept from the first opening on, where it is not too large.
    var symptomIndex: ViewIndex {
        get throws {
            var index = ViewIndex(view: self, kinds: .symptoms)
            if let kept = cache.withLock({ $0.symptomIndex }) {
                index.kept = kept
                return index
            }
            let kept = try KeptIndex(of: index, maximumBytes: CatalogLimits.keptIndexBytes)
            cache.withLock { $0.symptomIndex = .some(kept) }
            index.kept = kept
            return index
        }
    }

    /// A tree, ready for the walk; nil where there is none of this id.
    public func compiledTree(_ id: String) throws -> CompiledTree? {
        if let tree = cache.withLock({ $0.trees[id] }) { return tree }
        guard let tree = try decode(Tree.self, .tree, id) else { return nil }
        try Self.check(tree)
        let compiled = CompiledTree(
            tree,
            answers: try phraseModel(.answerModel, id),
            openings: try phraseModel(.openingModel, id)
        )
        cache.withLock { $0.trees[id] = compiled }
        return compiled
    }

    /// A model of a tree's answers or openings, by its id, or of a language's openings, by its tag; nil where they are too few
    /// for one.
    func phraseModel(_ kind: ItemKind, _ id: String) throws -> PhraseModel? {
        do {
            return try items.item(ItemKey(kind, id)) { bytes in try PhraseModel(decoding: bytes) }
        } catch is PhraseModel.Damaged {
            let what = kind == .answerModel ? "answers" : "openings"
            throw CatalogError.damaged("the model of the \(what) of '\(id)' can't be read")
        }
    }

    /// A document of the index over trees that was read before.
    func keptDocument(_ number: UInt32, of kind: ItemKind) -> IndexedDocument? {
        kind == .symptomDocument ? cache.withLock { $0.documents[number] } : nil
    }

    /// Keeps a document of the index over trees.
    func keep(_ document: IndexedDocument, _ number: UInt32, of kind: ItemKind) {
        if kind == .symptomDocument { cache.withLock { $0.documents[number] = document } }
    }

    /// The article of a document of the index, read for questions back; nil for one without words to speak.
    func articleText(
        _ number: UInt32,
        in index: ViewIndex,
        _ language: SpokenLanguage
    ) throws -> ArticleText? {
        if let known = cache.withLock({ $0.articles[number] }) { return known }
        let document = try index.document(number)
        let text =
            document.spoken.isEmpty
            ? nil : try article(document.id).map { ArticleText($0, language: language) }
        cache.withLock { $0.articles[number] = .some(text) }
        return text
    }

    /// An article; nil where there is none of this id.
    public func article(_ id: String) throws -> Article? {
        try decode(Article.self, .article, id)
    }

    /// A conversation; nil where there is none of this id.
    public func conversation(_ id: String) throws -> Conversation? {
        try decode(Conversation.self, .conversation, id)
    }

    /// A source file with its content; nil where there is none of this path.
    public func source(_ path: String) throws -> SourceFile? {
        try decode(SourceFile.self, .source, path)
    }

    /// Ids of trees in order, the intake among them, at most `maximum`, beginning after an id.
    public func treeIDs(after id: String = "", maximum: Int) throws -> [String] {
        try items.ids(of: .tree, after: id, maximum: maximum)
    }

    /// Ids of conversations in order, at most `maximum`, beginning after an id.
    public func conversationIDs(after id: String = "", maximum: Int) throws -> [String] {
        try items.ids(of: .conversation, after: id, maximum: maximum)
    }

    /// Ids of entities in order, at most `maximum`, beginning after an id.
    public func entityIDs(after id: String = "", maximum: Int) throws -> [String] {
        try items.ids(of: .entity, after: id, maximum: maximum)
    }

    /// Paths of source files in order, at most `maximum`, beginning after a path.
    public func sourcePaths(after path: String = "", maximum: Int) throws -> [String] {
        try items.ids(of: .source, after: path, maximum: maximum)
    }

    /// Ids of all entities, in order.
    func entityIDs() throws -> [String] {
        try items.ids(of: .entity, after: "", maximum: .max)
    }

    func decode<Value: Message>(_ type: Value.Type, _ kind: ItemKind, _ id: String) throws -> Value?
    {
        // No item has a longer id, and no key of the store is longer.
        guard id.utf8.count <= CatalogLimits.itemIDBytes else { return nil }
        do {
            return try items.item(ItemKey(kind, id)) { try Value.decode($0, limits: .stored) }
        } catch let error as DecodeError {
            throw CatalogError.damaged(
                "the \(kind) '\(id)' of the catalog can't be read (\(error))"
            )
        }
    }

    /// The walk trusts the nodes' indexes, so a tree with one that points nowhere is refused.
    private static func check(_ tree: Tree) throws(CatalogError) {
        let count = tree.nodes.count
        let isRight =
            count > 0
            && tree.nodes.allSatisfy { node in
                node.otherwise < count && node.unknown < count
                    && node.branches.allSatisfy { $0.next < count }
            }
        guard isRight else {
            throw .damaged("the tree '\(tree.id)' of the catalog leads to a node that is not there")
        }
    }
}

/// What was read lately: where there is too much, what was read first goes.
private struct Kept<Key: Hashable, Value> {
    let maximum: Int
    private var values: [Key: Value] = [:]
    /// Keys in the order in which they came, the oldest at `oldest` once there are as many as may be.
    private var order: [Key] = []
    private var oldest = 0

    init(maximum: Int) { self.maximum = maximum }

    subscript(key: Key) -> Value? {
        get { values[key] }
        set {
            guard let newValue, values.updateValue(newValue, forKey: key) == nil else { return }
            guard order.count == maximum else { return order.append(key) }
            values[order[oldest]] = nil
            order[oldest] = key
            oldest = (oldest + 1) % maximum
        }
    }
}

extension CatalogView: Lexicon {
    /// Entities of an alias in the form that `SpokenLanguage.aliasKey(of:)` gives.
    public func entities(alias: String) throws -> [EntityReference] {
        guard let record = try aliasRecord(.alias, alias) else { return [] }
        guard record.entities.count == record.classes.count else {
            throw CatalogError.damaged("the alias '\(alias)' of the catalog can't be read")
        }
        return zip(record.entities, record.classes).map { EntityReference(id: $0, className: $1) }
    }

    /// Whether an alias may begin with these bytes; false is certain.
    public func mayHaveAlias(beginningWith word: ArraySlice<UInt8>) throws -> Bool {
        let hash = WordCache.key(word.span)
        if let known = beginnings[hash] { return known == 1 }
        var isThere = false
        try items.walk(.alias, from: Array(word)) { alias in
            isThere = alias.starts(with: word)
            return .end
        }
        beginnings[hash] = isThere ? 1 : 2
        return isThere
    }

    /// The most aliases that are looked at for a beginning of names.
    private static let aliasesOfBeginning = 32

    /// The aliases that begin with these bytes.
    public func aliases(beginningWith word: [UInt8]) throws -> [String] {
        var found: [String] = []
        try items.walk(.alias, from: word) { alias in
            guard alias.starts(with: word), found.count < Self.aliasesOfBeginning else {
                return .end
            }
            found.append(String(decoding: alias.array, as: UTF8.self))
            return .next
        }
        return found
    }

    /// The aliases under a key of `SpokenLanguage.soundKeys(of:)`.
    public func aliases(sounding key: String) throws -> [String] {
        try aliasRecord(.sound, key)?.entities ?? []
    }

    /// A record of names; most of what is looked up has none.
    private func aliasRecord(_ kind: ItemKind, _ id: String) throws -> AliasRecord? {
        let key = WordCache.key(id) ^ UInt64(kind.rawValue)
        if unheard[key] != nil { return nil }
        let record = try decode(AliasRecord.self, kind, id)
        if record == nil { unheard[key] = 1 }
        return record
    }

    /// An entity; nil where there is none of this id.
    public func entity(_ id: String) throws -> Entity? {
        try decode(Entity.self, .entity, id)
    }
}
