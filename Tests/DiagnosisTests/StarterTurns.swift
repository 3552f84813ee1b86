import Messages
import Testing

@testable import Diagnosis

/// What callers say of a success, of the topic and of facts that were taken before.
extension StarterCallTests {
    @Test(
        "who takes back that it works again by itself is let go, or who is content is asked on",
        arguments: [
            ("test.lights", "its working again", "no gone again", "test.lights"),
            ("test.lights", "it works again", "no wait it stopped working", "test.lights"),
            ("test.lights", "oh the internet is back", "no it just died again", "test.lights"),
            ("test.lights", "its working again", "never mind its not", "test.lights"),
            ("test.lights", "its working again", "nope all good now", ""),
            ("test.lights", "its working again", "no i dont need anything", ""),
            ("test.lights", "its working again", "no thats all thank you", ""),
            ("symptom.message", "it is connected", "no it disconnected again", "symptom.message"),
            (
                "symptom.message", "its connected now", "hmm now its timing out again",
                "test.vpn-cellular"
            ),
            ("symptom.message", "it is connected", "no thanks that was all", ""),
            ("fix.caps-lock", "it works now", "no now it rejects it again", "fix.caps-lock"),
            (
                "de test.lights", "es funktioniert wieder", "nein jetzt ist es wieder aus",
                "test.lights"
            ),
            ("de test.lights", "es läuft wieder", "nee geht nicht mehr", "test.lights"),
            ("de test.lights", "es läuft wieder", "ach doch nicht", "test.lights"),
            ("de test.lights", "es läuft wieder", "nein jetzt läuft alles", ""),
            ("de fix.restart", "jetzt geht es", "ach doch nicht", "fix.restart"),
        ]
    )
    func relapses(name: String, says: String, then: String, asks: String) throws {
        var place = try #require(Self.places[name])
        place.said.append(says)
        let state = try Self.state(at: place, then: then)
        #expect(state.progress.asked == asks)
        #expect(state.progress.outcome == (asks.isEmpty ? .resolved : .unspecified))
    }

    @Test(
        "who is asked about the wrong topic is not heard",
        arguments: [
            ("symptom.message", "no no its not the vpn its my internet", "internet-down"),
            ("symptom.message", "my problem is not the vpn its my password", "sign-in"),
            ("test.lights", "no its not the internet its the vpn", "vpn"),
            ("test.lights", "its not the internet light its the dsl one", "internet-down"),
            ("symptom.message", "i cant get the vpn to start", "vpn"),
            ("symptom.devices", "no i was talking about the vpn", ""),
        ]
    )
    func topics(name: String, says: String, tree: String) throws {
        let state = try Self.state(at: try #require(Self.places[name]), then: says)
        #expect(state.progress.tree == tree)
        #expect((state.progress.phase == .routing) == tree.isEmpty)
    }

    @Test(
        "which devices are meant is not taken back at the next question",
        arguments: [
            ("symptom.devices", "just my laptop", "oh wait my phone is out too", "every"),
            (
                "symptom.devices", "every device", "no hang on my phone works its only the laptop",
                "one"
            ),
            ("symptom.devices", "just the tv", "the tv is new", "one"),
            (
                "symptom.devices", "at first i thought only my phone but it is all of them", "hmm",
                "every"
            ),
            (
                "de symptom.devices", "am anfang nur mein handy aber es sind doch alle", "hm",
                "every"
            ),
            (
                "de symptom.devices", "nur mein laptop", "ach das handy auch nicht also alles",
                "every"
            ),
            ("de symptom.devices", "alle", "ach nein das handy geht also nur der laptop", "one"),
        ]
    )
    func devices(name: String, says: String, then: String, value: String) throws {
        var place = try #require(Self.places[name])
        place.said.append(says)
        let state = try Self.state(at: place, then: then)
        #expect(state.facts["symptom.devices"]?.value?.key == value)
    }

    @Test(
        "what a customer finds out after a question was given up is lost",
        arguments: [
            ("test.lights", "i dont know", "its green by the way", "test.lights", "green"),
            ("test.lights", "i dont know", "hmm", "test.lights", ""),
            ("symptom.devices", "i dont know", "one moment please", "symptom.devices", ""),
            ("symptom.since", "i dont know", "the man was here yesterday", "symptom.since", ""),
            ("de test.lights", "weiß ich nicht", "die ist grün", "test.lights", "green"),
        ]
    )
    func lateAnswers(name: String, says: String, then: String, fact: String, value: String) throws {
        var place = try #require(Self.places[name])
        place.said.append(says)
        let state = try Self.state(at: place, then: then)
        #expect(state.facts[fact]?.value?.key ?? "" == value)
    }
}
