import Foundation
import Logging
import Messages
import RPC
import TestSupport
import Testing
import Transport

@testable import baton

/// `baton calls`: what others have said is found and read.
@Suite struct CallsTests {
    /// A server with ended calls, of which the first 100 and one within are deleted, each tenth was abandoned, and the first
    /// that is there came from a number of its own; and with 1,001 that go on.
    private func withManyCalls(
        _ count: UInt64 = 2_500,
        _ body: (CallsLink) throws -> Void
    ) throws {
        let folder = try TemporaryFolder()
        let address = try Address("unix:\(folder.path)/calls.sock")
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let server = try Server(.init(name: "calls"), logger: logger)
        defer { _ = server.drain(patience: .zero) }
        server.register(service: "baton.v1.Diagnosis", method: "ListCalls", roles: [.editor]) {
            (request: ListCallsRequest, _) throws(Status) -> ListCallsReply in
            guard !request.live else {
                let live = (Int64(1)...1_001).map { number in
                    CallSummary(
                        callID: "live-\(number + 10_000)",
                        caller: number == 1_001 ? "+1 555 0134" : "",
                        lastAtMs: number * 5 % 1_001
                    )
                }
                let rest = live.drop { $0.callID <= request.afterCallID }
                return ListCallsReply(calls: Array(rest.prefix(Int(request.maximum))))
            }
            let first = max(101, request.afterEndedSequence + 1)
            let kept = (first..<max(first, count + 1)).lazy.filter { $0 != 2_000 }
            let calls = Array(kept.prefix(Int(request.maximum))).map { number in
                CallSummary(
                    callID: "c\(number)",
                    caller: number == 101 ? "+1 555 0134" : "",
                    lastAtMs: Int64(number),
                    phase: .ended,
                    outcome: number % 10 == 0 ? .abandoned : .resolved,
                    endedSequence: number
                )
            }
            return ListCallsReply(calls: calls, lastEndedSequence: count)
        }
        _ = try server.start(listening: [address])
        try body(CallsLink(BlockingClient(ClientOptions(address: address))))
    }

    @Test func `a call is listed twice, out of order or not at all where others are deleted`()
        throws
    {
        try withManyCalls { link in
            let all = try link.ended(CallFilter(), before: nil, maximum: 5_000)
            let kept = (101...2_500).reversed().filter { $0 != 2_000 }
            #expect(all.calls.map(\.callID) == kept.map { "c\($0)" })
            #expect(!all.more)
            let page = try link.ended(CallFilter(), before: 2_002, maximum: 2)
            #expect(page.calls.map(\.callID) == ["c2001", "c1999"])
            #expect(page.more && page.last == "c1999")
            let end = try link.ended(CallFilter(), before: 103, maximum: 2)
            #expect(end.calls.map(\.callID) == ["c102", "c101"] && !end.more)
            #expect(try link.ended(CallFilter(), before: 101, maximum: 2).calls.isEmpty)
        }
    }

    @Test func `a filter lets others through, or stops before the last that it wants`() throws {
        try withManyCalls { link in
            let abandoned = CallFilter(outcome: .abandoned)
            let few = try link.ended(abandoned, before: nil, maximum: 3)
            #expect(few.calls.map(\.callID) == ["c2500", "c2490", "c2480"] && few.more)
            // 110, 120 ... 2,500 without 2,000.
            #expect(try link.ended(abandoned, before: nil, maximum: 500).calls.count == 239)
            let span = CallFilter(sinceMilliseconds: 1_400, untilMilliseconds: 1_402)
            let some = try link.ended(span, before: nil, maximum: 3)
            #expect(some.calls.map(\.callID) == ["c1401", "c1400"] && !some.more)
            #expect(try link.ended(CallFilter(queue: "x"), before: nil, maximum: 3).calls.isEmpty)
        }
    }

    @Test func `a call of long ago is not found among many`() throws {
        try withManyCalls(25_000) { link in
            var notes: [Int] = []
            let filter = CallFilter(number: "15550134")
            let found = try link.ended(filter, before: nil, maximum: 3) { looked, end in
                notes.append(looked)
                // Of 25,000 down to 5,001.
                #expect(end == 5_001)
            }
            #expect(found.calls.map(\.callID) == ["c101"] && !found.more)
            #expect(notes == [20_000])
        }
    }

