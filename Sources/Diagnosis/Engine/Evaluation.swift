internal import Catalog
public import Messages

extension Engine {
    /// Where facts lead in a tree; nothing is kept.
    ///
    /// The release of the reply is the caller's to fill.
    ///
    /// - Throws: ``EngineError`` when there is no such tree, or a fact is not valid.
    public static func evaluate(
        _ request: EvaluateRequest,
        view: some Knowledge
    ) throws -> EvaluateReply {
        guard let root = try view.compiledTree(request.tree) else {
            throw EngineError.noTree(request.tree)
        }
        guard request.facts.count <= CallLimits.factsPerCall else {
            throw EngineError.tooMuch(field: "facts", limit: CallLimits.factsPerCall)
        }
        let settings = try view.settings
        let start = StartCallRequest(
            language: root.tree.language,
            timeZone: settings.timeZone
        )
        let reader = FactReader(
            trees: try root.reachable(in: view),
            start: start,
            knowledge: view
        )
        let exchange = try Exchange(
            starting: start,
            release: request.release,
            atMilliseconds: 0,
            knowledge: view
        )
        exchange.progress.tree = root.tree.id
        for (index, answer) in request.facts.enumerated() {
            let provenance = Provenance(source: .told)
            let fact = try reader.fact(answer, field: "facts[\(index)]", provenance: provenance)
            exchange.known.change(fact)
        }
        return try exchange.evaluation(from: root)
    }
}

extension Exchange {
    /// What the tree says at the position.
    fileprivate func evaluation(from root: CompiledTree) throws -> EvaluateReply {
        let walk = try Walk(root, known, in: knowledge, recordsPath: true)
        let node = walk.node
        var reply = EvaluateReply(
            tree: walk.tree.tree.id,
            node: node.id,
            nodeKind: UInt32(node.kind.rawValue),
            say: walk.rendered(node.say, known),
            path: walk.path,
            release: release
        )
        if walk.end == .leaf {
            let detail = Detail(known: known, walk: walk, order: [], language: language)
            reply.conclusion = try detail.conclusion(in: knowledge, opening: ("", 0))
            reply.missing = walk.missing(known)
        } else {
            let asked = walk.tree.listeningNodes(in: language)[walk.index]
            reply.expects = try expectation(of: asked, at: walk)
        }
        return reply
    }
}
