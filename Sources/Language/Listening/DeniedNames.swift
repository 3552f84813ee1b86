internal import Messages

/// Names that are denied.
struct DeniedNames {
    /// What they are names of.
    var classes: Set<String> = []
    /// The question whose cue stands by the last one, "the old one was not the … it was the …", or that was answered with it.
    var node: ListeningNode?
    /// Where the first is denied.
    var first: Int?

    func haveOne(of entity: FoundEntity) -> Bool {
        entity.references.contains { classes.contains($0.className) }
    }

    /// Marks a name that is meant instead; what denies the other belongs to it, and answers nothing else.
    func takePlace(of one: inout AssignedEntity) {
        guard classes.contains(one.node.entityClass) else { return }
        one.isInstead = true
        if let first, first < one.range.lowerBound { one.range = first..<one.range.upperBound }
    }
}

extension EntityAssignment {
    /// The word before a name that denies it, with none but small words between: "nicht mehr bei".
    func denial(before range: Range<Int>) -> Int? {
        for index in (reading.area.lowerBound..<range.lowerBound).suffix(Self.reachOfDenial)
            .reversed()
        {
            if reading.negations.contains(index) { return index }
            let item = reading.words.items[index]
            // "telekom nicht mehr jetzt vodafone".
            if reading.isTellingAlone(index) || item.classes.contains(.boundary)
                || reading.words.meanings[index] == .now
            {
                return nil
            }
        }
        return nil
    }

    /// How many words may stand from a denial on to its name.
    private static let reachOfDenial = 3

    /// Whether a name is denied before or behind itself, or excepted: "telekom nicht mehr", "anything but comcast".
    ///
    /// - Parameter next: Where the next name stands, which may be what is denied: "vodafone nicht telekom".
    func isDenied(_ range: Range<Int>, from first: Int, next: Int? = nil) -> Bool {
        let isOfNext = next.map { $0 - range.upperBound <= Self.reachOfNext } ?? false
        return isDeniedBefore(range, from: first)
            || !isOfNext && range.upperBound < reading.area.upperBound
                && reading.words.items[range.upperBound].classes.contains(.deniesBehind)
    }

    /// How many words may stand from the end of a name to the next one, which a negation between them denies.
    private static let reachOfNext = 2

    private func isDeniedBefore(_ range: Range<Int>, from first: Int) -> Bool {
        reading.negations.standBefore(range, reach: 2, from: first)
            || denial(before: range).map { $0 >= first } ?? false || reading.isOfOthers(range)
            || reading.hits.contains {
                $0.mark == .excepts && $0.range.upperBound == range.lowerBound
            }
    }

    /// Whether it is only said that a name may come to be so: "if it does not come back i will switch to verizon".
    func isAhead(_ range: Range<Int>) -> Bool {
        let items = reading.words.items
        guard range.lowerBound > reading.area.lowerBound,
            items[range.lowerBound - 1].classes.contains(.changesTo)
        else { return false }
        return (reading.area.lowerBound..<range.lowerBound - 1).suffix(Self.reachOfAhead)
            .contains { index in
                items[index].classes.contains(.ahead) && !items[index].classes.contains(.changesTo)
            }
    }

    /// How far such a word may stand from the name.
    private static let reachOfAhead = 4

    /// The names of a question's class that are denied.
    func denied(of node: ListeningNode) throws -> [FoundEntity] {
        var finder = EntityFinder(
            reading.words,
            lexicon: reading.context.lexicon,
            classes: [node.entityClass]
        )
        return try finder.find(in: reading.area).filter {
            isDenied($0.range, from: reading.area.lowerBound)
        }
    }

    /// Whether a name is said to be so now, in so many words: "we are with cox", "ich bin bei der telekom".
    func isStated(_ range: Range<Int>) -> Bool {
        let before = (reading.area.lowerBound..<range.lowerBound).reversed()
            .drop { reading.words.items[$0].classes.contains(.article) }
        let classes = before.prefix(Self.wordsOfStatement).map { reading.words.items[$0].classes }
        guard let verb = classes.first, verb.contains(.leadsToName),
            !verb.isDisjoint(with: [.having, .at]), !verb.contains(.past)
        else { return false }
        return classes.dropFirst().first { !$0.contains(.being) }?.contains(.own) ?? false
    }

    /// The most words of such a statement before its name: "we are with".
    private static let wordsOfStatement = 3

    /// Where something is taken back, the name that is known is no news beside another: "no wait the mail is fine its the portal".
    func withoutKnown(_ assigned: [AssignedEntity]) -> [AssignedEntity] {
        assigned.filter { one in
            !isKnown(one.entity, as: one.node)
                || !assigned.contains { $0.node === one.node && !isKnown($0.entity, as: $0.node) }
        }
    }

    /// Whether a name is what a question was answered with.
    func isKnown(_ entity: FoundEntity, as node: ListeningNode) -> Bool {
        guard let known = reading.context.facts[node.fact]?.value?.key else { return false }
        return entity.references.contains { $0.id == known && $0.className == node.entityClass }
    }
}
