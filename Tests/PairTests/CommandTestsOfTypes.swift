import Messages
import Testing

@testable import baton

/// The parts of `baton` that decide something, without servers.
@Suite struct CommandTypeTests {
    @Test func `what a person types is taken for something else`() {
        func speech(_ text: String) -> CallLine {
            .input(.speech(Speech(alternatives: [Alternative(text: text)])))
        }
        let table: [(String, CallLine)] = [
            ("my vpn is down", speech("my vpn is down")),
            ("", .input(.silence(Silence(durationMs: 5_000)))),
            ("   ", .input(.silence(Silence(durationMs: 5_000)))),
            ("/hangup", .input(.hangUp(HangUp()))),
            ("/digits 1", .input(.digits("1"))),
            ("/digits 1 2 #", .input(.digits("12#"))),
            ("/digits", .wrong("write the keys too: /digits 1")),
            ("/digits one", .wrong("a telephone has the keys 0 to 9, * and #")),
            ("/facts", .facts),
            ("/help", .help),
            ("/quit", .wrong("/quit is not a command here; /help lists them")),
        ]
        for (line, expected) in table { #expect(CallLine(parsing: line) == expected, "\(line)") }
    }

    @Test func `a time on the command line is read in the wrong zone`() throws {
        // 2026-11-19T21:40:00Z, counted by `date -d`.
        #expect(try CallTime.milliseconds("2026-11-19T16:40:00-05:00") == 1_795_124_400_000)
        #expect(try CallTime.milliseconds("2026-11-19T21:40:00Z") == 1_795_124_400_000)
        #expect(throws: (any Error).self) { try CallTime.milliseconds("2026-11-19 16:40") }
    }

    @Test func `a tree's file is looked for in another folder than its catalog's`() {
        let table: [(tree: String, given: String?, folder: String, id: String)] = [
            ("ops/catalog/trees/vpn.yaml", nil, "ops/catalog", "vpn"),
            ("trees/vpn.yaml", nil, ".", "vpn"),
            ("vpn", nil, ".", "vpn"),
            ("vpn", "ops/catalog", "ops/catalog", "vpn"),
            ("draft/vpn.yaml", "ops/catalog", "ops/catalog", "vpn"),
            ("internet-4.2", nil, ".", "internet-4.2"),
        ]
        for row in table {
            let place = CatalogTreePlace(row.tree, folder: row.given)
            #expect(place.folder == row.folder && place.id == row.id, "\(row)")
        }
    }

    @Test func `an unchanged file is sent, or a changed or removed one is not`() throws {
        // SHA-256 of "one", by `sha256sum`.
        let one = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
        let released = [
            "trees/a.yaml": try bytes(hex: one), "trees/b.yaml": try bytes(hex: one),
            "trees/gone.yaml": try bytes(hex: one),
        ]
        let changes = CatalogChanges(
            local: [
                SourceFile(path: "trees/a.yaml", content: Array("one".utf8)),
                SourceFile(path: "trees/b.yaml", content: Array("two".utf8)),
                SourceFile(path: "trees/c.yaml", content: Array("one".utf8)),
            ],
            released: released
        )
        #expect(changes.files.map(\.path) == ["trees/b.yaml", "trees/c.yaml"])
        #expect(changes.removed == ["trees/gone.yaml"])
        #expect(!changes.isEmpty)
        #expect(CatalogChanges(local: [], released: [:]).batches().isEmpty)
    }

    @Test func `a batch does not fit its frame, or a file is lost between batches`() {
        let sizes = [1_000_000, 2_000_000, 500, 3_200_000, 10, 3_000_000]
        let files = sizes.enumerated().map { number, size in
            SourceFile(
                path: "articles/\(number).md",
                content: [UInt8](repeating: 0x61, count: size)
            )
        }
        let removed = Dictionary(
            uniqueKeysWithValues: (0..<40_000).map { ("articles/\($0)-gone-\($0).md", [UInt8]()) }
        )
        let changes = CatalogChanges(local: files, released: removed)
        let batches = changes.batches()
        #expect(batches.flatMap(\.files).map(\.path) == files.map(\.path))
        #expect(batches.flatMap(\.removed) == removed.keys.sorted())
        for batch in batches {
            let bytes = StageRequest(files: batch.files, removed: batch.removed).encoded().count
            #expect(bytes <= 4 << 20)
            #expect(bytes <= CatalogChanges.batchBytes || batch.files.count == 1)
        }
        // As many as fit: the fourth is larger than a batch.
        #expect(batches[0].files.count == 3)
    }

    @Test func `an expectation that fails is passed over, or one that holds is reported`() {
        let known = FactView(
            fact: Fact(
                key: "test.internet",
                value: FactValue(kind: .check, key: "pass", text: "Working", detail: "slowly")
            )
        )
        let missing = FactView(fact: Fact(key: "test.port", notObtained: .timedOut))
        let detail = GetCallReply(facts: [known], notObtained: [missing])
        let reply = TurnReply(expects: Expectation(fact: "environment.router"), tree: "vpn")
        func failures(_ turn: TurnExpectation) -> [String] {
            CallExpectations.failures(of: turn, reply: reply, said: "Which router?", detail: detail)
        }
        func fact(_ key: String, _ value: String, _ detail: String = "") -> TurnExpectation {
            TurnExpectation(facts: [Expected(fact: key, value: value, detail: detail)])
        }
        let holding = [
            TurnExpectation(asks: "environment.router"), TurnExpectation(tree: "vpn"),
            TurnExpectation(replies: "router?"), fact("test.internet", "pass"),
            fact("test.internet", "Working", "slowly"), fact("test.port", "!timed-out"),
        ]
        for turn in holding { #expect(failures(turn).isEmpty, "\(turn)") }
        let failing: [(TurnExpectation, String)] = [
            (
                TurnExpectation(asks: "test.vpn"),
                "expected that test.vpn is asked next; environment.router is asked"
            ),
            (TurnExpectation(tree: "wifi"), "expected the call on the tree wifi; it is on vpn"),
            (
                TurnExpectation(replies: "modem"),
                "expected a reply with \"modem\"; it is \"Which router?\""
            ),
            (
                fact("test.internet", "fail"),
                "expected test.internet to be fail; it is pass, \"Working\" (slowly)"
            ),
            (
                fact("test.internet", "pass", "fast"),
                "expected test.internet to be pass (fast); it is pass, \"Working\" (slowly)"
            ),
            (fact("test.vpn", "pass"), "expected test.vpn to be pass; it is not known"),
            (
                fact("test.port", "open"),
                "expected test.port to be open; it was not obtained: timed-out"
            ),
            (
                fact("test.port", "!declined"),
                "expected test.port not obtained: declined; it was not obtained: timed-out"
            ),
        ]
        for (turn, words) in failing { #expect(failures(turn) == [words]) }
    }

    @Test func `a call that ends otherwise than written passes`() {
        let detail = GetCallReply(
            summary: CallSummary(phase: .ended, outcome: .escalated, node: "vpn/blocked"),
            superseded: [
                FactView(fact: Fact(key: "environment.router", value: FactValue(key: "r7000")))
            ],
            conclusion: Conclusion(issue: "no VPN", queue: "network")
        )
        func failures(_ end: Conversation) -> Int {
            CallExpectations.failures(atEndOf: end, detail: detail).count
        }
        func line(_ name: String, _ text: String) -> Expected { Expected(fact: name, value: text) }
        #expect(failures(Conversation()) == 0)
        #expect(
            failures(
                Conversation(
                    outcome: "escalated",
                    endsAt: "vpn/blocked",
                    conclusion: [line("issue", "no VPN"), line("queue", "network")],
                    superseded: [line("environment.router", "r7000")]
                )
            ) == 0
        )
        #expect(
            failures(
                Conversation(
                    outcome: "resolved",
                    endsAt: "vpn/fixed",
                    conclusion: [line("issue", "no WiFi"), line("diagnosis", "a port is blocked")],
                    notObtained: [line("test.port", "timed-out")],
                    superseded: [line("environment.router", "ax73")]
                )
            ) == 6
        )
    }

    private func bytes(hex: String) throws -> [UInt8] {
        let digits = Array(hex)
        return try stride(from: 0, to: digits.count, by: 2).map { index in
            try #require(UInt8(String(digits[index...index + 1]), radix: 16))
        }
    }
}
