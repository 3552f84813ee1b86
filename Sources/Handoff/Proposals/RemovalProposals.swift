internal import Catalog
internal import Diagnosis
internal import Messages

/// Questions that never changed a diagnosis: each past call that came by one would have ended at the same
/// leaf without it.
///
/// What engineers ever missed is not among them: they need it whatever the diagnosis.
struct RemovalProposals {
    let calls: [ObservedCall]
    let catalog: ProposalCatalog
    let settings: ProposalSettings
    let missed: Set<MissingFacts.Place>

    func find() throws -> [Proposal] {
        let times = QuestionTimes(calls, catalog, settings)
        let used = usedFacts
        let byTree = Dictionary(grouping: calls.indices) { calls[$0].leafTree }
        var proposals: [Proposal] = []
        for (id, indices) in byTree.sorted(by: { $0.key < $1.key }) {
            guard indices.count >= settings.callsPassing, !IntakeTree.isIntake(id),
                let tree = try catalog.tree(id)
            else { continue }
            let ways = try indices.map { index in
                try Engine.path(of: calls[index].facts, from: tree, view: catalog.view)
            }
            for node in tree.tree.nodes.indices.dropFirst()
            where isCandidate(node, in: tree) && !used.contains(tree.tree.nodes[node].fact) {
                let found = try proposal(node, in: tree, zip(indices, ways), times)
                if let found { proposals.append(found) }
            }
        }
        return proposals
    }

    /// Whether nothing but the way depends on the node's fact.
    private func isCandidate(_ index: Int, in tree: CompiledTree) -> Bool {
        let node = tree.tree.nodes[index]
        guard [.ask, .check].contains(node.kind), !node.say.isEmpty, !node.onlyWhenRequired,
            node.options.allSatisfy({ $0.sets.isEmpty }),
            tree.tree.nodes.count(where: { $0.fact == node.fact }) == 1
        else { return false }
        return !missed.contains(MissingFacts.Place(tree: tree.tree.id, fact: node.fact))
    }

    /// Facts that a tree requires, names in a text, or gives to a system.
    private var usedFacts: Set<String> {
        var used: Set<String> = []
        for tree in catalog.trees.values.map(\.tree) {
            used.formUnion(tree.requires)
            for text in [tree.issue] + tree.nodes.flatMap(\.texts) {
                for name in (try? Template(text))?.placeholders ?? [] {
                    used.insert(name.hasSuffix(".detail") ? String(name.dropLast(7)) : name)
                }
            }
            for node in tree.nodes { used.formUnion(node.lookupWith) }
        }
        return used
    }

    private func proposal(
        _ index: Int,
        in tree: CompiledTree,
        _ ways: some Sequence<(Int, [String])>,
        _ times: QuestionTimes
    ) throws -> Proposal? {
        let node = tree.tree.nodes[index]
        let name = tree.names[index]
        let passing = ways.filter { $0.1.contains(name) && $0.1.last != name }
        let asked = passing.filter { calls[$0.0].knows(node.fact) || calls[$0.0].wanted(node.fact) }
        guard asked.count >= settings.callsPassing else { return nil }
        // The name is never the last of these ways, so something follows it.
        let following = passing.compactMap { _, way in
            way.firstIndex(of: name).map { way[$0 + 1] }
        }
        guard let next = mostFrequent(following),
            let target = tree.node(named: next)
        else { return nil }
        let without = CompiledTree(tree.tree.leading(from: index, to: target))
        for (call, way) in passing {
            let path = try Engine.path(
                of: calls[call].facts,
                from: without,
                view: catalog.view
            )
            guard path.last == way.last else { return nil }
        }
        let values = Set(passing.compactMap { calls[$0.0].facts[node.fact]?.value?.key })
        let seconds = times.seconds(kind: node.valueKind, say: node.say)
        let label = tree.definition(of: node.fact)?.label ?? node.fact
        return Proposal(
            id: "remove-\(tree.tree.id)-\(node.id)",
            kind: .remove,
            title:
                "remove the question for \(label) from \(tree.tree.id): it never changed a diagnosis",
            tree: tree.tree.id,
            node: node.id,
            fact: node.fact,
            evidenceCount: UInt32(passing.count),
            evidence: Proposal.listed(
                passing.map { ProposalEvidence(callID: calls[$0.0].observation.callID) }
            ),
            benefitSeconds: Double(asked.count) * seconds,
            reckoning: "asked in \(asked.count) calls × \(Proposal.decimal(seconds)) s; "
                + "\(values.count) different answers led all \(passing.count) calls to the leaf that they "
                + "would have come to without it; handoffs would not show \(label) any more",
            next: tree.tree.nodes[target].id
        )
    }

    private func mostFrequent(_ names: [String]) -> String? {
        let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}

extension Node {
    /// The texts that may name facts.
    fileprivate var texts: [String] { [say, again, diagnosis, recommendation] }
}

extension Tree {
    /// The tree in which every way into a node leads to another.
    fileprivate func leading(from node: Int, to other: Int) -> Tree {
        var tree = self
        let target = UInt32(other)
        for index in tree.nodes.indices {
            if Int(tree.nodes[index].otherwise) == node { tree.nodes[index].otherwise = target }
            if Int(tree.nodes[index].unknown) == node { tree.nodes[index].unknown = target }
            for branch in tree.nodes[index].branches.indices
            where Int(tree.nodes[index].branches[branch].next) == node {
                tree.nodes[index].branches[branch].next = target
            }
        }
        return tree
    }
}
