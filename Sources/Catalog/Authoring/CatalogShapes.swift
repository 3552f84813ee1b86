/// The shapes of `catalog.yaml`, `vocabulary/*.yaml`, the front matter of `articles/*.md` and
/// `conversations/*.yaml`.
enum CatalogShapes {
    private static let label = Form.text(CatalogLimits.labelCharacters)
    private static let say = Form.text(CatalogLimits.sayCharacters)
    private static let conclusion = Form.text(CatalogLimits.conclusionCharacters)
    private static let value = Form.text(CatalogLimits.valueCharacters)
    private static let phrase = Form.text(CatalogLimits.phraseCharacters)

    static let days = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mon-fri", "mon-sat", "sat-sun", "mon-sun",
    ]

    static let phrasebook = Shape(
        "a language",
        "What is said in one language beyond the trees",
        [
            Field("opening", say, "The first prompt", isRequired: true),
            Field("opening-again", say, "Asks for the issue again", isRequired: true),
            Field(
                "which",
                say,
                "Asks which of two trees is meant: {first}, {second}",
                isRequired: true
            ),
            Field("confirm", say, "Confirms an unsure answer: {answer}", isRequired: true),
            Field("wait", say, "Acknowledges “hang on”", isRequired: true),
            Field("looking-up", say, "Said while a lookup is awaited", isRequired: true),
            Field(
                "off-topic",
                say,
                "Said to off-topic words, before the question",
                isRequired: true
            ),
            Field(
                "no-answer",
                say,
                "Said when no article answers a question back",
                isRequired: true
            ),
            Field("silence", say, "Said after silence, before the question", isRequired: true),
            Field("availability", say, "Asks when the customer can be reached", isRequired: true),
            Field("escalated", say, "Ends a call that goes to Tier 2", isRequired: true),
            Field("wants-person", say, "Ends a call that goes to a person", isRequired: true),
            Field("resolved", say, "Asks, after a fix, for anything else", isRequired: true),
            Field("goodbye", say, "Ends a resolved call", isRequired: true),
            Field(
                "intake",
                .object(intake),
                "What is asked in this language when no tree fits; default: the catalog's intake"
            ),
        ]
    )

    static let hours = Shape(
        "an entry of hours",
        "When people take calls",
        [
            Field("days", .word(days), "A day or a range of days", isRequired: true),
            Field("from", .text(5), "Begin, as \"09:00\"", isRequired: true),
            Field("to", .text(5), "End, as \"17:00\"; \"24:00\" is midnight", isRequired: true),
        ]
    )

    static let thresholds = Shape(
        "thresholds",
        "Confidences from which understanding is trusted",
        [
            Field("routing", .number(0...1), "Taking a tree; default: 0.5"),
            Field("answer", .number(0...1), "Taking an answer without confirmation; default: 0.6"),
            Field("volunteer", .number(0...1), "Taking a volunteered fact; default: 0.7"),
        ]
    )

    /// More confirmations than anyone would bear.
    static let confirmations = 0...100

    static let intake = Shape(
        "the intake",
        "What is asked when no tree fits",
        [
            Field(
                "issue",
                conclusion,
                "Template of the handoff's issue line; default: what the first node was told"
            ),
            Field(
                "unrelated",
                .list(.text(CatalogLimits.phraseCharacters), CatalogLimits.symptoms),
                "What customers say that no tree helps with"
            ),
            Field("requires", TreeShapes.requires, "Facts that Tier 2 needs"),
            Field("facts", TreeShapes.facts, "As in a tree"),
            Field("nodes", TreeShapes.nodes, "As in a tree, without leaves", isRequired: true),
            Field(
                "diagnosis",
                conclusion,
                "What the handoff says; default: that no pattern matches"
            ),
            Field("recommendation", conclusion, "What Tier 2 should do"),
            Field("queue", .name, "The Tier 2 queue; default: the person queue"),
            Field("priority", .integer(1...5), "From 1 (at once) to 5; default: 3"),
        ]
    )

    static let catalog = Shape(
        "catalog.yaml",
        "The settings of a Baton catalog: catalog.yaml",
        [
            Field(
                "languages",
                .map(.name, .object(phrasebook), CatalogLimits.languages),
                "Languages in order of preference, by BCP 47 tag",
                isRequired: true
            ),
            Field("time-zone", .name, "IANA zone of the hours and of callers", isRequired: true),
            Field(
                "takes-calls",
                .word(["always", "after-hours", "overflow"]),
                "When Baton takes calls; default: always"
            ),
            Field("hours", .list(.object(hours), 32), "When people take calls"),
            Field("person-queue", .name, "The queue of calls for a person", isRequired: true),
            Field(
                "thresholds",
                .object(thresholds),
                "Confidences from which understanding is trusted"
            ),
            Field(
                "confirmations",
                .integer(confirmations),
                "The most times a call asks whether it understood; default: no limit"
            ),
            Field("intake", .object(intake), "What is asked when no tree fits", isRequired: true),
        ]
    )

    static let entity = Shape(
        "an entity",
        "Something that has a name",
        [
            Field("name", label, "How it reads in a handoff", isRequired: true),
            Field("aliases", .list(phrase, CatalogLimits.aliases), "Other ways to say it"),
        ]
    )

    static let vocabulary = Shape(
        "a vocabulary",
        "Entities of one class: vocabulary/NAME.yaml",
        [
            Field("class", .id, "The class, such as router", isRequired: true),
            Field(
                "entities",
                .map(.id, .either([label, .object(entity)]), CatalogLimits.entities),
                "The entities by id",
                isRequired: true
            ),
        ]
    )

    static let article = Shape(
        "an article",
        "The front matter of a knowledge-base article: articles/ID.md",
        [
            Field("title", .text(CatalogLimits.phraseCharacters), "Title", isRequired: true),
            Field("language", .name, "BCP 47 tag; default: the catalog's first language"),
            Field("products", .list(label, CatalogLimits.references), "Products that it is about"),
            Field("symptoms", .list(phrase, CatalogLimits.symptoms), "Symptoms that it explains"),
            Field("tags", .list(label, CatalogLimits.references), "Free tags"),
            Field(
                "spoken",
                say,
                "What is said when it answers a question; default: the first paragraph"
            ),
        ]
    )

    static let start = Shape(
        "the start of a conversation",
        "How the call begins",
        [
            Field("at", .text(40), "Time, as 2026-11-19T16:40:00-05:00", isRequired: true),
            Field("zone", .name, "IANA zone of the caller; default: the catalog's"),
            Field("language", .name, "BCP 47 tag; default: the catalog's first language"),
            Field("caller", value, "Caller's number"),
            Field("customer", value, "Customer number"),
        ]
    )

    static let expectedValue = Shape(
        "an expected value",
        "A value and its detail",
        [
            Field("value", value, "Key or text of the value", isRequired: true),
            Field("detail", value, "The detail"),
        ]
    )
    private static let expected = Form.map(
        .fact,
        .either([value, .object(expectedValue)]),
        CatalogLimits.expectations
    )

    static let expect = Shape(
        "expect",
        "What a turn must bring about",
        [
            Field("asks", .fact, "The fact that must be asked next"),
            Field("tree", .id, "The tree that the call must be on"),
            Field("facts", expected, "Facts that must hold after the turn"),
            Field("replies", value, "A part that the reply must contain"),
        ]
    )

    private static let turnFields = [
        Field("after", .integer(0...86_400), "Seconds that pass before this turn; default: 0"),
        Field("arrives", expected, "Facts that arrive from systems before this turn"),
        Field("expect", .object(expect), "What the turn must bring about"),
    ]

    static let says = Shape(
        "a turn",
        "Something the customer says",
        [Field("says", .text(2_000), "What the customer says", isRequired: true)] + turnFields
    )

    static let does = Shape(
        "a turn",
        "Something the customer does, or that happens",
        [
            Field(
                "does",
                .word(["silence", "hang-up", "wait", "facts"]),
                "What happens",
                isRequired: true
            )
        ] + turnFields
    )

    static let end = Shape(
        "the end of a conversation",
        "How the call must come out",
        [
            Field(
                "outcome",
                .word(["resolved", "escalated", "wants-person", "abandoned"]),
                "The outcome; default: the call goes on"
            ),
            Field(
                "at",
                .text(2 * CatalogLimits.idBytes + 1),
                "The node that it ends at, as tree/node"
            ),
            Field(
                "conclusion",
                .map(
                    .word(["issue", "product", "diagnosis", "recommendation", "queue"]),
                    conclusion,
                    5
                ),
                "Lines of the conclusion that must come out"
            ),
            Field(
                "not-obtained",
                .map(
                    .fact,
                    .word([
                        "not-asked", "did-not-know", "declined", "timed-out", "not-understood",
                        "not-held", "call-ended",
                    ]),
                    CatalogLimits.expectations
                ),
                "Facts that must be missing, and why"
            ),
            Field("superseded", expected, "Earlier values that must be listed as superseded"),
        ]
    )

    static let conversation = Shape(
        "a conversation",
        "A call that must come out as written: conversations/ID.yaml",
        [
            Field("start", .object(start), "How the call begins", isRequired: true),
            Field(
                "systems",
                .map(.fact, value, CatalogLimits.expectations),
                "What lookups answer; what is not here times out"
            ),
            Field(
                "told",
                .map(.fact, value, CatalogLimits.expectations),
                "What the front end knows"
            ),
            Field(
                "turns",
                .list(.variants([says, does]), CatalogLimits.turns),
                "The turns",
                isRequired: true
            ),
            Field("end", .object(end), "How the call must come out"),
        ]
    )
}
