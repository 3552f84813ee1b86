internal import ArgumentParser
internal import Foundation
internal import Messages
internal import RPC

/// `baton backup`.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Have the servers copy their data, while they serve.",
        discussion: """
            Each server writes a whole copy into FOLDER/NAME, on its own machine: baton-handoffd first, so \
            that it never knows of more calls than the copy of baton-diagnosisd has. To restore, stop both, put \
            FOLDER/baton-diagnosisd and FOLDER/baton-handoffd in the places of their --data folders, and start them. \
            The file handoffs.caller-key of baton-handoffd's data folder is not part of a copy: keep it beside.

            With tokens it needs the role operator.

            Example: baton backup /backup/baton-2026-11-26
            """
    )

    @Argument(help: "A whole path, beginning with /, of a folder on the servers' machines.")
    var folder: String

    @OptionGroup var servers: ServersOptions

    @OptionGroup var format: FormatOptions

    /// Copying the largest data takes minutes.
    private static let copyTime = Duration.seconds(3_600)

    func validate() throws {
        guard folder.hasPrefix("/") else {
            throw ValidationError(
                "FOLDER is a whole path, beginning with /, on the servers' machines"
            )
        }
    }

    func run() throws {
        var outputs: [BackupOutput] = []
        for address in servers.addresses(usual: [.handoff, .diagnosis]) {
            let output = try backUp(address)
            if !format.json { print(output.line) }
            outputs.append(output)
        }
        if format.json { try printJSON(outputs) }
    }

    private func backUp(_ address: String) throws -> BackupOutput {
        let client = try servers.client(of: address)
        do throws(Status) {
            let status: StatusReply = try client.call(
                service: ServerService.name,
                method: "Status",
                StatusRequest(),
                idempotent: true
            )
            let target = (folder.hasSuffix("/") ? folder : folder + "/") + status.server
            // Sent once: a second attempt would find the folder of the first.
            let reply: BackupReply = try client.call(
                service: ServerService.name,
                method: "Backup",
                BackupRequest(folder: target),
                timeout: Self.copyTime
            )
            return BackupOutput(
                address: address,
                server: status.server,
                folder: target,
                bytes: reply.bytes
            )
        } catch {
            throw ServerLink.failure(error, server: "the server", address: address)
        }
    }
}

/// A copy that was made, in JSON and in a line.
private struct BackupOutput: Encodable {
    let address, server, folder: String
    let bytes: UInt64

    var line: String {
        "\(server) at \(address): \(bytes) bytes in \(folder)".printable
    }
}
