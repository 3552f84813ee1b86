internal import Messages

/// Makes a ``Conversation`` of a file of `conversations/`, once its shape is known to be right.
struct ConversationCompiler {
    let problems: Problems

    func conversation(_ root: YAMLValue, id: String) -> Conversation {
        let line = root.fields.first { $0.key == "end" }?.place.line ?? root.place.line
        var conversation = Conversation(id: id, line: UInt32(clamping: line))
        let start = root["start"]
        conversation.language = start?["language"]?.text ?? ""
        conversation.timeZone = start?["zone"]?.text ?? ""
        if let zone = start?["zone"]?.located { Zones.check(zone, problems) }
        conversation.startedAtMs = milliseconds(start?["at"])
        conversation.caller = start?["caller"]?.text ?? ""
        conversation.customer = start?["customer"]?.text ?? ""
        conversation.systems = expected(root["systems"])
        conversation.told = expected(root["told"])
        conversation.turns = (root["turns"]?.elements ?? []).map(turn)
        let end = root["end"]
        conversation.outcome = end?["outcome"]?.text ?? ""
        conversation.endsAt = end?["at"]?.text ?? ""
        if let at = end?["at"]?.located, at.value.split(separator: "/").count != 2 {
            problems.add(.badValue, at: at.place, "'at' must be written as tree/node")
        }
        conversation.conclusion = expected(end?["conclusion"])
        conversation.notObtained = expected(end?["not-obtained"])
        conversation.superseded = expected(end?["superseded"])
        return conversation
    }

    private func milliseconds(_ value: YAMLValue?) -> Int64 {
        guard let at = value?.located else { return 0 }
        if let milliseconds = CalendarTime.milliseconds(at.value) { return milliseconds }
        problems.add(
            .badValue,
            at: at.place,
            "'\(at.value)' is no time with an offset",
            suggestion: "write it as 2026-11-19T16:40:00-05:00"
        )
        return 0
    }

    private func turn(_ value: YAMLValue) -> TurnExpectation {
        var turn = TurnExpectation(line: UInt32(clamping: value.place.line))
        turn.says = value["says"]?.text ?? ""
        turn.does = value["does"]?.text ?? ""
        turn.afterSeconds = value["after"]?.text.flatMap(UInt32.init) ?? 0
        turn.arrives = expected(value["arrives"])
        let expect = value["expect"]
        turn.asks = expect?["asks"]?.text ?? ""
        turn.tree = expect?["tree"]?.text ?? ""
        turn.facts = expected(expect?["facts"])
        turn.replies = expect?["replies"]?.text ?? ""
        return turn
    }

    private func expected(_ value: YAMLValue?) -> [Expected] {
        (value?.fields ?? []).map { field in
            let text = field.value.text ?? field.value["value"]?.text ?? ""
            return Expected(
                fact: field.key,
                value: text,
                detail: field.value["detail"]?.text ?? ""
            )
        }
    }
}
