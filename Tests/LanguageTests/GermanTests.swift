import Messages
import Testing

@testable import Language

/// German is data only: what English understands is understood in it.
@Suite struct GermanTests {
    private let german = SpokenLanguage.of("de-DE")

    private static let berlin = "Europe/Berlin"
    /// A Thursday afternoon, 2026-11-19 16:40 in Berlin.
    private static let start = WindowTests.milliseconds("2026-11-19 15:40")

    private func listen(_ says: String, asked: Node) throws -> Understanding {
        try Fixture.listen(
            says,
            asked: asked,
            clock: CallClock(startedAtMilliseconds: Self.start, zone: Self.berlin),
            language: german
        )
    }

    private func node(_ kind: ValueKind, say: String = "Geht das Internet?") -> Node {
        Node(
            id: "asked",
            kind: .ask,
            fact: "test.asked",
            valueKind: kind,
            say: say
        )
    }

    @Test(
        arguments: [
            ("dreiundsiebzig", "73"), ("einundzwanzig", "21"), ("zweihundertfünfzig", "250"),
            ("sechstausendvierhundert", "6400"), ("tausend", "1000"),
            ("siebzehnhundertneunundachtzig", "1789"), ("vier punkt zwei punkt eins", "4.2.1"),
            ("elf vierundneunzig", "1194"), ("doppel sieben vier", "774"),
            ("a x dreiundsiebzig", "ax 73"), ("am einundzwanzigsten", "am 21te"),
            ("dreimal", "3 mal"), ("das ist einfach", "das ist einfach"), ("achtung", "achtung"),
            ("1,5 bar", "1.5 bar"), ("120.000", "120000"), ("version 4.2.1", "version 4.2.1"),
            ("0.125", "0.125"), ("192.168.178.100", "192.168.178.100"), ("1.234.567", "1234567"),
            ("ein hundert", "100"), ("d wie dora s wie siegfried l wie ludwig", "dsl"),
        ]
    )
    func `a number of one word is not read`(says: String, words: String) {
        let tokens = german.tokens(of: says)
        let read = (0..<tokens.count).map { tokens.text(of: $0) }.joined(separator: " ")
        #expect(read == words)
    }

    @Test func `forms of a word are different words`() {
        for (one, other) in [
            ("verbindung", "verbindungen"), ("leuchte", "leuchten"), ("gerät", "geräte"),
            ("webseite", "webseiten"),
        ] {
            #expect(german.pattern(of: one) == german.pattern(of: other), "\(one)")
        }
    }

    @Test(
        arguments: [
            ("ja", "pass"), ("ja klar das geht", "pass"), ("es funktioniert einwandfrei", "pass"),
            ("nein", "fail"), ("nee geht nicht", "fail"), ("immer noch nicht", "fail"),
            ("leider nicht", "fail"), ("ich finde es nicht", "not-possible"),
            ("da tut sich nichts", "fail"),
            ("das funktioniert leider nicht", "fail"), ("es läuft heute noch gar nichts", "fail"),
            ("es geht keine lampe an", "fail"), ("die geht sofort wieder aus", "fail"),
            ("ja nach zehn sekunden", "pass"), ("nein im moment nicht", "fail"),
            ("es läuft aber nichts ist im fach", "pass"), ("kaputt ist er nicht", "pass"),
        ]
    )
    func `the result of a check is not the one that was said`(says: String, key: String) throws {
        let heard = try listen(says, asked: node(.check))
        #expect(heard.answer?.value?.key == key)
    }

