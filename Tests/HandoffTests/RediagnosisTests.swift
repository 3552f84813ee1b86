import Messages
import Testing

@testable import Handoff

/// Which of an engineer's words are a question that the call had answered.
@Suite struct RediagnosisTests {
    /// A call with what notes speak of: key, label, value and turn.
    private static let record: HandoffRecord = {
        let facts: [(String, String, ValueKind, String, UInt32)] = [
            ("environment.router", "new router", .entity, "TP-Link AX73", 2),
            ("environment.previous-router", "previous router", .entity, "Netgear R7000", 3),
            ("environment.provider", "ISP", .entity, "Comcast", 4),
            ("product.version", "version", .version, "4.2.1", 1),
            ("symptom.message", "error message", .text, "Connection timed out", 6),
            ("symptom.since", "since when", .date, "2026-11-18", 1),
            ("test.vpn-cellular", "VPN on cellular", .check, "Working", 8),
            ("test.port-443", "port 443", .choice, "open", 7),
            ("fix.restart", "restart of the router", .fix, "not fixed", 9),
        ]
        let quotes: [UInt32: String] = [9: "i pulled the plug and waited ten seconds", 8: "yes"]
        var record = HandoffRecord(callID: "a", call: CallSummary(language: "en-US"))
        record.facts = facts.map { key, label, kind, value, turn in
            TreeFact(
                key: key,
                label: label,
                value: value,
                provenance: Provenance(
                    source: .said,
                    turn: turn,
                    quote: quotes[turn] ?? "quote \(turn)"
                ),
                kind: kind
            )
        }
        record.facts.append(TreeFact(key: "environment.firmware", label: "router firmware"))
        return record
    }()

    private static func find(_ rating: Rating) -> [Rediagnosis] {
        RediagnosisFinder(record).find(in: rating)
    }

    @Test(arguments: [
        ("Had to ask which router they have now.", ["environment.router"]),
        ("I asked the customer again for the ISP", ["environment.provider"]),
        ("asked again who the provider is; port forwarded", ["environment.provider"]),
        ("Re-asked the error message. Fixed by port forwarding.", ["symptom.message"]),
        ("Had to ask for the previous router again", ["environment.previous-router"]),
        ("customer had to repeat the error message", ["symptom.message"]),
        ("needed to get the software version again", ["product.version"]),
        ("asked if the vpn works on cellular", ["test.vpn-cellular"]),
        ("went through the restart of the router again", ["fix.restart"]),
        (
            "asked for the ISP and the error message again",
            ["environment.provider", "symptom.message"]
        ),
        ("asked whether it is a TP-Link AX73", ["environment.router"]),
        ("asked him if he had pulled the plug for ten seconds", ["fix.restart"]),
        (
            "version 4.2.1 was in the handoff but I asked for the version anyway",
            ["product.version"]
        ),
    ])
    func `a question that the call had answered is not seen in a note`(
        note: String,
        facts: [String]
    ) {
        #expect(Self.find(Rating(note: note)).map(\.fact).sorted() == facts.sorted())
    }

    @Test(arguments: [
        // Speaks of facts without a question.
        "The router blocked UDP 1194, forwarded it.", "Comcast had an outage", "restart helped",
        "vpn on cellular was a good hint", "connection timed out again after the restart",
        // Nothing was asked.
        "Did not have to ask for the router again", "no need to ask the ISP", "never asked the ISP",
        "did the fix without asking the version",
        // Somebody else asked, or should.
        "The customer asked whether the router is too old", "the bot asked the ISP twice",
        "should ask for the ISP earlier", "please ask the version first",
        // Asked for what the call did not have.
        "had to ask for the firmware", "asked again for the firmware of the router",
        "asked for the serial number again", "asked how they feel",
        "asked whether it is working now", "asked her to open the door",
        "", "....", "asked",
    ])
    func `a note that asks nothing that was answered counts as re-diagnosis`(note: String) {
        #expect(Self.find(Rating(note: note)).map(\.fact) == [])
    }

    @Test(arguments: [
        ("Musste nochmal nach dem Router fragen.", ["environment.router"]),
        ("Habe den Kunden erneut nach der Fehlermeldung gefragt", ["symptom.message"]),
        ("Fehlermeldung wieder geholt; Port freigegeben", ["symptom.message"]),
        ("Ich fragte noch einmal, welche Version es ist", ["product.version"]),
        // Nothing was asked, or by somebody else, or it is a wish, or it speaks of the fact only.
        ("Musste nicht nach dem Router fragen", []),
        ("Der Kunde hat gefragt, ob der Router zu alt ist", []),
        ("Bitte zuerst nach dem Router fragen", []),
        ("Der Router hat UDP 1194 gesperrt", []),
    ])
    func `a note in German is read by the words of English`(note: String, facts: [String]) {
        var record = HandoffRecord(callID: "a", call: CallSummary(language: "de-DE"))
        record.facts = [
            ("environment.router", "neuer Router", "TP-Link AX73"),
            ("symptom.message", "Fehlermeldung", "Zeitüberschreitung"),
            ("product.version", "Version", "4.2.1"),
        ].map { key, label, value in
            TreeFact(
                key: key,
                label: label,
                value: value,
                provenance: Provenance(source: .said, turn: 1, quote: "ja"),
                kind: .text
            )
        }
        let found = RediagnosisFinder(record).find(in: Rating(note: note))
        #expect(found.map(\.fact) == facts)
    }

    @Test(arguments: [
        ("environment.router", ["environment.router"]), ("ISP", ["environment.provider"]),
        ("which provider they use", ["environment.provider"]),
        ("environment.firmware", []), ("router firmware", []), ("shoe size", []),
    ])
    func `a question marked as asked again is taken for another`(entry: String, facts: [String]) {
        let found = Self.find(Rating(askedAgain: [entry]))
        #expect(found.map(\.fact) == facts)
        #expect(found.allSatisfy { $0.marked && $0.seenIn == entry })
    }

    @Test func `the turn in which it was answered is lost, or a fact counts twice`() throws {
        let found = Self.find(
            Rating(
                askedAgain: ["environment.provider", "ISP"],
                note: "Asked for the ISP again. Asked for the error message."
            )
        )
        #expect(
            found == [
                Rediagnosis(
                    fact: "environment.provider",
                    label: "ISP",
                    value: "Comcast",
                    turn: 4,
                    quote: "quote 4",
                    seenIn: "environment.provider",
                    marked: true
                ),
                Rediagnosis(
                    fact: "symptom.message",
                    label: "error message",
                    value: "Connection timed out",
                    turn: 6,
                    quote: "quote 6",
                    seenIn: "Asked for the error message"
                ),
            ]
        )
    }
}
