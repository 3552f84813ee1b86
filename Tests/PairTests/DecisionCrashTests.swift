import Dispatch
import Foundation
import Logging
import Messages
import RPC
import TestSupport
import Testing
import Transport

/// `baton-handoffd` is killed while a decision is being published.
@Suite struct DecisionCrashTests {
    private struct Listed: Decodable {
        struct Proposal: Decodable { let id: String }
        let proposals: [Proposal]
        let calls: Int
    }

    private struct Release: Decodable { let release: Int }

    /// When it is killed.
    enum Moment: CaseIterable {
        case beforePublishing
        /// And it asks what became of its decision before that is known.
        case amidPublishing
        case afterPublishing
    }

    @Test(arguments: Moment.allCases)
    func `a decision is lost or published twice after a kill`(moment: Moment) throws {
        let folder = try TemporaryFolder()
        let diagnosis = try ServerProcess("baton-diagnosisd", data: folder.path + "/diagnosis")
        try CommandRun.publish(to: diagnosis.address)
        let relay = try Relay(to: diagnosis.address, folder: folder.path)
        func start() throws -> ServerProcess {
            try ServerProcess(
                "baton-handoffd",
                data: folder.path + "/handoff",
                ["--diagnosis", relay.address, "--propose-lacking", "1"]
            )
        }
        let first = try start()
        let id = try proposal(on: first, diagnosis)
        let (asking, publishing) = (first.identifier, diagnosis.identifier)
        relay.onPublish { publish in
            switch moment {
            case .beforePublishing: break
            case .afterPublishing: publish()
            case .amidPublishing:
                // A thread of its own: those of the queue may all be waiting for other tests' servers.
                Thread.detachNewThread(publish)
                MonotonicTime.sleep(for: .milliseconds(20))
                kill(publishing, SIGSTOP)
            }
            kill(asking, SIGKILL)
        }
        let killed = try baton(["proposals", "accept", id, "--by", "ed"], first)
        #expect(killed.status != 0, "\(killed)")

        first.kill()
        let second = try start()
        if moment == .amidPublishing {
            // Not on a queue, for the same reason.
            Thread.detachNewThread {
                MonotonicTime.sleep(for: .milliseconds(300))
                kill(publishing, SIGCONT)
            }
        }
        let answered = try baton(["proposals", "--json"], second)
        try #require(answered.status == 0, "\(answered)")
        let open = try CommandRun.json(Listed.self, answered.output).proposals.map(\.id)
        #expect(open.contains(id) == (moment == .beforePublishing), "\(open)")
        // The editor tries again, and gets the one release that there is, and its files.
        let catalog = try CommandRun.copy(into: folder)
        let again = try baton(
            ["proposals", "accept", id, "--by", "ed", "--folder", catalog.path],
            second
        )
        let tree = try String(
            contentsOf: catalog.appending(path: "trees/vpn.yaml"),
            encoding: .utf8
        )
        #expect(tree.contains("environment.router-firmware"))
        #expect(again.status == 0 && again.output.contains("release 2"), "\(again)")
        let listed = try CommandRun.baton(
            "catalog",
            "releases",
            "--json",
            "--address",
            diagnosis.address
        )
        #expect(try CommandRun.json([Release].self, listed.output).map(\.release) == [2, 1])
        let audit = try baton(["audit"], second)
        #expect(audit.output.contains("ed  accept \(id), release 2"), "\(audit)")
        let verified = try baton(["audit", "verify"], second)
        #expect(verified.output.contains("1 record, whole"), "\(verified)")
    }

    private func baton(_ arguments: [String], _ server: ServerProcess) throws -> Programs.Result {
        try Programs.run("baton", arguments + ["--address", server.address])
    }

    /// What follows from a call whose handoff lacks the firmware.
    private func proposal(on handoff: ServerProcess, _ diagnosis: ServerProcess) throws -> String {
        let played = try CommandRun.baton(
            "call",
            "--script",
            Programs.starterCatalog + "/conversations/vpn-after-router-swap.yaml",
            "--call-id",
            "call",
            "--address",
            diagnosis.address
        )
        try #require(played.status == 0, "\(played)")
        let client = BlockingClient(ClientOptions(address: try Address(handoff.address)))
        let _: AssembleReply = try client.call(
            service: "baton.v1.Handoff",
            method: "Assemble",
            AssembleRequest(callID: "call"),
            idempotent: true
        )
        let rate = ["handoff", "rate", "call", "--score", "3", "--engineer", "kim"]
        let rated = try baton(rate + ["--missing", "router firmware"], handoff)
        try #require(rated.status == 0, "\(rated)")
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            let listed = try baton(["proposals", "--json"], handoff)
            try #require(listed.status == 0, "\(listed)")
            let found = try CommandRun.json(Listed.self, listed.output)
            if found.calls == 1 { return try #require(found.proposals.first).id }
            try #require(ContinuousClock.now < deadline)
            MonotonicTime.sleep(for: .milliseconds(50))
        }
    }
}

/// Stands between the two servers and hands over what one asks of the other.
private final class Relay: Sendable {
    let address: String
    private let target: Address
    private let server: Server
    private let publishing = Locked<(@Sendable (@escaping @Sendable () -> Void) -> Void)?>(nil)

    init(to target: String, folder: String) throws {
        self.target = try Address(target)
        address = "unix:\(folder)/relay.sock"
        server = try Server(
            .init(name: "relay"),
            logger: .init(label: "relay", factory: { _ in SwiftLogNoOpLogHandler() })
        )
        ServerService.register(on: server, status: { StatusReply() }, gauges: { [] })
        let (diagnosis, catalog) = ("baton.v1.Diagnosis", "baton.v1.Catalog")
        forward(diagnosis, "GetCall", GetCallRequest.self, GetCallReply.self)
        forward(diagnosis, "ListCalls", ListCallsRequest.self, ListCallsReply.self)
        forward(diagnosis, "Confirm", ConfirmRequest.self, ConfirmReply.self)
        forward(catalog, "GetRelease", GetReleaseRequest.self, GetReleaseReply.self)
        forward(catalog, "ListReleases", ListReleasesRequest.self, ListReleasesReply.self)
        forward(catalog, "Download", DownloadRequest.self, DownloadReply.self)
        forward(catalog, "Stage", StageRequest.self, StageReply.self)
        forward(catalog, "Publish", PublishRequest.self, PublishReply.self)
        _ = try server.start(listening: [try Address(address)])
    }

    deinit { server.drain(patience: .zero) }

    /// What is done with the next publish; it is handed over by calling what is given.
    func onPublish(_ body: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void) {
        publishing.withLock { $0 = body }
    }

    private func forward<Request: Message, Response: Message>(
        _ service: String,
        _ method: String,
        _: Request.Type,
        _: Response.Type
    ) {
        server.registerDeferred(
            service: service,
            method: method,
            roles: .all
        ) { [target, publishing] (request: Request, _, reply: Reply<Response>) throws(Status) in
            Thread.detachNewThread {
                var options = ClientOptions(address: target)
                options.timeout = .seconds(60)
                let client = BlockingClient(options)
                let body = method == "Publish" ? publishing.withLock { $0.take() } : nil
                let answer: @Sendable () -> Result<Response, Status> = {
                    Result { () throws(Status) -> Response in
                        try client.call(service: service, method: method, request)
                    }
                }
                // Who asked is killed, and must not have the answer before.
                if let body { body { _ = answer() } } else { reply.complete(answer()) }
            }
        }
    }
}
