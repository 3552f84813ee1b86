import Messages
import Testing

@testable import Language

/// What bounds a time, or denies it, in the words that customers choose.
///
/// It is Tuesday 2026-11-17, 10:00 in New York or Berlin.
@Suite struct WindowBoundTests {
    private static let english = [
        // Words that deny.
        ("no calls before nine", "every day after 9 AM Eastern"),
        ("nothing before ten tomorrow", "tomorrow after 10 AM Eastern"),
        ("nobody's home before five", "today after 5 PM Eastern"),
        ("no one is home before five", "today after 5 PM Eastern"),
        ("i wouldn't be available before six", "today after 6 PM Eastern"),
        ("we haven't got time before three tomorrow", "tomorrow after 3 PM Eastern"),
        ("anything but friday", "any time except Friday"),
        ("friday is better than thursday", "Friday November 20 all day Eastern"),
        ("friday instead of thursday", "Friday November 20 all day Eastern"),
        ("no tomorrow after five", "tomorrow after 5 PM Eastern"),
        ("tomorrow without a problem", "tomorrow all day Eastern"),
        ("i have nothing planned tomorrow", "tomorrow all day Eastern"),
        ("no problem tomorrow after five", "tomorrow after 5 PM Eastern"),
        ("no rush tomorrow after five", "tomorrow after 5 PM Eastern"),
        // "any time" within bounds.
        ("any time from nine to five", "today 9 AM to 5 PM Eastern"),
        ("any time until five", "today before 5 PM Eastern"),
        ("anytime from three", "today after 3 PM Eastern"),
        ("always after five", "every day after 5 PM Eastern"),
        ("any time", "any time"),
        ("any time works", "any time"),
        ("any time but mornings", "any time except morning"),
        ("no, tuesday after five", "Tuesday November 24 after 5 PM Eastern"),
        ("no mornings tomorrow", "tomorrow after 12 PM Eastern"),
        ("the best time to reach me is from nine to five", "today 9 AM to 5 PM Eastern"),
        ("you could try me at three", "today around 3 PM Eastern"),
        ("it has to be after six", "today after 6 PM Eastern"),
        ("i usually get home at six", "today after 6 PM Eastern"),
        ("my shift ends at four", "today after 4 PM Eastern"),
        // What the customer does is over at the time.
        ("i'll be gone until monday", "from Monday November 23 on Eastern"),
        ("i have a call until three", "today after 3 PM Eastern"),
        ("i'm on a call until noon", "today after 12 PM Eastern"),
        ("i'm here until five", "today before 5 PM Eastern"),
        ("i'm home until three", "today before 3 PM Eastern"),
        ("we'll be here until six", "today before 6 PM Eastern"),
        ("i finish school at three", "today after 3 PM Eastern"),
        ("i'm available until six", "today before 6 PM Eastern"),
        ("you can call me until nine tonight", "today before 9 PM Eastern"),
        ("i can talk until noon", "today before 12 PM Eastern"),
        ("i'm free from two to four", "today 2 PM to 4 PM Eastern"),
        ("monday from nine to noon would be great", "Monday November 23 9 AM to 12 PM Eastern"),
        ("the best time would be from nine to eleven tomorrow", "tomorrow 9 AM to 11 AM Eastern"),
        ("please call at nine tomorrow", "tomorrow around 9 AM Eastern"),
        // Bounds at several days.
        ("call me after the weekend", "from Monday November 23 on Eastern"),
        ("before the weekend", "today to Friday November 20 all day Eastern"),
        ("not until next week", "from Monday November 23 on Eastern"),
        ("not before next week", "from Monday November 23 on Eastern"),
        ("after next week", "from Monday November 30 on Eastern"),
        ("friday then not before ten", "Friday November 20 after 10 AM Eastern"),
        (
            "after five or from monday on",
            "today after 5 PM Eastern; from Monday November 23 on Eastern"
        ),
        (
            "im off next week so any day after ten works",
            "Monday November 23 to Friday November 27 after 10 AM Eastern"
        ),
        ("i'm away until next week", "from Monday November 23 on Eastern"),
        ("any time before the weekend", "today to Friday November 20 all day Eastern"),
        ("after ten but before two", "today 10 AM to 2 PM Eastern"),
        ("tomorrow after ten and before two", "tomorrow 10 AM to 2 PM Eastern"),
        ("tomorrow before ten or after two", "tomorrow before 10 AM and after 2 PM Eastern"),
        ("tomorrow at nine or so", "tomorrow around 9 AM Eastern"),
        ("at three i pick up the kids so after four", "today after 4 PM Eastern"),
        ("i start work at noon so mornings only", "every day morning Eastern"),
        ("my phone will be off until one", "today after 1 PM Eastern"),
        // Parts of a week.
        ("early next week", "Monday November 23 to Tuesday November 24 all day Eastern"),
        ("the end of the week", "Thursday November 19 to Friday November 20 all day Eastern"),
        ("in the middle of the week", "today to Thursday November 19 all day Eastern"),
        (
            "end of next week after two",
            "Thursday November 26 to Friday November 27 after 2 PM Eastern"
        ),
        ("i'm away until friday, after that any time", "from Friday November 20 on Eastern"),
        ("the sooner the better", "any time"),
        (
            "wednesday or thursday next week",
            "Wednesday November 25 and Thursday November 26 all day Eastern"
        ),
        (
            "next week wednesday or thursday",
            "Wednesday November 25 and Thursday November 26 all day Eastern"
        ),
        ("i'll be back from lunch at one", "today after 1 PM Eastern"),
        // Days that recur.
        ("during the week after five", "weekdays after 5 PM Eastern"),
        ("weeknights after six", "weekdays after 6 PM Eastern"),
        ("weeknights", "weekdays evening Eastern"),
        ("daily after five", "every day after 5 PM Eastern"),
        ("most days after three", "every day after 3 PM Eastern"),
        ("most evenings", "every day evening Eastern"),
    ]

