import Messages
import Testing

@testable import Language

@Suite struct SoundTests {
    /// What was asked, what speech recognition wrote, what was meant, and whether that is sure enough not to
    /// be confirmed.
    @Test(
        arguments: [
            ("environment.provider", "calm cast", "comcast", false),
            ("environment.provider", "its calm cast i think", "comcast", false),
            ("environment.provider", "com cast", "comcast", true),
            ("environment.provider", "comm cast", "comcast", true),
            ("environment.provider", "we have spec trum", "spectrum", true),
            ("environment.provider", "spectra um", "spectrum", false),
            ("environment.provider", "horizon", "verizon", false),
            ("environment.provider", "vera zone", "verizon", false),
            ("environment.provider", "sky", "sky", true),
            ("environment.router", "net gear", "netgear", true),
            ("environment.router", "a net gear", "netgear", true),
            ("environment.router", "nek gear", "netgear", false),
            ("environment.router", "its a links is", "linksys", false),
            ("environment.router", "link sis", "linksys", true),
            ("environment.router", "lynx sys", "linksys", false),
            ("environment.router", "tea pea link", "tp-link", true),
            ("environment.router", "t p lync", "tp-link", false),
            ("environment.router", "sis co", "cisco", false),
            ("environment.provider", "very zone", "verizon", false),
            ("environment.provider", "ver eyes on", "verizon", false),
            ("environment.provider", "calm cast and a netgear r seven thousand", "comcast", false),
            ("environment.router", "an are seven thousand", "netgear-r7000", true),
            ("environment.router", "alpha x ray seventy three", "tp-link-ax73", true),
            ("environment.router", "you bickity", "ubiquiti", false),
        ]
    )
    func `a name is lost because it was written as it sounds`(
        asked: String,
        says: String,
        id: String,
        sure: Bool
    ) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: asked))
        #expect(heard.answer?.value?.key == id)
        let confidence = heard.answer?.provenance?.confidence ?? 0
        #expect((confidence >= 0.6) == sure, "\(confidence)")
        #expect(confidence >= 0.3)
    }

    @Test(
        arguments: [
            ("environment.router", "i dont know"), ("environment.router", "let me check"),
            ("environment.router", "its a white box"), ("environment.router", "the big one"),
            ("environment.router", "an r six thousand five hundred"),
            ("environment.router", "no it isnt"), ("environment.provider", "the cable company"),
            ("environment.provider", "its the fast one"), ("environment.provider", "ask my wife"),
            ("environment.provider", "the sack"), ("environment.provider", "i pay by card"),
        ]
    )
    func `ordinary words become a name`(asked: String, says: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: asked))
        let known = try heard.answer?.value.map { try Fixture.lexicon.entity($0.key) }
        #expect((known ?? nil) == nil)
    }

    @Test(
        arguments: [
            (nil, "the calm cast of the movie was great"), ("test.internet", "calm cast"),
            ("symptom.message", "the links is broken"), (nil, "there is a link sis it fails"),
            ("environment.router", "the calm cast of the movie"),
        ] as [(String?, String)]
    )
    func `a name is guessed where none was asked for`(asked: String?, says: String) throws {
        let heard = try Fixture.listen(says, Fixture.context(asked: asked))
        #expect(!heard.volunteered.contains { $0.value?.kind == .entity })
        #expect(heard.answer?.value?.key != "comcast")
    }

    /// Worked out by the rules: "alm" sounds as "m", "ck" as "k", a doubled letter once, "x" as "ks".
    @Test(
        arguments: [
            ("comcast", "KMKST"), ("calmcast", "KMKST"), ("linksys", "LNKSS"), ("linksis", "LNKSS"),
            ("netgear", "NTKR"), ("tplink", "TPLNK"), ("ax73", "AKS73"), ("verizon", "FRSN"),
            ("xfinity", "SFNT"), ("cisco", "SSK"), ("siscko", "SSK"), ("ubiquiti", "APKT"),
        ]
    )
    func `a name sounds otherwise`(name: String, key: String) {
        let sounds = SpokenLanguage.of("en-US").sounds
        #expect(String(decoding: sounds.key(of: name.utf8), as: UTF8.self) == key)
    }

    @Test(
        arguments: [
            ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("comcast", "calmcast", 2),
            ("form", "from", 1), ("kitten", "sitting", 3), ("horizon", "verizon", 2),
        ]
    )
    func `an edit is counted twice or not at all`(left: String, right: String, distance: Int) {
        #expect(EditDistances.between(Array(left.utf8), Array(right.utf8)) == distance)
        #expect(EditDistances.between(Array(right.utf8), Array(left.utf8)) == distance)
    }
}
