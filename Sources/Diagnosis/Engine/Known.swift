internal import Catalog
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

    /// How a fact of this value stands, or why it has none.
    init(_ value: FactValue?, _ reason: NotObtained) {
        guard let value else {
            // What was taken back is asked again.
            self = reason == .takenBack ? .absent : .missing
            return
        }
        // Told before the tree was known, and not understood by it: it may still be asked.
        self = value.kind == .unspecified ? .absent : .known(key: value.key, number: value.number)
    }
}

/// How facts stand, by the facts: a call has few, so that they are gone through.
struct Standings: Equatable {
    private struct Entry: Equatable {
        let fact: FactID
        var standing: Standing
    }

    private var entries: [Entry] = []

    subscript(fact: FactID) -> Standing? {
        get {
            for index in entries.indices where entries[index].fact == fact {
                return entries[index].standing
            }
            return nil
        }
        set {
            guard let newValue else { return }
            guard let index = entries.firstIndex(where: { $0.fact == fact }) else {
                return entries.append(Entry(fact: fact, standing: newValue))
            }
            entries[index].standing = newValue
        }
    }

    /// Whether the fact has a value.
    func isKnown(_ fact: FactID) -> Bool {
        if case .known = self[fact] { true } else { false }
    }
}

/// The facts that a walk goes along: those of the call, with changes that are not in its state yet.
struct Known {
    /// Facts of the call's state.
    let facts: [String: Fact]

    /// What changes them, in order; the last one of a key counts.
    private(set) var changes: [Fact]

    /// How the facts stand with their changes.
    private(set) var standings: Standings

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
        standings = Standings()
        changes = []
        pending = []
        for (key, fact) in facts {
            standings[FactID(key)] = Standing(fact.value, fact.notObtained)
        }
    }

    /// Changes a fact.
    mutating func change(_ fact: consuming Fact) {
        standings[FactID(fact.key)] = Standing(fact.value, fact.notObtained)
        changes.append(fact)
    }

    /// Changes the value of the last change.
    mutating func changeLast(to value: consuming FactValue) {
        standings[FactID(changes[changes.count - 1].key)] = Standing(value, .unspecified)
        changes[changes.count - 1].value = value
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
    func standing(of key: String) -> Standing { standing(of: FactID(key)) }

    /// How the fact stands, without what a tree infers.
    func standing(of fact: FactID) -> Standing {
        // What was told and is not understood may be looked up all the same.
        if let standing = standings[fact], standing != .absent { return standing }
        return pending.indices.contains { FactID(pending[$0].fact) == fact } ? .pending : .absent
    }
}
