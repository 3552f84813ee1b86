import Messages

@testable import Language

/// A small vocabulary and the nodes of a tree, as a catalog would compile them.
enum Fixture {
    static let english = SpokenLanguage.of("en-US")

    /// 2026-11-19 16:40 in New York, a Thursday.
    static let clock = CallClock(
        startedAtMilliseconds: 1_795_124_400_000,
        zone: "America/New_York"
    )

    static let lexicon = TableLexicon([
        ("router", "tp-link-ax73", "TP-Link AX73", ["Archer AX73", "AX73"]),
        ("router", "netgear-r7000", "Netgear R7000", ["Nighthawk R7000", "R7000"]),
        ("router", "netgear-r6400", "Netgear R6400", ["R6400"]),
        ("provider", "comcast", "Comcast", ["Xfinity"]),
        ("provider", "spectrum", "Spectrum", ["Charter Spectrum"]),
        ("router", "linksys", "Linksys", []),
        ("router", "netgear", "Netgear", []),
        ("router", "tp-link", "TP-Link", []),
        ("router", "ubiquiti", "Ubiquiti", []),
        ("router", "cisco", "Cisco", []),
        ("provider", "verizon", "Verizon", []),
        ("provider", "sky", "Sky", []),
        ("provider", "einsundeins", "1&1", ["eins und eins"]),
        ("provider", "att", "AT&T", ["ATT", "AT and T"]),
        ("operating-system", "windows-11", "Windows 11", ["Win 11"]),
        ("operating-system", "windows-10", "Windows 10", []),
    ])

    static let nodes: [Node] = [
        node("symptom.since", .date),
        node(
            "context.trigger",
            .choice,
            options: [
                option(
                    "router-replaced",
                    "router replacement",
                    ["swapped my router", "new router", "replaced the router", "changed my router"]
                ),
                option(
                    "provider-changed",
                    "change of provider",
                    ["new provider", "changed my provider", "switched providers"]
                ),
                option("update", "software update", ["there was an update", "windows updated"]),
                option("nothing", "no change", ["nothing changed", "nothing at all", "no change"]),
            ]
        ),
        node("environment.router", .entity, entityClass: "router"),
        node(
            "environment.previous-router",
            .entity,
            entityClass: "router",
            cues: ["old one", "old router", "previous", "before"],
            details: [detail("worked", ["it worked fine", "worked", "no problems"])]
        ),
        node(
            "environment.provider",
            .entity,
            entityClass: "provider",
            say: "Who is your internet provider?"
        ),
        node("product.platform", .entity, entityClass: "operating-system"),
        node("product.version", .version, cues: ["client version", "version"]),
        node(
            "test.internet",
            .check,
            options: [
                option("pass", "Working", ["websites load", "loads fine", "browsing works"]),
                option("fail", "Failed", ["nothing loads", "no internet", "websites do not load"]),
            ],
            volunteered: false
        ),
        node(
            "symptom.message",
            .choice,
            options: [
                option(
                    "timed-out",
                    "Connection timed out",
                    ["connection timed out", "timed out", "it just sits there"]
                ),
                option("refused", "Connection refused", ["connection refused", "it was refused"]),
                option("password", "Authentication failed", ["wrong password", "login failed"]),
                option("connected", "Connected", ["it connects now", "it says connected"]),
            ],
            details: [Detail(label: "after {}", captures: .duration)]
        ),
        node(
            "test.vpn-cellular",
            .check,
            options: [
                option("pass", "Working", ["it connects", "it works over the hotspot"]),
                option("fail", "Failed", ["it does not connect", "still times out"]),
                option("not-possible", "not possible", ["i have no hotspot", "no signal"]),
            ],
            volunteered: false
        ),
        node("environment.previous-port-forwarding", .yesNo, volunteered: false),
        node(
            "test.firewall",
            .choice,
            options: [
                option(
                    "default",
                    "default settings, no custom rules",
                    ["i never touched it", "its all default", "default settings", "no rules"]
                ),
                option("custom", "custom rules", ["i have my own rules", "custom rules"]),
            ]
        ),
        node(
            "fix.port-forwarding",
            .fix,
            options: [
                option("fixed", "fixed", ["it works now", "that fixed it"]),
                option("not-fixed", "did not help", ["still the same", "did not help"]),
                option(
                    "unable",
                    "unable",
                    ["cant find any firewall settings", "looks nothing like"]
                ),
            ],
            volunteered: false,
            details: [
                detail(
                    "could not find the firewall settings (unfamiliar interface)",
                    ["cant find any firewall settings", "looks nothing like the old one"]
                )
            ]
        ),
        node("customer.availability", .windows, volunteered: false),
        node("symptom.frequency", .frequency, volunteered: false),
        node("symptom.duration", .duration, volunteered: false),
        node("environment.computers", .number, volunteered: false, unit: "computers"),
        node("symptom.description", .text, volunteered: false),
        node(
            "test.light",
            .yesNo,
            options: [option("yes", "on", ["it is on"]), option("no", "off", ["it is off"])],
            volunteered: false,
            say: "Is the power light on the router on?"
        ),
        node("symptom.outages", .number, cues: ["outages"], volunteered: false, unit: "outages"),
        node(
            "customer.email",
            .text,
            cues: ["email"],
            say: "What is your email address?",
            form: .email
        ),
        node(
            "product.serial",
            .text,
            cues: ["serial number"],
            say: "What is the serial number on the label?",
            form: .serial
        ),
    ]

