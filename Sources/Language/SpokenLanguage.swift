/// A language as the listener and the compiler of catalogs use it: a pack with its tables built.
public final class SpokenLanguage: Sendable {
    /// BCP 47 tag of the pack.
    public var tag: String { pack.tag }

    let pack: LanguagePack
    let stemmer: Stemmer
    /// Stems of words that have been said, by the words.
    let stems = WordCache()
    let times: TimeVocabulary
    let sounds: SoundKeys
    let ordinalEnding: [UInt8]
    let ordinalEndings: [[UInt8]]
    let spellingPhrases: [[WordHash]]
    /// Takes words apart that are written as one.
    let joinedWords: JoinedWords
    /// The words by which kinds of questions are told.
    let questionKinds: [Set<WordHash>]
    /// The phrases of the pack, by their words.
    let phrases: PhraseTable
    /// Those that tell when somebody can be reached.
    let availability: PhraseTable
    /// The words of the answer model; nil for a language that has no model.
    let answers: AnswerVocabulary?
    private let infos: WordTable<WordInfo>
    private let amounts: WordTable<AmountWord>
    private let merges: WordTable<MergedWord>

    /// What two words merge to.
    struct MergedWord: Sendable {
        let bytes: [UInt8]
        let hash: WordHash
    }

    /// All languages, the first one being that of calls in none of them.
    public static let all: [SpokenLanguage] = [speaking(.english), speaking(.german)]

    /// The language of a tag: its primary subtag decides, and one that is not known means the first.
    public static func of(_ tag: String) -> SpokenLanguage {
        // Nearly all calls are in the first language, with its own tag.
        all[0].tag == tag ? all[0] : all.first { $0.speaks(tag) } ?? all[0]
    }

    /// Whether there is a language for a tag.
    public static func supports(_ tag: String) -> Bool {
        all.contains { $0.speaks(tag) }
    }

    /// Builds a language in two steps: reading its phrases needs all the rest of it.
    private static func speaking(_ pack: LanguagePack) -> SpokenLanguage {
        let wordsOnly = SpokenLanguage(pack, phrases: PhraseTable(), availability: PhraseTable())
        return SpokenLanguage(
            pack,
            phrases: PhraseTable(pack.phrases, language: wordsOnly),
            availability: PhraseTable(pack.availability, language: wordsOnly),
            answers: pack.answers.map { AnswerVocabulary($0, language: wordsOnly) }
        )
    }

    private init(
        _ pack: LanguagePack,
        phrases: PhraseTable,
        availability: PhraseTable,
        answers: AnswerVocabulary? = nil
    ) {
        self.pack = pack
        self.phrases = phrases
        self.availability = availability
        self.answers = answers
        stemmer = pack.stemmer
        ordinalEndings = pack.numbers.ordinalEndings.map { Array($0.utf8) }
        ordinalEnding = ordinalEndings.first ?? []
        spellingPhrases = pack.words.spellingPhrases.map { phrase in
            phrase.split(separator: " ").map { Hashing.of($0.utf8) }
        }
        questionKinds = pack.words.questionKinds.map { kind in
            Set(kind.split(separator: " ").map { Hashing.of($0.utf8) })
        }
        let infos = Self.infos(of: pack)
        self.infos = WordTable(infos)
        amounts = WordTable(Self.amounts(of: pack.numbers))
        joinedWords = JoinedWords(pack.numbers, times: pack.times, infos: infos)
        var merges: [WordHash: MergedWord] = [:]
        for (pair, word) in pack.words.merges {
            let parts = pair.split(separator: " ").map { Hashing.of($0.utf8) }
            merges[Hashing.pair(parts[0], parts.count > 1 ? parts[1] : 0)] = MergedWord(
                bytes: Array(word.utf8),
                hash: Hashing.of(word.utf8)
            )
        }
        self.merges = WordTable(merges)
        sounds = SoundKeys(pack.sounds)
        times = TimeVocabulary(pack.times, stemmer: stemmer, infos: infos)
    }

    /// Reads a text into tokens.
    public func tokens(of text: String) -> Tokens {
        Tokens(text, language: self)
    }

