internal import Messages

/// What was so before: where it is told, and what follows for a question about now.
extension Reading {
    /// How sure it is that what was so before is no longer so.
    private static let overConfidence = 0.7
    /// How sure it must be what was before, so that the other is so now.
    private static let leastSure = 0.6
    /// The most words of a clause that tells what was before.
    private static let mostWordsOver = 9
    /// How far a value may stand from the words which say that it is past, and how sure the one after it is at most.
    private static let formerReach = 3
    private static let laterConfidence = 0.75

    /// What follows from that something was so before, for a question about now: "it was until yesterday".
    func over(_ asked: ListeningNode) -> Polarity? {
        guard !asked.wording.asksPast,
            !hits.contains(where: { $0.mark.isYesOrNo && area.contains($0.range) }
            )
        else { return nil }
        let first = firstClause
        guard first.count <= Self.mostWordsOver,
            let past = first.first(where: { words.items[$0].classes.contains(.past) }),
            let end = first.upperBound + 1 < area.upperBound
                ? first.upperBound : ending(in: past..<first.upperBound) ?? formerly(in: first)
        else { return nil }
        let clause = narrowed(to: first.lowerBound..<max(end, past + 1))
        let wasSo: Bool
        if let side = clause.side(of: asked), side.confidence >= Self.leastSure {
            wasSo = side.isYes
        } else {
            // "i was upstairs but the light is on": only a bare "it was" speaks of what was asked.
            let rest = first.upperBound..<area.upperBound
            guard !clause.area.contains(where: { $0 != past && isTelling($0) }),
                !rest.contains(where: isOfQuestion)
            else { return nil }
            wasSo = clause.negations.first(in: clause.area) == nil
        }
        return Polarity(isYes: !wasSo, confidence: Self.overConfidence, range: area)
    }

    /// The word by which what is said to have been ends: "until".
    private func ending(in range: Range<Int>) -> Int? {
        range.first { words.meanings[$0] == .until && $0 + 1 < area.upperBound }
    }

    /// Where a clause ends that tells what was so at first.
    private func formerly(in range: Range<Int>) -> Int? {
        hits.contains { $0.mark == .formerly && range.contains($0.range) } ? range.upperBound : nil
    }

    /// Whether a choice or a name stands where it is told what was before, and something else follows: "it was red but now …".
    func isFormer(_ range: Range<Int>) -> Bool {
        func parts(_ index: Int) -> Bool {
            words.items[index].classes.contains(.boundary) || words.meanings[index] == .now
                || words.meanings[index] == .until
        }
        guard (range.upperBound..<area.upperBound).contains(where: parts) else { return false }
        let start = (area.lowerBound..<range.lowerBound).last(where: parts) ?? area.lowerBound
        return (start..<range.lowerBound).contains { words.items[$0].classes.contains(.past) }
    }

    /// The later value, where the earlier one is said to be past: "it used to be comcast but now its verizon", "we switched
    /// from comcast to verizon".
    func present(_ found: (Reading) throws -> FoundValue?) rethrows -> FoundValue? {
        guard let former, former.upperBound < area.upperBound else { return nil }
        let near = narrowed(to: former.upperBound..<area.upperBound)
        guard var past = try found(near),
            past.range.lowerBound - former.upperBound <= Self.formerReach
        else { return nil }
        let rest = past.range.upperBound..<area.upperBound
        if !rest.isEmpty, var later = try found(restarted(at: rest.lowerBound)),
            later.value.key != past.value.key
        {
            let between = rest.lowerBound..<max(rest.lowerBound, later.range.lowerBound)
            let isNow =
                isNow(between)
                || times.meaning(former.upperBound - 1) == .from
                    && between.contains { times.meaning($0) == .to }
            guard isNow || between.contains(where: { words.items[$0].classes.contains(.boundary) })
            else { return nil }
            later.confidence = min(
                later.confidence,
                isNow ? Self.laterConfidence : Self.takenBackConfidence
            )
            return later
        }
        // What it is now stands before, or was not understood.
        let before = narrowed(to: area.lowerBound..<former.lowerBound)
        if !before.area.isEmpty, let now = try found(before),
            now.range.upperBound == former.lowerBound
        {
            return now
        }
        guard isNow(rest) else { return nil }
        past.confidence = min(past.confidence, Self.takenBackConfidence)
        return past
    }

    /// How sure it must be what is so now, where something else was before.
    static var leastPresent: Double { 0.5 }

    /// Where a test or a fix is told by what is so now, behind what was so before: "the plug was out now its lit".
    var presentState: Int? {
        guard context.confirming == nil,
            let past = area.first(where: { index in
                !words.items[index].classes.isDisjoint(with: [.past, .former])
            }),
            let now = (past..<area.upperBound).last(where: { words.meanings[$0] == .now }),
            now + 1 < area.upperBound
        else { return nil }
        return now
    }

    /// The first words that say that what follows was so before: "it used to be", "it was".
    private var former: Range<Int>? {
        let past = area.first { words.items[$0].classes.contains(.past) }
        let hit = hits.first { $0.mark == .formerly && area.contains($0.range) }?.range
        guard let past else { return hit }
        guard let hit, hit.lowerBound <= past || hit.contains(past) else { return past..<past + 1 }
        return hit
    }

    private func isNow(_ range: Range<Int>) -> Bool {
        range.contains { times.meaning($0) == .now }
    }
}
