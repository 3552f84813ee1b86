extension LanguagePack {
    /// English as spoken to a help desk in America.
    static let english = LanguagePack(
        tag: "en-US",
        words: .english,
        numbers: .english,
        stemmer: .english,
        phrases: PhraseList.englishAnswers + PhraseList.englishActs
            + PhraseList.englishAmounts + PhraseList.englishSteps,
        times: .english,
        availability: PhraseList.englishAvailability,
        sounds: .english,
        fixedWords: .english,
        notes: .english,
        asides: englishAsides,
        answers: .english,
        forms: WordForms(endings: [
            ("s", 0), ("es", 0), ("ed", 0), ("ed", 0x65), ("ing", 0), ("ing", 0x65), ("ly", 0),
        ])
    )
}