    private static let german = [
        ("vor zehn geht gar nichts", "heute ab 10:00 MEZ/MESZ"),
        ("morgen ist vor zehn niemand da", "morgen ab 10:00 MEZ/MESZ"),
        ("alles außer freitag", "jederzeit außer Freitag"),
        ("freitag ist besser als donnerstag", "Freitag, 20. November ganztägig MEZ/MESZ"),
        ("freitag statt donnerstag", "Freitag, 20. November ganztägig MEZ/MESZ"),
        ("morgen habe ich nichts vor", "morgen ganztägig MEZ/MESZ"),
        (
            "anfang nächster woche",
            "Montag, 23. November bis Dienstag, 24. November ganztägig MEZ/MESZ"
        ),
        (
            "ende der woche ab drei",
            "Donnerstag, 19. November bis Freitag, 20. November ab 15:00 MEZ/MESZ"
        ),
        ("ich bin bis freitag im urlaub, danach immer", "ab Freitag, 20. November MEZ/MESZ"),
        ("bis drei bin ich beschäftigt, danach immer", "heute ab 15:00 MEZ/MESZ"),
        (
            "nächste woche dienstag oder mittwoch",
            "Dienstag, 24. November und Mittwoch, 25. November ganztägig MEZ/MESZ"
        ),
        (
            "um die mittagszeit oder nach feierabend",
            "heute gegen 12:00 MEZ/MESZ; heute ab 17:00 MEZ/MESZ"
        ),
        ("nein morgen ab zehn", "morgen ab 10:00 MEZ/MESZ"),
        ("immer ab 17 uhr", "täglich ab 17:00 MEZ/MESZ"),
        ("jederzeit ab 17 uhr", "heute ab 17:00 MEZ/MESZ"),
        ("jederzeit bis 18 uhr", "heute vor 18:00 MEZ/MESZ"),
        ("ich bin bis drei uhr weg", "heute ab 15:00 MEZ/MESZ"),
        ("ich bin bis fünf zu hause", "heute vor 17:00 MEZ/MESZ"),
        ("ich bin bis 16 uhr erreichbar", "heute vor 16:00 MEZ/MESZ"),
        ("ich muss bis fünf arbeiten", "heute ab 17:00 MEZ/MESZ"),
        ("bis fünf bin ich in der arbeit danach gehts", "heute ab 17:00 MEZ/MESZ"),
        ("ich hätte von zehn bis zwölf zeit", "heute 10:00 bis 12:00 MEZ/MESZ"),
        ("zu jeder zeit", "jederzeit"),
        ("bei mir ginge es von drei bis fünf", "heute 15:00 bis 17:00 MEZ/MESZ"),
        ("ich habe um vier schluss", "heute ab 16:00 MEZ/MESZ"),
        ("ich kann von zwei bis vier", "heute 14:00 bis 16:00 MEZ/MESZ"),
        ("rufen sie mich bis 12 uhr an", "heute vor 12:00 MEZ/MESZ"),
        ("nach dem wochenende", "ab Montag, 23. November MEZ/MESZ"),
        ("vor dem wochenende", "heute bis Freitag, 20. November ganztägig MEZ/MESZ"),
        ("nicht vor nächster woche", "ab Montag, 23. November MEZ/MESZ"),
        ("unter der woche ab 17 uhr", "werktags ab 17:00 MEZ/MESZ"),
        ("jeden morgen ab neun", "täglich ab 09:00 MEZ/MESZ"),
        ("in der woche ab 17 uhr", "werktags ab 17:00 MEZ/MESZ"),
        ("täglich ab 17 uhr", "täglich ab 17:00 MEZ/MESZ"),
        ("morgen zwischen acht und zwanzig uhr", "morgen 08:00 bis 20:00 MEZ/MESZ"),
    ]

