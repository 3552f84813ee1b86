internal import Catalog
internal import Language
internal import Messages

extension Exchange {
    /// How often a question may have been asked when the call comes back to it by another way.
    private static let timesComeBackTo: UInt32 = 2

    /// Walks to where the facts lead, and says what is said there.
    func settle() throws {
        guard let root = try root() else { return }
        // The tree of a guess is entered when the call goes on in it.
        if !progress.candidates.isEmpty, let opening = progress.confirming?.provenance {
            _ = try enter(root, hearing: [(opening.quote, opening.turn)])
        }
        progress.denied = []
        progress.candidates = []
        // Each round but the last gives up one question or starts lookups of one more tree.
        for _ in 0...CallLimits.factsPerCall {
            let walk = try Walk(root, known, in: knowledge)
            if startLookups(of: walk.trees) { continue }
            let course = walk.course(known)
            progress.node = walk.nodeName
            speaker = (walk.tree, walk.index)
            try reach(walk)
            switch course {
            case .question(let tree, let index):
                let fact = tree.tree.nodes[index].fact
                if timesAsked(fact) >= Self.timesComeBackTo {
                    giveUp(fact, .notUnderstood)
                    continue
                }
                speaker = (tree, index)
                progress.node = tree.names[index]
                try ask(tree.listeningNodes(in: language)[index], at: walk)
            case .availability:
                if timesAsked(Availability.fact) >= Self.timesComeBackTo {
                    giveUp(Availability.fact, .notUnderstood)
                    continue
                }
                try ask(Availability.question.node(in: language), at: walk)
            case .waiting(let fact): wait(for: fact)
            case .resolved: close()
            case .escalated: try end(.escalated, saying: phrases.escalated)
            }
            return
        }
        try end(.escalated, saying: phrases.escalated)
    }

    /// Enters the phase of the position; a diagnosis has its last words when it is reached, and again where nobody has
    /// heard them.
    private func reach(_ walk: Walk) throws {
        guard walk.end == .leaf else {
            progress.phase = .diagnosing
            return
        }
        let words = walk.rendered(walk.node.say, known)
        let isToSayAgain =
            isUnheard && !parts.contains(words) && state?.lastReply.say.hasPrefix(words) ?? false
        guard progress.phase != .collecting || isToSayAgain else { return }
        progress.phase = .collecting
        say(words)
    }

    /// Asks a question, once more when it was asked before.
    private func ask(_ asked: ListeningNode, at walk: Walk) throws {
        let times = timesAsked(asked.node.fact)
        progress.asked = asked.node.fact
        progress.timesAsked = times + 1
        progress.confirming = nil
        say(question(asked, again: times > 0, at: walk))
        expects = try expectation(of: asked, at: walk)
    }

    /// Says the question that is asked once more without counting it: the customer wants to hear it.
    func repeatQuestion() throws {
        if progress.phase == .closing { return askForMore() }
        guard let root = try root() else { return askOpening() }
        let walk = try Walk(root, known, in: knowledge)
        guard let asked = try askedNode() else {
            // A lookup is awaited, or nothing was asked yet.
            return try settle()
        }
        try place(asked, at: walk)
        if let confirming = progress.confirming {
            try sayConfirmation(of: confirming, asked)
        } else {
            // The last words of a diagnosis may stand before a question that nobody has heard.
            say(isUnheard ? state?.lastReply.say ?? "" : question(asked, again: false, at: walk))
            expects = try expectation(of: asked, at: walk)
        }
    }

    /// Asks the question once more, and counts it.
    func askAgain(_ asked: ListeningNode) throws {
        guard let root = try root() else { return }
        let walk = try Walk(root, known, in: knowledge)
        try place(asked, at: walk)
        try ask(asked, at: walk)
    }

    /// Lets the node that is asked speak.
    private func place(_ asked: ListeningNode, at walk: Walk) throws {
        if let tree = try askedTree(), let index = tree.node(named: progress.node),
            tree.tree.nodes[index].fact == asked.node.fact
        {
            speaker = (tree, index)
        } else {
            // No node has the question: the call stands at its diagnosis.
            speaker = (walk.tree, walk.index)
            progress.node = walk.nodeName
        }
    }

