import Messages
import Testing

@testable import Language

/// Times that are denied, wherever the denial stands.
///
/// It is Thursday 2026-11-26, which is Thanksgiving, 12:45 in New York or Berlin. New York is five hours behind UTC, Berlin
/// one ahead.
@Suite struct WindowDenialTests {
    typealias Case = WindowTests.Case

    private static let friday = "11-27 05:00 11-28 05:00"
    private static let monday = "11-30 05:00 12-01 05:00"
    private static let tuesday = "12-01 05:00 12-02 05:00"
    private static let wednesday = "12-02 05:00 12-03 05:00"
    private static let restOfToday = "11-26 17:45 11-27 05:00"
    private static let afterSix = "11-26 23:00 11-27 05:00"

    static let english = [
        Case(
            says: "I work nights so only after six in the evening",
            text: "today after 6 PM Eastern",
            windows: [afterSix]
        ),
        Case(
            says: "I'm at work during the day, so after six",
            text: "today after 6 PM Eastern",
            windows: [afterSix]
        ),
        Case(
            says: "I work nights only call me after six",
            text: "today after 6 PM Eastern",
            windows: [afterSix]
        ),
        Case(
            says: "I work nights please after six in the evening",
            text: "today after 6 PM Eastern",
            windows: [afterSix]
        ),
        Case(
            says: "mornings are bad",
            text: "every day after 12 PM Eastern",
            windows: [
                restOfToday, "11-27 17:00 11-28 05:00", "11-28 17:00 11-29 05:00",
                "11-29 17:00 11-30 05:00", "11-30 17:00 12-01 05:00", "12-01 17:00 12-02 05:00",
                "12-02 17:00 12-03 05:00",
            ]
        ),
        Case(
            says: "mornings are bad after eleven is fine",
            text: "every day after 11 AM Eastern",
            windows: [
                restOfToday, "11-27 16:00 11-28 05:00", "11-28 16:00 11-29 05:00",
                "11-29 16:00 11-30 05:00", "11-30 16:00 12-01 05:00", "12-01 16:00 12-02 05:00",
                "12-02 16:00 12-03 05:00",
            ]
        ),
        Case(
            says: "friday doesn't work, monday does",
            text: "Monday November 30 all day Eastern",
            windows: [monday]
        ),
        Case(
            says: "friday i cant monday i can",
            text: "Monday November 30 all day Eastern",
            windows: [monday]
        ),
        Case(
            says: "monday works tuesday doesn't",
            text: "Monday November 30 all day Eastern",
            windows: [monday]
        ),
        Case(
            says: "Wednesday never works for me, Tuesday does",
            text: "Tuesday December 1 all day Eastern",
            windows: [tuesday]
        ),
        Case(
            says: "sometime this week, but wednesday doesn't work",
            text: "today to tomorrow all day Eastern",
            windows: [restOfToday, friday]
        ),
        Case(
            says: "on thanksgiving I am away, friday is fine",
            text: "tomorrow all day Eastern",
            windows: [friday]
        ),
        Case(
            says: "monday at eleven tuesday i'm away",
            text: "Monday November 30 around 11 AM Eastern",
            windows: ["11-30 16:00 11-30 17:00"]
        ),
        Case(
            says: "tomorrow i have a meeting monday at eleven works",
            text: "Monday November 30 around 11 AM Eastern",
            windows: ["11-30 16:00 11-30 17:00"]
        ),
        Case(
            says: "I have to work tomorrow, monday would be better",
            text: "Monday November 30 all day Eastern",
            windows: [monday]
        ),
        Case(
            says: "not today, tomorrow would be better",
            text: "tomorrow all day Eastern",
            windows: [friday]
        ),
        Case(
            says: "it's not urgent tomorrow is fine",
            text: "tomorrow all day Eastern",
            windows: [friday]
        ),
        Case(
            says: "tomorrow after five if that's not too late",
            text: "tomorrow after 5 PM Eastern",
            windows: ["11-27 22:00 11-28 05:00"]
        ),
        Case(
            says: "tomorrow after 5, wednesday doesn't work",
            text: "tomorrow after 5 PM Eastern",
            windows: ["11-27 22:00 11-28 05:00"]
        ),
        Case(
            says: "i don't work fridays",
            text: "tomorrow all day Eastern",
            windows: [friday]
        ),
        Case(
            says: "not on friday, any other day is fine",
            text: "every day except Friday all day Eastern",
            windows: [
                restOfToday, "11-28 05:00 11-29 05:00", "11-29 05:00 11-30 05:00", monday, tuesday,
                wednesday,
            ]
        ),
        Case(
            says: "fridays are no good but any other weekday is fine",
            text: "weekdays except Friday all day Eastern",
            windows: [restOfToday, monday, tuesday, wednesday]
        ),
        Case(
            says: "next week works, just not Tuesday",
            text: "Monday November 30 to Friday December 4 except Tuesday all day Eastern",
            windows: [
                monday, wednesday, "12-03 05:00 12-04 05:00", "12-04 05:00 12-05 05:00",
            ]
        ),
        Case(
            says: "next week but not tuesday after three",
            text:
                "Monday November 30 to Friday December 4 all day Eastern except Tuesday December 1 after 3 PM",
            windows: [
                monday, "12-01 05:00 12-01 20:00", wednesday, "12-03 05:00 12-04 05:00",
                "12-04 05:00 12-05 05:00",
            ]
        ),
        Case(
            says: "any time but not tomorrow through december 20th",
            text: "any time except tomorrow to Sunday December 20",
            windows: [restOfToday, "12-21 05:00 …"]
        ),
        Case(
            says: "any time but not fridays",
            text: "any time except Friday",
            windows: [restOfToday, "11-28 05:00 …"]
        ),
        Case(
            says: "not before ten and not after six tomorrow",
            text: "tomorrow 10 AM to 6 PM Eastern",
            windows: ["11-27 15:00 11-27 23:00"]
        ),
        Case(
            says: "I have a doctor's appointment tomorrow morning, afternoon is fine",
            text: "tomorrow afternoon Eastern",
            windows: ["11-27 17:00 11-27 22:00"]
        ),
        Case(
            says: "I'm out of town until Monday",
            text: "from Monday November 30 on Eastern",
            windows: ["11-30 05:00 …"]
        ),
        Case(
            says: "at 3 I'm picking up the kids, so four or later",
            text: "today after 4 PM Eastern",
            windows: ["11-26 21:00 11-27 05:00"]
        ),
        Case(
            says: "tomorrow morning, or after 5pm friday",
            text: "tomorrow morning Eastern; tomorrow after 5 PM Eastern",
            windows: ["11-27 13:00 11-27 17:00", "11-27 22:00 11-28 05:00"]
        ),
        Case(
            says: "tomorrow morning or after five",
            text: "tomorrow morning and after 5 PM Eastern",
            windows: ["11-27 13:00 11-27 17:00", "11-27 22:00 11-28 05:00"]
        ),
        Case(
            says: "I'm on the west coast, so 9 to 12 my time",
            text: "today 9 AM to 12 PM Pacific",
            windows: ["11-26 17:45 11-26 20:00"]
        ),
        Case(
            says: "im in california, 9 to 12",
            text: "today 9 AM to 12 PM Pacific",
            windows: ["11-26 17:45 11-26 20:00"]
        ),
        Case(
            says: "not this afternoon, tomorrow afternoon is okay",
            text: "tomorrow afternoon Eastern",
            windows: ["11-27 17:00 11-27 22:00"]
        ),
        Case(
            says: "today is Thanksgiving so please not today",
            text: "from tomorrow on Eastern",
            windows: ["11-27 05:00 …"]
        ),
        Case(
            says: "mornings before nine or evenings after seven",
            text: "every day before 9 AM and after 7 PM Eastern",
            windows: [
                "11-27 00:00 11-27 05:00", "11-27 05:00 11-27 14:00", "11-28 00:00 11-28 05:00",
                "11-28 05:00 11-28 14:00", "11-29 00:00 11-29 05:00", "11-29 05:00 11-29 14:00",
                "11-30 00:00 11-30 05:00", "11-30 05:00 11-30 14:00", "12-01 00:00 12-01 05:00",
                "12-01 05:00 12-01 14:00", "12-02 00:00 12-02 05:00", "12-02 05:00 12-02 14:00",
                "12-03 00:00 12-03 05:00",
            ]
        ),
        Case(
            says: "tomorrow any time except lunch",
            text: "tomorrow all day Eastern except 12 PM to 1 PM",
            windows: ["11-27 05:00 11-27 17:00", "11-27 18:00 11-28 05:00"]
        ),
        Case(
            says: "we close at five so before that",
            text: "today before 5 PM Eastern",
            windows: ["11-26 17:45 11-26 22:00"]
        ),
        Case(
            says: "10 to 2 mountain time, any day next week except Thursday",
            text:
                "Monday November 30 to Friday December 4 except Thursday 10 AM to 2 PM Mountain",
            windows: [
                "11-30 17:00 11-30 21:00", "12-01 17:00 12-01 21:00", "12-02 17:00 12-02 21:00",
                "12-04 17:00 12-04 21:00",
            ]
        ),
        Case(says: "doesn't matter when", text: "any time", windows: ["11-26 17:45 …"]),
        Case(
            says: "Friday – Monday",
            text: "tomorrow to Monday November 30 all day Eastern",
            windows: [friday, "11-28 05:00 11-29 05:00", "11-29 05:00 11-30 05:00", monday]
        ),
        Case(
            says: "Friday… Monday",
            text: "tomorrow and Monday November 30 all day Eastern",
            windows: [friday, monday]
        ),
    ]

