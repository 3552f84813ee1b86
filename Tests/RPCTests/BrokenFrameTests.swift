import Messages
import RPC
import TestSupport
import Testing
import Transport

/// What PROTOCOL.md says of each kind of broken frame, and that the server goes on after it.
@Suite struct BrokenFrameTests {
    private struct Case {
        let name: String
        let bytes: [UInt8]
        /// nil: no answer at all.
        let code: Int32?
        var message = ""
    }

    @Test func `a broken request is not answered, or takes its connection with it`() throws {
        let long = String(repeating: "k", count: 65)
        let cases = [
            Case(
                name: "an even stream",
                bytes: ping(2),
                code: 3,
                message: "the stream id must be odd"
            ),
            Case(name: "stream 0", bytes: ping(0), code: 3, message: "the stream id must be odd"),
            Case(
                name: "a flag of streaming",
                bytes: frame(5, request("baton.v1.Server", "Ping"), flags: 2),
                code: 12,
                message: "streams are not served; flags must be 0"
            ),
            Case(
                name: "no Request at all",
                bytes: frame(7, [0xFF, 0xFF]),
                code: 3,
                message: "this is not a Request: it ends within a number"
            ),
            Case(
                name: "a field longer than the message",
                bytes: frame(7, [0x0A, 0x7F, 0x61]),
                code: 3,
                message: "this is not a Request: a field is longer than the message"
            ),
            Case(
                name: "a group",
                bytes: frame(7, [0x0B]),
                code: 3,
                message: "this is not a Request: a field has wire type 3, which proto3 has not"
            ),
            Case(
                name: "field number 0",
                bytes: frame(7, [0x00, 0x00]),
                code: 3,
                message: "this is not a Request: a field number is not between 1 and 536870911"
            ),
            Case(
                name: "a service that is a number",
                bytes: frame(7, [0x08, 0x01]),
                code: 3,
                message: "Request: field 1 has another wire type than declared"
            ),
            Case(
                name: "an empty Request",
                bytes: frame(7, []),
                code: 12,
                message: "there is no method /"
            ),
            Case(
                name: "a method of another service",
                bytes: frame(7, request("baton.v1.Serve", "rPing")),
                code: 12,
                message: "there is no method baton.v1.Serve/rPing"
            ),
            Case(
                name: "a request message that cannot be read",
                bytes: frame(7, request("baton.v1.Server", "Ping") + field(3, [0x0A, 0x05])),
                code: 3,
                message: "PingRequest"
            ),
            Case(
                name: "33 entries of metadata",
                bytes: ping(7, more: (0..<33).flatMap { metadata("k\($0)", "v") }),
                code: 8,
                message: "Request.metadata has more than 32 entries"
            ),
            Case(
                name: "a long metadata key",
                bytes: ping(7, more: metadata(long, "v")),
                code: 8,
                message: "a key of Request.metadata has 65 bytes, the limit is 64"
            ),
            Case(
                name: "a long metadata value",
                bytes: ping(7, more: metadata("k", String(repeating: "v", count: 1_025))),
                code: 8,
                message: "a value of Request.metadata has 1025 bytes, the limit is 1024"
            ),
            Case(
                name: "a Ping over its own limit",
                bytes: ping(7, String(repeating: "p", count: 1_025)),
                code: 8,
                message: "PingRequest.payload has 1025 bytes, the limit is 1024"
            ),
            Case(
                name: "a request over its method's limit",
                bytes: ping(7, String(repeating: "p", count: 65_534)),
                code: 8,
                message: "the request has 65538 bytes, the limit of baton.v1.Server/Ping is 65536"
            ),
            Case(name: "a response", bytes: frame(7, [], type: 2), code: nil),
            Case(name: "a frame of a later kind", bytes: frame(7, [1, 2, 3], type: 3), code: nil),
            Case(
                name: "a frame over the limit that is thrown away",
                bytes: frame(9, [UInt8](repeating: 0xAA, count: 4 * 1_024 * 1_024 + 1)),
                code: 8,
                message: "the frame has 4194305 bytes, the limit is 4194304"
            ),
        ]
        try withServer { _, address in
            var client = try RawClient(address)
            for item in cases {
                try client.send(item.bytes + ping(101, "alive"))
                if let code = item.code {
                    let response = try client.receiveResponse()
                    #expect(response.code == code, "\(item.name)")
                    #expect(response.text.hasPrefix(item.message), "\(item.name): \(response.text)")
                }
                let next = try client.receiveResponse()
                #expect(next == (101, 0, "alive"), "\(item.name)")
            }
        }
    }

    @Test func `a frame too large to skip keeps the server reading`() throws {
        try withServer { _, address in
            var client = try RawClient(address)
            try client.send(bigEndian(16 * 1_024 * 1_024 + 1) + bigEndian(1) + [1, 0])
            let response = try client.receiveResponse()
            #expect(response.stream == 1)
            #expect(response.code == 8)
            #expect(
                response.text
                    == "the frame has 16777217 bytes; above 16777216 the connection is closed"
            )
            #expect(try client.isClosed())
        }
    }

    @Test func `a stream used twice at a time gets the other request's reply`() throws {
        let held = HeldReplies()
        try withServer(register: held.register) { _, address in
            var client = try RawClient(address)
            try client.send(later(1, "first") + later(3, "second") + later(1, "again") + ping(5))
            held.waitUntil(count: 2)
            for (request, reply) in held.take() {
                reply.succeed(PingReply(payload: request.payload))
            }
            // What was in flight is answered, nothing else is, and the connection ends.
            #expect(try client.receiveResponse() == (1, 0, "first"))
            #expect(try client.receiveResponse() == (3, 0, "second"))
            #expect(try client.isClosed())
        }
    }

    @Test func `a stream cannot be used again after its reply`() throws {
        try withServer { _, address in
            var client = try RawClient(address)
            for round in ["a", "b"] {
                try client.send(ping(1, round))
                #expect(try client.receiveResponse() == (1, 0, round))
            }
        }
    }

    @Test func `a frame that arrives byte by byte is lost`() throws {
        try withServer { _, address in
            var client = try RawClient(address)
            for byte in ping(1, "slow") + ping(3, "slower") { try client.send([byte]) }
            #expect(try client.receiveResponse() == (1, 0, "slow"))
            #expect(try client.receiveResponse() == (3, 0, "slower"))
        }
    }

    @Test func `garbage stops the server`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("garbage seed \(seed)")
        var random = SeededGenerator(seed: seed)
        var limits = Limits.standard
        limits.inputStallTime = .milliseconds(200)
        limits.lingerTime = .milliseconds(200)
        try withServer(limits: limits) { _, address in
            for _ in 0..<100 {
                var bytes = ping(1, "start") + later(3)
                for _ in 0..<Int.random(in: 1...20, using: &random) {
                    let index = Int.random(in: 0..<bytes.count, using: &random)
                    bytes[index] = UInt8.random(in: 0...255, using: &random)
                }
                if Bool.random(using: &random) {
                    bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
                }
                let client = try RawClient(address)
                try client.send(bytes)
            }
            var client = try RawClient(address)
            try client.send(ping(1, "alive"))
            #expect(try client.receiveResponse() == (1, 0, "alive"), "seed \(seed)")
        }
    }
}
