internal import Messages

/// A number with what it counts, as a question or an answer has it: "more than a year", "about six months".
struct Measure {
    /// In seconds for a length of time, otherwise as it was said.
    let value: Double
    /// The stem of the word after a number; nil for a length of time and for a number alone.
    let unit: WordHash?
    let isTime: Bool
    let range: Range<Int>
    /// The side of the value that is meant; nil for the value itself.
    let side: Side?

    enum Side {
        case above
        case below
    }

    /// Words between a comparing word and its number: "older than about a year".
    private static let reach = 3

    /// The first length of time among some words, or else the only number.
    init?(in words: Words, _ vocabulary: AnswerVocabulary) {
        let numbers = words.all.filter { words.items[$0].kind == .number }
        if let duration = TimeReader(words).duration() {
            value = duration.seconds
            unit = nil
            isTime = true
            range = duration.range
        } else if numbers.count == 1 {
            let index = numbers[0]
            value = words.items[index].number
            unit = index + 1 < words.count ? words.stems[index + 1] : nil
            isTime = false
            range = index..<index + 1
        } else {
            return nil
        }
        // "a year or more", "more than a year", "a year old or older".
        let near =
            max(0, range.lowerBound - Self.reach)..<min(words.count, range.upperBound + Self.reach)
        let roles = near.map { vocabulary.role(of: words.stems[$0]) }
        let isAbove = roles.contains { $0.contains(.above) }
        let isBelow = roles.contains { $0.contains(.below) }
        side = isAbove == isBelow ? nil : isAbove ? .above : .below
    }
}

extension Reading {
    private static let boundConfidence = 0.9

    /// Yes or no by a number beside the bound in the question: "six months" denies "is it older than a year?".
    func bounded(_ asked: ListeningNode) -> Polarity? {
        let language = words.language
        guard asked.valueKind == .yesNo, let vocabulary = language.answers,
            // Denied, a number tells nothing: "not two years".
            !area.contains(where: { words.items[$0].classes.contains(.negation) }),
            let said = Measure(in: words, vocabulary), area.contains(said.range),
            let bound = asked.wording.bound, let side = bound.side, said.isTime == bound.isTime,
            said.isTime || said.unit == bound.unit || said.unit == nil
                || said.range.upperBound == words.count
        else { return nil }
        let isAbove: Bool
        switch said.side {
        case nil:
            guard said.value != bound.value else { return nil }
            isAbove = said.value > bound.value
        case .above:
            guard said.value >= bound.value else { return nil }
            isAbove = true
        case .below:
            guard said.value <= bound.value else { return nil }
            isAbove = false
        }
        return Polarity(
            isYes: isAbove == (side == .above),
            confidence: Self.boundConfidence,
            range: said.range
        )
    }
}
