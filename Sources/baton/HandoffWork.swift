internal import ArgumentParser
internal import Foundation
internal import Messages
internal import RPC

/// `baton handoff claim`.
struct HandoffClaim: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim",
        abstract: "Take a handoff to work on; the first engineer has it.",
        discussion: """
            Examples:
              baton handoff claim call-17
              baton handoff claim call-17 --give-back
            """
    )

    @Argument(help: "The call.")
    var call: String

    @Option(help: "Who takes it; $USER, or else the account, by default.")
    var engineer: String?

    @Flag(help: "Take it over from another engineer.")
    var takeOver = false

    @Flag(help: "Give it back, for another engineer to take.")
    var giveBack = false

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let link = HandoffLink(try server.client())
        let request = ClaimRequest(
            callID: call,
            engineer: try server.person(engineer, "--engineer"),
            takeOver: takeOver,
            giveBack: giveBack
        )
        let state = try server.explain {
            do {
                return HandoffStateOutput(call, try link.claim(request))
            } catch let status as Status where status.code == .failedPrecondition {
                // The server names its field; here it is a flag.
                let words = status.message.replacing("set take_over", with: "give --take-over")
                throw Status(status.code, words)
            }
        }
        if format.json { return try printJSON(state) }
        print("\(call): " + (giveBack ? "given back" : "claimed by \(state.engineer.printable)"))
    }
}

/// `baton handoff outcome`.
struct HandoffOutcome: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome",
        abstract: "Record what became of a handoff.",
        discussion: """
            Example: baton handoff outcome call-17 resolved --note "forwarded UDP 1194"
            """
    )

    @Argument(help: "The call.")
    var call: String

    @Argument(help: "What became of it.")
    private var resolution: ResolutionArgument

    @Option(help: "How it was resolved, or why it went back.")
    var note = ""

    @Option(help: "Who says so; $USER, or else the account, by default.")
    var engineer: String?

    @Option(help: "When, such as 2026-11-20T15:00:00Z, or 2h ago; now by default.")
    var at: String?

    @Option(
        help: ArgumentHelp(
            "The outcome of yours that this one takes the place of; 'last' for your last one.",
            valueName: "outcome"
        )
    )
    var corrects = ""

    @Option(help: "Id of the outcome: the same again changes nothing. A new one by default.")
    var id: String?

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let outcome = OutcomeRecord(
            outcomeID: id ?? UUID().uuidString,
            engineer: try server.person(engineer, "--engineer"),
            resolution: resolution.resolution,
            note: note,
            atMs: try at.map { try TimeArgument(zone: "UTC").milliseconds($0, "--at") } ?? 0,
            corrects: corrects
        )
        let link = HandoffLink(try server.client())
        let request = RecordOutcomeRequest(callID: call, outcome: outcome)
        let state = try server.explain { HandoffStateOutput(call, try link.record(request)) }
        if format.json { return try printJSON(state) }
        print("\(call): \(resolution.rawValue)")
    }

}

/// What can become of a handoff.
private enum ResolutionArgument: String, CaseIterable, ExpressibleByArgument {
    case resolved
    case bouncedBack = "bounced-back"
    case reopened

    var resolution: Resolution {
        switch self {
        case .resolved: .resolved
        case .bouncedBack: .bouncedBack
        case .reopened: .reopened
        }
    }
}
