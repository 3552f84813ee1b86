internal import Crypto
internal import Language
public import Messages

/// Compiles source files, or changes of some files over a release, to items.
///
/// Only what changed is compiled. All trees are compiled again where something that they may name
/// has gone, or where the vocabulary or the languages, which are part of them, have changed.
public struct CatalogCompiler {
    private let base: CatalogView
    private let files: [String: SourceFile]
    private let removed: Set<String>
    private var changes: [ItemKey: [UInt8]] = [:]
    private var problems: [Problem] = []
    private var reports: [TreeReport] = []
    private var settings = Settings()
    private var compiled: [CheckedTree] = []

    /// Compiles files over a view, or a whole catalog where none is given.
    ///
    /// - Throws: What reading the base throws; whatever is wrong with the files is a problem of the
    ///   result instead.
    public static func compile(
        _ files: [SourceFile],
        removing removed: [String] = [],
        over base: CatalogView = .empty
    ) throws -> Compilation {
        var compiler = CatalogCompiler(files, removed, base)
        try compiler.compile()
        return try compiler.result()
    }

    private init(_ files: [SourceFile], _ removed: [String], _ base: CatalogView) {
        self.base = base
        self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
        self.removed = Set(removed).subtracting(self.files.keys)
    }

    private var draft: CatalogView { CatalogView(OverlayItems(changes, over: base.items)) }

    private mutating func compile() throws {
        let paths = files.keys.sorted()
        for path in paths where SourceKind(path: path) == nil { reportPath(path) }
        let languagesBefore = try base.settings.phrasebooks.map(\.language)
        let settingsRoot = try compileSettings()
        let languages = settings.phrasebooks.map(\.language)
        let isAnew = languages != languagesBefore && !languagesBefore.isEmpty

        try compileVocabulary(isAnew ? try allPaths("vocabulary/") : changedPaths("vocabulary/"))
        let articles = isAnew ? try allPaths("articles/") : changedPaths("articles/")
        try compileArticles(articles)
        let isAnyGone = removed.contains { $0.hasPrefix("trees/") || $0.hasPrefix("articles/") }
        let isVocabularyChanged = !changedPaths("vocabulary/").isEmpty
        let areTreesAnew = isAnew || isAnyGone || isVocabularyChanged
        let trees = areTreesAnew ? try allPaths("trees/") : changedPaths("trees/")
        try compileTrees(trees)
        if let settingsRoot, settingsRoot["intake"] != nil || areTreesAnew {
            try compileIntake(settingsRoot)
        }
        try compileConversations(changedPaths("conversations/"))
        try storeSources()
        try checkReferences()
        try updateIndexes(articles: articles, trees: trees)
    }

    private func result() throws -> Compilation {
        // Only what differs from the base is kept, and so stored.
        let changes = try changes.filter { key, bytes in
            let isSame = try base.items.item(key) { $0.isEqual(to: bytes) }
            return isSame.map { !$0 } ?? !bytes.isEmpty
        }
        let sorted = problems.sorted { first, second in
            (first.path, first.line, first.column) < (second.path, second.line, second.column)
        }
        return Compilation(
            problems: Array(sorted.prefix(CatalogLimits.problems)),
            reports: reports,
            view: CatalogView(OverlayItems(changes, over: base.items)),
            changes: changes
        )
    }
}

// MARK: - Files

extension CatalogCompiler {
    private func changedPaths(_ folder: String) -> [String] {
        (files.keys.filter { $0.hasPrefix(folder) } + removed.filter { $0.hasPrefix(folder) })
            .filter { SourceKind(path: $0) != nil }.sorted()
    }

    private func allPaths(_ folder: String) throws -> [String] {
        var paths = Set(changedPaths(folder))
        var last = folder
        while true {
            let page = try base.sourcePaths(after: last, maximum: CatalogLimits.pageFiles)
            for path in page where path.hasPrefix(folder) { paths.insert(path) }
            guard let end = page.last, end.hasPrefix(folder) else { break }
            last = end
        }
        return paths.sorted()
    }

