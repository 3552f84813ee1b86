extension WordLists {
    static let english = WordLists(
        fillers: """
            um umm uh uhh uhm er erm hmm hm mm mmm ah oh like hi hello hey well so please just
            basically literally kinda sorta gosh
            """,
        common: """
            a an the this that these those it its i im ive id ill you your youre youve he she we
            were weve they theyre theyve them my our their his her me us is are was be been being am
            do does did done doing has have had having will would can could should shall may might
            must to of in on at by for from with into onto over under about as and or but if then
            than when while where what which who whom whose why how there here theres heres some
            any all each every both such own same too very also still again only even up down out
            off now today yesterday tomorrow yes yeah no not nor ok okay because since until after
            before between during get gets got getting gotten go goes going went gone say says said
            tell think know see look want one ones thing things stuff way lot really actually
            bye whats thats hes shes wheres hows lets gonna wanna gotta etc ago last next monday tuesday
            wednesday thursday friday saturday sunday hourly weekly monthly yearly
            nightly
            """,
        negations: """
            not no never cant dont doesnt didnt wont isnt arent wasnt werent havent hasnt hadnt
            couldnt wouldnt shouldnt without neither none nothing nobody nobodys nowhere aint nor
            """,
        boundaries: "but because however although though except",
        conditions: "if whether",
        ahead: """
            will ill youll itll theyll would should could can may might gonna need needs must to get
            if whether hope hopefully
            """,
        beforePronoun: """
            the this that old new other previous former current first last which any no every each
            some only same wrong right different another current
            """,
        letterWords: "a",
        vowelLetters: "aefhilmnorsx",
        afterEcho: """
            yes yeah now indeed actually really definitely there here too also okay ok not at all
            """,
        articles: "the a an",
        particles: "really quite entirely totally completely honestly",
        nameLeads: """
            with from by through via have has had ive weve got use uses using used called named
            """,
        subjects: """
            i you he she we they it that this who whatever whoever somebody someone everybody everyone
            anybody anyone
            """,
        objects: "it that this these those them me us him her you",
        speakers: "i im ive ill id we weve",
        addressees: "you your youre youve",
        possessives: "my our his her their your same another",
        outsiders: """
            neighbor neighbors neighbour neighbours colleague colleagues coworker coworkers boss friend friends
            buddy cousin uncle aunt brother brothers sister sisters mother mothers mom moms father fathers dad
            dads parents grandma grandpa inlaws landlord guy
            """,
        own: "i im ive ill id we weve me us my mine our ours myself",
        theirs: "he she they his her hers their theirs him them hes shes theyre",
        having: "has have had uses use used got gets",
        being: "is was are were",
        at: "at for with",
        acquiring: "bought buy purchased ordered received sent shipped delivered gave",
        formers: "old previous former before prior earlier",
        currents: "new now current",
        changesFrom: "from",
        changesTo: "to onto",
        beginnings: "start starts started starting begin begins began begun beginning",
        endingOfBegun: "ing",
        phones: "phone phones cell cellphone mobile smartphone iphone hotspot",
        whole: "evening evenings several mornings afternoons nights",
        zero: "none nothing zero no",
        past: "was were did had used wasnt werent didnt hadnt",
        perfect: "has have hasnt havent",
        restrictions: "only just solely exclusively",
        vague: """
            problem problems issue issues trouble troubles help need needs seem seems seemed wrong check
            make makes made sure try trying tried thanks thank guys something anything happen happens
            happened happening keep keeps kept notice noticed found find believe guess fix advice assist
            assistance question please appear appears appeared experience experiencing facing come comes
            start starts started act acts acting work works worked working properly correctly normally
            functioning fail fails failed failing faulty broken messed
            """,
        everyday: everydayEnglish,
        questionKinds: [
            "why reason cause causes caused help helps matter matters necessary important relevant",
            "where location located locate find",
            "when often frequently frequency long", "how check test know tell steps way verify",
            "what whats mean means meaning definition purpose role used",
            "safe dangerous danger risk",
        ],
        merges: [
            ("can not", "cant"), ("do not", "dont"), ("does not", "doesnt"), ("did not", "didnt"),
            ("will not", "wont"), ("is not", "isnt"), ("are not", "arent"), ("was not", "wasnt"),
            ("were not", "werent"), ("have not", "havent"), ("has not", "hasnt"),
            ("had not", "hadnt"), ("could not", "couldnt"), ("would not", "wouldnt"),
            ("should not", "shouldnt"), ("cannot", "cant"), ("dint", "didnt"), ("it is", "its"),
            ("that is", "thats"), ("what is", "whats"), ("where is", "wheres"), ("i am", "im"),
            ("i have", "ive"), ("we have", "weve"), ("they are", "theyre"), ("you are", "youre"),
            ("wi fi", "wifi"), ("hot spot", "hotspot"), ("web site", "website"),
            ("web sites", "websites"), ("web page", "webpage"), ("web pages", "webpages"),
            ("log in", "login"), ("sign in", "signin"), ("e mail", "email"), ("a m", "am"),
            ("p m", "pm"), ("o clock", "oclock"), ("some one", "someone"), ("any one", "anyone"),
            ("set up", "setup"), ("set ups", "setups"),
            ("time out", "timeout"),
            ("times out", "timeout"), ("timed out", "timeout"), ("timing out", "timeout"),
            ("double u", "w"), ("x ray", "xray"), ("un plugged", "unplugged"),
            ("central european", "cet"), ("just now", "justnow"), ("new years", "newyear"),
            ("new year", "newyear"), ("labor day", "laborday"), ("eastern european", "eet"),
            ("re start", "restart"),
            ("re boot", "reboot"),
        ],
        spellingPhrases: ["as in", "for", "like"],
        alphabet: """
            alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima
            mike november oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray
            yankee zulu
            """,
        soundAlikes: [
            ("b", "bee be"), ("c", "see sea"), ("d", "dee"), ("f", "eff"), ("g", "gee"),
            ("h", "aitch"), ("i", "eye aye"), ("j", "jay"), ("k", "kay"), ("l", "el ell"),
            ("m", "em"), ("n", "en"), ("p", "pea pee"), ("q", "queue cue"), ("r", "are"),
            ("s", "ess"), ("t", "tea tee"), ("u", "you"), ("v", "vee"), ("w", "doubleyou"),
            ("x", "ex"), ("y", "why"), ("z", "zee zed"), ("1", "won"), ("2", "to too"),
            ("4", "for fore"), ("8", "ate"),
        ],
        signs: [
            ("@", "at"), (".", "dot point period"), ("_", "underscore"),
            ("-", "dash hyphen minus"), ("+", "plus"), ("/", "slash"),
        ],
        spellingAsides: """
            capital uppercase lowercase upper lower case letter then okay ok space number digit next
            """
    )
}

