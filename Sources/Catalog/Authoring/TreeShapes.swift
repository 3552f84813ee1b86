/// The shapes of `trees/*.yaml`.
enum TreeShapes {
    static let kinds = [
        "choice", "yes-no", "text", "number", "version", "entity", "duration", "frequency", "date",
    ]
    private static let label = Form.text(CatalogLimits.labelCharacters)
    private static let say = Form.text(CatalogLimits.sayCharacters)
    private static let conclusion = Form.text(CatalogLimits.conclusionCharacters)
    private static let phrases = Form.list(
        .text(CatalogLimits.phraseCharacters),
        CatalogLimits.phrases
    )
    private static let openings = Form.list(
        .text(CatalogLimits.openingCharacters),
        CatalogLimits.examples
    )
    private static let value = Form.text(CatalogLimits.valueCharacters)

    static let option = Shape(
        "an option",
        "One answer that a node understands",
        [
            Field("label", label, "How the value reads in a handoff; default: the option's id"),
            Field("phrases", phrases, "What customers say for it"),
            Field(
                "examples",
                .list(.text(CatalogLimits.exampleCharacters), CatalogLimits.examples),
                "Whole sentences by which customers mean it, with which openings are compared"
            ),
            Field(
                "openings",
                openings,
                "What customers said first who told this answer, and none further down"
            ),
            Field("confirm", say, "How the answer is put when it is confirmed; default: the label"),
            Field(
                "sets",
                .map(.fact, value, CatalogLimits.expectations),
                "Facts that follow from the answer, with their values"
            ),
        ]
    )

    static let detail = Shape(
        "a detail",
        "Words said beside an answer that belong into the handoff",
        [
            Field(
                "label",
                label,
                "How it reads in a handoff; {} stands for what was captured",
                isRequired: true
            ),
            Field("phrases", phrases, "What customers say for it"),
            Field(
                "captures",
                .word(["duration", "number", "frequency"]),
                "Takes a value of this kind instead of matching phrases"
            ),
        ]
    )

    static let bound = Shape(
        "a branch with a bound",
        "Where numbers or versions lead",
        [
            Field("next", .id, "The node that the value leads to", isRequired: true),
            Field("below", .quantity(-1e15...1e15), "Takes numbers or durations below this"),
            Field("at-least", .quantity(-1e15...1e15), "Takes numbers or durations from this on"),
            Field("version-below", .name, "Takes versions before this"),
            Field("version-at-least", .name, "Takes versions from this on"),
            Field("is", value, "Takes exactly this value"),
        ],
        advice: "a list of branches compares numbers or versions; lead by value with "
            + "branches: {value: node, other-value: node}"
    )

    static let fact = Shape(
        "a fact",
        "How a fact reads in the handoff",
        [
            Field("label", label, "Its name for people; default: the label of its node"),
            Field("kind", .word(kinds + ["check", "fix"]), "The form of its value; default: text"),
            Field("line", conclusion, "Template of its line: {label} {value} {detail} {mark}"),
            Field(
                "values",
                .map(.id, label, CatalogLimits.options),
                "The values it may have, with how they read"
            ),
        ]
    )

    private static let id = Field("id", .id, "Name of the node; default: the fact's key")
    private static let options = Form.map(
        .id,
        .optional(.either([label, .object(option)])),
        CatalogLimits.options
    )
    private static let asking = [
        Field("label", label, "The fact's name for people; default: the fact's name in words"),
        Field(
            "say",
            say,
            "What is said; without it the node only branches on a fact asked elsewhere"
        ),
        Field("again", say, "A shorter form for asking again; default: what is said"),
        Field("details", .list(.object(detail), CatalogLimits.details), "Details listened for"),
        Field(
            "only-when-required",
            .flag,
            "Asked only because Tier 2 requires the fact, never on the way; default: false"
        ),
    ]
    private static let hearing = [
        Field("cues", phrases, "Words by which customers name this fact among others"),
        Field("volunteered", .flag, "Whether the fact may be taken from any utterance"),
    ]
    private static let leading = [
        Field("line", conclusion, "Template of the fact's line: {label} {value} {detail} {mark}"),
        Field(
            "branches",
            .either([
                .map(.text(CatalogLimits.valueCharacters), .id, CatalogLimits.branches),
                .list(.object(bound), CatalogLimits.branches),
            ]),
            "Where values lead: value to node, or a list of bounds"
        ),
        Field("next", .id, "Where every value without a branch leads; default: the following node"),
        Field("otherwise", .id, "Where a value without a branch leads; default: next"),
        Field("unknown", .id, "Where it goes on when the fact is not obtained; default: next"),
    ]

