import Catalog
import Foundation
import Language
import Messages
import TestSupport
import Testing

@testable import Handoff

/// Proposals over a catalog of one tree: the figures are worked out by hand beside each.
@Suite struct ProposalTests {
    typealias Calls = ProposalFixture

    private func proposals(
        _ calls: [ObservedCall],
        _ files: [SourceFile] = Calls.files,
        decisions: [ProposalDecision] = [],
        change: (inout ProposalSettings) -> Void = { _ in }
    ) throws -> [Proposal] {
        var settings = ProposalSettings()
        change(&settings)
        return try ProposalDerivation.proposals(
            from: calls,
            catalog: Calls.view(files),
            decisions: decisions,
            settings: settings
        )
    }

    /// Six calls at one leaf lack a fact; four at another leaf and two at a third don't.
    private var atOneLeaf: [ObservedCall] {
        (0..<6).map { Calls.bulb("b\($0)", missing: ["environment.bulb"]) }
            + (0..<4).map { Calls.socket("s\($0)") } + (0..<2).map { Calls.fitting("f\($0)") }
    }

    @Test func `a question is asked where it costs more and serves no more`() throws {
        let found = try proposals(atOneLeaf)
        try #require(found.count == 1)
        let proposal = found[0]
        #expect(proposal.id == "ask-lamp-bulb")
        #expect(proposal.kind == .ask)
        #expect(proposal.fact == "environment.bulb")
        #expect(proposal.question?.say == "Please tell me the bulb.")
        #expect(proposal.evidenceCount == 6)
        #expect(proposal.evidence.map(\.callID) == ["b0", "b1", "b2", "b3", "b4", "b5"])
        #expect(proposal.evidence.allSatisfy { $0.engineer == "kim" && $0.score == 3 })
        // Five words at 2.5 a second and 5 seconds for the answer are 7 seconds. At the leaf 6 calls are
        // asked: 6 × 240 − 6 × 7. Before `power` 10 are: 1440 − 70; before the escalation or `kind` 12.
        let best = proposal.placements[0]
        #expect(best.before == "bulb")
        #expect(best.calls == 12 && best.asked == 6 && best.handoffs == 6)
        #expect(best.questionSeconds == 7 && best.secondsPerCall == 3.5)
        #expect(best.benefitSeconds == 1_398)
        let others = Dictionary(
            uniqueKeysWithValues: proposal.placements.map { ($0.before, $0.benefitSeconds) }
        )
        #expect(others["power"] == 1_370 && others[""] == 1_356 && others["kind"] == 1_356)
        #expect(proposal.benefitSeconds == 1_398)
    }

    @Test func `a fact that is missing at several leaves is asked at one of them only`() throws {
        let calls =
            (0..<3).map { Calls.bulb("b\($0)", missing: ["environment.bulb"]) }
            + (0..<3).map { Calls.socket("s\($0)", missing: ["environment.bulb"]) }
            + (0..<3).map { Calls.fitting("f\($0)", missing: ["environment.bulb"]) }
        let proposal = try #require(proposals(calls).first)
        // Everywhere alike: 9 asked, 9 served; required facts are asked before any escalation.
        #expect(proposal.placements[0].before.isEmpty)
        #expect(proposal.placements[0].benefitSeconds == 9 * 240 - 9 * 7)
    }

    @Test func `a fact is proposed below the threshold, where it was known, or asked in vain`()
        throws
    {
        #expect(try proposals(Array(atOneLeaf.dropFirst(2))).isEmpty)
        #expect(try proposals(Array(atOneLeaf.dropFirst(2))) { $0.handoffsLacking = 4 }.count == 1)
        let answered = (0..<6).map { number in
            Calls.call(
                "k\(number)",
                leaf: "lamp/bulb",
                facts: ["context.kind": "desk", "environment.bulb": "led", "test.power": "pass"],
                missing: ["environment.bulb"]
            )
        }
        #expect(try proposals(answered).isEmpty)
        let inVain = (0..<6).map { number in
            Calls.call(
                "v\(number)",
                leaf: "lamp/bulb",
                facts: ["context.kind": "desk", "test.power": "pass"],
                missing: ["environment.bulb"]
            ) { $0.facts.append(Fact(key: "environment.bulb", notObtained: .didNotKnow)) }
        }
        #expect(try proposals(inVain).isEmpty)
    }

