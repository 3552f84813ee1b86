internal import ArgumentParser
internal import Foundation
internal import Messages
internal import RPC

/// `baton status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show how the servers are.",
        discussion: """
            Exits with 1 when a server can't be reached or is not healthy.

            Examples:
              baton status --address 127.0.0.1:7070 --address 127.0.0.1:7071
              baton status --address 127.0.0.1:7070 --prometheus
            """
    )

    @OptionGroup var servers: ServersOptions

    @Flag(
        help:
            "Print the counters of one server in Prometheus' text form, for its textfile collector."
    )
    var prometheus = false

    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard !prometheus || servers.address.count == 1 && !format.json else {
            throw ValidationError("--prometheus goes with one --address, and without --json")
        }
    }

    func run() throws {
        if prometheus, let address = servers.address.first { return try printCounters(of: address) }
        let outputs = try servers.addresses().map { try status(of: $0) }
        if format.json {
            try printJSON(outputs)
        } else {
            for line in outputs.flatMap(\.lines) { print(line) }
        }
        guard outputs.allSatisfy(\.healthy) else { throw ExitCode.failure }
    }

    private func printCounters(of address: String) throws {
        let client = try servers.client(of: address)
        do throws(Status) {
            let reply: MetricsReply = try client.call(
                service: ServerService.name,
                method: "Metrics",
                MetricsRequest(),
                idempotent: true,
                timeout: .seconds(3)
            )
            print(reply.text, terminator: "")
        } catch {
            throw ServerLink.failure(error, server: "the server", address: address)
        }
    }

    private func status(of address: String) throws -> StatusOutput {
        let client = try servers.client(of: address)
        do throws(Status) {
            let reply: StatusReply = try client.call(
                service: ServerService.name,
                method: "Status",
                StatusRequest(),
                idempotent: true,
                timeout: .seconds(3)
            )
            return StatusOutput(address: address, reply)
        } catch {
            let failure = ServerLink.failure(error, server: "the server", address: address)
            return StatusOutput(address: address, failure: failure)
        }
    }
}

/// A server's status in JSON, and in lines.
private struct StatusOutput: Encodable {
    let address: String
    var server = ""
    var version = ""
    var healthy = false
    var reason = ""
    var startedAt = ""
    var gauges: [String: Double] = [:]

    private enum CodingKeys: String, CodingKey {
        case address, server, version, healthy, reason, gauges
        case startedAt = "started_at"
    }

    init(address: String, _ reply: StatusReply) {
        self.address = address
        server = reply.server
        version = reply.version
        healthy = reply.healthy
        reason = reply.reason
        startedAt = timestamp(milliseconds: reply.startedAtMs)
        for gauge in reply.gauges where gauge.value.isFinite { gauges[gauge.name] = gauge.value }
    }

    init(address: String, failure: CommandFailure) {
        self.address = address
        reason = failure.description
    }

    var lines: [String] {
        let name = server.isEmpty ? address : "\(server) \(version) at \(address)"
        // A server that gives no answer, or none without a token, may be as well as can be.
        let state = server.isEmpty ? "not known" : healthy ? "healthy" : "not healthy"
        var head = "\(name): \(state)"
        if !startedAt.isEmpty { head += ", since \(startedAt)" }
        let why = reason.isEmpty ? [] : ["  \(reason.printable)"]
        return [head] + why + fullness + fullDisk
            + gauges.sorted { $0.key < $1.key }.map { "  \($0) \(number($1))" }
    }

    /// What is nearly full, and what to do.
    private var fullness: [String] {
        ["calls", "handoffs", "catalog"].compactMap { name in
            guard let used = gauges["\(name)_used_bytes"], let map = gauges["\(name)_map_bytes"]
            else {
                return nil
            }
            let share = 100 * (used - (gauges["\(name)_free_bytes"] ?? 0)) / map
            guard share >= Self.nearlyFull else { return nil }
            let advice =
                name == "catalog"
                ? "publish it without articles and trees that nobody needs; what they take is free once "
                    + "the releases that had them are dropped, 20 publishes later"
                : "start \(server) with --keep-days, or with fewer days, so that old ones are deleted"
            return
                "  the store of \(name == "catalog" ? "the catalog" : name) is \(Int(share))% full: \(advice)"
        }
    }

    /// Whether the disk is nearly full, and what to do: it mostly ends before the stores, since calls may grow
    /// to 1 TiB, handoffs and the catalog to 64 GiB each.
    private var fullDisk: [String] {
        guard let free = gauges["disk_free_bytes"], let disk = gauges["disk_bytes"],
            free < min(disk * Self.leastFreeShare, Self.leastFreeBytes)
        else {
            return []
        }
        let bytes = Int64(free).formatted(.byteCount(style: .binary, spellsOutZero: false))
        return [
            "  the disk of its data is nearly full, \(bytes) are free: make room there, or start "
                + "\(server) with --keep-days, or with fewer days, so that its files grow no more"
        ]
    }

    /// Below what share of a disk there is something to do; with so many bytes free there is not, however large it is.
    private static let leastFreeShare = 0.1
    private static let leastFreeBytes: Double = 10 * 1_024 * 1_024 * 1_024

    /// From how many hundredths on there is something to do.
    private static let nearlyFull: Double = 80

    private func number(_ value: Double) -> String {
        Int64(exactly: value).map(String.init) ?? String(value)
    }
}
