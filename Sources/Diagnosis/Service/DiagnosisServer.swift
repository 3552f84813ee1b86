internal import Catalog
internal import LMDB
public import Logging
internal import Messages
public import RPC
internal import Synchronization
public import Transport

/// The whole of `baton-diagnosisd`: calls and catalog in one data folder, served on some addresses.
public final class DiagnosisServer: DaemonService {
    /// How a server is set up.
    public struct Configuration: Sendable {
        /// The folder in which `calls` and `catalog` lie; made where it is missing.
        public var dataFolder: String
        /// Where to listen.
        public var addresses: [Address]
        /// The file of tokens and roles; without one only local addresses are served.
        public var tokensFile: String?
        /// Threads that serve.
        public var loopCount: Int
        /// Ended calls, the last ones, that each publish replays; 0 for none.
        public var replayedCalls: UInt32 {
            get { settings.replayedCalls }
            set { settings.replayedCalls = newValue }
        }
        /// Days after its end that a call is kept; nil for ever.
        public var keepDays: Int? {
            get { settings.keepMilliseconds.map { Int($0 / 86_400_000) } }
            set { settings.keepMilliseconds = newValue.map { Int64($0) * 86_400_000 } }
        }
        /// What operators seldom change.
        var settings = ServiceSettings()

        /// A set-up with the given values.
        public init(
            dataFolder: String,
            addresses: [Address],
            tokensFile: String? = nil,
            loopCount: Int = 1
        ) {
            self.dataFolder = dataFolder
            self.addresses = addresses
            self.tokensFile = tokensFile
            self.loopCount = loopCount
        }
    }

    /// The server's name, as logs and Status show it.
    public static let name = "baton-diagnosisd"
    /// The version that Status shows.
    public static let version = "1.0.0"

    let calls: LiveCalls
    let housekeeping: Housekeeping
    private let catalog: CatalogStore
    private let catalogService: CatalogService
    private let catalogEnvironment: Environment
    private let catalogWriter: Writer
    private let journal: Journal
    private let server: Server
    private let configuration: Configuration
    private let logger: Logger
    private let startedAt: Int64
    private let damagedRecords: Int

    /// Opens the data folder and brings the calls to where they were; nothing is served yet.
    public convenience init(_ configuration: Configuration, logger: Logger) throws {
        try self.init(configuration, logger: logger, clock: ServiceTime.nowMilliseconds)
    }

    /// - Parameter clock: Tells milliseconds since 1970-01-01 UTC.
    init(
        _ configuration: Configuration,
        logger: Logger,
        clock: @escaping @Sendable () -> Int64
    ) throws {
        self.configuration = configuration
        self.logger = logger
        startedAt = clock()
        let settings = configuration.settings
        let tokens = try configuration.tokensFile.map { try Tokens(readingFile: $0) }
        catalogEnvironment = try Environment(
            path: configuration.dataFolder + "/catalog",
            mapSizeBytes: settings.catalogMapBytes,
            maximumReaders: settings.maximumReaders,
            databases: CatalogStore.databases
        )
        catalogWriter = try Writer(
            environment: catalogEnvironment,
            queueLimit: 64,
            healthChanged: { logger.report($0, of: "releases and drafts") }
        )
        catalog = try CatalogStore(environment: catalogEnvironment, writer: catalogWriter)
        journal = try Journal(
            folder: configuration.dataFolder + "/calls",
            settings: settings,
            healthChanged: { logger.report($0, of: "calls") }
        )
        server = try Server(
            Server.Configuration(
                name: "diagnosis",
                loopCount: configuration.loopCount,
                tokens: tokens
            ),
            logger: logger
        )
        calls = LiveCalls(
            journal: journal,
            releases: Releases(catalog),
            settings: settings,
            loops: server.loops,
            clock: clock,
            logger: logger
        )
        catalogService = CatalogService(store: catalog, calls: calls)
        housekeeping = Housekeeping(calls)
        damagedRecords = try Recovery.run(calls, now: clock)
    }

    /// Serves; returns the addresses with the ports that the system chose.
    public func start() throws -> [Address] {
        DiagnosisService(calls: calls).register(on: server)
        catalogService.register(on: server)
        ServerService.registerBackup(on: server) { [calls, catalogEnvironment] folder in
            try Status.map { () throws in
                // Calls first: releases that they name are never younger than they are.
                try calls.journal.environment.copy(to: folder + "/calls")
                try catalogEnvironment.copy(to: folder + "/catalog")
            }
        }
        ServerService.register(
            on: server,
            status: { [weak self] in self?.status() ?? StatusReply(server: Self.name) },
            gauges: { [weak self] in self?.gauges() ?? [] }
        )
        housekeeping.start()
        return try server.start(listening: configuration.addresses)
    }

    /// Reads the token file again; a file that cannot be taken is logged and changes nothing.
    public func reloadTokens() {
        guard let file = configuration.tokensFile else {
            return logger.warning("there is no token file to read again")
        }
        do {
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
        calls.lookups.close()
        calls.ended.close()
        let finished = server.drain(patience: patience)
        housekeeping.stop()
        catalogService.replays.stop()
        calls.shadow.stop()
        do {
            try housekeeping.moveCheckpoint()
        } catch {
            logger.error("the checkpoint was not moved", metadata: ["why": "\(error)"])
        }
        journal.close()
        catalogWriter.close()
        return finished
    }

    // MARK: How it is

    private func status() -> StatusReply {
        var reasons: [String] = []
        if case .degraded(let error) = journal.health { reasons.append("calls: \(error)") }
        if case .degraded(let error) = catalogWriter.health { reasons.append("catalog: \(error)") }
        if damagedRecords > 0 || calls.damagedCount > 0 {
            reasons.append(
                "calls: \(damagedRecords) damaged records were met at the start, "
                    + "\(calls.damagedCount) calls cannot be read; restore a backup"
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
        var gauges = [
            Gauge(name: "calls_in_memory", value: Double(calls.table.count)),
            Gauge(name: "lookups_awaited", value: Double(calls.lookups.count)),
            Gauge(name: "journal_sequence", value: Double(journal.lastSequence)),
            Gauge(name: "journal_commits", value: Double(journal.commits)),
            Gauge(name: "calls_damaged", value: Double(calls.damagedCount)),
        ]
        gauges += journal.environment.gauges(named: "calls")
        gauges += catalogEnvironment.gauges(named: "catalog")
        gauges += journal.environment.diskGauges
        if let release = try? calls.releases.current() {
            gauges.append(Gauge(name: "catalog_release", value: Double(release.number)))
        }
        return gauges
    }
}
