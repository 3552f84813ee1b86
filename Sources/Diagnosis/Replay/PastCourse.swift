internal import Catalog
internal import Messages

/// What a catalog makes of a past call: which questions it asks, which facts it gets, where it ends.
///
/// The call's facts are walked from the root of a tree. Where a question is met that the call never had,
/// the walk goes on if every answer leads to the same place, and else ends there.
struct PastCourse {
    /// Facts that the customer is asked.
    private(set) var asked: Set<String> = []

    /// Facts among them that the call never had.
    private(set) var added: Set<String> = []

    /// Facts of the call that it would have, by whatever way they came.
    private(set) var obtained: Set<String> = []

    /// Where it ends.
    private(set) var walk: Walk

    /// The call's facts, with those as not obtained that it was never asked.
    private let known: Known

    /// Questions that the walk may add: more than any path of a tree has.
    private static let mostAdded = CatalogLimits.nodes

    /// - Parameter renamed: Facts of the call whose values have other ids in the catalog.
    /// - Throws: ``EngineError`` where the tree can't be walked to an end.
    init(
        _ call: PastCall,
        renamed: [Fact] = [],
        root: CompiledTree,
        in view: CatalogView
    ) throws {
        var known = Known(call.state)
        for fact in renamed { known.change(fact) }
        walk = try Walk(root, known, in: view, recordsPath: true)
        // Whoever hung up was asked nothing more.
        while call.isComplete, walk.end == .question, added.count < Self.mostAdded,
            walk.tree.onlyNext(after: walk.index) != nil
        {
            if walk.node.kind != .lookup { added.insert(walk.node.fact) }
            known.change(Fact(key: walk.node.fact, notObtained: .notAsked))
            walk = try Walk(root, known, in: view, recordsPath: true)
        }
        if walk.end == .question, walk.node.kind != .lookup { added.insert(walk.node.fact) }
        self.known = known
        collectQuestions(of: call)
        collectFacts(of: call)
    }

    /// The diagnosis; nil where the walk does not come to one.
    var leaf: Node? { walk.end == .leaf ? walk.node : nil }

    private mutating func collectQuestions(of call: PastCall) {
        for tree in walk.trees {
            let prefix = tree.tree.id + "/"
            for name in walk.path where name.hasPrefix(prefix) {
                guard let index = tree.node(named: name) else { continue }
                let node = tree.tree.nodes[index]
                if [.ask, .check, .guide].contains(node.kind) { ask(node.fact, call) }
            }
        }
        guard call.isComplete, let leaf, !leaf.resolved else { return }
        for tree in walk.trees {
            for fact in tree.tree.requires where canAsk(fact) {
                if case .absent = walk.standing(of: fact, known) { added.insert(fact) }
                ask(fact, call)
            }
        }
    }

    /// What the customer said by himself, and what was measured or told, is not asked.
    private mutating func ask(_ fact: String, _ call: PastCall) {
        if call.state.timesAsked[fact] != nil || added.contains(fact) { asked.insert(fact) }
    }

    private func canAsk(_ fact: String) -> Bool {
        walk.trees.contains { tree in
            tree.node(determining: fact).map { tree.tree.nodes[$0].kind != .lookup } ?? false
        }
    }

    private mutating func collectFacts(of call: PastCall) {
        for (key, fact) in call.state.facts where fact.value != nil {
            if comes(key, fact, call) { obtained.insert(key) }
        }
        for inference in walk.inferences { obtained.insert(inference.fact) }
    }

    private func comes(_ key: String, _ fact: Fact, _ call: PastCall) -> Bool {
        switch fact.provenance?.source ?? .unspecified {
        case .told: true
        case .said where call.state.timesAsked[key] != nil:
            asked.contains(key) || key == Availability.fact
        // Only what some node asks about is listened for.
        case .said: walk.trees.contains { $0.node(determining: key) != nil }
        case .measured, .inferred, .unspecified: walk.trees.contains { $0.knows(key) }
        }
    }

    // MARK: Diagnoses

    /// Whether two leaves say the same, whatever the words of their names or their texts.
    ///
    /// A diagnosis keeps its name when it is put better, and its words when it is renamed.
    static func isSame(_ one: Node, _ name: String, _ other: Node, _ otherName: String) -> Bool {
        guard one.resolved == other.resolved else { return false }
        return name == otherName
            || (one.diagnosis == other.diagnosis && one.recommendation == other.recommendation)
    }

    /// Whether the walk may still come to a diagnosis, whatever is answered to what is not known.
    func mayReach(_ leaf: Node, _ name: String, in view: CatalogView) throws -> Bool {
        var seen: Set<String> = []
        var waiting = [(walk.tree, walk.index)]
        while let (tree, index) = waiting.popLast() {
            guard tree.tree.nodes.indices.contains(index), seen.insert(tree.names[index]).inserted
            else { continue }
            let node = tree.tree.nodes[index]
            switch node.kind {
            case .diagnose, .unspecified:
                if Self.isSame(leaf, name, node, tree.names[index]) { return true }
            case .goto:
                if let next = try view.compiledTree(node.gotoTree) { waiting.append((next, 0)) }
            case .ask, .check, .guide, .lookup:
                switch walk.standing(of: node.fact, known) {
                case .known(let key, let number):
                    waiting.append((tree, tree.next(after: index, key: key, number: number)))
                case .missing: waiting.append((tree, Int(node.unknown)))
                case .absent, .pending:
                    let ways = node.branches.map(\.next) + [node.otherwise, node.unknown]
                    waiting += ways.map { (tree, Int($0)) }
                }
            }
        }
        return false
    }
}
