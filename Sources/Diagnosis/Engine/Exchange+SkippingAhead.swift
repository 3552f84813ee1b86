internal import Catalog
internal import Language
internal import Messages

/// Openings that answer a question further down the tree.
extension Exchange {
    /// How many other guesses are kept for a customer who denies the best one.
    private static let alternativesKept = 2

    /// Takes what the opening answers further down the tree; true when the customer is asked whether that
    /// was understood.
    func skipAhead(_ tree: CompiledTree, _ words: String) throws -> Bool {
        guard let meaning = tree.meaning, !words.isEmpty else { return false }
        let guesses = meaning.guesses(for: words).filter { guess in
            guard let answer = guess.answer else { return true }
            if case .absent = known.standing(of: tree.tree.nodes[answer.node].fact) { return true }
            return false
        }
        guard let best = guesses.first, let answer = best.answer else { return false }
        if best.confidence >= settings.volunteerThreshold || !mayConfirm {
            take(best, of: tree, words)
            return false
        }
        progress.asked = tree.tree.nodes[answer.node].fact
        progress.node = tree.names[answer.node]
        try confirm(fact(answer, best.confidence, of: tree, words), tree.tree.nodes[answer.node])
        // The question itself has not been asked.
        progress.timesAsked = 0
        progress.alternatives = guesses.dropFirst().prefix(Self.alternativesKept).map { other in
            other.answer.map { fact($0, other.confidence, of: tree, words) } ?? Fact()
        }
        return true
    }

    /// Goes on after the best guess was denied: with the second, which may be that nothing was answered.
    func takeAlternative() throws {
        let second = progress.alternatives.first
        progress.alternatives = []
        progress.confirming = nil
        progress.asked = ""
        if let second, !second.key.isEmpty { takeSaid(second) }
        try settle()
    }

    private func take(_ guess: OpeningGuess, of tree: CompiledTree, _ words: String) {
        let steps = [guess.answer].compactMap(\.self) + guess.further
        for step in steps {
            let fact = fact(step, guess.confidence, of: tree, words)
            if takeSaid(fact) { understanding.volunteered.append(fact) }
        }
    }

    private func fact(
        _ step: WayStep,
        _ confidence: Float,
        of tree: CompiledTree,
        _ words: String
    ) -> Fact {
        let node = tree.tree.nodes[step.node]
        let label = node.options.first { $0.id == step.key }?.label ?? step.key
        return Fact(
            key: node.fact,
            value: FactValue(kind: node.valueKind, key: step.key, text: label),
            provenance: Provenance(source: .said, quote: words, confidence: confidence)
        )
    }
}
