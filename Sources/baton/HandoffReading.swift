internal import ArgumentParser
internal import Foundation
internal import Messages

/// `baton handoff list`.
struct HandoffList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List handoffs, newest first.",
        discussion: "Example: baton handoff list --queue network --unclaimed"
    )

    @Option(help: "Only those of this queue.")
    var queue = ""

    @Flag(help: "Only those that nobody has claimed.")
    var unclaimed = false

    @Option(help: "At most so many, 1 to 500.")
    var maximum: UInt32 = 50

    @Option(help: ArgumentHelp("Only those before this one in the list.", valueName: "call"))
    var before = ""

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let link = HandoffLink(try server.client())
        let request = ListHandoffsRequest(
            queue: queue,
            unclaimed: unclaimed,
            maximum: maximum,
            beforeCallID: before
        )
        let reply = try server.explain { try link.list(request) }
        if format.json { return try printJSON(HandoffListOutput(reply)) }
        for line in Self.lines(reply) { print(line) }
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
        let kept = reply.kept.map { "\($0.forTerminal): asked for, waits for baton-diagnosisd" }
        return (reply.handoffs.isEmpty ? ["no handoffs"] : table.lines) + kept
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
            instead of the handoff, which --format json prints.

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
