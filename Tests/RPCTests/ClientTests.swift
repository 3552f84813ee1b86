import Messages
import RPC
import Synchronization
import Testing
import Transport

@Suite struct ClientTests {
    @Test(arguments: ["127.0.0.1:0", "[::1]:0"])
    func `a blocking client gets no reply`(address: String) throws {
        try withServer(address: address) { _, address in
            let client = BlockingClient(ClientOptions(address: address))
            for payload in ["", "one", "two"] {
                let reply: PingReply = try client.call(
                    service: ServerService.name,
                    method: "Ping",
                    PingRequest(payload: Array(payload.utf8))
                )
                #expect(reply.payload == Array(payload.utf8))
            }
        }
    }

    @Test func `calls in flight get each other's replies`() throws {
        try withServer(loopCount: 2) { _, address in
            let client = try PipeliningClient(ClientOptions(address: address))
            let count = 1_000
            let right = Atomic<Int>(0)
            let done = Atomic<Int>(0)
            for number in 0..<count {
                let payload = Array("\(number)".utf8)
                client.call(
                    service: ServerService.name,
                    method: "Ping",
                    PingRequest(payload: payload)
                ) { (result: Result<PingReply, Status>) in
                    if case .success(let reply) = result, reply.payload == payload {
                        right.add(1, ordering: .relaxed)
                    }
                    done.add(1, ordering: .releasing)
                }
            }
            while done.load(ordering: .acquiring) < count {
                MonotonicTime.sleep(for: .milliseconds(1))
            }
            #expect(right.load(ordering: .relaxed) == count)
            client.close()
        }
    }

    private func pingCall(
        _ client: BlockingClient,
        idempotent: Bool = false
    ) throws(Status) -> String {
        let reply: PingReply = try client.call(
            service: ServerService.name,
            method: "Ping",
            PingRequest(payload: Array("x".utf8)),
            idempotent: idempotent,
            timeout: .seconds(5)
        )
        return String(decoding: reply.payload, as: UTF8.self)
    }

    @Test func `a blocking client does not come back after the server was away`() throws {
        let path = temporarySocketPath()
        let address = "unix:\(path)"
        var options = ClientOptions(address: try Address(address))
        options.maximumAttempts = 2
        let client = BlockingClient(options)
        for _ in 0..<2 {
            try withServer(address: address) { _, _ in
                // The connection of the round before is found dead before anything is sent.
                let replies = [try pingCall(client), try pingCall(client)]
                #expect(replies == ["x", "x"])
            }
            let refused = #expect(throws: Status.self) { try pingCall(client) }
            #expect(refused?.code == .unavailable)
            #expect(refused?.message == "connect \(address): No such file or directory")
        }
    }

    /// A server that answers UNAVAILABLE until it was asked `failures` times; counts what it sees.
    private func withFlakyServer(
        failures: Int,
        _ body: (Address, @escaping @Sendable () -> Int) throws -> Void
    ) throws {
        let count = Locked(0)
        func register(_ server: Server) {
            server.register(service: "test.Flaky", method: "Try", roles: .all) {
                (_: PingRequest, _) throws(Status) -> PingReply in
                let seen = count.withLock { count in
                    count += 1
                    return count
                }
                guard seen > failures else { throw Status(.unavailable, "not yet") }
                return PingReply(payload: Array("\(seen)".utf8))
            }
        }
        try withServer(register: register) { _, address in
            try body(address) { count.withLock { $0 } }
        }
    }

    @Test func `a call that may not be repeated is, or one that may is not`() throws {
        for (idempotent, expected, seen) in [(true, "3", 3), (false, nil, 1)]
            as [(Bool, String?, Int)]
        {
            try withFlakyServer(failures: 2) { address, count in
                let result = Result { () throws(Status) -> PingReply in
                    try BlockingClient(ClientOptions(address: address)).call(
                        service: "test.Flaky",
                        method: "Try",
                        PingRequest(),
                        idempotent: idempotent
                    )
                }
                #expect((try? result.get().payload) == expected.map { Array($0.utf8) })
                #expect(count() == seen)
            }
            try withFlakyServer(failures: 2) { address, count in
                let client = try PipeliningClient(ClientOptions(address: address))
                let result: Result<PingReply, Status> = client.wait(
                    service: "test.Flaky",
                    method: "Try",
                    PingRequest(),
                    idempotent: idempotent
                )
                #expect((try? result.get().payload) == expected.map { Array($0.utf8) })
                #expect(count() == seen)
                client.close()
            }
        }
    }

