package import Messages

extension TurnView {
    /// The records of a call, first to last, as people read them.
    package static func views(of records: [JournalRecord]) -> [TurnView] {
        var views: [TurnView] = []
        var before = CallProgress()
        for record in records {
            let after = record.progress ?? before
            let (heard, kind) = heard(record)
            views.append(
                TurnView(
                    turn: record.turn,
                    atMs: record.atMs,
                    heard: heard,
                    said: record.reply?.say ?? "",
                    changes: record.changes,
                    asked: before.asked,
                    node: after.node,
                    acts: record.understanding?.acts ?? [],
                    // One that goes on being asked about was understood before.
                    confirming: after.confirming == before.confirming ? nil : after.confirming,
                    article: record.understanding?.article ?? "",
                    lookups: after.lookups.filter { lookup in
                        !before.lookups.contains { $0.fact == lookup.fact }
                    },
                    kind: kind
                )
            )
            before = after
        }
        return views
    }

    /// Whether it came between two turns, of a system or of the server.
    package var isBetweenTurns: Bool {
        [.facts, .lookupsTimedOut, .leftIdle].contains(kind)
    }

    /// Whether the customer said something, or a front end understood answers.
    package var isSpoken: Bool { [.words, .answers].contains(kind) && !heard.isEmpty }

    /// What came in, in words, and of which kind it is.
    private static func heard(_ record: JournalRecord) -> (String, TurnKind) {
        switch record.kind {
        case .turn: record.input?.kind.map { heard($0, record) } ?? ("", .unspecified)
        case .facts: ("(facts arrived)", .facts)
        case .lookupsTimedOut: ("(no answer in time)", .lookupsTimedOut)
        case .leftIdle: ("(left idle)", .leftIdle)
        case .unspecified, .start: ("", .start)
        }
    }

    private static func heard(_ input: InputKind, _ record: JournalRecord) -> (String, TurnKind) {
        let utterance = record.understanding?.utterance ?? ""
        switch input {
        case .speech(let speech):
            return (utterance.isEmpty ? speech.alternatives.first?.text ?? "" : utterance, .words)
        case .interruption(let interruption):
            let first = interruption.speech?.alternatives.first?.text ?? ""
            return (utterance.isEmpty ? first : utterance, .words)
        case .digits(let digits): return ("(keys \(digits))", .keys)
        case .answers(let answers):
            let quotes = answers.answers.map(\.quote).filter { !$0.isEmpty }
            guard quotes.isEmpty else { return (quotes.joined(separator: " "), .words) }
            let named = answers.answers.map { "\($0.fact): \($0.value)" }
            return (named.joined(separator: ", "), .answers)
        case .silence: return ("(silence)", .silence)
        case .hangUp: return ("(hung up)", .hangUp)
        }
    }
}
