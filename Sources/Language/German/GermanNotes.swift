internal import Messages

extension NoteWords {
    static let german = NoteWords(
        aspects:
            "version versionen nummer name art typ stand genau genaue aktuell angabe angaben wert",
        versions: ["version", "versionen"],
        questions: [
            .version: "Welche Version hat Folgendes: {}?", .text: "Bitte sagen Sie mir noch: {}.",
        ],
        lacking: [
            "fehlt", "fehlte", "fehlen", "fehlten", "ohne", "kein", "keine", "keinen", "nicht",
            "brauche", "brauchte", "gefragt", "fragen", "unbekannt", "vermisst", "vergessen", "nie",
        ],
        belonging: "von",
        notKnowing: "das weiß ich nicht",
        asking: AskingWords(
            asking: [
                "frage", "fragte", "fragen", "gefragt", "nachfragen", "nachgefragt", "nachzufragen",
                "erfragen", "erfragt", "rückfrage", "wiederholen", "wiederholt",
            ],
            getting: [
                "holen", "geholt", "brauchte", "prüfen", "geprüft", "klären", "geklärt",
                "bestätigen",
                "bestätigt", "ermitteln", "ermittelt", "herausfinden", "herausgefunden", "erklären",
                "erklärt", "sagen", "durchgehen",
            ],
            again: ["nochmal", "nochmals", "noch", "erneut", "wieder"],
            others: [
                "kunde", "kundin", "anrufer", "anruferin", "nutzer", "er", "sie", "bot", "baton",
                "system", "agent", "ki", "assistent", "baum", "roboter", "wer",
            ],
            auxiliaries: ["hat", "hatte", "haben"],
            wishing: ["sollte", "sollten", "soll", "bitte", "muss", "müsste", "könnte", "würde"],
            usual: [
                "kunde", "kunden", "kundin", "anrufer", "anruferin", "nutzer", "frage", "fragen",
                "anruf", "übergabe", "angabe", "angaben", "antwort", "antworten", "musste",
                "mussten", "nochmal", "nochmals", "erneut", "mal", "zweimal", "einmal", "zweites",
            ]
        )
    )
}
