internal import ArgumentParser
internal import Foundation
internal import Messages
internal import RPC

/// `baton calls show`.
struct CallsShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Read a call, turn by turn.",
        discussion: """
            Below what was said stands what was understood of it: each fact with how sure that is and of \
            which of the words, what it was before where it was corrected, what is looked up, and behind an \
            arrow where the call stands then. At the end stands what came of it, and whether \
            baton-handoffd has its handoff.

            With tokens it needs one of the roles editor, engineer and operator, on both servers.

            Example: baton calls show call-17
            """
    )

    @Argument(help: "The call.")
    var call: String

    @Option(
        help: ArgumentHelp(
            "Address of baton-handoffd; else $BATON_HANDOFF, else 127.0.0.1:7071.",
            valueName: "address"
        )
    )
    var handoffAddress: String?

    @OptionGroup var server: DiagnosisOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let link = CallsLink(try server.client())
        let detail = try server.explain { try link.get(call) }
        let handoff = try handoff(of: detail.summary ?? CallSummary())
        if format.json { return try printJSON(CallOutput(detail, handoff)) }
        let transcript = CallTranscript(isSilent: false)
        var understanding = UnderstandingText()
        for turn in detail.records { transcript.show(turn, understanding.lines(of: turn)) }
        transcript.line("")
        for line in CallText.lines(detail) + [handoff.line].compactMap(\.self) {
            transcript.line(line.printable)
        }
    }

    /// Asked of the other server, and no reason to show nothing of the call when that is away.
    private func handoff(of summary: CallSummary) throws -> CallHandoff {
        guard summary.phase == .ended else { return .goesOn }
        let address = handoffAddress ?? ServerName.handoff.usualAddress
        let client = try ServerLink.client(address: address, tokenFile: server.tokenFile)
        do throws(Status) {
            guard let handoff = try HandoffLink(client).find(summary.callID) else {
                return summary.outcome == .resolved ? .notNeeded : .missing
            }
            return handoff.record == nil ? .awaited : .made(HandoffStateOutput(call, handoff))
        } catch {
            let program = ServerName.handoff.program
            let failure = ServerLink.failure(error, server: program, address: address)
            let words = failure.description.replacing(
                "give --address",
                with: "give --handoff-address"
            )
            return .notKnown(words)
        }
    }
}

/// What there is of a call's handoff.
enum CallHandoff {
    case goesOn
    case notNeeded
    /// Not made yet, or deleted.
    case missing
    case awaited
    case made(HandoffStateOutput)
    /// And why.
    case notKnown(String)

    /// The word that JSON uses.
    var word: String {
        switch self {
        case .goesOn: "goes-on"
        case .notNeeded: "not-needed"
        case .missing: "missing"
        case .awaited: "awaited"
        case .made: "made"
        case .notKnown: "not-known"
        }
    }

    /// Why it is not known; nil where it is.
    var reason: String? {
        guard case .notKnown(let why) = self else { return nil }
        return why
    }

    /// What people see of it; nil while there can be none.
    var line: String? {
        switch self {
        case .goesOn: nil
        case .notNeeded: "handoff         none, for the issue is gone"
        case .missing: "handoff         none: it is not made yet, or deleted"
        case .awaited: "handoff         awaited: baton-handoffd does not reach the call yet"
        case .made(let state):
            "handoff         made; 'baton handoff show \(state.callID)' shows it"
        case .notKnown(let why): "handoff         not known: \(why)"
        }
    }
}

/// Where a call stands at its end, in lines.
enum CallText {
    static func lines(_ detail: GetCallReply) -> [String] {
        let call = detail.summary ?? CallSummary()
        let conclusion = detail.conclusion ?? Conclusion()
        let end = call.phase == .ended ? call.state : "goes on, \(call.state)"
        let queue = call.queue.isEmpty ? "" : ", to the queue \(call.queue)"
        let place = call.node.isEmpty ? call.tree : call.node
        let who = [
            call.caller.isEmpty ? "" : "caller \(call.caller)",
            call.customer.isEmpty ? "" : "customer \(call.customer)",
            "\(call.language) \(call.timeZone)", "release \(call.release)",
        ]
        let sure = conclusion.confidence > 0 ? ", \(percent(conclusion.confidence))% sure" : ""
        let missing = detail.notObtained.map { view in
            "\(view.fact?.key ?? "") (\(view.fact?.notObtained.word ?? ""))"
        }
        return [
            "call \(call.callID): \(end)\(queue)",
            row("from", who.filter { !$0.isEmpty }.joined(separator: ", ")),
            row("started", timestamp(milliseconds: call.startedAtMs)),
            row("turns", "\(call.turns), with \(counted(UInt64(call.questions), "question"))"),
            row("at", call.offMap ? place + ", off the map" : place),
            row("issue", conclusion.issue),
            row("diagnosis", conclusion.diagnosis + sure),
            row("recommendation", conclusion.recommendation),
            row("not obtained", missing.joined(separator: ", ")),
        ].compactMap(\.self)
    }

    static func percent(_ confidence: Float) -> Int { Int((confidence * 100).rounded()) }

    private static func row(_ name: String, _ words: String) -> String? {
        words.isEmpty ? nil : name.padding(toLength: 16, withPad: " ", startingAt: 0) + words
    }
}
