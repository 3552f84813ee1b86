internal import Catalog
internal import Language
internal import Messages

/// A walk from the root of a tree along known facts to where the first unknown one is needed.
///
/// The position is a function of the facts and of the lookups that are awaited. It is never stored: a
/// correction changes one fact, and the path follows.
struct Walk {
    /// What the walk has come to.
    enum End {
        /// A node whose fact is not known.
        case question

        /// A lookup that is awaited and decides where to go on.
        case waiting

        /// A diagnosis.
        case leaf
    }

    /// The tree that the walk has ended in.
    private(set) var tree: CompiledTree

    /// Index of the node that it has come to.
    private(set) var index: Int

    private(set) var end: End

    /// Trees on the way, the first one first.
    private(set) var trees: [CompiledTree]

    /// What follows from answers.
    private(set) var inferences: [Inference]

    /// Names of the nodes on the way, as tree/node, when they are recorded.
    private(set) var path: [String]

    private var steps: Int

    /// Walks from the root of `root`.
    init(
        _ root: CompiledTree,
        _ known: Known,
        in knowledge: any Knowledge,
        recordsPath: Bool = false
    ) throws {
        tree = root
        index = 0
        end = .question
        trees = [root]
        inferences = []
        path = []
        steps = 0
        infer(known)
        try advance(known, in: knowledge, recordsPath: recordsPath)
    }

    /// The node that the walk has come to.
    var node: Node { tree.tree.nodes[index] }

    /// Its name as tree/node.
    var nodeName: String { tree.names[index] }

    /// How the fact stands, with what follows from answers.
    func standing(of key: String, _ known: Known) -> Standing {
        standing(of: FactID(key), known)
    }

    /// How the fact stands, with what follows from answers.
    func standing(of fact: FactID, _ known: Known) -> Standing {
        let direct = known.standing(of: fact)
        if case .known = direct { return direct }
        for index in inferences.indices where inferences[index].id == fact {
            if let value = inferences[index].value {
                return .known(key: value.key, number: value.number)
            }
        }
        return direct
    }

    /// The walk as it would go on if `asked` were answered as `known` has it.
    func resumed(
        _ known: Known,
        answered asked: ListeningNode,
        in knowledge: any Knowledge
    ) throws -> Walk {
        // What an answer sets may change the way to here.
        if asked.node.options.contains(where: { !$0.sets.isEmpty }) {
            return try Walk(trees[0], known, in: knowledge)
        }
        if end == .leaf { return self }
        var next = self
        next.steps = 0
        try next.advance(known, in: knowledge, recordsPath: false)
        return next
    }

    private mutating func advance(
        _ known: Known,
        in knowledge: any Knowledge,
        recordsPath: Bool
    ) throws {
        while true {
            guard tree.tree.nodes.indices.contains(index), steps <= tree.tree.nodes.count else {
                throw EngineError.brokenTree(tree.tree.id)
            }
            steps += 1
            if recordsPath { path.append(tree.names[index]) }
            switch tree.tree.nodes[index].kind {
            case .diagnose, .unspecified:
                end = .leaf
                return
            case .goto:
                try enter(tree.tree.nodes[index].gotoTree, known, in: knowledge)
            case .ask, .check, .lookup, .guide:
                guard let next = step(known) else { return }
                index = next
            }
        }
    }

    /// Index of the node after this one; nil when the walk ends here.
    private mutating func step(_ known: Known) -> Int? {
        switch standing(of: tree.facts[index], known) {
        case .known(let key, let number):
            return tree.next(after: index, key: key, number: number)
        case .missing:
            return Int(tree.tree.nodes[index].unknown)
        case .pending where tree.tree.nodes[index].kind == .lookup:
            if let only = tree.onlyNext(after: index) { return only }
            end = .waiting
            return nil
        case .absent, .pending:
            end = .question
            return nil
        }
    }

    private mutating func enter(
        _ id: String,
        _ known: Known,
        in knowledge: any Knowledge
    ) throws {
        guard trees.count <= CallLimits.gotos else {
            throw EngineError.brokenTree(trees[0].tree.id)
        }
        guard let next = try knowledge.compiledTree(id) else { throw EngineError.noTree(id) }
        trees.append(next)
        tree = next
        index = 0
        steps = 0
        infer(known)
    }

