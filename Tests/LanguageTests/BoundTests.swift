import Messages
import Testing

@testable import Language

/// Amounts beside the bound in a question.
@Suite struct BoundTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var asked: String
        var says: String
        /// Empty when it may not be taken for sure.
        var answer = ""
        var testDescription: String { "\(asked) \(says)" }
        init(_ asked: String, _ says: String, _ answer: String = "") {
            (self.asked, self.says, self.answer) = (asked, says, answer)
        }
    }

    /// Answered on 19 November 2026.
    @Test(
        arguments: [
            Row("Does it freeze more than twice a week?", "once a month", "no"),
            Row("Does it freeze more than twice a week?", "every hour", "yes"),
            Row("Does it freeze more than twice a week?", "three times a day", "yes"),
            Row("Does it freeze more than once a day?", "only once", "no"),
            Row("Do you scan more than fifty sheets a week?", "twenty", "no"),
            Row("Do you scan more than fifty sheets a week?", "seventy sheets a week", "yes"),
            Row("Do you scan more than fifty sheets a week?", "forty tops", "no"),
            Row("Do you scan more than fifty sheets a week?", "two printers"),
            Row("Was the filter changed in the last six months?", "two years ago", "no"),
            Row("Was the filter changed in the last six months?", "three weeks ago", "yes"),
            Row("Was it used in the last month?", "a year ago", "no"),
            Row("Has it happened more than four times?", "just twice", "no"),
            Row("Has it happened more than four times?", "this was the first time", "no"),
            Row("Has it happened more than four times?", "once or twice", "no"),
            Row("Has it happened more than four times?", "six or seven times", "yes"),
            Row("Has it happened more than four times?", "four times", "no"),
            Row("Has it happened more than four times?", "way more than that", "yes"),
            Row("Has it happened more than four times?", "less", "no"),
            Row("Is there more than 2 gigabytes left?", "only one gig", "no"),
            Row("Is there more than 2 gigabytes left?", "nine hundred megabytes", "no"),
            Row(
                "Is the pressure above 28 psi?",
                "twenty on one side and twenty two on the other",
                "no"
            ),
            Row("Is the pressure above 28 psi?", "twenty six in front and thirty one behind"),
            Row("Is the oven more than two years old?", "we bought it in september", "no"),
            Row("Is the oven more than two years old?", "since 2019", "yes"),
            Row("Is the oven more than two years old?", "i got it last week", "no"),
        ]
    )
    func `an amount is taken for another side of the bound`(row: Row) throws {
        let heard = try listen(row.says, row.asked, Fixture.english)
        #expect(heard == row.answer)
    }

    @Test(
        arguments: [
            Row("Ist das Gerät älter als zwei Jahre?", "etwa sechs Monate", "no"),
            Row("Stürzt es mehr als dreimal pro Woche ab?", "jeden Tag", "yes"),
            Row(
                "Wurde der Filter in den letzten sechs Monaten gewechselt?",
                "vor zwei Jahren",
                "no"
            ),
        ]
    )
    func `an amount beside a bound is not reckoned in another language`(row: Row) throws {
        #expect(try listen(row.says, row.asked, .of("de-DE")) == row.answer)
    }

    private func listen(_ says: String, _ asked: String, _ language: SpokenLanguage) throws
        -> String
    {
        let node = Fixture.node("asked", .yesNo, say: asked)
        return try Fixture.listen(says, asked: node, language: language).sureKey
    }
}
