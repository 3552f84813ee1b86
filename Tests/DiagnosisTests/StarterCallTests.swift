import Catalog
import Foundation
import Messages
import TestSupport
import Testing

@testable import Diagnosis

/// What callers say at places of the starter catalog where a wrong understanding ends a call or skips a question.
@Suite struct StarterCallTests {
    private static let view = Result {
        return try CatalogCompiler.compile(
            CatalogFolder.read(Programs.starterCatalog)
        ).view
    }

    /// Where something is said: the language, what front ends told at the start, and what was said before.
    struct Place: Sendable {
        var language = "en-US"
        var told: [(fact: String, value: String)] = []
        var said: [String] = []
    }

    private static let router = [
        ("symptom.since", "2026-11-16"), ("context.trigger", "router-replaced"),
        ("environment.router", "tp-link-ax73"), ("environment.previous-router", "netgear-r7000"),
        ("environment.provider", "comcast"), ("test.internet", "pass"),
    ]
    private static let noRouter = [
        ("symptom.since", "2026-11-16"), ("context.trigger", "nothing"),
        ("environment.provider", "comcast"), ("test.internet", "pass"),
        ("symptom.message", "timed-out"), ("test.vpn-cellular", "pass"),
    ]
    private static let down = ["my internet is down", "since yesterday", "comcast"]
    private static let gone = ["mein internet geht nicht", "seit gestern", "telekom"]

    static let places: [String: Place] = [
        "symptom.devices": Place(said: down),
        "test.lights": Place(said: down + ["every device"]),
        "test.power": Place(said: down + ["every device", "the light is off"]),
        "fix.restart": Place(said: down + ["every device", "red"]),
        "closing": Place(said: down + ["every device", "red", "it works now"]),
        "context.trigger": Place(said: ["my vpn is broken", "since yesterday"]),
        "symptom.message": Place(told: router, said: ["my vpn is broken"]),
        "test.vpn-cellular": Place(
            told: router,
            said: ["my vpn is broken", "connection timed out"]
        ),
        "test.internet": Place(told: Array(router.dropLast()), said: ["my vpn is broken"]),
        "fix.caps-lock": Place(said: ["i can't sign in to my email", "wrong password"]),
        "symptom.sign-in-message": Place(said: ["i can't sign in to my email"]),
        "test.firewall": Place(told: noRouter, said: ["my vpn is broken"]),
        "fix.port-forwarding": Place(
            told: noRouter,
            said: ["my vpn is broken", "default settings"]
        ),
        "de fix.restart": Place(language: "de-DE", said: gone + ["alle geräte", "rot"]),
        "de test.lights": Place(language: "de-DE", said: gone + ["alle geräte"]),
        "de symptom.devices": Place(language: "de-DE", said: gone),
    ]

    /// An utterance at a place, and what the fact that is asked there is then; nothing when it must be asked again,
    /// confirmed or waited for.
    struct Row: Sendable, CustomTestStringConvertible {
        var place: String
        var says: String
        var value: String
        var testDescription: String { "\(place): \(says) → \(value)" }

        init(_ place: String, _ says: String, _ value: String = "") {
            self.place = place
            self.says = says
            self.value = value
        }
    }

    /// The state of a call after some turns.
    private static func state(at place: Place, then says: String) throws -> CallState {
        let view = try view.get()
        let start = StartCallRequest(
            callID: "c1",
            language: place.language,
            timeZone: "America/New_York",
            startedAtMs: 1_795_124_400_000,
            told: place.told.map { StructuredAnswer(fact: $0.fact, value: $0.value) }
        )
        let decision = try Engine.start(
            start,
            release: 1,
            atMilliseconds: start.startedAtMs,
            view: view
        )
        guard case .call(let record) = decision else {
            throw EngineError.ended
        }
        var state = try #require(CallState(first: record, sequence: 1))
        for words in place.said + [says] {
            let record = try Engine.turn(
                state,
                input: Input(kind: .speech(Speech(alternatives: [Alternative(text: words)]))),
                atMilliseconds: state.lastAtMilliseconds + 5_000,
                view: view
            )
            state.apply(record, sequence: state.lastSequence + 1)
        }
        return state
    }

