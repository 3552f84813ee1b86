import Messages
import Testing

@testable import Language

@Suite struct AnswerTests {
    @Test(
        arguments: [
            Row(asked: "test.internet", says: "yes", answer: "pass"),
            Row(asked: "test.internet", says: "nope nothing loads", answer: "fail"),
            Row(asked: "test.internet", says: "no websites do not load", answer: "fail"),
            Row(asked: "test.internet", says: "its fine", answer: "pass"),
            Row(asked: "test.internet", says: "correct", answer: "pass"),
            Row(asked: "test.vpn-cellular", says: "no it wont connect", answer: "fail"),
            Row(asked: "test.vpn-cellular", says: "it never connects", answer: "fail"),
            Row(asked: "test.vpn-cellular", says: "i have no hotspot", answer: "not-possible"),
            Row(asked: "test.vpn-cellular", says: "same error", answer: "fail"),
            Row(
                asked: "test.internet",
                says: "the client says connection timed out",
                others: ["symptom.message": "timed-out"]
            ),
            Row(
                asked: "context.trigger",
                says:
                    "windows updated sorry no i mean new provider we went from spectrum to comcast",
                answer: "provider-changed",
                others: ["environment.provider": "comcast"],
                acts: [.correction],
                known: ["environment.provider"]
            ),
            Row(
                asked: "test.vpn-cellular",
                says: "yes it connects no wait it timed out",
                answer: "fail",
                known: ["symptom.message"]
            ),
            Row(
                asked: "environment.previous-port-forwarding",
                says: "not really",
                answer: "no"
            ),
            Row(asked: "environment.previous-port-forwarding", says: "yep it did", answer: "yes"),
            Row(
                asked: "environment.previous-port-forwarding",
                says: "not that i know of",
                answer: "no"
            ),
            Row(asked: "fix.port-forwarding", says: "that fixed it", answer: "fixed"),
            Row(asked: "fix.port-forwarding", says: "great it works now", answer: "fixed"),
            Row(asked: "fix.port-forwarding", says: "nope still the same", answer: "not-fixed"),
            Row(asked: "fix.port-forwarding", says: "it didnt help", answer: "not-fixed"),
            Row(asked: "symptom.message", says: "it says wrong password", answer: "password"),
            Row(asked: "symptom.message", says: "refused", answer: "refused"),
            Row(asked: "context.trigger", says: "nothing changed", answer: "nothing"),
            Row(
                asked: "context.trigger",
                says: "well i did replace the router last week",
                answer: "router-replaced",
                others: [:]
            ),
            Row(asked: "environment.provider", says: "a t and t", answer: "att"),
            Row(asked: "environment.provider", says: "a t t", answer: "att"),
            // A value that stands before its cue, and one of something else after it.
            Row(
                asked: "environment.provider",
                says: "comcast and we had three outages",
                answer: "comcast",
                others: [:]
            ),
            Row(asked: "environment.provider", says: "AT&T", answer: "att"),
            Row(asked: "environment.provider", says: "AT and T", answer: "att"),
            Row(asked: "environment.provider", says: "i think at and t", answer: "att"),
            Row(
                asked: "environment.provider",
                says: "not comcast its spectrum",
                answer: "spectrum"
            ),
            Row(
                asked: "environment.provider",
                says: "comcast no wait spectrum",
                answer: "spectrum"
            ),
            Row(asked: "environment.provider", says: "i think its xfinity", answer: "comcast"),
            Row(asked: "product.version", says: "four point two point one", answer: "4.2.1"),
            Row(asked: "product.version", says: "it says version 11", answer: "11"),
            Row(asked: "product.version", says: "v4.12.1", answer: "4.12.1"),
            Row(asked: "product.version", says: "its V4.2", answer: "4.2"),
            Row(asked: "environment.computers", says: "twenty one", answer: "21"),
            Row(asked: "environment.computers", says: "only one", answer: "1"),
            Row(asked: "environment.computers", says: "just the one computer", answer: "1"),
            Row(asked: "environment.computers", says: "no computers at all", answer: "0"),
            Row(asked: "environment.computers", says: "none of them", answer: "0"),
            Row(asked: "environment.computers", says: "a couple", answer: "2"),
            Row(asked: "environment.computers", says: "about a dozen", answer: "12"),
            Row(asked: "environment.computers", says: "two dozen computers", answer: "24"),
            Row(
                asked: "environment.computers",
                says: "in 2 rooms there are seven computers",
                answer: "7"
            ),
            Row(asked: "symptom.duration", says: "about half an hour", answer: "1800"),
            Row(asked: "symptom.frequency", says: "two or three times a day", answer: "2.5"),
            Row(asked: "symptom.since", says: "yesterday", answer: "2026-11-18"),
            Row(
                asked: "symptom.description",
                says: "The screen, it flickers",
                answer: "The screen, it flickers"
            ),
        ]
    )
    func `an answer is not understood`(row: Row) throws {
        try row.check()
    }

