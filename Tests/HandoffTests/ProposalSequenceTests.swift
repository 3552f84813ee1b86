import Catalog
import Diagnosis
import Messages
import Testing

@testable import Handoff

/// Proposals on trees that earlier proposals have changed.
@Suite struct ProposalSequenceTests {
    typealias Calls = ProposalFixture

    private func proposals(
        _ calls: [ObservedCall],
        _ files: [SourceFile]
    ) throws -> [Proposal] {
        try ProposalDerivation.proposals(from: calls, catalog: Calls.view(files))
    }

    private func replacing(_ files: [SourceFile], with changed: [SourceFile]) -> [SourceFile] {
        files.filter { file in !changed.contains { $0.path == file.path } } + changed
    }

    @Test func `a question that is asked by now comes back once another one stands before it`()
        throws
    {
        let calls =
            (0..<6).map {
                Calls.bulb("b\($0)", missing: ["environment.bulb", "environment.switch"])
            }
            + (0..<4).map { Calls.socket("s\($0)") }
        var files = Calls.files
        for round in 0..<2 {
            let open = try proposals(calls, files)
            #expect(open.count == 2 - round, "\(open.map(\.id))")
            files = replacing(files, with: try #require(open.first).applied(to: files))
        }
        // Both stand before the leaf `bulb` now, and none of the calls has either of them.
        let facts = try Calls.view(files).compiledTree("lamp")?.tree.nodes.map(\.fact) ?? []
        #expect(facts.contains("environment.bulb") && facts.contains("environment.switch"))
        #expect(try proposals(calls, files).isEmpty)
    }

    @Test func `a question that engineers asked for is proposed for removal`() throws {
        let calls = (0..<30).map { number in
            Calls.call(
                "c\(number)",
                leaf: number % 2 == 0 ? "lamp/bulb" : "lamp/socket",
                facts: [
                    "context.kind": "desk", "context.room": "hall",
                    "test.power": number % 2 == 0 ? "pass" : "fail",
                ]
            )
        }
        #expect(try proposals(calls, Calls.files).map(\.id) == ["remove-lamp-room"])
        // Once, before the question was there, an engineer missed it.
        let earlier = Calls.call(
            "e",
            leaf: "lamp/bulb",
            facts: ["context.kind": "desk", "test.power": "pass"],
            missing: ["context.room"]
        )
        #expect(try proposals([earlier] + calls, Calls.files).isEmpty)
    }

    @Test func `calls that passed a question unasked speak for its removal`() throws {
        let calls = (0..<40).map { number in
            Calls.call(
                "c\(number)",
                leaf: "lamp/bulb",
                facts: ["context.kind": "desk", "test.power": "pass"]
                    .merging(number < 29 ? ["context.room": "hall"] : [:]) { $1 }
            )
        }
        // All calls passed `power`; 29 were asked for the room.
        #expect(try proposals(calls, Calls.files).map(\.id) == ["remove-lamp-power"])
    }

    private static let heater = """
        id: heater
        title: a heater that stays cold
        issue: "Heater stays cold"
        symptoms: [my heater stays cold]
        nodes:
          - check: test.valve
            id: valve
            label: valve
            say: Is the valve open?
            results:
              pass: {label: open, phrases: [it is open]}
              fail: {label: closed, phrases: [it is closed]}
          - diagnose: cold
            diagnosis: the heater is broken
        """

    private static let conversation = """
        start: {at: "2026-11-19T16:40:00-05:00", zone: America/New_York, language: en-US, caller: "1"}
        turns:
          - says: my heater stays cold
            expect: {tree: heater, asks: test.valve}
          - says: it is open
            expect: {asks: customer.availability}
          - says: right now
        end: {outcome: escalated, at: heater/cold}
        """

    private func expectConversations(_ files: [SourceFile]) throws {
        let problems = try ConversationRunner.problems(in: Calls.view(files))
        #expect(problems.isEmpty, "\(problems.map(\.message))")
    }

    @Test func `a conversation that answers a question already answers it twice`() throws {
        let path = "conversations/heater.yaml"
        var files =
            Calls.files + [
                Calls.file("trees/heater.yaml", Self.heater),
                Calls.file(path, Self.conversation),
            ]
        try expectConversations(files)
        let heaters = (0..<6).map {
            Calls.call(
                "h\($0)",
                leaf: "heater/cold",
                facts: ["test.valve": "pass"],
                opening: "my heater stays cold",
                missing: ["environment.maker"]
            )
        }
        let first = try #require(proposals(heaters, files).first).applied(to: files)
        #expect(Set(first.map(\.path)) == ["trees/heater.yaml", path])
        files = replacing(files, with: first)
        try expectConversations(files)
        // The same fact on another tree is no news to the conversation.
        let lamps = (0..<6).map { Calls.bulb("b\($0)", missing: ["environment.maker"]) }
        let second = try #require(proposals(lamps, files).first).applied(to: files)
        #expect(second.map(\.path) == ["trees/lamp.yaml"])
        try expectConversations(replacing(files, with: second))
    }

    private static let asked = """
        id: fan
        title: a fan that stands still
        issue: "Fan stands still"
        symptoms: [my fan stands still]
        nodes:
          - ask: environment.speed
            kind: text
            say: Which speed is it set to?
          - check: test.plug
            id: plug
            say: Is the plug in?
            results:
              pass: {label: in, phrases: [it is in]}
              fail: {label: out, phrases: [it is out]}
          - ask: environment.maker
            id: maker
            kind: text
            say: Who made it?
          - diagnose: still
            diagnosis: the fan is broken
        """

    /// A conversation; an answer is what is said, the fact asked next, and what the answer is taken for.
    private static func fan(_ answers: [(says: String, asks: String, maker: String)]) -> String {
        let turns = answers.map { answer in
            let facts = answer.maker.isEmpty ? "" : ", facts: {environment.maker: \(answer.maker)}"
            return "  - says: \(answer.says)\n    expect: {asks: \(answer.asks)\(facts)}\n"
        }
        return """
            start: {at: "2026-11-19T16:40:00-05:00", zone: America/New_York, language: en-US, caller: "1"}
            turns:
            \(turns.joined())  - says: right now
            end: {outcome: escalated, at: fan/still}
            """
    }

    @Test func `a conversation answers where a question is asked no more, or was asked before`()
        throws
    {
        let path = "conversations/fan.yaml"
        let conversation = Self.fan([
            ("my fan stands still", "environment.speed", ""), ("the third", "test.plug", ""),
            ("it is in", "environment.maker", ""), ("acme", "customer.availability", "acme"),
        ])
        let files =
            Calls.files + [
                Calls.file("trees/fan.yaml", Self.asked), Calls.file(path, conversation),
            ]
        try expectConversations(files)
        let removal = Proposal(
            kind: .remove,
            tree: "fan",
            node: "plug",
            fact: "test.plug",
            next: "maker"
        )
        let removed = try removal.applied(to: files)
        #expect(removed.map(\.path) == ["trees/fan.yaml", path])
        try expectConversations(replacing(files, with: removed))
        let without = Self.fan([
            ("my fan stands still", "environment.speed", ""),
            ("the third", "environment.maker", ""), ("acme", "customer.availability", "acme"),
        ])
        #expect(removed.last.map { String(decoding: $0.content, as: UTF8.self) } == without)
        // The question for the maker comes before that for the plug.
        let earlier = Proposal(
            kind: .ask,
            tree: "fan",
            fact: "environment.maker",
            placements: [Placement(before: "plug")]
        )
        let moved = try earlier.applied(to: files)
        #expect(moved.map(\.path) == ["trees/fan.yaml", path])
        try expectConversations(replacing(files, with: moved))
        let earlierAnswer = Self.fan([
            ("my fan stands still", "environment.speed", ""),
            ("the third", "environment.maker", ""), ("acme", "test.plug", "acme"),
            ("it is in", "customer.availability", ""),
        ]).replacing(
            "{asks: test.plug, facts: {environment.maker: acme}}",
            with: "\n      asks: test.plug\n      facts: {environment.maker: acme}"
        ).replacing("expect: \n", with: "expect:\n")
        #expect(moved.last.map { String(decoding: $0.content, as: UTF8.self) } == earlierAnswer)
    }

    @Test func `an answer that had to be confirmed is not seen in the call's records`() throws {
        let view = try Calls.view()
        let decision = try Engine.start(
            StartCallRequest(callID: "c"),
            release: 1,
            atMilliseconds: 1_000,
            view: view
        )
        guard case .call(let first) = decision else { throw CancellationError() }
        var state = try #require(CallState(first: first, sequence: 1))
        var records = [first]
        func take(_ kind: InputKind) throws {
            let input = Input(kind: kind)
            let now = Int64(records.count + 1) * 1_000
            let record = try Engine.turn(state, input: input, atMilliseconds: now, view: view)
            records.append(record)
            state.apply(record, sequence: UInt64(records.count))
        }
        func answer(_ fact: String, _ value: String, quote: String = "", confidence: Float = 1)
            throws
        {
            let answer = StructuredAnswer(
                fact: fact,
                value: value,
                quote: quote,
                confidence: confidence
            )
            try take(.answers(StructuredAnswers(answers: [answer])))
        }
        try take(.speech(Speech(alternatives: [Alternative(text: "my lamp stays dark")])))
        try answer("context.kind", "desk")
        try answer("context.room", "hall")
        try answer("test.power", "pass", quote: "the kettle boils", confidence: 0.3)
        #expect(state.progress.confirming?.key == "test.power")
        try answer("test.power", "yes")
        #expect(state.facts["test.power"]?.value?.key == "pass")
        var detail = try Engine.detail(of: state, view: view)
        detail.records = TurnView.views(of: records)
        #expect(
            CallObservation(of: detail).answers == [
                ObservedAnswer(
                    fact: "test.power",
                    value: "pass",
                    quote: "the kettle boils",
                    confirmed: true
                )
            ]
        )
    }

    @Test func `a new pattern takes the name of a tree that is there`() throws {
        let calls = (0..<5).map { number in
            Calls.call(
                "c\(number)",
                leaf: "intake/off-map",
                opening: "the doorbell camera is offline"
            )
        }
        let id = try #require(proposals(calls, Calls.files).first).tree
        let other = Self.heater.replacing("id: heater", with: "id: \(id)")
        let files = Calls.files + [Calls.file("trees/\(id).yaml", other)]
        let proposal = try #require(proposals(calls, files).first)
        #expect(proposal.tree == "\(id)-2")
        #expect(try proposal.applied(to: files).map(\.path) == ["trees/\(id)-2.yaml"])
    }
}
