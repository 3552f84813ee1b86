internal import ArgumentParser
internal import Catalog
internal import Foundation
internal import Messages

/// `baton catalog import-flodial`.
struct CatalogImportFloDialCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-flodial",
        abstract: "Make a catalog of FloDial's flowcharts: trees, and their FAQs as articles.",
        discussion: """
            Example: baton catalog import-flodial flowcharts.json --out flodial
            With --answers answers.train.jsonl the answers of recorded dialogs become examples of the trees' answers;
            lines with implied_answers instead of node and label become openings.
            """
    )

    @Argument(help: "The file of flowcharts.")
    var flowcharts: String

    @Option(help: "Recorded answers to the flowcharts' questions, as lines of JSON.")
    var answers: String?

    @Option(help: "The folder to write; it must not exist yet, or be empty.")
    var out: String

    @OptionGroup var format: FormatOptions

    /// Bytes of the largest file that is read: a hundred times FloDial's own.
    private static let largestFileBytes = 64 << 20

    func run() throws {
        let files = try FloDial.files(
            fromJSON: try Self.read(flowcharts, named: "flowcharts.json"),
            answers: try answers.map { try Self.read($0, named: "answers.train.jsonl") } ?? []
        )
        let target = try CatalogTarget(out)
        for file in files { try target.write(file.content, to: file.path) }
        let trees = files.count { $0.path.hasPrefix("trees/") }
        let articles = files.count { $0.path.hasPrefix("articles/") }
        if format.json {
            return try printJSON(["files": files.count, "trees": trees, "articles": articles])
        }
        let parts = [counted(UInt64(trees), "tree"), counted(UInt64(articles), "article")]
        print("\(out): \(parts.joined(separator: ", ")); baton catalog validate \(out) checks it")
    }

    private static func read(_ path: String, named name: String) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path),
            let content = try? handle.read(upToCount: largestFileBytes + 1)
        else { throw CommandFailure("\(path) can't be read: name FloDial's \(name)") }
        guard content.count <= largestFileBytes else {
            throw CommandFailure("\(path) has more than \(largestFileBytes) bytes")
        }
        return Array(content)
    }
}
