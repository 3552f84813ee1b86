import Crypto
import Dispatch
import Foundation
import LMDB
import Logging
import Messages
import RPC
import TestSupport
import Testing
import Transport

@testable import Diagnosis

@Suite struct ServiceServerTests {
    @Test func `a call cannot be held over a socket from the opening to its end`() throws {
        let bench = try ServerBench()
        #expect(throws: Status.self) { try bench.start("a") }
        let release = try bench.publish()
        let opening = try bench.start("a")
        #expect(opening.reply?.release == release)
        #expect(opening.reply?.say == "What can I help you with?")
        let worker = Slot<Result<TakeLookupsReply, Status>>()
        let pipelining = try PipeliningClient(ClientOptions(address: bench.address))
        let request = TakeLookupsRequest(worker: "w", sources: ["print-server"], waitMs: 20_000)
        pipelining.call(
            service: DiagnosisService.name,
            method: "TakeLookups",
            request,
            timeout: .seconds(30)
        ) { worker.fill($0) }
        let first = try bench.turn("a", 1, .says("the printer does not print"))
        #expect(first.tree == "printer")
        let lookup = try #require(try worker.wait().get().lookups.first)
        #expect(lookup.fact == "test.toner" && lookup.callID == "a")
        let facts = AddFactsRequest(
            callID: "a",
            requestID: "r1",
            system: "print-server",
            facts: [StructuredAnswer(fact: "test.toner", value: "full")]
        )
        let added: AddFactsReply = try bench.call("AddFacts", facts)
        #expect(added.changes.map(\.key) == ["test.toner"])
        #expect(try bench.call("AddFacts", facts) as AddFactsReply == added)
        let second = try bench.turn("a", 2, .answers(["test.light": "pass"]))
        #expect(second.changes.map(\.key) == ["test.light"])
        let detail: GetCallReply = try bench.call(
            "GetCall",
            GetCallRequest(callID: "a", withRecords: true)
        )
        #expect(detail.facts.map(\.fact?.key).contains("test.light"))
        #expect(detail.facts.allSatisfy { $0.fact?.provenance?.source != .unspecified })
        #expect(detail.records.map(\.turn) == [0, 1, 1, 2])
        #expect(detail.records[1].heard == "the printer does not print")
        let waiting = Slot<Result<ListCallsReply, Status>>()
        pipelining.call(
            service: DiagnosisService.name,
            method: "ListCalls",
            ListCallsRequest(waitMs: 20_000),
            timeout: .seconds(30)
        ) { waiting.fill($0) }
        #expect(try bench.turn("a", 3, Input(kind: .hangUp(HangUp()))).phase == .ended)
        #expect(try waiting.wait().get().calls.map(\.callID) == ["a"])
        pipelining.close()
    }

    @Test func `a request above a limit is taken, or refused without saying which limit`() throws {
        let bench = try ServerBench()
        try bench.publish()
        try bench.start("a")
        let long = String(repeating: "x", count: 300)
        bench.expect(.invalidArgument, "call_id: 300 bytes, the limit is 128") {
            try bench.start(long)
        }
        bench.expect(.invalidArgument, "call_id: missing") { try bench.start("") }
        bench.expect(.invalidArgument, "call_id: only letters") { try bench.start("a b") }
        bench.expect(.invalidArgument, "turn: 0") { try bench.turn("a", 0, .holds("")) }
        bench.expect(.invalidArgument, "turn: 501, the limit is 500") {
            try bench.turn("a", 501, .holds(""))
        }
        bench.expect(.invalidArgument, "input: missing") { try bench.turn("a", 1, Input()) }
        let unsure = Speech(alternatives: [Alternative(text: "yes", confidence: .nan)])
        bench.expect(.invalidArgument, "input.speech.alternatives.confidence: nan") {
            try bench.turn("a", 1, Input(kind: .speech(unsure)))
        }
        let facts = (0..<65).map { StructuredAnswer(fact: "test.f\($0)", value: "x") }
        bench.expect(.invalidArgument, "facts: 65 elements, the limit is 64") {
            let request = AddFactsRequest(callID: "a", requestID: "r", facts: facts)
            let _: AddFactsReply = try bench.call("AddFacts", request)
        }
        bench.expect(.invalidArgument, "request_id: missing") {
            let _: AddFactsReply = try bench.call("AddFacts", AddFactsRequest(callID: "a"))
        }
        bench.expect(.invalidArgument, "maximum: 257, the limit is 256") {
            let request = TakeLookupsRequest(worker: "w", maximum: 257)
            let _: TakeLookupsReply = try bench.call("TakeLookups", request)
        }
        bench.expect(.invalidArgument, "wait_ms: 60001, the limit is 60000") {
            let _: ListCallsReply = try bench.call("ListCalls", ListCallsRequest(waitMs: 60_001))
        }
        bench.expect(.invalidArgument, "wait_ms: 60001, the limit is 60000") {
            let request = AwaitLookupsRequest(callID: "a", waitMs: 60_001)
            let _: AwaitLookupsReply = try bench.call("AwaitLookups", request)
        }
        bench.expect(.invalidArgument, "query: 2001 bytes, the limit is 2000") {
            let query = String(repeating: "x", count: 2_001)
            let _: SearchReply = try bench.call("Search", SearchRequest(query: query))
        }
        bench.expect(.notFound, "there is no call b") {
            let _: GetCallReply = try bench.call("GetCall", GetCallRequest(callID: "b"))
        }
        bench.expect(.notFound, "nonsense") {
            let _: EvaluateReply = try bench.call("Evaluate", EvaluateRequest(tree: "nonsense"))
        }
        bench.expect(.notFound, "release 7") {
            let request = EvaluateRequest(tree: "printer", release: 7)
            let _: EvaluateReply = try bench.call("Evaluate", request)
        }
    }

