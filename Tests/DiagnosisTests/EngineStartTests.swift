import Messages
import Testing

@testable import Diagnosis

@Suite struct EngineStartTests {
    struct Hours: Sendable {
        let takes: TakesCalls
        let overflow: Bool
        let at: Int64
        let isPerson: Bool
    }

    // 2026-11-19 is a Thursday; New York is 5 hours behind UTC then, and 4 hours on 2026-10-29.
    static let thursdayAfternoon: Int64 = 1_795_124_400_000  // 16:40 in New York
    static let minute: Int64 = 60_000
    static let hours = [
        Hours(takes: .always, overflow: false, at: thursdayAfternoon, isPerson: false),
        Hours(takes: .afterHours, overflow: false, at: thursdayAfternoon, isPerson: true),
        Hours(takes: .afterHours, overflow: true, at: thursdayAfternoon, isPerson: true),
        Hours(
            takes: .afterHours,
            overflow: false,
            at: thursdayAfternoon + 19 * minute,
            isPerson: true
        ),
        Hours(
            takes: .afterHours,
            overflow: false,
            at: thursdayAfternoon + 20 * minute,
            isPerson: false
        ),
        Hours(takes: .overflow, overflow: false, at: thursdayAfternoon, isPerson: true),
        Hours(takes: .overflow, overflow: true, at: thursdayAfternoon, isPerson: false),
        Hours(
            takes: .overflow,
            overflow: false,
            at: thursdayAfternoon + 20 * minute,
            isPerson: false
        ),
        // Saturday at the same time of day.
        Hours(
            takes: .afterHours,
            overflow: false,
            at: thursdayAfternoon + 2 * 1_440 * minute,
            isPerson: false
        ),
        // Three weeks before, the clocks were one hour ahead: 17:40.
        Hours(
            takes: .afterHours,
            overflow: false,
            at: thursdayAfternoon - 21 * 1_440 * minute,
            isPerson: false
        ),
    ]

    @Test(arguments: hours)
    func `a call goes to the wrong side of the hours`(_ row: Hours) throws {
        var settings = Fixture.settings
        settings.takesCalls = row.takes
        let knowledge = FixtureKnowledge([Fixture.vpn], settings: settings)
        let request = StartCallRequest(
            callID: "c",
            startedAtMs: row.at,
            overflow: row.overflow
        )
        let decision = try Engine.start(request, release: 1, atMilliseconds: 1, view: knowledge)
        #expect((decision == .person(queue: "front-desk")) == row.isPerson)
    }

    @Test func `the start is recorded without what the engine filled in`() throws {
        let play = try Play()
        #expect(play.state.start.language == "en-US")
        #expect(play.state.start.timeZone == "America/New_York")
        #expect(play.state.start.startedAtMs == Fixture.startedAt)
        #expect(play.state.release == 7 && play.state.turn == 0)
        #expect(play.reply.say == "OPENING" && play.reply.phase == .routing)
        #expect(play.records[0].kind == .start && play.records[0].previous == 0)
    }

    @Test func `a start that is not valid is taken`() throws {
        let rows: [(StartCallRequest, String)] = [
            (
                StartCallRequest(),
                "call_id: it is made of letters, digits and - _ . : and is not empty"
            ),
            (
                StartCallRequest(callID: "a/b"),
                "call_id: it is made of letters, digits and - _ . : and is not empty"
            ),
            (
                StartCallRequest(callID: String(repeating: "a", count: 129)),
                "call_id is above the limit of 128"
            ),
            (
                StartCallRequest(callID: "a", language: "fr"),
                "language: \"fr\" is none of the catalog's: en-US"
            ),
            (
                StartCallRequest(callID: "a", timeZone: "Mars/Olympus"),
                "time_zone: \"Mars/Olympus\" is no IANA zone; write it as America/New_York"
            ),
            (
                StartCallRequest(callID: "a", startedAtMs: -1),
                "started_at_ms: it is not before 1970"
            ),
            (
                StartCallRequest(callID: "a", told: [StructuredAnswer(fact: "x", value: "y")]),
                "told[0].fact: a fact is named by a section (product, symptom, environment, test, "
                    + "fix, customer, context), a dot and lower-case letters, digits, dots and dashes"
            ),
        ]
        for (request, words) in rows {
            let error = #expect(throws: EngineError.self) {
                _ = try Engine.start(
                    request,
                    release: 1,
                    atMilliseconds: 5,
                    view: Fixture.knowledge
                )
            }
            #expect(error?.description == words)
        }
    }
}
