internal import Catalog
internal import Messages

extension Exchange {
    /// Two trees whose scores are nearer than this are told apart by asking.
    static let routingMargin: Float = 0.07

    /// How many openings may fit nothing before the call goes off the map.
    static let openingsTried: UInt32 = 2

    /// Asks for the issue, or which of two it is.
    func askOpening() {
        say(openingQuestion)
        expectOpening()
    }

    /// Answers a turn of a call whose tree is sought.
    func seek() throws {
        _ = try takeVolunteered()
        if has(.wantsPerson) {
            progress.opening = openings(with: understanding.utterance)
            return try end(.wantsPerson, saying: phrases.wantsPerson)
        }
        if !progress.candidates.isEmpty, let chosen = try candidate() {
            // Whoever has chosen has said something, and the opening stands before it.
            let heard = opening + said
            return try enterHeard(among: [(chosen, 1)], by: heard[0], hearing: heard)
        }
        if isNeither { progress.candidates = [] }
        let words = understanding.utterance
        if !words.isEmpty {
            understanding.routing = try scores(of: words)
            if try route((words, turn)) { return }
        }
        if has(.fixed) { return close() }
        if has(.wait) {
            say(phrases.wait)
            return expectOpening()
        }
        if has(.repeat) {
            return askOpening()
        }
        progress.withoutProgress += 1
        if has(.silence) {
            if progress.withoutProgress >= Self.turnsWithoutProgress { return try leaveMap() }
            say(phrases.silence)
            return askOpening()
        }
        try openAgain(words)
    }

    private func scores(of words: String) throws -> [RoutingScore] {
        Array(try routes(of: words).prefix(5))
    }

    /// Enters the tree that the words fit, or asks which of two; false when they fit none.
    private func route(_ words: Said) throws -> Bool {
        let fitting = Array(
            understanding.routing.prefix { $0.score >= settings.routingThreshold }
        )
        let near = try nearTrees(fitting)
        guard let first = near.first else { return false }
        // Trees that let openings skip ahead are told apart by what they ask.
        if near.count == 1, fitting.count > 1, progress.candidates.isEmpty, mayConfirm,
            fitting[0].score - fitting[1].score < Self.routingMargin,
            try first.tree.meaning == nil
                || knowledge.compiledTree(fitting[1].tree)?.meaning == nil
        {
            askWhich([fitting[0].tree, fitting[1].tree], words.words)
            return true
        }
        try enterHeard(among: near, by: words, hearing: opening + said)
        return true
    }

    /// Asks which of two trees the customer means.
    func askWhich(_ trees: [String], _ words: String) {
        progress.confirmations += 1
        progress.candidates = trees
        progress.opening = words.cut(toBytes: CallLimits.openingBytes)
        askOpening()
    }

    /// An opening that fits nothing is asked for once more; then the call goes off the map.
    private func openAgain(_ words: String) throws {
        let both = openings(with: words)
        // Counted in progress, since nothing else is asked while the tree is sought.
        progress.timesAsked += 1
        if progress.timesAsked < Self.openingsTried {
            progress.opening = both
            say(phrases.openingAgain)
            return expectOpening()
        }
        // What two openings don't say each, they may say together, unless of two trees it was neither.
        if !both.isEmpty, progress.confirmations == 0 {
            understanding.routing = try scores(of: both)
            if try route((both, state?.openingTurn ?? turn)) { return }
        }
        progress.opening = both
        try leaveMap()
    }

    /// What was said while the tree was sought, with these words.
    private func openings(with words: String) -> String {
        [progress.opening, words].filter { !$0.isEmpty }.joined(separator: ". ")
            .cut(toBytes: CallLimits.openingBytes)
    }

    /// The question that the customer was asked last.
    private var openingQuestion: String {
        if progress.candidates.count == 2 {
            let titles = progress.candidates.map { id in
                (try? knowledge.compiledTree(id))?.tree.title ?? id
            }
            return which(titles[0], titles[1])
        }
        return progress.timesAsked > 0 ? phrases.openingAgain : phrases.opening
    }

    /// Asks which of two things is meant.
    func which(_ first: String, _ second: String) -> String {
        Rendering.fill(phrases.which, in: language) { name in
            switch name {
            case "first": first
            case "second": second
            default: nil
            }
        }
    }

    private func expectOpening() {
        guard progress.candidates.count == 2 else {
            expects = Expectation(kind: .text)
            return
        }
        let options = progress.candidates.map { id in
            ExpectedOption(
                id: id,
                label: (try? knowledge.compiledTree(id))?.tree.title ?? id
            )
        }
        expects = Expectation(kind: .choice, options: options)
    }

