public import Messages

/// Words of engineers' notes about calls, and what is asked for what they lack.
struct NoteWords: Sendable {
    /// Words that only name an aspect of a thing: "version" in "firmware version".
    let aspects: String
    /// Those among them that ask for a version.
    let versions: Set<String>
    /// A question for a fact, in general words, by its form; "{}" stands for its name.
    ///
    /// That for a text serves all other forms.
    let questions: [ValueKind: String]
    /// Words that say that something was lacking, as they are written.
    let lacking: Set<String>
    /// The word between a thing and what it belongs to.
    let belonging: String
    /// What a customer says who does not know.
    let notKnowing: String
    /// What tells that an engineer asked.
    let asking: AskingWords
}

/// Words by which a note says that its author asked something.
struct AskingWords: Sendable {
    /// Mean a question.
    let asking: Set<String>
    /// Words for getting to know, which mean a question together with one for again.
    let getting: Set<String>
    /// Say that it was not the first time.
    let again: Set<String>
    /// Who asks when it is not the engineer; they stand right before the word.
    let others: Set<String>
    /// May stand between who asks and the word: "hat" in "er hat gefragt".
    let auxiliaries: Set<String>
    /// Before a wish of what should be asked.
    let wishing: Set<String>
    /// What such sentences are about anyway.
    let usual: Set<String>
}

extension SpokenLanguage {
    /// Words that only name an aspect of a thing, such as "version" in "firmware version".
    public var aspectWords: String { pack.notes.aspects }

    /// The form of a fact in whose name these words stand.
    public func kind(ofAspects words: [String]) -> ValueKind {
        words.contains(where: pack.notes.versions.contains) ? .version : .text
    }

    /// A question for a fact in general words, for an editor to improve.
    public func question(for label: String, _ kind: ValueKind) -> String {
        let questions = pack.notes.questions
        return (questions[kind] ?? questions[.text] ?? "{}").filling(label)
    }

    /// Whether a text names a thing before what it belongs to: "the firmware of the router".
    public func isReversed(_ text: String) -> Bool {
        text.lowercased().split { !$0.isLetter }.contains { $0 == pack.notes.belonging }
    }

    /// What a customer says who does not know.
    public var notKnowing: String { pack.notes.notKnowing }

    /// The parts of a note that say that something was lacking, without the words that say so.
    public func lackedThings(in note: String) -> [String] {
        note.split { ".;!?\n,".contains($0) }.compactMap { clause in
            let words = clause.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" }
            let left = words.filter { word in
                !pack.notes.lacking.contains(word.lowercased().filter { $0 != "'" })
            }
            guard left.count < words.count, !left.isEmpty, left.count <= 12 else { return nil }
            return left.joined(separator: " ")
        }
    }

    /// What a sentence of a note says that its author asked about.
    ///
    /// Nil when the sentence says nothing of the kind, or denies it.
    public func askedThings(in sentence: String) -> [ContentWords.Word]? {
        let tokens = tokens(of: sentence)
        let texts = (0..<tokens.count).map(tokens.text(of:))
        let cues = pack.notes.asking
        guard let cue = cues.cue(in: texts) else { return nil }
        for index in 0..<cue
        where tokens.items[index].classes.contains(.negation)
            || cues.wishing.contains(texts[index])
        {
            return nil
        }
        let before = texts[..<cue].last { !cues.auxiliaries.contains($0) }
        if let before, cues.others.contains(before) { return nil }
        return ContentWords(tokens).words.filter { word in
            !cues.asking.contains(word.text) && !cues.getting.contains(word.text)
                && !cues.usual.contains(word.text)
        }
    }
}

extension AskingWords {
    /// Where the words say that something was asked.
    fileprivate func cue(in texts: [String]) -> Int? {
        if let index = texts.firstIndex(where: asking.contains) { return index }
        guard texts.contains(where: again.contains) else { return nil }
        return texts.firstIndex(where: getting.contains)
    }
}
