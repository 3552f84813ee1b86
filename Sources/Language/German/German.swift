extension LanguagePack {
    /// German as spoken to a help desk in Germany.
    static let german = LanguagePack(
        tag: "de-DE",
        words: .german,
        numbers: .german,
        stemmer: .german,
        phrases: PhraseList.germanAnswers + PhraseList.germanActs + PhraseList.germanAmounts
            + PhraseList.germanSteps,
        times: .german,
        availability: PhraseList.germanAvailability,
        sounds: .german,
        fixedWords: .german,
        notes: .german,
        asides: germanAsides
    )
}
