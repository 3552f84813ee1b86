import Messages
import Testing

@testable import Language

/// What is told of other people's things, or only supposed.
@Suite struct OthersTests {
    @Test(
        arguments: [
            ("my neighbour marge has spectrum and hers went out on monday", "", ""),
            (
                "my neighbours internet went out on monday but we are with comcast",
                "environment.provider", "comcast"
            ),
            (
                "we are with comcast its the neighbour who has spectrum", "environment.provider",
                "comcast"
            ),
            (
                "it broke on monday and my brother in law says its the router because his was on spectrum",
                "symptom.since", "2026-11-16"
            ),
            (
                "no no spectrum is my brother in law im with comcast", "environment.provider",
                "comcast"
            ),
            ("my boss gets connection refused on his", "", ""),
            (
                "i am calling for my mother hers broke on monday mine is with comcast",
                "symptom.since", "2026-11-16"
            ),
            (
                "i am calling for my mother im with comcast and she is with spectrum",
                "environment.provider", "spectrum"
            ),
            // What others do is so, and what belongs to the household.
            ("my brother in law put in custom rules", "test.firewall", "custom"),
            ("my wife says the connection was refused", "symptom.message", "refused"),
        ]
    )
    func `what others have is taken for the customer's`(
        says: String,
        fact: String,
        key: String
    ) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "environment.computers"))
        #expect(heard.volunteered.map(\.key) == (fact.isEmpty ? [] : [fact]))
        #expect(heard.volunteered.first?.value?.key ?? "" == key)
        #expect(heard.answer == nil)
    }

    @Test(
        arguments: [
            // To who has what the others have.
            ("my neighbour has spectrum", "environment.provider", ""),
            ("my neighbour has spectrum but ours is comcast", "environment.provider", "comcast"),
            ("my colleague said it works over his", "test.vpn-cellular", ""),
            ("my colleague has wrong password mine says timed out", "symptom.message", "timed-out"),
            // What would be so, or is to be found out.
            ("and if it doesnt work", "fix.port-forwarding", ""),
            ("my wife says if it doesnt work we should just switch", "fix.port-forwarding", ""),
            ("if it does not help i will call again", "fix.port-forwarding", ""),
            ("if it says timed out what then", "symptom.message", ""),
            ("it did not help if i remember right", "fix.port-forwarding", "not-fixed"),
            ("nothing loads if i turn it on", "test.internet", "fail"),
        ]
    )
    func `what others have, or what is only supposed, is the answer`(
        says: String,
        asked: String,
        key: String
    ) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: asked))
        #expect(heard.answer?.value?.key ?? "" == key)
    }

    @Test func `a fix that works under a condition closes the call`() throws {
        let heard = try Fixture.listen(
            "if i hold the cable it works",
            Fixture.context(asked: "fix.port-forwarding")
        )
        #expect(heard.answer?.value?.key == "fixed")
        #expect(try #require(heard.answer?.provenance?.confidence) <= 0.5)
    }

    @Test(
        arguments: [
            (
                "bei meiner schwester ist seit montag das internet weg bei mir aber erst seit gestern",
                "symptom.since", "2026-11-18"
            ),
            ("meine nachbarin hat comcast wir haben spectrum", "environment.provider", "spectrum"),
            (
                "wir sind ja gar nicht mehr bei comcast sondern bei spectrum",
                "environment.provider", "spectrum"
            ),
        ]
    )
    func `in German others' things are taken for the customer's`(
        says: String,
        fact: String,
        key: String
    ) throws {
        let node = try #require(Fixture.node(fact))
        let heard = try Fixture.listen(says, asked: node, language: .of("de-DE"))
        #expect(heard.answer?.value?.key == key)
    }
}
