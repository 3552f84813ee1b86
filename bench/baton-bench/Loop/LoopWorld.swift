internal import Catalog
internal import Messages

/// The world of a simulation: who calls about what, what is true of them, and what engineers need.
///
/// It is made from a seed and the trees as they are before the first day, and never changes: what the loop
/// does to the trees is unknown to it.
struct LoopWorld: Sendable {
    /// What a caller's call is about.
    enum Issue: Sendable {
        case tree(Int)
        case new(Int)
    }

    /// A call that will come.
    struct Caller: Sendable {
        let id: String
        /// The day, from 0 on.
        let day: Int
        let atMilliseconds: Int64
        let issue: Issue
    }

    /// A tree as the world knows it.
    struct KnownTree: Sendable {
        let id: String
        let title: String
        let symptoms: [String]
        let points: [DataPoint]
        /// The fact of a question that engineers need at leaves to which other ways lead.
        let otherFact: String
    }

    /// A fact that the first trees ask for.
    struct KnownFact: Sendable {
        let key: String
        let label: String
        let kind: ValueKind
        let options: [Choice]
        let entityClass: String
    }

    let seed: UInt64
    let assumptions: LoopAssumptions
    let trees: [KnownTree]
    let facts: [String: KnownFact]
    /// Names of things by their class, each with its id.
    let entities: [String: [(id: String, names: [String])]]
    /// The calls of each day.
    let days: [[Caller]]

    /// A Monday, so that weeks begin with working days: 2026-01-05 in UTC.
    static let startMilliseconds: Int64 = 1_767_571_200_000
    static let dayMilliseconds: Int64 = 86_400_000

    init(
        seed: UInt64,
        days: Int,
        calls: Int,
        view: CatalogView,
        assumptions: LoopAssumptions
    ) throws {
        self.seed = seed
        self.assumptions = assumptions
        var trees: [KnownTree] = []
        var facts: [String: KnownFact] = [:]
        let language = try view.settings.phrasebooks.first?.language ?? ""
        for id in try view.treeIDs(maximum: CatalogLimits.trees) {
            guard let tree = try view.compiledTree(id),
                tree.tree.language.isEmpty || tree.tree.language == language
            else { continue }
            for node in tree.tree.nodes where !node.fact.isEmpty && facts[node.fact] == nil {
                facts[node.fact] = KnownFact(
                    key: node.fact,
                    label: tree.definition(of: node.fact)?.label ?? "",
                    kind: node.valueKind,
                    options: node.options,
                    entityClass: node.entityClass
                )
            }
            if id != IntakeTree.id { trees.append(Self.known(tree.tree, seed, assumptions)) }
        }
        self.trees = trees
        self.facts = facts
        entities = try Self.entities(in: view)
        self.days = Self.calls(seed, days, calls, trees.count, assumptions)
    }

    private static func known(
        _ tree: Tree,
        _ seed: UInt64,
        _ assumptions: LoopAssumptions
    ) -> KnownTree {
        var draws = Draws(seed, "needs", tree.id)
        let queue = tree.nodes.first { !$0.queue.isEmpty }?.queue ?? ""
        let pool = DataPoints.pool(ofQueue: queue).shuffled(using: &draws)
        let asked = tree.nodes.dropFirst().filter { node in
            [.ask, .check].contains(node.kind) && !node.say.isEmpty && !node.options.isEmpty
                && !tree.requires.contains(node.fact)
        }
        let yesNo = tree.nodes.dropFirst().filter { $0.kind == .ask && $0.valueKind == .yesNo }
        let candidates = (asked + yesNo).map(\.fact)
        // A title alone is no opening.
        let sentences = tree.symptoms.filter { $0.split(separator: " ").count > 3 }
        return KnownTree(
            id: tree.id,
            title: tree.title,
            symptoms: (sentences.isEmpty ? tree.symptoms : sentences).map(CustomerSpeech.told),
            points: Array(pool.prefix(assumptions.pointsPerTree)),
            otherFact: candidates.isEmpty ? "" : draws.one(of: candidates)
        )
    }

    private static func entities(
        in view: CatalogView
    ) throws -> [String: [(id: String, names: [String])]] {
        var entities: [String: [(id: String, names: [String])]] = [:]
        for id in try view.entityIDs(maximum: CatalogLimits.entities) {
            guard let entity = try view.entity(id) else { continue }
            entities[entity.className, default: []].append((id, [entity.name] + entity.aliases))
        }
        return entities
    }

    // MARK: Calls

