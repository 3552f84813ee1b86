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
