import Messages
import Testing

@testable import Language

/// What is said when an answer with two sides, or a choice, is confirmed.
@Suite struct ConfirmationTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var asked: String
        var confirming: String
        var says: String
        /// The answer's key; "denied" for one that only takes back, empty when nothing may be taken for sure.
        var answer: String
        var testDescription: String { "\(asked) \(confirming): \(says)" }
        init(_ asked: String, _ confirming: String, _ says: String, _ answer: String) {
            (self.asked, self.confirming) = (asked, confirming)
            (self.says, self.answer) = (says, answer)
        }
    }

    static let nodes =
        ClauseTests.nodes + ChoiceTests.nodes + [
            Fixture.node(
                "lamp.state",
                .yesNo,
                options: [
                    Fixture.option("yes", "the lamp is on", ["on"]),
                    Fixture.option("no", "the lamp is off", ["off"]),
                ],
                say: "Is the lamp on?"
            ),
            Fixture.node(
                "drive.kind",
                .choice,
                options: [
                    Fixture.option("disk", "a disk", ["a disk", "spinning"]),
                    Fixture.option("flash", "flash memory", ["flash", "an ssd"]),
                    Fixture.option("tape", "a tape", ["tape"]),
                ],
                say: "Do you have a disk, flash memory or a tape?"
            ),
        ]

    /// It is Thursday 2026-11-19, 16:40 in New York.
    @Test(
        arguments: [
            (
                "next friday at ten", "no between ten thirty and four",
                "Friday November 27 10:30 AM to 4 PM Eastern"
            ),
            ("next friday at ten", "no tomorrow", "tomorrow all day Eastern"),
            ("next friday at ten", "no any evening", "every day evening Eastern"),
            (
                "every day after two or around nine",
                "no between two in the afternoon and nine at night",
                "every day 2 PM to 9 PM Eastern"
            ),
            (
                "monday at ten pacific", "no at eleven", "Monday November 23 around 11 AM Pacific"
            ),
        ]
    )
    func `hours instead of those that are confirmed are put on another day`(
        confirming: String,
        says: String,
        text: String
    ) throws {
        let asked = "customer.availability"
        let before = try Fixture.listen(confirming, Fixture.context(asked: asked)).answer
        let heard = try Fixture.listen(says, Fixture.context(asked: asked, confirming: before))
        #expect(heard.answer?.value?.text == text)
    }

    @Test(
        arguments: [
            Row("pump.runs", "no", "no it doesn't", "no"),
            Row("pump.runs", "no", "no the pump doesn't run", "no"),
            Row("pump.runs", "no", "nope never", "no"),
            Row("pump.runs", "no", "right it doesn't run", "no"),
            Row("pump.runs", "no", "no it does run", "yes"),
            Row("pump.runs", "no", "no it does", "yes"),
            Row("pump.runs", "yes", "no it doesn't", "denied"),
            Row("pump.runs", "yes", "no", "denied"),
            Row("pump.runs", "yes", "yes it does", "yes"),
            Row("pump.runs", "yes", "it does", "yes"),
            // A "yes" to what it then contradicts.
            Row("check.feet", "fail", "yes it stands", "pass"),
            Row("pump.runs", "no", "yes exactly", "no"),
            Row("pump.runs", "no", "yes it doesn't run", "no"),
            Row("tap.open", "no", "no it's closed", "no"),
            Row("tap.open", "yes", "it's closed", "no"),
            Row("balcony.has", "no", "no we have no balcony", "no"),
            Row("check.feet", "fail", "no it stands", "pass"),
            Row("check.feet", "fail", "no no a foot moves", "fail"),
            Row("check.beep", "fail", "no beep", "fail"),
            Row("check.beep", "fail", "no i don't hear one", "fail"),
            Row("fix.print", "not-fixed", "no it still smears", "not-fixed"),
            Row("fix.print", "not-fixed", "no the print is sharp", "fixed"),
            Row("fix.print", "not-fixed", "it's sharp now", "fixed"),
            Row("fix.print", "fixed", "no", "denied"),
            // The words of the confirmation may be what is denied.
            Row("lamp.state", "no", "no it isn't", ""),
            Row("lamp.state", "no", "no it's on", "yes"),
            Row("drive.kind", "disk", "no flash", "flash"),
            Row("drive.kind", "disk", "no that's wrong", "denied"),
            Row("drive.kind", "disk", "no the other one", "denied"),
            Row("door", "back", "no the other door", "front"),
        ]
    )
    func `a "no" that agrees, or a new value, is taken for a denial`(row: Row) throws {
        let node = try #require(Self.nodes.first { $0.fact == row.asked })
        let value = FactValue(kind: node.valueKind, key: row.confirming)
        let heard = try Fixture.listen(
            row.says,
            asked: node,
            confirming: Fact(key: row.asked, value: value)
        )
        let key = heard.answer?.value?.key ?? "denied"
        #expect((heard.isSure ? key : "") == row.answer, "\(heard)")
    }
}
