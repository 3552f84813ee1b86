import Messages
import RPC
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
        let times = TimeArgument(zone: "UTC")
        #expect(try times.milliseconds("2026-11-19T16:40:00-05:00", "--at") == 1_795_124_400_000)
        #expect(try times.milliseconds("2026-11-19T21:40:00Z", "--at") == 1_795_124_400_000)
        #expect(throws: (any Error).self) { try times.milliseconds("19.11.2026 16:40", "--at") }
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

    @Test(arguments: [
        (
            "ListHandoffsRequest.maximum is 501, the limit is 500",
            "--maximum is 501, the limit is 500"
        ),
        ("Rating.asked_again has 51 entries", "--asked-again has 51 entries"),
        ("OutcomeRecord.at_ms is 5", "--at is 5"), ("no call a.b", "no call a.b"),
        ("ClaimRequest.call_id may hold letters", "the call's name may hold letters"),
    ])
    func `a refusal names fields of messages`(message: String, words: String) {
        let status = Status(.invalidArgument, message)
        let failure = ServerLink.failure(status, server: "baton-handoffd", address: "x")
        #expect(failure.description == words)
    }

    private func bytes(hex: String) throws -> [UInt8] {
        let digits = Array(hex)
        return try stride(from: 0, to: digits.count, by: 2).map { index in
            try #require(UInt8(String(digits[index...index + 1]), radix: 16))
        }
    }
}