    /// The text of a file as it will be; nil where it is removed or not there.
    private mutating func text(_ path: String, _ problems: Problems) throws -> String? {
        guard !removed.contains(path) else { return nil }
        guard let file = try files[path] ?? base.source(path) else { return nil }
        guard file.content.count <= CatalogLimits.fileBytes else {
            let limit = CatalogLimits.fileBytes
            problems.add(
                .tooLarge,
                at: .none,
                "the file has \(file.content.count) bytes, at most \(limit) are allowed"
            )
            return nil
        }
        guard let text = String(validating: file.content, as: UTF8.self) else {
            problems.add(
                .unreadable,
                at: .none,
                "the file is not UTF-8",
                suggestion: "save it as UTF-8"
            )
            return nil
        }
        guard !text.utf8.contains(0) else {
            problems.add(
                .unreadable,
                at: .none,
                "the file contains a NUL byte",
                suggestion: "remove it"
            )
            return nil
        }
        return text
    }

    /// The checked value of a YAML file; nil where it is not there or something is wrong with it.
    private mutating func yaml(
        _ path: String,
        _ shape: Shape,
        _ problems: Problems
    ) throws -> YAMLValue? {
        guard let text = try text(path, problems),
            let value = YAMLText.read(text, into: problems)
        else { return nil }
        ShapeChecker(problems: problems).check(value, .object(shape), shape.name)
        return problems.hasErrors ? nil : value
    }

    private mutating func store(_ message: (some Message)?, _ kind: ItemKind, _ id: String) {
        changes[ItemKey(kind, id)] = message?.encoded() ?? []
    }

    private mutating func reportPath(_ path: String) {
        problems.append(
            Problem(
                .unexpectedFile,
                path: path,
                message: "a catalog has no file of this path",
                suggestion: "it has catalog.yaml, trees/ID.yaml, vocabulary/NAME.yaml, "
                    + "articles/ID.md and conversations/ID.yaml, with ids of lower-case letters, "
                    + "digits, '-' and '.'"
            )
        )
    }

    private mutating func storeSources() throws {
        for (path, file) in files where SourceKind(path: path) != nil {
            var source = SourceFile(path: path, content: file.content)
            source.sha256 = Array(SHA256.hash(data: file.content))
            source.size = UInt64(file.content.count)
            store(source, .source, path)
        }
        for path in removed { store(SourceFile?.none, .source, path) }
    }
}

// MARK: - Kinds of files

extension CatalogCompiler {
    private mutating func compileSettings() throws -> YAMLValue? {
        let path = "catalog.yaml"
        let gathered = Problems(path: path)
        settings = try base.settings
        let isChanged = files[path] != nil
        defer { problems += gathered.list }
        guard try !removed.contains(path) && (isChanged || base.source(path) != nil) else {
            gathered.add(
                .missingFile,
                at: .none,
                "the catalog has no catalog.yaml",
                suggestion: "write one: languages, time-zone, person-queue and intake"
            )
            return nil
        }
        guard let root = try yaml(path, CatalogShapes.catalog, gathered) else { return nil }
        if isChanged {
            settings = SettingsCompiler(problems: gathered).settings(root)
            store(settings, .settings, "")
        }
        return root
    }

    private mutating func compileIntake(_ root: YAMLValue) throws {
        guard let intake = root["intake"] else { return }
        let gathered = Problems(path: "catalog.yaml")
        let leaf = SettingsCompiler(problems: gathered)
            .leaf(intake, personQueue: settings.personQueue)
        var compiler = TreeCompiler(problems: gathered, context: context())
        let tree = try compiler.compileIntake(intake, leaf: leaf)
        finish(tree, compiler, gathered)
    }

    private func context() -> CompileContext {
        let draft = draft
        return CompileContext(language: settings.phrasebooks.first?.language ?? "en-US") { id in
            try draft.entity(id)
        }
    }

    private mutating func compileTrees(_ paths: [String]) throws {
        let context = context()
        for path in paths {
            guard case .tree(let id)? = SourceKind(path: path) else { continue }
            let gathered = Problems(path: path)
            if id == IntakeTree.id {
                gathered.add(
                    .duplicateID,
                    at: .none,
                    "the tree 'intake' is made of catalog.yaml",
                    suggestion: "give this tree another name"
                )
            } else if let root = try yaml(path, TreeShapes.tree, gathered) {
                var compiler = TreeCompiler(problems: gathered, context: context)
                let tree = try compiler.compile(root, id: id)
                finish(tree, compiler, gathered)
                continue
            }
            problems += gathered.list
            store(Tree?.none, .tree, id)
        }
    }

