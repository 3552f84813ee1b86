/// All that the language layer knows of one language: data only.
///
/// Adding a language means writing one such value; no code asks which language it is.
struct LanguagePack: Sendable {
    /// BCP 47 tag.
    let tag: String
    /// Words by what they are.
    let words: WordLists
    /// Words by what they mean in numbers.
    let numbers: NumberWords
    /// How endings are cut off.
    let stemmer: Stemmer
    /// Phrases by what they say.
    let phrases: [PhraseList]
    /// Words of time and how times are written.
    let times: TimeWords
    /// Phrases that tell when somebody can be reached, which are sought where that was asked.
    let availability: [PhraseList]
    /// How its letters sound.
    let sounds: SoundRules
    /// Words beside values in prompts and handoffs.
    let fixedWords: FixedWords
    /// Words of engineers' notes.
    let notes: NoteWords
    /// What customers tell around an issue that answers no question about it.
    let asides: [String]
    /// What the answer model must know; nil for a language that has no model.
    var answers: AnswerWords?
    /// How words are found in the table of meanings; nil for a language that has no table.
    var forms: WordForms?
}

/// How a form of a word is found in the table of meanings where only another one is there.
struct WordForms: Sendable {
    /// Endings that are cut off, and the letter in their place; 0 for none.
    let endings: [(ending: String, replacement: UInt8)]
}

/// Words by what they are.
struct WordLists: Sendable {
    /// Said without meaning.
    let fillers: String
    /// Carry grammar more than meaning.
    let common: String
    /// Deny what follows.
    let negations: String
    /// Begin another clause.
    let boundaries: String
    /// Begin what is still to be found out: "if".
    let conditions: String
    /// Before a verb, say that what it says has not come about: "will".
    let ahead: String
    /// After them, the word for one is a pronoun.
    let beforePronoun: String
    /// Letters that are also words.
    let letterWords: String
    /// Letters before which such a word has another form, so that it is a letter there: "a s u s", but "an s".
    let vowelLetters: String
    /// Add nothing after a verb that echoes a question: "it is now".
    let afterEcho: String
    /// Stand before a name without being a part of it.
    let articles: String
    /// May stand within a phrase without changing what it says.
    var particles = ""
    /// Deny the verb that they stand behind: "es geht heute nicht".
    var denyBehind = ""
    /// A name is likely to follow.
    let nameLeads: String
    /// Pronouns before a verb, and behind one.
    let subjects: String
    let objects: String
    /// Stand for who speaks, and for who is spoken to.
    let speakers: String
    let addressees: String
    /// Before nouns that are no names: "my".
    let possessives: String
    /// People who have things of their own, words for what is the customer's and for what is theirs, verbs of having and being, and
    /// words before whom something is so for: "at my neighbours".
    let outsiders: String
    let own: String
    let theirs: String
    let having: String
    let being: String
    let at: String
    /// Say how something was come by: "bought".
    let acquiring: String
    /// Say that what they stand by was so before, or is so now.
    let formers: String
    let currents: String
    /// Before what is given up in a change, and before what takes its place: "from … to …".
    let changesFrom: String
    let changesTo: String
    /// Say of what follows only that it begins: "starts" in "it starts to vibrate", "it starts making noise".
    var beginnings = ""
    /// How verbs end that follow those with no word between.
    var endingOfBegun = ""
    /// Phones, and what belongs to one.
    let phones: String
    /// Keep their endings, since what is left without them is another word: "evening" is not "even".
    let whole: String
    /// Count as zero.
    let zero: String
    /// Tell of the past.
    let past: String
    /// Begin questions about what has been.
    let perfect: String
    /// Restrict what is said to what follows them.
    let restrictions: String
    /// Say that there is an issue, and not which.
    var vague = ""
    /// Said in talk about anything.
    var everyday = ""
    /// Words by which questions of one kind are told, a list a kind: those that ask for reasons first, then how, when.
    var questionKinds: [String] = []
    /// Pairs of words, or single words, that are read as another: "can not" as "cant".
    let merges: [(pair: String, word: String)]
    /// What stands between a letter and its example: "as in".
    let spellingPhrases: [String]
    /// Words of spelling alphabets; each stands for its first letter.
    let alphabet: String
    /// Words that sound like a letter or a digit, by what they sound like: "bee" is "b".
    let soundAlikes: [(character: String, words: String)]
    /// What signs are called: "dot", "underscore".
    let signs: [(sign: String, words: String)]
    /// Said while spelling without standing for a character: "capital".
    let spellingAsides: String
}