    @Test(
        arguments: [
            ("moment ich schaue nach", Act.wait), ("wie bitte", .repeat),
            ("die dreißig sekunden sind noch nicht um", .wait),
            ("können sie mich mit jemand verbinden", .wantsPerson),
            ("keine ahnung", .doesNotKnow), ("das weiß ich nicht", .doesNotKnow),
            ("das möchte ich nicht sagen", .declines),
            ("ich will mit einem menschen sprechen", .wantsPerson),
            ("was ist eine portweiterleitung", .questionBack), ("vielen dank", .thanks),
            ("woran erkenne ich das?", .questionBack), ("das weiß ich jetzt nicht", .doesNotKnow),
            ("weiss ich leider nicht", .doesNotKnow), ("sekunde bitte", .wait),
            ("das kann ich ihnen leider nicht sagen", .doesNotKnow),
            ("ich weiß nicht, wo ich das sehe", .questionBack), ("wie meinen sie das", .repeat),
            ("hallo sind sie noch da", .repeat), ("hören sie mich", .repeat),
            ("meinen sie das modem", .repeat),
            ("arbeiten sie auch am wochenende", .questionBack),
        ]
    )
    func `an act is not heard`(says: String, act: Act) throws {
        #expect(try listen(says, asked: node(.yesNo)).acts.contains(act))
    }

    @Test(
        arguments: [
            ("ich hatte schon einen techniker hier", false),
            ("das hat mir einem mitarbeiter zufolge nichts genutzt", false),
            ("ich möchte bitte mit einem techniker sprechen", true),
            ("kann ich mit jemandem reden", true), ("einen mitarbeiter bitte", true),
        ]
    )
    func `who only names a person is handed over`(says: String, wants: Bool) throws {
        #expect(try listen(says, asked: node(.check)).acts.contains(.wantsPerson) == wants)
    }

    @Test(arguments: ["ja mach ich gleich", "okay das mache ich", "der fährt gerade hoch"])
    func `who does what was asked is taken for helped`(says: String) throws {
        let steps = "Bitte starten Sie den Router neu. Geht das Internet jetzt?"
        let heard = try listen(says, asked: node(.fix, say: steps))
        #expect(heard.answer == nil)
        #expect(heard.acts.contains(.wait))
    }

    @Test(
        arguments: [
            "jetzt geht nix mehr", "gestern ging es noch und jetzt geht es nicht mehr",
            "jetzt läuft nur noch das telefon", "so bin wieder da",
            "das hat geholfen aber nur bis gestern", "der techniker sagte das hat geholfen",
        ]
    )
    func `who is cut off is taken for helped`(says: String) throws {
        #expect(try !listen(says, asked: node(.text)).acts.contains(.fixed))
    }

    /// "sich" is no "sicher".
    @Test func `a word of grammar is the stem of a yes or a no`() {
        for pack in [LanguagePack.english, .german] {
            let language = SpokenLanguage.of(pack.tag)
            let plain = pack.phrases.filter { [.yes, .no].contains($0.mark) }
            for phrase in plain.flatMap(\.phrases) where !phrase.hasPrefix("=") {
                let tokens = language.tokens(of: phrase)
                for (index, token) in tokens.items.enumerated() where token.stem != token.word {
                    let stem = tokens.stem(of: index)
                    let classes = language.info(of: Hashing.of(stem.utf8)).classes
                    #expect(classes.isDisjoint(with: .unstemmed), "\(phrase): \(stem)")
                }
            }
        }
    }

