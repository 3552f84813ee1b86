import Dispatch
public import Foundation
import Glibc

/// The programs of this package, built beside the tests.
public enum Programs {
    /// The root of this repository.
    public static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of the starter catalog.
    public static let starterCatalog = repository.appending(path: "ops/catalog").path

    /// The folder that the test bundle was built in.
    public static let folder = URL(filePath: CommandLine.arguments[0])
        .resolvingSymlinksInPath().deletingLastPathComponent()

    /// What a program that ran to its end printed.
    public struct Result {
        /// Its exit status.
        public let status: Int32
        /// What it wrote to standard output.
        public let output: String
        /// What it wrote to standard error.
        public let errors: String
        /// All that it printed.
        public var text: String { output + errors }
    }

    /// Runs a program of this package to its end; it is killed after `seconds`.
    public static func run(
        _ name: String,
        _ arguments: [String],
        seconds: Double = 60
    ) throws -> Result {
        try run(folder.appending(path: name), arguments, seconds: seconds)
    }

    /// Runs any program to its end; it is killed after `seconds`.
    ///
    /// Its temporary files go with it, also those that it leaves when it is killed.
    public static func run(
        _ program: URL,
        _ arguments: [String],
        seconds: Double = 60
    ) throws -> Result {
        let temporary = try TemporaryFolder()
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(["TMPDIR": temporary.path]) { $1 }
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

    /// What a process writes to one of its streams: a file, so that it never blocks, and one without a name,
    /// so that nothing is left of it.
    public final class Collected: Sendable {
        /// Where the process writes.
        public let file: FileHandle

        /// Makes an empty file.
        public init() throws {
            let manager = FileManager.default
            let url = manager.temporaryDirectory.appending(path: "baton-\(UUID())")
            _ = manager.createFile(atPath: url.path, contents: nil)
            file = try FileHandle(forWritingTo: url)
            try manager.removeItem(at: url)
        }

        /// What has come yet.
        public var text: String {
            let path = "/proc/self/fd/\(file.fileDescriptor)"
            return (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        }
    }
}
