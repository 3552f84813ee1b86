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
    /// The words that may be matched.
    var area: Range<Int>
    private let negations: Negations
    private var words: Words { negations.words }
    /// Whether it is said that more is meant than what a pattern may be restricted to: "my phone too".
    private let isInclusive: Bool

    /// Words that may stand between two words of a pattern.
    private static let maximumGap = 2
    /// Words before a match in which a negation denies it.
    private static let negationReach = 2
    /// What a word that carries grammar weighs beside one that carries meaning.
    private static let commonWeight = 0.2
    /// What a pattern counts of which words stand in two clauses.
    private static let otherClauseWeight = 0.6
    /// What it weighs that a word is restricted: "only".
    private static let restrictionWeight = 0.5

    init(area: Range<Int>, negations: Negations, isInclusive: Bool = false) {
        self.area = area
        self.negations = negations
        self.isInclusive = isInclusive
    }

    /// Finds all words of a pattern in their order, at most two others between neighbours.
    func full(_ patterns: PatternList, _ index: Int) -> PatternMatch? {
        guard patterns.mayStand(index, among: words.bits) else { return nil }
        let pattern = patterns.ranges[index]
        let first = patterns.words[pattern.lowerBound]
        var best: (range: Range<Int>, gaps: Int)?
        for start in area where isSaid(first, start) {
            guard let end = follow(patterns, pattern, from: start) else { continue }
            let gaps = end - start - pattern.count
            if best.map({ gaps < $0.gaps }) ?? true { best = (start..<end, gaps) }
        }
        guard let best, !goesOn(best.range, patterns, pattern) else { return nil }
        return match(best.range, patterns, index, gaps: best.gaps)
    }

    /// Whether one thing is not the only one, since another follows: "only my phone and my laptop".
    private func goesOn(_ range: Range<Int>, _ patterns: PatternList, _ pattern: Range<Int>) -> Bool
    {
        guard range.upperBound < area.upperBound, words.meanings[range.upperBound] == .and,
            pattern.contains(where: { patterns.words[$0].isRestricted })
        else { return false }
        return (range.upperBound + 1..<area.upperBound).prefix(Self.maximumGap)
            .contains { patterns.restricts(words.stems[$0]) }
    }

    /// The first of some patterns that stands there in full and is not denied.
    func firstFull(_ patterns: PatternList) -> PatternMatch? {
        for index in patterns.ranges.indices {
            if let match = full(patterns, index), !match.isNegated { return match }
        }
        return nil
    }

    /// Rates how much of a pattern was said, in any order; nil when no telling word of it was.
    ///
    /// - Parameters:
    ///   - tellingSaid: How many telling words were said, negations among them.
    ///   - denyingSaid: How many of them are negations.
    func partial(
        _ patterns: PatternList,
        _ index: Int,
        tellingSaid: Int,
        denyingSaid: Int
    ) -> PatternMatch? {
        var matched = 0.0
        var whole = 0.0
        var telling = 0
        var first = Int.max
        var last = 0
        var denying = 0
        // Whether it is restricted as the pattern has it; nil where the pattern has no such word, or it was not said.
        var isOnly: Bool?
        var isRestricted = false
        var isJoined = false
        var missesNegation = false
        for place in patterns.ranges[index] {
            let word = patterns.words[place]
            let weight = word.isCommon ? Self.commonWeight : 1
            whole += weight
            if word.isRestricted {
                whole += Self.restrictionWeight
                isRestricted = true
            }
            guard words.bits.mayContain(word.hash),
                let place = area.first(where: { words.stems[$0] == word.hash })
            else {
                if word.isNegation { missesNegation = true }
                continue
            }
            matched += weight
            if word.isRestricted {
                isOnly = words.isRestricted(place)
                if isOnly == true { matched += Self.restrictionWeight }
            }
            if !word.isCommon { isJoined = isJoined || stands(besideAnd: place) }
            if !word.isCommon { telling += 1 }
            if word.isNegation { denying += 1 }
            first = min(first, place)
            last = max(last, place)
        }
        // "my phone and my laptop" is not "only my laptop".
        if isRestricted, isJoined || isInclusive, isOnly != true { return nil }
        // A "not" alone tells nothing beside other words: "its not green" is not "not lit".
        guard telling > (tellingSaid > telling ? denying : 0), !missesNegation else { return nil }
        let coverage = matched / whole
        var score = 0.8 * coverage * coverage
        let range = first..<last + 1
        let isNegated = isNegated(range, patterns, index)
        // What stands in another clause is said of something else: "same provider but i got a new computer".
        if telling > 1, range.contains(where: { words.items[$0].classes.contains(.boundary) }) {
            score *= Self.otherClauseWeight
        }
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

    /// Whether a word stands beside an "and", so that it is not the only one: "my phone and my laptop".
    private func stands(besideAnd index: Int) -> Bool {
        (index - Self.maximumGap...index + Self.maximumGap).contains { near in
            area.contains(near) && words.meanings[near] == .and
        }
    }

    /// Whether a word of a pattern stands at a place, restricted where the pattern has it so: "just my phone".
    private func isSaid(_ word: PatternList.Word, _ index: Int) -> Bool {
        words.stems[index] == word.hash && (!word.isRestricted || words.isRestricted(index))
    }

    /// The end of a match that begins at a word.
    private func follow(
        _ patterns: PatternList,
        _ pattern: Range<Int>,
        from start: Int
    ) -> Int? {
        var index = start + 1
        for place in pattern.dropFirst() {
            let word = patterns.words[place]
            let limit = min(index + Self.maximumGap + 1, area.upperBound)
            guard index < limit,
                let found = (index..<limit).first(where: { isSaid(word, $0) }),
                !(index..<found).contains(where: { words.items[$0].classes.contains(.boundary) })
            else { return nil }
            index = found + 1
        }
        return index
    }

    private func match(
        _ range: Range<Int>,
        _ patterns: PatternList,
        _ index: Int,
        gaps: Int
    ) -> PatternMatch {
        let telling = range.count { place in
            !words.items[place].classes.contains(.common)
                && patterns.contains(words.stems[place], in: index)
        }
        let pattern = patterns.ranges[index]
        let hasSeveralWords = pattern.count > 1 || patterns.words[pattern.lowerBound].isRestricted
        let base = telling > 0 ? 0.95 : hasSeveralWords ? 0.85 : 0.7
        return PatternMatch(
            range: range,
            score: base - 0.04 * Double(gaps),
            telling: telling,
            isFull: true,
            isNegated: isNegated(range, patterns, index)
        )
    }

    /// Whether a negation that the pattern does not hold stands inside a match or shortly before it.
    private func isNegated(_ range: Range<Int>, _ patterns: PatternList, _ index: Int) -> Bool {
        if let place = negations.first(in: range) {
            return !patterns.contains(words.stems[place], in: index)
        }
        var index = range.lowerBound - 1
        // "not all, only some" denies what stands before "only", "not only some" what stands after it.
        if words.items[range.lowerBound].isRestricted {
            if index >= 0, words.items[index].classes.contains(.restriction) { index -= 1 }
            guard index >= area.lowerBound, negations.contains(index) else { return false }
        }
        // Words that carry grammar add one to the reach: "doesnt have any cable".
        var reach = Self.negationReach
        while index >= area.lowerBound, index >= range.lowerBound - reach {
            if words.items[index].classes.contains(.boundary) { return false }
            if negations.contains(index) { return true }
            if index == range.lowerBound - Self.negationReach, isGrammar(index..<range.lowerBound) {
                reach += 1
            }
            index -= 1
        }
        return negations.standBehind(range)
    }

    private func isGrammar(_ range: Range<Int>) -> Bool {
        range.allSatisfy { index in
            words.items[index].classes.contains(.common)
                && words.language.times.meaning(of: words.stems[index]) != .and
        }
    }
}
