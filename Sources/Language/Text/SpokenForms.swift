/// Turns scanned words into tokens: merges fixed pairs, folds numbers, joins spelled letters, stems.
struct SpokenForms {
    private let words: [ScannedWord]
    private let infos: [WordInfo]
    private let language: SpokenLanguage
    private(set) var bytes: [UInt8]
    private(set) var tokens: [Token] = []

    init(scanner: WordScanner, language: SpokenLanguage) {
        words = language.joinedWords.split(scanner.words, bytes: scanner.bytes)
        bytes = scanner.bytes
        self.language = language
        infos = words.map { language.info(of: $0.hash) }
        tokens.reserveCapacity(words.count)
    }

    /// Fills `tokens`.
    mutating func fold() {
        var index = 0
        while index < words.count {
            if let next = mergePair(at: index) {
                index = next
            } else if let next = spellLetter(at: index) {
                index = next
            } else if let next = foldNumber(at: index) {
                index = next
            } else {
                keep(index)
                index += 1
            }
        }
        joinLetters()
    }

    // MARK: Single words and pairs

    private mutating func keep(_ index: Int) {
        let word = words[index]
        let text = word.text
        if isTypedOrdinal(text) {
            appendNumber(
                Array(bytes[text.lowerBound..<text.upperBound - 2]),
                kind: .ordinal,
                words: index..<index + 1
            )
        } else if bytes[text].allSatisfy({ WordScanner.isDigit($0) || $0 == 0x2e }) {
            appendNumber(Array(bytes[text]), kind: .number, words: index..<index + 1)
        } else if isTypedVersion(text) {
            appendNumber(
                Array(bytes[text.lowerBound + 1..<text.upperBound]),
                kind: .number,
                words: index..<index + 1
            )
        } else {
            appendWord(
                text,
                hash: word.hash,
                classes: infos[index].classes,
                words: index..<index + 1
            )
        }
    }

    /// Reads two words, or one, as the word that the pack merges them to.
    private mutating func mergePair(at index: Int) -> Int? {
        var count = 2
        var found =
            index + 1 < words.count
            ? language.merged(words[index].hash, words[index + 1].hash) : nil
        if found == nil {
            count = 1
            found = language.merged(words[index].hash, 0)
        }
        guard let merged = found else { return nil }
        let start = bytes.count
        bytes.append(contentsOf: merged.bytes)
        appendWord(
            start..<bytes.count,
            hash: merged.hash,
            classes: language.info(of: merged.hash).classes,
            words: index..<index + count
        )
        return index + count
    }

    /// Reads "b as in boy" as "b".
    private mutating func spellLetter(at index: Int) -> Int? {
        let letter = words[index].text
        guard letter.count == 1, index + 2 < words.count else { return nil }
        for phrase in language.spellingPhrases {
            let example = index + 1 + phrase.count
            guard example < words.count,
                zip(phrase, words[(index + 1)...]).allSatisfy({ $0 == $1.hash }),
                words[example].text.count > 1,
                bytes[words[example].text.lowerBound] == bytes[letter.lowerBound]
            else { continue }
            appendWord(letter, hash: words[index].hash, classes: [], words: index..<example + 1)
            return example + 1
        }
        return nil
    }

    /// Joins runs of single letters: "v p n" becomes "vpn"; in "a t p link" the "a" stays a word.
    private mutating func joinLetters() {
        guard let first = tokens.firstIndex(where: { isLetter($0) || isAlphabet($0) }) else {
            return
        }
        var result: [Token] = []
        result.reserveCapacity(tokens.count)
        var index = max(0, first - 1)
        result.append(contentsOf: tokens[..<index])
        while index < tokens.count {
            var start = index
            let end = max(letterRun(at: index), index + 1)
            if end - start > 1, tokens[start].classes.contains(.letterWord) {
                result.append(tokens[start])
                start += 1
            }
            result.append(end - start > 1 ? joined(start..<end) : tokens[start])
            index = end
        }
        tokens = result
    }

    /// How many characters a run must have in which words of a spelling alphabet stand: "alfa romeo" is none.
    private static let spelledCharacters = 3

    /// The end of a run of letters: "v p n", "b double s", "bravo tango seven" without the number.
    private func letterRun(at start: Int) -> Int {
        var end = start
        var plainEnd = start
        var isPlain = true
        var letters = 0
        while end < tokens.count {
            let token = tokens[end]
            if isLetter(token) {
                end += 1
                letters += 1
            } else if isAlphabet(token) {
                isPlain = false
                end += 1
                letters += 1
                continue
            } else if token.classes.contains(.repeats), end + 1 < tokens.count,
                isLetter(tokens[end + 1]), end > start || isLetter(after: end + 1)
            {
                end += 2
                letters += 2
            } else {
                break
            }
            // Up to here no word of an alphabet stands in the run.
            if isPlain { plainEnd = end }
        }
        return plainEnd == end || letters >= Self.spelledCharacters ? end : plainEnd
    }

    private func isLetter(after index: Int) -> Bool {
        index + 1 < tokens.count && isLetter(tokens[index + 1])
    }

    private func isAlphabet(_ token: Token) -> Bool { token.classes.contains(.alphabet) }

    private func isLetter(_ token: Token) -> Bool {
        token.text.count == 1 && token.kind == .word
    }

