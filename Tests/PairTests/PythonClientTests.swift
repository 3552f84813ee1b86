import Foundation
import TestSupport
import Testing

/// The client that ops/clients gives to others, against real servers.
@Suite struct PythonClientTests {
    private static let folder = Programs.repository.appending(path: "ops/clients")
    private static let client = folder.appending(path: "baton_client.py").path
    private static let script = folder.appending(path: "vpn-call.txt").path
    private static let environment = URL(filePath: "/usr/bin/env")

    /// A Python that has what the client needs; nil, with the reason printed, when none does.
    private static func python() throws -> String? {
        for candidate in ["python3", "/usr/bin/python3"] {
            let check = [candidate, "-c", "import google.protobuf"]
            if try Programs.run(environment, check).status == 0 { return candidate }
        }
        print("skipped: install python3-protobuf for the Python client")
        return nil
    }

    @Test(arguments: [false, true])
    func `the published client can't carry a call to its escalation`(withTokens: Bool) throws {
        guard let python = try Self.python() else { return }
        let server = try PublishedServer(withTokens: withTokens)
        let options = withTokens ? ["--token-file", server.tokenFile] : []
        func run(_ arguments: String..., options: [String]) throws -> Programs.Result {
            try Programs.run(
                Self.environment,
                [python, Self.client, "--address", server.address, "--timeout", "60"] + options
                    + arguments
            )
        }
        let ping = try run("ping", options: options)
        #expect(ping.status == 0 && ping.output.hasPrefix("\(server.address) answers in "))

        let played = try run("play", Self.script, "--call-id", "play", options: options)
        #expect(played.status == 0, "\(played)")
        let last = played.output.split(separator: "\n").last
        #expect(last == "(call play: OUTCOME_ESCALATED, queue network)", "\(played)")

        let request = #"{"call_id": "play"}"#
        let call = try run("call", "Diagnosis", "GetCall", request, options: options)
        #expect(call.status == 0, "\(call)")
        let object = try JSONSerialization.jsonObject(with: Data(call.output.utf8))
        let summary = (object as? [String: Any])?["summary"] as? [String: Any]
        #expect(summary?["outcome"] as? String == "OUTCOME_ESCALATED")
        #expect(summary?["tree"] as? String == "vpn")

        let nobody = #"{"call_id": "nobody"}"#
        let refused = try run("call", "Diagnosis", "GetCall", nobody, options: options)
        #expect(refused.status == 1 && refused.errors.hasPrefix("baton_client: NOT_FOUND: "))
        guard withTokens else { return }
        #expect(try run("ping", options: []).status == 0, "a ping needs no token")
        let stranger = try run("call", "Diagnosis", "GetCall", request, options: [])
        #expect(stranger.status == 1)
        #expect(stranger.errors.hasPrefix("baton_client: UNAUTHENTICATED: "), "\(stranger)")
    }

    /// Where the server's death meets a line.
    private enum Death: CaseIterable {
        /// It is back before the line is sent.
        case before
        /// The line is sent while it is away.
        case away
        /// It dies with the line in its hands.
        case holding
    }

    /// Each line meets another death; the call is to be the one that a living server holds.
    @Test func `a call is lost, or goes on otherwise, when its server is killed`() throws {
        guard let python = try Self.python() else { return }
        let server = try PublishedServer()
        func play(_ script: String, _ call: String) -> [String] {
            [python, "-u", Self.client, "--address", server.address, "--timeout", "120"]
                + ["play", script, "--call-id", call]
        }
        let calm = try Programs.run(Self.environment, play(Self.script, "calm"), seconds: 120)
        try #require(calm.status == 0, "\(calm)")
        var expected = calm.output.split(separator: "\n").map(String.init)
        #expect(expected.popLast() == "(call calm: OUTCOME_ESCALATED, queue network)")

        let rough = try ClientInHand(Self.environment, play("/dev/stdin", "rough"))
        var lines = [try rough.readLine()]
        let script = try String(contentsOfFile: Self.script, encoding: .utf8)
        let said = script.split(separator: "\n").filter { !$0.hasPrefix("#") }
        for (number, line) in said.enumerated() {
            let death = Death.allCases[number % Death.allCases.count]
            switch death {
            case .before:
                server.kill()
                try server.restart()
            case .away: server.kill()
            case .holding: server.freeze()
            }
            try rough.write(line)
            if !line.hasPrefix("@") { lines.append(try rough.readLine()) }
            if death != .before {
                server.kill()
                try server.restart()
            }
            lines.append(try rough.readLine())
        }
        #expect(lines == expected)
        #expect(try rough.readLine() == "(call rough: OUTCOME_ESCALATED, queue network)")
        #expect(rough.status == 0)
    }

