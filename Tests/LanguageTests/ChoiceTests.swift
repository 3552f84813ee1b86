import Messages
import Testing

@testable import Language

/// Options that are told by their place, by denying others, or beside others.
@Suite struct ChoiceTests {
    static let nodes = [
        Fixture.node(
            "drive",
            .choice,
            options: [
                Fixture.option("tape", "a tape", ["tape"]),
                Fixture.option("disk", "a disk", ["disk", "the spinning one"]),
                Fixture.option("flash", "flash memory", ["flash memory", "an ssd"]),
            ],
            say: "Do you store it on a disk, in flash memory or on tape?"
        ),
        Fixture.node(
            "door",
            .choice,
            options: [
                Fixture.option("front", "the front door", ["the front door", "main entrance"]),
                Fixture.option("back", "the back door", ["the back door", "the garden one"]),
            ],
            say: "Is it the front door or the back door?"
        ),
        Fixture.node(
            "lamp",
            .choice,
            options: [
                Fixture.option("blue", "blue", ["blue"]),
                Fixture.option("white", "white", ["white"]),
            ],
            say: "Which color has the lamp?"
        ),
        Fixture.node(
            "devices",
            .choice,
            options: [
                Fixture.option("one", "one device", ["just my tablet", "only one"]),
                Fixture.option("every", "all devices", ["every one of them", "all of them"]),
            ],
            say: "Is it one device or are there more?"
        ),
        Fixture.node(
            "side",
            .choice,
            options: [
                Fixture.option("left", "left", ["on the left", "left"]),
                Fixture.option("right", "right", ["on the right", "right"]),
            ],
            say: "On which side is it?"
        ),
        Fixture.node(
            "signal",
            .choice,
            options: [
                Fixture.option("lit", "on", ["it blinks"]),
                Fixture.option("dark", "off", ["no light at all"]),
            ],
            say: "What does the signal do?"
        ),
        Fixture.node(
            "stage",
            .choice,
            options: [
                Fixture.option("start", "starting", ["when it starts"]),
                Fixture.option("stop", "stopping", ["when it stops"]),
            ],
            say: "Does it squeak when it starts or when it stops?"
        ),
    ]

    @Test(
        arguments: [
            ("drive", "the first one", "disk"), ("drive", "number two", "flash"),
            ("drive", "the last", "tape"), ("drive", "the third option", "tape"),
            ("drive", "second", "flash"), ("door", "the former", "front"),
            ("door", "the latter", "back"),
            // The question names none.
            ("lamp", "the first one", ""), ("drive", "every last one of them", ""),
            ("drive", "first of all hello there", ""), ("drive", "number zero", ""),
            ("side", "the one on the front right", "right"),
            // A short label is heard as it stands.
            ("signal", "off", "dark"), ("signal", "the light is off", "dark"),
            ("door", "not the front door", "back"), ("door", "not the garden one", "front"),
            ("drive", "not tape", ""),
            ("lamp", "it was blue but now it's white", "white"),
            ("lamp", "earlier it was white now it's blue", "blue"),
            ("lamp", "blue is fine white is missing", "white"),
            ("door", "the front door works fine it's the back door", "back"),
            ("devices", "just my tablet", "one"), ("devices", "only on my tablet", "one"),
            ("devices", "only one", "one"), ("devices", "every one of them", "every"),
            ("devices", "my tablet my camera and the speaker", ""),
            ("devices", "not just one all of them", "every"),
            ("lamp", "no blue no white", ""), ("lamp", "blue no its white", "white"),
            ("lamp", "it's white ah no blue", "blue"),
            ("devices", "just my tablet no all of them", "every"),
            ("devices", "just my tablet no wait the speaker has it as well", ""),
            ("stage", "when it starts", "start"), ("stage", "when it's stopping", "stop"),
        ]
    )
    func `an option that is not said by its phrase alone is missed`(
        asked: String,
        says: String,
        key: String
    ) throws {
        let node = try #require(Self.nodes.first { $0.fact == asked })
        let heard = try Fixture.listen(says, asked: node)
        #expect(heard.sureKey == key, "\(heard)")
        #expect(!heard.acts.contains(.questionBack))
    }

    /// Goal: a label, which is short and may be said of anything, answers only the question that was asked.
    @Test func `a label that was said of something else is volunteered`() throws {
        let signal = try #require(Self.nodes.first { $0.fact == "signal" })
        let heard = try Listener(language: .of("en-US")).listen(
            to: [Alternative(text: "i turned it off and on")],
            in: ListeningContext(
                open: [Fixture.listened(signal)],
                lexicon: Fixture.lexicon,
                clock: Fixture.clock,
                volunteerThreshold: 0.5
            )
        )
        #expect(heard.volunteered.isEmpty)
    }
}
