internal import ArgumentParser
internal import Catalog
internal import Foundation
internal import Messages

/// `baton catalog import-flodial`.
struct CatalogImportFloDialCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-flodial",
        abstract: "Make a catalog of FloDial's flowcharts: trees, and their FAQs as articles.",
        discussion: "Example: baton catalog import-flodial flowcharts.json --out flodial"
    )

    @Argument(help: "The file of flowcharts.")
    var flowcharts: String

    @Option(help: "The folder to write; it must not exist yet, or be empty.")
    var out: String

    @OptionGroup var format: FormatOptions

    /// Bytes of the largest file that is read: a hundred times FloDial's own.
    private static let largestFileBytes = 64 << 20

    func run() throws {
        guard let handle = FileHandle(forReadingAtPath: flowcharts),
            let content = try? handle.read(upToCount: Self.largestFileBytes + 1)
        else { throw CommandFailure("\(flowcharts) can't be read: name FloDial's flowcharts.json") }
        guard content.count <= Self.largestFileBytes else {
            throw CommandFailure("\(flowcharts) has more than \(Self.largestFileBytes) bytes")
        }
        let target = try CatalogTarget(out)
        let files = try FloDial.files(fromJSON: Array(content))
        for file in files { try target.write(file.content, to: file.path) }
        let trees = files.count { $0.path.hasPrefix("trees/") }
        let articles = files.count { $0.path.hasPrefix("articles/") }
        if format.json {
            return try printJSON(["files": files.count, "trees": trees, "articles": articles])
        }
        let parts = [counted(UInt64(trees), "tree"), counted(UInt64(articles), "article")]
        print("\(out): \(parts.joined(separator: ", ")); baton catalog validate \(out) checks it")
    }
}
