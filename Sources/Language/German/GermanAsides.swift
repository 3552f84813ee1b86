extension LanguagePack {
    /// What customers tell around their issue, a sentence a line, as in English.
    static let germanAsides = """
        ich habe ihn seit drei Jahren
        ich habe das Gerät seit zwei Jahren
        ich habe das Auto jetzt fünf Jahre
        ich habe es letztes Jahr gekauft
        ich habe den Laptop vor einem Jahr gekauft
        ich habe es gebraucht gekauft
        es ist etwa vier Jahre alt
        er ist erst zwei Jahre alt
        das ist schon ein älteres Modell
        er ist noch ziemlich neu
        der war nicht billig
        die Garantie ist gerade abgelaufen
        da ist glaube ich noch Garantie drauf
        ich hatte noch nie Probleme damit
        so etwas hatte ich noch nie
        das ist noch nie passiert
        bisher lief alles gut
        gestern ging noch alles
        bis letzte Woche war alles in Ordnung
        heute Morgen war noch alles in Ordnung
        sonst läuft er gut
        das hat gestern angefangen
        das ist seit ein paar Tagen so
        das geht jetzt seit zwei Wochen so
        das ist heute Morgen wieder passiert
        plötzlich ist das passiert
        ich war gerade auf dem Weg zur Arbeit
        ich war mitten in der Arbeit
        irgendetwas stimmt nicht damit
        mit meinem Laptop stimmt etwas nicht
        mit meinem Auto stimmt etwas nicht
        ich habe ein Problem mit meinem Drucker
        ich habe Ärger mit meinem Telefon
        ich glaube er ist kaputt
        ich weiß nicht woran es liegt
        ich weiß nicht was los ist
        ich habe keine Ahnung warum
        ich kenne mich damit nicht aus
        ich bin kein Techniker
        mein Mann kümmert sich sonst darum
        mein Sohn hat gesagt ich soll anrufen
        ein Freund hat mir geraten anzurufen
        die Kinder benutzen ihn auch
        wir haben nur den einen
        ich brauche ihn für die Arbeit
        ich benutze ihn jeden Tag
        ich arbeite von zu Hause
        ich brauche ihn für die Schule
        ich brauche ihn bis morgen
        das muss so schnell wie möglich repariert werden
        ich habe in einer Stunde eine Besprechung
        ich habe morgen eine Präsentation
        ich habe am Freitag eine Prüfung
        ich muss die Kinder abholen
        ich muss um acht bei der Arbeit sein
        nächste Woche fahren wir in den Urlaub
        ich kann mir keinen neuen leisten
        ich kann nicht ohne ihn
        ich habe keine Zeit dafür
        ich will keinen neuen kaufen
        alle meine Bilder sind darauf
        meine ganze Arbeit ist darauf
        mein Chef wird sauer
        ich mache mir Sorgen
        ich habe Angst dass es teuer wird
        ich habe Angst dass es schlimmer wird
        das ist sehr ärgerlich
        das macht mich wahnsinnig
        ich bin verzweifelt
        bitte helfen Sie mir
        können Sie mir helfen
        können Sie mir sagen was los ist
        können Sie mir sagen was ich tun soll
        was soll ich tun
        was kann ich machen
        was kann das sein
        woran kann das liegen
        wie bekomme ich das wieder hin
        was wird das kosten
        kann man das reparieren
        ich brauche Ihre Hilfe
        ich hoffe Sie können mir helfen
        ich hoffe es ist nichts Schlimmes
        ich will dass er wieder geht
        vielen Dank im Voraus
        danke für Ihre Hilfe
        guten Morgen
        hallo ich habe eine Frage
        ich habe schon alles versucht
        ich habe ein paar Sachen probiert aber nichts hat geholfen
        ich habe im Internet nachgesehen
        ich habe nichts daran gemacht
        ich habe nichts geändert
        ich weiß nicht ob das wichtig ist
        vielleicht ist er einfach alt
        ich bin Student
        ich bin Rentner
        ich fahre viel für die Arbeit
        ich spiele damit mit meinen Freunden
        """.split(separator: "\n").map(String.init)
}
