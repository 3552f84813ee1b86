/// A unit of time.
enum TimeUnit: UInt8, Sendable {
    case second
    case minute
    case hour
    case day
    case week
    case month
    case year

    /// Its mean length.
    var seconds: Double {
        switch self {
        case .second: 1
        case .minute: 60
        case .hour: 3_600
        case .day: 86_400
        case .week: 604_800
        case .month: 2_629_746
        case .year: 31_556_952
        }
    }
}

/// A part of the day.
enum DayPart: UInt8, Sendable {
    case morning
    case afternoon
    case evening
    case night

    /// Minutes after midnight at which it begins and ends.
    var minutes: Range<Int> {
        switch self {
        case .morning: 480..<720
        case .afternoon: 720..<1_020
        case .evening: 1_020..<1_260
        case .night: 1_200..<1_380
        }
    }

    /// How many minutes it lasts when all of it is meant: a night until the morning.
    var length: Int { self == .night ? 480 : minutes.count }
}

/// The beginning, the middle or the end of a month or the like.
enum Stage: Sendable {
    case early
    case middle
    case late
}

/// What a word means in an expression of time.
enum TimeWord: Sendable, Equatable {
    case unit(TimeUnit)
    /// A length of its own: "fortnight".
    case span(Double, TimeUnit)
    case weekday(Int)
    case month(Int)
    case holiday(Holiday)
    /// The same, before the word for day: "veterans".
    case holidayOf(Holiday)
    /// A season by its first month.
    case season(from: Int)
    /// Some days ago.
    case lately
    /// The day before a holiday, after its name.
    case eve
    /// A part of a month or the like, before it: "early october".
    case stage(Stage)
    /// The same, with the word for of: "the end of october".
    case stageOf(Stage)
    case part(DayPart)
    /// Such a part of each day, unless a day is named: "mornings".
    case parts(DayPart)
    case zone(String)
    /// A side of a country, before the word for coast: "west".
    case side(String)
    case coast
    /// A place that names a zone with the word for time after it: "london time".
    case place(String)
    case amount(Double)
    case now
    case today
    case tomorrow
    case yesterday
    case dayAfterTomorrow
    case dayBeforeYesterday
    /// This day's night.
    case tonight
    case weekdays
    case weekend
    case noon
    case midnight
    case am
    case pm
    case oclock
    case between
    case from
    case to
    case until
    case after
    case before
    case at
    /// Stands before a time or a length that is not exact.
    case about
    case on
    case inside
    case past
    case quarter
    case threeQuarters
    case half
    case or
    case and
    case except
    /// Excepts what follows, with the word for of: "instead of friday".
    case instead
    /// Compares a time with one that is no better: "better than friday".
    case than
    case every
    /// Once in each such unit: "daily".
    case everyUnit(TimeUnit)
    /// Once in each such part of a day: "nightly".
    case everyPart(DayPart)
    /// The night through.
    case overnight
    /// What most people do at some hours, from and to minutes after midnight: "lunch".
    case period(from: Int, to: Int)
    case all
    case other
    case anytime
    /// The same, and where hours are said with it those of every day.
    case always
    /// Stands for any time where something is excepted from it: "anything but friday".
    case anything
    /// "most days".
    case most
    /// Makes of a week its weekdays: "during the week".
    case within
    /// Such a part of each weekday: "weeknights".
    case weekdayPart(DayPart)
    case this
    case next
    /// The next one, and never one later than that: "coming".
    case coming
    /// The one after the next one, in one word: "übernächste".
    case afterNext
    case last
    /// The one before the last one, in one word: "vorletzte".
    case beforeLast
    case ago
    case since
    /// What was just spoken of: "after that".
    case that
    /// "afterwards".
    case thereafter
    /// After "or", what makes of a time one from it on: "four or later".
    case later
    case during
    case once
    case twice
    case times
    /// Makes a zone of a place before it, and any time of "every" before it, but counts nothing: "zeit".
    case time
    case per
    case of
    case the
}

/// How a language speaks and writes of time: data only.
struct TimeWords: Sendable {
    /// How a wall clock's time is written.
    enum ClockStyle: Sendable {
        /// "9:30 AM".
        case twelveHours(am: String, pm: String)
        /// "09:30".
        case twentyFourHours
    }

    /// How days are said and written in digits.
    struct NumericDates: Sendable {
        /// The sign between day and month.
        let separator: UInt8
        /// Whether the month stands first, as people of other countries don't write it: "10/22".
        let monthFirst: Bool
        /// Whether a month is said by its number: "am dritten elften".
        let namesMonths: Bool
    }

