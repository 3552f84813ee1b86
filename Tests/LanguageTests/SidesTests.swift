import Messages
import Testing

@testable import Language

/// Questions with two sides, asked in words that answers may echo.
@Suite struct SidesTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var asked: String
        var says: String
        /// The answer's key; empty when nothing may be taken for sure.
        var answer = ""
        var testDescription: String { "\(asked): \(says)" }
    }

    static let nodes = [
        Fixture.node(
            "fix.brighter",
            .fix,
            options: [
                Fixture.option("fixed", "fixed", ["it is darker", "looks good"]),
                Fixture.option("not-fixed", "did not help", ["still faint"]),
                Fixture.option("unable", "unable", ["no such menu"]),
            ],
            say: "Set the darkness to twelve. Is it dark now?"
        ),
        Fixture.node("fix.print", .fix, say: "Switch it off and on. Does it print now?"),
        Fixture.node(
            "check.light",
            .check,
            options: [
                Fixture.option("pass", "green", ["solid green"]),
                Fixture.option("fail", "red", ["its red", "no light"]),
            ],
            say: "Look at the light beside the plug. Is it green?"
        ),
        Fixture.node(
            "device.cordless",
            .yesNo,
            options: [
                Fixture.option("yes", "cordless", ["its cordless"]),
                Fixture.option("no", "with cable", ["it has a cable"]),
            ],
            say: "Is it a scanner without a cable?"
        ),
        Fixture.node("device.plain", .yesNo, say: "Is it a scanner without a cable?"),
        Fixture.node("device.printed", .yesNo, say: "Did it print this morning?"),
        Fixture.node("battery.age", .yesNo, say: "Is the battery more than a year old?"),
        Fixture.node("battery.volts", .yesNo, say: "Does it show less than 12 volts?"),
        Fixture.node("nut.tight", .yesNo, say: "Are the nuts of the wheel tight?"),
        Fixture.node(
            "check.label",
            .check,
            options: [
                Fixture.option("pass", "reads", ["reads the box", "it reads"]),
                Fixture.option("fail", "reads nothing", ["does not read"]),
            ],
            say: "Scan the label of a box. Does it read it?"
        ),
    ]

    @Test(
        arguments: [
            Row(asked: "fix.brighter", says: "it's the same", answer: "not-fixed"),
            Row(asked: "fix.brighter", says: "it's worse", answer: "not-fixed"),
            Row(asked: "fix.brighter", says: "I'm not doing that", answer: "unable"),
            Row(
                asked: "fix.brighter",
                says: "no, I waited two minutes and it's the same",
                answer: "not-fixed"
            ),
            Row(asked: "fix.brighter", says: "yes it is", answer: "fixed"),
            Row(asked: "fix.brighter", says: "no need it works now", answer: "fixed"),
            Row(asked: "fix.print", says: "yes the fuse was out it works now", answer: "fixed"),
            Row(asked: "fix.print", says: "right now it doesn't", answer: "not-fixed"),
            Row(asked: "check.light", says: "great hang on"),
            Row(asked: "check.light", says: "good question let me check"),
            Row(asked: "check.light", says: "it's down there and it's green", answer: "pass"),
            Row(asked: "check.light", says: "i don't have a green light"),
            Row(asked: "check.label", says: "an error came up", answer: "fail"),
            Row(asked: "device.plain", says: "yes and no"),
            Row(asked: "fix.brighter", says: "it is", answer: "fixed"),
            Row(asked: "fix.brighter", says: "it's dark now", answer: "fixed"),
            Row(asked: "fix.brighter", says: "it isn't", answer: "not-fixed"),
            Row(asked: "fix.brighter", says: "it's not dark", answer: "not-fixed"),
            Row(asked: "fix.print", says: "it's the same", answer: "not-fixed"),
            Row(asked: "fix.print", says: "I'm not doing that", answer: "unable"),
            Row(asked: "fix.print", says: "it does", answer: "fixed"),
            Row(asked: "fix.print", says: "it does thanks", answer: "fixed"),
            Row(asked: "fix.print", says: "I have two of them"),
            // What was done, or will be, is no result.
            Row(asked: "fix.print", says: "yeah okay I'll do that"),
            Row(asked: "fix.print", says: "okay sure"),
            Row(asked: "fix.print", says: "sure"),
            Row(asked: "fix.print", says: "yes I'm doing it now"),
            Row(asked: "fix.print", says: "yes I already unplugged it this morning"),
            Row(asked: "fix.print", says: "yes I did"),
            Row(asked: "fix.print", says: "I did"),
            Row(asked: "fix.print", says: "not yet"),
            Row(asked: "fix.print", says: "okay it's off now"),
            Row(asked: "fix.print", says: "yeah I did all that and no", answer: "not-fixed"),
            Row(asked: "fix.print", says: "yes it prints", answer: "fixed"),
            Row(asked: "fix.print", says: "yes thank you it works now", answer: "fixed"),
            Row(asked: "check.light", says: "yeah go ahead"),
            Row(asked: "check.light", says: "okay I look at the plug"),
            Row(asked: "check.light", says: "yes solid green", answer: "pass"),
            Row(asked: "fix.print", says: "it works now but only one page and then it stops"),
            Row(asked: "fix.print", says: "it was working again for a minute"),
            Row(asked: "fix.print", says: "it works again oh no it stopped"),
            Row(asked: "fix.print", says: "it's back no it stopped again"),
            Row(asked: "fix.print", says: "working like a charm", answer: "fixed"),
            Row(asked: "device.plain", says: "I have the exact one"),
            // A "no" that stands for itself denies nothing after it.
            Row(asked: "check.light", says: "there it is no it's red", answer: "fail"),
            Row(asked: "check.light", says: "I looked and no it's red", answer: "fail"),
            Row(asked: "check.light", says: "no no it's red", answer: "fail"),
            Row(asked: "check.light", says: "yes uh no it's red", answer: "fail"),
            Row(asked: "check.light", says: "there is no light", answer: "fail"),
            Row(asked: "check.label", says: "I tried and no same error", answer: "fail"),
            Row(asked: "check.light", says: "it's orange"),
            Row(asked: "battery.age", says: "I bought it six months ago", answer: "no"),
            Row(asked: "battery.age", says: "about three years", answer: "yes"),
            Row(asked: "battery.age", says: "less than six months", answer: "no"),
            Row(asked: "battery.age", says: "more than two years", answer: "yes"),
            Row(asked: "battery.volts", says: "it shows 11.4", answer: "yes"),
            Row(asked: "battery.volts", says: "12.6 volts", answer: "no"),
            Row(asked: "nut.tight", says: "all the nuts are tight", answer: "yes"),
            Row(asked: "nut.tight", says: "one of them is loose", answer: "no"),
            Row(asked: "check.light", says: "it's purple"),
            Row(asked: "check.light", says: "it is yellow"),
            Row(asked: "check.light", says: "it's flashing"),
            Row(asked: "check.light", says: "there's a light but it's amber"),
            Row(asked: "check.light", says: "it's off"),
            Row(asked: "check.light", says: "it isn't flashing"),
            Row(asked: "check.light", says: "it's green", answer: "pass"),
            Row(asked: "check.light", says: "it is I think", answer: "pass"),
            Row(asked: "check.light", says: "no it's orange", answer: "fail"),
            Row(asked: "check.light", says: "it's red", answer: "fail"),
            Row(asked: "device.cordless", says: "it's on my desk"),
            Row(asked: "device.cordless", says: "it's purple"),
            Row(asked: "device.cordless", says: "it's broken"),
            Row(asked: "device.cordless", says: "no, it has a cable", answer: "no"),
            Row(asked: "device.cordless", says: "no it's got a cable", answer: "no"),
            Row(asked: "device.plain", says: "no, it has a cable", answer: "no"),
            Row(asked: "device.plain", says: "no it's got a cable", answer: "no"),
            Row(asked: "device.plain", says: "it has a cable"),
            Row(asked: "device.plain", says: "it's a scanner with a cable"),
            Row(asked: "device.plain", says: "it is", answer: "yes"),
            Row(asked: "device.plain", says: "yes no wait, no", answer: "no"),
            Row(asked: "device.plain", says: "yes wait no"),
            Row(asked: "device.plain", says: "no wait, yes", answer: "yes"),
            Row(asked: "device.printed", says: "it did", answer: "yes"),
            Row(asked: "device.printed", says: "it did this morning", answer: "yes"),
            Row(asked: "device.printed", says: "I did everything you said"),
        ]
    )
    func `a verb of the question is taken for yes whatever follows it`(row: Row) throws {
        try check(row)
    }

    @Test(
        arguments: [
            Row(asked: "device.cordless", says: "it has a cable", answer: "no"),
            Row(asked: "device.cordless", says: "it doesn't have a cable", answer: "yes"),
            Row(asked: "device.cordless", says: "there isn't a cable", answer: "yes"),
            Row(asked: "device.cordless", says: "without a cable", answer: "yes"),
            Row(asked: "device.cordless", says: "it does not have any cable", answer: "yes"),
            Row(asked: "device.cordless", says: "there's no cable", answer: "yes"),
            Row(asked: "device.cordless", says: "it isn't cordless", answer: "no"),
            Row(asked: "check.label", says: "it never reads", answer: "fail"),
        ]
    )
    func `a negation around a phrase is lost`(row: Row) throws {
        try check(row)
    }

    /// Asked whether something printed: none of these says so, and all want to know something.
    @Test(arguments: [
        "Did it what? When was that supposed to happen?",
        "Can you first tell me how to check that?",
        "If it did print this morning, what would that mean?",
        "What exactly is a print supposed to look like?",
        "What do you mean by print? I don't understand what you ask.",
        "I don't know how I can see what it printed", "I'm not sure what a print is",
        "Is that what it prints, um?", "please tell me how I can find out",
        "um, how would I see, like, whether it printed, like?",
    ])
    func `a question that says what was asked is taken for an answer`(says: String) throws {
        let heard = try listen(says, asked: "device.printed")
        #expect(heard.answer == nil)
        #expect(heard.acts.first == .questionBack)
    }

    @Test(arguments: ["didn't print, what should I do now?", "it did not print, so what now?"])
    func `an answer before a question is lost`(says: String) throws {
        let heard = try listen(says, asked: "device.printed")
        #expect(heard.answer?.value?.key == "no")
        #expect(heard.acts.contains(.questionBack))
    }

    /// It begins as no question does, and has no word of what was asked.
    @Test func `what is written as a question is taken for an answer`() throws {
        let heard = try listen("any other tips for somebody like me?", asked: "device.printed")
        #expect(heard.acts.contains(.questionBack))
        #expect(!heard.isSure)
    }

    @Test(arguments: ["what box?", "what box", "which label?", "okay what label"])
    func `a question about a word is taken for an answer`(says: String) throws {
        let heard = try listen(says, asked: "check.label")
        #expect(heard.answer == nil)
        #expect(heard.acts == [.questionBack])
    }

    @Test(
        arguments: [
            ("oh sorry, actually it's a Netgear R seven thousand", ""),
            ("sorry, I meant the Netgear R7000", ""),
            ("actually it is the netgear r7000", ""),
            ("actually I have the netgear r7000 and it works", ""),
            ("yes, and I meant the Netgear R7000", "yes"),
            ("nope and actually it's a netgear r7000", "no"),
        ]
    )
    func `a correction also answers the open question`(says: String, answer: String) throws {
        let known = try #require(Fixture.node("environment.router"))
        for asked in ["device.plain", "device.cordless"] {
            let heard = try listen(says, asked: asked, known: [known])
            #expect(heard.acts.contains(.correction))
            #expect(heard.volunteered.map(\.value?.key) == ["netgear-r7000"])
            #expect(heard.answer?.value?.key ?? "" == answer)
        }
    }

    /// One telling word is enough where it is said that something is taken back.
    @Test(
        arguments: [
            "strike that it's a flat", "I mixed it up it's a flat", "actually it's a flat",
            "I said house but it's a flat", "and my home is a flat not a house",
            "we moved and now my home is a top flat",
        ]
    )
    func `an option of one word is not corrected`(says: String) throws {
        let home = Fixture.node(
            "environment.home",
            .choice,
            options: [
                Fixture.option("house", "house", ["house"]),
                Fixture.option("flat", "flat", ["flat", "top flat"]),
            ],
            say: "What kind of home do you have?"
        )
        let heard = try listen(says, asked: "device.plain", known: [home])
        #expect(heard.volunteered.map(\.value?.key) == ["flat"])
        #expect(heard.answer == nil)
        let polite = try listen("sorry it's flat there", asked: "device.plain", known: [home])
        #expect(polite.volunteered.isEmpty)
    }

    private func check(_ row: Row) throws {
        let heard = try listen(row.says, asked: row.asked)
        #expect(heard.sureKey == row.answer, "\(heard)")
    }

    private func listen(
        _ says: String,
        asked: String,
        known: [Node] = []
    ) throws -> Understanding {
        let node = try #require(Self.nodes.first { $0.fact == asked })
        return try Fixture.listen(says, asked: node, known: known)
    }
}
