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
                "too$", "either$", "also", "as well", "either way", "both", "both of them", "every",
                "everything", "everywhere", "anywhere", "several", "all day", "all day long",
                "even when", "even if", "even with", "even on", "even in", "not only",
                "no matter", "all of them",
            ]
        ),
        PhraseList(
            .replaces,
            ["swapped", "swapped out", "replaced", "replacing", "exchanged", "traded", "traded in"]
        ),
        PhraseList(
            .excepts,
            [
                "except", "except for", "apart from", "other than", "besides", "but nothing else",
                "anything but",
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
            .otherSpan,
            [
                "on hold", "=waited", "=waiting", "wait until", "wait till", "wait til", "warranty",
                "guarantee", "customer", "=owned",
                "had it", "had this", "=lived",
            ]
        ),
    ]
}
