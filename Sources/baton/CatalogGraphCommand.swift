internal import ArgumentParser
internal import Catalog
internal import Foundation
internal import Messages

/// `baton catalog graph`.
struct CatalogGraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draw a tree as Mermaid or Graphviz text.",
        discussion: """
            Examples:
              baton catalog graph ops/catalog/trees/vpn.yaml
              baton catalog graph vpn --in ops/catalog --format dot | dot -Tsvg > vpn.svg
            """
    )

    /// What the tree is written in.
    enum Language: String, ExpressibleByArgument, CaseIterable {
        case mermaid, dot
    }

    @Argument(help: "The file of a tree in its catalog's folder, or a tree's name.")
    var tree: String

    @Option(name: .customLong("in"), help: "The catalog's folder; the file's by default.")
    var folder: String?

    @Option(help: "mermaid or dot.")
    var format = Language.mermaid

    func run() throws {
        let place = CatalogTreePlace(tree, folder: folder)
        let tree = try place.compiled()
        let text =
            switch format {
            case .mermaid: TreeGraph.mermaid(tree)
            case .dot: TreeGraph.dot(tree)
            }
        print(text, terminator: "")
    }
}

/// A tree on disk: its catalog's folder and its name.
struct CatalogTreePlace: Equatable {
    let folder: String
    let id: String

    /// - Parameters:
    ///   - tree: `FOLDER/trees/ID.yaml`, or a name.
    ///   - folder: The catalog's folder, where it is given.
    init(_ tree: String, folder given: String?) {
        let file = URL(filePath: tree)
        let isFile = file.pathExtension == "yaml"
        id = isFile ? file.deletingPathExtension().lastPathComponent : tree
        let parent = (tree as NSString).deletingLastPathComponent
        let above = (parent as NSString).deletingLastPathComponent
        folder = given ?? (isFile && !above.isEmpty ? above : ".")
    }

    /// The tree as the catalog compiles it; what is wrong elsewhere does not matter.
    func compiled() throws -> Tree {
        let compilation = try CatalogCompiler.compile(try CatalogFolder.read(folder))
        if let tree = try compilation.view.compiledTree(id)?.tree { return tree }
        let mistakes = compilation.problems.filter { $0.path == "trees/\(id).yaml" }
        guard mistakes.isEmpty else {
            let text = ProblemText(problems: mistakes, reports: [], folder: folder)
            let lines = ["the tree can't be drawn"] + text.problemLines
            throw CommandFailure(lines.joined(separator: "\n"))
        }
        let trees = try compilation.view.treeIDs(maximum: CatalogLimits.trees)
        throw CommandFailure(
            "\(folder) has no tree '\(id)'; it has: \(trees.joined(separator: ", "))"
        )
    }
}
