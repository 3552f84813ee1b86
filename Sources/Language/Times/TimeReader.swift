/// The words of an utterance as words of time; what the readers of dates, lengths and windows share.
struct TimeReader {
    let words: Words
    /// The words in which an expression may begin and end.
    let area: Range<Int>
    /// What each word means in an expression of time.
    let meanings: [TimeWord?]
    /// What a number without a unit counts, where an earlier value told it: "twenty minutes no forty".
    var restUnit: TimeUnit?
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

    /// Whether an expression of time may begin at a word; at most words none does.
    func mayBegin(_ index: Int) -> Bool {
        switch meanings[index] {
        // Most words of time that are said join others.
        case .and, .or, .of, .to, .on, .at, .the, .now: return false
        case .some: return true
        case nil: break
        }
        switch words.items[index].kind {
        case .number, .ordinal, .version: return true
        case .word, .letters: return false
        }
    }

    /// Two numbers said one after the other of which either is meant: "two three times" is two to three, "ten
    /// fifteen minutes" ten to fifteen.
    func twoNumbers(_ index: Int) -> (lower: Double, upper: Double)? {
        guard let (first, second) = spokenPair(index), let lower = Self.value(first),
            let upper = Self.value(second), upper > lower
        else { return nil }
        switch (first, second) {
        case (.digit, .digit): guard upper == lower + 1 else { return nil }
        // "twenty five" is one number.
        case (.ten, .digit): return nil
        // "one fifty" is one, too.
        default: guard upper <= lower * Self.furthestOfTwo else { return nil }
        }
        return (Double(lower), Double(upper))
    }

    /// How many times the first of two numbers the second is at most.
    private static let furthestOfTwo = 3

    private static func value(_ word: NumberWord) -> Int? {
        switch word {
        case .digit(let value), .teen(let value), .ten(let value): value
        default: nil
        }
    }

    /// The digits of a number that was said as two digits: "three four", but not "thirty four".
    func spokenDigits(_ index: Int) -> (first: Int, second: Int)? {
        guard case (.digit(let first), .digit(let second))? = spokenPair(index), first > 0 else {
            return nil
        }
        return (first, second)
    }

    /// What the two words of a number mean that was said in two words.
    private func spokenPair(_ index: Int) -> (NumberWord, NumberWord)? {
        // What was written in digits is as long as they are.
        guard index >= 0, index < words.count, words.items[index].kind == .number,
            words.items[index].source.count > words.items[index].text.count
        else { return nil }
        let said = words.numberWords(of: index)
        guard said.count == 2, let first = said[0], let second = said[1] else { return nil }
        return (first, second)
    }

    /// Whether a dash stands before a word: "9-11".
    func isAfterDash(_ index: Int) -> Bool {
        guard index > 0, index < words.count else { return false }
        let gap = Array(words.between(index))
        return gap.contains(0x2d) || Self.dashes.contains { Self.contains(gap, $0) }
    }

    /// En dash, em dash and minus in UTF-8, which share their first byte with an ellipsis and with quotation marks.
    private static let dashes: [[UInt8]] = [
        [0xe2, 0x80, 0x93], [0xe2, 0x80, 0x94], [0xe2, 0x88, 0x92],
    ]

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        text.indices.contains { text[$0...].starts(with: part) }
    }

    /// Whether a comma or a semicolon stands before a word.
    func isAfterComma(_ index: Int) -> Bool {
        guard index > 0, index < words.count else { return false }
        return words.between(index).contains { $0 == 0x2c || $0 == 0x3b }
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

    /// Whether a word joins two times: "and", "or".
    func isJoin(_ index: Int) -> Bool {
        meaning(index) == .and || meaning(index) == .or
    }

    func unit(_ index: Int) -> TimeUnit? {
        if case .unit(let unit) = meaning(index) { return unit }
        return nil
    }

    /// A part of the day that is named at a word, of one day or of each.
    func part(_ index: Int) -> DayPart? {
        switch meaning(index) {
        case .part(let part), .parts(let part): part
        default: nil
        }
    }

    /// Whether a word is that for time: "london time", "any time".
    func isTime(_ index: Int) -> Bool { meaning(index) == .times || meaning(index) == .time }

    /// A zone that is named at a word: "eastern", or by a place, "london time".
    func zone(at index: Int) -> (name: String, end: Int)? {
        switch meaning(index) {
        case .zone(let name): (name, index + 1)
        case .place(let name) where isTime(index + 1): (name, index + 2)
        // "im in california".
        case .place(let name) where meaning(index - 1) == .inside: (name, index + 1)
        // "im in los angeles".
        case .place(let name)
        where meaning(index - 2) == .inside && meaning(index - 1) == nil
            && !words.items[index - 1].classes.contains(.common):
            (name, index + 1)
        case .side(let name) where meaning(index + 1) == .coast: (name, index + 2)
        default: nil
        }
    }
}