    static func node(_ fact: String) -> Node? { nodes.first { $0.fact == fact } }

    /// The context of a question, with some facts known and all others of the tree open.
    static func context(
        asked: String?,
        known: [String] = [],
        confirming: Fact? = nil,
        startedAtMilliseconds: Int64 = clock.startedAtMilliseconds,
        zone: String = "America/New_York"
    ) -> ListeningContext {
        ListeningContext(
            asked: asked.flatMap { node($0) }.map(listened),
            confirming: confirming,
            open: nodes.filter { !known.contains($0.fact) }.map(listened),
            known: nodes.filter { known.contains($0.fact) }.map(listened),
            lexicon: lexicon,
            clock: CallClock(startedAtMilliseconds: startedAtMilliseconds, zone: zone)
        )
    }

    static func listened(_ node: Node) -> ListeningNode { ListeningNode(node, language: english) }

    static func listen(_ text: String, _ context: ListeningContext) throws -> Understanding {
        try Listener(language: .of("en-US")).listen(to: [Alternative(text: text)], in: context)
    }

    /// What is heard in an answer to the one question of a tree.
    static func listen(
        _ text: String,
        asked: Node,
        confirming: Fact? = nil,
        known: [Node] = [],
        clock: CallClock = clock,
        language: SpokenLanguage = english
    ) throws -> Understanding {
        let node = ListeningNode(asked, language: language)
        let context = ListeningContext(
            asked: node,
            confirming: confirming,
            open: [node],
            known: known.map { ListeningNode($0, language: language) },
            lexicon: lexicon,
            clock: clock
        )
        return try Listener(language: language).listen(to: [Alternative(text: text)], in: context)
    }

    static func option(_ id: String, _ label: String, _ phrases: [String]) -> Choice {
        Choice(
            id: id,
            label: label,
            phrases: phrases,
            patterns: phrases.map(english.pattern(of:))
        )
    }

    static func detail(_ label: String, _ phrases: [String]) -> Detail {
        Detail(label: label, phrases: phrases, patterns: phrases.map(english.pattern(of:)))
    }

    static func node(
        _ fact: String,
        _ kind: ValueKind,
        options: [Choice] = [],
        entityClass: String = "",
        cues: [String] = [],
        volunteered: Bool = true,
        unit: String = "",
        details: [Detail] = [],
        say: String = "",
        form: TextForm = .unspecified
    ) -> Node {
        Node(
            id: fact,
            kind: .ask,
            fact: fact,
            valueKind: kind,
            say: say,
            options: options,
            details: details,
            entityClass: entityClass,
            unit: unit,
            cues: cues,
            cuePatterns: cues.map(english.pattern(of:)),
            volunteered: volunteered,
            textForm: form
        )
    }
}

extension Understanding {
    /// Whether the answer may be taken for sure.
    var isSure: Bool { (answer?.provenance?.confidence ?? 0) >= 0.6 }

    /// The answer's key; empty when nothing may be taken for sure.
    var sureKey: String { isSure ? answer?.value?.key ?? "" : "" }
}

/// A vocabulary in memory.
struct TableLexicon: Lexicon {
    private var aliases: [String: [EntityReference]] = [:]
    private var table: [String: Entity] = [:]
    private var sounds: [String: [String]] = [:]

    init(_ rows: [(className: String, id: String, name: String, aliases: [String])]) {
        for row in rows {
            table[row.id] = Entity(
                id: row.id,
                className: row.className,
                name: row.name,
                aliases: row.aliases
            )
            for alias in [row.name] + row.aliases {
                let key = SpokenLanguage.of("en-US").aliasKey(of: alias)
                for sound in SpokenLanguage.of("en-US").soundKeys(of: key) {
                    sounds[sound, default: []].append(key)
                }
                aliases[key, default: []].append(
                    EntityReference(id: row.id, className: row.className)
                )
            }
        }
    }

    func mayHaveAlias(beginningWith word: ArraySlice<UInt8>) -> Bool {
        aliases.keys.contains { $0.utf8.starts(with: word) }
    }

    func aliases(beginningWith word: [UInt8]) -> [String] {
        aliases.keys.filter { $0.utf8.starts(with: word) }.sorted()
    }

    func entities(alias: String) throws -> [EntityReference] { aliases[alias] ?? [] }
    func aliases(sounding key: String) throws -> [String] { sounds[key] ?? [] }
    func entity(_ id: String) throws -> Entity? { table[id] }
}
