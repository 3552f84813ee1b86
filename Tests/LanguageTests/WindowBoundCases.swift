extension WindowBoundTests {
    /// Times that were named before are taken up again: as the reason for others, as those that don't suit, or as the day
    /// from which on others are meant.
    static let takenUp = [
        (
            "en-US", "any weekday after five but not tuesday",
            "weekdays except Tuesday after 5 PM Eastern"
        ),
        (
            "en-US", "evenings work except tuesday eastern time please",
            "every day except Tuesday evening Eastern"
        ),
        (
            "en-US",
            "not tomorrow that's my birthday but from the second on any day between ten and two",
            "from Wednesday December 2 on 10 AM to 2 PM Eastern"
        ),
        (
            "en-US", "from monday on weekdays before noon",
            "from Monday November 23 on weekdays before 12 PM Eastern"
        ),
        (
            "en-US",
            "we are away until thursday so from monday the twenty third on between nine and five",
            "from Monday November 23 on 9 AM to 5 PM Eastern"
        ),
        (
            "en-US", "not before the twentieth and mornings are best",
            "from Friday November 20 on morning Eastern"
        ),
        (
            "en-US", "friday is a holiday so not then thursday before noon or saturday after two",
            "Thursday November 19 before 12 PM Eastern; Saturday November 21 after 2 PM Eastern"
        ),
        (
            "en-US", "tomorrow morning i have class so not then after three is fine",
            "tomorrow after 3 PM Eastern"
        ),
        (
            "en-US", "monday is a holiday so tuesday after nine",
            "Tuesday November 24 after 9 AM Eastern"
        ),
        (
            "en-US",
            "im in london this week so anything between nine and five london time thursday or friday",
            "Thursday November 19 and Friday November 20 9 AM to 5 PM London time"
        ),
        (
            "en-US", "the power is out until friday so saturday morning",
            "Saturday November 21 morning Eastern"
        ),
        (
            "en-US", "from nine to noon from monday on",
            "from Monday November 23 on 9 AM to 12 PM Eastern"
        ),
        ("en-US", "i'm home all week so tomorrow at nine", "tomorrow around 9 AM Eastern"),
        (
            "en-US", "tomorrow morning i teach yoga so friday afternoon",
            "Friday November 20 afternoon Eastern"
        ),
        ("en-US", "i get home at three so from three thirty", "today after 3:30 PM Eastern"),
        ("en-US", "monday is a holiday but tuesday works", "Tuesday November 24 all day Eastern"),
        ("en-US", "saturday is not good monday is", "Monday November 23 all day Eastern"),
        (
            "en-US", "tomorrow otherwise friday after three",
            "tomorrow all day Eastern; Friday November 20 after 3 PM Eastern"
        ),
        (
            "en-US", "after five on monday or tuesday",
            "Monday November 23 and Tuesday November 24 after 5 PM Eastern"
        ),
        (
            "en-US", "not this week next week monday or wednesday in the morning",
            "Monday November 23 and Wednesday November 25 morning Eastern"
        ),
        (
            "de-DE", "ab nächster woche immer nach siebzehn uhr nur nicht freitags",
            "ab Montag, 23. November außer Freitag ab 17:00 MEZ/MESZ"
        ),
        (
            "de-DE", "ab montag zwischen neun und zwölf bloß nicht donnerstags",
            "ab Montag, 23. November außer Donnerstag 09:00 bis 12:00 MEZ/MESZ"
        ),
        (
            "de-DE", "nur abends aber nicht vor sieben und mittwochs gar nicht",
            "täglich außer Mittwoch ab 19:00 MEZ/MESZ"
        ),
        (
            "de-DE", "samstag ach quatsch da bin ich weg sonntag zwischen zehn und eins",
            "Sonntag, 22. November 10:00 bis 13:00 MEZ/MESZ"
        ),
        (
            "de-DE", "samstag bin ich weg sonntag ab zehn",
            "Sonntag, 22. November ab 10:00 MEZ/MESZ"
        ),
        (
            "de-DE", "donnerstag ist bei uns feiertag also da nicht freitag ab acht",
            "Freitag, 20. November ab 08:00 MEZ/MESZ"
        ),
        (
            "de-DE", "freitag nicht und montag auch nicht aber dienstag",
            "Dienstag, 24. November ganztägig MEZ/MESZ"
        ),
        ("de-DE", "vormittags ist immer viel los also nachmittags", "täglich nachmittags MEZ/MESZ"),
        ("de-DE", "freitag ist feiertag montag ab neun", "Montag, 23. November ab 09:00 MEZ/MESZ"),
        (
            "de-DE", "morgen nicht freitag auch nicht erst wieder montag ab neun",
            "Montag, 23. November ab 09:00 MEZ/MESZ"
        ),
    ]

    /// Weeks, other clocks, and hours within what was said before.
    static let within = [
        (
            "en-US",
            "im in los angeles so call me between two and four my time today thats five to seven yours",
            "today 2 PM to 4 PM Pacific"
        ),
        (
            "en-US", "im in seattle thursday nine to noon my time thats noon to three your time",
            "Thursday November 19 9 AM to 12 PM Pacific"
        ),
        (
            "en-US", "tomorrow between nine and noon pacific sorry eastern",
            "tomorrow 9 AM to 12 PM Eastern"
        ),
        (
            "en-US", "thursday nine to noon eastern no central",
            "Thursday November 19 9 AM to 12 PM Central"
        ),
        (
            "en-US", "tomorrow morning at ten but the clocks change tonight so ten in the new time",
            "tomorrow around 10 AM Eastern"
        ),
        (
            "en-US",
            "in two hours or friday first thing in the morning im in phoenix we dont change our clocks",
            "after 10 AM Arizona; Friday November 20 morning Arizona"
        ),
        (
            "en-US",
            "tonight is fine until eleven otherwise saturday quarter past eight to half past nine in the morning",
            "today before 11 PM Eastern; Saturday November 21 8:15 AM to 9:30 AM Eastern"
        ),
        ("en-US", "fridays i have bridge otherwise im free", "any time except Friday"),
        (
            "en-US", "friday until noon or the week after thanksgiving any day but monday",
            "Friday November 20 before 12 PM Eastern; Monday November 30 to Friday December 4 except Monday all day Eastern"
        ),
        (
            "en-US", "next week or the week after in the afternoon",
            "Monday November 23 to Friday November 27 and Monday November 30 to Friday December 4 afternoon Eastern"
        ),
        (
            "en-US",
            "saturday at three in the afternoon or any evening next week after eight but not tuesday",
            "Saturday November 21 around 3 PM Eastern; Monday November 23 to Friday November 27 except Tuesday after 8 PM Eastern"
        ),
        (
            "en-US", "next week but not friday after three",
            "Monday November 23 to Friday November 27 all day Eastern except Friday November 27 after 3 PM"
        ),
        (
            "en-US", "in an hour would be great im at my desk until three",
            "today 11 AM to 3 PM Eastern"
        ),
        (
            "en-US",
            "i work nights so never before two pm weekdays two to six is good except thursday",
            "weekdays except Thursday 2 PM to 6 PM Eastern"
        ),
        ("en-US", "tomorrow morning but not before nine", "tomorrow 9 AM to 12 PM Eastern"),
        ("en-US", "tomorrow afternoon before four", "tomorrow 12 PM to 4 PM Eastern"),
        ("en-US", "from next week mornings", "from Monday November 23 on morning Eastern"),
        (
            "en-US", "my wife is home tomorrow morning and i'm back after four",
            "tomorrow morning and after 4 PM Eastern"
        ),
        (
            "en-US", "the week after next monday or tuesday",
            "Monday November 30 and Tuesday December 1 all day Eastern"
        ),
        ("en-US", "any evening but friday", "every day except Friday evening Eastern"),
        ("en-US", "any evening but after seven", "every day after 7 PM Eastern"),
        ("en-US", "on the second in the morning", "Wednesday December 2 morning Eastern"),
        ("en-US", "not until after five", "today after 5 PM Eastern"),
        ("en-US", "not until after thanksgiving", "from Friday November 27 on Eastern"),
        ("de-DE", "übernächste woche montag um zehn", "Montag, 30. November gegen 10:00 MEZ/MESZ"),
        (
            "de-DE", "übernächste woche mittwoch oder donnerstag ab neun",
            "Mittwoch, 2. Dezember und Donnerstag, 3. Dezember ab 09:00 MEZ/MESZ"
        ),
        (
            "de-DE", "die woche nach weihnachten jeden tag außer mittwoch",
            "Montag, 28. Dezember bis Freitag, 1. Januar außer Mittwoch ganztägig MEZ/MESZ"
        ),
        (
            "de-DE", "nächste woche jeden tag außer freitag am liebsten vormittags",
            "Montag, 23. November bis Freitag, 27. November außer Freitag vormittags MEZ/MESZ"
        ),
        ("de-DE", "i bin morgen dahoam ab zehne", "morgen ab 10:00 MEZ/MESZ"),
        (
            "de-DE", "übermorgen vormittag aber nicht vor neun",
            "Donnerstag, 19. November 09:00 bis 12:00 MEZ/MESZ"
        ),
        ("de-DE", "vormittags halt so ab halb neun", "täglich 08:30 bis 12:00 MEZ/MESZ"),
    ]
}