    static let ask = Shape(
        "an ask node",
        "Asks what the customer knows",
        [
            Field("ask", .fact, "The fact that it determines", isRequired: true), id,
            Field(
                "kind",
                .word(kinds),
                "The form of the answer; default: choice with options, else text"
            ),
            Field("of", .id, "The vocabulary class of an entity answer"),
            Field("unit", .name, "The unit of a number answer"),
            Field(
                "form",
                .word(["email", "serial"]),
                "What a text answer is spelled as: an e-mail address or a serial number"
            ),
            Field("options", options, "The answers of a choice; of yes-no: yes and no"),
        ] + asking + hearing + leading
    )

    static let check = Shape(
        "a check node",
        "Has the customer run a diagnostic test",
        [
            Field("check", .fact, "The fact that it determines", isRequired: true), id,
            Field("results", options, "How pass, fail and not-possible read and sound"),
        ] + asking + hearing + leading
    )

    static let guide = Shape(
        "a guide node",
        "Walks the customer through a fix",
        [
            Field("guide", .fact, "The fact that it determines", isRequired: true), id,
            Field("results", options, "How fixed, not-fixed and unable read and sound"),
        ] + asking + hearing + leading
    )

    static let lookup = Shape(
        "a lookup node",
        "Has a system look a fact up",
        [
            Field("lookup", .fact, "The fact that it determines", isRequired: true), id,
            Field("label", label, "The fact's name for people; default: the fact's name in words"),
            Field(
                "kind",
                .word(kinds + ["check"]),
                "The form of the fact; default: choice with values, else text"
            ),
            Field("of", .id, "The vocabulary class of an entity"),
            Field("unit", .name, "The unit of a number"),
            Field(
                "source",
                .name,
                "The system that is asked; without it the node only branches on a fact of elsewhere"
            ),
            Field("key", .name, "What the system is asked for; default: the fact's key"),
            Field("seconds", .integer(1...300), "How long the system may take; default: 5"),
            Field(
                "with",
                .list(.fact, CatalogLimits.requires),
                "Facts that are sent along"
            ),
            Field("values", options, "The values of a choice, how they read and sound"),
        ] + hearing + leading
    )

    static let diagnose = Shape(
        "a diagnose node",
        "Ends the path with a diagnosis",
        [
            Field("diagnose", .id, "Name of the node", isRequired: true),
            Field("say", say, "Last words to the customer"),
            Field("diagnosis", conclusion, "Template of the diagnosis", isRequired: true),
            Field("recommendation", conclusion, "Template of what Tier 2 should do"),
            Field("minutes", .integer(0...10_000), "Estimated minutes of the recommendation"),
            Field("queue", .name, "The Tier 2 queue"),
            Field("priority", .integer(1...5), "From 1 (at once) to 5; default: 3"),
            Field("confidence", .number(0...1), "How sure the diagnosis is; default: 0.8"),
            Field(
                "articles",
                .list(.id, CatalogLimits.references),
                "Articles behind it, by id; default: those whose titles say what it says"
            ),
            Field("resolved", .flag, "Whether the issue is gone here; default: false"),
        ]
    )

    static let goto = Shape(
        "a goto node",
        "Continues in another tree",
        [
            Field("goto", .id, "The tree", isRequired: true),
            Field("id", .id, "Name of the node; default: the tree's id"),
        ]
    )

    static let nodes = Form.list(
        .variants([ask, check, lookup, guide, diagnose, goto]),
        CatalogLimits.nodes
    )
    static let requires = Form.list(.fact, CatalogLimits.requires)

    static let facts = Form.map(.fact, .optional(.object(fact)), CatalogLimits.facts)

    static let tree = Shape(
        "a tree",
        "A diagnostic tree of Baton: trees/ID.yaml",
        [
            Field("id", .id, "Name of the tree: the file's name without .yaml", isRequired: true),
            Field(
                "title",
                label,
                "The tree's name for people, also said to tell two apart",
                isRequired: true
            ),
            Field("language", .name, "BCP 47 tag; default: the catalog's first language"),
            Field("issue", conclusion, "Template of the handoff's issue line", isRequired: true),
            Field(
                "symptoms",
                .list(.text(CatalogLimits.phraseCharacters), CatalogLimits.symptoms),
                "What customers say first when this tree is meant",
                isRequired: true
            ),
            Field("requires", requires, "Facts that Tier 2 needs before any handoff"),
            Field(
                "facts",
                facts,
                "Facts that no node determines, and the order and lines of facts"
            ),
            Field(
                "skips-ahead",
                .flag,
                "Whether an opening may go to a question further down; default: false"
            ),
            Field("openings", openings, "What customers said first who told none of its answers"),
            Field("nodes", nodes, "The nodes; the first is the root", isRequired: true),
        ]
    )
}
