internal import ArgumentParser
internal import Catalog
internal import Foundation
internal import Messages
internal import RPC

/// `baton catalog publish`.
struct CatalogPublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Make a release of a folder; new calls begin on it at once.",
        discussion: """
            Only what differs from the current release is sent. The server checks it, plays its \
            conversations and walks the last calls on it first. With errors, or when handoffs would lose \
            facts or a confirmed diagnosis would change, nothing is published and the exit status is 1.

            Examples:
              baton catalog publish ops/catalog --note "ask for the firmware version"
              baton catalog publish ops/catalog --canary 10%
              baton catalog publish ops/catalog --force --why "nobody reads the serial number"
            """
    )

    @Argument(help: "The folder of the catalog.")
    var folder: String

    @Option(help: "Who publishes; $USER by default.")
    var editor = CatalogEditor.name

    @Option(help: "Why, for the list of releases.")
    var note = ""

    @Option(help: "The release that the folder was made from; a downloaded folder knows it.")
    var base: UInt32?

    @OptionGroup var trial: TrialOptions

    @Flag(help: "Publish even where conversations or past calls speak against it; needs --why.")
    var force = false

    @Option(help: "Why it is forced, kept in the release.")
    var why = ""

    @OptionGroup var server: DiagnosisOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard force == !why.isEmpty else {
            throw ValidationError("--force needs --why, and --why goes with --force")
        }
    }

    func run() throws {
        let link = CatalogLink(try server.client())
        try server.explain {
            let known = try knownBase(link)
            let draft = try CatalogDraft(folder, base: base ?? known?.release, link)
            if draft.changes.isEmpty, draft.base > 0 { return try report(unchanged: draft.base) }
            let request = PublishRequest(
                draft: try draft.stage(),
                editor: editor,
                note: note,
                force: force,
                why: why,
                canaryPerMille: try trial.perMille(),
                shadow: trial.shadow
            )
            let reply = try link.publish(request)
            // What the folder is made from now; one that was not downloaded stays as it is.
            if reply.release > 0, known != nil,
                let made = try link.releases().first(where: { $0.number == reply.release })
            {
                try CatalogBase(made).write(to: folder)
            }
            try report(reply, draft.changes)
        }
    }

    /// The release that the folder says it was made from, where this server has it.
    private func knownBase(_ link: CatalogLink) throws -> CatalogBase? {
        guard let written = CatalogBase(folder: folder) else { return nil }
        let kept = try link.releases().map(CatalogBase.init)
        if let oldest = kept.map(\.release).min(), written.release < oldest {
            throw CommandFailure(
                "\(folder) was made from release \(written.release), which is not kept any more: "
                    + "download the current one and make the changes again"
            )
        }
        // A release of that number that was made at another time is another server's.
        return kept.first { $0 == written }
    }

    private func report(unchanged release: UInt32) throws {
        if format.json { return try printJSON(CatalogPublishOutput(unchanged: release)) }
        print("nothing differs from release \(release), which stays current")
    }

    private func report(_ reply: PublishReply, _ changes: CatalogChanges) throws {
        if format.json {
            try printJSON(CatalogPublishOutput(reply, changes))
        } else {
            let text = ProblemText(
                problems: reply.problems,
                reports: reply.reports,
                folder: folder
            )
            for line in text.problemLines + text.reportLines { print(line) }
            if let replay = reply.replay, reply.release == 0 {
                for line in ReplayText(replay).lines { print(line) }
            }
            let sent = "\(changes.files.count) changed, \(changes.removed.count) removed"
            print(
                reply.release == 0
                    ? "not published: \(text.count)"
                    : "release \(reply.release) is \(standing) (files: \(sent))"
            )
        }
        if reply.release == 0 { throw ExitCode.failure }
    }

    private var standing: String {
        if trial.shadow { return "tried as a shadow" }
        return trial.canary.map { "tried with \($0) of new calls" } ?? "current"
    }
}

/// Who changes what is current, unless a command says otherwise.
enum CatalogEditor {
    static var name: String { ProcessInfo.processInfo.environment["USER"] ?? "" }
}

/// What came of publishing, in JSON.
private struct CatalogPublishOutput: Encodable {
    /// The release that was made, current or on trial; 0 where problems kept the folder from being published.
    let release: UInt32
    let published: Bool
    let changed: [String]
    let removed: [String]
    let problems: [ProblemOutput]
    let reports: [TreeReportOutput]
    /// What the last calls would have been on it; nil where none were replayed.
    let replay: ReplayOutput?

    init(_ reply: PublishReply, _ changes: CatalogChanges) {
        release = reply.release
        published = reply.release != 0
        changed = changes.files.map(\.path)
        removed = changes.removed
        problems = reply.problems.map(ProblemOutput.init)
        reports = reply.reports.map(TreeReportOutput.init)
        replay = reply.replay.map(ReplayOutput.init)
    }

    init(unchanged release: UInt32) {
        self.release = release
        published = false
        changed = []
        removed = []
        problems = []
        reports = []
        replay = nil
    }
}