    @Test(
        arguments: [
            Row(asked: "test.internet", says: "yeah one moment", acts: [.wait]),
            Row(asked: "test.internet", says: "okay"),
            Row(asked: "test.internet", says: "the weather is nice today"),
            Row(asked: "symptom.message", says: "what", acts: [.repeat]),
            Row(asked: "symptom.message", says: "hm?", acts: [.repeat]),
            Row(asked: "symptom.message", says: "sorry could you repeat that", acts: [.repeat]),
            Row(asked: "symptom.message", says: "what the client shows"),
            Row(asked: "symptom.message", says: "i dont know", acts: [.doesNotKnow]),
            Row(asked: "symptom.message", says: "id rather not say", acts: [.declines]),
            Row(
                asked: "symptom.message",
                says: "where do i find that",
                acts: [.questionBack],
                question: "where do i find that"
            ),
            Row(asked: "environment.router", says: "i dont have comcast"),
            Row(asked: "environment.router", says: "let me check", acts: [.wait]),
            Row(
                asked: "environment.provider",
                says: "i dont want to talk to a person comcast",
                answer: "comcast"
            ),
            Row(asked: "symptom.since", says: "thats all thanks", acts: [.thanks]),
            Row(asked: "symptom.description", says: "no idea", acts: [.doesNotKnow]),
            Row(asked: "symptom.message", says: "never mind i fixed it", acts: [.fixed]),
            Row(asked: "customer.availability", says: "i dont know"),
        ].map { row in
            var row = row
            if row.says == "i dont know" { row.acts = [.doesNotKnow] }
            return row
        }
    )
    func `something is taken for an answer that is none`(row: Row) throws {
        try row.check()
    }

    @Test(
        arguments: [
            // A day without "since", a negated option, one telling word, a cue without a value.
            Row(asked: "test.internet", says: "yes i tried it yesterday", answer: "pass"),
            Row(
                asked: "test.internet",
                says: "yes and i never replaced the router",
                answer: "pass"
            ),
            Row(asked: "test.internet", says: "yes i use the old one", answer: "pass"),
            // Names that are ordinary words, and a number that is a name.
            Row(asked: "test.internet", says: "yes but the sky gets dark", answer: "pass"),
            Row(asked: "test.internet", says: "yes my kids watch sky news", answer: "pass"),
            Row(asked: "test.internet", says: "yes with sky high prices", answer: "pass"),
            Row(asked: "test.internet", says: "yes after eleven seconds", answer: "pass"),
            Row(
                asked: "environment.computers",
                says: "windows 11 and three of them",
                answer: "3",
                others: ["product.platform": "windows-11"]
            ),
            Row(asked: "environment.computers", says: "theres no number just dashes"),
            Row(asked: "product.version", says: "the newest one"),
            Row(asked: "product.version", says: "i installed the latest one"),
            Row(asked: "test.internet", says: "yes there are no rules for that", answer: "pass"),
            // What was supposed, was so once, or is asked.
            Row(
                asked: "environment.provider",
                says: "comcast i thought there was an update",
                answer: "comcast"
            ),
            Row(
                asked: "environment.provider",
                says: "comcast i was told i need a new provider",
                answer: "comcast"
            ),
            Row(
                asked: "environment.provider",
                says: "comcast last time it was connection refused",
                answer: "comcast"
            ),
            Row(
                asked: "environment.provider",
                says: "comcast the wrong password went away",
                answer: "comcast"
            ),
            Row(
                asked: "environment.provider",
                says: "comcast and the old one was nothing special",
                answer: "comcast"
            ),
        ]
    )
    func `a fact is taken that was not said`(row: Row) throws {
        try row.check()
    }

