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
            facts or a confirmed diagnosis would change, nothing is published and the exit status is 1; \
            neither is it when the folder would take back what others have published since it was made. \
            The folder keeps in .baton-base which release it is.

            Examples:
              baton catalog publish ops/catalog --note "ask for the firmware version"
              baton catalog publish ops/catalog --canary 10%
              baton catalog publish ops/catalog --force --why "nobody reads the serial number"
            """
    )

    @Argument(help: "The folder of the catalog.")
    var folder: String

    @Option(help: "Who publishes; $USER, or else the account, by default.")
    var editor: String?

    @Option(help: "Why, for the list of releases.")
    var note = ""

    @Option(
        help:
            "The release that the folder was made from; one that was downloaded or published knows it."
    )
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
            let files = try CatalogFolder.read(folder)
            let standing = try CatalogStanding(folder, files, link)
            let known = try base ?? standing.base()
            if known == nil { try standing.refuseReturns() }
            let draft = try CatalogDraft(files, base: known, link)
            if draft.changes.isEmpty, draft.base > 0 {
                try standing.checkIsCurrent(draft.base)
                try keepBase(draft.base, link)
                return try report(unchanged: draft.base)
            }
            let request = PublishRequest(
                draft: try draft.stage(),
                editor: try server.person(editor, "--editor"),
                note: note,
                force: force,
                why: why,
                canaryPerMille: try trial.perMille(),
                shadow: trial.shadow
            )
            let reply = try link.publish(request)
            if reply.release > 0 { try keepBase(reply.release, link) }
            try report(reply, draft.changes)
        }
    }

    /// Writes into the folder what it is made from now, so that its next publish undoes nobody's changes.
    private func keepBase(_ number: UInt32, _ link: CatalogLink) throws {
        let releases = try link.releases()
        guard let made = releases.first(where: { $0.number == number }) else { return }
        do {
            try CatalogBase(made).write(to: folder, amid: releases)
        } catch {
            printNote("\(error): the folder does not know that it is release \(number)")
        }
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
            if reply.release > 0 { for line in Self.lines(changes) { print(line.printable) } }
            let sent = "\(changes.files.count) changed, \(changes.removed.count) removed"
            print(
                reply.release == 0
                    ? "not published: \(text.count)"
                    : "release \(reply.release) is \(standing) (files: \(sent))"
            )
        }
        if reply.release == 0 { throw ExitCode.failure }
    }

    /// The files that differ, as many as are looked at.
    private static func lines(_ changes: CatalogChanges) -> [String] {
        let all = changes.files.map { "  \($0.path)" } + changes.removed.map { "  \($0): removed" }
        return all.count > 10 ? [] : all
    }

    private var standing: String {
        if trial.shadow { return "tried as a shadow" }
        return trial.canary.map { "tried with \($0) of new calls" } ?? "current"
    }
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
