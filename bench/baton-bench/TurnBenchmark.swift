internal import ArgumentParser
internal import Foundation
internal import Messages
internal import RPC
internal import Transport

/// A durable turn, beside an epoll echo that commits the same bytes to LMDB.
struct TurnBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "turn",
        abstract: "Latency and number of durable turns, with calls held on some connections."
    )

    @Option(help: "Connections, each with one call at a time.")
    var connections = 1

    @Option(help: "Seconds in all, dealt out among the rounds and both servers.")
    var seconds = 24.0

    @Option(help: "Rounds; in each the server and its peer are measured in turn.")
    var rounds = 4

    @Option(help: "Loops of the server.")
    var loops = 1

    @Option(help: "The peer's program, bench/peers/echo-commit.c; without it there is no ratio.")
    var peer: String?

    @Option(help: "Folder for the data, on the disk to measure; removed afterwards.")
    var folder = ".build/bench-data"

    func validate() throws {
        guard (1...1_000).contains(connections), (1...100).contains(rounds), seconds > 0 else {
            throw ValidationError("connections are 1 to 1000, rounds 1 to 100")
        }
    }

    func run() throws {
        let root = URL(filePath: folder).standardizedFileURL.path
        try? FileManager.default.removeItem(atPath: root)
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "baton-diagnosisd").path
        let server = try BenchProcess(
            program,
            [
                "--data", root + "/data", "--listen", "127.0.0.1:0", "--loops", "\(loops)",
                "--log-level", "error",
            ]
        )
        let address = try Address(String(server.firstLine.split(separator: " ").last ?? ""))
        let sample = try BenchCatalog.prepare(address, backupFolder: root + "/backup")
        let peer = try peer.map { try startPeer($0, root, sample) }
        let peerAddress = try peer.map { try Address("127.0.0.1:\($0.firstLine)") }
        var own: [Measurement] = []
        var peers: [Measurement] = []
        let slice = seconds / Double(rounds * (peer == nil ? 1 : 2))
        for round in 0..<rounds {
            own.append(try TurnLoad.run(address, connections, slice, isPeer: false, round: round))
            guard let peerAddress else { continue }
            peers.append(
                try TurnLoad.run(peerAddress, connections, slice, isPeer: true, round: round)
            )
        }
        print(report(own, peers, sample))
    }

    private func startPeer(
        _ program: String,
        _ root: String,
        _ sample: BenchCatalog.Sample
    ) throws -> BenchProcess {
        let reply = root + "/reply"
        try Data(sample.reply).write(to: URL(filePath: reply))
        return try BenchProcess(program, [root + "/peer", "\(sample.recordBytes)", reply])
    }

    private func report(
        _ own: [Measurement],
        _ peers: [Measurement],
        _ sample: BenchCatalog.Sample
    ) -> String {
        var fields: [(String, Double)] = [
            ("connections", Double(connections)), ("rounds", Double(rounds)),
            ("record_bytes", Double(sample.recordBytes)),
            ("p50_us", own.median(\.p50)), ("p99_us", own.median(\.p99)),
            ("turns_per_second", own.median(\.perSecond)),
        ]
        if !peers.isEmpty {
            fields += [
                ("peer_p50_us", peers.median(\.p50)), ("peer_p99_us", peers.median(\.p99)),
                ("peer_turns_per_second", peers.median(\.perSecond)),
                ("p50_ratio", own.median(\.p50) / peers.median(\.p50)),
                ("p99_ratio", own.median(\.p99) / peers.median(\.p99)),
            ]
        }
        let texts = fields.map { "\"\($0.0)\": \(($0.1 * 1_000).rounded() / 1_000)" }
        return "{\"benchmark\": \"turn\", \(texts.joined(separator: ", "))}"
    }
}

/// What one slice of time came to; times are in microseconds.
struct Measurement {
    let p50: Double
    let p99: Double
    let perSecond: Double

    init(nanoseconds: [UInt64], seconds: Double) {
        let sorted = nanoseconds.sorted()
        func percentile(_ share: Double) -> Double {
            guard !sorted.isEmpty else { return .nan }
            return Double(sorted[Int(Double(sorted.count - 1) * share)]) / 1_000
        }
        p50 = percentile(0.5)
        p99 = percentile(0.99)
        perSecond = Double(sorted.count) / seconds
    }
}

extension [Measurement] {
    func median(_ value: (Measurement) -> Double) -> Double {
        let sorted = map(value).sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2)
            ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
