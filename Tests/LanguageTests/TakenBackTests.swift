import Messages
import Testing

@testable import Language

/// Facts that are taken back while it is not said what is right.
@Suite struct TakenBackTests {
    @Test(
        arguments: [
            // By value.
            ("no wait its not comcast", "environment.provider", "comcast", "symptom.message"),
            ("its not comcast", "environment.provider", "comcast", "symptom.message"),
            ("its not comcast its frontier", "environment.provider", "comcast", "symptom.message"),
            ("sorry it wasnt yesterday", "symptom.since", "2026-11-18", "symptom.message"),
            ("no wait its not timed out", "symptom.message", "timed-out", "test.firewall"),
            ("hold on its not connection refused", "symptom.message", "refused", "test.internet"),
            (
                "no wait we dont have three computers", "environment.computers", "3",
                "symptom.message"
            ),
            ("no its not timed out after all", "symptom.message", "timed-out", "test.internet"),
            // What was told last.
            (
                "no thats not true i only unplugged the lamp", "fix.port-forwarding",
                "not-fixed",
                "customer.availability"
            ),
            ("no i have not tried it yet", "test.vpn-cellular", "pass", "test.internet"),
            // By name.
            (
                "the provider i told you is wrong", "environment.provider", "comcast",
                "symptom.message"
            ),
            ("i gave you the wrong day", "symptom.since", "2026-11-17", "symptom.message"),
            (
                "hold on i told you the wrong provider", "environment.provider", "comcast",
                "test.internet"
            ),
        ]
    )
    func `what was taken back stays known`(
        says: String,
        fact: String,
        key: String,
        asked: String
    ) throws {
        let heard = try listen(says, asked, [fact: key])
        #expect(heard.volunteered.map(\.key) == [fact])
        #expect(heard.volunteered.first?.notObtained == .takenBack)
        #expect(heard.volunteered.first?.value == nil)
        #expect(heard.volunteered.first?.provenance?.quote == says)
        #expect(heard.answer == nil)
        #expect(heard.acts.contains(.correction))
    }

    @Test(
        arguments: [
            // What is right is said, too.
            ("its not comcast its spectrum", "environment.provider", "comcast", "symptom.message"),
            // Something else is denied.
            ("its not spectrum", "environment.provider", "comcast", "symptom.message"),
            ("not yesterday", "symptom.since", "2026-11-16", "symptom.message"),
            ("okay ill try that", "fix.port-forwarding", "not-fixed", "customer.availability"),
            // It is what the answer is about.
            ("no it was not refused", "symptom.message", "refused", "test.internet"),
            // It tells of something that the value has to do with.
            (
                "comcast does not answer the phone", "environment.provider", "comcast",
                "symptom.message"
            ),
            ("it says the wrong password", "symptom.message", "password", "test.internet"),
        ]
    )
    func `a fact is lost that nobody took back`(
        says: String,
        fact: String,
        key: String,
        asked: String
    ) throws {
        let heard = try listen(says, asked, [fact: key])
        #expect(!heard.volunteered.contains { $0.notObtained == .takenBack })
    }

    @Test func `a customer takes back what a system measured`() throws {
        let measured = try listen(
            "no wait its not comcast",
            "symptom.message",
            ["environment.provider": "comcast"],
            .measured
        )
        #expect(measured.volunteered.isEmpty)
    }

    @Test(
        arguments: [
            (
                "sorry not r seven thousand r six thousand four hundred", "environment.router",
                "netgear-r7000", "netgear-r6400"
            ),
            ("we are with spectrum", "environment.provider", "comcast", "spectrum"),
            ("it was spectrum not comcast", "environment.provider", "comcast", "spectrum"),
            (
                "wait no comcast is fine its spectrum i mean", "environment.provider", "comcast",
                "spectrum"
            ),
        ]
    )
    func `of two names the known one stays`(says: String, fact: String, known: String, key: String)
        throws
    {
        let heard = try listen(says, "symptom.message", [fact: known])
        #expect(heard.volunteered.map(\.key) == [fact])
        #expect(heard.volunteered.first?.value?.key == key)
    }

    @Test func `of several facts told at once one is taken back that was not meant`() throws {
        let heard = try listen(
            "thats not true",
            "customer.availability",
            ["fix.port-forwarding": "not-fixed", "environment.provider": "comcast"]
        )
        #expect(heard.volunteered.isEmpty)
    }

    @Test func `a name that was only called, or may come, takes the place of the known one`() throws
    {
        for says in [
            "i called spectrum about it", "if it happens again we will switch to spectrum",
        ] {
            let heard = try listen(says, "symptom.message", ["environment.provider": "comcast"])
            #expect(heard.volunteered.isEmpty, "\(says)")
        }
    }

    @Test func `an option that is so now stays what it was before`() throws {
        let restart = Fixture.node(
            "fix.restart",
            .fix,
            say: "Please unplug the modem, wait, and plug it in again. Does it work now?"
        )
        let light = Fixture.node(
            "test.lights",
            .choice,
            options: [
                Fixture.option("red", "red", ["red"]), Fixture.option("green", "green", ["green"]),
            ],
            say: "Which colour has the light?"
        )
        let fact = Fact(
            key: "test.lights",
            value: FactValue(kind: .choice, key: "red"),
            provenance: Provenance(source: .said)
        )
        for (says, result) in [
            ("no its green i would say", nil), ("no and the light is green now", "not-fixed"),
        ] as [(String, String?)] {
            let context = ListeningContext(
                asked: Fixture.listened(restart),
                open: [Fixture.listened(restart)],
                known: [Fixture.listened(light)],
                facts: ["test.lights": fact],
                lexicon: Fixture.lexicon,
                clock: Fixture.clock
            )
            let heard = try Fixture.listen(says, context)
            #expect(heard.volunteered.map(\.value?.key) == ["green"], "\(says)")
            #expect(heard.answer?.value?.key == result, "\(says)")
        }
    }

    private func listen(
        _ text: String,
        _ asked: String,
        _ known: [String: String],
        _ source: Source = .said
    ) throws -> Understanding {
        let facts = known.reduce(into: [String: Fact]()) { facts, one in
            facts[one.key] = Fact(
                key: one.key,
                value: FactValue(key: one.value),
                provenance: Provenance(source: source)
            )
        }
        let nodes = Fixture.nodes.map { ($0.fact, Fixture.listened($0)) }
        let context = ListeningContext(
            asked: nodes.first { $0.0 == asked }?.1,
            open: nodes.filter { known[$0.0] == nil }.map(\.1),
            known: nodes.filter { known[$0.0] != nil }.map(\.1),
            facts: facts,
            lexicon: Fixture.lexicon,
            clock: Fixture.clock
        )
        return try Fixture.listen(text, context)
    }
}
