internal import Messages

/// A call in which a person types what the customer says.
struct CallTyping {
    private var session: any CallSession
    private let transcript: CallTranscript

    init(session: any CallSession, transcript: CallTranscript) {
        self.session = session
        self.transcript = transcript
    }

    /// Holds the call until it ends; the end of the input hangs up.
    mutating func hold(_ start: StartCallRequest) throws {
        let started = try session.start(start)
        guard !started.toPerson else {
            return transcript.line(
                "a person takes this call: it goes to the queue \(started.queue)"
            )
        }
        show(session.reply)
        try passWaits()
        while !session.hasEnded {
            guard let line = transcript.ask() else {
                transcript.line("")
                try take(.hangUp(HangUp()))
                break
            }
            try answer(CallLine(parsing: line))
        }
        transcript.line("\n" + end)
    }

    private mutating func answer(_ line: CallLine) throws {
        switch line {
        case .input(let input): try take(input)
        case .facts: try showFacts()
        case .help: transcript.line(CallLine.commands)
        case .wrong(let words): transcript.note(words)
        }
    }

    private mutating func take(_ input: InputKind) throws {
        try session.pass(seconds: 0)
        try hear(input)
        try passWaits()
    }

    private mutating func hear(_ input: InputKind) throws {
        show(try session.take(input))
    }

    private mutating func show(_ reply: TurnReply) {
        for line in session.understood() { transcript.note(line) }
        transcript.agent(reply.say)
    }

    /// Is silent as long as the call waits for a system.
    private mutating func passWaits() throws {
        while let wait = session.waitMilliseconds {
            transcript.note(session.waitNote(atMost: wait))
            try hear(try session.silence(atMost: wait))
        }
    }

    private func showFacts() throws {
        let detail = try session.detail()
        if detail.facts.isEmpty, detail.notObtained.isEmpty { transcript.note("nothing yet") }
        for view in detail.facts {
            let fact = view.fact ?? Fact()
            transcript.note("\(fact.key): \(view.line)")
        }
        for view in detail.notObtained {
            let fact = view.fact ?? Fact()
            transcript.note("\(fact.key): not obtained (\(fact.notObtained.word))")
        }
    }

    private var end: String {
        let reply = session.reply
        let queue = reply.queue.isEmpty ? "" : ", to the queue \(reply.queue)"
        return "call \(session.callID): \(reply.outcome.word)\(queue)"
    }
}
