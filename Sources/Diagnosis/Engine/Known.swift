internal import Messages

/// How a fact stands in a walk.
enum Standing: Equatable {
    /// Nobody has said or asked anything of it.
    case absent

    /// It was asked or looked up, in vain.
    case missing

    /// It is being looked up.
    case pending

    /// It is known: `key` is what branches compare, `number` what bounds do.
    case known(key: String, number: Double)

    /// How a fact of this value stands.
    init(_ value: FactValue?) {
        guard let value else {
            self = .missing
            return
        }
        // Told before the tree was known, and not understood by it: it may still be asked.
        self = value.kind == .unspecified ? .absent : .known(key: value.key, number: value.number)
    }
}

/// The facts that a walk goes along: those of the call, with changes that are not in its state yet.
struct Known {
    /// Facts of the call's state.
    let facts: [String: Fact]

    /// How they stand.
    private let standings: [String: Standing]

    /// What changes them, in order; the last one of a key counts.
    var changes: [Fact]

    /// Lookups that are awaited.
    var pending: [Lookup]

    /// What is known in a call.
    init(_ state: CallState) {
        facts = state.facts
        standings = state.standings
        changes = []
        pending = state.progress.lookups
    }

    /// What some facts tell.
    init(facts: [String: Fact] = [:]) {
        self.facts = facts
        standings = facts.mapValues { Standing($0.value) }
        changes = []
        pending = []
    }

    /// How many facts there are.
    var count: Int {
        var added: [String] = []
        for change in changes where facts[change.key] == nil && !added.contains(change.key) {
            added.append(change.key)
        }
        return facts.count + added.count
    }

    /// The keys of the facts that are known.
    var knownKeys: [String] {
        var keys: [String] = []
        func add(_ key: String, _ standing: Standing) {
            if case .known = standing { keys.append(key) }
        }
        for (key, standing) in standings where !changes.contains(where: { $0.key == key }) {
            add(key, standing)
        }
        for change in changes { add(change.key, standing(of: change.key)) }
        return keys
    }

    /// The fact as it is after the changes.
    func fact(_ key: String) -> Fact? {
        changes.last { $0.key == key } ?? facts[key]
    }

    /// How the fact stands, without what a tree infers.
    func standing(of key: String) -> Standing {
        for index in changes.indices.reversed() where changes[index].key == key {
            return Standing(changes[index].value)
        }
        if let standing = standings[key] { return standing }
        return pending.indices.contains { pending[$0].fact == key } ? .pending : .absent
    }
}