    /// Calls by day: fewer at weekends, and some weeks busier than others.
    private static func calls(
        _ seed: UInt64,
        _ days: Int,
        _ calls: Int,
        _ trees: Int,
        _ assumptions: LoopAssumptions
    ) -> [[Caller]] {
        var draws = Draws(seed, "calls")
        let weekdays = [1.25, 1.15, 1.1, 1.1, 1.05, 0.75, 0.6]
        let weeks = (0...days / 7).map { _ in draws.number(0.8...1.2) }
        let weights = (0..<days).map { day in
            weekdays[day % 7] * weeks[day / 7] * draws.number(0.95...1.05)
        }
        let popularity = (0..<trees).map { _ in draws.number(0.5...1.5) }
        let begins = NewIssue.all.indices.map { index in
            days * (1 + 2 * index) * 7 / 45 + Int(draws.share() * 7)
        }
        let whole = weights.reduce(0, +)
        var done = 0
        var until = 0.0
        return weights.enumerated().map { day, weight in
            until += weight
            let count = Int((Double(calls) * until / whole).rounded()) - done
            var callers = (0..<count).map { index in
                var own = Draws(seed, "caller", "\(done + index)")
                let new = begins.indices.filter { begins[$0] <= day }
                    .map { ($0, assumptions.newIssueShare) }
                let known = 1 - new.reduce(0) { $0 + $1.1 }
                let which = own.index(by: new.map(\.1) + [known])
                let time = Int64(own.number(8...20) * 3_600_000)
                return Caller(
                    id: "call-\(done + index)",
                    day: day,
                    atMilliseconds: startMilliseconds + Int64(day) * dayMilliseconds + time,
                    issue: which < new.count ? .new(new[which].0) : .tree(own.index(by: popularity))
                )
            }
            done += count
            callers.sort { ($0.atMilliseconds, $0.id) < ($1.atMilliseconds, $1.id) }
            return callers
        }
    }

    // MARK: Needs

    /// Something that an engineer needs to know.
    enum Need: Sendable {
        case point(DataPoint)
        case fact(KnownFact)
    }

    /// What the engineer needs who takes a call that ended at a leaf, given as tree/node.
    func needs(of caller: Caller, at leaf: String) -> [Need] {
        if case .new(let issue) = caller.issue { return NewIssue.all[issue].points.map(Need.point) }
        let id = String(leaf.prefix { $0 != "/" })
        guard let tree = trees.first(where: { $0.id == id }) ?? tree(of: caller) else { return [] }
        let place = id == tree.id ? leaf : tree.id
        var needs = tree.points.filter { point in
            var draws = Draws(seed, "needed", place, point.wordings[0])
            return draws.happens(assumptions.neededAtLeaf)
        }.map(Need.point)
        var draws = Draws(seed, "needed", place, tree.otherFact)
        if let fact = facts[tree.otherFact], id == tree.id,
            draws.happens(assumptions.neededFromOtherWay)
        {
            needs.append(.fact(fact))
        }
        return needs
    }

    func tree(of caller: Caller) -> KnownTree? {
        guard case .tree(let index) = caller.issue else { return nil }
        return trees[index]
    }

    // MARK: Truth

    /// Whether the caller knows something, by a fact's key or a data point's name.
    func knows(_ name: String, _ caller: Caller) -> Bool {
        var draws = Draws(seed, "knows", caller.id, name)
        return !draws.happens(assumptions.notKnowing)
    }

    /// The data point that the words of a tree's question name; nil for none.
    func point(in words: String, of tree: String, _ caller: Caller) -> DataPoint? {
        let words = Set(words.lowercased().split { !$0.isLetter }.map(String.init))
        // "Firmware" means another one to who speaks of a laptop than to who speaks of a router.
        var nearest = trees.first { $0.id == tree }?.points ?? []
        switch caller.issue {
        case .new(let issue): nearest = NewIssue.all[issue].points
        case .tree(let index): nearest += trees[index].points
        }
        return (nearest + DataPoints.all).first { point in
            point.heard.contains { words.isSuperset(of: $0) }
        }
    }

    /// What the caller says of a data point.
    func value(of point: DataPoint, _ caller: Caller) -> String {
        var draws = Draws(seed, "value", caller.id, point.wordings[0])
        return draws.one(of: point.values)
    }

    /// What the caller says first, and again where the tree is still sought.
    func opening(of caller: Caller, turn: Int) -> String {
        switch caller.issue {
        case .new(let issue):
            var draws = Draws(seed, "opening", caller.id, "\(turn)")
            return draws.one(of: NewIssue.all[issue].openings)
        case .tree(let index):
            var draws = Draws(seed, "opening", caller.id)
            let greeting = draws.one(of: ["", "", "hello, ", "hi, ", "good morning, "])
            return greeting + draws.one(of: trees[index].symptoms)
        }
    }

    /// The id of the option, or of the thing, that is true of the caller; nil for facts in free words.
    ///
    /// What the opening says is true.
    func truth(of fact: KnownFact, _ caller: Caller) -> String? {
        let opening = opening(of: caller, turn: 1)
        let said = fact.options.first { option in
            option.phrases.contains { opening.contains($0.lowercased()) }
        }
        if let said { return said.id }
        let named = entities[fact.entityClass]?.first { thing in
            thing.names.contains { opening.contains($0.lowercased()) }
        }
        if let named { return named.id }
        var draws = Draws(seed, "truth", caller.id, fact.key)
        if !fact.options.isEmpty {
            let weights = fact.options.map { option in
                var weight = Draws(seed, "weight", fact.key, option.id)
                // Fixes seldom help, or nobody would need an engineer.
                return weight.number(0.3...1) * (option.id == "fixed" ? 0.2 : 1)
            }
            return fact.options[draws.index(by: weights)].id
        }
        switch fact.kind {
        case .yesNo: return draws.happens(0.5) ? "yes" : "no"
        case .entity:
            let things = entities[fact.entityClass] ?? []
            return things.isEmpty ? nil : draws.one(of: things).id
        default: return nil
        }
    }
}
