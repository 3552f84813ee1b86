internal import Messages

/// A number with the words that belong to it: "two and a half thousand", "minus five", "a couple of hundred".
struct SpokenAmount {
    var value: Double
    var range: Range<Int>
    /// Whether a word that counts things stands for the number: "a dozen".
    var isGroup = false
    /// Whether it is only the size of a number: "several hundred".
    var isVague = false
}

/// Finds amounts among some words.
struct AmountReader {
    private let words: Words
    private let area: Range<Int>
    /// What is counted, and its stem.
    private let unit: String
    private let unitStem: WordHash?

    init(_ words: Words, area: Range<Int>, unit: String, unitStem: WordHash?) {
        self.words = words
        self.area = area
        self.unit = unit
        self.unitStem = unitStem
    }

    /// All amounts, in the order of the words.
    func amounts() -> [SpokenAmount] {
        var found: [SpokenAmount] = []
        var index = area.lowerBound
        while index < area.upperBound {
            if let amount = amount(at: index) {
                found.append(amount)
                index = amount.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func meaning(_ index: Int) -> AmountWord? {
        area.contains(index) ? words.language.amount(of: words.items[index].word) : nil
    }

    private func group(_ index: Int) -> Double? {
        if case .group(let count) = meaning(index) { count } else { nil }
    }

    private func numberWord(_ index: Int) -> NumberWord? {
        area.contains(index) ? words.language.info(of: words.items[index].word).number : nil
    }

    private func number(_ index: Int) -> Double? {
        guard area.contains(index), words.items[index].kind == .number else { return nil }
        return words.items[index].number
    }

    /// The amount that begins at a word, with the sign before it.
    private func amount(at index: Int) -> SpokenAmount? {
        guard var amount = unsigned(at: index) else { return nil }
        let multiplier = multiplier(&amount)
        amount.value *= multiplier
        if meaning(index - 1) == .minus {
            amount.range = index - 1..<amount.range.upperBound
            amount.value.negate()
        } else if isBelowZero(&amount) || hasTypedMinus(index) {
            amount.value.negate()
        }
        return amount
    }

    private func unsigned(at index: Int) -> SpokenAmount? {
        if var value = number(index) {
            // "point five" at the beginning lacks its zero.
            if numberWord(index - 1) == .point, lacksZero(index - 1),
                let fraction = Double("0." + words.text(of: index))
            {
                return SpokenAmount(value: fraction, range: index - 1..<index + 1)
            }
            var end = index + 1
            if let (part, next) = part(after: end) { (value, end) = (value + part, next) }
            return SpokenAmount(value: value, range: index..<end, isVague: isVague(index))
        }
        switch meaning(index) {
        case .group(let count):
            return SpokenAmount(
                value: count,
                range: index..<index + 1,
                isGroup: true,
                isVague: isVague(index)
            )
        case .part(let part):
            let next = isArticle(index + 1) ? index + 2 : index + 1
            // "half a bar", "half a dozen", "quarter million", and not "about half of them".
            guard area.contains(next),
                words.stems[next] == unitStem || group(next) != nil || bareScale(next) != nil
            else { return nil }
            return SpokenAmount(value: part, range: index..<next, isGroup: true)
        default:
            return typed(at: index)
        }
    }

    /// Whether "point" begins the number rather than names a place: not in "at this point five".
    private func lacksZero(_ index: Int) -> Bool {
        guard area.contains(index - 1) else { return true }
        return words.items[index - 1].classes.isDisjoint(with: [.beforePronoun, .article])
            && words.items[index - 1].classes.contains(.common)
    }

    private func isArticle(_ index: Int) -> Bool {
        area.contains(index) && words.items[index].classes.contains(.article)
    }

    /// The hundreds, thousands or millions that were said without how many: "hundred", "a thousand".
    private func bareScale(_ index: Int) -> Double? {
        guard let number = number(index), number >= 100 else { return nil }
        switch words.numberWords(of: index).first {
        case .hundred, .scale, .article: return number
        default: return nil
        }
    }

    /// Whether only the size of an amount is told: "several hundred", "a few dozen".
    private func isVague(_ index: Int) -> Bool {
        guard area.contains(index - 1), group(index) != nil || bareScale(index) != nil else {
            return false
        }
        return words.numberWords(of: index).first != .article
            && words.items[index - 1].classes.isDisjoint(with: [.common, .boundary])
    }

    /// "and a half", "and three quarters", "1/2" after a whole number.
    private func part(after end: Int) -> (value: Double, end: Int)? {
        if numberWord(end) == .and {
            var next = end + 1
            var count = 1.0
            if let several = number(next) {
                count = several
                next += 1
            } else if isArticle(next) {
                next += 1
            }
            if case .part(let part) = meaning(next) { return (count * part, next + 1) }
        }
        if let upper = number(end), let lower = number(end + 1), lower > upper,
            byte(between: end, end + 1) == UInt8(ascii: "/")
        {
            return (upper / lower, end + 2)
        }
        return nil
    }

    /// What a scale or a group after a number multiplies it by: "95 k", "2 dozen", "a couple of hundred".
    private func multiplier(_ amount: inout SpokenAmount) -> Double {
        var end = amount.range.upperBound
        // A whole number has taken its own scale in.
        let isOpen = amount.isGroup || amount.value != amount.value.rounded()
        if isOpen,
            words.language.times.meaning(of: area.contains(end) ? words.stems[end] : 0) == .of
        {
            end += 1
        }
        let factor: Double
        switch meaning(end) {
        case .scale(let scale): factor = scale
        case .group(let count): factor = count
        default:
            guard isOpen, let scale = bareScale(end) else { return 1 }
            factor = scale
        }
        amount.range = amount.range.lowerBound..<end + 1
        return factor
    }

    /// Whether "below" or "below zero" follows, after the unit.
    private func isBelowZero(_ amount: inout SpokenAmount) -> Bool {
        var end = amount.range.upperBound
        if area.contains(end), words.stems[end] == unitStem { end += 1 }
        guard meaning(end) == .below else { return false }
        end += 1
        if number(end) == 0 {
            end += 1
        } else if end < area.upperBound {
            return false
        }
        amount.range = amount.range.lowerBound..<end
        return true
    }

    // MARK: What was typed

    /// "82k", "230V": digits and the beginning of the unit, or a scale.
    private func typed(at index: Int) -> SpokenAmount? {
        let text = words.tokens.bytes[words.items[index].text]
        guard text.first.map(WordScanner.isDigit) == true else { return nil }
        let digits = text.prefix { WordScanner.isDigit($0) || $0 == 0x2e }
        let letters = text[digits.endIndex...]
        guard var value = Double(String(decoding: digits, as: UTF8.self)) else { return nil }
        if case .scale(let scale) = words.language.amount(of: Hashing.of(letters)) {
            value *= scale
        } else if !unit.lowercased().utf8.starts(with: letters) {
            return nil
        }
        return SpokenAmount(value: value, range: index..<index + 1)
    }

    /// Whether a minus sign stands before a number in digits, and nothing before the sign: "-5".
    private func hasTypedMinus(_ index: Int) -> Bool {
        let utf8 = words.tokens.original.utf8
        let start = words.items[index].source.lowerBound
        guard start > 0 else { return false }
        let sign = utf8.index(utf8.startIndex, offsetBy: start - 1)
        guard utf8[sign] == UInt8(ascii: "-") else { return false }
        return sign == utf8.startIndex || utf8[utf8.index(before: sign)] == 0x20
    }

    /// The one byte that was written between two words; nil for none or several.
    private func byte(between left: Int, _ right: Int) -> UInt8? {
        let start = words.items[left].source.upperBound
        guard words.items[right].source.lowerBound == start + 1 else { return nil }
        let utf8 = words.tokens.original.utf8
        return utf8[utf8.index(utf8.startIndex, offsetBy: start)]
    }
}
