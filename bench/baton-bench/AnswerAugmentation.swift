/// Makes more examples of an answer by changes that keep its meaning, or turn it.
enum AnswerAugmentation {
    private static let auxiliaries: Set<Substring> = [
        "is", "are", "was", "were", "do", "does", "did", "has", "have", "can", "will", "could",
        "would", "should",
    ]
    /// What a made-up example weighs beside one that somebody said.
    private static let weight: Float = 0.5
    /// The fewest words of an answer that says something without its "yes".
    private static let fewestWords = 3

    /// The variants of an answer; a statement that was written has been varied by its writers.
    static func variants(of example: AnswerExample) -> [AnswerExample] {
        guard example.isRecorded, example.label != .neutral, !example.utterance.contains("?") else {
            return []
        }
        return [flipped(example), bare(example)].compactMap { $0 }
    }

    /// The answer with its one "not" removed, or one put in after its first auxiliary: it then means the other side.
    private static func flipped(_ example: AnswerExample) -> AnswerExample? {
        var words = example.utterance.lowercased()
            .replacing("can't", with: "can not").replacing("cannot", with: "can not")
            .replacing("won't", with: "will not").replacing("n't", with: " not")
            .split(separator: " ")
        guard let first = words.first, !first.hasPrefix("yes"),
            !first.hasPrefix("no") || first.hasPrefix("not")
        else { return nil }
        let negations = words.indices.filter { words[$0] == "not" }
        if negations.count == 1 {
            words.remove(at: negations[0])
        } else if negations.isEmpty, let place = words.firstIndex(where: auxiliaries.contains) {
            words.insert("not", at: place + 1)
        } else {
            return nil
        }
        var flipped = example
        flipped.utterance = words.joined(separator: " ")
        flipped.label = example.label == .yes ? .no : .yes
        flipped.weight = weight
        return flipped
    }

    /// The answer without the "yes" or "no" that it begins with: what is left says the same indirectly.
    private static func bare(_ example: AnswerExample) -> AnswerExample? {
        let text = example.utterance
        guard let end = text.firstIndex(where: { !$0.isLetter }),
            ["yes", "no"].contains(text[..<end].lowercased())
        else { return nil }
        let rest = text[end...].drop { !$0.isLetter }
        guard rest.split(separator: " ").count >= fewestWords else { return nil }
        var bare = example
        bare.utterance = String(rest)
        bare.weight = weight
        return bare
    }
}
