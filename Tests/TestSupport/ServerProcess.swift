import Foundation
import Glibc

/// A server of this package as a process of its own, killed with its owner.
public final class ServerProcess {
    private let process = Process()
    private let output: Programs.Collected
    private let errors: Programs.Collected

    /// Where it listens.
    public let address: String

    /// Starts `name`, on a port of the system's choice unless one is given, and waits until it says
    /// that it serves.
    public init(
        _ name: String,
        data: String,
        _ arguments: [String] = [],
        listen: String = "127.0.0.1:0"
    ) throws {
        output = try Programs.Collected()
        errors = try Programs.Collected()
        process.executableURL = Programs.folder.appending(path: name)
        process.arguments = ["--data", data, "--listen", listen] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output.file
        process.standardError = errors.file
        try process.run()
        let deadline = Date(timeIntervalSinceNow: 60)
        while true {
            if let line = output.text.split(separator: "\n").first,
                let mark = line.range(of: " listening on ")
            {
                address = String(line[mark.upperBound...])
                return
            }
            guard process.isRunning, Date() < deadline else {
                process.terminate()
                throw ServerDidNotStart(name: name, errors: errors.text)
            }
            usleep(2_000)
        }
    }

    deinit { kill() }

    /// For signals from other threads.
    public var identifier: Int32 { process.processIdentifier }

    /// Stops it in its tracks: connections stay open and nothing is answered.
    public func freeze() {
        Glibc.kill(process.processIdentifier, SIGSTOP)
    }

    /// Ends it as a crash would.
    public func kill() {
        guard process.isRunning else { return }
        Glibc.kill(process.processIdentifier, SIGKILL)
        waitUntilGone()
    }

    /// Asks it to stop and gives its exit status.
    public func stop() -> Int32 {
        Glibc.kill(process.processIdentifier, SIGTERM)
        waitUntilGone()
        return process.terminationStatus
    }

    /// Waits until it has ended, by whatever.
    public func waitUntilGone() { process.waitUntilExit() }
}

struct ServerDidNotStart: Error, CustomStringConvertible {
    let name: String
    let errors: String
    var description: String { "\(name) did not start: \(errors)" }
}
