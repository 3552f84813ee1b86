internal import ArgumentParser
internal import Catalog

/// `baton catalog schema`.
struct CatalogSchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a kind of file, for editors that complete and check.",
        discussion: "Example: baton catalog schema tree > tree.schema.json"
    )

    /// The kinds of files.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case tree, catalog, vocabulary, article, conversation

        var schema: String {
            switch self {
            case .tree: CatalogSchema.tree
            case .catalog: CatalogSchema.catalog
            case .vocabulary: CatalogSchema.vocabulary
            case .article: CatalogSchema.article
            case .conversation: CatalogSchema.conversation
            }
        }
    }

    @Argument(help: "tree, catalog, vocabulary, article (its front matter) or conversation.")
    var kind = Kind.tree

    func run() {
        print(kind.schema, terminator: "")
    }
}
