/// Words of notes about calls, by language.
struct NoteWords: Sendable {
    /// Words that only name an aspect of a thing: "version" in "firmware version".
    let aspects: String
    /// Words that say that something was lacking, as they are written.
    let lacking: Set<String>
    /// The word between a thing and what it belongs to.
    let belonging: String
    /// What a customer says who does not know.
    let notKnowing: String

    static let english = NoteWords(
        aspects: """
            version versions number numbers name names kind type level release exact current currently
            precise details detail info information value status state
            """,
        lacking: [
            "missing", "missed", "lacking", "lacked", "lacks", "lack", "without", "no", "need",
            "needed", "needs", "ask", "asked", "unknown", "absent", "forgot", "forgotten", "never",
            "wanted", "nothing", "not", "didnt", "wasnt", "isnt", "know", "known",
        ],
        belonging: "of",
        notKnowing: "I don't know that"
    )

    static let german = NoteWords(
        aspects:
            "version versionen nummer name art typ stand genau genaue aktuell angabe angaben wert",
        lacking: [
            "fehlt", "fehlte", "fehlen", "fehlten", "ohne", "kein", "keine", "keinen", "nicht",
            "brauche", "brauchte", "gefragt", "fragen", "unbekannt", "vermisst", "vergessen", "nie",
        ],
        belonging: "von",
        notKnowing: "das weiß ich nicht"
    )
}

extension SpokenLanguage {
    private var noteWords: NoteWords { tag.hasPrefix("de") ? .german : .english }

    /// Words that only name an aspect of a thing, such as "version" in "firmware version".
    public var aspectWords: String { noteWords.aspects }

    /// Whether a text names a thing before what it belongs to: "the firmware of the router".
    public func isReversed(_ text: String) -> Bool {
        text.lowercased().split { !$0.isLetter }.contains { $0 == noteWords.belonging }
    }

    /// What a customer says who does not know.
    public var notKnowing: String { noteWords.notKnowing }

    /// The parts of a note that say that something was lacking, without the words that say so.
    public func lackedThings(in note: String) -> [String] {
        note.split { ".;!?\n,".contains($0) }.compactMap { clause in
            let words = clause.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" }
            let left = words.filter { word in
                !noteWords.lacking.contains(word.lowercased().filter { $0 != "'" })
            }
            guard left.count < words.count, !left.isEmpty, left.count <= 12 else { return nil }
            return left.joined(separator: " ")
        }
    }
}