    /// What is said of another time, or of another thing, tells which one is meant.
    private static let told = [
        ("en-US", "it has to wait until friday", "from Friday November 20 on Eastern"),
        ("en-US", "i'm on leave back on the thirtieth", "from Monday November 30 on Eastern"),
        ("en-US", "nothing this week or next", "from Monday November 30 on Eastern"),
        (
            "en-US", "friday is bad monday too but tuesday after nine is fine",
            "Tuesday November 24 after 9 AM Eastern"
        ),
        (
            "en-US", "friday is good monday too",
            "Friday November 20 and Monday November 23 all day Eastern"
        ),
        (
            "en-US", "i teach monday wednesday friday so tuesdays and thursdays",
            "Tuesday November 24 and Thursday November 19 all day Eastern"
        ),
        ("en-US", "same time tomorrow", "tomorrow around 10 AM Eastern"),
        (
            "en-US", "friday at two or monday same time",
            "Friday November 20 around 2 PM Eastern; Monday November 23 around 2 PM Eastern"
        ),
        ("en-US", "the end of the day friday", "Friday November 20 afternoon Eastern"),
        (
            "en-US", "my extension is four twenty call me tomorrow before noon",
            "tomorrow before 12 PM Eastern"
        ),
        ("en-US", "whenever you've got somebody free", "any time"),
        ("en-US", "i get back in an hour", "after 11 AM Eastern"),
        ("en-US", "i'll be back in an hour", "after 11 AM Eastern"),
        ("de-DE", "heute in acht tagen um neun", "Mittwoch, 25. November gegen 09:00 MEZ/MESZ"),
        ("de-DE", "in einer woche um neun", "Dienstag, 24. November gegen 09:00 MEZ/MESZ"),
        (
            "de-DE", "meine durchwahl ist die vier zwanzig morgen so gegen elf",
            "morgen gegen 11:00 MEZ/MESZ"
        ),
        (
            "de-DE", "freitag ist schlecht montag auch dienstag ginge ab neun",
            "Dienstag, 24. November ab 09:00 MEZ/MESZ"
        ),
        ("de-DE", "das muss warten bis freitag", "ab Freitag, 20. November MEZ/MESZ"),
        ("de-DE", "morgen um dieselbe zeit", "morgen gegen 10:00 MEZ/MESZ"),
        (
            "de-DE", "morgen ab fünfzehn uhr und was kostet mich das", "morgen ab 15:00 MEZ/MESZ"
        ),
    ]