    /// Takes what the answers known of this tree set, in the order of its nodes, so that what one sets
    /// may set more further down.
    private mutating func infer(_ known: Known) {
        inferWays(known)
        for index in tree.settingNodes {
            guard case .known(let key, _) = standing(of: tree.facts[index], known),
                let place = tree.tree.nodes[index].options.firstIndex(where: { $0.id == key })
            else { continue }
            for setting in tree.tree.nodes[index].options[place].sets {
                let id = FactID(setting.fact)
                if inferences.contains(where: { $0.id == id }) { continue }
                infer(setting.fact, id, setting.value, at: index)
            }
        }
    }

    private mutating func infer(_ fact: String, _ id: FactID, _ value: FactValue?, at index: Int) {
        inferences.append(Inference(fact: fact, id: id, value: value, tree: tree, node: index))
    }
}

/// A value that follows from the answer at a node.
struct Inference {
    let fact: String
    let id: FactID
    let value: FactValue?

    /// The node that was answered.
    let tree: CompiledTree
    let node: Int

    /// The fact, which was said when the answer was.
    func fact(_ known: Known) -> Fact {
        let basis = known.fact(tree.tree.nodes[node].fact)?.provenance
        return Fact(
            key: fact,
            value: value,
            provenance: Provenance(
                source: .inferred,
                turn: basis?.turn ?? 0,
                quote: basis?.quote ?? "",
                atMs: basis?.atMs ?? 0,
                node: tree.names[node],
                confidence: basis?.confidence ?? 1
            )
        )
    }
}

extension Walk {
    /// Takes the answers without which nobody would be at a question that is answered, where the tree lets
    /// calls skip ahead.
    private mutating func inferWays(_ known: Known) {
        for index in tree.wayNodes {
            // A system that answers has not been led to the question.
            guard case .known = known.standing(of: tree.facts[index]),
                known.fact(tree.tree.nodes[index].fact)?.provenance?.source == .said
            else { continue }
            for step in tree.ways[index] {
                guard case .absent = standing(of: tree.facts[step.node], known) else { continue }
                let before = tree.tree.nodes[step.node]
                let label = before.options.first { $0.id == step.key }?.label ?? step.key
                infer(
                    before.fact,
                    tree.facts[step.node],
                    FactValue(kind: before.valueKind, key: step.key, text: label),
                    at: index
                )
            }
        }
    }
}

extension CompiledTree {
    /// The tree and those that it may go on in, each once.
    func reachable(in knowledge: any Knowledge) throws -> [CompiledTree] {
        var found = [self]
        var next = 0
        while next < found.count {
            for id in found[next].gotoTrees where !found.contains(where: { $0.tree.id == id }) {
                guard found.count <= CallLimits.gotos else { return found }
                guard let tree = try knowledge.compiledTree(id) else {
                    throw EngineError.noTree(id)
                }
                found.append(tree)
            }
            next += 1
        }
        return found
    }

    /// Where a value leads: along the first branch that fits, else along `otherwise`.
    func next(after index: Int, key: String, number: Double) -> Int {
        let branches = tree.nodes[index].branches
        let fitting = branches.indices.first { place in
            switch branches[place].comparison {
            case .equal: branches[place].value == key
            case .below: number < branches[place].bound
            case .atLeast: number >= branches[place].bound
            case .versionBelow: Version.isBefore(key, branches[place].value)
            case .versionAtLeast: !Version.isBefore(key, branches[place].value)
            }
        }
        return Int(fitting.map { branches[$0].next } ?? tree.nodes[index].otherwise)
    }

    /// Index of the next node when every value and the lack of one lead to the same.
    func onlyNext(after index: Int) -> Int? {
        let next = tree.nodes[index].otherwise
        guard tree.nodes[index].unknown == next,
            tree.nodes[index].branches.allSatisfy({ $0.next == next })
        else { return nil }
        return Int(next)
    }
}
