import Messages
import TestSupport
import Testing

@testable import Handoff

/// What a handoff may hold: facts with evidence, and words about the call's own state.
@Suite struct RecordTests {
    @Test func `an item comes from nowhere, or says what no fact says`() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed of the record test: \(seed)")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let call = randomCall(using: &random)
            let record = HandoffRecord(of: call, assembledAtMilliseconds: 1)
            for item in record.items {
                #expect(!item.evidence.isEmpty, "seed \(seed): \(item)")
                #expect(item.evidence.allSatisfy { $0.source != .unspecified }, "seed \(seed)")
            }
            let given = call.facts.flatMap {
                [$0.line, "\($0.label): \($0.fact?.value?.text ?? "")"]
            }
            for item in record.symptoms + record.environment + record.diagnostics + record.fixes {
                #expect(given.contains(item.text), "seed \(seed): \(item.text)")
            }
            if let availability = record.availability {
                #expect(call.facts.contains { $0.fact?.value?.text == availability.text })
            }
            let tree = [record.issue, record.product, record.diagnosis, record.recommendation]
            let worded = [
                call.conclusion?.issue, call.conclusion?.product, call.conclusion?.diagnosis,
                call.conclusion?.recommendation,
            ]
            for (item, text) in zip(tree, worded) where item != nil { #expect(item?.text == text) }
            for item in record.notObtained {
                let isOfOne = call.notObtained.contains { view in
                    view.fact?.key == item.fact && item.text.hasPrefix("\(view.label): ")
                }
                #expect(isOfOne, "seed \(seed): \(item.text)")
            }
        }
    }

    @Test func `a fact that has a place is lost`() throws {
        let record = HandoffRecord(of: ExampleCall.reply, assembledAtMilliseconds: 1)
        let shown = Set(record.items.map(\.fact))
        // Product facts and the trigger stand in the lines of product and issue.
        let inOtherLines: Set = [
            "product.name", "product.version", "product.platform", "context.trigger",
        ]
        for view in ExampleCall.reply.facts {
            let key = try #require(view.fact?.key)
            #expect(shown.contains(key) != inOtherLines.contains(key), "\(key)")
        }
        // The asset database told name, version and platform at once.
        #expect(record.product?.evidence.map(\.system) == ["asset-database"])
        #expect(record.issue?.evidence.map(\.turn) == [1, 13])
    }

    @Test func `context that no other line mentions is lost`() {
        var call = ExampleCall.reply
        call.conclusion?.issue = "VPN connection fails from home network"
        let record = HandoffRecord(of: call, assembledAtMilliseconds: 1)
        #expect(record.environment.last?.text == "trigger: router replacement")
    }

    @Test(arguments: [
        (Outcome.abandoned, "No diagnosis was reached: the call ended before one."),
        (.wantsPerson, "No diagnosis was reached: the customer asked for a person before one."),
        (.escalated, "No diagnosis was reached."),
        (.unspecified, "No diagnosis was reached: the call goes on."),
    ])
    func `a call without a leaf gets an invented diagnosis`(
        outcome: Outcome,
        words: String
    ) throws {
        var call = ExampleCall.reply
        call.summary?.outcome = outcome
        call.conclusion = Conclusion()
        let record = HandoffRecord(of: call, assembledAtMilliseconds: 1)
        #expect(record.diagnosis == nil && record.issue == nil && record.recommendation == nil)
        let text = try record.rendered(as: .text, evidence: false).document
        #expect(text.contains("Preliminary diagnosis  \(words)\n"))
        #expect(text.contains("new router TP-Link AX73"))
    }

    @Test func `a value is corrected to itself when a correction is taken back`() {
        func view(_ value: String, turn: UInt32) -> FactView {
            ExampleCall.said("environment.lamp", value, "lamp \(value)", turn: turn, value)
        }
        var call = ExampleCall.reply
        call.superseded = [view("desk lamp", turn: 3), view("wall lamp", turn: 5)]
        call.facts.append(view("desk lamp", turn: 7))
        let record = HandoffRecord(of: call, assembledAtMilliseconds: 1)
        #expect(
            record.superseded.map(\.text) == [
                "lamp desk lamp, corrected to wall lamp", "lamp wall lamp, corrected to desk lamp",
            ]
        )
        #expect(record.superseded.map { $0.evidence.map(\.turn) } == [[3, 5], [5, 7]])
    }

    @Test func `a short version stands in two lines`() {
        var call = ExampleCall.reply
        call.facts[1].fact?.value?.text = "12"
        call.facts[1].line = "version 12"
        call.conclusion?.product = "CompanyVPN Client v12 on Windows 11"
        let record = HandoffRecord(of: call, assembledAtMilliseconds: 1)
        #expect(record.product?.text == "CompanyVPN Client v12 on Windows 11")
        #expect(!record.environment.map(\.text).contains("version 12"))
    }

    @Test func `the words of who asked for a person at once are lost`() throws {
        let call = GetCallReply(
            summary: CallSummary(callID: "a", phase: .ended, outcome: .wantsPerson, turns: 2),
            conclusion: Conclusion(issue: "my VPN is down, get me a human", issueTurn: 1)
        )
        let record = HandoffRecord(of: call, assembledAtMilliseconds: 1)
        #expect(record.issue?.text == "my VPN is down, get me a human")
        let evidence = try #require(record.issue?.evidence.first)
        #expect(evidence.source == .said && evidence.turn == 1)
        #expect(evidence.quote == "my VPN is down, get me a human")
        #expect(record.issue?.evidence.count == 1)
    }

    @Test(arguments: [
        (NotObtained.notAsked, "", "not asked"),
        (.didNotKnow, "", "the customer did not know"),
        (.declined, "", "the customer would not say"),
        (.timedOut, "network-probe", "the network probe did not answer in time"),
        (.timedOut, "", "the system that holds it did not answer in time"),
        (.callEnded, "network-probe", "the call ended before the network probe answered"),
        (.notUnderstood, "", "the answer was not understood"),
        (.notHeld, "asset-database", "the asset database does not have it"),
    ])
    func `why a fact is missing is not said in words`(
        reason: NotObtained,
        system: String,
        words: String
    ) {
        var call = ExampleCall.reply
        call.notObtained[0].fact?.notObtained = reason
        call.notObtained[0].fact?.provenance =
            system.isEmpty ? nil : Provenance(source: .measured, system: system)
        let record = HandoffRecord(of: call, assembledAtMilliseconds: 1)
        #expect(
            record.notObtained.map(\.text) == ["port forwarding on the previous router: \(words)"]
        )
        #expect(record.notObtained.allSatisfy { !$0.evidence.isEmpty })
    }

    @Test func `a corrected value is not told from the one that holds`() {
        var call = ExampleCall.reply
        var old = ExampleCall.said(
            "environment.previous-router",
            "Netgear R7000",
            "previous router Netgear R7000",
            turn: 3,
            "the old one was a netgear r seven thousand"
        )
        old.label = "previous router"
        call.superseded = [old]
        call.facts[8] = ExampleCall.said(
            "environment.previous-router",
            "Netgear R6400",
            "previous router Netgear R6400",
            turn: 12,
            "actually sorry the old router was an r six thousand four hundred"
        )
        let record = HandoffRecord(of: call, assembledAtMilliseconds: 1)
        #expect(
            record.superseded.map(\.text)
                == ["previous router Netgear R7000, corrected to Netgear R6400"]
        )
        #expect(record.superseded.first?.evidence.map(\.turn) == [3, 12])
        #expect(record.environment.map(\.text).contains("previous router Netgear R6400"))
    }
}