extension NumberWords {
    static let english = NumberWords(
        digits: "zero/nought/naught one two three four five six seven eight nine/niner",
        teens: """
            ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
            """,
        tens: "twenty thirty forty/fourty fifty sixty seventy eighty ninety",
        hundred: "hundred",
        thousand: "thousand",
        million: "million",
        and: "and",
        articles: "a",
        points: "point dot",
        betweenDigits: "oh o",
        versionLetters: "v",
        joinsUnitsFirst: false,
        repeated: "",
        afterDigits: "am pm min mins sec secs hr hrs",
        groups: ["couple": 2, "dozen": 12],
        parts: ["half": 0.5, "quarter": 0.25, "quarters": 0.25],
        thousands: "k grand",
        minus: "minus negative",
        below: "below",
        units: [
            ("kilobyte kilobytes kb kilobit kilobits", 1e3),
            ("megabyte megabytes mb meg megs megabit megabits mbps", 1e6),
            ("gigabyte gigabytes gb gig gigs gigabit gigabits", 1e9),
            ("terabyte terabytes tb", 1e12),
        ],
        double: "double",
        triple: "triple",
        ordinals: [
            1: "first", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth",
            9: "ninth", 10: "tenth", 11: "eleventh", 12: "twelfth", 13: "thirteenth",
            14: "fourteenth", 15: "fifteenth", 16: "sixteenth", 17: "seventeenth",
            18: "eighteenth", 19: "nineteenth", 20: "twentieth", 30: "thirtieth",
        ],
        places: [1: "former", 2: "second", -1: "last latter"],
        ordinalEndings: ["th", "st", "nd", "rd"]
    )
}
