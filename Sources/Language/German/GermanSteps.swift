extension PhraseList {
    /// What customers say while they do what they were told.
    static let germanSteps: [PhraseList] = [
        PhraseList(
            .intends,
            [
                "ich muss", "da muss ich", "dann muss ich", "dafür muss ich", "dazu muss ich",
                "erst muss ich", "jetzt muss ich", "moment da muss ich", "wir müssen", "ich werde",
                "bin gerade am", "ich bin gerade am",
            ] + doings.flatMap { ["=ich \($0)", "^=dann \($0) ich", "^=jetzt \($0) ich"] }
        ),
        PhraseList(
            .stepDone,
            [
                "gemacht", "erledigt", "fertig", "und jetzt", "und nun", "weiter",
            ]
        ),
        PhraseList(
            .alreadyDone,
            [
                "schon gemacht", "schon probiert", "schon versucht", "schon getan",
                "bereits gemacht",
                "bereits probiert", "bereits versucht", "schon dreimal", "schon zweimal",
                "schon mehrmals", "schon ausprobiert",
            ]
        ),
        PhraseList(
            .partly,
            [
                "die hälfte", "manche", "einige", "ein paar", "teilweise", "zum teil", "halb",
                "nicht alle",
            ]
        ),
    ]

    /// What steps consist of, as it is said while it is done: "ich zieh jetzt die stecker".
    private static let doings = """
        zieh ziehe steck stecke mach mache geh gehe lauf laufe hol hole stell stelle schalt schalte starte
        öffne klick klicke tipp tippe drück drücke nehm nehme such suche warte krieche kriech klettere bück
        """.split(whereSeparator: \.isWhitespace)
}
