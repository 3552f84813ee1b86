import Dispatch
import Foundation
import Messages
import RPC
import TestSupport
import Testing
import Transport

/// The diagnosis server as a real process, killed under load again and again.
@Suite(.serialized) struct CrashTests {
    @Test func `something acknowledged is gone after a kill, or a call can't go on`() throws {
        let environment = ProcessInfo.processInfo.environment
        let rounds = environment["BATON_CRASH_ROUNDS"].flatMap(Int.init) ?? 10
        let seed =
            environment["BATON_CRASH_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0 ... .max)
        print("crash test: \(rounds) rounds, seed \(seed) (BATON_CRASH_ROUNDS, BATON_CRASH_SEED)")
        var random = SeededGenerator(seed: seed)
        let folder = try TemporaryFolder()
        let data = folder.path + "/data"
        let customers = (0..<6).map { CrashCustomers($0, seed: seed) }
        let editor = CrashEditor()
        for _ in 0..<rounds {
            let server = try ServerProcess("baton-diagnosisd", data: data)
            let address = try Address(server.address)
            try editor.verify(address)
            for group in customers { try group.verify(address, all: false) }
            // Most rounds are short; a publish takes longer than they do.
            let longest: Int64 = Int.random(in: 0..<4, using: &random) == 0 ? 2_000 : 250
            let delay = Duration.milliseconds(Int64.random(in: 5...longest, using: &random))
            let working = DispatchGroup()
            for group in customers { start(working) { group.work(address) } }
            start(working) { editor.work(address) }
            MonotonicTime.sleep(for: delay)
            server.kill()
            working.wait()
        }
        let server = try ServerProcess("baton-diagnosisd", data: data)
        let address = try Address(server.address)
        try editor.verify(address)
        for group in customers { try group.verify(address, all: true) }
        #expect(server.stop() == 0)
        let turns = customers.reduce(0) { $0 + $1.acknowledgedTurns }
        let facts = customers.reduce(0) { $0 + $1.acknowledgedFacts }
        print("acknowledged: \(turns) turns, \(facts) facts, \(editor.releases.count) releases")
        #expect(turns > 0 && facts > 0)
    }

    /// On a thread of its own: they wait most of the time, and a pool would run only some of them.
    private func start(_ group: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
        group.enter()
        Thread.detachNewThread {
            body()
            group.leave()
        }
    }
}

/// Some calls of one front end, and what the server has acknowledged of them.
private final class CrashCustomers: @unchecked Sendable {
    private struct Call {
        var replies: [TurnReply] = []
        var inputs: [Input] = []
        var facts: [(request: AddFactsRequest, reply: AddFactsReply)] = []
        /// Sent, and not known whether it took effect.
        var doubt: Doubt?
        var isTouched = false

        var isEnded: Bool { replies.last?.phase == .ended }
    }

    private enum Doubt {
        case start
        case turn(Input)
        case facts(AddFactsRequest)
    }

    private let number: Int
    private var random: SeededGenerator
    private var calls: [String: Call] = [:]
    private var lastRequest = 0

    private static let words = [
        "i can't get into the company vpn from home", "hang on please", "i don't know", "yes", "no",
        "sorry could you repeat that", "it says connection timed out", "websites load fine",
    ]

    init(_ number: Int, seed: UInt64) {
        self.number = number
        random = SeededGenerator(seed: seed &+ UInt64(number) &+ 1)
    }

    var acknowledgedTurns: Int { calls.values.reduce(0) { $0 + $1.inputs.count } }
    var acknowledgedFacts: Int { calls.values.reduce(0) { $0 + $1.facts.count } }

    /// How many calls there may be.
    private var room = 200

    /// Holds calls until the server is gone.
    func work(_ address: Address) {
        let client = Self.client(address)
        while true {
            let id = "call-\(number)-\(Int.random(in: 0..<room, using: &random))"
            do {
                try step(id, client)
            } catch {
                return
            }
        }
    }

    private static func client(_ address: Address) -> BlockingClient {
        var options = ClientOptions(address: address)
        options.maximumAttempts = 1
        return BlockingClient(options)
    }

    private func step(_ id: String, _ client: BlockingClient) throws {
        var call = calls[id] ?? Call()
        guard !call.isEnded else {
            // Room for another, so that there is always a call to go on with.
            room += 1
            return
        }
        call.isTouched = true
        if calls[id] == nil {
            call.doubt = .start
        } else if Int.random(in: 0..<5, using: &random) == 0 {
            call.doubt = .facts(facts(id))
        } else {
            call.doubt = .turn(input())
        }
        calls[id] = call
        try settle(id, client)
    }

    private func input() -> Input {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: return Input(kind: .hangUp(HangUp()))
        case 1: return Input(kind: .silence(Silence(durationMs: 2_000)))
        case 2...10:
            let question = "moment \(UInt64.random(in: 0 ... .max, using: &random))"
            return Input(kind: .answers(StructuredAnswers(acts: [.wait], question: question)))
        default:
            let text = Self.words.randomElement(using: &random) ?? ""
            return Input(kind: .speech(Speech(alternatives: [Alternative(text: text)])))
        }
    }

    private func facts(_ id: String) -> AddFactsRequest {
        lastRequest += 1
        let answer = StructuredAnswer(
            fact: "customer.note-\(Int.random(in: 0..<20, using: &random))",
            value: "value \(lastRequest)"
        )
        return AddFactsRequest(callID: id, requestID: "request-\(lastRequest)", facts: [answer])
    }

