internal import Catalog
internal import Language
internal import Messages

/// Openings that answer a question further down a tree.
extension Exchange {
    /// How likely a tree or an answer must be to be worth a question.
    private static let leastAskedAbout: Float = 0.1

    /// Among how many trees the place of an opening is sought: more cost more time and hardly help.
    private static let treesCompared = 2

    /// How many guesses a customer may deny before the questions themselves are asked.
    private static let mostDenied = 3

    /// A tree that an opening may be meant for, and how likely it is.
    typealias OpeningTree = (tree: CompiledTree, likelihood: Float)

    /// What the customer said before a tree was found, and in which turn.
    typealias Said = (words: String, turn: UInt32)

    /// Where an opening may take the call: to the root of a tree, or past an answer.
    private struct Place {
        let tree: CompiledTree
        let guess: OpeningGuess
        let likelihood: Float

        /// Its answers, those on the way first.
        var steps: [WayStep] { guess.answer.map { tree.ways[$0.node] + [$0] } ?? [] }

    }

    /// The trees that an opening may be meant for, the likeliest first: one, unless others that let openings skip ahead
    /// are near.
    func nearTrees(_ scores: [RoutingScore]) throws -> [OpeningTree] {
        var trees: [(tree: CompiledTree, score: RoutingScore)] = []
        for score in scores.prefix(Self.treesCompared) {
            guard let tree = try knowledge.compiledTree(score.tree) else { continue }
            guard trees.isEmpty || (trees[0].tree.meaning != nil && tree.meaning != nil) else {
                break
            }
            trees.append((tree, score))
        }
        let likelihoods = OpeningRouter.likelihoods(of: trees.map(\.score))
        let near = zip(trees, likelihoods).map { OpeningTree($0.tree, $1) }
        return near.prefix(1) + near.dropFirst().filter { $0.likelihood >= Self.leastAskedAbout }
    }

    /// Takes the call to where an opening leads, among some trees; true when the customer is asked whether that was
    /// understood.
    ///
    /// A guess about the tree and one about an answer are one guess: who says that the answer is right has said which
    /// tree it is, too.
    ///
    /// - Parameters:
    ///   - opening: The words that lead to the trees.
    ///   - said: All that was said before a tree was found, the opening among it.
    func skipAhead(
        among trees: [OpeningTree],
        by opening: Said,
        hearing said: [Said]
    ) throws -> Bool {
        let places = try places(of: opening.words, among: trees)
        guard let best = places.first else { return false }
        let whole = places.reduce(0) { $0 + $1.likelihood }
        let second = places.dropFirst().first { $0.likelihood >= Self.leastAskedAbout * whole }
        let asks = mayConfirm && best.likelihood < settings.volunteerThreshold * whole
        var place = best
        if asks, let second, isToAskFirst(second, before: best) { place = second }
        if asks, place.guess.answer == nil, let second, second.tree !== best.tree,
            progress.phase == .routing, progress.candidates.isEmpty
        {
            askWhich([best.tree.tree.id, second.tree.tree.id], opening.words)
            return true
        }
        if asks, trees.count > 1, let answer = place.guess.answer {
            // Its tree is known once the guess is confirmed: what was said is heard then.
            progress.tree = place.tree.tree.id
            progress.phase = .diagnosing
            progress.candidates = trees.map(\.tree.tree.id)
            let fact = fact(answer, place.likelihood / whole, of: place.tree, opening)
            try ask(about: fact, at: answer.node, of: place.tree)
            return true
        }
        // What is heard needs no guess.
        if try enter(place.tree, hearing: said) {
            return try skipAhead(among: [(place.tree, 1)], by: opening, hearing: said)
        }
        guard let answer = place.guess.answer else { return false }
        let fact = fact(answer, place.likelihood / whole, of: place.tree, opening)
        if asks {
            try ask(about: fact, at: answer.node, of: place.tree)
            return true
        }
        takeUnknown(place.guess.earlier, of: place.tree, as: fact)
        if takeSaid(fact) { understanding.volunteered.append(fact) }
        return false
    }

    /// Enters a tree unless the call is on it, and takes what was said of it; whether that were facts.
    func enter(_ tree: CompiledTree, hearing said: [Said]) throws -> Bool {
        guard progress.tree != tree.tree.id || !progress.candidates.isEmpty else { return false }
        try enter(tree)
        let count = understanding.volunteered.count
        // In the order in which it was said, for what is said later counts.
        for (words, turn) in said.sorted(by: { $0.turn < $1.turn }) {
            try takeHeard([Alternative(text: words)], turn: turn)
        }
        return understanding.volunteered[count...].contains { $0.value?.kind != .text }
    }

