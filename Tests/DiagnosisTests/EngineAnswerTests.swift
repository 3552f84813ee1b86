import Catalog
import Messages
import Testing

@testable import Diagnosis

/// What front ends and systems may send, and what is refused with which words.
@Suite struct EngineAnswerTests {
    private func atTrigger() throws -> Play {
        var play = try Play()
        try play.answer(tree: "vpn")
        return play
    }

    @Test func `structured answers walk another way than speech`() throws {
        var play = try atTrigger()
        #expect(play.standing == "context.trigger")
        try play.answer(
            StructuredAnswer(fact: "context.trigger", value: "swapped", quote: "new router"),
            StructuredAnswer(fact: "environment.router", value: "archer", detail: "it blinks")
        )
        #expect(play.standing == "test.internet")
        let router = try #require(play.state.facts["environment.router"])
        #expect(router.value?.key == "ax73" && router.value?.text == "TP-Link AX73")
        #expect(router.value?.detail == "it blinks")
        #expect(play.state.facts["context.trigger"]?.value?.text == "a router swap")
        #expect(play.state.facts["context.trigger"]?.provenance?.quote == "new router")
        #expect(play.state.facts["context.trigger"]?.provenance?.confidence == 1)
        try play.answer(StructuredAnswer(fact: "test.internet", notObtained: .didNotKnow))
        #expect(play.standing == "symptom.message")
        try play.answer(acts: [.doesNotKnow])
        #expect(play.value("symptom.message") == "!did-not-know")
    }

    @Test func `what was taken back is asked never again, or stands as if it were so`() throws {
        var play = try atTrigger()
        try play.answer(StructuredAnswer(fact: "context.trigger", value: "swapped"))
        try play.answer(StructuredAnswer(fact: "environment.router", value: "archer"))
        try play.answer(StructuredAnswer(fact: "environment.router", notObtained: .takenBack))
        #expect(play.standing == "environment.router")
        #expect(play.value("environment.router") == "!taken-back")
        #expect(play.state.superseded.map(\.value?.key) == ["ax73"])
        // What was never said can't be taken back.
        try play.answer(StructuredAnswer(fact: "test.internet", notObtained: .takenBack))
        #expect(play.value("test.internet") == nil)
        try play.answer(StructuredAnswer(fact: "environment.router", value: "archer"))
        #expect(play.standing == "test.internet")
        #expect(play.value("environment.router") == "ax73")
    }

    @Test func `an unsure structured answer is taken, or its confirmation is not`() throws {
        var play = try atTrigger()
        try play.answer(
            StructuredAnswer(fact: "context.trigger", value: "swapped", confidence: 0.3),
            StructuredAnswer(fact: "test.internet", value: "pass", confidence: 0.7)
        )
        #expect(play.standing == "confirming context.trigger")
        #expect(play.value("test.internet") == nil)
        var denied = play
        let said = play.state.turn
        try play.answer(StructuredAnswer(fact: "context.trigger", value: "yes"))
        #expect(play.standing == "environment.router")
        // The evidence is where it was said, not where it was confirmed.
        #expect(play.state.facts["context.trigger"]?.provenance?.turn == said)
        try denied.answer(StructuredAnswer(fact: "context.trigger", value: "no"))
        #expect(denied.standing == "context.trigger")
    }

    @Test func `the front end changes its mind about the tree and facts are lost`() throws {
        var play = try atTrigger()
        try play.answer(StructuredAnswer(fact: "environment.provider", value: "xfinity"))
        try play.answer(tree: "modem")
        #expect(play.standing == "environment.light")
        #expect(play.value("environment.provider") == "comcast")
    }

    @Test func `facts told before the tree is known are lost or believed unread`() throws {
        var play = try Play(told: [
            StructuredAnswer(fact: "environment.router", value: "archer"),
            StructuredAnswer(fact: "context.trigger", value: "nonsense"),
        ])
        #expect(play.reply.changes.count == 2)
        try play.say("@vpn")
        #expect(play.value("environment.router") == "ax73")
        #expect(play.standing == "context.trigger", "what the tree can't read is asked")
        try play.say("=swapped")
        #expect(play.standing == "test.internet")
        #expect(play.state.superseded.isEmpty, "no value was corrected")
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let answer: StructuredAnswer
        let words: String
        var testDescription: String { words }
    }