    @Test(
        arguments: [
            ("gestern", "2026-11-18"), ("seit vorgestern", "2026-11-17"),
            ("seit heute morgen", "2026-11-19"), ("vor drei tagen", "2026-11-16"),
            ("seit etwa zwei wochen", "2026-11-05"), ("seit letztem dienstag", "2026-11-17"),
            ("anfang oktober", "2026-10-01"), ("ende letzten monats", "2026-10-31"),
            ("montag nein dienstag", "2026-11-17"), ("seit ostern", "2026-04-05"),
            ("seit gestern mittag", "2026-11-18"), ("seit etwa neun", "2026-11-19"),
            ("seit dem tag vor weihnachten", "2025-12-24"), ("am tag nach neujahr", "2026-01-02"),
            ("seit anderthalb tagen", "2026-11-18"),
            ("samstag und letzten monat zweimal jeweils für einen tag", "2026-11-14"),
            (
                "bei meiner schwester ist ja seit montag das internet weg bei mir aber erst seit heute mittag",
                "2026-11-19"
            ),
            ("seit dem zwölften november", "2026-11-12"), ("vor einem monat", "2026-10-19"),
            ("3.11.", "2026-11-03"), ("3.11.2026", "2026-11-03"), ("am 3. 11.", "2026-11-03"),
            ("seit dem 3. November", "2026-11-03"), ("seit 3.11.", "2026-11-03"),
            ("seit dem 3.11.25", "2025-11-03"), ("am 3. November 2025", "2025-11-03"),
            ("am dritten elften", "2026-11-03"), ("seit dem 12.", "2026-11-12"),
            ("2026-11-03", "2026-11-03"), ("seit 17.30 Uhr", "2026-11-18"),
            ("seit 9.30", "2026-11-19"), ("seit halb sechs", "2026-11-19"),
            ("seit dreiviertel fünf", "2026-11-19"), ("erst seit eben", "2026-11-19"),
            ("seit dem vorletzten wochenende", "2026-11-07"),
            ("neulich", "2026-11-16"),
            ("im sommer", "2026-06-01"), ("seit letztem winter", "2025-12-01"),
            ("schon den ganzen tag", "2026-11-19"), ("den ganzen tag schon", "2026-11-19"),
            ("seit heut früh", "2026-11-19"), ("heut früh", "2026-11-19"),
            ("grad eben", "2026-11-19"), ("seit der früh", "2026-11-19"),
            ("am montag ist es ausgefallen ich hab gestern schon angerufen", "2026-11-16"),
            ("ich hab gestern schon angerufen angefangen hat es am montag", "2026-11-16"),
            ("am freitag ging es noch und am montag nicht mehr", "2026-11-16"),
            ("gestern hat es noch funktioniert und heute früh nicht mehr", "2026-11-19"),
            ("am freitag ging es nicht mehr und am montag auch nicht", "2026-11-13"),
        ]
    )
    func `a day is not the one that was meant`(says: String, day: String) throws {
        #expect(try listen(says, asked: node(.date)).answer?.value?.key == day)
    }

    @Test(arguments: ["seit version 4.2.1", "seit dem update auf 3.11.", "192.168.178.1", "3.50"])
    func `a version or a price is taken for a day`(says: String) throws {
        #expect(try listen(says, asked: node(.date)).answer?.value == nil)
    }

    @Test(arguments: [("4.2.1", ValueKind.version, "4.2.1"), ("3.50", .number, "3.5")])
    func `a version or a price is changed by days in digits`(
        says: String,
        kind: ValueKind,
        key: String
    ) throws {
        #expect(try listen(says, asked: node(kind)).answer?.value?.key == key)
    }

    @Test(
        arguments: [
            ("zwei oder dreimal am tag", "2 bis 3-mal pro Tag"), ("täglich", "jeden Tag"),
            ("alle zehn minuten", "alle 10 Minuten"), ("jeden zweiten tag", "alle 2 Tage"),
            ("stündlich", "jede Stunde"),
            ("jeden abend", "jeden Abend"), ("jede nacht", "jede Nacht"),
            ("jeden montag", "jeden Montag"),
            ("dreimal täglich", "3-mal pro Tag"), ("zweimal in der woche", "2-mal pro Woche"),
            ("zehnmal die stunde", "10-mal pro Stunde"),
            ("alle zwei, drei tage", "alle 2 bis 3 Tage"),
            ("immer mal wieder", "immer mal wieder"), ("jedes wochenende", "jedes Wochenende"),
            ("alle anderthalb stunden", "alle 1,5 Stunden"),
        ]
    )
    func `a frequency is not the one that was said`(says: String, text: String) throws {
        #expect(try listen(says, asked: node(.frequency)).answer?.value?.text == text)
    }