    /// Acknowledges that the customer wants time; the question stays, and is said where nobody has heard it.
    func hold() throws {
        let isNew = isUnheard || progress.asked.isEmpty
        try repeatQuestion()
        if progress.phase == .ended { return }
        parts = [phrases.wait] + (isNew ? parts.filter { $0 != phrases.lookingUp } : [])
    }

    /// Asks whether an unsure answer is right.
    func confirm(_ answer: Fact, _ asked: ListeningNode) throws {
        guard let root = try root() else { return }
        try place(asked, at: Walk(root, known, in: knowledge))
        progress.confirming = answer
        // A guess is of the turn of its words.
        if answer.provenance?.turn ?? 0 == 0 { progress.confirming?.provenance?.turn = turn }
        progress.confirmations += 1
        progress.timesAsked += 1
        try sayConfirmation(of: answer, asked)
    }

    /// Asks whether an answer is right, or which of two things is meant that a name stands for.
    private func sayConfirmation(of answer: Fact, _ asked: ListeningNode) throws {
        if let products = try products(of: answer, asked) {
            say(which(products[0].name, products[1].name))
            expects = Expectation(
                fact: asked.node.fact,
                kind: .entity,
                options: products.map { ExpectedOption(id: $0.id, label: $0.name) },
                entityClass: asked.node.entityClass
            )
        } else {
            say(confirmation(of: answer, asked))
            expects = Expectation(fact: asked.node.fact, kind: .yesNo, confirming: true)
        }
    }

    /// The two entities of which a name says only with what theirs begin, such as their maker; nil where there are not two.
    func products(of answer: Fact, _ asked: ListeningNode) throws -> [Entity]? {
        guard let value = answer.value, value.kind == .entity, !phrases.which.isEmpty else {
            return nil
        }
        let found = try knowledge.entities(
            beginningWith: value.key,
            className: asked.node.entityClass,
            language: start.language
        )
        return found.count == 2 && !found.contains { $0.id == value.key } ? found : nil
    }

    private func wait(for fact: String) {
        progress.asked = ""
        progress.timesAsked = 0
        progress.confirming = nil
        let deadline = known.pending.first { $0.fact == fact }?.deadlineMs ?? atMilliseconds
        say(phrases.lookingUp)
        expects = Expectation(
            fact: fact,
            waiting: true,
            waitMs: UInt32(clamping: max(1, deadline - atMilliseconds))
        )
    }

    /// Asks whether there is anything else.
    func close() {
        progress.phase = .closing
        progress.asked = ""
        progress.timesAsked = 0
        progress.confirming = nil
        progress.denied = []
        progress.candidates = []
        progress.withoutProgress = 0
        say(phrases.resolved)
        expects = Expectation(kind: .yesNo)
    }

    // MARK: What is asked

    /// The tree of the node that speaks.
    func askedTree() throws -> CompiledTree? {
        let name = progress.node
        let end = name.utf8.firstIndex(of: UInt8(ascii: "/")) ?? name.endIndex
        return end == name.startIndex ? nil : try tree(name[..<end])
    }

    /// The node whose question the customer was asked; nil when none was.
    func askedNode() throws -> ListeningNode? {
        if !progress.asked.isEmpty, let tree = try askedTree(),
            let index = tree.node(named: progress.node),
            tree.tree.nodes[index].fact == progress.asked
        {
            return tree.listeningNodes(in: language)[index]
        }
        return progress.asked == Availability.fact
            ? Availability.question.node(in: language) : nil
    }

    /// The words of a question.
    private func question(_ asked: ListeningNode, again: Bool, at walk: Walk) -> String {
        if asked.node.fact == Availability.fact, asked.node.say.isEmpty {
            return phrases.availability
        }
        return walk.rendered(again ? asked.node.asksAgain : asked.node.say, known)
    }

    /// The words of a node's question; most have no places for facts, and the node itself is not needed.
    private func question(
        _ tree: CompiledTree,
        _ index: Int,
        again: Bool,
        at walk: Walk
    ) -> String {
        let say = tree.tree.nodes[index].say
        guard tree.areConstant[index], !say.isEmpty else {
            return question(tree.listeningNodes(in: language)[index], again: again, at: walk)
        }
        return again ? tree.tree.nodes[index].asksAgain : say
    }