    @Test func `a call that goes on is not found among many, or one with an older turn goes first`()
        throws
    {
        try withManyCalls { link in
            let found = try link.live(CallFilter(number: "15550134"), maximum: 3)
            #expect(found.calls.map(\.callID) == ["live-11001"] && !found.more)
            // 5 has no divisor in common with 1,001: each time from 0 to 1,000 comes once.
            let some = try link.live(CallFilter(), maximum: 3)
            #expect(some.calls.map(\.lastAtMs) == [1_000, 999, 998])
            #expect(some.more && some.last.isEmpty)
            let all = try link.live(CallFilter(), maximum: 1_001)
            #expect(all.calls.count == 1_001 && !all.more)
        }
    }

    private struct Listed: Decodable {
        struct Call: Decodable { let callId, outcome, queue, node: String }
        let calls: [Call]
        let more: Bool
        let before: String
    }

    private struct Shown: Decodable {
        struct Evidence: Decodable {
            let fact: String
            let value, corrects, source, quote, system, notObtained: String?
            let confidence: Double?
        }
        struct Lookup: Decodable { let fact, source: String }
        struct Turn: Decodable {
            let turn: Int
            let heard, said, asked, node: String
            let acts: [String]
            let changes: [Evidence]
            let lookups: [Lookup]
        }
        let call: Listed.Call
        let turns: [Turn]
        let notObtained: [Evidence]
        let handoff: String
        let handoffReason: String?
    }

    @Test func `a call that a handoff names can be read by nobody`() throws {
        let pair = try Pair()
        for call in ["vpn-correction", "internet-back-after-restart"] {
            let script = Programs.starterCatalog + "/conversations/\(call).yaml"
            try #require(try pair.play(script, as: call).status == 0)
        }
        _ = try pair.handoff(of: "vpn-correction")
        let server = ["--address", pair.diagnosis.address]
        let both = server + ["--handoff-address", pair.handoff.address]
        func calls(_ arguments: [String], _ servers: [String]) throws -> Programs.Result {
            try Programs.run("baton", ["calls"] + arguments + servers)
        }
        let list = try CommandRun.json(Listed.self, try calls(["list", "--json"], server).output)
        #expect(list.calls.map(\.callId) == ["internet-back-after-restart", "vpn-correction"])
        #expect(list.calls.map(\.outcome) == ["resolved", "escalated"] && !list.more)
        let network = try calls(["list", "--queue", "network", "--since", "1d"], server)
        let rows = network.output.split(separator: "\n")
        #expect(rows.count == 2 && rows[1].hasPrefix("vpn-correction "), "\(network)")
        #expect(rows[1].contains("escalated") && rows[1].contains("vpn/blocked"), "\(network)")
        let first = ["list", "--before", "vpn-correction"]
        #expect(try calls(first, server).output == "no such calls\n")

        let machine = try calls(["show", "vpn-correction", "--json"], both)
        let shown = try CommandRun.json(Shown.self, machine.output)
        #expect(shown.call.node == "vpn/blocked" && shown.handoff == "made")
        #expect(shown.notObtained.map(\.fact) == ["environment.previous-port-forwarding"])
        let opening = try #require(shown.turns.first { $0.turn == 1 })
        #expect(opening.heard.hasPrefix("hi um since i swapped") && opening.node == "vpn/router")
        let trigger = try #require(opening.changes.first { $0.fact == "context.trigger" })
        #expect(trigger.quote == "swapped my router" && trigger.source == "said")
        #expect((trigger.confidence ?? 0) > 0.5)
        #expect(opening.lookups.map(\.fact).contains("test.udp-1194"))
        #expect(shown.turns.contains { $0.changes.contains { $0.system == "network-probe" } })
        let changes = shown.turns.flatMap(\.changes)
        let corrected = changes.filter { $0.corrects != nil }
        #expect(corrected.map(\.value) == ["netgear-r6400"], "\(corrected)")
        #expect(corrected.map(\.corrects) == ["netgear-r7000"])

        let text = try calls(["show", "vpn-correction"], both).output
        for line in [
            "customer  comcast\n          environment.provider: comcast \"Comcast\"; ",
            "corrected: was netgear-r7000", "looked up at network-probe: test.udp-1194",
            "context.trigger: router-replaced \"router replacement\"; ",
            "% sure of \"swapped my router\"", "understood as does-not-know", "→ vpn/blocked",
            "call vpn-correction: escalated, to the queue network\n",
            "'baton handoff show vpn-correction' shows it",
        ] {
            #expect(text.contains(line), "\(line) in \(text)")
        }
        let gone = try calls(["show", "internet-back-after-restart", "--json"], both)
        #expect(try CommandRun.json(Shown.self, gone.output).handoff == "not-needed")
        let resolved = try calls(["show", "internet-back-after-restart"], both)
        #expect(resolved.output.contains("none, for the issue is gone"), "\(resolved)")
        let away = try calls(
            ["show", "vpn-correction", "--handoff-address", "127.0.0.1:1"],
            server
        )
        #expect(away.status == 0 && away.output.contains("give --handoff-address"), "\(away)")
        let unknown = try CommandRun.json(
            Shown.self,
            try calls(
                ["show", "vpn-correction", "--json", "--handoff-address", "127.0.0.1:1"],
                server
            ).output
        )
        #expect(unknown.handoff == "not-known")
        #expect(unknown.handoffReason?.contains("give --handoff-address") == true)
        #expect(away.output.contains("call vpn-correction: escalated"), "\(away)")
        for arguments in [["show", "vpm"], ["list", "--before", "vpm"]] {
            let wrong = try calls(arguments, server)
            #expect(wrong.status == 1 && wrong.errors.contains("'baton calls list'"), "\(wrong)")
            #expect(wrong.errors.contains("--keep-days"), "\(wrong)")
        }
    }

