import Foundation
import Messages
import RPC
import TestSupport
import Testing
import Transport

@testable import Handoff

/// The real process, killed while engineers work.
@Suite(.timeLimit(.minutes(5))) struct CrashTests {
    /// What was acknowledged to an engineer.
    private final class Acknowledged: Sendable {
        let ids = Locked<(ratings: [String], outcomes: [String], claims: [String])>(([], [], []))

        /// Whether the handoff of a round is claimed, and rated where that is asked.
        func has(_ rating: Bool, of round: Int) -> Bool {
            ids.withLock { ids in
                rating
                    ? ids.ratings.contains("\(round)-1") : ids.claims.contains("engineer-\(round)")
            }
        }
    }

    @Test func `what was acknowledged before a kill is gone after it`() throws {
        let environment = ProcessInfo.processInfo.environment
        let rounds = environment["BATON_CRASH_ROUNDS"].flatMap(Int.init) ?? 5
        let seed = UInt64.random(in: .min ... .max)
        print("seed of the crash test: \(seed)")
        var random = SeededGenerator(seed: seed)
        let folder = try TemporaryFolder()
        let diagnosis = try FakeDiagnosis(folder: folder.path)
        try diagnosis.start()
        let acknowledged = Acknowledged()
        for round in 1...rounds {
            diagnosis.add("call-\(round)")
            let daemon = try start(folder, diagnosis)
            let address = try Address(daemon.address)
            let client = HandoffClient(address)
            _ = try client.waitForList { $0.handoffs.count == round }
            let delay = Duration.milliseconds(Int.random(in: 5...150, using: &random))
            let isRated = round == rounds || Bool.random(using: &random)
            let identifier = daemon.identifier
            let killer = Thread {
                // However slow the machine is, something of the round has been acknowledged, so that there is
                // something to lose.
                let deadline = MonotonicTime.now.advanced(by: .seconds(20))
                while MonotonicTime.now < deadline, !acknowledged.has(isRated, of: round) {
                    MonotonicTime.sleep(for: .milliseconds(1))
                }
                MonotonicTime.sleep(for: delay)
                kill(identifier, SIGKILL)
            }
            killer.start()
            work(on: "call-\(round)", round, address, acknowledged)
            daemon.waitUntilGone()
        }
        let daemon = try start(folder, diagnosis)
        let client = HandoffClient(try Address(daemon.address))
        #expect(
            try client.list().handoffs.map(\.callID) == (1...rounds).reversed().map { "call-\($0)" }
        )
        let details = try (1...rounds).map { try client.get("call-\($0)") }
        let there = (
            ratings: Set(details.flatMap { $0.ratings.map(\.ratingID) }),
            outcomes: Set(details.flatMap { $0.outcomes.map(\.outcomeID) }),
            claims: Set(details.compactMap { $0.claim?.engineer })
        )
        for detail in details { expectOneToCount(detail) }
        let reply: CallMetricsReply = try client.call(
            "Metrics",
            CallMetricsRequest(
                untilMs: 2_000_000_000_000,
                metrics: [.satisfactionMean, .bounceBackRate]
            )
        )
        let lasts = details.compactMap { $0.ratings.last?.score }
        let values = try #require(reply.groups.first?.values)
        #expect(values[0].count == UInt32(lasts.count), "seed \(seed)")
        let mean = Double(lasts.reduce(0, +)) / Double(max(1, lasts.count))
        #expect(abs(values[0].value - mean) < 1e-9, "seed \(seed)")
        let bounced = details.count { !$0.outcomes.isEmpty }
        #expect(abs(values[1].value - Double(bounced) / Double(rounds)) < 1e-9, "seed \(seed)")
        acknowledged.ids.withLock { ids in
            #expect(there.ratings.isSuperset(of: ids.ratings), "seed \(seed)")
            #expect(there.outcomes.isSuperset(of: ids.outcomes), "seed \(seed)")
            #expect(there.claims.isSuperset(of: ids.claims), "seed \(seed)")
            #expect(!ids.ratings.isEmpty)
            print("acknowledged: \(ids.ratings.count) ratings, \(ids.outcomes.count) outcomes")
        }
        #expect(daemon.stop() == 0)
    }

    private func start(
        _ folder: TemporaryFolder,
        _ diagnosis: FakeDiagnosis
    ) throws -> ServerProcess {
        try ServerProcess(
            "baton-handoffd",
            data: folder.path,
            ["--diagnosis", "\(diagnosis.address)", "--log-level", "error"],
            listen: "unix:\(folder.path)/handoff.sock"
        )
    }

    /// All but the last rating and outcome are history.
    private func expectOneToCount(_ detail: HandoffDetail) {
        let ratings = detail.ratings.map(\.ratingID)
        #expect(
            detail.ratings.map(\.correctedBy) == ratings.dropFirst()
                + ratings.suffix(1).map { _ in "" }
        )
        let outcomes = detail.outcomes.map(\.outcomeID)
        #expect(
            detail.outcomes.map(\.correctedBy) == outcomes.dropFirst()
                + outcomes.suffix(1).map { _ in "" }
        )
    }

    /// Claims, rates and closes until the process is gone.
    private func work(
        on callID: String,
        _ round: Int,
        _ address: Address,
        _ acknowledged: Acknowledged
    ) {
        var options = ClientOptions(address: address)
        options.maximumAttempts = 1
        let client = BlockingClient(options)
        let service = "baton.v1.Handoff"
        do throws(Status) {
            let engineer = "engineer-\(round)"
            let claim = ClaimRequest(callID: callID, engineer: engineer)
            let _: HandoffDetail = try client.call(service: service, method: "Claim", claim)
            acknowledged.ids.withLock { $0.claims.append(engineer) }
            for number in 1...Limits.recordsPerHandoff {
                let id = "\(round)-\(number)"
                // Each corrects the one before.
                let corrects = number == 1 ? "" : "\(round)-\(number - 1)"
                let rating = Rating(
                    ratingID: id,
                    engineer: engineer,
                    score: UInt32(number % 5 + 1),
                    corrects: corrects
                )
                let _: HandoffDetail = try client.call(
                    service: service,
                    method: "Rate",
                    RateRequest(callID: callID, rating: rating)
                )
                acknowledged.ids.withLock { $0.ratings.append(id) }
                let outcome = OutcomeRecord(
                    outcomeID: id,
                    engineer: engineer,
                    resolution: .bouncedBack,
                    corrects: corrects
                )
                let _: HandoffDetail = try client.call(
                    service: service,
                    method: "RecordOutcome",
                    RecordOutcomeRequest(callID: callID, outcome: outcome)
                )
                acknowledged.ids.withLock { $0.outcomes.append(id) }
            }
        } catch {
            // Killed, as intended.
        }
    }
}
