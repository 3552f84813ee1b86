import Messages
import Testing

@testable import Language

/// What one utterance must bring about.
struct Row: CustomTestStringConvertible, Sendable {
    var asked: String?
    var says: String
    var answer = ""
    var detail = ""
    var others: [String: String] = [:]
    var acts: [Act] = []
    var known: [String] = []
    var question = ""

    var testDescription: String { "\(asked ?? "opening"): \(says)" }

    func check() throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: asked, known: known))
        #expect(heard.answer?.value?.key ?? "" == answer)
        #expect(heard.answer?.value?.detail ?? "" == detail)
        let volunteered = Dictionary(
            heard.volunteered.map { ($0.key, $0.value?.key ?? "") },
            uniquingKeysWith: { first, _ in first }
        )
        #expect(volunteered == others)
        #expect(heard.acts == (answer.isEmpty ? acts : [.answer] + acts))
        #expect(heard.question == question)
        if !answer.isEmpty {
            #expect((heard.answer?.provenance?.confidence ?? 0) >= 0.7)
            #expect(heard.answer?.provenance?.source == .said)
        }
    }
}

@Suite struct CallTests {
    static let call: [Row] = [
        Row(
            asked: nil,
            says: "hi um since i swapped my router yesterday i cant get into the company vpn from "
                + "home anymore",
            others: ["context.trigger": "router-replaced", "symptom.since": "2026-11-18"]
        ),
        Row(
            asked: "environment.router",
            says: "its a t p link a x seventy three",
            answer: "tp-link-ax73"
        ),
        Row(
            asked: "environment.previous-router",
            says: "the old one was a netgear r seven thousand and it worked fine",
            answer: "netgear-r7000",
            detail: "worked",
            known: ["environment.router"]
        ),
        Row(asked: "environment.provider", says: "comcast", answer: "comcast"),
        Row(asked: "test.internet", says: "yeah websites load fine", answer: "pass"),
        Row(
            asked: "symptom.message",
            says: "it just sits there and then says connection timed out after like thirty seconds",
            answer: "timed-out",
            detail: "after 30 seconds"
        ),
        Row(asked: "test.vpn-cellular", says: "okay hang on", acts: [.wait]),
        Row(
            asked: "test.vpn-cellular",
            says: "yeah over the phones hotspot it connects",
            answer: "pass"
        ),
        Row(
            asked: "environment.previous-port-forwarding",
            says: "no idea sorry",
            acts: [.doesNotKnow]
        ),
        Row(
            asked: "test.firewall",
            says: "i never touched it its all default",
            answer: "default"
        ),
        Row(
            asked: "fix.port-forwarding",
            says: "im on the admin page but i cant find any firewall settings it looks nothing "
                + "like the old one",
            answer: "unable",
            detail: "could not find the firewall settings (unfamiliar interface)",
            known: ["environment.router", "environment.previous-router"]
        ),
        Row(
            asked: "customer.availability",
            says: "im here now or tomorrow between nine and noon eastern",
            answer: "now; tomorrow 9 AM to 12 PM Eastern"
        ),
    ]

    @Test(arguments: call)
    func `a line of the example call is misunderstood`(row: Row) throws {
        try row.check()
    }

    static let variants: [Row] = [
        Row(
            asked: nil,
            says:
                "hi i cant get into the company vpn from home since i swapped my router yesterday "
                + "its a t p link a x seventy three with comcast and i have windows eleven",
            others: [
                "context.trigger": "router-replaced", "symptom.since": "2026-11-18",
                "environment.router": "tp-link-ax73", "environment.provider": "comcast",
                "product.platform": "windows-11",
            ]
        ),
        Row(
            asked: "customer.availability",
            says: "actually sorry the old router was an r six thousand four hundred",
            others: ["environment.previous-router": "netgear-r6400"],
            acts: [.correction],
            known: ["environment.router", "environment.previous-router", "context.trigger"]
        ),
        Row(
            asked: "environment.previous-port-forwarding",
            says: "what is port forwarding",
            acts: [.questionBack],
            question: "what is port forwarding"
        ),
        Row(asked: "test.internet", says: "just get me a human", acts: [.wantsPerson]),
        Row(asked: nil, says: "my smart doorbell keeps chiming at night by itself"),
    ]

    @Test(arguments: variants)
    func `a line of a variant of the example call is misunderstood`(row: Row) throws {
        try row.check()
    }

    @Test func `the words of a fact are quoted as the customer said them`() throws {
        let heard = try Fixture.listen(
            "Hi, um, since I swapped my router yesterday, I can't get in.",
            Fixture.context(asked: nil)
        )
        let quotes = Dictionary(
            uniqueKeysWithValues: heard.volunteered.map { ($0.key, $0.provenance?.quote ?? "") }
        )
        #expect(quotes["context.trigger"] == "swapped my router")
        #expect(quotes["symptom.since"] == "since I swapped my router yesterday")
        #expect(heard.utterance.hasPrefix("Hi, um"))
    }
}
