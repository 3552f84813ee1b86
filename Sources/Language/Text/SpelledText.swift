/// An e-mail address or a serial number as it was spelled out.
struct SpelledText: Equatable {
    var text: String
    /// Whether no character of it was guessed.
    var isSure: Bool
}

/// Reads what is spelled character by character: "john dot smith at example dot com", "five c d double
/// nine bravo".
struct SpellingReader {
    private let text: String
    private let language: SpokenLanguage
    private var words: [ScannedWord]
    private var infos: [WordInfo]
    private var bytes: [UInt8]
    /// Words that lead to what is spelled and are no part of it, such as those of the question.
    private let leads: Set<WordHash>

    /// The fewest characters of a serial number.
    private static let fewestCharacters = 4
    /// The most characters of either.
    private static let mostCharacters = 64
    /// The most words in a row that stand for one part of an address without a sign between.
    private static let wordsOfPart = 3
    /// The fewest characters beside a serial number that may be a part of it.
    private static let fewestOfOther = 3

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

    // MARK: E-mail addresses

    /// The address that was said; nil for none.
    mutating func email() -> SpelledText? {
        if let typed = typed({ Self.isAddress($0) }) {
            return SpelledText(text: typed.lowercased(), isSure: true)
        }
        addTypedSigns()
        for at in words.indices.reversed() where infos[at].sign == Sign.at {
            guard let domain = domain(from: at + 1),
                let local = local(before: at) ?? localOfEarlier(at)
            else { continue }
            let address = local.bytes + [Sign.at] + domain.bytes
            guard address.count <= Self.mostCharacters else { continue }
            return SpelledText(
                text: String(decoding: address, as: UTF8.self),
                isSure: local.isSure && domain.isSure
            )
        }
        return nil
    }

    private enum Sign {
        static let at = UInt8(ascii: "@")
        static let dot = UInt8(ascii: ".")
        static let dash = UInt8(ascii: "-")
        static let slash = UInt8(ascii: "/")
    }

    private struct Part {
        var bytes: [UInt8] = []
        var isSure = true
        /// Whether a word of the question leads to it.
        var isLed = false
    }

    /// Puts in the signs that were typed between words: "j.smith 84 at gmail.com".
    private mutating func addTypedSigns() {
        let original = text.utf8
        for index in words.indices.dropFirst().reversed() {
            let start = words[index - 1].source.upperBound
            guard words[index].source.lowerBound == start + 1 else { continue }
            let byte = original[original.index(original.startIndex, offsetBy: start)]
            guard ".-_+".utf8.contains(byte) else { continue }
            bytes.append(byte)
            let text = bytes.count - 1..<bytes.count
            words.insert(
                ScannedWord(
                    text: text,
                    source: start..<start + 1,
                    hash: Hashing.of(bytes[text]),
                    endsQuestion: false
                ),
                at: index
            )
            infos.insert(WordInfo(sign: byte), at: index)
        }
    }

    /// The host: parts with dots between, of which the last is one word or some letters.
    private func domain(from start: Int) -> Part? {
        guard let firstDot = dot(from: start) else { return nil }
        var domain = label(start..<firstDot)
        var dot = firstDot
        while true {
            domain.bytes.append(Sign.dot)
            let begin = dot + 1
            guard begin < words.count else { return nil }
            if let next = self.dot(from: begin) {
                let label = label(begin..<next)
                domain.bytes += label.bytes
                domain.isSure = domain.isSure && label.isSure
                dot = next
                continue
            }
            var end = begin + 1
            if words[begin].text.count == 1 {
                while end < words.count, words[end].text.count == 1 { end += 1 }
            }
            let label = part(begin..<end).bytes
            guard label.count > 1 else { return nil }
            domain.bytes += label
            return domain
        }
    }

    /// A part of the host: a number word alone is a name there, "at one dot com".
    private func label(_ range: Range<Int>) -> Part {
        guard range.count == 1, isNumberWord(range.lowerBound) else {
            var part = part(range)
            part.isSure = part.isSure && !range.contains(where: isNumberWord)
            return part
        }
        return Part(bytes: Array(bytes[words[range.lowerBound].text]), isSure: false)
    }

    /// The next word for a dot, when few enough words stand before it.
    private func dot(from start: Int) -> Int? {
        let last = min(words.count, start + 2 * Self.wordsOfPart)
        guard start < last,
            let dot = (start..<last).first(where: { infos[$0].sign == Sign.dot }), dot > start,
            !(start..<dot).contains(where: { infos[$0].sign == Sign.at })
        else { return nil }
        return dot
    }

    /// What stands before the sign, back to where it begins.
    private func local(before at: Int) -> Part? {
        var start = at
        var plain = 0
        while start > 0, belongs(start - 1) || start == at && mayBeName(start - 1) {
            let isSign = infos[start - 1].sign != nil
            if isSign || words[start - 1].text.count == 1 {
                plain = 0
            } else if !isNumberWord(start - 1) {
                plain += 1
            }
            if plain > Self.wordsOfPart { break }
            start -= 1
        }
        while start < at, infos[start].sign != nil { start += 1 }
        guard start < at else { return nil }
        var part = part(start..<at)
        if plain > Self.wordsOfPart || beginsWithArticle(start)
            || at - start == 1 && !belongs(start)
        {
            part.isSure = false
        }
        return part.bytes.isEmpty ? nil : part
    }

