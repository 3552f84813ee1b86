internal import Dispatch
internal import Foundation
public import Logging
public import Transport

/// A server with its data, as a process runs it.
public protocol DaemonService: Sendable {
    /// Serves; returns the addresses with the ports that the system chose.
    func start() throws -> [Address]

    /// Reads the token file again.
    func reloadTokens()

    /// Stops accepting, finishes what is in flight, and closes the data.
    ///
    /// Returns whether everything finished within `patience`.
    @discardableResult
    func stop(patience: Duration) -> Bool
}

/// Runs a service as a process: signals, the line that says where it listens, the end.
public enum Daemon {
    /// How long the end may take, so that the process is gone 10 seconds after SIGTERM.
    private static let patience = Duration.seconds(8)

    /// Makes a service, serves until SIGTERM or SIGINT, and stops it; SIGHUP reads tokens again.
    ///
    /// Called first thing on the main thread: every thread that starts later inherits that signals
    /// are blocked.
    public static func run(
        name: String,
        logger: Logger,
        make: () throws -> any DaemonService
    ) throws {
        ServingProcess.prepare()
        let signals = try EventLoop(name: "signals")
        let stop = DispatchSemaphore(value: 0)
        let running = Locked<(any DaemonService)?>(nil)
        let source = try SignalSource(loop: signals) { signal in
            switch signal {
            case .terminate, .interrupt: stop.signal()
            case .hangUp: running.withLock { $0 }?.reloadTokens()
            }
        }
        let service = try make()
        let addresses = try service.start()
        running.withLock { $0 = service }
        let list = addresses.map { "\($0)" }.joined(separator: " ")
        logger.notice("serving", metadata: ["addresses": "\(list)"])
        try FileHandle.standardOutput.write(contentsOf: Data("\(name) listening on \(list)\n".utf8))
        stop.wait()
        logger.notice("stopping")
        let finished = service.stop(patience: patience)
        logger.notice("stopped", metadata: ["everything finished": "\(finished)"])
        withExtendedLifetime(source) {}
    }
}

extension Tokens {
    /// Reads a token file; throws ``StartError``, which names the file and its first wrong line.
    public init(readingFile path: String) throws(StartError) {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw StartError("token file \(path) can't be read: check its path and permissions")
        }
        do throws(TokenFileError) {
            try self.init(parsing: text)
        } catch {
            throw StartError("token file \(path), \(error)")
        }
    }
}

extension ClientOptions {
    /// Reads the token of a client out of a file that holds nothing else.
    public static func token(inFile path: String) throws(StartError) -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw StartError("token file \(path) can't be read: check its path and permissions")
        }
        let token = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !token.isEmpty, !token.contains(where: \.isWhitespace) else {
            throw StartError("token file \(path) must hold one token and nothing else")
        }
        return token
    }
}
