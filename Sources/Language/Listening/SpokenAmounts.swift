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

    private func info(_ index: Int) -> WordInfo {
        area.contains(index) ? words.language.info(of: words.items[index].word) : WordInfo()
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
        if info(index - 1).isMinus {
            amount.range = index - 1..<amount.range.upperBound
            amount.value.negate()
        } else if isBelowZero(&amount) || hasTypedMinus(index) {
            amount.value.negate()
        }
        return amount
    }

    private func unsigned(at index: Int) -> SpokenAmount? {
        let info = info(index)
        if var value = number(index) {
            // "point five" at the beginning lacks its zero.
            if index > area.lowerBound, self.info(index - 1).number == .point, lacksZero(index - 1),
                let fraction = Double("0." + words.text(of: index))
            {
                return SpokenAmount(value: fraction, range: index - 1..<index + 1)
            }
            var end = index + 1
            if let (part, next) = part(after: end) { (value, end) = (value + part, next) }
            return SpokenAmount(value: value, range: index..<end, isVague: isVague(index))
        }
        if let group = info.group {
            return SpokenAmount(
                value: group,
                range: index..<index + 1,
                isGroup: true,
                isVague: isVague(index)
            )
        }
        if let part = info.part {
            let next = isArticle(index + 1) ? index + 2 : index + 1
            // "half a bar", "half a dozen", "quarter million", and not "about half of them".
            guard area.contains(next),
                words.stems[next] == unitStem || self.info(next).group != nil
                    || bareScale(next) != nil
            else { return nil }
            return SpokenAmount(value: part, range: index..<next, isGroup: true)
        }
        return typed(at: index)
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
        guard area.contains(index - 1), info(index).group != nil || bareScale(index) != nil else {
            return false
        }
        return words.numberWords(of: index).first != .article
            && words.items[index - 1].classes.isDisjoint(with: [.common, .boundary])
    }

    /// "and a half", "and three quarters", "1/2" after a whole number.
    private func part(after end: Int) -> (value: Double, end: Int)? {
        if info(end).number == .and {
            var next = end + 1
            var count = 1.0
            if let several = number(next) {
                count = several
                next += 1
            } else if isArticle(next) {
                next += 1
            }
            if let part = info(next).part { return (count * part, next + 1) }
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
        let info = info(end)
        let found =
            info.thousands ?? info.group ?? (isOpen ? bareScale(end) : nil)
        guard let found else { return 1 }
        amount.range = amount.range.lowerBound..<end + 1
        return found
    }

    /// Whether "below" or "below zero" follows, after the unit.
    private func isBelowZero(_ amount: inout SpokenAmount) -> Bool {
        var end = amount.range.upperBound
        if area.contains(end), words.stems[end] == unitStem { end += 1 }
        guard info(end).isBelow else { return false }
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
        if let thousands = words.language.info(of: Hashing.of(letters)).thousands {
            value *= thousands
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
