import Dispatch
import Foundation
import LMDB
import Messages
import RPC
import Testing

@testable import Diagnosis

@Suite struct ServiceCallTests {
    @Test func `a retried turn is taken twice`() throws {
        let fixture = try ServiceFixture()
        let opening = try fixture.start("a")
        let first = try fixture.turn("a", 1, "one")
        let second = try fixture.turn("a", 2, "two")
        let sequence = fixture.journal.lastSequence
        for _ in 0..<2 {
            #expect(try fixture.start("a") == opening)
            #expect(try fixture.turn("a", 1, "one") == first)
            #expect(try fixture.turn("a", 2, "two") == second)
            #expect(fixture.journal.lastSequence == sequence)
            try fixture.reopen()
        }
    }

    @Test func `another request under a number or id that is taken gets an answer`() throws {
        let fixture = try ServiceFixture()
        try fixture.start("a", caller: "1")
        try fixture.turn("a", 1, "one")
        try fixture.turn("a", 2, "two")
        let other = fixture.status { try fixture.turn("a", 1, "something else") }
        #expect(other?.code == .alreadyExists)
        #expect(other?.message.contains("turn 1") == true)
        #expect(other?.message.contains("next turn is 3") == true)
        let last = fixture.status { try fixture.turn("a", 2, "something else") }
        #expect(last?.code == .alreadyExists)
        let start = fixture.status { try fixture.start("a", caller: "2") }
        #expect(start?.code == .alreadyExists)
        #expect(start?.message.contains("call a") == true)
    }

    @Test func `a list of live calls leaves out one between two of its pages`() throws {
        let fixture = try ServiceFixture()
        let ids = (1...9).map { "call-\($0)" }
        for id in ids.shuffled() { try fixture.start(id) }
        try fixture.turn("call-5", 1, Input(kind: .hangUp(HangUp())))
        fixture.settle()
        func list(after id: String, _ maximum: Int) -> [String] {
            fixture.calls.liveCalls(after: id, maximum: maximum).map(\.callID)
        }
        #expect(list(after: "", 2) == ["call-1", "call-2"])
        #expect(list(after: "call-2", 3) == ["call-3", "call-4", "call-6"])
        #expect(list(after: "call-5", 2) == ["call-6", "call-7"])
        #expect(list(after: "call-7", 2) == ["call-8", "call-9"])
        #expect(list(after: "call-9", 2) == [])
        #expect(list(after: "", 1_000) == ids.filter { $0 != "call-5" })
    }

    @Test func `a turn is lost in a gap`() throws {
        let fixture = try ServiceFixture()
        try fixture.start("a")
        try fixture.turn("a", 1, "one")
        let gap = fixture.status { try fixture.turn("a", 3, "three") }
        #expect(gap?.code == .failedPrecondition)
        #expect(gap?.message.contains("next turn of call a is 2") == true)
        try fixture.turn("a", 2, "two")
        try fixture.turn("a", 3, "three")
    }

    @Test func `a call that never was answers`() throws {
        let fixture = try ServiceFixture()
        #expect(fixture.status { try fixture.turn("a", 1, "one") }?.code == .notFound)
        let request = AddFactsRequest(callID: "a", requestID: "r")
        #expect(fixture.status { _ = try fixture.addFacts(request) }?.code == .notFound)
        #expect(try fixture.calls.state(of: "a") == nil)
        fixture.settle()
        #expect(fixture.calls.table.count == 0)
    }

    @Test func `an ended call takes a turn, or forgets the turns that it took`() throws {
        let fixture = try ServiceFixture()
        try fixture.start("a")
        let first = try fixture.turn("a", 1, "one")
        let end = Input(kind: .hangUp(HangUp()))
        let last = try fixture.turn("a", 2, end)
        #expect(last.phase == .ended)
        fixture.settle()
        #expect(fixture.calls.table.count == 0)
        for _ in 0..<2 {
            #expect(fixture.status { try fixture.turn("a", 3, "x") }?.code == .failedPrecondition)
            #expect(fixture.status { try fixture.turn("a", 2, "x") }?.code == .alreadyExists)
            let facts = AddFactsRequest(callID: "a", requestID: "late", system: "probe")
            let late = fixture.status { _ = try fixture.addFacts(facts) }
            #expect(late?.code == .failedPrecondition && late?.message.contains("drop") == true)
            #expect(try fixture.turn("a", 1, "one") == first)
            #expect(try fixture.turn("a", 2, end) == last)
            #expect(fixture.status { try fixture.start("a", caller: "2") }?.code == .alreadyExists)
            fixture.settle()
            #expect(fixture.calls.table.count == 0)
            try fixture.reopen()
        }
    }