    @Test func `what is accepted is proposed again`() throws {
        let proposal = try #require(proposals(atOneLeaf).first)
        let changed = try proposal.applied(to: Calls.files)
        #expect(changed.map(\.path) == ["trees/lamp.yaml"])
        let after = [Calls.files[0]] + changed
        #expect(try proposals(atOneLeaf, after).isEmpty)
        let node = try #require(try Calls.view(after).compiledTree("lamp")?.tree.nodes[3])
        #expect(node.fact == "environment.bulb" && node.say == "Please tell me the bulb.")
    }

    @Test func `a rejected proposal comes back before its evidence has doubled`() throws {
        let proposal = try #require(proposals(atOneLeaf).first)
        let rejection = ProposalDecision(
            id: proposal.id,
            state: .rejected,
            evidenceCount: 6,
            kind: .ask,
            tree: "lamp",
            calls: proposal.evidence.map(\.callID)
        )
        let more = (6..<11).map { Calls.bulb("b\($0)", missing: ["environment.bulb"]) }
        #expect(try proposals(atOneLeaf + more, decisions: [rejection]).isEmpty)
        let doubled = more + [Calls.bulb("b11", missing: ["environment.bulb"])]
        #expect(try proposals(atOneLeaf + doubled, decisions: [rejection]).count == 1)
        // Under another name, but from the same calls.
        var renamed = rejection
        renamed.id = "ask-lamp-light-bulb"
        #expect(try proposals(atOneLeaf + more, decisions: [renamed]).isEmpty)
        renamed.calls = ["x1", "x2", "x3"]
        #expect(try proposals(atOneLeaf + more, decisions: [renamed]).count == 1)
    }