    @Test func `a call that goes on is hidden, or looks like one that has ended`() throws {
        let server = try PublishedServer(withTokens: true)
        let address = try Address(server.address)
        let client = BlockingClient(ClientOptions(address: address, token: server.token))
        let _: StartCallReply = try client.call(
            service: "baton.v1.Diagnosis",
            method: "StartCall",
            StartCallRequest(callID: "live", caller: "+1 555 0134")
        )
        let access = ["--address", server.address, "--token-file", server.tokenFile]
        let ended = try Programs.run("baton", ["calls", "list"] + access)
        #expect(ended.output == "no such calls\n", "\(ended)")
        let live = try Programs.run("baton", ["calls", "list", "--live"] + access)
        #expect(live.output.contains("live  ") && live.output.contains("  routing"), "\(live)")
        let _: StartCallReply = try client.call(
            service: "baton.v1.Diagnosis",
            method: "StartCall",
            StartCallRequest(callID: "other")
        )
        let one = try Programs.run("baton", ["calls", "list", "--live", "--maximum", "1"] + access)
        #expect(one.output.contains("\nthere are more: choose among them by --queue"), "\(one)")
        let other = ["calls", "list", "--live", "--number", "88123"]
        let none = try Programs.run("baton", other + access)
        #expect(none.output == "no such calls in the server's memory\n")
        let same = ["calls", "list", "--live", "--number", "+15550134"]
        #expect(try Programs.run("baton", same + access).output.contains("live  "))
        let machine = try Programs.run("baton", ["calls", "show", "live", "--json"] + access)
        #expect(try CommandRun.json(Shown.self, machine.output).handoff == "goes-on")
        let shown = try Programs.run("baton", ["calls", "show", "live"] + access)
        #expect(shown.output.contains("call live: goes on, routing\n"), "\(shown)")
        #expect(!shown.output.contains("handoff"), "\(shown)")
        let before = try Programs.run("baton", ["calls", "list", "--before", "live"] + access)
        #expect(before.errors.contains("call live goes on"), "\(before)")
        let noToken = try Programs.run("baton", ["calls", "list", "--address", server.address])
        #expect(noToken.errors.contains("give --token-file"), "\(noToken)")
    }
}
