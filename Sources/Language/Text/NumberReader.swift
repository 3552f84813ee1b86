/// Reads a number that is spoken in several words.
///
/// "seventy three" is 73, "six thousand four hundred" 6400, "eleven ninety four" 1194, "four oh three"
/// 403, "double seven" 77, "four point two point one" 4.2.1, "twenty first" the ordinal 21.
struct NumberReader {
    /// A number and the word after it.
    struct Reading {
        var digits: [UInt8]
        var kind: Token.Kind
        var end: Int
    }

    private let words: [ScannedWord]
    private let infos: [WordInfo]
    private let bytes: [UInt8]
    /// Whether units stand before tens: "drei und siebzig".
    private let isUnitFirst: Bool

    init(words: [ScannedWord], infos: [WordInfo], bytes: [UInt8], isUnitFirst: Bool) {
        self.words = words
        self.infos = infos
        self.bytes = bytes
        self.isUnitFirst = isUnitFirst
    }

    /// Reads the longest number at a word; nil when none begins there.
    mutating func read(at index: Int) -> Reading? {
        // "oh point five", but "oh" alone is no number.
        let isZero = isNumber(index, .betweenDigits)
        guard !isZero || isNumber(index + 1, .point),
            var reading = readWhole(at: index, beginsWithZero: isZero)
        else { return nil }
        if reading.kind == .ordinal { return reading }
        // Points: each part is a whole number of its own.
        while reading.end + 1 < words.count, infos[reading.end].number == .point,
            let part = readWhole(at: reading.end + 1, beginsWithZero: true),
            part.kind != .ordinal
        {
            reading.digits.append(0x2e)
            reading.digits += part.digits
            reading.end = part.end
        }
        return isZero && reading.end == index + 1 ? nil : reading
    }

    private func isNumber(_ index: Int, _ number: NumberWord) -> Bool {
        index < words.count && infos[index].number == number
    }

    /// Reads chunks and puts their digits side by side: "eleven", "ninety four".
    ///
    /// - Parameter beginsWithZero: Whether a zero that is said as "oh" may be the first digit.
    private func readWhole(at index: Int, beginsWithZero: Bool) -> Reading? {
        let zero = Chunk(digits: [0x30], end: index + 1, juxtaposes: true)
        guard
            let first = beginsWithZero && isNumber(index, .betweenDigits)
                ? zero : readChunk(at: index)
        else { return nil }
        var reading = Reading(digits: first.digits, kind: first.kind, end: first.end)
        var juxtaposes = first.juxtaposes
        while juxtaposes, reading.digits.count < 24, reading.end < words.count,
            !isNumber(reading.end + 1, .repeated)
        {
            if isZero(at: reading.end) {
                reading.digits.append(0x30)
                reading.end += 1
            } else if let next = readChunk(at: reading.end), next.juxtaposes {
                reading.digits += next.digits
                reading.end = next.end
            } else {
                juxtaposes = false
            }
        }
        return reading
    }

    /// Whether "oh" after a digit is a zero: before another digit, doubled, or as the last word.
    private func isZero(at index: Int) -> Bool {
        guard isNumber(index, .betweenDigits) else { return false }
        return index + 1 == words.count || isNumber(index - 1, .betweenDigits)
            || isNumber(index + 1, .betweenDigits) || readChunk(at: index + 1)?.juxtaposes == true
    }

    private struct Chunk {
        var digits: [UInt8]
        var kind: Token.Kind = .number
        var end: Int
        /// Whether another chunk may follow side by side.
        var juxtaposes: Bool
    }

    private func readChunk(at index: Int) -> Chunk? {
        guard index < words.count else { return nil }
        switch infos[index].number {
        case .ordinal(let value):
            return Chunk(
                digits: Array(String(value).utf8),
                kind: .ordinal,
                end: index + 1,
                juxtaposes: false
            )
        case .times(let count):
            guard index + 1 < words.count else { return nil }
            let digit: Int
            switch infos[index + 1].number {
            case .digit(let value): digit = value
            case .betweenDigits: digit = 0
            default: return nil
            }
            let digits = [UInt8](repeating: 0x30 + UInt8(digit), count: count)
            return Chunk(digits: digits, end: index + 2, juxtaposes: true)
        default:
            return readCardinal(at: index)
        }
    }

