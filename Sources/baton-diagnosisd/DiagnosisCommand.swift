internal import ArgumentParser
internal import Diagnosis
internal import Logging
internal import RPC
internal import Transport

/// The command line of the diagnosis server.
@main
struct DiagnosisCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: DiagnosisServer.name,
        abstract: "Serves calls: walks the diagnostic trees turn by turn.",
        discussion: """
            Prints one line to standard output once it serves: \
            "baton-diagnosisd listening on ADDRESS …". Logs go to standard error.

            SIGTERM: stops accepting, finishes what is in flight, exits with 0 within 10 seconds. \
            SIGHUP: reads the token file again.
            """,
        version: DiagnosisServer.version
    )

    @Option(help: ArgumentHelp("Folder of the data; made where it is missing.", valueName: "dir"))
    var data: String

    @Option(
        help: ArgumentHelp(
            "Address to listen on: 127.0.0.1:7070, [::1]:7070 or unix:/run/baton.sock; "
                + "port 0 lets the system choose. May be given more than once.",
            valueName: "address"
        ),
        transform: { try Address($0) }
    )
    var listen: [Address]

    @Option(
        help: ArgumentHelp(
            "File of tokens, a line each: SHA256-IN-HEX ROLE[,ROLE…] NAME. "
                + "Without it only local addresses are served.",
            valueName: "file"
        )
    )
    var tokens: String?

    @Option(help: ArgumentHelp("Threads that serve, 1 to 64.", valueName: "count"))
    var loops = 1

    @Option(
        help: ArgumentHelp(
            "Ended calls, the last ones, that each publish replays on the draft, at most 100000; "
                + "0 for none.",
            valueName: "count"
        )
    )
    var replayCalls: UInt32 = 1_000

    @Option(
        help: ArgumentHelp(
            "Days after its end that a call is kept, 1 to 36500; then it is deleted with all that was said. "
                + "By default every call is kept for ever. Of a call that is deleted before baton-handoffd "
                + "has followed it there is no handoff.",
            valueName: "days"
        )
    )
    var keepDays: Int?

    @Option(help: "Least level of what is logged.")
    private var logLevel = LogLevel.info

    @Option(help: "Form of log lines.")
    private var logFormat = LogFormat.text

    func validate() throws {
        guard (1...64).contains(loops) else {
            throw ValidationError("--loops is \(loops); it is from 1 to 64")
        }
        guard replayCalls <= 100_000 else {
            throw ValidationError("--replay-calls is \(replayCalls); it is at most 100000")
        }
        guard (1...36_500).contains(keepDays ?? 1) else {
            throw ValidationError("--keep-days is \(keepDays ?? 0); it is from 1 to 36500")
        }
        guard !listen.isEmpty else { throw ValidationError("--listen is missing") }
    }

    func run() throws {
        let handler = LineLogHandler(level: logLevel.level, format: logFormat.format)
        let logger = Logger(label: DiagnosisServer.name) { _ in handler }
        var configuration = DiagnosisServer.Configuration(
            dataFolder: data,
            addresses: listen,
            tokensFile: tokens,
            loopCount: loops
        )
        configuration.replayedCalls = replayCalls
        configuration.keepDays = keepDays
        try Daemon.run(name: DiagnosisServer.name, logger: logger) {
            try DiagnosisServer(configuration, logger: logger)
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
