internal import Foundation

/// A server as a process of its own, ended with its owner.
final class BenchProcess {
    private let process = Process()

    /// The line by which it says that it serves.
    let firstLine: String

    init(_ program: String, _ arguments: [String]) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first {
            if byte == UInt8(ascii: "\n") { break }
            line.append(byte)
        }
        guard !line.isEmpty else { throw BenchError("\(program) did not start") }
        firstLine = String(decoding: line, as: UTF8.self)
    }

    /// Memory of the process, as the kernel counts it.
    struct Memory {
        /// What it allocated.
        let anonymousKiB: Int
        /// That and what it has mapped of files.
        let residentKiB: Int
    }

    func memory() throws -> Memory { try Self.memory(of: "\(process.processIdentifier)") }

    /// The memory of a process by its number, or of "self".
    static func memory(of process: String) throws -> Memory {
        let path = "/proc/\(process)/status"
        let status = try String(contentsOfFile: path, encoding: .utf8)
        func number(_ name: String) -> Int {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
            return line.flatMap { Int($0.split(whereSeparator: \.isWhitespace)[1]) } ?? 0
        }
        return Memory(anonymousKiB: number("RssAnon"), residentKiB: number("VmRSS"))
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }
}
