import Messages
import RPC
import TestSupport
import Testing
import Transport

@testable import Handoff

/// What `baton-diagnosisd` is told of diagnoses that engineers found right or wrong.
@Suite struct ConfirmationTests {
    private func record(
        _ resolution: Resolution,
        _ id: String,
        at time: Int64,
        _ client: HandoffClient
    ) throws {
        let outcome = OutcomeRecord(
            outcomeID: id,
            engineer: "sam",
            resolution: resolution,
            atMs: time
        )
        let _: HandoffDetail = try client.call(
            "RecordOutcome",
            RecordOutcomeRequest(callID: "a", outcome: outcome)
        )
    }

    @Test(arguments: [
        ("en-US", "diagnosis", true), ("en-US", "the preliminary Diagnosis", true),
        ("en-US", "Diagnose", false), ("de-DE", "Vorläufige Diagnose", true),
        ("de-DE", "diagnosis", true), ("de-DE", "Empfehlung", false),
    ])
    func `a diagnosis that is wrong in another language is confirmed`(
        language: String,
        wrong: String,
        isWrong: Bool
    ) throws {
        let folder = try TemporaryFolder()
        let store = try HandoffStore(folder: folder.path + "/handoffs")
        defer { store.close() }
        var call = ExampleCall.reply
        call.summary?.callID = "a"
        call.summary?.language = language
        let record = HandoffRecord(of: call, assembledAtMilliseconds: 1)
        try store.perform { store, transaction in
            _ = try store.add(record, in: &transaction)
            let rating = Rating(ratingID: "r", engineer: "kim", score: 2, wrong: [wrong])
            _ = try store.rate("a", rating, in: &transaction)
            let outcome = OutcomeRecord(outcomeID: "o", engineer: "kim", resolution: .resolved)
            _ = try store.record("a", outcome, nowMilliseconds: 1, in: &transaction)
        }
        #expect(try store.confirmations(after: "", maximum: 1).isEmpty == isWrong)
    }

    @Test(.timeLimit(.minutes(2)))
    func `a diagnosis that was found right is not passed on, or stays so when it was wrong`() throws
    {
        let folder = try TemporaryFolder()
        let diagnosis = try FakeDiagnosis(folder: folder.path)
        diagnosis.add("a")
        try diagnosis.start()
        let wrong = Rating(ratingID: "r", engineer: "sam", score: 2, wrong: ["Diagnosis"])
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.assemble("a")
            // Nothing to tell before there is an outcome.
            _ = try client.rate("a", Rating(ratingID: "q", engineer: "kim", score: 5))
            try record(.resolved, "o", at: 1_000, client)
            #expect(diagnosis.told(1).map(\.withdrawn) == [false])
            // What is said while nobody listens is not lost, and survives a restart.
            diagnosis.stop()
            _ = try client.rate("a", wrong)
        }
        try diagnosis.start()
        try withHandoffServer(diagnosis, folder: folder) { client in
            #expect(diagnosis.told(2).map(\.withdrawn) == [false, true])
            var right = Rating(ratingID: "s", engineer: "sam", score: 4)
            right.corrects = "r"
            _ = try client.rate("a", right)
            #expect(diagnosis.told(3).map(\.withdrawn) == [false, true, false])
            try record(.reopened, "p", at: 2_000, client)
            let told = diagnosis.told(4)
            #expect(told.map(\.withdrawn) == [false, true, false, true])
            #expect(told.allSatisfy { $0.callID == "a" && $0.engineer == "sam" })
        }
    }
}
