public import Catalog
public import Messages

extension Engine {
    /// The nodes on the way of a call's facts through a tree, as tree/node, in order; the last one is where
    /// they lead.
    ///
    /// - Throws: What reading the catalog throws, and ``EngineError`` for a tree that is damaged.
    public static func path(
        of facts: [String: Fact],
        from tree: CompiledTree,
        view: some Knowledge
    ) throws -> [String] {
        try Walk(tree, Known(facts: facts), in: view, recordsPath: true).path
    }
}
