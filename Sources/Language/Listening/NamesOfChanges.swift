/// Names of which one takes the place of another, and which of two questions each answers.
extension EntityAssignment {
    /// The most words between a word that tells of a change and its name: "from the old".
    private static let reachOfChange = 2
    /// The most words between the two names of a change.
    private static let mostBetween = 6
    /// The most words between what says that something is so now and its name: "the new one is a".
    private static let reachOfCurrent = 5

    func areOfOneClass(_ left: FoundEntity, _ right: FoundEntity) -> Bool {
        left.references.contains { reference in
            right.references.contains { $0.className == reference.className }
        }
    }

    /// Whether a name stands in place of a wrong one before it: "comcast no sorry spectrum".
    func isTakenBack(_ earlier: FoundEntity, by later: FoundEntity) -> Bool {
        reading.takesBack(between: earlier.range.upperBound..<later.range.lowerBound)
    }

    /// Whether what a name stands for was given up for a later one: "we had comcast until may its spectrum now", "i switched
    /// from comcast to spectrum".
    func isReplaced(
        _ earlier: FoundEntity,
        by later: FoundEntity,
        among nodes: [ListeningNode]
    ) -> Bool {
        if reading.isFormer(earlier.range) { return !reading.isFormer(later.range) }
        if isOver(earlier, until: later.range.lowerBound) { return true }
        // "i replaced the … by a new one its the …".
        let span = earlier.range.upperBound..<later.range.upperBound
        let candidates = nodes.filter { node in
            later.references.contains { $0.className == node.entityClass }
        }
        if current(before: later.range, within: span, nil, among: candidates) != nil { return true }
        return isNear(earlier, later) && stands(.changesFrom, before: earlier.range)
            && stands(.changesTo, before: later.range)
    }

    /// Whether what a name stands for was given up for an earlier one: "i switched to spectrum from comcast".
    func isGivenUp(_ later: FoundEntity, after earlier: FoundEntity) -> Bool {
        isNear(earlier, later) && stands(.changesTo, before: earlier.range)
            && stands(.changesFrom, before: later.range)
            || isOver(later, until: reading.area.upperBound)
    }

    /// Whether it is said right behind a name until when, or when, it was so: "comcast was until august", "comcast was last year".
    private func isOver(_ entity: FoundEntity, until end: Int) -> Bool {
        let behind = entity.range.upperBound
        guard behind + 1 < end, reading.words.items[behind].classes.contains(.past) else {
            return false
        }
        let told = (behind + 1..<end).first { !reading.words.items[$0].classes.contains(.filler) }
        return told.map { [.until, .last].contains(reading.words.meanings[$0]) } ?? false
    }

    /// Whether what a name stands for was given up for what follows, which may have no known name: "since i swapped the r7000 for
    /// another one", "from the r7000 to a new one".
    func isExchanged(_ entity: FoundEntity) -> Bool {
        let items = reading.words.items
        let next = entity.range.upperBound
        guard next < reading.area.upperBound else { return false }
        let classes = items[next].classes
        if classes.contains(.changesTo), stands(.changesFrom, before: entity.range) {
            // "von der telekom zu hause" and "from spectrum to the house" give nothing up.
            let after = items[next..<min(next + Self.reachOfChange + 1, reading.area.upperBound)]
            return after.contains { $0.classes.contains(.current) }
                || after.contains { !$0.classes.isDisjoint(with: [.article, .possessive]) }
                    && !after.contains { $0.classes.contains(.everyday) }
        }
        guard
            !classes.contains(.changesFrom)
                && !classes.isDisjoint(with: [.changesTo, .leadsToName])
                || reading.words.meanings[next] == .during
        else { return false }
        return reading.hits.contains { hit in
            guard hit.mark == .replaces else { return false }
            guard hit.range.lowerBound > next else {
                return (0...Self.reachOfChange).contains(
                    entity.range.lowerBound - hit.range.upperBound
                )
            }
            // The verb stands behind what was taken instead, and not in a clause of its own: "and they replaced the modem".
            let between = items[next + 1..<hit.range.lowerBound]
            return between.count <= Self.mostBetween
                && between.allSatisfy {
                    $0.classes.isDisjoint(with: [.boundary, .subject, .past])
                }
        }
    }

    private func isNear(_ earlier: FoundEntity, _ later: FoundEntity) -> Bool {
        let between = earlier.range.upperBound..<later.range.lowerBound
        return between.count <= Self.mostBetween
            && !between.contains { reading.words.items[$0].classes.contains(.boundary) }
    }

    private func stands(_ classes: WordClasses, before range: Range<Int>) -> Bool {
        let items = reading.words.items
        for index in (0..<range.lowerBound).reversed().prefix(Self.reachOfChange + 1) {
            if items[index].classes.contains(classes) { return true }
            let isSmall = !items[index].classes.isDisjoint(with: [.common, .former, .current])
            if !isSmall { return false }
        }
        return false
    }

    /// A name as what was so before; nil where no question is for that.
    func former(_ entity: FoundEntity, among nodes: [ListeningNode]) -> AssignedEntity? {
        let node = nodes.first { node in
            node.isOfFormer && entity.references.contains { $0.className == node.entityClass }
        }
        return node.map {
            AssignedEntity(
                entity: entity,
                node: $0,
                range: entity.range,
                confidence: confidence(entity, $0, Self.formerConfidence),
                isCued: true
            )
        }
    }

    private static let formerConfidence = 0.88

    /// The word that says of a name that it is so now, where another question is for what was before: "the new one is a …".
    ///
    /// - Parameter cue: The words that name one of the questions; the nearer ones count.
    func current(
        before range: Range<Int>,
        within span: Range<Int>,
        _ cue: Range<Int>?,
        among candidates: [ListeningNode]
    ) -> Range<Int>? {
        guard candidates.contains(where: \.isOfFormer) else { return nil }
        let first = max(span.lowerBound, range.lowerBound - Self.reachOfCurrent)
        for index in (first..<range.lowerBound).reversed() {
            let classes = reading.words.items[index].classes
            if classes.contains(.boundary) || cue?.contains(index) == true { return nil }
            if classes.contains(.current) { return index..<index + 1 }
        }
        return nil
    }
}
