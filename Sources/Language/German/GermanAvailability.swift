extension PhraseList {
    static let germanAvailability: [PhraseList] = [
        PhraseList(
            .atWork,
            [
                "=arbeiten", "=ich arbeite", "arbeite ich", "=ich unterrichte", "unterrichte ich",
                "muss arbeiten", "muss ich arbeiten",
                "bei der arbeit", "auf der arbeit", "auf arbeit", "in der arbeit", "im dienst",
            ]
        ),
        PhraseList(
            .unavailable,
            [
                "besprechung", "meeting", "=termin", "beschäftigt", "nicht zu hause", "nicht da",
                "nicht erreichbar", "nicht verfügbar", "unterwegs", "keine zeit", "im urlaub",
                "verreist", "=ich schlafe", "=schlafe ich", "=mache ich pause", "=pause",
                "=weg", "=geschlossen", "im gespräch", "beim mittagessen",
            ]
        ),
        PhraseList(
            .anyTime,
            [
                "je früher", "je eher", "so früh wie möglich", "so bald wie möglich",
                "so schnell wie möglich", "sobald es geht", "egal",
                "spielt keine rolle", "wann immer", "wann sie wollen", "wann sie möchten",
            ]
        ),
        PhraseList(
            .freeFrom,
            [
                "feierabend", "von der arbeit", "mit der arbeit fertig", "nach hause",
                "bin zu hause", "bin ich zu hause", "wieder zu hause", "bin daheim",
                "bin ich daheim", "schichtende", "=schluss", "=ich fertig", "=bin fertig",
            ]
        ),
        PhraseList(.otherwise, ["sonst", "ansonsten"]),
        PhraseList(
            .sameTime,
            ["gleiche zeit", "gleichen zeit", "selbe zeit", "selben zeit", "dieselbe zeit"]
        ),
        PhraseList(.otherClock, ["ihre zeit", "ihrer zeit", "bei ihnen"]),
        PhraseList(
            .givesLength,
            ["geben sie mir", "geben sie mir noch", "gib mir", "gib mir noch"]
        ),
        PhraseList(.atLeast, ["warten bis"]),
        PhraseList(.atMost, ["schließt um", "schließen um"]),
        PhraseList(.firstThing, ["als erstes", "in aller frühe", "gleich in der früh"]),
        PhraseList(
            .suits,
            [
                "=geht", "=gehen", "=ginge", "=passt", "=passen", "=klappt", "=gut", "=gern",
                "=gerne",
                "=prima", "=super", "=besser", "=perfekt", "=kann ich", "=schon$", "=bin ich da",
                "=bin ich zuhause", "=habe ich zeit", "=hab ich zeit",
                "=in ordnung", "=ist ok", "=ist okay", "=arbeite ich nicht",
                "=ich arbeite nicht", "kein problem", "ohne problem", "ohne probleme",
                "=nicht schlecht", "ich nichts vor", "habe nichts vor", "hab nichts vor",
                "nichts vor$", "nichts geplant",
            ]
        ),
        PhraseList(
            .unsuits,
            [
                "=schlecht", "=feiertag", "=ungünstig", "=unmöglich", "=schwierig", "=nicht mehr",
                "=nicht so gut", "=nicht gut",
            ]
        ),
        PhraseList(.must, ["=muss", "=müssen", "=müsste"]),
        PhraseList(
            .reachable,
            [
                "mich erreichen", "erreichen sie mich", "mich anrufen", "rufen sie mich",
                "mein handy", "meinem handy", "meine handynummer", "diese nummer",
            ]
        ),
    ]
}
