/// What a language pack says of a word.
struct WordClasses: OptionSet, Sendable {
    let rawValue: UInt64

    /// Said without meaning: "um", "like".
    ///
    /// Left out when words are matched, kept in quotes.
    static let filler = WordClasses(rawValue: 1 << 0)
    /// Carries grammar more than meaning: "the", "was".
    ///
    /// Not stemmed, weighs little, and begins or
    /// ends no name.
    static let common = WordClasses(rawValue: 1 << 1)
    /// Denies what follows: "not", "cant", "never".
    static let negation = WordClasses(rawValue: 1 << 2)
    /// Begins another clause: "but", "because".
    static let boundary = WordClasses(rawValue: 1 << 3)
    /// After it, the first number word is a pronoun: "old" in "the old one".
    static let beforePronoun = WordClasses(rawValue: 1 << 4)
    /// A letter that is also a word, and so begins no run of letters: "a" in "a t p link".
    static let letterWord = WordClasses(rawValue: 1 << 5)
    /// Counts as zero when a number was asked: "none".
    static let zero = WordClasses(rawValue: 1 << 6)
    /// Adds nothing after a verb that echoes a question: "now" in "it is now".
    static let afterEcho = WordClasses(rawValue: 1 << 7)
    /// Stands before a name without being a part of it: "the".
    static let article = WordClasses(rawValue: 1 << 8)
    /// Keeps its ending, since what is left without it is another word: "evening" is not "even".
    static let whole = WordClasses(rawValue: 1 << 9)
    /// Stands for its first letter in a spelling alphabet: "bravo".
    static let alphabet = WordClasses(rawValue: 1 << 10)
    /// Says that the next character comes several times: "double".
    static let repeats = WordClasses(rawValue: 1 << 11)
    /// Said while spelling without standing for a character: "capital".
    static let spellingAside = WordClasses(rawValue: 1 << 12)
    /// Begins what is still to be found out: "if".
    static let condition = WordClasses(rawValue: 1 << 13)
    /// Before a verb, says that what it says has not come about: "will".
    static let ahead = WordClasses(rawValue: 1 << 33)
    /// Says that there is an issue, and not which: "problem", "help".
    static let vague = WordClasses(rawValue: 1 << 14)
    /// Said in talk about anything: "yesterday", "home".
    static let everyday = WordClasses(rawValue: 1 << 15)
    /// May stand within a phrase without changing what it says: "leider" in "geht leider nicht".
    static let particle = WordClasses(rawValue: 1 << 16)
    /// Tells of the past: "was".
    static let past = WordClasses(rawValue: 1 << 17)
    /// Begins questions about what has been: "has" in "has it been on?".
    static let perfect = WordClasses(rawValue: 1 << 18)
    /// Restricts what is said to what follows: "only".
    static let restriction = WordClasses(rawValue: 1 << 19)

    /// A name is likely to follow: "with", "from".
    static let leadsToName = WordClasses(rawValue: 1 << 20)

    /// Denies the verb that it stands behind: "nicht".
    static let deniesBehind = WordClasses(rawValue: 1 << 21)

    /// Stands for who or what does something, so that its verb is likely to follow: "she".
    static let subject = WordClasses(rawValue: 1 << 22)
    /// Stands for whom or what something is done to, so that its verb is likely to stand before it: "it".
    static let object = WordClasses(rawValue: 1 << 23)
    /// Before a noun that is no name: "my", "same".
    static let possessive = WordClasses(rawValue: 1 << 24)

    /// Says that what it stands by was so before: "old".
    static let former = WordClasses(rawValue: 1 << 25)
    /// Says that it is so now: "new".
    static let current = WordClasses(rawValue: 1 << 26)
    /// Before what is given up in a change: "from".
    static let changesFrom = WordClasses(rawValue: 1 << 27)
    /// Before what takes its place: "to".
    static let changesTo = WordClasses(rawValue: 1 << 28)
    /// Says of what follows only that it begins: "starts" in "it starts to vibrate".
    static let beginning = WordClasses(rawValue: 1 << 32)
    /// Is a phone or a part of one, which may be of another provider: "cell".
    static let phone = WordClasses(rawValue: 1 << 29)

    /// Stands for who speaks: "i".
    static let speaker = WordClasses(rawValue: 1 << 30)
    /// Stands for who is spoken to: "you".
    static let addressee = WordClasses(rawValue: 1 << 31)

    /// Somebody whose things are others' things: "neighbour".
    static let outsider = WordClasses(rawValue: 1 << 34)
    /// Stands for the customer, or what is the customer's: "we", "mine".
    static let own = WordClasses(rawValue: 1 << 35)
    /// Stands for somebody who was named, or what is that one's: "hers".
    static let theirs = WordClasses(rawValue: 1 << 36)
    /// Says who has something: "has", "uses".
    static let having = WordClasses(rawValue: 1 << 37)
    /// Says what something is: "is".
    static let being = WordClasses(rawValue: 1 << 38)
    /// Before a person, says that something is so for that one: "at", "bei".
    static let at = WordClasses(rawValue: 1 << 39)

    /// Says how something was come by, whose day is not the issue's: "bought".
    static let acquires = WordClasses(rawValue: 1 << 40)

    /// Words that are compared as they are.
    static let unstemmed: WordClasses = [.common, .filler, .negation, .whole]
}

/// What a word means inside a spoken number.
enum NumberWord: Sendable, Equatable {
    /// 0 to 9.
    case digit(Int)
    /// 10 to 19.
    case teen(Int)
    /// 20, 30, … 90.
    case ten(Int)
    /// 100.
    case hundred
    /// 1,000 or 1,000,000.
    case scale(Int)
    /// Stands between a hundred and the rest.
    case and
    /// Stands for one before a hundred or a scale.
    case article
    /// The decimal point.
    case point
    /// Zero, but only beside digits: "oh".
    case betweenDigits
    /// Says the next digit so many times: "double".
    case times(Int)
    /// Stands between how often a digit comes and the digit: "mal" in "drei mal die sieben".
    case repeated
    /// Stands before two numbers that are never one: "zwischen".
    case between
    /// The place in an order.
    case ordinal(Int)
}

/// What a word means beside a number, or instead of one.
enum AmountWord: Sendable, Equatable {
    /// How many things it counts: 12 for "dozen".
    case group(Double)
    /// Which part of one it is: 0.5 for "half".
    case part(Double)
    /// What it multiplies the number before it by: 1,000 for "k".
    case scale(Double)
    /// The number after it is less than zero: "minus".
    case minus
    /// The number before it is less than zero: "below".
    case below
    /// It is a unit that is told in several sizes, and what it comes to in the smallest: 1,000 for "kilobyte".
    case unit(Double)
    /// The place in a list that it tells, -1 for the last one: 1 for "former".
    case place(Int)
}

/// All that a language pack says of a word.
struct WordInfo: Sendable {
    var classes: WordClasses = []
    var number: NumberWord?
    /// The letter or digit that it sounds like: "b" for "bee".
    var soundsLike: UInt8?
    /// The sign that it is the name of: "." for "dot".
    var sign: UInt8?
}
