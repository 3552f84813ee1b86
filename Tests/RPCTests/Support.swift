import Dispatch
import Foundation
import Logging
import Messages
import RPC
import Testing
import Transport

/// Silent in tests: what is expected to go wrong is not to be printed.
let quietLogger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

/// A server on a port of its own with the methods that the tests call; drained at the end of `body`.
func withServer(
    limits: Limits = .standard,
    tokens: Tokens? = nil,
    loopCount: Int = 1,
    address: String = "127.0.0.1:0",
    register: (Server) -> Void = { _ in },
    _ body: (Server, Address) throws -> Void
) throws {
    let server = try Server(
        Server.Configuration(name: "test", loopCount: loopCount, limits: limits, tokens: tokens),
        logger: quietLogger
    )
    ServerService.register(
        on: server,
        status: { StatusReply(server: "test", healthy: true) },
        gauges: { [Gauge(name: "answer", value: 42)] }
    )
    register(server)
    let addresses = try server.start(listening: [Address(address)])
    defer { server.drain(patience: .seconds(5)) }
    try body(server, addresses[0])
}

/// Replies that a test holds back until it lets them go, in the order in which they came.
final class HeldReplies: Sendable {
    private let replies = Locked<[(request: PingRequest, reply: Reply<PingReply>)]>([])

    func register(on server: Server) {
        server.registerDeferred(service: "test.Held", method: "Later", roles: .all) {
            [self] (request: PingRequest, _, reply: Reply<PingReply>) throws(Status) in
            replies.withLock { $0.append((request, reply)) }
        }
    }

    var count: Int { replies.withLock { $0.count } }

    func waitUntil(count: Int) {
        waitUntil { self.count >= count }
    }

    func waitUntil(_ condition: () -> Bool) {
        while !condition() { MonotonicTime.sleep(for: .milliseconds(1)) }
    }

    func take() -> [(request: PingRequest, reply: Reply<PingReply>)] {
        replies.withLock { replies in
            defer { replies = [] }
            return replies
        }
    }
}

extension PipeliningClient {
    /// Calls and waits for the reply; for tests.
    func wait<Request: Message, Response: Message>(
        service: String,
        method: String,
        _ request: Request,
        idempotent: Bool = false,
        timeout: Duration? = nil
    ) -> Result<Response, Status> {
        let slot = Slot<Result<Response, Status>>()
        call(
            service: service,
            method: method,
            request,
            idempotent: idempotent,
            timeout: timeout
        ) { slot.fill($0) }
        return slot.wait()
    }
}

/// A value that one thread fills in and another waits for.
final class Slot<Value: Sendable>: Sendable {
    private let value = Locked<Value?>(nil)

    func fill(_ result: Value) {
        value.withLock { $0 = result }
    }

    func wait() -> Value {
        while true {
            if let result = value.withLock({ $0 }) { return result }
            MonotonicTime.sleep(for: .milliseconds(1))
        }
    }
}

/// A client that sends whatever bytes it is told to.
struct RawClient: ~Copyable {
    private let socket: BlockingSocket
    private var received: [UInt8] = []
    private let deadline: MonotonicTime

    init(_ address: Address) throws {
        deadline = MonotonicTime.now.advanced(by: .seconds(20))
        socket = try BlockingSocket(connectingTo: address, by: deadline)
    }

    func send(_ bytes: [UInt8]) throws {
        try socket.send(bytes.span, by: deadline)
    }

    /// The next whole frame: header and message.
    mutating func receiveFrame() throws -> [UInt8] {
        try fill(10)
        let length = received[0..<4].reduce(0) { $0 << 8 | Int($1) }
        try fill(10 + length)
        defer { received.removeFirst(10 + length) }
        return Array(received.prefix(10 + length))
    }

    /// The stream, status code and payload of the next frame.
    mutating func receiveResponse() throws -> (stream: UInt32, code: Int32, text: String) {
        let frame = try receiveFrame()
        let stream = frame[4..<8].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let response = try RPCResponse.decode(Array(frame[10...]), limits: .catalog)
        if let status = response.status, status.code != 0 {
            return (stream, status.code, status.message)
        }
        let reply = try PingReply.decode(response.payload, limits: .catalog)
        return (stream, 0, String(decoding: reply.payload, as: UTF8.self))
    }

    /// Whether the server has closed the connection, or said something, by now.
    var hasInput: Bool { socket.isStale }

    /// Whether the server closes the connection before it says anything more.
    mutating func isClosed() throws -> Bool {
        guard received.isEmpty else { return false }
        do throws(TransportError) {
            try socket.receive(into: &received, limit: 1_024, by: deadline)
            return false
        } catch {
            guard error.reason == .closedByPeer else { throw error }
            return true
        }
    }

    /// Whether the server closes the connection instead of answering `bytes`.
    mutating func isClosed(afterSending bytes: [UInt8]) throws -> Bool {
        do throws(TransportError) {
            try socket.send(bytes.span, by: deadline)
            try socket.receive(into: &received, limit: 1_024, by: deadline)
            return false
        } catch {
            guard error.reason == .closedByPeer else { throw error }
            return true
        }
    }

    private mutating func fill(_ count: Int) throws {
        while received.count < count {
            try socket.receive(into: &received, limit: 65_536, by: deadline)
        }
    }
}

// MARK: Bytes, made here without the code under test

/// The bytes that hexadecimal digits stand for; spaces are for the reader.
func hex(_ text: String) -> [UInt8] {
    let digits = text.filter { $0 != " " && $0 != "\n" }
    return stride(from: 0, to: digits.count, by: 2).compactMap { offset in
        let start = digits.index(digits.startIndex, offsetBy: offset)
        return UInt8(digits[start..<digits.index(start, offsetBy: 2)], radix: 16)
    }
}

func field(_ number: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    [number << 3 | 2] + varint(bytes.count) + bytes
}

func field(_ number: UInt8, _ text: String) -> [UInt8] {
    field(number, Array(text.utf8))
}

func varint(_ value: Int) -> [UInt8] {
    value < 128 ? [UInt8(value)] : [UInt8(value & 127 | 128)] + varint(value >> 7)
}

func request(
    _ service: String,
    _ method: String,
    payload: String = "",
    more: [UInt8] = []
) -> [UInt8] {
    let body = payload.isEmpty ? [] : field(3, field(1, payload))
    return field(1, service) + field(2, method) + body + more
}

func metadata(_ key: String, _ value: String) -> [UInt8] {
    field(5, field(1, key) + field(2, value))
}

func frame(_ stream: UInt32, _ body: [UInt8], type: UInt8 = 1, flags: UInt8 = 0) -> [UInt8] {
    bigEndian(UInt32(body.count)) + bigEndian(stream) + [type, flags] + body
}

func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}

func ping(_ stream: UInt32, _ payload: String = "", more: [UInt8] = []) -> [UInt8] {
    frame(stream, request("baton.v1.Server", "Ping", payload: payload, more: more))
}

func later(_ stream: UInt32, _ payload: String = "", more: [UInt8] = []) -> [UInt8] {
    frame(stream, request("test.Held", "Later", payload: payload, more: more))
}

/// Runs `body` on a thread of its own.
func onThread(_ body: @escaping @Sendable () -> Void) {
    DispatchQueue.global().async(execute: body)
}

/// A path for a Unix socket that nobody else uses.
func temporarySocketPath() -> String {
    FileManager.default.temporaryDirectory
        .appending(path: "baton-\(UInt64.random(in: 0 ... .max)).sock").path
}