    /// The normal form of a phrase, for `Choice.patterns`, `Detail.patterns` and `Node.cuePatterns`:
    /// stems without fillers, joined by single spaces; empty when nothing is left.
    public func pattern(of phrase: String) -> String {
        let tokens = tokens(of: phrase)
        var bytes: [UInt8] = []
        for token in tokens.items
        where !token.classes.contains(.filler) || token.classes.contains(.restriction) {
            if !bytes.isEmpty { bytes.append(0x20) }
            let start = bytes.count
            bytes.append(contentsOf: tokens.bytes[token.text])
            if token.stem != token.word { stemmer.stem(&bytes, from: start) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The form under which an entity's name or alias is looked up: all words joined without spaces.
    ///
    /// "TP-Link AX73" and "t p link a x seventy three" are both "tplinkax73". An article before the
    /// name is no part of it.
    public func aliasKey(of name: String) -> String {
        let tokens = tokens(of: name)
        var bytes: [UInt8] = []
        for token in tokens.items.dropFirst(beginsWithArticle(tokens) ? 1 : 0) {
            bytes.append(contentsOf: tokens.bytes[token.text])
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The keys under which an alias in its normal form is found by its sound: that of its sounds, and those with one sound
    /// left out.
    public func soundKeys(of alias: String) -> [String] {
        SoundKeys.near(sounds.key(of: alias.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether the first word is an article before a name, not a letter of it: "a x seventy three".
    private func beginsWithArticle(_ tokens: Tokens) -> Bool {
        guard tokens.count > 1, tokens.items[0].classes.contains(.article) else { return false }
        let next = tokens.items[1]
        return tokens.items[0].text.count > 1 || next.text.count > 1 && next.kind == .word
    }

    /// What a word means beside a number; nil for nothing.
    func amount(of hash: WordHash) -> AmountWord? { amounts[hash] }

    func info(of hash: WordHash) -> WordInfo { infos[hash] ?? WordInfo() }

    /// What two words are read as; a second word of 0 stands for none.
    func merged(_ first: WordHash, _ second: WordHash) -> MergedWord? {
        merges[Hashing.pair(first, second)]
    }

    /// The end of what stands behind a letter as its example: "as in boy" behind "b".
    func endOfExample(after letter: Int, in words: [ScannedWord], _ bytes: [UInt8]) -> Int? {
        guard words[letter].text.count == 1 else { return nil }
        for phrase in spellingPhrases {
            let example = letter + 1 + phrase.count
            guard example < words.count,
                zip(phrase, words[(letter + 1)...]).allSatisfy({ $0 == $1.hash }),
                words[example].text.count > 1,
                bytes[words[example].text.lowerBound] == bytes[words[letter].text.lowerBound]
            else { continue }
            return example + 1
        }
        return nil
    }

    private func speaks(_ tag: String) -> Bool {
        Self.primary(tag).elementsEqual(Self.primary(self.tag))
    }

    private static func primary(_ tag: String) -> some Sequence<UInt8> {
        tag.utf8.prefix { $0 != 0x2d && $0 != 0x5f }.map { $0 | 0x20 }
    }
}

extension SpokenLanguage {
    private static func amounts(of numbers: NumberWords) -> [WordHash: AmountWord] {
        var amounts: [WordHash: AmountWord] = [:]
        for (word, count) in numbers.groups { amounts[Hashing.of(word.utf8)] = .group(count) }
        for (word, part) in numbers.parts { amounts[Hashing.of(word.utf8)] = .part(part) }
        var lists = [
            (numbers.thousands, AmountWord.scale(1_000)), (numbers.minus, .minus),
            (numbers.below, .below),
        ]
        lists += numbers.places.map { ($0.value, .place($0.key)) }
        lists += numbers.units.map { ($0.words, .unit($0.size)) }
        for (words, meaning) in lists {
            for word in words.split(separator: " ") { amounts[Hashing.of(word.utf8)] = meaning }
        }
        return amounts
    }

    private static func infos(of pack: LanguagePack) -> [WordHash: WordInfo] {
        var infos: [WordHash: WordInfo] = [:]
        func add(_ words: String, _ change: (inout WordInfo) -> Void) {
            for word in words.split(whereSeparator: \.isWhitespace) {
                change(&infos[Hashing.of(word.utf8), default: WordInfo()])
            }
        }
        let lists = pack.words
        for (words, classes) in [
            (lists.fillers, WordClasses.filler), (lists.common, .common),
            (lists.negations, .negation), (lists.boundaries, .boundary),
            (lists.beforePronoun, .beforePronoun), (lists.letterWords, .letterWord),
            (lists.zero, .zero), (lists.afterEcho, .afterEcho),
            (lists.articles, .article), (lists.whole, .whole),
            (lists.alphabet, .alphabet), (lists.conditions, .condition),
            (lists.ahead, .ahead),
            (pack.numbers.double, .repeats), (pack.numbers.triple, .repeats),
            (lists.spellingAsides, .spellingAside),
            (lists.vague, .vague), (lists.everyday, .everyday), (lists.particles, .particle),
            (lists.nameLeads, .leadsToName), (lists.subjects, .subject), (lists.objects, .object),
            (lists.speakers, .speaker), (lists.addressees, .addressee),
            (lists.possessives, .possessive), (lists.outsiders, .outsider), (lists.own, .own),
            (lists.theirs, .theirs), (lists.having, .having), (lists.being, .being),
            (lists.at, .at), (lists.acquiring, .acquires), (lists.formers, .former),
            (lists.currents, .current),
            (lists.changesFrom, .changesFrom), (lists.changesTo, .changesTo),
            (lists.beginnings, .beginning), (lists.phones, .phone),
            (lists.denyBehind, .deniesBehind), (lists.past, .past), (lists.perfect, .perfect),
            (lists.restrictions, .restriction),
        ] {
            add(words) { $0.classes.formUnion(classes) }
        }
        let numbers = pack.numbers
        func addInOrder(_ words: String, _ number: (Int) -> NumberWord) {
            for (index, alternatives) in words.split(whereSeparator: \.isWhitespace).enumerated() {
                for word in alternatives.split(separator: "/") {
                    add(String(word)) { $0.number = number(index) }
                }
            }
        }
        addInOrder(numbers.digits) { .digit($0) }
        addInOrder(numbers.teens) { .teen(10 + $0) }
        addInOrder(numbers.tens) { .ten(20 + 10 * $0) }
        for (words, number) in [
            (numbers.hundred, NumberWord.hundred), (numbers.thousand, .scale(1_000)),
            (numbers.million, .scale(1_000_000)), (numbers.and, .and),
            (numbers.articles, .article), (numbers.points, .point),
            (numbers.betweenDigits, .betweenDigits), (numbers.double, .times(2)),
            (numbers.triple, .times(3)), (numbers.repeated, .repeated),
            (numbers.between, .between),
        ] {
            add(words) { $0.number = number }
        }
        for (character, words) in lists.soundAlikes {
            add(words) { $0.soundsLike = character.utf8.first }
        }
        for (sign, words) in lists.signs { add(words) { $0.sign = sign.utf8.first } }
        for (value, words) in numbers.ordinals { add(words) { $0.number = .ordinal(value) } }
        return infos
    }
}
