import Messages
import RPC
import Testing
import Transport

@testable import Diagnosis

@Suite struct ServiceLookupTests {
    @Test func `a worker gets another system's lookups, or one twice`() throws {
        let bench = try Bench()
        bench.desk.update(call("a", [("x", "probe"), ("y", "crm")]))
        bench.desk.update(call("b", [("x", "probe")]))
        #expect(bench.take(["crm"]).map(\.fact) == ["y"])
        #expect(bench.take(["crm"]).isEmpty)
        #expect(bench.take(["probe"], maximum: 1).map(\.callID) == ["a"])
        #expect(bench.take([]).map(\.callID) == ["b"])
        #expect(bench.take([]).isEmpty)
        #expect(bench.desk.count == 3)
    }

    @Test func `a worker that waits is not told of a lookup`() throws {
        let bench = try Bench()
        let first = bench.wait(for: ["crm"])
        let second = bench.wait(for: ["probe"])
        bench.desk.update(call("a", [("x", "probe")]))
        #expect(second.wait().map(\.fact) == ["x"])
        #expect(!first.isFilled)
        bench.desk.update(call("b", [("z", "crm")]))
        #expect(first.wait().map(\.callID) == ["b"])
    }

    @Test func `a lookup goes to a worker that is gone`() throws {
        let bench = try Bench()
        let gone = Slot<[Lookup]>()
        let waiter = LookupDesk.Waiter(
            sources: [],
            maximum: 4,
            isAbandoned: { true },
            answer: { gone.fill($0) }
        )
        bench.desk.take(waiter, waitMilliseconds: 60_000)
        bench.desk.update(call("a", [("x", "probe")]))
        #expect(!gone.isFilled)
        #expect(bench.take([]).map(\.fact) == ["x"])
    }

    @Test func `a lookup is lost with the worker that took it`() throws {
        let bench = try Bench(leaseMilliseconds: 1)
        bench.desk.update(call("a", [("x", "probe")]))
        #expect(bench.take([]).count == 1)
        #expect(bench.take([]).isEmpty)
        bench.clock.advance(milliseconds: 2)
        #expect(bench.wait(for: ["probe"]).wait().map(\.fact) == ["x"])
        // Nor is it when the clock is set back meanwhile.
        bench.clock.advance(milliseconds: -3_600_000)
        #expect(bench.wait(for: ["probe"], milliseconds: 5_000).wait().map(\.fact) == ["x"])
    }

    @Test func `an answered lookup is handed out again`() throws {
        let bench = try Bench()
        bench.desk.update(call("a", [("x", "probe"), ("y", "probe")]))
        bench.desk.update(call("a", [("y", "probe")]))
        #expect(bench.take([]).map(\.fact) == ["y"])
        bench.desk.update(call("a", []))
        #expect(bench.desk.count == 0)
    }

    @Test func `nobody is told that a lookup's time is over`() throws {
        let bench = try Bench()
        bench.desk.update(call("a", [("x", "probe")], deadline: bench.clock.now + 1))
        let told = bench.timedOut.wait()
        #expect(told == "a x")
    }

    @Test func `a wait without lookups never ends`() throws {
        let bench = try Bench()
        #expect(bench.wait(for: [], milliseconds: 1).wait().isEmpty)
        let last = bench.wait(for: [])
        bench.desk.close()
        #expect(last.wait().isEmpty)
        #expect(bench.wait(for: []).wait().isEmpty)
    }

    @Test func `a lookup is forgotten in a restart, or its time-out is taken twice`() throws {
        let fixture = try ServiceFixture()
        try fixture.start("a")
        let first = try fixture.turn("a", 1, .says("the printer does not print"))
        #expect(first.lookups.map(\.fact) == ["test.toner"])
        #expect(fixture.calls.lookups.count == 1)
        try fixture.reopen()
        #expect(fixture.calls.lookups.count == 1)
        let sequence = fixture.journal.lastSequence
        for _ in 0..<2 {
            fixture.calls.perform(.timeOut(facts: ["test.toner"]), on: "a")
            fixture.settle()
        }
        #expect(fixture.journal.lastSequence == sequence + 1)
        let state = try #require(try fixture.calls.state(of: "a"))
        #expect(state.facts["test.toner"]?.notObtained == .timedOut)
        #expect(fixture.calls.lookups.count == 0)
        // What the engine has to say now does not replace the reply to the turn.
        #expect(try fixture.turn("a", 1, .says("the printer does not print")) == first)
    }

