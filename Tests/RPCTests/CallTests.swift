import Messages
import RPC
import Testing
import Transport

@Suite struct CallTests {
    @Test func `replies come in the order of requests`() throws {
        let held = HeldReplies()
        try withServer(register: held.register) { _, address in
            var client = try RawClient(address)
            try client.send(later(1, "a") + later(3, "b") + later(5, "c") + ping(7, "now"))
            #expect(try client.receiveResponse() == (7, 0, "now"))
            held.waitUntil(count: 3)
            for (request, reply) in held.take().reversed() {
                reply.succeed(PingReply(payload: request.payload))
            }
            for expected in [(5, 0, "c"), (3, 0, "b"), (1, 0, "a")] as [(UInt32, Int32, String)] {
                #expect(try client.receiveResponse() == expected)
            }
        }
    }

    @Test func `a reply that is forgotten leaves the caller waiting`() throws {
        let held = HeldReplies()
        try withServer(register: held.register) { _, address in
            var client = try RawClient(address)
            try client.send(later(1))
            held.waitUntil(count: 1)
            _ = held.take()
            let response = try client.receiveResponse()
            #expect(response == (1, 13, "the server dropped the request without an answer"))
        }
    }

    @Test func `a second answer is sent, or a status is lost`() throws {
        let held = HeldReplies()
        try withServer(register: held.register) { _, address in
            var client = try RawClient(address)
            try client.send(later(1))
            held.waitUntil(count: 1)
            let (_, reply) = held.take()[0]
            #expect(!reply.isAbandoned)
            reply.fail(Status(.notFound, "no such thing"))
            #expect(reply.isAbandoned)
            reply.succeed(PingReply())
            try client.send(ping(3))
            #expect(try client.receiveResponse() == (1, 5, "no such thing"))
            #expect(try client.receiveResponse() == (3, 0, ""))
        }
    }

    @Test func `a deadline that passes is not answered, or the late reply still comes`() throws {
        let held = HeldReplies()
        try withServer(register: held.register) { _, address in
            var client = try RawClient(address)
            // timeout_nano of 50 ms, and of none.
            try client.send(later(1, more: [0x20] + varint(50_000_000)) + later(3, "other"))
            let late = try client.receiveResponse()
            #expect(late == (1, 4, "the deadline passed before there was an answer"))
            let replies = held.take()
            #expect(replies.map(\.reply.isAbandoned) == [true, false])
            for (request, reply) in replies { reply.succeed(PingReply(payload: request.payload)) }
            #expect(try client.receiveResponse() == (3, 0, "other"))
            try client.send(ping(1))
            #expect(try client.receiveResponse() == (1, 0, ""))
        }
    }

    @Test func `a call is begun after its deadline`() throws {
        let held = HeldReplies()
        try withServer(register: held.register) { _, address in
            var client = try RawClient(address)
            // -1, as a client sends it whose own deadline has passed.
            let minusOne: [UInt8] = [0x20] + [UInt8](repeating: 0xFF, count: 9) + [0x01]
            try client.send(later(1, more: minusOne))
            let response = try client.receiveResponse()
            #expect(response == (1, 4, "the deadline had passed before the call began"))
            #expect(held.count == 0)
        }
    }

    @Test func `a caller that is gone is answered, or keeps its place`() throws {
        let held = HeldReplies()
        var limits = Limits.standard
        limits.requestsInFlightPerLoop = 1
        try withServer(limits: limits, register: held.register) { _, address in
            do {
                let client = try RawClient(address)
                try client.send(later(1))
                held.waitUntil(count: 1)
            }
            let reply = held.take()[0].reply
            held.waitUntil { reply.isAbandoned }
            reply.succeed(PingReply())
            var next = try RawClient(address)
            try next.send(later(1, "next"))
            held.waitUntil(count: 1)
            try next.send(later(3))
            #expect(
                try next.receiveResponse()
                    == (3, 8, "1 requests wait for replies; try again later")
            )
            for (request, reply) in held.take() {
                reply.succeed(PingReply(payload: request.payload))
            }
            #expect(try next.receiveResponse() == (1, 0, "next"))
        }
    }

    @Test func `the caller's metadata does not reach the method`() throws {
        let seen = Locked<[String]>([])
        func register(_ server: Server) {
            server.register(service: "test.Context", method: "Show", roles: .all) {
                (_: PingRequest, context: CallContext) throws(Status) -> PingReply in
                seen.withLock {
                    $0 += [
                        context.caller, context.roles.description,
                        context.metadata("trace") ?? "none",
                        context.metadata("absent") ?? "none",
                        context.deadline == nil ? "no deadline" : "a deadline",
                    ]
                }
                throw Status(.failedPrecondition, "seen")
            }
        }
        try withServer(register: register) { _, address in
            var client = try RawClient(address)
            let more = metadata("trace", "17") + metadata("authorization", "x") + [0x20, 0x7F]
            let bytes = request("test.Context", "Show", more: more)
            try client.send(frame(1, bytes))
            let response = try client.receiveResponse()
            // 127 ns have passed before anything begins.
            #expect(response.code == 4)
            try client.send(
                frame(1, request("test.Context", "Show", more: Array(more.dropLast(2))))
            )
            #expect(try client.receiveResponse() == (1, 9, "seen"))
        }
        #expect(
            seen.withLock { $0 } == [
                "local", "frontend,worker,editor,engineer,operator", "17", "none", "no deadline",
            ]
        )
    }

    @Test func `counters are wrong`() throws {
        try withServer(loopCount: 2) { _, address in
            var client = try RawClient(address)
            var other = try RawClient(address)
            for stream in [1, 3] as [UInt32] {
                try client.send(ping(stream))
                _ = try client.receiveResponse()
            }
            try other.send(ping(1) + ping(2))
            _ = try other.receiveResponse()
            _ = try other.receiveResponse()
            let reply: MetricsReply = try BlockingClient(ClientOptions(address: address)).call(
                service: ServerService.name,
                method: "Metrics",
                MetricsRequest()
            )
            let lines = reply.text.split(separator: "\n").map(String.init)
            for expected in [
                "baton_rpc_request_seconds_count{method=\"baton.v1.Server/Ping\"} 3",
                "baton_rpc_request_seconds_bucket{method=\"baton.v1.Server/Ping\",le=\"+Inf\"} 3",
                "baton_rpc_failures_total{method=\"unknown\",code=\"INVALID_ARGUMENT\"} 1",
                "baton_rpc_connections 3",
                "baton_rpc_requests_in_flight 1",
                "baton_answer 42.0",
            ] {
                #expect(lines.contains(expected), "\(expected)")
            }
        }
    }
}