    private mutating func joined(_ range: Range<Int>) -> Token {
        let start = bytes.count
        var count = 1
        for index in range {
            if !isLetter(tokens[index]), tokens[index].classes.contains(.repeats),
                case .times(let times) = language.info(of: tokens[index].word).number
            {
                count = times
                continue
            }
            let letter = bytes[tokens[index].text.lowerBound]
            for _ in 0..<count { bytes.append(letter) }
            count = 1
        }
        let hash = Hashing.of(bytes[start...])
        let source =
            tokens[range.lowerBound].source
            .lowerBound..<tokens[range.upperBound - 1].source.upperBound
        return Token(
            kind: .letters,
            text: start..<bytes.count,
            source: source,
            word: hash,
            stem: hash,
            classes: language.info(of: hash).classes,
            number: 0,
            endsQuestion: tokens[range.upperBound - 1].endsQuestion
        )
    }

    // MARK: Numbers

    private mutating func foldNumber(at index: Int) -> Int? {
        guard infos[index].number != nil || isTypedBeforeNumberWord(index), !isPronoun(index)
        else { return nil }
        var reader = NumberReader(
            words: words,
            infos: infos,
            bytes: bytes,
            isUnitFirst: language.pack.numbers.joinsUnitsFirst
        )
        guard let number = reader.read(at: index) else { return nil }
        appendNumber(number.digits, kind: number.kind, words: index..<number.end)
        return number.end
    }

    /// Whether the word for one stands for a thing: "the old one", "the newest one", but not "the one hundred".
    private func isPronoun(_ index: Int) -> Bool {
        guard infos[index].number == .digit(1), index > 0 else { return false }
        let next = index + 1 < words.count ? infos[index + 1].number : nil
        if infos[index - 1].classes.isDisjoint(with: .beforePronoun) {
            return index > 1 && infos[index - 2].classes.contains(.article)
                && words[index - 2].text.count > 2 && infos[index - 1].number == nil
                && next == nil
        }
        guard index + 1 < words.count else { return true }
        switch infos[index + 1].number {
        case .ten, .hundred, .scale, .point: return false
        default: return true
        }
    }

    /// Whether digits stand before a word that goes on with them: "7 thousand", "4 point 2".
    private func isTypedBeforeNumberWord(_ index: Int) -> Bool {
        guard index + 1 < words.count, bytes[words[index].text].allSatisfy(WordScanner.isDigit)
        else { return false }
        switch infos[index + 1].number {
        case .hundred, .scale, .point: return true
        default: return false
        }
    }

    private func isTypedOrdinal(_ text: Range<Int>) -> Bool {
        guard text.count > 2,
            bytes[text.lowerBound..<text.upperBound - 2].allSatisfy(WordScanner.isDigit)
        else { return false }
        let ending = bytes[text.upperBound - 2..<text.upperBound]
        return language.ordinalEndings.contains { $0.elementsEqual(ending) }
    }

    /// Whether a letter for the word "version" stands before digits and points: "v4.2".
    private func isTypedVersion(_ text: Range<Int>) -> Bool {
        let digits = bytes[text.lowerBound + 1..<text.upperBound]
        return language.pack.numbers.versionLetters.utf8.contains(bytes[text.lowerBound])
            && digits.contains(0x2e)
            && digits.allSatisfy { WordScanner.isDigit($0) || $0 == 0x2e }
    }

    // MARK: Appending

    /// The most digits of what counts something: longer rows of them name something, and no integer holds them all.
    private static let mostDigits = 15

    private mutating func appendNumber(_ digits: [UInt8], kind: Token.Kind, words range: Range<Int>)
    {
        let start = bytes.count
        bytes.append(contentsOf: digits)
        var kind = kind
        if kind == .number, digits.count(where: { $0 == 0x2e }) > 1 { kind = .version }
        if kind != .version, digits.prefix(while: { $0 != 0x2e }).count > Self.mostDigits {
            kind = .word
        }
        let isNumber = kind == .number || kind == .ordinal
        let value = isNumber ? Double(String(decoding: digits, as: UTF8.self)) ?? 0 : 0
        if kind == .ordinal { bytes.append(contentsOf: language.ordinalEnding) }
        let hash = Hashing.of(bytes[start...])
        tokens.append(
            Token(
                kind: kind,
                text: start..<bytes.count,
                source: source(of: range),
                word: hash,
                stem: hash,
                classes: [],
                number: value,
                endsQuestion: words[range.upperBound - 1].endsQuestion
            )
        )
    }

    private mutating func appendWord(
        _ text: Range<Int>,
        hash: WordHash,
        classes: WordClasses,
        words range: Range<Int>
    ) {
        var stem = hash
        if classes.isDisjoint(with: .unstemmed), text.count > 2 {
            stem = self.stem(of: text, hash: hash)
        }
        tokens.append(
            Token(
                kind: .word,
                text: text,
                source: source(of: range),
                word: hash,
                stem: stem,
                classes: classes,
                number: 0,
                endsQuestion: words[range.upperBound - 1].endsQuestion
            )
        )
    }

    /// The hash of a word's stem; most words have been stemmed before.
    private mutating func stem(of text: Range<Int>, hash: WordHash) -> WordHash {
        if let known = language.stems[hash] { return known }
        let start = bytes.count
        bytes.append(contentsOf: bytes[text])
        language.stemmer.stem(&bytes, from: start)
        let stem = Hashing.of(bytes[start...])
        bytes.removeSubrange(start...)
        language.stems[hash] = stem
        return stem
    }

    private func source(of range: Range<Int>) -> Range<Int> {
        words[range.lowerBound].source.lowerBound..<words[range.upperBound - 1].source.upperBound
    }
}