    @Test func `calls in flight are lost with their connection`() throws {
        let path = temporarySocketPath()
        let client = try PipeliningClient(ClientOptions(address: .unix(path: path)))
        let held = HeldReplies()
        let repeated = Slot<Result<PingReply, Status>>()
        let single = Slot<Result<PingReply, Status>>()
        try withServer(address: "unix:\(path)", register: held.register) { server, _ in
            for (idempotent, slot) in [(true, repeated), (false, single)] {
                client.call(
                    service: "test.Held",
                    method: "Later",
                    PingRequest(payload: Array("\(idempotent)".utf8)),
                    idempotent: idempotent
                ) { slot.fill($0) }
            }
            held.waitUntil(count: 2)
            server.drain(patience: .zero)
        }
        _ = held.take()
        guard case .failure(let status) = single.wait() else {
            Issue.record("a call that may not be repeated succeeded")
            return
        }
        #expect(status.code == .unavailable)
        // The server comes back: the call that may be repeated comes again, and only that one.
        try withServer(address: "unix:\(path)", register: held.register) { _, _ in
            held.waitUntil(count: 1)
            let replies = held.take()
            #expect(replies.map(\.request.payload) == [Array("true".utf8)])
            for (request, reply) in replies { reply.succeed(PingReply(payload: request.payload)) }
            let reply = try repeated.wait().get()
            #expect(reply.payload == Array("true".utf8))
        }
        client.close()
    }

    @Test func `a client waits longer than it was told`() throws {
        let held = HeldReplies()
        try withServer(register: held.register) { _, address in
            let pipelining = try PipeliningClient(ClientOptions(address: address))
            let result: Result<PingReply, Status> = pipelining.wait(
                service: "test.Held",
                method: "Later",
                PingRequest(),
                timeout: .milliseconds(30)
            )
            #expect(result.failureCode == .deadlineExceeded)
            pipelining.close()
            let blocking = Result { () throws(Status) -> PingReply in
                try BlockingClient(ClientOptions(address: address)).call(
                    service: "test.Held",
                    method: "Later",
                    PingRequest(),
                    timeout: .milliseconds(30)
                )
            }
            #expect(blocking.failureCode == .deadlineExceeded)
        }
        let nobody = try PipeliningClient(
            ClientOptions(address: .unix(path: temporarySocketPath()))
        )
        let result: Result<PingReply, Status> = nobody.wait(
            service: "test.Held",
            method: "Later",
            PingRequest(),
            timeout: .milliseconds(30)
        )
        #expect(result.failureCode == .unavailable)
        nobody.close()
    }

    @Test func `closing a client leaves callers waiting`() throws {
        let held = HeldReplies()
        try withServer(register: held.register) { _, address in
            let client = try PipeliningClient(ClientOptions(address: address))
            let slot = Slot<Result<PingReply, Status>>()
            client.call(service: "test.Held", method: "Later", PingRequest()) { slot.fill($0) }
            held.waitUntil(count: 1)
            client.close()
            #expect(slot.wait().failureCode == .cancelled)
            _ = held.take()
            // Nor does one who calls only now.
            let late = Slot<Result<PingReply, Status>>()
            client.call(service: "test.Held", method: "Later", PingRequest()) { late.fill($0) }
            #expect(late.wait().failureCode == .cancelled)
        }
    }
}

extension Result where Failure == Status {
    var failureCode: Status.Code? {
        guard case .failure(let status) = self else { return nil }
        return status.code
    }
}
