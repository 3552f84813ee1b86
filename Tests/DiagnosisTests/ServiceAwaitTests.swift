import Messages
import RPC
import Testing
import Transport

@testable import Diagnosis

/// A front end that waits for the answer to a lookup.
@Suite struct ServiceAwaitTests {
    private typealias Answer = Slot<Result<AwaitLookupsReply, Status>>

    private static let measured = AddFactsRequest(
        callID: "a",
        requestID: "r",
        system: "print-server",
        facts: [StructuredAnswer(fact: "test.toner", value: "full")]
    )

    /// Calls whose first turn waits for the toner.
    private func waiting(_ ids: String...) throws -> ServiceFixture {
        let fixture = try ServiceFixture()
        for id in ids {
            try fixture.start(id)
            let reply = try fixture.turn(id, 1, .says("the printer does not print"))
            #expect(reply.expects?.waiting == true)
        }
        fixture.settle()
        return fixture
    }

    /// Begins to wait; what comes at once has come when this returns.
    private func wait(
        _ fixture: ServiceFixture,
        _ id: String = "a",
        milliseconds: UInt32 = 60_000
    ) -> Answer {
        let answer = Answer()
        let request = AwaitLookupsRequest(callID: id, waitMs: milliseconds)
        fixture.calls.perform(.awaitLookups(request) { answer.fill($0) }, on: id)
        fixture.settle()
        return answer
    }

    @Test(arguments: [false, true])
    func `the whole time passes though the system has answered`(afterRestart: Bool) throws {
        let fixture = try waiting("a", "b")
        if afterRestart { try fixture.reopen() }
        let (answer, other) = (wait(fixture), wait(fixture, "b"))
        #expect(!answer.isFilled)
        #expect(try fixture.addFacts(Self.measured).awaited)
        #expect(try answer.wait().get() == AwaitLookupsReply(waiting: false))
        // Who asks afterwards is told so at once.
        #expect(try wait(fixture).wait().get().waiting == false)
        #expect(!other.isFilled)
        let next = try fixture.turn("a", 2, Input(kind: .silence(Silence())))
        #expect(next.say == "Is the light on?")
    }

    @Test func `a call that was put aside is waited for in vain after a restart`() throws {
        let fixture = try waiting("a")
        fixture.calls.perform(.putAside, on: "a")
        fixture.settle()
        try fixture.housekeeping.moveCheckpoint()
        try fixture.reopen()
        #expect(fixture.calls.lookups.count == 0)
        let answer = wait(fixture)
        #expect(fixture.calls.lookups.count == 1)
        _ = try fixture.addFacts(Self.measured)
        #expect(try answer.wait().get().waiting == false)
    }

    @Test func `a front end waits on when the time of the lookup is over`() throws {
        let fixture = try waiting("a")
        let answer = wait(fixture)
        fixture.calls.perform(.timeOut(facts: ["test.toner"]), on: "a")
        #expect(try answer.wait().get().waiting == false)
    }

    @Test func `a front end waits on for a call that has ended`() throws {
        let fixture = try waiting("a")
        let answer = wait(fixture)
        try fixture.turn("a", 2, Input(kind: .hangUp(HangUp())))
        #expect(try answer.wait().get().waiting == false)
        #expect(try wait(fixture).wait().get().waiting == false)
    }

    @Test func `words that lead nowhere end the wait`() throws {
        let fixture = try waiting("a")
        let answer = wait(fixture)
        #expect(try fixture.turn("a", 2, "a moment").expects?.waiting == true)
        #expect(!answer.isFilled)
    }

    @Test func `a wait that can't come true lasts for its whole time`() throws {
        let fixture = try waiting("a")
        #expect(try wait(fixture, milliseconds: 0).wait().get().waiting)
        #expect(try wait(fixture, milliseconds: 1).wait().get().waiting)
        guard case .failure(let status) = wait(fixture, "nobody").wait() else {
            Issue.record("there is no such call")
            return
        }
        #expect(status.code == .notFound && status.message.contains("no call nobody"))
        // A call that waits for nothing.
        try fixture.start("c")
        #expect(try wait(fixture, "c").wait().get().waiting == false)
    }

    @Test func `those who wait for a call pile up`() throws {
        let fixture = try waiting("a", "b")
        let other = wait(fixture, "b")
        let first = wait(fixture, milliseconds: 50)
        let answers = (0..<20).map { _ in wait(fixture) }
        for earlier in [first] + answers.dropLast() {
            guard earlier.isFilled, case .failure(let status) = earlier.wait() else {
                Issue.record("two wait for one call")
                return
            }
            #expect(status.code == .aborted)
        }
        // The end of the first one's time is nothing to the last one.
        _ = wait(fixture, "b", milliseconds: 100).wait()
        #expect(other.isFilled && answers.last?.isFilled == false)
    }
}