    private mutating func finish(_ tree: Tree, _ compiler: TreeCompiler, _ gathered: Problems) {
        let places = compiler.places
        let hasLinks = !gathered.list.contains { $0.code == ProblemCode.missingDefault.rawValue }
        if hasLinks {
            let paths = TreePaths(tree: tree, places: places, problems: gathered)
            if let report = paths.check() { reports.append(report) }
        }
        if !SpokenLanguage.supports(tree.language) {
            gathered.add(
                .badValue,
                at: places.tree,
                "the language '\(tree.language)' is not supported: it is read as English",
                severity: .warning
            )
        }
        problems += gathered.list
        store(tree, .tree, tree.id)
        compiled.append(
            CheckedTree(
                tree: tree,
                places: places,
                path: gathered.path,
                foreignFacts: compiler.foreignFacts
            )
        )
    }

    private mutating func compileArticles(_ paths: [String]) throws {
        let language = settings.phrasebooks.first?.language ?? "en-US"
        for path in paths {
            guard case .article(let id)? = SourceKind(path: path) else { continue }
            let gathered = Problems(path: path)
            let article = try text(path, gathered).flatMap { text in
                ArticleCompiler(problems: gathered, language: language).compile(text, id: id)
            }
            problems += gathered.list
            store(article, .article, id)
        }
    }

    private mutating func compileConversations(_ paths: [String]) throws {
        for path in paths {
            guard case .conversation(let id)? = SourceKind(path: path) else { continue }
            let gathered = Problems(path: path)
            let conversation = try yaml(path, CatalogShapes.conversation, gathered).map { root in
                ConversationCompiler(problems: gathered).conversation(root, id: id)
            }
            problems += gathered.list
            store(conversation, .conversation, id)
        }
    }
}

// MARK: - Vocabulary

extension CatalogCompiler {
    private mutating func compileVocabulary(_ paths: [String]) throws {
        for path in paths { try removeVocabulary(path) }
        var owners: [String: Place] = [:]
        for path in paths {
            guard case .vocabulary(let name)? = SourceKind(path: path) else { continue }
            let gathered = Problems(path: path)
            if let root = try yaml(path, CatalogShapes.vocabulary, gathered) {
                let written = VocabularyCompiler(problems: gathered).entities(root)
                for entry in written { try add(entry, gathered, &owners) }
                try changeClass(root["class"]?.text ?? "") { files in
                    files = files.filter { $0 != name } + [name]
                }
            }
            problems += gathered.list
        }
    }

    private mutating func add(
        _ entry: VocabularyCompiler.Written,
        _ gathered: Problems,
        _ owners: inout [String: Place]
    ) throws {
        let entity = entry.entity
        guard try draft(decode: Entity.self, .entity, entity.id) == nil else {
            return gathered.add(
                .duplicateID,
                at: entry.place,
                "there is an entity '\(entity.id)' already",
                suggestion: "give this one another id"
            )
        }
        store(entity, .entity, entity.id)
        for key in aliasKeys(of: entity) {
            var record = try draft(decode: AliasRecord.self, .alias, key) ?? AliasRecord()
            let rivals = zip(record.entities, record.classes).filter { $1 == entity.className }
            if let rival = rivals.first {
                gathered.add(
                    .ambiguousPhrase,
                    at: entry.place,
                    "'\(entity.id)' and '\(rival.0)' have the same name or alias (\(key))",
                    suggestion: "remove it from one of them, or customers can't tell them apart",
                    severity: .warning
                )
            }
            record.entities.append(entity.id)
            record.classes.append(entity.className)
            store(record, .alias, key)
        }
    }

    /// Takes out what a file of the base brought in.
    private mutating func removeVocabulary(_ path: String) throws {
        guard case .vocabulary(let name)? = SourceKind(path: path),
            let source = try base.source(path)
        else { return }
        let ignored = Problems(path: path)
        let text = String(decoding: source.content, as: UTF8.self)
        guard let root = YAMLText.read(text, into: ignored) else { return }
        for entry in VocabularyCompiler(problems: ignored).entities(root) {
            let languages = try base.settings.phrasebooks.map(\.language)
            for key in aliasKeys(of: entry.entity, languages: languages) {
                guard let record = try draft(decode: AliasRecord.self, .alias, key) else {
                    continue
                }
                let kept = zip(record.entities, record.classes).filter { $0.0 != entry.entity.id }
                let changed = AliasRecord(entities: kept.map(\.0), classes: kept.map(\.1))
                store(kept.isEmpty ? nil : changed, .alias, key)
            }
            store(Entity?.none, .entity, entry.entity.id)
        }
        try changeClass(root["class"]?.text ?? "") { files in files.removeAll { $0 == name } }
    }

