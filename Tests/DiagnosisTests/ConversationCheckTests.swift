import Messages
import Testing

@testable import Diagnosis

@Suite struct ConversationCheckTests {
    @Test func `an expectation that fails is passed over, or one that holds is reported`() {
        let known = FactView(
            fact: Fact(
                key: "test.internet",
                value: FactValue(kind: .check, key: "pass", text: "Working", detail: "slowly")
            )
        )
        let missing = FactView(fact: Fact(key: "test.port", notObtained: .timedOut))
        let detail = GetCallReply(facts: [known], notObtained: [missing])
        let reply = TurnReply(expects: Expectation(fact: "environment.router"), tree: "vpn")
        func failures(_ turn: TurnExpectation) -> [String] {
            ConversationCheck.failures(
                of: turn,
                reply: reply,
                said: "Which router?",
                detail: detail
            )
            .map(\.sentence)
        }
        func fact(_ key: String, _ value: String, _ detail: String = "") -> TurnExpectation {
            TurnExpectation(facts: [Expected(fact: key, value: value, detail: detail)])
        }
        let holding = [
            TurnExpectation(asks: "environment.router"), TurnExpectation(tree: "vpn"),
            TurnExpectation(replies: "router?"), fact("test.internet", "pass"),
            fact("test.internet", "Working", "slowly"), fact("test.port", "!timed-out"),
        ]
        for turn in holding { #expect(failures(turn).isEmpty, "\(turn)") }
        let failing: [(TurnExpectation, String)] = [
            (
                TurnExpectation(asks: "test.vpn"),
                "expected it to ask test.vpn, but it asks environment.router"
            ),
            (TurnExpectation(tree: "wifi"), "expected tree wifi, but it is on vpn"),
            (
                TurnExpectation(replies: "modem"),
                "expected a reply with \"modem\", but it says \"Which router?\""
            ),
            (
                fact("test.internet", "fail"),
                "expected test.internet to be fail, but it is pass, \"Working\" (slowly)"
            ),
            (
                fact("test.internet", "pass", "fast"),
                "expected test.internet to be pass (fast), but it is pass, \"Working\" (slowly)"
            ),
            (fact("test.vpn", "pass"), "expected test.vpn to be pass, but it is not known"),
            (
                fact("test.port", "open"),
                "expected test.port to be open, but it was not obtained: timed-out"
            ),
            (
                fact("test.port", "!declined"),
                "expected test.port not to be obtained: declined, but it was not obtained: timed-out"
            ),
        ]
        for (turn, words) in failing { #expect(failures(turn) == [words]) }
    }

    @Test func `a call that ends otherwise than written passes`() {
        let detail = GetCallReply(
            summary: CallSummary(phase: .ended, outcome: .escalated, node: "vpn/blocked"),
            superseded: [
                FactView(fact: Fact(key: "environment.router", value: FactValue(key: "r7000")))
            ],
            conclusion: Conclusion(issue: "no VPN", queue: "network")
        )
        func failures(_ end: Conversation) -> Int {
            ConversationCheck.failures(atEndOf: end, detail: detail).count
        }
        func line(_ name: String, _ text: String) -> Expected { Expected(fact: name, value: text) }
        #expect(failures(Conversation()) == 0)
        #expect(
            failures(
                Conversation(
                    outcome: "escalated",
                    endsAt: "vpn/blocked",
                    conclusion: [line("issue", "no VPN"), line("queue", "network")],
                    superseded: [line("environment.router", "r7000")]
                )
            ) == 0
        )
        #expect(
            failures(
                Conversation(
                    outcome: "resolved",
                    endsAt: "vpn/fixed",
                    conclusion: [line("issue", "no WiFi"), line("diagnosis", "a port is blocked")],
                    notObtained: [line("test.port", "timed-out")],
                    superseded: [line("environment.router", "ax73")]
                )
            ) == 6
        )
    }

    @Test func `words before a wait are no reply`() throws {
        // Nobody answers the lookup of the probe: it is waited for before the next question.
        let conversation = Conversation(
            id: "waits",
            startedAtMs: Fixture.startedAt,
            turns: [
                TurnExpectation(says: "@vpn context.trigger=nothing test.internet=pass"),
                TurnExpectation(says: "=timed-out", replies: "PANEL"),
                TurnExpectation(says: "=unable", replies: "LOOKING-UP"),
            ]
        )
        let problems = try ConversationRunner.run(conversation, view: Fixture.knowledge)
        #expect(problems.map(\.message) == [])
    }
}
