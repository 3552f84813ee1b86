extension PhraseList {
    /// Yes, no, and whether things are as they should be.
    static let germanAnswers: [PhraseList] = [
        PhraseList(
            .yes,
            [
                "ja", "jep", "jo", "jawohl", "ja klar", "ja sicher", "auf jeden fall", "^doch",
                "ja genau", "absolut", "definitiv", "jawoll", "ja doch", "ich glaube ja",
                "ich denke ja", "ich glaube schon", "ich denke schon", "jap", "jup", "joa", "mhm",
                "eigentlich schon", "nein doch", "^schon",
            ]
        ),
        PhraseList(
            .agrees,
            [
                "na klar", "^klar", "^genau", "^richtig", "das ist richtig", "stimmt",
                "das stimmt", "^korrekt", "das ist korrekt", "^sicher", "aber sicher", "natürlich",
                "selbstverständlich", "ganz genau", "^passt", "exakt", "freilich", "gewiss",
                "ganz recht",
            ]
        ),
        PhraseList(
            .echoesYes,
            [
                "ist es", "ist er", "ist sie", "das ist es", "das tut es", "tut es", "hab ich",
                "habe ich", "kann ich", "bin ich", "sind sie", "war es", "das hab ich",
                "das habe ich",
                "mach ich", "macht es", "haben wir",
            ]
        ),
        PhraseList(
            .no,
            [
                "^nein", "^nee", "^nö", "^ne", "eigentlich nicht", "gar nicht", "überhaupt nicht",
                "noch nicht", "nicht mehr", "ich glaube nicht", "ich denke nicht",
                "nicht dass ich wüsste",
                "auf keinen fall", "keinesfalls", "natürlich nicht", "bestimmt nicht", "^falsch",
                "das ist falsch",
                "stimmt nicht", "das stimmt nicht", "nicht richtig", "nicht wirklich",
                "sieht nicht so aus", "leider nicht", "leider nein", "^nope", "keineswegs",
            ]
        ),
        PhraseList(
            .echoesNo,
            [
                "ist es nicht", "ist er nicht", "ist sie nicht", "tut es nicht", "hab ich nicht",
                "habe ich nicht", "kann ich nicht", "bin ich nicht", "sind sie nicht",
                "hab ich nie",
                "habe ich nie", "war es nicht", "haben wir nicht",
            ]
        ),
        PhraseList(
            .idiom,
            [
                "gute frage", "gute idee", "guten morgen", "guten tag", "guten abend", "es geht um",
                "geht es um", "es geht darum", "recht herzlich", "ich muss sagen", "muss ich sagen",
                "ich muss zugeben", "muss ich zugeben",
            ]
        ),
        PhraseList(
            .works,
            [
                "funktioniert", "es funktioniert", "geht", "es geht", "das geht", "läuft",
                "es läuft",
                "klappt", "es klappt", "hat geklappt", "hat funktioniert", "ging", "gingen",
                "geklappt", "lief", "liefen",
                "laden",
                "lädt", "verbindet", "verbindet sich", "verbunden", "kein problem",
                "keine probleme",
                "keine fehler", "alles gut", "alles okay", "alles in ordnung", "in ordnung", "gut",
                "super", "prima", "bestens", "einwandfrei", "normal", "erfolgreich",
                "ohne probleme",
                "wunderbar", "problemlos", "tadellos", "keine probleme mehr", "kein problem mehr",
                "keine fehler mehr", "laut und deutlich", "kommen rein", "kommt rein",
                "kommen an", "internet ist da", "netz ist da", "verbindung ist da",
            ]
        ),
        PhraseList(
            .fails,
            [
                "kaputt", "defekt", "funktioniert nicht", "geht nicht", "geht auch nicht",
                "läuft nicht", "läuft auch nicht",
                "klappt nicht",
                "hat nicht geklappt", "hat nicht funktioniert", "ging nicht", "lädt nicht",
                "laden nicht",
                "verbindet nicht", "verbindet sich nicht", "fehlgeschlagen", "fehler",
                "fehlermeldung",
                "ein fehler", "kein internet", "keine verbindung", "nichts passiert",
                "passiert nichts",
                "nichts geht", "geht nichts", "geht gar nichts", "immer noch nicht",
                "noch immer nicht",
                "immer noch", "das gleiche", "gleiche problem", "gleiches problem", "selbe problem",
                "dasselbe", "unverändert", "keine änderung",
                "hat nicht geholfen", "hilft nicht", "hat nichts gebracht", "bringt nichts", "tot",
                "ausgefallen", "abgebrochen", "bricht ab", "schlimmer", "schlecht", "ohne erfolg",
                "nicht gelöst", "nicht behoben", "hat nichts", "tut nicht",
                "tut sich nichts", "ändert sich nichts", "nichts geändert", "geht aus",
                "geht wieder aus", "geht sofort aus", "geht sofort wieder aus",
                "geht gleich wieder aus", "gehen aus", "geht weg", "geht nur noch",
                "läuft nur noch", "funktioniert nur noch",
                "wieder weg", "geht doch nicht", "geht es doch nicht", "geht doch wieder nicht",
                "kein unterschied", "keinen unterschied",
                "macht keinen unterschied", "keine reaktion",
            ]
        ),
        PhraseList(
            .unable,
            [
                "finde ich nicht", "ich finde es nicht", "finde nichts", "nicht finden",
                "komme nicht rein", "komme ich nicht", "komm ich nicht",
                "kein zugriff",
                "keinen zugriff", "keinen zugang", "nicht möglich", "unmöglich", "nicht machen",
                "nicht testen", "nicht prüfen", "nicht ausprobieren", "hab ich nicht da",
                "weiß nicht wie", "lässt mich nicht", "darf ich nicht", "keine berechtigung",
                "finde kein", "finde keine", "finde keinen", "gar kein", "nicht ran", "nicht dran",
                "bin unterwegs", "mit meinem rücken", "mit meinem knie", "mit meinen knien",
                "trau ich mich nicht", "traue ich mich nicht", "zu schwer", "bin ich zu alt",
                "zu alt für", "zu alt dafür",
            ]
        ),
        PhraseList(
            .cannot,
            [
                "kann ich nicht", "ich kann nicht", "kann ich das nicht", "konnte ich nicht",
                "kann ich nimmer", "kann ich nicht mehr", "jetzt nicht", "jetzt gerade nicht",
            ]
        ),
        PhraseList(.elsewhere, elsewhere.flatMap { ["bin \($0)", "sitze \($0)"] }),
        PhraseList(
            .underway,
            [
                "verbindet noch", "verbindet gerade", "wird verbunden", "wird noch verbunden",
                "verbindung wird aufgebaut", "baut die verbindung auf", "wird geladen",
                "lädt gerade", "versucht zu verbinden", "versucht sich zu verbinden",
            ]
        ),
        PhraseList(
            .fixed,
            [
                "das hat geholfen", "hat geholfen", "problem gelöst", "ist gelöst", "ist behoben",
                "hat sich erledigt", "schon erledigt", "=das wars schon", "habe es hinbekommen",
                "hab es hinbekommen", "ich habs hinbekommen", "ich habe es repariert",
                "damit geht es",
                "damit gehts", "das hat funktioniert", "das hat geklappt", "alles wieder normal",
                "wieder wie vorher", "bis jetzt gut", "wie neu",
            ]
        ),
        PhraseList(
            .helped,
            [
                "=hat funktioniert", "=geklappt", "=geholfen", "=gelöst", "=behoben", "=repariert",
                "läuft rund",
            ]
        ),
        PhraseList(
            .worksNow,
            [
                "jetzt geht es", "jetzt geht", "jetzt funktioniert es", "es geht jetzt",
                "es funktioniert jetzt", "geht jetzt wieder", "geht wieder", "funktioniert wieder",
                "läuft wieder", "jetzt klappt es", "jetzt klappt", "es klappt jetzt",
                "bin jetzt drin",
                "jetzt läuft es", "jetzt läuft", "internet ist wieder da", "netz ist wieder da",
                "verbindung ist wieder da", "signal ist wieder da", "es ist wieder da",
                "ist es wieder da", "ist es doch wieder da", "alles wieder da",
            ]
        ),
        PhraseList(
            .gone,
            [
                "weg", "ist weg", "ging weg", "verschwunden", "ist verschwunden", "fort",
                "ist aus", "sind aus", "ist nicht mehr", "fehlgeschlagen", "schlug fehl",
                "schlägt fehl", "verloren", "abgebrochen", "getrennt", "unterbrochen",
            ]
        ),
        PhraseList(
            .unseen,
            [
                "sehe ich nicht", "nicht sehen", "sehe kein", "sehe keine", "sehe keinen",
                "sehe nichts", "habe kein", "habe keine", "habe keinen", "hab kein", "hab keine",
                "hab keinen",
            ]
        ),
        PhraseList(.numbered, ["nummer", "option"]),
        PhraseList(.continues, ["noch", "weiterhin", "nach wie vor"]),
        PhraseList(.again, ["wieder", "doch nicht", "zu früh gefreut"]),
        PhraseList(
            .since,
            [
                "angefangen", "begonnen", "fing an", "fing es an", "fing das an", "begann",
                "passiert", "aufgehört", "kaputt gegangen", "ausgefallen", "fiel aus",
                "abgestürzt", "zusammengebrochen", "rausgeflogen", "rausgeworfen",
            ]
        ),
    ]

    /// Where customers are who can do nothing at home.
    private static let elsewhere = [
        "auf arbeit", "auf der arbeit", "in der arbeit", "bei der arbeit", "im büro", "im zug",
        "im auto", "im bus", "im urlaub", "in der stadt", "nicht vor ort", "nicht zu hause",
        "nicht zuhause", "nicht daheim", "nicht in der nähe", "auf dem weg",
    ]
}