    @Test(arguments: english)
    func `a denied time is taken for one that suits`(row: Case) throws {
        let context = Fixture.context(
            asked: "customer.availability",
            startedAtMilliseconds: WindowTests.milliseconds("2026-11-26 17:45"),
            zone: "America/New_York"
        )
        try check(row, try Fixture.listen(row.says, context))
    }

    private static let dienstag = "11-30 23:00 12-01 23:00"
    private static let montag = "11-29 23:00 11-30 23:00"

    static let german = [
        Case(
            says: "ich arbeite nachts bitte nach achtzehn uhr",
            text: "heute ab 18:00 MEZ/MESZ",
            windows: ["11-26 17:00 11-26 23:00"]
        ),
        Case(
            says: "ich arbeite nachts, also nur nach sechs abends",
            text: "täglich ab 18:00 MEZ/MESZ",
            windows: [
                "11-26 17:00 11-26 23:00", "11-27 17:00 11-27 23:00", "11-28 17:00 11-28 23:00",
                "11-29 17:00 11-29 23:00", "11-30 17:00 11-30 23:00", "12-01 17:00 12-01 23:00",
                "12-02 17:00 12-02 23:00",
            ]
        ),
        Case(
            says: "montags nie, dienstag geht",
            text: "Dienstag, 1. Dezember ganztägig MEZ/MESZ",
            windows: [dienstag]
        ),
        Case(
            says: "montags nie dienstag geht",
            text: "Dienstag, 1. Dezember ganztägig MEZ/MESZ",
            windows: [dienstag]
        ),
        Case(
            says: "heute nicht mehr, morgen gern",
            text: "morgen ganztägig MEZ/MESZ",
            windows: ["11-26 23:00 11-27 23:00"]
        ),
        Case(
            says: "diese woche, aber mittwoch geht nicht",
            text: "heute bis morgen ganztägig MEZ/MESZ",
            windows: ["11-26 11:45 11-26 23:00", "11-26 23:00 11-27 23:00"]
        ),
        Case(
            says: "freitag geht leider nicht, montag passt",
            text: "Montag, 30. November ganztägig MEZ/MESZ",
            windows: [montag]
        ),
        Case(
            says: "montag ist schlecht, dienstag wäre gut",
            text: "Dienstag, 1. Dezember ganztägig MEZ/MESZ",
            windows: [dienstag]
        ),
        Case(
            says: "heute geht es nicht mehr, morgen ab zehn",
            text: "morgen ab 10:00 MEZ/MESZ",
            windows: ["11-27 09:00 11-27 23:00"]
        ),
        Case(
            says: "freitags kann ich nie, sonst immer",
            text: "jederzeit außer Freitag",
            windows: ["11-26 11:45 11-26 23:00", "11-27 23:00 …"]
        ),
        Case(
            says: "samstag bis montag bin ich weg, dienstag passt",
            text: "Dienstag, 1. Dezember ganztägig MEZ/MESZ",
            windows: [dienstag]
        ),
        Case(
            says: "um drei habe ich einen termin, ab vier geht es",
            text: "heute ab 16:00 MEZ/MESZ",
            windows: ["11-26 15:00 11-26 23:00"]
        ),
        Case(
            says: "ich bin bis montag im urlaub",
            text: "ab Montag, 30. November MEZ/MESZ",
            windows: ["11-29 23:00 …"]
        ),
        Case(
            says: "morgen vormittag habe ich einen termin, nachmittags geht's",
            text: "morgen nachmittags MEZ/MESZ",
            windows: ["11-27 11:00 11-27 16:00"]
        ),
        Case(says: "egal", text: "jederzeit", windows: ["11-26 11:45 …"]),
    ]