    @Test func `the caller waits on though the system has answered`() throws {
        guard let python = try Self.python() else { return }
        let server = try WaitingServer()
        let play = try ClientInHand(
            Self.environment,
            [python, "-u", Self.client, "--address", server.address, "play", "/dev/stdin"]
                + ["--call-id", "a"]
        )
        #expect(try play.readLine() == "Baton:    What can I help you with?")
        try play.write("the printer does not print")
        #expect(try play.readLine() == "Customer: the printer does not print")
        #expect(try play.readLine() == "Baton:    One moment please.")
        try play.write("(silence)")
        #expect(try play.readLine() == "Customer: (silence)")
        let answered = ContinuousClock.now
        try server.answer("a")
        #expect(try play.readLine() == "Baton:    Is the light on?")
        #expect(ContinuousClock.now - answered < WaitingServer.limit / 2)
    }

    /// The rows of PROTOCOL.md say which messages a method takes and gives.
    @Test func `a method is called with other messages than its row has`() throws {
        guard let python = try Self.python() else { return }
        let page = try String(
            contentsOf: Programs.repository.appending(path: "proto/PROTOCOL.md"),
            encoding: .utf8
        )
        var service = ""
        var expected: [String] = []
        for line in page.split(separator: "\n") {
            if line.hasPrefix("#") {
                let name = line.split(separator: ".").last.map(String.init) ?? ""
                service = line.hasPrefix("### baton.v1.") ? name : ""
            }
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard !service.isEmpty, cells.count > 2, let method = cells.first,
                method != "method", !method.hasPrefix("-"), !method.hasPrefix("PHASE")
            else { continue }
            let named = cells[1].split(separator: ", ").map(String.init)
            let messages =
                named.count == 2 && named[0].hasSuffix("Request")
                ? named : [method + "Request", method + "Reply"]
            guard method.allSatisfy(\.isLetter) else { continue }
            expected.append(([service, method] + messages).joined(separator: " "))
        }
        try #require(expected.count > 30)
        let methods = expected.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        let code = """
            import sys
            sys.path.insert(0, \(Self.folder.path.debugDescription))
            from baton_client import Messages
            messages = Messages()
            for line in \(methods.joined(separator: "\n").debugDescription).split("\\n"):
                names = [kind.DESCRIPTOR.name for kind in messages.of(*line.split())]
                print(line, *names)
            """
        let result = try Programs.run(Self.environment, [python, "-B", "-c", code])
        #expect(result.status == 0, "\(result)")
        #expect(result.output.split(separator: "\n").map(String.init) == expected)
    }

    @Test func `without protobuf there is a traceback and no advice`() throws {
        // A module that is None can't be imported, as one that is not there.
        let code = """
            import runpy, sys
            sys.modules["google.protobuf"] = None
            sys.argv = ["baton_client.py", "--address", "127.0.0.1:1", "ping"]
            runpy.run_path(\(Self.client.debugDescription), run_name="__main__")
            """
        let present = try Programs.run(Self.environment, ["python3", "--version"])
        guard present.status == 0 else { return print("skipped: install python3") }
        let result = try Programs.run(Self.environment, ["python3", "-c", code])
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("baton_client: "), "\(result)")
        #expect(result.errors.contains("apt-get install python3-protobuf"), "\(result)")
        #expect(result.errors.split(separator: "\n").count == 1, "\(result)")
    }
}

/// A program that reads what the test writes, line by line, and whose lines the test awaits.
final class ClientInHand {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let errors: Programs.Collected
    private var received = Data()

    init(_ program: URL, _ arguments: [String]) throws {
        errors = try Programs.Collected()
        process.executableURL = program
        process.arguments = arguments
        // The handle and not the pipe, which would be closed here: a program that has ended would
        // then end the test by a signal.
        process.standardInput = input.fileHandleForReading
        process.standardOutput = output
        process.standardError = errors.file
        try process.run()
    }

    deinit { if process.isRunning { process.terminate() } }

    /// Its exit status, once it has ended.
    var status: Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    func write(_ line: some StringProtocol) throws {
        try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    }

    /// Waits for its next line.
    func readLine() throws -> String {
        while true {
            if let end = received.firstIndex(of: 0x0A) {
                let line = String(decoding: received[..<end], as: UTF8.self)
                received.removeSubrange(...end)
                return line
            }
            let more = output.fileHandleForReading.availableData
            try #require(!more.isEmpty, "it has ended: \(errors.text)")
            received.append(more)
        }
    }
}
