import Messages
import Testing

@testable import Language

@Suite struct WindowTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var says: String
        var text: String
        /// Start and end of each window, in hours after the call's midnight by the clock of UTC.
        var windows: [String] = []
        var testDescription: String { says }
    }

    /// What was not said stands beside the windows: which half of the day was taken, and what the clocks do.
    @Test(
        arguments: [
            ("2026-11-19 21:40", "tomorrow after five", "5 PM assumed"),
            ("2026-11-19 21:40", "tomorrow after five pm", ""),
            ("2026-11-19 21:40", "half past seven today", "7:30 PM assumed"),
            ("2026-11-19 21:40", "half past seven", "7:30 PM assumed"),
            ("2026-11-19 10:00", "half past seven", "7:30 AM assumed"),
            ("2026-11-19 21:40", "12/1", "month before day assumed"),
            ("2026-11-19 21:40", "tomorrow nine to noon", ""),
            ("2026-11-19 21:40", "tomorrow nine to five", "9 AM and 5 PM assumed"),
            ("2026-11-19 21:40", "tomorrow morning at nine", ""),
            ("2026-11-19 21:40", "tomorrow after lunch", ""),
            (
                "2027-03-13 16:00", "tomorrow after 2:30 am",
                "tomorrow has no 2:30 AM: the clocks go forward"
            ),
            (
                "2026-10-31 16:00", "tomorrow after 1:30 am",
                "tomorrow has 1:30 AM twice: the first is meant"
            ),
            ("2026-10-31 16:00", "tomorrow after 2:30 am", ""),
            (
                "2027-03-13 16:00", "tomorrow at half past two in the morning",
                "tomorrow has no 2:30 AM: the clocks go forward"
            ),
        ]
    )
    func `what was ambiguous is not said`(start: String, says: String, notes: String) throws {
        let context = Fixture.context(
            asked: "customer.availability",
            startedAtMilliseconds: Self.milliseconds(start),
            zone: "America/New_York"
        )
        #expect(try Fixture.listen(says, context).answer?.value?.detail == notes)
    }

    /// From the tables of the zones: Lord Howe changes by half an hour on 2027-04-04 (+11 to +10:30), Kathmandu
    /// stands at +5:45, Chatham at +13:45 in summer, Santiago goes forward at midnight on 2027-09-05 (-4 to -3).
    @Test(
        arguments: [
            ("Australia/Lord_Howe", "2027-04-03 00:00", "tomorrow at ten am", "04-03 23:30"),
            ("Asia/Kathmandu", "2026-11-19 06:00", "tomorrow at ten am", "11-20 04:15"),
            ("Pacific/Chatham", "2026-11-19 06:00", "tomorrow at ten am", "11-19 20:15"),
            ("America/Santiago", "2027-09-04 15:00", "tomorrow all day", "09-05 04:00"),
            ("EST5EDT", "2026-11-19 15:00", "tomorrow at ten am", "11-20 15:00"),
            ("Japan", "2026-11-19 03:00", "tomorrow at ten am", "11-20 01:00"),
        ]
    )
    func `a zone's clock is not its own`(zone: String, start: String, says: String, first: String)
        throws
    {
        let context = Fixture.context(
            asked: "customer.availability",
            startedAtMilliseconds: Self.milliseconds(start),
            zone: zone
        )
        #expect(CallClock.isZone(zone))
        let windows = try Fixture.listen(says, context).answer?.value?.windows ?? []
        #expect(windows.map(Self.written).first?.hasPrefix(first) == true)
    }

    @Test(arguments: plainCases + spokenCases)
    func `an availability is put on the wrong hours`(row: Case) throws {
        let heard = try Fixture.listen(row.says, Fixture.context(asked: "customer.availability"))
        let value = try #require(heard.answer?.value)
        #expect(value.text == row.text)
        #expect(value.windows.map(Self.written) == row.windows)
    }

    @Test(
        arguments: [
            "no", "my dog is three", "comcast", "i have 2 routers", "i have 14 routers",
            "there are three of us here", "my extension is 930",
            "whenever that thing stops beeping", "i work monday to friday",
            "hang on i tried once more and now it says wrong code",
            "still the same i tried it twice now",
        ]
    )
    func `words without a time become windows`(says: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "customer.availability"))
        #expect(heard.answer == nil)
    }

    @Test(
        arguments: [
            ("i get off work at five", "today after 5 PM Eastern"),
            ("tomorrow i get off at half past four", "tomorrow after 4:30 PM Eastern"),
            ("at six im home", "today after 6 PM Eastern"),
            ("first thing tomorrow", "tomorrow morning Eastern"),
            ("first thing in the morning", "tomorrow morning Eastern"),
            ("first thing monday morning", "Monday November 23 morning Eastern"),
            ("first thing tomorrow at seven", "tomorrow around 7 AM Eastern"),
            ("from monday any time", "from Monday November 23 on Eastern"),
            ("from tomorrow afternoon", "from tomorrow 12 PM on Eastern"),
            ("tonight from eight", "today after 8 PM Eastern"),
            ("im busy monday otherwise any time works", "any time except Monday"),
            ("wednesdays i have bridge otherwise im always in", "any time except Wednesday"),
            ("24/7", "any time"), ("half past seven today", "today around 7:30 PM Eastern"),
            ("12/1 after five", "Tuesday December 1 after 5 PM Eastern"),
            ("november 23rd or 24th", "Monday November 23 and Tuesday November 24 all day Eastern"),
            ("ten to five tomorrow", "tomorrow 10 AM to 5 PM Eastern"),
        ]
    )
    func `what tells a time is taken for the time itself, or for nothing`(
        says: String,
        text: String
    ) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "customer.availability"))
        #expect(heard.answer?.value?.text == text)
        #expect((heard.answer?.provenance?.confidence ?? 0) >= 0.6)
    }

    /// What may be meant otherwise is confirmed before it is taken.
    @Test(
        arguments: [
            ("eight", "today around 8 PM Eastern"),
            ("half past seven", "today around 7:30 PM Eastern"),
            ("ten to five", "tomorrow 10 AM to 5 PM Eastern"),
            ("five would be good", "today around 5 PM Eastern"),
            ("next friday", "Friday November 27 all day Eastern"),
            ("monday in two weeks", "Monday November 30 all day Eastern"),
            ("nine am brazil time tomorrow", "tomorrow around 9 AM Eastern"),
            ("i work nine to five", "today after 5 PM Eastern"),
            ("i'm busy in the morning", "every day after 12 PM Eastern"),
            ("monday 2 people will be home", "Monday November 23 around 2 PM Eastern"),
            ("it says error nine thirty", "tomorrow around 9:30 AM Eastern"),
            ("the only day i cant is friday", "any time except Friday"),
            ("i work nights", "every day before 5 PM Eastern"),
            ("not between noon and one", "any time except 12 PM to 1 PM"),
            ("dont call between four and five", "any time except 4 PM to 5 PM"),
            ("no weekends please", "any time except weekend"),
            ("im not available on monday", "any time except Monday"),
            ("you can reach me on my mobile", "any time"),
        ]
    )
    func `a doubtful availability is taken without a question`(says: String, text: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "customer.availability"))
        #expect(heard.answer?.value?.text == text)
        #expect((heard.answer?.provenance?.confidence ?? 1) < 0.6)
    }

    struct Change: Sendable, CustomTestStringConvertible {
        var zone: String
        /// The call's start, as UTC.
        var start: String
        var says: String
        var windows: [String]
        var testDescription: String { "\(zone) \(start): \(says)" }
    }

    /// Days on which clocks change, from the tables of the zones: New York 2026-11-01 and 2027-03-14 at 2:00,
    /// Berlin 2026-10-25 at 3:00 and 2027-03-28 at 2:00.
    @Test(
        arguments: [
            Change(
                zone: "America/New_York",
                start: "2026-10-31 16:00",
                says: "tomorrow between nine and noon",
                windows: ["11-01 14:00 11-01 17:00"]
            ),
            Change(
                zone: "America/New_York",
                start: "2026-10-30 16:00",
                says: "tomorrow between nine and noon",
                windows: ["10-31 13:00 10-31 16:00"]
            ),
            Change(
                zone: "America/New_York",
                start: "2026-10-31 16:00",
                says: "tomorrow all day",
                windows: ["11-01 04:00 11-02 05:00"]
            ),
            Change(
                zone: "America/New_York",
                start: "2026-10-31 16:00",
                says: "tomorrow after 1 30 am",
                windows: ["11-01 05:30 11-02 05:00"]
            ),
            Change(
                zone: "America/New_York",
                start: "2027-03-13 16:00",
                says: "tomorrow between nine and noon",
                windows: ["03-14 13:00 03-14 16:00"]
            ),
            Change(
                zone: "America/New_York",
                start: "2027-03-13 16:00",
                says: "tomorrow after 2:30 am",
                windows: ["03-14 07:30 03-15 04:00"]
            ),
            Change(
                zone: "America/New_York",
                start: "2027-03-13 16:00",
                says: "tomorrow at half past two in the morning",
                windows: ["03-14 07:30 03-14 08:30"]
            ),
            Change(
                zone: "America/New_York",
                start: "2027-03-13 16:00",
                says: "tomorrow all day",
                windows: ["03-14 05:00 03-15 04:00"]
            ),
            Change(
                zone: "Europe/Berlin",
                start: "2026-10-24 12:00",
                says: "tomorrow between nine and noon",
                windows: ["10-25 08:00 10-25 11:00"]
            ),
            Change(
                zone: "Europe/Berlin",
                start: "2027-03-27 12:00",
                says: "tomorrow all day",
                windows: ["03-27 23:00 03-28 22:00"]
            ),
            Change(
                zone: "Europe/Berlin",
                start: "2027-03-27 12:00",
                says: "tomorrow nine to noon eastern",
                windows: ["03-28 13:00 03-28 16:00"]
            ),
            // 23:30 on Thursday in Los Angeles is Friday in New York.
            Change(
                zone: "America/Los_Angeles",
                start: "2026-11-20 07:30",
                says: "tomorrow nine to noon",
                windows: ["11-20 17:00 11-20 20:00"]
            ),
        ]
    )
    func `a change of clocks moves a window`(row: Change) throws {
        let context = Fixture.context(
            asked: "customer.availability",
            startedAtMilliseconds: Self.milliseconds(row.start),
            zone: row.zone
        )
        let heard = try Fixture.listen(
            row.says.replacing("1 30", with: "1:30"),
            context
        )
        #expect(heard.answer?.value?.windows.map(Self.written) == row.windows)
    }

    /// A Thursday evening, 20:15 in New York.
    @Test(
        arguments: [
            ("any time before ten tonight", "today before 10 PM Eastern"),
            ("tonight before ten", "today before 10 PM Eastern"),
            ("until ten", "today before 10 PM Eastern"),
            ("now until ten", "now to 10 PM Eastern"),
            ("until ten tomorrow", "tomorrow before 10 AM Eastern"),
        ]
    )
    func `an evening's hour is put before noon`(says: String, text: String) throws {
        let context = Fixture.context(
            asked: "customer.availability",
            startedAtMilliseconds: Self.milliseconds("2026-11-20 01:15"),
            zone: "America/New_York"
        )
        let value = try #require(try Fixture.listen(says, context).answer?.value)
        #expect(value.text == text)
        // 22:00 in New York; tomorrow's 10:00 for the last.
        let ends = text.hasPrefix("tomorrow") ? "11-20 15:00" : "11-20 03:00"
        #expect(value.windows.map(Self.written).allSatisfy { $0.hasSuffix(ends) })
    }

    @Test func `a zone is shown by a name that nobody knows`() throws {
        let heard = try Fixture.listen(
            "tomorrow nine to noon",
            Fixture.context(asked: "customer.availability", zone: "Europe/Berlin")
        )
        #expect(heard.answer?.value?.text == "tomorrow 9 AM to 12 PM Europe/Berlin")
        #expect(heard.answer?.value?.windows.first?.zone == "Europe/Berlin")
    }

    // MARK: Times of UTC, worked out without the code under test

    private static let monthStarts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

    /// The milliseconds of "2026-11-19 21:40".
    static func milliseconds(_ text: String) -> Int64 {
        let parts = text.split(whereSeparator: { "- :".contains($0) }).compactMap { Int($0) }
        let (year, month, day) = (parts[0], parts[1], parts[2])
        // 2025 to 2027 have no leap day; 2025-01-01 is day 20089.
        let days = 20_089 + (year - 2_025) * 365 + monthStarts[month - 1] + day - 1
        return Int64((days * 1_440 + parts[3] * 60 + parts[4]) * 60_000)
    }

    /// "11-19 21:40 11-20 05:00", or "…" for a window without an end.
    static func written(_ window: TimeWindow) -> String {
        window.endMs == 0
            ? written(window.startMs) + " …" : written(window.startMs) + " " + written(window.endMs)
    }

    private static func written(_ milliseconds: Int64) -> String {
        let minutes = Int(milliseconds / 60_000)
        let dayOfYear = (minutes / 1_440 - 20_089) % 365
        let month = monthStarts.lastIndex { $0 <= dayOfYear } ?? 0
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let day = "\(two(month + 1))-\(two(dayOfYear - monthStarts[month] + 1))"
        return "\(day) \(two(minutes % 1_440 / 60)):\(two(minutes % 60))"
    }
}
