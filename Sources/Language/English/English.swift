extension LanguagePack {
    /// English as spoken to a help desk in America.
    static let english = LanguagePack(
        tag: "en-US",
        words: .english,
        numbers: .english,
        stemmer: .english,
        phrases: PhraseList.englishAnswers + PhraseList.englishActs
            + PhraseList.englishAmounts,
        times: .english,
        sounds: .english,
        notes: .english,
        answers: .english
    )
}