    private func confirmation(of answer: Fact, _ asked: ListeningNode) -> String {
        guard let value = answer.value else { return "" }
        let option = asked.node.options.first { $0.id == value.key }
        var words = option?.confirm ?? ""
        if words.isEmpty {
            let label = option?.label ?? ""
            let isBare = label.isEmpty || label == value.key
            words = language.words(of: value, labelled: isBare ? value.text : label)
            // "yes" or "passed" alone does not say what is meant.
            let fact = speaker?.tree.definition(of: asked.node.fact)?.label ?? ""
            let isUntold =
                asked.node.valueKind == .yesNo && isBare || asked.node.valueKind == .check
            if isUntold, !fact.isEmpty { words = "\(fact): \(words)" }
        }
        return Rendering.fill(phrases.confirm, in: language) { $0 == "answer" ? words : nil }
    }

    /// What the answer to a node's question looks like, and what is said after each option.
    func expectation(of asked: ListeningNode, at walk: Walk) throws -> Expectation {
        var options: [ExpectedOption] = []
        let keys = ValueForms.fixedValues(of: asked.node.valueKind)
        options.reserveCapacity(asked.node.options.isEmpty ? keys.count : asked.node.options.count)
        // One supposed answer after the other stands at the end of the changes.
        var supposed = known
        supposed.change(Fact(key: asked.node.fact))
        func suppose(_ key: String, _ label: String, phrases: [String]) throws {
            supposed.changeLast(to: FactValue(kind: asked.node.valueKind, key: key, text: label))
            options.append(
                ExpectedOption(
                    id: key,
                    label: label,
                    phrases: phrases,
                    nextPrompt: try prompt(after: supposed, to: asked, at: walk)
                )
            )
        }
        let choices = asked.node.options
        for place in choices.indices {
            try suppose(choices[place].id, choices[place].label, phrases: choices[place].phrases)
        }
        if choices.isEmpty {
            for key in keys { try suppose(key, key, phrases: []) }
        }
        return Expectation(
            fact: asked.node.fact,
            kind: asked.node.valueKind,
            options: options,
            entityClass: asked.node.entityClass,
            unit: asked.node.unit
        )
    }

    /// What is said next if the question is answered as `supposed` has it.
    private func prompt(after supposed: Known, to asked: ListeningNode, at walk: Walk) throws
        -> String
    {
        let next = try walk.resumed(supposed, answered: asked, in: knowledge)
        let words: String
        switch next.course(supposed) {
        case .question(let tree, let index):
            let times = timesAsked(tree.tree.nodes[index].fact)
            // It would not be asked any more: what comes after is left open.
            if times >= Self.timesComeBackTo { return "" }
            words = question(tree, index, again: times > 0, at: next)
        case .availability: words = phrases.availability
        case .waiting: words = phrases.lookingUp
        case .resolved: words = phrases.resolved
        case .escalated: words = phrases.escalated
        }
        guard next.end == .leaf, progress.phase != .collecting else { return words }
        return [next.said(supposed), words].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Node {
    /// The words with which its question is asked once more: those that the editor wrote for it, else the sentence that asks,
    /// without what leads to it or is to be done first, which the customer has heard.
    fileprivate var asksAgain: String {
        guard again.isEmpty else { return again }
        let bytes = say.utf8
        guard bytes.last == UInt8(ascii: "?") else { return say }
        // From behind: what ends a sentence, but not "Dr. Smith", stands after three letters and before a space.
        var letters = 0
        var end: String.Index?
        var place = bytes.index(before: bytes.endIndex)
        while place > bytes.startIndex {
            place = bytes.index(before: place)
            switch bytes[place] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
                letters = 0
                let next = bytes.index(after: place)
                end = bytes[next] == UInt8(ascii: " ") ? bytes.index(after: next) : nil
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                0x80...:
                letters += 1
                if let end, letters == 3 { return String(say[end...]) }
            default: end = nil
            }
        }
        return say
    }
}
