import Catalog
import Messages
import TestSupport

@testable import Handoff

/// A small catalog and calls on it, for proposals worked out by hand.
enum ProposalFixture {
    static let settings =
        CatalogText.head + """
            intake:
              requires: [symptom.description]
              nodes:
                - ask: symptom.description
                  volunteered: true
                  say: Please describe it.
            """

    /// Two questions and three leaves: `kind` leads wall lamps away, `power` leads dead sockets away.
    static let lamp = """
        id: lamp
        title: a lamp that stays dark
        issue: "Lamp stays dark"
        symptoms: [my lamp stays dark]
        nodes:
          - ask: context.kind
            id: kind
            label: kind of lamp
            say: Is it a desk lamp or a wall lamp?
            options: {desk: desk lamp, wall: wall lamp}
            branches: {wall: fitting}
          - ask: context.room
            id: room
            label: room
            say: In which room is it?
          - check: test.power
            id: power
            label: power
            say: Does another lamp work there?
            results:
              pass: {label: working, phrases: [it works]}
              fail: {label: dead, phrases: [it is dead]}
            branches: {fail: socket}
          - diagnose: bulb
            diagnosis: the bulb is broken
          - diagnose: socket
            diagnosis: the socket is dead
          - diagnose: fitting
            diagnosis: the fitting is broken
        """

    /// The same catalog with German beside English, whose intake asks in German.
    static let germanSettings: String = {
        let english = settings.split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init
        )
        let start = english.firstIndex { $0 == "  en-US:" } ?? 0
        let end = english.firstIndex { $0.hasPrefix("time-zone") } ?? 0
        let german =
            ["  de-DE:"] + english[(start + 1)..<end] + [
                "    intake:", "      requires: [symptom.description]", "      nodes:",
                "        - ask: symptom.description", "          volunteered: true",
                "          say: Bitte beschreiben Sie es.",
            ]
        return (english[..<end] + german + english[end...]).joined(separator: "\n")
    }()

    static let germanLamp = """
        id: lampe
        title: eine Lampe, die dunkel bleibt
        language: de-DE
        issue: "Lampe bleibt dunkel"
        symptoms: [meine Lampe bleibt dunkel]
        nodes:
          - check: test.strom
            id: strom
            label: Strom
            say: Leuchten dort andere Lampen?
            results:
              pass: {label: ja, phrases: [die Lampe ist an]}
              fail: {label: nein, phrases: [die Lampe bleibt aus]}
          - diagnose: birne
            diagnosis: die Birne ist kaputt
        """

    static let germanFiles = [
        file("catalog.yaml", germanSettings), file("trees/lamp.yaml", lamp),
        file("trees/lampe.yaml", germanLamp),
    ]

    static func file(_ path: String, _ text: String) -> SourceFile {
        SourceFile(path: path, content: Array(text.utf8))
    }

    static let files = [file("catalog.yaml", settings), file("trees/lamp.yaml", lamp)]

    static func view(_ files: [SourceFile] = files) throws -> CatalogView {
        let compilation = try CatalogCompiler.compile(files)
        precondition(!compilation.hasErrors, "\(compilation.problems)")
        return compilation.view
    }

    /// A call that ended at a leaf, with what an engineer said of it.
    static func call(
        _ id: String,
        leaf: String,
        facts: [String: String] = [:],
        outcome: Outcome = .escalated,
        opening: String = "my lamp stays dark",
        missing: [String] = [],
        note: String = "",
        change: (inout CallObservation) -> Void = { _ in }
    ) -> ObservedCall {
        var observation = CallObservation(
            callID: id,
            startedAtMs: 1_000,
            language: "en-US",
            tree: String(leaf.prefix { $0 != "/" }),
            leaf: leaf,
            release: 1,
            outcome: outcome,
            opening: opening
        )
        observation.facts = facts.sorted { $0.key < $1.key }.map { key, value in
            Fact(key: key, value: FactValue(kind: .choice, key: value))
        }
        change(&observation)
        let rating = Rating(
            ratingID: "r",
            engineer: "kim",
            score: 3,
            missing: missing,
            note: note
        )
        return ObservedCall(observation, ratings: missing.isEmpty && note.isEmpty ? [] : [rating])
    }

    /// Desk lamps with power, at the leaf `bulb`.
    static func bulb(_ id: String, missing: [String] = [], note: String = "") -> ObservedCall {
        call(
            id,
            leaf: "lamp/bulb",
            facts: ["context.kind": "desk", "context.room": "hall", "test.power": "pass"],
            missing: missing,
            note: note
        )
    }

    static func socket(_ id: String, missing: [String] = []) -> ObservedCall {
        call(
            id,
            leaf: "lamp/socket",
            facts: ["context.kind": "desk", "context.room": "hall", "test.power": "fail"],
            missing: missing
        )
    }

    static func fitting(_ id: String, missing: [String] = []) -> ObservedCall {
        call(id, leaf: "lamp/fitting", facts: ["context.kind": "wall"], missing: missing)
    }
}
