internal import Messages

/// What the ways through a tree are: which nodes they reach, how many there are, how long they get,
/// and what is not known at their ends.
///
/// A tree of 500 nodes can have more paths than there are atoms, so none is walked: everything is
/// summed up node by node, in an order in which all ways into a node come before it.
struct TreePaths {
    /// A way from a node to another, by one value or several.
    struct Way {
        let target: Int
        /// Facts that are known on it beside the node's own.
        let sets: Set<String>
    }

    let tree: Tree
    let places: TreePlaces
    let problems: Problems
    private var ways: [[Way]] = []

    init(tree: Tree, places: TreePlaces, problems: Problems) {
        self.tree = tree
        self.places = places
        self.problems = problems
        ways = tree.nodes.map(Self.ways)
    }

    /// Reports what is wrong with the ways, and sums them up; nil where they lead in a circle.
    func check() -> TreeReport? {
        guard !tree.nodes.isEmpty else { return nil }
        guard let order = order() else { return nil }
        let reached = Set(order)
        // A way that was written to no node, or to one of two, is the reason and not what follows from it.
        let reasons: [ProblemCode] = [.unknownNode, .duplicateID, .unknownValue]
        guard !problems.list.contains(where: { reasons.map(\.rawValue).contains($0.code) }) else {
            return report(order)
        }
        for (index, node) in tree.nodes.enumerated() where !reached.contains(index) {
            guard !node.onlyWhenRequired else { continue }
            problems.add(
                .unreachableNode,
                at: places.nodes[index],
                "no path reaches '\(node.id)'",
                suggestion: "lead to it from a branch or 'next', or remove it"
            )
        }
        return report(order)
    }

    /// The nodes that are reached, each after all that lead to it; nil after a cycle was reported.
    private func order() -> [Int]? {
        var isDone = [Bool](repeating: false, count: tree.nodes.count)
        var isOnPath = isDone
        var finished: [Int] = []
        var path: [(node: Int, next: Int)] = [(0, 0)]
        isOnPath[0] = true
        while let (node, next) = path.last {
            guard next < ways[node].count else {
                isOnPath[node] = false
                isDone[node] = true
                finished.append(node)
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            let target = ways[node][next].target
            if isOnPath[target] {
                let start = path.firstIndex { $0.node == target } ?? 0
                let names = path[start...].map { tree.nodes[$0.node].id } + [tree.nodes[target].id]
                problems.add(
                    .cycle,
                    at: places.nodes[node],
                    "the nodes lead in a circle: \(names.joined(separator: " → "))",
                    suggestion: "a fact is asked once, so nothing can be repeated: lead to a leaf"
                )
                return nil
            }
            guard !isDone[target] else { continue }
            isOnPath[target] = true
            path.append((target, 0))
        }
        return finished.reversed()
    }

    private func report(_ order: [Int]) -> TreeReport {
        var counts = [UInt64](repeating: 0, count: tree.nodes.count)
        var questions = [Int](repeating: 0, count: tree.nodes.count)
        var known = [Set<String>?](repeating: nil, count: tree.nodes.count)
        var awaited = known
        counts[0] = 1
        known[0] = []
        awaited[0] = []
        var report = TreeReport(tree: tree.id)
        for index in order {
            let node = tree.nodes[index]
            let isAsked = [.ask, .check, .guide].contains(node.kind)
            if isAsked { questions[index] += 1 }
            var lookedUp = awaited[index] ?? []
            if isAsked, lookedUp.contains(node.fact) { reportNeverAsked(index) }
            // Only one that decides is waited for; otherwise the question may come before the answer.
            if node.kind == .lookup, ways[index].count > 1 { lookedUp.insert(node.fact) }
            for way in ways[index] {
                counts[way.target] = Self.sum(counts[way.target], counts[index])
                questions[way.target] = max(questions[way.target], questions[index])
                var after = (known[index] ?? []).union(way.sets)
                after.insert(node.fact)
                known[way.target] = known[way.target]?.intersection(after) ?? after
                awaited[way.target] = awaited[way.target]?.intersection(lookedUp) ?? lookedUp
            }
            guard ways[index].isEmpty else { continue }
            report.paths = Self.sum(report.paths, counts[index])
            let missing =
                node.kind == .diagnose && !node.resolved
                ? tree.requires.filter { !(known[index] ?? []).contains($0) } : []
            let asked = missing.filter { canBeAsked($0) }.count
            let total = UInt32(clamping: questions[index] + asked)
            report.longestQuestions = max(report.longestQuestions, total)
            check(missing, at: index)
            if !missing.isEmpty {
                report.leavesMissingFacts.append("\(node.id): \(missing.joined(separator: ", "))")
            }
        }
        return report
    }

    private func reportNeverAsked(_ index: Int) {
        let fact = tree.nodes[index].fact
        problems.add(
            .neverAsked,
            at: places.nodes[index],
            "'\(tree.nodes[index].id)' never asks: a lookup of \(fact) comes before it on every path, "
                + "and a fact that was looked up in vain is not obtained",
            suggestion: "ask for another fact here, such as \(fact)-said",
            severity: .warning
        )
    }

    private func check(_ missing: [String], at leaf: Int) {
        // A fact that nothing knows of has been reported already.
        let lost = missing.filter { fact in
            !tree.nodes.contains { $0.fact == fact }
                && (tree.facts.contains { $0.key == fact }
                    || TreeCompiler.universalFacts.contains(fact))
        }
        guard !lost.isEmpty else { return }
        problems.add(
            .leafWithoutRequired,
            at: places.nodes[leaf],
            "'\(tree.nodes[leaf].id)' can be reached without \(lost.joined(separator: ", ")), "
                + "and no node can ask for it",
            suggestion: "add a node for it with 'only-when-required: true', or don't require it"
        )
    }

    private func canBeAsked(_ fact: String) -> Bool {
        tree.nodes.contains { $0.fact == fact && $0.kind != .lookup }
    }

    private static func sum(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let (sum, isTooLarge) = first.addingReportingOverflow(second)
        return isTooLarge ? .max : sum
    }

    /// The ways out of a node, one for each node that it can lead to.
    private static func ways(of node: Node) -> [Way] {
        guard node.kind != .diagnose, node.kind != .goto else { return [] }
        var targets: [Int] = []
        var sets: [Int: Set<String>] = [:]
        func add(_ target: UInt32, _ facts: Set<String>) {
            let target = Int(target)
            if let earlier = sets[target] {
                sets[target] = earlier.intersection(facts)
            } else {
                targets.append(target)
                sets[target] = facts
            }
        }
        if node.options.isEmpty {
            for branch in node.branches { add(branch.next, []) }
            add(node.otherwise, [])
        } else {
            for option in node.options {
                let branch = node.branches.first { $0.value == option.id }
                add(branch?.next ?? node.otherwise, Set(option.sets.map(\.fact)))
            }
        }
        add(node.unknown, [])
        return targets.map { Way(target: $0, sets: sets[$0] ?? []) }
    }
}
