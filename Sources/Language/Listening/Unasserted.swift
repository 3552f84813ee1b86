internal import Messages

/// What is told of other people's things: "my neighbour has spectrum and hers went out on monday but ours only today".
///
/// Nothing of it is a fact of the call. Who calls for somebody else has it the other way round: "i am calling for my mother, mine
/// works fine".
struct OthersFinder {
    let words: Words
    /// Whether the customer calls for somebody else, whose things are meant then.
    let isForAnother: Bool

    /// How many words may stand between somebody and the verb of what that one has: "my brother in law jim has".
    private static let reachOfVerb = 4
    /// How many words may stand between "my" and the one who is meant, "and" and who is spoken of next: "my old neighbour".
    private static let reachOfPossessive = 2

    /// The words that tell of other people's things.
    func find() -> [Range<Int>] {
        var found: [Range<Int>] = []
        // Where somebody was named last.
        var named: Int?
        for index in words.all where found.last.map({ $0.upperBound <= index }) ?? true {
            let start: Int
            if isForAnother {
                guard words.items[index].classes.contains(.own), !isOfOutsider(index) else {
                    continue
                }
                start = index
            } else if words.items[index].classes.contains(.outsider) {
                guard let first = firstWord(of: index) else { continue }
                named = first
                guard let owned = beginning(of: index, named: first) else { continue }
                start = owned
            } else {
                guard let named, words.items[index].classes.contains(.theirs) else { continue }
                // "my colleague said it connects for her".
                if !(named + 1..<index).contains(where: ends) {
                    start = named
                } else {
                    start = isLastOfClause(index) ? clauseStart(before: index) : index
                }
            }
            found.append(start..<end(from: index + 1))
        }
        return found
    }

    /// The first word of who is named: "my" of "my old neighbour"; nil where nobody is.
    private func firstWord(of outsider: Int) -> Int? {
        (max(0, outsider - Self.reachOfPossessive)..<outsider).last {
            !words.items[$0].classes.isDisjoint(with: [.possessive, .article])
        }
    }

    /// Where it begins that something is somebody's: at who has it, "my neighbour has", or before the name of what it is, "comcast is
    /// my brother".
    ///
    /// - Parameter first: The first word of who is named.
    private func beginning(of outsider: Int, named first: Int) -> Int? {
        if first > 0, words.items[first - 1].classes.contains(.being) {
            return clauseStart(before: first)
        }
        // "at my neighbours", "for my brother it was".
        if first > 0, words.items[first - 1].classes.contains(.at) { return first - 1 }
        if isGenitive(outsider) { return first }
        let behind = outsider + 1..<min(outsider + 1 + Self.reachOfVerb, words.count)
        let verb = behind.first { index in
            !words.items[index].classes.isDisjoint(with: [.having, .being, .boundary, .own])
        }
        guard let verb, !words.items[verb].classes.isDisjoint(with: [.having, .being]),
            words.sentences[verb] == words.sentences[outsider]
        else { return nil }
        return first
    }

    /// Whether somebody's thing follows: "my neighbours internet".
    private func isGenitive(_ outsider: Int) -> Bool {
        words.text(of: outsider).hasSuffix("s") && outsider + 1 < words.count
            && words.items[outsider + 1].classes.isDisjoint(with: [.common, .boundary, .own])
    }

    private func clauseStart(before index: Int) -> Int {
        (0..<index).last { ends(at: $0) }.map { $0 + 1 } ?? 0
    }

    private func end(from start: Int) -> Int {
        (start..<max(start, words.count)).first { index in
            ends(at: index) || words.sentences[index] != words.sentences[start - 1]
        } ?? words.count
    }

    /// Whether it is spoken of the customer's own things from a word on, or of nobody's.
    private func ends(at index: Int) -> Bool {
        let classes = words.items[index].classes
        if classes.contains(.boundary) { return true }
        if isForAnother { return classes.contains(.outsider) || classes.contains(.theirs) }
        if words.meanings[index] == .and {
            let next = words.items[index + 1..<min(index + 1 + Self.reachOfPossessive, words.count)]
            return !next.contains { !$0.classes.isDisjoint(with: [.outsider, .theirs]) }
        }
        return classes.contains(.own) && !isOfOutsider(index)
    }

