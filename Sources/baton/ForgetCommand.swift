internal import ArgumentParser
internal import Foundation
internal import Messages
internal import RPC

/// `baton forget`.
struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Erase ended calls, and their handoffs, on both servers.",
        discussion: """
            All that was said goes, with ratings, outcomes, what proposals are derived from, and patterns that the \
            call was marked for, with their drafts: mark the other calls anew. Metrics still count the call, and \
            know its caller no more. A call that goes on is refused.

            What stands elsewhere stays. Phrases and trees that an editor has taken from calls go with a publish \
            without them, and the releases before it are dropped once 20 others are published and no call is on \
            them; a draft goes when another is begun 30 days after its last change. Backups are deleted by hand. \
            'baton audit' keeps the title of each decision, which may quote a phrase: its records can't be changed.

            Erasing a call again does no harm: do so when a server could not be reached. With tokens it needs the \
            role operator.

            Example: baton forget 2026-11-19-0134
            """
    )

    @Argument(help: "Ids of the calls.")
    var calls: [String]

    @OptionGroup var servers: ServersOptions

    /// A call that is damaged is sought through all records.
    private static let longestTime = Duration.seconds(600)

    func run() throws {
        let targets = try servers.addresses().map { try Target($0, servers) }
        // The calls themselves first: where they are refused, nothing is erased.
        let ordered =
            targets.filter { $0.service == Target.diagnosis }
            + targets.filter { $0.service != Target.diagnosis }
        for call in calls {
            var found = false
            for server in ordered { found = try server.forget(call, Self.longestTime) || found }
            print("\(call): \(found ? "erased" : "nothing is stored of it")".printable)
        }
    }
}

/// A server, and the service that it erases calls by.
private struct Target {
    static let diagnosis = "baton.v1.Diagnosis"

    let address: String
    let program: String
    let service: String
    let client: BlockingClient

    init(_ address: String, _ servers: ServersOptions) throws {
        let client = try servers.client(of: address)
        do throws(Status) {
            let status: StatusReply = try client.call(
                service: ServerService.name,
                method: "Status",
                StatusRequest(),
                idempotent: true
            )
            program = status.server
        } catch {
            throw ServerLink.failure(error, server: "the server", address: address)
        }
        self.address = address
        self.client = client
        let isDiagnosis = program == ServerName.diagnosis.program
        service = isDiagnosis ? Self.diagnosis : "baton.v1.Handoff"
    }

    func forget(_ callID: String, _ timeout: Duration) throws -> Bool {
        do throws(Status) {
            let reply: ForgetReply = try client.call(
                service: service,
                method: "Forget",
                ForgetRequest(callID: callID),
                idempotent: true,
                timeout: timeout
            )
            return reply.found
        } catch {
            throw ServerLink.failure(error, server: program, address: address)
        }
    }
}