    @Test(
        arguments: english.map { ("en-US", $0.0, $0.1) } + german.map { ("de-DE", $0.0, $0.1) }
            + told + takenUp + within + reasons + besideOthers
    )
    func `a bound of a time is lost`(language: String, says: String, text: String) throws {
        let answer = try Self.heard(says, language)
        #expect(answer?.value?.text == text)
        #expect((answer?.provenance?.confidence ?? 0) >= 0.6)
    }

    /// What the customer does at a time, or must do, may be all that was said of it.
    @Test(
        arguments: [
            ("en-US", "tuesday wouldn't work"),
            ("en-US", "next weekend"),
            ("en-US", "any weekday except wednesday between nine and five"),
            ("en-US", "until the weekend"),
            ("en-US", "i'm with a client till four"),
            ("en-US", "i have to leave at three"),
            ("en-US", "i need to pick up my son at three"),
            ("en-US", "i've got physio from two to four"),
            ("de-DE", "ich hab bis 15 uhr unterricht"),
            ("de-DE", "ich muss um drei zum arzt"),
            ("de-DE", "ich habe von zwei bis vier kundschaft"),
            ("en-US", "wednesday the nineteenth at ten"),
            ("en-US", "tomorrow two to four pacific that's five to seven eastern"),
            ("en-US", "three your time"),
            ("en-US", "tomorrow at ten but the office closes today so eleven"),
            ("en-US", "friday im in denver not available monday after nine"),
            ("en-US", "next week any day but friday before noon"),
            ("en-US", "tomorrow after the game"),
            ("en-US", "in two weeks on monday"),
            ("en-US", "monday at ten and tuesday at eleven i'm in a meeting"),
            ("en-US", "thursday is a holiday so any time works"),
            ("en-US", "im at my desk all day"),
            ("de-DE", "montag um zehn und dienstag um elf bin ich in einer besprechung"),
            ("de-DE", "montag nicht dienstag"),
            ("de-DE", "diese woche nicht nächste woche jeden tag ab vier"),
            ("de-DE", "morgen nach dem training"),
        ]
    )
    func `what a customer does is taken for being free`(language: String, says: String) throws {
        let answer = try Self.heard(says, language)
        #expect(answer == nil || (answer?.provenance?.confidence ?? 1) < 0.6)
    }

    /// A time may be read beyond the words that were to be read: "am" is the first word of the question.
    @Test func `a turn ends with a crash where a question follows what is taken back`() throws {
        let context = Fixture.context(asked: "symptom.message", known: ["customer.availability"])
        for says in ["not at nine, am i late?", "not at nine am I late?", "not nine, pm or am?"] {
            _ = try Fixture.listen(says, context)
        }
    }

    /// Spans of years, one of which is 27,000 days, in 300 words.
    @Test(
        arguments: [
            Array(repeating: "until december 31 2100", count: 75).joined(separator: " "),
            Array(repeating: "tomorrow to december 31 2100 at nine or ten", count: 33)
                .joined(separator: " "),
            "any time but not "
                + Array(repeating: "tomorrow to december 31 2100 before ten", count: 40)
                .joined(separator: " and "),
        ]
    )
    func `days of a century keep a turn busy`(says: String) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let answer = try Self.heard(says, "en-US")
        #expect((answer?.value?.windows.count ?? 0) <= 16)
        #expect(clock.now - start < .seconds(2))
    }

    private static func heard(_ says: String, _ tag: String) throws -> Fact? {
        let language = SpokenLanguage.of(tag)
        let isGerman = tag == "de-DE"
        let asked = Node(id: "asked", kind: .ask, fact: "asked", valueKind: .windows)
        let context = ListeningContext(
            asked: ListeningNode(asked, language: language),
            lexicon: Fixture.lexicon,
            clock: CallClock(
                startedAtMilliseconds: WindowTests.milliseconds(
                    isGerman ? "2026-11-17 09:00" : "2026-11-17 15:00"
                ),
                zone: isGerman ? "Europe/Berlin" : "America/New_York"
            )
        )
        return try Listener(language: language).listen(to: [Alternative(text: says)], in: context)
            .answer
    }
}
