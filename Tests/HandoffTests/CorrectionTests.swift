import Foundation
import Messages
import RPC
import TestSupport
import Testing

@testable import Handoff

/// What engineers say is kept once, and corrected by what they say later.
@Suite(.timeLimit(.minutes(2))) struct CorrectionTests {
    private let folder: TemporaryFolder
    private let diagnosis: FakeDiagnosis

    init() throws {
        folder = try TemporaryFolder()
        diagnosis = try FakeDiagnosis(folder: folder.path)
        try diagnosis.start()
        diagnosis.add("a")
    }

    @Test func `a correction loses what was said, or leaves it standing`() throws {
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 1 }
            let first = Rating(ratingID: "r1", engineer: "kim", score: 2, note: "thin")
            _ = try client.rate("a", first)
            _ = try client.rate("a", Rating(ratingID: "other", engineer: "lee", score: 4))
            let second = Rating(ratingID: "r2", engineer: "kim", score: 3, corrects: "r1")
            let corrected = try client.rate("a", second)
            #expect(corrected.ratings.map(\.correctedBy) == ["r2", "", ""])
            #expect(corrected.ratings[0].score == 2 && corrected.ratings[0].note == "thin")
            // A retry of either changes nothing.
            #expect(try client.rate("a", first) == corrected)
            #expect(try client.rate("a", second) == corrected)
            #expect(try client.list().handoffs.map(\.score) == [3])
            let third = Rating(ratingID: "r3", engineer: "kim", score: 5, corrects: "r2")
            #expect(try client.rate("a", third).ratings.map(\.correctedBy) == ["r2", "", "r3", ""])
        }
        // It is the same from the disk.
        try withHandoffServer(diagnosis, folder: folder) { client in
            let ratings = try client.get("a").ratings
            #expect(ratings.map(\.correctedBy) == ["r2", "", "r3", ""])
        }
    }

    @Test func `the last rating of an engineer is another one's, or the new one itself`() throws {
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 1 }
            func rate(_ id: String, _ engineer: String, corrects: String = "last") throws
                -> [String]
            {
                let rating = Rating(ratingID: id, engineer: engineer, score: 3, corrects: corrects)
                return try client.rate("a", rating).ratings.map { "\($0.ratingID) \($0.corrects)" }
            }
            // There is none yet.
            #expect(try rate("r1", "kim") == ["r1 "])
            _ = try rate("o1", "lee", corrects: "")
            #expect(try rate("r2", "kim") == ["r1 ", "o1 ", "r2 r1"])
            #expect(try rate("r2", "kim") == ["r1 ", "o1 ", "r2 r1"])
            #expect(try rate("r3", "kim").last == "r3 r2")
            #expect(try rate("r2", "kim").last == "r3 r2")
        }
    }

    @Test func `what contradicts a stored rating is taken`() throws {
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 1 }
            _ = try client.rate("a", Rating(ratingID: "r1", engineer: "kim", score: 2))
            _ = try client.rate(
                "a",
                Rating(ratingID: "r2", engineer: "kim", score: 3, corrects: "r1")
            )
            let refusals: [(Rating, Status.Code, String)] = [
                (
                    Rating(ratingID: "r1", engineer: "kim", score: 3), .alreadyExists,
                    "rating r1 is there with other content: to correct it, send a new id with "
                        + "corrects set to r1"
                ),
                (
                    Rating(ratingID: "r1", engineer: "lee", score: 2), .alreadyExists,
                    "rating r1 is there with other content"
                ),
                (
                    Rating(ratingID: "r3", engineer: "kim", score: 3, corrects: "r1"),
                    .failedPrecondition, "rating r1 is corrected by r2 already"
                ),
                (
                    Rating(ratingID: "r3", engineer: "lee", score: 3, corrects: "r2"),
                    .failedPrecondition, "rating r2 is kim's, and only kim can correct it"
                ),
                (
                    Rating(ratingID: "r3", engineer: "kim", score: 3, corrects: "none"),
                    .failedPrecondition, "the handoff has no rating none"
                ),
                (
                    Rating(ratingID: "r3", engineer: "kim", score: 3, corrects: "r3"),
                    .invalidArgument, "Rating.corrects is the record's own id"
                ),
            ]
            for (rating, code, message) in refusals {
                let status = #expect(throws: Status.self) { _ = try client.rate("a", rating) }
                #expect(status?.code == code, "\(message)")
                #expect(status?.message.contains(message) == true, "\(status?.message ?? "")")
            }
            #expect(try client.get("a").ratings.map(\.ratingID) == ["r1", "r2"])
        }
    }

    @Test func `an outcome that was taken back still tells how a handoff stands`() throws {
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 1 }
            func record(_ outcome: OutcomeRecord) throws -> HandoffDetail {
                try client.call(
                    "RecordOutcome",
                    RecordOutcomeRequest(callID: "a", outcome: outcome)
                )
            }
            let bounced = OutcomeRecord(outcomeID: "o1", engineer: "kim", resolution: .bouncedBack)
            let detail = try record(bounced)
            #expect(detail.outcomes.map(\.atMs).allSatisfy { $0 > 0 })
            // Without a time it is the same whenever it is sent again.
            #expect(try record(bounced) == detail)
            let resolved = OutcomeRecord(
                outcomeID: "o2",
                engineer: "kim",
                resolution: .resolved,
                atMs: 1_700_000_000_000,
                corrects: "o1"
            )
            #expect(try record(resolved).outcomes.map(\.correctedBy) == ["o2", ""])
            #expect(try client.list().handoffs.map(\.resolution) == [.resolved])
            var moved = resolved
            moved.atMs += 1
            let status = #expect(throws: Status.self) { _ = try record(moved) }
            #expect(status?.code == .alreadyExists)
            let reply: CallMetricsReply = try client.call(
                "Metrics",
                CallMetricsRequest(untilMs: 2_000_000_000_000, metrics: [.bounceBackRate])
            )
            #expect(reply.groups.map { $0.values[0].count } == [1])
            #expect(reply.groups.map { $0.values[0].value } == [0])
        }
    }

    @Test func `what a client claims of the server's own fields is believed`() throws {
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 1 }
            let forged = Rating(
                ratingID: "r1",
                engineer: "kim",
                score: 2,
                atMs: 5,
                correctedBy: "r9",
                rediagnosed: [Rediagnosis(fact: "x.y")]
            )
            let rating = try #require(try client.rate("a", forged).ratings.first)
            #expect(rating.correctedBy.isEmpty && rating.rediagnosed.isEmpty && rating.atMs > 5)
        }
    }
}
