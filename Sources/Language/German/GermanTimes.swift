extension TimeWords {
    static let german = TimeWords(
        words: [
            ("sekunde sekunden", .unit(.second)), ("minute minuten", .unit(.minute)),
            ("stunde stunden", .unit(.hour)), ("tag tage tagen tags", .unit(.day)),
            ("woche wochen", .unit(.week)), ("monat monate monaten monats", .unit(.month)),
            ("jahr jahre jahren", .unit(.year)),
            ("montag montags", .weekday(1)), ("dienstag dienstags", .weekday(2)),
            ("mittwoch mittwochs", .weekday(3)), ("donnerstag donnerstags", .weekday(4)),
            ("freitag freitags", .weekday(5)), ("samstag sonnabend samstags", .weekday(6)),
            ("sonntag sonntags", .weekday(7)),
            ("januar jänner", .month(1)), ("februar", .month(2)), ("märz", .month(3)),
            ("april", .month(4)), ("mai", .month(5)), ("juni juno", .month(6)),
            ("juli", .month(7)), ("august", .month(8)), ("september", .month(9)),
            ("oktober", .month(10)), ("november", .month(11)), ("dezember", .month(12)),
            ("früh vormittag vormittags morgens", .part(.morning)),
            ("nachmittag nachmittags", .part(.afternoon)), ("abend abends", .part(.evening)),
            ("nacht nachts", .part(.night)),
            ("mitteleuropäische mez mesz", .zone("Europe/Berlin")), ("utc gmt", .zone("UTC")),
            ("ein eine einen einem einer", .amount(1)), ("paar", .amount(2)),
            ("einige mehrere wenige", .amount(3)),
            ("jetzt sofort gleich", .now), ("in", .inside), ("heute heutefrüh", .today),
            ("morgen morgenfrüh", .tomorrow), ("übermorgen", .dayAfterTomorrow),
            ("gestern", .yesterday), ("vorgestern", .dayBeforeYesterday),
            ("werktag werktags werktagen wochentag wochentags", .weekdays),
            ("wochenende wochenenden", .weekend), ("mittag mittags", .noon),
            ("mitternacht", .midnight), ("uhr", .oclock), ("zwischen", .between), ("von ab", .from),
            ("bis", .until), ("nach", .after), ("vor", .before), ("um gegen", .at), ("am an", .on),
            ("viertel", .quarter), ("halb halbe halben", .half), ("oder", .or), ("und", .and),
            ("außer ausgenommen", .except), ("nicht nie kein keine keinen", .not),
            ("jeder jede jedes jeden alle", .every), ("stündlich", .everyUnit(.hour)),
            ("täglich allmorgendlich", .everyUnit(.day)), ("wöchentlich", .everyUnit(.week)),
            ("monatlich", .everyUnit(.month)), ("ganz ganze ganzen", .all),
            ("zweiten zweite", .other), ("jederzeit immer", .anytime),
            ("dieser diese diesen dieses", .this), ("nächster nächste nächsten", .next),
            ("letzter letzte letzten letztes", .last), ("seit seitdem", .since),
            ("lang lange für", .during), ("einmal", .once), ("zweimal", .twice), ("mal", .times),
            ("pro", .per), ("der die das den dem", .the),
        ],
        writing: .german
    )
}

extension TimeWords.Writing {
    static let german = TimeWords.Writing(
        clock: .twentyFourHours,
        weekdays: [
            "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
        ],
        months: [
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
            "Oktober", "November", "Dezember",
        ],
        dayText: "{weekday}, {day}. {month}",
        now: "jetzt",
        today: "heute",
        tomorrow: "morgen",
        everyWeekday: "werktags",
        everyDay: "täglich",
        weekend: "Wochenende",
        allDay: "ganztägig",
        range: "{from} bis {to}",
        after: "ab {}",
        before: "vor {}",
        notBefore: "ab {}",
        around: "gegen {}",
        except: "außer {}",
        and: "und",
        parts: ["vormittags", "nachmittags", "abends", "nachts"],
        units: [
            ("Sekunde", "Sekunden"), ("Minute", "Minuten"), ("Stunde", "Stunden"), ("Tag", "Tage"),
            ("Woche", "Wochen"), ("Monat", "Monate"), ("Jahr", "Jahre"),
        ],
        timesPerUnit: "{}-mal pro {unit}",
        oncePerUnit: "einmal pro {unit}",
        everySpan: "alle {}",
        numberRange: "{from} bis {to}",
        zones: [
            "Europe/Berlin": "MEZ/MESZ", "Europe/Vienna": "MEZ/MESZ", "Europe/Zurich": "MEZ/MESZ",
            "UTC": "UTC", "Etc/UTC": "UTC",
        ]
    )
}
