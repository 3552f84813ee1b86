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
    let reading: Reading
    private var words: Words { reading.words }

    /// How far a cue may stand before a name, and after it.
    private static let reachBefore = 6
    private static let reachAfter = 4

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// The nodes whose facts are names: first the one that was asked.
    private var nodes: [ListeningNode] {
        let context = reading.context
        var nodes: [ListeningNode] = []
        if let asked = context.asked, asked.valueKind == .entity { nodes.append(asked) }
        for list in [context.open, context.known] {
            for place in list.indices where list[place].valueKind == .entity {
                nodes.append(list[place])
            }
        }
        return nodes
    }

    /// The entities in the order of the utterance.
    func assign() throws -> [AssignedEntity] {
        let context = reading.context
        let nodes = nodes
        guard !nodes.isEmpty else { return [] }
        var finder = EntityFinder(
            words,
            lexicon: context.lexicon,
            classes: nodes.map(\.entityClass)
        )
        let found = try finder.find(in: reading.area).filter { mayBeMeant($0) }
        guard !found.isEmpty else { return try guessed(among: nodes) }
        var assigned: [AssignedEntity] = []
        var denied = DeniedNames()
        for (index, entity) in found.enumerated() {
            let before = index > 0 ? found[index - 1].range.upperBound : reading.area.lowerBound
            var (isRepair, isCurrent) = (false, false)
            let isSecond = index > 0 && areOfOneClass(found[index - 1], entity)
            if isExchanged(entity) || isSecond && isGivenUp(entity, after: found[index - 1]) {
                if isSecond, let last = assigned.indices.last { assigned[last].isInstead = true }
                if let one = former(entity, among: nodes) { assigned.append(one) }
                continue
            }
            if isSecond {
                isCurrent = isExchanged(found[index - 1])
                isRepair = isTakenBack(found[index - 1], by: entity)
                if !isRepair, !isCurrent, isReplaced(found[index - 1], by: entity, among: nodes) {
                    // What was before may be asked, too.
                    if let last = assigned.last, last.entity.range == found[index - 1].range,
                        let one = former(last.entity, among: nodes)
                    {
                        if !last.isCued { assigned[assigned.count - 1] = one }
                        isCurrent = true
                    }
                    isRepair = !isCurrent
                }
            }
            let next = index + 1 < found.count ? found[index + 1].range.lowerBound : nil
            if !isRepair, isDenied(entity.range, from: before, next: next),
                !reading.isRestart(at: entity.range.lowerBound)
            {
                let candidates = nodes.filter { $0.names(entity) }
                denied.classes.formUnion(entity.references.map(\.className))
                denied.first =
                    denied.first ?? denial(before: entity.range) ?? entity.range.lowerBound
                denied.node =
                    cued(entity, among: candidates, within: before..<entity.range.upperBound)?.0
                    ?? candidates.first { isKnown(entity, as: $0) }
                continue
            }
            guard
                var one = try assign(
                    entity,
                    among: nodes,
                    within: before..<(next ?? reading.area.upperBound),
                    isInstead: isRepair || denied.haveOne(of: entity),
                    isCurrent: isCurrent
                )
            else { continue }
            one.isInstead = isRepair
            if !one.isCued, let node = denied.node, node.names(entity) { one.node = node }
            if isRepair, let last = assigned.last, last.entity.range == found[index - 1].range {
                if !one.isCued, one.node.entityClass == last.node.entityClass {
                    one.node = last.node
                }
                assigned.removeLast()
            }
            assigned.append(one)
        }
        for index in assigned.indices where isStated(assigned[index].entity.range) {
            assigned[index].isInstead = true
        }
        for index in assigned.indices { denied.takePlace(of: &assigned[index]) }
        if reading.marksCorrection { assigned = withoutKnown(assigned) }
        if denied.classes.isEmpty { assigned += try guessedAsAsked(besides: assigned, found) }
        return assigned
    }

    /// A name of what was asked, which may have been written as it sounds, where no other one is the answer.
    private func guessedAsAsked(
        besides assigned: [AssignedEntity],
        _ found: [FoundEntity]
    ) throws -> [AssignedEntity] {
        guard let asked = reading.context.asked, asked.valueKind == .entity,
            !assigned.contains(where: { $0.node.fact == asked.fact })
        else { return [] }
        return try guessed(among: nodes, beside: found)
    }

    /// In how many words behind a name an address begins that it leads to, and in how many that has a dot.
    private static let reachOfAddress = 5

    /// Whether a name only leads to an address: "my email is ann at acme dot com" is about no mail.
    private func isOfAddress(_ range: Range<Int>) -> Bool {
        func sign(_ sign: Unicode.Scalar, after index: Int) -> Int? {
            (index..<min(index + Self.reachOfAddress, words.count)).first {
                words.language.info(of: words.items[$0].word).sign == UInt8(ascii: sign)
            }
        }
        // "smith at outlook dot com".
        if range.lowerBound > 0, sign("@", after: range.lowerBound - 1) == range.lowerBound - 1,
            sign(".", after: range.upperBound) == range.upperBound
        {
            return true
        }
        guard let at = sign("@", after: range.upperBound) else { return false }
        return sign(".", after: at + 1) != nil
    }

    /// A name by its sound, where one must have been said: ordinary words are no names elsewhere.
    private func guessed(
        among nodes: [ListeningNode],
        beside found: [FoundEntity] = []
    ) throws -> [AssignedEntity] {
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
        guard let guess = try guesses.best(in: reading.area, beside: found.map(\.range)),
            !reading.negations.standBefore(guess.entity.range, reach: 2),
            !isOfAddress(guess.entity.range),
            var one = try assign(guess.entity, among: sought, within: reading.area)
        else { return [] }
        one.confidence = min(one.confidence, guess.confidence)
        return [one]
    }

    private func assign(
        _ entity: FoundEntity,
        among nodes: [ListeningNode],
        within span: Range<Int>,
        isInstead: Bool = false,
        isCurrent: Bool = false
    ) throws -> AssignedEntity? {
        var candidates = nodes.filter { $0.names(entity) }
        var named = cued(entity, among: candidates, within: span)
        let now = current(before: entity.range, within: span, named?.1, among: candidates)
        if let now = isCurrent ? entity.range : now {
            candidates.removeAll(where: \.isOfFormer)
            named = uncued(among: candidates).map { ($0, now) }
        }
        if let (node, cue) = named {
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
        // "im calling from my verizon phone" says nothing of what is at home.
        if !isAsked, entity.range.upperBound < reading.words.count,
            words.items[entity.range.upperBound].classes.contains(.phone)
        {
            return nil
        }
        let isKnown = reading.context.known.contains { $0.fact == node.fact }
        let isOrdinary = try !isAsked && !isKnown && !isInstead && isOrdinary(entity, node)
        let isNumber = isAsked && entity.range.allSatisfy { words.items[$0].kind == .number }
        return AssignedEntity(
            entity: entity,
            node: node,
            range: entity.range,
            confidence: confidence(
                entity,
                node,
                isNumber || isOrdinary
                    ? Self.doubtfulConfidence : isAsked ? 0.95 : 0.88
            ),
            isCued: false
        )
    }

    /// How sure a name is that may be a number or an ordinary word.
    private static let doubtfulConfidence = 0.5

    /// Whether a name that is only a number is the answer: "three" and nothing else.
    private func mayBeMeant(_ entity: FoundEntity) -> Bool {
        if isOfAddress(entity.range) || isAhead(entity.range) { return false }
        guard entity.range.allSatisfy({ words.items[$0].kind == .number }) else { return true }
        guard let asked = reading.context.asked, asked.valueKind == .entity,
            entity.references.contains(where: { $0.className == asked.entityClass })
        else { return false }
        return reading.area.allSatisfy {
            entity.range.contains($0) || words.items[$0].classes.contains(.common)
        }
    }

    /// Whether a name is a word that means something else, too, and nothing beside it says that the name is meant: "with
    /// sky", "sky internet" for "who is your internet provider?".
    ///
    /// What the vocabulary itself writes as an ordinary word is meant as such.
    private func isOrdinary(_ entity: FoundEntity, _ node: ListeningNode) throws -> Bool {
        let word = words.items[entity.range.lowerBound]
        guard entity.range.count == 1, word.kind == .word,
            words.language.row(of: word.word) != nil,
            let reference = entity.references.first(where: { $0.className == node.entityClass }),
            try reading.context.lexicon.entity(reference.id)?.name.first?.isUppercase == true
        else { return false }
        let naming = node.wording.naming
        func isNaming(_ indices: some Sequence<Int>) -> Bool {
            for index in indices where reading.area.contains(index) {
                if naming.contains(words.stems[index]) { return true }
                if !words.items[index].classes.contains(.common) { return false }
            }
            return false
        }
        let (first, end) = (entity.range.lowerBound, entity.range.upperBound)
        if isNaming((max(0, first - 2)..<first).reversed()) || isNaming(end..<end + 3) {
            return false
        }
        let leads =
            first > reading.area.lowerBound
            && words.items[first - 1].classes.contains(.leadsToName)
        // Where a name is asked for, one that begins the answer is meant as such.
        if reading.context.asked?.valueKind == .entity,
            first == reading.area.lowerBound
                || words.items[first - 1].classes.contains(.article)
        {
            return false
        }
        // "with orange lights" has another name for what follows.
        return !leads
            || end < reading.area.upperBound
                && words.items[end].classes.isDisjoint(with: [.common, .boundary, .negation])
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
        // "before that it was the …" names what follows.
        func belongsToNext(_ cue: Range<Int>) -> Bool {
            let between = cue.upperBound..<max(cue.upperBound, span.upperBound)
            return span.upperBound < reading.area.upperBound && !between.isEmpty
                && between.count < Self.reachBefore
                && !between.contains { index in
                    words.items[index].classes.contains(.boundary)
                        || [.and, .now].contains(
                            words.language.times.meaning(of: words.stems[index])
                        )
                }
        }
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
                let later = after.full(cues, cue)
                if let later, belongsToNext(later.range) { continue }
                consider(later, node) {
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

    /// Whether a letter behind a number makes another model of it: "r seven thousand p".
    private func goesOn(_ range: Range<Int>) -> Bool {
        let next = range.upperBound
        guard next < reading.area.upperBound, words.items[next - 1].kind == .number,
            words.sentences[next] == words.sentences[next - 1]
        else { return false }
        let item = words.items[next]
        return item.kind == .letters
            || item.kind == .word && item.text.count == 1
                && item.classes.isDisjoint(with: [.common, .subject, .article])
    }

    /// Lower when the name means several entities of the class, or goes on.
    func confidence(_ entity: FoundEntity, _ node: ListeningNode, _ value: Double) -> Double {
        let meanings = entity.references.filter { $0.className == node.entityClass }
        if goesOn(entity.range) { return min(value, Self.doubtfulConfidence) }
        return meanings.allSatisfy { $0 == meanings[0] } ? value : 0.5
    }
}

extension ListeningNode {
    /// Whether a name is one of those that it asks for.
    func names(_ entity: FoundEntity) -> Bool {
        entity.references.contains { $0.className == entityClass }
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
