import Messages
import Testing

@testable import Diagnosis

@Suite struct EngineDetailTests {
    private func lines(_ views: [FactView]) -> [String] { views.map(\.line) }

    @Test func `a handoff lacks what the call knows`() throws {
        var play = try Play(told: [StructuredAnswer(fact: "product.name", value: "Client")])
        try play.say("@vpn context.trigger=swapped environment.router=ax73")
        try play.measure("product.version", "4.2.1", system: "assets")
        try play.say("=pass")
        try play.say("=timed-out")
        try play.say("#correction environment.router=r7000")
        try play.say("=unable")
        try play.measure("test.udp", "blocked")
        try play.take(.silence(Silence()))
        try play.say("#doesNotKnow")
        try play.say("=now")
        #expect(play.standing == "ended escalated")
        let detail = try Engine.detail(of: play.state, view: play.knowledge)
        // Defined facts in the tree's order, then what it infers beyond them, then the rest as it came.
        #expect(
            lines(detail.facts) == [
                "Internet: Working ✓", "new router r7000",
                "client shows \"Connection timed out\"", "VPN at home: Failed ✗", "name: Client",
                "trigger: a router swap", "version: 4.2.1", "panel: UNABLE", "udp: BLOCKED",
                "availability: now",
            ]
        )
        let home = try #require(detail.facts.first { $0.fact?.key == "test.home" }?.fact)
        #expect(home.provenance?.source == .inferred && home.provenance?.node == "vpn/message")
        #expect(home.provenance?.turn == 3)
        #expect(detail.notObtained.map { $0.fact?.key } == ["environment.provider"])
        #expect(detail.notObtained.first?.fact?.notObtained == .didNotKnow)
        #expect(lines(detail.superseded) == ["new router ax73"])
        #expect(detail.superseded.first?.fact?.provenance?.turn == 1)
        let conclusion = try #require(detail.conclusion)
        #expect(conclusion.issue == "VPN fails after a router swap")
        #expect(conclusion.product == "Client v4.2.1")
        #expect(conclusion.diagnosis == "diagnosis blocked of r7000")
        #expect(conclusion.articles == [ArticleReference(id: "ports", title: "Ports")])
        #expect(conclusion.node == "vpn/blocked" && conclusion.queue == "network")
        let summary = try #require(detail.summary)
        #expect(summary.outcome == .escalated && summary.turns == play.state.turn)
        #expect(
            summary.tree == "vpn" && summary.node == "vpn/blocked" && summary.queue == "network"
        )
    }

    @Test(arguments: [
        ("de-DE", "Netzteil: ja", "Netzteil ja", "Netzteil nein", "Bildschirm: nicht möglich ?"),
        ("en-US", "Netzteil: yes", "Netzteil yes", "Netzteil no", "Bildschirm: not possible ?"),
    ])
    func `values without words of their own read as keys`(
        language: String,
        confirmed: String,
        former: String,
        power: String,
        screen: String
    ) throws {
        func plain(_ ids: String...) -> [Choice] {
            ids.map { Choice(id: $0, label: $0.replacing("-", with: " ")) }
        }
        func node(_ fact: String, _ kind: ValueKind, _ options: [Choice], next: UInt32) -> Node {
            Node(
                id: fact,
                kind: kind == .check ? .check : .ask,
                fact: fact,
                valueKind: kind,
                say: fact,
                options: options,
                otherwise: next,
                unknown: next
            )
        }
        let checks = plain("pass", "fail", "not-possible")
        let tree = Tree(
            id: "dock",
            title: "dock",
            language: language,
            issue: "dock",
            facts: [
                FactDefinition(
                    key: "environment.power",
                    label: "Netzteil",
                    kind: .yesNo,
                    values: plain("yes", "no")
                ),
                FactDefinition(
                    key: "test.screen",
                    label: "Bildschirm",
                    kind: .check,
                    values: checks
                ),
            ],
            nodes: [
                node("environment.power", .yesNo, plain("yes", "no"), next: 1),
                node("test.screen", .check, checks, next: 2),
                Fixture.leaf("end"),
            ]
        )
        var settings = Fixture.settings
        settings.phrasebooks[0].language = language
        var play = try Play(FixtureKnowledge([tree], settings: settings))
        try play.say("@dock")
        try play.say("=yes~0.4")
        #expect(play.reply.say == "CHECK \(confirmed)?")
        try play.say("yes")
        try play.say("#correction environment.power=no")
        try play.say("=not-possible")
        let detail = try Engine.detail(of: play.state, view: play.knowledge)
        #expect(lines(detail.superseded) == [former])
        #expect(lines(detail.facts) == [power, screen])
        // What a corrected value was corrected to is read from here.
        #expect(
            detail.facts.first?.fact?.value?.text
                == power.split(separator: " ").last.map(String.init)
        )
    }

    @Test func `a diagnosis whose tree names no article has none behind it`() throws {
        var leaf = Fixture.leaf("end")
        leaf.articles = []
        leaf.recommendation = "see ports"
        let tree = Tree(
            id: "short",
            title: "short",
            language: "en-US",
            issue: "it",
            nodes: [leaf]
        )
        var play = try Play(FixtureKnowledge([tree]))
        try play.say("@short")
        let conclusion = try Engine.detail(of: play.state, view: play.knowledge).conclusion
        #expect(conclusion?.articles == [ArticleReference(id: "ports", title: "Ports")])
    }

    @Test func `an abandoned call does not say what was never asked`() throws {
        var play = try Play()
        try play.say("@vpn")
        #expect(try Engine.detail(of: play.state, view: play.knowledge).notObtained.isEmpty)
        try play.take(.hangUp(HangUp()))
        let detail = try Engine.detail(of: play.state, view: play.knowledge)
        let reasons = detail.notObtained.map {
            "\($0.fact?.key ?? "") \($0.fact?.notObtained.word ?? "")"
        }
        #expect(
            reasons == [
                "test.internet not-asked", "environment.provider not-asked",
                "product.version call-ended", "test.udp call-ended",
            ]
        )
        #expect(detail.conclusion?.issue == "VPN fails")
        #expect(detail.conclusion?.diagnosis == "")
        #expect(detail.notObtained.first?.mark == "?")
    }

    @Test func `an engineer can't point at what the tree could have asked`() throws {
        var play = try Play()
        try play.say("@vpn")
        try play.take(.hangUp(HangUp()))
        let detail = try Engine.detail(of: play.state, view: play.knowledge)
        // Of the tree's five facts two are wanted; nothing follows from what was said.
        #expect(
            detail.absent.map { "\($0.fact?.key ?? ""): \($0.label)" } == [
                "environment.router: new router", "symptom.message: client",
                "test.home: VPN at home",
            ]
        )
        #expect(detail.absent.allSatisfy { $0.fact?.value == nil && $0.line.isEmpty })
    }

    @Test func `a question is not counted, or a repetition on request is`() throws {
        var play = try Play()
        #expect(play.state.questions == 0)
        for (words, questions) in [
            ("@vpn", 1), ("=nothing", 2), ("#repeat", 2), ("nonsense", 3), ("=pass", 4),
        ] as [(String, UInt32)] {
            try play.say(words)
            #expect(play.state.questions == questions, "\(words)")
        }
        try play.take(.hangUp(HangUp()))
        let summary = try Engine.detail(of: play.state, view: play.knowledge).summary
        #expect(summary?.questions == 4 && summary?.offMap == false)
        var other = try Play()
        try other.say("doorbell")
        try other.say("doorbell rings")
        #expect(Engine.summary(of: other.state).offMap)
    }

    @Test func `an inferred fact outlives the answer that it follows from`() throws {
        var play = try Play()
        try play.say("@vpn context.trigger=nothing test.internet=pass symptom.message=timed-out")
        let before = try Engine.detail(of: play.state, view: play.knowledge)
        #expect(before.facts.contains { $0.fact?.key == "test.home" })
        try play.say("#correction symptom.message=connected")
        let after = try Engine.detail(of: play.state, view: play.knowledge)
        #expect(!after.facts.contains { $0.fact?.key == "test.home" })
    }

    @Test func `speech can't be prepared ahead, or is prepared wrongly`() throws {
        var play = try Play()
        try play.say("@vpn context.trigger=nothing")
        let prompts = (play.reply.expects?.options ?? []).map { "\($0.id): \($0.nextPrompt)" }
        #expect(prompts == ["pass: MESSAGE", "fail: LIGHT", "not-possible: MESSAGE"])
        try play.say("=pass")
        let message = (play.reply.expects?.options ?? []).map(\.nextPrompt)
        #expect(message == ["PANEL OF unknown", "LAST-WORDS RESOLVED"])
        try play.say("=timed-out")
        let panel = (play.reply.expects?.options ?? []).map(\.nextPrompt)
        #expect(panel == ["LAST-WORDS RESOLVED", "LOOKING-UP", "LOOKING-UP"])
    }

    @Test(arguments: [("en-US", "LIGHT OF unknown?"), ("de-DE", "LIGHT OF unbekannt?")])
    func `a German customer is told in English what is not known`(
        language: String,
        expected: String
    ) throws {
        let question = Node(
            id: "light",
            kind: .ask,
            fact: "test.light",
            valueKind: .yesNo,
            say: "LIGHT OF {environment.router}?",
            otherwise: 1,
            unknown: 1
        )
        let tree = Tree(
            id: "lamp",
            title: "lamp",
            language: language,
            nodes: [question, Fixture.leaf("end")]
        )
        let open = try Engine.evaluate(
            EvaluateRequest(tree: "lamp"),
            view: FixtureKnowledge([tree])
        )
        #expect(open.say == expected)
    }

    @Test func `what is prepared for an option is not what is said after it`() throws {
        for key in ["pass", "fail", "not-possible"] {
            var play = try Play()
            try play.say("@vpn context.trigger=nothing")
            while play.standing.hasPrefix("test.") || play.standing.contains(".") {
                guard
                    let option = play.reply.expects?.options.first(where: { $0.id == key })
                        ?? play.reply.expects?.options.last
                else { break }
                try play.say("=\(option.id)")
                #expect(play.reply.say == option.nextPrompt)
            }
        }
    }

    @Test func `evaluation says something else than a call would`() throws {
        let facts = [
            StructuredAnswer(fact: "context.trigger", value: "swapped"),
            StructuredAnswer(fact: "environment.router", notObtained: .didNotKnow),
        ]
        let open = try Engine.evaluate(
            EvaluateRequest(tree: "vpn", facts: facts),
            view: Fixture.knowledge
        )
        #expect(open.node == "internet" && open.say == "INTERNET" && open.nodeKind == 2)
        #expect(open.path == ["vpn/trigger", "vpn/router", "vpn/internet"])
        #expect(open.expects?.options.map(\.nextPrompt) == ["MESSAGE", "LIGHT", "MESSAGE"])
        #expect(open.conclusion == nil)
        let leaf = try Engine.evaluate(
            EvaluateRequest(
                tree: "vpn",
                facts: facts + [
                    StructuredAnswer(fact: "test.internet", value: "fail"),
                    StructuredAnswer(fact: "environment.light", value: "yes"),
                ]
            ),
            view: Fixture.knowledge
        )
        #expect(leaf.tree == "modem" && leaf.node == "line" && leaf.expects == nil)
        #expect(leaf.path.suffix(3) == ["vpn/to-modem", "modem/light", "modem/line"])
        #expect(leaf.missing == ["environment.provider", "product.version"])
        #expect(leaf.conclusion?.issue == "VPN fails after a router swap")
        #expect(throws: EngineError.noTree("none")) {
            try Engine.evaluate(EvaluateRequest(tree: "none"), view: Fixture.knowledge)
        }
    }
}
