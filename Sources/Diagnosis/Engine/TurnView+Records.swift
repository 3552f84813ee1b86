package import Messages

extension TurnView {
    /// The records of a call, first to last, as people read them.
    package static func views(of records: [JournalRecord]) -> [TurnView] {
        var views: [TurnView] = []
        var before = CallProgress()
        for record in records {
            let after = record.progress ?? before
            views.append(
                TurnView(
                    turn: record.turn,
                    atMs: record.atMs,
                    heard: heard(record),
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
                    }
                )
            )
            before = after
        }
        return views
    }

    /// What is shown as heard where no turn came in.
    private enum Between {
        static let facts = "(facts arrived)"
        static let timeOut = "(no answer in time)"
        static let leftIdle = "(left idle)"
    }

    /// Whether it came between two turns, of a system or of the server.
    package var isBetweenTurns: Bool {
        [Between.facts, Between.timeOut, Between.leftIdle].contains(heard)
    }

    private static func heard(_ record: JournalRecord) -> String {
        switch record.kind {
        case .turn: record.input?.kind.map { words($0, record) } ?? ""
        case .facts: Between.facts
        case .lookupsTimedOut: Between.timeOut
        case .leftIdle: Between.leftIdle
        case .unspecified, .start: ""
        }
    }

    private static func words(_ input: InputKind, _ record: JournalRecord) -> String {
        let utterance = record.understanding?.utterance ?? ""
        switch input {
        case .speech(let speech):
            return utterance.isEmpty ? speech.alternatives.first?.text ?? "" : utterance
        case .interruption(let interruption):
            let first = interruption.speech?.alternatives.first?.text ?? ""
            return utterance.isEmpty ? first : utterance
        case .digits(let digits): return "(keys \(digits))"
        case .answers(let answers):
            let quotes = answers.answers.map(\.quote).filter { !$0.isEmpty }
            guard quotes.isEmpty else { return quotes.joined(separator: " ") }
            return answers.answers.map { "\($0.fact): \($0.value)" }.joined(separator: ", ")
        case .silence: return "(silence)"
        case .hangUp: return "(hung up)"
        }
    }
}
