/// The words of an utterance as the answer model looks at them, before they are compared with a question: the same for all
/// questions that it may answer.
struct SpokenWords {
    /// A word that is compared with those of a question.
    struct Target {
        /// Its place among the words.
        let place: Int
        let stem: WordHash
        /// Whether it carries meaning; else it is a particle.
        let isContent: Bool
        let row: WordVectors.Row?
        let signs: WordVectors.Signs
    }

    private(set) var words: [SpokenAnswer.Word] = []
    private(set) var targets: [Target] = []
    private(set) var askingSentences: [Int] = []

    /// In how many words after a negation it still denies.
    private static let scope = 5
    /// In how many words after a negation it turns good to bad.
    private static let turning = 4

    init(_ tokens: Tokens, _ vocabulary: AnswerVocabulary) {
        let sentences = tokens.sentences
        words.reserveCapacity(tokens.items.count + 4)
        var denied = 0
        var turned = 0
        var sentence = 0
        for (index, item) in tokens.items.enumerated() {
            if sentences[index] != sentence || item.classes.contains(.boundary) {
                denied = 0
                turned = 0
            }
            sentence = sentences[index]
            if item.endsQuestion { askingSentences.append(sentence) }
            let role = vocabulary.role(of: item)
            var stem = item.stem
            func append(role: AnswerVocabulary.Role, isContent: Bool) {
                words.append(
                    SpokenAnswer.Word(
                        stem: stem,
                        sentence: sentence,
                        role: role,
                        isContent: isContent,
                        isDenied: denied > 0,
                        isTurned: turned > 0
                    )
                )
            }
            if let auxiliary = vocabulary.auxiliary(in: item.word) {
                stem = auxiliary
                append(role: .auxiliary, isContent: false)
                stem = vocabulary.merged
            }
            let isContent = item.isContent && role.isDisjoint(with: [.negator, .auxiliary])
            if isContent || role.contains(.particle) {
                let row = isContent ? WordVectors.row(of: item.word) : nil
                targets.append(
                    Target(
                        place: words.count,
                        stem: item.stem,
                        isContent: isContent,
                        row: row,
                        signs: row.map(WordVectors.signs) ?? WordVectors.Signs()
                    )
                )
            }
            append(role: role, isContent: isContent)
            if role.contains(.negator) {
                denied = Self.scope
                turned = Self.turning
            } else {
                denied -= 1
                turned -= 1
            }
        }
    }
}
