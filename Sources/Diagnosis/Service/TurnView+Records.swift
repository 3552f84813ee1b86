package import Messages

extension TurnView {
    /// The records of a call, first to last, as people read them.
    package static func views(of records: [JournalRecord]) -> [TurnView] {
        var views: [TurnView] = []
        var asked = ""
        for record in records {
            views.append(
                TurnView(
                    turn: record.turn,
                    atMs: record.atMs,
                    heard: heard(record),
                    said: record.reply?.say ?? "",
                    changes: record.changes,
                    asked: asked
                )
            )
            if let progress = record.progress { asked = progress.asked }
        }
        return views
    }

    private static func heard(_ record: JournalRecord) -> String {
        switch record.kind {
        case .turn: record.input?.kind.map { words($0, record) } ?? ""
        case .facts: "(facts arrived)"
        case .lookupsTimedOut: "(no answer in time)"
        case .leftIdle: "(left idle)"
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
