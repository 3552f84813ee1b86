internal import Messages

/// A compiled tree with where it was written.
struct CheckedTree {
    let tree: Tree
    let places: TreePlaces
    let path: String
    /// Facts in its templates that it does not have itself.
    let foreignFacts: [Located<String>]
}

/// Checks what trees name of the rest of the catalog.
struct ReferenceChecker {
    let view: CatalogView
    /// Files with errors: what they were to hold is not missing, though the view may lack it.
    let wrongPaths: Set<String>

    func check(_ trees: [CheckedTree]) throws -> [Problem] {
        var list: [Problem] = []
        for checked in trees {
            let problems = Problems(path: checked.path)
            for (index, node) in checked.tree.nodes.enumerated() {
                try check(node, index, checked, problems)
            }
            for fact in checked.foreignFacts
            where try !isTreeWrong(beside: checked.path) && !isAnywhere(fact.value) {
                problems.add(
                    .unknownFact,
                    at: fact.place,
                    "no tree determines '\(fact.value)', and 'facts' does not describe it",
                    suggestion: Suggestion.fact(fact.value, among: checked.tree.facts.map(\.key))
                )
            }
            if !problems.hasErrors { try checkGotos(checked, problems) }
            list += problems.list
        }
        return list
    }

    /// Whether another tree has errors, so that it may lack facts that were written.
    private func isTreeWrong(beside path: String) -> Bool {
        wrongPaths.contains { $0.hasPrefix("trees/") && $0 != path }
    }

    /// Whether a tree determines a fact, or its detail: a call that comes by a goto has it then.
    private func isAnywhere(_ fact: String) throws -> Bool {
        let plain = fact.hasSuffix(".detail") ? String(fact.dropLast(7)) : fact
        return try view.treeIDs(maximum: CatalogLimits.trees).contains { id in
            guard let tree = try view.compiledTree(id) else { return false }
            return tree.definition(of: fact) != nil || tree.definition(of: plain) != nil
        }
    }

    private func check(
        _ node: Node,
        _ index: Int,
        _ checked: CheckedTree,
        _ problems: Problems
    ) throws {
        for article in node.articles
        where try view.article(article) == nil && !wrongPaths.contains("articles/\(article).md") {
            problems.add(
                .unknownArticle,
                at: checked.places.place(of: "article:\(article)", node: index),
                "there is no article '\(article)'",
                suggestion: "an article's id is its file's name: articles/\(article).md"
            )
        }
        if node.kind == .goto, try view.compiledTree(node.gotoTree) == nil,
            !wrongPaths.contains("trees/\(node.gotoTree).yaml")
        {
            let known = try view.treeIDs(maximum: CatalogLimits.trees)
            problems.add(
                .unknownTree,
                at: checked.places.place(of: "tree", node: index),
                "there is no tree '\(node.gotoTree)'",
                suggestion: Suggestion.nearestOrAll(to: node.gotoTree, among: known)
            )
        }
        guard node.valueKind == .entity, !node.entityClass.isEmpty,
            !wrongPaths.contains(where: { $0.hasPrefix("vocabulary/") })
        else { return }
        if try view.decode(AliasRecord.self, .vocabularyClass, node.entityClass) == nil {
            problems.add(
                .unknownClass,
                at: checked.places.place(of: "class", node: index),
                "the vocabulary has no class '\(node.entityClass)'",
                suggestion: "add a file to vocabulary/ with 'class: \(node.entityClass)'"
            )
        }
        for branch in node.branches where branch.comparison == .equal {
            let entity = try view.entity(branch.value)
            guard entity?.className != node.entityClass else { continue }
            problems.add(
                .unknownEntity,
                at: checked.places.place(of: "value:\(branch.value)", node: index),
                "the vocabulary has no \(node.entityClass) '\(branch.value)'",
                suggestion: "use the id of an entity of this class"
            )
        }
    }

    /// A circle of gotos must pass through a tree that was just compiled: it is found from there.
    private func checkGotos(_ checked: CheckedTree, _ problems: Problems) throws {
        var path = [checked.tree.id]
        var longest: [String: Int] = [:]
        func steps(from id: String) throws -> Int? {
            if let known = longest[id] { return known }
            var most = 0
            let nodes = try view.compiledTree(id)?.tree.nodes ?? []
            for target in nodes.filter({ $0.kind == .goto }).map(\.gotoTree) {
                if path.contains(target) {
                    path.append(target)
                    return nil
                }
                path.append(target)
                guard let further = try steps(from: target) else { return nil }
                path.removeLast()
                most = max(most, further + 1)
            }
            longest[id] = most
            return most
        }
        let goto = checked.tree.nodes.firstIndex { $0.kind == .goto } ?? 0
        let place = checked.places.place(of: "tree", node: goto)
        guard let most = try steps(from: checked.tree.id) else {
            return problems.add(
                .gotoCycle,
                at: place,
                "the trees lead in a circle: \(path.joined(separator: " → "))",
                suggestion: "end one of them with a diagnosis"
            )
        }
        if most > CatalogLimits.gotos {
            problems.add(
                .gotoCycle,
                at: place,
                "\(most) trees in a row, at most \(CatalogLimits.gotos) are allowed",
                suggestion: "end one of them with a diagnosis"
            )
        }
    }
}
