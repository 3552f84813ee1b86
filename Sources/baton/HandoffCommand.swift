internal import ArgumentParser

/// `baton handoff`.
struct HandoffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handoff",
        abstract: "Read, claim, rate and close handoffs.",
        subcommands: [HandoffSchemaCommand.self]
    )
}
