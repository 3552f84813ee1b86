internal import ArgumentParser
internal import Handoff
internal import Logging
internal import RPC
internal import Transport

/// The command line of the handoff server.
@main
struct HandoffDaemon: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: HandoffServer.name,
        abstract: "Serves handoffs: assembles, shows, and keeps what engineers say of them.",
        discussion: """
            Prints one line to standard output once it serves: \
            "baton-handoffd listening on ADDRESS …". Logs go to standard error.

            While baton-diagnosisd can't be reached, requests are kept and done later.

            SIGTERM: stops accepting, finishes what is in flight, exits with 0 within 10 seconds. \
            SIGHUP: reads the token file again.
            """,
        version: HandoffServer.version
    )

    @Option(help: ArgumentHelp("Folder of the data; made where it is missing.", valueName: "dir"))
    var data: String

    @Option(
        help: ArgumentHelp(
            "Address to listen on: 127.0.0.1:7071, [::1]:7071 or unix:/run/baton.sock; "
                + "port 0 lets the system choose. May be given more than once.",
            valueName: "address"
        ),
        transform: { try Address($0) }
    )
    var listen: [Address]

    @Option(
        help: ArgumentHelp("Address of baton-diagnosisd.", valueName: "address"),
        transform: { try Address($0) }
    )
    var diagnosis: Address

    @Option(
        help: ArgumentHelp(
            "File with the token for baton-diagnosisd; it needs the roles engineer and editor.",
            valueName: "file"
        )
    )
    var diagnosisTokenFile: String?

    @Option(
        help: ArgumentHelp(
            "File of tokens, a line each: SHA256-IN-HEX ROLE[,ROLE…] NAME. "
                + "Without it only local addresses are served.",
            valueName: "file"
        )
    )
    var tokens: String?

    @Option(
        help: ArgumentHelp(
            "File with the key, at least 32 bytes, by which metrics recognise a caller without the "
                + "number. By default it is made in the data folder; a backup does not have it.",
            valueName: "file"
        )
    )
    var callerKeyFile: String?

    @Option(
        help: ArgumentHelp(
            "Days after the end of its call that a handoff is kept, 1 to 36500; then it is deleted with its "
                + "ratings, its outcomes, and what proposals are derived from. By default every handoff is "
                + "kept for ever. What metrics count stays: it quotes nobody, and knows callers by a keyed hash.",
            valueName: "days"
        )
    )
    var keepDays: Int?

    @OptionGroup var proposals: ProposalOptions

    @Option(help: "Least level of what is logged.")
    private var logLevel = LogLevel.info

    @Option(help: "Form of log lines.")
    private var logFormat = LogFormat.text

    func validate() throws {
        guard (1...36_500).contains(keepDays ?? 1) else {
            throw ValidationError("--keep-days is \(keepDays ?? 0); it is from 1 to 36500")
        }
        guard !listen.isEmpty else { throw ValidationError("--listen is missing") }
    }

    func run() throws {
        let handler = LineLogHandler(level: logLevel.level, format: logFormat.format)
        let logger = Logger(label: HandoffServer.name) { _ in handler }
        var client = ClientOptions(address: diagnosis)
        client.token = try diagnosisTokenFile.map { try ClientOptions.token(inFile: $0) }
        var configuration = HandoffServer.Configuration(
            dataFolder: data,
            addresses: listen,
            diagnosis: client,
            tokensFile: tokens,
            callerKeyFile: callerKeyFile
        )
        configuration.proposals = proposals.settings
        configuration.keepDays = keepDays
        try Daemon.run(name: HandoffServer.name, logger: logger) { [configuration] in
            try HandoffServer(configuration, logger: logger)
        }
    }

}

/// The levels that can be asked for.
private enum LogLevel: String, CaseIterable, ExpressibleByArgument {
    case debug, info, notice, warning, error

    var level: Logger.Level { Logger.Level(rawValue: rawValue) ?? .info }
}

/// The forms of a log line.
private enum LogFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json

    var format: LineLogHandler.Format { self == .json ? .json : .text }
}
