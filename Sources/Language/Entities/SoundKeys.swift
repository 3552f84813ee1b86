/// How a language's letters sound, as far as names are told apart by it: data only.
///
/// At each place of a word the first rule that fits is taken; a letter without a rule is silent. Sounds that speech
/// recognition confuses share a sign: "d" and "t", "b" and "p".
struct SoundRules: Sendable {
    /// What some letters sound like.
    struct Rule: Sendable {
        let letters: [UInt8]
        let sound: [UInt8]
        /// Whether the rule is for the beginning of a name only.
        let isAtStart: Bool
        /// Letters of which one must follow; empty for any.
        let followers: [UInt8]

        init(_ letters: String, _ sound: String, before followers: String = "") {
            isAtStart = letters.hasPrefix("^")
            self.letters = Array(letters.utf8.drop { $0 == 0x5e })
            self.sound = Array(sound.utf8)
            self.followers = Array(followers.utf8)
        }
    }

    /// The rules, longer ones before shorter ones that begin alike.
    let rules: [Rule]
}

/// Turns names into keys that are the same for names which sound alike.
struct SoundKeys: Sendable {
    private let rules: [UInt8: [SoundRules.Rule]]

    /// The fewest sounds of a name that is guessed by its sound.
    static let fewestSounds = 3
    /// The fewest sounds of a name of which one may be misheard.
    static let fewestSoundsOfNear = 4

    init(_ data: SoundRules) {
        rules = Dictionary(grouping: data.rules) { $0.letters[0] }
    }

    /// The key of a name in its normal form, without spaces; digits stand for themselves.
    func key(of name: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(name)
        var key: [UInt8] = []
        var index = 0
        // Where the last sound ended: the same sound is heard once, unless a vowel stands between.
        var soundEnd = 0
        while index < bytes.count {
            if WordScanner.isDigit(bytes[index]) {
                key.append(bytes[index])
                index += 1
            } else if let rule = rule(for: bytes, at: index) {
                for sound in rule.sound where soundEnd < index || key.last != sound {
                    key.append(sound)
                }
                index += rule.letters.count
                soundEnd = index
            } else {
                // Letters of other scripts are kept as they are.
                if bytes[index] >= 0x80 { key.append(bytes[index]) }
                index += 1
            }
        }
        return key
    }

    private func rule(for bytes: [UInt8], at index: Int) -> SoundRules.Rule? {
        rules[bytes[index]]?.first { rule in
            let end = index + rule.letters.count
            return end <= bytes.count && (!rule.isAtStart || index == 0)
                && bytes[index..<end].elementsEqual(rule.letters)
                && (rule.followers.isEmpty
                    || end < bytes.count && rule.followers.contains(bytes[end]))
        }
    }

    /// The key, and those that lack one of its sounds: two names that differ in one sound share one of them.
    static func near(_ key: [UInt8]) -> [[UInt8]] {
        guard key.count >= fewestSounds else { return [] }
        guard key.count >= fewestSoundsOfNear else { return [key] }
        var keys = [key]
        for index in key.indices where index == 0 || key[index] != key[index - 1] {
            var shorter = key
            shorter.remove(at: index)
            keys.append(shorter)
        }
        return keys
    }
}
