import Messages
import Testing

@testable import Language

/// Made-up trees whose phrases are all combinations of a few words.
private enum MadeUp {
    static let subjects: [(tree: String, things: [String], faults: [String])] = [
        ("printer", ["printer", "scanner", "ink cartridge"], ["is jammed", "prints blank pages"]),
        ("mail", ["mail", "inbox", "outbox"], ["does not send", "bounces messages"]),
        ("sound", ["speaker", "headphones", "microphone"], ["is silent", "crackles loudly"]),
        ("screen", ["screen", "monitor", "display"], ["flickers", "stays black"]),
        ("battery", ["battery", "charger", "power adapter"], ["gets hot", "runs empty fast"]),
        (
            "keyboard", ["keyboard", "mouse", "touchpad"],
            ["types double letters", "lost its keys"]
        ),
        ("backup", ["backup", "archive", "restore"], ["never finishes", "reports a bad disk"]),
        ("camera", ["camera", "webcam", "lens"], ["shows a blurred picture", "stays covered"]),
        (
            "billing", ["invoice", "payment", "refund"],
            ["was charged twice", "has a wrong amount"]
        ),
        ("wifi", ["wifi", "hotspot", "access point"], ["drops out", "is very slow"]),
    ]

    static func examples(without left: Set<String> = []) -> [RoutingExamples] {
        subjects.filter { !left.contains($0.tree) }.map { subject in
            RoutingExamples(
                tree: subject.tree,
                language: "en-US",
                title: "the \(subject.tree)",
                phrases: subject.things.flatMap { thing in
                    subject.faults.flatMap {
                        ["my \(thing) \($0)", "the \(thing) \($0) since today"]
                    }
                }
            )
        }
    }
}

@Suite struct RoutingModelTests {
    private let english = SpokenLanguage.of("en-US")
    private let model = RoutingModel.train(MadeUp.examples())

    @Test func `openings in other words go astray`() throws {
        let model = try #require(model)
        let openings = [
            ("hello the scaner of mine is jamed again", "printer"),
            ("mails that i send bounce back", "mail"),
            ("there is a crackle in my headphone", "sound"), ("my display flickered", "screen"),
            ("the charger became hot", "battery"), ("letters come double when i type", "keyboard"),
            ("restoring an archive did not finish", "backup"),
            ("pictures of the web cam are blurry", "camera"),
            ("they charged my payment two times", "billing"), ("wi-fi slow", "wifi"),
        ]
        let right = openings.count { opening, tree in
            let best = model.scores(of: SpokenOpening(opening, language: english)).first
            return best?.tree == tree && (best?.score ?? 0) >= Router.defaultThreshold
        }
        #expect(right >= 8)
    }

    @Test func `what fits no tree is routed`() throws {
        let model = try #require(model)
        let openings = [
            "my doorbell rings at night by itself", "which day is the office closed",
            "please book a table for two", "how tall is the tower", "a parcel has not arrived",
            "i want to learn chess", "",
        ]
        let refused = openings.count { opening in
            let best = model.scores(of: SpokenOpening(opening, language: english)).first
            return (best?.score ?? 0) < Router.defaultThreshold
        }
        #expect(refused >= 6)
    }

    @Test func `what was shown to belong to no tree is routed`() throws {
        let unrelated = (1...20).map { "the elevator of floor \($0) squeaks like a screen" }
        let taught = try #require(
            RoutingModel.train(MadeUp.examples(), unrelated: unrelated)
        )
        let opening = "an elevator squeaks"
        let best = try #require(taught.scores(of: SpokenOpening(opening, language: english)).first)
        #expect(best.score < Router.defaultThreshold)
        #expect(
            taught.scores(of: SpokenOpening(opening, language: english)).count
                == Router.maximumTrees
        )
    }

    @Test func `the order of the trees changes the model`() throws {
        let other = try #require(RoutingModel.train(MadeUp.examples().reversed()))
        #expect(try #require(model).encoded() == other.encoded())
    }

    @Test func `a catalog of few phrases gets a model that knows too little`() {
        #expect(RoutingModel.train([]) == nil)
        #expect(RoutingModel.train(Array(MadeUp.examples().prefix(7))) == nil)
        let short = MadeUp.examples().map { tree in
            RoutingExamples(
                tree: tree.tree,
                language: tree.language,
                title: tree.title,
                phrases: Array(tree.phrases.prefix(5))
            )
        }
        #expect(RoutingModel.train(short) == nil)
    }

    @Test func `a stored model scores differently, or a damaged one is read`() throws {
        let model = try #require(model)
        let bytes = model.encoded()
        let read = try RoutingModel(decoding: bytes.span)
        let opening = "my printer prints blank pages"
        #expect(
            read.scores(of: SpokenOpening(opening, language: english))
                == model.scores(of: SpokenOpening(opening, language: english))
        )
        for length in [0, 3, 24, 25, 200, bytes.count - 1] {
            #expect(throws: PhraseModel.Damaged.self) {
                try RoutingModel(decoding: Array(bytes.prefix(length)).span)
            }
        }
        // More groups, classes or keys than there are bytes for.
        for field in [0, 4, 8, 12, 16] {
            var damaged = bytes
            damaged[field + 3] = 0x7f
            #expect(throws: PhraseModel.Damaged.self) {
                try RoutingModel(decoding: damaged.span)
            }
        }
    }
}