    /// Whether the first letter may be an article: "smith with a y …".
    private func beginsWithArticle(_ start: Int) -> Bool {
        start > 0 && infos[start].classes.contains(.letterWord) && infos[start + 1].sign == nil
    }

    /// What stands before an earlier sign, whose host was taken back: "lisa at gmail no sorry at yahoo dot com".
    private func localOfEarlier(_ at: Int) -> Part? {
        guard let earlier = words[..<at].indices.last(where: { infos[$0].sign == Sign.at }),
            var local = local(before: earlier)
        else { return nil }
        local.isSure = false
        return local
    }

    /// Whether a word may be a part of an address rather than lead to it: "is" does, unless a sign follows.
    private func belongs(_ index: Int) -> Bool {
        if infos[index].sign == Sign.at { return false }
        if infos[index].sign != nil || words[index].text.count == 1 { return true }
        if isExample(index) || index > 0 && isInnerSign(index - 1) || isInnerSign(index + 1) {
            return true
        }
        if isNumberWord(index) {
            // "my other one is …"
            return index == 0 || infos[index].number != .digit(1)
                || infos[index - 1].classes.isDisjoint(with: .beforePronoun)
        }
        // "bob the builder", "two thousand and five".
        if index > 0, infos[index].classes.contains(.article) || infos[index].number == .and,
            index + 1 < words.count, infos[index + 1].sign == nil,
            mayBeName(index - 1), infos[index - 1].classes.isDisjoint(with: .common)
        {
            return true
        }
        return mayBeName(index) && infos[index].classes.isDisjoint(with: [.common, .boundary])
    }

    /// Whether a word may be a name before the sign, though it also means something else: "will at example dot com".
    private func mayBeName(_ index: Int) -> Bool {
        infos[index].sign == nil && infos[index].classes.isDisjoint(with: [.filler, .negation])
            && !leads.contains(words[index].hash)
    }

    /// Whether a word is a number, or a part of one.
    private func isNumberWord(_ index: Int) -> Bool {
        switch infos[index].number {
        case .digit, .teen, .ten, .hundred, .scale, .betweenDigits, .times: true
        case .and:
            index > 0 && index + 1 < words.count && isNumberWord(index - 1)
                && infos[index + 1].number != nil
        default: bytes[words[index].text].allSatisfy(WordScanner.isDigit)
        }
    }

    private func isInnerSign(_ index: Int) -> Bool {
        infos[index].sign != nil && infos[index].sign != Sign.at
    }

    /// Whether a word is that of "as in boy" after a letter.
    private func isExample(_ index: Int) -> Bool {
        (max(0, index - Self.wordsOfPart)..<index).contains { start in
            example(after: start).map { $0 > index } ?? false
        }
    }

    /// Words, letters, numbers and signs put together.
    private func part(_ range: Range<Int>) -> Part {
        var part = Part()
        var index = range.lowerBound
        var wasPlain = false
        while index < range.upperBound {
            if let sign = infos[index].sign {
                part.bytes.append(sign)
                index += 1
                wasPlain = false
            } else if infos[index].classes.contains(.spellingAside) {
                index += 1
            } else if words[index].text.count > 1, !isNumberWord(index) {
                // Two words without a sign between may have had one.
                if wasPlain { part.isSure = false }
                wasPlain = true
                part.bytes += bytes[words[index].text]
                index += 1
            } else if let unit = unit(at: index), unit.end <= range.upperBound {
                part.bytes += unit.bytes
                index = unit.end
                wasPlain = false
            } else {
                part.bytes += bytes[words[index].text]
                index += 1
                wasPlain = false
            }
        }
        return part
    }

    private static func isAddress(_ chunk: Substring) -> Bool {
        let parts = chunk.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
            && chunk.utf8.count <= mostCharacters
    }

    // MARK: Serial numbers

    /// The serial number that was said, in capitals; nil for none.
    func serial() -> SpelledText? {
        if let typed = typed({ Self.isSerial($0) }) {
            return SpelledText(text: typed.uppercased(), isSure: true)
        }
        var runs: [Part] = []
        var run = Part()
        var index = 0
        while index < words.count {
            if let next = extend(&run, at: index) {
                index = next
            } else {
                if !run.bytes.isEmpty {
                    runs.append(run)
                    run = Part()
                }
                if isLead(index) { run.isLed = true }
                index += 1
            }
        }
        if !run.bytes.isEmpty { runs.append(run) }
        runs.removeAll { !$0.bytes.contains(where: WordScanner.isDigit) }
        guard var best = runs.max(by: Self.isShorter) else { return nil }
        // What else was read out may be the number, or a part of it.
        if runs.count(where: { $0.bytes.count >= Self.fewestOfOther }) > 1 { best.isSure = false }
        while let last = best.bytes.last, !Self.isAlphanumeric(last) { best.bytes.removeLast() }
        guard (Self.fewestCharacters...Self.mostCharacters).contains(best.bytes.count),
            best.bytes.contains(where: WordScanner.isDigit)
        else { return nil }
        return SpelledText(
            text: String(decoding: best.bytes, as: UTF8.self).uppercased(),
            isSure: best.isSure
        )
    }

