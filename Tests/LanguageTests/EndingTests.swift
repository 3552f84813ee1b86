import Messages
import Testing

@testable import Language

/// What customers say when the issue is gone, or when they will do what they were told.
@Suite struct EndingTests {
    private static let availability = Fixture.node("customer.availability", .windows)
    private static let lamp = Fixture.node(
        "lamp.lit",
        .yesNo,
        say: "Is the yellow lamp on the pump lit?"
    )

    private static let over = [
        "I replaced the hose and it works great now. Thanks for your help.",
        "cleaning the filter solved my problem thank you",
        "i did what i was told to and it was a success thanks so much",
        "You were right. I had it replaced and everything is working perfectly again, thank you!",
        "The new filter seems to have fixed the issue. I appreciate your help.",
        "i changed the hose and the problem is gone thanks",
        "Now my heater is working properly. Thank you.",
    ]

    @Test(arguments: over)
    func `what ends a call is taken for a time to call, or for nothing`(says: String) throws {
        let heard = try Fixture.listen(says, asked: Self.availability)
        #expect(heard.acts == [.fixed, .thanks])
    }

    @Test(arguments: over + ["my heater works perfectly now. thanks for helping!"])
    func `what ends a call answers another question`(says: String) throws {
        let heard = try Fixture.listen(says, asked: Self.lamp)
        #expect(heard.acts == [.fixed, .thanks])
    }

    @Test(
        arguments: [
            "I will get it fixed right away. Thank you!",
            "Okay, I will replace the hose now, thanks.",
            "i need to get it fixed thanks", "Oh, I see now that it is the hose. Thank you.",
            "You were right, the hose was cracked. Thanks for your help!",
            "i tried to get it fixed thanks", "Thank you for helping me today.",
            "It still isn't working right, thanks anyway.",
        ]
    )
    func `what is still to be done ends the issue, or is a time to call`(says: String) throws {
        let heard = try Fixture.listen(says, asked: Self.availability)
        #expect(heard.acts == [.thanks])
    }

    @Test(
        arguments: [
            ("now is fine thanks", "now"), ("right now works thank you", "now"),
            ("im good now thanks", "now"), ("today is good thanks", "today all day Eastern"),
        ]
    )
    func `a time to call ends the issue`(says: String, key: String) throws {
        let heard = try Fixture.listen(says, asked: Self.availability)
        #expect(heard.acts == [.answer, .thanks])
        #expect(heard.answer?.value?.key == key)
    }

    @Test func `what works again answers a question about something else of it`() throws {
        let squeal = Fixture.node("brakes.squeal", .yesNo, say: "Do the brakes squeal?")
        let heard = try Fixture.listen("the brakes are working fine now thanks", asked: squeal)
        #expect(heard.acts == [.fixed, .thanks])
        let work = Fixture.node("brakes.work", .yesNo, say: "Are the brakes working?")
        #expect(
            try Fixture.listen("the brakes are working now thanks", asked: work).sureKey == "yes"
        )
    }

    @Test func `an answer ends the call because it is polite`() throws {
        let prints = Fixture.node("prints", .yesNo, say: "Does it print now?")
        for says in ["it prints now thanks", "yes it works now thank you"] {
            let heard = try Fixture.listen(says, asked: prints)
            #expect(heard.sureKey == "yes", "\(heard)")
        }
        let up = Fixture.node("server.up", .yesNo, say: "Is the server up and running?")
        #expect(try Fixture.listen("its up and running now", asked: up).answer != nil)
        let lit = try Fixture.listen("yes its lit now thanks", asked: Self.lamp)
        #expect(lit.sureKey == "yes")
        #expect(!lit.acts.contains(.fixed))
    }

    @Test func `a fix that did not last, or was another's, ends the call`() throws {
        for says in [
            "the man said it solved the problem but it stutters", "i thought that fixed the issue",
            "that fixed the problem for a week",
        ] {
            let heard = try Fixture.listen(says, asked: Self.lamp)
            #expect(!heard.acts.contains(.fixed), "\(says)")
        }
    }

    @Test(
        arguments: [
            ("der neue filter hat das problem gelöst vielen dank", true),
            ("ich muss das noch reparieren lassen danke", false),
        ]
    )
    func `in German the issue is not gone, or gone too early`(says: String, isOver: Bool) throws {
        let heard = try Fixture.listen(
            says,
            asked: Self.availability,
            language: SpokenLanguage.of("de-DE")
        )
        #expect(heard.acts.contains(.fixed) == isOver, "\(heard)")
    }
}
