internal import Catalog
public import Messages

/// Plays conversations that must come out as written, on virtual time and without a server.
///
/// Systems answer a lookup before the next turn; what a conversation lists no answer for times out. While
/// the engine waits for a lookup, time moves on and silence is sent by itself.
public enum ConversationRunner {
    /// Plays one conversation; the problems of the first turn that goes wrong, or of the end.
    ///
    /// - Throws: what reading the catalog throws.
    public static func run(
        _ conversation: Conversation,
        view: some Knowledge
    ) throws -> [Problem] {
        var performance = Performance(conversation, view)
        do {
            try performance.play()
        } catch let error as EngineError {
            performance.report("the call goes on", error.description)
        }
        return performance.problems
    }

    /// The first turn after which a fact is asked, by its index; nil when none is.
    ///
    /// - Throws: what reading the catalog throws.
    public static func turn(
        asking fact: String,
        in conversation: Conversation,
        view: some Knowledge
    ) throws -> Int? {
        var performance = Performance(conversation, view)
        do {
            return try performance.turn(asking: fact)
        } catch is EngineError {
            return nil
        }
    }
}

/// A conversation while it is played.
private struct Performance {
    private let conversation: Conversation
    private let view: any Knowledge
    private var call: RehearsedCall?
    private var line: UInt32
    private var happening = Happening()
    /// What was said since the customer's last line.
    private var said: [String] = []
    private(set) var problems: [Problem] = []

    init(_ conversation: Conversation, _ view: any Knowledge) {
        self.conversation = conversation
        self.view = view
        line = 1
    }

    mutating func play() throws {
        try start()
        for turn in conversation.turns where problems.isEmpty {
            line = turn.line
            happening = Happening(turn)
            try play(turn)
        }
        line = conversation.line
        if problems.isEmpty, let call { try checkEnd(call) }
    }

    /// Plays, whatever comes out, until a fact is asked.
    mutating func turn(asking fact: String) throws -> Int? {
        try start()
        for (index, turn) in conversation.turns.enumerated() {
            try play(turn)
            guard let state, !state.isEnded else { return nil }
            let expected = state.lastReply.expects
            if expected?.fact == fact, expected?.confirming == false { return index }
        }
        return nil
    }

    /// Reports what came out otherwise; the first problem, after which nothing more is played, tells
    /// what happened in the turn as well.
    mutating func report(_ expected: String, _ came: String) {
        let context = problems.isEmpty ? happening.sentence : ""
        problems.append(
            Problem(
                code: ProblemCode.conversationFails.rawValue,
                severity: .error,
                path: "conversations/\(conversation.id).yaml",
                line: line,
                message: "expected \(expected), but \(came)\(context)",
                suggestion: "correct the conversation, or the tree that it goes through"
            )
        )
    }

    // MARK: Playing

    private var state: CallState? { call?.state }

    private mutating func start() throws {
        call = try RehearsedCall(
            StartCallRequest(conversation, callID: "conversation"),
            atMilliseconds: conversation.startedAtMs,
            view: view
        )
    }

    private mutating func play(_ turn: TurnExpectation) throws {
        said = []
        if !turn.says.isEmpty || !turn.does.isEmpty || !turn.arrives.isEmpty {
            call?.pass(seconds: turn.afterSeconds)
        }
        try answerLookups()
        if !turn.arrives.isEmpty { try add(turn.arrives, system: "conversation") }
        if let input = Self.input(turn) {
            guard state?.isEnded == false else {
                return report("the call to go on", "it had ended before this turn")
            }
            try take(input)
        }
        try passWaits()
        if let call { try check(turn, call) }
    }

    private static func input(_ turn: TurnExpectation) -> Input? {
        if !turn.says.isEmpty {
            return Input(kind: .speech(Speech(alternatives: [Alternative(text: turn.says)])))
        }
        return switch turn.does {
        case "silence": Input(kind: .silence(Silence(durationMs: turn.afterSeconds * 1_000)))
        case "hang-up": Input(kind: .hangUp(HangUp()))
        default: nil
        }
    }

    private mutating func take(_ input: Input) throws {
        note(try call?.take(input))
    }

