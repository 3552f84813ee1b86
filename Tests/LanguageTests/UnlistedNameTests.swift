import Messages
import Testing

@testable import Language

/// Names where one was asked for and none of the vocabulary was said.
@Suite struct UnlistedNameTests {
    /// Asks for a name of a class of which the vocabulary has none.
    private static let modem = Node(
        id: "modem",
        kind: .ask,
        fact: "environment.modem",
        valueKind: .entity,
        say: "Which one is it?",
        entityClass: "modem"
    )

    /// The words around a name are no part of it.
    @Test(
        arguments: [
            ("its called frontier", "frontier"), ("frontier i believe", "frontier"),
            ("we use frontier", "frontier"), ("an old zyxel", "zyxel"),
            ("uh some fast thing i think its called bluewave fiber", "bluewave fiber"),
            ("my internet provider is frontier", "frontier"), ("frontier it is", "frontier"),
            ("frontier if i remember right", "frontier"), ("a frontier thing", "frontier"),
            ("its called frontier something", "frontier"),
            ("an acme that i bought", "acme"),
            ("we bought a zyxel armor", "zyxel armor"), ("i pay frontier", "frontier"),
        ]
    )
    func `words around a name are a part of it`(says: String, name: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "environment.provider"))
        #expect(heard.answer?.value?.text == name)
        #expect((heard.answer?.provenance?.confidence ?? 1) < 0.6)
    }

    /// Of a name that was begun, the only one that begins so is offered, and of several what was said.
    @Test(
        arguments: [
            ("its an archer", "tp-link-ax73"), ("some old nighthawk i believe", "netgear-r7000"),
            ("a nighthawk orbi", "nighthawkorbi"), ("i have a charter", "spectrum"),
            ("a nighthawk one", "netgear-r7000"),
            ("charter cable", "chartercable"),
        ]
    )
    func `a name that was only begun is not known`(says: String, key: String) throws {
        let asked = says.contains("charter") ? "environment.provider" : "environment.router"
        let heard = try Fixture.listen(says, Fixture.context(asked: asked))
        #expect(heard.answer?.value?.key == key)
        #expect((heard.answer?.provenance?.confidence ?? 1) < 0.6)
    }

    @Test func `a name that the vocabulary lacks goes on into the next clause`() throws {
        let heard = try Fixture.listen(
            "an acme nine, and yes it worked",
            Fixture.context(asked: "environment.previous-router")
        )
        #expect(heard.answer?.value?.text == "acme 9")
    }

    /// What is spelled is written as on the box, and no part of it is lost.
    @Test(
        arguments: [
            ("asus r t a c sixty eight u", "asus RTAC68U"),
            ("a s u s r t a x eighty six u", "ASUSRTAX86U"),
            ("an asus r t a x double eight u", "asus RTAX88U"),
            ("linksys e a ninety five hundred", "linksys EA9500"),
            ("linksys w r t thirty two hundred a c m", "linksys WRT3200ACM"),
            ("it's a netgear r as in robert eight thousand", "netgear R8000"),
            ("d link d as in david i as in india r as in robert eight six seven", "D link DIR867"),
            ("eero pro six e", "eero pro 6E"), ("amazon eero six plus", "amazon eero 6 plus"),
            ("a fritz box seven five three zero a x", "fritz box 7530AX"),
            ("fritz box double seven", "fritz box 77"),
            ("asus zen wifi x t eight", "asus zen wifi XT8"),
            ("tp link deco um m as in mary five", "tp link deco M5"),
            ("t p link archer b e eight hundred", "TP link archer BE800"),
            ("a t p link archer c seven", "TP link archer C7"),
            ("nighthawk r a x e five hundred", "nighthawk RAXE500"),
            ("u s robotics", "US robotics"), ("google nest wifi pro", "google nest wifi pro"),
            ("Asus RT-AC68U", "Asus RT-AC68U"), ("D-Link DIR-882", "D-Link DIR-882"),
        ]
    )
    func `a spelled name is written down letter by letter`(says: String, name: String) throws {
        let heard = try Fixture.listen(says, asked: Self.modem)
        #expect(heard.answer?.value?.text == name)
        #expect((heard.answer?.provenance?.confidence ?? 1) < 0.6)
    }

    /// A spelled run is one of the few words that a name has.
    @Test(
        arguments: [
            ("acme home hub r t a c sixty eight u pro max", "acme home hub RTAC68U pro max"),
            ("acme home hub white fast pro max", nil),
        ]
    )
    func `each letter of a name counts as a word`(says: String, name: String?) throws {
        let heard = try Fixture.listen(says, asked: Self.modem)
        #expect(heard.answer?.value?.text == name)
    }

    @Test(
        arguments: [
            ("fritz box siebenundsiebzig neunzig", "fritz box 7790"),
            ("eine fritz box sieben fünf drei null a x", "fritz box 7530AX"),
            ("speedport w siebenhundertvierundzwanzig v", "speedport W724V"),
        ]
    )
    func `a german name is written down letter by letter`(says: String, name: String) throws {
        let heard = try Fixture.listen(says, asked: Self.modem, language: .of("de-DE"))
        #expect(heard.answer?.value?.text == name)
    }
}
