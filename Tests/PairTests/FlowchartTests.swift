import Foundation
import Messages
import RPC
import TestSupport
import Testing
import Transport

/// Flowcharts as they are drawn, beside the calls that are held after their import.
@Suite struct FlowchartTests {
    @Test func `a call takes another way than the flowchart`() async throws {
        let ways = try await compare([UInt8](Washer.json.utf8))
        // Counted by hand: two without light, two that come back to them, four others.
        #expect(ways == 8)
    }

    @Test func `a call takes another way than a flowchart of the data set`() async throws {
        guard let data = ProcessInfo.processInfo.environment["BATON_DATA"],
            let json = FileManager.default.contents(atPath: data + "/flodial/flowcharts.json")
        else {
            print("skipped: BATON_DATA does not name the folder with flodial/flowcharts.json")
            return
        }
        let ways = try await compare([UInt8](json))
        print("\(ways) ways through the data set's flowcharts end where they should")
    }

    /// Imports and publishes flowcharts, takes every way from a root to a leaf in a call of its own,
    /// and gives the number of ways.
    private func compare(_ json: [UInt8]) async throws -> Int {
        let charts = try JSONDecoder().decode([Flowchart].self, from: Data(json))
        let folder = try TemporaryFolder()
        let source = folder.path + "/flowcharts.json"
        let catalog = folder.path + "/catalog"
        try Data(json).write(to: URL(filePath: source))
        let imported = try CommandRun.baton("catalog", "import-flodial", source, "--out", catalog)
        try #require(imported.status == 0, "\(imported)")
        let validated = try CommandRun.baton("catalog", "validate", catalog)
        try #require(validated.status == 0, "\(validated)")

        let server = try PublishedServer(catalog: catalog)
        let address = try Address(server.address)
        let front = FrontEnd(client: try PipeliningClient(ClientOptions(address: address)))
        defer { front.client.close() }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            var count = 0
            for chart in charts {
                let ways = try chart.ways()
                for (number, way) in ways.enumerated() {
                    group.addTask {
                        try await front.take(way, of: chart, as: "\(chart.id)-\(number)")
                    }
                }
                count += ways.count
            }
            try await group.waitForAll()
            return count
        }
    }
}

/// A flowchart as its file draws it.
private struct Flowchart: Decodable {
    struct Node: Decodable { let text: String }
    struct Edge: Decodable { let from, to, label: String }
    /// The questions on a way, with the label of the edge taken, and the text at its end.
    struct Way {
        let steps: [(question: String, answer: String)]
        let end: String
    }

    let id, domain, root: String
    let nodes: [String: Node]
    let edges: [Edge]

    /// Every way from the root to a node without edges.
    func ways() throws -> [Way] {
        var ways: [Way] = []
        func follow(_ name: String, _ steps: [(question: String, answer: String)]) throws {
            try #require(steps.count <= nodes.count, "\(id) goes in a circle")
            let text = try #require(nodes[name]).text.trimmingCharacters(in: .whitespaces)
            let out = edges.filter { $0.from == name }
            if out.isEmpty { ways.append(Way(steps: steps, end: text)) }
            for edge in out { try follow(edge.to, steps + [(text, edge.label)]) }
        }
        try follow(root, [])
        return ways
    }
}

/// A front end that understands its customers itself and sends structured answers.
private struct FrontEnd: Sendable {
    let client: PipeliningClient

