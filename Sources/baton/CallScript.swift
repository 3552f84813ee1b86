internal import Diagnosis
internal import Messages

/// Plays a conversation as its front end and its systems: says the customer's lines, answers lookups as the
/// systems would, waits when it is told to, and checks what comes back.
struct CallScript {
    private let conversation: Conversation
    private let path: String
    private let transcript: CallTranscript
    private var session: any CallSession
    private var result: CallScriptResult
    /// Lookups that the call has started and that no one has answered yet, by fact.
    private var open: [String: Lookup] = [:]
    /// What has been said since the customer's last line.
    private var said: [String] = []

    /// A lookup that no server hands out within so many tries belongs to another worker.
    private static let takesOfLookups = 3

    init(
        _ conversation: Conversation,
        path: String,
        session: any CallSession,
        transcript: CallTranscript
    ) {
        self.conversation = conversation
        self.path = path
        self.session = session
        self.transcript = transcript
        result = CallScriptResult(callID: session.callID, script: path)
    }

    /// Plays the whole conversation; throws only when the call can't be held.
    mutating func play() throws -> CallScriptResult {
        let started = try session.start(StartCallRequest(conversation, callID: session.callID))
        guard !started.toPerson else {
            fail(conversation.line, "expected Baton to take the call; it goes to \(started.queue)")
            return result
        }
        hear(session.reply, after: "")
        for turn in conversation.turns {
            try play(turn)
            // What follows a wrong turn says nothing that this does not.
            guard result.passed else { break }
        }
        let detail = try session.detail()
        if result.passed {
            for failure in ConversationCheck.failures(atEndOf: conversation, detail: detail) {
                fail(conversation.line, failure.sentence)
            }
        }
        result.finish(detail, expectations: ConversationCheck.count(in: conversation))
        return result
    }

    private mutating func play(_ turn: TurnExpectation) throws {
        said = []
        if turn.afterSeconds > 0 {
            transcript.note("\(turn.afterSeconds) s pass")
        }
        try session.pass(seconds: turn.afterSeconds)
        try answerLookups()
        try deliver(turn)
        if let input = turn.input {
            guard !session.hasEnded else {
                let outcome = session.reply.outcome.word
                return fail(turn.line, "the call has ended (\(outcome)) before this turn")
            }
            transcript.customer(input.words)
            try take(input)
        }
        try passWaits()
        let failures = ConversationCheck.failures(
            of: turn,
            reply: session.reply,
            said: said.isEmpty ? nil : said.joined(separator: " "),
            detail: turn.facts.isEmpty ? GetCallReply() : try session.detail()
        )
        for failure in failures { fail(turn.line, failure.sentence) }
    }

    private mutating func take(_ input: InputKind) throws {
        hear(try session.take(input), after: input.words)
    }

    private mutating func hear(_ reply: TurnReply, after heard: String) {
        transcript.agent(reply.say)
        said.append(reply.say)
        result.turns.append(CallTurnOutput(reply, heard: heard))
        for lookup in reply.lookups { open[lookup.fact] = lookup }
    }

    /// Sends the facts that arrive before a turn.
    private mutating func deliver(_ turn: TurnExpectation) throws {
        guard !turn.arrives.isEmpty else { return }
        for fact in turn.arrives { transcript.system("\(fact.fact) is \(fact.value)") }
        try session.add(
            turn.arrives.map(StructuredAnswer.init),
            system: "conversation",
            requestID: "line-\(turn.line)"
        )
    }

    /// Is silent as long as the call waits for a system.
    private mutating func passWaits() throws {
        while let wait = session.waitMilliseconds {
            try answerLookups()
            if try session.awaitLookups(atMost: 0) {
                transcript.note(session.waitNote(atMost: wait))
            }
            try take(try session.silence(atMost: wait))
        }
    }

    /// Takes the call's lookups as a worker does and answers those that the conversation's systems
    /// hold.
    private mutating func answerLookups() throws {
        guard !session.hasEnded else { return }
        for _ in 0..<Self.takesOfLookups {
            let wanted = open.values.filter { system($0.fact) != nil }
            guard !wanted.isEmpty else { break }
            let sources = Set(wanted.map(\.source)).sorted()
            for lookup in try session.takeLookups(of: sources)
            where lookup.callID == session.callID {
                guard let answer = system(lookup.fact) else { continue }
                transcript.system("\(lookup.source): \(lookup.fact) is \(answer.value)")
                try session.add(
                    [StructuredAnswer(answer)],
                    system: lookup.source,
                    requestID: "lookup-" + lookup.fact
                )
                open[lookup.fact] = nil
            }
        }
        open = [:]
    }

    private func system(_ fact: String) -> Expected? {
        conversation.systems.first { $0.fact == fact }
    }

    private mutating func fail(_ line: UInt32, _ words: String) {
        let failure = CallScriptFailure(path: path, line: line, message: words)
        transcript.failure(failure.text)
        result.failures.append(failure)
    }
}

extension TurnExpectation {
    /// What the customer does in this turn; nil when only time passes or facts arrive.
    var input: InputKind? {
        if !says.isEmpty { return .speech(Speech(alternatives: [Alternative(text: says)])) }
        return switch does {
        case "hang-up": .hangUp(HangUp())
        // A conversation's pauses are at most a day.
        case "silence": .silence(Silence(durationMs: afterSeconds &* 1_000))
        default: nil
        }
    }
}
