import Messages
import Testing

@testable import Diagnosis

@Suite struct EngineLookupTests {
    /// A call that stands at the guide, the last question before the probe.
    private func atPanel() throws -> Play {
        var play = try Play()
        try play.say(
            "@vpn context.trigger=swapped environment.router=ax73 symptom.message=timed-out"
        )
        try play.say("=pass")
        return play
    }

    @Test func `the lookups of a tree are started late, twice or without what they need`() throws {
        var play = try Play()
        try play.say("@vpn context.trigger=swapped environment.router=ax73")
        #expect(play.reply.lookups.map(\.fact) == ["product.version", "test.udp"])
        let probe = play.reply.lookups[1]
        #expect(probe.source == "probe" && probe.key == "udp-1194")
        #expect(probe.callID == "call-1" && probe.caller == "+1 555 0134")
        #expect(probe.deadlineMs == play.now + 20_000)
        #expect(probe.with.map(\.key) == ["environment.router"])
        try play.say("=pass")
        #expect(play.reply.lookups.isEmpty)
        #expect(play.state.progress.lookups.count == 2)
    }

    @Test func `a lookup is started for what was told or is known`() throws {
        var play = try Play(told: [StructuredAnswer(fact: "product.version", value: "4.2.1")])
        try play.say("@vpn")
        #expect(play.reply.lookups.map(\.fact) == ["test.udp"])
        #expect(play.state.facts["product.version"]?.value?.kind == .version)
        #expect(play.state.facts["product.version"]?.provenance?.source == .told)
        #expect(play.state.superseded.isEmpty)
    }

    @Test func `a lookup that decides is not waited for`() throws {
        var play = try atPanel()
        #expect(play.standing == "fix.panel", "a lookup that decides nothing is passed over")
        try play.say("=unable")
        #expect(play.standing == "waiting test.udp")
        #expect(play.reply.say == "LOOKING-UP")
        #expect(play.reply.expects?.waitMs == 18_000)
        // Asking for time, or saying something else, goes on waiting.
        try play.say("#wait")
        #expect(play.standing == "waiting test.udp" && play.reply.say == "WAIT")
        try play.take(.silence(Silence()))
        #expect(play.standing == "waiting test.udp" && play.reply.say == "LOOKING-UP")
    }

    @Test func `an answer from a system is not spoken after the next silence`() throws {
        var play = try atPanel()
        try play.say("=unable")
        try play.measure("test.udp", "blocked")
        #expect(play.records.last?.reply != nil, "an awaited fact brings a reply")
        #expect(play.standing == "environment.provider")
        try play.take(.silence(Silence()))
        #expect(play.reply.say == "PROVIDER")
        #expect(play.state.progress.withoutProgress == 0)
        #expect(play.state.progress.timesAsked == 1)
        #expect(play.state.facts["test.udp"]?.provenance?.system == "probe")
    }

    @Test func `a fact that nobody waits for interrupts the question`() throws {
        var play = try atPanel()
        try play.measure("test.udp", "blocked")
        #expect(play.records.last?.reply == nil)
        #expect(play.standing == "fix.panel")
        try play.say("=unable")
        #expect(play.standing == "environment.provider")
    }

    @Test func `a measured answer to the open question is asked again`() throws {
        var play = try Play()
        try play.say("@vpn context.trigger=nothing")
        #expect(play.standing == "test.internet")
        try play.measure("test.internet", "pass")
        try play.say("noise")
        #expect(play.standing == "symptom.message")
    }

    @Test func `a lookup times out by its timer and by a late turn alike`() throws {
        var timed = try atPanel()
        try timed.say("=unable")
        var late = timed
        timed.now += 18_000
        timed.apply(
            try Engine.timeOut(
                timed.state,
                facts: ["test.udp", "product.version", "never.started"],
                atMilliseconds: timed.now,
                view: timed.knowledge
            )
        )
        #expect(timed.standing == "environment.provider")
        try late.take(.silence(Silence()), after: 18_000)
        #expect(late.standing == "environment.provider")
        #expect(timed.value("test.udp") == "!timed-out")
        #expect(late.value("test.udp") == "!timed-out")
    }

    @Test func `a time-out overwrites what came just before it`() throws {
        var play = try atPanel()
        try play.measure("test.udp", "open")
        play.apply(
            try Engine.timeOut(
                play.state,
                facts: ["test.udp"],
                atMilliseconds: play.now,
                view: play.knowledge
            )
        )
        #expect(play.value("test.udp") == "open")
    }

    @Test func `a required lookup is not awaited, or holds up the questions`() throws {
        var play = try atPanel()
        try play.measure("test.udp", "blocked")
        try play.say("=unable")
        #expect(play.standing == "environment.provider")
        try play.say("=comcast")
        #expect(play.standing == "customer.availability")
        play.now -= 2_000
        try play.say("=now")
        #expect(play.standing == "waiting product.version")
        try play.measure("product.version", "4.2.1", system: "assets")
        #expect(play.standing == "ended escalated")
        #expect(play.reply.say == "ESCALATED" && play.reply.queue == "network")
    }

    @Test func `an ended call is waited for`() throws {
        var play = try Play()
        try play.say("@vpn")
        try play.take(.hangUp(HangUp()))
        #expect(play.state.progress.lookups.isEmpty)
        #expect(play.value("test.udp") == "!call-ended")
    }

    @Test func `a system is said to be late whose time was not over when the call ended`() throws {
        // One system has 5 seconds, the other one 20.
        for (seconds, version, probe) in [
            (4, "!call-ended", "!call-ended"), (5, "!timed-out", "!call-ended"),
            (19, "!timed-out", "!call-ended"), (20, "!timed-out", "!timed-out"),
        ] as [(Int64, String, String)] {
            var play = try Play()
            try play.say("@vpn")
            play.now += seconds * 1_000
            play.apply(
                try Engine.leaveIdle(play.state, atMilliseconds: play.now, view: play.knowledge)
            )
            #expect(play.value("test.udp") == probe, "\(seconds) s")
            #expect(play.value("product.version") == version, "\(seconds) s")
        }
    }

    @Test func `a system that does not hold a fact is not believed`() throws {
        var play = try atPanel()
        try play.say("=unable")
        let request = AddFactsRequest(
            callID: "call-1",
            requestID: "nothing",
            system: "probe",
            facts: [StructuredAnswer(fact: "test.udp", notObtained: .notHeld)]
        )
        play.apply(
            try Engine.addFacts(
                play.state,
                request: request,
                atMilliseconds: play.now,
                view: play.knowledge
            )
        )
        #expect(play.value("test.udp") == "!not-held")
        #expect(play.standing == "environment.provider")
        #expect(play.state.requestIDs == ["nothing"])
    }
}
