internal import Catalog
internal import Language
internal import Messages

extension Exchange {
    /// Takes what came in with a turn, and answers it.
    func hear(_ input: Input) throws {
        guard let kind = input.kind else {
            throw EngineError.invalid(field: "input", reason: "say what came in")
        }
        switch kind {
        case .speech(let speech):
            try listen(to: speech, field: "input.speech")
        case .interruption(let interruption):
            guard interruption.heard.utf8.count <= CallLimits.utteranceBytes else {
                throw EngineError.tooMuch(
                    field: "input.interruption.heard",
                    limit: CallLimits.utteranceBytes
                )
            }
            let speech = interruption.speech ?? Speech()
            if speech.alternatives.isEmpty {
                return try repeatQuestion()
            }
            try listen(to: speech, field: "input.interruption.speech")
        case .digits(let digits):
            try read(digits: digits)
        case .answers(let answers):
            try read(answers)
        case .silence:
            understanding.acts = [.silence]
        case .hangUp:
            understanding.acts = [.hangUp]
        }
        try respond()
    }

    private func respond() throws {
        if has(.hangUp) {
            // Who goes may have said something first.
            if progress.phase == .diagnosing || progress.phase == .collecting {
                _ = try takeVolunteered()
            }
            return try hangUp(saying: understanding.utterance.isEmpty ? "" : phrases.goodbye)
        }
        switch progress.phase {
        case .routing: try seek()
        case .diagnosing, .collecting: try diagnose()
        case .closing: try finish()
        case .ended, .unspecified: throw EngineError.ended
        }
    }

    /// Whether the customer wants this.
    func has(_ act: Act) -> Bool {
        understanding.acts.contains(act)
    }

    // MARK: Speech

    private func listen(to speech: Speech, field: String) throws {
        guard !speech.alternatives.isEmpty else {
            throw EngineError.invalid(
                field: field + ".alternatives",
                reason: "give one reading at least, or send silence"
            )
        }
        guard speech.alternatives.count <= CallLimits.alternativesPerSpeech else {
            throw EngineError.tooMuch(
                field: field + ".alternatives",
                limit: CallLimits.alternativesPerSpeech
            )
        }
        for (index, alternative) in speech.alternatives.enumerated()
        where alternative.text.utf8.count > CallLimits.utteranceBytes {
            throw EngineError.tooMuch(
                field: "\(field).alternatives[\(index)].text",
                limit: CallLimits.utteranceBytes
            )
        }
        var setting = try listening(on: try root())
        if progress.phase == .closing {
            setting.asked = Self.plainQuestion.node(in: language)
            setting.settled = try settledNode()
        } else if !progress.candidates.isEmpty, progress.phase == .routing {
            setting.asked = try questionOfCandidates()
            let heard = try knowledge.understand(speech.alternatives, in: setting)
            if heard.answer != nil {
                understanding = heard
                return
            }
            // Which of two it is may be answered by no.
            setting.asked = Self.plainQuestion.node(in: language)
        } else if !isUnheard {
            setting.asked = try askedNode()
            setting.confirming = progress.confirming
        }
        understanding = try knowledge.understand(speech.alternatives, in: setting)
        if understanding.utterance.isEmpty {
            understanding.utterance = speech.alternatives[0].text
        }
        try hearLateAnswer(in: speech, setting)
    }

    /// Hears what answers a question that was given up before, where nothing else was understood: "the light is green, you asked
    /// that before".
    private func hearLateAnswer(in speech: Speech, _ setting: Listening) throws {
        guard setting.asked != nil, setting.confirming == nil, understanding.answer == nil,
            understanding.volunteered.isEmpty, understanding.acts.isEmpty
        else { return }
        for node in setting.open.reversed() where Self.isTold(node.valueKind) {
            guard node.fact != setting.asked?.fact, let fact = known.fact(node.fact),
                fact.notObtained != .unspecified, fact.provenance?.source == .said
            else { continue }
            var setting = setting
            setting.asked = node
            let heard = try knowledge.understand(speech.alternatives, in: setting)
            guard let answer = heard.answer, answer.value != nil,
                (answer.provenance?.confidence ?? 0)
                    >= max(settings.volunteerThreshold, Self.leastOfLateAnswer)
            else { continue }
            understanding.volunteered = [answer]
            return
        }
    }

    /// How sure an answer must be to a question that is not asked any more: one by its place in the question is not.
    private static let leastOfLateAnswer: Float = 0.8

