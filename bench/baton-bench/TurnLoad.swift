internal import Dispatch
internal import Foundation
internal import Messages
internal import RPC
internal import Transport

/// Clients that each hold one call after the other, a turn at a time.
enum TurnLoad {
    /// Below the most turns that a call takes.
    private static let turnsPerCall: UInt32 = 400

    /// Measures turns on some connections for some seconds.
    ///
    /// - Parameter isPeer: Whether the server answers everything alike and needs no start of a call.
    static func run(
        _ address: Address,
        _ connections: Int,
        _ seconds: Double,
        isPeer: Bool,
        round: Int
    ) throws -> Measurement {
        let results = Locked<[Result<[UInt64], any Error>]>([])
        let done = DispatchGroup()
        let end = MonotonicTime.now.advanced(by: .nanoseconds(Int64(seconds * 1e9)))
        for number in 0..<connections {
            done.enter()
            // A thread each: they wait most of the time, and a pool would run only some of them.
            Thread.detachNewThread {
                let name = "bench-\(round)-\(number)"
                let result = Result { try hold(address, name, until: end, isPeer: isPeer) }
                results.withLock { $0.append(result) }
                done.leave()
            }
        }
        done.wait()
        let times = try results.withLock { $0 }.flatMap { try $0.get() }
        return Measurement(nanoseconds: times, seconds: seconds)
    }

    private static func hold(
        _ address: Address,
        _ name: String,
        until end: MonotonicTime,
        isPeer: Bool
    ) throws -> [UInt64] {
        let client = BlockingClient(ClientOptions(address: address))
        var times: [UInt64] = []
        var call = 0
        while MonotonicTime.now < end {
            call += 1
            let id = "\(name)-\(call)"
            if !isPeer { try start(id, client) }
            var turn: UInt32 = 1
            while turn <= turnsPerCall, MonotonicTime.now < end {
                let began = MonotonicTime.now
                _ = try self.turn(id, turn, client)
                times.append(MonotonicTime.now.nanoseconds(since: began))
                turn += 1
            }
        }
        return times
    }

    static func start(_ id: String, _ client: BlockingClient) throws {
        let _: StartCallReply = try client.call(
            service: "baton.v1.Diagnosis",
            method: "StartCall",
            StartCallRequest(callID: id)
        )
    }

    /// The customer asks for time, which is a turn like another and can be taken again and again.
    static func turn(_ id: String, _ turn: UInt32, _ client: BlockingClient) throws -> TurnReply {
        let words = Alternative(text: "okay hang on a second i am looking for it", confidence: 0.9)
        let input = Input(kind: .speech(Speech(alternatives: [words])))
        return try client.call(
            service: "baton.v1.Diagnosis",
            method: "Turn",
            TurnRequest(callID: id, turn: turn, input: input)
        )
    }
}