    /// Whether a run is less likely the number that was asked for: one after a word of the question goes first.
    private static func isShorter(_ left: Part, than right: Part) -> Bool {
        func rank(_ run: Part) -> (Int, Int) {
            (run.isLed && run.bytes.count >= fewestCharacters ? 1 : 0, run.bytes.count)
        }
        return rank(left) < rank(right)
    }

    /// Whether a word names what was asked for.
    private func isLead(_ index: Int) -> Bool {
        leads.contains(words[index].hash) && !infos[index].classes.contains(.common)
    }

    /// Adds what a word stands for to a run; nil when it stands for nothing.
    private func extend(_ run: inout Part, at index: Int) -> Int? {
        let info = infos[index]
        if isAside(index) {
            if run.bytes.isEmpty, isLead(index) { run.isLed = true }
            return index + 1
        }
        if let unit = unit(at: index) {
            run.bytes += unit.bytes
            run.isSure = run.isSure && unit.isSure
            return unit.end
        }
        guard !run.bytes.isEmpty else {
            guard isPrefix(index) else { return nil }
            run.bytes += bytes[words[index].text]
            return index + 1
        }
        // "v as in victor not b".
        if info.classes.contains(.negation), !leads.contains(words[index].hash),
            index + 1 < words.count, let denied = unit(at: index + 1), denied.bytes.count == 1
        {
            run.isSure = run.isSure && isExample(index - 1)
            return denied.end
        }
        let next = (index + 1..<words.count).first { !isAside($0) }
        let isBefore = next.map { unit(at: $0) != nil } ?? false
        if let sign = info.sign, sign == Sign.dash || sign == Sign.slash, isBefore {
            run.bytes.append(sign)
            return index + 1
        }
        if let character = info.soundsLike, isBefore || !WordScanner.isDigit(character) {
            run.bytes.append(character)
            run.isSure = false
            return index + 1
        }
        // Letters that speech recognition has written as one: "five cd nine".
        if isBefore, words[index].text.count < 4, info.classes.isEmpty, info.sign == nil {
            run.bytes += bytes[words[index].text]
            return index + 1
        }
        return nil
    }

    /// Whether letters that speech recognition has written as one begin a number: "kx dash four oh five".
    private func isPrefix(_ index: Int) -> Bool {
        guard index + 2 < words.count, (2...3).contains(words[index].text.count),
            infos[index].classes.isEmpty, infos[index].sign == nil,
            !leads.contains(words[index].hash)
        else { return false }
        let sign = infos[index + 1].sign
        return (sign == Sign.dash || sign == Sign.slash) && unit(at: index + 2) != nil
    }

    /// Whether a word is said between characters and stands for none: "then", "and then", "the letter", "a dash".
    private func isAside(_ index: Int) -> Bool {
        let info = infos[index]
        if info.classes.contains(.spellingAside) || info.number == .and { return true }
        if info.classes.contains(.filler) { return info.number == nil }
        guard info.classes.contains(.article), index + 1 < words.count else { return false }
        let next = infos[index + 1]
        return next.classes.contains(.spellingAside) || next.sign == Sign.dash
            || next.sign == Sign.slash
    }

    private static func isSerial(_ chunk: Substring) -> Bool {
        var letters = 0
        var digits = 0
        for byte in chunk.utf8 {
            if WordScanner.isDigit(byte) {
                digits += 1
            } else if isAlphanumeric(byte) {
                letters += 1
            } else if byte != Sign.dash, byte != Sign.slash {
                return false
            }
        }
        return digits > 0 && letters > 0 && letters + digits > 5
            && letters + digits <= mostCharacters
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        WordScanner.isDigit(byte) || (0x61...0x7a).contains(byte | 0x20)
    }

    // MARK: Characters

    private struct Unit {
        var bytes: [UInt8]
        var end: Int
        var isSure = true
    }

    /// The characters that a word stands for, with the words that belong to it.
    private func unit(at index: Int) -> Unit? {
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
        guard words[index].text.count == 1 else { return nil }
        for phrase in language.spellingPhrases {
            let example = index + 1 + phrase.count
            guard example < words.count,
                zip(phrase, words[(index + 1)...]).allSatisfy({ $0 == $1.hash }),
                words[example].text.count > 1,
                bytes[words[example].text.lowerBound] == bytes[words[index].text.lowerBound]
            else { continue }
            return example + 1
        }
        return nil
    }

    /// The one piece of the original between spaces that has a form.
    private func typed(_ hasForm: (Substring) -> Bool) -> Substring? {
        let found = text.split(whereSeparator: \.isWhitespace).compactMap { piece in
            let chunk = piece.trimming { ",;:!?()<>\"'".contains($0) || $0 == "." }
            return hasForm(chunk) ? chunk : nil
        }
        return found.count == 1 ? found[0] : nil
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
