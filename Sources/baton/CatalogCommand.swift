internal import ArgumentParser

/// `baton catalog`: what editors do with catalogs.
struct CatalogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog",
        abstract: "Check, publish and look at catalogs of trees, articles and vocabulary.",
        subcommands: [
            CatalogPublish.self,
            CatalogReleases.self,
            CatalogRollback.self,
            CatalogDownload.self,
        ]
    )
}
