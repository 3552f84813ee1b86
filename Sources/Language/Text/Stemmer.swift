/// A suffix that is cut off a word, or replaced.
struct SuffixRule: Sendable {
    /// The suffix.
    let suffix: String
    /// What stands in its place.
    let replacement: String
    /// Bytes that must be left before it.
    let minimumLeft: Int
    /// Whether a double consonant that is left at the end becomes single.
    let undoubles: Bool

    init(_ suffix: String, _ replacement: String, left: Int, undoubles: Bool = false) {
        self.suffix = suffix
        self.replacement = replacement
        minimumLeft = left
        self.undoubles = undoubles
    }
}

/// Cuts endings off words so that their forms compare equal: a list of rules, of which the first
/// whose suffix fits is applied, then a list of final letters that are cut.
struct Stemmer: Sendable {
    private struct Rule: Sendable {
        let suffix: [UInt8]
        let replacement: [UInt8]
        let minimumLeft: Int
        let undoubles: Bool
    }

    private let rules: [Rule]
    private let vowels: [UInt8]
    private let finals: [UInt8]
    private let keptDoubles: [UInt8]

    init(rules: [SuffixRule], vowels: String, finals: String, keptDoubles: String) {
        self.rules = rules.map { rule in
            Rule(
                suffix: Array(rule.suffix.utf8),
                replacement: Array(rule.replacement.utf8),
                minimumLeft: rule.minimumLeft,
                undoubles: rule.undoubles
            )
        }
        self.vowels = Array(vowels.utf8)
        self.finals = Array(finals.utf8)
        self.keptDoubles = Array(keptDoubles.utf8)
    }

    /// Cuts the ending off the bytes from an index to the end.
    func stem(_ bytes: inout [UInt8], from start: Int) {
        for rule in rules where fits(rule, bytes, from: start) {
            let left = bytes.count - rule.suffix.count
            guard left - start >= rule.minimumLeft,
                rule.suffix == rule.replacement
                    || bytes[start..<left].contains(where: { vowels.contains($0) })
            else { return }
            bytes.removeSubrange(left...)
            bytes.append(contentsOf: rule.replacement)
            if rule.undoubles { undouble(&bytes, from: start) }
            break
        }
        if bytes.count - start > 2, let last = bytes.last, finals.contains(last) {
            bytes.removeLast()
        }
    }

    private func fits(_ rule: Rule, _ bytes: [UInt8], from start: Int) -> Bool {
        let count = rule.suffix.count
        guard bytes.count - start > count else { return false }
        let offset = bytes.count - count
        for index in 0..<count where bytes[offset + index] != rule.suffix[index] { return false }
        return true
    }

    private func undouble(_ bytes: inout [UInt8], from start: Int) {
        let count = bytes.count
        guard count - start > 2, bytes[count - 1] == bytes[count - 2],
            !vowels.contains(bytes[count - 1]), !keptDoubles.contains(bytes[count - 1])
        else { return }
        bytes.removeLast()
    }
}