    @Test(
        arguments: [
            ("eine halbe stunde", "30 Minuten"), ("ein paar minuten", "2 Minuten"),
            ("fünf bis zehn minuten", "5 bis 10 Minuten"), ("anderthalb stunden", "1,5 Stunden"),
            ("eine viertelstunde", "15 Minuten"), ("eine dreiviertelstunde", "45 Minuten"),
            ("eine stunde und zehn minuten", "1 Stunde 10 Minuten"),
            ("zwischen fünf und zehn minuten", "5 bis 10 Minuten"),
            ("zehn fünfzehn minuten", "10 bis 15 Minuten"),
            ("zweieinhalb stunden", "2,5 Stunden"), ("1,5 Stunden", "1,5 Stunden"),
            ("2:30 Stunden", "2 Stunden 30 Minuten"), ("dreiviertel stunde", "45 Minuten"),
            ("eine gute stunde", "1 Stunde"), ("den ganzen vormittag", "den ganzen Vormittag"),
            ("0:45 Stunden", "45 Minuten"), ("2 Std. 30 Min.", "2 Stunden 30 Minuten"),
        ]
    )
    func `a length of time is not the one that was said`(says: String, text: String) throws {
        #expect(try listen(says, asked: node(.duration)).answer?.value?.text == text)
    }

    @Test(
        arguments: [
            ("zwölfeinhalb", 12.5), ("anderthalb", 1.5), ("minus fünf", -5),
            ("fünf unter null", -5),
            ("ein halbes dutzend", 6), ("zwei und ein halb", 2.5), ("nur eine", 1),
            ("hundert", 100),
            ("zwölf nein dreizehn", 13), ("zwölf ach nee entschuldigung dreizehn", 13),
            ("nicht zwölf sondern dreizehn", 13),
        ]
    )
    func `an amount is cut off or not taken back`(says: String, value: Double) throws {
        let answer = try listen(says, asked: node(.number)).answer
        #expect(answer?.value?.number == value)
        #expect((answer?.provenance?.confidence ?? 0) >= 0.6)
    }

    @Test(
        arguments: [
            ("das macht mein mann", nil), ("sind sie ein roboter", nil), ("hören sie mich", nil),
            ("mein sohn kümmert sich darum", nil), ("das weiß ich doch nicht", nil),
            ("der heißt netcologne", "netcologne"), ("das nennt sich netcologne", "netcologne"),
            ("ich glaube netcologne", "netcologne"),
            ("ein alter speedport", "speedport"), ("wir haben die netcologne", "netcologne"),
        ] as [(String, String?)]
    )
    func `a remark becomes a name`(says: String, name: String?) throws {
        var asked = node(.entity, say: "Wer ist Ihr Internetanbieter?")
        asked.entityClass = "provider"
        #expect(try listen(says, asked: asked).answer?.value?.text == name)
    }

    @Test(
        arguments: [
            ("comcast nein verizon", "verizon"), ("comcast entschuldigung verizon", "verizon"),
            ("früher comcast jetzt verizon", "verizon"),
            ("nicht comcast sondern verizon", "verizon"),
            ("ich hab von comcast zu verizon gewechselt", "verizon"),
            ("wir sind von der comcast auf verizon umgestiegen", "verizon"),
            ("bin jetzt zu verizon von comcast", "verizon"),
        ]
    )
    func `a name that was taken back is the answer`(says: String, id: String) throws {
        var asked = node(.entity)
        asked.entityClass = "provider"
        #expect(try listen(says, asked: asked).answer?.value?.key == id)
    }

    @Test(
        arguments: [
            ("vierhundertzwölf siebenunddreißig", "41237"), ("zwo drei vier zwo", "2342"),
            ("vier drei mal die sieben zwei", "47772"), ("doppel sieben null acht", "7708"),
            ("null acht fünfzehn", "0815"), ("kx strich vierhundertfünf strich neun", "KX-405-9"),
            ("zweimal die null vier sieben", "0047"),
            ("3 mal die 7 und dann 12", "77712"), ("zwoundzwanzig vierundvierzig", "2244"),
            ("a b vier neun doppelt die acht", "AB4988"),
            ("dreizehn null neun dreifach die eins", "1309111"),
            ("ich habe es dreimal versucht die nummer ist vier fünf sechs sieben", "4567"),
        ]
    )
    func `a number of joined words is not the one that was read out`(says: String, serial: String)
        throws
    {
        var asked = node(.text, say: "Wie ist Ihre Kundennummer?")
        asked.textForm = .serial
        #expect(try listen(says, asked: asked).answer?.value?.key == serial)
    }