    private mutating func note(_ record: JournalRecord?) {
        guard let record else { return }
        happening.add(record)
        if let say = record.reply?.say, !say.isEmpty { said.append(say) }
    }

    /// Lets systems answer what they are asked, and lookups whose time has passed time out.
    private mutating func answerLookups() throws {
        guard let state, !state.isEnded else { return }
        for lookup in state.progress.lookups {
            if let answer = conversation.systems.first(where: { $0.fact == lookup.fact }) {
                try add([answer], system: lookup.source)
            }
        }
        note(try call?.timeOutLookups())
    }

    private mutating func add(_ facts: [Expected], system: String) throws {
        note(try call?.add(facts.map(StructuredAnswer.init), system: system))
    }

    /// Waits for lookups as a front end does.
    private mutating func passWaits() throws {
        for _ in 0..<CallLimits.answersPerRequest {
            guard let state, !state.isEnded else { return }
            if let expected = state.lastReply.expects, expected.waiting {
                try answerLookups()
                if self.state?.isReplyUnspoken == false {
                    call?.pass(milliseconds: Int64(expected.waitMs))
                    try answerLookups()
                }
            }
            guard self.state?.isReplyUnspoken == true, self.state?.isEnded == false else { return }
            try take(Input(kind: .silence(Silence())))
        }
    }

    // MARK: Checking

    private mutating func check(_ turn: TurnExpectation, _ call: RehearsedCall) throws {
        let detail = turn.facts.isEmpty ? GetCallReply() : try call.detail()
        let failures = ConversationCheck.failures(
            of: turn,
            reply: call.state.lastReply,
            said: said.isEmpty ? nil : said.joined(separator: " "),
            detail: detail
        )
        for failure in failures { report(failure.expected, failure.came) }
    }

    private mutating func checkEnd(_ call: RehearsedCall) throws {
        let detail = try call.detail()
        for failure in ConversationCheck.failures(atEndOf: conversation, detail: detail) {
            report(failure.expected, failure.came)
        }
    }
}

/// What happened in a turn, for the editor of a conversation that fails.
private struct Happening {
    private var input = ""
    private var reply = ""
    private var taken: [(fact: String, value: String)] = []

    /// Characters of a text that are shown.
    private static let shownCharacters = 200

    /// The start of a call, before any turn.
    init() {}

    init(_ turn: TurnExpectation) {
        input =
            turn.says.isEmpty
            ? "after the turn '\(turn.does)'" : "the customer said \(Self.quote(turn.says))"
    }

    mutating func add(_ record: JournalRecord) {
        if let say = record.reply?.say, !say.isEmpty { reply = say }
        for fact in record.changes {
            let value = fact.value.map { $0.detail.isEmpty ? $0.key : "\($0.key) (\($0.detail))" }
            taken.removeAll { $0.fact == fact.key }
            taken.append((fact.key, value ?? "!\(fact.notObtained.word)"))
        }
    }

    /// As the rest of a problem's message: what was said, which facts were taken, and the reply.
    var sentence: String {
        guard !input.isEmpty else { return "" }
        let facts = taken.map { "\($0.fact): \($0.value)" }.joined(separator: ", ")
        return "; \(input), facts taken: \(facts.isEmpty ? "none" : facts); "
            + "reply: \(reply.isEmpty ? "none" : Self.quote(reply))"
    }

    private static func quote(_ text: String) -> String {
        "\"\(text.prefix(shownCharacters))\(text.count > shownCharacters ? "…" : "")\""
    }
}

extension StartCallRequest {
    /// Starts the call that a conversation describes.
    public init(_ conversation: Conversation, callID: String) {
        self.init(
            callID: callID,
            caller: conversation.caller,
            customer: conversation.customer,
            language: conversation.language,
            timeZone: conversation.timeZone,
            startedAtMs: conversation.startedAtMs,
            told: conversation.told.map(StructuredAnswer.init)
        )
    }
}

extension StructuredAnswer {
    /// A fact as a conversation writes it: a value, or "!" and why there is none.
    public init(_ expected: Expected) {
        self.init(fact: expected.fact, detail: expected.detail)
        if let reason = NotObtained(marked: expected.value) {
            notObtained = reason
        } else {
            value = expected.value
        }
    }
}
