internal import ArgumentParser
internal import Foundation
internal import Messages

/// `baton handoff list`.
struct HandoffList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the handoffs that are to be worked on, the most urgent first.",
        discussion: """
            Those of the same priority come in the order in which they were made. What was resolved or sent \
            back is listed with --all. The last 20,000 handoffs are looked at; --all with --before goes on behind them.

            Examples:
              baton handoff list --queue network --unclaimed
              baton handoff list --mine
              baton handoff list --all --before call-17
            """
    )

    @Option(help: "Only those of this queue.")
    var queue = ""

    @Flag(help: "Only those that nobody has claimed.")
    var unclaimed = false

    @Flag(help: "Only those that you have claimed.")
    var mine = false

    @Option(help: "Who you are; $USER, or else the account, by default.")
    var engineer: String?

    @Flag(help: "Those that are finished too, the newest first.")
    var all = false

    @Option(help: "At most so many, 1 to 500.")
    var maximum: UInt32 = 50

    @Option(
        help: ArgumentHelp("Only those made before this one; with --all.", valueName: "call")
    )
    var before: String?

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard before == nil || all else { throw ValidationError("--before goes with --all") }
        guard (1...500).contains(maximum) else {
            throw ValidationError("--maximum is from 1 to 500")
        }
    }

    func run() throws {
        let link = HandoffLink(try server.client())
        var request = ListHandoffsRequest(
            queue: queue,
            unclaimed: unclaimed,
            maximum: maximum,
            beforeCallID: before ?? "",
            open: !all,
            mine: mine
        )
        if mine { request.engineer = try server.person(engineer, "--engineer") }
        let reply = try server.explain { try link.list(request) }
        if format.json { return try printJSON(HandoffListOutput(reply)) }
        for line in Self.lines(reply) { print(line) }
        guard reply.more, let last = reply.handoffs.last?.callID.printable else { return }
        print("there are more: " + (all ? "give --before \(last)" : "give --queue or --maximum"))
    }

    private static func lines(_ reply: ListHandoffsReply) -> [String] {
        var table = TextTable(["CALL", "ASSEMBLED", "QUEUE", "P", "ENGINEER", "STATE", "ISSUE"])
        for summary in reply.handoffs {
            table.add([
                summary.callID, timestamp(milliseconds: summary.assembledAtMs), summary.queue,
                summary.priority == 0 ? "-" : "\(summary.priority)",
                summary.engineer.isEmpty ? "-" : summary.engineer, state(of: summary),
                summary.issue,
            ])
        }
        let kept = reply.kept.map { "\($0.printable): asked for, waits for baton-diagnosisd" }
        return (reply.handoffs.isEmpty ? ["no such handoffs"] : table.lines) + kept
    }

    private static func state(of summary: HandoffSummary) -> String {
        let state =
            summary.resolution == .unspecified ? summary.outcome.word : summary.resolution.word
        return summary.score == 0 ? state : "\(state), rated \(summary.score)"
    }
}

/// `baton handoff show`.
struct HandoffShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Write a handoff out.",
        discussion: """
            What engineers said of it follows the text form. With --json that is printed as JSON, \
            instead of the handoff, which --format json prints. 'baton calls show' reads the call itself.

            Example: baton handoff show call-17 --evidence
            """
    )

    @Argument(help: "The call.")
    var call: String

    @Option(help: "The form.")
    private var format = HandoffForm.text

    @Flag(help: "Show where each line comes from.")
    var evidence = false

    @Flag(help: "Print claim, ratings and outcomes as JSON.")
    var json = false

    @OptionGroup var server: HandoffOptions

    func run() throws {
        let link = HandoffLink(try server.client())
        let state = try server.explain { HandoffStateOutput(call, try link.get(call)) }
        if json { return try printJSON(state) }
        let request = RenderRequest(callID: call, format: format.format, evidence: evidence)
        let reply = try server.explain { try link.render(request) }
        print(reply.document, terminator: "")
        guard format == .text else { return }
        for line in state.lines { print(line) }
    }
}

/// The forms that can be asked for.
private enum HandoffForm: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, html, json

    var format: Format {
        switch self {
        case .text: .text
        case .markdown: .markdown
        case .html: .html
        case .json: .json
        }
    }
}
