internal import Messages

/// An entity and the node whose fact it is.
struct AssignedEntity {
    var entity: FoundEntity
    var node: ListeningNode
    /// From the cue, or from the name, to the end of both.
    var range: Range<Int>
    var confidence: Double
    /// Whether a cue named the node.
    var isCued: Bool
    /// Whether another name of the class is denied beside it: "not comcast, spectrum".
    var isInstead = false
}

/// Decides which fact each named entity is: by the cue beside it ("the old one was a …"), else it is the answer
/// to what was asked, else it belongs to the one node of its class that needs no cue.
struct EntityAssignment {
    private let reading: Reading
    private var words: Words { reading.words }

    /// How far a cue may stand before a name, and after it.
    private static let reachBefore = 6
    private static let reachAfter = 4

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// The entities in the order of the utterance.
    func assign() throws -> [AssignedEntity] {
        let context = reading.context
        var nodes: [ListeningNode] = []
        if let asked = context.asked, asked.valueKind == .entity { nodes.append(asked) }
        for node in context.open where node.valueKind == .entity { nodes.append(node) }
        for node in context.known where node.valueKind == .entity { nodes.append(node) }
        guard !nodes.isEmpty else { return [] }
        var finder = EntityFinder(
            words,
            lexicon: context.lexicon,
            classes: nodes.map(\.entityClass)
        )
        let found = try finder.find(in: reading.area)
        guard !found.isEmpty else { return try guessed(among: nodes) }
        var assigned: [AssignedEntity] = []
        var denied: Set<String> = []
        for (index, entity) in found.enumerated() {
            let before = index > 0 ? found[index - 1].range.upperBound : reading.area.lowerBound
            if reading.isDenied(entity.range, reach: 2, from: before) {
                denied.formUnion(entity.references.map(\.className))
                continue
            }
            let after =
                index + 1 < found.count
                ? found[index + 1].range.lowerBound : reading.area.upperBound
            if let one = assign(entity, among: nodes, within: before..<after) {
                assigned.append(one)
            }
        }
        for index in assigned.indices {
            assigned[index].isInstead = denied.contains(assigned[index].node.entityClass)
        }
        return assigned
    }

    /// A name by its sound, where one must have been said: ordinary words are no names elsewhere.
    private func guessed(among nodes: [ListeningNode]) throws -> [AssignedEntity] {
        let context = reading.context
        let isAsked = context.asked?.valueKind == .entity && !reading.isOnlyAct
        let isCorrected =
            reading.marksCorrection && context.known.contains { $0.valueKind == .entity }
        guard isAsked || isCorrected, reading.question == nil else { return [] }
        let sought =
            isCorrected && !isAsked
            ? nodes.filter { node in context.known.contains { $0.fact == node.fact } }
            : nodes.filter { $0.fact == context.asked?.fact }
        var guesses = EntityGuesses(
            words,
            lexicon: context.lexicon,
            classes: sought.map(\.entityClass)
        )
        guard let guess = try guesses.best(in: reading.area),
            !reading.isDenied(guess.entity.range, reach: 2),
            var one = assign(guess.entity, among: sought, within: reading.area)
        else { return [] }
        one.confidence = min(one.confidence, guess.confidence)
        return [one]
    }

    private func assign(
        _ entity: FoundEntity,
        among nodes: [ListeningNode],
        within span: Range<Int>
    ) -> AssignedEntity? {
        let candidates = nodes.filter { node in
            entity.references.contains { $0.className == node.entityClass }
        }
        if let (node, cue) = cued(entity, among: candidates, within: span) {
            let range =
                min(
                    cue.lowerBound,
                    entity.range.lowerBound
                )..<max(cue.upperBound, entity.range.upperBound)
            return AssignedEntity(
                entity: entity,
                node: node,
                range: range,
                confidence: confidence(entity, node, 0.95),
                isCued: true
            )
        }
        guard let node = uncued(among: candidates) else { return nil }
        let isAsked = node.fact == reading.context.asked?.fact
        return AssignedEntity(
            entity: entity,
            node: node,
            range: entity.range,
            confidence: confidence(entity, node, isAsked ? 0.95 : 0.88),
            isCued: false
        )
    }

    /// The node with the nearest cue.
    private func cued(
        _ entity: FoundEntity,
        among candidates: [ListeningNode],
        within span: Range<Int>
    ) -> (ListeningNode, Range<Int>)? {
        let first = max(span.lowerBound, entity.range.lowerBound - Self.reachBefore)
        let last = min(span.upperBound, entity.range.upperBound + Self.reachAfter)
        var before = reading.matcher
        before.area = first..<entity.range.lowerBound
        var after = reading.matcher
        after.area = entity.range.upperBound..<last
        var best: (node: ListeningNode, cue: Range<Int>, distance: Int)?
        func consider(_ match: PatternMatch?, _ node: ListeningNode, distance: (Range<Int>) -> Int)
        {
            guard let match else { return }
            let distance = distance(match.range)
            if best.map({ distance < $0.distance }) ?? true { best = (node, match.range, distance) }
        }
        for node in candidates {
            let cues = node.cuePatterns
            for cue in cues.ranges.indices {
                consider(before.full(cues, cue), node) { entity.range.lowerBound - $0.upperBound }
                // A cue after the name weighs less: it may belong to what follows.
                consider(after.full(cues, cue), node) {
                    $0.lowerBound - entity.range.upperBound + 2
                }
            }
        }
        return best.map { ($0.node, $0.cue) }
    }

    /// The node that is meant when nothing names one.
    private func uncued(among candidates: [ListeningNode]) -> ListeningNode? {
        if let asked = reading.context.asked,
            let node = candidates.first(where: { $0.fact == asked.fact })
        {
            return node
        }
        let facts = Set(candidates.map(\.fact))
        if facts.count == 1 { return candidates.first }
        let plain = candidates.filter { $0.cuePatterns.ranges.isEmpty }
        return Set(plain.map(\.fact)).count == 1 ? plain.first : nil
    }

    /// Lower when the name means several entities of the class.
    private func confidence(_ entity: FoundEntity, _ node: ListeningNode, _ value: Double) -> Double
    {
        let meanings = entity.references.filter { $0.className == node.entityClass }
        return meanings.allSatisfy { $0 == meanings[0] } ? value : 0.5
    }
}

extension Reading {
    /// The value of an entity for its node; nil when the vocabulary does not hold the entity any more.
    func value(of assigned: AssignedEntity) throws -> FoundValue? {
        guard
            let reference = assigned.entity.references.first(where: {
                $0.className == assigned.node.entityClass
            }), let entity = try context.lexicon.entity(reference.id)
        else { return nil }
        return FoundValue(
            value: FactValue(kind: .entity, key: entity.id, text: entity.name),
            confidence: assigned.confidence,
            range: assigned.range
        )
    }
}
