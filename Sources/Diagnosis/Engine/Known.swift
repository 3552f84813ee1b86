internal import Messages

/// How a fact stands in a walk.
enum Standing {
    /// Nobody has said or asked anything of it.
    case absent

    /// It was asked or looked up, in vain.
    case missing

    /// It is being looked up.
    case pending

    /// It is known: `key` is what branches compare, `number` what bounds do.
    case known(key: String, number: Double)
}

/// The facts that a walk goes along: those of the call, with changes that are not in its state yet.
struct Known {
    /// Facts of the call's state.
    var facts: [String: Fact]

    /// What changes them, in order; the last one of a key counts.
    var changes: [Fact]

    /// Lookups that are awaited.
    var pending: [Lookup]

    init(facts: [String: Fact] = [:], changes: [Fact] = [], pending: [Lookup] = []) {
        self.facts = facts
        self.changes = changes
        self.pending = pending
    }

    /// How many facts there are.
    var count: Int {
        var added: [String] = []
        for change in changes where facts[change.key] == nil && !added.contains(change.key) {
            added.append(change.key)
        }
        return facts.count + added.count
    }

    /// The fact as it is after the changes.
    func fact(_ key: String) -> Fact? {
        changes.last { $0.key == key } ?? facts[key]
    }

    /// How the fact stands, without what a tree infers.
    func standing(of key: String) -> Standing {
        for index in changes.indices.reversed() where changes[index].key == key {
            return Self.standing(of: changes[index].value)
        }
        // A fact is big: it is looked at where it lies.
        if let index = facts.index(forKey: key) {
            return Self.standing(of: facts.values[index].value)
        }
        return pending.indices.contains { pending[$0].fact == key } ? .pending : .absent
    }

    private static func standing(of value: FactValue?) -> Standing {
        guard let value else { return .missing }
        // Told before the tree was known, and not understood by it: it may still be asked.
        if value.kind == .unspecified { return .absent }
        return .known(key: value.key, number: value.number)
    }
}
