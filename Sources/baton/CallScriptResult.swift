internal import Messages

/// How a scripted call came out, as `--json` prints it.
struct CallScriptResult: Encodable {
    let callID: String
    let script: String
    var passed: Bool { failures.isEmpty }
    private(set) var outcome = ""
    private(set) var tree = ""
    private(set) var node = ""
    private(set) var queue = ""
    private(set) var release: UInt32 = 0
    private(set) var expectations = 0
    var turns: [CallTurnOutput] = []
    var failures: [CallScriptFailure] = []

    private enum CodingKeys: String, CodingKey {
        case callID = "call_id"
        case script, passed, outcome, tree, node, queue, release, expectations, turns, failures
    }

    init(callID: String, script: String) {
        self.callID = callID
        self.script = script
    }

    /// Takes over where the call stands at its end.
    mutating func finish(_ detail: GetCallReply, expectations: Int) {
        let summary = detail.summary ?? CallSummary()
        outcome = summary.outcome.word
        tree = summary.tree
        node = summary.node
        queue = summary.queue
        release = summary.release
        self.expectations = expectations
    }

    /// The result in two lines for people.
    var summary: String {
        let end = [outcome, node.isEmpty ? tree : node, queue].filter { !$0.isEmpty }
        let holds =
            failures.isEmpty
            ? "all \(expectations) expectations hold"
            : "\(failures.count) of \(expectations) expectations fail"
        return "call \(callID): \(end.joined(separator: ", ")); \(holds)"
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(callID, forKey: .callID)
        try values.encode(script, forKey: .script)
        try values.encode(passed, forKey: .passed)
        try values.encode(outcome, forKey: .outcome)
        try values.encode(tree, forKey: .tree)
        try values.encode(node, forKey: .node)
        try values.encode(queue, forKey: .queue)
        try values.encode(release, forKey: .release)
        try values.encode(expectations, forKey: .expectations)
        try values.encode(turns, forKey: .turns)
        try values.encode(failures, forKey: .failures)
    }
}

/// Something that did not come out as written.
struct CallScriptFailure: Encodable {
    let path: String
    let line: UInt32
    let message: String

    var text: String { "\(path):\(line): \(message)" }
}

/// One turn in JSON.
struct CallTurnOutput: Encodable {
    let turn: UInt32
    let heard: String
    let said: String
    let asks: String
    let phase: String
    let tree: String
    let changes: [CallFactOutput]

    init(_ reply: TurnReply, heard: String) {
        turn = reply.turn
        self.heard = heard
        said = reply.say
        asks = reply.expects?.fact ?? ""
        phase = reply.phase.word
        tree = reply.tree
        changes = reply.changes.map(CallFactOutput.init)
    }
}

/// One fact in JSON: a value, or the reason why there is none.
struct CallFactOutput: Encodable {
    let fact: String
    let value: String?
    let text: String?
    let detail: String?
    let notObtained: String?

    private enum CodingKeys: String, CodingKey {
        case fact, value, text, detail
        case notObtained = "not_obtained"
    }

    init(_ fact: Fact) {
        self.fact = fact.key
        value = fact.value?.key
        text = fact.value?.text
        detail = fact.value.flatMap { $0.detail.isEmpty ? nil : $0.detail }
        notObtained = fact.notObtained == .unspecified ? nil : fact.notObtained.word
    }
}
extension Phase {
    /// The word that JSON uses.
    var word: String {
        switch self {
        case .unspecified: ""
        case .routing: "routing"
        case .diagnosing: "diagnosing"
        case .collecting: "collecting"
        case .closing: "closing"
        case .ended: "ended"
        }
    }
}