    @Test func `turns that arrive together are taken out of order`() throws {
        let fixture = try ServiceFixture()
        try fixture.start("a")
        let slots = (1...5).map { _ in Slot<Result<TurnReply, Status>>() }
        let blocker = try WriteBlocker(fixture.journal.environment)
        // The first one is under way while the others arrive.
        for number in [1, 4, 3, 5, 2] {
            let request = TurnRequest(
                callID: "a",
                turn: UInt32(number),
                input: .holds("turn \(number)")
            )
            let slot = slots[number - 1]
            fixture.calls.perform(.turn(request, { slot.fill($0) }), on: "a")
        }
        #expect(!slots.contains { $0.isFilled })
        blocker.release()
        for (index, slot) in slots.enumerated() {
            #expect(try slot.wait().get().turn == UInt32(index + 1))
        }
        let records = try fixture.journal.records(
            of: "a",
            upTo: fixture.journal.lastSequence
        )
        #expect(records.map(\.record.turn) == [0, 1, 2, 3, 4, 5])
    }

    @Test func `requests for one call pile up without bound`() throws {
        var settings = ServiceSettings.small
        settings.waitingPerCall = 3
        let fixture = try ServiceFixture(settings: settings)
        try fixture.start("a")
        // It is answered before it makes place: until then even the first turn would wait.
        fixture.settle()
        let slots = (1...5).map { _ in Slot<Result<TurnReply, Status>>() }
        let blocker = try WriteBlocker(fixture.journal.environment)
        for (index, slot) in slots.enumerated() {
            let number = UInt32(index + 1)
            let request = TurnRequest(callID: "a", turn: number, input: .holds("turn"))
            fixture.calls.perform(.turn(request, { slot.fill($0) }), on: "a")
        }
        let refused = slots[4].wait()
        blocker.release()
        guard case .failure(let status) = refused else {
            Issue.record("the fifth request was taken")
            return
        }
        #expect(status.code == .resourceExhausted)
        #expect(status.message.contains("3 requests for call a"))
        for slot in slots[..<4] { _ = try slot.wait().get() }
    }

    @Test func `a turn sent from many places at once is taken more than once`() throws {
        let fixture = try ServiceFixture(
            settings: {
                var settings = ServiceSettings.small
                settings.waitingPerCall = 64
                return settings
            }()
        )
        try fixture.start("a")
        for number in 1...20 {
            let slots = (0..<16).map { _ in Slot<Result<TurnReply, Status>>() }
            let request = TurnRequest(
                callID: "a",
                turn: UInt32(number),
                input: .holds("turn \(number)")
            )
            let calls = fixture.calls
            DispatchQueue.concurrentPerform(iterations: slots.count) { index in
                calls.perform(.turn(request, { slots[index].fill($0) }), on: "a")
            }
            let replies = try slots.map { try $0.wait().get() }
            #expect(replies.allSatisfy { $0 == replies[0] })
        }
        #expect(fixture.journal.lastSequence == 21)
    }

    @Test func `a call is started twice by requests that come together`() throws {
        let fixture = try ServiceFixture()
        let slots = (0..<8).map { _ in Slot<Result<StartCallReply, Status>>() }
        let calls = fixture.calls
        DispatchQueue.concurrentPerform(iterations: slots.count) { index in
            let request = StartCallRequest(callID: "a")
            calls.perform(.start(request, { slots[index].fill($0) }), on: "a")
        }
        let replies = try slots.map { try $0.wait().get() }
        #expect(replies.allSatisfy { $0 == replies[0] })
        #expect(fixture.journal.lastSequence == 1)
    }

    @Test func `a request id adds its facts twice`() throws {
        let fixture = try ServiceFixture()
        try fixture.start("a")
        let request = AddFactsRequest(
            callID: "a",
            requestID: "r1",
            system: "crm",
            facts: [StructuredAnswer(fact: "product.version", value: "4.2")]
        )
        let first = try fixture.addFacts(request)
        for _ in 0..<2 {
            #expect(try fixture.addFacts(request) == first)
            try fixture.turn("a", fixture.calls.state(of: "a")!.turn + 1, "words")
            try fixture.reopen()
        }
        #expect(try fixture.addFacts(request) == first)
    }
}

/// Holds the environment's one write transaction, so that commits wait.
final class WriteBlocker: Sendable {
    private let released = DispatchSemaphore(value: 0)

    init(_ environment: Environment) throws {
        let began = DispatchSemaphore(value: 0)
        Thread.detachNewThread { [released] in
            try? environment.withWrite { _ in
                began.signal()
                released.wait()
            }
            began.signal()
        }
        began.wait()
    }

    deinit { release() }

    func release() { released.signal() }
}
