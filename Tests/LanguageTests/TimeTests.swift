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
            ("about two weeks", "2026-11-05"), ("two weeks now", "2026-11-05"),
            ("two three weeks", "2026-10-29"), ("for the past two weeks", "2026-11-05"),
            ("over the last three days", "2026-11-16"), ("a couple of weeks back", "2026-11-05"),
            ("since noon", "2026-11-19"), ("since nine this morning", "2026-11-19"),
            ("since six pm", "2026-11-18"), ("overnight", "2026-11-18"),
            ("since twenty twenty four", "2024-01-01"), ("more than a week", "2026-11-12"),
            ("a few days", "2026-11-16"), ("since the day before yesterday", "2026-11-17"),
            ("ever since last friday", "2026-11-13"), ("i would say a month or so", "2026-10-19"),
            // "second" is a unit and a place.
            ("october twenty second", "2026-10-22"),
            ("the twenty second of october", "2026-10-22"),
            ("the second of november", "2026-11-02"), ("since september second", "2026-09-02"),
            ("since the twenty second", "2026-10-22"), ("since the second", "2026-11-02"),
            ("ten twelve days", "2026-11-07"), ("one month and two weeks", "2026-10-05"),
            ("in may", "2026-05-01"), ("last may", "2026-05-01"), ("may", "2026-05-01"),
            ("a fortnight ago", "2026-11-05"),
            // Weeks and months, and days of them.
            ("wednesday of last week", "2026-11-11"), ("tuesday last week", "2026-11-10"),
            ("last week on tuesday", "2026-11-10"), ("a week ago monday", "2026-11-09"),
            ("a week ago yesterday", "2026-11-11"), ("monday two weeks ago", "2026-11-02"),
            ("two mondays ago", "2026-11-09"), ("early last week", "2026-11-09"),
            ("it started last week", "2026-11-12"), ("earlier this week", "2026-11-16"),
            ("the last week of october", "2026-10-25"), ("end of october", "2026-10-31"),
            ("middle of october", "2026-10-15"), ("mid september", "2026-09-15"),
            ("end of last month", "2026-10-31"), ("beginning of the month", "2026-11-01"),
            ("the week before last", "2026-11-05"),
            ("since the night before last", "2026-11-17"),
            // An hour of another day.
            ("since about noon", "2026-11-19"), ("since around noon yesterday", "2026-11-18"),
            ("since three in the morning on sunday", "2026-11-15"),
            ("since about nine last night", "2026-11-18"), ("just now", "2026-11-19"),
            ("since christmas", "2025-12-25"), ("since thanksgiving", "2025-11-27"),
            ("new years eve", "2025-12-31"), ("since easter", "2026-04-05"),
            ("ever since halloween", "2026-10-31"), ("labor day weekend", "2026-09-07"),
            ("it stopped on veterans day", "2026-11-11"), ("since columbus day", "2026-10-12"),
            ("since juneteenth", "2026-06-19"), ("independence day", "2026-07-04"),
            ("since memorial day", "2026-05-25"), ("presidents' day", "2026-02-16"),
            ("since martin luther king day", "2026-01-19"), ("mlk day", "2026-01-19"),
            // The second of two, where the first is taken back.
            ("10/22", "2026-10-22"), ("since 10/22/25", "2025-10-22"), ("22/10", "2026-10-22"),
            ("since november 3rd 2024", "2024-11-03"), ("november 3, 2025", "2025-11-03"),
            ("since the other day", "2026-11-16"), ("the weekend before last", "2026-11-07"),
            ("since two, three weeks ago", "2026-10-29"), ("over the summer", "2026-06-01"),
            ("since last winter", "2025-12-01"),
            // What is so all day began today.
            ("all day", "2026-11-19"), ("its been all day", "2026-11-19"),
            ("the whole day", "2026-11-19"), ("all day yesterday", "2026-11-18"),
            ("all week", "2026-11-12"), ("since the morning", "2026-11-19"),
            ("since the evening", "2026-11-18"), ("since morning on monday", "2026-11-16"),
            // The day on which it began, not another one.
            ("i called yesterday about it it started monday", "2026-11-16"),
            ("i tried it on tuesday but it began on sunday", "2026-11-15"),
            ("yesterday i think it stopped working", "2026-11-18"),
            ("on sunday it died on me i called yesterday", "2026-11-15"),
            ("monday no tuesday", "2026-11-17"), ("two weeks no three weeks ago", "2026-10-29"),
            ("two weeks ago no three", "2026-10-29"), ("monday no doubt", "2026-11-16"),
            ("it worked on friday and then monday morning it didnt", "2026-11-16"),
            ("it worked yesterday afternoon and this morning it didnt", "2026-11-19"),
            ("on friday it still worked monday it didnt", "2026-11-16"),
            ("it was fine for two weeks and then on monday it quit", "2026-11-16"),
            ("it was fine on the thirteenth but not on the fourteenth", "2026-11-14"),
            ("it was fine until friday and on monday it got worse", "2026-11-13"),
            ("it hasnt worked since friday and today i tried again", "2026-11-13"),
            ("not since friday since monday", "2026-11-16"),
            ("good it was friday or saturday", "2026-11-13"),
            ("since friday it worked in the mornings and yesterday it didnt", "2026-11-13"),
            ("monday it worked fine on sunday", "2026-11-16"),
            ("it worked on friday", "2026-11-13"),
            // Told by another day.
            ("it went out the night before thanksgiving", "2025-11-26"),
            ("the day after christmas", "2025-12-26"),
            ("since the week before halloween", "2026-10-24"),
            ("the sunday before thanksgiving", "2025-11-23"),
            ("two days before christmas", "2025-12-23"),
            ("the weekend before halloween", "2026-10-24"),
            ("since the day after the third", "2026-11-04"),
            // 36 and 20 hours before 16:40.
            ("its been down for about a day and a half", "2026-11-18"),
            ("for twenty hours", "2026-11-18"),
            ("for a day and twenty hours", "2026-11-17"),
            // Not those of something else, or of each time that it happened.
            ("at my neighbors since monday but at mine only since this morning", "2026-11-19"),
            ("since monday but on the laptop only since this morning", "2026-11-16"),
            ("saturday night and it went out twice last month for a day each", "2026-11-14"),
            ("the storm was thursday and since then nothing", "2026-11-12"),
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
            ("wait for a second", nil), ("ive been on hold for two hours", nil),
            ("i waited for two weeks for the part", nil),
            ("its under warranty for two years", nil),
            ("the boiler was fine for ten years and now it does not start", nil),
            ("it has not been working for two weeks", "2026-11-05"),
            ("good morning it is down for two weeks", "2026-11-05"),
            ("good morning it is down since this morning", "2026-11-19"),
            ("ive been waiting since nine", nil),
            ("the internet went out yesterday", "2026-11-18"),
            ("the internet went out during the storm yesterday", "2026-11-18"),
            ("yesterday evening it kicked me off", "2026-11-18"),
            ("it went dead last night", "2026-11-18"),
            ("on monday my laptop lost the connection", "2026-11-16"),
            ("i called yesterday it crashed again", nil),
            ("i called you yesterday and it died", nil),
            // Taken back at once: now is thursday.
            ("it is down since monday no wait tuesday it was tuesday", "2026-11-17"),
            ("it is down since the fourteenth i mean the fifteenth", "2026-11-15"),
            ("it is down since yesterday no the day before yesterday", "2026-11-17"),
            ("it is down since uh monday no sorry since sunday evening", "2026-11-15"),
            ("the sites dont load since um three days ago no four", "2026-11-15"),
            ("it is down since monday no wait the light went off yesterday", "2026-11-16"),
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
            ("10/11", "2026-10-11", "month before day assumed"), ("10/22", "2026-10-22", ""),
            ("over the summer", "around 2026-06-01", ""),
        ]
    )
    func `a day that may be another one is written without a word of it`(
        says: String,
        text: String,
        detail: String
    ) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "symptom.since"))
        #expect(heard.answer?.value?.text == text)
        #expect(heard.answer?.value?.detail == detail)
    }

    @Test(arguments: ["it still worked on monday", "this is ridiculous i waited for an hour"])
    func `when it was still well, or how long somebody waited, is when it began`(says: String)
        throws
    {
        #expect(try Fixture.listen(says, Fixture.context(asked: "symptom.since")).answer == nil)
    }

    static let lengths: [(String, Double, String)] = [
        ("after like thirty seconds", 30, "30 seconds"), ("half an hour", 1_800, "30 minutes"),
        ("an hour and a half", 5_400, "1.5 hours"), ("a half hour", 1_800, "30 minutes"),
        ("one and a half hours", 5_400, "1.5 hours"),
        ("a couple of minutes", 120, "2 minutes"), ("a minute", 60, "1 minute"),
        ("five to ten minutes", 600, "5 to 10 minutes"), ("2 weeks", 1_209_600, "2 weeks"),
        ("twenty five minutes or so", 1_500, "25 minutes"),
        ("an hour or two", 7_200, "1 to 2 hours"),
        ("two three minutes", 180, "2 to 3 minutes"),
        ("twenty three minutes", 1_380, "23 minutes"),
        ("all night", 28_800, "all night"), ("overnight", 28_800, "all night"),
        ("the whole day", 86_400, "1 day"), ("a few hours", 10_800, "3 hours"),
        ("more than an hour", 3_601, "more than 1 hour"),
        ("less than a minute", 59, "less than 1 minute"),
        ("up to ten seconds", 10, "at most 10 seconds"),
        ("at least half an hour", 1_800, "at least 30 minutes"),
        ("i would say forty five seconds", 45, "45 seconds"),
        ("an hour and ten minutes", 4_200, "1 hour 10 minutes"),
        ("1 hour 20 minutes", 4_800, "1 hour 20 minutes"),
        ("one hour twenty", 4_800, "1 hour 20 minutes"),
        ("an hour and a quarter", 4_500, "1.25 hours"),
        ("two minutes thirty", 150, "2 minutes 30 seconds"),
        ("two minutes and thirty seconds", 150, "2 minutes 30 seconds"),
        ("1:30 hours", 5_400, "1 hour 30 minutes"), ("1 min 20 sec", 80, "1 minute 20 seconds"),
        ("about 1hr 20min", 4_800, "1 hour 20 minutes"),
        ("quarter of an hour", 900, "15 minutes"), ("quarter hour", 900, "15 minutes"),
        ("three quarters of an hour", 2_700, "45 minutes"),
        ("hour and a half", 5_400, "1.5 hours"),
        ("one and a quarter hours", 4_500, "1.25 hours"),
        ("ten fifteen minutes", 900, "10 to 15 minutes"),
        ("twenty thirty minutes", 1_800, "20 to 30 minutes"),
        ("one fifty minutes", 9_000, "150 minutes"),
        ("between five and ten minutes", 600, "5 to 10 minutes"),
        ("maybe 5-10 minutes", 600, "5 to 10 minutes"),
        ("twenty minutes no sorry more like forty", 2_400, "40 minutes"),
        ("three hours no four hours", 14_400, "4 hours"),
        ("ten minutes no power at all", 600, "10 minutes"),
        ("two hours a day", 7_200, "2 hours"), ("a fortnight", 1_209_600, "2 weeks"),
        ("2:55 hours", 10_500, "2 hours 55 minutes"), ("0:55 hours", 3_300, "55 minutes"),
        ("3:50 hours", 13_800, "3 hours 50 minutes"),
        ("30 seconds to a minute", 60, "30 seconds to 1 minute"),
        ("between thirty minutes and an hour", 3_600, "30 minutes to 1 hour"),
        ("an hour to an hour and a half", 5_400, "1 hour to 1.5 hours"),
        ("a day or a week", 604_800, "1 day to 1 week"),
    ]

    @Test(arguments: lengths)
    func `a length of time is wrong`(says: String, seconds: Double, text: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "symptom.duration"))
        #expect(heard.answer?.value?.number == seconds)
        #expect(heard.answer?.value?.text == text)
    }

    static let frequencies: [(String, Double, String)] = [
        ("two or three times a day", 2.5, "2 to 3 times a day"),
        ("once a day", 1, "once a day"), ("three times daily", 3, "3 times a day"),
        ("twice a day", 2, "2 times a day"), ("every hour", 24, "every hour"),
        ("every ten minutes or so", 144, "every 10 minutes"),
        ("every other day", 0.5, "every 2 days"),
        ("a couple times an hour", 48, "2 times an hour"),
        ("two three times a day", 2.5, "2 to 3 times a day"),
        ("twenty three times a day", 23, "23 times a day"),
        ("once or twice a day", 1.5, "1 to 2 times a day"),
        ("several times a day", 3, "3 times a day"),
        ("five times per hour", 120, "5 times an hour"),
        ("every couple of hours", 12, "every 2 hours"), ("nightly", 1, "every night"),
        ("sometimes", 0.5, "sometimes"), ("every now and then", 0.5, "every now and then"),
        ("it happens all the time", 24, "all the time"), ("hardly ever", 0.1, "hardly ever"),
        ("oh quite often", 5, "quite often"), ("on and off", 0.5, "on and off"),
        ("daily", 1, "every day"), ("hourly", 24, "every hour"),
        ("ten fifteen times a day", 12.5, "10 to 15 times a day"),
        ("every five ten minutes", 144, "every 5 to 10 minutes"),
        ("every second day", 0.5, "every 2 days"), ("every second", 86_400, "every second"),
        ("a dozen times a day", 12, "12 times a day"),
        ("half a dozen times a day", 6, "6 times a day"),
        ("multiple times per day", 3, "3 times a day"),
        ("every day no every other day", 0.5, "every 2 days"),
        ("ten times a day no more like twenty", 20, "20 times a day"),
        ("twice a day sorry three times", 3, "3 times a day"),
        ("only in the evenings", 1, "every evening"),
        ("every weekday", 5.0 / 7, "weekdays"), ("on weekends", 2.0 / 7, "every weekend"),
        ("twice in the last week", 2.0 / 7, "2 times a week"),
        ("at least ten times a day", 10, "at least 10 times a day"),
        ("more than twice a week", 2.0 / 7, "more than 2 times a week"),
        ("every morning", 1, "every morning"), ("it happens every night", 1, "every night"),
    ]

    @Test(arguments: frequencies)
    func `a frequency is wrong`(says: String, timesADay: Double, text: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "symptom.frequency"))
        #expect(heard.answer?.value?.number == timesADay)
        #expect(heard.answer?.value?.text == text)
    }

    @Test(
        arguments: [
            ("more than ten", "11", "more than 10 computers"),
            ("over a hundred", "101", "more than 100 computers"),
            ("at least five", "5", "at least 5 computers"),
            ("no more than three", "3", "at most 3 computers"),
            ("fewer than six computers", "5", "less than 6 computers"),
        ]
    )
    func `a bound is taken for the number itself`(says: String, key: String, text: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "environment.computers"))
        #expect(heard.answer?.value?.key == key)
        #expect(heard.answer?.value?.text == text)
    }

    static let daysOfTwoFacts: [(String?, String, String?, String?)] = [
        ("symptom.since", "the last service was two years ago", nil, "2024-11-19"),
        ("symptom.since", "for about two weeks now", "2026-11-05", nil),
        (
            "symptom.since", "the oil change was in may but it came on on tuesday", "2026-11-17",
            "2026-05-01"
        ),
        (nil, "it was serviced in august", nil, "2026-08-01"),
        (nil, "it stalls since yesterday", "2026-11-18", nil),
        ("context.service", "two years ago", nil, "2024-11-19"),
    ]

    /// The questions of a fact with a cue, and of one without, in one tree.
    @Test(arguments: daysOfTwoFacts)
    func `a day of one fact is taken for another`(
        asked: String?,
        says: String,
        since: String?,
        service: String?
    ) throws {
        let nodes = [
            Fixture.node("symptom.since", .date),
            Fixture.node(
                "context.service",
                .date,
                cues: ["serviced", "last service", "oil change"]
            ),
        ].map(Fixture.listened)
        let heard = try Fixture.listen(
            says,
            ListeningContext(
                asked: nodes.first { $0.fact == asked },
                open: nodes,
                lexicon: Fixture.lexicon,
                clock: Fixture.clock
            )
        )
        var days: [String: String] = [:]
        for fact in (heard.answer.map { [$0] } ?? []) + heard.volunteered {
            days[fact.key] = fact.value?.key
        }
        #expect(days["symptom.since"] == since)
        #expect(days["context.service"] == service)
    }

    @Test func `what is denied is sure`() throws {
        let heard = try Fixture.listen("not every day", Fixture.context(asked: "symptom.frequency"))
        #expect(!heard.isSure)
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
        #expect(!CallClock.isZone("GMT+5"))
        #expect(!CallClock.isZone("PST"))
        #expect(!CallClock.isZone(""))
        #expect(!CallClock.isZone("../../etc/passwd"))
    }
}
