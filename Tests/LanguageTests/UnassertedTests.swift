import Messages
import Testing

@testable import Language

/// What is told of other people's things, or only supposed.
@Suite struct UnassertedTests {
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
            // An exception leaves less than all.
            ("my wife got connection refused everywhere except at work", "", ""),
            ("if it does not come back i will switch to comcast", "", ""),
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
            ("my colleague said it connects for her over the hotspot", "test.vpn-cellular", ""),
            (
                "my neighbour did that and it works now i havent tried it yet",
                "fix.port-forwarding", ""
            ),
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

    @Test(
        arguments: [
            ("it is down we bought the router two years ago", "en-US", ""),
            ("it is down they sent us a new router two weeks ago", "en-US", ""),
            ("it is down since monday we bought the router two years ago", "en-US", "2026-11-16"),
            ("it is down ever since they sent us a new router on monday", "en-US", "2026-11-16"),
            ("it broke yesterday i bought it in may", "en-US", "2026-11-18"),
            ("das hat gestern angefangen gekauft hab ich ihn im märz", "de-DE", "2026-11-18"),
            ("den router haben wir vor drei jahren gekauft", "de-DE", ""),
            (
                "man hat uns vor zwei wochen einen geschickt aber es geht erst seit montag nicht",
                "de-DE", "2026-11-16"
            ),
        ]
    )
    func `the day on which something was bought is the day since when it is broken`(
        says: String,
        language: String,
        key: String
    ) throws {
        let say = language == "de-DE" ? "Seit wann geht es nicht?" : "Since when is it broken?"
        let node = Fixture.node("symptom.since", .date, say: say)
        let heard = try Fixture.listen(says, asked: node, language: .of(language))
        #expect(heard.answer?.value?.key ?? "" == key)
    }

    @Test func `the day since when it is broken is a time to call`() throws {
        let context = Fixture.context(asked: "customer.availability", known: ["symptom.since"])
        let told = try Fixture.listen("its been out since monday you know", context)
        #expect(told.answer == nil)
        #expect(told.volunteered.map(\.value?.key) == ["2026-11-16"])
        let both = try Fixture.listen("call me tomorrow i have been waiting since monday", context)
        #expect(both.answer?.value?.text == "tomorrow all day Eastern")
    }

    @Test(
        arguments: [
            ("i did it again and its back at connection refused", ""),
            ("everything is back to normal", "fixed"), ("its back", "fixed"),
        ]
    )
    func `what came back is not told from where it is back at`(says: String, key: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "fix.port-forwarding"))
        #expect(heard.answer?.value?.key ?? "" == key)
    }

    @Test func `the domain of an address is the name that was asked for`() throws {
        let heard = try Fixture.listen(
            "my address is ann at spectrum dot com",
            Fixture.context(asked: "environment.provider")
        )
        #expect(heard.answer?.value?.key != "spectrum")
    }

    /// Where the steps of a fix were to be taken.
    @Test(
        arguments: [
            ("it works now", "fixed", true), ("no it did not help", "not-fixed", true),
            ("yes it works now so i wont need a visit", "fixed", true),
            ("i only did the modem and it works now", "fixed", true),
            ("im not gonna lie it did not help", "not-fixed", true),
            ("if i hold the cable it works", "fixed", false),
            ("its back but only in the kitchen", "fixed", false),
            ("it works now except for the tv", "fixed", false),
            ("no im not going to unplug anything", "unable", true),
            ("no i wont do that", "unable", true),
            ("no i havent done it yet", "", false), ("nah ill try that tonight", "", false),
            ("no i only did the modem so far", "", false),
        ]
    )
    func `a fix that was refused, is still to come or helps in part has a sure result`(
        says: String,
        key: String,
        isSure: Bool
    ) throws {
        let restart = Fixture.node(
            "fix.restart",
            .fix,
            options: [
                Fixture.option("fixed", "fixed", ["it works now"]),
                Fixture.option("not-fixed", "did not help", ["still the same"]),
                Fixture.option("unable", "unable", ["i cant reach it"]),
            ],
            say: "Please unplug the modem, wait, and plug it in again. Does it work now?"
        )
        let heard = try Fixture.listen(says, asked: restart)
        #expect(heard.answer?.value?.key ?? "" == key)
        #expect((heard.answer?.provenance?.confidence ?? 0 > 0.6) == isSure)
    }

    @Test func `the day on which it was bought is no answer to when that was`() throws {
        let bought = Fixture.node("context.bought", .date, say: "When did you buy it?")
        let heard = try Fixture.listen("i bought it in january", asked: bought)
        #expect(heard.answer?.value?.key == "2026-01-01")
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
