import Messages
import Testing

@testable import Diagnosis

/// A call's records as people read them.
@Suite struct TurnViewTests {
    @Test func `a turn shows lookups and answers of an earlier one, or hides its own`() {
        let unsure = Fact(key: "test.light", value: FactValue(kind: .yesNo, key: "yes"))
        let probe = Lookup(fact: "test.port", source: "network-probe", key: "port")
        let assets = Lookup(fact: "product.name", source: "asset-database")
        func record(_ kind: RecordKind, _ progress: CallProgress) -> JournalRecord {
            JournalRecord(kind: kind, progress: progress)
        }
        var understood = record(
            .turn,
            CallProgress(node: "light/lamp", asked: "test.light", lookups: [probe])
        )
        understood.input = Input(kind: .speech(Speech(alternatives: [Alternative(text: "dark")])))
        understood.understanding = Understanding(acts: [.questionBack], article: "lamps")
        let views = TurnView.views(of: [
            record(.start, CallProgress(node: "", asked: "")),
            understood,
            record(
                .turn,
                CallProgress(
                    node: "light/lamp",
                    asked: "test.light",
                    confirming: unsure,
                    lookups: [probe, assets]
                )
            ),
            record(
                .facts,
                CallProgress(
                    node: "light/lamp",
                    asked: "test.light",
                    confirming: unsure,
                    lookups: [assets]
                )
            ),
        ])
        #expect(views.map(\.node) == ["", "light/lamp", "light/lamp", "light/lamp"])
        #expect(views.map(\.asked) == ["", "", "test.light", "test.light"])
        #expect(views.map { $0.lookups.map(\.fact) } == [[], ["test.port"], ["product.name"], []])
        #expect(views.map { $0.confirming?.key } == [nil, nil, "test.light", nil])
        #expect(views.map(\.acts) == [[], [.questionBack], [], []])
        #expect(views.map(\.article) == ["", "lamps", "", ""])
        #expect(views.map(\.isBetweenTurns) == [false, false, false, true])
        #expect(views[1].heard == "dark")
    }

    @Test func `words in brackets are taken for silence, or keys for words`() {
        func view(_ input: InputKind) -> TurnView {
            TurnView.views(of: [JournalRecord(kind: .turn, turn: 1, input: Input(kind: input))])[0]
        }
        let said = Speech(alternatives: [Alternative(text: "(keys 1)")])
        let answer = StructuredAnswer(fact: "test.light", value: "yes")
        var quoted = answer
        quoted.quote = "test.light: it is on"
        let cases: [(InputKind, TurnKind, heard: String, isSpoken: Bool)] = [
            (.speech(said), .words, "(keys 1)", true),
            (.interruption(Interruption(speech: said)), .words, "(keys 1)", true),
            (.interruption(Interruption()), .words, "", false),
            (.digits("1"), .keys, "(keys 1)", false),
            (.answers(StructuredAnswers(answers: [answer])), .answers, "test.light: yes", true),
            (.answers(StructuredAnswers(answers: [quoted])), .words, quoted.quote, true),
            (.silence(Silence()), .silence, "(silence)", false),
            (.hangUp(HangUp()), .hangUp, "(hung up)", false),
        ]
        for (input, kind, heard, isSpoken) in cases {
            let view = view(input)
            #expect(view.kind == kind && view.heard == heard, "\(input)")
            #expect(view.isSpoken == isSpoken && !view.isBetweenTurns, "\(input)")
        }
        let between: [(RecordKind, TurnKind)] = [
            (.facts, .facts), (.lookupsTimedOut, .lookupsTimedOut), (.leftIdle, .leftIdle),
        ]
        for (record, kind) in between {
            let view = TurnView.views(of: [JournalRecord(kind: record, turn: 1)])[0]
            #expect(view.kind == kind && view.isBetweenTurns && !view.isSpoken)
        }
        #expect(TurnView.views(of: [JournalRecord(kind: .start)])[0].kind == .start)
    }
}
