import Messages
import Testing

@testable import Language

@Suite struct CorrectionTests {
    /// One fact of each kind that is known, by value and by name.
    @Test(
        arguments: [
            // Choice.
            ("actually there was an update", "context.trigger", "update"),
            ("no wait i changed my provider", "context.trigger", "provider-changed"),
            ("i mixed it up it was my new provider", "context.trigger", "provider-changed"),
            ("i said no rules but there are custom rules", "test.firewall", "custom"),
            ("i said comcast but its spectrum", "environment.provider", "spectrum"),
            ("let me correct myself its spectrum", "environment.provider", "spectrum"),
            // Yes or no.
            ("i said it was on but it is off", "test.light", "no"),
            ("sorry i meant the light is not on", "test.light", "no"),
            ("actually the power light is on", "test.light", "yes"),
            // The result of a check.
            ("actually nothing loads", "test.internet", "fail"),
            ("scratch that websites load", "test.internet", "pass"),
            // A fix.
            ("no wait it works now", "fix.port-forwarding", "fixed"),
            // A text that is spelled.
            ("sorry its anna dot lee at example dot com", "customer.email", "anna.lee@example.com"),
            ("no wait its five c d double nine", "product.serial", "5CD99"),
            // Numbers, with their unit or alone.
            ("actually we have four computers", "environment.computers", "4"),
            ("sorry i meant four", "environment.computers", "4"),
            ("not three computers four", "environment.computers", "4"),
            ("four computers not three", "environment.computers", "4"),
            // A version.
            ("no wait its four point three", "product.version", "4.3"),
            ("the version is four point three", "product.version", "4.3"),
            // An entity, by its name, by its cue, and by the denied one.
            ("actually its spectrum", "environment.provider", "spectrum"),
            (
                "the old router was an r six thousand four hundred",
                "environment.previous-router", "netgear-r6400"
            ),
            ("its not comcast its spectrum", "environment.provider", "spectrum"),
            ("not comcast spectrum", "environment.provider", "spectrum"),
            ("actually its spec trum", "environment.provider", "spectrum"),
            // Times.
            ("actually it takes two minutes", "symptom.duration", "120"),
            ("scratch that half an hour", "symptom.duration", "1800"),
            ("i meant twice a day", "symptom.frequency", "2"),
            ("no wait it was on monday", "symptom.since", "2026-11-16"),
            ("it was on tuesday not monday", "symptom.since", "2026-11-17"),
            ("no wait it was the day after christmas", "symptom.since", "2025-12-26"),
            ("actually it was already out last night", "symptom.since", "2026-11-18"),
            (
                "hang on i said this morning but my wife says it was already out last night",
                "symptom.since", "2026-11-18"
            ),
            ("or no it was the sunday before", "symptom.since", "2026-11-15"),
            ("no the storm was thursday i meant since then", "symptom.since", "2026-11-12"),
            ("it was since monday not yesterday", "symptom.since", "2026-11-16"),
            (
                "actually tomorrow after five pm", "customer.availability",
                "tomorrow after 5 PM Eastern"
            ),
        ]
    )
    func `a correction is not taken`(says: String, fact: String, key: String) throws {
        let context = Fixture.context(asked: "symptom.message", known: [fact])
        let heard = try Fixture.listen(says, context)
        #expect(heard.volunteered.map(\.key) == [fact])
        #expect(heard.volunteered.first?.value?.key == key)
        #expect(
            (heard.volunteered.first?.provenance?.confidence ?? 0) >= context.volunteerThreshold
        )
        #expect(heard.acts.contains(.correction))
        #expect(heard.answer == nil)
    }

    @Test func `a day to call on takes the place of the one when it began`() throws {
        let context = Fixture.context(asked: "customer.availability", known: ["symptom.since"])
        #expect(try Fixture.listen("monday not tuesday either", context).volunteered.isEmpty)
    }

    /// What is past is no time to call.
    @Test(
        arguments: [
            ("oh the day is wrong it was monday", nil),
            ("tomorrow at nine and the day is wrong it was monday", "tomorrow around 9 AM Eastern"),
        ] as [(String, String?)]
    )
    func `a day that is corrected is when the customer can be reached`(says: String, text: String?)
        throws
    {
        let context = Fixture.context(asked: "customer.availability", known: ["symptom.since"])
        let heard = try Fixture.listen(says, context)
        #expect(heard.volunteered.map(\.key) == ["symptom.since"])
        #expect(heard.volunteered.first?.value?.key == "2026-11-16")
        #expect(heard.answer?.value?.text == text)
    }

    @Test(
        arguments: [
            "sorry i am a bit slow", "actually that is a good question", "sorry about that",
            "oh sorry one second", "actually yes", "i said yes already", "i told you it is on",
            "wait a minute", "sorry what was that", "i meant well", "actually never mind",
            "i deleted two files by mistake", "it can wait until friday",
            "it has to wait till monday", "something is wrong it was working yesterday",
            "actually we have cable since may", "no wait friday morning nine to twelve",
        ]
    )
    func `a polite word corrects something`(says: String) throws {
        let known = [
            "context.trigger", "test.light", "customer.email", "environment.computers",
            "product.version", "environment.provider", "symptom.since", "symptom.duration",
            "symptom.frequency",
        ]
        let heard = try Fixture.listen(
            says,
            Fixture.context(asked: "environment.previous-port-forwarding", known: known)
        )
        #expect(heard.volunteered == [])
        #expect(!heard.acts.contains(.correction))
    }

    /// Of two numbers that are known, the unit or the cue tells which one; nothing does in the last case.
    @Test(
        arguments: [
            ("actually four computers", ["environment.computers": "4"]),
            ("actually four outages", ["symptom.outages": "4"]),
            ("actually the outages were four", ["symptom.outages": "4"]),
            ("sorry i meant four", [:]),
        ]
    )
    func `the wrong one of two facts is corrected`(says: String, facts: [String: String]) throws {
        let known = ["environment.computers", "symptom.outages"]
        let heard = try Fixture.listen(says, Fixture.context(asked: "test.firewall", known: known))
        let pairs = heard.volunteered.map { ($0.key, $0.value?.key ?? "") }
        #expect(Dictionary(pairs) { first, _ in first } == facts)
    }

    /// Within one answer the value after the correction counts.
    @Test(
        arguments: [
            ("environment.computers", "not three four", "4"),
            ("environment.computers", "three no wait four", "4"),
            ("symptom.duration", "two minutes scratch that two hours", "7200"),
            ("product.version", "not four point two its four point three", "4.3"),
            ("symptom.since", "not monday tuesday", "2026-11-17"),
            ("environment.provider", "comcast i mean spectrum", "spectrum"),
            ("context.trigger", "nothing changed no wait i swapped my router", "router-replaced"),
            // A bare "no" or "sorry" between two values.
            ("environment.provider", "comcast no sorry spectrum", "spectrum"),
            ("environment.provider", "comcast sorry spectrum", "spectrum"),
            ("environment.provider", "verizon no its at and t", "att"),
            ("environment.provider", "sky no no verizon", "verizon"),
            ("environment.router", "an r six thousand no sorry r seven thousand", "netgear-r7000"),
            ("environment.computers", "twelve no thirteen", "13"),
            ("environment.computers", "twenty or no thirty", "30"),
            ("environment.computers", "nine sorry eleven computers", "11"),
            ("environment.computers", "seven no sorry seven not eleven", "7"),
            ("product.version", "one point two sorry one point three", "1.3"),
            ("product.version", "version four point two nope four point four", "4.4"),
            ("symptom.duration", "five minutes no ten minutes", "600"),
            ("symptom.since", "monday sorry tuesday", "2026-11-17"),
            ("context.trigger", "nothing changed no sorry i swapped my router", "router-replaced"),
            // What was is not what is.
            ("environment.provider", "it used to be comcast but now its verizon", "verizon"),
            ("environment.provider", "we switched from comcast to verizon", "verizon"),
            ("product.version", "i updated from four point one to four point five", "4.5"),
            ("environment.provider", "i switched to verizon from comcast", "verizon"),
            (
                "environment.router",
                "before it was the netgear r seven thousand now its the a x seventy three",
                "tp-link-ax73"
            ),
            (
                "environment.previous-router",
                "i went from the r seven thousand to the a x seventy three", "netgear-r7000"
            ),
        ]
    )
    func `the value that was taken back is the answer`(asked: String, says: String, key: String)
        throws
    {
        let heard = try Fixture.listen(says, Fixture.context(asked: asked))
        #expect(heard.answer?.value?.key == key)
        #expect(heard.isSure)
    }

    /// What takes it back could not be read, or two values compete.
    @Test(
        arguments: [
            ("environment.provider", "comcast no sorry its the other company"),
            ("environment.provider", "comcast no the other one"),
            ("product.platform", "windows ten no actually i upgraded it to the new one"),
            ("product.version", "four point one or four point five"),
            ("product.version", "it was four point one but i have four point five"),
            // What is only asked to have been meant is confirmed.
            ("environment.provider", "you mean comcast"),
            ("environment.computers", "not three"), ("environment.provider", "eleven"),
            ("environment.provider", "the eleven of us"),
            ("product.serial", "c n b three j one two eight seven no sorry six"),
            ("product.serial", "a b one two three four no wait five four"),
        ]
    )
    func `a value that may have been taken back is sure`(asked: String, says: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: asked))
        #expect(!heard.isSure)
    }

    @Test(arguments: [
        "comcast and it was since monday not yesterday",
        "comcast and it was monday not yesterday", "comcast and it wasnt yesterday it was monday",
    ])
    func `a day that stands beside a denied one is dropped beside an answer`(says: String) throws {
        let context = Fixture.context(asked: "environment.provider", known: ["symptom.since"])
        let heard = try Fixture.listen(says, context)
        #expect(heard.answer?.value?.key == "comcast")
        #expect(heard.volunteered.map { $0.value?.key } == ["2026-11-16"])
    }

    /// Words that take something back elsewhere.
    @Test(
        arguments: [
            ("environment.provider", "comcast sorry about the noise", "comcast"),
            ("environment.computers", "twelve no problem", "12"),
            ("environment.computers", "twelve no more than that", "12"),
            ("product.version", "its four point two no idea if thats good", "4.2"),
            ("environment.provider", "no verizon", "verizon"),
        ]
    )
    func `an answer is taken back by a word that does not`(asked: String, says: String, key: String)
        throws
    {
        let heard = try Fixture.listen(says, Fixture.context(asked: asked))
        #expect(heard.answer?.value?.key == key)
    }

    /// Where what was before is asked, too, each name belongs to its own question.
    @Test(
        arguments: [
            (
                nil, "i switched from comcast to verizon on monday and now the vpn is slow",
                ["environment.provider": "verizon"]
            ),
            (
                nil, "i replaced the r seven thousand by a new one its the a x seventy three",
                [
                    "environment.previous-router": "netgear-r7000",
                    "environment.router": "tp-link-ax73",
                ]
            ),
            (
                "test.firewall",
                "we changed from the old r seven thousand to a new a x seventy three",
                [
                    "environment.previous-router": "netgear-r7000",
                    "environment.router": "tp-link-ax73",
                ]
            ),
            (
                "environment.previous-router",
                "the old one was the r seven thousand the new one is the a x seventy three",
                ["environment.router": "tp-link-ax73"]
            ),
            (
                "environment.previous-router",
                "oh wait no thats the old one the new one is the a x seventy three",
                ["environment.router": "tp-link-ax73"]
            ),
            (
                "environment.previous-router",
                "no i mean the new one is the a x seventy three and the old one is the r six thousand",
                ["environment.router": "tp-link-ax73"]
            ),
            (nil, "the internet is out im calling from my verizon phone", [:]),
            ("test.internet", "yes im on my verizon cell right now", [:]),
        ] as [(String?, String, [String: String])]
    )
    func `what was before is taken for what is now`(
        asked: String?,
        says: String,
        facts: [String: String]
    ) throws {
        let known = asked == "environment.previous-router" ? ["environment.router"] : []
        let heard = try Fixture.listen(says, Fixture.context(asked: asked, known: known))
        let ofNames = heard.volunteered.filter { $0.value?.kind != .choice }
        let pairs = ofNames.map { ($0.key, $0.value?.key ?? "") }
        #expect(Dictionary(pairs) { first, _ in first } == facts)
        #expect(heard.answer?.value?.key != "tp-link-ax73")
    }

    /// Beside another question, of names and of what was said before.
    @Test(
        arguments: [
            ("my router is a netgear no sorry a linksys", [], "environment.router", "linksys"),
            (
                "the old one was a netgear no sorry a linksys", [],
                "environment.previous-router", "linksys"
            ),
            (
                "i said comcast but its verizon", ["environment.provider"],
                "environment.provider", "verizon"
            ),
            (
                "actually we had comcast until last month, it is verizon now",
                ["environment.provider"], "environment.provider", "verizon"
            ),
            (
                "we had comcast until may its verizon now", [], "environment.provider", "verizon"
            ),
            (
                "comcast was last year its verizon now", ["environment.provider"],
                "environment.provider", "verizon"
            ),
            (
                "its verizon comcast was until august", ["environment.provider"],
                "environment.provider", "verizon"
            ),
            (
                "the old router was not the netgear it was the linksys",
                ["environment.router", "environment.previous-router"],
                "environment.previous-router", "linksys"
            ),
            (
                "it said login failed or hm, no, it said the connection was refused", [],
                "symptom.message", "refused"
            ),
        ] as [(String, [String], String, String)]
    )
    func `a name that was taken back is volunteered`(
        says: String,
        known: [String],
        fact: String,
        key: String
    ) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: "test.firewall", known: known))
        #expect(heard.volunteered.map(\.key) == [fact])
        #expect(heard.volunteered.first?.value?.key == key)
    }

    /// Beside the correction of another fact, what answers stands before it, or after it with a "yes" or a "no".
    @Test(
        arguments: [
            ("test.light", "no it doesnt and actually we have four computers", "no"),
            ("test.light", "yes it is and we actually have four computers", "yes"),
            ("test.light", "actually we have four computers and yes it is on", "yes"),
            ("test.light", "actually we have four computers", ""),
            ("symptom.outages", "actually its windows 11", ""),
            (
                "symptom.message", "it was refused oh and i was wrong we have four computers",
                "refused"
            ),
        ]
    )
    func `a correction is taken for the answer`(asked: String, says: String, key: String) throws {
        let known = ["environment.computers", "product.platform"]
        let heard = try Fixture.listen(says, Fixture.context(asked: asked, known: known))
        #expect(heard.answer?.value?.key ?? "" == key)
        #expect(heard.volunteered.count == 1)
        #expect(heard.acts.contains(.correction))
    }
}
