/// An e-mail address or a serial number as it was spelled out.
struct SpelledText: Equatable {
    var text: String
    /// Whether no character of it was guessed.
    var isSure: Bool
}

/// Reads what is spelled character by character: "john dot smith at example dot com", "five c d double
/// nine bravo".
struct SpellingReader {
    let text: String
    let language: SpokenLanguage
    var words: [ScannedWord]
    var infos: [WordInfo]
    var bytes: [UInt8]
    /// Words that lead to what is spelled and are no part of it, such as those of the question.
    let leads: Set<WordHash>

    /// The most characters of either.
    static let mostCharacters = 64
    /// The most words in a row that stand for one part of an address without a sign between.
    static let wordsOfPart = 3

    init(_ text: String, language: SpokenLanguage, leads: Set<WordHash> = []) {
        self.text = text
        self.language = language
        self.leads = leads
        let scanner = WordScanner(
            text,
            maximumBytes: Tokens.maximumBytes,
            maximumWords: Tokens.maximumWords
        )
        words = language.joinedWords.split(scanner.words, bytes: scanner.bytes)
        bytes = scanner.bytes
        infos = words.map { language.info(of: $0.hash) }
    }

    enum Sign {
        static let at = UInt8(ascii: "@")
        static let dot = UInt8(ascii: ".")
        static let dash = UInt8(ascii: "-")
        static let slash = UInt8(ascii: "/")
    }

    struct Part {
        var bytes: [UInt8] = []
        var isSure = true
        /// Whether a word of the question leads to it.
        var isLed = false
    }

    struct Unit {
        var bytes: [UInt8]
        var end: Int
        var isSure = true
    }

    /// The characters that a word stands for, with the words that belong to it.
    func unit(at index: Int) -> Unit? {
        let info = infos[index]
        let text = words[index].text
        if let end = example(after: index) { return Unit(bytes: Array(bytes[text]), end: end) }
        if index + 1 < words.count,
            let merged = language.merged(words[index].hash, words[index + 1].hash),
            merged.bytes.count == 1
                || language.info(of: merged.hash).classes.contains(.alphabet)
        {
            return Unit(bytes: [merged.bytes[0]], end: index + 2)
        }
        if let (count, place) = repetition(at: index), let character = character(at: place) {
            return Unit(bytes: [UInt8](repeating: character, count: count), end: place + 1)
        }
        if info.number == .betweenDigits { return zeroOrLetter(at: index) }
        var reader = NumberReader(
            words: words,
            infos: infos,
            bytes: bytes,
            isUnitFirst: language.pack.numbers.joinsUnitsFirst
        )
        if info.number != .article || text.count > 1, info.number != nil,
            let number = reader.read(at: index), number.kind != .ordinal
        {
            return Unit(bytes: number.digits, end: number.end)
        }
        if let letter = letter(at: index) { return Unit(bytes: [letter], end: index + 1) }
        return bytes[text].contains(where: WordScanner.isDigit)
            ? Unit(bytes: Array(bytes[text]), end: index + 1) : nil
    }

    /// How often a character comes, and where it stands: "double seven", "drei mal die sieben".
    private func repetition(at index: Int) -> (count: Int, place: Int)? {
        var place = index + 1
        let count: Int
        if case .times(let times) = infos[index].number {
            count = times
        } else {
            guard place < words.count, infos[place].number == .repeated,
                let times = digit(at: index), times > 1
            else { return nil }
            count = times
            place += 1
        }
        if place + 1 < words.count, infos[place].classes.contains(.article),
            words[place].text.count > 1
        {
            place += 1
        }
        return place < words.count ? (count, place) : nil
    }

    private func digit(at index: Int) -> Int? {
        if case .digit(let digit) = infos[index].number { return digit }
        let text = bytes[words[index].text]
        return text.count == 1 ? Int(String(decoding: text, as: UTF8.self)) : nil
    }

    /// "oh" is a zero between digits; elsewhere it may be the letter.
    private func zeroOrLetter(at index: Int) -> Unit {
        let before = index > 0 && endsInDigit(index - 1)
        let after = index + 1 < words.count && beginsWithDigit(index + 1)
        return Unit(
            bytes: [before || after ? 0x30 : UInt8(ascii: "o")],
            end: index + 1,
            isSure: before && after
        )
    }

    private func beginsWithDigit(_ index: Int) -> Bool {
        switch infos[index].number {
        case .digit, .teen, .ten, .betweenDigits, .times: true
        default: WordScanner.isDigit(bytes[words[index].text.lowerBound])
        }
    }

    private func endsInDigit(_ index: Int) -> Bool {
        switch infos[index].number {
        case .digit, .teen, .ten, .betweenDigits, .hundred, .scale: true
        default: WordScanner.isDigit(bytes[words[index].text.upperBound - 1])
        }
    }

    private func character(at index: Int) -> UInt8? {
        switch infos[index].number {
        case .digit(let digit): 0x30 + UInt8(digit)
        case .betweenDigits: 0x30
        default: letter(at: index) ?? infos[index].soundsLike
        }
    }

    private func letter(at index: Int) -> UInt8? {
        let text = words[index].text
        guard text.count == 1 || infos[index].classes.contains(.alphabet) else { return nil }
        return bytes[text.lowerBound]
    }

    /// The end of "as in boy" after a letter.
    private func example(after index: Int) -> Int? {
        language.endOfExample(after: index, in: words, bytes)
    }

    /// The one piece of the original between spaces that has a form.
    func typed(_ hasForm: (Substring) -> Bool) -> Substring? {
        let found = text.split(whereSeparator: \.isWhitespace).compactMap { piece in
            let chunk = piece.trimming { ",;:!?()<>\"'".contains($0) || $0 == "." }
            return hasForm(chunk) ? chunk : nil
        }
        return found.count == 1 ? found[0] : nil
    }

    /// Whether a word is that of "as in boy" after a letter.
    func isExample(_ index: Int) -> Bool {
        (max(0, index - Self.wordsOfPart)..<index).contains { start in
            example(after: start).map { $0 > index } ?? false
        }
    }
}

extension Substring {
    /// Without characters at its ends.
    fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> Substring {
        var rest = drop(while: isTrimmed)
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return rest
    }
}
