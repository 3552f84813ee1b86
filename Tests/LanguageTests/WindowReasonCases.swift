extension WindowBoundTests {
    /// What the customer does, or is told by the way, is only the reason for times, or bounds those of other days.
    static let reasons = [
        (
            "en-US",
            "my schedule alternates this week im on mornings so after three next week im on lates so before noon central",
            "today to Friday November 20 after 3 PM Central; Monday November 23 to Friday November 27 before 12 PM Central"
        ),
        (
            "en-US",
            "every other week i have the kids thats this week so only during school nine to two thirty next week any time eastern",
            "today to Friday November 20 9 AM to 2:30 PM Eastern; Monday November 23 to Friday November 27 all day Eastern"
        ),
        (
            "en-US",
            "not today im at the hospital all day tomorrow is fine after seven in the evening eastern",
            "tomorrow after 7 PM Eastern"
        ),
        (
            "en-US",
            "im at the hospital all day today tomorrow is fine after seven in the evening eastern",
            "tomorrow after 7 PM Eastern"
        ),
        (
            "en-US", "tomorrow im with my mother all day friday works after two",
            "Friday November 20 after 2 PM Eastern"
        ),
        ("en-US", "im home all day tomorrow", "tomorrow all day Eastern"),
        (
            "en-US", "im in london right now so five hours ahead call before ten at night my time",
            "today before 10 PM London time"
        ),
        ("en-US", "im at home in boston right now", "now"),
        (
            "en-US", "tomorrow and friday are bad so next week",
            "Monday November 23 to Friday November 27 all day Eastern"
        ),
        (
            "de-DE",
            "jede zweite woche hab ich die kinder das ist diese woche also nur zwischen neun und halb drei nächste woche jederzeit",
            "heute bis Freitag, 20. November 09:00 bis 14:30 MEZ/MESZ; Montag, 23. November bis Freitag, 27. November ganztägig MEZ/MESZ"
        ),
        (
            "de-DE",
            "ich bin heute den ganzen tag im krankenhaus morgen ab neunzehn uhr passt es",
            "morgen ab 19:00 MEZ/MESZ"
        ),
        (
            "de-DE", "morgen hab ich spätschicht also vormittags bis zwölf",
            "morgen vor 12:00 MEZ/MESZ"
        ),
        ("de-DE", "na morgen vormittag bis zwölf halt", "morgen vor 12:00 MEZ/MESZ"),
        (
            "de-DE", "morgen und freitag sind schlecht also nächste woche",
            "Montag, 23. November bis Freitag, 27. November ganztägig MEZ/MESZ"
        ),
    ]

    /// Days that are excepted, listed, or told by another one.
    static let besideOthers = [
        (
            "en-US",
            "evenings only after eight thirty once the kids are in bed not on sundays eastern",
            "every day except Sunday after 8:30 PM Eastern"
        ),
        (
            "en-US", "not on sundays eastern any other evening after eight thirty",
            "every day except Sunday after 8:30 PM Eastern"
        ),
        (
            "en-US", "before two thirty or after four but not tomorrow eastern",
            "every day except tomorrow before 2:30 PM Eastern; every day except tomorrow after 4 PM Eastern"
        ),
        ("en-US", "saturday after nine sunday is bad", "Saturday November 21 after 9 AM Eastern"),
        ("en-US", "three o'clock eastern thats noon here", "today around 3 PM Eastern"),
        ("en-US", "tomorrow at noon thats three eastern", "tomorrow around 3 PM Eastern"),
        (
            "en-US", "wednesday or the week after",
            "tomorrow and Monday November 23 to Friday November 27 all day Eastern"
        ),
        (
            "en-US", "after five today or tomorrow in the morning",
            "today after 5 PM Eastern; tomorrow morning Eastern"
        ),
        (
            "en-US", "the day before thanksgiving after three",
            "Wednesday November 25 after 3 PM Eastern"
        ),
        ("en-US", "two days before thanksgiving", "Tuesday November 24 all day Eastern"),
        ("en-US", "the friday after thanksgiving", "Friday November 27 all day Eastern"),
        ("en-US", "the evening before thanksgiving", "Wednesday November 25 evening Eastern"),
        (
            "en-US", "the week before christmas",
            "Monday December 14 to Friday December 18 all day Eastern"
        ),
        (
            "en-US", "at the weekend im at my sisters saturday after eleven",
            "Saturday November 21 after 11 AM Eastern"
        ),
        (
            "de-DE", "samstag bin ich halt ab neun da sonntag eher nicht",
            "Samstag, 21. November ab 09:00 MEZ/MESZ"
        ),
        (
            "de-DE", "abends ab halb neun sonntags nicht",
            "täglich außer Sonntag ab 20:30 MEZ/MESZ"
        ),
        (
            "de-DE", "vor halb drei oder nach vier aber morgen nicht",
            "täglich außer morgen vor 14:30 MEZ/MESZ; täglich außer morgen ab 16:00 MEZ/MESZ"
        ),
        (
            "de-DE", "am wochenende bin ich dann bei ihr samstag ab elf",
            "Samstag, 21. November ab 11:00 MEZ/MESZ"
        ),
        (
            "de-DE", "mittwoch oder die woche danach",
            "morgen und Montag, 23. November bis Freitag, 27. November ganztägig MEZ/MESZ"
        ),
        (
            "de-DE", "nach fünf heute oder morgen am vormittag",
            "heute ab 17:00 MEZ/MESZ; morgen vormittags MEZ/MESZ"
        ),
        (
            "de-DE", "am tag vor weihnachten ab drei",
            "Donnerstag, 24. Dezember ab 15:00 MEZ/MESZ"
        ),
        ("de-DE", "morgen ab kaffeezeit", "morgen ab 15:00 MEZ/MESZ"),
    ]
}
