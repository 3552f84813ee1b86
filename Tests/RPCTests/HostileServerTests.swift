import Messages
import RPC
import Testing
import Transport

/// Clients of a server that does not do what it should.
@Suite(.timeLimit(.minutes(2))) struct HostileServerTests {
    /// The varint of a code, and what a client makes of it: protobuf cuts an enum to 32 bits.
    @Test(
        arguments: [
            ("80 80 80 80 10", nil), ("85 80 80 80 10", .notFound), ("64", .unknown),
            ("ff ff ff ff ff ff ff ff ff 01", .unknown),
        ] as [(String, Status.Code?)]
    )
    func `a status code that does not fit stops the client's process`(
        code: String,
        expected: Status.Code?
    ) throws {
        let body = field(1, hex("08") + hex(code) + field(2, "words"))
        let server = try ScriptedServer { _, stream in frame(stream, body, type: 2) }
        let pipelining = try PipeliningClient(ClientOptions(address: server.address))
        let blocking = BlockingClient(ClientOptions(address: server.address))
        let results: [Result<PingReply, Status>] = [
            pipelining.wait(service: ServerService.name, method: "Ping", PingRequest()),
            Result { () throws(Status) in
                try blocking.call(service: ServerService.name, method: "Ping", PingRequest())
            },
        ]
        for result in results { #expect(result.failureCode == expected) }
        pipelining.close()
    }

    @Test func `a client goes on calling on a connection on which nobody answers`() throws {
        // As after the server's machine went away without a word: the first connection takes all and
        // says nothing.
        let server = try ScriptedServer { connection, stream in
            connection == 1 ? [] : frame(stream, field(2, field(1, "back")), type: 2)
        }
        var options = ClientOptions(address: server.address)
        options.limits.silenceTime = .milliseconds(10)
        let client = try PipeliningClient(options)
        let ping = { (timeout: Duration) -> Result<PingReply, Status> in
            client.wait(
                service: ServerService.name,
                method: "Ping",
                PingRequest(),
                timeout: timeout
            )
        }
        #expect(ping(.milliseconds(20)).failureCode == .deadlineExceeded)
        #expect(try ping(.seconds(20)).get().payload == Array("back".utf8))
        client.close()
    }

    @Test func `a call whose time is over takes others with it while the server still answers`()
        throws
    {
        let held = HeldReplies()
        try withServer(register: held.register) { _, address in
            let client = try PipeliningClient(ClientOptions(address: address))
            let other = Slot<Result<PingReply, Status>>()
            client.call(service: "test.Held", method: "Later", PingRequest()) { other.fill($0) }
            held.waitUntil(count: 1)
            let late: Result<PingReply, Status> = client.wait(
                service: "test.Held",
                method: "Later",
                PingRequest(),
                timeout: .milliseconds(20)
            )
            #expect(late.failureCode == .deadlineExceeded)
            for (_, reply) in held.take() { reply.succeed(PingReply()) }
            _ = try other.wait().get()
            client.close()
        }
    }
}

/// Answers each request with bytes that a test makes.
private final class ScriptedServer: Sendable {
    let address: Address
    private let loop: EventLoop
    private let listener: Listener

    /// - Parameter answer: Gets the number of the connection, from 1, and the request's stream; an empty
    ///   answer is none.
    init(_ answer: @escaping @Sendable (_ connection: Int, _ stream: UInt32) -> [UInt8]) throws {
        let loop = try EventLoop(name: "scripted")
        let count = Locked(0)
        self.loop = loop
        listener = try Listener(
            address: Address("127.0.0.1:0"),
            loop: loop,
            accepted: { socket in
                let number = count.withLock { count in
                    count += 1
                    return count
                }
                let limits = ConnectionLimits(
                    inputBytes: 65_536,
                    outputHighWaterBytes: 65_536,
                    outputLowWaterBytes: 1_024,
                    idleTime: .seconds(60),
                    writeStallTime: .seconds(60),
                    inputStallTime: .seconds(60),
                    connectTime: .seconds(60),
                    lingerTime: .seconds(1)
                )
                socket.connection(on: loop, limits: limits)
                    .open(Script { answer(number, $0) })
            },
            failed: { _ in }
        )
        address = listener.address
        try listener.start()
    }

    deinit {
        loop.run { [listener] in listener.close() }
        loop.shutDown()
    }

    private final class Script: ConnectionHandler {
        private let answer: (UInt32) -> [UInt8]

        init(_ answer: @escaping (UInt32) -> [UInt8]) { self.answer = answer }

        var isBusy: Bool { false }

        func received(_ bytes: Span<UInt8>, on connection: Connection) -> Int {
            var offset = 0
            while bytes.count - offset >= 10 {
                func number(_ start: Int) -> UInt32 {
                    var number: UInt32 = 0
                    for index in start..<start + 4 { number = number << 8 | UInt32(bytes[index]) }
                    return number
                }
                let length = Int(number(offset))
                guard bytes.count - offset - 10 >= length else { break }
                let reply = answer(number(offset + 4))
                connection.withOutput { $0 += reply }
                offset += 10 + length
            }
            return offset
        }

        func inputEnded(on connection: Connection) { connection.close() }

        func connectionClosed(_ connection: Connection, reason: CloseReason) {}
    }
}
