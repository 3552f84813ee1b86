import Foundation
import Messages
import RPC
import TestSupport
import Testing
import Transport

/// A server whose calls about printers wait two minutes for a system, unless it answers.
struct WaitingServer {
    /// How long a call waits for the system.
    static let limit = Duration.seconds(120)

    private let server: PublishedServer
    var address: String { server.address }

    init() throws {
        let folder = try TemporaryFolder()
        let trees = folder.url.appending(path: "trees")
        try FileManager.default.createDirectory(at: trees, withIntermediateDirectories: true)
        try Data(PrinterCatalog.settings.utf8).write(to: folder.url.appending(path: "catalog.yaml"))
        let printer = PrinterCatalog.tree.replacing("seconds: 30", with: "seconds: 120")
        try Data(printer.utf8).write(to: trees.appending(path: "printer.yaml"))
        server = try PublishedServer(catalog: folder.path)
    }

    /// Answers the lookup of a call, as the system does.
    func answer(_ callID: String) throws {
        let client = BlockingClient(ClientOptions(address: try Address(address)))
        defer { client.disconnect() }
        let request = AddFactsRequest(
            callID: callID,
            requestID: "r",
            system: "print-server",
            facts: [StructuredAnswer(fact: "test.toner", value: "full")]
        )
        let reply: AddFactsReply = try client.call(
            service: "baton.v1.Diagnosis",
            method: "AddFacts",
            request
        )
        #expect(reply.awaited)
    }
}

@Suite struct WaitingTests {
    @Test func `who types a call waits on though the system has answered`() throws {
        let server = try WaitingServer()
        let call = try ClientInHand(
            Programs.folder.appending(path: "baton"),
            ["call", "--address", server.address, "--call-id", "a"]
        )
        #expect(try call.readLine() == "agent     What can I help you with?")
        try call.write("the printer does not print")
        #expect(try call.readLine() == "customer  the printer does not print")
        #expect(try call.readLine() == "agent     One moment please.")
        #expect(try call.readLine().hasSuffix("waiting up to 120 s for a system"))
        let answered = ContinuousClock.now
        try server.answer("a")
        #expect(try call.readLine() == "agent     Is the light on?")
        #expect(ContinuousClock.now - answered < WaitingServer.limit / 2)
    }
}
