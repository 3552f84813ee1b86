internal import ArgumentParser

/// `baton catalog`: what editors do with catalogs.
struct CatalogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog",
        abstract: "Check, publish and look at catalogs of trees, articles and vocabulary.",
        subcommands: [
            CatalogValidateCommand.self,
            CatalogPublishCommand.self,
            CatalogReleasesCommand.self,
            CatalogTrialCommand.self,
            CatalogPromoteCommand.self,
            CatalogRollbackCommand.self,
            CatalogReplayCommand.self,
            CatalogDiffCommand.self,
            CatalogDownloadCommand.self,
            CatalogGraphCommand.self,
            CatalogSchemaCommand.self,
            CatalogImportFloDialCommand.self,
        ]
    )
}