    @Test func `words of one meaning are not put together, or words of two are`() throws {
        let wordings = [
            "router firmware version", "firmware version", "the router's firmware",
            "firmware version of the router", "which firmware the router runs", "firmware release",
            "router firmware",
        ]
        let serials = [
            "serial number", "the serial number of the lamp", "serial number", "serial no",
            "lamp serial number",
        ]
        let calls =
            wordings.enumerated().map { Calls.bulb("w\($0)", missing: [$1]) }
            + serials.enumerated().map { Calls.bulb("n\($0)", missing: [$1]) }
        let found = try proposals(calls)
        #expect(found.count == 2, "\(found.map(\.title))")
        let firmware = try #require(found.first { $0.fact.hasSuffix("firmware") })
        #expect(firmware.evidence.map(\.callID) == (0..<7).map { "w\($0)" })
        #expect(firmware.evidence.map(\.quote) == wordings)
        #expect(firmware.question?.kind == .version)
        #expect(
            firmware.fact == "environment.router-firmware"
                || firmware.fact == "context.router-firmware"
        )
        let serial = try #require(found.first { $0.fact.contains("serial") })
        #expect(serial.evidence.map(\.callID) == (0..<5).map { "n\($0)" })
    }

    @Test func `a note without a list says nothing, or praise counts as lack`() throws {
        let notes = [
            "Had to call back, no bulb type in there.", "the type of bulb was missing",
            "Good handoff. But nobody asked which bulb it was", "bulb type unknown",
            "lacks the bulb",
        ]
        let calls = notes.enumerated().map { Calls.bulb("c\($0)", note: $1) }
        let found = try proposals(calls)
        #expect(
            found.map(\.fact.description).allSatisfy { $0.contains("bulb") } && found.count == 1,
            "\(found.map(\.title))"
        )
        #expect(found.first?.evidence.map(\.quote) == notes)
        let praise = (0..<9).map { Calls.bulb("p\($0)", note: "perfect, the bulb was there") }
        #expect(try proposals(praise).isEmpty)
    }

    @Test func `words are taken for a new fact where a fact of the catalog fits`() throws {
        var other = Calls.lamp.replacingOccurrences(of: "id: lamp\n", with: "id: torch\n")
        other = other.replacingOccurrences(of: "my lamp stays dark", with: "my torch is out")
        other += """

              - ask: environment.bulb-type
                only-when-required: true
                kind: choice
                label: type of bulb
                say: Is it an LED or a filament?
                options: {led: LED, filament: filament}
            """
        let files = Calls.files + [Calls.file("trees/torch.yaml", other)]
        let words = ["bulb type", "type of the bulb", "which bulb", "bulb", "the bulb's type"]
        let calls = words.enumerated().map { Calls.bulb("c\($0)", missing: [$1]) }
        let proposal = try #require(proposals(calls, files).first)
        #expect(proposal.fact == "environment.bulb-type")
        #expect(proposal.question?.say == "Is it an LED or a filament?")
        #expect(proposal.question?.options.map(\.id) == ["led", "filament"])
    }

    @Test
    func `a question that changes diagnoses is proposed for removal, or one that does not is kept`()
        throws
    {
        // All facts differ between calls; the room leads nowhere else.
        let calls = (0..<30).map { number in
            Calls.call(
                "c\(number)",
                leaf: number % 2 == 0 ? "lamp/bulb" : "lamp/socket",
                facts: [
                    "context.kind": "desk", "context.room": number % 3 == 0 ? "hall" : "attic",
                    "test.power": number % 2 == 0 ? "pass" : "fail",
                ]
            )
        }
        let found = try proposals(calls)
        #expect(found.map(\.id) == ["remove-lamp-room"])
        // "In which room is it?" has 5 words: 2 + 5 seconds, in 30 calls.
        #expect(found.first?.benefitSeconds == 210)
        #expect(found.first?.next == "power")
        #expect(try proposals(Array(calls.dropFirst())).isEmpty)
        // What a text says of it is needed.
        let naming = Calls.lamp.replacing(
            "stays dark\"",
            with: "stays dark[ in {context.room.detail}]\""
        )
        #expect(
            try proposals(calls, [Calls.files[0], Calls.file("trees/lamp.yaml", naming)]).isEmpty
        )
        let changed = try #require(found.first).applied(to: Calls.files)
        let tree = try Calls.view([Calls.files[0]] + changed).compiledTree("lamp")?.tree
        #expect(tree?.nodes.map(\.id) == ["kind", "power", "bulb", "socket", "fitting"])
    }

    @Test func `an answer that had to be confirmed is asked back the next time too`() throws {
        func call(_ id: String, _ value: String, _ quote: String) -> ObservedCall {
            Calls.call(id, leaf: "lamp/bulb", facts: ["context.kind": "desk", "test.power": value])
            {
                $0.answers = [
                    ObservedAnswer(fact: "test.power", value: value, quote: quote, confirmed: true)
                ]
            }
        }
        let calls = [
            call("a", "pass", "the kettle boils"), call("b", "pass", "kettle boils"),
            call("c", "pass", "the kettle boils"), call("d", "pass", "it works"),
            // Said for both: it tells neither.
            call("e", "pass", "the fuse"), call("f", "fail", "the fuse"),
        ]
        let found = try proposals(calls)
        #expect(found.map(\.id) == ["phrases-lamp-power-pass"])
        #expect(found.first?.phrases == ["the kettle boils", "kettle boils"])
        #expect(found.first?.evidence.map(\.callID) == ["a", "b", "c"])
        #expect(found.first?.benefitSeconds == 24)
        let changed = try #require(found.first).applied(to: Calls.files)
        let text = String(decoding: changed[0].content, as: UTF8.self)
        #expect(text.contains("phrases: [it works, the kettle boils, kettle boils]"))
    }

    @Test func `calls off the map are thrown together, or a pattern is missed`() throws {
        let doorbells = [
            "my doorbell camera is offline", "the doorbell camera went offline again",
            "video doorbell offline since yesterday", "doorbell camera shows offline",
            "my doorbell is offline in the app",
        ]
        let others = [
            "the printer eats paper", "my chair squeaks", "invoice from last month is wrong",
        ]
        let calls = (doorbells + others).enumerated().map { index, opening in
            Calls.call(
                "c\(index)",
                leaf: "intake/off-map",
                facts: ["symptom.description": opening],
                opening: opening
            )
        }
        let found = try proposals(calls)
        try #require(found.count == 1, "\(found.map(\.title))")
        #expect(found[0].evidence.map(\.callID) == ["c0", "c1", "c2", "c3", "c4"])
        #expect(Set(found[0].commonWords).isSuperset(of: ["doorbell", "offline"]))
        #expect(found[0].phrases == doorbells)
        #expect(found[0].benefitSeconds == 5 * 300)
        let changed = try found[0].applied(to: Calls.files)
        let view = try Calls.view(Calls.files + changed)
        #expect(
            try view.route("my doorbell is offline", language: "en-US").first?.tree == found[0].tree
        )
        // Once the tree is there, its calls are no pattern any more.
        #expect(try proposals(calls, Calls.files + changed).isEmpty)
    }

    @Test func `German calls off the map are no pattern, or make an English tree`() throws {
        let calls = [
            "meine Türklingel ist offline", "die Türklingel ist wieder offline",
            "Türklingel seit gestern offline", "Türklingel zeigt offline an",
            "meine Türklingel ist in der App offline",
        ].enumerated().map { index, opening in
            Calls.call("c\(index)", leaf: "intake-de-de/off-map", opening: opening) {
                $0.language = "de-DE"
            }
        }
        let found = try proposals(calls, Calls.germanFiles)
        try #require(found.count == 1, "\(found.map(\.title))")
        #expect(found[0].evidence.map(\.callID) == ["c0", "c1", "c2", "c3", "c4"])
        let changed = try found[0].applied(to: Calls.germanFiles)
        let text = String(decoding: changed[0].content, as: UTF8.self)
        #expect(text.contains("language: de-DE"), "\(text)")
        #expect(text.contains("Bitte beschreiben Sie es."), "\(text)")
        let view = try Calls.view(Calls.germanFiles + changed)
        let routes = try view.route("meine Türklingel ist offline", language: "de-DE")
        #expect(routes.first?.tree == found[0].tree)
    }

    @Test func `what the German intake lacks can't be asked there, or what it asks is removed`()
        throws
    {
        let calls = (0..<30).map { number in
            Calls.call(
                "c\(number)",
                leaf: "intake-de-de/off-map",
                facts: ["symptom.description": "\(number)"],
                opening: "\(number) und \(number)",
                missing: ["environment.router"]
            ) { $0.language = "de-DE" }
        }
        let found = try proposals(calls, Calls.germanFiles)
        #expect(found.map(\.id) == ["ask-intake-de-de-router"])
        let changed = try #require(found.first).applied(to: Calls.germanFiles)
        #expect(changed.map(\.path) == ["catalog.yaml"])
        let tree = try Calls.view(changed + Calls.germanFiles.dropFirst())
            .compiledTree("intake-de-de")?.tree
        #expect(tree?.nodes.map(\.fact).contains("environment.router") == true)
    }

    @Test func `a German answer is compared with its option by the endings of English`() throws {
        let calls = (0..<6).map { number in
            // An option has the first already, in the singular, whose ending English does not know.
            let quote = number < 3 ? "die Lampen ist an" : "der Wasserkocher kocht"
            return Calls.call("c\(number)", leaf: "lampe/birne", facts: ["test.strom": "pass"]) {
                $0.language = "de-DE"
                $0.answers = [
                    ObservedAnswer(fact: "test.strom", value: "pass", quote: quote, confirmed: true)
                ]
            }
        }
        let found = try proposals(calls, Calls.germanFiles)
        #expect(found.map(\.phrases) == [["der Wasserkocher kocht"]])
    }

    @Test func `a note in German about a German call says nothing`() throws {
        let calls = (0..<6).map { number in
            Calls.call("c\(number)", leaf: "lampe/birne", note: "Die Fassung fehlte") {
                $0.language = "de-DE"
            }
        }
        let found = try proposals(calls, Calls.germanFiles)
        #expect(found.map(\.kind) == [.ask])
        #expect(found.first?.question?.say.hasPrefix("Bitte sagen Sie mir noch: ") == true)
    }

    @Test func `proposals depend on the order of calls`() throws {
        let words = ["bulb type", "type of the bulb", "which bulb", "the bulb's type", "bulb kind"]
        let calls =
            words.enumerated().map { Calls.bulb("c\($0)", missing: [$1]) } + atOneLeaf
            + (0..<6).map {
                Calls.call("o\($0)", leaf: "intake/off-map", opening: "the doorbell is offline")
            }
        var generator = SeededGenerator(seed: 7)
        let expected = try proposals(calls).map(\.id)
        for _ in 0..<5 {
            let ids = try proposals(calls.shuffled(using: &generator)).map(\.id)
            #expect(ids == expected)
        }
    }
}
