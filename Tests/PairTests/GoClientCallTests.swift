import Foundation
import Messages
import RPC
import TestSupport
import Testing

/// Calls as an independent implementation of ttrpc makes them: Go's containerd/ttrpc.
@Suite struct GoClientCallTests {
    @Test(arguments: [false, true])
    func `an independent client can't take a call`(withTokens: Bool) throws {
        let folder = try TemporaryFolder()
        guard let program = try GoClient.build(in: folder) else { return }
        let server = try PublishedServer(withTokens: withTokens)
        let client = GoClient(program: program, address: server.address, token: server.token)

        let ping: PingReply = try client.call("Server", "Ping", PingRequest(payload: [0, 255, 7]))
        #expect(ping.payload == [0, 255, 7])
        try evaluate(client)
        try turns(client)

        let unknown = try client.line("Diagnosis", "GetCall", GetCallRequest(callID: "nobody"))
        #expect(unknown.hasPrefix("status 5 "), "\(unknown)")
        let empty = try client.line("Diagnosis", "Evaluate", EvaluateRequest())
        #expect(empty.hasPrefix("status 3 tree"), "\(empty)")
        guard withTokens else { return }
        for (token, code) in [(nil, 16), ("another", 16)] {
            let stranger = GoClient(program: program, address: server.address, token: token)
            let line = try stranger.line("Diagnosis", "Evaluate", EvaluateRequest(tree: "vpn"))
            #expect(line.hasPrefix("status \(code) "), "\(line)")
        }
    }

    /// Facts that lead to the second question of a tree, and facts that lead to a leaf.
    private func evaluate(_ client: GoClient) throws {
        let start: EvaluateReply = try client.call(
            "Diagnosis",
            "Evaluate",
            EvaluateRequest(tree: "internet-down", facts: [Self.since])
        )
        #expect(start.tree == "internet-down" && start.node == "provider" && start.release == 1)
        #expect(start.say == "Who is your internet provider?")
        #expect(start.expects?.fact == "environment.provider")
        #expect(start.expects?.kind == .entity && start.expects?.entityClass == "provider")
        #expect(start.path == ["internet-down/since", "internet-down/provider"])
        #expect(start.conclusion == nil)

        let end: EvaluateReply = try client.call(
            "Diagnosis",
            "Evaluate",
            EvaluateRequest(
                tree: "internet-down",
                facts: [
                    Self.since,
                    StructuredAnswer(fact: "environment.provider", value: "comcast"),
                    StructuredAnswer(fact: "symptom.devices", value: "one"),
                ]
            )
        )
        #expect(end.node == "one-device" && end.missing == ["test.lights"])
        #expect(end.conclusion?.node == "internet-down/one-device")
        #expect(end.conclusion?.recommendation == "reset the network settings of the device")
        #expect(end.conclusion?.queue == "desktop" && end.conclusion?.minutes == 15)
    }

    /// A call's start, its turns, and a turn that is sent again.
    private func turns(_ client: GoClient) throws {
        let request = StartCallRequest(callID: "from-go", caller: "+1 555 0134")
        let start: StartCallReply = try client.call("Diagnosis", "StartCall", request)
        #expect(!start.toPerson && start.reply?.callID == "from-go")
        #expect(start.reply?.phase == .routing && start.reply?.say.isEmpty == false)

        func turn(_ number: UInt32, _ kind: InputKind) -> TurnRequest {
            TurnRequest(callID: "from-go", turn: number, input: Input(kind: kind))
        }
        let routed: TurnReply = try client.call(
            "Diagnosis",
            "Turn",
            turn(1, .answers(StructuredAnswers(answers: [Self.since], tree: "internet-down")))
        )
        #expect(routed.turn == 1 && routed.phase == .diagnosing && routed.node == "provider")
        #expect(routed.changes.map(\.key) == ["symptom.since"])

        let said = turn(2, .speech(Speech(alternatives: [Alternative(text: "its comcast")])))
        let line = try client.line("Diagnosis", "Turn", said)
        let answered: TurnReply = try GoClient.reply(in: line)
        #expect(answered.turn == 2 && answered.expects?.fact == "symptom.devices")
        let change = try #require(answered.changes.first)
        #expect(change.key == "environment.provider" && change.value?.key == "comcast")
        #expect(change.provenance?.source == .said && change.provenance?.quote == "its comcast")
        #expect(try client.line("Diagnosis", "Turn", said) == line)

        let ahead = try client.line("Diagnosis", "Turn", turn(40, .digits("1")))
        #expect(ahead.hasPrefix("status 9 "), "\(ahead)")
        let gone: TurnReply = try client.call("Diagnosis", "Turn", turn(3, .hangUp(HangUp())))
        #expect(gone.phase == .ended && gone.outcome == .abandoned)
    }

    private static let since = StructuredAnswer(fact: "symptom.since", value: "2026-11-01")
}

/// ops/clients/go-check: one call, its payload given in hex and its reply printed in hex.
private struct GoClient {
    let program: URL
    let address: String
    let token: String?

    /// Builds it in `folder`; nil, with the reason printed, when Go or its package is not there.
    static func build(in folder: TemporaryFolder) throws -> URL? {
        let program = folder.url.appending(path: "go-check")
        let script = Programs.repository.appending(path: "ops/clients/go-check/build")
        let built = try Programs.run(script, [program.path], seconds: 600)
        guard built.status != 69 else {
            print("skipped: \(built.output)")
            return nil
        }
        try #require(built.status == 0, "\(built)")
        return program
    }

    /// Makes a call and gives its reply.
    func call<Request: Message, Response: Message>(
        _ service: String,
        _ method: String,
        _ request: Request
    ) throws -> Response {
        try Self.reply(in: line(service, method, request))
    }

    /// Makes a call and gives what the client prints: `reply HEX` or `status CODE MESSAGE`.
    func line(_ service: String, _ method: String, _ request: some Message) throws -> String {
        let payload = request.encoded()
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let access = token.map { ["-token", $0] } ?? []
        let result = try Programs.run(
            program,
            access + ["-timeout", "60s", address, "baton.v1.\(service)", method, payload],
            seconds: 120
        )
        try #require(result.status == 0, "\(result)")
        return result.output.trimmingCharacters(in: .newlines)
    }

    static func reply<Response: Message>(in line: String) throws -> Response {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        try #require(words.first == "reply" && words.count == 2, "\(line)")
        let digits = Array(words[1])
        let bytes = try stride(from: 0, to: digits.count, by: 2).map { place in
            try #require(UInt8(String(digits[place..<min(place + 2, digits.count)]), radix: 16))
        }
        return try Response.decode(bytes.span, limits: .catalog)
    }
}