    /// What denies a time stands behind its verb.
    @Test(
        arguments: [
            ("montag geht nicht aber dienstag", "Dienstag, 24. November ganztägig MEZ/MESZ"),
            (
                "montag kann ich nicht dienstag um zehn geht",
                "Dienstag, 24. November gegen 10:00 MEZ/MESZ"
            ),
            ("dienstag geht und montag nicht", "Dienstag, 24. November ganztägig MEZ/MESZ"),
            (
                "morgen kann ich leider nicht, aber übermorgen ab neun",
                "Samstag, 21. November ab 09:00 MEZ/MESZ"
            ),
            ("vor zehn kann ich nicht", "täglich ab 10:00 MEZ/MESZ"),
            ("morgen geht es nicht vor zehn", "morgen ab 10:00 MEZ/MESZ"),
            ("jetzt geht es nicht, morgen schon", "morgen ganztägig MEZ/MESZ"),
            ("montag ist kein problem", "Montag, 23. November ganztägig MEZ/MESZ"),
            ("montag nicht vormittags", "Montag, 23. November ab 12:00 MEZ/MESZ"),
            ("bis 17 Uhr im büro, danach nicht mehr", "heute vor 17:00 MEZ/MESZ"),
            (
                "morgen vormittag passt mir nicht, nachmittags schon",
                "morgen nachmittags MEZ/MESZ"
            ),
            (
                "am wochenende gar nicht, sonst gern vormittags",
                "täglich außer Wochenende vormittags MEZ/MESZ"
            ),
            ("montag und dienstag kann ich nicht", "jederzeit außer Montag und Dienstag"),
        ] as [(String, String)]
    )
    func `a time that is denied behind its verb is taken`(says: String, text: String) throws {
        #expect(try listen(says, asked: node(.windows)).answer?.value?.text == text)
    }

