import Catalog
import Messages
import Testing

@testable import Diagnosis

/// What comes while a system is awaited, and what follows when its answer has come between turns.
@Suite struct EngineUnheardTests {
    /// A lookup that leads to a guide, to a diagnosis, or to the end of the issue.
    private static let net = Tree(
        id: "net",
        title: "the net",
        language: "en-US",
        issue: "net",
        nodes: [
            Node(
                id: "probe",
                kind: .lookup,
                fact: "test.udp",
                valueKind: .choice,
                options: Fixture.options("open", "blocked", "gone"),
                branches: [Branch(value: "open", next: 1), Branch(value: "gone", next: 3)],
                otherwise: 2,
                unknown: 2,
                lookupSource: "probe",
                lookupKey: "udp-1194",
                lookupLimitMs: 20_000
            ),
            Node(
                id: "panel",
                kind: .guide,
                fact: "fix.panel",
                valueKind: .fix,
                say: "PANEL",
                options: Fixture.options("fixed", "not-fixed", "unable"),
                branches: [Branch(value: "fixed", next: 3)],
                otherwise: 2,
                unknown: 2
            ),
            Fixture.leaf("bad"),
            Fixture.leaf("done", resolved: true),
        ]
    )

    private func waiting() throws -> Play {
        var play = try Play(FixtureKnowledge([Self.net, Fixture.intake]))
        try play.say("@net")
        #expect(play.standing == "waiting test.udp" && play.reply.say == "LOOKING-UP")
        return play
    }

    @Test(arguments: [
        ("open", "#wait", "WAIT PANEL", "fix.panel"),
        ("open", "okay", "PANEL", "fix.panel"),
        ("open", "#doesNotKnow", "PANEL", "fix.panel"),
        ("open", "#declines", "PANEL", "fix.panel"),
        ("open", "(keys 1)", "PANEL", "fix.panel"),
        ("open", "(silence)", "PANEL", "fix.panel"),
        ("open", "#fixed", "RESOLVED", "closing"),
        ("gone", "(silence)", "LAST-WORDS RESOLVED", "closing"),
        ("gone", "#wait", "WAIT LAST-WORDS RESOLVED", "closing"),
        ("gone", "#thanks", "LAST-WORDS RESOLVED", "closing"),
        ("gone", "no", "LAST-WORDS RESOLVED", "closing"),
        ("blocked", "#wait", "WAIT AVAILABILITY", "customer.availability"),
    ])
    func `a question that nobody has heard is answered, or never said`(
        system: String,
        says: String,
        reply: String,
        standing: String
    ) throws {
        var play = try waiting()
        try play.measure("test.udp", system)
        try play.take(EngineTurnTests.input(says))
        #expect(play.reply.say == reply && play.standing == standing)
        #expect(play.value("fix.panel") == nil)
        #expect(play.value("customer.availability") == nil)
        // Now it was heard.
        guard standing == "fix.panel" else { return }
        try play.say("=unable")
        #expect(play.value("fix.panel") == "unable")
    }

    @Test func `the last words of a diagnosis are lost between turns`() throws {
        var tree = Self.net
        tree.nodes[2].say = "SO IT IS BAD."
        var play = try Play(FixtureKnowledge([tree, Fixture.intake]))
        try play.say("@net")
        try play.measure("test.udp", "blocked")
        try play.take(.silence(Silence()))
        #expect(play.reply.say == "SO IT IS BAD. AVAILABILITY")
    }

    @Test(arguments: [
        ("(silence)", "SO IT IS BAD. LOOKING-UP"), ("#wait", "WAIT SO IT IS BAD."),
        ("okay", "SO IT IS BAD. LOOKING-UP"),
    ])
    func `the last words of a diagnosis are lost while another system is awaited`(
        says: String,
        reply: String
    ) throws {
        var tree = Self.net
        tree.nodes[2].say = "SO IT IS BAD."
        tree.requires = ["product.version"]
        tree.nodes += [
            Node(
                id: "version",
                kind: .lookup,
                fact: "product.version",
                valueKind: .version,
                onlyWhenRequired: true,
                lookupSource: "assets",
                lookupKey: "vpn.version",
                lookupLimitMs: 60_000
            ),
            Node(
                id: "availability",
                kind: .ask,
                fact: "customer.availability",
                valueKind: .windows,
                volunteered: true,
                onlyWhenRequired: true
            ),
        ]
        var play = try Play(FixtureKnowledge([tree, Fixture.intake]))
        try play.say("@net customer.availability=now")
        try play.measure("test.udp", "blocked")
        #expect(play.standing == "waiting product.version")
        try play.take(EngineTurnTests.input(says))
        #expect(play.reply.say == reply && play.standing == "waiting product.version")
        // It is said once.
        try play.take(.silence(Silence()))
        #expect(play.reply.say == "LOOKING-UP")
    }

