extension WindowTests {
    /// A Thursday afternoon, 16:40 in New York.
    static let plainCases: [Case] = [
        Case(
            says: "im here now or tomorrow between nine and noon eastern",
            text: "now; tomorrow 9 AM to 12 PM Eastern",
            windows: ["11-19 21:40 …", "11-20 14:00 11-20 17:00"]
        ),
        Case(
            says: "any weekday after five but not friday",
            text: "weekdays except Friday after 5 PM Eastern",
            windows: [
                "11-19 22:00 11-20 05:00", "11-23 22:00 11-24 05:00", "11-24 22:00 11-25 05:00",
                "11-25 22:00 11-26 05:00",
            ]
        ),
        Case(
            says: "not before the 12th",
            text: "from Saturday December 12 on Eastern",
            windows: ["12-12 05:00 …"]
        ),
        Case(
            says: "monday morning",
            text: "Monday November 23 morning Eastern",
            windows: ["11-23 13:00 11-23 17:00"]
        ),
        Case(
            says: "after 3 pm",
            text: "every day after 3 PM Eastern",
            windows: [
                "11-19 21:40 11-20 05:00", "11-20 20:00 11-21 05:00", "11-21 20:00 11-22 05:00",
                "11-22 20:00 11-23 05:00", "11-23 20:00 11-24 05:00", "11-24 20:00 11-25 05:00",
                "11-25 20:00 11-26 05:00",
            ]
        ),
        Case(
            says: "before noon",
            text: "tomorrow before 12 PM Eastern",
            windows: ["11-20 05:00 11-20 17:00"]
        ),
        Case(
            says: "tomorrow all day",
            text: "tomorrow all day Eastern",
            windows: ["11-20 05:00 11-21 05:00"]
        ),
        Case(says: "right now", text: "now", windows: ["11-19 21:40 …"]),
        // Of the hours of today too little is left.
        Case(
            says: "between nine and five",
            text: "tomorrow 9 AM to 5 PM Eastern",
            windows: ["11-20 14:00 11-20 22:00"]
        ),
        Case(
            says: "from two to six",
            text: "today 2 PM to 6 PM Eastern",
            windows: ["11-19 21:40 11-19 23:00"]
        ),
        Case(
            says: "nine to five pacific tomorrow",
            text: "tomorrow 9 AM to 5 PM Pacific",
            windows: ["11-20 17:00 11-21 01:00"]
        ),
        Case(
            says: "monday or tuesday after five thirty",
            text: "Monday November 23 and Tuesday November 24 after 5:30 PM Eastern",
            windows: ["11-23 22:30 11-24 05:00", "11-24 22:30 11-25 05:00"]
        ),
        Case(
            says: "tomorrow morning at nine",
            text: "tomorrow around 9 AM Eastern",
            windows: ["11-20 14:00 11-20 15:00"]
        ),
        Case(
            says: "tomorrow at seven in the evening",
            text: "tomorrow around 7 PM Eastern",
            windows: ["11-21 00:00 11-21 01:00"]
        ),
        Case(
            says: "between 2 and 4 pm on friday",
            text: "tomorrow 2 PM to 4 PM Eastern",
            windows: ["11-20 19:00 11-20 21:00"]
        ),
        Case(
            says: "tomorrow but not before ten",
            text: "tomorrow after 10 AM Eastern",
            windows: ["11-20 15:00 11-21 05:00"]
        ),
        Case(
            says: "in an hour",
            text: "after 5:40 PM Eastern",
            windows: ["11-19 22:40 …"]
        ),
        Case(
            says: "im here for the next two hours",
            text: "now to 6:40 PM Eastern",
            windows: ["11-19 21:40 11-19 23:40"]
        ),
        Case(
            says: "now until six",
            text: "now to 6 PM Eastern",
            windows: ["11-19 21:40 11-19 23:00"]
        ),
        Case(
            says: "i cant do tomorrow but monday works",
            text: "Monday November 23 all day Eastern",
            windows: ["11-23 05:00 11-24 05:00"]
        ),
        Case(
            says: "i dont know maybe tomorrow afternoon",
            text: "tomorrow afternoon Eastern",
            windows: ["11-20 17:00 11-20 22:00"]
        ),
        Case(
            says: "saturday the 28th between eleven and one",
            text: "Saturday November 28 11 AM to 1 PM Eastern",
            windows: ["11-28 16:00 11-28 18:00"]
        ),
        Case(says: "any time", text: "any time", windows: ["11-19 21:40 …"]),
        Case(
            says: "tomorrow at quarter to nine",
            text: "tomorrow around 8:45 AM Eastern",
            windows: ["11-20 13:45 11-20 14:45"]
        ),
        Case(
            says: "anytime after ten tomorrow",
            text: "tomorrow after 10 AM Eastern",
            windows: ["11-20 15:00 11-21 05:00"]
        ),
        Case(
            says: "half past nine tomorrow or quarter to five",
            text: "tomorrow around 9:30 AM and around 4:45 PM Eastern",
            windows: ["11-20 14:30 11-20 15:30", "11-20 21:45 11-20 22:45"]
        ),
        Case(
            says: "half nine tomorrow",
            text: "tomorrow around 9:30 AM Eastern",
            windows: ["11-20 14:30 11-20 15:30"]
        ),
        Case(
            says: "tomorrow after lunch",
            text: "tomorrow after 1 PM Eastern",
            windows: ["11-20 18:00 11-21 05:00"]
        ),
        Case(
            says: "monday before work",
            text: "Monday November 23 before 9 AM Eastern",
            windows: ["11-23 05:00 11-23 14:00"]
        ),
        Case(
            says: "any weekday after work",
            text: "weekdays after 5 PM Eastern",
            windows: [
                "11-19 22:00 11-20 05:00", "11-20 22:00 11-21 05:00", "11-23 22:00 11-24 05:00",
                "11-24 22:00 11-25 05:00", "11-25 22:00 11-26 05:00",
            ]
        ),
        Case(
            says: "monday through wednesday between nine and noon",
            text: "Monday November 23 to Wednesday November 25 9 AM to 12 PM Eastern",
            windows: [
                "11-23 14:00 11-23 17:00", "11-24 14:00 11-24 17:00", "11-25 14:00 11-25 17:00",
            ]
        ),
        Case(
            says: "between monday and tuesday",
            text: "Monday November 23 to Tuesday November 24 all day Eastern",
            windows: ["11-23 05:00 11-24 05:00", "11-24 05:00 11-25 05:00"]
        ),
        Case(
            says: "from monday on",
            text: "from Monday November 23 on Eastern",
            windows: ["11-23 05:00 …"]
        ),
        Case(
            says: "after the 24th",
            text: "from Wednesday November 25 on Eastern",
            windows: ["11-25 05:00 …"]
        ),
        Case(
            says: "in two days",
            text: "Saturday November 21 all day Eastern",
            windows: ["11-21 05:00 11-22 05:00"]
        ),
        Case(
            says: "overnight",
            text: "today night Eastern",
            windows: ["11-20 01:00 11-20 04:00"]
        ),
        Case(
            says: "ten past nine tomorrow morning",
            text: "tomorrow around 9:10 AM Eastern",
            windows: ["11-20 14:10 11-20 15:10"]
        ),
        Case(
            says: "wednesday december second at two",
            text: "Wednesday December 2 around 2 PM Eastern",
            windows: ["12-02 19:00 12-02 20:00"]
        ),
        Case(
            says: "tomorrow at six alaska time",
            text: "tomorrow around 6 PM Alaska",
            windows: ["11-21 03:00 11-21 04:00"]
        ),
    ]
}
