internal import ArgumentParser
internal import Foundation
internal import Messages
internal import RPC
internal import Synchronization
internal import Transport

/// A replay of many recorded calls: its speed, its memory, and what live turns feel of it.
struct ReplayBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Speed and memory of a replay, and latency of turns with and without one.",
        discussion: """
            The catalog is published, its conversations are held as calls, and the journal is filled with \
            copies of them. Then a draft with another question is replayed: first alone, for its speed a \
            core (turns by the processor's time that it took) and its memory, then again and again while \
            turns are taken, in slices that alternate with slices without a replay.
            """
    )

    @Option(help: "Recorded calls.")
    var calls = 100_000

    @Option(help: "The catalog, with conversations and a tree called vpn.")
    var catalog = "ops/catalog"

    @Option(help: "Connections, each with one call at a time.")
    var connections = 1

    @Option(help: "Seconds of turns in all, half of them with a replay.")
    var seconds = 24.0

    @Option(help: "Rounds; in each, turns are taken without and with a replay.")
    var rounds = 6

    @Option(help: "Folder for the data, on the disk to measure; removed afterwards.")
    var folder = ".build/bench-replay"

    func validate() throws {
        guard (1...1_000_000).contains(calls), (1...1_000).contains(connections),
            (1...100).contains(rounds), seconds > 0
        else {
            throw ValidationError("calls are 1 to 1000000, connections 1 to 1000, rounds 1 to 100")
        }
    }

    func run() throws {
        let root = URL(filePath: folder).standardizedFileURL.path
        try? FileManager.default.removeItem(atPath: root)
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        do {
            let server = try start(root)
            try prepare(server, root)
        }
        let turns = try RecordedCalls.copy(in: root + "/data", count: calls)
        let server = try start(root)
        let address = try Address(String(server.firstLine.split(separator: " ").last ?? ""))
        let client = BlockingClient(ClientOptions(address: address))
        let draft = try stageDraft(client)
        let before = try server.memory()
        let report = try replay(draft, client)
        let after = try server.memory()
        guard report.turns >= turns else {
            throw BenchError("only \(report.turns) of \(turns) turns were walked")
        }
        var alone: [Measurement] = []
        var beside: [Measurement] = []
        var walked: UInt64 = 0
        let slice = seconds / Double(rounds * 2)
        for round in 0..<rounds {
            alone.append(
                try TurnLoad.run(address, connections, slice, isPeer: false, round: 2 * round)
            )
            let background = try BackgroundReplays(address, draft)
            beside.append(
                try TurnLoad.run(address, connections, slice, isPeer: false, round: 2 * round + 1)
            )
            walked += try background.stop()
        }
        let publish = try publishMilliseconds(client)
        print(result(report, before, after, alone, beside, walked, publish))
    }

    private func program(_ name: String) -> String {
        URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: name).path
    }

    private func start(_ root: String) throws -> BenchProcess {
        try BenchProcess(
            program("baton-diagnosisd"),
            ["--data", root + "/data", "--listen", "127.0.0.1:0", "--log-level", "error"]
        )
    }

    /// Publishes the catalog and holds its conversations.
    private func prepare(_ server: BenchProcess, _ root: String) throws {
        let address = String(server.firstLine.split(separator: " ").last ?? "")
        try command(["catalog", "publish", catalog, "--address", address])
        let scripts = try FileManager.default.contentsOfDirectory(
            atPath: catalog + "/conversations"
        )
        for script in scripts.sorted() where script.hasSuffix(".yaml") {
            let path = catalog + "/conversations/" + script
            try command(["call", "--script", path, "--address", address, "--call-id", script])
        }
    }

    private func command(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: program("baton"))
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchError("baton \(arguments.joined(separator: " ")) failed")
        }
    }

    /// The catalog with one more question in its tree `vpn`.
    private func stageDraft(_ client: BlockingClient) throws -> String {
        let path = catalog + "/trees/vpn.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let place = "  - check: test.internet\n"
        guard text.contains(place) else { throw BenchError("\(path) has no check of the internet") }
        let question = """
              - ask: environment.firmware
                id: firmware
                kind: text
                say: Which firmware does the router run?

            """
        let changed = text.replacingOccurrences(of: place, with: question + place)
        let file = SourceFile(path: "trees/vpn.yaml", content: Array(changed.utf8))
        let reply: StageReply = try client.call(
            service: "baton.v1.Catalog",
            method: "Stage",
            StageRequest(baseRelease: 1, files: [file], validate: true)
        )
        return reply.draft
    }

    /// Time from the wish to publish better words to the start of a call on the new release.
    private func publishMilliseconds(_ client: BlockingClient) throws -> Double {
        let path = catalog + "/trees/vpn.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let changed = text.replacingOccurrences(of: "say: Who is your", with: "say: Tell me your")
        let file = SourceFile(path: "trees/vpn.yaml", content: Array(changed.utf8))
        let began = MonotonicTime.now
        let staged: StageReply = try client.call(
            service: "baton.v1.Catalog",
            method: "Stage",
            StageRequest(baseRelease: 1, files: [file])
        )
        let published: PublishReply = try client.call(
            service: "baton.v1.Catalog",
            method: "Publish",
            PublishRequest(draft: staged.draft, editor: "baton-bench"),
            timeout: .seconds(60)
        )
        let started: StartCallReply = try client.call(
            service: "baton.v1.Diagnosis",
            method: "StartCall",
            StartCallRequest(callID: "published")
        )
        guard published.release > 0, started.reply?.release == published.release else {
            throw BenchError("not published: \(published.problems)")
        }
        return Double(MonotonicTime.now.nanoseconds(since: began)) / 1e6
    }

    private func replay(_ draft: String, _ client: BlockingClient) throws -> ReplayReport {
        var reply = try BackgroundReplays.ask(ReplayRequest(draft: draft), client)
        while !reply.done {
            MonotonicTime.sleep(for: .milliseconds(50))
            reply = try BackgroundReplays.ask(ReplayRequest(job: reply.job), client)
        }
        guard let report = reply.report else { throw BenchError("\(reply.problems)") }
        return report
    }

    private func result(
        _ report: ReplayReport,
        _ before: BenchProcess.Memory,
        _ after: BenchProcess.Memory,
        _ alone: [Measurement],
        _ beside: [Measurement],
        _ walked: UInt64,
        _ publish: Double
    ) -> String {
        let turns = Double(report.turns)
        let fields: [(String, Double)] = [
            ("calls", Double(report.calls)), ("turns", turns),
            ("turns_per_second", turns / (Double(report.cpuUs) / 1e6)),
            ("turns_per_second_elapsed", turns / (Double(report.elapsedUs) / 1e6)),
            ("anonymous_kib_before", Double(before.anonymousKiB)),
            ("anonymous_kib_after", Double(after.anonymousKiB)),
            ("resident_kib_before", Double(before.residentKiB)),
            ("resident_kib_after", Double(after.residentKiB)),
            ("connections", Double(connections)), ("rounds", Double(rounds)),
            ("calls_walked_beside", Double(walked)),
            ("p50_us", alone.median(\.p50)), ("p50_us_with_replay", beside.median(\.p50)),
            ("p99_us", alone.median(\.p99)), ("p99_us_with_replay", beside.median(\.p99)),
            ("p99_ratio", beside.median(\.p99) / alone.median(\.p99)),
            ("publish_to_first_call_ms", publish),
        ]
        let texts = fields.map { "\"\($0.0)\": \(($0.1 * 1_000).rounded() / 1_000)" }
        return "{\"benchmark\": \"replay\", \(texts.joined(separator: ", "))}"
    }
}

