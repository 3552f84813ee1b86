public import Language
public import Messages
internal import Synchronization

/// A tree with what a walk looks up in it, worked out once when the tree is first read.
public final class CompiledTree: Sendable {
    /// The tree as it is stored.
    public let tree: Tree

    /// The nodes' names as tree/node, in the order of the nodes.
    public let names: [String]

    /// The facts that the nodes determine, in the order of the nodes.
    public let facts: [FactID]

    /// The facts without which Tier 2 takes no call, in the order of the tree.
    public let requiredFacts: [FactID]

    /// Whether the words of each node are the same whatever is known.
    public let areConstant: [Bool]

    /// Indices of the nodes whose answers set other facts.
    public let settingNodes: [Int]

    /// Indices of the lookups.
    public let lookupNodes: [Int]

    /// Trees that the tree may go on in.
    public let gotoTrees: [String]

    /// Indices of the nodes that determine a fact; of several for one fact, one.
    public let answeringNodes: [Int]

    /// For each node the answers that are the only way to it from the nearest node with several ways, in
    /// order; empty unless the tree lets openings skip ahead.
    public let ways: [[WayStep]]

    /// Indices of the nodes that have such answers and that a customer may answer.
    public let wayNodes: [Int]

    /// What customers said for the tree's answers; nil when too few examples are known.
    public let examples: AnswerExamples?

    /// What the tree's questions are about; nil unless the tree lets openings skip ahead.
    public let meaning: TreeMeaning?

    private let readSymptoms = AtomicLazyReference<SymptomTerms>()
    private let nodesByName: [String: Int]
    private let nodesByFact: [String: Int]
    private let definitionsByKey: [String: Int]
    private let listening = Mutex<[(language: SpokenLanguage, nodes: [ListeningNode])]>([])
    private let scopes = Mutex<[(language: SpokenLanguage, scope: ListeningScope)]>([])

    /// Prepares a tree.
    ///
    /// - Parameters:
    ///   - answers: What `AnswerExamples.model(of:)` made of it; what its examples tell is left out without it.
    ///   - openings: What `OpeningExamples.model(of:)` made of it, likewise.
    public init(_ tree: Tree, answers: PhraseModel? = nil, openings: PhraseModel? = nil) {
        self.tree = tree
        names = tree.nodes.map { tree.id + "/" + $0.id }
        facts = tree.nodes.map { FactID($0.fact) }
        requiredFacts = tree.requires.map(FactID.init)
        areConstant = tree.nodes.map { node in
            Template.isConstant(node.say) && Template.isConstant(node.again)
        }
        settingNodes = tree.nodes.indices.filter { index in
            tree.nodes[index].options.contains { !$0.sets.isEmpty }
        }
        lookupNodes = tree.nodes.indices.filter { tree.nodes[$0].kind == .lookup }
        gotoTrees = tree.nodes.filter { $0.kind == .goto }.map(\.gotoTree)
        let ways = tree.skipsAhead ? Self.ways(in: tree) : []
        self.ways = ways
        wayNodes = ways.indices.filter { index in
            let node = tree.nodes[index]
            return !ways[index].isEmpty && !node.fact.isEmpty && node.kind != .lookup
        }
        let examples = AnswerExamples(of: tree, model: answers)
        self.examples = examples
        meaning =
            tree.skipsAhead
            ? TreeMeaning(
                tree,
                ways: ways,
                examples: examples,
                openings: OpeningExamples(of: tree, model: openings)
            ) : nil
        nodesByName = Dictionary(
            zip(names, names.indices),
            uniquingKeysWith: { first, _ in first }
        )
        definitionsByKey = Dictionary(
            zip(tree.facts.map(\.key), tree.facts.indices),
            uniquingKeysWith: { first, _ in first }
        )
        var byFact: [String: Int] = [:]
        for (index, node) in tree.nodes.enumerated() where !node.fact.isEmpty {
            guard let other = byFact[node.fact] else {
                byFact[node.fact] = index
                continue
            }
            // A node on the way is asked rather than one that only holds a required question.
            if tree.nodes[other].onlyWhenRequired, !node.onlyWhenRequired {
                byFact[node.fact] = index
            }
        }
        nodesByFact = byFact
        answeringNodes = byFact.values.sorted()
    }

