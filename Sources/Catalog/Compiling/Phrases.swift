internal import Language

/// The normal form of phrases, in which they are compared with what customers say.
enum Phrases {
    static func pattern(of phrase: String, language: String) -> String {
        SpokenLanguage.of(language).pattern(of: phrase)
    }
}
