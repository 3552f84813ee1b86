import Messages
import Synchronization
import Testing
import Transport

@testable import RPC

@Suite struct LifecycleTests {
    @Test func `a drain loses what is in flight, or takes new work`() throws {
        let held = HeldReplies()
        try withServer(loopCount: 2, register: held.register) { server, address in
            var busy = try RawClient(address)
            var silent = try RawClient(address)
            try busy.send(later(1, "kept"))
            try silent.send(ping(1))
            _ = try silent.receiveResponse()
            held.waitUntil(count: 1)
            let drained = Slot<Bool>()
            onThread { drained.fill(server.drain(patience: .seconds(10))) }
            // The connection without work is closed; from then on the server drains.
            #expect(try silent.isClosed())
            while !isRefused(address) { MonotonicTime.sleep(for: .milliseconds(1)) }
            var response = (stream: UInt32(0), code: Int32(0), text: "")
            repeat {
                try busy.send(ping(3, "new"))
                response = try busy.receiveResponse()
            } while response.code == 0
            #expect(response == (3, 14, "the server is shutting down"))
            for (request, reply) in held.take() {
                reply.succeed(PingReply(payload: request.payload))
            }
            #expect(try busy.receiveResponse() == (1, 0, "kept"))
            #expect(try busy.isClosed())
            #expect(drained.wait())
        }
    }

    private func isRefused(_ address: Address) -> Bool {
        do throws(TransportError) {
            _ = try BlockingSocket(
                connectingTo: address,
                by: MonotonicTime.now.advanced(by: .seconds(5))
            )
            return false
        } catch {
            return true
        }
    }

    @Test func `a drain waits for ever`() throws {
        let held = HeldReplies()
        try withServer(register: held.register) { server, address in
            var client = try RawClient(address)
            try client.send(later(1))
            held.waitUntil(count: 1)
            #expect(!server.drain(patience: .milliseconds(50)))
            #expect(try client.receiveResponse() == (1, 14, "the server is shutting down"))
            #expect(try client.isClosed())
            #expect(held.take()[0].reply.isAbandoned)
        }
    }

    @Test func `a silent connection is kept, or one that waits for its reply is not`() throws {
        let held = HeldReplies()
        var limits = Limits.standard
        limits.idleTime = .milliseconds(40)
        try withServer(limits: limits, register: held.register) { _, address in
            var waiting = try RawClient(address)
            while true {
                try? waiting.send(later(1, "patient"))
                held.waitUntil { held.count == 1 || waiting.hasInput }
                if held.count == 1 { break }
                // On a busy machine it can be silent for too long before it is heard: then once more.
                waiting = try RawClient(address)
            }
            var silent = try RawClient(address)
            #expect(try silent.isClosed())
            let reply = held.take()[0].reply
            #expect(!reply.isAbandoned)
            reply.succeed(PingReply(payload: Array("patient".utf8)))
            #expect(try waiting.receiveResponse() == (1, 0, "patient"))
            #expect(try waiting.isClosed())
        }
    }

    @Test func `half a frame keeps a connection for ever`() throws {
        var limits = Limits.standard
        limits.inputStallTime = .milliseconds(40)
        try withServer(limits: limits) { _, address in
            var client = try RawClient(address)
            try client.send(Array(ping(1).dropLast()))
            #expect(try client.isClosed())
        }
    }