    @Test func `a token may do what its role does not allow`() throws {
        let bench = try ServerBench(roles: ["frontend", "worker", "editor", "engineer", "operator"])
        bench.token = "operator"
        try bench.publish()
        let allowed: [String: Set<String>] = [
            "StartCall": ["frontend", "operator"],
            "Turn": ["frontend", "operator"],
            "GetCall": ["frontend", "editor", "engineer", "operator"],
            "Evaluate": ["frontend", "editor", "engineer", "operator"],
            "Search": ["frontend", "editor", "engineer", "operator"],
            "ListCalls": ["editor", "engineer", "operator"],
            "TakeLookups": ["worker", "operator"],
            "AwaitLookups": ["frontend", "operator"],
            "AddFacts": ["frontend", "worker", "operator"],
            "ListReleases": ["editor", "operator"],
            "Backup": ["operator"],
        ]
        for (method, roles) in allowed {
            for role in ["frontend", "worker", "editor", "engineer", "operator"] {
                bench.token = role
                let code = bench.code(of: method)
                let isRefused = code == .permissionDenied
                #expect(isRefused == !roles.contains(role), "\(role) \(method): \(code)")
            }
        }
        bench.token = nil
        #expect(bench.code(of: "Turn") == .unauthenticated)
        bench.token = "worker"
        bench.expect(.permissionDenied, "need the role frontend") {
            let request = AddFactsRequest(callID: "a", requestID: "r")
            let _: AddFactsReply = try bench.call("AddFacts", request)
        }
        bench.token = "frontend"
        bench.expect(.permissionDenied, "need the role worker") {
            let request = AddFactsRequest(callID: "a", requestID: "r", system: "crm")
            let _: AddFactsReply = try bench.call("AddFacts", request)
        }
    }

    @Test func `a token that was taken out of the file still opens the door`() throws {
        let bench = try ServerBench(roles: ["operator"])
        bench.token = "operator"
        try bench.publish()
        try bench.writeTokens(["engineer"])
        bench.server.reloadTokens()
        #expect(bench.code(of: "ListCalls") == .unauthenticated)
        bench.token = "engineer"
        #expect(bench.code(of: "ListCalls") == .ok)
        // A file that cannot be read changes nothing.
        try Data("nonsense\n".utf8).write(to: bench.tokensFile)
        bench.server.reloadTokens()
        #expect(bench.code(of: "ListCalls") == .ok)
    }

    @Test func `a call moves to another release, or one that calls are on is dropped`() throws {
        let bench = try ServerBench()
        let first = try bench.publish()
        try bench.start("old")
        _ = try bench.turn("old", 1, .says("the printer does not print"))
        for number in 0..<25 {
            let release = try bench.publish(
                opening: "Opening \(number)?",
                base: first + UInt32(number)
            )
            #expect(release == first + UInt32(number) + 1)
        }
        #expect(try bench.start("new").reply?.say == "Opening 24?")
        #expect(try bench.turn("old", 2, .holds("a moment")).release == first)
        let list: ListReleasesReply = try bench.call(
            service: CatalogService.name,
            "ListReleases",
            ListReleasesRequest()
        )
        #expect(list.releases.last?.number == first)
        #expect(list.releases.last?.liveCalls == 1)
        #expect(list.releases.count == 21)
        let back = RollbackRequest(release: list.releases[1].number)
        let reply: RollbackReply = try bench.call(service: CatalogService.name, "Rollback", back)
        #expect(reply.previous == list.releases[0].number)
        #expect(try bench.start("newer").reply?.say == "Opening 23?")
    }

    @Test func `a backup cannot be opened, or lies over something else`() throws {
        let bench = try ServerBench()
        try bench.publish()
        try bench.start("a")
        let folder = bench.folder.path + "/copy"
        let reply: BackupReply = try bench.call(
            service: ServerService.name,
            "Backup",
            BackupRequest(folder: folder)
        )
        #expect(reply.bytes > 8_192)
        bench.expect(.alreadyExists, folder) {
            let _: BackupReply = try bench.call(
                service: ServerService.name,
                "Backup",
                BackupRequest(folder: folder)
            )
        }
        bench.expect(.invalidArgument, "folder") {
            let _: BackupReply = try bench.call(
                service: ServerService.name,
                "Backup",
                BackupRequest(folder: "relative")
            )
        }
        let copy = try ServerBench(data: folder)
        #expect(try copy.turn("a", 1, .holds("x")).turn == 1)
        let status: StatusReply = try copy.call(
            service: ServerService.name,
            "Status",
            StatusRequest()
        )
        #expect(status.healthy && status.server == "baton-diagnosisd")
        #expect(status.gauges.contains { $0.name == "calls_in_memory" && $0.value == 1 })
    }