    @Test func `a structured answer to a question that came between turns is dropped`() throws {
        var play = try waiting()
        try play.measure("test.udp", "open")
        try play.answer(StructuredAnswer(fact: "fix.panel", value: "unable"))
        #expect(play.value("fix.panel") == "unable")
        #expect(play.standing == "customer.availability")
    }

    @Test func `a lookup that runs out just then takes the next question with it`() throws {
        var play = try waiting()
        let wait = EngineTurnTests.input("#wait")
        try play.take(wait, after: 20_000)
        #expect(play.value("test.udp") == "!timed-out")
        #expect(play.reply.say == "WAIT AVAILABILITY")
        #expect(play.standing == "customer.availability")
    }

    @Test func `what is said while a system is awaited leads off the map`() throws {
        var play = try waiting()
        for words in ["okay", "sure", "#offTopic", "okay", "yes"] {
            try play.say(words)
            #expect(play.standing == "waiting test.udp", "\(words)")
            #expect(play.reply.say.hasSuffix("LOOKING-UP"), "\(words)")
        }
        #expect(!play.state.progress.offMap && play.state.progress.withoutProgress == 0)
    }

    // MARK: Told and not understood

    @Test func `a told value that the tree can't read ends the call where it is looked up`() throws
    {
        let told = [StructuredAnswer(fact: "product.version", value: "v4.2.1")]
        var play = try Play(told: told)
        try play.say("@vpn")
        #expect(play.standing == "context.trigger")
        #expect(play.reply.lookups.map(\.fact) == ["product.version", "test.udp"])
        #expect(play.state.progress.lookups.count == 2)
        var late = play
        try play.measure("product.version", "4.2.1", system: "assets")
        #expect(play.value("product.version") == "4.2.1" && play.state.superseded.isEmpty)
        try late.take(EngineTurnTests.input("=nothing"), after: 6_000)
        #expect(late.standing == "test.internet")
        #expect(late.value("product.version") == "!timed-out")
        #expect(late.state.superseded.map { $0.value?.text } == ["v4.2.1"])
    }

    @Test func `a told value that the tree can't read ends the call where it is asked`() throws {
        let told = [StructuredAnswer(fact: "environment.router", value: "a grey box")]
        var play = try Play(told: told)
        try play.say("@vpn context.trigger=swapped")
        #expect(play.standing == "environment.router")
        try play.say("#doesNotKnow")
        #expect(play.standing == "test.internet")
        #expect(play.value("environment.router") == "!did-not-know")
        #expect(play.state.superseded.map { $0.value?.text } == ["a grey box"])
    }

    // MARK: Before a tree is found

    @Test(arguments: [
        (["the bell rings #wantsPerson"], "the bell rings #wantsPerson", UInt32(1)),
        (["the bell rings", "#wantsPerson"], "the bell rings. #wantsPerson", 2),
        (["the bell rings", "(hang-up)"], "the bell rings", 1),
        (["(hang-up)"], "", 0),
    ])
    func `what was said before a tree was found is lost`(
        says: [String],
        issue: String,
        turn: UInt32
    ) throws {
        var play = try Play()
        for words in says { try play.take(EngineTurnTests.input(words)) }
        #expect(play.state.isEnded)
        let conclusion = try Engine.detail(of: play.state, view: play.knowledge).conclusion
        #expect(conclusion?.issue == issue && conclusion?.issueTurn == turn)
    }

    @Test func `a call that leaves its tree loses what led to it`() throws {
        var intake = Fixture.intake
        intake.nodes[0].volunteered = true
        var play = try Play(FixtureKnowledge([Fixture.vpn, Fixture.modem, intake]))
        for words in ["@vpn", "noise", "#offTopic", "noise"] { try play.say(words) }
        #expect(play.state.progress.offMap)
        let issue = play.state.facts["symptom.description"]
        #expect(issue?.value?.text == "@vpn" && issue?.provenance?.turn == 1)
    }
}
