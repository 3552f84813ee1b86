import Messages
import Testing

@testable import Language

@Suite struct TimeTests {
    /// The call starts on Thursday, 2026-11-19.
    @Test(
        arguments: [
            ("yesterday", "2026-11-18"), ("since yesterday", "2026-11-18"),
            ("today", "2026-11-19"), ("this morning", "2026-11-19"), ("last night", "2026-11-18"),
            ("the day before yesterday", "2026-11-17"), ("since last tuesday", "2026-11-17"),
            ("since monday", "2026-11-16"), ("since thursday", "2026-11-12"),
            ("three days ago", "2026-11-16"), ("a week ago", "2026-11-12"),
            ("for about two weeks", "2026-11-05"), ("for a couple of days", "2026-11-17"),
            ("last week", "2026-11-12"), ("a month ago", "2026-10-19"),
            ("since the 12th", "2026-11-12"), ("since the 25th", "2026-10-25"),
            ("since november third", "2026-11-03"), ("on the third of november", "2026-11-03"),
            ("december 3", "2025-12-03"), ("since june", "2026-06-01"),
            ("since may", "2026-05-01"), ("over the weekend", "2026-11-14"),
            ("since i swapped my router yesterday", "2026-11-18"),
            ("half a year ago", "2026-05-19"), ("since february 29th", "2024-02-29"),
            ("two hours ago", "2026-11-19"), ("for ten years", "2016-11-19"),
        ]
    )
    func `a day is not the one that was meant`(says: String, day: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "symptom.since"))
        #expect(heard.answer?.value?.key == day)
        #expect(heard.answer?.value?.kind == .date)
    }

    @Test(
        arguments: [
            ("it started on monday and it is annoying", "2026-11-16"),
            ("it stopped working yesterday", "2026-11-18"),
            ("the vpn is down for three days", "2026-11-16"),
            ("i called yesterday", nil), ("it may be the router", nil),
            ("since it is broken i am annoyed", nil), ("i march on", nil),
            ("since the change but i called yesterday", nil),
            ("wait for a second", nil),
        ] as [(String, String?)]
    )
    func `a day is taken as the beginning without having been said`(says: String, day: String?)
        throws
    {
        let heard = try Fixture.listen(says, Fixture.context(asked: "test.internet"))
        let fact = heard.volunteered.first { $0.key == "symptom.since" }
        #expect(fact?.value?.key == day)
    }

    @Test(
        arguments: [
            ("after like thirty seconds", 30, "30 seconds"), ("half an hour", 1_800, "30 minutes"),
            ("an hour and a half", 5_400, "1.5 hours"),
            ("one and a half hours", 5_400, "1.5 hours"),
            ("a couple of minutes", 120, "2 minutes"), ("a minute", 60, "1 minute"),
            ("five to ten minutes", 600, "5 to 10 minutes"), ("2 weeks", 1_209_600, "2 weeks"),
            ("twenty five minutes or so", 1_500, "25 minutes"),
        ]
    )
    func `a length of time is wrong`(says: String, seconds: Double, text: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "symptom.duration"))
        #expect(heard.answer?.value?.number == seconds)
        #expect(heard.answer?.value?.text == text)
    }

    @Test(
        arguments: [
            ("two or three times a day", 2.5, "2 to 3 times a day"),
            ("once a day", 1, "once a day"),
            ("twice a day", 2, "2 times a day"), ("every hour", 24, "every hour"),
            ("every ten minutes or so", 144, "every 10 minutes"),
            ("every other day", 0.5, "every 2 days"),
            ("a couple times an hour", 48, "2 times a hour"),
            ("daily", 1, "every day"), ("hourly", 24, "every hour"),
            ("every morning", 1, "every morning"), ("it happens every night", 1, "every night"),
        ]
    )
    func `a frequency is wrong`(says: String, timesADay: Double, text: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "symptom.frequency"))
        #expect(heard.answer?.value?.number == timesADay)
        #expect(heard.answer?.value?.text == text)
    }

    @Test func `days and their parts disagree`() {
        // 2000-02-29 is day 11016, a Tuesday; 1969-12-31 is day -1, a Wednesday.
        #expect(CivilDay(year: 2_000, month: 2, day: 29).number == 11_016)
        #expect(CivilDay(number: 11_016).text == "2000-02-29")
        #expect(CivilDay(number: 11_016).weekday == 2)
        #expect(CivilDay(number: -1).text == "1969-12-31")
        #expect(CivilDay(number: -1).weekday == 3)
        #expect(CivilDay(year: 2_027, month: 1, day: 31).adding(months: 1).text == "2027-02-28")
        #expect(CivilDay(year: 2_028, month: 3, day: 31).adding(months: -1).text == "2028-02-29")
        for number in stride(from: -200_000, through: 200_000, by: 97) {
            let (year, month, day) = CivilDay(number: number).parts
            #expect(CivilDay(year: year, month: month, day: day).number == number)
        }
    }

    @Test func `a zone that does not exist is accepted`() {
        #expect(CallClock.isZone("America/New_York"))
        #expect(CallClock.isZone("UTC"))
        #expect(!CallClock.isZone("America/Nowhere"))
        #expect(!CallClock.isZone("Eastern"))
        #expect(!CallClock.isZone(""))
        #expect(!CallClock.isZone("../../etc/passwd"))
    }
}
