internal import Messages

/// The trees and facts that a catalog has, for what conversations name.
struct ConversationNames {
    private let trees: [String]
    private let nodes: Set<String>
    private let facts: Set<String>

    /// - Throws: what reading the catalog throws.
    init(_ view: CatalogView) throws {
        trees = try view.treeIDs(maximum: CatalogLimits.trees)
        var nodes: Set<String> = []
        var facts = Set(TreeCompiler.universalFacts)
        for id in trees {
            guard let tree = try view.compiledTree(id)?.tree else { continue }
            nodes.formUnion(tree.nodes.map { "\(id)/\($0.id)" })
            facts.formUnion(tree.facts.map(\.key))
            facts.formUnion(tree.nodes.map(\.fact))
        }
        self.nodes = nodes
        self.facts = facts
    }

    /// Reports what a conversation expects of trees and facts that no tree has.
    func check(_ root: YAMLValue, _ problems: Problems) {
        // The front end may know facts that no tree asks for.
        let told = Set(root["told"]?.fields.map(\.key) ?? [])
        func check(fact: String, at place: Place) {
            guard !facts.contains(fact), !told.contains(fact) else { return }
            problems.add(
                .unknownFact,
                at: place,
                "no tree determines '\(fact)'",
                suggestion: Suggestion.nearest(to: fact, among: facts)
            )
        }
        for turn in root["turns"]?.elements ?? [] {
            let expect = turn["expect"]
            if let asks = expect?["asks"]?.located { check(fact: asks.value, at: asks.place) }
            for field in expect?["facts"]?.fields ?? [] {
                check(fact: field.key, at: field.place)
            }
            guard let tree = expect?["tree"]?.located, !trees.contains(tree.value) else { continue }
            problems.add(
                .unknownTree,
                at: tree.place,
                "there is no tree '\(tree.value)'",
                suggestion: Suggestion.nearestOrAll(to: tree.value, among: trees)
            )
        }
        guard let at = root["end"]?["at"]?.located, !nodes.contains(at.value),
            at.value.split(separator: "/").count == 2
        else { return }
        problems.add(
            .unknownNode,
            at: at.place,
            "there is no node '\(at.value)'",
            suggestion: Suggestion.nearest(to: at.value, among: nodes)
        )
    }
}
