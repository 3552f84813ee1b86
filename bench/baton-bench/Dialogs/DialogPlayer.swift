internal import Catalog
internal import Diagnosis
internal import Messages

/// Plays recorded dialogs: whole ones, in which nothing is put right after an error, and single turns
/// from where the recorded dialog stood.
struct DialogPlayer {
    let charts: DialogCharts
    /// The catalog whose calls take their best guess.
    let guessing: PublishedCatalog
    /// The catalog whose calls may ask back.
    let asking: PublishedCatalog
    let clarifications: Int

    init(charts: DialogCharts, clarifications: Int) throws {
        self.charts = charts
        self.clarifications = clarifications
        guessing = try charts.release(confirmations: 0)
        asking = clarifications == 0 ? guessing : try charts.release(confirmations: clarifications)
    }

    /// How many answers of other customers the trees know.
    func examples() throws -> Int {
        try charts.trees.reduce(0) { sum, id in
            let nodes = try guessing.view.compiledTree(id)?.tree.nodes ?? []
            return sum + nodes.flatMap(\.options).reduce(0) { $0 + $1.examples.count }
        }
    }

    // MARK: Whole dialogs

    /// Whether every turn of the agent is right; what the first wrong one was, otherwise.
    func play(_ recording: DialogData.Recording) throws -> DialogOutcome {
        let places = try charts.places(of: recording.dialog.flowchart)
        var call = try DialogCall(asking.view)
        var asked = 0
        _ = try call.say(recording.opening.userUtterance)
        guard try clarify(&call, recording, places, &asked) else { return .tooManyQuestions }
        guard call.position == places.nodes[recording.opening.firstNode] else { return .opening }
        for turn in recording.turns {
            let understanding = try call.say(turn.userUtterance)
            guard try clarify(&call, recording, places, &asked) else { return .tooManyQuestions }
            guard Self.isRight(understanding, call, turn, places) else {
                return turn.kind == .answer ? .answer : .questionBack
            }
        }
        return .success
    }

    /// Answers the engine's questions whether it understood, as the recorded customer would; false when
    /// there are more of them than allowed.
    private func clarify(
        _ call: inout DialogCall,
        _ recording: DialogData.Recording,
        _ places: FloDial.Places,
        _ asked: inout Int
    ) throws -> Bool {
        while call.isConfirming {
            asked += 1
            guard asked <= clarifications else { return false }
            _ = try call.say(try truth(of: call, recording, places))
        }
        return true
    }

    private func truth(
        of call: DialogCall,
        _ recording: DialogData.Recording,
        _ places: FloDial.Places
    ) throws -> String {
        if let fact = call.state.progress.confirming {
            let isTrue = (recording.dialog.goldPath + recording.opening.impliedAnswers).contains {
                places.facts[$0[0]] == fact.key
                    && FloDial.option(ofLabel: $0[1]) == fact.value?.key
            }
            return isTrue ? "yes" : "no"
        }
        guard call.state.progress.candidates.contains(places.tree) else { return "neither" }
        return try asking.view.compiledTree(places.tree)?.tree.title ?? ""
    }

    // MARK: Single turns

    /// What the engine makes of an opening.
    func open(_ recording: DialogData.Recording) throws -> OpeningResult {
        let places = try charts.places(of: recording.dialog.flowchart)
        var call = try DialogCall(guessing.view)
        _ = try call.say(recording.opening.userUtterance)
        return OpeningResult(
            isRight: call.position == places.nodes[recording.opening.firstNode],
            isRouted: call.state.progress.tree == places.tree,
            skips: !recording.opening.impliedAnswers.isEmpty,
            nanoseconds: call.nanoseconds
        )
    }

    /// What the engine makes of a later turn, from where the recorded dialog stood.
    func take(_ turn: DialogData.Turn, of recording: DialogData.Recording) throws -> TurnResult {
        let places = try charts.places(of: recording.dialog.flowchart)
        var call = try Self.call(at: turn, of: recording, places, guessing.view)
        let understanding = try call.say(turn.userUtterance)
        return TurnResult(
            isRight: Self.isRight(understanding, call, turn, places),
            isAnswer: turn.kind == .answer,
            confidence: understanding.answer?.provenance.map { Double($0.confidence) }
        )
    }

    /// A call where the recorded dialog stood before a turn.
    static func call(
        at turn: DialogData.Turn,
        of recording: DialogData.Recording,
        _ places: FloDial.Places,
        _ view: CatalogView
    ) throws -> DialogCall {
        var call = try DialogCall(view)
        let way = recording.dialog.goldPath.prefix { $0[0] != turn.node }
        try call.bring(
            to: places.tree,
            way.map { step in
                StructuredAnswer(
                    fact: places.facts[step[0]] ?? "",
                    value: FloDial.option(ofLabel: step[1])
                )
            }
        )
        guard call.position == places.nodes[turn.node] else {
            throw BenchError(
                "dialogs.jsonl: gold_path: the way of dialog \(turn.dialog) does not lead to the"
                    + " node \(turn.node) of turn \(turn.turn)"
            )
        }
        return call
    }

    private static func isRight(
        _ understanding: Understanding,
        _ call: DialogCall,
        _ turn: DialogData.Turn,
        _ places: FloDial.Places
    ) -> Bool {
        switch turn.kind {
        case .answer: call.position == turn.goldNextNode.flatMap { places.nodes[$0] }
        case .digression, .digressionAtSolution:
            call.position == places.nodes[turn.node]
                && understanding.article == turn.goldFaq.flatMap { places.articles[$0] }
        }
    }
}

/// How a dialog came out.
enum DialogOutcome: String, CaseIterable {
    case success
    /// The first node asked was another one.
    case opening
    /// An answer led elsewhere.
    case answer
    /// A question back was not answered from the right article.
    case questionBack = "question_back"
    /// More confirmations were asked than allowed.
    case tooManyQuestions = "too_many_questions"
}

/// What came of an opening.
struct OpeningResult {
    let isRight: Bool
    let isRouted: Bool
    /// Whether it answered a question before it was asked.
    let skips: Bool
    let nanoseconds: UInt64
}

/// What came of a later turn.
struct TurnResult {
    let isRight: Bool
    let isAnswer: Bool
    /// How sure the answer was; nil without one.
    let confidence: Double?
}