/// Words by what they mean in numbers.
struct NumberWords: Sendable {
    /// 0 to 9, in order; a number may have several words, separated by "/".
    let digits: String
    /// 10 to 19, in order.
    let teens: String
    /// 20 to 90, in order.
    let tens: String
    let hundred: String
    let thousand: String
    let million: String
    /// Between a hundred and the rest.
    let and: String
    /// One before a hundred.
    let articles: String
    /// The decimal point.
    let points: String
    /// Whether decimals are written with a comma, and thousands with dots.
    var hasDecimalComma = false
    /// Zero, but only beside digits.
    let betweenDigits: String
    /// Letters before a version in digits.
    let versionLetters: String
    /// Whether units stand before tens, and all is one word: "dreiundsiebzig".
    let joinsUnitsFirst: Bool
    /// Between how often a digit comes and the digit: "drei mal die sieben".
    let repeated: String
    /// Before two numbers that are never one: "zwischen acht und zwanzig".
    var between = ""
    /// What may be written behind digits in the same word: "pm" in "5pm".
    let afterDigits: String
    /// Words that count things, and how many.
    let groups: [String: Double]
    /// Words for parts of one.
    let parts: [String: Double]
    /// A thousand times the number before them, and no number alone: "k".
    let thousands: String
    /// The number after them, or before them, is less than zero.
    let minus: String
    let below: String
    /// Units that come in several sizes, and what each is in the smallest.
    let units: [(words: String, size: Double)]
    /// Twice and three times the next digit.
    let double: String
    let triple: String
    /// Ordinals; a word that also means something else is left out.
    let ordinals: [Int: String]
    /// Words that tell a place in a list and are no ordinals, or also mean something else; -1 stands for the last.
    let places: [Int: String]
    /// Endings of ordinals in digits, each two bytes; the first is the normal one.
    let ordinalEndings: [String]
}

/// Phrases that say the same.
struct PhraseList: Sendable {
    /// What they say.
    let mark: PhraseMark
    /// The phrases; "^" ties one to the beginning of the utterance, "$" to its end, and "=" (after "^") takes its words
    /// as they are written, where other forms of them mean something else.
    let phrases: [String]

    init(_ mark: PhraseMark, _ phrases: [String]) {
        self.mark = mark
        self.phrases = phrases
    }
}