    /// Whether answers of a kind tell what they are about: no "yes", no free text and no day does.
    private static func isTold(_ kind: ValueKind) -> Bool {
        switch kind {
        case .choice, .entity: true
        default: false
        }
    }

    /// Which of two trees is meant, as a question: "the second one", "the printer".
    private func questionOfCandidates() throws -> ListeningNode {
        let options = try progress.candidates.map { id in
            let title = try knowledge.compiledTree(id)?.tree.title ?? id
            return Choice(id: id, label: title, patterns: [language.pattern(of: title)])
        }
        let say = options.map(\.label).joined(separator: ", ")
        let node = Node(id: "which", kind: .ask, valueKind: .choice, say: say, options: options)
        return ListeningNode(node, language: language)
    }

    /// What tells whether the issue is still gone: the question by whose answer it was settled, or that of no tree.
    private func settledNode() throws -> ListeningNode {
        if let (tree, index) = try settledPlace() {
            switch tree.tree.nodes[index].valueKind {
            case .check, .fix, .choice: return tree.listeningNodes(in: language)[index]
            default: break
            }
        }
        return Self.plainResult.node(in: language)
    }

    /// The question by whose answer the issue is gone; nil when it is by itself.
    func settledPlace() throws -> (tree: CompiledTree, index: Int)? {
        guard let root = try root() else { return nil }
        let walk = try Walk(root, known, in: knowledge, recordsPath: true)
        guard walk.end == .leaf, walk.node.resolved else { return nil }
        for name in walk.path.dropLast().reversed() {
            let place = name.firstIndex(of: "/") ?? name.endIndex
            guard let tree = try tree(name[..<place]), let index = tree.node(named: name),
                tree.tree.nodes[index].kind != .lookup, !tree.tree.nodes[index].fact.isEmpty
            else { continue }
            return (tree, index)
        }
        return nil
    }

    /// What stands for the result where no tree has asked for it.
    private static let plainResult = FixedQuestion(
        Node(id: "result", kind: .check, valueKind: .check)
    )

    /// A question that no tree asks, and that is answered by yes or no.
    private static let plainQuestion = FixedQuestion(
        Node(id: "plain", kind: .ask, valueKind: .yesNo)
    )

    /// Where something is said: the nodes of a tree and of those that it may go on in, by whether their facts
    /// are known.
    func listening(on tree: CompiledTree?) throws -> Listening {
        var setting = Listening(
            asked: nil,
            confirming: nil,
            open: [],
            known: [],
            facts: known.facts,
            language: language,
            timeZone: start.timeZone,
            startedAtMilliseconds: start.startedAtMs,
            volunteerThreshold: settings.volunteerThreshold
        )
        if let tree {
            let scope = try tree.listeningScope(in: language) {
                try tree.reachable(in: knowledge)
            }
            setting.open.reserveCapacity(scope.nodes.count)
            for place in scope.nodes.indices {
                if known.standings.isKnown(scope.facts[place]) {
                    setting.known.append(scope.nodes[place])
                } else if scope.mayBeSaid[place] {
                    setting.open.append(scope.nodes[place])
                }
            }
        }
        if known.standings.isKnown(Availability.id) {
            setting.known.append(Availability.question.node(in: language))
        }
        return setting
    }

    // MARK: Digits

