internal import ArgumentParser
internal import Diagnosis

/// The command line of editors, engineers and operators.
@main
struct Baton: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baton",
        abstract:
            "Works with Baton's servers: catalogs, calls, handoffs, metrics, proposals, backups, and how they are.",
        discussion: """
            Servers are found by --address, or else by $BATON_DIAGNOSIS and $BATON_HANDOFF; a \
            token is read from the file --token-file, or else from $BATON_TOKEN_FILE.
            """,
        version: DiagnosisServer.version,
        subcommands: [
            CatalogCommand.self, CallCommand.self, CallsCommand.self, HandoffCommand.self,
            MetricsCommand.self, ProposalsCommand.self, PatternCommand.self, AuditCommand.self,
            StatusCommand.self,
            BackupCommand.self, ForgetCommand.self,
        ]
    )
}
