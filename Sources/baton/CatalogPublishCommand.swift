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
            Only what differs from the current release is sent. The server checks it and plays its \
            conversations first; with errors nothing is published and the exit status is 1.

            Example: baton catalog publish ops/catalog --note "ask for the firmware version"
            """
    )

    @Argument(help: "The folder of the catalog.")
    var folder: String

    @Option(help: "Who publishes; $USER by default.")
    var editor = CatalogEditor.name

    @Option(help: "Why, for the list of releases.")
    var note = ""

    @OptionGroup var server: DiagnosisOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let files = try CatalogFolder.read(folder)
        let link = CatalogLink(try server.client())
        try server.explain {
            let current = try link.current()
            let changes = CatalogChanges(local: files, released: current?.files ?? [:])
            if changes.isEmpty, let current { return try report(unchanged: current.number) }
            let draft = try stage(changes, base: current?.number ?? 0, link)
            let request = PublishRequest(draft: draft, editor: editor, note: note)
            try report(link.publish(request), changes)
        }
    }

    private func stage(
        _ changes: CatalogChanges,
        base: UInt32,
        _ link: CatalogLink
    ) throws -> String {
        var draft = ""
        var staged = 0
        let batches = changes.batches()
        for batch in batches {
            draft = try link.stage(batch, draft: draft, base: base)
            staged += batch.files.count
            if batches.count > 1 { note("sent \(staged) of \(changes.files.count) files") }
        }
        if batches.count > 1 { note("checking and publishing ...") }
        return draft
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
            let sent = "\(changes.files.count) changed, \(changes.removed.count) removed"
            print(
                reply.release == 0
                    ? "not published: \(text.count)"
                    : "release \(reply.release) is current (files: \(sent))"
            )
        }
        if reply.release == 0 { throw ExitCode.failure }
    }

    /// Beside the output: progress is for who watches.
    private func note(_ words: String) {
        try? FileHandle.standardError.write(contentsOf: Data((words + "\n").utf8))
    }
}

/// Who changes what is current, unless a command says otherwise.
enum CatalogEditor {
    static var name: String { ProcessInfo.processInfo.environment["USER"] ?? "" }
}

/// What came of publishing, in JSON.
private struct CatalogPublishOutput: Encodable {
    /// The release that is current now; 0 where problems kept the folder from being published.
    let release: UInt32
    let published: Bool
    let changed: [String]
    let removed: [String]
    let problems: [ProblemOutput]
    let reports: [TreeReportOutput]

    init(_ reply: PublishReply, _ changes: CatalogChanges) {
        release = reply.release
        published = reply.release != 0
        changed = changes.files.map(\.path)
        removed = changes.removed
        problems = reply.problems.map(ProblemOutput.init)
        reports = reply.reports.map(TreeReportOutput.init)
    }

    init(unchanged release: UInt32) {
        self.release = release
        published = false
        changed = []
        removed = []
        problems = []
        reports = []
    }
}