    @Test(arguments: german)
    func `a time that is denied behind is taken for one that suits`(row: Case) throws {
        let language = SpokenLanguage.of("de-DE")
        let context = ListeningContext(
            asked: ListeningNode(
                Node(id: "asked", kind: .ask, fact: "asked", valueKind: .windows),
                language: language
            ),
            confirming: nil,
            open: [],
            known: [],
            lexicon: Fixture.lexicon,
            clock: CallClock(
                startedAtMilliseconds: WindowTests.milliseconds("2026-11-26 11:45"),
                zone: "Europe/Berlin"
            )
        )
        let heard = try Listener(language: language)
            .listen(to: [Alternative(text: row.says)], in: context)
        try check(row, heard)
    }

    private func check(_ row: Case, _ heard: Understanding) throws {
        let value = try #require(heard.answer?.value)
        #expect(value.text == row.text)
        #expect(value.windows.map(WindowTests.written) == row.windows)
        #expect(heard.isSure)
    }

    /// 300 words that could each be read again for every one before them.
    @Test(
        arguments: [
            "any time but not tomorrow to "
                + Array(repeating: "a year from", count: 95).joined(separator: " ") + " today",
            Array(repeating: "not tomorrow to november 25th nine to ten or", count: 37)
                .joined(separator: " "),
            Array(repeating: "until", count: 300).joined(separator: " "),
        ]
    )
    func `a long list of days fills the handoff`(says: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "customer.availability"))
        #expect((heard.answer?.value?.text.utf8.count ?? 0) < 2_000)
        #expect((heard.answer?.value?.windows.count ?? 0) <= 16)
    }
}
