internal import ArgumentParser
internal import Foundation
internal import Messages

/// `baton catalog releases`.
struct CatalogReleasesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "releases",
        abstract: "List the releases that the server keeps, newest first.",
        discussion: """
            Beside each stands who published it and why; 'baton catalog diff 6 7' says what has changed between two.

            Example: baton catalog releases
            """
    )

    @OptionGroup var server: DiagnosisOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let link = CatalogLink(try server.client())
        let releases = try server.explain { try link.releases() }
        if format.json { return try printJSON(releases.map(ReleaseOutput.init)) }
        guard !releases.isEmpty else {
            print("no release yet: baton catalog publish DIR makes the first")
            return
        }
        var table = TextTable([
            "", "release", "made", "trees", "articles", "live calls", "editor", "note",
        ])
        for release in releases {
            let mark = release.current ? "*" : release.trial == nil ? "" : "~"
            table.add([
                mark, "\(release.number)", release.createdAt,
                "\(release.trees)", "\(release.articles)", "\(release.liveCalls)",
                release.editor, release.note,
            ])
        }
        for line in table.lines { print(line) }
        print("* is current: new calls begin on it")
        if let trial = releases.compactMap(\.trial).first {
            let how =
                trial.shadow
                ? "as a shadow" : "with \(Double(trial.canaryPerMille) / 10)% of new calls"
            print("~ is tried \(how): baton catalog trial shows how it goes")
        }
        for release in releases {
            guard let forced = release.forced else { continue }
            print("  \(release.number) was forced: \(forced.why.printable)")
            for problem in forced.problems { print("    against: \(problem.printable)") }
        }
        for release in releases {
            let what = [
                (release.rolledBack, "rolled back to \(release.number)"),
                (release.promoted, "made \(release.number) current after its trial"),
                (release.withdrawn, "ended the trial of \(release.number)"),
            ]
            for case (let change?, let done) in what {
                let why = change.note.isEmpty ? "" : ": \(change.note.printable)"
                let time = timestamp(milliseconds: change.atMs)
                print("  \(change.editor.printable) \(done) at \(time)\(why)")
            }
        }
    }
}

/// `baton catalog rollback`.
struct CatalogRollbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Let new calls begin on an earlier release, or end a trial.",
        discussion: """
            Calls that are under way stay on the release that they began with. Without a number, the \
            trial of a release is ended.

            Examples:
              baton catalog rollback 6 --note "7 asks too much"
              baton catalog rollback --note "the canary misses facts"
            """
    )

    @Argument(help: "The number of the release; without one, the trial is ended.")
    var release: UInt32?

    @Option(help: "Who rolls back; $USER, or else the account, by default.")
    var editor: String?

    @Option(help: "Why.")
    var note = ""

    @OptionGroup var server: DiagnosisOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let link = CatalogLink(try server.client())
        let request = RollbackRequest(
            release: release ?? 0,
            editor: try server.person(editor, "--editor"),
            note: note
        )
        let reply = try server.explain { try link.rollBack(request) }
        if format.json {
            return try printJSON(["release": reply.release, "previous": reply.previous])
        }
        print(
            release == nil
                ? "release \(reply.previous) is not tried any more; release \(reply.release) is current"
                : "release \(reply.release) is current; before it was \(reply.previous)"
        )
    }
}

/// `baton catalog download`.
struct CatalogDownloadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "download",
        abstract: "Write the files of a release into a new folder.",
        discussion: "Example: baton catalog download catalog-6 --release 6"
    )

    @Argument(help: "The folder; it must not exist yet, or be empty.")
    var folder: String

    @Option(help: "The number of the release; 0 for the current one.")
    var release: UInt32 = 0

    @OptionGroup var server: DiagnosisOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let target = try CatalogTarget(folder)
        let link = CatalogLink(try server.client())
        // All of them are here before the first is written: a folder with some could not be filled again.
        let (made, files) = try server.explain {
            let releases = try link.releases()
            let wanted = releases.first { release == 0 ? $0.current : $0.number == release }
            return (wanted, try link.files(of: wanted?.number ?? release))
        }
        for file in files { try target.write(file.content, to: file.path) }
        if let made { try CatalogBase(made).write(to: folder) }
        let number = made?.number ?? release
        if format.json {
            return try printJSON(
                CatalogDownloadOutput(release: number, files: files.count, folder: folder)
            )
        }
        print("release \(number): \(counted(UInt64(files.count), "file")) written into \(folder)")
    }
}

private struct CatalogDownloadOutput: Encodable {
    let release: UInt32
    let files: Int
    let folder: String
}
