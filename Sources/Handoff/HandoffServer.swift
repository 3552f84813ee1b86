internal import Diagnosis
internal import Foundation
internal import LMDB
public import Logging
internal import Messages
public import RPC
public import Transport

/// The whole of `baton-handoffd`: handoffs in one data folder, served on some addresses.
public final class HandoffServer: DaemonService {
    /// How a server is set up.
    public struct Configuration: Sendable {
        /// The folder in which `handoffs` lies; made where it is missing.
        public var dataFolder: String
        /// Where to listen.
        public var addresses: [Address]
        /// Where `baton-diagnosisd` listens, and the token for it.
        public var diagnosis: ClientOptions
        /// The file of tokens and roles; without one only local addresses are served.
        public var tokensFile: String?
        /// The file of the key that callers are hashed with; without one it is made in the data folder.
        public var callerKeyFile: String?
        /// Days after its end that a call's handoff is kept; nil for ever.
        public var keepDays: Int?
        /// From how much on something is proposed.
        public var proposals = ProposalSettings()
        /// What tests change.
        var following = FollowerSettings()

        /// A set-up with the given values.
        public init(
            dataFolder: String,
            addresses: [Address],
            diagnosis: ClientOptions,
            tokensFile: String? = nil,
            callerKeyFile: String? = nil
        ) {
            self.dataFolder = dataFolder
            self.addresses = addresses
            self.diagnosis = diagnosis
            self.tokensFile = tokensFile
            self.callerKeyFile = callerKeyFile
        }
    }

    /// The server's name, as logs and Status show it.
    public static let name = "baton-handoffd"
    /// The version that Status shows.
    public static let version = "1.0.0"

    private let store: HandoffStore
    private let link: DiagnosisLink
    private let follower: Follower
    private let retention: Retention?
    private let server: Server
    private let configuration: Configuration
    private let clock: @Sendable () -> Int64
    private let startedAt: Int64
    private let logger: Logger

    /// Opens the data folder; nothing is served yet.
    public init(_ configuration: Configuration, logger: Logger) throws {
        let clock = { @Sendable in Int64(Date().timeIntervalSince1970 * 1_000) }
        let tokens = try configuration.tokensFile.map { try Tokens(readingFile: $0) }
        self.configuration = configuration
        self.clock = clock
        self.logger = logger
        startedAt = clock()
        store = try HandoffStore(
            folder: configuration.dataFolder + "/handoffs",
            callerKeyFile: configuration.callerKeyFile,
            keepDays: configuration.keepDays,
            healthChanged: { logger.report($0, of: "handoffs") }
        )
        retention = Retention(store, clock: clock, logger: logger)
        server = try Server(
            Server.Configuration(name: "handoff", tokens: tokens),
            logger: logger
        )
        link = try DiagnosisLink(configuration.diagnosis)
        follower = Follower(
            store: store,
            link: link,
            settings: configuration.following,
            clock: clock,
            logger: logger
        )
    }

    /// Serves and follows ended calls; returns the addresses with the ports that the system chose.
    public func start() throws -> [Address] {
        HandoffService(store: store, link: link, clock: clock).register(on: server)
        let desk = ProposalDesk(
            store: store,
            link: link,
            settings: configuration.proposals,
            clock: clock,
            logger: logger
        )
        ProposalService(desk).register(on: server)
        ServerService.register(
            on: server,
            status: { [weak self] in self?.status() ?? StatusReply(server: Self.name) },
            gauges: { [weak self] in self?.gauges() ?? [] }
        )
        ServerService.registerBackup(on: server) { [store] folder in
            try store.environment.copy(to: folder + "/handoffs")
        }
        let addresses = try server.start(listening: configuration.addresses)
        follower.start()
        retention?.start()
        return addresses
    }

    /// Reads the token file again; a file that cannot be taken is logged and changes nothing.
    public func reloadTokens() {
        guard let file = configuration.tokensFile else {
            return logger.warning("there is no token file to read again")
        }
        do throws(StartError) {
            server.replaceTokens(try Tokens(readingFile: file))
        } catch {
            logger.error("tokens were not replaced", metadata: ["why": "\(error)"])
        }
    }

    /// Stops accepting, finishes what is in flight, and closes the data folder.
    ///
    /// Returns whether everything finished within `patience`. Not to be called on a loop.
    @discardableResult
    public func stop(patience: Duration) -> Bool {
        let finished = server.drain(patience: patience)
        follower.stop()
        retention?.stop()
        store.close()
        return finished
    }

    // MARK: How it is

    private func status() -> StatusReply {
        var reasons: [String] = []
        if case .degraded(let error) = store.health { reasons.append("handoffs: \(error)") }
        if case .lost(let since, let why) = follower.reach {
            let time = Moment(milliseconds: since, zone: "").seconds
            reasons.append(
                "baton-diagnosisd at \(configuration.diagnosis.address) does not answer since "
                    + "\(time), it is tried again (\(why))"
            )
        }
        return StatusReply(
            server: Self.name,
            version: Self.version,
            healthy: reasons.isEmpty,
            reason: reasons.joined(separator: "; "),
            startedAtMs: startedAt,
            gauges: gauges()
        )
    }

    private func gauges() -> [Gauge] {
        var gauges = [Gauge(name: "diagnosis_reachable", value: follower.hasReached ? 1 : 0)]
        if let position = try? store.followedPosition() {
            gauges.append(Gauge(name: "ended_calls_followed", value: Double(position)))
        }
        return gauges + store.environment.gauges(named: "handoffs") + store.environment.diskGauges
    }
}
