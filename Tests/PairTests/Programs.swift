import Dispatch
import Foundation
import Glibc
import Testing

/// The programs of this package, built beside the tests.
enum Programs {
    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder that the test bundle was built in.
    static let folder = URL(filePath: CommandLine.arguments[0])
        .resolvingSymlinksInPath().deletingLastPathComponent()

    /// What a program that ran to its end printed.
    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs a program of this package to its end; it is killed after `seconds`.
    static func run(
        _ name: String,
        _ arguments: [String],
        seconds: Double = 60
    ) throws -> Result {
        try run(folder.appending(path: name), arguments, seconds: seconds)
    }

    /// Runs any program to its end; it is killed after `seconds`.
    static func run(
        _ program: URL,
        _ arguments: [String],
        seconds: Double = 60
    ) throws -> Result {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let output = try Collected()
        let errors = try Collected()
        process.standardOutput = output.file
        process.standardError = errors.file
        try process.run()
        let identifier = process.processIdentifier
        let timer = DispatchSource.makeTimerSource()
        timer.schedule(deadline: .now() + seconds)
        timer.setEventHandler { kill(identifier, SIGKILL) }
        timer.resume()
        process.waitUntilExit()
        timer.cancel()
        return Result(
            status: process.terminationStatus,
            output: output.text,
            errors: errors.text
        )
    }

    /// What a process writes to one of its streams: a file, so that it never blocks.
    final class Collected: Sendable {
        private let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        let file: FileHandle

        init() throws {
            _ = FileManager.default.createFile(atPath: url.path, contents: nil)
            file = try FileHandle(forWritingTo: url)
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        /// What has come yet.
        var text: String { (try? String(contentsOf: url, encoding: .utf8)) ?? "" }
    }
}

/// A folder that is removed with its owner.
final class TemporaryFolder: Sendable {
    let url: URL
    var path: String { url.path }

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}

/// A server of this package as a process of its own, killed with its owner.
final class ServerProcess {
    private let process = Process()
    private let output: Programs.Collected
    private let errors: Programs.Collected

    /// Where it listens.
    let address: String

    /// Starts `name`, on a port of the system's choice unless one is given, and waits until it says
    /// that it serves.
    init(
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

    var log: String { errors.text }

    /// For signals from other threads.
    var identifier: Int32 { process.processIdentifier }

    /// Stops it in its tracks: connections stay open and nothing is answered.
    func freeze() {
        Glibc.kill(process.processIdentifier, SIGSTOP)
    }

    /// Ends it as a crash would.
    func kill() {
        guard process.isRunning else { return }
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Asks it to stop and gives its exit status.
    func stop() -> Int32 {
        Glibc.kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        return process.terminationStatus
    }
}

struct ServerDidNotStart: Error, CustomStringConvertible {
    let name: String
    let errors: String
    var description: String { "\(name) did not start: \(errors)" }
}
