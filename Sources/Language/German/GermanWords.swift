extension WordLists {
    static let german = WordLists(
        fillers: """
            äh ähm öh hm hmm tja na naja ach also halt eben bitte hallo hi hey moin servus quasi irgendwie sozusagen
            grad einfach guten
            """,
        common: """
            der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene
            ich mich mir du dich dir er sie es ihn ihm ihr wir uns euch ihnen sich man mein meine meinen meinem
            meiner dein deine sein seine seinen ihre ihren unser unsere euer eure bin bist ist sind seid war waren
            wäre gewesen sein habe hab hast hat haben hatte hatten hätte wird werden wurde würde worden kann kannst
            können könnte könnten muss müssen soll sollte will wollen wollte möchte darf dürfen mag zu zum zur von vom
            in im ins an am ans auf bei beim mit nach aus für über unter vor hinter durch gegen um bis ab und oder
            dass ob wenn als wie wo was wer wen wem wann warum wieso weshalb welche welcher welches hier da dort dran drin
            davon dazu damit dafür alle alles jede jeder jedes jeden beide sehr auch noch schon nur immer wieder jetzt
            heute morgen gestern ja nein nicht kein keine keinen okay ok weil seit während zwischen mal so dann denn
            doch aber geht gehen ging gegangen macht machen gemacht tut tun getan gibt sagt sagen gesagt weiß wissen
            glaube denke sehe sehen will tschüss letzte letzten letzter letztes letztem nächste nächsten
            nächster nächstes nächstem montag
            dienstag mittwoch donnerstag freitag samstag sonntag vorhin uhr
            """,
        negations: """
            nicht nich kein keine keinen keinem keiner keines nie niemals nichts nix ohne weder nirgends niemand nein
            nee
            """,
        boundaries: "aber weil obwohl jedoch sondern außer",
        conditions: "ob falls wenn",
        ahead: """
            werde wirst wird werden würde würden sollte sollten könnte könnten kann muss müssen müsste
            möchte will zu ob wenn falls hoffe hoffentlich
            """,
        beforePronoun: "der die das kein keine keins irgend noch jede jeder jedes",
        letterWords: "",
        vowelLetters: "",
        afterEcho: "ja jetzt tatsächlich wirklich sicher da hier auch okay ok nicht schon",
        articles: "der die das ein eine einen einem einer dem den",
        particles: """
            leider gar überhaupt ganz genau hundertprozentig jetzt auch so denn ja mal da gerade grade ihnen dir ehrlich gesagt noch schon
            eigentlich wirklich
            """,
        denyBehind: "nicht nich nie niemals",
        nameLeads:
            "bei mit von über habe hab haben hatte nutze nutzen benutze verwende heißt nennt",
        subjects: "ich du er sie es wir ihr man das dies",
        objects: "es das dies mich mir dich dir ihn ihm uns euch ihnen sich",
        speakers: "ich wir",
        addressees: "sie ihnen ihr ihre ihrem ihren ihrer",
        possessives: """
            mein meine meinen meinem meiner sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer
            unser unsere unseren unserem unserer gleiche gleichen selbe selben
            """,
        outsiders: """
            nachbar nachbarn nachbarin nachbarinnen kollege kollegen kollegin kolleginnen chef chefin freund freunde
            freundin cousin cousine onkel tante bruder brüder schwester schwestern mutter vater mama papa eltern
            oma opa schwager schwägerin vermieter bekannter bekannte bekannten
            """,
        own:
            "ich wir mich mir uns mein meine meinen meinem meiner meins unser unsere unseren unserem unserer",
        theirs: "ihm ihr ihnen seins ihrs seine seiner seinem seinen deren dessen",
        having: "hat haben hatte hatten nutzt nutzen benutzt bekam",
        being: "ist war sind waren bin",
        at: "bei für",
        acquiring:
            "gekauft bestellt bekommen gekriegt erhalten geschickt zugeschickt geliefert angeschafft besorgt",
        formers: """
            alt alte alten alter altes vorige vorigen voriger vorher vorherige vorherigen vorheriger
            früher frühere früheren früherer davor
            """,
        currents: "neu neue neuen neuer neues jetzt jetzige jetzigen jetziger aktuelle aktuellen",
        changesFrom: "von vom",
        changesTo: "zu zum zur auf gegen durch",
        phones: "handy handys mobiltelefon smartphone iphone hotspot handyvertrag",
        whole: "sicher schön schönen vormittags nachmittags abends nachts",
        zero: "keine keiner keins nichts null",
        past: "war waren hatte hatten wurde wurden gab ging gingen",
        perfect: "hat haben hast habt",
        restrictions: "nur bloß ausschließlich lediglich",
        everyday: "eher würd würde sagen meinen",
        merges: [
            ("w lan", "wlan"), ("wi fi", "wifi"), ("hot spot", "hotspot"), ("e mail", "email"),
            ("web seite", "webseite"), ("web seiten", "webseiten"), ("inter net", "internet"),
            ("klappts", "klappt"), ("gehts", "geht"), ("habs", "hab"), ("ists", "ist"),
            ("neu start", "neustart"), ("übers", "über"), ("isses", "ist"),
            ("am morgen", "vormittag"), ("heute morgen", "heutefrüh"),
            ("heut morgen", "heutefrüh"), ("heut früh", "heutefrüh"),
            ("seit eben", "heute"), ("gerade eben", "heute"), ("eben gerade", "heute"),
            ("grad eben", "heute"), ("eben grad", "heute"), ("grade eben", "heute"),
            ("jeden morgen", "allmorgendlich"), ("im moment", "momentan"), ("nix", "nichts"),
            ("weiss", "weiß"), ("ausser", "außer"), ("gross", "groß"), ("heiss", "heiß"),
            ("zwoelf", "zwölf"), ("fuenf", "fünf"), ("fuer", "für"), ("ueber", "über"),
            ("naechste", "nächste"), ("naechsten", "nächsten"), ("spaeter", "später"),
            ("moechte", "möchte"), ("koennen", "können"),
        ],
        spellingPhrases: ["wie", "für", "wie in"],
        alphabet: """
            anton berta cäsar dora emil friedrich gustav heinrich ida julius kaufmann ludwig martha
            nordpol otto paula quelle richard samuel siegfried theodor ulrich viktor wilhelm xanthippe
            ypsilon zacharias zeppelin
            """,
        soundAlikes: [
            ("b", "be"), ("c", "ce"), ("d", "de"), ("f", "eff"), ("g", "ge"), ("h", "ha"),
            ("j", "jot"),
            ("k", "ka"), ("l", "ell"), ("m", "emm"), ("n", "enn"), ("p", "pe"), ("q", "ku"),
            ("r", "err"), ("s", "ess"), ("t", "te"), ("v", "vau"), ("w", "we"), ("x", "ix"),
            ("z", "zett"),
        ],
        signs: [
            ("@", "at ät klammeraffe"), (".", "punkt"), ("_", "unterstrich"),
            ("-", "minus bindestrich strich"), ("+", "plus"), ("/", "schrägstrich slash"),
        ],
        spellingAsides: """
            groß klein großes kleines großbuchstabe kleinbuchstabe buchstabe dann okay ok leerzeichen zahl ziffer
            nummer
            """
    )
}

