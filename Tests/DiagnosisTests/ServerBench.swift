import Crypto
import Foundation
import Logging
import Messages
import RPC
import TestSupport
import Testing
import Transport

@testable import Diagnosis

/// Keeps lines of the log that tell of trouble or of its end.
private struct ErrorLog: LogHandler {
    let errors: Locked<[String]>
    var metadata = Logger.Metadata()
    var logLevel = Logger.Level.notice

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        errors.withLock { $0.append("\(event.level): \(event.message)") }
    }
}

/// A server on a socket, and a client of it.
final class ServerBench {
    let folder: TemporaryFolder
    let data: String
    let tokensFile: URL
    let server: DiagnosisServer
    /// What the server has logged as errors, and when one of them is over.
    let errors = Locked<[String]>([])
    let address: Address
    /// Sent with each request; the tokens' names are those of their roles.
    var token: String? {
        didSet { client = BlockingClient(ClientOptions(address: address, token: token)) }
    }
    private var client: BlockingClient

    /// - Parameters:
    ///   - data: A data folder; a new one is made otherwise.
    ///   - roles: Roles to make a token for each; none for a server without tokens.
    ///   - catalogMapBytes: The most that the file of the catalog may grow to.
    init(data: String? = nil, roles: [String] = [], catalogMapBytes: Int = 64 << 20) throws {
        folder = try TemporaryFolder()
        self.data = data ?? folder.path + "/data"
        tokensFile = folder.url.appending(path: "tokens")
        try Self.write(roles, to: tokensFile)
        var configuration = DiagnosisServer.Configuration(
            dataFolder: self.data,
            addresses: [try Address("127.0.0.1:0")],
            tokensFile: roles.isEmpty ? nil : tokensFile.path,
            loopCount: 2
        )
        configuration.settings = .small
        configuration.settings.catalogMapBytes = catalogMapBytes
        server = try DiagnosisServer(
            configuration,
            logger: Logger(label: "test") { [errors] _ in ErrorLog(errors: errors) }
        )
        address = try server.start()[0]
        client = BlockingClient(ClientOptions(address: address))
    }

    deinit {
        client.disconnect()
        server.stop(patience: .seconds(5))
    }

    func writeTokens(_ roles: [String]) throws {
        try Self.write(roles, to: tokensFile)
    }

    private static func write(_ roles: [String], to file: URL) throws {
        let lines = roles.map { role in
            let digest = SHA256.hash(data: Data(role.utf8))
            let hex = digest.map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
            return "\(hex) \(role) \(role)\n"
        }
        try Data(lines.joined().utf8).write(to: file)
    }

    // MARK: Requests

    func call<Request: Message, Response: Message>(
        service: String = DiagnosisService.name,
        _ method: String,
        _ request: Request
    ) throws -> Response {
        try client.call(service: service, method: method, request)
    }

    @discardableResult
    func start(_ id: String) throws -> StartCallReply {
        try call("StartCall", StartCallRequest(callID: id))
    }

    @discardableResult
    func turn(_ id: String, _ number: UInt32, _ input: Input) throws -> TurnReply {
        try call("Turn", TurnRequest(callID: id, turn: number, input: input))
    }

    /// Publishes the test's catalog; returns the release.
    @discardableResult
    func publish(opening: String? = nil, base: UInt32 = 0) throws -> UInt32 {
        var files = TestCatalog.files
        if let opening {
            let text = String(decoding: files[0].content, as: UTF8.self)
            let changed = text.replacing("What can I help you with?", with: opening)
            files = [SourceFile(path: files[0].path, content: Array(changed.utf8))]
        }
        let stage = StageRequest(baseRelease: base, files: files, validate: true)
        let staged: StageReply = try call(service: CatalogService.name, "Stage", stage)
        #expect(staged.problems.isEmpty)
        let request = PublishRequest(draft: staged.draft, editor: "test", note: "test")
        let reply: PublishReply = try call(service: CatalogService.name, "Publish", request)
        #expect(reply.problems.isEmpty)
        return reply.release
    }

    /// What an almost empty request to a method ends with.
    func code(of method: String) -> Status.Code {
        do throws(Status) {
            switch method {
            case "StartCall":
                let _: StartCallReply = try send(method, StartCallRequest(callID: "token-test"))
            case "Turn": let _: TurnReply = try send(method, TurnRequest())
            case "GetCall": let _: GetCallReply = try send(method, GetCallRequest())
            case "Evaluate": let _: EvaluateReply = try send(method, EvaluateRequest())
            case "Search": let _: SearchReply = try send(method, SearchRequest())
            case "ListCalls": let _: ListCallsReply = try send(method, ListCallsRequest())
            case "TakeLookups": let _: TakeLookupsReply = try send(method, TakeLookupsRequest())
            case "AwaitLookups":
                let _: AwaitLookupsReply = try send(method, AwaitLookupsRequest())
            case "AddFacts": let _: AddFactsReply = try send(method, AddFactsRequest())
            case "ListReleases":
                let _: ListReleasesReply = try client.call(
                    service: CatalogService.name,
                    method: method,
                    ListReleasesRequest()
                )
            case "Backup":
                let _: BackupReply = try client.call(
                    service: ServerService.name,
                    method: method,
                    BackupRequest()
                )
            default: preconditionFailure("no request for \(method)")
            }
            return .ok
        } catch {
            return error.code
        }
    }

    private func send<Request: Message, Response: Message>(
        _ method: String,
        _ request: Request
    ) throws(Status) -> Response {
        try client.call(service: DiagnosisService.name, method: method, request)
    }

    /// Expects a failure with a code and a part of its message.
    func expect(
        _ code: Status.Code,
        _ part: String,
        at location: SourceLocation = #_sourceLocation,
        _ body: () throws -> Void
    ) {
        do {
            try body()
            Issue.record("no failure, expected \(part)", sourceLocation: location)
        } catch let status as Status {
            #expect(status.code == code, sourceLocation: location)
            #expect(status.message.contains(part), "\(status)", sourceLocation: location)
        } catch {
            Issue.record("\(error)", sourceLocation: location)
        }
    }
}