    /// Reads "six thousand four hundred and twelve", or a number below 100.
    private func readCardinal(at index: Int) -> Chunk? {
        guard var group = readBelowHundred(at: index) ?? readArticle(at: index) else { return nil }
        if group.ordinal { return chunk(of: group.value, group, scaled: true) }
        var total = 0
        var scaled = false
        var lastScale = Int.max
        while true {
            if group.end < words.count, group.value < 100, infos[group.end].number == .hundred {
                scaled = true
                group.value *= 100
                group.end += 1
                if let rest = readBelowHundred(at: skippingAnd(group.end)), rest.value > 0 {
                    group.value += rest.value
                    group.end = rest.end
                    group.ordinal = rest.ordinal
                }
            }
            guard !group.ordinal, group.end < words.count,
                case .scale(let scale) = infos[group.end].number, scale < lastScale
            else { break }
            scaled = true
            total += group.value * scale
            lastScale = scale
            group.end += 1
            guard let rest = readBelowHundred(at: skippingAnd(group.end)), rest.value > 0 else {
                group.value = 0
                break
            }
            group = rest
        }
        group.value += total
        return chunk(of: group.value, group, scaled: scaled)
    }

    private struct Group {
        var value: Int
        var end: Int
        var ordinal = false
        /// Whether it was written in digits, which never stand side by side with others.
        var typed = false
    }

    private func chunk(of value: Int, _ group: Group, scaled: Bool) -> Chunk {
        Chunk(
            digits: Array(String(value).utf8),
            kind: group.ordinal ? .ordinal : .number,
            end: group.end,
            juxtaposes: !scaled && !group.typed
        )
    }

    private func readBelowHundred(at index: Int) -> Group? {
        guard index < words.count else { return nil }
        switch infos[index].number {
        case .digit(let value), .teen(let value):
            return tens(after: value, at: index) ?? Group(value: value, end: index + 1)
        case .article:
            return tens(after: 1, at: index)
        case .ten(let value):
            guard index + 1 < words.count else { return Group(value: value, end: index + 1) }
            if case .digit(let digit) = infos[index + 1].number, digit > 0 {
                return Group(value: value + digit, end: index + 2)
            }
            if case .ordinal(let digit) = infos[index + 1].number, digit < 10 {
                return Group(value: value + digit, end: index + 2, ordinal: true)
            }
            return Group(value: value, end: index + 1)
        default:
            return readTyped(at: index)
        }
    }

    /// Reads "und siebzig" after a unit, where units stand first.
    private func tens(after unit: Int, at index: Int) -> Group? {
        guard isUnitFirst, (1...9).contains(unit), index + 2 < words.count,
            infos[index + 1].number == .and
        else { return nil }
        // "zwischen acht und zwanzig" is two numbers, "zwischen acht und zwanzig und dreißig" as well.
        if index > 0, infos[index - 1].number == .between, !isNumber(index + 3, .and) { return nil }
        switch infos[index + 2].number {
        case .ten(let value): return Group(value: value + unit, end: index + 3)
        case .ordinal(let value) where value >= 20 && value % 10 == 0:
            return Group(value: value + unit, end: index + 3, ordinal: true)
        default: return nil
        }
    }

    /// A number in digits takes part when a scale or a point follows: "7 thousand", "4 point 2".
    private func readTyped(at index: Int) -> Group? {
        let text = words[index].text
        guard text.count < 10, bytes[text].allSatisfy(WordScanner.isDigit) else { return nil }
        var value = 0
        for byte in bytes[text] { value = value * 10 + Int(byte - 0x30) }
        return Group(value: value, end: index + 1, typed: true)
    }

    /// "a hundred", "a thousand", or these alone: "hundred and one".
    private func readArticle(at index: Int) -> Group? {
        switch infos[index].number {
        case .hundred, .scale: return Group(value: 1, end: index)
        default: break
        }
        guard infos[index].number == .article, index + 1 < words.count else { return nil }
        switch infos[index + 1].number {
        case .hundred, .scale: return Group(value: 1, end: index + 1)
        default: return nil
        }
    }

    private func skippingAnd(_ index: Int) -> Int {
        index < words.count && infos[index].number == .and ? index + 1 : index
    }
}