    @Test func `a deadline that passed while the server was away is never seen to`() throws {
        let fixture = try ServiceFixture()
        try fixture.start("a")
        try fixture.turn("a", 1, .says("the printer does not print"))
        fixture.clock.advance(milliseconds: 31_000)
        try fixture.reopen()
        let isTimedOut = {
            try fixture.calls.state(of: "a")?.facts["test.toner"]?.notObtained == .timedOut
        }
        // Each turn of the loop may be the one in which the timer fires.
        while try !isTimedOut() { fixture.loop.run {} }
        fixture.settle()
        #expect(fixture.calls.lookups.count == 0)
    }

    /// The state of a call that awaits the given facts.
    private func call(
        _ id: String,
        _ facts: [(fact: String, source: String)],
        deadline: Int64 = .max
    ) -> CallState {
        let lookups = facts.map {
            Lookup(fact: $0.fact, callID: id, source: $0.source, deadlineMs: deadline)
        }
        let record = JournalRecord(
            callID: id,
            kind: .start,
            start: StartCallRequest(callID: id),
            progress: CallProgress(phase: .diagnosing, lookups: lookups)
        )
        guard let state = CallState(first: record, sequence: 1) else {
            preconditionFailure("a start record begins a call")
        }
        return state
    }

    private final class Bench {
        let clock = TestClock()
        let loop: EventLoop
        let desk: LookupDesk
        let timedOut = Slot<String>()

        init(leaseMilliseconds: Int64 = 60_000) throws {
            loop = try EventLoop(name: "test")
            desk = LookupDesk(
                loop: loop,
                leaseMilliseconds: leaseMilliseconds,
                clock: { [clock] in clock.now }
            )
            desk.onTimeOut { [timedOut] callID, fact in timedOut.fill("\(callID) \(fact)") }
        }

        deinit { loop.shutDown() }

        func take(_ sources: [String], maximum: Int = 16) -> [Lookup] {
            wait(for: sources, maximum: maximum, milliseconds: 0).wait()
        }

        func wait(
            for sources: [String],
            maximum: Int = 16,
            milliseconds: Int64 = 60_000
        ) -> Slot<[Lookup]> {
            let slot = Slot<[Lookup]>()
            let waiter = LookupDesk.Waiter(
                sources: sources,
                maximum: maximum,
                isAbandoned: { false },
                answer: { slot.fill($0) }
            )
            desk.take(waiter, waitMilliseconds: milliseconds)
            return slot
        }
    }
}

@Suite struct ServiceEndedCallTests {
    @Test func `a reader of ended calls misses one, or gets one twice`() throws {
        let fixture = try ServiceFixture()
        let waiting = list(fixture, after: 0, wait: 60_000)
        for id in ["a", "b", "c"] {
            try fixture.start(id)
            try fixture.turn(id, 1, Input(kind: .hangUp(HangUp())))
        }
        #expect(try waiting.wait().get().map(\.callID) == ["a"])
        let first = try list(fixture, after: 0, maximum: 2).wait().get()
        #expect(first.map(\.callID) == ["a", "b"])
        let rest = try list(fixture, after: first[1].endedSequence).wait().get()
        #expect(rest.map(\.callID) == ["c"])
        #expect(try list(fixture, after: rest[0].endedSequence).wait().get().isEmpty)
        #expect(try list(fixture, after: .max).wait().get().isEmpty)
    }

    @Test func `a reader waits for ever`() throws {
        let fixture = try ServiceFixture()
        #expect(try list(fixture, after: 0, wait: 1).wait().get().isEmpty)
        let last = list(fixture, after: 0, wait: 60_000)
        fixture.calls.ended.close()
        #expect(try last.wait().get().isEmpty)
    }

    @Test func `readers that are gone pile up until their time is over`() throws {
        let fixture = try ServiceFixture()
        for _ in 0..<5_000 {
            let isGone = Locked(false)
            let reader = EndedCalls.Waiter(
                after: 0,
                maximum: 1,
                isAbandoned: { isGone.withLock { $0 } },
                answer: { _ in }
            )
            fixture.calls.ended.list(reader, waitMilliseconds: 60_000)
            isGone.withLock { $0 = true }
        }
        #expect(fixture.calls.ended.waitingCount < 500)
    }

    private func list(
        _ fixture: ServiceFixture,
        after: UInt64,
        maximum: Int = 100,
        wait milliseconds: Int64 = 0
    ) -> Slot<Result<[CallSummary], Status>> {
        let slot = Slot<Result<[CallSummary], Status>>()
        let waiter = EndedCalls.Waiter(
            after: after,
            maximum: maximum,
            isAbandoned: { false },
            answer: { slot.fill($0) }
        )
        fixture.calls.ended.list(waiter, waitMilliseconds: milliseconds)
        return slot
    }
}
