import Dispatch
import Foundation
import Glibc
import Synchronization
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

    /// Runs a program to its end; it is killed after `seconds`.
    static func run(
        _ name: String,
        _ arguments: [String],
        seconds: Double = 60
    ) throws -> Result {
        let process = Process()
        process.executableURL = folder.appending(path: name)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let output = Collected()
        let errors = Collected()
        process.standardOutput = output.pipe
        process.standardError = errors.pipe
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
            output: output.text(),
            errors: errors.text()
        )
    }

    /// What a process writes to one of its streams, read as it comes so that it never blocks.
    final class Collected: Sendable {
        let pipe = Pipe()
        private let state = State()

        private final class State: Sendable {
            let bytes = Mutex(Data())
            let ended = DispatchSemaphore(value: 0)
        }

        init() {
            pipe.fileHandleForReading.readabilityHandler = { [state] handle in
                let data = handle.availableData
                if data.isEmpty {
                    handle.readabilityHandler = nil
                    state.ended.signal()
                } else {
                    state.bytes.withLock { $0.append(data) }
                }
            }
        }

        /// All of it, once the stream has ended.
        func text() -> String {
            state.ended.wait()
            return soFar
        }

        /// What has come yet.
        var soFar: String { state.bytes.withLock { String(decoding: $0, as: UTF8.self) } }
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
    private let output = Programs.Collected()
    private let errors = Programs.Collected()

    /// Where it listens.
    let address: String

    /// Starts `name` on a port of the system's choice and waits until it says that it serves.
    init(_ name: String, data: String, _ arguments: [String] = []) throws {
        process.executableURL = Programs.folder.appending(path: name)
        process.arguments = ["--data", data, "--listen", "127.0.0.1:0"] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output.pipe
        process.standardError = errors.pipe
        try process.run()
        let deadline = Date(timeIntervalSinceNow: 60)
        while true {
            if let line = output.soFar.split(separator: "\n").first,
                let mark = line.range(of: " listening on ")
            {
                address = String(line[mark.upperBound...])
                return
            }
            guard process.isRunning, Date() < deadline else {
                process.terminate()
                throw ServerDidNotStart(name: name, errors: errors.soFar)
            }
            usleep(2_000)
        }
    }

    deinit { kill() }

    var log: String { errors.soFar }

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
