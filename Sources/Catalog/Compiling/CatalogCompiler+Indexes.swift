internal import Language
internal import Messages

extension CatalogCompiler {
    mutating func updateIndexes(articles: [String], trees: [String]) throws {
        var articleIndex = try IndexBuilder(base: ViewIndex(view: base, kinds: .articles))
        for path in articles {
            guard case .article(let id)? = SourceKind(path: path) else { continue }
            let before = try base.article(id).map(IndexEntry.init)
            let after = try draft(decode: Article.self, .article, id).map(IndexEntry.init)
            try Self.replace(before, by: after, in: &articleIndex)
        }
        store(articleIndex.changes(), .articles)

        // The intake's phrases are those that belong to no tree.
        var isRoutingChanged = try areExamplesChanged(of: IntakeTree.id)
        // A model of a form that is not read any more is made anew, once.
        for former in [ItemKey(.formerRoutingModel, ""), ItemKey(.formerRoutingModelOfWords, "")]
        where try base.items.item(former, { _ in true }) != nil {
            changes[former] = []
            isRoutingChanged = true
        }
        var symptomIndex = try IndexBuilder(base: ViewIndex(view: base, kinds: .symptoms))
        var openingRoutings: Set<String> = []
        for path in trees {
            guard case .tree(let id)? = SourceKind(path: path) else { continue }
            let before = try base.compiledTree(id)?.tree
            let after = try draft(decode: Tree.self, .tree, id)
            try Self.replace(
                before.map(IndexEntry.init),
                by: after.map(IndexEntry.init),
                in: &symptomIndex
            )
            try trainAnswers(id, before, after)
            let areOpeningsChanged = try trainOpenings(id, before, after)
            for tree in [before, after].compactMap(\.self) where OpeningExamples.areEnough(of: tree)
            {
                let tag = SpokenLanguage.of(tree.language).tag
                // An earlier version made no such model.
                if try areOpeningsChanged || base.openingRouting(tag) == nil {
                    openingRoutings.insert(tag)
                }
            }
            if try areExamplesChanged(of: id) { isRoutingChanged = true }
        }
        store(symptomIndex.changes(), .symptoms)
        if isRoutingChanged { try trainRouting() }
        for tag in openingRoutings { try trainOpeningRouting(tag) }
    }

    /// Trains the model of a tree's answers, where what it is trained on has changed, or an earlier version did not know what
    /// answers nothing.
    private mutating func trainAnswers(_ id: String, _ before: Tree?, _ after: Tree?) throws {
        let known = try base.phraseModel(.answerModel, id)
        if known?.knowsUnrelated == true, let before, let after,
            AnswerExamples.areSame(before, after)
        {
            return
        }
        let model = after.flatMap(AnswerExamples.model)
        changes[ItemKey(.answerModel, id)] = model?.encoded() ?? []
    }

    /// Trains the model of a tree's openings, where they have changed or have none yet; true where it did.
    private mutating func trainOpenings(
        _ id: String,
        _ before: Tree?,
        _ after: Tree?
    ) throws -> Bool {
        let isKnown = try base.phraseModel(.openingModel, id) != nil
        if let before, let after, OpeningExamples.areSame(before, after),
            isKnown == OpeningExamples.areEnough(of: after)
        {
            return false
        }
        let model = after.flatMap(OpeningExamples.model)
        changes[ItemKey(.openingModel, id)] = model?.encoded() ?? []
        return true
    }

    private func areExamplesChanged(of tree: String) throws -> Bool {
        try base.compiledTree(tree).map { RoutingExamples($0.tree) }
            != draft(decode: Tree.self, .tree, tree).map(RoutingExamples.init)
    }

    /// Trains the model that routes openings on the phrases of the trees in the catalog's first language.
    private mutating func trainRouting() throws {
        let main = SpokenLanguage.of(context().language)
        var examples: [RoutingExamples] = []
        try forEachTree(of: main.tag) { examples.append(RoutingExamples($0)) }
        let unrelated = examples.first { $0.tree == IntakeTree.id }?.phrases ?? []
        examples.removeAll { IntakeTree.isIntake($0.tree) }
        let model = RoutingModel.train(examples, unrelated: unrelated)
        changes[ItemKey(.routingModel, "")] = model?.encoded() ?? []
    }

    /// Trains the model that routes among the trees of a language that have openings.
    private mutating func trainOpeningRouting(_ tag: String) throws {
        var examples: [OpeningRouting.Examples] = []
        try forEachTree(of: tag) { tree in
            if let known = OpeningRouting.Examples(tree) { examples.append(known) }
        }
        let model = OpeningRouting.train(examples)
        changes[ItemKey(.openingRouting, tag)] = model?.encoded() ?? []
    }

    /// Reads the draft's trees in a language, in the order of their ids.
    private func forEachTree(of tag: String, _ body: (Tree) -> Void) throws {
        let draft = draft
        var last = ""
        while true {
            let ids = try draft.treeIDs(after: last, maximum: CatalogLimits.pageFiles)
            for id in ids {
                guard let tree = try draft.decode(Tree.self, .tree, id),
                    SpokenLanguage.of(tree.language).tag == tag
                else { continue }
                body(tree)
            }
            guard ids.count == CatalogLimits.pageFiles, let end = ids.last else { return }
            last = end
        }
    }

    private static func replace(
        _ before: IndexEntry?,
        by after: IndexEntry?,
        in index: inout IndexBuilder
    ) throws {
        do {
            try index.replace(before, by: after)
        } catch is DamagedPostings {
            throw CatalogError.damaged("the catalog's index does not have '\(before?.id ?? "")'")
        }
    }

    private mutating func store(_ index: IndexChanges, _ kinds: ViewIndex.Kinds) {
        guard !index.documents.isEmpty else { return }
        for (term, list) in index.lists { changes[ItemKey(kinds.term, term)] = list ?? [] }
        for (number, document) in index.documents {
            store(document, kinds.document, String(number))
        }
        store(index.sums, kinds.sums, "")
    }
}

extension RoutingExamples {
    fileprivate init(_ tree: Tree) {
        self.init(
            tree: tree.id,
            language: tree.language,
            title: tree.title,
            phrases: tree.symptoms
        )
    }
}

extension IndexEntry {
    fileprivate init(_ article: Article) {
        var headings: [IndexText] = []
        var body = ""
        for line in article.body.split(separator: "\n") {
            if line.first == "#" {
                headings.append(IndexText(.headings, String(line)))
            } else {
                body += line
                body += "\n"
            }
        }
        let symptoms = (article.symptoms + article.tags + article.products)
            .map { IndexText(.symptoms, $0) }
        self.init(
            id: article.id,
            language: article.language,
            products: article.products,
            title: article.title,
            spoken: article.spoken,
            texts: [IndexText(.title, article.title)] + symptoms + headings
                + [IndexText(.body, body)]
        )
    }

    fileprivate init(_ tree: Tree) {
        // Where openings may skip ahead, they may name what is asked further down, and nothing else.
        let nodes = tree.skipsAhead ? tree.nodes : []
        self.init(
            id: tree.id,
            language: tree.language,
            title: tree.title,
            texts: [IndexText(.title, tree.title)]
                + tree.symptoms.map { IndexText(.symptoms, $0) }
                + nodes.flatMap { [$0.say, $0.diagnosis] }.map { IndexText(.body, $0) }
        )
    }
}
