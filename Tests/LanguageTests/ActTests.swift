import Messages
import Testing

@testable import Language

@Suite struct ActTests {
    static let rows: [Row] = [
        Row(
            asked: "test.light",
            says: "hang on okay yeah its on but whats a hotspot",
            answer: "yes",
            acts: [.questionBack, .wait],
            question: "whats a hotspot"
        ),
        Row(asked: "test.light", says: "one second okay no its off", answer: "no", acts: [.wait]),
        Row(asked: "test.light", says: "hang on let me check if its on", acts: [.wait]),
        Row(asked: "test.light", says: "hold on i am going upstairs", acts: [.wait]),
        Row(
            asked: "symptom.message",
            says: "let me see connection refused",
            answer: "refused",
            acts: [.wait]
        ),
        Row(
            asked: "environment.computers",
            says: "give me a second seven",
            answer: "7",
            acts: [.wait]
        ),
        Row(
            asked: "test.light",
            says: "i dont know just get me a human",
            acts: [.doesNotKnow, .wantsPerson]
        ),
        Row(asked: "symptom.message", says: "agent please", acts: [.wantsPerson]),
        Row(asked: "symptom.message", says: "okay just a human", acts: [.wantsPerson]),
        Row(asked: "symptom.message", says: "talk to someone", acts: [.wantsPerson]),
        Row(asked: "symptom.message", says: "no put me through", acts: [.wantsPerson]),
        Row(
            asked: "symptom.message",
            says: "could i please speak to a real person",
            acts: [.questionBack, .wantsPerson],
            question: "could i please speak to a real person"
        ),
        Row(
            asked: "symptom.message",
            says: "i would like to talk with an actual human",
            acts: [.wantsPerson]
        ),
        Row(
            asked: "symptom.message",
            says: "isnt there anybody i can talk to",
            acts: [.wantsPerson]
        ),
        Row(asked: "symptom.message", says: "connect me to someone", acts: [.wantsPerson]),
        // A person who is spoken of is not wanted.
        Row(asked: "environment.computers", says: "just a person or two", answer: "2"),
        Row(
            asked: "context.trigger",
            says: "a person replaced the router",
            answer: "router-replaced"
        ),
        Row(
            asked: "symptom.message",
            says: "i was talking to someone when it was refused",
            answer: "refused"
        ),
        // Nor does a time that is told ask for time.
        Row(asked: "test.light", says: "yes after a minute", answer: "yes"),
        Row(asked: "test.light", says: "just a minute", acts: [.wait]),
        Row(asked: "environment.computers", says: "one second", acts: [.wait]),
        Row(asked: "symptom.duration", says: "give me a second", acts: [.wait]),
        Row(asked: "symptom.since", says: "hang on a second", acts: [.wait]),
        Row(
            asked: "symptom.message",
            says: "its fixed now thank you",
            acts: [.fixed, .thanks]
        ),
        Row(
            asked: "environment.provider",
            says: "comcast but why do you need that",
            answer: "comcast",
            acts: [.questionBack],
            question: "why do you need that"
        ),
        Row(
            asked: "test.light",
            says: "How do you restart a router?",
            acts: [.questionBack],
            question: "How do you restart a router"
        ),
        Row(
            asked: "test.light",
            says: "Is there anything I can do quickly?",
            acts: [.questionBack],
            question: "Is there anything I can do quickly"
        ),
        Row(
            asked: "test.light",
            says: "I have a meter but I don't know how to use it on the router.",
            acts: [.questionBack, .doesNotKnow],
            question: "how to use it on the router"
        ),
        Row(
            asked: "test.light",
            says: "I am not aware of the password of the router.",
            acts: [.questionBack, .doesNotKnow],
            question: "I am not aware of the password of the router"
        ),
        Row(
            asked: "test.light",
            says: "No, I don't know how to check the antenna",
            acts: [.questionBack, .doesNotKnow],
            question: "how to check the antenna"
        ),
        Row(asked: "test.light", says: "no idea sorry", acts: [.doesNotKnow]),
        // Speech recognition writes no question mark.
        Row(
            asked: "test.light",
            says: "you mean the light on the front",
            acts: [.repeat]
        ),
        Row(asked: "environment.provider", says: "do you mean who i pay", acts: [.repeat]),
        Row(
            asked: "environment.provider",
            says: "you mean like who i pay its verizon",
            answer: "verizon"
        ),
        Row(
            asked: "test.light",
            says: "which lamp do you mean",
            acts: [.questionBack],
            question: "which lamp do you mean"
        ),
        Row(
            asked: "fix.port-forwarding",
            says: "how long should i hold it",
            acts: [.questionBack],
            question: "how long should i hold it"
        ),
        Row(
            asked: "fix.port-forwarding",
            says: "should the computer be running",
            acts: [.questionBack],
            question: "should the computer be running"
        ),
        Row(
            asked: "fix.port-forwarding",
            says: "all my settings will be gone wont they",
            acts: [.questionBack],
            question: "all my settings will be gone wont they"
        ),
        Row(asked: "test.light", says: "which one", acts: [.repeat]),
        Row(asked: "environment.provider", says: "what do you mean", acts: [.repeat]),
        Row(asked: "symptom.since", says: "hello are you there", acts: [.repeat]),
        Row(asked: "environment.provider", says: "can you hear me", acts: [.repeat]),
        Row(asked: "test.light", says: "is anybody there", acts: [.repeat]),
        Row(asked: "environment.provider", says: "can you hear me its comcast", answer: "comcast"),
        Row(
            asked: "customer.availability",
            says: "do you work weekends",
            acts: [.questionBack],
            question: "do you work weekends"
        ),
        Row(
            asked: "environment.provider",
            says: "comcast should i get a new router",
            answer: "comcast",
            acts: [.questionBack],
            question: "should i get a new router"
        ),
        Row(
            asked: "test.vpn-cellular",
            says: "i have no hotspot but let me ask my wife",
            acts: [.wait]
        ),
        Row(
            asked: "test.vpn-cellular",
            says: "the upstairs lamp or the downstairs lamp",
            acts: [.questionBack],
            question: "the upstairs lamp or the downstairs lamp"
        ),
        Row(
            asked: "symptom.message",
            says: "what happens is it was refused",
            answer: "refused"
        ),
        Row(asked: "symptom.message", says: "could you say that a bit slower", acts: [.repeat]),
        Row(asked: "symptom.message", says: "i can barely hear you", acts: [.repeat]),
        Row(asked: "symptom.message", says: "hold the line", acts: [.wait]),
        Row(asked: "customer.email", says: "i dont want to give that out", acts: [.declines]),
        Row(asked: "symptom.message", says: "get me someone who knows", acts: [.wantsPerson]),
        Row(asked: "symptom.message", says: "youd have to ask my wife", acts: [.doesNotKnow]),
        // What is asked for is neither an answer nor the end of the issue.
        Row(
            asked: "test.light",
            says: "How will knowing that help?",
            acts: [.questionBack],
            question: "How will knowing that help"
        ),
        Row(asked: "test.light", says: "could you say that again", acts: [.repeat]),
        Row(asked: "symptom.message", says: "I don't know what it said", acts: [.doesNotKnow]),
        Row(
            asked: "symptom.duration",
            says: "I'm not sure when it started",
            acts: [.doesNotKnow]
        ),
        Row(asked: "symptom.message", says: "sorry what was that", acts: [.repeat]),
        Row(asked: "symptom.message", says: "are you a robot", acts: [.offTopic]),
        Row(asked: "symptom.message", says: "whats the weather", acts: [.offTopic]),
        Row(
            asked: "environment.computers",
            says: "my daughter plays soccer and painted the kitchen purple",
            acts: [.offTopic]
        ),
        Row(
            asked: "symptom.duration",
            says: "my neighbours cat ate our goldfish",
            acts: [.offTopic]
        ),
        // Bad answers are no other topic.
        Row(asked: "test.internet", says: "the router makes a funny noise"),
        Row(asked: "symptom.message", says: "hmm well"),
        Row(asked: "symptom.message", says: "okay thanks", acts: [.thanks]),
    ]

