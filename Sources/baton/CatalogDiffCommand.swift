internal import ArgumentParser
internal import Catalog
internal import Foundation
internal import Messages

/// `baton catalog diff`.
struct CatalogDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what differs between two catalogs: questions, branches, phrases, not lines.",
        discussion: """
            A and B are numbers of releases or folders. Each change stands below its file: + is new in \
            B, - is gone, ~ has changed.

            Examples:
              baton catalog diff 6 7
              baton catalog diff 7 ops/catalog
            """
    )

    @Argument(help: "The catalog before: a release's number or a folder.")
    var first: String

    @Argument(help: "The catalog after.")
    var second: String

    @OptionGroup var server: DiagnosisOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let diff = try CatalogDiff(from: view(of: first), to: view(of: second))
        if format.json { return try printJSON(diff.changes.map(CatalogChangeOutput.init)) }
        guard !diff.changes.isEmpty else { return print("nothing differs") }
        for line in diff.lines() { print(line.printable) }
    }

    private func view(of side: String) throws -> CatalogView {
        let files: [SourceFile]
        if let number = UInt32(side), number > 0,
            !FileManager.default.fileExists(atPath: side)
        {
            let link = CatalogLink(try server.client())
            files = try server.explain { try link.files(of: number) }
        } else {
            files = try CatalogFolder.read(side)
        }
        let compilation = try CatalogCompiler.compile(files)
        guard !compilation.hasErrors else {
            let text = ProblemText(problems: compilation.problems, reports: [], folder: side)
            throw CommandFailure(
                (["\(side) has errors, so what it says can't be compared"] + text.problemLines)
                    .joined(separator: "\n")
            )
        }
        return compilation.view
    }
}

/// A change in JSON; the kinds are those of `CatalogChange`.
private struct CatalogChangeOutput: Encodable {
    let kind: String
    let path: String
    let subject: String
    let before: String
    let after: String

    init(_ change: CatalogChange) {
        kind = change.kind.rawValue
        path = change.path
        subject = change.subject
        before = change.before
        after = change.after
    }
}
