import Messages
import Testing

@testable import Language

/// What is said in other words than those of the question, or in several clauses.
@Suite struct ClauseTests {
    typealias Row = SidesTests.Row

    static let nodes = [
        Fixture.node("pump.runs", .yesNo, say: "Does the pump run when you press the switch?"),
        Fixture.node("cable.in", .yesNo, say: "Is the scanner plugged in?"),
        Fixture.node("tap.open", .yesNo, say: "Is the valve open?"),
        Fixture.node("balcony.has", .yesNo, say: "Do you keep the bike on a balcony?"),
        Fixture.node("steam.only", .yesNo, say: "Does it hiss only with steam?"),
        Fixture.node("lamp.bright", .yesNo, say: "Is the lamp bright?"),
        Fixture.node("floor.water", .yesNo, say: "Do you see water on the floor?"),
        Fixture.node("tray.paper", .yesNo, say: "Is there paper in the tray?"),
        Fixture.node("bolt.loose", .yesNo, say: "Is the bolt loose?"),
        Fixture.node("sync.ever", .yesNo, say: "Has the watch ever synced with the phone?"),
        Fixture.node(
            "engine.smooth",
            .yesNo,
            options: [
                Fixture.option("yes", "smooth", ["runs evenly"]),
                Fixture.option("no", "rough", ["it rattles", "choppy"]),
            ],
            say: "Does the mower run smoothly?"
        ),
        Fixture.node(
            "check.feet",
            .check,
            options: [
                Fixture.option("pass", "stands", ["it stands"]),
                Fixture.option("fail", "tilts", ["it tilts", "a foot moves"]),
                Fixture.option("not-possible", "not possible", ["cannot reach it"]),
            ],
            say: "Lean on the shelf. Does it stand?"
        ),
        Fixture.node("check.strap", .check, say: "Pull at the strap. Is it tight?"),
        Fixture.node("check.beep", .check, say: "Press the key twice. Do you hear a beep?"),
        Fixture.node(
            "fix.print",
            .fix,
            options: [
                Fixture.option("fixed", "fixed", ["print is sharp"]),
                Fixture.option("not-fixed", "did not help", ["still smears"]),
                Fixture.option("unable", "unable", ["i cant find the cover"]),
            ],
            say: "Please clean the roller and print a page. Is the print sharp now?"
        ),
        Fixture.node("fix.sound", .fix, say: "Please restart the radio. Does it play now?"),
    ]

    @Test(
        arguments: [
            Row(asked: "cable.in", says: "yes but it won't scan", answer: "yes"),
            Row(asked: "cable.in", says: "it is but nothing lights up", answer: "yes"),
            Row(asked: "cable.in", says: "It is plugged in, but nothing moves.", answer: "yes"),
            Row(asked: "tap.open", says: "it's open but i don't hear a thing", answer: "yes"),
            Row(asked: "balcony.has", says: "i do i just don't ride it", answer: "yes"),
            Row(asked: "balcony.has", says: "yeah we have no shed", answer: "yes"),
            Row(asked: "balcony.has", says: "yeah i do and i can't carry it down", answer: "yes"),
            Row(asked: "cable.in", says: "a bit crooked but yes", answer: "yes"),
            Row(
                asked: "pump.runs",
                says: "i pressed the switch but the pump doesn't run",
                answer: "no"
            ),
            Row(asked: "cable.in", says: "no but the battery is in", answer: "no"),
            Row(
                asked: "cable.in",
                says: "i was upstairs but the scanner is plugged in",
                answer: "yes"
            ),
            Row(asked: "bolt.loose", says: "it was loose", answer: "yes"),
        ]
    )
    func `what follows a "but" is taken for the answer`(row: Row) throws { try check(row) }

    @Test(
        arguments: [
            Row(asked: "cable.in", says: "it was until last night", answer: "no"),
            Row(asked: "cable.in", says: "it was but somebody took the plug", answer: "no"),
            Row(asked: "cable.in", says: "it wasn't but now it is", answer: "yes"),
            Row(asked: "lamp.bright", says: "it used to be", answer: "no"),
            Row(asked: "tray.paper", says: "it was empty but i put some in", answer: "yes"),
            Row(asked: "tray.paper", says: "there was but it ran out", answer: "no"),
            Row(asked: "sync.ever", says: "it did until last month", answer: ""),
            Row(asked: "sync.ever", says: "it used to", answer: ""),
        ]
    )
    func `what was is taken for what is`(row: Row) throws { try check(row) }

    @Test(
        arguments: [
            Row(asked: "steam.only", says: "it hisses without steam too", answer: "no"),
            Row(asked: "steam.only", says: "either way", answer: "no"),
            Row(asked: "steam.only", says: "all the time", answer: "no"),
            Row(asked: "steam.only", says: "with the grill as well", answer: "no"),
            Row(asked: "steam.only", says: "only with steam", answer: "yes"),
            Row(asked: "steam.only", says: "it isn't only with steam", answer: "no"),
        ]
    )
    func `a question whether something is only so is affirmed by what is always so`(row: Row) throws
    {
        try check(row)
    }

