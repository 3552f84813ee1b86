import Catalog
import Dispatch
import Logging
import Messages
import RPC
import TestSupport
import Transport

@testable import Diagnosis

/// Journal, calls and recovery on a folder of their own, without sockets.
final class ServiceFixture {
    let folder: TemporaryFolder
    let clock = TestClock()
    let loop: EventLoop
    private var settings: ServiceSettings
    private var parts: LiveCalls?

    var calls: LiveCalls {
        guard let parts else { preconditionFailure("closed") }
        return parts
    }
    var journal: Journal { calls.journal }
    var housekeeping: Housekeeping { Housekeeping(calls) }

    /// - Parameter folder: An existing folder to use; a new one is made otherwise.
    init(folder: TemporaryFolder? = nil, settings: ServiceSettings = .small) throws {
        self.folder = try folder ?? TemporaryFolder()
        self.settings = settings
        loop = try EventLoop(name: "test")
        try open()
    }

    deinit {
        close()
        loop.shutDown()
    }

    /// Ends everything in memory as a crash would, but for commits that are under way.
    func close() {
        parts?.journal.close()
        // What the writer's last batch had for the loop.
        loop.run {}
        parts = nil
    }

    /// Starts again on the same files; returns how many damaged records were met.
    @discardableResult
    func reopen() throws -> Int {
        close()
        return try open()
    }

    @discardableResult
    private func open() throws -> Int {
        let view = TestCatalog.view
        let calls = LiveCalls(
            journal: try Journal(folder: folder.path, settings: settings),
            releases: Releases(current: { (1, view) }, view: { _ in view }),
            settings: settings,
            loops: [loop],
            clock: { [clock] in clock.now },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        parts = calls
        return try Recovery.run(calls, now: { [clock] in clock.now })
    }

    // MARK: Requests, waited for

    @discardableResult
    func start(_ id: String, caller: String = "") throws -> TurnReply {
        let request = StartCallRequest(callID: id, caller: caller)
        let reply: StartCallReply = try wait { answer in
            self.calls.perform(.start(request, answer), on: id)
        }
        return reply.reply ?? TurnReply()
    }

    @discardableResult
    func turn(_ id: String, _ number: UInt32, _ words: String) throws -> TurnReply {
        try turn(id, number, .holds(words))
    }

    @discardableResult
    func turn(_ id: String, _ number: UInt32, _ input: Input) throws -> TurnReply {
        let request = TurnRequest(callID: id, turn: number, input: input)
        return try wait { answer in self.calls.perform(.turn(request, answer), on: id) }
    }

    func addFacts(_ request: AddFactsRequest) throws -> AddFactsReply {
        try wait { answer in self.calls.perform(.facts(request, answer), on: request.callID) }
    }

    /// The status that `body` throws; nil when it throws none.
    func status(_ body: () throws -> Void) -> Status? {
        do {
            try body()
            return nil
        } catch {
            return error as? Status
        }
    }

    /// Waits until nothing is under way for any call.
    func settle() {
        while true {
            loop.run {}
            var isBusy = false
            calls.table.visit { call in
                isBusy = call.isBusy
                return !isBusy
            }
            // The one that was busy last may not have left the table yet.
            if !isBusy { return loop.run {} }
        }
    }
}

/// Calls `begin` with what it is to tell its result to, and waits for that.
func wait<Value: Sendable>(
    _ begin: (@escaping @Sendable (Result<Value, Status>) -> Void) throws -> Void
) throws -> Value {
    let slot = Slot<Result<Value, Status>>()
    try begin { slot.fill($0) }
    return try slot.wait().get()
}

/// A value that one thread waits for.
final class Slot<Value: Sendable>: Sendable {
    private let value = Locked<Value?>(nil)
    private let filled = DispatchSemaphore(value: 0)

    func fill(_ result: Value) {
        value.withLock { $0 = result }
        filled.signal()
    }

    var isFilled: Bool { value.withLock { $0 != nil } }

    func wait() -> Value {
        while true {
            filled.wait()
            if let result = value.withLock({ $0 }) {
                filled.signal()
                return result
            }
        }
    }
}

/// A clock that stands until it is moved.
final class TestClock: Sendable {
    private let time = Locked<Int64>(1_795_000_000_000)

    var now: Int64 { time.withLock { $0 } }

    func advance(milliseconds: Int64) {
        time.withLock { $0 += milliseconds }
    }
}

extension ServiceSettings {
    /// Bounds that a test can reach.
    static var small: ServiceSettings {
        var settings = ServiceSettings()
        settings.callsMapBytes = 64 << 20
        settings.maximumReaders = 32
        return settings
    }
}

extension Input {
    static func says(_ words: String) -> Input {
        Input(kind: .speech(Speech(alternatives: [Alternative(text: words)])))
    }

    /// Answers by fact and value.
    static func answers(_ answers: [String: String]) -> Input {
        let list = answers.map { StructuredAnswer(fact: $0.key, value: $0.value) }
        return Input(kind: .answers(StructuredAnswers(answers: list)))
    }

    /// Asks for time, which a call grants again and again; `words` tell one such turn from another.
    static func holds(_ words: String) -> Input {
        Input(kind: .answers(StructuredAnswers(acts: [.wait], question: words)))
    }
}