    /// Holds a call in which each answer is that of the way, and checks what is asked and the end.
    func take(_ way: Flowchart.Way, of chart: Flowchart, as name: String) async throws {
        let start: StartCallReply = try await call("StartCall", StartCallRequest(callID: name))
        #expect(start.reply?.phase == .routing)
        let tree = chart.id.replacing("_", with: "-")
        var turn: UInt32 = 1
        var reply = try await send(name, turn, .answers(StructuredAnswers(tree: tree)))
        for step in way.steps {
            #expect(reply.say.trimmingCharacters(in: .whitespaces) == step.question, "\(name)")
            let expected = try #require(reply.expects)
            let option = try #require(
                expected.options.first { $0.label == step.answer },
                "\(name): \(step.answer)"
            )
            let answer = StructuredAnswer(fact: expected.fact, value: option.id)
            turn += 1
            reply = try await send(name, turn, .answers(StructuredAnswers(answers: [answer])))
        }
        #expect(reply.phase == .collecting && reply.say.hasPrefix(way.end), "\(name)")
        let now = Speech(alternatives: [Alternative(text: "right now")])
        reply = try await send(name, turn + 1, .speech(now))
        #expect(reply.outcome == .escalated && reply.tree == tree, "\(name)")
        #expect(reply.queue == chart.domain, "\(name)")
        try await check(way, name)
    }

    /// What is kept of the call is the way, and nothing else.
    private func check(_ way: Flowchart.Way, _ name: String) async throws {
        let kept: GetCallReply = try await call("GetCall", GetCallRequest(callID: name))
        let conclusion = kept.conclusion?.recommendation.trimmingCharacters(in: .whitespaces)
        #expect(conclusion == way.end, "\(name)")
        let answers = kept.facts.compactMap(\.fact)
            .filter { $0.key.hasPrefix("test.") }
            .sorted { ($0.provenance?.turn ?? 0) < ($1.provenance?.turn ?? 0) }
            .map { $0.value?.text }
        #expect(answers == way.steps.map(\.answer), "\(name)")
        #expect(kept.notObtained.isEmpty && kept.superseded.isEmpty, "\(name)")
    }

    private func send(
        _ name: String,
        _ turn: UInt32,
        _ kind: InputKind
    ) async throws -> TurnReply {
        try await call("Turn", TurnRequest(callID: name, turn: turn, input: Input(kind: kind)))
    }

    private func call<Request: Message, Response: Message>(
        _ method: String,
        _ request: Request
    ) async throws -> Response {
        try await withCheckedThrowingContinuation { continuation in
            client.call(
                service: "baton.v1.Diagnosis",
                method: method,
                request,
                timeout: .seconds(60)
            ) { (result: Result<Response, Status>) in continuation.resume(with: result) }
        }
    }
}

/// A flowchart with named edges, one of them a word that YAML reads as a truth value, and with
/// nodes that several ways share.
private enum Washer {
    static let json = """
        [{
          "id": "washing_machine",
          "domain": "household",
          "problem": "Your washing machine does not wash.",
          "root": "1",
          "nodes": {
            "1": {"text": "Does the machine light up when you switch it on?", "label": "lights up?"},
            "2": {"text": "Does a lamp work on the same socket?", "label": "socket works?"},
            "3": {"text": "The socket has no power. Switch its fuse on.", "label": "fuse"},
            "4": {"text": "The power supply of the machine is broken.", "label": "power supply"},
            "5": {"text": "What does the light at the door do?", "label": "door light"},
            "6": {"text": "Does water run into the machine?", "label": "water runs?"},
            "7": {"text": "The door is open. Push it until it clicks.", "label": "door open"},
            "8": {"text": "Is the tap open as far as it goes?", "label": "tap open?"},
            "9": {"text": "Something is blocked. Clean the filters.", "label": "blocked"},
            "10": {"text": "Open the tap as far as it goes.", "label": "tap closed"}
          },
          "edges": [
            {"from": "1", "to": "5", "label": "yes"},
            {"from": "1", "to": "2", "label": "no"},
            {"from": "2", "to": "4", "label": "yes"},
            {"from": "2", "to": "3", "label": "no"},
            {"from": "5", "to": "6", "label": "steady"},
            {"from": "5", "to": "7", "label": "flashing"},
            {"from": "5", "to": "2", "label": "off"},
            {"from": "6", "to": "9", "label": "yes"},
            {"from": "6", "to": "8", "label": "no"},
            {"from": "8", "to": "9", "label": "yes"},
            {"from": "8", "to": "10", "label": "no"}
          ],
          "faqs": [
            {"id": "1", "q": "Where is the filter?", "a": "Behind the flap at the bottom."}
          ]
        }]
        """
}