extension HandoffRecord {
    /// All items, in the order of the fields.
    var items: [HandoffItem] {
        [issue, product, diagnosis, recommendation, availability].compactMap { $0 } + symptoms
            + environment + diagnostics + fixes + notObtained + superseded
    }
}

/// A call with anything missing that can be missing.
func randomCall(using random: inout SeededGenerator) -> GetCallReply {
    let words = ["router", "open", "no", "UDP 1194", "after 30 seconds", "<b>", "", "Grüße", "5"]
    func word() -> String { words[Int.random(in: 0..<words.count, using: &random)] }
    func chance() -> Bool { Bool.random(using: &random) }
    func provenance() -> Provenance? {
        guard chance() || chance() else { return nil }
        return Provenance(
            source: Source.allCases.randomElement(using: &random) ?? .said,
            turn: UInt32.random(in: 0...20, using: &random),
            quote: word(),
            system: word(),
            atMs: Int64.random(in: -1...2_000_000_000_000, using: &random),
            node: chance() ? "vpn/\(word())" : "",
            confidence: [0, 0.5, 1, 2, -1, .nan, .infinity].randomElement(using: &random) ?? 0
        )
    }
    func view(_ index: Int) -> FactView {
        let sections = ["product", "symptom", "environment", "test", "fix", "customer", "context"]
        let section = sections.randomElement(using: &random) ?? "test"
        let key =
            section == "customer" && chance() ? "customer.availability" : "\(section).f\(index)"
        let value = FactValue(key: word(), text: word(), detail: word())
        return FactView(
            fact: chance() || chance()
                ? Fact(
                    key: key,
                    value: chance() || chance() ? value : nil,
                    provenance: provenance(),
                    notObtained: NotObtained.allCases.randomElement(using: &random) ?? .notAsked
                ) : nil,
            section: chance() ? section : "",
            label: "label \(index)",
            line: chance() ? "\(word()) \(word())" : "",
            mark: ["", "✓", "✗", "?", "!"].randomElement(using: &random) ?? ""
        )
    }
    func views() -> [FactView] { (0..<Int.random(in: 0...8, using: &random)).map(view) }
    return GetCallReply(
        summary: CallSummary(
            callID: "call-1",
            timeZone: chance() ? "Europe/Berlin" : "",
            outcome: Outcome.allCases.randomElement(using: &random) ?? .escalated,
            tree: chance() ? "vpn" : "",
            node: chance() ? "vpn/blocked" : ""
        ),
        facts: views(),
        notObtained: views(),
        superseded: views(),
        conclusion: chance() || chance()
            ? Conclusion(
                issue: "\(word()) \(word())",
                product: "\(word()) \(word())",
                diagnosis: word(),
                confidence: [0, 0.5, .nan, .infinity].randomElement(using: &random) ?? 0,
                recommendation: word(),
                node: chance() ? "vpn/blocked" : ""
            ) : nil
    )
}
