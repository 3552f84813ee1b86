import Catalog
import Language
import Messages

@testable import Diagnosis

/// A catalog in memory whose understanding is written into the words themselves, so that what the
/// engine does is tested apart from how well words are understood.
///
/// `=pass` answers what is asked and `=pass~0.4` does so unsurely; `environment.router=ax73` says a fact
/// of an open or known node; `#wait` is an act; `@vpn~0.6` routes; yes and no confirm.
final class FixtureKnowledge: Knowledge {
    let settings: Settings
    private let trees: [String: CompiledTree]
    private let articles: [Article]

    init(
        _ trees: [Tree],
        settings: Settings = Fixture.settings,
        articles: [Article] = Fixture.articles
    ) {
        self.settings = settings
        self.articles = articles
        self.trees = Dictionary(uniqueKeysWithValues: trees.map { ($0.id, CompiledTree($0)) })
    }

    func compiledTree(_ id: String) -> CompiledTree? { trees[id] }

    func article(_ id: String) -> Article? { articles.first { $0.id == id } }

    func article(answering question: QuestionBack, language: String) -> Article? {
        articles.first { question.words.contains($0.id) && $0.language == language }
    }

    func articles(behind conclusion: String, language: String) -> [ArticleReference] {
        articles.filter { conclusion.contains($0.id) && $0.language == language }
            .map { ArticleReference(id: $0.id, title: $0.title) }
    }

    func entities(named name: String, language: String) -> [Entity] {
        Fixture.entities.filter { $0.id == name || $0.aliases.contains(name) }
    }

    func entities(beginningWith name: String, className: String, language: String) -> [Entity] {
        Fixture.entities.filter { $0.className == className && $0.name.hasPrefix(name) }
    }

    func route(_ opening: SpokenOpening, language: String) -> [RoutingScore] {
        opening.text.split(separator: " ").filter { $0.hasPrefix("@") }
            .map { word in
                let (tree, score) = Self.confidence(word.dropFirst())
                return RoutingScore(tree: tree, score: score)
            }
            .sorted { $0.score > $1.score }
    }

    func understand(_ alternatives: [Alternative], in setting: Listening) -> Understanding {
        let words = alternatives[0].text
        var heard = Understanding(utterance: words)
        for word in words.split(separator: " ") {
            if word.hasPrefix("#") {
                heard.acts += Act.allCases.filter { "\($0)" == word.dropFirst() }
            } else if word.hasPrefix("=") {
                let (value, confidence) = Self.confidence(word.dropFirst())
                heard.answer = setting.asked.map { fact(value, $0.node, confidence, words) }
            } else if let parts = Self.parts(word) {
                let (value, confidence) = Self.confidence(parts.value)
                if parts.fact == setting.asked?.node.fact {
                    heard.answer = setting.asked.map { fact(value, $0.node, confidence, words) }
                } else if let node = (setting.open + setting.known).first(where: {
                    $0.node.fact == parts.fact
                }) {
                    heard.volunteered.append(fact(value, node.node, confidence, words))
                }
            } else if word == "yes" || word == "no" {
                heard.answer = confirmation(word == "yes", setting)
            }
        }
        return heard
    }

    private func confirmation(_ isRight: Bool, _ setting: Listening) -> Fact? {
        if var fact = setting.confirming {
            fact.provenance?.confidence = 1
            if !isRight { fact.value = nil }
            return fact
        }
        return setting.asked.map { fact(isRight ? "yes" : "no", $0.node, 1, "") }
    }

    private func fact(_ key: String, _ node: Node, _ confidence: Float, _ quote: String) -> Fact {
        let label = node.options.first { $0.id == key }?.label ?? key
        return Fact(
            key: node.fact,
            value: FactValue(kind: node.valueKind, key: key, text: label),
            provenance: Provenance(source: .said, quote: quote, confidence: confidence)
        )
    }

    private static func confidence(_ word: Substring) -> (String, Float) {
        // Two openings are read together with a full stop between.
        let parts = (word.last == "." ? word.dropLast() : word).split(separator: "~")
        return (String(parts[0]), parts.count > 1 ? Float(parts[1]) ?? 1 : 1)
    }

    private static func parts(_ word: Substring) -> (fact: String, value: Substring)? {
        guard let equal = word.firstIndex(of: "=") else { return nil }
        return (String(word[..<equal]), word[word.index(after: equal)...])
    }
}

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

/// A call that is played against a catalog: each record is kept and applied.
struct Play {
    let knowledge: FixtureKnowledge
    private(set) var state: CallState
    private(set) var records: [JournalRecord]
    var now: Int64

    init(
        _ knowledge: FixtureKnowledge = Fixture.knowledge,
        told: [StructuredAnswer] = []
    ) throws {
        self.knowledge = knowledge
        now = Fixture.startedAt
        let decision = try Engine.start(
            StartCallRequest(callID: "call-1", caller: "+1 555 0134", told: told),
            release: 7,
            atMilliseconds: now,
            view: knowledge
        )
        guard case .call(let record) = decision, let state = CallState(first: record, sequence: 1)
        else { throw PlayError.notStarted }
        self.state = state
        records = [record]
    }

    enum PlayError: Error { case notStarted }

    var reply: TurnReply { state.lastReply }

    mutating func take(_ kind: InputKind, after milliseconds: Int64 = 1_000) throws {
        now += milliseconds
        apply(
            try Engine.turn(state, input: Input(kind: kind), atMilliseconds: now, view: knowledge)
        )
    }

    mutating func say(_ words: String) throws {
        try take(.speech(Speech(alternatives: [Alternative(text: words)])))
    }

    mutating func answer(_ answers: StructuredAnswer..., acts: [Act] = [], tree: String = "") throws
    {
        try take(.answers(StructuredAnswers(answers: answers, acts: acts, tree: tree)))
    }

    mutating func measure(_ fact: String, _ value: String, system: String = "probe") throws {
        now += 10
        let request = AddFactsRequest(
            callID: "call-1",
            requestID: "r\(records.count)",
            system: system,
            facts: [StructuredAnswer(fact: fact, value: value)]
        )
        apply(
            try Engine.addFacts(state, request: request, atMilliseconds: now, view: knowledge)
        )
    }

    mutating func apply(_ record: JournalRecord) {
        records.append(record)
        state.apply(record, sequence: UInt64(records.count))
    }

    /// The value of a fact, or "!" and why there is none; nil when nothing is known.
    func value(_ fact: String) -> String? {
        guard let fact = state.facts[fact] else { return nil }
        return fact.value?.key ?? "!" + fact.notObtained.word
    }

    /// What the call stands at, in a word.
    var standing: String {
        if state.progress.phase == .ended { return "ended \(state.progress.outcome.word)" }
        if state.progress.phase == .routing { return "routing" }
        if state.progress.phase == .closing { return "closing" }
        guard let expects = reply.expects else { return "nothing" }
        if expects.waiting { return "waiting \(expects.fact)" }
        return (expects.confirming ? "confirming " : "") + expects.fact
    }
}
