internal import ArgumentParser
internal import Foundation
internal import Messages

/// `baton pattern`.
struct PatternCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pattern",
        abstract: "Mark calls as a new issue, and find the past callers who had it.",
        subcommands: [PatternFlag.self, PatternCallers.self]
    )
}

/// `baton pattern flag`.
struct PatternFlag: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flag",
        abstract: "Mark calls as a new issue; a draft tree is made of them.",
        discussion: """
            The tree's symptoms are what the customers said first; it asks what the universal intake asks. \
            --folder writes it into a catalog folder, where it can be improved and published.

            Example: baton pattern flag call-17 call-19 --name doorbell-offline --folder ops/catalog
            """
    )

    @Argument(help: "The calls.")
    var calls: [String]

    @Option(help: "Name of the pattern, which will be the id of its tree.")
    var name: String

    @Option(help: "Its name for people; the name in words by default.")
    var title = ""

    @Option(help: "Why they are one issue.")
    var why = ""

    @Option(help: "Who marks them; $USER, or else the account, by default.")
    var by: String?

    @Option(help: ArgumentHelp("Write the draft tree into this catalog folder.", valueName: "dir"))
    var folder: String?

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let target = try folder.map { try ProposalFolder($0, isCatalog: true) }
        let request = FlagPatternRequest(
            name: name,
            title: title,
            callIDs: calls,
            editor: try server.person(by, "--by"),
            why: why
        )
        let link = HandoffLink(try server.client())
        let reply = try server.explain { try link.flag(request) }
        guard let tree = reply.pattern?.tree else {
            throw CommandFailure("the pattern has no tree")
        }
        for path in try target?.write([tree]) ?? [] {
            printNote("\(path) is there already, and is left as it is")
        }
        let text = ProblemText(
            problems: reply.problems,
            reports: reply.reports,
            folder: folder ?? ""
        )
        if format.json { return try printJSON(PatternOutput(reply, text)) }
        if folder == nil { print(String(decoding: tree.content, as: UTF8.self)) }
        for line in text.problemLines + text.reportLines { print(line) }
        print("\(folder.map { ProblemText.join($0, tree.path) } ?? tree.path): \(text.count)")
        if text.errors > 0 { throw ExitCode.failure }
    }
}

/// `baton pattern callers`.
struct PatternCallers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "callers",
        abstract: "List the past calls that the pattern's tree would have taken, for calling back."
    )

    @Argument(help: "The pattern.")
    var name: String

    @Option(help: "Only calls from this time on: 2026-11-01, 2026-11-20T15:00:00Z, or 30d ago.")
    var since: String?

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        var request = ListCallersRequest(name: name)
        if let since {
            request.sinceMs = try TimeArgument(zone: "UTC").milliseconds(since, "--since")
        }
        let link = HandoffLink(try server.client())
        let reply = try server.explain { try link.callers(request) }
        if format.json { return try printJSON(PatternCallersOutput(reply)) }
        var table = TextTable(["fit", "caller", "customer", "when", "said", "call"])
        for caller in reply.callers {
            table.add([
                caller.marked ? "marked" : "\(Int((caller.score * 100).rounded()))%",
                caller.caller, caller.customer, timestamp(milliseconds: caller.startedAtMs),
                String(caller.opening.prefix(60)), caller.callID,
            ])
        }
        if !reply.callers.isEmpty { for line in table.lines { print(line) } }
        print(
            "\(counted(UInt64(reply.callers.count), "caller")) out of "
                + "\(counted(UInt64(reply.calls), "call"))"
        )
    }
}

/// A pattern with its draft tree, in JSON.
private struct PatternOutput: Encodable {
    let name, title, path, tree: String
    let calls: [String]
    let valid: Bool
    let problems: [ProblemOutput]
    let reports: [TreeReportOutput]

    init(_ reply: FlagPatternReply, _ text: ProblemText) {
        name = reply.pattern?.name ?? ""
        title = reply.pattern?.title ?? ""
        path = reply.pattern?.tree?.path ?? ""
        tree = String(decoding: reply.pattern?.tree?.content ?? [], as: UTF8.self)
        calls = reply.pattern?.callIDs ?? []
        valid = text.errors == 0
        problems = reply.problems.map(ProblemOutput.init)
        reports = reply.reports.map(TreeReportOutput.init)
    }
}

/// Past callers in JSON.
private struct PatternCallersOutput: Encodable {
    struct Caller: Encodable {
        let callID, caller, customer, startedAt, opening, outcome: String
        let score: Float
        let marked: Bool

        private enum CodingKeys: String, CodingKey {
            case caller, customer, opening, outcome, score, marked
            case callID = "call_id"
            case startedAt = "started_at"
        }
    }

    let calls: UInt32
    let callers: [Caller]

    init(_ reply: ListCallersReply) {
        calls = reply.calls
        callers = reply.callers.map { caller in
            Caller(
                callID: caller.callID,
                caller: caller.caller,
                customer: caller.customer,
                startedAt: timestamp(milliseconds: caller.startedAtMs),
                opening: caller.opening,
                outcome: caller.outcome.word,
                score: caller.score,
                marked: caller.marked
            )
        }
    }
}
