/// Where a pattern stands in an utterance and how well it fits.
struct PatternMatch {
    /// From the first to the last matched word.
    var range: Range<Int>
    /// From 0 to 1.
    var score: Double
    /// Matched words that carry meaning.
    var telling: Int
    /// Whether all of the pattern's words stand there in their order.
    var isFull: Bool
    /// Whether what it says is denied: "it never connects" for "it connects".
    var isNegated: Bool
}

/// Finds patterns (normal forms of phrases) among the words of an utterance.
struct PatternMatcher {
    private let words: Words
    /// The words that may be matched.
    var area: Range<Int>
    /// Words whose negation belongs to a phrase of its own, such as "no idea".
    private let consumed: [Range<Int>]
    private var pattern: [WordHash] = []

    /// Words that may stand between two words of a pattern.
    private static let maximumGap = 2
    /// Words before a match in which a negation denies it.
    private static let negationReach = 2
    /// What a word that carries grammar weighs beside one that carries meaning.
    private static let commonWeight = 0.2

    init(_ words: Words, area: Range<Int>, consumed: [Range<Int>]) {
        self.words = words
        self.area = area
        self.consumed = consumed
        pattern.reserveCapacity(16)
    }

    /// Finds all words of a pattern in their order, at most two others between neighbours.
    mutating func full(_ text: String) -> PatternMatch? {
        guard mayStand(text), read(text) else { return nil }
        var best: (range: Range<Int>, gaps: Int)?
        for start in area where words.stems[start] == pattern[0] {
            guard let end = follow(from: start) else { continue }
            let gaps = end - start - pattern.count
            if best.map({ gaps < $0.gaps }) ?? true { best = (start..<end, gaps) }
        }
        guard let best else { return nil }
        return match(best.range, gaps: best.gaps)
    }

    /// Rates how much of a pattern was said, in any order; nil when no telling word of it was.
    ///
    /// - Parameters:
    ///   - tellingSaid: How many telling words were said, negations among them.
    ///   - denyingSaid: How many of them are negations.
    mutating func partial(
        _ text: String,
        tellingSaid: Int,
        denyingSaid: Int
    ) -> PatternMatch? {
        guard read(text) else { return nil }
        var matched = 0.0
        var whole = 0.0
        var telling = 0
        var first = Int.max
        var last = 0
        var missesNegation = false
        for hash in pattern {
            let place = area.first { words.stems[$0] == hash }
            let classes = words.language.info(of: hash).classes
            let isCommon = classes.contains(.common) && !classes.contains(.negation)
            let weight = isCommon ? Self.commonWeight : 1
            whole += weight
            guard let place else {
                if classes.contains(.negation) { missesNegation = true }
                continue
            }
            matched += weight
            if !isCommon { telling += 1 }
            first = min(first, place)
            last = max(last, place)
        }
        guard telling > 0, !missesNegation else { return nil }
        let coverage = matched / whole
        var score = 0.8 * coverage * coverage
        let range = first..<last + 1
        let isNegated = isNegated(range)
        // A short answer all of whose telling words belong to the pattern, or deny it: "blocked",
        // "it doesnt have a cable".
        if telling + (isNegated ? denyingSaid : 0) >= tellingSaid {
            score = max(score, 0.35 + 0.55 * coverage)
        }
        return PatternMatch(
            range: range,
            score: score,
            telling: telling,
            isFull: false,
            isNegated: isNegated
        )
    }

    /// Whether all words of a pattern may have been said; nearly all patterns end here, at their first
    /// telling word.
    private func mayStand(_ text: String) -> Bool {
        let bits = words.bits
        let bytes = text.utf8Span.span
        var hash = Hashing.seed
        for index in bytes.indices {
            let byte = bytes[index]
            if byte != 0x20 {
                hash = Hashing.adding(byte, to: hash)
            } else {
                guard bits.mayContain(hash) else { return false }
                hash = Hashing.seed
            }
        }
        return bits.mayContain(hash)
    }

    /// Reads a pattern's words; false when there are none.
    private mutating func read(_ text: String) -> Bool {
        pattern.removeAll(keepingCapacity: true)
        let bytes = text.utf8Span.span
        guard !bytes.isEmpty else { return false }
        var hash = Hashing.seed
        for index in bytes.indices {
            let byte = bytes[index]
            if byte != 0x20 {
                hash = Hashing.adding(byte, to: hash)
            } else {
                pattern.append(hash)
                hash = Hashing.seed
            }
        }
        pattern.append(hash)
        return true
    }

    /// The end of a match that begins at a word.
    private func follow(from start: Int) -> Int? {
        var index = start + 1
        for hash in pattern.dropFirst() {
            let limit = min(index + Self.maximumGap + 1, area.upperBound)
            guard index < limit,
                let found = (index..<limit).first(where: { words.stems[$0] == hash }),
                !(index..<found).contains(where: { words.items[$0].classes.contains(.boundary) })
            else { return nil }
            index = found + 1
        }
        return index
    }

    private func match(_ range: Range<Int>, gaps: Int) -> PatternMatch {
        let telling = range.count { index in
            let token = words.items[index]
            return !token.classes.contains(.common) && pattern.contains(token.stem)
        }
        let base = telling > 0 ? 0.95 : pattern.count > 1 ? 0.85 : 0.7
        return PatternMatch(
            range: range,
            score: base - 0.04 * Double(gaps),
            telling: telling,
            isFull: true,
            isNegated: isNegated(range)
        )
    }

    /// Whether a negation that the pattern does not hold stands inside a match or shortly before it.
    private func isNegated(_ range: Range<Int>) -> Bool {
        for index in range where isNegation(index) { return !pattern.contains(words.stems[index]) }
        var index = range.lowerBound - 1
        // Words that carry grammar add one to the reach: "doesnt have any cable".
        var reach = Self.negationReach
        while index >= area.lowerBound, index >= range.lowerBound - reach {
            if words.items[index].classes.contains(.boundary) { return false }
            if isNegation(index) { return true }
            if index == range.lowerBound - Self.negationReach, isGrammar(index..<range.lowerBound) {
                reach += 1
            }
            index -= 1
        }
        return false
    }

    private func isGrammar(_ range: Range<Int>) -> Bool {
        range.allSatisfy { index in
            words.items[index].classes.contains(.common)
                && words.language.times.meaning(of: words.stems[index]) != .and
        }
    }

    private func isNegation(_ index: Int) -> Bool {
        words.items[index].classes.contains(.negation)
            && !consumed.contains { $0.contains(index) }
    }
}
