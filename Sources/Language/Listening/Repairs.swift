internal import Messages

/// Words in the middle of an answer that take back what stands before them: "no wait", "no sorry", "sorry".
struct Repair {
    var range: Range<Int>
    /// Whether it is a single word that may also mean something else: "no", "sorry".
    var isBare: Bool
    /// Whether it takes back for certain, so that what stands before it is no sure answer.
    var denies: Bool
}

extension Reading {
    /// How far a bare "no" may stand from the values on its sides.
    private static let bareReachBefore = 2
    private static let bareReachAfter = 4
    /// How sure a value is at most that was taken back by words which could not be read.
    static let takenBackConfidence = 0.5

    /// The words that may take back what was said, in their order, with something before and after them.
    var repairs: [Repair] {
        var repairs: [Repair] = []
        for hit in hits where Self.takesBack(hit.mark) && area.contains(hit.range) {
            // "yes no wait, no" ends with its answer.
            if hit.mark == .takesBack, hit.range.upperBound == area.upperBound { continue }
            let denies = hit.range.contains { words.items[$0].classes.contains(.negation) }
            if let last = repairs.indices.last,
                repairs[last].range.upperBound == hit.range.lowerBound
            {
                // "no sorry", "sorry no", "no no".
                repairs[last].range = repairs[last].range.lowerBound..<hit.range.upperBound
                repairs[last].isBare = false
                repairs[last].denies = true
            } else {
                let isBare = hit.mark != .correction
                repairs.append(Repair(range: hit.range, isBare: isBare, denies: denies && !isBare))
            }
        }
        return repairs.filter {
            $0.range.lowerBound > area.lowerBound && $0.range.upperBound < area.upperBound
        }
    }

    static func takesBack(_ mark: PhraseMark) -> Bool {
        mark == .correction || mark == .softCorrection || mark == .takesBack
    }

    /// The answer of which a part was taken back: what stands after "no sorry" replaces what stands before it.
    ///
    /// - Parameter found: Reads a part of the utterance.
    func repaired(
        _ asked: ListeningNode,
        _ found: (Reading) throws -> FoundValue?
    ) rethrows -> FoundValue? {
        let mayRepair = hits.contains { hit in
            Self.takesBack(hit.mark) && hit.range.lowerBound > area.lowerBound
        }
        if Self.mayRepairBarely(asked), let later = try present(found) { return later }
        guard mayRepair else { return try found(self) }
        let repairs = repairs.filter { !$0.isBare || Self.mayRepairBarely(asked) }
        for repair in repairs.reversed() {
            let before = narrowed(to: area.lowerBound..<repair.range.lowerBound)
            var rest = restarted(at: repair.range.upperBound)
            rest.restUnit = before.unit(of: asked)
            guard let later = try found(rest) else {
                if asked.valueKind == .date, let earlier = try found(before),
                    let day = dayBefore(earlier, in: rest.area)
                {
                    return day
                }
                continue
            }
            guard repair.isBare else { return later }
            // A bare "no" takes back only the value of the same kind that stands beside it.
            if let earlier = try found(before),
                repair.range.lowerBound - earlier.range.upperBound <= Self.bareReachBefore,
                later.range.lowerBound - repair.range.upperBound <= Self.bareReachAfter
            {
                return later
            }
        }
        guard var answer = try found(self) else { return nil }
        // "yes wait no" takes back what stands before it.
        let endsDenied = hits.contains { hit in
            hit.mark == .correction && hit.range.upperBound == area.upperBound
                && hit.range.contains { words.items[$0].classes.contains(.negation) }
        }
        let isTakenBack = repairs.contains { repair in
            repair.denies
                || repair.isBare && repair.range.lowerBound == answer.range.upperBound
                    && words.items[repair.range.lowerBound].classes.contains(.negation)
        }
        // "only my computer no wait the tablet has nothing either": what it is then could not be read.
        let isDenied = repairs.contains { repair in
            repair.denies
                && (asked.hasTwoSides || answer.range.upperBound <= repair.range.lowerBound)
        }
        if endsDenied || isDenied || isTakenBack && Self.mayRepairBarely(asked) {
            answer.confidence = min(answer.confidence, Self.takenBackConfidence)
        }
        return answer
    }

    /// What a number without a unit counts after an amount: "twenty minutes no sorry forty".
    private func unit(of asked: ListeningNode) -> TimeUnit? {
        switch asked.valueKind {
        case .duration, .date: times.duration()?.unit
        case .frequency: times.frequency()?.unit
        default: nil
        }
    }

    /// Whether a value of the kind replaces another without further words: "three no four".
    private static func mayRepairBarely(_ asked: ListeningNode) -> Bool {
        switch asked.valueKind {
        case .entity, .number, .version, .duration, .frequency, .date: true
        case .text: asked.textForm != .unspecified
        default: false
        }
    }

    /// Whether what stands at a word begins anew: after "no sorry".
    func isRestart(at index: Int) -> Bool {
        repairs.contains { repair in
            !repair.isBare && (0...Self.bareReachBefore).contains(index - repair.range.upperBound)
        }
    }

    /// Whether words between two names of a kind take the first one back: "verizon no its at and t".
    func takesBack(between span: Range<Int>) -> Bool {
        hits.contains { hit in
            // "i said comcast but its cox".
            if hit.mark == .saidEarlier, hit.range.upperBound <= span.lowerBound {
                return span.contains { words.items[$0].classes.contains(.boundary) }
            }
            guard Self.takesBack(hit.mark), span.contains(hit.range) else { return false }
            return hit.mark == .correction
                || hit.range.lowerBound - span.lowerBound <= Self.bareReachBefore
                    && span.upperBound - hit.range.upperBound <= Self.bareReachAfter
        }
    }
}
