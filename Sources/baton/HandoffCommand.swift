internal import ArgumentParser

/// `baton handoff`.
struct HandoffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handoff",
        abstract: "Read, claim, rate and close handoffs.",
        subcommands: [
            HandoffList.self, HandoffShow.self, HandoffClaim.self, HandoffRate.self,
            HandoffOutcome.self, HandoffSchemaCommand.self,
        ]
    )
}
