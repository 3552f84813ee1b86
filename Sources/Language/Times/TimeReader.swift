/// The words of an utterance as words of time; what the readers of dates, lengths and windows share.
struct TimeReader {
    let words: Words
    /// The words in which an expression may begin and end.
    let area: Range<Int>
    /// What each word means in an expression of time.
    let meanings: [TimeWord?]
    var vocabulary: TimeVocabulary { words.language.times }
    var writing: TimeWords.Writing { vocabulary.writing }

    init(_ words: Words, area: Range<Int>? = nil) {
        self.words = words
        self.area = area ?? words.all
        meanings = words.meanings
    }

    func meaning(_ index: Int) -> TimeWord? {
        index >= 0 && index < meanings.count ? meanings[index] : nil
    }

    /// Two digits said one after the other that are two numbers: "two three times" is two to three.
    func twoDigits(_ index: Int) -> (lower: Double, upper: Double)? {
        guard let (first, second) = spokenDigits(index), second == first + 1 else { return nil }
        return (Double(first), Double(second))
    }

    /// The digits of a number that was said as two digits: "three four", but not "thirty four".
    func spokenDigits(_ index: Int) -> (first: Int, second: Int)? {
        guard index >= 0, index < words.count, words.items[index].kind == .number else {
            return nil
        }
        let token = words.items[index]
        guard let number = Int(exactly: token.number), (11...99).contains(number) else {
            return nil
        }
        let language = words.language
        let said = words.tokens.original.utf8.dropFirst(token.source.lowerBound)
            .prefix(token.source.count)
        guard let space = said.firstIndex(of: 0x20) else { return nil }
        let first = Hashing.of(said[..<space].lazy.map { $0 < 0x80 ? $0 | 0x20 : $0 })
        guard language.info(of: first).number == .digit(number / 10) else { return nil }
        return (number / 10, number % 10)
    }

    /// The largest number that counts units of time, so that sums of days stay within bounds.
    private static let maximumAmount = 100_000.0

    /// The number at a word: in digits, or "a", "couple", "few".
    func amount(_ index: Int) -> Double? {
        guard index >= 0, index < words.count else { return nil }
        if words.items[index].kind == .number {
            let number = words.items[index].number
            return number <= Self.maximumAmount ? number : nil
        }
        if case .amount(let value) = meanings[index] { return value }
        return nil
    }

    func ordinal(_ index: Int) -> Int? {
        guard index >= 0, index < words.count, words.items[index].kind == .ordinal else {
            return nil
        }
        return Int(words.items[index].number)
    }

    func unit(_ index: Int) -> TimeUnit? {
        if case .unit(let unit) = meaning(index) { return unit }
        return nil
    }

    /// A month named at a word: one that is also a common word only beside a number.
    func month(_ index: Int) -> Int? {
        guard case .month(let month) = meaning(index) else { return nil }
        if !words.items[index].classes.contains(.common) { return month }
        let isBeside =
            ordinal(index + 1) != nil || ordinal(index - 1) != nil
            || amount(index + 1) != nil || meaning(index - 1) == .of || meaning(index - 1) == .since
        return isBeside ? month : nil
    }

    /// A day of a month: "the 12th of november", "november 3rd", "november 3".
    func monthDay(at index: Int) -> (month: Int, day: Int, end: Int)? {
        if let month = month(index) {
            let day = ordinal(index + 1) ?? wholeDay(index + 1)
            if let day, CivilDay.exists(month: month, day: day) { return (month, day, index + 2) }
            return nil
        }
        guard let day = ordinal(index) ?? wholeDay(index) else { return nil }
        let next = meaning(index + 1) == .of ? index + 2 : index + 1
        guard let month = month(next), CivilDay.exists(month: month, day: day) else { return nil }
        return (month, day, next + 1)
    }

    private func wholeDay(_ index: Int) -> Int? {
        guard index < words.count, words.items[index].kind == .number,
            (1...31).contains(words.items[index].number)
        else { return nil }
        return Int(exactly: words.items[index].number)
    }
}

/// Text of numbers as people read them.
enum NumberText {
    /// The shortest decimal form: "30", "2.5".
    static func shortest(_ value: Double) -> String {
        if let whole = Int(exactly: value) { return String(whole) }
        return String(value)
    }
}

extension String {
    /// This template with its one placeholder filled.
    func filling(_ value: String) -> String { filling("{}", value) }

    /// This template with a placeholder filled.
    func filling(_ placeholder: String, _ value: String) -> String {
        guard let range = firstRange(of: placeholder) else { return self }
        return replacingCharacters(in: range, with: value)
    }

    private func firstRange(of part: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) {
                return start..<index(start, offsetBy: part.count)
            }
            start = index(after: start)
        }
        return nil
    }

    private func replacingCharacters(in range: Range<String.Index>, with value: String) -> String {
        String(self[..<range.lowerBound]) + value + self[range.upperBound...]
    }
}
