public import Catalog
public import Messages

extension Engine {
    /// The nodes on the way of a call's facts through a tree, as tree/node, in order; the last one is where
    /// they lead.
    ///
    /// A question that the call was never asked does not end the way where every answer leads to the same:
    /// the tree may have gained it since.
    ///
    /// - Throws: What reading the catalog throws, and ``EngineError`` for a tree that is damaged.
    public static func path(
        of facts: [String: Fact],
        from tree: CompiledTree,
        view: some Knowledge
    ) throws -> [String] {
        var known = Known(facts: facts)
        var walk = try Walk(tree, known, in: view, recordsPath: true)
        // Each round passes one question; no tree has more of them than nodes.
        for _ in 0..<CatalogLimits.nodes {
            guard walk.end == .question, walk.tree.onlyNext(after: walk.index) != nil else { break }
            known.change(Fact(key: walk.node.fact, notObtained: .notAsked))
            walk = try Walk(tree, known, in: view, recordsPath: true)
        }
        return walk.path
    }
}