extension NumberWords {
    static let german = NumberWords(
        digits: "null eins zwei/zwo drei vier fünf/fünfe sechs/sechse sieben acht neun/neune",
        teens: """
            zehn/zehne elf/elfe zwölf/zwölfe dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn
            """,
        tens: "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
        hundred: "hundert",
        thousand: "tausend",
        million: "million millionen",
        and: "und",
        articles: "ein eine",
        points: "punkt komma",
        hasDecimalComma: true,
        betweenDigits: "",
        versionLetters: "v",
        joinsUnitsFirst: true,
        repeated: "mal",
        between: "zwischen",
        afterDigits: "uhr min std sek",
        groups: [
            "dutzend": 12, "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5,
            "dreieinhalb": 3.5, "viereinhalb": 4.5, "fünfeinhalb": 5.5, "sechseinhalb": 6.5,
            "siebeneinhalb": 7.5, "achteinhalb": 8.5, "neuneinhalb": 9.5, "zehneinhalb": 10.5,
            "elfeinhalb": 11.5, "zwölfeinhalb": 12.5,
        ],
        parts: [
            "halb": 0.5, "halbe": 0.5, "halben": 0.5, "halber": 0.5, "halbes": 0.5,
            "viertel": 0.25, "dreiviertel": 0.75,
        ],
        thousands: "k",
        minus: "minus",
        below: "unter",
        units: [
            ("kilobyte kb kilobit", 1e3), ("megabyte mb mega megabit", 1e6),
            ("gigabyte gb giga gigabit", 1e9), ("terabyte tb tera", 1e12),
        ],
        double: "doppel doppelt",
        triple: "dreifach",
        ordinals: [
            1: "erste ersten erster", 2: "zweite zweiten zweiter", 3: "dritte dritten dritter",
            4: "vierte vierten", 5: "fünfte fünften", 6: "sechste sechsten",
            7: "siebte siebten siebente", 8: "achte achten", 9: "neunte neunten",
            10: "zehnte zehnten", 11: "elfte elften", 12: "zwölfte zwölften",
            13: "dreizehnte dreizehnten", 14: "vierzehnte vierzehnten",
            15: "fünfzehnte fünfzehnten", 16: "sechzehnte sechzehnten",
            17: "siebzehnte siebzehnten", 18: "achtzehnte achtzehnten",
            19: "neunzehnte neunzehnten", 20: "zwanzigste zwanzigsten",
            30: "dreißigste dreißigsten",
        ],
        places: [
            1: "erstes erstere ersteres ersterer", 2: "zweites",
            -1: "letzte letztes letzter letzten letztere letzteres letzterer",
        ],
        ordinalEndings: ["te"]
    )
}
