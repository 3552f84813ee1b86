extension PhraseList {
    /// Bounds of numbers, and frequencies without a number.
    static let englishAmounts: [PhraseList] = [
        PhraseList(
            .moreThan,
            ["more than", "over", "above", "upwards of", "longer than", "older than"]
        ),
        PhraseList(
            .lessThan,
            ["less than", "fewer than", "under", "below", "not even", "shorter than", "newer than"]
        ),
        PhraseList(
            .atLeast,
            ["at least", "no less than", "a minimum of", "no earlier than", "not earlier than"]
        ),
        PhraseList(
            .atMost,
            [
                "at most", "no more than", "up to", "a maximum of", "not more than",
                "no later than", "not later than",
                "max", "tops",
            ]
        ),
        PhraseList(
            .inclusive,
            [
                "too$", "also", "as well", "either way", "both", "both of them", "every",
                "everything", "everywhere", "anywhere", "several", "all day", "all day long",
                "even when", "even if", "even with", "even on", "even in", "not only",
                "no matter", "all of them",
            ]
        ),
        PhraseList(
            .always,
            [
                "all the time", "constantly", "continuously", "always", "nonstop", "non stop",
                "every time", "the whole time", "permanently", "around the clock",
            ]
        ),
        PhraseList(
            .often,
            [
                "often", "frequently", "a lot", "very often", "many times", "regularly",
                "most of the time", "quite often", "pretty often",
            ]
        ),
        PhraseList(
            .sometimes,
            [
                "sometimes", "occasionally", "now and then", "every now and then",
                "now and again", "every now and again", "once in a while",
                "every once in a while", "from time to time", "on and off", "off and on",
                "at times", "intermittently", "every so often",
            ]
        ),
        PhraseList(
            .rarely,
            [
                "rarely", "seldom", "hardly ever", "not often", "not very often",
                "once in a blue moon", "almost never",
            ]
        ),
        PhraseList(
            .unavailable,
            [
                "=i work", "=im working", "have to work", "im at work", "be at work",
                "still at work", "is at work", "usually at work", "busy", "unavailable",
                "tied up", "not available", "not free", "not home", "not at home", "not around",
                "in a meeting", "in meetings", "have a meeting", "ive a meeting", "got a meeting",
                "have meetings", "ive meetings", "have an appointment", "ive an appointment",
                "got an appointment", "in class", "ive class", "have class", "at school",
                "=driving", "asleep",
            ]
        ),
        PhraseList(
            .anyTime,
            [
                "as soon as possible", "as soon as you can", "right away", "straight away",
                "whenever you", "whenever suits", "whenever works", "whenever is",
                "whenever its convenient", "whenever$", "24/7", "twenty four seven",
            ]
        ),
        PhraseList(
            .freeFrom,
            [
                "get off", "get off work", "off work", "finish work", "done with work", "clock out",
                "home from", "get home", "ill be home", "im home", "back home", "shift ends",
            ]
        ),
        PhraseList(.firstThing, ["first thing", "first thing in the"]),
        PhraseList(
            .otherSpan,
            [
                "on hold", "=waited", "=waiting", "warranty", "guarantee", "customer", "=owned",
                "had it", "had this", "=lived",
            ]
        ),
    ]
}
