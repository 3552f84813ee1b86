internal import ArgumentParser
internal import Handoff

/// `baton handoff schema`.
struct HandoffSchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a handoff in JSON.",
        discussion: "Example: baton handoff schema > handoff.schema.json"
    )

    func run() {
        print(HandoffSchema.text, terminator: "")
    }
}
