import Foundation
import Messages
import RPC
import Testing
import Transport

@testable import Handoff

/// The real process, killed while engineers work.
@Suite(.timeLimit(.minutes(5))) struct CrashTests {
    /// What was acknowledged to an engineer.
    private final class Acknowledged: Sendable {
        let ids = Locked<(ratings: [String], outcomes: [String], claims: [String])>(([], [], []))
    }

    @Test func `what was acknowledged before a kill is gone after it`() throws {
        let environment = ProcessInfo.processInfo.environment
        let rounds = environment["BATON_CRASH_ROUNDS"].flatMap(Int.init) ?? 5
        let seed = UInt64.random(in: .min ... .max)
        print("seed of the crash test: \(seed)")
        var random = SeededGenerator(state: seed)
        let folder = try TemporaryFolder()
        let diagnosis = try FakeDiagnosis(folder: folder.path)
        try diagnosis.start()
        let acknowledged = Acknowledged()
        for round in 1...rounds {
            diagnosis.add("call-\(round)")
            let daemon = try RunningDaemon(folder: folder.path, diagnosis: diagnosis.address)
            let client = HandoffClient(daemon.address)
            _ = try client.waitForList { $0.handoffs.count == round }
            let delay = Duration.milliseconds(Int.random(in: 5...150, using: &random))
            let killer = Thread {
                MonotonicTime.sleep(for: delay)
                daemon.kill()
            }
            killer.start()
            work(on: "call-\(round)", round, daemon.address, acknowledged)
            daemon.waitUntilGone()
        }
        let daemon = try RunningDaemon(folder: folder.path, diagnosis: diagnosis.address)
        let client = HandoffClient(daemon.address)
        #expect(
            try client.list().handoffs.map(\.callID) == (1...rounds).reversed().map { "call-\($0)" }
        )
        let details = try (1...rounds).map { try client.get("call-\($0)") }
        let there = (
            ratings: Set(details.flatMap { $0.ratings.map(\.ratingID) }),
            outcomes: Set(details.flatMap { $0.outcomes.map(\.outcomeID) }),
            claims: Set(details.compactMap { $0.claim?.engineer })
        )
        acknowledged.ids.withLock { ids in
            #expect(there.ratings.isSuperset(of: ids.ratings), "seed \(seed)")
            #expect(there.outcomes.isSuperset(of: ids.outcomes), "seed \(seed)")
            #expect(there.claims.isSuperset(of: ids.claims), "seed \(seed)")
            #expect(!ids.ratings.isEmpty)
            print("acknowledged: \(ids.ratings.count) ratings, \(ids.outcomes.count) outcomes")
        }
        #expect(try daemon.terminate() == 0)
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
                let rating = Rating(ratingID: id, engineer: engineer, score: 3)
                let _: HandoffDetail = try client.call(
                    service: service,
                    method: "Rate",
                    RateRequest(callID: callID, rating: rating)
                )
                acknowledged.ids.withLock { $0.ratings.append(id) }
                let outcome = OutcomeRecord(
                    outcomeID: id,
                    engineer: engineer,
                    resolution: .reopened
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

/// `baton-handoffd` as a process of its own, on data in a folder.
private final class RunningDaemon: @unchecked Sendable {
    let address: Address
    private let process = Process()

    init(folder: String, diagnosis: Address) throws {
        let output = Pipe()
        process.executableURL = TemporaryFolder.products.appending(path: "baton-handoffd")
        process.arguments = [
            "--data", folder, "--listen", "unix:\(folder)/handoff.sock",
            "--diagnosis", "\(diagnosis)", "--log-level", "error",
        ]
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let words = line.split(whereSeparator: \.isWhitespace)
        try #require(words.count == 4, "said: \(line)")
        address = try Address(String(words[3]))
    }

    deinit { if process.isRunning { kill() } }

    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    func waitUntilGone() { process.waitUntilExit() }

    /// Asks it to end; returns its exit status.
    func terminate() throws -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
