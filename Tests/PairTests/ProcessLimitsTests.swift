import Dispatch
import Foundation
import Glibc
import Messages
import RPC
import TestSupport
import Testing
import Transport

/// What the system gives a server and takes from it: descriptors, and the reader of its log.
@Suite(.timeLimit(.minutes(2))) struct ProcessLimitsTests {
    /// Runs a server through a shell, as whoever starts it may have set it up.
    private func start(_ command: String, standardError: Any) throws -> (Process, Address) {
        let output = try Programs.Collected()
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output.file
        process.standardError = standardError
        try process.run()
        while true {
            if let line = output.text.split(separator: "\n").first,
                let mark = line.range(of: " listening on ")
            {
                return (process, try Address(String(line[mark.upperBound...])))
            }
            try #require(process.isRunning, "the server did not start")
            usleep(2_000)
        }
    }

    private func program(_ name: String) -> String {
        "'\(Programs.folder.appending(path: name).path)'"
    }

    private func ping(_ client: BlockingClient) throws {
        let _: PingReply = try client.call(
            service: ServerService.name,
            method: "Ping",
            PingRequest()
        )
    }

    @Test func `a low limit of open files keeps clients waiting`() throws {
        let folder = try TemporaryFolder()
        let (process, address) = try start(
            "ulimit -Sn 64; exec \(program("baton-diagnosisd")) --data '\(folder.path)/data' "
                + "--listen 127.0.0.1:0",
            standardError: FileHandle.nullDevice
        )
        defer {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let clients = (0..<200).map { _ in BlockingClient(ClientOptions(address: address)) }
        for client in clients { try ping(client) }
    }

    @Test func `a server dies with whoever reads its log`() throws {
        let folder = try TemporaryFolder()
        let log = Pipe()
        // Nobody answers there, so it has something to log from a thread of its own.
        let (process, address) = try start(
            "exec \(program("baton-handoffd")) --data '\(folder.path)/data' "
                + "--listen 127.0.0.1:0 --diagnosis 'unix:\(folder.path)/nobody.sock' "
                + "--log-level debug",
            standardError: log.fileHandleForWriting
        )
        defer {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        try log.fileHandleForWriting.close()
        try log.fileHandleForReading.close()
        let client = BlockingClient(ClientOptions(address: address))
        // It tries again, and says so, several times a second at first.
        for _ in 0..<20 {
            try ping(client)
            usleep(100_000)
        }
    }
}
