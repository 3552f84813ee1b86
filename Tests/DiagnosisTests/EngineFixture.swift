import Messages

/// The trees, words and settings of the engine's tests.
enum Fixture {
    static let phrases = Phrasebook(
        language: "en-US",
        opening: "OPENING",
        openingAgain: "OPENING-AGAIN",
        which: "WHICH {first} OR {second}",
        confirm: "CHECK {answer}?",
        wait: "WAIT",
        lookingUp: "LOOKING-UP",
        offTopic: "OFF-TOPIC",
        noAnswer: "NO-ANSWER",
        silence: "SILENCE",
        availability: "AVAILABILITY",
        escalated: "ESCALATED",
        wantsPerson: "PERSON",
        resolved: "RESOLVED",
        goodbye: "GOODBYE"
    )

    static let settings = Settings(
        phrasebooks: [phrases],
        timeZone: "America/New_York",
        takesCalls: .always,
        hours: (1...5).map { OpenHours(weekday: $0, fromMinute: 9 * 60, toMinute: 17 * 60) },
        personQueue: "front-desk",
        routingThreshold: 0.5,
        answerThreshold: 0.6,
        volunteerThreshold: 0.8,
        intakeTree: "intake"
    )

    static let articles = [
        Article(id: "ports", title: "Ports", language: "en-US", spoken: "A PORT IS A DOOR."),
        Article(id: "silent", title: "Not to be spoken", language: "en-US"),
    ]

    static let entities = [
        Entity(id: "ax73", className: "router", name: "TP-Link AX73", aliases: ["archer"]),
        Entity(id: "r7000", className: "router", name: "Netgear R7000"),
        Entity(id: "r6400", className: "router", name: "Netgear R6400"),
        Entity(id: "comcast", className: "provider", name: "Comcast", aliases: ["xfinity"]),
    ]

    static func options(_ ids: String...) -> [Choice] {
        ids.map { Choice(id: $0, label: $0.uppercased()) }
    }

    static func leaf(_ id: String, queue: String = "network", resolved: Bool = false) -> Node {
        Node(
            id: id,
            kind: .diagnose,
            say: resolved ? "LAST-WORDS" : "",
            diagnosis: "diagnosis \(id)[ of {environment.router}]",
            recommendation: "recommendation \(id)",
            minutes: 5,
            queue: queue,
            priority: 3,
            confidence: 0.9,
            articles: ["ports"],
            resolved: resolved
        )
    }