    @Test(
        "words like those of an answer are taken for it, or an answer is not heard",
        arguments: [
            // What a screen says while nothing has come yet, or that it did not come.
            Row("symptom.message", "it says connecting", "timed-out"),
            Row("symptom.message", "its stuck on connecting", "timed-out"),
            Row("symptom.message", "it says connection failed"),
            Row("symptom.message", "it was connected for a second and then it disconnected"),
            Row("symptom.message", "it connects but then drops after a minute"),
            Row("symptom.message", "it says connected", "connected"),
            Row("test.vpn-cellular", "it says connecting"),
            Row("test.vpn-cellular", "it says connection failed", "fail"),
            Row("test.vpn-cellular", "unable to connect"),
            Row("fix.port-forwarding", "its still connecting"),
            // The steps, and not what they came to.
            Row("test.vpn-cellular", "okay im connected to the hotspot"),
            Row("test.vpn-cellular", "okay my computer is connected to my phone"),
            Row("test.vpn-cellular", "yes the hotspot is on"),
            Row("test.vpn-cellular", "yes it connects", "pass"),
            Row("test.vpn-cellular", "it works on the hotspot", "pass"),
            Row("fix.restart", "okay its plugged back in"),
            Row("fix.restart", "the lights are back on"),
            Row("fix.restart", "its coming back up"),
            Row("fix.restart", "great hang on"),
            Row("fix.restart", "no problem hang on"),
            Row("fix.restart", "i plugged it back in and it works now", "fixed"),
            Row("fix.port-forwarding", "okay im connected to the router"),
            Row("fix.port-forwarding", "okay it connects", "fixed"),
            Row("fix.port-forwarding", "a message comes up saying access denied"),
            Row("de fix.restart", "gleich"),
            Row("de fix.restart", "dauert noch"),
            Row("de fix.restart", "ist noch nicht so weit"),
            Row("de fix.restart", "immer noch das gleiche", "not-fixed"),
            // The steps are narrated, or the next one is asked for.
            Row("fix.port-forwarding", "i have it open now"),
            Row("fix.port-forwarding", "now i'm there"),
            Row("fix.port-forwarding", "yes i see it"),
            Row("fix.port-forwarding", "yes go on"),
            Row("fix.port-forwarding", "yes thank you so much", "fixed"),
            Row("fix.caps-lock", "i'm in the other room"),
            Row("fix.caps-lock", "yes it's off"),
            Row("fix.caps-lock", "yes i did"),
            Row("fix.caps-lock", "yes i'm in", "fixed"),
            Row("fix.caps-lock", "im in now thank you", "fixed"),
            Row("fix.restart", "yes done"),
            Row("fix.restart", "yes and now"),
            Row("fix.restart", "it's back on"),
            Row("fix.restart", "half of it works"),
            Row("fix.restart", "yes it does", "fixed"),
            Row("fix.restart", "yes everything is back to normal", "fixed"),
            Row("test.power", "it's on the shelf"),
            Row("test.power", "the light in the kitchen is on"),
            Row("test.power", "let me put you on speaker"),
            Row("test.power", "a green light is on", "pass"),
            Row("test.vpn-cellular", "yes it's on"),
            Row("test.internet", "well some pages"),
            Row("test.internet", "i opened cnn and it loads fine", "pass"),
            Row("symptom.message", "it's connected to the wifi"),
            Row("symptom.message", "it connected once"),
            Row("de fix.restart", "ja gemacht"),
            Row("de fix.restart", "ja und jetzt"),
            Row("de fix.restart", "auf dem handy gehts"),
            Row("de fix.restart", "das geht seit zwei tagen so"),
            Row("de fix.restart", "das war schon da"),
            Row("de fix.restart", "ja es geht wieder", "fixed"),
            // Nothing has come yet of what is about to be done, or is still going on.
            Row("fix.restart", "the lights are still blinking"),
            Row("fix.restart", "let me put the phone down"),
            Row("fix.restart", "plugging it back in"),
            Row("fix.restart", "i have to say it works", "fixed"),
            Row("fix.restart", "still red", "not-fixed"),
            Row("de fix.restart", "die blinken immer noch"),
            Row("de fix.restart", "immer noch rot", "not-fixed"),
            // How long was waited is no day since when.
            Row("fix.restart", "i waited thirty seconds and it's still not working", "not-fixed"),
            Row("fix.port-forwarding", "i waited ten minutes and it's the same", "not-fixed"),
            // It was done before, or can't be.
            Row("fix.restart", "did that three times already"),
            Row("fix.restart", "my back is bad i can't get down there", "unable"),
            Row("fix.port-forwarding", "there is no such menu", "unable"),
            Row("fix.port-forwarding", "i don't find this firewall word", "unable"),
            Row("test.vpn-cellular", "my phone is dead", "not-possible"),
            Row("test.vpn-cellular", "i've only got a flip phone", "not-possible"),
            Row("test.vpn-cellular", "it's dead there too", "fail"),
            Row("test.vpn-cellular", "i'm in a hurry", "declined"),
            // A "yes" that only begins, and who does not know.
            Row("fix.restart", "yeah its not working", "not-fixed"),
            Row("fix.restart", "i'm not really sure", "?"),
            Row("de fix.restart", "ich bin mir nicht ganz sicher", "?"),
            Row("test.power", "yeah it wont turn on"),
            Row("test.firewall", "i dont know what that is", "?"),
            Row("fix.port-forwarding", "it wants a password and i dont know it", "unable"),
            // Of several things the one that was asked about.
            Row("test.lights", "the power light is green but the internet one is off", "off"),
            Row("test.lights", "power is green internet is red", "red"),
            Row("test.lights", "the internet one is red the others are green", "red"),
            Row("test.lights", "its not green"),
            Row("test.lights", "im not at home"),
            Row("test.lights", "theres no light on at all", "off"),
            Row("test.lights", "there is no such light", "missing"),
            Row("de test.lights", "da leuchtet nichts", "off"),
            Row("symptom.devices", "my phone and my laptop"),
            Row("symptom.devices", "both the laptop and the phone", "every"),
            Row("symptom.devices", "just my laptop", "one"),
            Row("de symptom.devices", "nur mein handy", "one"),
            // More than one thing, less than all, or none.
            Row("symptom.devices", "my phone too"),
            Row("symptom.devices", "no device works"),
            Row("symptom.devices", "none of my devices", "every"),
            Row("symptom.devices", "every single one", "every"),
            Row("symptom.devices", "everything except my phone"),
            Row("symptom.devices", "only the tv", "one"),
            Row("de symptom.devices", "mein handy auch"),
            Row("de symptom.devices", "kein gerät geht", "every"),
            Row("de symptom.devices", "alle außer dem handy"),
            Row("de symptom.devices", "das handy geht"),
            Row("de symptom.devices", "nur der pc", "one"),
            // A question back that has words of an answer.
            Row("test.firewall", "a rule what do you mean a rule"),
            Row("test.firewall", "do i have rules how would i know"),
            // Denied, and only wished.
            Row("context.trigger", "no new router no nothing"),
            Row("context.trigger", "maybe i need a new router"),
            Row("context.trigger", "not really", "nothing"),
            Row("context.trigger", "no i got a new router", "router-replaced"),
        ]
    )
    func answers(row: Row) throws {
        let place = try #require(Self.places[row.place])
        let fact = try #require(row.place.split(separator: " ").last.map(String.init))
        let state = try Self.state(at: place, then: row.says)
        let found = state.facts[fact]
        let value =
            found?.value?.key ?? [.didNotKnow: "?", .declined: "declined"][found?.notObtained] ?? ""
        #expect(value == row.value)
    }

