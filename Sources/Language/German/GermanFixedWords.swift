internal import Messages

extension FixedWords {
    static let german = FixedWords(
        unknown: "unbekannt",
        product: "[{product.name}][ v{product.version}][ auf {product.platform}]",
        title: "Übergabe {}",
        fields: Fields(
            issue: "Anliegen",
            product: "Produkt",
            symptoms: "Symptome",
            environment: "Umgebung",
            diagnostics: "Durchgeführte Tests",
            diagnosis: "Vorläufige Diagnose",
            fixes: "Lösungsversuche",
            recommendation: "Empfehlung",
            availability: "Kunde erreichbar",
            notObtained: "Nicht ermittelt",
            superseded: "Berichtigt"
        ),
        outcomes: [
            .resolved: "gelöst", .escalated: "weitergegeben",
            .wantsPerson: "der Kunde wollte einen Menschen sprechen",
            .abandoned: "der Anruf wurde abgebrochen", .unspecified: "der Anruf läuft noch",
        ],
        noDiagnosis: [
            .unspecified: "Noch keine Diagnose: der Anruf läuft noch.",
            .wantsPerson: "Keine Diagnose: der Kunde wollte vorher einen Menschen sprechen.",
            .abandoned: "Keine Diagnose: der Anruf endete vorher.",
        ],
        noDiagnosisReached: "Es gibt keine Diagnose.",
        noIssue: "Das Anliegen wurde nicht bekannt.",
        notObtained: [
            .notAsked: "nicht gefragt", .didNotKnow: "der Kunde wusste es nicht",
            .declined: "der Kunde wollte es nicht sagen",
            .takenBack: "der Kunde hat seine Angabe zurückgenommen",
            .timedOut: "{system} hat nicht rechtzeitig geantwortet",
            .notUnderstood: "die Antwort wurde nicht verstanden",
            .notHeld: "{system} weiß es nicht",
            .callEnded: "der Anruf endete, bevor {system} geantwortet hat",
            .unspecified: "kein Grund ist festgehalten",
        ],
        values: [
            "yes": "ja", "no": "nein", "pass": "bestanden", "fail": "nicht bestanden",
            "not-possible": "nicht möglich", "fixed": "behoben", "not-fixed": "nicht behoben",
            "unable": "nicht möglich",
        ],
        system: "das System {}",
        anySystem: "das zuständige System",
        corrected: "berichtigt zu {}",
        queue: "Warteschlange {}",
        priority: "Priorität {}",
        caller: "Anrufer {}",
        customer: "Kunde {}",
        confidence: "Sicherheit {}",
        percent: "{} %",
        article: "Artikel {}",
        articles: "Artikel {}",
        about: "etwa {}",
        origins: Origins(
            saidAtStart: "zu Beginn gesagt",
            saidInTurn: "gesagt in Runde {}",
            sure: "{} sicher",
            measured: "von {}, {time}",
            system: "einem System",
            toldAtStart: "zu Beginn von der Telefonanlage mitgeteilt",
            toldInTurn: "in Runde {} von der Telefonanlage mitgeteilt",
            callsEnd: "vom Ende des Anrufs in Runde {}",
            derived: "abgeleitet bei {}",
            unknown: "unbekannter Herkunft"
        ),
        fromOn: "ab {}",
        window: "Zeitraum {}"
    )
}