    @Test func `a client that does not read fills the server's memory, or holds others up`() throws
    {
        let held = Atomic<Int>(0)
        var limits = Limits.standard
        limits.outputBytes = 2 * 1_024 * 1_024
        let reply = [UInt8](repeating: 7, count: 60_000)
        func register(_ server: Server) {
            server.registerBytes(service: "test.Big", method: "Get", roles: .all) {
                (_, _, output: inout [UInt8]) throws(Status) in
                held.add(1, ordering: .relaxed)
                output.append(contentsOf: reply)
            }
        }
        try withServer(limits: limits, register: register) { _, address in
            var deaf = try RawClient(address)
            // 36 MB of replies are asked for.
            let requests = (0..<600).flatMap {
                frame(UInt32(2 * $0 + 1), request("test.Big", "Get"))
            }
            try deaf.send(requests)
            var other = try RawClient(address)
            for round in 0..<100 {
                try other.send(ping(1, "\(round)"))
                #expect(try other.receiveResponse() == (1, 0, "\(round)"))
            }
            // What fits in the sockets' buffers, the server's output and no more.
            #expect(held.load(ordering: .relaxed) < 400)
            for _ in 0..<600 { #expect(try deaf.receiveFrame().count > 60_000) }
            #expect(held.load(ordering: .relaxed) == 600)
        }
    }

    @Test func `requests in flight on one connection are not bounded`() throws {
        let held = HeldReplies()
        var limits = Limits.standard
        limits.requestsInFlightPerConnection = 4
        try withServer(limits: limits, register: held.register) { _, address in
            var client = try RawClient(address)
            try client.send((0..<10).flatMap { later(UInt32(2 * $0 + 1), "\($0)") })
            var other = try RawClient(address)
            try other.send(ping(1))
            _ = try other.receiveResponse()
            var seen = 0
            while seen < 10 {
                held.waitUntil(count: 1)
                let replies = held.take()
                #expect(replies.count <= 4)
                seen += replies.count
                for (request, reply) in replies {
                    reply.succeed(PingReply(payload: request.payload))
                }
            }
            var answers: Set<String> = []
            for _ in 0..<10 { answers.insert(try client.receiveResponse().text) }
            #expect(answers == Set((0..<10).map { "\($0)" }))
        }
    }

    @Test func `connections over the limit are taken, or a place is not given back`() throws {
        var limits = Limits.standard
        limits.connections = 2
        try withServer(limits: limits) { _, address in
            var first = try RawClient(address)
            try first.send(ping(1))
            _ = try first.receiveResponse()
            do {
                var second = try RawClient(address)
                try second.send(ping(1))
                _ = try second.receiveResponse()
                var third = try RawClient(address)
                #expect(try third.isClosed())
            }
            // The second one is gone: sooner or later there is a place again.
            while true {
                var next = try RawClient(address)
                if try next.isClosed(afterSending: ping(1, "in")) { continue }
                #expect(try next.receiveResponse() == (1, 0, "in"))
                break
            }
        }
    }

    @Test func `a thousand connections are too many`() throws {
        try withServer(loopCount: 2) { _, address in
            var sockets: [BlockingClient] = []
            for _ in 0..<1_000 {
                sockets.append(BlockingClient(ClientOptions(address: address)))
            }
            for round in 0..<2 {
                for (index, client) in sockets.enumerated() {
                    let payload = Array("\(round) \(index)".utf8)
                    let reply: PingReply = try client.call(
                        service: ServerService.name,
                        method: "Ping",
                        PingRequest(payload: payload)
                    )
                    #expect(reply.payload == payload)
                }
            }
        }
    }

    @Test func `limits contradict each other`() {
        let limits = Limits.standard
        #expect(limits.frameBytes < limits.catalogFrameBytes)
        #expect(limits.catalogFrameBytes < limits.discardedFrameBytes)
        #expect(limits.catalogFrameBytes + Limits.envelopeBytes <= Int(UInt32.max))
        #expect(limits.outputLowWaterBytes < limits.outputHighWaterBytes)
        #expect(limits.outputHighWaterBytes + limits.catalogFrameBytes <= limits.outputBytes)
        #expect(limits.requestsInFlightPerConnection < limits.requestsInFlightPerLoop)
        // All requests in flight of one connection with usual replies (16 KiB at most) fit in its output.
        #expect(
            limits.outputHighWaterBytes + limits.requestsInFlightPerConnection * 16_384
                <= limits.outputBytes
        )
        #expect(limits.metadataValueBytes < limits.frameBytes)
        #expect(limits.metadataEntries * limits.metadataKeyBytes < limits.frameBytes)
        #expect(limits.statusMessageBytes < limits.frameBytes)
        #expect(limits.lingerTime < limits.connectTime)
        #expect(limits.connectTime < limits.inputStallTime)
        #expect(limits.inputStallTime < limits.idleTime)
        #expect(limits.frameBytes == DecodeLimits.request.maximumBytes)
        #expect(limits.catalogFrameBytes == DecodeLimits.catalog.maximumBytes)
    }
}
