internal import Catalog
internal import Language
internal import Messages

/// Openings that answer a question further down the tree.
extension Exchange {
    /// How many other guesses are kept for a customer who denies the best one.
    private static let alternativesKept = 2

    /// How likely an answer must be to be worth a question, when it is likelier that it was not given.
    private static let leastAskedAbout: Float = 0.1

    /// Takes what the opening answers further down the tree; true when the customer is asked whether that
    /// was understood.
    func skipAhead(_ tree: CompiledTree, _ words: String) throws -> Bool {
        guard let meaning = tree.meaning, !words.isEmpty else { return false }
        var guesses = meaning.guesses(for: words).filter { guess in
            guard let answer = guess.answer else { return true }
            if case .absent = known.standing(of: tree.facts[answer.node]) { return true }
            return false
        }
        // When it is not sure that nothing was answered, or not more, the likeliest answer is asked about.
        if guesses.count > 1, mayConfirm, guesses[0].confidence < settings.volunteerThreshold,
            guesses[1].confidence >= Self.leastAskedAbout,
            let further = guesses[1].answer,
            guesses[0].answer.map(tree.ways[further.node].contains) ?? true
        {
            guesses.swapAt(0, 1)
        }
        guard let best = guesses.first, let answer = best.answer else { return false }
        if best.confidence >= settings.volunteerThreshold || !mayConfirm {
            take(best, of: tree, words)
            return false
        }
        try ask(about: fact(answer, best.confidence, of: tree, words), at: answer.node, of: tree)
        // What lies behind a denied answer goes with it, and the others are the more likely.
        var others = guesses[...]
        var denied = answer
        while progress.alternatives.count < Self.alternativesKept {
            others =
                others.dropFirst().filter { other in
                    other.answer.map { !tree.ways[$0.node].contains(denied) } ?? true
                }[...]
            guard let next = others.first, let answer = next.answer else { break }
            let whole = others.reduce(0) { $0 + $1.confidence }
            let confidence = whole > 0 ? next.confidence / whole : 0
            progress.alternatives.append(fact(answer, confidence, of: tree, words))
            denied = answer
        }
        // In the end nothing was answered.
        progress.alternatives.append(Fact())
        return true
    }

    /// Goes on after the best guess was denied: with the second, which may be that nothing was answered.
    func takeAlternative() throws {
        let second = progress.alternatives.first
        let others = Array(progress.alternatives.dropFirst())
        progress.alternatives = []
        progress.confirming = nil
        progress.asked = ""
        if let second, !second.key.isEmpty {
            let confidence = second.provenance?.confidence ?? 0
            if confidence < settings.volunteerThreshold, mayConfirm, let tree = try root(),
                let node = tree.tree.nodes.indices.first(where: { node in
                    tree.tree.nodes[node].fact == second.key
                        && tree.tree.nodes[node].branches.contains {
                            $0.value == second.value?.key
                        }
                })
            {
                try ask(about: second, at: node, of: tree)
                progress.alternatives = others
                return
            }
            takeSaid(second)
        }
        try settle()
    }

    private func ask(about fact: Fact, at node: Int, of tree: CompiledTree) throws {
        progress.asked = fact.key
        progress.node = tree.names[node]
        try confirm(fact, tree.tree.nodes[node])
        // The question itself has not been asked.
        progress.timesAsked = 0
    }

    /// Takes what else the opening has answered, once its last answer is confirmed.
    func takeEarlier(_ confirmed: Fact) throws {
        guard let tree = try root(), let meaning = tree.meaning,
            let quote = confirmed.provenance?.quote
        else { return }
        let guess = meaning.guesses(for: quote).first { guess in
            guard let answer = guess.answer else { return false }
            return tree.tree.nodes[answer.node].fact == confirmed.key
                && answer.key == confirmed.value?.key
        }
        for step in guess?.earlier ?? [] {
            let fact = fact(step, guess?.confidence ?? 0, of: tree, quote)
            if takeSaid(fact) { understanding.volunteered.append(fact) }
        }
    }

    private func take(_ guess: OpeningGuess, of tree: CompiledTree, _ words: String) {
        let steps = guess.earlier + [guess.answer].compactMap(\.self)
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