    private mutating func changeClass(_ name: String, _ change: (inout [String]) -> Void) throws {
        var files = try draft(decode: AliasRecord.self, .vocabularyClass, name)?.entities ?? []
        change(&files)
        store(files.isEmpty ? nil : AliasRecord(entities: files), .vocabularyClass, name)
    }

    private func aliasKeys(of entity: Entity, languages: [String]? = nil) -> Set<String> {
        let tags = languages ?? settings.phrasebooks.map(\.language)
        let names = [entity.id, entity.name] + entity.aliases
        var keys: Set<String> = []
        for language in tags.map(SpokenLanguage.of) {
            for name in names {
                let key = language.aliasKey(of: name)
                let bytes = key.utf8.count
                if bytes > 0, bytes <= CatalogLimits.itemIDBytes { keys.insert(key) }
            }
        }
        return keys
    }

    private func draft<Value: Message>(
        decode type: Value.Type,
        _ kind: ItemKind,
        _ id: String
    ) throws -> Value? {
        guard let bytes = changes[ItemKey(kind, id)] else { return try base.decode(type, kind, id) }
        return bytes.isEmpty ? nil : try type.decode(bytes, limits: .stored)
    }
}

// MARK: - What only the whole catalog shows

extension CatalogCompiler {
    private mutating func checkReferences() throws {
        problems += try ReferenceChecker(view: draft).check(compiled)
    }

    private mutating func updateIndexes(articles: [String], trees: [String]) throws {
        var articleIndex = try IndexBuilder(base: ViewIndex(view: base, kinds: .articles))
        for path in articles {
            guard case .article(let id)? = SourceKind(path: path) else { continue }
            let before = try base.article(id).map(IndexEntry.init)
            let after = try draft(decode: Article.self, .article, id).map(IndexEntry.init)
            try Self.replace(before, by: after, in: &articleIndex)
        }
        store(articleIndex.changes(), .articles)

        var symptomIndex = try IndexBuilder(base: ViewIndex(view: base, kinds: .symptoms))
        for path in trees {
            guard case .tree(let id)? = SourceKind(path: path) else { continue }
            let before = try base.compiledTree(id).map { IndexEntry($0.tree) }
            let after = try draft(decode: Tree.self, .tree, id).map(IndexEntry.init)
            try Self.replace(before, by: after, in: &symptomIndex)
        }
        store(symptomIndex.changes(), .symptoms)
    }

    private static func replace(
        _ before: IndexEntry?,
        by after: IndexEntry?,
        in index: inout IndexBuilder
    ) throws {
        guard before != after else { return }
        if let before {
            try index.remove(id: before.id, language: before.language, texts: before.texts)
        }
        if let after {
            try index.add(
                id: after.id,
                language: after.language,
                products: after.products,
                texts: after.texts
            )
        }
    }

    private mutating func store(_ index: IndexChanges, _ kinds: ViewIndex.Kinds) {
        guard !index.documents.isEmpty else { return }
        for (term, postings) in index.postings { store(postings, kinds.term, term) }
        for (number, document) in index.documents {
            store(document, kinds.document, String(number))
        }
        store(index.sums, kinds.sums, "")
    }
}

/// What of an article or a tree is found by its words.
private struct IndexEntry: Equatable {
    let id: String
    let language: String
    let products: [String]
    let texts: [IndexText]

    init(_ article: Article) {
        id = article.id
        language = article.language
        products = article.products
        let symptoms = (article.symptoms + article.tags).map { IndexText(.symptoms, $0) }
        texts = [IndexText(.title, article.title)] + symptoms + [IndexText(.body, article.body)]
    }

    init(_ tree: Tree) {
        id = tree.id
        language = tree.language
        products = []
        texts = [IndexText(.title, tree.title)] + tree.symptoms.map { IndexText(.symptoms, $0) }
    }
}
