extension PhraseList {
    /// Bounds of amounts, and frequencies without a number.
    static let germanAmounts: [PhraseList] = [
        PhraseList(.moreThan, ["mehr als", "über", "länger als", "öfter als"]),
        PhraseList(.lessThan, ["weniger als", "unter", "kürzer als", "nicht mal"]),
        PhraseList(.atLeast, ["mindestens", "wenigstens", "nicht weniger als"]),
        PhraseList(.atMost, ["höchstens", "maximal", "bis zu", "nicht mehr als"]),
        PhraseList(
            .always,
            ["immer", "ständig", "dauernd", "andauernd", "jedes mal", "die ganze zeit"]
        ),
        PhraseList(.often, ["oft", "häufig", "öfter", "meistens"]),
        PhraseList(.sometimes, ["manchmal", "ab und zu", "gelegentlich", "hin und wieder"]),
        PhraseList(.rarely, ["selten", "kaum", "fast nie"]),
    ]
}
