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
}
