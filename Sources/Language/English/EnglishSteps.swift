extension PhraseList {
    /// What customers say while they do what they were told.
    static let englishSteps: [PhraseList] = [
        PhraseList(
            .intends,
            [
                "i gotta", "ive gotta", "i got to", "ive got to", "i have to", "i need to",
                "i must",
                "ill have to", "ill need to", "we have to", "we gotta", "im gonna", "im going to",
                "i will", "ill", "let me", "gimme a second", "gimme a sec", "gimme a minute",
                "gimme a moment", "give me two", "give me three", "give me five", "give me ten",
                "give me fifteen", "give me twenty", "give me a few", "give me a couple",
            ] + doings.flatMap { ["=im \($0)", "^=\($0)"] }
        ),
        PhraseList(
            .stepDone,
            [
                "done", "all done", "did that", "go on", "and now",
            ]
        ),
        PhraseList(
            .alreadyDone,
            [
                "already did", "already done", "already tried", "already have", "did that already",
                "done that already", "tried that already", "tried it already", "tried that before",
                "did that before", "done that before", "did all that", "tried all that",
                "did that twice", "did that three times", "did it three times",
            ]
        ),
        PhraseList(
            .partly,
            [
                "half of", "some of", "some pages", "some sites", "some websites", "some do",
                "some work", "some load", "most of", "a few of", "partly", "partially", "kind of",
                "sort of", "not all",
            ]
        ),
        // "let me put the phone down" is no fault.
        PhraseList(
            .idiom,
            [
                "phone down", "you down", "go down", "get down", "head down", "run down",
                "climb down", "crawl down", "come down", "write that down", "write it down",
                "i have to say", "i must say", "i gotta say", "i have to admit", "i must admit",
                "let me in", "let me tell you",
            ]
        ),
    ]

    /// What steps consist of, as it is said while it is done: "im pulling the plug", "unplugging it now".
    private static let doings = """
        unplugging plugging pulling pushing switching flipping turning restarting rebooting resetting going
        heading walking running climbing crawling putting opening typing clicking starting launching logging
        moving waiting checking looking reaching grabbing
        """.split(whereSeparator: \.isWhitespace)
}
