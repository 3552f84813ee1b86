internal import ArgumentParser
internal import Foundation
internal import Logging
internal import Messages
internal import RPC
internal import Transport

/// Metrics over many calls, asked of the real server, which has followed them.
struct MetricsBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics",
        abstract: "Time of all metrics over many ended calls, by what they are grouped by."
    )

    @Option(help: "Calls that have ended, 3 of 5 with a handoff, of which 1 of 10 is rated.")
    var calls = 100_000

    @Option(help: "Times that each is asked.")
    var rounds = 9

    @Option(help: "Folder for the data; removed afterwards.")
    var folder = ".build/bench-metrics"

    func validate() throws {
        guard (1...10_000_000).contains(calls), (1...1_000).contains(rounds) else {
            throw ValidationError("calls are 1 to 10,000,000, rounds 1 to 1,000")
        }
    }

    func run() throws {
        let root = URL(filePath: folder).standardizedFileURL.path
        try? FileManager.default.removeItem(atPath: root)
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        let made = MadeCalls(count: calls)
        let diagnosis = try made.serve()
        defer { diagnosis.server.drain(patience: .zero) }
        let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "baton-handoffd").path
        let server = try BenchProcess(
            program,
            [
                "--data", root, "--listen", "127.0.0.1:0", "--diagnosis", "\(diagnosis.address)",
                "--log-level", "error",
            ]
        )
        var options = ClientOptions(
            address: try Address(String(server.firstLine.split(separator: " ").last ?? ""))
        )
        options.timeout = .seconds(60)
        let client = BlockingClient(options)
        let followed = try waitUntilFollowed(client)
        try rate(client)
        var times: [String: Double] = [:]
        for (name, groupBy) in Self.groupings { times[name] = try time(client, groupBy) }
        let report: [String: Any] = [
            "benchmark": "metrics", "calls": calls, "followed_calls_per_second": followed.rounded(),
            "milliseconds_median": times,
        ]
        let json = try JSONSerialization.data(withJSONObject: report, options: [.sortedKeys])
        print(String(decoding: json, as: UTF8.self))
    }

    private static let groupings: [(String, [GroupBy])] = [
        ("all", []), ("day", [.day]), ("tree", [.tree]), ("day_tree", [.day, .tree]),
    ]

    /// Waits until all calls are followed; returns how many were a second.
    private func waitUntilFollowed(_ client: BlockingClient) throws -> Double {
        let start = MonotonicTime.now
        while true {
            let status: StatusReply = try client.call(
                service: ServerService.name,
                method: "Status",
                StatusRequest(),
                idempotent: true
            )
            let position = status.gauges.first { $0.name == "ended_calls_followed" }
            if position?.value == Double(calls) {
                let nanoseconds = MonotonicTime.now.duration(since: start).nanoseconds
                return Double(calls) / (Double(nanoseconds) / 1e9)
            }
            MonotonicTime.sleep(for: .milliseconds(50))
        }
    }

    private func rate(_ client: BlockingClient) throws {
        for number in stride(from: 1, through: calls, by: 10) where MadeCalls.isHandedOff(number) {
            let rating = Rating(
                ratingID: "r",
                engineer: "kim",
                score: UInt32(number % 5 + 1),
                note: "asked again which router they have"
            )
            let _: HandoffDetail = try client.call(
                service: "baton.v1.Handoff",
                method: "Rate",
                RateRequest(callID: "call-\(number)", rating: rating),
                idempotent: true
            )
        }
    }

    private func time(_ client: BlockingClient, _ groupBy: [GroupBy]) throws -> Double {
        let request = CallMetricsRequest(untilMs: .max, groupBy: groupBy)
        let times = try (0..<rounds).map { _ in
            let start = MonotonicTime.now
            let reply: CallMetricsReply = try client.call(
                service: "baton.v1.Handoff",
                method: "Metrics",
                request,
                idempotent: true
            )
            let counted = reply.groups.reduce(0) { $0 + Int($1.calls) }
            guard counted == calls else { throw BenchError("\(counted) calls were counted") }
            return Double(MonotonicTime.now.duration(since: start).nanoseconds) / 1e6
        }
        return times.sorted()[rounds / 2]
    }
}

/// Ended calls of 90 days, of 12 trees and as many customers as two fifths of the calls, and the
/// server that tells of them.
private struct MadeCalls: Sendable {
    let count: Int

    /// Whether a call has a handoff.
    static func isHandedOff(_ number: Int) -> Bool { number % 5 < 3 }

    func serve() throws -> (server: Server, address: Address) {
        let quiet = Logger(label: "bench", factory: { _ in SwiftLogNoOpLogHandler() })
        let server = try Server(.init(name: "made"), logger: quiet)
        ServerService.register(on: server, status: { StatusReply() }, gauges: { [] })
        server.register(service: "baton.v1.Diagnosis", method: "GetCall", roles: .all) {
            (request: GetCallRequest, _) throws(Status) -> GetCallReply in
            let number = Int(request.callID.dropFirst("call-".count)) ?? 0
            return GetCallReply(
                summary: summary(number),
                facts: [
                    FactView(
                        fact: Fact(
                            key: "environment.router",
                            value: FactValue(kind: .entity, key: "ax73", text: "TP-Link AX73"),
                            provenance: Provenance(source: .said, turn: 2, quote: "an ax 73")
                        ),
                        section: "environment",
                        label: "new router",
                        line: "new router TP-Link AX73"
                    )
                ],
                conclusion: Conclusion(issue: "VPN fails", diagnosis: "a port is blocked")
            )
        }
        server.registerDeferred(service: "baton.v1.Diagnosis", method: "ListCalls", roles: .all) {
            (request: ListCallsRequest, _, reply: Reply<ListCallsReply>) throws(Status) in
            let first = Int(request.afterEndedSequence) + 1
            let last = min(count, first + Int(request.maximum) - 1)
            guard first <= last else {
                DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(500)) {
                    reply.succeed(ListCallsReply())
                }
                return
            }
            reply.succeed(ListCallsReply(calls: (first...last).map(summary)))
        }
        let addresses = try server.start(listening: [Address("127.0.0.1:0")])
        return (server, addresses[0])
    }

    private func summary(_ number: Int) -> CallSummary {
        let ended = 1_790_000_000_000 + Int64(number) * (90 * 86_400_000 / Int64(count))
        // The multiplier has no factor in common with the counts, so that customers come mixed.
        let customer = number &* 7_919 % max(1, count * 2 / 5)
        return CallSummary(
            callID: "call-\(number)",
            caller: "+1555\(1_000_000 + customer)",
            startedAtMs: ended - 300_000,
            lastAtMs: ended,
            phase: .ended,
            outcome: Self.isHandedOff(number) ? .escalated : .resolved,
            tree: "tree-\(number % 12)",
            release: UInt32(1 + number * 10 / count),
            turns: 8,
            endedSequence: UInt64(number),
            queue: "network",
            questions: UInt32(number % 11)
        )
    }
}
