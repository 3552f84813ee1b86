import Foundation
import Messages
import RPC
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
        try Data(Self.settings.utf8).write(to: folder.url.appending(path: "catalog.yaml"))
        try Data(Self.printer.utf8).write(to: trees.appending(path: "printer.yaml"))
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

    private static let settings = """
        languages:
          en-US:
            opening: What can I help you with?
            opening-again: Could you say it in other words?
            which: Is this about {first}, or about {second}?
            confirm: "Just to check: {answer}?"
            wait: Take your time.
            looking-up: One moment please.
            off-topic: I can't help with that.
            no-answer: I don't know that.
            silence: Are you still there?
            availability: When can you be reached?
            escalated: An engineer will call you.
            wants-person: I am putting you through.
            resolved: Is there anything else?
            goodbye: Goodbye.
        time-zone: America/New_York
        takes-calls: always
        person-queue: people
        intake:
          queue: general
          priority: 3
          requires: [symptom.description]
          nodes:
            - {ask: symptom.description, kind: text, label: description, say: Please describe it.}
        """

    private static let printer = """
        id: printer
        title: the printer
        issue: The printer does not print
        symptoms: [the printer does not print]
        requires: [test.light]
        nodes:
          - lookup: test.toner
            label: toner
            kind: choice
            source: print-server
            seconds: 120
            values: {empty: empty, full: full}
            branches: {empty: empty}
            otherwise: light
            unknown: light
          - check: test.light
            id: light
            label: light
            say: Is the light on?
            results:
              pass: {label: "on", phrases: [it is on]}
              fail: {label: "off", phrases: [it is off]}
            otherwise: broken
            unknown: broken
          - diagnose: empty
            diagnosis: the toner is empty
            recommendation: replace the toner
            minutes: 5
            queue: printers
            priority: 4
            confidence: 0.9
          - diagnose: broken
            diagnosis: the printer is broken
            recommendation: send a technician
            minutes: 30
            queue: printers
            priority: 2
            confidence: 0.5
        """
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