    /// Windows in hours of UTC, which is one behind Berlin's in November.
    @Test(
        arguments: [
            ("morgen zwischen neun und zwölf", ["11-20 08:00 11-20 11:00"]),
            ("morgen zwischen neun und halb zwölf", ["11-20 08:00 11-20 10:30"]),
            ("am montag ab fünfzehn uhr dreißig", ["11-23 14:30 11-23 23:00"]),
            ("montag morgen", ["11-23 07:00 11-23 11:00"]),
            ("übermorgen nachmittag", ["11-21 11:00 11-21 16:00"]),
            ("jetzt", ["11-19 15:40 …"]),
            ("zwischen neun und siebzehn uhr", ["11-20 08:00 11-20 16:00"]),
            ("nicht vor dem zwölften", ["12-11 23:00 …"]),
            ("morgen um viertel nach drei", ["11-20 14:15 11-20 15:15"]),
            ("morgen um viertel vor drei", ["11-20 13:45 11-20 14:45"]),
            ("morgen gegen neun", ["11-20 08:00 11-20 09:00"]),
            ("morgen ungefähr um neun", ["11-20 08:00 11-20 09:00"]),
            ("morgen um zehn vor fünf", ["11-20 15:50 11-20 16:50"]),
            ("morgen um fünf nach halb drei", ["11-20 13:35 11-20 14:35"]),
            ("morgen neun uhr dreißig", ["11-20 08:30 11-20 09:30"]),
            ("morgen ab 15uhr", ["11-20 14:00 11-20 23:00"]),
            ("spätestens um achtzehn uhr", ["11-19 15:40 11-19 17:00"]),
            ("ich arbeite bis siebzehn uhr", ["11-19 16:00 11-19 23:00"]),
            ("morgen bin ich beschäftigt bis fünfzehn uhr", ["11-20 14:00 11-20 23:00"]),
            ("am montag um zehn nein am dienstag um zehn", ["11-24 09:00 11-24 10:00"]),
            ("morgen um drei nein um vier", ["11-20 15:00 11-20 16:00"]),
            (
                "nächste woche außer montag vormittag",
                [
                    "11-23 11:00 11-23 23:00", "11-23 23:00 11-24 23:00",
                    "11-24 23:00 11-25 23:00", "11-25 23:00 11-26 23:00",
                    "11-26 23:00 11-27 23:00",
                ]
            ),
            ("morgen um zehn londoner zeit", ["11-20 10:00 11-20 11:00"]),
            ("um fünf oder sechs uhr", ["11-19 16:00 11-19 17:00"]),
            ("morgen nicht vor zehn", ["11-20 09:00 11-20 23:00"]),
            ("morgen um 17.30 Uhr", ["11-20 16:30 11-20 17:30"]),
            ("morgen um 17 Uhr 30", ["11-20 16:30 11-20 17:30"]),
            ("morgen halb sechs", ["11-20 16:30 11-20 17:30"]),
            ("morgen dreiviertel fünf", ["11-20 15:45 11-20 16:45"]),
            ("morgen um drei viertel fünf", ["11-20 15:45 11-20 16:45"]),
            ("am 3.12. zwischen 9.30 und 11.15", ["12-03 08:30 12-03 10:15"]),
            ("am 3.12.2026 um 10 Uhr", ["12-03 09:00 12-03 10:00"]),
            ("ab dem 3.12.", ["12-02 23:00 …"]),
            ("ab 9.10 Uhr morgen", ["11-20 08:10 11-20 23:00"]),
            ("heute bis 24 Uhr", ["11-19 15:40 11-19 23:00"]),
            ("montag 17.30", ["11-23 16:30 11-23 17:30"]),
            ("nicht vor dem 12.", ["12-11 23:00 …"]),
            ("am 23. und am 24. ab 9 Uhr", ["11-23 08:00 11-23 23:00", "11-24 08:00 11-24 23:00"]),
            (
                "23. oder 24. November ab 15 Uhr",
                ["11-23 14:00 11-23 23:00", "11-24 14:00 11-24 23:00"]
            ),
            ("gleich morgen früh", ["11-20 07:00 11-20 11:00"]),
            ("als erstes morgen früh", ["11-20 07:00 11-20 11:00"]),
            ("ich hab um fünf feierabend", ["11-19 16:00 11-19 23:00"]),
            ("morgen nach feierabend", ["11-20 16:00 11-20 23:00"]),
            ("morgen nach der arbeit", ["11-20 16:00 11-20 23:00"]),
            ("halb acht", ["11-19 18:30 11-19 19:30"]),
            ("dienstagnachmittag zwischen zwei und vier", ["11-24 13:00 11-24 15:00"]),
            ("freitags nicht, sonst immer", ["11-19 15:40 11-19 23:00", "11-20 23:00 …"]),
            ("montagmorgen", ["11-23 07:00 11-23 11:00"]),
            ("ab montag jederzeit", ["11-22 23:00 …"]),
            ("ab morgen nachmittag", ["11-20 11:00 …"]), ("ab morgen 15 Uhr", ["11-20 14:00 …"]),
            ("in einer halben stunde", ["11-19 16:10 …"]),
            ("heute abend ab acht", ["11-19 19:00 11-19 23:00"]),
            ("am abend", ["11-19 16:00 11-19 20:00"]),
            ("morgen nicht samstag auch montag um elf", ["11-23 10:00 11-23 11:00"]),
            ("samstag um elf freitag bin ich gar nicht da", ["11-21 10:00 11-21 11:00"]),
            ("freitag bin ich gar nicht da samstag um elf geht", ["11-21 10:00 11-21 11:00"]),
        ]
    )
    func `an availability is not the one that was meant`(says: String, windows: [String]) throws {
        let value = try listen(says, asked: node(.windows)).answer?.value
        #expect(value?.windows.map(WindowTests.written) == windows)
    }
}
