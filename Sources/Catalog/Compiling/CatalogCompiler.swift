internal import Crypto
internal import Language
public import Messages

/// Compiles source files, or changes of some files over a release, to items.
///
/// Only what changed is compiled. All trees are compiled again where something that they may name
/// has gone, or where the vocabulary or the languages, which are part of them, have changed.
public struct CatalogCompiler {
    let base: CatalogView
    let files: [String: SourceFile]
    let removed: Set<String>
    var changes: [ItemKey: [UInt8]] = [:]
    var problems: [Problem] = []
    var reports: [TreeReport] = []
    var settings = Settings()
    var compiled: [CheckedTree] = []

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

    var draft: CatalogView { CatalogView(OverlayItems(changes, over: base.items)) }

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
        var areTreesAnew = isAnew || isAnyGone || isVocabularyChanged
        var trees = areTreesAnew ? try allPaths("trees/") : changedPaths("trees/")
        try compileTrees(trees)
        if !areTreesAnew, try areOthersConcerned {
            areTreesAnew = true
            let others = Set(try allPaths("trees/")).subtracting(trees).sorted()
            try compileTrees(others)
            trees += others
        }
        if let settingsRoot, files["catalog.yaml"] != nil || areTreesAnew {
            try compileIntakes(settingsRoot)
        }
        try compileConversations(changedPaths("conversations/"))
        try storeSources()
        let wrong = Set(problems.filter { $0.severity == .error }.map(\.path))
        problems += try ReferenceChecker(view: draft, wrongPaths: wrong).check(compiled)
        try updateIndexes(articles: articles, trees: trees)
    }

    /// Whether a tree that did not change may have become wrong: it may name a fact that a changed one has no
    /// more, or lead to one that leads on to others now.
    private var areOthersConcerned: Bool {
        get throws {
            func gotos(_ tree: Tree) -> [String] {
                tree.nodes.filter { $0.kind == .goto }.map(\.gotoTree)
            }
            return try compiled.map(\.tree).contains { tree in
                guard let before = try base.compiledTree(tree.id)?.tree else { return false }
                let facts = Set(tree.facts.map(\.key))
                return !facts.isSuperset(of: before.facts.map(\.key))
                    || gotos(tree) != gotos(before)
            }
        }
    }

    private func result() throws -> Compilation {
        // Only what differs from the base is kept, and so stored.
        let changes = try changes.filter { key, bytes in
            let isSame = try base.items.item(key) { $0.isEqual(to: bytes) }
            return isSame.map { !$0 } ?? !bytes.isEmpty
        }
        return Compilation(
            problems: shownProblems(),
            reports: reports,
            view: CatalogView(OverlayItems(changes, over: base.items)),
            changes: changes
        )
    }

    /// As many problems as are shown, in order; no error is left out for a warning.
    private func shownProblems() -> [Problem] {
        let sorted = problems.sorted { first, second in
            (first.path, first.line, first.column) < (second.path, second.line, second.column)
        }
        var warnings = CatalogLimits.problems - sorted.count { $0.severity == .error }
        let shown = sorted.filter { problem in
            guard problem.severity != .error else { return true }
            warnings -= 1
            return warnings >= 0
        }
        return Array(shown.prefix(CatalogLimits.problems))
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
        guard let text = file.text else {
            problems.add(
                .unreadable,
                at: Self.firstStranger(in: file.content),
                "the file is not UTF-8: here is a letter of another encoding",
                suggestion: "save the file as UTF-8; editors ask for the encoding at 'Save as'"
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

    /// Where the first byte stands that no text in UTF-8 has.
    private static func firstStranger(in content: [UInt8]) -> Place {
        var place = Place(line: 1, column: 1)
        for line in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: line, as: UTF8.self) == nil {
                let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
                place.column += scalars.prefix { $0 != "\u{FFFD}" }.count
                return place
            }
            place.line += 1
        }
        return .none
    }

    /// The checked value of a YAML file; nil where it is not there or something is wrong with it.
    mutating func yaml(
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

    mutating func store(_ message: (some Message)?, _ kind: ItemKind, _ id: String) {
        changes[ItemKey(kind, id)] = message?.encoded() ?? []
    }

    private mutating func reportPath(_ path: String) {
        problems.append(
            Problem(
                .unexpectedFile,
                path: path,
                message: "a catalog has no file of this path",
                suggestion: SourceKind.advice(path: path)
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

    /// Compiles the intake of the catalog, and those that languages have for themselves.
    private mutating func compileIntakes(_ root: YAMLValue) throws {
        let main = context().language
        if let intake = root["intake"] {
            try compileIntake(intake, id: IntakeTree.id, language: main)
        }
        for language in root["languages"]?.fields ?? [] {
            guard let intake = language.value["intake"] else { continue }
            try compileIntake(intake, id: IntakeTree.id(in: language.key), language: language.key)
        }
        for book in try base.settings.phrasebooks where !book.intakeTree.isEmpty {
            if !settings.phrasebooks.contains(where: { $0.intakeTree == book.intakeTree }) {
                store(Tree?.none, .tree, book.intakeTree)
            }
        }
    }

    private mutating func compileIntake(
        _ intake: YAMLValue,
        id: String,
        language: String
    ) throws {
        let gathered = Problems(path: "catalog.yaml")
        let leaf = SettingsCompiler(problems: gathered)
            .leaf(intake, personQueue: settings.personQueue)
        var compiler = TreeCompiler(problems: gathered, context: context())
        let tree = try compiler.compileIntake(intake, id: id, language: language, leaf: leaf)
        finish(tree, compiler, gathered)
    }

    func context() -> CompileContext {
        let draft = draft
        let languages = settings.phrasebooks.map(\.language)
        return CompileContext(language: languages.first ?? "en-US", languages: languages) { id in
            try draft.entity(id)
        }
    }

    private mutating func compileTrees(_ paths: [String]) throws {
        let context = context()
        for path in paths {
            guard case .tree(let id)? = SourceKind(path: path) else { continue }
            let gathered = Problems(path: path)
            if IntakeTree.isIntake(id) {
                gathered.add(
                    .duplicateID,
                    at: .none,
                    "the tree '\(id)' would be made of catalog.yaml",
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
        if !SpokenLanguage.supports(tree.language), !gathered.hasErrors {
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
        let context = context()
        for path in paths {
            guard case .article(let id)? = SourceKind(path: path) else { continue }
            let gathered = Problems(path: path)
            let article = try text(path, gathered).flatMap { text in
                ArticleCompiler(problems: gathered, context: context).compile(text, id: id)
            }
            problems += gathered.list
            store(article, .article, id)
        }
    }

    private mutating func compileConversations(_ paths: [String]) throws {
        let context = context()
        // A tree with an error may lack what was written, and without trees there is nothing to compare with.
        let isWhole = !problems.contains { $0.severity == .error }
        let names = try isWhole && !paths.isEmpty ? ConversationNames(draft) : nil
        for path in paths {
            guard case .conversation(let id)? = SourceKind(path: path) else { continue }
            let gathered = Problems(path: path)
            let conversation = try yaml(path, CatalogShapes.conversation, gathered).map { root in
                context.check(root["start"]?["language"]?.located, gathered)
                names?.check(root, gathered)
                return ConversationCompiler(problems: gathered).conversation(root, id: id)
            }
            problems += gathered.list
            store(conversation, .conversation, id)
        }
    }
}
