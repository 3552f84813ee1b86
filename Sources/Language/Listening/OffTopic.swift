internal import Messages

extension Reading {
    /// The fewest telling words of which none belongs to the matter before they are of something else.
    private static let fewestTellingWords = 3
    /// The fewest words that are of something else than what a test or a fix came to, which people tell in words of
    /// their own.
    private static let fewestWordsBesideResult = 10
    /// How alike in meaning a word and one of the question are when both belong to one matter.
    private static let likeness: Float = 0.35

    /// Whether the customer talks of something else than what the tree is about.
    ///
    /// Nothing is taken from such words, so they are told apart from a bad answer with care: several telling words, none in any
    /// pattern or question at hand, nor near one of the question in meaning.
    func isOffTopic() -> Bool {
        if has(.offTopic) { return true }
        guard let asked = context.asked, question == nil, !saysAnything else { return false }
        let isResult = asked.valueKind == .check || asked.valueKind == .fix
        if isResult, words.count < Self.fewestWordsBesideResult { return false }
        let telling = area.filter { index in
            words.items[index].kind == .word && isTelling(index) && words.meanings[index] == nil
        }
        guard telling.count >= Self.fewestTellingWords else { return false }
        if telling.contains(where: { isNear($0, asked.wording.words) }) { return false }
        let stems = telling.map { words.stems[$0] }
        return
            !(context.open.contains { $0.mentions(stems) }
            || context.known.contains { $0.mentions(stems) } || asked.mentions(stems))
    }

    /// Whether the language itself hears an answer, or that something works or does not.
    private var saysAnything: Bool {
        hits.contains { hit in
            switch hit.mark {
            case .yes, .no, .works, .fails, .unable, .fixed, .worksNow, .doesNotKnow, .unsure,
                .declines, .wantsPerson, .repeats, .wait, .since:
                true
            default: false
            }
        }
    }

    private func isNear(_ index: Int, _ question: [NodeWording.Word]) -> Bool {
        let row = words.language.row(of: words.items[index].word)
        return question.contains { word in
            if word.stem == words.stems[index] { return true }
            guard let row, let other = word.row else { return false }
            return WordVectors.similarity(row, other) >= Self.likeness
        }
    }
}
