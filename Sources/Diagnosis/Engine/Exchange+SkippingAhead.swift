internal import Catalog
internal import Language
internal import Messages

/// Openings that answer a question further down a tree.
extension Exchange {
    /// How likely a tree or an answer must be to be worth a question.
    private static let leastAskedAbout: Float = 0.1

    /// Among how many trees the place of an opening is sought.
    private static let treesCompared = 3

    /// How many answers a customer may deny before nothing is taken for answered.
    private static let mostDenied = 2

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

        /// Whether it lies behind an answer.
        func contains(_ denied: Fact) -> Bool {
            steps.contains { step in
                tree.tree.nodes[step.node].fact == denied.key && step.key == denied.value?.key
            }
        }
    }

    /// The trees that an opening may be meant for, the likeliest first: one, unless others that let openings skip ahead
    /// are near.
    func nearTrees(_ scores: [RoutingScore]) throws -> [OpeningTree] {
        var near: [OpeningTree] = []
        for (score, likelihood) in zip(scores, OpeningRouter.likelihoods(of: scores))
        where near.isEmpty || likelihood >= Self.leastAskedAbout {
            guard let tree = try knowledge.compiledTree(score.tree) else { continue }
            guard near.isEmpty || (near[0].tree.meaning != nil && tree.meaning != nil) else {
                break
            }
            near.append((tree, likelihood))
            if near.count == Self.treesCompared { break }
        }
        return near
    }

    /// Takes the call to where an opening leads, among some trees; true when the customer is asked whether that was
    /// understood.
    ///
    /// A guess about the tree and one about an answer are one guess: who says that the answer is right has said which
    /// tree it is, too.
    ///
    /// - Parameter said: The words of the opening, and what else was said before a tree was found.
    func skipAhead(among trees: [OpeningTree], _ said: [Said]) throws -> Bool {
        let places = try places(of: said.first?.words ?? "", among: trees)
        guard let best = places.first else { return false }
        let whole = places.reduce(0) { $0 + $1.likelihood }
        let second = places.dropFirst().first { $0.likelihood >= Self.leastAskedAbout * whole }
        let mayAsk = mayConfirm && progress.denied.count <= Self.mostDenied
        let asks = mayAsk && best.likelihood < settings.volunteerThreshold * whole
        var place = best
        if asks, let second, isToAskFirst(second, before: best) { place = second }
        if asks, place.guess.answer == nil, let second, second.tree !== best.tree,
            progress.phase == .routing, progress.candidates.isEmpty
        {
            askWhich([best.tree.tree.id, second.tree.tree.id], said.first?.words ?? "")
            return true
        }
        // What is heard once the tree is known needs no guess.
        if try enter(place.tree, hearing: said) { return try skipAhead(among: trees, said) }
        guard let answer = place.guess.answer else { return false }
        let steps = place.guess.earlier + [answer]
        let facts = steps.map { fact($0, place.likelihood / whole, of: place.tree, said[0]) }
        guard asks else {
            // Who has denied so much is asked the questions themselves.
            guard progress.denied.count <= Self.mostDenied else { return false }
            for fact in facts where takeSaid(fact) { understanding.volunteered.append(fact) }
            return false
        }
        progress.candidates = trees.count > 1 ? trees.map(\.tree.tree.id) : []
        try ask(about: facts[facts.count - 1], at: answer.node, of: place.tree)
        return true
    }

    /// Puts the call on a tree and takes what was said of it; whether anything was.
    private func enter(_ tree: CompiledTree, hearing said: [Said]) throws -> Bool {
        guard progress.tree != tree.tree.id else { return false }
        try enter(tree)
        let count = known.changes.count
        for (words, turn) in said { try takeHeard([Alternative(text: words)], turn: turn) }
        return known.changes.count > count
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
        var places: [Place] = []
        for (tree, likelihood) in trees {
            let guesses = words.isEmpty ? nil : tree.meaning?.guesses(for: words)
            for guess in guesses ?? [OpeningGuess(answer: nil, earlier: [], confidence: 1)] {
                if let answer = guess.answer {
                    guard case .absent = known.standing(of: tree.facts[answer.node]) else {
                        continue
                    }
                }
                let place = Place(
                    tree: tree,
                    guess: guess,
                    likelihood: likelihood * guess.confidence
                )
                if !progress.denied.contains(where: place.contains) { places.append(place) }
            }
        }
        // Those of one tree are sorted.
        return trees.count == 1 ? places : places.sorted { $0.likelihood > $1.likelihood }
    }

    /// Whether the customer is asked about an answer that the opening may have given: its question has not been asked.
    var isGuessing: Bool { progress.confirming != nil && progress.timesAsked == 0 }

    private func ask(about fact: Fact, at node: Int, of tree: CompiledTree) throws {
        progress.asked = fact.key
        progress.node = tree.names[node]
        try confirm(fact, tree.tree.nodes[node])
        progress.timesAsked = 0
    }

    /// Goes on after a guess was denied: with the likeliest of the others, which may be that nothing was answered.
    func takeOtherGuess() throws {
        guard let denied = progress.confirming, let root = try root() else { return }
        progress.denied.append(Fact(key: denied.key, value: denied.value))
        progress.confirming = nil
        progress.asked = ""
        let words = denied.provenance?.quote ?? ""
        var trees: [OpeningTree] = [(root, 1)]
        if !progress.candidates.isEmpty {
            let scores = try knowledge.route(words, language: start.language)
            trees = try nearTrees(scores.filter { progress.candidates.contains($0.tree) })
        }
        let said = [(words: words, turn: denied.provenance?.turn ?? turn)]
        if try !skipAhead(among: trees, said) { try settle() }
    }

    /// Takes what else the opening has answered, once its last answer is confirmed.
    func takeEarlier(_ confirmed: Fact) throws {
        guard let tree = try root(), let meaning = tree.meaning,
            let provenance = confirmed.provenance
        else { return }
        let guess = meaning.guesses(for: provenance.quote).first { guess in
            guard let answer = guess.answer else { return false }
            return tree.tree.nodes[answer.node].fact == confirmed.key
                && answer.key == confirmed.value?.key
        }
        for step in guess?.earlier ?? [] {
            let said = (words: provenance.quote, turn: provenance.turn)
            let fact = fact(step, guess?.confidence ?? 0, of: tree, said)
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
