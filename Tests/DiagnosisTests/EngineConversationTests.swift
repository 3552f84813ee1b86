import Messages
import Testing

@testable import Diagnosis

@Suite struct EngineConversationTests {
    private func conversation(_ turns: [TurnExpectation]) -> Conversation {
        Conversation(
            id: "sample",
            language: "en-US",
            startedAtMs: Fixture.startedAt,
            systems: [Expected(fact: "test.udp", value: "blocked")],
            turns: turns,
            outcome: "escalated",
            endsAt: "vpn/blocked",
            conclusion: [Expected(fact: "diagnosis", value: "diagnosis blocked of ax73")],
            notObtained: [Expected(fact: "product.version", value: "timed-out")],
            superseded: [Expected(fact: "environment.router", value: "r7000")],
            line: 3
        )
    }

    private var turns: [TurnExpectation] {
        [
            TurnExpectation(replies: "OPENING", line: 5),
            TurnExpectation(
                says: "@vpn context.trigger=swapped environment.router=r7000",
                asks: "test.internet",
                tree: "vpn",
                facts: [Expected(fact: "environment.router", value: "r7000")],
                line: 6
            ),
            TurnExpectation(says: "=pass #wait", asks: "symptom.message", line: 7),
            TurnExpectation(
                says: "=timed-out",
                facts: [
                    Expected(fact: "test.home", value: "Failed"),
                    Expected(fact: "test.udp", value: "blocked"),
                ],
                line: 8
            ),
            TurnExpectation(does: "silence", asks: "fix.panel", line: 9),
            TurnExpectation(says: "environment.router=ax73", line: 10),
        ]
    }

    private var ending: [TurnExpectation] {
        [
            TurnExpectation(says: "=now", afterSeconds: 2, line: 12)
        ]
    }

    @Test func `a conversation that comes out as written is reported`() throws {
        let asks = [
            TurnExpectation(says: "=unable", asks: "environment.provider", line: 11),
            TurnExpectation(says: "=comcast", asks: "customer.availability", line: 11),
        ]
        let problems = try ConversationRunner.run(
            conversation(turns + asks + ending),
            view: Fixture.knowledge
        )
        #expect(problems == [])
    }

    @Test func `a conversation that goes wrong is passed, or its place is not told`() throws {
        var wrong = turns
        wrong[2].asks = "fix.panel"
        let problems = try ConversationRunner.run(conversation(wrong), view: Fixture.knowledge)
        let problem = try #require(problems.first)
        #expect(problems.count == 1, "what follows a wrong turn is not reported")
        #expect(problem.code == "conversation-fails" && problem.severity == .error)
        #expect(problem.path == "conversations/sample.yaml" && problem.line == 7)
        let parts = problem.message.split(separator: "; ")
        #expect(
            parts.prefix(2) == [
                "expected it to ask fix.panel, but it asks symptom.message",
                "the customer said \"=pass #wait\", facts taken: test.udp: blocked, "
                    + "test.internet: pass",
            ]
        )
        #expect(parts.last?.hasPrefix("reply: \"") == true, "\(problem.message)")
    }

    @Test func `an end that is another one is passed`() throws {
        let problems = try ConversationRunner.run(
            conversation([
                TurnExpectation(says: "@vpn", line: 6), TurnExpectation(does: "hang-up", line: 7),
            ]),
            view: Fixture.knowledge
        )
        #expect(
            problems.map(\.message) == [
                "expected the outcome escalated, but it is abandoned; after the turn "
                    + "'hang-up', facts taken: test.udp: blocked, product.version: !call-ended; "
                    + "reply: none",
                "expected the end at vpn/blocked, but it is at vpn/trigger",
                "expected diagnosis \"diagnosis blocked of ax73\", but it is \"\"",
                "expected product.version not to be obtained: timed-out, but it was not obtained: call-ended",
                "expected r7000 as an earlier environment.router, but it is not known",
            ]
        )
        #expect(problems.allSatisfy { $0.line == 3 })
    }

    @Test func `facts that systems send by themselves do not arrive`() throws {
        let arriving = Conversation(
            id: "arrives",
            startedAtMs: Fixture.startedAt,
            told: [Expected(fact: "environment.provider", value: "xfinity")],
            turns: [
                TurnExpectation(says: "@vpn context.trigger=nothing", asks: "test.internet"),
                TurnExpectation(
                    says: "noise",
                    asks: "symptom.message",
                    facts: [
                        Expected(fact: "environment.provider", value: "Comcast"),
                        Expected(fact: "test.internet", value: "pass"),
                    ],
                    arrives: [Expected(fact: "test.internet", value: "pass")]
                ),
                TurnExpectation(
                    says: "#doesNotKnow",
                    facts: [Expected(fact: "symptom.message", value: "!did-not-know")]
                ),
            ]
        )
        #expect(try ConversationRunner.run(arriving, view: Fixture.knowledge) == [])
    }
}
