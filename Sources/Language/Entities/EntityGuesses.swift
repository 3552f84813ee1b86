/// A name that may have been meant, by how it sounds.
struct GuessedEntity {
    var entity: FoundEntity
    /// From 0 to 1.
    var confidence: Double
}

/// Finds names of the vocabulary that speech recognition has written as other words: "calm cast" is Comcast.
///
/// Only for an utterance that must hold a name, because one was asked for or is taken back, and that holds none as it
/// is spelled. The release has the names by their sounds, so each window of words costs a few lookups. How sure a guess is
/// follows from how near its letters are; even the best is less sure than a name that was spelled right.
struct EntityGuesses {
    private let words: Words
    private let lexicon: any Lexicon
    private let classes: [String]
    private var lookups = 0

    private static let maximumWords = 5
    private static let wordsOfAll = 3
    /// The most lookups that an utterance costs.
    private static let maximumLookups = 160
    /// How sure a name is whose letters were said by other words: "tea pea link".
    private static let spelledConfidence = 0.85
    /// How sure a name of the same sound is at best, and one of which a sound was misheard.
    private static let soundConfidence = 0.64
    private static let nearConfidence = 0.55
    /// The least share of letters that must be the same.
    private static let leastLikeness = 0.5
    private static let leastLikenessOfNear = 0.6

    init(_ words: Words, lexicon: any Lexicon, classes: [String]) {
        self.words = words
        self.lexicon = lexicon
        self.classes = classes
    }

    /// The best guess among some words; nil when nothing is near enough.
    ///
    /// - Parameter names: Where names stand that were spelled right.
    mutating func best(
        in area: Range<Int>,
        beside names: [Range<Int>] = []
    ) throws -> GuessedEntity? {
        var best: GuessedEntity?
        for start in area {
            for end in start + 1..<min(start + Self.maximumWords, area.upperBound) + 1 {
                guard lookups < Self.maximumLookups else { return best }
                guard mayFrame(start..<end) || mayBeAll(start..<end, of: area),
                    !names.contains(where: { $0.overlaps(start..<end) }),
                    let guess = try guess(start..<end)
                else { continue }
                if best.map({ guess.confidence > $0.confidence }) ?? true { best = guess }
            }
        }
        return best
    }

    /// Whether a window may be a name: common words neither begin nor end one, unless they sound like letters.
    private func mayFrame(_ range: Range<Int>) -> Bool {
        func mayStand(_ index: Int) -> Bool {
            let token = words.items[index]
            return !token.classes.contains(.common) || token.text.count == 1
                || range.count > 1 && soundsLike(index) != nil
        }
        return mayStand(range.lowerBound) && mayStand(range.upperBound - 1)
            && range.contains { !words.items[$0].classes.contains(.common) }
    }

    /// Whether a window is all that was said, and short: then common words may be a part of the name, too, "may tag".
    private func mayBeAll(_ range: Range<Int>, of area: Range<Int>) -> Bool {
        range == area && (2...Self.wordsOfAll).contains(range.count)
    }

    private func soundsLike(_ index: Int) -> UInt8? {
        let info = words.language.info(of: words.items[index].word)
        if info.classes.contains(.alphabet) {
            return words.tokens.bytes[words.items[index].text.lowerBound]
        }
        return info.soundsLike
    }

    private mutating func guess(_ range: Range<Int>) throws -> GuessedEntity? {
        var written: [UInt8] = []
        var spelled: [UInt8] = []
        for index in range {
            let text = words.tokens.bytes[words.items[index].text]
            written += text
            if let character = soundsLike(index) {
                spelled.append(character)
            } else {
                spelled += text
            }
        }
        guard written.count <= EntityFinder.maximumBytes else { return nil }
        if spelled != written, spelled.count > 1 {
            let references = try references(spelled)
            if !references.isEmpty {
                return GuessedEntity(
                    entity: FoundEntity(range: range, references: references),
                    confidence: Self.spelledConfidence
                )
            }
        }
        if let guess = try sounding(spelled, range) { return guess }
        // "see mens": what sounds like a letter may be a part of the name.
        return spelled == written ? nil : try sounding(written, range)
    }

    private mutating func sounding(_ name: [UInt8], _ range: Range<Int>) throws -> GuessedEntity? {
        let key = words.language.sounds.key(of: name)
        var best: GuessedEntity?
        for near in SoundKeys.near(key) {
            guard lookups < Self.maximumLookups else { break }
            lookups += 1
            for alias in try lexicon.aliases(sounding: String(decoding: near, as: UTF8.self)) {
                guard let confidence = confidence(name, key, Array(alias.utf8)),
                    best.map({ confidence > $0.confidence }) ?? true
                else { continue }
                let references = try references(Array(alias.utf8))
                guard !references.isEmpty else { continue }
                best = GuessedEntity(
                    entity: FoundEntity(range: range, references: references),
                    confidence: confidence
                )
            }
            // Of names that sound the same, none is sought that only sounds alike.
            if best != nil, near == key { break }
        }
        return best
    }

    /// How sure an alias is; nil when it is too far away.
    private func confidence(_ name: [UInt8], _ key: [UInt8], _ alias: [UInt8]) -> Double? {
        // Numbers tell models apart; they are right or wrong.
        guard name.filter(WordScanner.isDigit) == alias.filter(WordScanner.isDigit) else {
            return nil
        }
        let distance = EditDistances.between(name, alias)
        let likeness = 1 - Double(distance) / Double(max(name.count, alias.count))
        let isSame = words.language.sounds.key(of: alias) == key
        guard likeness >= (isSame ? Self.leastLikeness : Self.leastLikenessOfNear) else {
            return nil
        }
        return (isSame ? Self.soundConfidence : Self.nearConfidence) * (0.6 + 0.4 * likeness)
    }

    private mutating func references(_ alias: [UInt8]) throws -> [EntityReference] {
        lookups += 1
        return try lexicon.entities(alias: String(decoding: alias, as: UTF8.self))
            .filter { classes.contains($0.className) }
    }
}