/// What a phrase says.
enum PhraseMark: UInt8, Sendable {
    /// Affirms.
    case yes
    /// Denies.
    case no
    /// Affirms by the question's own verb: "it is", "i did".
    case echoesYes
    /// Agrees with what was said, which is a yes unless it was said to do something: "right", "of course".
    case agrees
    /// Denies by it: "it isnt", "i never".
    case echoesNo
    /// Says nothing of what its words say elsewhere: "right now".
    case idiom
    /// Knows how to find something out, of which nothing has come yet: "i know how to".
    case knowsHow
    /// Says that something is as it should be.
    case works
    /// Says that something is not as it should be.
    case fails
    /// Says that something can't be done.
    case unable
    /// Says the same where nothing else follows that can't be done: "i cant".
    case cannot
    /// Says the same of who is elsewhere: "at work".
    case elsewhere
    /// Says that what follows did not come about: "failed to".
    case fallsShort
    /// Says that something goes on, of which nothing has come yet: "connecting".
    case underway
    /// Says that the issue is gone.
    case fixed
    /// Says the same, unless a test or a fix was asked about.
    case worksNow
    /// Says that something did what it should, which ends the issue where it is told at the end of a call, or beside thanks.
    case helped
    /// Wants time.
    case wait
    /// Does what it was told, without a result yet; wants time where it was told to do something.
    case complies
    /// Is about to do something; wants time where something is to be done or looked at: "i have to go upstairs".
    case intends
    /// Says that a step is done, or asks for the next one: "done", "and now".
    case stepDone
    /// Says that something was given up for something else: "swapped".
    case replaces
    /// Takes something out of what is said: "except".
    case excepts
    /// Says that a step was taken before: "already tried that".
    case alreadyDone
    /// Says that something is so of a part only: "some of them".
    case partly
    /// Wants the prompt again.
    case repeats
    /// Does not know.
    case doesNotKnow
    /// Is not sure of the answer that stands beside it.
    case unsure
    /// Will not say.
    case declines
    /// Wants a person.
    case wantsPerson
    /// Names a person to talk to, who is wanted where a wish stands before it.
    case person
    /// Talks to who is named after it, or before it: "speak to", "sprechen".
    case talks
    /// Wishes what follows: "let me", "i want".
    case wishes
    /// Gets in touch with who is named after it: "speak".
    case contacts
    /// Thanks or says goodbye.
    case thanks
    /// Ends the call: "i'm hanging up".
    case leaves
    /// Has another matter: "one more thing".
    case more
    /// Takes something back.
    case correction
    /// May take something back, or be mere politeness: "sorry".
    case softCorrection
    /// Says that what stands by it was so, and is no longer: "it used to be", "at first".
    case formerly
    /// Takes back, between two values, the one before it: "three no four".
    case takesBack
    /// Refers to what was said before, and takes it back when a "but" follows: "i said it was on but …".
    case saidEarlier
    /// Says that something which was told before is wrong: "the provider i told you is wrong".
    case misstated
    /// Says of what was just told, without naming it, that it is wrong: "thats not true".
    case untrue
    /// Marks what is so against what was said before: "its not red after all".
    case afterAll
    /// Says that a step was not taken yet: "havent tried it yet".
    case untried
    /// Says that the call is for somebody else: "i am calling for".
    case callsFor
    /// Denies that it is about what follows: "its not the".
    case disputes
    /// What follows is what it is about: "i was talking about".
    case means
    /// What follows was only said or supposed, or was so at another time: "i thought", "last time".
    case reports
    /// What stands before it may not have lasted: "for a while", "until".
    case lapses
    /// Talks of something else.
    case offTopic
    /// Begins a question.
    case question
    /// Begins a question wherever it stands: "should i".
    case asks
    /// At the end, makes a question of what stands before it: "you mean".
    case tag
    /// Asks if something was understood right, which has no answer but the question that was asked: "you mean".
    case checks
    /// Begins a question about the word after it: "what box".
    case questionWord
    /// Has heard, no more.
    case acknowledges
    /// Says that something began or stopped, so that a day after it is the day since when.
    case since
    /// Bounds of the number or the length that follows.
    case moreThan
    case lessThan
    case atLeast
    case atMost
    /// What stands before it is no longer so or there: "disappeared".
    case gone
    /// Can't see something, which is an answer when that was asked about, and no inability.
    case unseen
    /// Stands before the number of a choice: "option".
    case numbered
    /// Says that something is as before: "still".
    case continues
    /// Says that something is once more as it was: "again".
    case again
    /// Says that more is meant than what a question is restricted to: "as well".
    case inclusive
    /// How often something happens, without a number.
    case always
    case often
    case sometimes
    case rarely
    /// Says that the times which follow are those at which the customer can't be reached.
    case unavailable
    /// Says that these are those of work.
    case atWork
    /// Says that any time will do.
    case anyTime
    /// Says that the customer can be reached from a time on: "i get off work at five".
    case freeFrom
    /// Means the beginning of a day: "first thing tomorrow".
    case firstThing
    /// Means the last hours of work of a day: "the end of the day".
    case endOfDay
    /// Means the time of day at which the call is, or that was named before: "same time tomorrow".
    case sameTime
    /// Stands before a length after which the customer can be reached: "give me ten minutes".
    case givesLength
    /// Says that what follows is so at other times than those before it: "otherwise".
    case otherwise
    /// Says that a time suits, or that it does not.
    case suits
    case unsuits
    /// Says how the customer can be reached.
    case reachable
    /// Says of a length of time that it is not the issue's: "on hold for an hour".
    case otherSpan
    /// Says that the customer must do something: "i have to".
    case must
    /// Says of a time that it is told by the clock of whom is spoken to: "your time".
    case otherClock
}

extension PhraseMark {
    /// Whether a question begins with it that asks for more than a word.
    var beginsQuestion: Bool { self == .question || self == .asks }

    /// Whether it is a word that affirms or denies by itself.
    var isYesOrNo: Bool { self == .yes || self == .no }

    /// Whether what follows is only said, or was so at another time.
    var isOfOtherTimes: Bool { self == .reports || self == .saidEarlier || self == .formerly }

    /// Whether it does so by the question's own verb.
    var isEcho: Bool { self == .echoesYes || self == .echoesNo }
}
