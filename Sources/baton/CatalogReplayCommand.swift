internal import ArgumentParser
internal import Catalog
internal import Messages
internal import RPC
internal import Transport

/// `baton catalog replay`.
struct CatalogReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Walk past calls on a draft: what would have become of them?",
        discussion: """
            The server walks the facts of each call on the draft and on the release that it changes, and \
            says where they differ: questions, facts of handoffs, diagnoses, the map. Nothing is \
            published, and live calls do not wait.

            Examples:
              baton catalog replay --draft ops/catalog
              baton catalog replay --draft ops/catalog --since 2026-11-01 --json
              baton catalog replay --release 8
            """
    )

    @Option(help: "The folder of the draft.")
    var draft: String?

    @Option(help: "A release to walk on, beside the current one.")
    var release: UInt32?

    @Option(
        help:
            "Only calls that ended since then, or go on: 2026-11-01 (UTC), 2026-11-01T12:00:00Z, or 30d, 12h ago."
    )
    var since: String?

    @Option(help: "Only so many ended calls, the last ones.")
    var last: UInt32?

    @OptionGroup var server: DiagnosisOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard (draft == nil) != (release == nil) else {
            throw ValidationError("give either --draft or --release")
        }
        _ = try sinceMilliseconds()
    }

    func run() throws {
        let link = CatalogLink(try server.client())
        var request = ReplayRequest(lastCalls: last ?? 0)
        request.sinceMs = try sinceMilliseconds()
        let reply = try server.explain {
            if let draft {
                let files = try CatalogFolder.read(draft)
                let base = try CatalogStanding(draft, files, link).base()
                let staged = try CatalogDraft(files, base: base, link)
                guard !staged.changes.isEmpty else {
                    throw CommandFailure(
                        "\(draft) is what release \(staged.base) is: nothing to replay"
                    )
                }
                request.draft = try staged.stage()
            } else {
                request.release = release ?? 0
            }
            return try wait(for: link.replay(request), link)
        }
        let problems = ProblemText(problems: reply.problems, reports: [], folder: draft ?? "")
        guard let report = reply.report else {
            if format.json {
                try printJSON(["problems": reply.problems.map(ProblemOutput.init)])
            } else {
                for line in problems.problemLines { print(line) }
                print("not replayed: \(problems.count)")
            }
            throw ExitCode.failure
        }
        if format.json { return try printJSON(ReplayOutput(report)) }
        for line in ReplayText(report).lines { print(line) }
    }

    private func wait(for begun: ReplayReply, _ link: CatalogLink) throws -> ReplayReply {
        var reply = begun
        var pause = Duration.milliseconds(20)
        var shown = MonotonicTime.now
        while !reply.done {
            MonotonicTime.sleep(for: pause)
            pause = min(pause * 2, .milliseconds(250))
            reply = try link.replay(ReplayRequest(job: begun.job))
            guard !reply.done, MonotonicTime.now.nanoseconds(since: shown) > 1_000_000_000 else {
                continue
            }
            shown = MonotonicTime.now
            if reply.callsTotal > 0 {
                printNote("walked \(reply.callsDone) of \(reply.callsTotal) calls")
            }
        }
        return reply
    }

    private func sinceMilliseconds() throws -> Int64 {
        try since.map { try TimeArgument(zone: "UTC").milliseconds($0, "--since") } ?? 0
    }
}
