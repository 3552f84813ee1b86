import Foundation
import RPC
import TestSupport
import Testing
import Transport

/// The server as an independent implementation of ttrpc sees it: Go's containerd/ttrpc.
@Suite struct GoClientTests {
    private static let script = Programs.repository.appending(path: "ops/clients/go-check/build")

    /// Builds the client in `folder`; nil, with the reason printed, when Go or its package is not there.
    private func build(in folder: TemporaryFolder) throws -> URL? {
        let binary = folder.url.appending(path: "go-check")
        let built = try Programs.run(Self.script, [binary.path], seconds: 600)
        guard built.status != 69 else {
            print("skipped: \(built.text)")
            return nil
        }
        try #require(built.status == 0, "\(built.text)")
        return binary
    }

    @Test func `an independent client does not get what it asks for`() throws {
        let folder = try TemporaryFolder()
        guard let client = try build(in: folder) else { return }
        let held = HeldReplies()
        let socket = temporarySocketPath()
        for listening in ["127.0.0.1:0", "unix:\(socket)"] {
            try withServer(address: listening, register: held.register) { _, address in
                func call(_ arguments: String...) throws -> [String] {
                    try Programs.run(client, arguments)
                        .text.split(separator: "\n").map(String.init)
                }
                // PingRequest { payload: "hi" }, and the same bytes as a PingReply.
                let single = try call("\(address)", "baton.v1.Server", "Ping", "0a026869")
                #expect(single == ["reply 0a026869"])
                let many = try call(
                    "-count",
                    "100",
                    "\(address)",
                    "baton.v1.Server",
                    "Ping",
                    "0a01ff"
                )
                #expect(many == Array(repeating: "reply 0a01ff", count: 100))
                let empty = try call("\(address)", "baton.v1.Server", "Ping", "")
                #expect(empty == ["reply "])
                let unknown = try call("\(address)", "baton.v1.Server", "Pong", "")
                #expect(unknown == ["status 12 there is no method baton.v1.Server/Pong"])
                let broken = try call("\(address)", "baton.v1.Server", "Ping", "0aff")
                #expect(broken.first?.hasPrefix("status 3 PingRequest") == true)
                // Whose clock ends the call first is open: Go's client says "unknown" for its own.
                let late = try call("-timeout", "50ms", "\(address)", "test.Held", "Later", "")
                #expect(
                    late == ["status 4 the deadline passed before there was an answer"]
                        || late == ["status 2 context deadline exceeded"]
                        || late == ["status 4 context deadline exceeded"]
                )
                _ = held.take()
            }
        }
    }
}
