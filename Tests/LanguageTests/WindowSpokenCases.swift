extension WindowTests {
    /// The same call: what is about, what is taken back, and what is denied.
    static let spokenCases: [Case] = [
        Case(
            says: "tomorrow about nine",
            text: "tomorrow around 9 AM Eastern",
            windows: ["11-20 14:00 11-20 15:00"]
        ),
        Case(
            says: "between about two and four tomorrow",
            text: "tomorrow 2 PM to 4 PM Eastern",
            windows: ["11-20 19:00 11-20 21:00"]
        ),
        Case(
            says: "up to about eight tonight",
            text: "today before 8 PM Eastern",
            windows: ["11-19 21:40 11-20 01:00"]
        ),
        Case(
            says: "no later than six tonight",
            text: "today before 6 PM Eastern",
            windows: ["11-19 21:40 11-19 23:00"]
        ),
        Case(
            says: "no earlier than ten tomorrow",
            text: "tomorrow after 10 AM Eastern",
            windows: ["11-20 15:00 11-21 05:00"]
        ),
        Case(says: "in about an hour", text: "after 5:40 PM Eastern", windows: ["11-19 22:40 …"]),
        Case(
            says: "nine thirty tomorrow",
            text: "tomorrow around 9:30 AM Eastern",
            windows: ["11-20 14:30 11-20 15:30"]
        ),
        Case(
            says: "10:30 on monday",
            text: "Monday November 23 around 10:30 AM Eastern",
            windows: ["11-23 15:30 11-23 16:30"]
        ),
        Case(
            says: "six thirty",
            text: "today around 6:30 PM Eastern",
            windows: ["11-19 23:30 11-20 00:30"]
        ),
        Case(
            says: "six thirty central",
            text: "today around 6:30 PM Central",
            windows: ["11-20 00:30 11-20 01:30"]
        ),
        Case(
            says: "three tomorrow works",
            text: "tomorrow around 3 PM Eastern",
            windows: ["11-20 20:00 11-20 21:00"]
        ),
        Case(
            says: "tomorrow at ten to five",
            text: "tomorrow around 4:50 PM Eastern",
            windows: ["11-20 21:50 11-20 22:50"]
        ),
        Case(
            says: "tomorrow ten to five",
            text: "tomorrow 10 AM to 5 PM Eastern",
            windows: ["11-20 15:00 11-20 22:00"]
        ),
        Case(
            says: "five to three tomorrow",
            text: "tomorrow around 2:55 PM Eastern",
            windows: ["11-20 19:55 11-20 20:55"]
        ),
        Case(
            says: "tomorrow at twenty to four",
            text: "tomorrow around 3:40 PM Eastern",
            windows: ["11-20 20:40 11-20 21:40"]
        ),
        Case(
            says: "tomorrow at half past one at night",
            text: "tomorrow around 1:30 AM Eastern",
            windows: ["11-20 06:30 11-20 07:30"]
        ),
        Case(
            says: "i'm at work until five thirty",
            text: "today after 5:30 PM Eastern",
            windows: ["11-19 22:30 11-20 05:00"]
        ),
        Case(
            says: "i'm busy tomorrow until three",
            text: "tomorrow after 3 PM Eastern",
            windows: ["11-20 20:00 11-21 05:00"]
        ),
        Case(
            says: "i work until six on weekdays",
            text: "weekdays after 6 PM Eastern",
            windows: [
                "11-19 23:00 11-20 05:00", "11-20 23:00 11-21 05:00", "11-23 23:00 11-24 05:00",
                "11-24 23:00 11-25 05:00", "11-25 23:00 11-26 05:00",
            ]
        ),
        Case(
            says: "i have a meeting from nine to ten tomorrow otherwise i'm free",
            text: "any time except tomorrow 9 AM to 10 AM",
            windows: ["11-19 21:40 11-20 14:00", "11-20 15:00 …"]
        ),
        Case(
            says: "i'm at work from nine to five so after that",
            text: "today after 5 PM Eastern",
            windows: ["11-19 22:00 11-20 05:00"]
        ),
        Case(
            says: "i work from seven to three so any time after that",
            text: "every day after 3 PM Eastern",
            windows: [
                "11-19 21:40 11-20 05:00", "11-20 20:00 11-21 05:00", "11-21 20:00 11-22 05:00",
                "11-22 20:00 11-23 05:00", "11-23 20:00 11-24 05:00", "11-24 20:00 11-25 05:00",
                "11-25 20:00 11-26 05:00",
            ]
        ),
        Case(
            says: "im at work tomorrow call me after five",
            text: "tomorrow after 5 PM Eastern",
            windows: ["11-20 22:00 11-21 05:00"]
        ),
        Case(
            says: "im not busy tomorrow morning",
            text: "tomorrow morning Eastern",
            windows: ["11-20 13:00 11-20 17:00"]
        ),
        Case(
            says: "not available until five",
            text: "today after 5 PM Eastern",
            windows: ["11-19 22:00 11-20 05:00"]
        ),
        Case(
            says: "call me at work between nine and five tomorrow",
            text: "tomorrow 9 AM to 5 PM Eastern",
            windows: ["11-20 14:00 11-20 22:00"]
        ),
        Case(
            says: "anytime next week except monday morning",
            text:
                "Monday November 23 to Friday November 27 all day Eastern except Monday November 23 morning",
            windows: [
                "11-23 17:00 11-24 05:00", "11-24 05:00 11-25 05:00", "11-25 05:00 11-26 05:00",
                "11-26 05:00 11-27 05:00", "11-27 05:00 11-28 05:00",
            ]
        ),
        Case(
            says: "i cant do tomorrow morning but any other time",
            text: "any time except tomorrow morning",
            windows: ["11-19 21:40 11-20 05:00", "11-20 17:00 …"]
        ),
        Case(
            says: "any time but not before ten tomorrow",
            text: "tomorrow after 10 AM Eastern",
            windows: ["11-20 15:00 11-21 05:00"]
        ),
        Case(
            says: "anytime but not during lunch twelve to one tomorrow",
            text: "any time except tomorrow 12 PM to 1 PM",
            windows: ["11-19 21:40 11-20 17:00", "11-20 18:00 …"]
        ),
        Case(
            says: "any time but not tomorrow",
            text: "any time except tomorrow",
            windows: ["11-19 21:40 11-20 05:00", "11-21 05:00 …"]
        ),
        Case(
            says: "not tomorrow monday",
            text: "Monday November 23 all day Eastern",
            windows: ["11-23 05:00 11-24 05:00"]
        ),
        Case(
            says: "not tomorrow but the day after",
            text: "Saturday November 21 all day Eastern",
            windows: ["11-21 05:00 11-22 05:00"]
        ),
        Case(
            says: "not this week",
            text: "from Monday November 23 on Eastern",
            windows: ["11-23 05:00 …"]
        ),
        Case(
            says: "not until friday at three",
            text: "tomorrow after 3 PM Eastern",
            windows: ["11-20 20:00 11-21 05:00"]
        ),
        Case(
            says: "tomorrow at three no wait four",
            text: "tomorrow around 4 PM Eastern",
            windows: ["11-20 21:00 11-20 22:00"]
        ),
        Case(
            says: "tomorrow at three no wait at four",
            text: "tomorrow around 4 PM Eastern",
            windows: ["11-20 21:00 11-20 22:00"]
        ),
        Case(
            says: "monday at ten sorry tuesday at ten",
            text: "Tuesday November 24 around 10 AM Eastern",
            windows: ["11-24 15:00 11-24 16:00"]
        ),
        Case(
            says: "tomorrow morning actually make it the afternoon",
            text: "tomorrow afternoon Eastern",
            windows: ["11-20 17:00 11-20 22:00"]
        ),
        Case(
            says: "tomorrow after three no four",
            text: "tomorrow after 4 PM Eastern",
            windows: ["11-20 21:00 11-21 05:00"]
        ),
        Case(
            says: "tomorrow at nine sorry i have a cold",
            text: "tomorrow around 9 AM Eastern",
            windows: ["11-20 14:00 11-20 15:00"]
        ),
        Case(
            says: "tomorrow no mornings please",
            text: "tomorrow after 12 PM Eastern",
            windows: ["11-20 17:00 11-21 05:00"]
        ),
        Case(
            says: "tomorrow at 2 pm uk time",
            text: "tomorrow around 2 PM London time",
            windows: ["11-20 14:00 11-20 15:00"]
        ),
        Case(
            says: "tomorrow at ten central european time",
            text: "tomorrow around 10 AM Europe/Berlin",
            windows: ["11-20 09:00 11-20 10:00"]
        ),
        Case(
            says: "tomorrow at nine new york time",
            text: "tomorrow around 9 AM Eastern",
            windows: ["11-20 14:00 11-20 15:00"]
        ),
        Case(
            says: "every evening after six",
            text: "every day after 6 PM Eastern",
            windows: [
                "11-19 23:00 11-20 05:00", "11-20 23:00 11-21 05:00", "11-21 23:00 11-22 05:00",
                "11-22 23:00 11-23 05:00", "11-23 23:00 11-24 05:00", "11-24 23:00 11-25 05:00",
                "11-25 23:00 11-26 05:00",
            ]
        ),
        Case(
            says: "weekday mornings",
            text: "weekdays morning Eastern",
            windows: [
                "11-20 13:00 11-20 17:00", "11-23 13:00 11-23 17:00", "11-24 13:00 11-24 17:00",
                "11-25 13:00 11-25 17:00",
            ]
        ),
        Case(
            says: "five or six o'clock",
            text: "today 5 PM to 6 PM Eastern",
            windows: ["11-19 22:00 11-19 23:00"]
        ),
        Case(
            says: "monday at two or three",
            text: "Monday November 23 2 PM to 3 PM Eastern",
            windows: ["11-23 19:00 11-23 20:00"]
        ),
        Case(
            says: "any time between now and eight",
            text: "now to 8 PM Eastern",
            windows: ["11-19 21:40 11-20 01:00"]
        ),
        Case(
            says: "for the next hour",
            text: "now to 5:40 PM Eastern",
            windows: ["11-19 21:40 11-19 22:40"]
        ),
        Case(says: "right away please", text: "any time", windows: ["11-19 21:40 …"]),
        Case(
            says: "a week from today at four",
            text: "Thursday November 26 around 4 PM Eastern",
            windows: ["11-26 21:00 11-26 22:00"]
        ),
        Case(
            says: "a week from monday",
            text: "Monday November 30 all day Eastern",
            windows: ["11-30 05:00 12-01 05:00"]
        ),
        Case(
            says: "monday week",
            text: "Monday November 30 all day Eastern",
            windows: ["11-30 05:00 12-01 05:00"]
        ),
        Case(says: "two hours from now", text: "after 6:40 PM Eastern", windows: ["11-19 23:40 …"]),
        Case(
            says: "tuesday next week at ten",
            text: "Tuesday November 24 around 10 AM Eastern",
            windows: ["11-24 15:00 11-24 16:00"]
        ),
        Case(
            says: "next monday",
            text: "Monday November 23 all day Eastern",
            windows: ["11-23 05:00 11-24 05:00"]
        ),
        Case(
            says: "the coming friday",
            text: "tomorrow all day Eastern",
            windows: ["11-20 05:00 11-21 05:00"]
        ),
        Case(
            says: "i wake up at nine so any time after that",
            text: "every day after 9 AM Eastern",
            windows: [
                "11-19 21:40 11-20 05:00", "11-20 14:00 11-21 05:00", "11-21 14:00 11-22 05:00",
                "11-22 14:00 11-23 05:00", "11-23 14:00 11-24 05:00", "11-24 14:00 11-25 05:00",
                "11-25 14:00 11-26 05:00",
            ]
        ),
        Case(
            says: "today after 5pm",
            text: "today after 5 PM Eastern",
            windows: ["11-19 22:00 11-20 05:00"]
        ),
        Case(
            says: "tomorrow 9-11am",
            text: "tomorrow 9 AM to 11 AM Eastern",
            windows: ["11-20 14:00 11-20 16:00"]
        ),
        Case(
            says: "monday 10:30am - 2pm",
            text: "Monday November 23 10:30 AM to 2 PM Eastern",
            windows: ["11-23 15:30 11-23 19:00"]
        ),
        Case(
            says: "mon-wed 9-5",
            text: "Monday November 23 to Wednesday November 25 9 AM to 5 PM Eastern",
            windows: [
                "11-23 14:00 11-23 22:00", "11-24 14:00 11-24 22:00", "11-25 14:00 11-25 22:00",
            ]
        ),
    ]
}