    private func read(digits: String) throws {
        guard digits.utf8.count <= CallLimits.digits else {
            throw EngineError.tooMuch(field: "input.digits", limit: CallLimits.digits)
        }
        guard !digits.isEmpty,
            digits.utf8.allSatisfy({
                (48...57).contains($0) || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "#")
            })
        else {
            throw EngineError.invalid(field: "input.digits", reason: "give 0 to 9, * and #")
        }
        understanding.utterance = digits
        guard progress.phase == .diagnosing || progress.phase == .collecting, !isUnheard,
            let asked = try askedNode()
        else { return }
        if let confirming = progress.confirming {
            if let products = try products(of: confirming, asked) {
                guard let key = Int(digits), products.indices.contains(key - 1) else { return }
                let product = products[key - 1]
                understanding.answer = Fact(
                    key: asked.node.fact,
                    value: FactValue(kind: .entity, key: product.id, text: product.name),
                    provenance: Provenance(source: .said, quote: digits, confidence: 1)
                )
                return
            }
            guard let isRight = ["1": true, "2": false][digits] else { return }
            understanding.answer = confirmation(of: confirming, isRight: isRight)
            return
        }
        understanding.answer = answer(digits, to: asked.node)
    }

    /// The answer that keys give; nil when they give none.
    private func answer(_ digits: String, to node: Node) -> Fact? {
        var value: FactValue?
        let fixed = ValueForms.fixedValues(of: node.valueKind)
        let keys = node.options.isEmpty ? fixed : node.options.map(\.id)
        switch node.valueKind {
        case .number, .duration, .frequency:
            value = Double(digits).map { number in
                FactValue(
                    kind: node.valueKind,
                    key: number.shortest,
                    text: language.text(of: number, unit: node.unit),
                    number: number,
                    unit: node.unit
                )
            }
        case .text, .unspecified:
            value = FactValue(kind: .text, key: digits, text: digits)
        case .choice, .yesNo, .check, .fix:
            if let number = Int(digits), keys.indices.contains(number - 1) {
                let key = keys[number - 1]
                let label = node.options.first { $0.id == key }?.label ?? key
                value = FactValue(kind: node.valueKind, key: key, text: label)
            }
        case .version, .entity, .date, .windows: break
        }
        return value.map { value in
            Fact(
                key: node.fact,
                value: value,
                provenance: Provenance(source: .said, quote: digits, confidence: 1)
            )
        }
    }

    /// An answer that confirms or denies another one, as the listener gives it.
    private func confirmation(of answer: Fact, isRight: Bool) -> Fact {
        var confirmed = answer
        confirmed.provenance?.confidence = 1
        if !isRight { confirmed.value = nil }
        return confirmed
    }

    // MARK: Structured answers

    private func read(_ input: StructuredAnswers) throws {
        let field = "input.answers"
        guard input.answers.count <= CallLimits.answersPerRequest else {
            throw EngineError.tooMuch(
                field: field + ".answers",
                limit: CallLimits.answersPerRequest
            )
        }
        guard input.acts.count <= CallLimits.actsPerRequest else {
            throw EngineError.tooMuch(field: field + ".acts", limit: CallLimits.actsPerRequest)
        }
        guard !input.acts.contains(.unspecified) else {
            throw EngineError.invalid(field: field + ".acts", reason: "an act must be named")
        }
        guard input.question.utf8.count <= CallLimits.valueBytes else {
            throw EngineError.tooMuch(field: field + ".question", limit: CallLimits.valueBytes)
        }
        understanding.acts = input.acts
        understanding.question = input.question
        if !input.question.isEmpty, !has(.questionBack) { understanding.acts.append(.questionBack) }
        if !input.tree.isEmpty { try choose(input.tree, field: field + ".tree") }
        let reader = try FactReader(
            trees: readableTrees(for: input.answers),
            start: start,
            knowledge: knowledge
        )
        for (index, answer) in input.answers.enumerated() {
            try read(answer, reader, "\(field).answers[\(index)]")
        }
    }

    private func read(
        _ answer: StructuredAnswer,
        _ reader: FactReader,
        _ field: String
    ) throws {
        if !answer.quote.isEmpty {
            if !understanding.utterance.isEmpty { understanding.utterance += " " }
            understanding.utterance += answer.quote
            understanding.utterance = understanding.utterance.cut(
                toBytes: CallLimits.utteranceBytes
            )
        }
        let isAsked = !progress.asked.isEmpty && answer.fact == progress.asked && !isUnheard
        if isAsked, let confirming = progress.confirming, ["yes", "no"].contains(answer.value) {
            understanding.answer = confirmation(of: confirming, isRight: answer.value == "yes")
            return
        }
        let fact = try reader.fact(
            answer,
            field: field,
            provenance: Provenance(source: .said)
        )
        if isAsked {
            understanding.answer = fact
        } else {
            understanding.volunteered.append(fact)
        }
    }

    /// Trees by which the answers are read; none while the tree is sought.
    func readableTrees(for answers: [StructuredAnswer]) throws -> [CompiledTree] {
        guard let root = try root() else { return [] }
        // Nearly always the tree itself knows what is answered.
        if answers.allSatisfy({ root.knows($0.fact) }) { return [root] }
        // What was awaited when the call left its tree may still come.
        if progress.offMap,
            answers.allSatisfy({ one in known.pending.contains { $0.fact == one.fact } })
        {
            return []
        }
        var trees = try root.reachable(in: knowledge)
        if let intake = try knowledge.compiledTree(intakeTree),
            !trees.contains(where: { $0 === intake })
        {
            trees.append(intake)
        }
        return trees
    }

    /// Takes the tree that the front end names.
    private func choose(_ id: String, field: String) throws {
        guard let tree = try knowledge.compiledTree(id) else {
            throw EngineError.invalid(field: field, reason: EngineError.noTree(id).description)
        }
        if progress.tree != id { try enter(tree) }
    }
}