    @Test(arguments: rows)
    func `what is wanted beside an answer is missed`(row: Row) throws {
        try row.check()
    }

    @Test(
        arguments: [
            "oh it just started working", "the internet is back", "the problem went away",
            "i got it to work", "now im in", "its back to normal",
        ]
    )
    func `who says that it is over is asked on`(says: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "symptom.since"))
        #expect(heard.acts == [.fixed])
    }

    @Test(
        arguments: [
            "i replaced the battery and that worked for a month",
            "i restarted it and that worked until this morning",
            "it worked again for a day and then it stopped", "the tech said that fixed it but no",
            "she thought that fixed it", "last time that fixed it", "it is working again but slow",
        ]
    )
    func `what did not last ends the call`(says: String) throws {
        for asked in ["symptom.message", "environment.previous-port-forwarding"] {
            let heard = try Fixture.listen(says, Fixture.context(asked: asked))
            #expect(!heard.acts.contains(.fixed))
        }
    }

    @Test(
        arguments: [
            "the agent told me to call you", "when i talk to someone on the phone",
            "i already talked to a person and they could not help", "no need to put me through",
            "dont transfer me", "i would rather not talk to a person",
            "i was talking to somebody and then it fell", "a human error probably",
            "i do not need a person just tell me", "there is no need to talk to a manager",
        ]
    )
    func `a person who is only spoken of is wanted`(says: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "symptom.message"))
        #expect(!heard.acts.contains(.wantsPerson))
    }
}
