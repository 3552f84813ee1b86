internal import Catalog
internal import Messages

/// Options that a draft has under other ids: what a past call answered is the same answer there.
struct OptionRenames {
    /// The ids in the draft, by fact and by the ids before.
    private var ids: [String: [String: String]] = [:]

    /// Compares the questions of some trees with those that a draft asks for the same facts.
    init(_ trees: [CompiledTree], in draft: CatalogView) throws {
        for tree in trees {
            guard let other = try draft.compiledTree(tree.tree.id) else { continue }
            for node in tree.tree.nodes where !node.options.isEmpty {
                guard let index = other.node(determining: node.fact) else { continue }
                for (before, after) in Self.renamed(node.options, other.tree.nodes[index].options) {
                    ids[node.fact, default: [:]][before] = after
                }
            }
        }
    }

    /// An option that is gone is one that is new when it alone reads the same, or takes words of it.
    private static func renamed(_ before: [Choice], _ after: [Choice]) -> [(String, String)] {
        let kept = Set(before.map(\.id)).intersection(after.map(\.id))
        let new = after.filter { !kept.contains($0.id) }
        return before.filter { !kept.contains($0.id) }.compactMap { gone in
            let alike = new.filter { option in
                !gone.label.isEmpty && option.label == gone.label
                    || !Set(gone.patterns).isDisjoint(with: option.patterns)
            }
            return alike.count == 1 ? (gone.id, alike[0].id) : nil
        }
    }

    /// The facts of a call whose values are called otherwise in the draft.
    func applied(to call: PastCall) -> [Fact] {
        ids.compactMap { key, ids in
            guard var fact = call.state.facts[key], let id = ids[fact.value?.key ?? ""] else {
                return nil
            }
            fact.value?.key = id
            return fact
        }
    }
}