/// Replays that follow one another until they are stopped.
private final class BackgroundReplays: Sendable {
    private let isStopped = Atomic<Bool>(false)
    private let done = DispatchSemaphore(value: 0)
    private let walked = Locked<Result<UInt64, any Error>>(.success(0))

    init(_ address: Address, _ draft: String) throws {
        let client = BlockingClient(ClientOptions(address: address))
        let first = try Self.ask(ReplayRequest(draft: draft), client)
        Thread.detachNewThread { [self] in
            let result = Result { try follow(first, draft, client) }
            walked.withLock { $0 = result }
            done.signal()
        }
    }

    /// Lets the last one go and gives how many calls were walked.
    func stop() throws -> UInt64 {
        isStopped.store(true, ordering: .relaxed)
        done.wait()
        return try walked.withLock { $0 }.get()
    }

    static func ask(_ request: ReplayRequest, _ client: BlockingClient) throws -> ReplayReply {
        try client.call(service: "baton.v1.Catalog", method: "Replay", request)
    }

    private func follow(
        _ first: ReplayReply,
        _ draft: String,
        _ client: BlockingClient
    ) throws -> UInt64 {
        var (reply, walked) = (first, UInt64(0))
        while !isStopped.load(ordering: .relaxed) {
            MonotonicTime.sleep(for: .milliseconds(50))
            reply = try Self.ask(ReplayRequest(job: reply.job), client)
            guard reply.done else { continue }
            walked += reply.callsDone
            reply = try Self.ask(ReplayRequest(draft: draft), client)
        }
        // It must not go on beside what is measured next.
        let last = try? Self.ask(ReplayRequest(job: reply.job, cancel: true), client)
        walked += last?.callsDone ?? 0
        return walked
    }
}
