internal import ArgumentParser
internal import Catalog
internal import Crypto
internal import Foundation
internal import Messages

/// `baton proposals accept`.
struct ProposalsAccept: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Change the catalog as proposed, and publish it; new calls begin on it at once.",
        discussion: """
            The author's comments and order stay. The server checks the files, plays the conversations and \
            walks the last calls on the draft first; when they speak against it nothing is published and \
            the exit status is 1. Conversations in which the new question is asked get an answer to it: "I don't \
            know that". A file of --folder in which there are changes that are not published stays as it is. \
            Accepting a removal also says that handoffs need not show the fact: that alone does not \
            speak against it, and the release records it.

            Examples:
              baton proposals accept ask-vpn-router-firmware --folder ops/catalog
              baton proposals accept ask-vpn-router-firmware --say "Which firmware does the router show?"
              baton proposals accept ask-vpn-router-firmware --from edited
            """
    )

    @Argument(help: "The proposal.")
    var id: String

    @Option(help: "Who accepts; $USER, or else the account, by default.")
    var by: String?

    @Option(help: "Why.")
    var why = ""

    @OptionGroup var wording: WordingOptions

    @Option(
        help: ArgumentHelp(
            "Take the changed files out of this folder, as 'edit' wrote them.",
            valueName: "dir"
        )
    )
    var from: String?

    @Option(
        help: ArgumentHelp(
            "Write the changed files into this catalog folder too.",
            valueName: "dir"
        )
    )
    var folder: String?

    @Flag(help: "Publish even where past calls speak against it; needs --why.")
    var force = false

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard !force || !why.isEmpty else { throw ValidationError("--force needs --why") }
    }

    func run() throws {
        var request = DecideProposalRequest(
            id: id,
            decision: .accept,
            editor: try server.person(by, "--by"),
            why: why,
            question: wording.question,
            force: force
        )
        if let from {
            request.files = try ProposalFolder(from).files()
            request.baseRelease = CatalogBase.all(in: from).first?.release ?? 0
        }
        // What is written must be what was meant: the folder is looked at before anything is published.
        let target = try folder.map { try ProposalFolder($0, isCatalog: true) }
        let link = HandoffLink(try server.client())
        let reply = try server.explain { try link.decide(request) }
        if reply.release > 0, let target {
            for path in try target.write(reply.files, over: reply.replaced) {
                printNote(
                    "\(path) is left as it is, since it may have changes that are not published: put "
                        + "those of release \(reply.release) into it, or it takes them back"
                )
            }
        }
        if format.json {
            try printJSON(DecisionOutput(reply))
        } else {
            let text = ProblemText(problems: reply.problems, reports: [], folder: from ?? "")
            for line in text.problemLines { print(line) }
            if reply.release == 0 {
                print(
                    "not published: \(text.count); 'baton proposals edit \(id) --to DIR' writes the files, "
                        + "and 'accept --from DIR' takes them as you have changed them"
                )
            } else {
                print(
                    "release \(reply.release) has it: \(reply.proposal?.title.printable ?? id)"
                )
                for file in reply.files { print("  changed \(file.path)") }
                if reply.files.isEmpty, let folder {
                    print(
                        "\(folder) is as it was, since later releases may have changed the same files: "
                            + "'baton catalog download DIR' gives the current ones"
                    )
                }
            }
        }
        if reply.release == 0 { throw ExitCode.failure }
    }
}

/// `baton proposals edit`.
struct ProposalsEdit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Write the changed files into a folder, to be edited and accepted from there.",
        discussion: """
            Example: baton proposals edit ask-vpn-router-firmware --to edited
            """
    )

    @Argument(help: "The proposal.")
    var id: String

    @Option(help: ArgumentHelp("A new folder for the changed files.", valueName: "dir"))
    var to: String

    @OptionGroup var wording: WordingOptions
    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let target = try CatalogTarget(to)
        let request = DecideProposalRequest(
            id: id,
            decision: .preview,
            question: wording.question
        )
        let link = HandoffLink(try server.client())
        let reply = try server.explain { try link.decide(request) }
        for file in reply.files { try target.write(file.content, to: file.path) }
        try CatalogBase(Release(number: reply.baseRelease)).write(to: to)
        if format.json { return try printJSON(DecisionOutput(reply)) }
        let text = ProblemText(problems: reply.problems, reports: [], folder: to)
        for line in text.problemLines { print(line) }
        for file in reply.files { print(ProblemText.join(to, file.path)) }
        print("edit them, then: baton proposals accept \(id) --from \(to)")
    }
}

/// `baton proposals reject`.
struct ProposalsReject: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Turn a proposal down; it comes back only when twice as many calls speak for it."
    )

    @Argument(help: "The proposal.")
    var id: String

    @Option(help: "Why.")
    var why: String

    @Option(help: "Who rejects; $USER, or else the account, by default.")
    var by: String?

    @OptionGroup var server: HandoffOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let request = DecideProposalRequest(
            id: id,
            decision: .reject,
            editor: try server.person(by, "--by"),
            why: why
        )
        let link = HandoffLink(try server.client())
        let reply = try server.explain { try link.decide(request) }
        if format.json { return try printJSON(DecisionOutput(reply)) }
        print("\(id): rejected")
    }
}

/// A folder with files of a catalog that a proposal changes.
struct ProposalFolder {
    private let url: URL

    /// - Parameter isCatalog: Whether it must be a whole catalog.
    init(_ path: String, isCatalog: Bool = false) throws {
        url = URL(filePath: path, directoryHint: .isDirectory)
        let isThere = FileManager.default.fileExists(
            atPath: isCatalog ? url.appending(path: "catalog.yaml").path : path
        )
        guard isThere else {
            throw CommandFailure(
                isCatalog
                    ? "\(path) has no catalog.yaml: give the folder of the catalog"
                    : "there is no folder \(path): 'baton proposals edit ID --to DIR' makes one"
            )
        }
    }

    /// The files of a catalog in it.
    func files() throws -> [SourceFile] {
        let files = try CatalogFolder.read(url.path, isWhole: false)
        guard !files.isEmpty else {
            throw CommandFailure("\(url.path) has no files of a catalog")
        }
        return files
    }

    /// Writes files in place, but for those with changes that are nowhere else.
    ///
    /// - Parameter before: The files as they were published, with their SHA-256.
    /// - Returns: Paths of the files that are left as they are.
    func write(_ files: [SourceFile], over before: [SourceFile] = []) throws -> [String] {
        let digests = Dictionary(
            before.map { ($0.path, $0.sha256) },
            uniquingKeysWith: { _, last in last }
        )
        var left: [String] = []
        for file in files {
            let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count <= 2, !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") })
            else {
                throw CommandFailure("\(file.path.printable) is no path of a catalog")
            }
            let target = url.appending(path: file.path)
            if let present = FileManager.default.contents(atPath: target.path),
                Array(present) != file.content,
                Array(SHA256.hash(data: present)) != digests[file.path]
            {
                left.append(target.path)
                continue
            }
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(file.content).write(to: target, options: .atomic)
        }
        return left
    }
}