    /// Whether a place is asked about although another one is likelier: when that is no answer that could be asked about,
    /// or lies on the way, so that only the further one tells the two apart.
    private func isToAskFirst(_ place: Place, before best: Place) -> Bool {
        guard place.guess.answer != nil else { return false }
        guard let answer = best.guess.answer else { return true }
        return place.tree === best.tree && place.steps.dropLast().contains(answer)
    }

    /// The places to which an opening may take the call, the likeliest first.
    private func places(of words: String, among trees: [OpeningTree]) throws -> [Place] {
        let isGuessed = !words.isEmpty && progress.denied.count < Self.mostDenied
        var places: [Place] = []
        for (tree, likelihood) in trees {
            let guesses = isGuessed ? tree.meaning?.guesses(for: spokenOpening(words)) : nil
            for guess in guesses ?? [OpeningGuess(answer: nil, confidence: 1)] {
                let place = Place(
                    tree: tree,
                    guess: guess,
                    likelihood: likelihood * guess.confidence
                )
                if isOpen(place) { places.append(place) }
            }
        }
        return places.sorted { $0.likelihood > $1.likelihood }
    }

    /// Whether nothing that is known or was denied speaks against a place.
    private func isOpen(_ place: Place) -> Bool {
        guard let answer = place.guess.answer else { return true }
        let tree = place.tree
        func isDenied(_ step: WayStep) -> Bool {
            progress.denied.contains { denied in
                denied.key == tree.tree.nodes[step.node].fact && denied.value?.key == step.key
            }
        }
        // A fact may have been told that is not understood yet: it speaks against another answer, too.
        func fact(_ step: WayStep) -> Fact? { known.fact(tree.tree.nodes[step.node].fact) }
        guard case .absent = known.standing(of: tree.facts[answer.node]), fact(answer) == nil,
            !isDenied(answer)
        else { return false }
        return tree.ways[answer.node].allSatisfy { step in
            let fact = fact(step)
            return !isDenied(step) && (fact == nil || fact?.value?.key == step.key)
        }
    }

    private func ask(about fact: Fact, at node: Int, of tree: CompiledTree) throws {
        progress.asked = fact.key
        progress.node = tree.names[node]
        try confirm(fact, tree.listeningNodes(in: language)[node])
        progress.timesAsked = 0
    }

    /// Goes on after a guess was denied: with the likeliest of the others, which may be that nothing was answered.
    func takeOtherGuess() throws {
        guard let denied = progress.confirming, let root = try root() else { return }
        progress.denied.append(Fact(key: denied.key, value: denied.value))
        progress.confirming = nil
        progress.asked = ""
        let opening = (words: denied.provenance?.quote ?? "", turn: denied.provenance?.turn ?? turn)
        var trees: [OpeningTree] = []
        if !progress.candidates.isEmpty {
            trees = try nearTrees(
                routes(of: opening.words).filter { progress.candidates.contains($0.tree) }
            )
        }
        if trees.isEmpty { trees = [(root, 1)] }
        if try !skipAhead(among: trees, by: opening, hearing: [opening]) { try settle() }
    }

    /// Takes what else the opening has answered, once its last answer is confirmed.
    func takeEarlier(_ confirmed: Fact) throws {
        guard let tree = try root(), let meaning = tree.meaning else { return }
        let guesses = meaning.guesses(for: spokenOpening(confirmed.provenance?.quote ?? ""))
        let guess = guesses.first { guess in
            guard let answer = guess.answer else { return false }
            return tree.tree.nodes[answer.node].fact == confirmed.key
                && answer.key == confirmed.value?.key
        }
        takeUnknown(guess?.earlier ?? [], of: tree, as: confirmed)
    }

    /// Takes answers on the way to a fact that the same words gave, where nothing else is known.
    private func takeUnknown(_ steps: [WayStep], of tree: CompiledTree, as last: Fact) {
        guard let provenance = last.provenance else { return }
        let said = (words: provenance.quote, turn: provenance.turn)
        for step in steps where known.fact(tree.tree.nodes[step.node].fact) == nil {
            let fact = fact(step, provenance.confidence, of: tree, said)
            if takeSaid(fact) { understanding.volunteered.append(fact) }
        }
    }

    private func fact(
        _ step: WayStep,
        _ confidence: Float,
        of tree: CompiledTree,
        _ said: Said
    ) -> Fact {
        let node = tree.tree.nodes[step.node]
        let label = node.options.first { $0.id == step.key }?.label ?? step.key
        return Fact(
            key: node.fact,
            value: FactValue(kind: node.valueKind, key: step.key, text: label),
            provenance: Provenance(
                source: .said,
                turn: said.turn,
                quote: said.words,
                confidence: confidence
            )
        )
    }
}