    /// Does what is in doubt, whether for the first time or again.
    private func settle(_ id: String, _ client: BlockingClient) throws {
        guard var call = calls[id], let doubt = call.doubt else { return }
        switch doubt {
        case .start:
            call.replies = [try Self.start(id, client)]
        case .turn(let input):
            let turn = UInt32(call.inputs.count + 1)
            call.replies.append(try Self.turn(id, turn, input, client))
            call.inputs.append(input)
        case .facts(let request):
            do {
                call.facts.append((request, try Self.add(request, client)))
            } catch let status as Status where status.code == .invalidArgument {
                // The tree that the call is on now has no such fact.
            }
        }
        call.doubt = nil
        calls[id] = call
    }

    /// Checks that what was acknowledged is there, and that each call goes on.
    func verify(_ address: Address, all: Bool) throws {
        let client = Self.client(address)
        for id in calls.keys.sorted() where all || calls[id]?.isTouched == true {
            try settle(id, client)
            try verify(id, client)
            calls[id]?.isTouched = false
        }
    }

    private func verify(_ id: String, _ client: BlockingClient) throws {
        guard let call = calls[id] else { return }
        #expect(try Self.start(id, client) == call.replies[0], "\(id)")
        for (index, input) in call.inputs.enumerated() {
            let turn = UInt32(index + 1)
            let reply = try Self.turn(id, turn, input, client)
            #expect(reply == call.replies[index + 1], "\(id) turn \(turn)")
        }
        for (request, reply) in call.facts {
            #expect(try Self.add(request, client) == reply, "\(id) \(request.requestID)")
        }
        let detail: GetCallReply = try client.call(
            service: "baton.v1.Diagnosis",
            method: "GetCall",
            GetCallRequest(callID: id)
        )
        #expect(detail.summary?.turns == UInt32(call.inputs.count), "\(id)")
        #expect((detail.summary?.phase == .ended) == call.isEnded, "\(id)")
        for (request, _) in call.facts {
            let key = request.facts[0].fact
            #expect(detail.facts.contains { $0.fact?.key == key }, "\(id) \(key)")
        }
    }

    private static func start(_ id: String, _ client: BlockingClient) throws -> TurnReply {
        let reply: StartCallReply = try client.call(
            service: "baton.v1.Diagnosis",
            method: "StartCall",
            StartCallRequest(callID: id)
        )
        return try #require(reply.reply)
    }

    private static func turn(
        _ id: String,
        _ turn: UInt32,
        _ input: Input,
        _ client: BlockingClient
    ) throws -> TurnReply {
        try client.call(
            service: "baton.v1.Diagnosis",
            method: "Turn",
            TurnRequest(callID: id, turn: turn, input: input)
        )
    }

    private static func add(
        _ request: AddFactsRequest,
        _ client: BlockingClient
    ) throws -> AddFactsReply {
        try client.call(service: "baton.v1.Diagnosis", method: "AddFacts", request)
    }
}

/// Publishes one release after the other.
private final class CrashEditor: @unchecked Sendable {
    private(set) var releases: Set<UInt32> = []
    private var lastChange = 0

    func work(_ address: Address) {
        let client = BlockingClient(ClientOptions(address: address))
        do {
            while true { try publish(client) }
        } catch {
            // Killed, as intended.
        }
    }

    /// Checks that acknowledged releases are there; publishes the first.
    func verify(_ address: Address) throws {
        let client = BlockingClient(ClientOptions(address: address))
        if releases.isEmpty { try publish(client) }
        let list: ListReleasesReply = try client.call(
            service: "baton.v1.Catalog",
            method: "ListReleases",
            ListReleasesRequest()
        )
        let numbers = Set(list.releases.map(\.number))
        // Old ones without calls are dropped on purpose.
        let newest = numbers.max() ?? 0
        for release in releases where release + 20 > newest {
            #expect(numbers.contains(release), "release \(release)")
        }
    }

    private func publish(_ client: BlockingClient) throws {
        let list: ListReleasesReply = try client.call(
            service: "baton.v1.Catalog",
            method: "ListReleases",
            ListReleasesRequest()
        )
        let base = list.releases.first { $0.current }?.number ?? 0
        let files = base == 0 ? try Self.starter() : []
        lastChange += 1
        let note = "# Change \(lastChange)\n"
        let article = SourceFile(
            path: "articles/crash.md",
            content: Array(
                "---\ntitle: Change \(lastChange)\nspoken: It changed.\n---\n\(note)".utf8
            )
        )
        let staged: StageReply = try client.call(
            service: "baton.v1.Catalog",
            method: "Stage",
            StageRequest(baseRelease: base, files: files + [article])
        )
        let reply: PublishReply = try client.call(
            service: "baton.v1.Catalog",
            method: "Publish",
            PublishRequest(draft: staged.draft, editor: "crash test", note: "change \(lastChange)"),
            timeout: .seconds(60)
        )
        try #require(reply.release > 0, "\(reply.problems)")
        releases.insert(reply.release)
    }

    /// The starter catalog; without its conversations, which would be played at each publish.
    private static func starter() throws -> [SourceFile] {
        let root = Programs.repository.appending(path: "ops/catalog")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        let files = paths.filter { path in
            path.hasSuffix(".yaml") && !path.hasPrefix("conversations/")
                || path.hasPrefix("articles/") && path.hasSuffix(".md")
        }
        return try files.map { path in
            let data = try Data(contentsOf: root.appending(path: path))
            return SourceFile(path: path, content: [UInt8](data))
        }
    }
}
