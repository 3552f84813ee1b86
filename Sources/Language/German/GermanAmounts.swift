extension PhraseList {
    /// Bounds of amounts, and frequencies without a number.
    static let germanAmounts: [PhraseList] = [
        PhraseList(.moreThan, ["mehr als", "über", "länger als", "öfter als", "älter als"]),
        PhraseList(.lessThan, ["weniger als", "unter", "kürzer als", "nicht mal", "jünger als"]),
        PhraseList(
            .atLeast,
            ["mindestens", "wenigstens", "nicht weniger als", "frühestens um", "frühestens"]
        ),
        PhraseList(
            .atMost,
            ["höchstens", "maximal", "bis zu", "nicht mehr als", "spätestens um", "spätestens"]
        ),
        PhraseList(
            .inclusive,
            [
                "auch", "geht auch nicht", "läuft auch nicht", "genauso", "beides", "beide",
                "jeder", "jede", "jedes", "überall",
                "alles", "mehrere", "den ganzen tag", "egal", "selbst wenn", "sogar", "so oder so",
                "nicht nur",
            ]
        ),
        PhraseList(
            .replaces,
            ["getauscht", "ausgetauscht", "eingetauscht", "ersetzt", "gewechselt"]
        ),
        PhraseList(.excepts, ["außer", "bis auf", "abgesehen von", "ausgenommen"]),
        PhraseList(
            .always,
            ["immer", "ständig", "dauernd", "andauernd", "jedes mal", "die ganze zeit"]
        ),
        PhraseList(.often, ["oft", "häufig", "öfter", "meistens", "immer wieder"]),
        PhraseList(
            .sometimes,
            [
                "manchmal", "ab und zu", "ab und an", "gelegentlich", "hin und wieder",
                "immer mal wieder", "immer wieder mal", "von zeit zu zeit",
            ]
        ),
        PhraseList(.rarely, ["selten", "kaum", "fast nie"]),
        PhraseList(
            .otherSpan,
            ["warteschleife", "=gewartet", "garantie", "kunde", "kundin", "=gekauft"]
        ),
    ]
}
