extension PhraseList {
    static let englishAvailability: [PhraseList] = [
        PhraseList(
            .atWork,
            [
                "=i work", "=i only work", "=im working", "=i teach", "have to work", "ive to work",
                "ive got to work", "gotta work", "im at work", "be at work", "still at work",
                "is at work", "usually at work",
            ]
        ),
        PhraseList(
            .unavailable,
            [
                "busy", "unavailable", "tied up", "not available", "not free", "not home",
                "not at home", "not around", "=meeting", "=meetings", "appointment", "in class",
                "ive class", "have class", "at school", "at church", "=driving", "asleep",
                "=i sleep", "sleeping", "=away", "be out", "im out", "out of town",
                "out of office", "out of the office", "on vacation", "on holiday", "on leave",
                "=closed", "traveling", "travelling", "picking up", "=gone", "have a call",
                "ive a call", "got a call", "on a call", "in a call", "another call",
                "conference call", "my phone is off", "my phone will be off", "im at lunch",
                "be at lunch", "out to lunch",
            ]
        ),
        PhraseList(
            .anyTime,
            [
                "as soon as possible", "as soon as you can", "sooner the better",
                "earlier the better", "earliest convenience", "right away", "straight away",
                "whenever you", "whenever youve", "whenever someone",
                "whenever somebody", "whenever theres", "whenever an", "whenever suits",
                "whenever works", "whenever is",
                "whenever its convenient", "whenever$", "24/7", "twenty four seven",
                "doesnt matter", "dont care", "dont mind",
                "no preference", "makes no difference", "all the same",
            ]
        ),
        PhraseList(
            .freeFrom,
            [
                "back from", "i finish", "im done", "be done", "im finished", "get off",
                "get off work",
                "off work", "finish work", "done with work", "clock out",
                "im back", "be back", "back on", "home from", "get home", "ill be home",
                "im home", "back home", "home by", "back by", "shift ends",
            ]
        ),
        PhraseList(
            .otherwise,
            ["otherwise", "other than that", "apart from that", "the rest of the time"]
        ),
        PhraseList(.firstThing, ["first thing", "first thing in the"]),
        PhraseList(
            .endOfDay,
            ["end of the day", "end of day", "end of business", "close of business"]
        ),
        PhraseList(.sameTime, ["same time"]),
        PhraseList(.otherClock, ["your time", "=yours", "your end", "where you are"]),
        PhraseList(.givesLength, ["give me", "give me like", "give me about", "give me another"]),
        PhraseList(.atLeast, ["wait until", "wait till", "wait til"]),
        PhraseList(.atMost, ["closes at", "close at"]),
        PhraseList(
            .suits,
            [
                "is fine", "are fine", "be fine", "is good", "are good", "be good", "is ok",
                "is okay", "are ok", "are okay", "be ok", "be okay", "is great", "are great",
                "be great", "is better", "are better", "be better", "is best", "are best",
                "be best", "is perfect", "be perfect", "is open", "is free", "=works", "=work$",
                "=works best", "=work for me", "=work best", "=work better", "=does", "=do$",
                "=i can", "im free", "im available", "im around", "im not working",
                "not working", "=i dont work", "day off", "working from home",
                "=im working from home", "=i work from home", "no problem", "not a problem",
                "not a bad", "not bad", "without a problem", "without any problem", "no rush",
                "no hurry", "no worries", "no trouble", "no pressure", "no plans",
                "nothing planned", "nothing scheduled", "nothing on", "nothing going on",
            ]
        ),
        PhraseList(
            .unsuits,
            [
                "=bad", "no good", "is a holiday", "is a public holiday", "is a bank holiday",
                "is out", "are out", "=impossible", "=terrible", "=awful",
                "=tough", "=difficult", "=tricky", "=crazy", "=hectic", "is hard", "are hard",
                "=worse", "is taken", "is full", "is booked", "=doesnt work", "=dont work",
                "=wont work", "=cant work", "=never works", "=never work", "doesnt suit",
                "dont suit", "not good", "not great", "not ideal", "not possible",
                "not convenient", "not an option", "not okay", "not ok", "isnt good", "isnt great",
                "isnt ideal", "isnt possible", "isnt convenient", "isnt an option", "isnt okay",
                "isnt ok", "isnt going to work", "isnt gonna work", "arent good", "arent great",
                "arent ideal", "arent possible", "arent convenient", "arent an option",
            ]
        ),
        PhraseList(
            .must,
            ["have to", "has to", "ive to", "got to", "gotta", "need to", "needs to", "=must"]
        ),
        PhraseList(
            .reachable,
            [
                "reach me", "call me", "ring me", "contact me", "text me", "call my", "call us",
                "is here", "is home",
                "is there", "will be here",
                "my cell", "my mobile", "my phone", "this number",
            ]
        ),
    ]
}