    @Test(
        "who says that it does not work after all is sent away, or who is content is passed on",
        arguments: [
            ("no the internet doesnt work yet", "not-fixed", Outcome.unspecified),
            ("no it failed", "not-fixed", .unspecified),
            ("but it doesnt work", "not-fixed", .unspecified),
            ("no now its gone again", "not-fixed", .unspecified),
            ("great", "fixed", .resolved), ("its all good", "fixed", .resolved),
            ("no thanks", "fixed", .resolved), ("yes", "fixed", .wantsPerson),
            ("yes i also cant get on the vpn", "fixed", .wantsPerson),
            ("yes actually my email password doesnt work either", "fixed", .wantsPerson),
            ("wait it stopped working again", "not-fixed", .unspecified),
            ("it doesn't work though", "not-fixed", .unspecified),
            ("yes one more thing i forgot my password", "fixed", .wantsPerson),
            ("bye", "fixed", .resolved),
        ]
    )
    func closing(says: String, value: String, outcome: Outcome) throws {
        let state = try Self.state(at: try #require(Self.places["closing"]), then: says)
        #expect(state.facts["fix.restart"]?.value?.key == value)
        #expect(state.progress.outcome == outcome)
    }

    @Test(
        "an opening is taken for a tree by words that only say there is an issue, or is not taken",
        arguments: [
            ("my printer is not working", ""), ("my teams stopped working", ""),
            ("hi im having some trouble here", ""), ("my tv is broken", ""),
            ("my internet isnt working", "internet-down"), ("my wifi is broken", "internet-down"),
            ("our wifi went down this morning", "internet-down"),
            ("trouble with my vpn", "vpn"), ("my vpn stopped working", "vpn"),
            ("my password is wrong", "sign-in"), ("im locked out", "sign-in"),
        ]
    )
    func opening(says: String, tree: String) throws {
        let state = try Self.state(at: Place(), then: says)
        #expect(state.progress.tree == tree)
    }

    @Test(
        "a wish for a person or a goodbye is not heard in the middle of a call",
        arguments: [
            ("symptom.devices", "never mind i want to talk to someone", Outcome.wantsPerson),
            ("symptom.devices", "is there anybody real there", .wantsPerson),
            ("symptom.devices", "can somebody call me", .wantsPerson),
            ("de symptom.devices", "gibt es da keinen richtigen menschen", .wantsPerson),
            ("symptom.devices", "i'm hanging up", .abandoned),
            ("fix.restart", "okay bye", .abandoned),
            ("de symptom.devices", "tschüss", .abandoned),
            ("de symptom.devices", "ich muss jetzt auflegen", .abandoned),
            ("fix.restart", "it works now bye", .unspecified),
            ("fix.restart", "thanks", .unspecified),
        ]
    )
    func leaving(name: String, says: String, outcome: Outcome) throws {
        let state = try Self.state(at: try #require(Self.places[name]), then: says)
        #expect(state.progress.outcome == outcome)
    }

    /// Words at a place, an answer to the confirmation that they lead to, and the phase and value then.
    @Test(
        "a denied guess lets a customer go, or a call ends while it works again",
        arguments: [
            (
                ["fix.port-forwarding", "i really dont wanna mess with that", "no"], "",
                Phase.diagnosing
            ),
            (["context.trigger", "we got a new laptop", "no"], "", .diagnosing),
            (
                ["context.trigger", "we got a new laptop", "no the router is the same"], "",
                .diagnosing
            ),
            (
                ["context.trigger", "we got a new laptop", "no nothing changed"], "nothing",
                .diagnosing
            ),
            (["test.firewall", "rules i don't understand", "no"], "", .diagnosing),
            (["test.internet", "no actually nothing is loading at all", "no"], "", .diagnosing),
            (
                [
                    "symptom.sign-in-message", "i typed it wrong too often",
                    "no the account is locked",
                ],
                "locked", .collecting
            ),
            (["fix.restart", "still the same", "oh wait its working now"], "fixed", .closing),
            (
                ["de fix.restart", "immer noch das gleiche", "jetzt geht es wieder"], "not-fixed",
                .closing
            ),
        ]
    )
    func turns(says: [String], value: String, phase: Phase) throws {
        var place = try #require(Self.places[says[0]])
        place.said.append(says[1])
        let fact = try #require(says[0].split(separator: " ").last.map(String.init))
        let state = try Self.state(at: place, then: says[2])
        #expect(state.facts[fact]?.value?.key ?? "" == value)
        #expect(state.progress.phase == phase)
    }

    /// Words while a step is under way, of which none uses up a try.
    @Test(
        "who is about to do something is asked for the result, and then given up",
        arguments: [
            (
                "fix.restart",
                [
                    "i gotta crawl under the desk", "okay i'm pulling the plug",
                    "give me ten minutes",
                ]
            ),
            ("test.lights", ["i have to go to the other room", "let me get a flashlight"]),
            ("symptom.message", ["let me start it up", "i'm starting it now"]),
            (
                "de fix.restart",
                [
                    "ich muss erst in den keller", "okay ich zieh jetzt die stecker",
                    "ich mach das jetzt",
                ]
            ),
            ("de test.lights", ["moment da muss ich in den keller", "da muss ich aufstehen"]),
        ]
    )
    func waits(name: String, says: [String]) throws {
        var place = try #require(Self.places[name])
        let before = try Self.state(
            at: Place(
                language: place.language,
                told: place.told,
                said: Array(place.said.dropLast())
            ),
            then: place.said[place.said.count - 1]
        )
        place.said += says.dropLast()
        let state = try Self.state(at: place, then: says[says.count - 1])
        #expect(state.isHeld)
        #expect(state.progress.asked == before.progress.asked)
        #expect(state.progress.timesAsked == before.progress.timesAsked)
    }

    @Test(
        "a question about a step is answered by an article about something else, or uses up a try",
        arguments: [
            ("fix.restart", ["how long do i have to wait", "which plug"], "Please unplug"),
            ("test.lights", ["which one do you mean"], "Please look at the modem."),
            ("fix.caps-lock", ["what's caps lock"], "Please switch caps lock off"),
            (
                "de fix.restart", ["was muss ich da ziehen", "wie lange muss ich warten"],
                "Bitte ziehen"
            ),
            ("test.vpn-cellular", ["what is a hotspot"], "In the phone's settings"),
            ("fix.port-forwarding", ["where do i find that"], "Type 192.168.0.1"),
        ]
    )
    func asksBack(name: String, says: [String], reply: String) throws {
        var place = try #require(Self.places[name])
        place.said += says.dropLast()
        let state = try Self.state(at: place, then: says[says.count - 1])
        #expect(state.lastReply.say.hasPrefix(reply))
        #expect(state.progress.timesAsked == 1)
    }

    @Test func `a question back at the last question gets no answer`() throws {
        var place = try #require(Self.places["fix.restart"])
        place.said.append("still the same")
        let state = try Self.state(at: place, then: "what is port forwarding")
        #expect(state.progress.phase == .collecting)
        #expect(state.lastReply.say.hasPrefix("Port forwarding is a rule in your router"))
    }
}
