import Foundation
import Messages
import RPC
import TestSupport
import Testing
import Transport

/// What who runs the servers does by commands.
@Suite struct OperatorTests {
    private struct Copied: Decodable {
        let server, folder: String
        let bytes: Int
    }

    @Test func `a backup can't be restored, or lacks a call or its handoff`() throws {
        let pair = try Pair()
        let script = Programs.starterCatalog + "/conversations/vpn-after-router-swap.yaml"
        try #require(try pair.play(script, as: "kept").status == 0)
        let before = try pair.handoff(of: "kept")
        let addresses = [
            "--address", pair.handoff.address, "--address", pair.diagnosis.address,
        ]
        let backup = pair.folder.path + "/backup/today"
        let made = try Programs.run("baton", ["backup", backup, "--json"] + addresses)
        try #require(made.status == 0, "\(made)")
        let copies = try CommandRun.json([Copied].self, made.output)
        #expect(copies.map(\.server) == ["baton-handoffd", "baton-diagnosisd"])
        #expect(copies.map(\.folder) == copies.map { "\(backup)/\($0.server)" })
        #expect(copies.allSatisfy { $0.bytes > 0 })
        let again = try Programs.run("baton", ["backup", backup] + addresses)
        #expect(again.status == 1 && again.errors.contains("is there already"), "\(again)")
        let relative = try Programs.run("baton", ["backup", "today"] + addresses)
        #expect(relative.status != 0 && relative.errors.contains("whole path"), "\(relative)")

        let key = try Data(
            contentsOf: pair.folder.url.appending(path: "handoff/handoffs.caller-key")
        )
        pair.handoff.kill()
        pair.diagnosis.kill()
        try key.write(to: URL(filePath: backup + "/baton-handoffd/handoffs.caller-key"))
        let diagnosis = try ServerProcess("baton-diagnosisd", data: backup + "/baton-diagnosisd")
        let handoff = try ServerProcess(
            "baton-handoffd",
            data: backup + "/baton-handoffd",
            ["--diagnosis", diagnosis.address]
        )
        let shown = try CommandRun.baton(
            "handoff",
            "show",
            "kept",
            "--format",
            "json",
            "--address",
            handoff.address
        )
        let after = try CommandRun.json(HandoffOutput.self, shown.output)
        #expect(after.items.map(\.text) == before.items.map(\.text))
        let releases = try CommandRun.baton("catalog", "releases", "--address", diagnosis.address)
        #expect(releases.output.contains("* is current"), "\(releases)")
    }

    @Test func `counters come in no form that Prometheus reads`() throws {
        let pair = try Pair()
        for server in [pair.diagnosis, pair.handoff] {
            let result = try CommandRun.baton(
                "status",
                "--prometheus",
                "--address",
                server.address
            )
            #expect(result.status == 0, "\(result)")
            let lines = result.output.split(separator: "\n")
            #expect(lines.contains("# TYPE baton_rpc_connections gauge"), "\(result)")
            #expect(lines.contains { $0.wholeMatch(of: /.*disk_free_bytes [0-9.e+]+/) != nil })
            // A comment, or a name with perhaps labels, and a number.
            let line = /#.*|[a-z_]+(\{.*\})? [0-9.e+-]+/
            #expect(lines.allSatisfy { $0.wholeMatch(of: line) != nil }, "\(result)")
        }
        let both = try CommandRun.baton("status", "--prometheus")
        #expect(both.status != 0 && both.errors.contains("one --address"), "\(both)")
    }

    @Test func `a customer who wants to be forgotten is not, or is by half`() throws {
        let pair = try Pair()
        let script = Programs.starterCatalog + "/conversations/vpn-after-router-swap.yaml"
        for call in ["gone", "kept"] {
            try #require(try pair.play(script, as: call).status == 0)
            _ = try pair.handoff(of: call)
        }
        let addresses = [
            "--address", pair.handoff.address, "--address", pair.diagnosis.address,
        ]
        let erased = try Programs.run("baton", ["forget", "gone", "never"] + addresses)
        #expect(erased.status == 0, "\(erased)")
        #expect(erased.output == "gone: erased\nnever: nothing is stored of it\n")
        let again = try Programs.run("baton", ["forget", "gone"] + addresses)
        #expect(again.output == "gone: nothing is stored of it\n", "\(again)")
        for (call, status) in [("gone", Int32(1)), ("kept", 0)] {
            let shown = try CommandRun.baton(
                "handoff",
                "show",
                call,
                "--address",
                pair.handoff.address
            )
            #expect(shown.status == status, "\(shown)")
        }
        let diagnosis = BlockingClient(ClientOptions(address: try Address(pair.diagnosis.address)))
        func call<Request: Message, Reply: Message>(_ method: String, _ request: Request) throws
            -> Reply
        {
            try diagnosis.call(service: "baton.v1.Diagnosis", method: method, request)
        }
        let listed: ListCallsReply = try call("ListCalls", ListCallsRequest())
        #expect(listed.calls.map(\.callID) == ["kept"] && listed.lastEndedSequence == 2)
        let _: StartCallReply = try call("StartCall", StartCallRequest(callID: "live"))
        let live = try Programs.run("baton", ["forget", "live"] + addresses)
        #expect(live.status == 1 && live.errors.contains("end it first"), "\(live)")
        // Metrics count it, and nobody knows any more who called.
        let handoff = BlockingClient(ClientOptions(address: try Address(pair.handoff.address)))
        let metrics: CallMetricsReply = try handoff.call(
            service: "baton.v1.Handoff",
            method: "Metrics",
            CallMetricsRequest(metrics: [.repeatRate])
        )
        #expect(metrics.groups.map(\.calls) == [2])
        #expect(metrics.groups.first?.values.map(\.count) == [1])
    }

    @Test func `a server that wants a token is called ill`() throws {
        let server = try PublishedServer(withTokens: true)
        let result = try CommandRun.baton("status", "--address", server.address)
        #expect(result.status == 1 && result.output.contains(": not known"), "\(result)")
        #expect(result.output.contains("give --token-file"), "\(result)")
    }

    @Test(arguments: [
        ["--version"], ["handoff", "rate", "--help"], ["handoff", "outcome", "--help"],
        ["catalog", "replay", "--help"],
    ])
    func `help shows a made-up id, or a number that stands for all`(arguments: [String]) throws {
        let result = try Programs.run("baton", arguments)
        #expect(result.status == 0 && !result.output.isEmpty, "\(result)")
        #expect(!result.output.contains("(default:"), "\(result)")
    }

    @Test func `asking the demo for help builds everything`() throws {
        let demo = Programs.repository.appending(path: "ops/demo")
        let help = try Programs.run(demo, ["--help"], seconds: 20)
        #expect(help.status == 0 && help.output.contains("ops/demo"), "\(help)")
        #expect(!help.output.contains("Building"), "\(help)")
        #expect(try Programs.run(demo, ["now"], seconds: 20).status == 64)
    }
}
