internal import ArgumentParser
internal import Foundation
internal import Messages
internal import RPC

/// `baton calls`.
struct CallsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calls",
        abstract:
            "Find calls, and read one: what was said, understood and looked up, how it ended.",
        discussion: """
            Handoffs, proposals and logs name calls; 'show' reads them. With tokens both commands need one of \
            the roles editor, engineer and operator.
            """,
        subcommands: [CallsList.self, CallsShow.self]
    )
}

/// `baton calls list`.
struct CallsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List calls that have ended, the last first; with --live those that go on.",
        discussion: """
            All calls are looked at until as many are found as are wanted, the last first; --since ends that \
            earlier, and --before goes on behind a list. With tokens it needs one of the roles editor, engineer \
            and operator.

            Examples:
              baton calls list --since 1d --outcome abandoned
              baton calls list --number "+1 555 0134"
              baton calls list --before call-17
              baton calls list --live
            """
    )

    @Flag(help: "Those that go on, by their last turn; only those in the server's memory.")
    var live = false

    @Option(help: "Only those that came out like this.")
    private var outcome: OutcomeArgument?

    @Option(help: "Only those that went to this queue.")
    var queue: String?

    @Option(help: "Only those on this tree.")
    var tree: String?

    @Option(help: "Only those of this caller's or customer's number.")
    var number: String?

    @Option(
        help: ArgumentHelp(
            "Those that ended since then: 2026-11-01, 2026-11-01T12:00:00Z, or 30d, 12h ago.",
            valueName: "time"
        )
    )
    var since: String?

    @Option(help: ArgumentHelp("Those that ended before then.", valueName: "time"))
    var until: String?

    @Option(help: ArgumentHelp("Those that ended before this one.", valueName: "call"))
    var before: String?

    @Option(help: "At most so many, 1 to 1,000.")
    var maximum = 50

    @OptionGroup var server: DiagnosisOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard (1...1_000).contains(maximum) else {
            throw ValidationError("--maximum is from 1 to 1,000")
        }
        guard !live || outcome == nil && before == nil && since == nil && until == nil else {
            throw ValidationError(
                "--live goes without --outcome, --since, --until and --before: those calls have no end"
            )
        }
    }

    func run() throws {
        let link = CallsLink(try server.client())
        let filter = try filter()
        let listing = try server.explain {
            guard !live else { return try link.live(filter, maximum: maximum) }
            let position = try before.map { try Self.position(of: $0, link) }
            return try link.ended(filter, before: position, maximum: maximum) { looked, end in
                printNote("looked at \(looked) calls, back to \(timestamp(milliseconds: end))")
            }
        }
        if format.json { return try printJSON(CallListOutput(listing)) }
        guard !listing.calls.isEmpty else {
            return print(live ? "no such calls in the server's memory" : "no such calls")
        }
        for line in Self.lines(listing.calls) { print(line) }
        guard listing.more else { return }
        let advice =
            listing.last.isEmpty
            ? "choose among them by --queue, --tree or --number, or show more by --maximum"
            : "--before \(listing.last.printable) goes on"
        print("there are more: \(advice)")
    }

    private func filter() throws -> CallFilter {
        let times = TimeArgument(zone: "UTC")
        var filter = CallFilter(
            outcome: outcome?.outcome,
            queue: queue,
            tree: tree,
            number: number
        )
        if let since { filter.sinceMilliseconds = try times.milliseconds(since, "--since") }
        if let until { filter.untilMilliseconds = try times.milliseconds(until, "--until") }
        return filter
    }

    private static func position(of call: String, _ link: CallsLink) throws -> UInt64 {
        let position = try link.get(call).summary?.endedSequence ?? 0
        guard position > 0 else {
            throw CommandFailure(
                "call \(call.printable) goes on: --before takes one that has ended"
            )
        }
        return position
    }

    private static func lines(_ calls: [CallSummary]) -> [String] {
        var table = TextTable([
            "CALL", "STARTED", "LAST TURN", "TURNS", "STATE", "QUEUE", "AT", "CALLER",
        ])
        for call in calls {
            let place = call.node.isEmpty ? call.tree : call.node
            table.add(
                [
                    call.callID, timestamp(milliseconds: call.startedAtMs),
                    timestamp(milliseconds: call.lastAtMs), "\(call.turns)", call.state, call.queue,
                    call.offMap && place.isEmpty ? "off the map" : place, call.caller,
                ].map { $0.isEmpty ? "-" : $0 }
            )
        }
        return table.lines
    }
}

/// How calls can come out.
private enum OutcomeArgument: String, CaseIterable, ExpressibleByArgument {
    case resolved, escalated, abandoned
    case wantsPerson = "wants-person"

    var outcome: Outcome {
        switch self {
        case .resolved: .resolved
        case .escalated: .escalated
        case .abandoned: .abandoned
        case .wantsPerson: .wantsPerson
        }
    }
}

extension CallSummary {
    /// How it came out, or where it stands.
    var state: String { phase == .ended ? outcome.word : phase.word }
}