    /// The nodes as the listener looks at them in a call's language, in their order.
    public func listeningNodes(in language: SpokenLanguage) -> [ListeningNode] {
        listening.withLock { prepared in
            if let known = prepared.first(where: { $0.language === language }) {
                return known.nodes
            }
            // Examples are in the tree's language.
            let examples = SpokenLanguage.of(tree.language) === language ? self.examples : nil
            let nodes = tree.nodes.enumerated().map { index, node in
                ListeningNode(
                    node,
                    language: language,
                    examples: QuestionExamples(examples, of: index, in: tree)
                )
            }
            prepared.append((language, nodes))
            return nodes
        }
    }

    private static func ways(in tree: Tree) -> [[WayStep]] {
        /// Where a node is come to from, and by which answer; nil where every answer leads to it.
        typealias Entrance = (node: Int, key: String?)
        var entrances: [[Entrance?]] = Array(repeating: [], count: tree.nodes.count)
        for (index, node) in tree.nodes.enumerated() where node.kind != .diagnose {
            let others = Set([node.otherwise, node.unknown]).subtracting(node.branches.map(\.next))
            if node.branches.isEmpty, others.count == 1 {
                entrances[Int(node.otherwise)].append((index, nil))
                continue
            }
            for branch in node.branches {
                entrances[Int(branch.next)].append((index, branch.value))
            }
            for other in others { entrances[Int(other)].append(nil) }
        }
        entrances[0] = []
        return tree.nodes.indices.map { index in
            var way: [WayStep] = []
            var next = index
            // No way is longer than the tree has nodes: a circle ends.
            for _ in tree.nodes {
                guard entrances[next].count == 1, let entrance = entrances[next][0] else { break }
                if let key = entrance.key { way.append(WayStep(node: entrance.node, key: key)) }
                next = entrance.node
            }
            return way.reversed()
        }
    }

    /// What a customer may speak of on a call that is on this tree.
    ///
    /// - Parameter reachable: The tree and those that it may go on in; called the first time only.
    public func listeningScope(
        in language: SpokenLanguage,
        reachable: () throws -> [CompiledTree]
    ) rethrows -> ListeningScope {
        let known = scopes.withLock { scopes in scopes.first { $0.language === language }?.scope }
        if let known { return known }
        let scope = ListeningScope(try reachable(), in: language)
        scopes.withLock { $0.append((language, scope)) }
        return scope
    }

    /// The terms of the tree's symptoms, by which openings are routed.
    var symptomTerms: SymptomTerms {
        readSymptoms.load()
            ?? readSymptoms.storeIfNil(
                SymptomTerms(tree.symptoms, language: SpokenLanguage.of(tree.language))
            )
    }

    /// Index of the node of the name tree/node; nil when it is another tree's.
    public func node(named name: String) -> Int? {
        nodesByName[name]
    }

    /// Index of the first node that determines the fact.
    public func node(determining fact: String) -> Int? {
        nodesByFact[fact]
    }

    /// How the fact reads, when the tree says so.
    public func definition(of fact: String) -> FactDefinition? {
        definitionsByKey[fact].map { tree.facts[$0] }
    }

    /// Whether a node, a definition or the required facts name the fact.
    public func knows(_ fact: String) -> Bool {
        nodesByFact[fact] != nil || definitionsByKey[fact] != nil || tree.requires.contains(fact)
    }
}

/// The nodes that a customer may speak of on a tree and on those that it may go on in.
///
/// It holds no tree: trees that may go on in each other would hold each other for ever.
public final class ListeningScope: Sendable {
    /// In the order of the trees and their nodes, one for each fact.
    public let nodes: [ListeningNode]
    /// The fact of each.
    public let facts: [FactID]
    /// Whether a customer may tell it before it is known: not what only a system can.
    public let mayBeSaid: [Bool]

    init(_ trees: [CompiledTree], in language: SpokenLanguage) {
        var nodes: [ListeningNode] = []
        var facts: [FactID] = []
        for tree in trees {
            let own = tree.listeningNodes(in: language)
            for index in tree.answeringNodes where !facts.contains(tree.facts[index]) {
                facts.append(tree.facts[index])
                nodes.append(own[index])
            }
        }
        self.nodes = nodes
        self.facts = facts
        mayBeSaid = nodes.map { $0.node.kind != .lookup || $0.node.volunteered }
    }
}