    @Test func `a server is ill until the next publish though it can write again`() throws {
        let bench = try ServerBench(catalogMapBytes: 1 << 20)
        try bench.publish()
        func status() throws -> StatusReply {
            try bench.call(service: ServerService.name, "Status", StatusRequest())
        }
        let content = [UInt8](repeating: UInt8(ascii: "#"), count: 60_000)
        let files = (0..<20).map { SourceFile(path: "articles/a\($0).md", content: content) }
        for file in files {
            let stage = StageRequest(files: [file])
            guard let _: StageReply = try? bench.call(service: CatalogService.name, "Stage", stage)
            else { break }
        }
        let ill = try status()
        #expect(!ill.healthy && ill.reason.contains("catalog: "))
        bench.server.housekeeping.round()
        #expect(try status().healthy)
        let lines = bench.errors.withLock { $0.filter { $0.contains("releases and drafts") } }
        #expect(
            lines == [
                "error: releases and drafts can't be stored; what was stored stays, and each request "
                    + "tries again",
                "notice: releases and drafts are stored again",
            ]
        )
    }

    @Test func `a long poll keeps the server from ending`() throws {
        let bench = try ServerBench()
        try bench.publish()
        let client = try PipeliningClient(ClientOptions(address: bench.address))
        let lookups = Slot<Result<TakeLookupsReply, Status>>()
        let calls = Slot<Result<ListCallsReply, Status>>()
        client.call(
            service: DiagnosisService.name,
            method: "TakeLookups",
            TakeLookupsRequest(worker: "w", sources: ["crm"], waitMs: 60_000),
            timeout: .seconds(70)
        ) { lookups.fill($0) }
        client.call(
            service: DiagnosisService.name,
            method: "ListCalls",
            ListCallsRequest(waitMs: 60_000),
            timeout: .seconds(70)
        ) { calls.fill($0) }
        try bench.start("a")
        #expect(
            try bench.turn("a", 1, .says("the printer does not print")).expects?.waiting == true
        )
        let answers = Slot<Result<AwaitLookupsReply, Status>>()
        client.call(
            service: DiagnosisService.name,
            method: "AwaitLookups",
            AwaitLookupsRequest(callID: "a", waitMs: 60_000),
            timeout: .seconds(70)
        ) { answers.fill($0) }
        // Requests of one connection are taken in order: when this is answered, the others wait.
        let ping = Slot<Result<PingReply, Status>>()
        client.call(service: ServerService.name, method: "Ping", PingRequest()) { ping.fill($0) }
        _ = try ping.wait().get()
        #expect(bench.server.stop(patience: .seconds(5)))
        #expect(try lookups.wait().get().lookups.isEmpty)
        #expect(try calls.wait().get().calls.isEmpty)
        guard case .failure(let status) = answers.wait() else {
            Issue.record("the wait has an answer, though nothing has come")
            return
        }
        #expect(status.code == .unavailable && status.message.contains("ask again"))
        client.close()
    }

    @Test func `a front end that is gone keeps the one that comes after it from waiting`() throws {
        let bench = try ServerBench()
        try bench.publish()
        try bench.start("a")
        try bench.turn("a", 1, .says("the printer does not print"))
        let answers = (0..<2).map { _ in Slot<Result<AwaitLookupsReply, Status>>() }
        for answer in answers {
            let client = try PipeliningClient(ClientOptions(address: bench.address))
            client.call(
                service: DiagnosisService.name,
                method: "AwaitLookups",
                AwaitLookupsRequest(callID: "a", waitMs: 60_000),
                timeout: .seconds(70)
            ) { answer.fill($0) }
            let ping = Slot<Result<PingReply, Status>>()
            client.call(service: ServerService.name, method: "Ping", PingRequest()) {
                ping.fill($0)
            }
            _ = try ping.wait().get()
            if answer === answers[0] { client.close() } else { try answerLookup() }
            #expect((try? answer.wait().get().waiting) == (answer === answers[0] ? nil : false))
        }

        func answerLookup() throws {
            let facts = [StructuredAnswer(fact: "test.toner", value: "full")]
            let request = AddFactsRequest(callID: "a", requestID: "r", facts: facts)
            let reply: AddFactsReply = try bench.call("AddFacts", request)
            #expect(reply.awaited)
        }
    }

    @Test func `two servers write to one folder`() throws {
        let bench = try ServerBench()
        let error = #expect(throws: (any Error).self) { try ServerBench(data: bench.data) }
        #expect("\(try #require(error))".contains("is open in this process"))
    }
}
