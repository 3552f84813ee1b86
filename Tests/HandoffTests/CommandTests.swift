import Foundation
import Messages
import RPC
import TestSupport
import Testing
import Transport

@testable import Handoff

/// `baton handoff …` as a process, against a server.
@Suite(.timeLimit(.minutes(2))) struct CommandTests {
    @Test func `a command prints something else than it does`() throws {
        let folder = try TemporaryFolder()
        let diagnosis = try FakeDiagnosis(folder: folder.path)
        try diagnosis.start()
        diagnosis.add("a")
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 1 }
            let server = ["--address", "unix:\(folder.path)/handoff.sock"]
            let record = try #require(try client.get("a").record)
            let shown = try baton(["handoff", "show", "a"] + server)
            #expect(shown.output == (try record.rendered(as: .text, evidence: false).document))
            let json = try baton(["handoff", "show", "a", "--format", "json"] + server)
            #expect(json.output == (try record.rendered(as: .json, evidence: false).document))

            #expect(try baton(["handoff", "claim", "a", "--engineer", "kim"] + server).status == 0)
            for command in [
                ["show", "b"], ["claim", "b", "--engineer", "kim"],
                ["rate", "b", "--score", "4", "--engineer", "kim"],
                ["outcome", "b", "resolved", "--engineer", "kim"],
            ] {
                let none = try baton(["handoff"] + command + server)
                #expect(none.status == 1 && none.errors.contains("call b has no handoff: a call"))
                #expect(none.errors.contains("'baton handoff list'"))
            }
            let refused = try baton(["handoff", "claim", "a", "--engineer", "lee"] + server)
            #expect(refused.status == 1 && refused.errors.contains("is claimed by kim"))
            #expect(refused.errors.contains("give --take-over"), "\(refused)")

            let rate = ["handoff", "rate", "a", "--engineer", "kim", "--score", "4"]
            let first = rate + ["--id", "r1", "--missing", "x.y"]
            #expect(try baton(first + server).status == 0)
            #expect(try baton(first + server).status == 0)
            let other = try baton(rate + ["--id", "r1"] + server)
            #expect(other.status == 1 && other.errors.contains("rating r1 is there with other"))
            let close = ["handoff", "outcome", "a", "resolved", "--engineer", "kim"]
            #expect(
                try baton(close + ["--note", "done", "--at", "2025-11-20T15:00:00Z"] + server)
                    .status == 0
            )
            let rated = try baton(["handoff", "show", "a"] + server).output
            #expect(rated.contains("\n  missing: x.y\n"), "\(rated)")
            let detail = try client.get("a")
            #expect(detail.ratings.map(\.score) == [4] && detail.ratings[0].missing == ["x.y"])
            #expect(detail.outcomes.map(\.atMs) == [1_763_650_800_000])
            let open = try baton(["handoff", "list"] + server)
            #expect(open.output == "no such handoffs\n", "\(open)")
            let list = try baton(["handoff", "list", "--all"] + server)
            #expect(list.output.contains("kim") && list.output.contains("resolved, rated 4"))
            let mine = ["handoff", "list", "--all", "--mine", "--engineer"]
            #expect(try baton(mine + ["kim"] + server).output == list.output)
            #expect(try baton(mine + ["lee"] + server).output == "no such handoffs\n")
            let listed = try baton(["handoff", "list", "--all", "--json"] + server)
            let reply = try JSONSerialization.jsonObject(with: Data(listed.output.utf8))
            let handoffs = (reply as? [String: Any])?["handoffs"] as? [[String: Any]]
            #expect(handoffs?.first?["call_id"] as? String == "a")
        }
    }

    /// What `baton status` prints of a server with these numbers.
    private func status(_ gauges: [Gauge]) throws -> Programs.Result {
        let folder = try TemporaryFolder()
        let address = "unix:\(folder.path)/status.sock"
        let server = try Server(.init(name: "status"), logger: quietLogger)
        defer { server.drain(patience: .zero) }
        ServerService.register(
            on: server,
            status: { StatusReply(server: "baton-diagnosisd", healthy: true, gauges: gauges) },
            gauges: { [] }
        )
        _ = try server.start(listening: [Address(address)])
        return try baton(["status", "--address", address])
    }

    @Test(arguments: [
        ("calls", 79.0, nil),
        ("calls", 80, "calls is 80% full: start baton-diagnosisd with --keep-"),
        ("handoffs", 97, "handoffs is 97% full: start baton-diagnosisd with --keep-days"),
        ("catalog", 79, nil),
        ("catalog", 81, "the catalog is 81% full: publish it without articles"),
    ])
    func `nobody is told that a store is nearly full, or what to do`(
        store: String,
        used: Double,
        advice: String?
    ) throws {
        let sizes = [("used", used + 10), ("free", 10), ("map", 100)]
        let shown = try status(sizes.map { Gauge(name: "\(store)_\($0)_bytes", value: $1) })
        #expect(shown.status == 0 && shown.output.contains("\(store)_free_bytes 10"), "\(shown)")
        if let advice { #expect(shown.output.contains("the store of " + advice), "\(shown)") }
        #expect(shown.output.contains("% full") == (advice != nil), "\(shown)")
    }

    /// 10 GiB are 10,737,418,240 bytes.
    @Test(arguments: [
        // A tenth of 20 GB is 2 GB.
        (20e9, 2_000_000_000.0, false), (20e9, 1_999_999_999, true), (20e9, 0, true),
        // On a large disk a tenth is plenty.
        (4e12, 10_737_418_240, false), (4e12, 10_737_418_239, true),
    ])
    func `a disk fills up while its store has room, and nobody is told`(
        size: Double,
        free: Double,
        isTold: Bool
    ) throws {
        let shown = try status([
            Gauge(name: "disk_bytes", value: size), Gauge(name: "disk_free_bytes", value: free),
        ])
        #expect(shown.status == 0, "\(shown)")
        #expect(shown.output.contains("  disk_free_bytes \(Int(free))\n"), "\(shown)")
        #expect(shown.output.contains("the disk of its data is nearly full") == isTold, "\(shown)")
        #expect(shown.output.contains("make room there") == isTold, "\(shown)")
        #expect(!shown.output.contains("Zero"), "\(shown)")
    }

    @Test func `rate without flags asks nobody, or the wrong things`() throws {
        let folder = try TemporaryFolder()
        let diagnosis = try FakeDiagnosis(folder: folder.path)
        try diagnosis.start()
        diagnosis.add("a")
        try withHandoffServer(diagnosis, folder: folder) { client in
            _ = try client.waitForList { $0.handoffs.count == 1 }
            let server = ["--address", "unix:\(folder.path)/handoff.sock"]
            let silent = try baton(["handoff", "rate", "a"] + server)
            #expect(silent.status == 1 && silent.errors.contains("--score is missing"))
            // A terminal made by Python: 9 is no score; 1 is what was not obtained, 2 what the tree
            // could have asked; of what the call had, 7 is the new router.
            let command =
                [
                    Programs.folder.appending(path: "baton").path, "handoff", "rate", "a",
                    "--engineer", "kim",
                ] + server
            let script = """
                import os, pty, sys
                lines = iter([b"9\\n", b"2\\n", b"1, 2, the cat\\n", b"7\\n", b"\\n", b"so so\\n", b"40\\n"])
                def read(descriptor):
                    data = os.read(descriptor, 1024)
                    if data.endswith(b": "):
                        os.write(descriptor, next(lines))
                    return data
                sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:], read, lambda d: b"")))
                """
            let asked = try Programs.run(
                URL(filePath: "/usr/bin/env"),
                ["python3", "-c", script] + command
            )
            // 127: there is no python3.
            guard asked.status != 127 else { return }
            #expect(asked.status == 0, "\(asked)")
            let rating = try #require(try client.get("a").ratings.first, "\(asked)")
            #expect(rating.score == 2 && rating.note == "so so" && rating.seconds == 40)
            #expect(
                rating.missing == [
                    "context.previous-port-forwarding", "environment.firmware", "the cat",
                ]
            )
            #expect(rating.askedAgain == ["environment.router"])
            #expect(rating.rediagnosed.map(\.turn) == [2])
            // Rating again takes the place of it; 5 asks for nothing but a note.
            let again = try Programs.run(
                URL(filePath: "/usr/bin/env"),
                ["python3", "-c", script.replacing("9\\n", with: "5\\n")] + command
            )
            #expect(again.status == 0, "\(again)")
            let ratings = try client.get("a").ratings
            #expect(ratings.map(\.score) == [2, 5])
            #expect(ratings[0].correctedBy == ratings[1].ratingID && ratings[1].note == "2")
        }
    }

    private func baton(_ arguments: [String]) throws -> Programs.Result {
        try Programs.run("baton", arguments)
    }
}
