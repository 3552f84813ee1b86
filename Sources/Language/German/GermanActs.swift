extension PhraseList {
    /// What customers want beside or instead of answering.
    static let germanActs: [PhraseList] = [
        PhraseList(
            .wait,
            [
                "moment", "einen moment", "momentchen", "augenblick", "einen augenblick",
                "=sekunde", "=eine sekunde", "kleinen moment", "warten sie", "warte mal", "^warte$",
                "^warten$",
                "ich schaue mal", "ich schaue nach", "ich schau mal", "ich schau nach",
                "ich gucke mal",
                "ich guck mal", "ich sehe nach", "mal sehen", "lassen sie mich", "ich prüfe das",
                "ich probiere das", "ich probiere es", "ich versuche es", "ich probier mal",
                "bin gleich wieder da", "gleich wieder da", "bleiben sie dran", "ich bin dabei",
                "muss nachschauen", "muss erst nachschauen", "muss nachsehen", "muss mal schauen",
                "muss gucken", "muss erst gucken", "ich geb sie ihnen", "ich gebe sie ihnen",
                "ich geb ihn ihnen", "ich gebe ihn ihnen", "ich geb ihnen", "ich gebe ihnen",
                "ich geh mal", "ich gehe mal", "ich hol mal",
                "ich hole mal", "noch nicht um", "noch nicht rum",
                "noch nicht vorbei",
            ]
        ),
        PhraseList(
            .repeats,
            [
                "^noch einmal", "noch einmal$", "noch einmal bitte", "noch einmal sagen",
                "^noch mal",
                "noch mal$", "noch mal bitte", "noch mal sagen", "^nochmal", "nochmal$",
                "nochmal bitte", "nochmal sagen", "wiederholen", "wiederholen sie",
                "^wie bitte", "^was$", "^hä$", "^wie$", "wie war die frage",
                "was haben sie gesagt", "nicht verstanden", "nicht gehört", "akustisch nicht",
                "sagen sie das", "etwas lauter", "bisschen lauter", "etwas langsamer",
                "wie meinen sie$", "wie meinen sie das$", "was meinen sie$",
                "was meinen sie damit$",
                "verstehe die frage nicht", "versteh die frage nicht", "^welche$", "^welcher$",
                "^welches$", "^welchen$", "^welche denn$", "^welcher denn$", "^welches denn$",
                // Whether anybody is there is best told by saying the question again.
                "sind sie noch da", "sind sie noch dran", "sind sie da", "sind sie dran",
                "^noch da$", "^noch dran$", "ist da jemand", "ist da noch jemand", "jemand da$",
                "ist da wer",
                "ist da noch wer",
                "hören sie mich", "sie mich hören", "sie mich noch hören", "hören sie mir zu",
            ]
        ),
        PhraseList(
            .doesNotKnow,
            [
                "keine ahnung", "weiß nicht", "weiß ich nicht", "ich weiß nicht",
                "ich weiß es nicht",
                "das weiß ich nicht", "nicht sicher", "bin nicht sicher", "bin unsicher",
                "kein plan",
                "keinen plan", "kann ich nicht sagen", "kann nicht sagen", "schwer zu sagen",
                "ich erinnere mich nicht", "erinnere mich nicht", "vergessen", "hab ich vergessen",
                "da bin ich überfragt", "überfragt", "nicht geprüft", "nie geprüft",
                "wüsste ich nicht", "kann ich ihnen nicht sagen",
            ]
        ),
        PhraseList(
            .unsure,
            [
                "ich glaube", "ich denke", "vielleicht", "wahrscheinlich", "vermutlich",
                "möglicherweise",
                "ich nehme an", "ich meine", "könnte sein", "kann sein", "soweit ich weiß",
                "glaub ich",
                "schätze ich", "eventuell",
            ]
        ),
        PhraseList(
            .declines,
            [
                "möchte ich nicht sagen", "will ich nicht sagen", "sage ich nicht",
                "geht sie nichts an",
                "überspringen", "überspringen sie", "nächste frage", "möchte ich nicht",
                "will ich nicht",
                "mache ich nicht", "mach ich nicht", "mach ich jetzt nicht", "fass da nichts an",
                "fasse da nichts an",
                "fass ich nicht an", "fasse ich nicht an", "zieh ich nicht", "zieh ich jetzt nicht",
                "trau ich mich nicht", "das ist privat", "lieber nicht", "keine zeit",
                "habe es eilig", "hab es eilig",
                "bin in eile",
            ]
        ),
        PhraseList(
            .knowsHow,
            [
                "weiß wie", "weiß schon wie", "kenne mich damit aus", "kenne mich aus",
            ]
        ),
        PhraseList(
            .complies,
            [
                "mach ich", "mache ich", "das mache ich", "das mach ich", "mach ich gleich",
                "mache ich gleich",
                "mach ich jetzt", "mache ich jetzt", "mach ich gerade", "mache ich gerade",
                "ich bin dran", "ich höre", "bin bereit", "startet noch", "startet gerade",
                "^gleich$", "noch nicht$", "noch nicht ganz", "noch nicht so weit",
                "noch nicht soweit", "dauert noch", "ich warte noch", "warte noch",
                "gleich so weit", "geht nicht so schnell", "nicht so schnell",
                "gleich soweit", "bin noch dabei", "bin gerade dabei",
                "blinkt noch", "blinken noch", "noch am blinken", "blinkt immer noch",
                "blinken immer noch", "fährt noch hoch", "fährt gerade hoch", "lädt noch",
                "läuft noch",
            ]
        ),
        PhraseList(
            .wantsPerson,
            [
                "^ein mensch$", "^mensch$", "^mitarbeiter$", "^ein mitarbeiter$", "mensch bitte",
                "mitarbeiter bitte", "techniker bitte", "berater bitte", "verbinden sie mich",
                "mit jemand verbinden", "mit jemandem verbinden",
                "stellen sie mich durch", "durchstellen", "^mit jemandem sprechen",
                "^mit jemandem reden", "^einen mitarbeiter", "^einen menschen", "^einen techniker",
                "mit einer maschine reden", "mit einem roboter reden",
                "mit einer maschine sprechen", "keinen richtigen menschen",
                "keinen echten menschen",
                "da keinen menschen", "keinen mitarbeiter da",
            ]
        ),
        PhraseList(
            .person,
            [
                "ein mensch", "einen menschen", "einem menschen", "echten menschen", "echte person",
                "richtigen menschen", "mit jemandem sprechen", "mit jemandem reden",
                "jemandem aus der technik", "kollegen sprechen", "kollegin sprechen",
                "einen mitarbeiter", "einem mitarbeiter", "einen berater", "einem berater",
                "einen techniker", "einem techniker", "einen ingenieur", "einem ingenieur",
                "kundenberater", "kundenservice", "ihren chef", "vorgesetzten", "einen agenten",
                "einer person sprechen", "mit einer person", "jemanden$", "jetzt jemanden",
                "sofort jemanden", "jemanden sofort", "jemanden jetzt", "jetzt mit jemandem",
            ]
        ),
        PhraseList(.talks, ["sprechen", "reden"]),
        PhraseList(
            .wishes,
            [
                "möchte", "will", "würde gern", "würde gerne", "hätte gern", "hätte gerne",
                "kann ich", "könnte ich", "darf ich", "geben sie mir", "holen sie mir", "brauche",
                "gibt es", "lassen sie mich",
            ]
        ),
        PhraseList(
            .contacts,
            [
                "sprechen", "reden", "verbinden", "erreichen", "geben", "telefonieren", "echten",
                "richtigen", "sofort", "direkt", "lieber", "endlich",
            ]
        ),
        PhraseList(
            .thanks,
            [
                "danke", "danke schön", "dankeschön", "vielen dank", "herzlichen dank",
                "besten dank",
                "schönen tag", "=das wars",
                "das war alles",
                "das ist alles", "mehr nicht", "sonst nichts", "nichts weiter", "alles erledigt",
            ]
        ),
        PhraseList(
            .leaves,
            [
                "tschüss", "tschüs", "auf wiederhören", "auf wiedersehen", "muss auflegen",
                "muss jetzt auflegen", "ich lege auf", "ich leg auf", "ich lege jetzt auf",
                "ich leg jetzt auf", "ich muss los", "muss jetzt los", "ruf später an",
                "rufe später an", "ruf später noch mal an", "rufe später noch mal an",
                "ruf später nochmal an", "rufe später nochmal an", "ruf später wieder an",
                "rufe später wieder an", "melde mich später", "vergessen sie es", "vergessen sies",
                "vergiss es", "lassen sie mal", "lassen sie es", "lassen sies",
            ]
        ),
        PhraseList(
            .more,
            [
                "eine sache noch", "noch eine sache", "noch was", "noch etwas", "noch eine frage",
                "eine frage noch", "was anderes", "etwas anderes", "ein anderes problem",
                "noch ein problem",
            ]
        ),
        PhraseList(
            .correction,
            [
                "nein warte", "nein warten sie", "quatsch", "korrektur", "nee warte", "nein moment",
                "nee moment",
                "ich meinte", "ich meine natürlich", "ich habe mich geirrt", "hab mich geirrt",
                "habe mich vertan", "hab mich vertan", "mein fehler", "falsch gesagt",
                "das war falsch",
                "vielmehr", "beziehungsweise nein", "stimmt nicht es", "nee halt", "ne halt",
                "nein halt",
                "nee halt stimmt nicht", "nee halt das stimmt nicht", "moment nein", "doch nicht",
                "jetzt weiß ich es wieder", "tatsächlich war", "eigentlich war",
                "streichen sie das", "oder nein es war", "oder nee es war", "oder nein das war",
                "oder nee das war", "ach nee", "ach ne", "ach nein", "ach nö", "ach quatsch",
                "nein doch", "war die falsche", "war der falsche", "war das falsche",
            ]
        ),
        PhraseList(
            .formerly,
            [
                "früher", "vorher war", "gewechselt von", "umgestiegen von", "anfangs", "am anfang",
                "zuerst", "damals", "erst nur", "erst war", "dachte erst",
                "ursprünglich", "als es neu war", "als er neu war", "als sie neu war",
            ]
        ),
        PhraseList(.takesBack, ["nein", "nee", "nö", "ne", "besser gesagt", "oder besser"]),
        PhraseList(
            .softCorrection,
            [
                "entschuldigung", "tut mir leid", "verzeihung", "ups", "sorry", "eigentlich",
                "ach nein das", "ach nein die", "ach nein der", "ach das", "ach die", "ach der",
                "es sind doch", "sind doch",
            ]
        ),
        PhraseList(
            .saidEarlier,
            ["ich sagte", "ich habe gesagt", "ich hab gesagt", "ich hatte gesagt", "ich dachte"]
        ),
        PhraseList(
            .misstated,
            [
                "falsch gesagt", "falsch angegeben", "falsch genannt", "falsches gesagt",
                "ihnen die falsche", "ihnen den falschen", "ihnen das falsche", "vertan", "geirrt",
                "gesagt habe stimmt nicht", "gesagt hab stimmt nicht", "gesagt habe war falsch",
                "gesagt hab war falsch", "gesagt habe ist falsch", "gesagt hab ist falsch",
                "genannt habe stimmt nicht", "genannt hab stimmt nicht", "genannt habe war falsch",
            ]
        ),
        PhraseList(
            .untrue,
            [
                "das stimmt nicht", "das stimmt gar nicht", "das stimmt so nicht", "das war falsch",
                "das ist falsch", "das war nicht richtig", "das ist nicht richtig",
                "vergessen sie das",
                "das war quatsch", "das nehme ich zurück",
            ]
        ),
        PhraseList(.afterAll, ["doch nicht", "doch kein", "doch keine", "doch gar nicht"]),
        PhraseList(
            .untried,
            [
                "noch nicht probiert", "noch nicht versucht", "noch nicht ausprobiert",
                "noch nicht gemacht", "noch nicht getestet", "fehlt noch", "bin noch dabei",
                "bin grad dabei",
                "bin gerade dabei", "probier ich heute abend", "mach ich heute abend",
                "muss ich noch probieren",
                "muss ich noch versuchen", "muss ich erst noch",
            ]
        ),
        PhraseList(
            .callsFor,
            [
                "rufe für meine", "rufe für meinen", "ruf für meine", "ruf für meinen",
                "rufe wegen meiner",
                "rufe wegen meinem", "rufe im namen",
            ]
        ),
        PhraseList(.disputes, ["nicht um", "nicht über"]),
        PhraseList(
            .means,
            ["es geht um", "geht es um", "ich meinte", "ich meine", "ich sagte", "ich rufe wegen"]
        ),
        PhraseList(
            .reports,
            [
                "ich dachte", "wir dachten", "sagte", "hat gesagt", "meinte dass",
                "letztes mal", "neulich", "normalerweise", "müsste", "sollte", "mein alter",
                "meine alte", "das alte", "der alte",
                "die alte",
            ]
        ),
        PhraseList(
            .lapses,
            [
                "für eine", "für einen", "für ein", "für zwei", "eine weile", "bis", "zuerst",
                "und dann", "dann ist", "dann war", "dann ging", "aber",
            ]
        ),
        PhraseList(
            .offTopic,
            [
                "sind sie ein roboter", "sind sie eine maschine", "sind sie ein computer",
                "erzählen sie einen witz", "wie geht es ihnen", "wie heißen sie", "wie spät ist es",
                "wie wird das wetter", "falsche nummer", "meine rechnung bezahlen",
                "meinen vertrag kündigen",
            ]
        ),
        PhraseList(
            .question,
            [
                "wo sitzt", "wie geht denn", "was ist", "was sind", "was gehört", "was zählt",
                "was macht", "was soll",
                "was passiert", "was wenn", "was meinen sie", "was für ein", "was für eine",
                "wo sind", "wo sehe ich", "wo kann ich", "wo steht",
                "wo soll",
                "wie mach ich", "wie geht das", "wie finde ich",
                "wie komme ich", "wie lange dauert", "wie viel", "wie funktioniert", "wie soll",
                "welcher ist", "welche ist", "welches ist", "welchen meinen", "welcher knopf",
                "wer ist", "warum", "wieso", "weshalb", "wann wird", "können sie mir sagen",
                "können sie erklären", "kann ich", "darf ich", "brauchen sie", "ist das schlimm",
                "ist das normal", "ist das sicher",
                "ist das nicht",
                "sind sie", "und was dann", "arbeiten sie", "haben sie", "wie ist das",
                "wieso ist das",
            ]
        ),
        PhraseList(
            .asks,
            [
                "was heißt", "was bedeutet", "wo ist", "wo finde ich", "wie mache ich",
                "wie kann ich",
                "soll ich", "muss ich", "meinen sie",
            ]
        ),
        PhraseList(.checks, ["meinen sie"]),
        PhraseList(.tag, ["oder$", "nicht wahr$", "gell$", "meinen sie$"]),
        PhraseList(
            .questionWord,
            [
                "was", "welche", "welcher", "welches", "welchen", "wie", "wo", "warum", "wieso",
                "wann", "wer", "woran", "womit", "wofür", "woher",
            ]
        ),
        PhraseList(
            .acknowledges,
            [
                "okay", "ok", "in ordnung", "alles klar", "verstehe", "verstanden", "gut", "aha",
                "gerne",
            ]
        ),
    ]
}