    @Test(
        arguments: [
            Row(asked: "lamp.bright", says: "it's rather dim", answer: "no"),
            Row(asked: "lamp.bright", says: "it isn't dim", answer: "yes"),
            Row(asked: "floor.water", says: "it's all dry", answer: "no"),
            Row(asked: "tray.paper", says: "it's empty", answer: "no"),
            Row(asked: "tray.paper", says: "it isn't empty", answer: "yes"),
            Row(asked: "bolt.loose", says: "it sits firm", answer: "no"),
            Row(asked: "check.strap", says: "there's no slack", answer: "pass"),
            Row(asked: "check.strap", says: "it's a bit slack", answer: "fail"),
            Row(asked: "cable.in", says: "i don't think it's not plugged in", answer: "yes"),
            Row(asked: "cable.in", says: "not really it isn't plugged in", answer: "no"),
            Row(asked: "cable.in", says: "It's not. It isn't plugged in.", answer: "no"),
            Row(asked: "cable.in", says: "i don't think so, it isn't plugged in", answer: "no"),
        ]
    )
    func `an opposite is taken for the word itself`(row: Row) throws { try check(row) }

    @Test(
        arguments: [
            Row(asked: "engine.smooth", says: "it doesn't rattle", answer: "yes"),
            Row(asked: "engine.smooth", says: "it's not choppy at all", answer: "yes"),
            Row(asked: "engine.smooth", says: "no it doesn't rattle", answer: "yes"),
            Row(asked: "engine.smooth", says: "it rattles", answer: "no"),
            Row(asked: "check.feet", says: "no tilting", answer: "pass"),
            Row(asked: "check.feet", says: "no foot moves", answer: "pass"),
            Row(asked: "check.feet", says: "no it doesn't tilt", answer: "pass"),
            Row(asked: "check.feet", says: "no, a foot moves", answer: "fail"),
            Row(asked: "check.beep", says: "no beep", answer: "fail"),
            Row(asked: "check.beep", says: "no", answer: "fail"),
            Row(asked: "fix.print", says: "no smears", answer: "fixed"),
            Row(asked: "fix.print", says: "the smears are gone", answer: "fixed"),
            Row(asked: "fix.print", says: "i don't see any smears", answer: "fixed"),
            Row(asked: "fix.print", says: "i can't find the cover", answer: "unable"),
            Row(asked: "fix.print", says: "i don't see how", answer: "unable"),
            // Nothing is known of it.
            Row(asked: "check.feet", says: "no clatter"),
        ]
    )
    func `a denied fault is taken for the fault`(row: Row) throws { try check(row) }

    @Test(
        arguments: [
            Row(asked: "fix.sound", says: "it works fine", answer: "fixed"),
            Row(asked: "fix.sound", says: "all back to normal", answer: "fixed"),
            Row(asked: "fix.sound", says: "still silent", answer: "not-fixed"),
            Row(asked: "fix.sound", says: "it still crackles", answer: "not-fixed"),
            Row(asked: "fix.sound", says: "didn't make any difference", answer: "not-fixed"),
            Row(asked: "fix.sound", says: "no more problems", answer: "fixed"),
            // Said at anything.
            Row(asked: "fix.sound", says: "okay good"),
            Row(asked: "fix.sound", says: "it works but not for long"),
            Row(asked: "fix.sound", says: "it works for a minute"),
        ]
    )
    func `what a fix came to is not understood`(row: Row) throws { try check(row) }

    @Test func `a short time that something worked is taken for a wish to wait`() throws {
        for says in ["it played for a moment", "it was silent after a minute"] {
            #expect(try !listen(says, "fix.sound").acts.contains(.wait), "\(says)")
        }
        #expect(try listen("hold on for a moment", "fix.sound").acts == [.wait])
    }

    @Test func `what a test came to is taken for talk of something else`() throws {
        let heard = try listen("it swayed slightly toward my left knee", "check.feet")
        #expect(!heard.acts.contains(.offTopic))
    }

    /// Neither repeats the question nor denies it.
    @Test(arguments: ["my sister has one downstairs", "next to the other machines"])
    func `words without a side are taken for a sure yes`(says: String) throws {
        let heard = try listen(says, "cable.in")
        #expect(!heard.isSure)
    }

    @Test(
        arguments: [
            Row(
                asked: "Ist der Scanner angeschlossen?",
                says: "er war bis gestern angeschlossen",
                answer: "no"
            ),
            Row(
                asked: "Ist der Scanner angeschlossen?",
                says: "ja aber er scannt nicht",
                answer: "yes"
            ),
            Row(asked: "Zischt es nur mit Dampf?", says: "auch ohne Dampf", answer: "no"),
            Row(asked: "Zischt es nur mit Dampf?", says: "die ganze Zeit", answer: "no"),
            Row(asked: "Zischt es nur mit Dampf?", says: "nur mit Dampf", answer: "yes"),
        ]
    )
    func `clauses are read in one language alone`(row: Row) throws {
        let heard = try Fixture.listen(
            row.says,
            asked: Fixture.node("gefragt", .yesNo, say: row.asked),
            language: .of("de-DE")
        )
        #expect(heard.answer?.value?.key == row.answer)
    }

    private func check(_ row: Row) throws {
        let heard = try listen(row.says, row.asked)
        #expect(heard.sureKey == row.answer, "\(heard)")
    }

    private func listen(_ says: String, _ asked: String) throws -> Understanding {
        let node = try #require(Self.nodes.first { $0.fact == asked })
        return try Fixture.listen(says, asked: node)
    }
}
