internal import Catalog
internal import Messages

/// What a call does at the position that its facts lead to.
enum Course {
    /// Asks the question of a node.
    case question(CompiledTree, Int)

    /// Asks when the customer can be reached.
    case availability

    /// Waits for a lookup.
    case waiting(fact: String)

    /// Closes a call whose issue is gone.
    case resolved

    /// Ends the call for Tier 2.
    case escalated
}

extension Walk {
    /// What follows at the walk's end.
    func course(_ known: Known) -> Course {
        switch end {
        case .question: return .question(tree, index)
        case .waiting: return .waiting(fact: tree.tree.nodes[index].fact)
        case .leaf: break
        }
        if tree.tree.nodes[index].resolved { return .resolved }
        var awaited: String?
        for owner in trees {
            for (index, fact) in owner.requiredFacts.enumerated() {
                let standing = standing(of: fact, known)
                if case .pending = standing { awaited = awaited ?? owner.tree.requires[index] }
                if case .absent = standing,
                    let (tree, index) = question(of: owner.tree.requires[index])
                {
                    return .question(tree, index)
                }
            }
        }
        if case .absent = standing(of: Availability.id, known) {
            if let (tree, index) = question(of: Availability.fact) { return .question(tree, index) }
            return .availability
        }
        return awaited.map { .waiting(fact: $0) } ?? .escalated
    }

    /// The node by which a required fact is asked; nil when nobody can be asked.
    private func question(of fact: String) -> (CompiledTree, Int)? {
        for tree in trees {
            if let index = tree.node(determining: fact), tree.tree.nodes[index].kind != .lookup {
                return (tree, index)
            }
        }
        return nil
    }

    /// Required facts that nobody knows and nobody was asked for.
    func missing(_ known: Known) -> [String] {
        var missing: [String] = []
        for tree in trees {
            for fact in tree.tree.requires where !missing.contains(fact) {
                switch standing(of: fact, known) {
                case .absent, .pending: missing.append(fact)
                case .known, .missing: continue
                }
            }
        }
        return missing
    }
}