    /// Whether "my" stands before somebody else.
    private func isOfOutsider(_ index: Int) -> Bool {
        words.items[index].classes.contains(.possessive)
            && words.items[index + 1..<min(index + 1 + Self.reachOfPossessive, words.count)]
                .contains { $0.classes.contains(.outsider) }
    }

    private func isLastOfClause(_ index: Int) -> Bool {
        index + 1 == words.count || ends(at: index + 1)
            || words.sentences[index] != words.sentences[index + 1]
    }
}

/// What is only supposed: "if it does not work we call the provider".
struct SuppositionFinder {
    let words: Words
    let hits: [PhraseHit]

    /// The fewest words from "if" to the end of what it supposes: "if it works".
    private static let fewestWords = 3

    /// The words that tell what is only supposed.
    func find() -> [Range<Int>] {
        words.all.filter(begins).map { start in start..<end(from: start) }
    }

    private func begins(_ index: Int) -> Bool {
        guard words.items[index].classes.contains(.condition) else { return false }
        // "only if" tells when it is so, and "if i remember right" supposes nothing.
        return !words.isRestricted(index)
            && !hits.contains { $0.range.count > 1 && $0.range.contains(index) }
    }

    private func end(from start: Int) -> Int {
        (min(start + Self.fewestWords, words.count)..<words.count).first { index in
            !words.items[index].classes.isDisjoint(with: [.boundary, .own, .subject])
                || words.sentences[index] != words.sentences[start]
        } ?? words.count
    }
}

/// What is said without being said of the customer: others' things, and what is only supposed.
///
/// A class, since all parts of a reading refer to it.
final class Unasserted: Sendable {
    /// The words that tell of other people's things.
    let others: [Range<Int>]
    /// The words that tell what is only supposed.
    let supposed: [Range<Int>]

    private static let none = Unasserted([], [])

    private init(_ others: [Range<Int>], _ supposed: [Range<Int>]) {
        self.others = others
        self.supposed = supposed
    }

    /// Finds them; few utterances have any.
    static func of(_ words: Words, _ hits: [PhraseHit]) -> Unasserted {
        guard !words.classes.isDisjoint(with: [.outsider, .condition]) else { return none }
        let isForAnother = hits.contains { $0.mark == .callsFor }
        return Unasserted(
            words.classes.contains(.outsider)
                ? OthersFinder(words: words, isForAnother: isForAnother).find() : [],
            SuppositionFinder(words: words, hits: hits).find()
        )
    }
}

extension Reading {
    var others: [Range<Int>] { unasserted.others }
    var supposed: [Range<Int>] { unasserted.supposed }

    /// Whether something is told of other people's things.
    func isOfOthers(_ range: Range<Int>) -> Bool { others.contains { $0.overlaps(range) } }

    /// Whether something is only supposed.
    func isSupposed(_ range: Range<Int>) -> Bool { supposed.contains { $0.contains(range) } }

    /// Whether an answer is told of others' things, or is the result of a test, a fix or a choice that is only supposed.
    func isUnsaid(_ answer: FoundValue) -> Bool {
        switch context.asked?.valueKind {
        case .check, .fix, .choice: isOfOthers(answer.range) || isSupposed(answer.range)
        // "im at my sisters tomorrow after three" tells when to call.
        case .windows: false
        default: isOfOthers(answer.range)
        }
    }

    /// What may answer the question: not what is told of others' things at its beginning or end, nor, where it was asked how something
    /// is, what is only supposed there.
    var answering: Reading {
        var outside = others
        switch context.asked?.valueKind {
        case .check, .fix, .choice: outside += supposed
        case .windows: return self
        default: break
        }
        guard !outside.isEmpty else { return self }
        var rest = area
        for range in outside where range.contains(rest.lowerBound) {
            rest = min(range.upperBound, rest.upperBound)..<rest.upperBound
        }
        for range in outside where range.upperBound >= rest.upperBound {
            rest = rest.lowerBound..<max(min(range.lowerBound, rest.upperBound), rest.lowerBound)
        }
        return rest == area ? self : alone(in: rest)
    }
}
