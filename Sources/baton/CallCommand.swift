internal import ArgumentParser
internal import Catalog
internal import Foundation
internal import Messages
internal import RPC

/// `baton call`.
struct CallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Hold a call: type as the customer, or play a conversation.",
        discussion: """
            Without --script you type what the customer says; /help lists what else can be typed. \
            With --script the lines of a conversation of the catalog's format are said, its systems \
            answer the lookups, and every expectation is checked: the exit status is 1 when one \
            fails. A script takes lookups as a worker does: play it against a server whose real \
            workers are not at work.

            With --folder the call is held on a folder as it is, before it is published: without a server, whatever \
            the catalog's hours, and kept nowhere. Below what you type stands what was understood of it, as 'baton \
            calls show' has it. Time is not waited for, and what is looked up is not answered but by a script.

            With tokens a call needs the role frontend, and a script the role worker too.

            Examples:
              baton call --caller "+1 555 0134"
              baton call --folder ops/catalog
              baton call --script ops/catalog/conversations/vpn-after-router-swap.yaml
            """
    )

    @Option(help: "The conversation to play.")
    var script: String?

    @Option(help: "The folder of a catalog to hold the call on, without a server.")
    var folder: String?

    @Option(help: "The name of the call; a new one by default.")
    var callID: String?

    @Option(help: "The language, such as en-US; the catalog's first by default.")
    var language: String?

    @Option(help: "The caller's IANA zone, such as America/New_York; the catalog's by default.")
    var zone: String?

    @Option(help: "The caller's number.")
    var caller: String?

    @Option(help: "The customer number.")
    var customer: String?

    @Option(help: "When the call begins, such as 2026-11-19T16:40:00-05:00; now by default.")
    var at: String?

    @OptionGroup var server: DiagnosisOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        let typed = [language, zone, caller, customer, at].contains { $0 != nil }
        if script != nil, typed {
            throw ValidationError(
                "with --script the conversation says language, zone, caller, customer and time"
            )
        }
        if folder != nil, server.address != nil || server.tokenFile != nil {
            throw ValidationError("--folder needs no server: leave out --address and --token-file")
        }
        if script == nil, format.json {
            throw ValidationError("--json goes with --script: a person reads the call otherwise")
        }
    }

    func run() throws {
        let transcript = CallTranscript(isSilent: format.json)
        let session = try session(transcript)
        if let script {
            try play(script, session, transcript)
        } else {
            var conversation = CallTyping(session: session, transcript: transcript)
            try server.explain { try conversation.hold(start(session.callID)) }
        }
    }

    private func session(_ transcript: CallTranscript) throws -> any CallSession {
        let callID = callID ?? CallIdentifier.random()
        if let folder {
            return FolderCall(callID: callID, view: try view(of: folder))
        }
        return ServedCall(
            callID: callID,
            client: try server.client(),
            notice: { transcript.note($0) }
        )
    }

    /// The folder as calls read it, with its problems shown as 'catalog validate' does.
    private func view(of folder: String) throws -> CatalogView {
        let compilation = try CatalogCompiler.compile(try CatalogFolder.read(folder))
        let text = ProblemText(problems: compilation.problems, reports: [], folder: folder)
        // JSON stands alone on standard output.
        for line in text.problemLines { format.json ? printNote(line) : print(line) }
        guard !compilation.hasErrors else {
            throw CommandFailure(
                "\(folder): \(text.count): correct the errors, then hold the call again"
            )
        }
        return compilation.view
    }

    private func start(_ callID: String) throws -> StartCallRequest {
        StartCallRequest(
            callID: callID,
            caller: caller ?? "",
            customer: customer ?? "",
            language: language ?? "",
            timeZone: zone ?? "",
            startedAtMs: try at.map { try TimeArgument(zone: "UTC").milliseconds($0, "--at") } ?? 0
        )
    }

    private func play(
        _ file: String,
        _ session: any CallSession,
        _ transcript: CallTranscript
    ) throws {
        var script = CallScript(
            try CallScriptFile.read(file),
            path: file,
            session: session,
            transcript: transcript
        )
        let result = try server.explain { try script.play() }
        if format.json {
            try printJSON(result)
        } else {
            transcript.line("\n" + result.summary)
        }
        if !result.passed { throw ExitCode.failure }
    }
}

/// Names of calls.
enum CallIdentifier {
    /// A name that no other call has.
    static func random() -> String {
        "call-" + String(UInt64.random(in: 1 << 60...UInt64.max), radix: 16)
    }
}