    static let refusals = [
        Refusal(
            answer: StructuredAnswer(fact: "context.trigger", value: "maybe"),
            words: "input.answers.answers[0].value: \"maybe\" is not one of swapped, nothing"
        ),
        Refusal(
            answer: StructuredAnswer(fact: "environment.unheard", value: "x"),
            words: "input.answers.answers[0].fact: tree \"vpn\" does not know "
                + "\"environment.unheard\"; name a fact of the tree"
        ),
        Refusal(
            answer: StructuredAnswer(fact: "Trigger", value: "x"),
            words: "input.answers.answers[0].fact: a fact is named by a section (product, symptom, "
                + "environment, test, fix, customer, context), a dot and lower-case letters, "
                + "digits, dots and dashes"
        ),
        Refusal(
            answer: StructuredAnswer(fact: "environment.router", value: "comcast"),
            words: "input.answers.answers[0].value: \"comcast\" is nothing of class router; "
                + "add it there, or name what is"
        ),
        Refusal(
            answer: StructuredAnswer(fact: "product.version", value: "four"),
            words: "input.answers.answers[0].value: \"four\" is no version; write it as 4.2.1"
        ),
        Refusal(
            answer: StructuredAnswer(fact: "symptom.count", value: "nan"),
            words: "input.answers.answers[0].value: \"nan\" is no number"
        ),
        Refusal(
            answer: StructuredAnswer(fact: "context.trigger"),
            words: "input.answers.answers[0].value: give either a value or why there is none"
        ),
        Refusal(
            answer: StructuredAnswer(fact: "context.trigger", value: "swapped", confidence: 1.5),
            words: "input.answers.answers[0].confidence: it is from 0 to 1"
        ),
        Refusal(
            answer: StructuredAnswer(
                fact: "context.trigger",
                value: String(repeating: "x", count: 501)
            ),
            words: "input.answers.answers[0].value is above the limit of 500"
        ),
        Refusal(
            answer: StructuredAnswer(fact: "customer.availability", value: "noise"),
            words: "input.answers.answers[0].value: \"noise\" is not understood; "
                + "write it as now, or tomorrow nine to noon"
        ),
    ]

    @Test(arguments: refusals)
    func `a wrong answer is taken, or refused without its field`(_ row: Refusal) throws {
        var play = try atTrigger()
        let before = play.state
        let error = #expect(throws: EngineError.self) { try play.answer(row.answer) }
        #expect(error?.description == row.words)
        #expect(play.state == before)
    }

    @Test func `an input that is not valid is taken`() throws {
        var play = try atTrigger()
        let long = String(repeating: "x", count: 4_001)
        let inputs: [(InputKind?, String)] = [
            (nil, "input: say what came in"),
            (
                .speech(Speech()),
                "input.speech.alternatives: give one reading at least, or send silence"
            ),
            (
                .speech(Speech(alternatives: [Alternative(text: long)])),
                "input.speech.alternatives[0].text is above the limit of 4000"
            ),
            (
                .speech(Speech(alternatives: Array(repeating: Alternative(text: "a"), count: 11))),
                "input.speech.alternatives is above the limit of 10"
            ),
            (.digits("12a"), "input.digits: give 0 to 9, * and #"),
            (.digits(""), "input.digits: give 0 to 9, * and #"),
            (
                .digits(String(repeating: "1", count: 65)),
                "input.digits is above the limit of 64"
            ),
            (
                .interruption(Interruption(heard: long)),
                "input.interruption.heard is above the limit of 4000"
            ),
            (
                .answers(StructuredAnswers(tree: "none")),
                "input.answers.tree: there is no tree \"none\" in the release of this call"
            ),
            (
                .answers(StructuredAnswers(acts: [.unspecified])),
                "input.answers.acts: an act must be named"
            ),
        ]
        for (kind, words) in inputs {
            let error = #expect(throws: EngineError.self) {
                _ = try Engine.turn(
                    play.state,
                    input: Input(kind: kind),
                    atMilliseconds: play.now,
                    view: play.knowledge
                )
            }
            #expect(error?.description == words)
        }
        try play.say("#wantsPerson")
        #expect(throws: EngineError.ended) { try play.say("hello") }
        #expect(throws: EngineError.ended) { try play.measure("test.udp", "open") }
    }

    @Test func `a quote is cut inside of a character`() throws {
        #expect("aé€".cut(toBytes: 6) == "aé€")
        #expect("aé€".cut(toBytes: 5) == "aé")
        #expect("aé€".cut(toBytes: 2) == "a")
        #expect("👩‍👩‍👧".cut(toBytes: 10) == "")
        var play = try atTrigger()
        let quote = String(repeating: "é", count: 400)
        try play.answer(StructuredAnswer(fact: "context.trigger", value: "swapped", quote: quote))
        let kept = play.state.facts["context.trigger"]?.provenance?.quote
        #expect(kept == String(repeating: "é", count: 250))
    }

    @Test(arguments: [
        ("2026-02-28", true), ("2026-02-29", false), ("2024-02-29", true), ("2026-13-01", false),
        ("2026-1-01", false), ("2026-04-31", false), ("2000-02-29", true), ("1900-02-29", false),
    ])
    func `a day that is none is taken`(_ day: String, _ isDay: Bool) {
        #expect(ValueForms.isDate(day) == isDay)
    }

    @Test(arguments: [
        ("4.2", "4.10", true), ("4.10", "4.2", false), ("4.2", "4.2.0", false),
        ("4.2", "4.2.1", true), ("10", "9.9", false),
    ])
    func `versions are compared as texts`(_ one: String, _ other: String, _ isBefore: Bool) {
        #expect(Version.isBefore(one, other) == isBefore)
    }
}