    /// The tree of the two that the customer means; nil when the turn does not tell.
    private func candidate() throws -> CompiledTree? {
        let words = understanding.utterance
        if let answer = understanding.answer, let id = answer.value?.key,
            progress.candidates.contains(id),
            answer.provenance?.confidence ?? 1 >= settings.answerThreshold
        {
            return try knowledge.compiledTree(id)
        }
        if let number = Int(words), progress.candidates.indices.contains(number - 1) {
            return try knowledge.compiledTree(progress.candidates[number - 1])
        }
        guard !words.isEmpty, !has(.wait), !has(.repeat) else { return nil }
        // What was just said counts first; beside the opening it may tell what it does not alone.
        for words in isNeither ? [words] : [words, progress.opening + ". " + words] {
            let scores = try routes(of: words)
            understanding.routing = Array(scores.prefix(5))
            guard let best = scores.first(where: { progress.candidates.contains($0.tree) }) else {
                continue
            }
            return try knowledge.compiledTree(best.tree)
        }
        return nil
    }

    /// Whether the customer, asked which of two trees is meant, has said no.
    private var isNeither: Bool {
        guard let answer = understanding.answer, answer.value?.key == "no" else { return false }
        return answer.provenance?.confidence ?? 1 >= settings.answerThreshold
    }

    // MARK: Entering a tree

    /// What was said before this turn, while the tree was sought.
    private var opening: [Said] {
        progress.opening.isEmpty ? [] : [(progress.opening, state?.openingTurn ?? turn)]
    }

    /// What is said in this turn.
    private var said: [Said] {
        understanding.utterance.isEmpty ? [] : [(understanding.utterance, turn)]
    }

    /// Enters the tree, of those that may be meant, to which the words lead that they were found by.
    private func enterHeard(
        among trees: [OpeningTree],
        by words: Said,
        hearing said: [Said]
    ) throws {
        if try !skipAhead(among: trees, by: words, hearing: said) { try settle() }
    }

    /// Listens once more to words of the opening, now that their tree is known.
    func takeHeard(_ words: [Alternative], turn: UInt32) throws {
        guard let root = try root() else { return }
        let heard = try knowledge.understand(
            words,
            in: listening(on: root)
        )
        for fact in heard.volunteered
        where (fact.provenance?.confidence ?? 1) >= settings.volunteerThreshold {
            if takeSaid(fact, turn: turn) { understanding.volunteered.append(fact) }
        }
        try takeAsText(words[0].text, turn: turn)
    }

    /// Takes the words of the opening for a question that asks for the customer's own words.
    private func takeAsText(_ words: String, turn: UInt32) throws {
        guard let tree = try root()?.tree else { return }
        for node in tree.nodes where node.volunteered && node.valueKind == .text {
            let fact = Fact(
                key: node.fact,
                value: FactValue(kind: .text, key: words, text: words),
                provenance: Provenance(source: .said, quote: words, confidence: 1)
            )
            guard known.fact(node.fact) == nil, takeSaid(fact, turn: turn) else { continue }
            understanding.volunteered.append(fact)
        }
    }

    /// Puts the call on a tree: its lookups start, and what was told before is read as it wants it.
    func enter(_ tree: CompiledTree) throws {
        progress.tree = tree.tree.id
        progress.phase = .diagnosing
        progress.candidates = []
        progress.opening = ""
        progress.asked = ""
        progress.timesAsked = 0
        progress.confirming = nil
        progress.withoutProgress = 0
        progress.offMap = false
        let reader = FactReader(
            trees: try tree.reachable(in: knowledge),
            start: start,
            knowledge: knowledge
        )
        let keys = state?.factOrder ?? []
        for key in keys + known.changes.map(\.key) {
            guard let told = known.fact(key), let value = told.value, value.kind == .unspecified
            else { continue }
            let answer = StructuredAnswer(
                fact: key,
                value: value.key,
                detail: value.detail,
                quote: told.provenance?.quote ?? "",
                confidence: told.provenance?.confidence ?? 1
            )
            // What the tree can't read stays as it was told, and is asked.
            if let fact = try? reader.fact(
                answer,
                field: key,
                provenance: told.provenance ?? Provenance()
            ) {
                take(fact)
            }
        }
    }

    /// Id of the tree that is used off the map in the call's language.
    var intakeTree: String { settings.intakeTree(in: phrases.language) }

    /// Goes on with the questions that help with any issue.
    func leaveMap() throws {
        let opening = progress.opening
        let told = self.opening.first ?? (state?.issueWords ?? "", state?.issueTurn ?? turn)
        guard let intake = try knowledge.compiledTree(intakeTree) else {
            return try end(.wantsPerson, saying: phrases.wantsPerson)
        }
        try enter(intake)
        progress.offMap = true
        progress.opening = opening
        if !told.words.isEmpty {
            try takeHeard([Alternative(text: told.words)], turn: told.turn)
        }
        try settle()
    }
}
