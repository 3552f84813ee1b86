import Foundation
import Messages
import RPC
import TestSupport
import Testing
import Transport

/// Editors who decide from folders of their own, while others publish.
@Suite struct ProposalFolderTests {
    private struct Listed: Decodable {
        struct Proposal: Decodable { let id: String }
        let proposals: [Proposal]
    }

    private static let tree = "trees/vpn.yaml"

    private let pair: Pair
    private let handoff: ServerProcess
    private let catalog: URL
    private let proposal: String

    init() throws {
        pair = try Pair()
        handoff = try ServerProcess(
            "baton-handoffd",
            data: pair.folder.path + "/second",
            ["--diagnosis", pair.diagnosis.address, "--propose-lacking", "1"]
        )
        catalog = try CommandRun.copy(into: pair.folder)
        try? FileManager.default.removeItem(at: catalog.appending(path: ".baton-base"))
        let script = "\(Programs.starterCatalog)/conversations/vpn-after-router-swap.yaml"
        try #require(try pair.play(script, as: "a").status == 0)
        let client = BlockingClient(ClientOptions(address: try Address(handoff.address)))
        let _: AssembleReply = try client.call(
            service: "baton.v1.Handoff",
            method: "Assemble",
            AssembleRequest(callID: "a"),
            idempotent: true
        )
        let server = ["--address", handoff.address]
        let rated = try Programs.run(
            "baton",
            ["handoff", "rate", "a", "--score", "3", "--missing", "router firmware"] + server
        )
        try #require(rated.status == 0, "\(rated)")
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            let listed = try Programs.run("baton", ["proposals", "--json"] + server)
            let found = try CommandRun.json(Listed.self, listed.output).proposals
            if let first = found.first {
                proposal = first.id
                break
            }
            try #require(ContinuousClock.now < deadline, "\(listed)")
            usleep(50_000)
        }
    }

    private func accept(_ more: String...) throws -> Programs.Result {
        let arguments = ["proposals", "accept", proposal, "--by", "ann"] + more
        return try Programs.run("baton", arguments + ["--address", handoff.address])
    }

    private func edit(into folder: String) throws {
        let arguments = ["proposals", "edit", proposal, "--to", folder]
        let edited = try Programs.run("baton", arguments + ["--address", handoff.address])
        try #require(edited.status == 0, "\(edited)")
    }

    private func published() throws -> String {
        let folder = pair.folder.path + "/\(UUID())"
        let address = ["--address", pair.diagnosis.address]
        _ = try Programs.run("baton", ["catalog", "download", folder] + address)
        return try String(contentsOfFile: "\(folder)/\(Self.tree)", encoding: .utf8)
    }

    @Test func `an edited proposal takes back what others have published since`() throws {
        let folder = pair.folder.path + "/edited"
        try edit(into: folder)
        let file = catalog.appending(path: Self.tree)
        let text = try String(contentsOf: file, encoding: .utf8)
        try (text + "# by ben\n").write(to: file, atomically: true, encoding: .utf8)
        try CommandRun.publish(catalog.path, to: pair.diagnosis.address)
        let refused = try accept("--from", folder)
        #expect(refused.status == 1, "\(refused)")
        #expect(refused.errors.contains("others have published \(Self.tree)"), "\(refused)")
        #expect(try published().contains("# by ben"))
        let again = pair.folder.path + "/again"
        try edit(into: again)
        let accepted = try accept("--from", again)
        #expect(accepted.output.contains("release 3 has it"), "\(accepted)")
        #expect(try published().contains("# by ben"))
    }

    @Test func `accepting into a folder destroys what is not published yet`() throws {
        let file = catalog.appending(path: Self.tree)
        let mine = try String(contentsOf: file, encoding: .utf8) + "# not published yet\n"
        try mine.write(to: file, atomically: true, encoding: .utf8)
        let accepted = try accept("--folder", catalog.path)
        #expect(accepted.output.contains("release 2 has it"), "\(accepted)")
        #expect(accepted.errors.contains("\(Self.tree) is left as it is"), "\(accepted)")
        #expect(try String(contentsOf: file, encoding: .utf8) == mine)
        // What had no changes of its own is as it was published.
        let conversation = "conversations/vpn-after-router-swap.yaml"
        let other = try String(contentsOf: catalog.appending(path: conversation), encoding: .utf8)
        #expect(other.contains("I don't know that"))
        #expect(!accepted.errors.contains(conversation), "\(accepted)")
    }

    @Test func `a draft that was improved is made anew by marking its calls again`() throws {
        let address = ["--address", handoff.address]
        let flag =
            ["pattern", "flag", "a", "--name", "doorbell", "--folder", catalog.path] + address
        let file = catalog.appending(path: "trees/doorbell.yaml")
        #expect(try Programs.run("baton", flag).status == 0)
        let improved = try String(contentsOf: file, encoding: .utf8) + "# improved\n"
        try improved.write(to: file, atomically: true, encoding: .utf8)
        let again = try Programs.run("baton", flag)
        #expect(again.errors.contains("is left as it is"), "\(again)")
        #expect(try String(contentsOf: file, encoding: .utf8) == improved)
    }
}

/// Calls of one language beside those of another.
@Suite struct PatternLanguageTests {
    private static func conversation(_ language: String, _ words: String) -> String {
        """
        start: {at: "2026-11-19T16:40:00-05:00", language: \(language)}
        turns:
          - says: \(words)
          - says: \(words)
          - does: hang-up
        end: {outcome: abandoned}
        """
    }

    @Test func `German calls make an English tree`() throws {
        let pair = try Pair()
        for (call, language, words) in [
            ("klingel", "de-DE", "meine Türklingel klingelt nachts von selbst"),
            ("bell", "en-US", "my doorbell rings by itself at night"),
        ] {
            let path = "\(pair.folder.path)/\(call).yaml"
            try Self.conversation(language, words)
                .write(toFile: path, atomically: true, encoding: .utf8)
            let played = try pair.play(path, as: call)
            try #require(played.status == 0, "\(played)")
        }
        func flag(_ calls: String...) throws -> Programs.Result {
            let arguments = ["pattern", "flag"] + calls + ["--name", "klingel", "--by", "kim"]
            return try Programs.run("baton", arguments + ["--address", pair.handoff.address])
        }
        let deadline = ContinuousClock.now + .seconds(60)
        var mixed = try flag("klingel", "bell")
        while mixed.errors.contains("no ended call"), ContinuousClock.now < deadline {
            usleep(50_000)
            mixed = try flag("klingel", "bell")
        }
        #expect(mixed.status == 1 && mixed.errors.contains("de-DE and en-US"), "\(mixed)")
        let flagged = try flag("klingel")
        #expect(flagged.status == 0, "\(flagged)")
        #expect(flagged.output.contains("language: de-DE"), "\(flagged)")
        #expect(flagged.output.contains("Um welches Gerät oder Programm geht es"), "\(flagged)")
    }
}