    /// A tree with every kind of node.
    ///
    ///     trigger ─swapped→ router ─→ internet ─fail→ (modem)
    ///        └──────────────────────────┴─pass→ message ─connected→ done
    ///                                              └→ version? → panel ─fixed→ done
    ///                                                               └→ probe? ─blocked→ blocked, or probably
    static let vpn = Tree(
        id: "vpn",
        title: "the VPN",
        language: "en-US",
        issue: "VPN fails[ after {context.trigger}]",
        requires: ["environment.provider", "product.version", "test.internet"],
        facts: [
            FactDefinition(
                key: "test.internet",
                label: "Internet",
                kind: .check,
                values: [Choice(id: "pass", label: "Working"), Choice(id: "fail", label: "Failed")]
            ),
            FactDefinition(key: "environment.router", label: "new router", kind: .entity),
            FactDefinition(
                key: "symptom.message",
                label: "client",
                kind: .choice,
                line: "client shows \"{value}\"[ {detail}]"
            ),
            FactDefinition(key: "test.home", label: "VPN at home", kind: .check),
            FactDefinition(key: "environment.provider", label: "ISP", kind: .entity),
        ],
        nodes: [
            Node(
                id: "trigger",
                kind: .ask,
                fact: "context.trigger",
                valueKind: .choice,
                say: "TRIGGER",
                again: "TRIGGER-AGAIN",
                options: [
                    Choice(id: "swapped", label: "a router swap", confirm: "it was swapped"),
                    Choice(id: "nothing", label: "no change"),
                ],
                branches: [Branch(value: "swapped", next: 1)],
                otherwise: 2,
                unknown: 2,
                volunteered: true
            ),
            Node(
                id: "router",
                kind: .ask,
                fact: "environment.router",
                valueKind: .entity,
                say: "ROUTER",
                otherwise: 2,
                unknown: 2,
                entityClass: "router",
                volunteered: true
            ),
            Node(
                id: "internet",
                kind: .check,
                fact: "test.internet",
                valueKind: .check,
                say: "INTERNET",
                options: options("pass", "fail", "not-possible"),
                branches: [Branch(value: "fail", next: 11)],
                otherwise: 3,
                unknown: 3
            ),
            Node(
                id: "message",
                kind: .ask,
                fact: "symptom.message",
                valueKind: .choice,
                say: "MESSAGE",
                options: [
                    Choice(
                        id: "timed-out",
                        label: "Connection timed out",
                        sets: [
                            Setting(
                                fact: "test.home",
                                value: FactValue(kind: .check, key: "fail", text: "Failed")
                            )
                        ]
                    ),
                    Choice(id: "connected", label: "Connected"),
                ],
                branches: [Branch(value: "connected", next: 9)],
                otherwise: 4,
                unknown: 4,
                volunteered: true
            ),
            Node(
                id: "version",
                kind: .lookup,
                fact: "product.version",
                valueKind: .version,
                otherwise: 5,
                unknown: 5,
                lookupSource: "assets",
                lookupKey: "vpn.version",
                lookupLimitMs: 5_000
            ),
            Node(
                id: "panel",
                kind: .guide,
                fact: "fix.panel",
                valueKind: .fix,
                say: "PANEL OF {environment.router}",
                options: options("fixed", "not-fixed", "unable"),
                branches: [Branch(value: "fixed", next: 9)],
                otherwise: 6,
                unknown: 6
            ),
            Node(
                id: "probe",
                kind: .lookup,
                fact: "test.udp",
                valueKind: .choice,
                options: options("open", "blocked"),
                branches: [Branch(value: "blocked", next: 7)],
                otherwise: 8,
                unknown: 8,
                lookupSource: "probe",
                lookupKey: "udp-1194",
                lookupLimitMs: 20_000,
                lookupWith: ["environment.router"]
            ),
            leaf("blocked"),
            leaf("probably"),
            leaf("done", resolved: true),
            Node(
                id: "provider",
                kind: .ask,
                fact: "environment.provider",
                valueKind: .entity,
                say: "PROVIDER",
                otherwise: 7,
                unknown: 7,
                entityClass: "provider",
                volunteered: true,
                onlyWhenRequired: true
            ),
            Node(id: "to-modem", kind: .goto, gotoTree: "modem"),
        ]
    )

    static let modem = Tree(
        id: "modem",
        title: "the modem",
        language: "en-US",
        issue: "modem",
        requires: ["environment.provider"],
        nodes: [
            Node(
                id: "light",
                kind: .ask,
                fact: "environment.light",
                valueKind: .yesNo,
                say: "LIGHT",
                branches: [Branch(value: "yes", next: 1)],
                otherwise: 2,
                unknown: 2
            ),
            leaf("line", queue: "lines"),
            leaf("power", queue: "power"),
        ]
    )

    static let intake = Tree(
        id: "intake",
        title: "anything",
        language: "en-US",
        requires: ["symptom.description"],
        nodes: [
            Node(
                id: "description",
                kind: .ask,
                fact: "symptom.description",
                valueKind: .text,
                say: "DESCRIPTION",
                otherwise: 1,
                unknown: 1
            ),
            Node(
                id: "count",
                kind: .ask,
                fact: "symptom.count",
                valueKind: .number,
                say: "COUNT",
                branches: [
                    Branch(comparison: .below, bound: 3, next: 2),
                    Branch(comparison: .atLeast, bound: 3, next: 3),
                ],
                otherwise: 2,
                unknown: 2,
                unit: "times"
            ),
            leaf("few", queue: "general"),
            leaf("many", queue: "general"),
        ]
    )

    static let knowledge = FixtureKnowledge([vpn, modem, intake])

    /// Thursday, 2026-11-19 16:40 in New York.
    static let startedAt: Int64 = 1_795_124_400_000
}