    @Test(
        arguments: [
            ("its a zyxel armor", "zyxel armor", "zyxelarmor"),
            ("starlink", "starlink", "starlink"),
        ]
    )
    func `a name that the vocabulary does not have is lost, or taken for sure`(
        says: String,
        text: String,
        key: String
    ) throws {
        for fact in ["environment.router", "environment.provider"] {
            let heard = try Fixture.listen(says, Fixture.context(asked: fact))
            #expect(heard.answer?.key == fact)
            #expect(heard.answer?.value?.text == text)
            #expect(heard.answer?.value?.key == key)
            #expect((heard.answer?.provenance?.confidence ?? 1) < 0.6)
        }
        for nothing in [
            "no idea sorry", "hang on", "yes", "what is a router", "uh", "are you a robot",
            "can you hear me", "how is that relevant", "my wife handles that", "yes it worked",
            "i already told you that", "its through my landlord", "the building provides it",
            "same model just newer", "everything", "she takes care of it", "ask my husband",
            "my son set it up for us", "we pay him for it", "they just installed something",
            "is somebody still on the line",
        ] {
            #expect(
                try Fixture.listen(nothing, Fixture.context(asked: "environment.router")).answer
                    == nil
            )
        }
    }

    @Test(
        arguments: [
            ("yes and im with sky", "sky"), ("yes i have sky", "sky"),
            ("yes my provider is sky", "sky"), ("yes its verizon", "verizon"),
            ("yes sky is my provider", "sky"),
        ]
    )
    func `a name that was volunteered is asked again`(says: String, id: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "test.internet"))
        #expect(heard.volunteered.map(\.value?.key) == [id])
    }

    @Test(
        arguments: [
            ("twelve and a half", 12.5), ("one and a half bar", 1.5), ("two and a quarter", 2.25),
            ("four and three quarters", 4.75), ("two and a half thousand", 2500),
            ("half a bar", 0.5), ("half a million", 500_000), ("half a dozen", 6), ("3 1/2", 3.5),
            ("minus five", -5), ("its at negative two bar", -2), ("-18", -18),
            ("twenty below", -20), ("five below zero", -5), ("ten bar below zero", -10),
            ("minus four point five", -4.5), ("below twelve", 11),
            ("about ninety five k", 95_000), ("82k", 82_000), ("230b", 230),
            ("a couple of hundred", 200), ("couple thousand", 2_000), ("a couple of dozen", 24),
            ("a couple hundred thousand", 200_000), ("hundred and one", 101),
            ("two hundred grand", 200_000), ("one oh oh", 100), ("five oh oh", 500),
            ("nought point eight", 0.8), ("point five bar", 0.5), ("oh point five", 0.5),
            ("at this point five", 5), ("about half of them", nil), ("one hundred", 100),
        ] as [(String, Double?)]
    )
    func `an amount is cut off`(says: String, value: Double?) throws {
        let node = Fixture.node("environment.pressure", .number, unit: "bar", say: "What pressure?")
        let context = ListeningContext(
            asked: Fixture.listened(node),
            lexicon: Fixture.lexicon,
            clock: Fixture.clock
        )
        let heard = try Fixture.listen(says, context)
        #expect(heard.answer?.value?.number == value)
        if value != nil { #expect(heard.isSure) }
        for vague in ["several hundred", "a few thousand", "a few dozen"] {
            let confidence = try Fixture.listen(vague, context).answer?.provenance?.confidence
            #expect((confidence ?? 0) < 0.6)
        }
    }

    @Test func `a question beside an answer swallows the answer`() throws {
        let heard = try Fixture.listen("yeah is that bad", Fixture.context(asked: "test.internet"))
        #expect(heard.answer?.value?.key == "pass")
        #expect(heard.acts == [.answer, .questionBack])
        #expect(heard.question == "is that bad")
    }

    /// Goal: what answers the question, or belongs to none, is no other fact as well.
    @Test(
        arguments: [
            ("symptom.duration", "three months ago"), ("environment.computers", "no"),
            ("environment.previous-router", "yes they do load"),
            ("environment.previous-router", "i told you already"),
            ("test.firewall", "dont think so, no"),
        ]
    )
    func `something is made up of what was said beside the point`(asked: String, says: String)
        throws
    {
        let heard = try Fixture.listen(says, Fixture.context(asked: asked))
        #expect(heard.volunteered.isEmpty)
        let isTaken = (heard.answer?.provenance?.confidence ?? 0) >= 0.3
        #expect(!isTaken || asked == "symptom.duration", "\(heard)")
    }

    @Test func `a negated option is volunteered`() throws {
        let heard = try Fixture.listen(
            "i have not changed my router",
            Fixture.context(asked: nil)
        )
        #expect(heard.volunteered.isEmpty)
    }

    @Test(
        arguments: [
            ("yes", "comcast", 1), ("yep thats right", "comcast", 1), ("no", "", 1),
            ("nope its spectrum", "spectrum", 1), ("its spectrum", "spectrum", 1),
            ("hang on", "", 0),
        ]
    )
    func `a confirmation is misunderstood`(says: String, key: String, answers: Int) throws {
        let fact = Fact(
            key: "environment.provider",
            value: FactValue(kind: .entity, key: "comcast", text: "Comcast")
        )
        let heard = try Fixture.listen(
            says,
            Fixture.context(asked: "environment.provider", confirming: fact)
        )
        #expect((heard.answer == nil ? 0 : 1) == answers)
        #expect(heard.answer?.value?.key ?? "" == key)
        #expect(heard.answer.map(\.key) ?? fact.key == fact.key)
    }

    @Test func `a better reading of speech recognition is passed over`() throws {
        let heard = try Listener(language: .of("en-US")).listen(
            to: [
                Alternative(text: "calm cast", confidence: 0.6),
                Alternative(text: "comcast", confidence: 0.5),
            ],
            in: Fixture.context(asked: "environment.provider")
        )
        #expect(heard.utterance == "comcast")
        #expect(heard.answer?.value?.key == "comcast")
    }

    @Test func `no reading at all is a crash`() throws {
        let heard = try Listener(language: .of("en-US")).listen(
            to: [],
            in: Fixture.context(asked: nil)
        )
        #expect(heard == Understanding())
        for text in ["", "...", "um", "?", "\u{301}\u{fe0f}", "1.", "a.b", "a"] {
            for node in Fixture.nodes {
                _ = try Fixture.listen(text, Fixture.context(asked: node.fact))
            }
        }
    }

    @Test func `an unsure answer is as sure as a plain one`() throws {
        let context = Fixture.context(asked: "environment.provider")
        let plain = try Fixture.listen("its comcast", context)
        let unsure = try Fixture.listen("maybe its comcast", context)
        let plainConfidence = try #require(plain.answer?.provenance?.confidence)
        let unsureConfidence = try #require(unsure.answer?.provenance?.confidence)
        #expect(unsureConfidence < plainConfidence)
    }

    @Test func `two options at once are taken for sure`() throws {
        let heard = try Fixture.listen(
            "connection timed out or maybe connection refused",
            Fixture.context(asked: "symptom.message")
        )
        #expect(!heard.isSure)
    }
}
