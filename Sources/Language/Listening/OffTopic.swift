internal import Messages

extension Reading {
    /// The fewest telling words of which none belongs to the matter before they are of something else.
    private static let fewestTellingWords = 3
    /// How alike in meaning a word and one of the question are when both belong to one matter.
    private static let likeness: Float = 0.35

    /// Whether the customer talks of something else than what the tree is about.
    ///
    /// Nothing is taken from such words, so they are told apart from a bad answer with care: several telling words, none in any
    /// pattern or question at hand, nor near one of the question in meaning.
    func isOffTopic() -> Bool {
        if has(.offTopic) { return true }
        guard let asked = context.asked, question == nil, !saysAnything else { return false }
        let telling = area.filter { index in
            words.items[index].kind == .word
                && words.items[index].classes.isDisjoint(with: [.common, .negation])
                && words.meanings[index] == nil
        }
        guard telling.count >= Self.fewestTellingWords else { return false }
        let question = [asked.say, asked.again].flatMap { words.language.tokens(of: $0).items }
        if telling.contains(where: { index in isNear(index, question) }) { return false }
        let stems = telling.map { words.stems[$0] }
        return
            !(context.open.contains { mentions(stems, $0) }
            || context.known.contains { mentions(stems, $0) } || mentions(stems, asked))
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

    private func isNear(_ index: Int, _ question: [Token]) -> Bool {
        let row = WordVectors.row(of: words.items[index].word)
        return question.contains { token in
            guard token.classes.isDisjoint(with: [.common, .filler]) else { return false }
            if token.stem == words.stems[index] { return true }
            guard let row, let other = WordVectors.row(of: token.word) else { return false }
            return WordVectors.similarity(row, other) >= Self.likeness
        }
    }

    /// Whether a pattern of a node holds one of the words.
    private func mentions(_ stems: [WordHash], _ node: Node) -> Bool {
        func holds(_ patterns: [String]) -> Bool {
            patterns.contains { pattern in
                var hash = Hashing.seed
                for byte in pattern.utf8 {
                    if byte != 0x20 {
                        hash = Hashing.adding(byte, to: hash)
                        continue
                    }
                    if stems.contains(hash) { return true }
                    hash = Hashing.seed
                }
                return stems.contains(hash)
            }
        }
        return holds(node.cuePatterns) || node.options.contains { holds($0.patterns) }
            || node.details.contains { holds($0.patterns) }
    }
}
