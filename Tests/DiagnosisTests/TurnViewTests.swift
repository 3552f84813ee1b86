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
}