    /// How a calendar day is written: "{weekday}", "{day}" and "{month}" stand for the parts.
    struct Writing: Sendable {
        let clock: ClockStyle
        /// Monday first.
        let weekdays: [String]
        /// January first.
        let months: [String]
        let dayText: String
        /// A day of any year; "{year}" stands for that.
        let date: String
        let now: String
        let anyTime: String
        let today: String
        let tomorrow: String
        let everyWeekday: String
        let everyDay: String
        let weekend: String
        let allDay: String
        /// "{}" stands for what is meant; "{from}" and "{to}" for the ends.
        let range: String
        let after: String
        let before: String
        let notBefore: String
        let around: String
        /// The same for a day, as YYYY-MM-DD or what the language makes of it.
        let aroundDay: String
        let except: String
        let and: String
        /// By DayPart, morning first.
        let parts: [String]
        /// By DayPart: all of it, as a length of time.
        let wholeParts: [String]
        /// By TimeUnit, seconds first: one, several, in each ("an hour"), and once in each ("every hour").
        let units: [(one: String, several: String, each: String, every: String)]
        /// "{}" stands for the number of times, "{unit}" for each unit.
        let timesPerUnit: String
        let oncePerUnit: String
        /// "{}" stands for a length of time.
        let everySpan: String
        /// "{}" stands for a day of the week.
        let everyNamedDay: String
        let everyWeekend: String
        /// By DayPart: each.
        let everyPart: [String]
        /// Between two numbers.
        let numberRange: String
        /// How bounds of numbers and lengths read; "{}" stands for the value.
        let bounds: [PhraseMark: String]
        /// That some times were not said to be before or after noon; "{}" stands for them.
        let assumed: String
        /// That the month was taken to stand before the day in "10/11".
        let monthFirstAssumed: String
        /// That "{time}" is skipped, or comes twice, on "{day}", and what is meant.
        let skipped: String
        let repeated: String
        /// Zones by IANA name.
        let zones: [String: String]
    }

    /// Words and what they mean.
    let words: [(words: String, meaning: TimeWord)]
    /// The name of a unit that also is a place in an order, in the singular: "second".
    var unitAsPlace: (word: String, place: Int)?
    /// What some of them mean after a day of the week: "montag morgen" is Monday's morning.
    let afterWeekday: [(words: String, meaning: TimeWord)]
    /// Words after which stands what follows from what was said: "so".
    let concluding: String
    /// Words behind a day of which the same holds as of the one before it, apart by spaces: "monday too".
    let likewise: String
    /// Words before "since" that say that it was not so before, apart by spaces: "only since monday".
    let notBefore: String
    /// Words that say of a day only that it was sooner, apart by spaces: "it was already out last night".
    let sooner: String
    /// Words before the same time as another clock tells it, apart by spaces: "three eastern thats noon here".
    let retelling: String
    /// Words that stand for the days named last, where those are said not to suit: "not then".
    let standIns: String
    /// Words for numbers that are no time, apart by spaces: "my extension is four twenty".
    let otherNumbers: String
    /// Words that tell of being reached, and of nothing else that is done at a time: "call", "home", "usually".
    let reaching: String
    /// Whether half an hour's name counts to the hour that is named, not from it.
    let halfIsBefore: Bool
    /// Whether the word for before also stands for ago: "vor drei tagen".
    let beforeMeansAgo: Bool
    let numericDates: NumericDates
    let writing: Writing
}

/// The words of time of a language by their stems.
final class TimeVocabulary: Sendable {
    let writing: TimeWords.Writing
    let halfIsBefore: Bool
    let beforeMeansAgo: Bool
    let numericDates: TimeWords.NumericDates
    let unitAsPlace: (word: WordHash, place: Int)?
    let concluding: [WordHash]
    let likewise: [WordHash]
    let notBefore: [WordHash]
    let sooner: [WordHash]
    let retelling: [WordHash]
    let standIns: [WordHash]
    let otherNumbers: [WordHash]
    let reaching: Set<WordHash>
    private let meanings: WordTable<TimeWord>
    private let afterWeekday: WordTable<TimeWord>

    init(_ data: TimeWords, stemmer: Stemmer, infos: [WordHash: WordInfo]) {
        writing = data.writing
        halfIsBefore = data.halfIsBefore
        beforeMeansAgo = data.beforeMeansAgo
        numericDates = data.numericDates
        unitAsPlace = data.unitAsPlace.map { (Hashing.of($0.word.utf8), $0.place) }
        func hashes(_ words: String) -> [WordHash] {
            words.split(separator: " ").map { Hashing.of($0.utf8) }
        }
        concluding = hashes(data.concluding)
        likewise = hashes(data.likewise)
        notBefore = hashes(data.notBefore)
        sooner = hashes(data.sooner)
        retelling = hashes(data.retelling)
        standIns = hashes(data.standIns)
        otherNumbers = hashes(data.otherNumbers)
        func stems(_ words: String) -> [WordHash] {
            words.split(whereSeparator: \.isWhitespace).map { word in
                var bytes = Array(word.utf8)
                let classes = infos[Hashing.of(bytes)]?.classes ?? []
                if classes.isDisjoint(with: .unstemmed), bytes.count > 2 {
                    stemmer.stem(&bytes, from: 0)
                }
                return Hashing.of(bytes)
            }
        }
        func byStem(_ lists: [(words: String, meaning: TimeWord)]) -> WordTable<TimeWord> {
            var meanings: [WordHash: TimeWord] = [:]
            for (words, meaning) in lists {
                for stem in stems(words) { meanings[stem] = meaning }
            }
            return WordTable(meanings)
        }
        reaching = Set(stems(data.reaching))
        meanings = byStem(data.words)
        afterWeekday = byStem(data.afterWeekday)
    }

    func meaning(of stem: WordHash) -> TimeWord? { meanings[stem] }

    /// What each of some words means.
    func meanings(of stems: [WordHash]) -> [TimeWord?] {
        var found = stems.map { meanings[$0] }
        guard !afterWeekday.isEmpty else { return found }
        for index in stems.indices.dropFirst() {
            if case .weekday = found[index - 1], let other = afterWeekday[stems[index]] {
                found[index] = other
            }
        }
        return found
    }
}
